#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what is no story, and stories with odd texts: the window says what is wrong, shows text as text, and lives."""

import json
import os
import subprocess

import kit

kit.enter_display()

HOME = os.environ['HOME']
FOLDER = os.path.join(HOME, 'stories')
BUNDLED = kit.source_path('data', 'stories', 'navalny-heart.json')
ERROR_TITLE = 'This Story Cannot Be Opened'
HOSTILE = '<b>&amp;</b> <span foreground="red">%s %d %n</span> \u202eabc\u202c "\'\\ <!--'
VIEWS = ('timeline', 'articles', 'people', 'reactions', 'compare')


def story():
    with open(BUNDLED, encoding='utf-8') as file:
        return json.load(file)


def write(name, content):
    path = os.path.join(FOLDER, name)
    os.makedirs(FOLDER, exist_ok=True)
    if isinstance(content, bytes):
        with open(path, 'wb') as file:
            file.write(content)
    else:
        with open(path, 'w', encoding='utf-8') as file:
            if isinstance(content, str):
                file.write(content)
            else:
                json.dump(content, file)
    return path


def bad_files():
    """(what is wrong, its path, words that the sentence has to hold)."""
    with open(BUNDLED, 'rb') as file:
        whole = file.read()
    os.makedirs(os.path.join(FOLDER, 'a folder'))
    newer = dict(story(), version=999)
    huge = os.path.join(FOLDER, 'huge.json')
    with open(huge, 'wb') as file:
        file.truncate(1 << 30)
    return (
        ('missing', os.path.join(FOLDER, 'nowhere.json'), ('nowhere.json',)),
        ('a folder', os.path.join(FOLDER, 'a folder'), ('folder',)),
        ('empty', write('empty.json', b''), ('The file is empty',)),
        ('cut short', write('short.json', whole[:len(whole) // 2]), ('cut short', 'line ')),
        ('not JSON', write('text.json', 'Once upon a time\n'), ('not valid JSON', 'line 1')),
        ('other JSON', write('other.json', '{"type": "FeatureCollection"}'), ('not a story', 'format')),
        ('an array', write('array.json', '[]'), ('not a story',)),
        ('of a newer version', write('newer.json', newer), ('version 999',)),
        ('nested a million deep', write('deep.json', '[' * 1000000 + ']' * 1000000), ('nested', 'levels deep')),
        ('not UTF-8', write('latin.json', whole.replace('’'.encode(), b'\xff\xfe', 1)
                            .replace(b'"title": "', b'"title": "\xe9', 1)), ('not UTF-8', 'line ')),
        ('too large', huge, ('larger than',)),
        ('named with markup', os.path.join(FOLDER, '<b>&amp;.json'), ('<b>&amp;.json',)),
    )


def contents():
    """What is in the folder, to see that nothing was written there."""
    found = {}
    for name in sorted(os.listdir(FOLDER)):
        status = os.lstat(os.path.join(FOLDER, name))
        found[name] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def error_page():
    """All that the error page says, or None while there is none."""
    window = next(iter(kit.frames()), None)
    if window is None or kit.look(None, ERROR_TITLE, window) is None:
        return None
    return ' '.join(kit.texts(window))


def bad_input(tap):
    files = bad_files()
    before = contents()
    for kind, path, words in files:
        program = kit.Program(kit.dateline(), path, env={'G_DEBUG': 'fatal-warnings'})
        try:
            said = kit.until(error_page)
            tap.check(said, 'a file that is %s: the window has an error page' % kind, program.log())
            for word in words:
                tap.check(said and word in said, 'a file that is %s: it says "%s"' % (kind, word), said)
            tap.equal(kit.name_of(kit.frames()[0]), os.path.basename(path), 'a file that is %s: the window has its name' % kind)
            tap.check(program.running(), 'a file that is %s: the program lives' % kind, program.log())
        finally:
            program.end()
        tap.equal(program.log(), '', 'a file that is %s: no warning' % kind)
    tap.equal(contents(), before, 'nothing was written')


def silent_pipe(tap):
    """A pipe into which nobody writes: the window waits, and does not hang."""
    path = os.path.join(FOLDER, 'pipe.json')
    os.mkfifo(path)
    program = kit.Program(kit.dateline(), path)
    try:
        program.wait_for_window()
        kit.activate('Dateline')
        kit.key('ctrl+w')
        tap.equal(program.wait(), 0, 'a window on a pipe that says nothing can be closed')
    finally:
        program.end()


def way_on(tap):
    """From the error page the reader gets to a story."""
    program = kit.Program(kit.dateline(), os.path.join(FOLDER, 'empty.json'))
    try:
        kit.until(error_page, what='the error page')
        kit.press('Open the Example')
        tap.check(kit.until(lambda: story()['title'] in [kit.name_of(frame) for frame in kit.frames()]),
                  'Open the Example opens it')
    finally:
        program.end()


def show_all_views(tap, program, title):
    window = program.wait_for_window(title)
    kit.activate(title)
    tabs = kit.view_tabs(window)
    for number, view in enumerate(VIEWS, 1):
        kit.key('ctrl+%d' % number)
        tab = tabs[number - 1]
        tap.check(kit.until(lambda: kit.has_state(tab, kit.Atspi.StateType.SELECTED)), 'the view %s can be shown' % view)
        kit.settle()
        kit.picture('hostile-' + view)
    return window


def hostile_texts(tap):
    """Markup, format directives and marks of direction in every text of a story."""
    odd = story()
    odd['title'] = HOSTILE
    for kind, member in (('articles', 'headline'), ('people', 'name'), ('events', 'title'), ('claims', 'question')):
        for item in odd[kind]:
            item[member] = HOSTILE + item[member]
    path = write('hostile.json', odd)
    program = kit.Program(kit.dateline(), path, env={'G_DEBUG': 'fatal-warnings'})
    try:
        window = show_all_views(tap, program, HOSTILE)
        tap.check(any(HOSTILE in text for text in kit.texts(window)), 'markup shows as text')
    finally:
        status = program.end()
    tap.check(status in (0, -15), 'the program lived to its end', program.log())
    tap.equal(program.log(), '', 'there was no warning')


def sparse_story(tap):
    """A story with nothing in it opens in every view."""
    empty = {'format': 'dateline-story', 'version': story()['version'], 'id': 'empty', 'title': 'Nothing at all'}
    empty.update({kind: [] for kind in ('articles', 'people', 'events', 'quotes', 'reactions', 'claims')})
    for member, value in story().items():
        if member not in empty and not isinstance(value, list):
            empty[member] = value
    program = kit.Program(kit.dateline(), write('sparse.json', empty), env={'G_DEBUG': 'fatal-warnings'})
    try:
        show_all_views(tap, program, 'Nothing at all')
    finally:
        status = program.end()
    tap.check(status in (0, -15), 'the program lived to its end', program.log())
    tap.equal(program.log(), '', 'there was no warning')


def without_display(tap):
    """What has to work with no display at all."""
    bare = {name: value for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')}
    for option, word in (('--version', 'dateline'), ('--help', '--version')):
        result = subprocess.run([kit.dateline(), option], check=False, env=bare, timeout=60,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
        tap.equal(result.returncode, 0, option + ' works with no display')
        tap.check(word in result.stdout, option + ' says so', result.stdout)
        tap.equal(result.stderr, '', option + ' complains of nothing')
    result = subprocess.run([kit.dateline()], check=False, env=bare, timeout=60,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
    tap.check(result.returncode in range(1, 126), 'with no display it ends with an error, by no signal',
              result.returncode)
    tap.check('display' in result.stderr, 'and says that there is none', result.stderr)


if __name__ == '__main__':
    kit.run((without_display, bad_input, silent_pipe, way_on, hostile_texts, sparse_story), kit.Tap())
