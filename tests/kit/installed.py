# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the program for tests that start it as a desktop does."""

import fcntl
import os
import shutil
import subprocess
import sys

import kit


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)


def install_in_build():
    """Installs into the prefix, which is within the build folder; one test at a time."""
    with open(kit.build_path('install.lock'), 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run('meson', 'install', '--no-rebuild', '--only-changed', '-C', os.environ['KIT_BUILD'])
    return os.environ['KIT_PREFIX']


def install_on_stage():
    """Installs into a folder that stands for the root, as a packager does, and does what a package would."""
    stage = kit.build_path('stage-' + os.path.splitext(os.path.basename(sys.argv[0]))[0])
    shutil.rmtree(stage, ignore_errors=True)
    run('meson', 'install', '--no-rebuild', '-C', os.environ['KIT_BUILD'], env=dict(os.environ, DESTDIR=stage))
    prefix = os.environ['KIT_PREFIX']
    root = stage + prefix
    # The service knows where the program will be once it is unpacked; here it is elsewhere.
    service = os.path.join(root, 'share/dbus-1/services/%s.service' % kit.APP_ID)
    with open(service, encoding='utf-8') as file:
        text = file.read()
    with open(service, 'w', encoding='utf-8') as file:
        file.write(text.replace('Exec=' + prefix, 'Exec=' + root))
    # With a DESTDIR the build leaves the caches to the packager.
    run('glib-compile-schemas', os.path.join(root, 'share/glib-2.0/schemas'))
    run('update-desktop-database', os.path.join(root, 'share/applications'))
    run('update-mime-database', os.path.join(root, 'share/mime'))
    return root


def enter(*options):
    """Installs, and goes on in a session that sees what was installed. Returns where the prefix is."""
    if 'KIT_INSIDE' in os.environ:
        return os.environ['KIT_ROOT']
    within = os.environ['KIT_PREFIX'].startswith(os.environ['KIT_BUILD'] + os.sep)
    root = install_in_build() if within else install_on_stage()
    # The bus looks for services when it starts, so it has to be told before.
    kit.enter_display(*options, KIT_ROOT=root, KIT_BIN=os.path.join(root, 'bin'),
                      XDG_DATA_DIRS=os.path.join(root, 'share') + ':/usr/local/share:/usr/share',
                      GSETTINGS_SCHEMA_DIR='')
    return None
