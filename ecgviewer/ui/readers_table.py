"""What all readers say of the open record, for the adjudicator alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.classes import RECORD_CLASSES, class_name
from ecgviewer.core.review import Review, Role, Stated
from ecgviewer.core.text import later, tr
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import OwnKeys, label

if TYPE_CHECKING:
    from ecgviewer.review.side_by_side import Column, SideBySide
    from ecgviewer.review.truth import Truth

_SAID = {
    Stated.PRESENT: later("✓ present"),
    Stated.ABSENT: later("✗ absent"),
    Stated.UNSURE: later("? unsure"),
}
_NOT_STATED = later("– absent")
_DISPUTED = later("≠ disputed")
_ROW_PX = 26
_LABEL = Qt.ItemDataRole.UserRole


class _Table(QTableWidget):
    """A table that leaves letters to the window's keys."""

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""


class ReadersTable(QWidget):
    """A row a class: what is true so far, then a column a reader.

    class_wished(label): the class that the keys of reviewing shall speak of.
    """

    class_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Readers"))
        self._state = ViewState()
        self._chrome = LIGHT
        self._caption = label(kind="secondary", wrapped=True)
        self._notes = label(wrapped=True)
        self.table = _Table()
        self.names = QToolButton()
        self._arrange()
        self.table.itemSelectionChanged.connect(self._tell_class)
        self.names.toggled.connect(lambda _: self._show())
        self._show()

    def _arrange(self) -> None:
        self.names.setText(tr("Names hidden"))
        self.names.setCheckable(True)
        self.names.setChecked(True)
        self.names.setProperty("framed", "true")
        self.names.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.names.setToolTip(tr("Letters stand for readers, drawn anew for each record"))
        self.names.installEventFilter(OwnKeys(self))
        self.table.setAccessibleName(tr("What the readers say, class by class"))
        self.table.setProperty("narrow", "true")
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.table.installEventFilter(OwnKeys(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._caption)
        column.addWidget(self.table, 1)
        column.addWidget(self._notes)
        column.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self._show()

    def focus_list(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def caption(self) -> str:
        """What stands above the table."""
        return self._caption.text()

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show what is said of the new state's record."""
        fields = ("record", "role", "review", "all_steps", "stated_label")
        self._state = new
        if any(getattr(old, name) is not getattr(new, name) for name in fields):
            self._show()

    def _show(self) -> None:
        state = self._state
        found = _found(state)
        self._caption.setText(_caption(state, found))
        for widget in (self.table, self.names):
            widget.setVisible(found is not None and bool(found.columns))
        with QSignalBlocker(self.table):
            self._fill(found)
        self._notes.setText(self._note_words(found))
        self._notes.setVisible(bool(self._notes.text()))

    def _fill(self, found: SideBySide | None) -> None:
        self.table.clear()
        if found is None:
            self.table.setRowCount(0)
            self.table.setColumnCount(0)
            return
        heads = [tr("Class"), tr("Truth"), *(self._name(column) for column in found.columns)]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(found.rows))
        for row, name in enumerate(found.rows):
            said = [_said(column, name) for column in found.columns]
            truth = found.truth[name]
            self._fill_row(row, name, [_true(truth), *said], disputed=name in found.disputed)
            if name == self._state.stated_label:
                self.table.selectRow(row)

    def _fill_row(self, row: int, name: str, words: Sequence[str], *, disputed: bool) -> None:
        full = class_name(name)
        shown = name if name in RECORD_CLASSES else full
        items = [QTableWidgetItem(one) for one in (shown, *words)]
        items[0].setToolTip(full)
        items[0].setData(_LABEL, name)
        items[0].setData(Qt.ItemDataRole.AccessibleTextRole, full)
        if disputed:
            items[1].setForeground(QColor(self._chrome.error))
        for place, item in enumerate(items):
            self.table.setItem(row, place, item)

    def _name(self, column: Column) -> str:
        if not self.names.isChecked():
            return column.reader
        return tr("Reader {letter}", letter=column.letter)

    def _note_words(self, found: SideBySide | None) -> str:
        noted = [column for column in (found.columns if found else ()) if column.note]
        return "\n".join(
            tr("{reader} notes: {note}", reader=self._name(column), note=column.note)
            for column in noted
        )

    def _tell_class(self) -> None:
        item = self.table.item(self.table.currentRow(), 0)
        if item is not None:
            self.class_wished.emit(str(item.data(_LABEL)))


def _found(state: ViewState) -> SideBySide | None:
    """Return what is said of the record, None to all but an adjudicator."""
    # A reader who knows what others say is none any more.
    if state.role is not Role.ADJUDICATOR or state.record is None:
        return None
    # What few need is loaded when they do: the window is there sooner.
    from ecgviewer.review.side_by_side import side_by_side

    return side_by_side(state.record.record_id, state.all_steps, _own(state))


def _own(state: ViewState) -> Review | None:
    """Return what the adjudicator states of the record; the reader before may still be here."""
    review, record = state.review, state.record
    if review is None or record is None or review.role is not Role.ADJUDICATOR:
        return None
    return review if review.record_id == record.record_id else None


def _caption(state: ViewState, found: SideBySide | None) -> str:
    if state.record is None:
        return tr("No record open.")
    if found is None:
        return tr("Only an adjudicator sees what others say: Menu, Review, Adjudicate.")
    if not found.columns:
        return tr("No reader has finished this record.")
    said = [_disputed_words(found)]
    if found.n_unfinished == 1:
        said.append(tr("1 further reader has not finished."))
    elif found.n_unfinished:
        said.append(tr("{n} further readers have not finished.", n=found.n_unfinished))
    said.append(tr("Classes that nobody states are left out; “–” was not stated."))
    return " ".join(said)


def _disputed_words(found: SideBySide) -> str:
    n = len(found.disputed)
    if not n:
        return tr("Nothing is disputed here.")
    if n == 1:
        return tr("1 class is disputed: choose it, then C, D or U settles it.")
    return tr("{n} classes are disputed: choose one, then C, D or U settles it.", n=n)


def _said(column: Column, name: str) -> str:
    stated = column.stated.get(name)
    return tr(_NOT_STATED) if stated is None else tr(_SAID[stated])


def _true(truth: Truth) -> str:
    if not truth.is_decided:
        return tr(_DISPUTED)
    if truth.present is None:
        return tr(_SAID[Stated.UNSURE])
    return tr(_SAID[Stated.PRESENT if truth.present else Stated.ABSENT])
