"""The heart rate over the whole record, and where the signal is too poor to be read."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ecgviewer.core.text import tr
from ecgviewer.paper.furniture import clock
from ecgviewer.paper.runs import runs
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Theme
from ecgviewer.signal.rate_track import RateScale, RateTrack
from ecgviewer.ui.paint import draw_lines
from ecgviewer.ui.ribbon_ink import colour, paint_name, paint_over, small_font

RATE_ROW_PX = 32
_MARGIN_PX = 4.0
_POOR_ALPHA = 46
_NOT_YET_ALPHA = 60
# A poor stretch of a day would be too narrow to be seen.
_LEAST_POOR_PX = 1.5

Floats = NDArray[np.float64]


def paint_rate_row(
    painter: QPainter, theme: Theme, track: RateTrack | None, width_px: int, until: float
) -> None:
    """Paint the curve with its two lines; what lies behind ``until``, 0..1, is not known yet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour(theme, Ink.GRID), 1))
    painter.drawLine(QLineF(0, RATE_ROW_PX - 0.5, width_px, RATE_ROW_PX - 0.5))
    scale = track.scale if track is not None else None
    if track is not None and scale is not None:
        px = (RATE_ROW_PX - 2 * _MARGIN_PX) / (scale.high_bpm - scale.low_bpm)

        def y_of(bpm: Floats) -> Floats:
            inside = np.clip(bpm, scale.low_bpm, scale.high_bpm)
            return RATE_ROW_PX - _MARGIN_PX - (inside - scale.low_bpm) * px

        paint_lines_of_scale(painter, theme, scale, y_of, width_px)
        shares, means = track.points(width_px)
        _paint_curve(painter, theme, shares * width_px, means, y_of)
    if until < 1.0:
        _paint_not_yet(painter, theme, until * width_px, width_px)
    paint_name(painter, theme, tr("Rate"), Ink.QUIET, 12)


def paint_lines_of_scale(
    painter: QPainter,
    theme: Theme,
    scale: RateScale,
    y_of: Callable[[Floats], Floats],
    width_px: int,
) -> None:
    """Paint a scale's two lines, each with its rate at the right end."""
    painter.setFont(small_font())
    heights = y_of(np.array(scale.lines_bpm, dtype=np.float64))
    for line, y in zip(scale.lines_bpm, np.floor(heights).tolist(), strict=True):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(colour(theme, Ink.GRID), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(0, y, width_px, y))
        words = f"{line}"
        left = width_px - painter.fontMetrics().horizontalAdvance(words) - 4
        paint_over(painter, theme, words, left, y + 4, Ink.QUIET)


def _paint_curve(
    painter: QPainter, theme: Theme, x: Floats, bpm: Floats, y_of: Callable[[Floats], Floats]
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme, Ink.TRACE), 1.25))
    for begin, end in runs(np.isfinite(bpm)):
        if end - begin == 1:
            # A rate between two gaps is a rate: it becomes a dash.
            line = np.array([[x[begin] - 1, 0, x[begin] + 1, 0]])
            line[:, [1, 3]] = y_of(bpm[begin:end])
            draw_lines(painter, line)
            continue
        points = np.stack([x[begin:end], y_of(bpm[begin:end])], axis=1)
        draw_lines(painter, np.concatenate([points[:-1], points[1:]], axis=1))


def _paint_not_yet(painter: QPainter, theme: Theme, begin: float, width_px: int) -> None:
    area = QRectF(begin, 0, width_px - begin, RATE_ROW_PX - 1)
    hatch = colour(theme, Ink.HATCH, _NOT_YET_ALPHA)
    painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def paint_poor(
    painter: QPainter,
    theme: Theme,
    spans: NDArray[np.int64],
    n_samples: int,
    width_px: int,
    height_px: float,
) -> None:
    """Shade samples (n, 2) that cannot be told from noise, from the top to ``height_px``."""
    shade = colour(theme, Ink.HATCH, _POOR_ALPHA)
    for begin, end in (spans * (width_px / max(1, n_samples))).tolist():
        painter.fillRect(QRectF(begin, 0, max(end - begin, _LEAST_POOR_PX), height_px), shade)


def reading(time_s: float, rate_bpm: float | None, rhythm: str, *, poor: bool) -> str:
    """Return what is known of a moment, such as "03:12:40 · 84/min · AFIB"."""
    told = [clock(time_s)]
    if rate_bpm is not None:
        told.append(f"{rate_bpm:.0f}/min")
    told += [rhythm] if rhythm else []
    told += [tr("poor signal")] if poor else []
    return " · ".join(told)
