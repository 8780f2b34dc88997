#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes symbolic icons in the form that GTK shows without an SVG renderer, and the resource list for them.

usage: encode-icons.py ENCODER OUT_DIR PREFIX SVG...

The renderer costs six megabytes and a tenth of the start. The SVG stays as well, for sizes that are not encoded.
"""
import os
import shutil
import subprocess
import sys

# Icons are shown at 16 pixels, and at 32 on screens of twice the density.
SIZES = (16, 32)

encoder, out_dir, prefix, *svgs = sys.argv[1:]
lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>']
for size in SIZES:
    folder = os.path.join(out_dir, f'icons-{size}')
    os.makedirs(folder, exist_ok=True)
    lines.append(f'  <gresource prefix="{prefix}/{size}x{size}/actions">')
    for svg in svgs:
        subprocess.run([encoder, svg, f'{size}x{size}', '-o', folder], check=True, stdout=subprocess.DEVNULL)
        name = os.path.splitext(os.path.basename(svg))[0] + '.symbolic.png'
        lines.append(f'    <file alias="{name}">icons-{size}/{name}</file>')
    lines.append('  </gresource>')
lines.append(f'  <gresource prefix="{prefix}/scalable/actions">')
folder = os.path.join(out_dir, 'icons-scalable')
os.makedirs(folder, exist_ok=True)
for svg in svgs:
    name = os.path.basename(svg)
    shutil.copy(svg, folder)
    lines.append(f'    <file alias="{name}" compressed="true">icons-scalable/{name}</file>')
lines += ['  </gresource>', '</gresources>', '']
with open(os.path.join(out_dir, 'dateline-icons.gresource.xml'), 'w', encoding='utf-8') as out:
    out.write('\n'.join(lines))
