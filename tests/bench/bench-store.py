#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What large stories cost beside the bundled one: bench-store.py [--huge] BENCH-STORE GENERATE-STORY DATELINE-CLI STORY

Prints medians of CPU milliseconds and ratios to the bundled story's in the same run: on a shared machine only
these mean something. --huge adds 100,000 articles with 1,000,000 items, which takes minutes and 2 GB of disk."""

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7

SIZES = {
    '1,000 articles, 10,000 events, 50,000 quotes': [
        '--articles=1000', '--events=10000', '--quotes=50000', '--people=500', '--reactions=2000', '--claims=200'],
    '10,000 articles, 100,000 items': [
        '--articles=10000', '--events=20000', '--quotes=40000', '--people=5000', '--reactions=22000', '--claims=1000'],
    '100,000 articles, 1,000,000 items': [
        '--articles=100000', '--events=100000', '--quotes=500000', '--people=40000', '--reactions=245000',
        '--claims=5000', '--sentences=12'],
}


def run(*arguments):
    done = subprocess.run(arguments, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def main():
    huge = '--huge' in sys.argv
    bench, generate, cli, story = [a for a in sys.argv[1:] if a != '--huge']
    with tempfile.TemporaryDirectory(prefix='dateline-bench-') as folder:
        files = {'bundled story': os.path.join(folder, 'bundled.dateline')}
        subprocess.run([cli, 'convert', story, files['bundled story']], check=True)
        for number, (name, options) in enumerate(SIZES.items()):
            if number == 2 and not huge:
                continue
            files[name] = os.path.join(folder, '%d.dateline' % number)
            subprocess.run([generate, *options, files[name]], check=True)

        opened = {name: [] for name in files}
        for _ in range(ROUNDS):
            for name, path in files.items():
                opened[name].append(run(bench, 'open', path))
        base = statistics.median(o[0] for o in opened['bundled story'])
        print('opening: CPU ms, ratio, wall ms, peak MiB')
        for name, figures in opened.items():
            cpu, wall, memory = (statistics.median(f[i] for f in figures) for i in range(3))
            print('  %-46s %8.1f  %6.2f  %8.1f  %6.1f' % (name, cpu, cpu / base, wall, memory))

        base = None
        print('one edit: CPU ms, ratio, wall ms')
        for name, path in files.items():
            cpu, wall = run(bench, 'edit', path, '101')
            base = base or cpu
            print('  %-46s %8.3f  %6.2f  %8.3f' % (name, cpu, cpu / base, wall))

        first, last = run(bench, 'memory', files['bundled story'], '10000')
        print('10,000 edits, undos and redos: %.2f MiB after 1,000, %.2f MiB at the end' % (first, last))


if __name__ == '__main__':
    main()
