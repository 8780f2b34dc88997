# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window from outside: by accessibility (AT-SPI), keys and the mouse.

A test calls enter_display () first, and is then inside run-under-xvfb.sh. All
that waits polls for a condition with a long limit; nothing sleeps a fixed time.

The environment says where things are: KIT_BUILD is the build folder, KIT_PREFIX
where it installs to, KIT_PICTURES where pictures of failures go, KIT_LIMIT for
how many seconds to wait for anything.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import traceback
import warnings

import gi

# libatspi keeps what it saw, and GTK 4.8 does not tell of every change. Clearing what is kept is no way out: where a
# program that starts is its own child for a moment, it would not come to an end.
os.environ['ATSPI_NO_CACHE'] = '1'

warnings.filterwarnings('ignore')
gi.require_version('Atspi', '2.0')
gi.require_version('GLib', '2.0')
from gi.repository import Atspi, GLib   # noqa: E402

APP_ID = 'app.dateline.Dateline'
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIMIT = float(os.environ.get('KIT_LIMIT', '40'))
POLL = 0.05


# --- Where things are

def source_path(*names):
    return os.path.join(SOURCE, *names)


def build_path(*names):
    return os.path.join(os.environ['KIT_BUILD'], *names)


def dateline():
    """The binary as it was built."""
    return build_path('src', 'dateline')


def cli(*arguments, check=True):
    """What dateline-cli prints."""
    return subprocess.run([build_path('src', 'cli', 'dateline-cli'), *arguments], check=check,
                          stdout=subprocess.PIPE, universal_newlines=True).stdout


def enter_display(*options, **env):
    """Goes on in a display, a bus and a home of its own, unless that is where it is already."""
    if 'KIT_INSIDE' in os.environ:
        return
    runner = source_path('tests', 'kit', 'run-under-xvfb.sh')
    os.execve(runner, [runner, *options, '--', sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]],
              dict(os.environ, KIT_INSIDE='1', **env))


# --- Results, as TAP

class Tap:
    """Counts checks and writes them down as TAP."""

    def __init__(self):
        self.number = 0
        self.failed = 0
        self.started = time.monotonic()
        self.last = self.started

    def check(self, condition, name, note=None):
        """One check: passed if CONDITION is true."""
        self.number += 1
        if not condition:
            self.failed += 1
        print('%s %d - %s' % ('ok' if condition else 'not ok', self.number,
                              name.replace('#', '')), flush=True)
        if note is not None and not condition:
            self.note(note)
        now = time.monotonic()
        if now - self.last > 4:
            self.note('that took %.1f s' % (now - self.last))
        self.last = now
        return bool(condition)

    def equal(self, found, wanted, name):
        return self.check(found == wanted, name, 'found %r, wanted %r' % (found, wanted))

    def note(self, text):
        for line in str(text).splitlines():
            print('# ' + line, flush=True)

    def finish(self):
        self.note('%.1f s' % (time.monotonic() - self.started))
        print('1..%d' % self.number, flush=True)
        return 1 if self.failed or not self.number else 0


def run(tests, tap):
    """Runs each function of TESTS with TAP; one that raises fails, the others go on."""
    for test in tests:
        tap.note('%s, after %.1f s' % (test.__name__, time.monotonic() - tap.started))
        try:
            test(tap)
        except Exception:   # pylint: disable=broad-except
            tap.check(False, test.__name__ + ' comes to its end', traceback.format_exc())
            picture('failed-' + test.__name__)
            dump_on_failure(tap)
    sys.exit(tap.finish())


# --- Waiting

def until(condition, limit=None, what=None):
    """Waits until CONDITION () is true and returns what it returned, or None after LIMIT seconds.

    A node may die between two calls: that is no answer yet. With WHAT, a condition
    that never becomes true is an error that says so.
    """
    end = time.monotonic() + (LIMIT if limit is None else limit)
    error = None
    while True:
        try:
            result = condition()
            error = None
        except (GLib.Error, LookupError, AttributeError, subprocess.CalledProcessError) as caught:
            result, error = None, caught
        if result:
            return result
        if time.monotonic() > end:
            if what:
                raise TimeoutError('%s: not within %.0f s%s'
                                   % (what, LIMIT if limit is None else limit,
                                      ' (%s)' % error if error else ''))
            return None
        time.sleep(POLL)


# --- The accessible tree

def applications(name=APP_ID):
    desktop = Atspi.get_desktop(0)
    found = []
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_name() == name:
            found.append(child)
    return found


def application(name=APP_ID):
    """The application on the accessibility bus, or None."""
    found = applications(name)
    return found[0] if found else None


def extents(node):
    component = node.get_component_iface()
    return component.get_extents(Atspi.CoordType.WINDOW) if component is not None else None


def on_screen(node):
    # GTK 4.8 never sets SHOWING: what is hidden, or scrolled away and recycled, has no size.
    area = extents(node)
    return area is None or (area.width > 0 and area.height > 0)


def walk(node):
    """All nodes that are on the screen, from NODE down."""
    if not on_screen(node):
        return
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def name_of(node):
    return node.get_name() or ''


def matches(node, role, name, where):
    if role is not None and node.get_role_name() not in ((role,) if isinstance(role, str) else role):
        return False
    if isinstance(name, str) and name_of(node) != name:
        return False
    if isinstance(name, re.Pattern) and not name.search(name_of(node)):
        return False
    return where is None or where(node)


def nodes(role=None, name=None, root=None, where=None):
    """The nodes on the screen with this role (or one of these) and this name (text, or a pattern)."""
    root = root or application()
    if root is None:
        return []
    return [node for node in walk(root) if matches(node, role, name, where)]


def look(role=None, name=None, root=None, where=None):
    """The first of nodes (...), as things are now, or None."""
    root = root or application()
    if root is None:
        return None
    return next((node for node in walk(root) if matches(node, role, name, where)), None)


def find(role=None, name=None, root=None, where=None, limit=None):
    """The first of nodes (...), waited for."""
    return until(lambda: look(role, name, root, where), limit,
                 'a %s named %s' % (role or 'node', getattr(name, 'pattern', name)))


def gone(role=None, name=None, root=None, where=None, limit=None):
    """Waits until there is no such node any more."""
    return until(lambda: look(role, name, root, where) is None, limit)


def has_state(node, state):
    return node.get_state_set().contains(state)


def sensitive(node):
    return has_state(node, Atspi.StateType.SENSITIVE)


def pressed(node):
    return has_state(node, Atspi.StateType.PRESSED) or has_state(node, Atspi.StateType.CHECKED)


def focused():
    """The node with the focus, or None."""
    return look(where=lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED)
                and node.get_role_name() not in ('frame', 'dialog', 'application'))


class FocusWatch:
    """Hears where the focus goes, which is quicker than looking for it."""

    def __init__(self):
        self.node = None
        Atspi.init()
        self.listener = Atspi.EventListener.new(self.moved)
        self.listener.register('object:state-changed:focused')

    def moved(self, event):
        if event.detail1:
            self.node = event.source

    def after(self, *keys, limit=5):
        """What gets the focus after these keys, or None."""
        self.node = None
        key(*keys)
        context = GLib.MainContext.default()

        def heard():
            while context.iteration(False):
                pass
            return self.node
        return until(heard, limit)


def text_of(node):
    """The text of a label, an entry or a text view; the name of anything else."""
    if 'Text' not in node.get_interfaces():
        return name_of(node)
    # An end of -1 gives nothing in GTK 4.8.
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def on_text_screen(node, words):
    """Whether WORDS, which a text view holds, are where the reader sees them."""
    start = text_of(node).find(words)
    if start < 0:
        return False
    area = Atspi.Text.get_character_extents(node, start, Atspi.CoordType.WINDOW)
    view = extents(node.get_parent())
    return view.y <= area.y < view.y + view.height


def texts(root=None):
    """Everything there is to read on the screen, or below ROOT."""
    root = root or application()
    return [text_of(node) for node in walk(root)] if root is not None else []


def reads(needle, root=None):
    """Whether NEEDLE can be read on the screen, or below ROOT."""
    return any(needle in text for text in texts(root))


def path_of(node):
    parts = []
    while node is not None and node.get_role_name() != 'application':
        parts.append('%s %r' % (node.get_role_name(), name_of(node)))
        node = node.get_parent()
    return ' < '.join(parts)


# --- Acting

def actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(node.get_n_actions())]


def do(node, action='click'):
    """Does an action of NODE: 'click', or a class action as 'win.back'."""
    names = actions(node)
    if action not in names:
        raise LookupError('%s has no action %s, only %s' % (path_of(node), action, names))
    return Atspi.Action.do_action(node, names.index(action))


def press(name, role=('push button', 'toggle button', 'page tab', 'menu item', 'link'), root=None, limit=None):
    """Finds a button and clicks it."""
    node = find(role, name, root, lambda node: 'click' in actions(node), limit)
    do(node)
    return node


def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child is not None]


def windows():
    """The windows and dialogs of the program, whichever process they belong to, the latest last."""
    return [window for program in applications() for window in children(program)]


def frames():
    """The windows that are no dialogs. To GTK 4.8 a dialog is a frame, or something without a role."""
    return [window for window in windows() if window.get_role_name() == 'frame']


def part(name, root=None):
    """A part of the window, by its class: 'DatelineClippingsPane'. Looked for among boxes only, which is quick."""
    def look_among_boxes(node):
        if node.get_role_name() not in ('frame', 'panel', 'filler') or not on_screen(node):
            return None
        if name_of(node) == name:
            return node
        return next(filter(None, map(look_among_boxes, children(node))), None)

    return until(lambda: next(filter(None, map(look_among_boxes, [root] if root else windows())), None),
                 what='a ' + name)


def page(view):
    """The view 'timeline', say. What is on other pages of the window keeps its size, so it has to be told apart."""
    return part('Dateline%sView' % view.capitalize())


def view_tabs(root=None):
    """The tabs of the views, in order; they last as long as the window."""
    return children(find('page tab list', root=root))


def frame(title=None):
    """The window with the title TITLE, or the first."""
    return find('frame', title)


def window_action(action, title=None):
    do(frame(title), action)


def select(node, index):
    """Selects a row of a list."""
    return Atspi.Selection.select_child(node, index)


def set_text(node, text):
    return Atspi.EditableText.set_text_contents(node, text)


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, timeout=30,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          universal_newlines=True).stdout.strip()


def key(*keys):
    """Presses keys, one after the other: key ('ctrl+f')."""
    xdotool('key', '--clearmodifiers', *keys)


def type_text(text):
    xdotool('type', '--clearmodifiers', '--delay', '15', text)


def window_origin(node):
    geometry = dict(line.split('=') for line in
                    xdotool('getwindowgeometry', '--shell', xdotool('getactivewindow')).splitlines())
    top = node
    while top.get_parent().get_role_name() != 'application':
        top = top.get_parent()
    border = (int(geometry['WIDTH']) - extents(top).width) // 2
    return int(geometry['X']) + border, int(geometry['Y']) + border


def drag_over(node, words):
    """Selects words of a text with the mouse."""
    start = text_of(node).find(words)
    first, last = (Atspi.Text.get_character_extents(node, at, Atspi.CoordType.WINDOW)
                   for at in (start, start + len(words) - 1))
    left, top = window_origin(node)
    xdotool('mousemove', '--sync', left + first.x + 1, top + first.y + first.height // 2)
    xdotool('mousedown', 1)
    for step in range(1, 6):
        xdotool('mousemove', '--sync',
                    left + first.x + (last.x + last.width - first.x) * step // 5 - 1,
                    top + first.y + first.height // 2 + (last.y - first.y) * step // 5)
    xdotool('mouseup', 1)


def x_windows(title=None):
    """The X windows on the screen whose title holds TITLE, the latest last."""
    try:
        # To xdotool the name is a regular expression.
        pattern = re.sub(r'([][.*+?(){}|^$\\\\])', r'\\\1', title) if title else '.'
        found = xdotool('search', '--onlyvisible', '--name', pattern)
    except subprocess.CalledProcessError:
        return []
    return found.split()


def activate(title):
    """Gives a window the keyboard."""
    window = until(lambda: x_windows(title), what='a window named ' + title)[-1]
    xdotool('windowactivate', window)
    until(lambda: xdotool('getactivewindow') == window)
    return window


def resize(title, width, height):
    window = until(lambda: x_windows(title), what='a window named ' + title)[-1]
    xdotool('windowsize', window, width, height)
    return window


def click(node, button=1):
    """Clicks with the mouse into the middle of NODE, in the active window."""
    window = xdotool('getactivewindow')
    geometry = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window).splitlines())
    top = node
    while top.get_parent().get_role_name() != 'application':
        top = top.get_parent()
    outer, inner = extents(top), extents(node)
    # The accessible window is what the border and the shadow enclose.
    border = (int(geometry['WIDTH']) - outer.width) // 2
    xdotool('mousemove', '--sync',
            int(geometry['X']) + border + inner.x + inner.width // 2,
            int(geometry['Y']) + border + inner.y + inner.height // 2)
    xdotool('click', button)


# --- Pictures and dumps

def picture(name, title=None):
    """Saves what is on the screen, or one window, as a PNG; returns its path, or None.

    A NAME without folder goes where KIT_PICTURES says, if it says anything.
    """
    path = name if name.endswith('.png') else name + '.png'
    if not os.path.dirname(path):
        folder = os.environ.get('KIT_PICTURES')
        if not folder:
            return None
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, path)
    window = x_windows(title)[-1] if title else 'root'
    subprocess.run(['import', '-silent', '-window', window, path], check=False, timeout=60)
    return path


def settle(limit=10):
    """Waits until the screen stays as it is: two pictures in a row are the same."""
    def grab():
        return subprocess.run(['import', '-silent', '-window', 'root', 'ppm:-'], check=True, timeout=60,
                              stdout=subprocess.PIPE).stdout
    last = [b'']

    def still():
        before, last[0] = last[0], grab()
        return last[0] == before
    return until(still, limit)


def dump(root=None, limit=400):
    """The accessible tree on the screen, one node a line; boxes without a name are left out."""
    lines = []

    def add(node, depth):
        if len(lines) >= limit:
            return
        if not on_screen(node):
            return
        states = [state.value_nick for state in node.get_state_set().get_states()
                  if state.value_nick in ('focused', 'selected', 'pressed', 'checked', 'expanded')]
        if not node.get_state_set().contains(Atspi.StateType.SENSITIVE):
            states.append('insensitive')
        text = text_of(node)
        # What every label can do says nothing.
        names = [name for name in actions(node) if not re.match(r'(clipboard|selection|link|text|menu|misc)\.', name)]
        if not names and not text and node.get_role_name() in ('panel', 'filler') or \
                re.match('(AdwGizmo|GtkStackPage|GtkListItemWidget)', name_of(node)):
            depth -= 1
        else:
            lines.append('%s[%s] %r%s%s%s' % ('  ' * depth, node.get_role_name(), name_of(node),
                                              ' text=%r' % text[:80] if text != name_of(node) else '',
                                              ' ' + ','.join(names) if names else '',
                                              ' <%s>' % ','.join(states) if states else ''))
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                add(child, depth + 1)

    root = root or application()
    if root is not None:
        add(root, 0)
    return '\n'.join(lines)


def dump_on_failure(tap):
    try:
        tap.note(dump(limit=120))
    except Exception as error:   # pylint: disable=broad-except
        tap.note('no tree to show: %s' % error)


# --- The program

class Program:
    """A running dateline, or another program; what it writes goes into a file."""

    def __init__(self, *command, env=None, log=None):
        self.log_path = log or os.path.join(os.environ['HOME'], 'program-%d.log' % time.monotonic_ns())
        environment = dict(os.environ)
        environment.update(env or {})
        with open(self.log_path, 'wb') as output:
            self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=subprocess.STDOUT)

    def running(self):
        return self.process.poll() is None

    def wait_for_window(self, title=None):
        """Waits for the first window and makes it active; returns its node."""
        def shown():
            if not self.running():
                raise RuntimeError('the program ended with status %d:\n%s'
                                   % (self.process.returncode, self.log()))
            return look('frame', title)
        node = until(shown, what='a window')
        until(lambda: x_windows(name_of(node)), what='the window on the screen')
        return node

    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as log:
            return log.read()

    def end(self, number=signal.SIGTERM):
        """Ends the program, by force if needed; returns its exit status."""
        if self.running():
            self.process.send_signal(number)
        return self.wait()

    def wait(self, limit=20):
        try:
            status = self.process.wait(limit)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        # The accessibility bus notices a little later.
        until(lambda: not any(node.get_process_id() == self.process.pid for node in applications()), 10)
        return status


def have(tool):
    return shutil.which(tool) is not None
