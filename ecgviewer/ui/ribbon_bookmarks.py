"""Bookmarks on the overview: small flags along its upper edge."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme

POLE_PX, FLAG_PX = 14.0, (6.0, 6.0)


def paint_flags(painter: QPainter, theme: Theme, places_px: Sequence[float]) -> None:
    """Paint a flag at each place, its pole from the top down."""
    colours = COLOURS[theme]
    ink = QColor(colours.inks[Ink.MARK])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x in places_px:
        at = round(x) + 0.5
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QPointF(at, 0), QPointF(at, POLE_PX))
        # A rim of paper keeps flags apart from each other and from the ticks behind.
        painter.setPen(QPen(QColor(colours.paper), 0.75))
        painter.setBrush(ink)
        wide, high = FLAG_PX
        corners = (QPointF(at, 0.5), QPointF(at + wide, 0.5 + high / 2), QPointF(at, 0.5 + high))
        painter.drawPolygon(QPolygonF(list(corners)))
    painter.restore()
