#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits the bundled story by keys: the copy that is kept of it, dates as people write them, what is wrong, what others do."""

import os
import re
import sqlite3

import kit

kit.enter_display()

TITLE = 'A heart behind glass'


class State:
    program = None
    window = None
    path = None


def start(*arguments):
    State.program = kit.Program(kit.dateline(), *arguments, env={'G_DEBUG': 'fatal-warnings'})
    State.window = State.program.wait_for_window()
    kit.activate(kit.name_of(State.window))


def pane():
    return kit.part('DatelineEditPane', State.window)


def field(name):
    """The text that a form names NAME."""
    # The forms of other kinds are there too, hidden.
    return kit.find('text', name, pane(), kit.on_screen)


def stored(table, column, where='1'):
    with sqlite3.connect('file:%s?mode=ro' % State.path, uri=True) as database:
        return [row[0] for row in database.execute('SELECT %s FROM %s WHERE %s' % (column, table, where))]


def edit_button():
    return kit.find('push button', 'Edit', State.window)


def opens(tap):
    start()
    kit.key('F2')
    tap.check(kit.until(lambda: kit.pressed(edit_button())), 'F2 shows the forms')
    tap.check(kit.until(lambda: kit.text_of(field('Title')) == TITLE), 'with nothing selected, that of the story')
    tap.check(kit.until(lambda: kit.has_state(field('Title'), kit.Atspi.StateType.FOCUSED)), 'the first field has the keys')


def keep_dialog():
    return kit.until(lambda: kit.look(('dialog', 'frame', 'window'), re.compile('Keep the Changes')) or
                     (kit.look('label', 'Keep the Changes?')), what='the question where to keep the story')


def cancels(tap):
    kit.key('Home')
    kit.type_text('No ')
    tap.check(keep_dialog(), 'the first edit of the bundled story asks where to keep it')
    kit.press(re.compile('Cancel'))
    tap.check(kit.until(lambda: kit.text_of(field('Title')) == TITLE), 'Cancel puts back what was there')


def story_file():
    for folder, _, names in os.walk(os.environ['HOME']):
        for name in names:
            # The first edit of a day makes a backup, which is one too.
            if name.endswith('.dateline') and 'backups' not in folder:
                return os.path.join(folder, name)
    return None


def keeps(tap):
    kit.activate(TITLE)
    kit.key('F2')
    if not kit.pressed(edit_button()):
        kit.key('F2')
    kit.until(lambda: kit.has_state(field('Title'), kit.Atspi.StateType.FOCUSED))
    kit.key('Home')
    kit.type_text('Once more: ')
    keep_dialog()
    kit.press(re.compile('Keep in Library'))
    State.path = kit.until(story_file, what='the story file')
    tap.check(kit.until(lambda: stored('story', 'title') == ['Once more: ' + TITLE]), 'what was typed is in the story file')
    tap.equal(kit.text_of(field('Title')), 'Once more: ' + TITLE, 'and in the field')


def dates(tap):
    kit.activate('Once more')
    kit.key('Escape')
    tap.check(kit.until(lambda: not kit.pressed(edit_button())), 'Escape leaves the forms')
    kit.press(re.compile('^Hearing in the Moscow court'), root=kit.page('timeline'))
    kit.key('F2')
    kit.until(lambda: kit.look('text', 'Date', pane()))
    date = field('Date')
    kit.until(lambda: kit.text_of(field('Title')) == 'Hearing in the Moscow court')
    kit.set_text(date, '30 Feb 2021')
    tap.check(kit.until(lambda: 'February 2021 has no day 30' in kit.texts(pane())), 'a date that is none is told in words')
    tap.equal(stored('event', 'date', "id = 'event-hearing'"), ['2021-02-02'], 'and not applied')
    kit.set_text(date, 'about 3 March 2021')
    tap.check(kit.until(lambda: stored('event', 'date', "id = 'event-hearing'") == ['2021-03-03~']),
              'a date as people write it is kept as EDTF')
    tap.check(kit.until(lambda: 'about 3 March 2021' in kit.texts(pane())), 'and said below')


def conflict(tap):
    place = field('Place')
    kit.set_text(place, 'My place')
    with sqlite3.connect(State.path) as database:
        database.execute("UPDATE event SET place = 'Their place' WHERE id = 'event-hearing'")
    tap.check(kit.until(lambda: any('Their place' in text for text in kit.texts(pane()))), 'what somebody else wrote is told')
    tap.equal(stored('event', 'place', "id = 'event-hearing'"), ['Their place'], 'and not overwritten')
    tap.equal(kit.text_of(place), 'My place', 'what was typed is still there')
    kit.press('Keep Mine', root=pane())
    tap.check(kit.until(lambda: stored('event', 'place', "id = 'event-hearing'") == ['My place']), 'Keep Mine applies it')


def choice(tap):
    kit.press(re.compile('Add…'), root=pane())
    entry = kit.until(lambda: kit.look(('entry', 'text'), 'Type to search', State.window))
    kit.until(lambda: kit.on_screen(entry))
    kit.type_text('Oleg Ivanov')
    kit.until(lambda: kit.look('list item', 'New person “Oleg Ivanov”', State.window))
    kit.key('Return')
    tap.check(kit.until(lambda: 'Oleg Ivanov' in stored('person', 'name')), 'a person can be named who is not there yet')
    tap.check(kit.until(lambda: stored('participant JOIN person ON person.id = person', 'name',
                                       "event = 'event-hearing' AND name = 'Oleg Ivanov'")), 'and takes part')


def ends(tap):
    """What was typed a moment ago is not lost."""
    kit.set_text(field('Place'), 'The last word')
    kit.activate('Once more')
    kit.key('ctrl+w')
    tap.equal(State.program.wait(), 0, 'the window closes')
    tap.equal(stored('event', 'place', "id = 'event-hearing'"), ['The last word'], 'what was typed last is kept')
    tap.equal(State.program.log(), '', 'there was no warning')


if __name__ == '__main__':
    kit.run((opens, cancels, keeps, dates, conflict, choice, ends), kit.Tap())
