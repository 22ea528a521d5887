"""Bookmarks on the overview: small flags along its upper edge."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme

# Below the rim of the handle.
TOP_PX, POLE_PX, FLAG_PX = 2.0, 16.0, (8.0, 5.0)


def paint_flags(painter: QPainter, theme: Theme, places_px: Sequence[float]) -> None:
    """Paint a flag at each place, its pole from the top down."""
    colours = COLOURS[theme]
    paper = QColor(colours.paper)
    # The handle has the accent's colour: flags have that of words.
    ink = QColor(colours.inks[Ink.TEXT])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for x in places_px:
        pole, flag = QRectF(round(x), TOP_PX, 1, POLE_PX), QRectF(round(x) + 1, TOP_PX, *FLAG_PX)
        # A rim of paper keeps flags apart from each other and from the ticks behind.
        painter.fillRect(flag.adjusted(0, -1, 1, 1), paper)
        painter.fillRect(pole, ink)
        painter.fillRect(flag, ink)
    painter.restore()
