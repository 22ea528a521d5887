"""One signed bar a lead: how much it spoke for a class."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.evidence import FULL_LOGITS
from ecgviewer.core.text import tr
from ecgviewer.ui.lead_words import LeadRow, signed
from ecgviewer.ui.look import LIGHT, SECONDARY_PX, Chrome, font
from ecgviewer.ui.widgets import OwnKeys

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
ROW_PX, HEADER_PX = 16, 17
_NAME_PX, _FIGURE_PX, _BAR_PX = 44, 46, 9
_UNSETTLED = 0.55
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Leads(QAbstractListModel):
    """The leads in the order of the paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[LeadRow] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.lead
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return None

    def show(self, rows: list[LeadRow]) -> None:
        """Take new rows; where the leads are the same, whoever looks keeps the place."""
        if [row.lead for row in rows] == [row.lead for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()


@dataclass(frozen=True, slots=True)
class _Look:
    """How the bars are drawn: their scale in logits, settled or not, which lead is lit."""

    chrome: Chrome = LIGHT
    largest: float = 1.0
    settled: bool = True
    lit: str | None = None


class _BarDelegate(QStyledItemDelegate):
    """Paints one lead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = _Look()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: LeadRow = index.data(_ROW)
        chrome, rect = self.look.chrome, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, row, option)
        painter.setFont(font(strong=row.lead == self.look.lit))
        painter.setPen(QColor(chrome.muted if row.value is None else chrome.text))
        painter.drawText(rect.adjusted(12, 0, 0, 0), _LEFT_MIDDLE, row.lead)
        area = QRectF(rect).adjusted(_NAME_PX, 0, -_FIGURE_PX - 12, 0)
        painter.setPen(QPen(QColor(chrome.scroll), 1))
        middle = _axis(rect)
        painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom() + 1))
        if row.value is None:
            self._paint_note(painter, rect, row, middle)
        else:
            self._paint_bar(painter, area, row.value, middle)
            painter.setFont(font())
            painter.setPen(QColor(chrome.text))
            painter.drawText(rect.adjusted(0, 0, -12, 0), _RIGHT_MIDDLE, signed(row.value))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, row: LeadRow, option: QStyleOptionViewItem
    ) -> None:
        inner, chrome = QRectF(rect).adjusted(4.5, 0.5, -4.5, -0.5), self.look.chrome
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.lead == self.look.lit:
            painter.setBrush(QColor(chrome.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(chrome.line))
        focused = QStyle.StateFlag.State_HasFocus
        if option.state & focused:
            painter.setPen(QPen(QColor(chrome.accent), 1))
        painter.drawRoundedRect(inner, 4, 4)

    def _paint_note(self, painter: QPainter, rect: QRect, row: LeadRow, middle: float) -> None:
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self.look.chrome.muted))
        place = rect.adjusted(round(middle) + 8 - rect.left(), 0, 0, 0)
        painter.drawText(place, _LEFT_MIDDLE, row.note)

    def _paint_bar(self, painter: QPainter, area: QRectF, value: float, middle: float) -> None:
        half = area.width() / 2
        reach = half * min(1.0, abs(value) / self.look.largest)
        left = middle if value > 0 else middle - reach
        bar = QRectF(left, area.center().y() - _BAR_PX / 2, max(reach, 1.0), _BAR_PX)
        color = QColor(self.look.chrome.speaks_for if value > 0 else self.look.chrome.against)
        color.setAlphaF(1.0 if self.look.settled else _UNSETTLED)
        painter.fillRect(bar, color)


def _axis(row: QRect) -> float:
    """Return where no say at all stands: in the middle of the bars' room."""
    left, right = row.left() + _NAME_PX, row.right() - _FIGURE_PX - 12
    return (left + right) // 2 + 0.5


class BarsHeader(QWidget):
    """Says which side of the bars speaks for the class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chrome = LIGHT
        self.setFixedHeight(HEADER_PX)
        words = tr("Bars to the left speak against the class, to the right for it")
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the two sides in their colours, and the unit above the figures."""
        rect = self.rect()
        middle = round(_axis(rect))
        with QPainter(self) as painter:
            painter.setFont(font(SECONDARY_PX))
            for color, area, side, words in (
                (self.chrome.against, rect.adjusted(0, 0, middle - 8 - rect.right(), 0),
                 _RIGHT_MIDDLE, tr("← against")),
                (self.chrome.speaks_for, rect.adjusted(middle + 8, 0, 0, 0),
                 _LEFT_MIDDLE, tr("for →")),
                (self.chrome.muted, rect.adjusted(0, 0, -12, 0), _RIGHT_MIDDLE, tr("logits")),
            ):  # fmt: skip
                painter.setPen(QColor(color))
                painter.drawText(area, side, words)


class LeadBars(QListView):
    """The leads as a list of bars; a click or Enter toggles one.

    toggled(lead): the reader picked a lead on the paper, or put it back.
    """

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Leads(self)
        self._delegate = _BarDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Leads"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.installEventFilter(OwnKeys(self))
        self.clicked.connect(self._toggle)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._set_look(chrome=chrome)

    def show_rows(self, rows: Sequence[LeadRow], *, settled: bool, lit: str | None) -> None:
        """Show the bars of one class; the longest, one logit at least, fills half the width."""
        values = [abs(row.value) for row in rows if row.value is not None]
        self._model.show(list(rows))
        self._set_look(largest=max([*values, FULL_LOGITS]), settled=settled, lit=lit)

    @property
    def rows(self) -> tuple[LeadRow, ...]:
        """The rows that are shown."""
        return tuple(self._model.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter toggles the lead that the keyboard stands on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's keys."""

    def sizeHint(self) -> QSize:
        """Return the room of twelve leads."""
        return QSize(280, 12 * ROW_PX + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least that is worth showing; the rest scrolls."""
        return QSize(160, 4 * ROW_PX)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.toggled.emit(self._model.rows[index.row()].lead)

    def _set_look(self, **changes: Any) -> None:
        self._delegate.look = replace(self._delegate.look, **changes)
        self.viewport().update()
