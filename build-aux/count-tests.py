#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what the last test runs of build folders found: count-tests.py BUILD...

Every check of a program that writes TAP counts for itself, any other program
counts once. Prints each failing program with what it wrote, and at last
'N passed, N failed'. Exit status 1 when something failed, and when a folder
holds no results at all.
"""

import collections
import json
import os
import re
import sys

FINE = ('OK', 'EXPECTEDFAIL', 'SKIP')
OUTPUT_LIMIT = 12000
PLAN = re.compile(r'^1\.\.\d+', re.MULTILINE)
CHECK = re.compile(r'^(not )?ok\b(.*)$', re.MULTILINE)
DIRECTIVE = re.compile(r'#\s*(skip|todo)\b', re.IGNORECASE)


def read_programs(folder):
    """The test programs of a run: meson's log has one JSON object a line."""
    path = os.path.join(folder, 'meson-logs', 'testlog.json')
    with open(path, encoding='utf-8', errors='replace') as log:
        return [json.loads(line) for line in log if line.strip()]


def shorten(text):
    return text if len(text) <= OUTPUT_LIMIT else '[...]\n' + text[-OUTPUT_LIMIT:]


def show_program(folder, program):
    print('\n--- failed: %s in %s (%s, exit status %s)'
          % (program['name'], os.path.basename(folder), program['result'],
             program.get('returncode', 'unknown')))
    for stream in ('stdout', 'stderr'):
        text = (program.get(stream) or '').strip()
        if text:
            print(shorten(text))


def count_program(program):
    """How many checks of one program passed, failed and were skipped."""
    counts = collections.Counter()
    output = (program.get('stdout') or '').replace('\r', '')

    if PLAN.search(output):
        for check in CHECK.finditer(output):
            directive = DIRECTIVE.search(check[2])
            if directive and directive[1].lower() == 'skip':
                counts['skipped'] += 1
            elif check[1] and not directive:
                counts['failed'] += 1
            else:
                counts['passed'] += 1
    elif program['result'] == 'SKIP':
        counts['skipped'] += 1
    elif program['result'] in FINE:
        counts['passed'] += 1

    # A program may fail with all its checks passed: by a crash, a time-out, a plan that it did not keep.
    if program['result'] not in FINE and not counts['failed']:
        counts['failed'] += 1
    return counts


def count_folder(folder):
    total = collections.Counter()
    try:
        programs = read_programs(folder)
    except (OSError, json.JSONDecodeError) as error:
        print('\n--- %s: there are no test results: %s' % (os.path.basename(folder), error))
        programs = []

    for program in programs:
        counts = count_program(program)
        total += counts
        if counts['failed']:
            show_program(folder, program)
        if counts['skipped']:
            print('skipped in %s: %d of %s' % (os.path.basename(folder), counts['skipped'], program['name']))

    if not programs:
        total['failed'] += 1
    return total


def main():
    total = collections.Counter()
    for folder in sys.argv[1:]:
        total += count_folder(folder.rstrip('/'))
    if total['skipped']:
        print('\n%d skipped' % total['skipped'])
    print('%d passed, %d failed' % (total['passed'], total['failed']), flush=True)
    return 0 if total['passed'] and not total['failed'] else 1


if __name__ == '__main__':
    sys.exit(main())
