from collections import Counter

from PySide6.QtGui import QKeySequence

from ecgviewer.ui.commands import commands_of
from ecgviewer.ui.shortcuts import SHORTCUTS, groups


def test_no_key_does_two_things():
    keys = Counter(QKeySequence(key).toString() for shortcut in SHORTCUTS for key in shortcut.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows(qapp):
    for shortcut in SHORTCUTS:
        for key in shortcut.keys:
            sequence = QKeySequence(key)
            assert sequence.count() == 1, key
            assert sequence.toString() != "", key


def test_every_entry_of_the_table_does_something(desk):
    assert set(commands_of(desk.window)) == {shortcut.name for shortcut in SHORTCUTS}


def test_the_sheet_of_keys_lists_every_entry_once():
    listed = [shortcut.name for group in groups().values() for shortcut in group]
    assert sorted(listed) == sorted(shortcut.name for shortcut in SHORTCUTS)
