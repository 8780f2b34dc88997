#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the program and starts it as a desktop does: from its desktop file, on a fresh session bus."""

import json
import os
import subprocess

import installed
import kit

FILES = (
    'bin/dateline',
    'bin/dateline-cli',
    'share/applications/{id}.desktop',
    'share/dbus-1/services/{id}.service',
    'share/glib-2.0/schemas/{id}.gschema.xml',
    'share/glib-2.0/schemas/gschemas.compiled',
    'share/icons/hicolor/scalable/apps/{id}.svg',
    'share/icons/hicolor/scalable/mimetypes/application-vnd.dateline.story.svg',
    'share/icons/hicolor/symbolic/apps/{id}-symbolic.svg',
    'share/licenses/{id}/COPYING',
    'share/metainfo/{id}.metainfo.xml',
    'share/mime/packages/{id}.xml',
)


ROOT = installed.enter()
DESKTOP_FILE = os.path.join(ROOT, 'share/applications/%s.desktop' % kit.APP_ID)


def output(*command):
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True).stdout


def launch():
    """Runs what the desktop file says, without asking the bus."""
    # What it writes must not be waited for: the program that it starts keeps the pipe open.
    subprocess.run(['gio', 'launch', DESKTOP_FILE], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def call_bus(method, *arguments):
    return output('gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus',
                  '--object-path', '/org/freedesktop/DBus', '--method', 'org.freedesktop.DBus.' + method, *arguments)


def owned():
    return 'true' in call_bus('NameHasOwner', kit.APP_ID)


def command_line():
    """How the process that owns the name was started."""
    answer = call_bus('GetConnectionUnixProcessID', kit.APP_ID)
    number = ''.join(c for c in answer.split('uint32')[-1] if c.isdigit())
    with open('/proc/%s/cmdline' % number, encoding='utf-8') as file:
        return file.read().split('\0')[:-1]


def titles():
    return sorted(kit.name_of(frame) for frame in kit.frames())


def story_title():
    with open(kit.source_path('data', 'stories', 'navalny-heart.json'), encoding='utf-8') as file:
        return json.load(file)['title']


def write_story(title):
    """A copy of the bundled story with a title of its own; returns its path."""
    with open(kit.source_path('data', 'stories', 'navalny-heart.json'), encoding='utf-8') as file:
        story = json.load(file)
    story['title'] = title
    path = os.path.join(os.environ['HOME'], 'copy.dateline.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(story, file)
    return path


def quit_by_key(title):
    kit.activate(title)
    kit.key('ctrl+q')


def files(tap):
    for name in FILES:
        path = os.path.join(ROOT, name.format(id=kit.APP_ID))
        tap.check(os.path.getsize(path) > 0 if os.path.exists(path) else False, 'is installed: ' + name)
    tap.equal(output('desktop-file-validate', DESKTOP_FILE), '', 'the desktop file is valid')
    tap.check('\nDBusActivatable=true\n' in open(DESKTOP_FILE, encoding='utf-8').read(), 'it is activated by the bus')
    tap.check(kit.APP_ID in output('gio', 'mime', 'application/vnd.dateline.story+json'),
              'the program opens files of its type')
    path = write_story('A copy')
    tap.check('application/vnd.dateline.story+json' in output('gio', 'info', '-a', 'standard::content-type', path),
              'a story file is known by its name')


def activated_by_the_bus(tap):
    tap.check(not owned(), 'it does not run yet')
    tap.check(kit.APP_ID in call_bus('ListActivatableNames'), 'the bus can start it')
    tap.equal(output('gtk4-launch', kit.APP_ID), '', 'gtk4-launch starts it')
    window = kit.until(lambda: kit.look('frame', story_title()), what='a window on the bundled story')
    tap.check(window, 'its window shows the bundled story')
    tap.check(kit.until(lambda: kit.x_windows(story_title())), 'the window is on the screen')
    tap.check(any(argument == '--gapplication-service' for argument in command_line()),
              'the bus started it', command_line())
    tap.check(command_line()[0].startswith(ROOT), 'it is the one that was installed', command_line())


def single_instance(tap):
    before = command_line()
    output('gtk4-launch', kit.APP_ID)
    launch()
    result = subprocess.run(['dateline'], check=False, timeout=60)
    tap.equal(result.returncode, 0, 'a second start hands over to the first')
    # The file opened next comes after what the other starts asked for.
    output('gtk4-launch', kit.APP_ID, write_story('A copy'))
    kit.until(lambda: 'A copy' in titles())
    tap.equal(titles(), sorted(['A copy', story_title()]), 'there is one window a story')
    tap.equal(len(kit.applications()), 1, 'there is one process')
    tap.equal(command_line(), before, 'it is the same process as before')


def another_window(tap):
    output('gapplication', 'action', kit.APP_ID, 'new-window')
    kit.until(lambda: len(kit.frames()) == 3)
    tap.equal(titles(), sorted(['A copy', story_title(), story_title()]), 'New Window opens a window')
    tap.equal(len(kit.applications()), 1, 'in the same process')
    result = subprocess.run(['dateline', '--new-window'], check=False, timeout=60)
    tap.equal(result.returncode, 0, 'so does --new-window')
    tap.check(kit.until(lambda: len(kit.frames()) == 4), 'which opens one more', titles())


def quits(tap):
    quit_by_key('A copy')
    tap.check(kit.until(lambda: not kit.frames()), 'Ctrl+Q closes every window')
    tap.check(kit.until(lambda: not owned()), 'and ends the program')


def launched_directly(tap):
    launch()
    tap.check(kit.until(lambda: kit.look('frame', story_title())), 'gio launch opens a window')
    tap.check(kit.until(owned), 'the program has its name on the bus')
    output('gtk4-launch', kit.APP_ID, write_story('Another copy'))
    tap.check(kit.until(lambda: 'Another copy' in titles()), 'a file goes to the instance that runs', titles())
    tap.equal(len(kit.applications()), 1, 'there is one process')
    quit_by_key('Another copy')
    tap.check(kit.until(lambda: not owned()), 'it ends')


def called_by_bus(tap):
    answer = output('gdbus', 'call', '--session', '--dest', kit.APP_ID, '--object-path', '/app/dateline/Dateline',
                    '--method', 'org.freedesktop.Application.Open',
                    "['file://%s']" % write_story('By bus'), '{}')
    tap.check(kit.until(lambda: titles() == ['By bus']), 'org.freedesktop.Application.Open opens a file', answer)
    quit_by_key('By bus')
    tap.check(kit.until(lambda: not owned()), 'it ends')


if __name__ == '__main__':
    kit.run((files, activated_by_the_bus, single_instance, another_window, quits, launched_directly, called_by_bus),
            kit.Tap())
