#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real window costs on large stories: bench-window.py [--huge] BENCH-WINDOW GENERATE-STORY DATELINE-CLI STORY

Prints for each step of a walk through the window the CPU milliseconds of the longest bit of work, for which the window
could do nothing else, on the bundled story and as ratios to it on larger ones: on a shared machine only these mean
something. --huge adds 100,000 articles with 1,000,000 items, which takes minutes and 2 GB of disk."""

import os
import subprocess
import sys
import tempfile

# The window has to answer within that, whatever the story; in the same run the bundled story's steps tell how quick the
# machine is today.
PATIENCE = 100

SIZES = {
    '1,000': ['--articles=1000', '--events=10000', '--quotes=50000', '--people=500', '--reactions=2000', '--claims=200'],
    '100,000': ['--articles=100000', '--events=100000', '--quotes=500000', '--people=40000', '--reactions=245000',
                '--claims=5000', '--sentences=12'],
}

# How much more than the bundled story's the opening may cost, by size.
OPENING = {'1,000': 3}

# Some steps do not come to an end on the largest stories yet.
TIMEOUT = 600


def walk(bench, path):
    """Steps in order: name, CPU, longest bit of work, wall, memory."""
    # A file that comes from elsewhere is checked when it is opened first; this is about every other time.
    subprocess.run([bench, path, 'open'], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with subprocess.Popen([bench, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            out, _ = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
    steps = []
    for line in out.splitlines():
        name, *figures = line.split('\t')
        if len(figures) == 4:
            steps.append((name, *(float(figure) for figure in figures)))
    return steps


def main():
    huge = '--huge' in sys.argv
    bench, generate, cli, story = [a for a in sys.argv[1:] if a != '--huge']
    with tempfile.TemporaryDirectory(prefix='dateline-bench-') as folder:
        path = os.path.join(folder, 'bundled.dateline')
        subprocess.run([cli, 'convert', story, path], check=True)
        base = walk(bench, path)
        results = {}
        for size, options in SIZES.items():
            if size == '100,000' and not huge:
                continue
            path = os.path.join(folder, 'large.dateline')
            subprocess.run([generate, *options, path], check=True)
            results[size] = walk(bench, path)
            os.unlink(path)

    print('%-32s %8s' % ('longest work, CPU ms', 'bundled') + ''.join('  %8s  ratio' % size for size in results))
    for number, (name, _, longest, _, _) in enumerate(base):
        line = '%-32s %8.1f' % (name, longest)
        for steps in results.values():
            line += '  %8.1f %6.1f' % (steps[number][2], steps[number][2] / max(longest, 1)) if number < len(steps) \
                else '         -      -'
        print(line)
    for size, steps in {'bundled': base, **results}.items():
        if steps:
            first = steps[0]
            print('%s: first content after %.0f CPU ms (%.1f times), %.0f ms on the clock, %.0f MiB; %d of %d steps longer '
                  'than %d ms; %.0f MiB at most' % (size, first[1], first[1] / base[0][1], first[3], first[4],
                                                   sum(step[2] > PATIENCE for step in steps), len(base), PATIENCE,
                                                   max(step[4] for step in steps)))
    failed = 0
    for size, limit in OPENING.items():
        ratio = results[size][0][1] / base[0][1]
        failed += ratio > limit
        print('%s  opening %s articles, against the bundled story: %.2f times, budget %g times'
              % ('PASS' if ratio <= limit else 'FAIL', size, ratio, limit))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
