"""The rows of the findings panel: name, score, bar, threshold tick."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.classes import class_text
from ecgviewer.core.finding import Finding
from ecgviewer.ui.look import BODY_PX, LIGHT, SECONDARY_PX, TOP_FINDING_PX, Chrome, font
from ecgviewer.ui.widgets import OwnKeys
from ecgviewer.ui.words import finding_words

_Index = QModelIndex | QPersistentModelIndex
_FINDING = Qt.ItemDataRole.UserRole
_LEFT_PX, _RIGHT_PX, _DOT_PX, _BAR_PX, _TICK_PX = 24, 8, 8, 4, 12
_TOP_HEIGHT_PX, _NOTED_HEIGHT_PX, _PLAIN_HEIGHT_PX = 64, 52, 36


class _Findings(QAbstractListModel):
    """Findings in their order; while waiting, the labels that will be answered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Finding | str, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's form)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _FINDING:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return class_text(row if isinstance(row, str) else row.label).name
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Finding):
            return finding_words(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            code = class_text(row.label).snomed
            return finding_words(row) + (f"\nSNOMED CT {code}" if code else "")
        return None

    def replace(self, rows: tuple[Finding | str, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _FindingDelegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(_FINDING)
        if _is_top(index, row):
            return QSize(200, _TOP_HEIGHT_PX)
        noted = isinstance(row, Finding) and bool(_note(row))
        return QSize(200, _NOTED_HEIGHT_PX if noted else _PLAIN_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_FINDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, rect, state)
        if isinstance(row, Finding):
            self._paint_finding(painter, rect, row, top=_is_top(index, row))
        else:
            self._paint_waiting(painter, rect, str(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        inner = QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.chrome.selected))
            painter.drawRoundedRect(inner, 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.chrome.line))
            painter.drawRoundedRect(inner, 4, 4)

    def _paint_finding(
        self, painter: QPainter, rect: QRect, finding: Finding, *, top: bool
    ) -> None:
        sure = finding.present and not finding.borderline
        ink = QColor(self.chrome.text if finding.present else self.chrome.muted)
        color = QColor(self.chrome.accent if sure else self.chrome.muted)
        pixels = TOP_FINDING_PX if top else BODY_PX
        line = QRect(rect.left() + _LEFT_PX, rect.top() + 6, rect.width(), pixels + 5)
        line.setRight(rect.right() - _RIGHT_PX)
        self._paint_dot(painter, rect, line, color, filled=finding.present)
        strong = finding.present
        score = f"{finding.probability:.2f}"
        painter.setFont(font(pixels, strong=strong))
        painter.setPen(ink)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | _MIDDLE, score)
        line.setRight(line.right() - QFontMetrics(painter.font()).horizontalAdvance(score) - 8)
        self._paint_name(painter, line, finding, code_behind=not (top or _note(finding)))
        if top or _note(finding):
            note = QRect(line.left(), line.bottom() + 2, rect.right() - line.left(), 14)
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(QColor(self.chrome.muted))
            words = f"{finding.label} · threshold {finding.threshold:.2f}{_note(finding)}"
            painter.drawText(note, Qt.AlignmentFlag.AlignLeft | _MIDDLE, words)
        self._paint_bar(painter, rect, finding, color)

    def _paint_dot(
        self, painter: QPainter, rect: QRect, line: QRect, color: QColor, *, filled: bool
    ) -> None:
        dot = QRectF(rect.left() + 8, line.center().y() - _DOT_PX / 2 + 0.5, _DOT_PX, _DOT_PX)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_name(
        self, painter: QPainter, line: QRect, finding: Finding, *, code_behind: bool
    ) -> None:
        metrics = QFontMetrics(painter.font())
        code_font = font(SECONDARY_PX)
        code_width = QFontMetrics(code_font).horizontalAdvance(finding.label) + 6
        room = line.width() - (code_width if code_behind else 0)
        full = class_text(finding.label).name
        name = metrics.elidedText(full, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | _MIDDLE, name)
        if code_behind:
            at = line.adjusted(metrics.horizontalAdvance(name) + 6, 1, 8, 1)
            painter.setFont(code_font)
            painter.setPen(QColor(self.chrome.muted))
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | _MIDDLE, finding.label)

    def _paint_bar(self, painter: QPainter, rect: QRect, finding: Finding, color: QColor) -> None:
        track = QRectF(rect.left() + _LEFT_PX, rect.bottom() - 10, 0, _BAR_PX)
        track.setRight(rect.right() - _RIGHT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.chrome.line).darker(106))
        painter.drawRoundedRect(track, 2, 2)
        full = QRectF(track)
        full.setWidth(max(_BAR_PX, track.width() * min(max(finding.probability, 0.0), 1.0)))
        painter.setBrush(color)
        painter.drawRoundedRect(full, 2, 2)
        x = track.left() + track.width() * min(max(finding.threshold, 0.0), 1.0)
        tick = QRectF(x - 1, track.center().y() - _TICK_PX / 2, 2, _TICK_PX)
        painter.setBrush(QColor(self.chrome.text))
        painter.drawRect(tick)

    def _paint_waiting(self, painter: QPainter, rect: QRect, name: str) -> None:
        line = QRect(rect.left() + _LEFT_PX, rect.top() + 6, rect.width() - _LEFT_PX, 18)
        painter.setFont(font())
        painter.setPen(QColor(self.chrome.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | _MIDDLE, class_text(name).name)
        track = QRectF(rect.left() + _LEFT_PX, rect.bottom() - 10, 0, _BAR_PX)
        track.setRight(rect.right() - _RIGHT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.chrome.line).darker(106))
        painter.drawRoundedRect(track, 2, 2)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _is_top(index: _Index, row: object) -> bool:
    return index.row() == 0 and isinstance(row, Finding) and row.present


def _note(finding: Finding) -> str:
    return " · borderline" if finding.borderline else ""


class FindingList(QListView):
    """The findings as a list; arrows and clicks choose one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Findings(self)
        self._delegate = _FindingDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Findings of the model")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_TOP_HEIGHT_PX)
        self.installEventFilter(OwnKeys(self))
        self.selectionModel().currentChanged.connect(self._choose)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self.viewport().update()

    def show_findings(
        self, findings: tuple[Finding, ...], labels: tuple[str, ...], *, waiting: bool
    ) -> None:
        """Show findings, or the labels that an answer is waited for."""
        rows: tuple[Finding | str, ...] = labels if waiting else findings
        if rows != self._model.rows:
            self._model.replace(rows)
        self.setEnabled(not waiting)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order of the rows."""
        rows = self._model.rows
        return tuple(row if isinstance(row, str) else row.label for row in rows)

    def select(self, wanted: str | None) -> None:
        """Mark the row of one label."""
        blocker = QSignalBlocker(self.selectionModel())
        if wanted in self.labels:
            self.setCurrentIndex(self._model.index(self.labels.index(wanted)))
            self.scrollTo(self.currentIndex())
        else:
            self.selectionModel().clear()
        blocker.unblock()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's keys."""

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.labels):
            self.chosen.emit(self.labels[index.row()])
