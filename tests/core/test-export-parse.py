#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported clippings back:
test-export-parse.py EXPORT-FIXTURE DATELINE-CLI STORY CLIPPINGS-SCHEMA

Runs a program that writes clippings as bad as can be in every format, and what
is in them as plain JSON; and the command line, which writes the quotes and the
reactions of a story.  Each file is then read by a parser that shares no code
with Dateline, and has to give every quote back word for word.

What a tool is missing for is skipped, each with its reason.  DATELINE_SEED in the
environment makes other random texts.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
import warnings
from html.parser import HTMLParser
from pathlib import Path

UNKNOWN = 'Unknown speaker'
VOID = {'meta', 'link', 'br', 'img', 'hr', 'input', 'base'}
LINE_BREAKS = re.compile('[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]+')


class Skip(Exception):
    """The tool for a test is not there."""


def need(name):
    path = shutil.which(name)
    if path is None:
        raise Skip('%s is not installed' % name)
    return path


def need_module(name):
    try:
        return __import__(name, fromlist=['*'])
    except ImportError:
        raise Skip('the Python module %s is not installed' % name) from None


def run(*args, **kwargs):
    done = subprocess.run(args, capture_output=True, check=False, **kwargs)
    assert done.returncode == 0, '%s: %s' % (args[0], done.stderr.decode(errors='replace'))
    return done.stdout


def equal(found, expected, what=''):
    assert found == expected, '%s: found %r, expected %r' % (what, found, expected)


def one_line(text):
    return LINE_BREAKS.sub(' ', text)


# A tree of elements, which html.parser does not make.

class Element:
    def __init__(self, name, attributes, parent):
        self.name = name
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []

    def all(self, name):
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.all(name)

    def one(self, name):
        found = list(self.all(name))
        equal(len(found), 1, 'number of <%s>' % name)
        return found[0]

    def text(self):
        return ''.join(child if isinstance(child, str) else child.text() for child in self.children)

    def shown(self):
        """As a browser shows it: only a line break element breaks a line."""
        out = ''
        after_break = False
        for child in self.children:
            if isinstance(child, str):
                out += (child[1:] if after_break and child[0] == '\n' else child).replace('\n', ' ')
            else:
                out += '\n' if child.name == 'br' else child.shown()
            after_break = not isinstance(child, str) and child.name == 'br'
        return out


class Tree(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.current = Element('', [], None)
        self.feed(text)
        self.close()
        assert self.current is self.root, 'an element is not closed'

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        equal(tag, self.current.name, 'end tag')
        self.current = self.current.parent

    def handle_data(self, data):
        self.current.children.append(data)


class Tests:
    def __init__(self, folder, schema, expected, is_fixture=False):
        self.folder = folder
        self.schema = schema
        self.expected = expected
        self.is_fixture = is_fixture

    def read(self, name):
        return (self.folder / name).read_bytes().decode('utf-8')

    def check_selection(self, clipping, start, end, exact):
        """Offsets count code points of the article's text."""
        equal((start, end, exact), (clipping['start'], clipping['end'], clipping['exact']), 'passage')
        equal(clipping['article_text'][start:end], exact, 'words at the offsets')

    # Prose

    def test_text(self):
        text = self.read('text')
        place = 0
        for number, c in enumerate(self.expected, 1):
            start = text.index('\n%d.\n' % number, place)
            quoted = '“%s”' % c['text'] if c['direct'] or c['reaction'] else c['text']
            place = text.index('\n%s\n— ' % quoted, start) + len(quoted) + 2
            equal(place - start, len('\n%d.\n' % number) + len(quoted) + 1, 'place of the quote')
            if c['item']:
                assert text.startswith('— %s, ' % (c['speaker'] or UNKNOWN), place)
            for value in (c['headline'], c['publisher'] or 'publisher unknown', c['url'], c['note'],
                          'characters %d–%d' % (c['start'], c['end'])):
                assert text.index(value, place) < (text.find('\n%d.\n' % (number + 1), place) % len(text)), value

    def check_markdown(self, html):
        tree = Tree(html).root
        quotes = list(tree.all('blockquote'))
        equal(len(quotes), len(self.expected), 'number of block quotations')
        equal([e.name for e in tree.all('script')], [], 'scripts')
        speakers = [e.text() for e in tree.all('strong') if e.text() != 'Note']
        equal(speakers, [c['speaker'] or UNKNOWN for c in self.expected if c['item']], 'speakers')
        notes = [c['note'] for c in self.expected if c['note']]
        body = tree.text()
        for quote, c in zip(quotes, self.expected):
            # More than two line breaks, or any at an end, are characters, which Markdown shows as spaces.
            text = re.sub('\\A\n+|\n{3,}|\n+\\Z', lambda match: ' ' * len(match[0]), c['text'])
            equal('\n\n'.join(p.shown() for p in quote.all('p')), text, 'quote')
            assert c['headline'] in body and c['publisher'] in body
        for note in notes:
            for line in filter(None, note.split('\n')):
                assert line in body, line
        links = [a.attributes['href'] for a in tree.all('a')]
        assert not any(link.startswith('javascript') for link in links)
        texts = {a.text() for a in tree.all('a')}
        for c in self.expected:
            assert not c['url'] or c['url'] in texts, c['url']
        equal(tree.one('h2').text(), 'Bibliography', 'heading')

    def test_markdown(self):
        html = run(need('cmark'), str(self.folder / 'markdown'))
        self.check_markdown(html.decode())

    def test_markdown_of_github(self):
        html = run(need('cmark-gfm'), '-e', 'autolink', '-e', 'strikethrough', '-e', 'table', '-e', 'tasklist',
                   str(self.folder / 'markdown'))
        self.check_markdown(html.decode())

    def test_html(self):
        tree = Tree(self.read('html')).root
        equal(tree.one('html').attributes, {'lang': 'en', 'dir': 'ltr'}, 'root')
        figures = list(tree.all('figure'))
        equal(len(figures), len(self.expected), 'number of figures')
        for figure, c in zip(figures, self.expected):
            quote = figure.one('blockquote')
            equal(quote.one('p').text(), c['text'], 'quote')
            equal(quote.attributes['dir'], 'auto', 'direction')
            web = [u for u in (c['post_url'], c['url']) if u.startswith('http')]
            equal(quote.attributes.get('cite'), web[0] if web else None, 'source')
            equal([b.text() for b in figure.all('bdi')], [c['speaker'] or UNKNOWN] if c['item'] else [], 'speaker')
            equal(figure.one('cite').text(), c['headline'], 'headline')
            values = [d.text() for d in figure.all('dd')]
            assert 'characters %d–%d' % (c['start'], c['end']) in values
            assert any(v.startswith(c['publisher'] or 'publisher unknown') for v in values)
            assert not c['url'] or c['url'] in values
            assert not c['note'] or c['note'] in values
            equal(any('retelling' in v for v in values), c['retelling'], 'retelling')

    def test_html_alone(self):
        """Nothing is fetched, nothing runs, and no text became an element."""
        tree = Tree(self.read('html')).root
        for name in ('link', 'img', 'iframe', 'object', 'embed', 'base', 'b'):
            equal(list(tree.all(name)), [], name)
        equal([s.attributes.get('type') for s in tree.all('script')], ['application/ld+json'], 'scripts')
        style = tree.one('style').text()
        assert 'url(' not in style and '@import' not in style
        for link in tree.all('a'):
            assert re.match('https?://', link.attributes['href']), link.attributes
        equal(len(tree.one('ol').children) // 2, len(set(tree.one('ol').text().strip().split('\n'))), 'references')

    def test_html_data(self):
        script = Tree(self.read('html')).root.one('script').text()
        assert not re.search('[<>]', script), 'the script could end early'
        data = json.loads(script)
        equal(data['@context'], 'https://schema.org', 'context')
        equal([g['text'] for g in data['@graph']], [c['text'] for c in self.expected], 'quotes')
        for graph, c in zip(data['@graph'], self.expected):
            equal(graph['@type'], 'SocialMediaPosting' if c['reaction'] else 'Quotation', 'type')
            person = graph.get('author' if c['reaction'] else 'spokenByCharacter')
            equal(person['name'] if person else '', c['speaker'], 'speaker')

    def test_html_of_libxml(self):
        count = run(need('xmllint'), '--html', '--nowarning', '--xpath', 'count(//figure/blockquote/p)',
                    str(self.folder / 'html'))
        equal(int(count), len(self.expected), 'number of quotes')

    # Tables and JSON

    def test_csv(self):
        raw = (self.folder / 'csv').read_bytes()
        assert raw.startswith(b'\xef\xbb\xbf') and raw.endswith(b'\r\n')
        with open(self.folder / 'csv', encoding='utf-8-sig', newline='') as file:
            rows = list(csv.reader(file, strict=True))
        header, rows = rows[0], rows[1:]
        equal(len(rows), len(self.expected), 'number of records')
        names = {'article': 'headline', 'passage': 'exact', 'item_id': 'item'}
        for row, c in zip(rows, self.expected):
            equal(len(row), len(header), 'number of fields')
            for cell in row:
                assert not re.match('[=+\\-@\t\r\n＝＋－＠]', cell), cell
            cells = {name: re.sub("^'('*[=+\\-@\t\r\n＝＋－＠])", r'\1', cell) for name, cell in zip(header, row)}
            for name in ('speaker', 'text', 'handle', 'platform', 'posted', 'post_url', 'article', 'publisher',
                         'published', 'url', 'accessed', 'passage', 'note', 'item_id', 'article_id'):
                equal(cells[name], c[names.get(name, name)], name)
            self.check_selection(c, int(cells['start']), int(cells['end']), cells['passage'])
            equal(cells['retelling'], 'yes' if c['retelling'] else 'no', 'retelling')
            kinds = ['passage', 'indirect quote', 'direct quote', 'post', 'comment']
            assert cells['kind'] in (kinds[3:] if c['reaction'] else [kinds[c['quote'] + c['direct']]]), cells['kind']

    def test_json(self):
        jsonschema = need_module('jsonschema')
        data = json.loads(self.read('json'))
        schema = json.loads(Path(self.schema).read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(data)
        # The schema lets readers ignore what they do not know; what is written, it names.
        schema['additionalProperties'] = False
        for definition in schema['$defs'].values():
            if definition['type'] == 'object':
                definition['additionalProperties'] = False
        jsonschema.Draft202012Validator(schema).validate(data)

        equal(len(data['clippings']), len(self.expected), 'number of clippings')
        for found, c in zip(data['clippings'], self.expected):
            equal(found['text'], c['text'], 'text')
            equal(found.get('speaker', {}).get('name', ''), c['speaker'], 'speaker')
            equal(found.get('direct', False), c['direct'], 'direct')
            equal(found.get('note', ''), c['note'], 'note')
            for member in ('handle', 'platform'):
                equal(found.get(member, ''), c[member], member)
            equal(found.get('date', ''), c['posted'], 'date')
            for member in ('headline', 'publisher', 'published', 'url'):
                equal(found['article'].get(member, ''), c[member], member)
            equal(found['article']['retelling'], c['retelling'], 'retelling')
            equal(found['passage']['article'], c['article_id'], 'article')
            self.check_selection(c, found['passage']['start'], found['passage']['end'], found['passage']['exact'])

    def test_annotations(self):
        jsonschema = need_module('jsonschema')
        data = json.loads(self.read('annotations'))
        jsonschema.Draft202012Validator(ANNOTATION_SCHEMA).validate(data)
        items = data['first']['items']
        equal(data['total'], len(items), 'total')
        equal(len(items), len(self.expected), 'number of annotations')
        ids = [data['id'], data['first']['id']] + [item['id'] for item in items]
        equal(len(set(ids)), len(ids), 'number of ids')
        for name in ids:
            equal(uuid.UUID(name).version, 5, 'version of %s' % name)
        for item, c in zip(items, self.expected):
            bodies = {(b['purpose'], b['value']) for b in item['body']}
            quote, position = item['target']['selector']
            self.check_selection(c, position['start'], position['end'], quote['exact'])
            text = c['article_text']
            equal(quote.get('prefix', ''), text[max(0, c['start'] - 32):c['start']], 'prefix')
            equal(quote.get('suffix', ''), text[c['end']:c['end'] + 32], 'suffix')
            assert quote['exact'] == c['text'] or ('describing', c['text']) in bodies
            assert not c['note'] or ('commenting', c['note']) in bodies
            assert not c['item'] or any(v.startswith((c['speaker'] or UNKNOWN) + ', ') for _, v in bodies)
            source = item['target']['source']
            equal(source['id'].startswith('http'), bool(c['url']) and not c['retelling'], 'source')
            equal(source.get('dcterms:publisher', ''), c['publisher'], 'publisher')

    # Reference managers

    def check_references(self, texts_of):
        """Each quote is with its article, and each post with itself too."""
        for c in self.expected:
            found = texts_of(c['article_id'])
            assert c['text'] in found, (c['text'], found)
            assert c['speaker'] in found
            assert 'characters %d–%d' % (c['start'], c['end']) in found
            if c['reaction']:
                assert c['text'] in texts_of(c['item'])

    def test_csl_json(self):
        jsonschema = need_module('jsonschema')
        data = json.loads(self.read('csl-json'))
        jsonschema.Draft202012Validator(CSL_SCHEMA).validate(data)
        by_id = {item['id']: item for item in data}
        equal(len(by_id), len(data), 'number of ids')
        self.check_references(lambda name: by_id[name]['note'])
        for c in self.expected:
            article = by_id[c['article_id']]
            equal(article['title'], c['headline'], 'title')
            equal(article.get('container-title', ''), c['publisher'], 'publisher')
            equal(article.get('URL', ''), c['url'], 'URL')
            clippings = [(x['text'], x['start'], x['end'], x.get('note', '')) for x in article['custom']['clippings']]
            assert (c['text'], c['start'], c['end'], c['note']) in clippings, c['text']
            equal(article['custom']['retelling'], c['retelling'], 'retelling')

    def test_csl_json_of_citeproc(self):
        source = need_module('citeproc.source.json')
        with warnings.catch_warnings():
            # It does not know "custom", which the schema of CSL has.
            warnings.simplefilter('ignore')
            bibliography = source.CiteProcJSON(json.loads(self.read('csl-json')))
        self.check_references(lambda name: ''.join(bibliography[name.lower()]['note']))
        if not self.is_fixture:
            return
        article = bibliography['article-a']
        equal([(a['family'], a['given']) for a in article['author']], [('Smith', 'Jane Q.'), ('van der Berg', 'Anna')],
              'authors')
        equal((article['issued'].year, article['issued'].month, article['issued'].day), (2021, 2, 3), 'date')

    def test_bibtex(self):
        parser = need_module('pybtex.database')
        data = parser.parse_string(self.read('bibtex'), 'bibtex')
        entries = list(data.entries.values())
        keys = [e.key for e in entries]
        assert all(re.fullmatch('[a-z0-9][A-Za-z0-9_.-]*', key) for key in keys), keys
        by_title = {decode_latex(e.fields['title']): decode_latex(e.fields['annotation']) for e in entries}
        for c in self.expected:
            found = by_title[c['headline']]
            assert in_latex(c['text']) in found, (c['text'], found)
            assert in_latex(c['note']) in found
            assert in_latex(c['speaker']) in found
        posts = [e for e in entries if 'howpublished' in e.fields]
        equal(len(posts), len({c['item'] for c in self.expected if c['platform']}), 'number of posts')
        if not self.is_fixture:
            return
        article = data.entries['smith_courts_2021']
        equal([str(p) for p in article.persons['author']], ['Smith, Jane Q.', 'van der Berg, Anna'], 'authors')
        equal(article.fields['date'], '2021-02-03', 'date')
        equal(decode_latex(article.fields['journaltitle']), 'The Example_Times', 'publisher')

    def test_bibtex_of_biber(self):
        need('biber')
        path = self.folder / 'fixture.bib'
        shutil.copy(self.folder / 'bibtex', path)
        done = subprocess.run(['biber', '--tool', '--validate-datamodel', path.name], cwd=self.folder,
                              capture_output=True, check=False)
        log = done.stdout.decode()
        equal(done.returncode, 0, log)
        complaints = [line for line in log.splitlines() if line.startswith(('WARN', 'ERROR'))]
        # What is not dated cannot say when it was published.
        complaints = [line for line in complaints if "'date, year' must be defined" not in line]
        equal(complaints, [], 'complaints')

    def test_ris(self):
        raw = self.read('ris')
        assert raw.endswith('ER  - \r\n\r\n')
        records = {}
        record = None
        for line in raw.split('\r\n')[:-1]:
            if line == '':
                assert record is None
                continue
            match = re.fullmatch('([A-Z][A-Z0-9])  - (.*)', line)
            assert match and not LINE_BREAKS.search(line), line
            tag, value = match.groups()
            if record is None:
                equal(tag, 'TY', 'first tag')
                record = []
            record.append((tag, value))
            if tag == 'ER':
                records[dict(record)['ID']] = record
                record = None
        equal(record, None, 'open record')
        for c in self.expected:
            article = records[c['article_id']]
            notes = [value for tag, value in article if tag == 'N1']
            assert any(one_line(c['text']) in n and c['speaker'] in n and one_line(c['note']) in n for n in notes), c['text']
            values = dict(article)
            equal(values['TI'], c['headline'], 'title')
            equal(values.get('T2', ''), c['publisher'], 'publisher')
            equal(values.get('UR', ''), c['url'], 'URL')
            if c['reaction']:
                assert any(one_line(c['text']) in value for tag, value in records[c['item']] if tag == 'N1')
        if not self.is_fixture:
            return
        equal([v for t, v in records['article-a'] if t in ('AU', 'DA', 'PY', 'Y2')],
              ['Smith, Jane Q.', 'van der Berg, Anna', '2021', '2021/02/03', '2021/02/10'], 'record')

    def test_ris_of_bibutils(self):
        # Control characters are no XML, which is all that this parser writes.
        path = self.folder / 'fixture.ris'
        path.write_text(re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', '', self.read('ris')), newline='')
        out = run(need('ris2xml'), str(path)).decode('utf-8-sig')
        import xml.etree.ElementTree as xml
        root = xml.fromstring(out)
        notes = [n.text for n in root.iter('{http://www.loc.gov/mods/v3}note')]
        for c in self.expected:
            text = re.sub('[\x00-\x08\x0e-\x1f\x7f]', '', one_line(c['text']))
            assert any(' '.join(text.split()) in ' '.join(n.split()) for n in notes), text


# LaTeX back to text, as TeX would read it.

MACROS = {
    'textbraceleft': '{', 'textbraceright': '}', 'textbackslash': '\\', 'textasciitilde': '~',
    'textasciicircum': '^', 'textbar': '|', 'textless': '<', 'textgreater': '>', 'textasciigrave': '`', 'newline': '\n',
}


def decode_latex(value):
    # pybtex folds white space as BibTeX does; one line feed stands behind the break between two quotes.
    value = value.replace('\\newline{} “', '\\newline{}“')

    def replace(match):
        macro, sign, brace = match.groups()
        if macro is not None:
            return MACROS[macro]
        return sign if sign is not None else ''

    return re.sub(r'\\([A-Za-z]+)(?:\{\}|\s+)|\\(.)|([{}])', replace, value)


def in_latex(text):
    """What is left where TeX has no way to say it."""
    text = re.sub('\r\n|[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]', '\n', text).replace('\t', ' ')
    return re.sub('[\x00-\x08\x0b-\x1f\x7f]', '\ufffd', text)


# The parts of the W3C model and of CSL's that Dateline uses; nothing else is allowed.

def closed(required, **properties):
    return {'type': 'object', 'required': required.split(), 'properties': properties, 'additionalProperties': False}


STRING = {'type': 'string', 'minLength': 1}
UUID = {'type': 'string', 'pattern': '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'}
TIME = {'type': 'string', 'pattern': r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$'}
IRI = {'type': 'string', 'pattern': r'^(https?://|urn:uuid:)\S+$'}

ANNOTATION_SCHEMA = closed(
    '@context id type total first',
    **{'@context': {'const': 'http://www.w3.org/ns/anno.jsonld'}},
    id=UUID, type={'const': 'AnnotationCollection'}, label=STRING, created=TIME,
    total={'type': 'integer', 'minimum': 1},
    first=closed(
        'id type items startIndex', id=UUID, type={'const': 'AnnotationPage'}, startIndex={'const': 0},
        items={'type': 'array', 'minItems': 1, 'items': closed(
            'id type motivation created body target',
            id=UUID, type={'const': 'Annotation'}, motivation={'enum': ['highlighting', 'commenting']}, created=TIME,
            body={'type': 'array', 'minItems': 1, 'items': closed(
                'type purpose value format', type={'const': 'TextualBody'},
                purpose={'enum': ['describing', 'commenting']}, value=STRING, format={'const': 'text/plain'},
                language=STRING)},
            target=closed(
                'type source selector', type={'const': 'SpecificResource'},
                source=closed(
                    'id type format', id=IRI, type={'const': 'Text'}, format={'enum': ['text/html', 'text/plain']},
                    language=STRING,
                    **{'dcterms:title': STRING, 'dcterms:creator': {'type': 'array', 'items': STRING},
                       'dcterms:publisher': STRING, 'dcterms:issued': STRING, 'dcterms:description': STRING,
                       'dcterms:source': IRI}),
                selector={'type': 'array', 'minItems': 2, 'maxItems': 2, 'items': False, 'prefixItems': [
                    closed('type exact', type={'const': 'TextQuoteSelector'}, exact=STRING, prefix=STRING, suffix=STRING),
                    closed('type start end', type={'const': 'TextPositionSelector'},
                           start={'type': 'integer', 'minimum': 0}, end={'type': 'integer', 'minimum': 1})]},
                state=closed('type sourceDate', type={'const': 'TimeState'}, sourceDate=TIME)))}))

CSL_DATE = closed(
    '', **{'date-parts': {'type': 'array', 'minItems': 1, 'maxItems': 2, 'items': {
        'type': 'array', 'minItems': 1, 'maxItems': 3, 'items': {'type': 'integer'}}}},
    season={'type': 'integer'}, circa={'type': 'boolean'}, literal=STRING)

CSL_SCHEMA = {'type': 'array', 'minItems': 1, 'items': closed(
    'id type title note custom',
    id=STRING, type={'enum': ['article-newspaper', 'webpage', 'post']}, title=STRING,
    author={'type': 'array', 'minItems': 1, 'items': {'oneOf': [
        closed('literal', literal=STRING),
        closed('family given', family=STRING, given=STRING, suffix=STRING)]}},
    genre=STRING, issued=CSL_DATE, accessed=CSL_DATE, URL=IRI, language=STRING, note=STRING, custom={'type': 'object'},
    **{'container-title': STRING})}


FORMATS = ['text', 'markdown', 'html', 'csv', 'json', 'annotations', 'csl-json', 'bibtex', 'ris']


def expect(story, kind):
    """What an export of all quotes or all reactions of a story holds, read from the story itself."""
    articles = {a['id']: a for a in story['articles']}
    people = {p['id']: p['name'] for p in story['people']}
    expected = []
    for item in story[kind]:
        passages = item.get('passages') or [item['passage']]
        text = item.get('text', passages[0]['exact'])
        passage = next((p for p in passages if p['exact'] == text), passages[0])
        article = articles[passage['article']]
        expected.append({
            'item': item['id'], 'text': text, 'note': '',
            'speaker': people.get(item.get('speaker') or item.get('author'), ''),
            'quote': kind == 'quotes', 'direct': item.get('direct', False), 'reaction': kind == 'reactions',
            'handle': item.get('handle', ''), 'platform': item.get('platform', ''),
            'posted': item.get('date', ''), 'post_url': item.get('url', ''),
            'article_id': article['id'], 'headline': article['headline'], 'publisher': article.get('publisher', ''),
            'published': article.get('published', ''), 'accessed': article.get('accessed', ''),
            'url': article.get('url', ''), 'retelling': article.get('retelling', False),
            'article_text': '\n'.join(b['text'] for b in article['blocks']),
            'start': passage['start'], 'end': passage['end'], 'exact': passage['exact'],
        })
    return expected


def prepare(folder, fixture, cli, story, schema):
    """Writes all files; yields what to test them with."""
    path = folder / 'fixture'
    path.mkdir()
    run(fixture, str(path))
    yield 'fixture', Tests(path, schema, json.loads((path / 'expected.json').read_text()), True)
    path = folder / 'random'
    path.mkdir()
    seed = os.environ.get('DATELINE_SEED', '1')
    run(fixture, str(path), seed)
    yield 'random-' + seed, Tests(path, schema, json.loads((path / 'expected.json').read_text()))
    for kind in ('quotes', 'reactions'):
        path = folder / kind
        path.mkdir()
        for name in FORMATS:
            run(cli, 'export', '--story', story, '--format', name, '--kind', kind, '--style', 'chicago',
                '--output', str(path / name))
        yield kind, Tests(path, schema, expect(json.loads(Path(story).read_text()), kind))


def main():
    names = [name for name in dir(Tests) if name.startswith('test_')]
    number = failed = 0
    print('1..%d' % (4 * len(names)))
    with tempfile.TemporaryDirectory() as folder:
        for kind, tests in prepare(Path(folder), *sys.argv[1:]):
            for name in names:
                number += 1
                title = '%s/%s' % (kind, name[len('test_'):].replace('_', '-'))
                try:
                    getattr(tests, name)()
                except Skip as reason:
                    print('ok %d %s # SKIP %s' % (number, title, reason))
                except Exception as error:  # pylint: disable=broad-except
                    failed += 1
                    print('not ok %d %s' % (number, title))
                    print('# %s: %s' % (type(error).__name__, str(error).replace('\n', '\n# ')))
                else:
                    print('ok %d %s' % (number, title))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
