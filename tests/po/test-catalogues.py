#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the translations: test-catalogues.py SOURCE

Each catalogue named in po/LINGUAS translates every string of the source as it
is now, all plural forms of it, and agrees with it in format directives,
accelerators and ellipses. The checks are also tried on catalogues that are
broken on purpose.
"""

import os
import re
import subprocess
import sys
import tempfile

from mesonbuild.modules.i18n import PRESET_ARGS

HEADER = '''msgid ""
msgstr ""
"Project-Id-Version: dateline\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: Somebody <somebody@example.org>\\n"
"Language-Team: none\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

'''
SOUND = '''msgid "_Open"
msgstr "Ö_ffnen"

#, c-format
msgid "%u event"
msgid_plural "%u events"
msgstr[0] "%u Ereignis"
msgstr[1] "%u Ereignisse"

msgid "Export…"
msgstr "Exportieren…"
'''
# what is wrong: (what the sound catalogue says, what the broken one says instead)
FAULTS = {
    'a string without translation': ('msgstr "Ö_ffnen"', 'msgstr ""'),
    'a plural form without translation': ('msgstr[1] "%u Ereignisse"', 'msgstr[1] ""'),
    'a missing string': ('msgid "Export…"\nmsgstr "Exportieren…"\n', ''),
    'a fuzzy string': ('msgid "_Open"', '#, fuzzy\nmsgid "_Open"'),
    'a wrong format directive': ('%u Ereignisse', '%s Ereignisse'),
    'a lost accelerator': ('Ö_ffnen', 'Öffnen'),
    'a lost ellipsis': ('Exportieren…', 'Exportieren'),
}

number = 0
failed = 0


def check(complaints, name):
    global number, failed
    number += 1
    failed += bool(complaints)
    print('%s %d - %s' % ('not ok' if complaints else 'ok', number, name))
    for complaint in complaints[:60]:
        print('# ' + complaint)


def tool(*command, cwd=None):
    """Runs a tool of gettext; returns its status, output and complaints, in English."""
    result = subprocess.run(command, cwd=cwd, check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            universal_newlines=True, env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='C'))
    return result.returncode, result.stdout, result.stderr


def extract(source, template):
    """The words of the source, collected just as the build does."""
    status, _, errors = tool('xgettext', *PRESET_ARGS['glib'], '--files-from=po/POTFILES.in',
                             '--package-name=dateline', '--output=' + template, cwd=source)
    return [] if status == 0 and os.path.exists(template) else errors.splitlines() or ['no words at all']


def unquote(lines):
    return ''.join(re.findall(r'"(.*)"', lines))


def entries(po):
    """(msgid, [msgstr...]) of each entry that is neither obsolete nor the header."""
    for block in re.split(r'\n\s*\n', po):
        block = '\n'.join(line for line in block.split('\n') if not line.startswith('#'))
        ids = re.search(r'^msgid ((?:".*"\n?)+)', block, re.MULTILINE)
        if ids and unquote(ids[1]):
            yield unquote(ids[1]), [unquote(text) for text in
                                    re.findall(r'^msgstr(?:\[\d+\])? ((?:".*"\n?)+)', block, re.MULTILINE)]


def examine(catalogue, template, folder):
    """The complaints about one catalogue."""
    complaints = []
    merged = os.path.join(folder, 'merged.po')
    status, _, errors = tool('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=' + merged, catalogue, template)
    if status:
        return errors.splitlines()

    _, _, statistics = tool('msgfmt', '--statistics', '--output-file=/dev/null', merged)
    if re.search(r'untranslated|fuzzy', statistics):
        complaints.append(statistics.strip())
    with open(merged, encoding='utf-8') as file:
        text = file.read()
    for msgid, translations in entries(text):
        if not all(translations):
            complaints.append('not translated: ' + msgid)
        elif msgid.endswith('…') and not all(text.endswith('…') for text in translations):
            complaints.append('without its ellipsis: ' + msgid)
    for block in re.findall(r'^#, .*\bfuzzy\b.*\n(?:[#m"].*\n)*', text, re.MULTILINE):
        complaints.append('fuzzy: ' + block.replace('\n', ' '))

    # Of the catalogue itself, for its line numbers
    status, _, errors = tool('msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null', catalogue)
    if status:
        complaints += errors.splitlines()
    return complaints


def check_catalogues(source):
    with open(os.path.join(source, 'po', 'LINGUAS'), encoding='utf-8') as linguas:
        languages = re.sub(r'#.*', '', linguas.read()).split()
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'dateline.pot')
        complaints = extract(source, template)
        check(complaints, 'the words of the source can be collected')
        if complaints:
            return
        for language in languages:
            catalogue = os.path.join(source, 'po', language + '.po')
            check(examine(catalogue, template, folder), 'the catalogue %s is complete and sound' % language)
    unlisted = {name[:-3] for name in os.listdir(os.path.join(source, 'po')) if name.endswith('.po')} - set(languages)
    check(['%s is not in LINGUAS' % name for name in sorted(unlisted)], 'every catalogue is in LINGUAS')


def check_checks():
    with tempfile.TemporaryDirectory() as folder:
        catalogue, template = os.path.join(folder, 'de.po'), os.path.join(folder, 'dateline.pot')
        empty = re.sub(r'^(msgstr(\[\d\])?) ".*"', r'\1 ""', SOUND, flags=re.MULTILINE)
        with open(template, 'w', encoding='utf-8') as file:
            file.write(HEADER + empty)

        def complaints(body):
            with open(catalogue, 'w', encoding='utf-8') as file:
                file.write(HEADER + body)
            return examine(catalogue, template, folder)

        check(complaints(SOUND), 'nothing is found in a sound catalogue')
        for fault, (sound, broken) in FAULTS.items():
            assert sound in SOUND
            check([] if complaints(SOUND.replace(sound, broken)) else ['not found'], fault + ' is found')


def main():
    check_catalogues(sys.argv[1])
    check_checks()
    print('1..%d' % number)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
