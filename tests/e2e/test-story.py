#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader's way through the bundled story: from the desktop's menu to a file of quotes with their sources."""

import csv
import json
import os
import re
import subprocess

import installed
import kit

ROOT = installed.enter('-b', 'keyfile')
HOME = os.environ['HOME']
VIEWS = ('timeline', 'articles', 'people', 'reactions', 'compare')
FORMATS = ('Plain text', 'Markdown', 'Web page (HTML)', 'Table (CSV)', 'Dateline clippings (JSON)',
           'Web annotations (JSON-LD)', 'Citation data (CSL-JSON)', 'BibTeX and BibLaTeX', 'Reference manager (RIS)')

with open(kit.source_path('data', 'stories', 'navalny-heart.json'), encoding='utf-8') as story_file:
    STORY = json.load(story_file)
TITLE = STORY['title']
ITEMS = {item['id']: item for kind in ('articles', 'people', 'events', 'quotes', 'reactions') for item in STORY[kind]}
# The quotes that are picked, the first from the timeline, the others found by words that nothing else begins with
PICKED = {
    'quote-poisoner-speech': 'way he knows how to fight',
    'quote-invitation': 'invite all those who care',
    'quote-amazingly-strong': 'amazingly strong',
}
EVENT = 'Navalny’s short speech'


class Header:
    """The nodes of the header bar that are looked at again and again; they last as long as the window."""
    window = None
    tabs = ()
    clippings = None


def start():
    subprocess.run(['gtk4-launch', kit.APP_ID], check=True, stdout=subprocess.DEVNULL)
    Header.window = kit.until(lambda: kit.look('frame', TITLE), what='the window')
    Header.tabs = kit.view_tabs(Header.window)
    Header.clippings = kit.find('push button', re.compile('^Clippings'), Header.window)
    kit.activate(TITLE)


def quit_program():
    kit.activate(TITLE)
    kit.key('ctrl+q')
    return kit.until(lambda: not kit.applications())


def selected_view():
    for view, tab in zip(VIEWS, Header.tabs):
        if kit.has_state(tab, kit.Atspi.StateType.SELECTED):
            return view
    return None


def shows(view):
    return kit.until(lambda: selected_view() == view)


def clippings_shown():
    return kit.pressed(Header.clippings)


def picked():
    """How many clippings the header bar counts."""
    match = re.search(r'\d+', kit.name_of(Header.clippings))
    return int(match[0]) if match else 0


def pane():
    return kit.part('DatelineClippingsPane', Header.window)


def clipping_texts():
    """The clippings in the pane, in order."""
    rows = kit.nodes('list item', re.compile('^Clipping \\d'), pane())
    return [re.sub(r'^Clipping \d+: ', '', kit.name_of(row)) for row in rows]


def opens(tap):
    start()
    tap.equal(len(kit.frames()), 1, 'the desktop file opens one window')
    tap.check(shows('timeline'), 'it starts with the timeline')
    tap.equal(picked(), 0, 'nothing is picked yet')


def keyboard(tap):
    """Everything by keys alone."""
    for number, view in reversed(list(enumerate(VIEWS, 1))):
        kit.key('ctrl+%d' % number)
        tap.check(shows(view), 'Ctrl+%d shows %s' % (number, view))
    kit.key('alt+Left')
    tap.check(shows('articles'), 'Alt+Left goes back')
    kit.key('alt+Right')
    tap.check(shows('timeline'), 'Alt+Right goes forward')

    kit.key('F9')
    tap.check(kit.until(clippings_shown), 'F9 shows the clippings')
    kit.key('F9')
    tap.check(kit.until(lambda: not clippings_shown()), 'F9 hides them')

    kit.key('F10')
    tap.check(kit.until(lambda: kit.look('menu item', re.compile('Preferences'))), 'F10 opens the menu')
    kit.key('Escape')
    tap.check(kit.gone('menu item', re.compile('Preferences')), 'Escape closes it')

    kit.key('ctrl+question')
    tap.check(kit.until(lambda: len(kit.windows()) == 2), 'Ctrl+? shows the shortcuts')
    kit.key('Escape')
    tap.check(kit.until(lambda: len(kit.windows()) == 1), 'Escape closes them')


def search(words):
    """Finds WORDS by keys, and goes to the first place found."""
    kit.activate(TITLE)
    kit.key('ctrl+f')
    entry = kit.find(('entry', 'text'), re.compile('[Ss]earch'), Header.window,
                     lambda node: 'EditableText' in node.get_interfaces())
    kit.key('ctrl+a')
    kit.type_text(words)
    kit.until(lambda: kit.text_of(entry) == words, what='the words in the entry')
    kit.key('Return')


def quotation(name):
    return ITEMS[name]['passage']['exact']


def timeline(tap):
    """From a card on the timeline to the sentence that reports it, and to the article that holds the sentence."""
    kit.key('ctrl+1')
    shows('timeline')
    view = kit.page('timeline')
    kit.press(re.compile('^%s, ' % EVENT), root=view)
    detail = kit.part('DatelineEventDetail', view)
    tap.check(kit.until(lambda: EVENT in kit.texts(detail)), 'a card shows its event beside the timeline')
    tap.check(kit.until(lambda: any(EVENT in kit.texts(row) for row in kit.nodes('list item', root=view)
                                    if row.get_state_set().contains(kit.Atspi.StateType.SELECTED))),
              'the list of events is in step')

    # The first sight of an article is one that is scrolled already.
    kit.key('ctrl+2')
    shows('articles')
    text = kit.find('text', root=kit.page('articles'))
    tap.check(kit.until(lambda: not covers(kit.look('heading', root=text), text), 5),
              'the article that is shown first is scrolled to what it says of the event, the heading with it')
    kit.key('ctrl+1')
    shows('timeline')

    sentence = next(passage for event in STORY['events'] if event['title'] == EVENT for passage in event['passages'])
    kit.press(sentence['exact'], root=detail)
    tap.check(shows('articles'), 'a sentence leads to the articles')
    headline = ITEMS[sentence['article']]['headline']
    text = kit.until(lambda: kit.look('text', headline, kit.page('articles')), what='the article')
    tap.check(text, 'to the one that has it')
    tap.check(kit.until(lambda: kit.on_text_screen(text, sentence['exact'])), 'and to the place where it stands')
    tap.check(kit.until(lambda: not covers(kit.look('heading', headline, text), text), 5),
              'where the heading of the article does not cover it')

    kit.key('alt+Left')
    tap.check(shows('timeline'), 'Alt+Left leads back to the timeline')
    tap.check(kit.until(lambda: EVENT in kit.texts(detail)), 'and the event is still shown')


def covers(heading, text):
    """Whether the heading, which scrolls with the text, stands within the part of the text that is seen."""
    return heading is not None and kit.extents(heading).y + kit.extents(heading).height > kit.extents(text).y


def picks_by_button(tap):
    """The first quote is picked by the button beside it."""
    detail = kit.part('DatelineEventDetail', kit.page('timeline'))
    words = quotation('quote-poisoner-speech')
    row = kit.find(name='DatelinePassageRow', root=detail,
                   where=lambda node: any(words in text for text in kit.texts(node)) and 'Said' in said_before(node))
    kit.press('Add to Clippings', root=row)
    tap.check(kit.until(lambda: picked() == 1), 'a button picks the quote beside it', picked())


def said_before(row):
    """The heading above a row of the detail."""
    heading = ''
    for sibling in kit.children(row.get_parent()):
        if sibling == row:
            return heading
        if sibling.get_role_name() == 'label':
            heading = kit.name_of(sibling)
    return heading


def picks_by_key(tap):
    """The others by Ctrl+F, Enter, Ctrl+D."""
    for number, (name, words) in list(enumerate(PICKED.items(), 1))[1:]:
        search(words)
        tap.check(shows('articles'), '%s: Enter goes to the article' % name, selected_view())
        headline = ITEMS[ITEMS[name]['passage']['article']]['headline']
        tap.check(kit.until(lambda: kit.look('text', headline, kit.page('articles'))),
                  '%s: it is the article that quotes it' % name)
        kit.key('ctrl+d')
        tap.check(kit.until(lambda: picked() == number), '%s: Ctrl+D picks it' % name, picked())
    kit.key('ctrl+d')
    kit.key('F9')
    kit.until(lambda: len(clipping_texts()) >= len(PICKED))
    tap.equal(clipping_texts(), [quotation(name) for name in PICKED],
              'the clippings hold them word for word, once, in order')


def export_window():
    return next((window for window in kit.windows() if kit.name_of(window) == 'Export Clippings'), None)


def open_export():
    kit.activate(TITLE)
    kit.key('ctrl+e')
    return kit.until(export_window, what='the export window')


def choose_format(name):
    dialog = export_window() or open_export()
    formats = kit.find('list', 'Format', dialog)
    names = [kit.name_of(row) for row in kit.children(formats)]
    kit.select(formats, names.index(name))
    return dialog


def previews(tap):
    """Each format, as it stands in the export window, holds what was picked."""
    for name in FORMATS:
        dialog = choose_format(name)
        # Quotation marks, line ends and letters may be written in other ways: words are looked for.
        def missing():
            preview = kit.text_of(kit.find('text', root=dialog))
            return [words for words in PICKED.values() if words not in re.sub(r'\s+', ' ', preview)]
        tap.check(kit.until(lambda: not missing(), 10), 'export as %s holds every quote' % name, missing())
    kit.key('Escape')
    tap.check(kit.until(lambda: export_window() is None), 'Escape closes the window')


def file_chooser():
    """The entry for the name in the file chooser, when it has come."""
    windows = kit.windows()
    return kit.look('text', 'Name:', windows[2]) if len(windows) > 2 else None


def save_as(format_name, path):
    """Exports to PATH, by keys: with no portal the toolkit shows its own file chooser."""
    dialog = choose_format(format_name)
    kit.press('Save…', root=dialog)
    name = kit.until(file_chooser, what='the file chooser')
    kit.until(lambda: kit.has_state(name, kit.Atspi.StateType.FOCUSED), what='the focus in the file chooser')
    kit.key('ctrl+a')
    kit.type_text(path)
    kit.until(lambda: kit.text_of(name) == path, what='the path in the file chooser')
    kit.key('Return')


def exports(tap):
    path = os.path.join(HOME, 'quotes.json')
    save_as('Dateline clippings (JSON)', path)
    tap.check(kit.until(lambda: os.path.exists(path)), 'the export window saves a file')
    tap.check(kit.until(lambda: export_window() is None), 'and closes')
    with open(path, encoding='utf-8') as file:
        clippings = json.load(file)['clippings']
    tap.equal([clipping['item'] for clipping in clippings], list(PICKED), 'it holds the three quotes, in order')
    for clipping in clippings:
        quote = ITEMS[clipping['item']]
        passage = quote['passage']
        article = ITEMS[passage['article']]
        text = '\n'.join(block['text'] for block in article['blocks'])
        name = clipping['item']
        tap.equal(clipping['text'], passage['exact'], '%s: the words are those of the story' % name)
        tap.equal(text[clipping['passage']['start']:clipping['passage']['end']], passage['exact'],
                  '%s: the article has them at that place' % name)
        tap.equal(clipping['speaker']['name'], ITEMS[quote['speaker']]['name'], '%s: the speaker is named' % name)
        tap.equal(clipping['article']['headline'], article['headline'], '%s: the article is named' % name)

    table = os.path.join(HOME, 'quotes.csv')
    save_as('Table (CSV)', table)
    tap.check(kit.until(lambda: os.path.exists(table)), 'a table is saved')
    with open(table, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    tap.equal(len(rows), 1 + len(PICKED), 'it has a row for each quote, and a heading')
    for name, row in zip(PICKED, rows[1:]):
        tap.check(quotation(name) in row, '%s: its row holds the words' % name, row)


def asks_before_overwriting(tap):
    path = os.path.join(HOME, 'precious.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('precious')
    save_as('Dateline clippings (JSON)', path)
    tap.check(kit.until(lambda: len(kit.windows()) > 3), 'it asks before it overwrites a file')
    for count in (3, 2, 1):
        kit.key('Escape')
        tap.check(kit.until(lambda: len(kit.windows()) == count), 'Escape leads back, %d' % count)
    with open(path, encoding='utf-8') as file:
        tap.equal(file.read(), 'precious', 'refused, it leaves the file as it was')


def lasts(tap):
    """Clippings and the place where the reader was are there again after a restart."""
    kit.activate(TITLE)
    kit.key('ctrl+3')
    shows('people')
    tap.check(quit_program(), 'the program ends')
    start()
    tap.check(kit.until(lambda: picked() == len(PICKED)), 'the clippings are there again', picked())
    tap.check(shows('people'), 'the view is the one that was left')
    kit.key('F9')
    tap.equal(kit.until(clipping_texts), [quotation(name) for name in PICKED],
              'word for word, in order')
    tap.check(quit_program(), 'the program ends again')


if __name__ == '__main__':
    kit.run((opens, timeline, keyboard, picks_by_button, picks_by_key, previews, exports, asks_before_overwriting, lasts), kit.Tap())
