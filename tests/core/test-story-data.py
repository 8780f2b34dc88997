#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a bundled story: test-story-data.py STORY.json SCHEMA.json

Validates the file against the schema, then checks what a schema cannot say:
passages, references, coverage.  Every check is also run on copies that were
broken on purpose and has to find the fault.
"""

import copy
import datetime
import json
import re
import sys
from decimal import Decimal

import jsonschema

CONTEXT = 32

KINDS = ('articles', 'people', 'events', 'quotes', 'reactions', 'claims')

# member -> kinds of item that its id may name
REFERENCES = {
    'articles': {},
    'people': {},
    'events': {'participants': ('people',), 'part_of': ('events',)},
    'quotes': {'speaker': ('people',), 'addressee': ('people',),
               'original': ('quotes',), 'event': ('events',)},
    'reactions': {'author': ('people',), 'answers': ('events', 'reactions')},
    'claims': {'about': ('articles', 'people', 'events', 'quotes',
                         'reactions')},
}

MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July',
          'August', 'September', 'October', 'November', 'December')

DURATION = re.compile(r'P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?'
                      r'(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?')


class Story:
    """A story and what the checks look up in it again and again."""

    def __init__(self, data):
        self.data = data
        self.articles = {a['id']: a for a in data.get('articles', [])
                         if 'id' in a}
        self.texts = {key: '\n'.join(b['text'] for b in a['blocks'])
                      for key, a in self.articles.items()}

    def items(self, kind):
        return self.data.get(kind, [])

    def passages(self):
        """Every passage as (where, article id, passage)."""
        for article in self.items('articles'):
            for n, date in enumerate(article.get('dates', [])):
                yield ('%s dates[%d]' % (article.get('id'), n),
                       article.get('id'), date['passage'])
        for kind, member in (('people', 'mentions'), ('events', 'passages'),
                             ('reactions', 'passages')):
            for item in self.items(kind):
                for n, passage in enumerate(item.get(member, [])):
                    yield ('%s %s[%d]' % (item.get('id'), member, n),
                           passage['article'], passage)
        for quote in self.items('quotes'):
            yield quote.get('id'), quote['passage']['article'], quote['passage']
        for claim in self.items('claims'):
            for account in claim['accounts']:
                yield (account.get('id'), account['passage']['article'],
                       account['passage'])


def check_schema(story, schema):
    validator = jsonschema.Draft202012Validator(schema)
    return ['%s: %s' % (error.json_path, error.message[:200])
            for error in validator.iter_errors(story.data)]


def check_no_unknown_member(story, schema):
    problems = []

    def resolve(part):
        while '$ref' in part:
            part = schema['$defs'][part['$ref'].rsplit('/', 1)[1]]
        return part

    def walk(value, part, path):
        part = resolve(part)
        if isinstance(value, dict):
            known = part.get('properties', {})
            for name, member in value.items():
                if name in known:
                    walk(member, known[name], '%s.%s' % (path, name))
                else:
                    problems.append('%s.%s is not in the schema' % (path, name))
        elif isinstance(value, list):
            for n, element in enumerate(value):
                walk(element, part.get('items', {}), '%s[%d]' % (path, n))

    walk(story.data, schema, '$')
    return problems


def check_passages(story, schema):
    problems = []
    for where, article, passage in story.passages():
        if article not in story.texts:
            problems.append('%s: no article %s' % (where, article))
            continue
        text = story.texts[article]
        start, end = passage['start'], passage['end']
        if not 0 <= start < end <= len(text):
            problems.append('%s: %d-%d is out of range' % (where, start, end))
        elif text[start:end] != passage['exact']:
            problems.append('%s: has %r, the text %r'
                            % (where, passage['exact'], text[start:end]))
        elif passage.get('prefix') != text[max(0, start - CONTEXT):start]:
            problems.append('%s: wrong prefix' % where)
        elif passage.get('suffix') != text[end:end + CONTEXT]:
            problems.append('%s: wrong suffix' % where)
        elif passage['exact'] != passage['exact'].strip():
            problems.append('%s: white space at an end' % where)
    return problems


def check_ids(story, schema):
    problems, seen = [], set()
    items = [item for kind in KINDS for item in story.items(kind)]
    items += [account for claim in story.items('claims')
              for account in claim['accounts']]
    for item in items:
        if 'id' not in item:
            problems.append('an item has no id: %r' % (str(item)[:80],))
        elif item['id'] in seen:
            problems.append('%s is there twice' % item['id'])
        seen.add(item.get('id'))
    return problems


def check_references(story, schema):
    problems = []
    ids = {kind: {item.get('id') for item in story.items(kind)}
           for kind in KINDS}
    for kind, members in REFERENCES.items():
        for item in story.items(kind):
            for member, targets in members.items():
                names = item.get(member, [])
                for name in names if isinstance(names, list) else [names]:
                    if not any(name in ids[target] for target in targets):
                        problems.append('%s: %s names %s, which is nowhere'
                                        % (item.get('id'), member, name))
    for claim in story.items('claims'):
        for account in claim['accounts']:
            if account['article'] != account['passage']['article']:
                problems.append('%s: passage of another article'
                                % account.get('id'))
    for kind, member in (('events', 'part_of'), ('reactions', 'answers'),
                         ('quotes', 'original')):
        above = {item.get('id'): item.get(member) for item in story.items(kind)}
        for name in above:
            chain = [name]
            while above.get(chain[-1]) is not None and len(chain) <= len(above):
                chain.append(above[chain[-1]])
            if len(chain) > len(above):
                problems.append('%s: %s goes in a circle' % (name, member))
    return problems


def check_articles_report(story, schema):
    reporting = {passage['article'] for event in story.items('events')
                 for passage in event.get('passages', [])}
    return ['%s reports no event' % name for name in story.articles
            if name not in reporting]


def check_events_reported(story, schema):
    return ['%s has no passage' % event.get('id')
            for event in story.items('events') if not event.get('passages')]


def check_blocks(story, schema):
    return ['%s: blocks[%d] holds a line break' % (name, n)
            for name, article in story.articles.items()
            for n, block in enumerate(article['blocks'])
            if re.search('[\n\r\v\f\x85\u2028\u2029]', block['text'])]


def check_quotations(story, schema):
    """What stands in double quotation marks is a quote or a reaction."""
    problems = []
    covers = [quote['passage'] for quote in story.items('quotes')]
    covers += [passage for reaction in story.items('reactions')
               for passage in reaction.get('passages', [])]
    for name, text in story.texts.items():
        if len(re.findall('["“]', text)) != len(re.findall('["“][^"“”\n]+["”]',
                                                           text)):
            problems.append('%s: a quotation does not close' % name)
        for match in re.finditer('["“]([^"“”\n]+)["”]', text):
            words = match.group(1).rstrip('.,')
            if not any(p['article'] == name
                       and p['start'] <= match.start(1)
                       and p['end'] >= match.start(1) + len(words)
                       for p in covers):
                problems.append('%s: nobody says %r' % (name, match.group(0)))
    return problems


def check_quotes(story, schema):
    problems = []
    for quote in story.items('quotes'):
        passage = quote['passage']
        text = story.texts.get(passage['article'], '')
        near = text[max(0, passage['start'] - 240):passage['end'] + 240]
        if quote.get('cue', '').lower() not in near.lower():
            problems.append('%s: its cue is not near it' % quote.get('id'))
        if re.match('["“]', passage['exact']):
            problems.append('%s: begins with a quotation mark'
                            % quote.get('id'))
    return problems


def check_reactions(story, schema):
    problems = []
    for reaction in story.items('reactions'):
        text, passages = reaction['text'], reaction.get('passages', [])
        verbatim = [p for p in passages if p['exact'] == text]
        if not passages:
            problems.append('%s has no passage' % reaction.get('id'))
        if not verbatim and any(text in t for t in story.texts.values()):
            problems.append('%s: no passage where an article carries it'
                            % reaction.get('id'))
        if not verbatim and reaction.get('handle') is not None:
            problems.append('%s: no article carries its words'
                            % reaction.get('id'))
        if re.findall(r'#(\w+)', text) != reaction.get('hashtags', []):
            problems.append('%s: hashtags differ from its text'
                            % reaction.get('id'))
    return problems


def check_posts(story, schema):
    """A post block is one reaction, under its author's name and date."""
    problems = []
    names = {person.get('id'): person['name'] for person in story.items('people')}
    for name, article in story.articles.items():
        start = 0
        for block in article['blocks']:
            text, end = block['text'], start + len(block['text'])
            if block['kind'] == 'post':
                inside = [r for r in story.items('reactions')
                          if any(p['article'] == name and p['start'] == start
                                 and p['end'] <= end and p['exact'] == r['text']
                                 for p in r.get('passages', []))]
                if len(inside) != 1:
                    problems.append('%s: %r is %d reactions'
                                    % (name, text[:40], len(inside)))
                else:
                    post = inside[0]
                    year, month, day = post['date'].split('-')
                    signed = '%s — %s (@%s), %d %s %s' % (
                        post['text'], names.get(post['author']),
                        post.get('handle'), int(day), MONTHS[int(month) - 1],
                        year)
                    if signed != text:
                        problems.append('%s: signed otherwise than %r'
                                        % (post.get('id'), text[-60:]))
            start = end + 1
    return problems


def check_mentions(story, schema):
    problems, taken = [], {}
    for person in story.items('people'):
        who = person.get('id')
        names = [person['name']] + person.get('aliases', [])
        mentions = person.get('mentions', [])
        if not mentions:
            problems.append('%s is never mentioned' % who)
        for mention in mentions:
            exact = mention['exact'].lower()
            if not any(exact in name.lower() for name in names):
                problems.append('%s: %r is not its name'
                                % (who, mention['exact']))
            key = mention['article'], mention['start']
            if key in taken:
                problems.append('%s and %s: same mention' % (who, taken[key]))
            taken[key] = who
    # a proper name that is left unmarked
    spans = [(m['article'], m['start'], m['end'])
             for person in story.items('people')
             for m in person.get('mentions', [])]
    for person in story.items('people'):
        for name in [person['name']] + person.get('aliases', []):
            if not re.search('[A-Z]', name):
                continue
            pattern = r'(?<![\w@])%s(?!\w)' % re.escape(name)
            for article, text in story.texts.items():
                for match in re.finditer(pattern, text):
                    if not any(a == article and s < match.end()
                               and match.start() < e for a, s, e in spans):
                        problems.append('%s: %r at %d is not marked' % (
                            article, name, match.start()))
    return problems


def date_ok(value):
    """Whether each whole day of an EDTF value is in the calendar."""
    for part in value.split('/'):
        match = re.match(r'(\d{4})-(\d\d)-(\d\d)', part)
        if match:
            try:
                datetime.date(*map(int, match.groups()))
            except ValueError:
                return False
    ends = [re.sub('[?~%]', '', part) for part in value.split('/')]
    if len(ends) == 2 and all(re.match(r'\d{4}', end) for end in ends):
        width = min(map(len, ends))
        return ends[0][:width] <= ends[1][:width]
    return True


def check_dates(story, schema):
    problems = []
    for article in story.items('articles'):
        values = [date['date'] for date in article.get('dates', [])]
        values += [article[m] for m in ('published', 'accessed') if m in article]
        problems += ['%s: no such date: %s' % (article.get('id'), value)
                     for value in values if not date_ok(value)]
    for kind in ('events', 'reactions'):
        problems += ['%s: no such date: %s' % (item.get('id'), item['date'])
                     for item in story.items(kind)
                     if 'date' in item and not date_ok(item['date'])]
    return problems


def parse_value(kind, value, schema):
    """The value as something that can be compared; ValueError otherwise."""
    if kind == 'duration':
        match = DURATION.fullmatch(value)
        if not match:
            raise ValueError(value)
        years, months, weeks, days, hours, minutes, seconds = (
            Decimal(group or 0) for group in match.groups())
        return (years * 12 + months,
                ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60
                + seconds)
    if kind == 'count':
        if not re.fullmatch(r'-?\d+(\.\d+)?', value):
            raise ValueError(value)
        return Decimal(value)
    if kind == 'date':
        if (not re.search(schema['$defs']['edtf']['pattern'], value)
                or not date_ok(value)):
            raise ValueError(value)
        return value
    if not value.strip():
        raise ValueError(value)
    return value


def check_claims(story, schema):
    problems = []
    for claim in story.items('claims'):
        for account in claim['accounts']:
            for member in ('value', 'precision'):
                try:
                    if member in account:
                        parse_value(claim['kind'], account[member], schema)
                except ValueError:
                    problems.append('%s: cannot read %s %r' % (
                        account.get('id'), member, account[member]))
            if '\n' in account['passage']['exact']:
                problems.append('%s: wording goes over a block'
                                % account.get('id'))
    return problems


CHECKS = (
    ('valid against the schema', check_schema),
    ('no member that the schema does not name', check_no_unknown_member),
    ('passages stand at their offsets', check_passages),
    ('ids are unique', check_ids),
    ('references resolve', check_references),
    ('every article reports an event', check_articles_report),
    ('every event has a passage', check_events_reported),
    ('blocks hold no line break', check_blocks),
    ('quotations are quotes or reactions', check_quotations),
    ('quotes stand near their cues', check_quotes),
    ('reactions are carried by articles', check_reactions),
    ('posts are signed as their reactions', check_posts),
    ('mentions are names, and none is missing', check_mentions),
    ('dates are in the calendar', check_dates),
    ('values of claims parse', check_claims),
)


def find(data, kind, test):
    return next(item for item in data[kind] if test(item))


def move_passage(data):
    data['events'][0]['passages'][0]['start'] += 1


def move_quote_past_end(data):
    data['quotes'][0]['passage']['end'] = 10 ** 6


def change_prefix(data):
    data['people'][0]['mentions'][1]['prefix'] = 'nothing of the kind'


def change_exact(data):
    data['claims'][0]['accounts'][0]['passage']['exact'] = 'ten years'


def drop_id(data):
    del data['events'][0]['id']


def double_id(data):
    data['quotes'][1]['id'] = data['events'][0]['id']


def dangle_speaker(data):
    data['quotes'][0]['speaker'] = 'person-nobody'


def circle_parts(data):
    first, second = data['events'][:2]
    first['part_of'], second['part_of'] = second['id'], first['id']


def bad_enum(data):
    data['events'][0]['kind'] = 'party'


def bad_date(data):
    data['events'][0]['date'] = '2 February'


def bad_precision(data):
    find(data, 'claims', lambda c: c['kind'] == 'duration')[
        'accounts'][0]['precision'] = 'half a year'


def day_not_in_calendar(data):
    data['events'][0]['date'] = '2021-02-30'


def interval_backwards(data):
    data['events'][0]['date'] = '2021-02-02/2020'


def newer_version(data):
    data['version'] = 2


def unknown_member(data):
    data['articles'][0]['badge'] = 'A'


def silence_article(data):
    name = data['articles'][-1]['id']
    for event in data['events']:
        event['passages'] = [p for p in event['passages']
                             if p['article'] != name]


def unreported_event(data):
    data['events'][0]['passages'] = []


def break_block(data):
    data['articles'][0]['blocks'][0]['text'] += '\nmore'


def forget_quotes(data):
    data['quotes'] = [q for q in data['quotes'] if not q['direct']]


def invent_cue(data):
    data['quotes'][0]['cue'] = 'whispered loudly'


def change_reaction(data):
    data['reactions'][0]['text'] += '!'


def forget_hashtag(data):
    find(data, 'reactions', lambda r: r.get('hashtags'))['hashtags'] = []


def forget_reaction(data):
    data['reactions'] = [r for r in data['reactions'] if 'handle' not in r][:1]


def rename_author(data):
    author = find(data, 'reactions', lambda r: 'handle' in r)['author']
    find(data, 'people', lambda p: p['id'] == author)['name'] += ' the Second'


def forget_mention(data):
    person = max(data['people'], key=lambda p: len(p.get('mentions', [])))
    person['mentions'] = person['mentions'][1:]


def forget_aliases(data):
    for person in data['people']:
        person['aliases'] = []


def bad_value(data):
    find(data, 'claims', lambda c: c['kind'] == 'duration')[
        'accounts'][0]['value'] = '2.5 years'


def no_number(data):
    find(data, 'claims', lambda c: c['kind'] == 'count')[
        'accounts'][0]['value'] = 'thousands'


FAULTS = (
    ('a moved passage', move_passage, check_passages),
    ('a passage past the end', move_quote_past_end, check_passages),
    ('a wrong prefix', change_prefix, check_passages),
    ('other words in a passage', change_exact, check_passages),
    ('a missing id', drop_id, check_ids),
    ('a missing id', drop_id, check_schema),
    ('an id that is there twice', double_id, check_ids),
    ('a speaker who is nowhere', dangle_speaker, check_references),
    ('an event within itself', circle_parts, check_references),
    ('an unknown kind of event', bad_enum, check_schema),
    ('a date in words', bad_date, check_schema),
    ('a precision in words', bad_precision, check_schema),
    ('a day that no month has', day_not_in_calendar, check_dates),
    ('a span that ends before it begins', interval_backwards, check_dates),
    ('a newer version', newer_version, check_schema),
    ('an unknown member', unknown_member, check_no_unknown_member),
    ('an article without events', silence_article, check_articles_report),
    ('an event without passages', unreported_event, check_events_reported),
    ('a line break in a block', break_block, check_blocks),
    ('a line break in a block', break_block, check_schema),
    ('quotations without speakers', forget_quotes, check_quotations),
    ('a cue that is not printed', invent_cue, check_quotes),
    ('a changed reaction', change_reaction, check_reactions),
    ('a missing hashtag', forget_hashtag, check_reactions),
    ('posts without reactions', forget_reaction, check_posts),
    ('a post under another name', rename_author, check_posts),
    ('a name that is not marked', forget_mention, check_mentions),
    ('mentions under unknown names', forget_aliases, check_mentions),
    ('a duration in words', bad_value, check_claims),
    ('a count in words', no_number, check_claims),
    ('a duration in words', bad_value, check_schema),
)


def main(arguments):
    if len(arguments) != 3:
        print('usage: test-story-data.py STORY.json SCHEMA.json',
              file=sys.stderr)
        return 2
    with open(arguments[1], encoding='utf-8') as file:
        data = json.load(file)
    with open(arguments[2], encoding='utf-8') as file:
        schema = json.load(file)

    print('1..%d' % (1 + len(CHECKS) + len(FAULTS)))
    number = failed = 0

    def report(name, problems):
        nonlocal number, failed
        number += 1
        for problem in problems:
            print('# %s' % problem)
        print('%s %d - %s' % ('not ok' if problems else 'ok', number, name))
        failed += bool(problems)

    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        report('the schema is a schema', [])
    except jsonschema.SchemaError as error:
        report('the schema is a schema', [error.message])

    for name, check in CHECKS:
        try:
            report(name, check(Story(data), schema))
        except (AttributeError, IndexError, KeyError, TypeError,
                ValueError) as error:
            report(name, ['cannot be checked: %r' % error])

    if failed:
        print('Bail out! The story is faulty as it stands')
        return 1

    for name, fault, check in FAULTS:
        broken = copy.deepcopy(data)
        fault(broken)
        found = broken != data and check(Story(broken), schema)
        report('%s is found by %s' % (name, check.__name__),
               [] if found else ['the fault went unnoticed'])

    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
