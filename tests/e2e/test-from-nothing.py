#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a story from nothing, as a reader does: the story, its first article, and an event of its words."""

import glob
import os

import kit

kit.enter_display()

HOME = os.environ['HOME']
TITLE = 'The bridge over the Oka'
HEADLINE = 'Bridge closed after a crack'
TEXT = 'The bridge over the Oka was closed on Tuesday.'
QUOTATION = 'We saw the crack at six, said Anna Petrova.'
EVENT = 'bridge over the Oka was closed'

program = None


def stored_file():
    found = glob.glob(os.path.join(HOME, '.local/share/dateline/stories/*.dateline'))
    return found[0] if len(found) == 1 else None


def listed(kind):
    return kit.cli('list', kind, '--story', stored_file())


def new_story(tap):
    global program
    program = kit.Program(kit.dateline())
    program.wait_for_window()
    kit.activate('A heart')
    kit.key('ctrl+n')
    kit.find(None, 'New Story')
    kit.type_text(TITLE)
    kit.until(lambda: kit.reads(TITLE + '.dateline'))
    kit.key('Return')
    tap.check(kit.until(lambda: kit.look('frame', TITLE)), 'a new story has a window')
    tap.check(kit.until(stored_file), 'and a file at once')
    kit.activate(TITLE)
    tap.check(kit.until(lambda: kit.look('push button', 'Add Article…', kit.frame(TITLE))),
              'which says that articles come first')
    kit.picture('empty')


def first_article(tap):
    kit.press('Add Article…', root=kit.frame(TITLE))
    kit.until(lambda: kit.x_windows('Add Article'), what='the window for an article')
    kit.activate('Add Article')
    kit.settle()
    kit.type_text(HEADLINE)
    kit.key('Tab')
    kit.settle()
    kit.type_text(TEXT)
    kit.key('Return', 'Return')
    kit.type_text('> ' + QUOTATION)
    tap.check(kit.until(lambda: kit.reads('1 paragraph · 1 quotation · 18 words')), 'it counts what is typed')
    kit.picture('add-article')
    kit.key('ctrl+Return')
    tap.check(kit.until(lambda: kit.reads(QUOTATION, kit.frame(TITLE))), 'Ctrl+Return adds it, and it can be read')
    tap.check(HEADLINE in listed('articles'), 'it is in the file')
    tap.check(kit.until(lambda: kit.look('text', 'Publisher', kit.frame(TITLE))), 'the form asks for the rest')
    kit.picture('article')


def first_event(tap):
    node = kit.until(lambda: next((node for node in kit.nodes('text', root=kit.frame(TITLE)) if TEXT in kit.text_of(node)),
                                  None), what='the article')
    kit.activate(TITLE)
    kit.drag_over(node, EVENT)
    kit.click(kit.until(lambda: kit.look('push button', 'New Event From This Passage', kit.frame(TITLE)),
                        what='the toolbar'))
    wanted = EVENT[0].upper() + EVENT[1:]
    tap.check(kit.until(lambda: wanted in listed('events')), 'words become an event')
    kit.key('ctrl+1')
    tap.check(kit.until(lambda: kit.reads(wanted, kit.frame(TITLE))), 'which the timeline shows')
    kit.picture('timeline')


def other_text(tap):
    kit.key('ctrl+2')
    kit.press('Article', ('toggle button', 'radio button', 'push button'), root=kit.part('DatelineEditPane', kit.frame(TITLE)))
    kit.press('Replace Text…', root=kit.frame(TITLE))
    kit.until(lambda: kit.x_windows('Replace Text'), what='the window for the text')
    kit.activate('Replace Text')
    kit.settle()
    kit.key('ctrl+a')
    kit.type_text('Nothing of it was true.')
    tap.check(kit.until(lambda: kit.reads('1 passage finds no place in this text and would go')),
              'what would find no place is told before')
    kit.picture('replace-text')
    kit.key('ctrl+Return')
    tap.check(kit.until(lambda: kit.reads('Text replaced; 1 passage found no place in it', kit.frame(TITLE))),
              'and after')
    kit.activate(TITLE)
    kit.key('ctrl+z')
    tap.check(kit.until(lambda: kit.reads(QUOTATION, kit.frame(TITLE))), 'Ctrl+Z brings the text back')
    tap.check('No problem was found' in kit.cli('check', '--story', stored_file(), check=False), 'the file is sound')


if __name__ == '__main__':
    kit.run((new_story, first_article, first_event, other_text), kit.Tap())
