"""The rows of the findings panel: name, score, bar, threshold tick."""

from collections.abc import Sequence
from dataclasses import replace
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
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.classes import class_text
from ecgviewer.core.finding import Finding
from ecgviewer.core.text import tr
from ecgviewer.ui.fade import moves
from ecgviewer.ui.look import BODY_PX, LIGHT, SECONDARY_PX, TOP_FINDING_PX, Chrome, font
from ecgviewer.ui.widgets import OwnKeys
from ecgviewer.ui.words import finding_words

_Index = QModelIndex | QPersistentModelIndex
_FINDING = Qt.ItemDataRole.UserRole
_WIDTH_PX = 300  # of a row that no list shows
_LEFT_PX, _RIGHT_PX, _DOT_PX, _BAR_PX, _TICK_PX = 26, 6, 8, 4, 10
_TOP_PX, _NOTE_PX, _BELOW_PX = 5, 16, 14  # above the name, of the note, of the bar
_ASKED_AGAIN_MS = 200
# A smaller change is not told at the price of a name that is cut short.
_WORTH_A_NAME = 0.03
_GHOST = 0.3  # opacity of where a bar reached before
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class _Findings(QAbstractListModel):
    """Findings in their order; while waiting, the labels that will be answered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Finding | str, ...] = ()
        self.without: dict[str, Finding] = {}

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
            return self._words(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            code = class_text(row.label).snomed
            return self._words(row) + (f"\nSNOMED CT {code}" if code else "")
        return None

    def _words(self, finding: Finding) -> str:
        later = self.without.get(finding.label)
        if later is None:
            return finding_words(finding)
        return tr(
            "{finding}; {score} without what is erased",
            finding=finding_words(finding),
            score=f"{later.probability:.2f}",
        )

    def replace(self, rows: tuple[Finding | str, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _FindingDelegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT
        self.doubted = False
        # The same findings without what is erased; the scores that the bars come from, and
        # how far they are on their way.
        self.without: dict[str, Finding] = {}
        self.begun: dict[str, float] = {}
        self.share = 1.0

    def now(self, finding: Finding) -> Finding:
        """Return a finding as the bars show it at this moment."""
        later = self.without.get(finding.label)
        if later is None:
            return finding
        begun = self.begun.get(finding.label, finding.probability)
        return replace(later, probability=begun + self.share * (later.probability - begun))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(_FINDING)
        width = _row_width(option)
        if not isinstance(row, Finding):
            return QSize(width, _TOP_PX + _name_height(row, width, top=False) + _BELOW_PX)
        height = _TOP_PX + _name_height(row, width, top=_is_top(index, row)) + _BELOW_PX
        return QSize(width, height + (_NOTE_PX if _note(row) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_FINDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        rect.setWidth(_row_width(option))
        self._paint_ground(painter, rect, option.state)
        if isinstance(row, Finding):
            self._paint_finding(painter, rect, row, top=_is_top(index, row))
        else:
            self._paint_waiting(painter, rect, str(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        inner = QRectF(rect).adjusted(4, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self.chrome.selected))
            painter.drawRoundedRect(inner, 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            painter.setBrush(QColor(self.chrome.line))
            painter.drawRoundedRect(inner, 4, 4)

    def _paint_finding(
        self, painter: QPainter, rect: QRect, finding: Finding, *, top: bool
    ) -> None:
        now = self.now(finding)
        suggested = now.present and not self.doubted
        sure = suggested and not now.borderline
        ink = QColor(self.chrome.text if suggested else self.chrome.muted)
        color = QColor(self.chrome.accent if sure else self.chrome.muted)
        name = _name_box(rect, finding, top=top)
        self._paint_dot(painter, rect, name, color, filled=now.present, top=top)
        painter.setFont(_name_font(top=top, strong=now.present))
        painter.setPen(ink)
        score = name.adjusted(0, 0, rect.right() - _RIGHT_PX - name.right(), 0)
        painter.drawText(score, Qt.AlignmentFlag.AlignRight, f"{now.probability:.2f}")
        name.setRight(name.right() - self._paint_before(painter, score, finding))
        painter.setPen(ink)
        painter.setFont(_name_font(top=top, strong=top))
        self._paint_name(painter, name, finding, top=top)
        note = _note(finding)
        if note:
            line = QRect(name.left(), name.bottom() + 1, rect.width(), _NOTE_PX)
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(QColor(self.chrome.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | _MIDDLE, note)
        self._paint_bar(painter, rect, finding, color)

    def _paint_before(self, painter: QPainter, score: QRect, finding: Finding) -> int:
        """Write what the score was, where it is another now; return the room that it took."""
        later, before = self.without.get(finding.label), f"{finding.probability:.2f}"
        if later is None or before == f"{later.probability:.2f}":
            return 0
        used = painter.fontMetrics().horizontalAdvance("0.00") + 4
        small = font(SECONDARY_PX)
        painter.setFont(small)
        painter.setPen(QColor(self.chrome.muted))
        if _note(finding):
            # The second line has room, and the name keeps its own.
            line = QRect(score.left(), score.bottom() + 1, score.width(), _NOTE_PX)
            words = tr("was {score}", score=before)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | _MIDDLE, words)
            return 0
        words = f"{before} →"
        room = QFontMetrics(small).horizontalAdvance(words) + 8
        name = QFontMetrics(font()).horizontalAdvance(class_text(finding.label).name)
        left = score.width() - used - room - name
        if left < 0 and abs(later.probability - finding.probability) < _WORTH_A_NAME:
            return 0
        area = score.adjusted(0, 1, -used, 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, words)
        return room

    def _paint_dot(
        self, painter: QPainter, rect: QRect, name: QRect, color: QColor, *, filled: bool, top: bool
    ) -> None:
        line_height = QFontMetrics(_name_font(top=top, strong=filled)).height()
        middle = name.top() + line_height / 2
        dot = QRectF(rect.left() + 12, middle - _DOT_PX / 2, _DOT_PX, _DOT_PX)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_name(self, painter: QPainter, box: QRect, finding: Finding, *, top: bool) -> None:
        words = class_text(finding.label).name
        if top:
            painter.drawText(box, _WRAPPED, words)
            return
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
        code_font = font(SECONDARY_PX)
        used = metrics.horizontalAdvance(shown) + 6
        fits = used + QFontMetrics(code_font).horizontalAdvance(finding.label) <= box.width()
        if fits and not _note(finding):
            painter.setFont(code_font)
            painter.setPen(QColor(self.chrome.muted))
            painter.drawText(box.adjusted(used, 1, 0, 1), _MIDDLE, finding.label)

    def _paint_bar(self, painter: QPainter, rect: QRect, finding: Finding, color: QColor) -> None:
        track = self._paint_track(painter, rect)
        painter.setBrush(color)
        if finding.label in self.without:
            painter.setOpacity(_GHOST)
            painter.drawRoundedRect(_filled(track, finding), 2, 2)
            painter.setOpacity(1.0)
        painter.drawRoundedRect(_filled(track, self.now(finding)), 2, 2)
        x = track.left() + track.width() * min(max(finding.threshold, 0.0), 1.0)
        tick = QRectF(x - 1, track.center().y() - _TICK_PX / 2, 2, _TICK_PX)
        painter.setBrush(QColor(self.chrome.text))
        painter.drawRect(tick)

    def _paint_track(self, painter: QPainter, rect: QRect) -> QRectF:
        track = QRectF(rect.left() + _LEFT_PX, rect.bottom() - 9, 0, _BAR_PX)
        track.setRight(rect.right() - _RIGHT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.chrome.scroll))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(track, 2, 2)
        painter.setOpacity(1.0)
        return track

    def _paint_waiting(self, painter: QPainter, rect: QRect, name: str) -> None:
        line = QRect(rect.left() + _LEFT_PX, rect.top() + _TOP_PX, rect.width(), 20)
        painter.setFont(font())
        painter.setPen(QColor(self.chrome.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, class_text(name).name)
        self._paint_track(painter, rect)


def _filled(track: QRectF, finding: Finding) -> QRectF:
    """Return the part of a bar's track that a score fills."""
    full = QRectF(track)
    full.setWidth(max(_BAR_PX, track.width() * min(max(finding.probability, 0.0), 1.0)))
    return full


def _row_width(option: QStyleOptionViewItem) -> int:
    """Return a row's width, with room kept for a scroll bar, so that none makes rows jump."""
    view = option.widget
    if not isinstance(view, QListView):
        return _WIDTH_PX
    return view.contentsRect().width() - view.verticalScrollBar().sizeHint().width()


def _is_top(index: _Index, row: object) -> bool:
    return index.row() == 0 and isinstance(row, Finding) and row.present


def _name_font(*, top: bool, strong: bool) -> QFont:
    return font(TOP_FINDING_PX if top else BODY_PX, strong=strong)


def _name_box(rect: QRect, finding: Finding, *, top: bool) -> QRect:
    """Return the room of a row's name: one line, or as many as the top one needs."""
    metrics = QFontMetrics(_name_font(top=top, strong=finding.present))
    score = metrics.horizontalAdvance(f"{finding.probability:.2f}")
    width = rect.width() - _LEFT_PX - _RIGHT_PX - score - 8
    height = metrics.height()
    if top:
        name = class_text(finding.label).name
        height = metrics.boundingRect(QRect(0, 0, width, 200), int(_WRAPPED), name).height()
    return QRect(rect.left() + _LEFT_PX, rect.top() + _TOP_PX, width, height)


def _name_height(row: Finding | str, width: int, *, top: bool) -> int:
    if isinstance(row, Finding):
        return _name_box(QRect(0, 0, width, 0), row, top=top).height()
    return QFontMetrics(font()).height()


def _note(finding: Finding) -> str:
    """Return what stands below the name of a row that deserves a second line."""
    if finding.excluded_by:
        note = tr("not judged beside {other}", other=finding.excluded_by)
        return f"{finding.label} · {note}"
    if not (finding.present or finding.borderline):
        return ""
    threshold = tr("threshold {score}", score=f"{finding.threshold:.2f}")
    parts = (finding.label, threshold, tr("borderline") if finding.borderline else "")
    return " · ".join(filter(None, parts))


class FindingList(QListView):
    """The findings as a list; arrows and clicks choose one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Findings(self)
        self._delegate = _FindingDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Findings of the model"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(64)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.installEventFilter(OwnKeys(self))
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setDuration(_ASKED_AGAIN_MS)
        self._moving.valueChanged.connect(self._move)
        self.selectionModel().currentChanged.connect(self._choose)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._delegate.chrome = chrome
        self.viewport().update()

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        labels: tuple[str, ...],
        *,
        waiting: bool,
        doubted: bool = False,
    ) -> None:
        """Show findings, all grey where they are doubted, or the labels that are waited for."""
        self._delegate.doubted = doubted
        self.viewport().update()
        rows: tuple[Finding | str, ...] = labels if waiting else findings
        if rows != self._model.rows:
            self._model.replace(rows)
        self.setEnabled(not waiting)

    def show_without(self, findings: Sequence[Finding]) -> None:
        """Show the same findings without what is erased beside those of the whole record."""
        without = {finding.label: finding for finding in findings}
        if without == self._delegate.without:
            return
        self._moving.stop()
        shown = (self._delegate.now(row) for row in self._model.rows if isinstance(row, Finding))
        self._delegate.begun = {finding.label: finding.probability for finding in shown}
        self._delegate.without = self._model.without = without
        if without and moves():
            self._moving.start()
        else:
            self._move(1.0)

    def _move(self, share: float) -> None:
        self._delegate.share = share
        self.viewport().update()

    @property
    def moving(self) -> bool:
        """Whether bars are on their way to another score."""
        return self._moving.state() is QVariantAnimation.State.Running

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
