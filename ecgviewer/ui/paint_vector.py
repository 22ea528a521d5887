"""Scene -> QPainter where strokes stay strokes: PDF, SVG and printers.

The same page as `ui/paint.py` puts on the screen, of the same parts; what is an image there
(the underlay, the halo of words) is a shape here, and a trace is one line from end to end.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ecgviewer.paper.heat_colors import (
    UNDERLAY_STEPS,
    cased_colours,
    rgb,
    stroke_colours,
    underlay_table,
)
from ecgviewer.paper.runs import runs
from ecgviewer.paper.scene import HeatStrip, Scene, Text, Trace
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.ui.paint import (
    CASING_MM,
    CORE_MM,
    FAR_PX,
    HALO_ALPHA,
    HALO_MM,
    draw_lines,
    ink_colour,
    paint_erasures,
    paint_grid,
    paint_ground,
    paint_marks,
    paper_font,
)

# So many shades of the underlay can be told apart in print.
_SHADES = 32
_JOINED_PX = 1e-6
_MOST_ON_IMAGE = 250

Pixels = NDArray[np.float64]


def paint_vector_scene(painter: QPainter, scene: Scene) -> None:
    """Paint a whole page; the origin is the sheet's corner, the unit its device pixel."""
    paint_ground(painter, scene)
    for strip in scene.heat_strips:
        _paint_heat(painter, scene, strip)
    # Above the underlay: multiplying, as on the screen, is not for shapes.
    paint_grid(painter, scene)
    paint_marks(painter, scene)
    for trace in scene.traces:
        _paint_trace(painter, scene, trace)
    paint_vector_above(painter, scene)


def paint_vector_above(painter: QPainter, scene: Scene) -> None:
    """Paint what stands above the traces."""
    paint_erasures(painter, scene)
    for text in scene.texts:
        _paint_text(painter, scene, text)


def _paint_heat(painter: QPainter, scene: Scene, strip: HeatStrip) -> None:
    px = scene.sheet.px_per_mm
    left, top, height = strip.x_mm * px, strip.y_mm * px, strip.height_mm * px
    shades = np.ceil(strip.levels * _SHADES).astype(np.intp)
    table = underlay_table(scene.heat_opacity)
    paper = rgb(COLOURS[scene.theme].paper)
    for begin, end in runs(strip.levels > 0):
        inside = shades[begin:end]
        changes = np.flatnonzero(np.diff(inside, prepend=-1)).tolist()
        for at in changes:
            # Each reaches to the end of its run, below the next: no seam shows between two.
            shade = table[min(round(inside[at] / _SHADES * UNDERLAY_STEPS), UNDERLAY_STEPS - 1)]
            colour = (int(p) * int(s) // 255 for p, s in zip(paper, shade, strict=True))
            area = QRectF(left + begin + at, top, end - begin - at, height)
            painter.fillRect(area, QColor(*colour))


def _paint_trace(painter: QPainter, scene: Scene, trace: Trace) -> None:
    px = scene.sheet.px_per_mm
    middle = (0.0, 0.5, 0.0, 0.5) if trace.bars else 0.5
    segments = np.clip(trace.segments * px + middle, -FAR_PX, FAR_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink_colour(scene, Ink.DIMMED if trace.dimmed else Ink.TRACE), scene.trace_mm * px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if trace.bars:
        pen.setWidthF(1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, segments)
    elif trace.steps is None:
        painter.setPen(pen)
        _draw_joined(painter, segments)
    else:
        _paint_steps(painter, scene, trace, segments, pen)


def _paint_steps(
    painter: QPainter, scene: Scene, trace: Trace, segments: Pixels, pen: QPen
) -> None:
    assert trace.steps is not None
    px = scene.sheet.px_per_mm
    colours = cased_colours(scene.theme) if trace.cased else stroke_colours(scene.heat_opacity)
    if trace.cased and scene.theme is not Theme.DARK:
        pen.setWidthF(CASING_MM * px)
        painter.setPen(pen)
        _draw_joined(painter, segments)
    if trace.cased:
        pen.setWidthF(CORE_MM * px)
    changes = np.flatnonzero(np.diff(trace.steps.astype(int), prepend=-1)).tolist()
    for begin, end in zip(changes, [*changes[1:], len(segments)], strict=True):
        pen.setColor(QColor(colours[int(trace.steps[begin])]))
        painter.setPen(pen)
        _draw_joined(painter, segments[begin:end])


def _draw_joined(painter: QPainter, segments: Pixels) -> None:
    """Draw strokes that go on in one another as one line, (n, 4) in device pixels."""
    if len(segments) == 0:
        return
    apart = np.abs(segments[1:, :2] - segments[:-1, 2:]).max(axis=1) > _JOINED_PX
    begins = [0, *(np.flatnonzero(apart) + 1).tolist(), len(segments)]
    # On an image a long line takes its square of time, with the interpreter's lock held.
    most = _MOST_ON_IMAGE if isinstance(painter.device(), QImage) else len(segments)
    for begin, end in pairwise(begins):
        for first in range(begin, end, most):
            _draw_line(painter, segments[first : min(first + most, end)])


def _draw_line(painter: QPainter, segments: Pixels) -> None:
    first = QPointF(*segments[0, :2].tolist())
    rest = (QPointF(x, y) for x, y in segments[:, 2:].tolist())
    painter.drawPolyline(QPolygonF([first, *rest]))


def _paint_text(painter: QPainter, scene: Scene, text: Text) -> None:
    px = scene.sheet.px_per_mm
    font = paper_font(max(1, round(scene.sheet.text_mm(text.size_mm) * px)), text.bold)
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
    x = text.x_mm * px - shift * QFontMetricsF(font).horizontalAdvance(text.text)
    at = QPointF(x, text.y_mm * px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if text.halo:
        path = QPainterPath()
        path.addText(at, font, text.text)
        colour = QColor(COLOURS[scene.theme].paper)
        colour.setAlphaF(HALO_ALPHA)
        pen = QPen(colour, 2 * HALO_MM * px)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.setFont(font)
    painter.setPen(ink_colour(scene, text.ink))
    painter.drawText(at, text.text)
