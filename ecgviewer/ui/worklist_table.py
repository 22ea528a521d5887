"""The table of the worklist: rows of one height, and as many columns as there is room for."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ecgviewer.core.text import tr
from ecgviewer.review.worklist_order import TELLING, Column
from ecgviewer.ui.look import LIGHT, Chrome, font
from ecgviewer.ui.row_lists import record_menu
from ecgviewer.ui.widgets import OwnKeys
from ecgviewer.ui.worklist_model import COLUMNS, NUMBERS, WorklistModel
from ecgviewer.ui.worklist_words import Tone, cell_tone, cell_words

_Index = QModelIndex | QPersistentModelIndex
ROW_PX, _MARGIN_PX, _BAR_PX = 24, 8, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Narrow, the first three are there; then the others come one after the other.
_WIDTHS_PX = {
    Column.RECORD: 92,
    Column.MODEL: 92,
    Column.STATE: 124,
    Column.AGREEMENT: 84,
    Column.REFERENCE: 104,
    Column.CONFIDENCE: 84,
    Column.MARGIN: 64,
    Column.QUALITY: 84,
    Column.STATED: 104,
    Column.FLAG: 88,
}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SELECTED, _UNDER_MOUSE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
_ALWAYS = (Column.RECORD, Column.MODEL, Column.STATE)
_MOST_ELIDED = 20_000


class _Cells(QStyledItemDelegate):
    """Paints cells as plain text: a frame of hundreds of them must not take long."""

    def __init__(self, model: WorklistModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.set_chrome(LIGHT)
        self._fonts = {strong: font(strong=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetrics(made) for strong, made in self._fonts.items()}
        self._elided: dict[tuple[str, int, bool], str] = {}

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.chrome = chrome
        colours = {
            Tone.PLAIN: chrome.text,
            Tone.MUTED: chrome.muted,
            Tone.WRONG: chrome.error,
            Tone.DONE: chrome.done,
        }
        self._pens = {tone: QColor(colour) for tone, colour in colours.items()}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        shown = self._model.shown
        if shown is None:
            return
        area: QRect = option.rect
        row, column = self._model.row_at(index), COLUMNS[index.column()]
        self._paint_ground(painter, area, option.state)
        is_open = row == self._model.open_row
        if is_open and index.column() == 0:
            bar = QRect(area.left(), area.top() + 4, _BAR_PX, area.height() - 8)
            painter.fillRect(bar, QColor(self.chrome.accent))
        strong = is_open and column is Column.RECORD
        room = area.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        words = self._fitted(cell_words(shown.worklist, row, column), room.width(), strong)
        painter.setFont(self._fonts[strong])
        painter.setPen(self._pens[cell_tone(shown.worklist, row, column)])
        painter.drawText(room, _RIGHT if column in NUMBERS else _LEFT, words)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & _SELECTED:
            painter.fillRect(area, QColor(self.chrome.selected))
        elif state & _UNDER_MOUSE:
            painter.fillRect(area, QColor(self.chrome.line))

    def _fitted(self, words: str, width: int, strong: bool) -> str:
        key = words, width, strong
        if key not in self._elided:
            if len(self._elided) > _MOST_ELIDED:
                self._elided.clear()
            metrics, right = self._metrics[strong], Qt.TextElideMode.ElideRight
            self._elided[key] = metrics.elidedText(words, right, width)
        return self._elided[key]


class WorklistTable(QTableView):
    """A table that leaves letters to the window's keys.

    open_wished, compare_wished(index): Enter or a click; Shift+Enter or a click with Alt.
    """

    open_wished = Signal(QModelIndex)
    compare_wished = Signal(QModelIndex)

    def __init__(self, model: WorklistModel) -> None:
        super().__init__()
        self._own_model = model
        self.cells = _Cells(model, self)
        self._blind = False
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(tr("Records of the worklist"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        self.installEventFilter(OwnKeys(self))
        self.clicked.connect(self.open_wished)

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(48)
        columns.setFont(QFont(font(11)))
        columns.setAccessibleName(tr("Columns of the worklist"))
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, _WIDTHS_PX[column])
        columns.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    @property
    def columns_shown(self) -> tuple[Column, ...]:
        """The columns that can be seen."""
        shown = enumerate(COLUMNS)
        return tuple(column for place, column in shown if not self.isColumnHidden(place))

    def set_blind(self, *, blind: bool) -> None:
        """Hide what the model and the reference say, or show it again."""
        self._blind = blind
        self._fit_columns()

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.cells.set_chrome(chrome)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        fitting = {*columns_for(self.viewport().width(), blind=self._blind)}
        for place, column in enumerate(COLUMNS):
            if self.isColumnHidden(place) is (column in fitting):
                self.setColumnHidden(place, column not in fitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the marked record on Enter, compare with it on Shift+Enter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.compare_wished if shifted else self.open_wished).emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Compare with a record that is clicked on with Alt."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.compare_wished.emit(self.indexAt(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a record."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.row_menu(index).popup(event.globalPos())

    def row_menu(self, index: QModelIndex) -> QMenu:
        """Return a menu of what can be done with a record; it is gone once it is closed."""
        # The list may be sorted anew while the menu is open.
        row, model = self._own_model.row_at(index), self._own_model
        return record_menu(self, lambda: model.index_of(row), self.open_wished, self.compare_wished)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""


def columns_for(width_px: int, *, blind: bool) -> Iterable[Column]:
    """Return the columns that a width has room for; record, model and state always."""
    hidden = TELLING if blind else frozenset[Column]()
    left_px = width_px - sum(_WIDTHS_PX[column] for column in _ALWAYS if column not in hidden)
    for column, needed_px in _WIDTHS_PX.items():
        if column in hidden:
            continue
        if column not in _ALWAYS:
            left_px -= needed_px
            if left_px < 0:
                return
        yield column
