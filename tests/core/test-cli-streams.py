#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Large stories, slow readers and full disks: test-cli-streams.py DATELINE-CLI GENERATE-STORY [--memory]"""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile

CLI, GENERATE = sys.argv[1:3]
MEASURES_MEMORY = '--memory' in sys.argv

# Rows of one kind do not change what the other kinds cost.
SMALL = {'articles': 20, 'people': 100, 'events': 200, 'quotes': 2000, 'reactions': 200, 'claims': 10}
LARGE = {'articles': 200, 'people': 3000, 'events': 6000, 'quotes': 40000, 'reactions': 6000, 'claims': 100}

# Kilobytes that a twenty times larger story may need in addition: pages of the file, and heaps that have holes.
MAX_GROWTH = 8192

KINDS = {'articles': 'article', 'people': 'person', 'events': 'event', 'quotes': 'quote',
         'reactions': 'reaction', 'claims': 'claim'}

HOME = tempfile.TemporaryDirectory()
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'COLUMNS')}
ENVIRONMENT['XDG_DATA_HOME'] = os.path.join(HOME.name, 'data')

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def start(*arguments, **options):
    return subprocess.Popen([CLI, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env=ENVIRONMENT, **options)


def run(*arguments, status=0, **options):
    process = start(*arguments, **options)
    out, err = process.communicate(timeout=120)
    assert process.returncode == status, (arguments, process.returncode, err)
    assert bool(err) == (status != 0), err
    return out.decode() if status == 0 else err.decode()


def place(name):
    return os.path.join(HOME.name, name)


def generate(name, numbers, *more):
    path = place(name)
    if not os.path.exists(path):
        subprocess.run([GENERATE, *('--%s=%d' % item for item in numbers.items()), *more, path], check=True)
        # The format holds these too.
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE item SET note = 'Note on “' || id || '”' WHERE rowid % 7 = 0")
            connection.execute("UPDATE reaction SET themes = '[\"courage\",\"prayer\"]' WHERE rowid % 3 = 0")
    return path


def small():
    return generate('small.dateline', SMALL)


def large():
    return generate('large.dateline', LARGE)


def peak(*arguments):
    """How much memory a command needs at most, in kilobytes, and not less than this script."""
    process = start(*arguments)
    while process.stdout.read(65536):
        pass
    errors = process.stderr.read()
    _, process.returncode, usage = os.wait4(process.pid, 0)
    assert process.returncode == 0 and not errors, (arguments, errors)
    process.stdout.close()
    process.stderr.close()
    return usage.ru_maxrss


def ids(path, kind):
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute(
            'SELECT id FROM item WHERE kind = ? ORDER BY position, id', (KINDS[kind],))]


@test
def memory_does_not_grow_with_the_rows():
    commands = [['list', 'quotes', '--story'], ['list', 'quotes', '--json', '--story'],
                ['list', 'articles', '--json', '--story'], ['list', 'people', '--json', '--story'],
                ['search', 'the', '--limit', '100000', '--json', '--story'],
                ['compare', '--json', '--story'], ['check', '--story'], ['convert']]
    for command in commands if MEASURES_MEMORY else []:
        few, many = (peak(*command, path, *(['-'] if command == ['convert'] else []))
                     for path in (small(), large()))
        print('# %s: %d kB, %d kB' % (' '.join(command), few, many))
        assert many < few + MAX_GROWTH, (command, few, many)


@test
def every_row_is_there_in_order():
    for path, kinds in ((small(), KINDS), (large(), ('quotes', 'articles'))):
        for kind in kinds:
            wanted = ids(path, kind)
            assert [item['id'] for item in json.loads(run('list', kind, '--json', '--story', path))] == wanted
            rows = run('list', kind, '--story', path).splitlines()
            assert [row.split()[0] for row in rows] == wanted
            # The columns are as wide as the widest cell of all rows.
            width = max(map(len, wanted)) + 2
            assert [row[:width] for row in rows] == [item.ljust(width) for item in wanted]


@test
def a_reader_who_goes_away_is_no_error():
    for command in (['list', 'quotes'], ['list', 'quotes', '--json'], ['list', 'articles', '--json'],
                    ['compare'], ['compare', '--json'], ['search', 'the', '--limit', '999'],
                    ['search', 'the', '--limit', '9999', '--json'], ['convert']):
        arguments = ['convert', large(), '-'] if command == ['convert'] else [*command, '--story', large()]
        process = start(*arguments)
        assert process.stdout.readline().strip(), command
        process.stdout.close()
        assert process.stderr.read() == b'', command
        process.stderr.close()
        assert process.wait(timeout=60) == 0, command


@test
def a_full_disk_is_an_error():
    for command in (['list', 'quotes', '--story', small()], ['convert', small(), '-'], ['--help']):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([CLI, *command], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, (command, done)


@test
def a_slow_reader_keeps_nobody_from_writing():
    path = generate('edited.dateline', SMALL)
    edits = place('edits.json')
    with open(edits, 'w', encoding='utf-8') as file:
        json.dump({'format': 'dateline-edits', 'version': 1,
                   'edits': [{'op': 'story', 'set': {'note': 'Written meanwhile'}}]}, file)
    for command in (['list', 'quotes', '--json', '--story', path], ['convert', path, '-'],
                    ['list', 'quotes', '--story', path]):
        process = start(*command)
        # It fills the pipe and waits.
        assert process.stdout.read(1)
        run('apply', edits, '--story', path)
        process.communicate(timeout=60)
        assert process.returncode == 0


@test
def converting_a_large_story_loses_nothing():
    # The largest that is read back.
    path = generate('middle.dateline', {**SMALL, 'articles': 200, 'quotes': 10000, 'events': 3000, 'claims': 100})
    first, second, back = place('first.json'), place('second.json'), place('back.dateline')
    assert run('convert', path, first) == ''
    run('convert', first, back)
    run('convert', back, second)
    with open(first, 'rb') as a, open(second, 'rb') as b:
        text = a.read()
        assert text == b.read()
    assert text.decode() == run('convert', path, '-')
    story = json.loads(text)
    for kind in KINDS:
        assert [item['id'] for item in story[kind]] == ids(path, kind)
    with sqlite3.connect(path) as connection:
        notes = dict(connection.execute("SELECT id, note FROM item WHERE note <> ''"))
    items = [item for kind in KINDS for item in story[kind]]
    items += [account for claim in story['claims'] for account in claim['accounts']]
    assert {item['id']: item['note'] for item in items if 'note' in item} == notes and notes
    assert any(reaction.get('themes') == ['courage', 'prayer'] for reaction in story['reactions'])


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))


@test
def a_file_is_replaced_whole_or_not_at_all():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'story.json')
        for name in ('story.json', 'new.json'):
            with open(path, 'w', encoding='utf-8') as file:
                file.write('mine')
            os.chmod(path, 0o640)
            target = os.path.join(folder, name)
            message = run('convert', small(), target, '--force', status=1, preexec_fn=limit_files)
            assert len(message.splitlines()) == 1 and name in message, message
            with open(path, encoding='utf-8') as file:
                assert file.read() == 'mine'
            assert os.listdir(folder) == ['story.json']
        assert 'exists' in run('convert', small(), path, status=1)
        # A link stays one.
        link = os.path.join(folder, 'link.json')
        os.symlink('story.json', link)
        run('convert', small(), link, '--force', status=1, preexec_fn=limit_files)
        with open(path, encoding='utf-8') as file:
            assert file.read() == 'mine'
        run('convert', small(), link, '--force')
        assert os.path.islink(link) and os.stat(path).st_mode & 0o777 == 0o640
        with open(path, encoding='utf-8') as file:
            assert file.read() == run('convert', small(), '-')
        assert sorted(os.listdir(folder)) == ['link.json', 'story.json']
        run('convert', small(), os.path.join(folder, 'new.json'), '--force')
        run('convert', path, os.path.join(folder, 'a.dateline'), '--force', status=2)
        run('convert', small(), '-', '--force', status=2)


@test
def what_cannot_be_read_is_not_passed_over():
    path = generate('damaged.dateline', SMALL)
    target = place('damaged.json')
    damaged = ids(path, 'events')[5]
    with sqlite3.connect(path) as connection:
        connection.execute('UPDATE event SET date = ? WHERE id = ?', ('some day', damaged))
    for more in ([], ['--json']):
        process = start('list', 'events', *more, '--story', path)
        out, err = process.communicate()
        assert process.returncode == 1 and len(err.splitlines()) == 1, err
        listed = [item['id'] for item in json.loads(out)] if more else [row.split()[0] for row in out.decode().splitlines()]
        assert listed == [item for item in ids(path, 'events') if item != damaged]
    assert 'damaged' in run('convert', path, target, status=1)
    assert not os.path.exists(target)


def main():
    print('1..%d' % len(TESTS))
    failed = 0
    for number, function in enumerate(TESTS, 1):
        name = function.__name__.replace('_', ' ')
        try:
            function()
        except (AssertionError, KeyError, ValueError, TypeError, OSError, sqlite3.Error,
                subprocess.SubprocessError) as error:
            failed += 1
            trace = error.__traceback__
            while trace.tb_next:
                trace = trace.tb_next
            print('# line %d: %s' % (trace.tb_lineno, str(error).replace('\n', '\n# ')))
            print('not ok %d - %s' % (number, name))
        else:
            print('ok %d - %s' % (number, name))
    HOME.cleanup()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
