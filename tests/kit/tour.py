#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows Dateline where there is no display: tour.py BINDIR PICTURES [FILE]

Opens the window on the display it is given (a virtual one: see
run-under-xvfb.sh), goes through every view by its keys, saves a picture of
each in the folder PICTURES, and prints the quotes of the story as they are
exported.
"""

import os
import subprocess
import sys

import kit

VIEWS = ('timeline', 'articles', 'people', 'reactions', 'compare')


def show_views(program, pictures):
    window = program.wait_for_window()
    kit.activate(kit.name_of(window))
    for number, view in enumerate(VIEWS, 1):
        kit.key('ctrl+%d' % number)
        kit.until(lambda: kit.has_state(tabs()[number - 1], kit.Atspi.StateType.SELECTED),
                  what='the view ' + view)
        kit.settle()
        path = kit.picture(os.path.join(pictures, view + '.png'), kit.name_of(window))
        print('%-10s  %s' % (view, path), flush=True)


def tabs():
    return kit.nodes('page tab')[:len(VIEWS)]


def print_quotes(bindir, arguments):
    print('\nThe quotes, as dateline-cli exports them:\n', flush=True)
    story = ['--story', arguments[0]] if arguments else []
    return subprocess.run([os.path.join(bindir, 'dateline-cli'), *story, 'export', '--format', 'text'],
                          check=False).returncode


def main():
    bindir, pictures, *arguments = sys.argv[1:]
    os.makedirs(pictures, exist_ok=True)
    program = kit.Program(os.path.join(bindir, 'dateline'), *arguments)
    try:
        show_views(program, pictures)
    finally:
        program.end()
    if program.log().strip():
        print(program.log(), file=sys.stderr)
    return print_quotes(bindir, arguments)


if __name__ == '__main__':
    sys.exit(main())
