#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the start of the window: bench-startup.py FIRSTFRAME MINIMAL DATELINE [ROUNDS]

Starts Dateline and a bare libadwaita window in turn, on a display of its own,
and compares, round by round, the CPU time that each has used when it first
shows content. Exit status 1 when the middle one of the ratios, or the peak of
memory, is above the budget.
"""

import re
import statistics
import subprocess
import sys

import kit

CPU_BUDGET = 1.5
RSS_BUDGET_MIB = 110
ROUNDS = 11

kit.enter_display('-m', 'none')


def measure(firstframe, program):
    output = subprocess.run([firstframe, program], check=True, stdout=subprocess.PIPE,
                            universal_newlines=True).stdout
    found = re.fullmatch(r'content (\S+) (\S+) settled (\S+) (\S+) rss (\d+)\n', output)
    keys = ('content', 'content_cpu', 'settled', 'settled_cpu', 'rss')
    return dict(zip(keys, map(float, found.groups())))


def middle(rounds, key):
    return statistics.median(one[key] for one in rounds)


def show(name, rounds):
    print('%-9s first content %5.0f ms, CPU %5.0f ms (%.0f to %.0f); settled %5.0f ms, CPU %5.0f ms; peak RSS %.1f MiB'
          % (name, middle(rounds, 'content'), middle(rounds, 'content_cpu'),
             min(one['content_cpu'] for one in rounds), max(one['content_cpu'] for one in rounds),
             middle(rounds, 'settled'), middle(rounds, 'settled_cpu'), middle(rounds, 'rss') / 1024))


def main():
    firstframe, minimal, dateline, *number = sys.argv[1:]
    bare, ours = [], []
    # The first round warms the caches and is not counted.
    for number in range(int(number[0]) + 1 if number else ROUNDS + 1):
        pair = measure(firstframe, minimal), measure(firstframe, dateline)
        if number:
            bare.append(pair[0])
            ours.append(pair[1])

    show('bare', bare)
    show('dateline', ours)
    ratio = statistics.median(one['content_cpu'] / other['content_cpu'] for one, other in zip(ours, bare))
    rss = max(one['rss'] for one in ours) / 1024
    print('CPU to first content: %.2f times that of a bare window, of %.1f at most' % (ratio, CPU_BUDGET))
    print('peak RSS: %.1f MiB, of %d at most' % (rss, RSS_BUDGET_MIB))
    return 0 if ratio <= CPU_BUDGET and rss < RSS_BUDGET_MIB else 1


if __name__ == '__main__':
    sys.exit(main())
