#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives dateline-cli on story files: test-cli-files.py DATELINE-CLI FIXTURES STORY"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

CLI, FIXTURES, STORY = sys.argv[1:4]
EVERYTHING = os.path.join(FIXTURES, 'everything.json')

# Where backups go: a folder for each test.
HOME = tempfile.TemporaryDirectory()
os.environ['XDG_DATA_HOME'] = HOME.name

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def run(*arguments, status=0):
    environment = {k: v for k, v in os.environ.items()
                   if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'COLUMNS')}
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True,
                          timeout=60, env=environment)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    for line in done.stderr.splitlines():
        assert line.startswith('dateline-cli: '), done.stderr
    return done.stdout if status == 0 else done.stderr


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def write(path, content):
    with open(path, 'w', encoding='utf-8') as file:
        if isinstance(content, str):
            file.write(content)
        else:
            json.dump(content, file)


class Folder(tempfile.TemporaryDirectory):
    """A folder with everything.dateline in it, and how to change it."""

    def __enter__(self):
        self.path = super().__enter__()
        os.environ['XDG_DATA_HOME'] = os.path.join(HOME.name, os.path.basename(self.path))
        self.story = os.path.join(self.path, 'everything.dateline')
        run('convert', EVERYTHING, self.story)
        return self

    def file(self, name):
        return os.path.join(self.path, name)

    def items(self):
        story = json.loads(run('convert', self.story, '-'))
        return {item['id']: item for kind in story.values()
                if isinstance(kind, list) for item in kind}

    def apply(self, *edits, status=0, **more):
        path = self.file('edits.json')
        write(path, {'format': 'dateline-edits', 'version': 1,
                     'edits': list(edits), **more})
        return run('apply', path, '--story', self.story, status=status)


@test
def a_new_story_is_empty_and_sound():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'Мой рассказ.dateline')
        run('new', path)
        facts = json.loads(run('info', '--json', '--story', path))
        assert facts['title'] == 'Мой рассказ', facts
        assert facts['articles'] == facts['events'] == 0
        run('check', '--story', path)
        titled = os.path.join(folder, 'b.dateline')
        run('new', titled, '--title', 'A & <b>', '--language', 'en')
        assert json.loads(run('info', '--json', '--story', titled))['title'] == 'A & <b>'
        ids = {json.loads(run('info', '--json', '--story', p))['id'] for p in (path, titled)}
        assert len(ids) == 2
        assert sorted(os.listdir(folder)) == ['b.dateline', 'Мой рассказ.dateline']


@test
def nothing_is_overwritten():
    with Folder() as folder:
        text = folder.file('a.json')
        write(text, 'mine')
        before = open(folder.story, 'rb').read()
        run('new', folder.story, status=1)
        run('convert', EVERYTHING, folder.story, status=1)
        run('convert', folder.story, text, status=1)
        assert open(text, encoding='utf-8').read() == 'mine'
        assert open(folder.story, 'rb').read() == before


@test
def every_command_says_what_it_wants():
    commands = [line.split()[0] for line in run('--help').split('Commands:')[1].split('\n\n')[0].splitlines() if line]
    assert len(commands) == 13
    for command in commands:
        text = run(command, '--help')
        usage = text.splitlines()[1]
        assert usage.startswith('  dateline-cli [OPTION…] ' + command), usage
        assert '--story' in text and text.endswith('\n') and not text.endswith('\n\n')
        # Too much of everything is one sentence, and where to read more.
        lines = run(command, *['-'] * 9, '--frobnicate', status=2).splitlines()
        assert len(lines) == 2 and lines[1] == 'dateline-cli: See “dateline-cli %s --help”' % command, lines
        if command not in ('search', 'export'):
            lines = run(command, *['-'] * 9, status=2).splitlines()
            assert lines[0].rstrip() == lines[0] and 'is used as: ' + command in lines[0], lines
        if command in ('show', 'new', 'convert', 'apply', 'merge', 'restore', 'list', 'search'):
            assert 'is used as' in run(command, status=2)


@test
def the_manual_says_the_same_as_the_help():
    with open(os.path.join(FIXTURES, '../../data/dateline-cli.1'), encoding='utf-8') as file:
        manual = re.sub(r'\\f.', '', file.read().replace('\\-', '-'))
    # Each command and each option has a place in it, and nothing else has.
    known = set()
    for line in run('--help').split('Commands:')[1].split('\n\n')[0].split('\n')[1:]:
        command = line.split()[0]
        text = run(command, '--help')
        options = set(re.findall(r'--[a-z-]+', text.split('Options:')[1].split('\n\n')[0]))
        known |= options
        for option in options:
            assert option in manual, (command, option)
        assert re.search(r'^\.TP\n.*\b%s\b' % command, manual, re.MULTILINE), command
    named = set(re.findall(r'(?<![\w-])--[a-z-]+', manual))
    assert named <= known | {'--version'}, named - known


@test
def what_is_wrong_with_a_file_names_it():
    with Folder() as folder:
        story = ['--story', folder.story]
        write(folder.file('blank'), '')
        write(folder.file('wordy'), 'Once upon a time')
        os.mkdir(folder.file('subdir'))
        for name in ('absent', 'blank', 'wordy', 'subdir'):
            path = folder.file(name)
            for command in (['info', '--story', path], ['convert', path, folder.file('x.json')], ['apply', path, *story],
                            ['merge', path, *story], ['restore', path, *story], ['list', 'quotes', '--story', path]):
                message = run(*command, status=1)
                assert len(message.splitlines()) == 1 and message.count(name) == 1, (command, message)
        for target in (folder.file('absent/x.dateline'), folder.story):
            name = os.path.basename(target)
            for command in (['new', target], ['convert', EVERYTHING, target], ['convert', folder.story, target]):
                message = run(*command, status=1)
                assert len(message.splitlines()) == 1 and message.count(name) == 1, (command, message)
        for command in (['new', folder.file('x.txt')], ['new', '-'], ['convert', folder.story, folder.file('x.txt')]):
            assert '.dateline' in run(*command, status=2)


@test
def json_comes_through_pipes():
    with Folder() as folder:
        with open(EVERYTHING, 'rb') as file:
            story = file.read()
        for name in ('-', '/dev/stdin'):
            done = subprocess.run([CLI, 'convert', name, '-'], input=story, capture_output=True, check=True)
            assert json.loads(done.stdout) == json.loads(run('convert', folder.story, '-'))
        edits = {'format': 'dateline-edits', 'version': 1,
                 'edits': [{'op': 'change', 'id': 'event-whole', 'set': {'title': 'Piped'}}]}
        subprocess.run([CLI, 'apply', '-', '--story', folder.story], input=json.dumps(edits).encode(), check=True)
        assert folder.items()['event-whole']['title'] == 'Piped'


@test
def names_of_files_need_not_be_text():
    with tempfile.TemporaryDirectory() as folder:
        for locale in ('C', 'C.UTF-8'):
            def call(*arguments, locale=locale):
                return subprocess.run([CLI, *arguments], capture_output=True, check=True,
                                      env={**os.environ, 'LC_ALL': locale}).stdout

            base = os.path.join(folder.encode(), b'na\xefve ' + locale.encode())
            call('new', base + b'.dateline')
            call('convert', base + b'.dateline', base + b'.json')
            call('convert', base + b'.json', base + b' 2.dateline')
            assert b'Nothing new' in call('merge', base + b' 2.dateline', '--story', base + b'.dateline')
            assert b'Articles' in call('info', b'--story=' + base + b'.dateline')


@test
def converting_there_and_back_loses_nothing():
    for source in (EVERYTHING, STORY):
        with tempfile.TemporaryDirectory() as folder:
            first = os.path.join(folder, '1.json')
            second = os.path.join(folder, '2.json')
            story = os.path.join(folder, 's.dateline')
            copy = os.path.join(folder, 'copy.dateline')
            run('convert', source, story)
            run('convert', source, first)
            run('convert', story, second)
            run('convert', story, copy)
            assert read(first) == read(second)
            assert open(first, 'rb').read() == open(second, 'rb').read()
            assert json.loads(run('convert', copy, '-')) == read(first)


@test
def commands_read_story_files_as_they_read_json():
    with Folder() as folder:
        for command in (['info', '--json'], ['list', 'articles', '--json'],
                        ['list', 'people', '--json'], ['list', 'events', '--json'],
                        ['list', 'quotes', '--json'], ['list', 'reactions', '--json'],
                        ['list', 'claims', '--json'], ['list', 'events'],
                        ['compare'], ['show', 'event-whole'], ['search', 'two'],
                        ['export', '--format', 'markdown']):
            assert run(*command, '--story', folder.story) == \
                run(*command, '--story', EVERYTHING), command


@test
def check_finds_what_is_wrong():
    with Folder() as folder:
        assert 'Passages' in run('check', '--story', folder.story)
        assert 'Passages' in run('check', '--story', EVERYTHING)
        assert 'Passages' in run('check')
        connection = sqlite3.connect(folder.story)
        connection.execute('UPDATE passage SET start = start + 1 WHERE item = "quote-1"')
        connection.execute('UPDATE passage SET start = 99999, "end" = 99999 '
                           'WHERE item = "account-1"')
        connection.execute('DELETE FROM passage WHERE item = "quote-2"')
        connection.commit()
        connection.close()
        assert 'problems' in run('check', '--story', folder.story, status=1)
        found = subprocess.run([CLI, 'check', '--story', folder.story],
                               capture_output=True, text=True).stdout
        for item in ('quote-1', 'quote-2', 'account-1'):
            assert '\n%s: ' % item in found, found


@test
def damaged_files_are_refused_and_left_alone():
    with Folder() as folder:
        whole = open(folder.story, 'rb').read()
        for name, content in (('cut', whole[:len(whole) // 2]), ('head', whole[:50]),
                              ('zeros', whole[:8192] + bytes(len(whole) - 8192)),
                              ('empty', b'')):
            path = folder.file(name + '.dateline')
            with open(path, 'wb') as file:
                file.write(content)
            for command in (['check'], ['info'], ['list', 'quotes']):
                assert path.rsplit('/', 1)[1] in run(*command, '--story', path, status=1)
            assert open(path, 'rb').read() == content
            assert not os.path.exists(path + '-journal')


@test
def add_change_and_remove():
    with Folder() as folder:
        folder.apply(
            {'op': 'add', 'kind': 'person', 'item': {'id': 'person-new', 'name': 'Новая <b>'}},
            {'op': 'add', 'kind': 'event', 'item': {
                'title': 'Found out', 'date': '2021-02', 'participants': ['person-new']}},
            {'op': 'change', 'id': 'event-whole', 'set': {'title': 'Changed', 'note': 'Why'}},
            {'op': 'story', 'set': {'title': 'Another title'}},
            {'op': 'remove', 'id': 'quote-2'})
        items = folder.items()
        assert items['person-new']['name'] == 'Новая <b>'
        added = [i for i in items.values() if i.get('title') == 'Found out']
        assert added and added[0]['participants'] == ['person-new']
        assert items['event-whole']['title'] == 'Changed'
        assert items['event-whole']['note'] == 'Why'
        assert 'quote-2' not in items
        assert json.loads(run('info', '--json', '--story', folder.story))['title'] == 'Another title'
        run('check', '--story', folder.story)
        folder.apply({'op': 'change', 'id': 'event-whole', 'set': {'note': None}})
        assert 'note' not in folder.items()['event-whole']


@test
def what_is_not_named_stays():
    with Folder() as folder:
        before = folder.items()
        folder.apply({'op': 'change', 'id': 'reaction-1', 'set': {'platform': 'Mastodon'}})
        after = folder.items()
        assert after['reaction-1'].pop('platform') == 'Mastodon'
        before['reaction-1'].pop('platform', None)
        assert before == after


@test
def accounts_are_items_of_their_own():
    with Folder() as folder:
        account = folder.items()['claim-1']['accounts'][0]
        folder.apply({'op': 'change', 'id': 'account-1', 'set': {'value': '300', 'bound': 'over'}},
                     {'op': 'add', 'kind': 'account', 'item': {
                         'id': 'account-new', 'claim': 'claim-2', 'article': 'article-one',
                         'passage': account['passage'], 'value': 'P2Y'}})
        items = folder.items()
        assert items['claim-1']['accounts'][0]['value'] == '300'
        assert 'account-new' in [a['id'] for a in items['claim-2']['accounts']]
        folder.apply({'op': 'remove', 'id': 'account-new'})
        assert 'account-new' not in [a['id'] for a in folder.items()['claim-2'].get('accounts', [])]


@test
def order_can_be_changed():
    with Folder() as folder:
        folder.apply({'op': 'move', 'id': 'event-later', 'before': 'event-whole'})
        story = json.loads(run('convert', folder.story, '-'))
        assert [e['id'] for e in story['events']] == ['event-later', 'event-whole', 'event-part']
        folder.apply({'op': 'move', 'id': 'event-later'})
        story = json.loads(run('convert', folder.story, '-'))
        assert [e['id'] for e in story['events']] == ['event-whole', 'event-part', 'event-later']


@test
def a_new_text_keeps_what_it_still_says():
    with Folder() as folder:
        blocks = folder.items()['article-one']['blocks']
        folder.apply({'op': 'replace-text', 'id': 'article-one', 'blocks': [
            {'kind': 'paragraph', 'text': 'Something before it.'}, *blocks]})
        run('check', '--story', folder.story)
        items = folder.items()
        assert items['claim-1']['accounts'][0]['passage']['exact'] == 'about 200'
        assert items['article-one']['blocks'][0]['text'] == 'Something before it.'


@test
def all_or_nothing():
    with Folder() as folder:
        before = run('convert', folder.story, '-')
        good = {'op': 'change', 'id': 'event-whole', 'set': {'title': 'Changed'}}
        for bad in ({'op': 'change', 'id': 'event-nowhere', 'set': {'title': 'x'}},
                    {'op': 'change', 'id': 'event-whole', 'set': {'date': 'yesterday'}},
                    {'op': 'change', 'id': 'event-whole', 'set': {'colour': 'red'}},
                    {'op': 'change', 'id': 'event-whole', 'set': {'title': None}},
                    {'op': 'change', 'id': 'event-whole', 'set': {'id': 'event-else'}},
                    {'op': 'change', 'id': 'event-whole', 'set': {'participants': ['nobody']}},
                    {'op': 'change', 'id': 'quote-1', 'set': {'passage': {
                        'article': 'article-one', 'start': 0, 'end': 3, 'exact': 'not there'}}},
                    {'op': 'add', 'kind': 'event', 'item': {'id': 'event-whole', 'title': 'x', 'date': '2021'}},
                    {'op': 'add', 'kind': 'event', 'item': {'id': 'a b', 'title': 'x', 'date': '2021'}},
                    {'op': 'add', 'kind': 'planet', 'item': {'title': 'x'}},
                    {'op': 'add', 'kind': 'event'},
                    {'op': 'remove', 'id': 'event-nowhere'},
                    {'op': 'move', 'id': 'event-whole', 'before': 'quote-1'},
                    {'op': 'story', 'set': {'title': ''}},
                    {'op': 'explode', 'id': 'event-whole'},
                    {'id': 'event-whole'}, [], 'remove', None):
            message = folder.apply(good, bad, status=1)
            assert 'edits.json: ' in message and 'edits[1]' in message, (bad, message)
        for text in ('', '{', '[]', '{}', '{"format": "dateline-story", "version": 1}',
                     '{"format": "dateline-edits", "version": 99, "edits": []}', '\x00'):
            write(folder.file('bad.json'), text)
            run('apply', folder.file('bad.json'), '--story', folder.story, status=1)
        assert run('convert', folder.story, '-') == before
        run('apply', folder.file('no-such-file.json'), '--story', folder.story, status=1)


@test
def copies_are_merged():
    with Folder() as folder:
        copy = folder.file('copy.dateline')
        run('convert', folder.story, copy)
        folder.apply({'op': 'change', 'id': 'event-whole', 'set': {'title': 'Ours'}})
        mine, folder.story = folder.story, copy
        folder.apply({'op': 'change', 'id': 'event-whole', 'set': {'title': 'Theirs', 'place': 'There'}},
                     {'op': 'add', 'kind': 'person', 'item': {'id': 'person-new', 'name': 'New'}})
        folder.story = mine
        before = run('convert', mine, '-')
        assert 'conflict' in run('merge', copy, '--story', mine, status=1)
        listed = subprocess.run([CLI, 'merge', copy, '--story', mine],
                                capture_output=True, text=True).stdout
        assert 'Ours' in listed and 'Theirs' in listed, listed
        run('merge', copy, '--story', mine, '--ours', '--dry-run')
        assert run('convert', mine, '-') == before
        run('merge', copy, '--story', mine, '--ours', '--theirs', status=2)
        run('merge', copy, '--story', mine, '--ours')
        items = folder.items()
        assert items['event-whole']['title'] == 'Ours'
        assert items['event-whole']['place'] == 'There'
        assert items['person-new']['name'] == 'New'
        assert 'Nothing new' in run('merge', copy, '--story', mine)
        run('check', '--story', mine)
        run('merge', EVERYTHING, '--story', mine, status=1)


@test
def only_story_files_can_be_changed():
    with Folder() as folder:
        write(folder.file('edits.json'), {'format': 'dateline-edits', 'version': 1, 'edits': []})
        before = open(EVERYTHING, 'rb').read()
        run('apply', folder.file('edits.json'), status=1)
        run('apply', folder.file('edits.json'), '--story', EVERYTHING, status=1)
        assert open(EVERYTHING, 'rb').read() == before


@test
def nothing_is_left_beside_the_file():
    with Folder() as folder:
        folder.apply({'op': 'change', 'id': 'event-whole', 'set': {'title': 'Changed'}})
        assert sorted(os.listdir(folder.path)) == ['edits.json', 'everything.dateline']


@test
def a_backup_brings_everything_back():
    with Folder() as folder:
        before = run('convert', folder.story, '-')
        assert run('backup', '--list', '--story', folder.story) == ''
        backup = run('backup', '--story', folder.story).strip()
        assert backup.startswith(HOME.name) and backup.endswith('.dateline')
        assert run('backup', '--list', '--story', folder.story).split() == [backup]
        assert run('convert', backup, '-') == before
        folder.apply({'op': 'remove', 'id': 'article-one'},
                     {'op': 'remove', 'id': 'event-whole'},
                     {'op': 'add', 'kind': 'person', 'item': {'id': 'person-new', 'name': 'Новая'}},
                     {'op': 'story', 'set': {'title': 'Another title'}})
        after = run('convert', folder.story, '-')
        assert after != before
        run('restore', backup, '--story', folder.story)
        assert run('convert', folder.story, '-') == before
        run('check', '--story', folder.story)
        # What it was before is a backup too, and can be restored in turn.
        newest = run('backup', '--list', '--story', folder.story).split()[0]
        assert run('convert', newest, '-') == after
        run('restore', newest, '--story', folder.story)
        assert run('convert', folder.story, '-') == after


@test
def five_backups_are_kept_and_strange_files_too():
    with Folder() as folder:
        made = [run('backup', '--story', folder.story).strip() for i in range(7)]
        place = os.path.dirname(made[0])
        write(os.path.join(place, 'mine.dateline'), 'mine')
        made.append(run('backup', '--story', folder.story).strip())
        assert sorted(os.listdir(place)) == \
            sorted([os.path.basename(path) for path in made[-5:]] + ['mine.dateline'])
        assert run('backup', '--list', '--story', folder.story).split() == made[:-6:-1]
        # The oldest is not pushed out by the backup that restoring it makes.
        run('restore', made[-5], '--story', folder.story)
        assert os.path.exists(made[-5]) and not os.path.exists(made[-4])


@test
def what_is_no_backup_of_the_story_is_refused():
    with Folder() as folder:
        other = folder.file('other.dateline')
        run('new', other)
        write(folder.file('text.dateline'), 'no database')
        with open(folder.file('cut.dateline'), 'wb') as file:
            file.write(open(folder.story, 'rb').read()[:9000])
        before = run('convert', folder.story, '-')
        for name in ('other', 'text', 'cut', 'not-there'):
            path = folder.file(name + '.dateline')
            assert name in run('restore', path, '--story', folder.story, status=1)
        assert run('convert', folder.story, '-') == before
        run('backup', status=1)
        run('backup', '--story', EVERYTHING, status=1)
        run('restore', other, '--story', EVERYTHING, status=1)
        run('restore', '--story', folder.story, status=2)


@test
def an_edit_does_not_wait_for_a_backup_that_fails():
    with Folder() as folder:
        write(folder.file('file'), 'where the folder should be')
        write(folder.file('edits.json'), {'format': 'dateline-edits', 'version': 1, 'edits': [
            {'op': 'change', 'id': 'event-whole', 'set': {'title': 'Changed'}}]})
        done = subprocess.run([CLI, 'apply', folder.file('edits.json'), '--story', folder.story],
                              capture_output=True, text=True,
                              env={**os.environ, 'XDG_DATA_HOME': folder.file('file')})
        assert done.returncode == 0 and len(done.stderr.splitlines()) == 1, done
        assert 'backup' in done.stderr, done
        assert folder.items()['event-whole']['title'] == 'Changed'


def main():
    print('1..%d' % len(TESTS))
    failed = 0
    for number, function in enumerate(TESTS, 1):
        name = function.__name__.replace('_', ' ')
        try:
            function()
        except (AssertionError, KeyError, ValueError, TypeError, OSError,
                subprocess.SubprocessError) as error:
            failed += 1
            trace = error.__traceback__
            while trace.tb_next:
                trace = trace.tb_next
            print('# line %d: %s' % (trace.tb_lineno, str(error).replace('\n', '\n# ')))
            print('not ok %d - %s' % (number, name))
        else:
            print('ok %d - %s' % (number, name))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
