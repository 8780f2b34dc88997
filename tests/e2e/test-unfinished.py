#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed is there again after a window is closed, a program is ended and a program is killed, finished or not."""

import os
import re
import signal
import sqlite3

import kit

kit.enter_display()

JSON_FILE = kit.source_path('data', 'stories', 'navalny-heart.json')
FILE = os.path.join(os.environ['HOME'], 'mine.dateline')
DRAFTS = os.path.join(os.environ.get('XDG_STATE_HOME') or os.path.join(os.environ['HOME'], '.local', 'state'), 'dateline',
                      'drafts')


class State:
    program = None
    window = None


def start():
    State.program = kit.Program(kit.dateline(), FILE, env={'G_DEBUG': 'fatal-warnings'})
    State.window = State.program.wait_for_window('A heart behind glass')
    kit.activate('A heart behind glass')


def pane():
    return kit.part('DatelineEditPane', State.window)


def field(name):
    return kit.find('text', name, pane(), kit.on_screen)


def show_form():
    kit.press(re.compile('^Hearing in the Moscow court'), root=kit.page('timeline'))
    kit.key('F2')
    kit.until(lambda: kit.look('text', 'Date', pane(), kit.on_screen))


def stored(column):
    with sqlite3.connect('file:%s?mode=ro' % FILE, uri=True) as database:
        return database.execute("SELECT %s FROM event WHERE id = 'event-hearing'" % column).fetchone()[0]


def journals():
    return os.listdir(DRAFTS) if os.path.isdir(DRAFTS) else []


def journal():
    """All that the journals hold."""
    text = ''
    for name in journals():
        with open(os.path.join(DRAFTS, name), encoding='utf-8') as file:
            text += file.read()
    return text


def asks(tap):
    kit.cli('convert', JSON_FILE, FILE)
    start()
    show_form()
    kit.set_text(field('Date'), '30 Feb 2021')
    kit.until(lambda: 'February 2021 has no day 30' in kit.texts(pane()))
    kit.key('ctrl+w')
    tap.check(kit.until(lambda: kit.look('label', 'A Change Is Not Finished')), 'a window with a wrong date asks before it closes')
    tap.check(kit.until(lambda: any('Date of “Hearing in the Moscow court”: “30 Feb 2021”' in text for text in kit.texts())),
              'and names the field and what was typed')
    kit.press(re.compile('Go Back'))
    tap.check(kit.until(lambda: kit.has_state(field('Date'), kit.Atspi.StateType.FOCUSED)), 'Go Back leads to the field')
    kit.activate('A heart behind glass')
    kit.key('ctrl+q')
    kit.until(lambda: kit.look('label', 'A Change Is Not Finished'))
    kit.press(re.compile('Keep for Later'))
    tap.equal(State.program.wait(), 0, 'the program ends when it is kept for later')
    tap.equal(len(journals()), 1, 'it is kept in one file')
    tap.equal(stored('date'), '2021-02-02', 'and not in the story')


def comes_back(tap):
    start()
    tap.check(kit.until(lambda: kit.look('label', 'A change is not finished')), 'the next time it is told')
    kit.press(re.compile('^Show( Show)?$'), role='push button')
    tap.check(kit.until(lambda: kit.text_of(field('Date')) == '30 Feb 2021'), 'Show leads to what was typed')
    tap.check(kit.until(lambda: 'February 2021 has no day 30' in kit.texts(pane())), 'and says what is wrong with it')
    kit.key('ctrl+w')
    kit.until(lambda: kit.look('label', 'A Change Is Not Finished'))
    kit.press(re.compile('Discard'))
    tap.equal(State.program.wait(), 0, 'it can be discarded')
    tap.equal(journals(), [], 'and nothing is left of it')
    tap.equal(State.program.log(), '', 'there was no warning')


def killed(tap):
    """The last key comes a moment before the crash: typing has not rested yet."""
    start()
    show_form()
    kit.click(field('Place'))
    kit.key('ctrl+a')
    kit.type_text('Typed to the last k')
    kit.until(lambda: kit.text_of(field('Place')) == 'Typed to the last k')
    kit.type_text('ey')
    kit.until(lambda: 'last key' in journal() or stored('place') == 'Typed to the last key')
    State.program.end(signal.SIGKILL)
    start()
    if stored('place') != 'Typed to the last key':
        kit.press(re.compile('^Show( Show)?$'), role='push button')
    tap.check(kit.until(lambda: stored('place') == 'Typed to the last key'), 'after a crash every key is there')


def ended(tap):
    """The desktop ends its programs when the reader logs out."""
    if not kit.look('text', 'Place', kit.look('panel', 'DatelineEditPane', State.window) or State.window, kit.on_screen):
        show_form()
    kit.click(field('Place'))
    kit.key('ctrl+a')
    kit.type_text('Good night')
    kit.until(lambda: kit.text_of(field('Place')) == 'Good night')
    os.kill(State.program.process.pid, signal.SIGTERM)
    tap.equal(State.program.wait(), 0, 'the program ends by itself when it is told to')
    tap.equal(stored('place'), 'Good night', 'with what was typed in the story')
    tap.equal(journals(), [], 'and nothing else')


if __name__ == '__main__':
    kit.run((asks, comes_back, killed, ended), kit.Tap())
