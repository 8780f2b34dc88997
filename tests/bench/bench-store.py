#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether large stories keep to their budgets: bench-store.py [--small] BENCH-STORE GENERATE-STORY DATELINE-CLI STORY

Prints medians of CPU milliseconds and ratios to the bundled story's in the same run: on a shared machine only these mean
something. Then it says of each budget whether it is kept; the exit status is 1 if one is not. --small leaves out 100,000
articles with 1,000,000 items, which take minutes and 2 GB of disk, and says so."""

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7
N_CHANGES = 10000

BUNDLED = 'bundled story'
LARGE = '1,000 articles, 10,000 events, 50,000 quotes'
HUGE = '100,000 articles, 1,000,000 items'

SIZES = {
    LARGE: ['--articles=1000', '--events=10000', '--quotes=50000', '--people=500', '--reactions=2000', '--claims=200'],
    '10,000 articles, 100,000 items': [
        '--articles=10000', '--events=20000', '--quotes=40000', '--people=5000', '--reactions=22000', '--claims=1000'],
    HUGE: [
        '--articles=100000', '--events=100000', '--quotes=500000', '--people=40000', '--reactions=245000',
        '--claims=5000', '--sentences=12'],
}


def run(*arguments):
    done = subprocess.run(arguments, check=True, stdout=subprocess.PIPE, text=True)
    return [float(word) for word in done.stdout.split()]


class Budgets:
    """What was measured against what is allowed."""

    def __init__(self):
        self.lines = []
        self.failed = 0

    def check(self, name, value, limit, unit):
        if value is None:
            self.lines.append('NOT MEASURED  %s' % name)
            return
        kept = value <= limit
        self.failed += not kept
        self.lines.append('%s  %s: %.2f%s, budget %g%s' % (
            'PASS        ' if kept else 'FAIL        ', name, value, unit, limit, unit))

    def print(self):
        print('budgets')
        for line in self.lines:
            print('  ' + line)


def measure_opening(bench, files):
    opened = {name: [] for name in files}
    for _ in range(ROUNDS):
        for name, path in files.items():
            opened[name].append(run(bench, 'open', path))
    figures = {name: [statistics.median(f[i] for f in rounds) for i in range(3)] for name, rounds in opened.items()}
    base = figures[BUNDLED][0]
    # Without the window, which is most of what opening costs: bench-window.py has the budget for that.
    print('opening, and the dates of everything: CPU ms, ratio, wall ms, peak MiB')
    for name, (cpu, wall, memory) in figures.items():
        print('  %-46s %8.1f  %6.2f  %8.1f  %6.1f' % (name, cpu, cpu / base, wall, memory), flush=True)
    return figures


def measure_each(bench, files, title, *arguments):
    print(title)
    figures = {}
    for name, path in files.items():
        figures[name] = run(bench, arguments[0], path, *arguments[1:])
        print('  %-46s %8.3f  %8.3f' % (name, *figures[name]), flush=True)
    return figures


def main():
    small = '--small' in sys.argv
    bench, generate, cli, story = [a for a in sys.argv[1:] if a != '--small']
    budgets = Budgets()
    with tempfile.TemporaryDirectory(prefix='dateline-bench-') as folder:
        files = {BUNDLED: os.path.join(folder, 'bundled.dateline')}
        subprocess.run([cli, 'convert', story, files[BUNDLED]], check=True)
        for number, (name, options) in enumerate(SIZES.items()):
            if small and name == HUGE:
                continue
            files[name] = os.path.join(folder, '%d.dateline' % number)
            subprocess.run([generate, *options, files[name]], check=True)

        opened = measure_opening(bench, files)
        edited = measure_each(bench, files, 'one edit: CPU ms, wall ms', 'edit', '101')
        searched = measure_each(bench, files, 'the first page of a search: CPU ms at most, median', 'search')
        first, last = run(bench, 'memory', files[BUNDLED], str(N_CHANGES))
        print('%d edits, undos and redos: %.2f MiB after a tenth, %.2f MiB at the end' % (N_CHANGES, first, last))

    huge = opened.get(HUGE)
    budgets.check('opening %s' % HUGE, huge and huge[1] / 1000, 2, ' s')
    budgets.check('memory with %s' % HUGE, huge and huge[2], 500, ' MiB')
    # The same cost, but for what two runs of the same differ by.
    base = edited[BUNDLED][0]
    budgets.check('one edit of %s, against the %s' % (LARGE, BUNDLED), edited[LARGE][0] / base, 1.5, ' times')
    budgets.check('one edit of %s, against the %s' % (HUGE, BUNDLED), HUGE in edited and edited[HUGE][0] / base or None,
                  1.5, ' times')
    budgets.check('first page of a search in %s' % HUGE, HUGE in searched and searched[HUGE][0] or None, 50, ' ms')
    # SQLite keeps up to 2 MiB of the pages of a file, and the file grows with what can be undone.
    budgets.check('growth of memory over %d edits, undos and redos' % N_CHANGES, last - first, 2, ' MiB')
    budgets.print()
    return 1 if budgets.failed else 0


if __name__ == '__main__':
    sys.exit(main())
