#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives dateline-cli from outside: test-cli.py DATELINE-CLI FIXTURES"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

CLI, FIXTURES = sys.argv[1], sys.argv[2]
EVERYTHING = os.path.join(FIXTURES, 'everything.json')
KINDS = ('articles', 'people', 'events', 'quotes', 'reactions', 'claims')
FORMATS = ('text', 'markdown', 'html', 'csv', 'json', 'annotations', 'csl-json',
           'bibtex', 'ris')
RELATIONS = {'agree', 'rounding', 'precision', 'contradiction', 'only-here'}

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def run(*arguments, status=0, env=None, **options):
    environment = {k: v for k, v in os.environ.items()
                   if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'COLUMNS')}
    environment.update(env or {})
    done = subprocess.run([CLI, *arguments], capture_output=True, timeout=60,
                          env=environment, **options)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == status, (arguments, done.returncode, err)
    for line in err.splitlines():
        assert line.startswith('dateline-cli: '), err
    assert bool(err) == (status != 0) or '--story' in arguments, err
    return out if status == 0 else err


def read_json(*arguments, **options):
    return json.loads(run(*arguments, **options))


def count_columns(text):
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in 'WF' else 1
               for c in text)


@test
def no_toolkit_is_linked():
    libraries = subprocess.run(['ldd', CLI], capture_output=True, text=True,
                               check=True).stdout.lower()
    assert 'libglib' in libraries
    for name in ('gtk', 'gdk', 'adwaita', 'libx11', 'wayland'):
        assert name not in libraries, name


@test
def help_and_version():
    assert re.fullmatch(r'dateline-cli \d+\.\d+\.\d+\n', run('--version'))
    text = run('--help')
    for command in ('info', 'list', 'show', 'search', 'compare', 'export'):
        assert '\n  %s' % command in text
        assert '--story' in run(command, '--help')
    assert '--style' in run('export', '-h')


@test
def wrong_usage_is_status_2():
    for arguments in ([], ['frobnicate'], ['--frobnicate'], ['list'],
                      ['list', 'planets'], ['list', 'articles', 'people'],
                      ['list', '--frobnicate', 'articles'], ['show'],
                      ['show', 'a', 'b'], ['search'], ['search', ' '],
                      ['search', '""'], ['search', 'a', '--kind', 'planets'],
                      ['search', 'a', '--from', 'soon'],
                      ['search', 'a', '--limit', '0'], ['info', 'x'], ['compare', 'x'],
                      ['export'], ['export', '--format', 'pdf'],
                      ['export', '--format', 'text', '--style', 'harvard'],
                      ['export', '--format', 'text', '--kind', 'people'],
                      ['--story'], ['search', b'\xff\xfe']):
        assert '--help' in run(*arguments, status=2), arguments


@test
def what_cannot_be_done_is_status_1():
    run('show', 'no-such-item', status=1)
    run('search', 'a', '--person', 'nobody', status=1)
    run('search', 'a', '--article', 'person-navalny', status=1)
    run('export', '--format', 'text', '--article', 'no-such-article', status=1)
    run('export', '--format', 'text', '--article', 'person-navalny', status=1)
    run('export', '--format', 'text', '--speaker', 'Nobody At All', status=1)
    run('export', '--format', 'text', '--speaker', b'\xff', status=1)


@test
def options_before_and_after_the_command():
    before = read_json('--story', EVERYTHING, 'list', 'articles', '--json')
    after = read_json('list', '--json', 'articles', '--story=' + EVERYTHING)
    assert before == after
    assert [a['id'] for a in before] == ['article-one', 'article-two']


@test
def info():
    facts = read_json('info', '--json')
    text = run('info')
    assert facts['title'] in text
    for kind in KINDS:
        assert facts[kind] == len(read_json('list', kind, '--json'))
        assert re.search(r'\b%d\b' % facts[kind], text)


@test
def lists_hold_what_they_promise():
    promised = {
        'articles': ('id', 'headline', 'publisher', 'published', 'text'),
        'people': ('id', 'name', 'kind', 'aliases'),
        'events': ('id', 'title', 'date', 'kind', 'articles', 'people'),
        'quotes': ('id', 'text', 'speaker', 'direct', 'article', 'start', 'end'),
        'reactions': ('id', 'author', 'handle', 'platform', 'date', 'text',
                      'themes', 'articles'),
        'claims': ('id', 'question', 'accounts', 'silent'),
    }
    for story in ([], ['--story', EVERYTHING]):
        for kind, members in promised.items():
            items = read_json('list', kind, '--json', *story)
            assert items
            for item in items:
                assert set(members) <= set(item), item
                shown = read_json('show', item['id'], '--json', *story)
                assert shown == item
            rows = run('list', kind, *story).splitlines()
            assert [row.split()[0] for row in rows] == [i['id'] for i in items]


@test
def references_lead_somewhere():
    ids = {kind: {item['id'] for item in read_json('list', kind, '--json')}
           for kind in KINDS}
    for event in read_json('list', 'events', '--json'):
        assert set(event['articles']) <= ids['articles'] and event['articles']
        assert set(event['people']) <= ids['people']
    for reaction in read_json('list', 'reactions', '--json'):
        assert set(reaction['articles']) <= ids['articles'] and reaction['articles']
        assert not reaction['handle'] or '@' not in reaction['handle']


@test
def offsets_count_code_points():
    for story in ([], ['--story', EVERYTHING]):
        texts = {a['id']: a['text'] for a in read_json('list', 'articles', '--json', *story)}
        for quote in read_json('list', 'quotes', '--json', *story):
            text = texts[quote['article']]
            assert text[quote['start']:quote['end']] == quote['text']
        for claim in read_json('list', 'claims', '--json', *story):
            for account in claim['accounts']:
                text = texts[account['article']]
                assert text[account['start']:account['end']] == account['wording']
        for hit in read_json('search', 'he', '--json', *story):
            if hit['kind'] == 'quote':
                assert texts[hit['article']][hit['start']:hit['end']] == hit['text']


@test
def claims_and_compare_agree():
    articles = [a['id'] for a in read_json('list', 'articles', '--json')]
    claims = read_json('list', 'claims', '--json')
    rows = read_json('compare', '--json')
    seen = set()
    assert [c['id'] for c in claims] == [r['id'] for r in rows]
    for claim, row in zip(claims, rows):
        assert [cell['article'] for cell in row['cells']] == articles
        by_article = {a: [x for x in claim['accounts'] if x['article'] == a]
                      for a in articles}
        assert sum(map(len, by_article.values())) == len(claim['accounts'])
        for cell in row['cells']:
            assert cell['accounts'] == by_article[cell['article']]
            silent = cell['relation'] == 'silent'
            assert silent == (not cell['accounts'])
            assert silent == (cell['article'] in claim['silent'])
        for account in claim['accounts']:
            assert account['relation'] in RELATIONS
            assert account['wording'] and account['value'] and account['explanation']
            seen.add(account['relation'])
        answering = {a['article'] for a in claim['accounts']}
        for account in claim['accounts']:
            if account['relation'] == 'only-here':
                assert len(answering) == 1
    assert seen == RELATIONS, seen
    text = run('compare')
    for claim in claims:
        assert claim['question'] in text


@test
def search():
    hits = read_json('search', 'putin', '--json')
    assert {hit['kind'] for hit in hits} >= {'person', 'article'}
    assert all(hit['id'] for hit in hits)
    assert read_json('search', 'PUTIN', '--json') == hits
    assert read_json('search', 'xyzzy', '--json') == []
    assert run('search', 'xyzzy')
    assert read_json('search', '--json', '--', '-1') == []
    # One name in any spelling, by other names of the person, and what is said about that person.
    assert read_json('search', 'Навальный', '--json') == read_json('search', 'Nawalny', '--json')
    assert len(read_json('search', 'navalny', '--json')) > 20
    quotes = read_json('search', 'navalny', '--json', '--kind', 'quotes')
    assert quotes and {hit['kind'] for hit in quotes} == {'quote'}
    assert read_json('search', 'navalny', '--json', '--kind', 'quotes', '--limit', '1') == quotes[:1]
    person = read_json('search', 'the', '--json', '--person', 'Vladimir Putin')
    assert person == read_json('search', 'the', '--json', '--person', 'person-putin')
    assert 0 < len(person) < len(read_json('search', 'the', '--json'))
    article = read_json('list', 'articles', '--json')[0]['id']
    hits = read_json('search', 'the', '--json', '--article', article, '--kind', 'articles')
    assert hits and {hit['id'] for hit in hits} == {article}
    dated = read_json('search', 'a', '--json', '--kind', 'events', '--from', '2021-02-02', '--to', '2021-02-02')
    assert 0 < len(dated) < len(read_json('search', 'a', '--json', '--kind', 'events'))
    # An argument is UTF-8 whatever the locale says.
    for locale in ('C', 'C.UTF-8'):
        assert read_json('search', 'ДА', '--json', '--story', EVERYTHING,
                         env={'LC_ALL': locale})


@test
def output_does_not_depend_on_the_locale():
    for arguments in (['list', 'quotes'], ['list', 'quotes', '--json'],
                      ['export', '--format', 'text']):
        assert run(*arguments, env={'LC_ALL': 'C'}) == run(*arguments)


@test
def lines_fit_the_terminal():
    for width in (40, 60, 80, 120):
        for arguments in (['list', 'reactions'], ['compare'], ['info'],
                          ['show', 'article-selfies-in-red'],
                          ['show', 'person-navalny'], ['search', 'heart']):
            for line in run(*arguments, env={'COLUMNS': str(width)}).splitlines():
                assert line == line.rstrip(), line
                # What has no space, such as an id, may stick out.
                if count_columns(line) > width:
                    assert ' ' not in line[8:] or count_columns(line.split()[0]) > 10, line


@test
def text_is_no_command_for_the_terminal():
    with open(EVERYTHING, encoding='utf-8') as file:
        story = json.load(file)
    story['title'] = 'Red \x1b[31m alert\x07 \x9b2J'
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'story.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(story, file)
        text = run('info', '--story', path)
    assert 'Red' in text and 'alert' in text
    assert not re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f]', text)


@test
def every_format_holds_every_quote():
    quotes = read_json('list', 'quotes', '--json')
    everybody = read_json('list', 'reactions', '--json')
    for name in FORMATS:
        for style in ('apa', 'mla', 'chicago'):
            assert run('export', '--format', name, '--style', style).strip()
        exported = run('export', '--format', name)
        assert len(exported) > sum(len(q['text']) for q in quotes) / 2
        assert run('export', '--format', name, '--kind', 'reactions').strip()
    rows = list(csv.reader(io.StringIO(run('export', '--format', 'csv').lstrip('\ufeff'))))
    assert len(rows) == len(quotes) + 1
    own = read_json('export', '--format', 'json')
    assert [c['text'] for c in own['clippings']] == [q['text'] for q in quotes]
    own = read_json('export', '--format', 'json', '--kind', 'reactions')
    assert [c['text'] for c in own['clippings']] == [r['text'] for r in everybody]


@test
def exports_are_chosen():
    quotes = read_json('list', 'quotes', '--json')
    for name in ('Alexei Navalny', 'alexei navalny', 'person-navalny', 'Alexy'):
        own = read_json('export', '--format', 'json', '--speaker', name)
        assert ([c['text'] for c in own['clippings']] ==
                [q['text'] for q in quotes if q['speaker_id'] == 'person-navalny']), name
    for article in {q['article'] for q in quotes}:
        own = read_json('export', '--format', 'json', '--article', article)
        assert ([c['text'] for c in own['clippings']] ==
                [q['text'] for q in quotes if q['article'] == article])
    # A reaction that two articles carry is cited in the one that was asked for.
    for reaction in read_json('list', 'reactions', '--json'):
        for article in reaction['articles']:
            own = read_json('export', '--format', 'json', '--kind', 'reactions',
                            '--article', article)
            assert reaction['text'] in [c['text'] for c in own['clippings']]
            assert all(c['article']['id'] == article for c in own['clippings'])


@test
def files_are_never_replaced_unasked():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'quotes.md')
        arguments = ['export', '--format', 'markdown', '--output', path]
        assert run(*arguments) == ''
        with open(path, encoding='utf-8') as file:
            text = file.read()
        assert text == run('export', '--format', 'markdown')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('mine')
        assert 'quotes.md' in run(*arguments, status=1)
        with open(path, encoding='utf-8') as file:
            assert file.read() == 'mine'
        assert run(*arguments, '--force') == ''
        with open(path, encoding='utf-8') as file:
            assert file.read() == text
        run('export', '--format', 'text', '--output', os.path.join(folder, 'no', 'x'), status=1)
        run('export', '--format', 'text', '--output', folder, status=1)
        run('export', '--format', 'text', '--output', folder, '--force', status=1)
        assert os.listdir(folder) == ['quotes.md']


@test
def output_that_cannot_be_written():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CLI, 'list', 'quotes'], stdout=full,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1 and b'dateline-cli: ' in done.stderr
    done = subprocess.run(['/bin/sh', '-c', '"$0" list quotes >&-', CLI],
                          stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    # A reader that has seen enough is no failure.
    done = subprocess.run(['/bin/sh', '-c', '"$0" list reactions --json | head -n 1', CLI],
                          capture_output=True, check=True)
    assert done.stdout == b'[\n' and not done.stderr


def bad_stories():
    """Yields a name, the content of a file, and a pattern of the message."""
    with open(EVERYTHING, 'rb') as file:
        good = file.read()

    def change(old, new, count=1):
        assert old in good
        return good.replace(old, new, count)

    yield 'empty', b'', 'empty'
    yield 'blank', b' \n\t ', 'empty'
    yield 'cut short', good[:len(good) // 2], r'cut short.*line \d+.*(\w+\[\d+\])'
    yield 'cut within a letter', b'{"a":"' + 'é'.encode()[:1], 'cut short'
    yield 'not JSON', b'Once upon a time', 'line 1, column 1'
    yield 'not UTF-8', change(b'Each member', b'Each \xff member'), r'not UTF-8.*line \d+'
    yield 'UTF-16', good.decode().encode('utf-16'), 'not UTF-8'
    yield 'binary', bytes(range(256)) * 64, 'line 1'
    yield 'a number', b'17', 'not a story'
    yield 'a list', b'[]', 'not a story'
    yield 'another kind', b'{"format":"geojson"}', 'not a story.*format'
    yield 'no kind', b'{"type":"FeatureCollection"}', 'not a story.*format'
    yield 'newer', change(b'"version": 1', b'"version": 2'), 'version 2'
    yield 'no version', change(b'"version": 1,', b''), 'version'
    yield 'wrong version', change(b'"version": 1', b'"version": "1"'), 'version'
    yield 'no title', change(b'"title": "Everything & <i>more</i>",', b''), 'title'
    yield 'wrong title', change(b'"title": "Everything & <i>more</i>"', b'"title": 7'), 'title'
    yield 'no list of articles', change(b'"articles": [', b'"articles": {}, "x": ['), 'articles'
    yield 'deep lists', b'[' * 1000000, 'nested more than 64'
    yield 'deep objects', b'{"a":' * 1000000, 'nested more than 64'
    yield 'a comment', change(b'{', b'{ // hello\n'), 'line 1'
    yield 'two documents', good + good, r'after the end'
    yield 'a long number', change(b'"version": 1', b'"version": 1e400'), r'version.*too large'
    yield 'many members', b'{' + b','.join(b'"%d":0' % i for i in range(5000)) + b'}', 'more than 4096 members'


@test
def bad_stories_are_refused():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'story.json')
        for name, content, pattern in bad_stories():
            with open(path, 'wb') as file:
                file.write(content)
            os.utime(path, (1, 1))
            message = run('--story', path, 'info', status=1)
            assert len(message.splitlines()) == 1, (name, message)
            assert re.search(pattern, message), (name, message)
            assert len(message) < 500, (name, message)
            with open(path, 'rb') as file:
                assert file.read() == content
            assert os.stat(path).st_mtime == 1
            assert os.listdir(folder) == ['story.json'], name


@test
def files_that_are_none_are_refused():
    with tempfile.TemporaryDirectory() as folder:
        assert 'no file' in run('--story', os.path.join(folder, 'missing.json'), 'info', status=1)
        assert 'folder' in run('--story', folder, 'info', status=1)
        path = os.path.join(folder, 'huge.json')
        with open(path, 'wb') as file:
            file.truncate(1 << 30)
        assert 'larger than 64 MB' in run('--story', path, 'info', status=1)
        assert 'larger than 64 MB' in run('--story', '/dev/zero', 'info', status=1)
        assert 'empty' in run('--story', '/dev/null', 'info', status=1)
        if os.getuid() != 0:
            os.chmod(path, 0)
            assert 'cannot be read' in run('--story', path, 'info', status=1)


@test
def what_is_wrong_is_left_out():
    """The rest of a mostly valid story is opened, and each fault is named."""
    with open(EVERYTHING, encoding='utf-8') as file:
        story = json.load(file)
    story['colour'] = 'red'
    story['events'][0]['participants'].append('person-nobody')
    story['events'][1]['date'] = '2021-13'
    story['people'].append(dict(story['people'][0]))
    story['quotes'][0]['passage']['start'] = 10 ** 6
    story['quotes'][1]['passage']['exact'] = 'never said'
    story['reactions'][0]['text'] = 12
    story['claims'][0]['accounts'][0]['value'] = 'many'
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'story.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(story, file)
        done = subprocess.run([CLI, '--story', path, 'list', 'events', '--json'],
                              capture_output=True, text=True, check=True)
    assert [e['id'] for e in json.loads(done.stdout)] == ['event-whole', 'event-later']
    for place in ('colour', r'events[0].participants[2]', r'events[1].date',
                  r'people[3].id', r'quotes[0].passage', r'quotes[1].passage',
                  r'reactions[0].text', r'claims[0].accounts[0]'):
        assert place in done.stderr, (place, done.stderr)


def main():
    print('1..%d' % len(TESTS))
    failed = 0
    for number, function in enumerate(TESTS, 1):
        name = function.__name__.replace('_', ' ')
        try:
            function()
        except (AssertionError, KeyError, ValueError, TypeError,
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
