"""The times below a whole record."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter

from ecgviewer.paper.furniture import TICK_STEPS_S, clock
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.ui.look import font

TIME_PX, TEXT_PX = 13, 10
_SPACING_PX = 90


def paint_times(painter: QPainter, theme: Theme, duration_s: float, width_px: int) -> None:
    """Paint ticks and times of a record that is ``width_px`` long, TIME_PX high."""
    painter.setFont(font(TEXT_PX))
    painter.setPen(QColor(COLOURS[theme].inks[Ink.QUIET]))
    px_per_s = width_px / max(duration_s, 1e-9)
    steps = [step for step in TICK_STEPS_S if step >= 1]
    step = next((s for s in steps if s * px_per_s >= _SPACING_PX), steps[-1])
    for time_s in np.arange(0, duration_s, step).tolist():
        x = time_s * px_per_s
        if x + _SPACING_PX / 2 < width_px:
            painter.drawLine(QLineF(x, 0, x, 3))
            painter.drawText(QPointF(x + 3, TIME_PX - 3), clock(time_s))
