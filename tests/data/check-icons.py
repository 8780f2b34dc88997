#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Symbolic icons parse, are 16x16, keep to what GTK can recolour, and GTK draws them. Speaks TAP.

usage: check-icons.py ENCODER FOLDER...    (ENCODER: path of gtk4-encode-symbolic-svg)
"""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

SVG = '{http://www.w3.org/2000/svg}'
INK = '#2e3436'

# GTK recolours the fill of these, and nothing else.
SHAPES = {'path', 'rect', 'circle'}
UNFIT = {'stroke', 'style', 'class', 'transform'}


def faults(path, encoder):
    """Yields what is wrong with the icon at @path, in words."""
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        yield f'does not parse: {error}'
        return

    if root.tag != SVG + 'svg':
        yield f'is not SVG but {root.tag}'
        return
    if (root.get('width'), root.get('height'), root.get('viewBox')) != ('16', '16', '0 0 16 16'):
        yield 'is not 16x16'
    if len(root) == 0:
        yield 'is empty'

    for element in root.iter():
        if element is root:
            continue
        name = element.tag.removeprefix(SVG)
        if name not in SHAPES:
            yield f'has a <{name}>, which GTK does not recolour'
            continue
        if element.get('fill') != INK:
            yield f'has a <{name}> filled with {element.get("fill")}, not {INK}'
        for attribute in sorted(UNFIT & set(element.keys())):
            yield f'has a <{name}> with {attribute}'

    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([encoder, '-o', folder, path, '16x16'], capture_output=True, text=True)
        if run.returncode != 0 or not any(pathlib.Path(folder).iterdir()):
            yield f'cannot be drawn by GTK: {run.stderr.strip()}'


def main(encoder, *folders):
    icons = sorted(icon for folder in folders for icon in pathlib.Path(folder).iterdir())
    if not icons:
        print('Bail out! no icons')
        return 1

    status = 0
    print(f'1..{len(icons)}')
    for number, icon in enumerate(icons, 1):
        found = list(faults(icon, encoder))
        if not icon.name.endswith('-symbolic.svg'):
            found.append('is not named *-symbolic.svg')
        print('not ok' if found else 'ok', number, '-', icon.name)
        for fault in found:
            print('#', fault)
        status |= bool(found)
    return status


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
