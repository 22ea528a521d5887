"""The sheet of all keys and the manual."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import tr
from ecgviewer.ui.shortcuts import Shortcut, groups
from ecgviewer.ui.widgets import label

_KEYS_PX, _GROUP_PX = 88, 8
_MARGIN_PX, _HEADING_PX, _PARAGRAPH_PX, _LINE_PERCENT = 32, 16, 8, 130


class ShortcutSheet(QDialog):
    """Every key, by group; made from the table that the window itself uses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All keys"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 20, 24, 24)
        columns.setSpacing(24)
        table = groups()
        for names in (("Records", "Time"), ("Paper",), ("Findings", "Window")):
            column = QVBoxLayout()
            column.addLayout(_column({name: table[name] for name in names}))
            column.addStretch(1)
            columns.addLayout(column)


class Manual(QDialog):
    """The manual that ships with the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.resize(720, 640)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Manual"))
        self.text.setMarkdown((resources_folder() / "manual.md").read_text(encoding="utf-8"))
        self.text.setProperty("manual", "true")
        self.text.document().setDocumentMargin(_MARGIN_PX)
        _give_air(self.text.document())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)


def key_words(shortcut: Shortcut) -> str:
    """Return the keys of one entry as this system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(form) for key in shortcut.keys)


def _give_air(document: QTextDocument) -> None:
    """Set the lines and paragraphs of a Markdown text apart."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(_HEADING_PX if form.headingLevel() > 1 else 0)
        form.setBottomMargin(4 if block.textList() else _PARAGRAPH_PX)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()


def _column(table: dict[str, tuple[Shortcut, ...]]) -> QGridLayout:
    """Return groups below each other, whose words begin at one place."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, _KEYS_PX)
    grid.setColumnStretch(1, 1)
    for name, shortcuts in table.items():
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), _GROUP_PX)
        top = grid.rowCount()
        grid.addWidget(label(tr(name), kind="heading"), top, 0, 1, 2)
        with_keys = (shortcut for shortcut in shortcuts if shortcut.keys)
        for row, shortcut in enumerate(with_keys, start=top + 1):
            grid.addWidget(label(key_words(shortcut)), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(tr(shortcut.text), kind="secondary"), row, 1)
    return grid
