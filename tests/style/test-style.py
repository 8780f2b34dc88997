#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the source against the rules of style.py: test-style.py SOURCE BUILD

Each rule is also tried on a small source that breaks it, and has to complain.
"""

import json
import os
import sys
import tempfile

import style

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
LISTED = 'ui/a.ui'

# rule: the file to add to a source without faults, and what is in it
FAULTS = {
    style.lengths: ('src/model/long.c', SPDX + 'int x;\n' * 701),
    style.spaces: ('src/model/blank.c', SPDX + 'int x; \n'),
    style.licences: ('src/model/free.c', 'int x;\n'),
    style.finished: ('src/model/later.c', SPDX + '/* FIX' 'ME */\n'),
    style.old_api: ('src/gui/old.c', SPDX + 'gint x;\n'),
    style.layers: ('src/model/up.c', SPDX + '#include "session.h"\n'),
    style.potfiles: ('src/gui/words.c', SPDX + 'char *x = _("Hello");\n'),
    style.documents: ('ui/broken.ui', '<interface>\n'),
    style.resources: ('ui/forgotten.ui', '<interface/>\n'),
    style.listed_tests: ('tests/core/test-forgotten.c', SPDX),
}
SOUND = {
    'src/model/fine.c': SPDX + '#include <gio/gio.h>\n/* gint, _("no word") and <gtk/gtk.h> in a comment */\n',
    'src/session/session.h': SPDX,
    'src/gui/shown.c': SPDX + '#include <gtk/gtk.h>\n#include "session.h"\nchar *x = _("Hi");\n',
    'ui/a.ui': '<interface><property translatable="yes">Hi</property></interface>\n',
    'ui/dateline.gresource.xml': '<gresources><file>a.ui</file></gresources>\n',
    'po/POTFILES.in': '# comment\nsrc/gui/shown.c\nui/a.ui\n',
    'tests/core/test-it.c': SPDX,
    'tests/core/meson.build': "tests = [ 'it' ]\n",
}

number = 0
failed = 0


def check(complaints, name):
    global number, failed
    number += 1
    failed += bool(complaints)
    print('%s %d - %s' % ('not ok' if complaints else 'ok', number, name))
    for complaint in complaints[:40]:
        print('# ' + complaint)


def write(source, path, text):
    path = os.path.join(source, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def make_sound_source(source):
    for path, text in SOUND.items():
        write(source, path, text)


def check_rule(rule):
    with tempfile.TemporaryDirectory() as source:
        make_sound_source(source)
        false_alarms = list(rule(source))
        write(source, *FAULTS[rule])
        found = list(rule(source))
    check(false_alarms, '%s: does not complain of a sound source' % rule.__name__)
    check([] if found else ['no complaint of ' + FAULTS[rule][0]], '%s: finds a fault' % rule.__name__)


def check_include_rule():
    def complaints(flag, layers=('model', 'store', 'export', 'session')):
        with tempfile.TemporaryDirectory() as build:
            write(build, 'compile_commands.json', json.dumps(
                [{'file': '../src/%s/x.c' % layer, 'command': 'cc -I../src/model %s -c' % flag} for layer in layers]))
            return list(style.include_paths(build))
    check(complaints(''), 'include_paths: does not complain of a sound build')
    for flag in ('-I/usr/include/gtk-4.0', '-I../src/gui'):
        check([] if complaints(flag) else ['no complaint of ' + flag], 'include_paths: finds ' + flag)
    check([] if complaints('', ('model',)) else ['no complaint'], 'include_paths: misses a layer')


def main():
    source, build = sys.argv[1:]
    for rule in style.RULES:
        check(list(rule(source)), rule.__doc__.split('\n')[0])
    check(list(style.include_paths(build)), style.include_paths.__doc__.split('. ')[0])
    for rule in style.RULES:
        check_rule(rule)
    check_include_rule()
    print('1..%d' % number)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
