"""The sheet of all keys."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import tr
from ecgviewer.ui.shortcuts import Shortcut, groups
from ecgviewer.ui.widgets import label

_KEYS_PX, _GROUP_PX, _LINE_GAP_PX = 88, 8, 2
_COLUMNS = (("Records", "Paper"), ("Time", "Window"), ("Findings", "Review"))


class ShortcutSheet(QDialog):
    """Every key, by group; made from the table that the window itself uses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All keys"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 20, 24, 24)
        columns.setSpacing(24)
        table = groups()
        for names in _COLUMNS:
            column = QVBoxLayout()
            column.addLayout(_column({name: table[name] for name in names}))
            column.addStretch(1)
            columns.addLayout(column)


def key_words(shortcut: Shortcut) -> str:
    """Return the keys of one entry as this system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(form) for key in shortcut.keys)


def sheet_rows(shortcuts: Sequence[Shortcut]) -> list[tuple[str, str]]:
    """Return keys and words line by line; keys that do alike share one: "1 … 9"."""
    alike = groupby(shortcuts, key=lambda shortcut: shortcut.text)
    rows = []
    for text, group in alike:
        first, *others = (key_words(shortcut) for shortcut in group)
        rows.append((f"{first} … {others[-1]}" if others else first, tr(text)))
    return rows


def _column(table: dict[str, tuple[Shortcut, ...]]) -> QGridLayout:
    """Return groups below each other, whose words begin at one place."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(_LINE_GAP_PX)
    grid.setColumnMinimumWidth(0, _KEYS_PX)
    grid.setColumnStretch(1, 1)
    for name, shortcuts in table.items():
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), _GROUP_PX)
        top = grid.rowCount()
        grid.addWidget(label(tr(name), kind="heading"), top, 0, 1, 2)
        for row, (keys, words) in enumerate(sheet_rows(shortcuts), start=top + 1):
            grid.addWidget(label(keys), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(words, kind="secondary"), row, 1)
    return grid
