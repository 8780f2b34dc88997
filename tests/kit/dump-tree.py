#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the accessible tree of a running Dateline: what a test, and a screen reader, can see of it."""

import kit

kit.until(lambda: kit.look('frame'), what='a window')
print(kit.dump(limit=5000))
