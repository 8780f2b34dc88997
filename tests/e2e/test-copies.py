#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a story: two that were changed differently are merged through the menu, the reader decides what both say
otherwise, and undoes it; a backup is restored, and that is undone too."""

import json
import os
import re
import shutil
import sqlite3

import kit

kit.enter_display()

TITLE = 'A heart behind glass'
HEARING = 'Hearing in the Moscow court'
FOLDER = os.path.join(os.environ['HOME'], 'Documents')
OURS = os.path.join(FOLDER, 'Ours.dateline')
THEIRS = os.path.join(FOLDER, 'Theirs.dateline')


class State:
    program = None


def stored(path, column):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute("SELECT %s FROM event WHERE id = 'event-hearing'" % column).fetchone()[0]


def change(path, **values):
    """Changes the hearing as another checker does, with another program."""
    edits = os.path.join(FOLDER, 'edits.json')
    with open(edits, 'w', encoding='utf-8') as file:
        json.dump({'format': 'dateline-edits', 'version': 1, 'name': 'Corrections',
                   'edits': [{'op': 'change', 'id': 'event-hearing', 'set': values}]}, file)
    kit.cli('--story=' + path, 'apply', edits)


def menu(entry):
    """An entry of the main menu, by keys and by name as a reader would find it."""
    kit.key('F10')
    kit.press(re.compile(entry))


def find_window(title, role):
    """A window with something of ROLE in it. The window itself has no role, and that for files has the same title."""
    return next((window for window in kit.windows() if kit.name_of(window) == title and kit.look(role, root=window)), None)


def window(title, role):
    return kit.until(lambda: find_window(title, role), what='the window ' + title)


def gone(title, role):
    kit.until(lambda: find_window(title, role) is None, what='the end of the window ' + title)


def begin(tap):
    os.makedirs(FOLDER, exist_ok=True)
    kit.cli('convert', kit.source_path('data', 'stories', 'navalny-heart.json'), OURS)
    shutil.copy(OURS, THEIRS)
    change(THEIRS, title='Their title', place='Their place', description='Only they say this')
    change(OURS, title='Our title', place='Our place')
    State.program = kit.Program(kit.dateline(), OURS, env={'G_DEBUG': 'fatal-warnings'})
    State.program.wait_for_window()
    kit.activate(TITLE)
    tap.equal(stored(OURS, 'title'), 'Our title', 'the two copies say different things')


def choose_file(path):
    """With no portal the toolkit shows its own file chooser, which takes a path that is typed."""
    kit.activate('Merge Copy')
    kit.settle()
    kit.type_text(path)
    kit.settle()
    kit.key('Return')


def decide(tap):
    menu('^Merge Copy')
    choose_file(THEIRS)
    merge = window('Merge Copy', 'radio button')
    kit.activate('Merge Copy')
    tap.check(kit.until(lambda: kit.reads('2 things differently', merge)), 'what both changed is asked for', kit.texts(merge))
    for value in ('Our title', 'Their title', 'Our place', 'Their place'):
        tap.check(value in kit.texts(merge), 'both values are there to read: ' + value)
    tap.check('Only they say this' not in kit.texts(merge), 'what only one changed is no question')
    tap.check(kit.has_state(kit.focused(), kit.Atspi.StateType.CHECKED), 'the first choice has the keys: ours')
    kit.picture('merge', 'Merge Copy')

    kit.key('Escape')
    gone('Merge Copy', 'radio button')
    tap.equal(stored(OURS, 'title'), 'Our title', 'Escape merges nothing')

    kit.activate(TITLE)
    menu('^Merge Copy')
    choose_file(THEIRS)
    merge = window('Merge Copy', 'radio button')
    kit.activate('Merge Copy')
    kit.settle()
    # Theirs of the first, ours of the second.
    kit.key('Right')
    tap.check(kit.until(lambda: [kit.has_state(node, kit.Atspi.StateType.CHECKED) for node in kit.nodes('radio button', root=merge)]
                        == [False, True, True, False]), 'an arrow key chooses the other value')
    first = 'title' if kit.texts(merge).index('Our title') < kit.texts(merge).index('Our place') else 'place'
    second = 'place' if first == 'title' else 'title'
    kit.press('Merge', root=merge)
    gone('Merge Copy', 'radio button')
    tap.check(kit.until(lambda: stored(OURS, first) == 'Their ' + first), 'the choice of theirs is in the story')
    tap.equal(stored(OURS, second), 'Our ' + second, 'and so is that of ours')
    tap.equal(stored(OURS, 'description'), 'Only they say this', 'and what only they changed')
    tap.equal(stored(THEIRS, 'title'), 'Their title', 'the other copy is as it was')
    tap.check(kit.until(lambda: kit.reads('changes merged') or kit.reads('change merged')), 'a toast says so')


def undo_merge(tap):
    kit.activate(TITLE)
    kit.key('ctrl+z')
    tap.check(kit.until(lambda: stored(OURS, 'description') != 'Only they say this'), 'Ctrl+Z takes the merge back')
    tap.equal((stored(OURS, 'title'), stored(OURS, 'place')), ('Our title', 'Our place'), 'all of it')
    kit.key('ctrl+shift+z')
    tap.check(kit.until(lambda: stored(OURS, 'description') == 'Only they say this'), 'and Shift+Ctrl+Z does it again')


def restore(tap):
    before = stored(OURS, 'description')
    kit.activate(TITLE)
    menu('^Restore Backup')
    backups = window('Restore Backup', 'push button')
    kit.activate('Restore Backup')
    button = kit.until(lambda: kit.nodes('push button', re.compile('^Restore the backup: Today'), backups))
    tap.check(button, 'a backup was made before the first change')
    kit.picture('restore', 'Restore Backup')
    kit.do(button[-1])
    gone('Restore Backup', 'push button')
    tap.check(kit.until(lambda: stored(OURS, 'title') == HEARING), 'the story is what it was at first', stored(OURS, 'title'))
    tap.check(kit.until(lambda: kit.nodes(where=lambda node: kit.name_of(node).startswith(HEARING))), 'and the window shows it')
    kit.activate(TITLE)
    kit.key('ctrl+z')
    tap.check(kit.until(lambda: stored(OURS, 'description') == before), 'Ctrl+Z brings back what was there')


def ends(tap):
    kit.key('ctrl+q')
    tap.equal(State.program.wait(), 0, 'the program ends')
    tap.equal(State.program.log(), '', 'there was no warning')


if __name__ == '__main__':
    kit.run((begin, decide, undo_merge, restore, ends), kit.Tap())
