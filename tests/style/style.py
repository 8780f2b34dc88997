# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules that the source is held to. Each takes the folder of the source and yields its complaints, as
'path:line: sentence' or 'path: sentence'. test-style.py runs them, and breaks each of them on purpose."""

import json
import os
import re
import subprocess

MAX_LINES = 700
LAYERS = {
    # layer: the layers whose headers it may include, besides its own
    'model': (),
    'analysis': ('model',),
    'import': ('model',),
    'store': ('model',),
    'export': ('model',),
    'session': ('model', 'analysis', 'import', 'store', 'export'),
    'gui': ('model', 'analysis', 'import', 'store', 'export', 'session'),
    'cli': ('model', 'analysis', 'import', 'store', 'export', 'session'),
}
TOOLKIT = re.compile(r'<(gtk|gdk|gsk|graphene|pango|cairo)[/.-]|<adwaita\.h>|<cairo')
LIBRARIES = {
    'json-glib': ('import', 'store', 'export', 'session', 'gui', 'cli'),
    'sqlite3': ('store', 'session', 'gui', 'cli'),
    'libsoup': ('import', 'session', 'gui', 'cli'),
}
# Spelled so that this file does not hold what it forbids.
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b')
OLD_API = re.compile(r'\b(GtkTreeView|GtkTreeStore|GtkListStore|GtkDialog|GtkComboBox\w*|gtk_style_context_\w+|'
                     r'g_slice_\w+|gchar|gint|AdwLeaflet|AdwFlap|AdwSqueezer|AdwViewSwitcherTitle)\b')
C_STRING = re.compile(r'(?<![\w.])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|g_dcgettext)\s*\(\s*"')
UI_STRING = re.compile(r'translatable="(yes|true|1)"')
SKIPPED_FOLDERS = {'_build', 'build', '__pycache__', '.git'}


def files(source, *suffixes, under=('src', 'ui', 'data', 'po', 'tests', 'build-aux')):
    """The paths, from the source folder, of all files with one of the suffixes, in order."""
    found = []
    for top in under:
        for folder, folders, names in os.walk(os.path.join(source, top)):
            folders[:] = [name for name in folders
                          if name not in SKIPPED_FOLDERS and not name.startswith('build-')]
            found += [os.path.relpath(os.path.join(folder, name), source)
                      for name in names if name.endswith(suffixes)]
    return sorted(found)


def read(source, path):
    with open(os.path.join(source, path), encoding='utf-8') as file:
        return file.read()


def without_comments(code):
    """C without its comments, lines kept."""
    pattern = re.compile(r'("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')|/\*.*?\*/|//[^\n]*', re.DOTALL)
    return pattern.sub(lambda match: match[1] or re.sub(r'[^\n]', ' ', match[0]), code)


def lines(text):
    return enumerate(text.splitlines(), 1)


def lengths(source):
    """No file is longer than 700 lines."""
    for path in files(source, '.c', '.h', '.ui', '.py', '.sh', '.css', '.build'):
        count = read(source, path).count('\n')
        if count > MAX_LINES:
            yield '%s: %d lines, of %d at most' % (path, count, MAX_LINES)


def spaces(source):
    """No tab, no blank at the end of a line, one line end at the end of a file."""
    for path in files(source, '.c', '.h', '.ui', '.py', '.sh', '.css', '.build', '.xml', '.in'):
        text = read(source, path)
        for number, line in lines(text):
            if line != line.rstrip():
                yield '%s:%d: ends in a blank' % (path, number)
            if '\t' in line:
                yield '%s:%d: holds a tab' % (path, number)
        if text and (not text.endswith('\n') or text.endswith('\n\n')):
            yield '%s: does not end in one line end' % path


def licences(source):
    """Every file of code names its licence."""
    for path in files(source, '.c', '.h', '.py', '.sh', under=('src', 'tests', 'build-aux')):
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in '\n'.join(read(source, path).split('\n')[:3]):
            yield '%s: no SPDX line at the top' % path


def finished(source):
    """Nothing is left for later."""
    for path in files(source, '.c', '.h', '.ui', '.py', '.sh', '.css', '.build', '.xml', '.in'):
        for number, line in lines(read(source, path)):
            match = UNFINISHED.search(line)
            if match:
                yield '%s:%d: %s' % (path, number, match[1])


def old_api(source):
    """No API that is on its way out, and no gint for int."""
    for path in files(source, '.c', '.h', '.ui', under=('src', 'ui', 'tests')):
        text = read(source, path)
        for number, line in lines(without_comments(text) if path.endswith(('.c', '.h')) else text):
            match = OLD_API.search(line)
            if match:
                yield '%s:%d: %s' % (path, number, match[1])


def layers(source):
    """Each layer includes only what lies below it."""
    owner = {}
    for path in files(source, '.h', under=('src',)):
        owner[os.path.basename(path)] = path.split('/')[1]

    for path in files(source, '.c', '.h', under=('src',)):
        layer = path.split('/')[1]
        if layer not in LAYERS:
            continue
        for number, line in lines(without_comments(read(source, path))):
            match = re.match(r'\s*#\s*include\s*([<"][^>"]+[>"])', line)
            if not match:
                continue
            header = match[1]
            name = header.strip('<>"')
            place = '%s:%d: ' % (path, number)
            if layer != 'gui' and TOOLKIT.match(header):
                yield place + '%s does not see the toolkit: %s' % (layer, name)
            for library, users in LIBRARIES.items():
                if header.startswith('<' + library) and layer not in users:
                    yield place + '%s does not see %s' % (layer, library)
            if header[0] == '"' and '/' in name:
                yield place + 'headers are included by their bare name: ' + name
            if header[0] == '"' and owner.get(name, layer) not in LAYERS[layer] + (layer,):
                yield place + '%s does not see %s: %s' % (layer, owner[name], name)


def include_paths(build):
    """The compiler of a layer is given no way to the toolkit, nor to the layers above. Looks at a build folder."""
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
        commands = json.load(file)
    seen = set()
    for command in commands:
        match = re.search(r'src/(\w+)/[^/]+\.c$', command['file'])
        if not match or match[1] not in LAYERS or match[1] == 'gui':
            continue
        layer = match[1]
        seen.add(layer)
        for folder in re.findall(r'-(?:I|isystem) ?(\S+)', command['command']):
            if re.search(r'gtk-4|libadwaita|pango|cairo|graphene', folder):
                yield '%s: %s is in its include path' % (command['file'], folder)
            above = re.search(r'(?:^|/)src/(\w+)$', folder)
            if above and above[1] not in LAYERS[layer] + (layer,):
                yield '%s: the layer %s is in its include path' % (command['file'], above[1])
    for layer in ('model', 'store', 'export', 'session'):
        if layer not in seen:
            yield 'the layer %s is not in compile_commands.json' % layer


def translatable(source, path):
    text = read(source, path)
    if path.endswith('.c'):
        return C_STRING.search(without_comments(text)) is not None
    if path.endswith('.ui'):
        return UI_STRING.search(text) is not None
    return True


def translatable_files(source):
    found = [path for path in files(source, '.c', '.ui', under=('src', 'ui')) if translatable(source, path)]
    return sorted(found + files(source, '.desktop.in', '.gschema.xml', '.xml.in', under=('data',)))


def potfiles(source):
    """po/POTFILES.in names every file with words for the reader, in order, and no other."""
    listed = [line for line in read(source, 'po/POTFILES.in').splitlines() if line and not line.startswith('#')]
    wanted = translatable_files(source)
    for path in sorted(set(wanted) - set(listed)):
        yield 'po/POTFILES.in: %s is missing' % path
    for path in sorted(set(listed) - set(wanted)):
        yield 'po/POTFILES.in: there is nothing to translate in %s' % path
    if listed != sorted(listed):
        yield 'po/POTFILES.in: is not in order'


def documents(source):
    """Every XML document is well-formed."""
    paths = files(source, '.ui', '.xml', '.svg', '.doap', under=('ui', 'data'))
    if not paths:
        return
    result = subprocess.run(['xmllint', '--noout', '--nonet', *paths], cwd=source, check=False,
                            stderr=subprocess.PIPE, universal_newlines=True)
    if result.returncode:
        yield from (line for line in result.stderr.splitlines() if re.match(r'\S+:\d+: ', line))


def resources(source):
    """Every .ui and style sheet is in the resources."""
    listing = read(source, 'ui/dateline.gresource.xml')
    for path in files(source, '.ui', '.css', under=('ui',)):
        if '>%s<' % path[len('ui/'):] not in listing:
            yield 'ui/dateline.gresource.xml: %s is missing' % path


def listed_tests(source):
    """Every test is run: a meson.build names it."""
    plans = ''.join(read(source, path) for path in files(source, 'meson.build', under=('tests', 'data', 'po')))
    for path in files(source, '.c', '.py', '.sh', under=('tests',)):
        name = os.path.basename(path)
        stem = os.path.splitext(name)[0]
        if name.startswith('test-') and name not in plans and "'%s'" % stem[len('test-'):] not in plans:
            yield '%s: no meson.build names it' % path


RULES = (lengths, spaces, licences, finished, old_api, layers, potfiles, documents, resources, listed_tests)
