#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at every view and dialog as assistive technology sees it: what can have the focus has a name, is of some size,
and can be reached and left by Tab."""

import re

import kit

kit.enter_display()

VIEWS = ('timeline', 'articles', 'people', 'reactions', 'compare')
# A widget without a name of its own reports that of its type.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Dateline|Gsk)[A-Z]')
# GTK says that these can have the focus, and gives it to what is in them.
FRAMES = ('frame', 'window', 'dialog', 'application', 'scroll pane')
BUTTONS = ('push button', 'toggle button', 'menu item', 'page tab', 'link')
# These are read out by what stands in them.
CONTAINERS = ('table cell', 'table row', 'tree item', 'row')
SMALLEST = 16
TAB_STEPS = 20

program = None
window = None
tabs = ()


def focusable(nodes):
    return [node for node in nodes if node.get_state_set().contains(kit.Atspi.StateType.FOCUSABLE)
            and node.get_role_name() not in FRAMES]


def named(node):
    name = kit.name_of(node).strip()
    if name and not TYPE_NAME.match(name):
        return True
    # The lists within drop-downs and preferences are the toolkit's own.
    if node.get_role_name() in ('list', 'list item', 'push button', 'filler') and \
            re.search(r"combo box '[A-Z]|frame 'Preferences'", kit.path_of(node)):
        return True
    if node.get_role_name() in CONTAINERS:
        return any(text.strip() and not TYPE_NAME.match(text) for text in kit.texts(node))
    return False


def complaints(nodes):
    """What is wrong with these widgets."""
    for node in focusable(nodes):
        if not named(node):
            yield 'no name: ' + kit.path_of(node)
        area = kit.extents(node)
        if 'click' in kit.actions(node) and (area.width < SMALLEST or area.height < SMALLEST):
            yield 'only %d x %d: %s' % (area.width, area.height, kit.path_of(node))
    for node in nodes:
        if node.get_role_name() in BUTTONS and re.search(r'_\w', kit.name_of(node)):
            yield 'a mnemonic is read out: ' + kit.path_of(node)


def examine(tap, what, root):
    kit.settle()
    nodes = list(kit.walk(root))
    found = sorted(set(complaints(nodes)))
    tap.check(not found, '%s: all that can have the focus has a name' % what, '\n'.join(found))
    tap.check(focusable(nodes), '%s: something can have the focus' % what)


def tab_along(watch):
    """The widgets that Tab goes to, one after the other; None where it goes nowhere."""
    passed = []
    for _ in range(TAB_STEPS):
        # In a text, Tab goes from mark to mark: it is left as every text is.
        in_text = passed and passed[-1] is not None and passed[-1].get_role_name() == 'text'
        passed.append(watch.after('ctrl+Tab' if in_text else 'Tab'))
    return passed


def show_view(number):
    kit.key('ctrl+%d' % number)
    kit.until(lambda: kit.has_state(tabs[number - 1], kit.Atspi.StateType.SELECTED),
              what='the view ' + VIEWS[number - 1])


def opens(tap):
    global program, window, tabs
    program = kit.Program(kit.dateline(), env={'G_DEBUG': 'fatal-warnings'})
    window = program.wait_for_window()
    tabs = kit.view_tabs(window)
    kit.activate(kit.name_of(window))
    tap.check(kit.name_of(window), 'the window has a name')


def views(tap):
    for number, view in enumerate(VIEWS, 1):
        show_view(number)
        examine(tap, view, kit.page(view))


def details(tap):
    """What stands in a view only when something is selected."""
    show_view(1)
    kit.press(re.compile('^Hearing in the Moscow court'), root=kit.page('timeline'))
    detail = kit.part('DatelineEventDetail', kit.page('timeline'))
    kit.until(lambda: 'Hearing in the Moscow court' in kit.texts(detail))
    examine(tap, 'an event', detail)
    show_view(2)
    kit.press(re.compile('^Compare'), root=kit.page('articles'))
    examine(tap, 'two articles', kit.part('DatelineArticlePair', kit.page('articles')))


def forms(tap):
    """The form of each kind of item."""
    places = (
        (1, 'event', lambda: kit.press(re.compile('^Hearing in the Moscow court'), root=kit.page('timeline'))),
        (2, 'article', lambda: None),
        (3, 'person', lambda: None),
        (4, 'reaction', lambda: None),
        (5, 'claim', lambda: None),
    )
    edit = kit.find('push button', 'Edit', window)
    for number, what, select in places:
        show_view(number)
        select()
        kit.key('F2')
        kit.until(lambda: kit.part('DatelineEditPane', window))
        examine(tap, 'the form of the ' + what, kit.part('DatelineEditPane', window))
        kit.key('Escape')
        tap.check(kit.until(lambda: not kit.pressed(edit)),
                  'Escape leaves the forms')


def tab_key(tap):
    watch = kit.FocusWatch()
    for number, view in enumerate(VIEWS, 1):
        show_view(number)
        passed = tab_along(watch)
        tap.check(all(passed), '%s: Tab goes on from widget to widget' % view,
                  '\n'.join(kit.path_of(node) if node else 'nowhere' for node in passed))


def panes(tap):
    kit.key('F9')
    kit.until(lambda: kit.pressed(kit.look('push button', re.compile('^Clippings'), window)), 10)
    examine(tap, 'clippings', kit.part('DatelineClippingsPane', window))
    kit.key('F9')
    kit.key('ctrl+f')
    entry = kit.find(('entry', 'text'), root=window, where=lambda node: 'EditableText' in node.get_interfaces())
    kit.type_text('navalny')
    kit.until(lambda: kit.text_of(entry) == 'navalny')
    examine(tap, 'search', kit.part('DatelineSearchView', window))
    kit.key('Escape')


def dialogs(tap):
    for what, keys in (('preferences', 'ctrl+comma'), ('about this story', 'ctrl+i'),
                       ('shortcuts', 'ctrl+question')):
        before = {kit.path_of(frame) for frame in kit.windows()}
        kit.key(keys)
        dialog = kit.until(lambda known=before: next((top for top in kit.windows() if kit.path_of(top) not in known), None),
                           what='the dialog ' + what)
        # The window of the shortcuts is the toolkit's own.
        if what != 'shortcuts':
            examine(tap, what, dialog)
        kit.key('Escape')
        tap.check(kit.until(lambda known=before: {kit.path_of(top) for top in kit.windows()} == known),
                  '%s: Escape closes it' % what)


def ends(tap):
    status = program.end()
    tap.check(status in (0, -15), 'the program lived to its end', program.log())
    tap.equal(program.log(), '', 'there was no warning')


if __name__ == '__main__':
    kit.run((opens, views, details, forms, tab_key, panes, dialogs, ends), kit.Tap())
