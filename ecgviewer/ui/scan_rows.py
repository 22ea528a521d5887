"""The rows of the list of a scan's findings: kinds, and below each its places."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.scan_findings import (
    LABEL_OF,
    FindingKind,
    ScanFinding,
)
from ecgviewer.core.scan_words import clock_words, duration_words
from ecgviewer.core.text import grouped, tr
from ecgviewer.paper.theme import COLOURS, INK_OF_LABEL, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.ui.look import DARK, LIGHT, SECONDARY_PX, font
from ecgviewer.ui.words import beats

_Index = QModelIndex | QPersistentModelIndex
_KIND_PX, _PLACE_PX = 28, 24
_DOT_PX, _MARGIN_PX, _TIME_PX = 8, 8, 64
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ScanRows(QAbstractItemModel):
    """Kinds of findings, the gravest first; below each kind its places, the surest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kinds: tuple[FindingKind, ...] = ()
        self.places: tuple[tuple[ScanFinding, ...], ...] = ()
        self.rate_hz = 1.0

    def replace(
        self, by_kind: Mapping[FindingKind, tuple[ScanFinding, ...]], rate_hz: float
    ) -> None:
        """Show other findings, in their order."""
        self.beginResetModel()
        self.kinds, self.places = tuple(by_kind), tuple(by_kind.values())
        self.rate_hz = rate_hz
        self.endResetModel()

    def index_of(self, row: ScanFinding | FindingKind | None) -> QModelIndex:
        """Return where a kind or a finding stands, nowhere for what is not in the list."""
        kind = row.kind if isinstance(row, ScanFinding) else row
        if kind is None or kind not in self.kinds:
            return QModelIndex()
        above = self.kinds.index(kind)
        if not isinstance(row, ScanFinding):
            return self.index(above, 0)
        if row not in self.places[above]:
            return QModelIndex()
        return self.index(self.places[above].index(row), 0, self.index(above, 0))

    def row_at(self, index: _Index) -> ScanFinding | FindingKind:
        """Return what stands in a row."""
        above = index.internalId()
        return self.places[above - 1][index.row()] if above else self.kinds[index.row()]

    # Qt's questions

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        """Return how many kinds, or places of a kind, there are."""
        if not parent.isValid():
            return len(self.kinds)
        return len(self.places[parent.row()]) if parent.internalId() == 0 else 0

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return one: the delegate paints all of a row."""
        return 1

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return a row's index; a place's tells its kind."""
        if not 0 <= row < self.rowCount(parent) or column != 0:
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> Any:  # noqa: B008
        """Return the kind of a place."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the finding or kind of a row, or its words."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, ScanFinding):
                return f"{clock_words(row.start, self.rate_hz)}, {self.words(row)}, {sure(row)}"
            return f"{tr(str(row))}, {len(self.places[index.row()])}"
        return None

    def words(self, finding: ScanFinding) -> str:
        """Return what is worth telling of a place besides its time."""
        seconds = (finding.stop - finding.start) / self.rate_hz
        if finding.kind is FindingKind.PAUSE:
            return f"{seconds:.1f} s"
        if finding.bpm is not None:
            return f"{beats(finding.n_beats)}, {finding.bpm:.0f}/min"
        if finding.n_beats <= 2:
            return ""
        return f"{duration_words(seconds)}, {beats(finding.n_beats)}"


def sure(finding: ScanFinding) -> str:
    """Return a finding's score, "measured" for what is none of the model's."""
    return tr("measured") if finding.score is None else f"{finding.score:.2f}"


class ScanRowDelegate(QStyledItemDelegate):
    """Paints a kind with its colour and number, or a place with time, words and score."""

    def __init__(self, rows: ScanRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row; it is as wide as the list."""
        return QSize(
            200, _PLACE_PX if isinstance(self._rows.row_at(index), ScanFinding) else _KIND_PX
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._fill(painter, area, self.chrome.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, area, self.chrome.line)
        row = self._rows.row_at(index)
        if isinstance(row, ScanFinding):
            self._paint_place(painter, area, row)
        else:
            n_places = self._rows.rowCount(index)
            self._paint_kind(painter, area, row, n_places)
        painter.restore()

    def _fill(self, painter: QPainter, area: QRectF, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(area.adjusted(4, 0, -4, 0), 4, 4)

    def _paint_kind(self, painter: QPainter, area: QRectF, kind: FindingKind, n: int) -> None:
        dot = QRectF(0, 0, _DOT_PX, _DOT_PX)
        dot.moveCenter(QRectF(area.left() + 12, area.top(), _DOT_PX, area.height()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(kind))
        painter.drawEllipse(dot)
        number = grouped(n)
        wide = self._write_right(painter, area, number, self.chrome.text, strong=True)
        painter.setFont(font(strong=True))
        painter.setPen(QColor(self.chrome.text))
        room = area.adjusted(32, 0, -wide - 2 * _MARGIN_PX - 4, 0)
        painter.drawText(room, int(_MIDDLE), _elided(painter, tr(str(kind)), room))

    def _paint_place(self, painter: QPainter, area: QRectF, finding: ScanFinding) -> None:
        wide = self._write_right(painter, area, sure(finding), self.chrome.muted)
        painter.setFont(font())
        painter.setPen(QColor(self.chrome.text))
        left = area.adjusted(32, 0, 0, 0)
        painter.drawText(left, int(_MIDDLE), clock_words(finding.start, self._rows.rate_hz))
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(QColor(self.chrome.muted))
        room = left.adjusted(_TIME_PX, 0, -wide - 2 * _MARGIN_PX - 4, 0)
        painter.drawText(room, int(_MIDDLE), _elided(painter, self._rows.words(finding), room))

    def _write_right(
        self, painter: QPainter, area: QRectF, words: str, colour: str, *, strong: bool = False
    ) -> int:
        painter.setFont(font(strong=strong))
        painter.setPen(QColor(colour))
        room = area.adjusted(0, 0, -_MARGIN_PX - 4, 0)
        painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), words)
        return painter.fontMetrics().horizontalAdvance(words)

    def _colour(self, kind: FindingKind) -> QColor:
        theme = Theme.DARK if self.chrome is DARK else Theme.LIGHT
        ink = INK_OF_LABEL[LABEL_OF[kind]] if kind in LABEL_OF else Ink.TEXT
        return QColor(COLOURS[theme].inks[ink])


def _elided(painter: QPainter, words: str, room: QRectF) -> str:
    metrics: QFontMetrics = painter.fontMetrics()
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
