#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes items of words that are selected with the mouse and with the keys, deletes and moves some, and takes it back.

After every step the file itself is asked: what the window shows and what is kept are the same."""

import json
import os
import re

import kit

kit.enter_display()

HOME = os.environ['HOME']
JSON_FILE = kit.source_path('data', 'stories', 'navalny-heart.json')
FILE = os.path.join(HOME, 'mine.dateline')
WORDS = 'could be seen in a bright red jumper'

with open(JSON_FILE, encoding='utf-8') as story_file:
    STORY = json.load(story_file)

program = None


def kept(kind):
    """The items of a kind as they are in the file."""
    copy = os.path.join(HOME, 'copy.json')
    if os.path.exists(copy):
        os.unlink(copy)
    kit.cli('convert', FILE, copy)
    with open(copy, encoding='utf-8') as copy_file:
        return json.load(copy_file)[kind]


def grows(kind, by):
    """Whether the file comes to hold so many more of a kind than the bundled story has."""
    return kit.until(lambda: len(kept(kind)) == len(STORY[kind]) + by)


def text_view():
    return kit.until(lambda: next((node for node in kit.nodes('text') if WORDS in kit.text_of(node)), None),
                     what='the article')


def button(name):
    return kit.look('push button', name, where=kit.on_screen)


def opens(tap):
    global program
    kit.cli('convert', JSON_FILE, FILE)
    program = kit.Program(kit.dateline(), FILE)
    program.wait_for_window(STORY['title'])
    kit.activate(STORY['title'])
    kit.key('ctrl+2')
    tap.check(text_view() is not None, 'an article of the file can be read')
    tap.check(button('New Event From This Passage') is None, 'no toolbar without a selection')


def by_mouse(tap):
    kit.drag_over(text_view(), WORDS)
    toolbar = kit.until(lambda: button('New Event From This Passage'))
    tap.check(toolbar is not None, 'the toolbar comes when words are selected')
    kit.picture('toolbar')
    kit.click(toolbar)
    tap.check(grows('events', 1), 'its button makes an event')
    event = kept('events')[-1]
    tap.equal(event['title'], WORDS[0].upper() + WORDS[1:], 'the words are its title')
    tap.equal([passage['exact'] for passage in event['passages']], [WORDS], 'and its evidence')
    kit.picture('form')
    kit.key('ctrl+z')
    tap.check(grows('events', 0), 'Ctrl+Z takes it back')
    kit.key('ctrl+shift+z')
    tap.check(grows('events', 1), 'Shift+Ctrl+Z does it again')
    kit.key('F10')
    kit.press(re.compile('Undo Add Event'), 'menu item')
    tap.check(grows('events', 0), 'the menu names what it would undo, and does it')

    kit.drag_over(text_view(), WORDS)
    kit.click(kit.until(lambda: button('New Event From This Passage')))
    tap.check(grows('events', 1), 'the same words make another event')
    kit.settle()
    kit.key('ctrl+a')
    kit.type_text('Red')
    tap.check(kit.until(lambda: kept('events')[-1]['title'] == 'Red'), 'its form is open, in the first field')
    for _ in range(6):
        if len(kept('events')) > len(STORY['events']):
            kit.key('ctrl+z')
            kit.settle()
    tap.check(grows('events', 0), 'Ctrl+Z takes back what was typed, and then the event')


def by_keys(tap):
    node = text_view()
    kit.click(node)
    kit.settle()
    kit.key('F7')
    # From the caret to the end of the line, wherever that is.
    kit.key('Home', 'shift+End')
    tap.check(kit.until(lambda: button('New Quote From This Passage')), 'the toolbar comes for the keys, too')
    tap.check(kit.has_state(kit.focused(), kit.Atspi.StateType.FOCUSED) and kit.focused().get_role_name() == 'text',
              'and leaves the focus where it is')
    kit.key('Escape')
    tap.check(kit.until(lambda: button('New Quote From This Passage') is None), 'Escape sends it away')
    kit.key('ctrl+shift+q')
    tap.check(grows('quotes', 1), 'Shift+Ctrl+Q makes a quote')
    quote = kept('quotes')[-1]
    tap.check(quote['passage']['exact'] in kit.text_of(node), 'of words of the article')
    kit.key('ctrl+z')
    tap.check(grows('quotes', 0), 'and Ctrl+Z takes it back')


def delete_and_move(tap):
    kit.key('ctrl+3')
    people = kit.find('list', 'People', where=kit.on_screen)
    kit.click(kit.until(lambda: next((row for row in kit.nodes('list item', root=people) if kit.on_screen(row)), None)))
    kit.key('Delete')
    tap.check(grows('people', -1), 'Delete deletes the person whose row has the focus')
    kit.key('ctrl+z')
    tap.check(grows('people', 0), 'and it comes back')

    kit.key('ctrl+2')
    articles = kit.find('list', 'Articles', where=kit.on_screen)
    kit.click(kit.until(lambda: next((row for row in kit.nodes('list item', root=articles) if kit.on_screen(row)), None)))
    before = [article['id'] for article in STORY['articles']]
    kit.key('alt+Down')
    tap.check(kit.until(lambda: [article['id'] for article in kept('articles')] == [before[1], before[0], before[2]]),
              'Alt+Down moves an article')
    # Where the machine is slow a key that is held may count twice.
    for _ in range(4):
        if [article['id'] for article in kept('articles')] != before:
            kit.key('ctrl+z')
            kit.settle()
    tap.check(kit.until(lambda: [article['id'] for article in kept('articles')] == before), 'and it goes back')


def drag(tap):
    """The second article above the first, with the mouse."""
    articles = kit.find('list', 'Articles', where=kit.on_screen)
    rows = [row for row in kit.nodes('list item', root=articles) if kit.on_screen(row)]
    first, second = (kit.extents(row) for row in rows[:2])
    left, top = kit.window_origin(articles)
    x = left + second.x + second.width // 2
    kit.xdotool('mousemove', '--sync', x, top + second.y + second.height // 2)
    kit.xdotool('mousedown', 1)
    for step in range(1, 9):
        kit.xdotool('mousemove', '--sync', x,
                    top + second.y + second.height // 2 + (first.y + 6 - second.y - second.height // 2) * step // 8)
        kit.settle()
    kit.xdotool('mouseup', 1)
    before = [article['id'] for article in STORY['articles']]
    tap.check(kit.until(lambda: [article['id'] for article in kept('articles')] == [before[1], before[0], before[2]]),
              'an article is dragged to another place')
    kit.key('ctrl+z')
    tap.check(kit.until(lambda: [article['id'] for article in kept('articles')] == before), 'and goes back')


def ends(tap):
    kit.key('ctrl+q')
    tap.equal(program.wait(), 0, 'the program ends well')
    tap.check(not re.search('(WARNING|CRITICAL)', program.log()), 'and complained of nothing', program.log())


if __name__ == '__main__':
    kit.run((opens, by_mouse, by_keys, delete_and_move, drag, ends), kit.Tap())
