"""The rows of the panel of measured values: name, value, spread, reference, reason."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.text import tr
from ecgviewer.signal.measured_span import Quantity
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font
from ecgviewer.ui.measured_words import NOT_MEASURABLE, MeasuredRow
from ecgviewer.ui.widgets import OwnKeys

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_WIDTH_PX = 300  # of a row that no list shows
_ROW_PX, _MINOR_PX, _BELOW_PX = 26, 22, 6
_LEFT_PX, _RIGHT_PX, _INDENT_PX = 12, 12, 12
_HIGH_PX = 1000  # more than any wrapped text
# Where the value ends, and its unit and spread begin.
_VALUE_PX, _UNIT_PX, _SPREAD_PX = 140, 145, 176
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class _Rows(QAbstractListModel):
    """The rows in their order, and the notes below them as one more row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[MeasuredRow, ...] = ()
        self.notes = ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.rows) + bool(self.notes)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_value = index.isValid() and index.row() < len(self.rows)
        return super().flags(index) if is_value else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()] if index.row() < len(self.rows) else self.notes
        if role == _ROW:
            return row
        if isinstance(row, str):
            told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if role in told else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return None

    def replace(self, rows: tuple[MeasuredRow, ...], notes: str) -> None:
        self.beginResetModel()
        self.rows, self.notes = rows, notes
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row, width = index.data(_ROW), _row_width(option)
        if isinstance(row, str):
            return QSize(width, _text_px(row, width) + 2 * _BELOW_PX)
        height = _MINOR_PX if row.is_minor else _ROW_PX
        return QSize(width, height + (_text_px(row.note, width) if row.note else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROW)
        rect = QRect(option.rect)
        rect.setWidth(_row_width(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            self._paint_small(painter, rect, rect.top() + _BELOW_PX, row)
            painter.restore()
            return
        self._paint_ground(painter, rect, option.state)
        line = QRect(rect)
        line.setHeight(_MINOR_PX if row.is_minor else _ROW_PX)
        self._paint_name(painter, line, row)
        if row.value:
            self._paint_value(painter, line, row)
        else:
            self._paint_reason(painter, line, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self.chrome.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(self.chrome.line))
        else:
            return
        painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 4, 4)

    def _paint_name(self, painter: QPainter, line: QRect, row: MeasuredRow) -> None:
        self._write(painter, row, strong=False, muted=row.is_minor or not row.value)
        left = _LEFT_PX + (_INDENT_PX if row.is_minor else 0)
        painter.drawText(line.adjusted(left, 0, 0, 0), int(_MIDDLE), row.name)

    def _paint_value(self, painter: QPainter, line: QRect, row: MeasuredRow) -> None:
        self._write(painter, row, strong=not row.is_minor, muted=row.is_minor)
        value = QRect(line.left(), line.top(), _VALUE_PX, line.height())
        painter.drawText(value, int(_RIGHT), row.value)
        self._write(painter, row, strong=False, muted=True)
        painter.setFont(font(SECONDARY_PX))
        # A degree sign stands by its figure.
        unit_px = _UNIT_PX if row.unit != "°" else _VALUE_PX + 1
        painter.drawText(line.adjusted(unit_px, 0, 0, 0), int(_MIDDLE), row.unit)
        room = line.adjusted(_SPREAD_PX, 0, -_RIGHT_PX, 0)
        painter.drawText(room, int(_RIGHT), row.reference)
        painter.drawText(room, int(_MIDDLE), f"± {row.spread} · n {row.n_beats}")

    def _paint_reason(self, painter: QPainter, line: QRect, row: MeasuredRow) -> None:
        self._write(painter, row, strong=False, muted=True)
        if row.is_minor:
            painter.drawText(
                QRect(line.left(), line.top(), _VALUE_PX, line.height()), int(_RIGHT), "–"
            )
            return
        area = line.adjusted(0, 0, -_RIGHT_PX, 0)
        words = tr(NOT_MEASURABLE)
        if row.as_before:
            words = tr("not measurable, as {name}", name=row.as_before)
        painter.drawText(area, int(_RIGHT), words)
        self._paint_small(painter, line, line.bottom() - 2, row.note)

    def _paint_small(self, painter: QPainter, rect: QRect, top: int, words: str) -> None:
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self.chrome.muted))
        below = QRect(rect.left() + _LEFT_PX, top, _text_width(rect.width()), _HIGH_PX)
        painter.drawText(below, int(_WRAPPED), words)

    def _write(self, painter: QPainter, row: MeasuredRow, *, strong: bool, muted: bool) -> None:
        painter.setFont(font(SECONDARY_PX) if row.is_minor else font(strong=strong))
        painter.setPen(QColor(self.chrome.muted if muted else self.chrome.text))


def _row_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else _WIDTH_PX


def _text_width(width: int) -> int:
    return max(80, width - _LEFT_PX - _RIGHT_PX)


def _text_px(words: str, width: int) -> int:
    """Return the height of small, wrapped text and of some room below it."""
    room = QRect(0, 0, _text_width(width), _HIGH_PX)
    metrics = QFontMetrics(font(SECONDARY_PX))
    return metrics.boundingRect(room, int(_WRAPPED), words).height() + _BELOW_PX


class MeasuredList(QListView):
    """The measured values; arrows and clicks choose one, a second click none.

    chosen(Quantity or None); copy_wished: the keys for copying were pressed.
    """

    chosen = Signal(object)
    copy_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Rows(self)
        self._delegate = _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Measured values"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(64)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.installEventFilter(OwnKeys(self))
        self.selectionModel().selectionChanged.connect(self._choose)

    @property
    def rows(self) -> tuple[MeasuredRow, ...]:
        """What is shown."""
        return self._model.rows

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self.viewport().update()

    @property
    def notes(self) -> str:
        """What stands below the rows."""
        return self._model.notes

    def show_rows(self, rows: tuple[MeasuredRow, ...], notes: str) -> None:
        """Show rows and, below them, notes."""
        if (rows, notes) != (self._model.rows, self._model.notes):
            blocker = QSignalBlocker(self.selectionModel())
            self._model.replace(rows, notes)
            blocker.unblock()

    def choose(self, chosen: Quantity | None) -> None:
        """Mark the row of one value; None: none."""
        blocker = QSignalBlocker(self.selectionModel())
        quantities = [row.quantity for row in self.rows]
        if chosen in quantities:
            self.setCurrentIndex(self._model.index(quantities.index(chosen)))
            self.scrollTo(self.currentIndex())
        else:
            self.clearSelection()
        blocker.unblock()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or begin at the row where the keyboard stands."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wished.emit()
            return
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows and not self.selectedIndexes() and self.rows:
            # Nothing is chosen until a key says so; the first one must not be skipped.
            current = self.currentIndex()
            self.setCurrentIndex(QModelIndex())
            self.setCurrentIndex(current if current.isValid() else self._model.index(0))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; one that is chosen already is left."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.selectionModel().isSelected(index):
            self.clearSelection()
            return
        super().mousePressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's keys."""

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        rows = [index.row() for index in self.selectedIndexes()]
        self.chosen.emit(self.rows[rows[0]].quantity if rows else None)
