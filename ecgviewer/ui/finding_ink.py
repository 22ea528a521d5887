"""How a row of the findings panel is painted: name, score, bar, threshold tick, mark."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ecgviewer.core.classes import class_name
from ecgviewer.core.finding import Finding
from ecgviewer.core.text import tr
from ecgviewer.ui.look import BODY_PX, LIGHT, SECONDARY_PX, TOP_FINDING_PX, font
from ecgviewer.ui.mark_ink import mark_color, paint_mark, paint_offer
from ecgviewer.ui.review_state import Mark

_Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
_WIDTH_PX = 300  # of a row that no list shows
_LEFT_PX, _DOT_PX, _BAR_PX, _TICK_PX = 26, 8, 4, 10
_RIGHT_PX = 24  # with the place of the reader's mark
_MARK_PX, _MARK_RIGHT_PX = 14, 4
_TOP_PX, _NOTE_PX, _BELOW_PX = 5, 16, 14  # above the name, of the note, of the bar
# A smaller change is not told at the price of a name that is cut short.
_WORTH_A_NAME = 0.03
_GHOST = 0.3  # opacity of where a bar reached before
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class FindingDelegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chrome = LIGHT
        self.doubted = False
        # What the reader says, by class.
        self.marks: Mapping[str, Mark] = {}
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
        """Return the room of name, note and bar."""
        row = index.data(FINDING)
        width = row_width(option.widget)
        if not isinstance(row, Finding):
            return QSize(width, _TOP_PX + _name_height(row, width, top=False) + _BELOW_PX)
        height = _TOP_PX + _name_height(row, width, top=_is_top(index, row)) + _BELOW_PX
        return QSize(width, height + (_NOTE_PX if _note(row) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(FINDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        rect.setWidth(row_width(option.widget))
        self._paint_ground(painter, rect, option.state)
        if isinstance(row, Finding):
            self._paint_finding(painter, rect, row, top=_is_top(index, row))
            offered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            box = mark_box(rect, option.widget, top=_is_top(index, row))
            self._paint_said(painter, box, row.label, offered=offered)
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
        name = QFontMetrics(font()).horizontalAdvance(class_name(finding.label))
        left = score.width() - used - room - name
        if left < 0 and abs(later.probability - finding.probability) < _WORTH_A_NAME:
            return 0
        area = score.adjusted(0, 1, -used, 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, words)
        return room

    def _paint_said(self, painter: QPainter, box: QRectF, label: str, *, offered: bool) -> None:
        """Draw the reader's mark; under the mouse, that one can be set."""
        mark = self.marks.get(label)
        if mark is not None:
            paint_mark(painter, box, mark, mark_color(mark, self.chrome))
        elif offered:
            paint_offer(painter, box, self.chrome.muted)

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
        words = class_name(finding.label)
        if top:
            painter.setFont(_fitting_font(words, box.width(), strong=True))
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
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, class_name(name))
        self._paint_track(painter, rect)


def mark_box(rect: QRect, view: QWidget | None, *, top: bool = False) -> QRectF:
    """Return where the reader's mark stands in a row of a list: beside the name."""
    left = rect.left() + row_width(view) - _MARK_RIGHT_PX - _MARK_PX
    line_px = QFontMetrics(_name_font(top=top, strong=top)).height()
    return QRectF(left, rect.top() + _TOP_PX + (line_px - _MARK_PX) / 2, _MARK_PX, _MARK_PX)


def _filled(track: QRectF, finding: Finding) -> QRectF:
    """Return the part of a bar's track that a score fills."""
    full = QRectF(track)
    full.setWidth(max(_BAR_PX, track.width() * min(max(finding.probability, 0.0), 1.0)))
    return full


def row_width(view: QWidget | None) -> int:
    """Return a row's width, with room kept for a scroll bar, so that none makes rows jump."""
    if not isinstance(view, QListView):
        return _WIDTH_PX
    return view.contentsRect().width() - view.verticalScrollBar().sizeHint().width()


def _is_top(index: _Index, row: object) -> bool:
    return index.row() == 0 and isinstance(row, Finding) and row.present


def _name_font(*, top: bool, strong: bool) -> QFont:
    return font(TOP_FINDING_PX if top else BODY_PX, strong=strong)


def _fitting_font(name: str, width: int, *, strong: bool) -> QFont:
    """Return the font of the top finding, smaller where its longest word would be cut."""
    for pixels in range(TOP_FINDING_PX, SECONDARY_PX, -1):
        made = font(pixels, strong=strong)
        advance = QFontMetrics(made).horizontalAdvance
        if all(advance(word) <= width for word in name.split()):
            return made
    return font(SECONDARY_PX, strong=strong)


def _name_box(rect: QRect, finding: Finding, *, top: bool) -> QRect:
    """Return the room of a row's name: one line, or as many as the top one needs."""
    metrics = QFontMetrics(_name_font(top=top, strong=finding.present))
    score = metrics.horizontalAdvance(f"{finding.probability:.2f}")
    width = rect.width() - _LEFT_PX - _RIGHT_PX - score - 8
    height = metrics.height()
    if top:
        name = class_name(finding.label)
        fitting = QFontMetrics(_fitting_font(name, width, strong=finding.present))
        needed = fitting.boundingRect(QRect(0, 0, width, 200), int(_WRAPPED), name).height()
        height = max(height, needed)
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
