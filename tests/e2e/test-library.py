#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of one's own: made, opened, copied, thrown away and brought back, by keys and menus; the example is kept
when it is changed."""

import json
import os
import re
import sqlite3

import kit

kit.enter_display()

HOME = os.environ['HOME']
STORIES = os.path.join(os.environ.get('XDG_DATA_HOME', os.path.join(HOME, '.local/share')), 'dateline', 'stories')
TRASH = os.path.join(os.path.dirname(os.path.dirname(STORIES)), 'Trash', 'files')
LIBRARY = 'Stories'

with open(kit.source_path('data', 'stories', 'navalny-heart.json'), encoding='utf-8') as story_file:
    EXAMPLE = json.load(story_file)['title']


def start(*arguments):
    program = kit.Program(kit.dateline(), *arguments, env={'G_DEBUG': 'fatal-warnings'})
    program.wait_for_window()
    return program


def end(tap, program, name):
    status = program.end()
    tap.check(status in (0, -15), '%s: the program lived to its end' % name, program.log())
    tap.equal(program.log(), '', '%s: there was no warning' % name)


def titles():
    return sorted(kit.name_of(frame) for frame in kit.frames())


def files():
    return sorted(os.listdir(STORIES)) if os.path.isdir(STORIES) else []


def title_in(path):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute('SELECT title FROM story').fetchone()[0]


def open_library():
    kit.key('shift+ctrl+o')
    kit.find('frame', LIBRARY)
    kit.activate(LIBRARY)


def card(title):
    """The card of a story, whose name begins with its title."""
    return kit.find(where=lambda node: kit.name_of(node).startswith(title + ',') and node.get_role_name() != 'frame')


def first_start(tap):
    program = start()
    try:
        tap.equal(titles(), [EXAMPLE], 'without a story of one\'s own the example opens')
        tap.equal(files(), [], 'and nothing is written')
        kit.activate(EXAMPLE)
        open_library()
        tap.check(kit.find(None, 'No Stories Yet'), 'the library says that it is empty')
    finally:
        end(tap, program, 'first start')


def new_story(tap):
    program = start()
    try:
        kit.activate(EXAMPLE)
        kit.key('ctrl+n')
        kit.find(None, 'New Story')
        kit.type_text('The fox')
        tap.check(kit.until(lambda: kit.reads('The fox.dateline')), 'the dialog says where the story will be kept')
        kit.key('Return')
        tap.check(kit.until(lambda: 'The fox' in titles()), 'a window on the new story opens', titles())
        tap.equal(files(), ['The fox.dateline'], 'its file has a readable name')
        tap.equal(title_in(os.path.join(STORIES, 'The fox.dateline')), 'The fox', 'and the title is in it')
        kit.activate('The fox')
        open_library()
        tap.check(card('The fox'), 'the library shows it')
        tap.check(card(EXAMPLE), 'and the example')
    finally:
        end(tap, program, 'new story')


def copy_and_trash(tap):
    program = start()
    try:
        tap.equal(titles(), [LIBRARY], 'who has a story begins in the library')
        kit.activate(LIBRARY)
        card('The fox')
        # The first card has the focus.
        kit.key('Menu')
        kit.press('Duplicate')
        tap.check(kit.until(lambda: files() == ['The fox (copy).dateline', 'The fox.dateline']), 'Duplicate makes a file',
                  files())
        tap.check(card('The fox (copy)'), 'and a card')

        kit.click(card('The fox (copy)'), 3)
        kit.press('Move to Trash')
        tap.check(kit.until(lambda: files() == ['The fox.dateline']), 'Move to Trash moves it', files())
        tap.equal(os.listdir(TRASH), ['The fox (copy).dateline'], 'to the Trash')
        kit.press(re.compile('Undo'))
        tap.check(kit.until(lambda: len(files()) == 2), 'Undo brings it back', files())
        tap.equal(os.listdir(TRASH), [], 'out of the Trash')
        tap.check(card('The fox (copy)'), 'with its card')
    finally:
        end(tap, program, 'copy and trash')


def keys(tap):
    program = start()
    try:
        kit.activate(LIBRARY)
        card('The fox')
        kit.key('Delete')
        tap.check(kit.until(lambda: len(files()) == 1), 'Delete moves the story with the focus to the Trash', files())
        kit.press(re.compile('Undo'))
        kit.until(lambda: len(files()) == 2)
        card('The fox')

        kit.type_text('copy')
        tap.check(kit.until(lambda: not kit.nodes(where=lambda node: kit.name_of(node).startswith(EXAMPLE + ','))),
                  'typing searches')
        kit.key('Return')
        tap.check(kit.until(lambda: titles() == ['The fox (copy)']), 'Return opens what was found, and the library closes',
                  titles())
    finally:
        end(tap, program, 'keys')


def damaged(tap):
    path = os.path.join(STORIES, 'Torn page.dateline')
    with open(path, 'wb') as file:
        file.write(b'no database at all ' * 100)
    program = start()
    try:
        kit.activate(LIBRARY)
        tap.check('not a story file' in kit.name_of(card('Torn page')), 'the card of a damaged file says what is wrong')
        kit.type_text('Torn')
        kit.until(lambda: not kit.nodes(where=lambda node: kit.name_of(node).startswith('The fox')))
        kit.key('Return')
        tap.check(kit.find(None, 'This Story Cannot Be Opened'), 'and its window too')
    finally:
        end(tap, program, 'damaged')
    with open(path, 'rb') as file:
        tap.equal(file.read(), b'no database at all ' * 100, 'the file is as it was')
    os.unlink(path)


def by_argument(tap):
    elsewhere = os.path.join(HOME, 'Документы')
    os.makedirs(elsewhere, exist_ok=True)
    path = os.path.join(elsewhere, 'Лиса.dateline')
    os.rename(os.path.join(STORIES, 'The fox (copy).dateline'), path)
    program = start(path, os.path.join(STORIES, 'The fox.dateline'))
    try:
        tap.check(kit.until(lambda: titles() == ['The fox', 'The fox (copy)']), 'each file has a window', titles())
        kit.activate('The fox (copy)')
        kit.key('ctrl+i')
        tap.check(kit.until(lambda: kit.reads('~/Документы/Лиса.dateline')), 'which says where it is kept')
        kit.key('Escape')
        kit.activate('The fox (copy)')
        open_library()
        tap.check(card('The fox (copy)'), 'the library knows the story that is kept elsewhere')
    finally:
        end(tap, program, 'by argument')


def keep_example(tap):
    program = start()
    try:
        kit.activate(LIBRARY)
        kit.type_text('glass')
        kit.until(lambda: not kit.nodes(where=lambda node: kit.name_of(node).startswith('The fox')))
        kit.key('Return')
        kit.until(lambda: titles() == [EXAMPLE], what='the window of the example')
        kit.activate(EXAMPLE)
        kit.key('F2')
        # The pane has the focus in the title.
        kit.part('DatelineEditPane')
        kit.settle()
        kit.key('ctrl+a')
        kit.type_text('My own story')
        kit.find(None, 'Keep the Changes?')
        tap.check(kit.reads(EXAMPLE + '.dateline'), 'the dialog says where the copy will be')
        kit.press(re.compile('Keep in Library'))
        tap.check(kit.until(lambda: titles() == ['My own story']), 'the window goes on in the copy', titles())
        tap.check(EXAMPLE + '.dateline' in files(), 'which is a file of the library', files())
        tap.check(kit.until(lambda: title_in(os.path.join(STORIES, EXAMPLE + '.dateline')) == 'My own story'),
                  'with the change in it')
        kit.key('shift+ctrl+o')
        kit.find('frame', LIBRARY)
        kit.activate(LIBRARY)
        tap.check(card('My own story'), 'the library shows it')
        tap.check(card(EXAMPLE), 'beside the example, which is as it was')
    finally:
        end(tap, program, 'keep')


if __name__ == '__main__':
    kit.run((first_start, new_story, copy_and_trash, keys, damaged, by_argument, keep_example), kit.Tap())
