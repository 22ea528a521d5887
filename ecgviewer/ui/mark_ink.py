"""The reader's marks, drawn as lines so that they look alike wherever the fonts differ."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ecgviewer.core.review import Stated
from ecgviewer.ui.look import Chrome, font
from ecgviewer.ui.review_state import Mark

_PEN = 0.13  # of the mark's width
_TICK = ((0.14, 0.54), (0.40, 0.80), (0.88, 0.22))
_CROSS = (((0.20, 0.20), (0.80, 0.80)), ((0.80, 0.20), (0.20, 0.80)))
_PLUS = (((0.50, 0.14), (0.50, 0.86)), ((0.14, 0.50), (0.86, 0.50)))
_LETTER = 0.95  # height of the question mark, of the mark's width
_OFFERS = 3
_STATED = {
    Stated.PRESENT: Mark.CONFIRMED,
    Stated.ABSENT: Mark.ABSENT,
    Stated.UNSURE: Mark.UNSURE,
}


def mark_color(mark: Mark, chrome: Chrome) -> str:
    """Return the colour of a mark: green for there, red for against the model, else grey."""
    if mark in (Mark.CONFIRMED, Mark.ADDED):
        return chrome.done
    return chrome.error if mark is Mark.DISMISSED else chrome.muted


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, color: str) -> None:
    """Draw a mark into a square."""
    pen = QPen(QColor(color), max(1.6, box.width() * _PEN))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is Mark.CONFIRMED:
        painter.drawPolyline(QPolygonF([_at(box, point) for point in _TICK]))
    elif mark is Mark.UNSURE:
        painter.setFont(font(round(box.height() * _LETTER), strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
    else:
        for start, stop in _PLUS if mark is Mark.ADDED else _CROSS:
            painter.drawLine(_at(box, start), _at(box, stop))


def paint_stated(painter: QPainter, box: QRectF, stated: Stated, color: str) -> None:
    """Draw what can be stated, whatever a model says of it."""
    paint_mark(painter, box, _STATED[stated], color)


def paint_offer(painter: QPainter, box: QRectF, color: str) -> None:
    """Draw three dots where something can be stated."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    for place in range(_OFFERS):
        painter.drawEllipse(_at(box, (0.2 + 0.3 * place, 0.5)), 1.3, 1.3)


def _at(box: QRectF, point: tuple[float, float]) -> QPointF:
    return QPointF(box.left() + point[0] * box.width(), box.top() + point[1] * box.height())
