"""The worklist as Qt asks for it: only what is in sight is put into words."""

from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ecgviewer.core.text import tr
from ecgviewer.review.worklist_order import TELLING, Column, Shown
from ecgviewer.ui.worklist_words import TIPS, cell_words, row_tip

_Index = QModelIndex | QPersistentModelIndex
_Orientation = Qt.Orientation
COLUMNS = tuple(Column)
NUMBERS = (Column.CONFIDENCE, Column.MARGIN)


class WorklistModel(QAbstractTableModel):
    """The shown rows of a worklist in their order, which the list itself keeps.

    sort_wished(Column, descending): a header was clicked.
    """

    sort_wished = Signal(object, bool)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.open_row: int | None = None

    def replace(self, shown: Shown | None) -> bool:
        """Show another list, or the same with other facts; says whether rows have moved."""
        before = self.shown
        if shown is not None and before is not None and np.array_equal(shown.rows, before.rows):
            self.shown = shown
            self._tell_changed(len(COLUMNS))
            return False
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()
        return True

    def mark(self, row: int | None) -> None:
        """Mark the open record."""
        self.open_row = row
        self._tell_changed(1)

    def _tell_changed(self, n_columns: int) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, n_columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, index: _Index) -> int:
        """Return the worklist's row that a row of the table shows."""
        assert self.shown is not None
        return int(self.shown.rows[index.row()])

    def index_of(self, row: int | None) -> QModelIndex:
        """Return where a row of the worklist is shown, nowhere where it is not."""
        if self.shown is None or row is None:
            return QModelIndex()
        found = np.flatnonzero(self.shown.rows == row)
        return self.index(int(found[0]), 0) if found.size else QModelIndex()

    def path_at(self, index: _Index) -> Path:
        """Return the record of a row of the table."""
        assert self.shown is not None
        return self.shown.worklist.records.paths[self.row_at(index)]

    # Qt's questions

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        """Return how many records are shown."""
        return 0 if parent.isValid() or self.shown is None else len(self.shown.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many columns there are, hidden ones with them."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, its tip or its alignment."""
        if not index.isValid() or self.shown is None:
            return None
        column = COLUMNS[index.column()]
        if self.shown.blind and column in TELLING:
            # Hidden columns are there for screen readers all the same.
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(self.shown.worklist, self.row_at(index), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tip(self.shown.worklist, self.row_at(index), column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, column)
        return None

    def headerData(  # noqa: N802 (Qt's form)
        self, section: int, orientation: _Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name, or what it tells."""
        if orientation is not _Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(TIPS[column])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Wish the list sorted; whoever has it sorts it."""
        wanted = COLUMNS[column]
        if self.shown is not None and not (self.shown.blind and wanted in TELLING):
            self.sort_wished.emit(wanted, order is Qt.SortOrder.DescendingOrder)

    def _spoken(self, index: _Index, column: Column) -> str:
        assert self.shown is not None
        row = self.row_at(index)
        words = cell_words(self.shown.worklist, row, column)
        return tr("{record}, open", record=words) if self._is_open(row, column) else words

    def _is_open(self, row: int, column: Column) -> bool:
        return column is Column.RECORD and row == self.open_row
