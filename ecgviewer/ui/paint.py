"""Scene -> QPainter: the one painter for screen and picture.

The painter's unit is a device pixel and its origin the sheet's top left corner.
"""

from functools import lru_cache

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

from ecgviewer.paper.heat_colors import (
    UNDERLAY_STEPS,
    cased_colours,
    stroke_colours,
    underlay_table,
)
from ecgviewer.paper.runs import near_runs
from ecgviewer.paper.scene import Box, Erasure, Hatch, HeatStrip, Lines, Scene, Text, Trace
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Grid, Theme

SMALLEST_GRID_PX = 4.0
# By the distance of the lines.
PRINT_GRID_MM = {1: 0.10, 5: 0.20}
# A stroke of one device pixel is no thinner than this where pixels are as fine as in print.
HAIRLINE_MM = 0.08
HALO_MM = 0.5
HALO_ALPHA = 0.7
HATCH_STEP_MM = 1.6
# What is erased shines through faintly: the reader must see what the model no longer does.
ERASED_WASH, ERASED_HATCH = 0.72, 0.6
ERASED_STEP_MM = 2.0
# Far outside the sheet a stroke only costs time; Qt's rasteriser wants modest numbers.
FAR_PX = 30_000.0
OVERLAP_PX = 0.3
# Painting over so narrow a gap is cheaper than beginning anew behind it.
HEAT_GAP_PX = 40
# Of a trace that is coloured all along.
CASING_MM, CORE_MM = 0.75, 0.4


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint a whole page."""
    paint_paper(painter, scene)
    paint_below(painter, scene)
    for trace in scene.traces:
        paint_trace(painter, scene, trace)
    paint_above(painter, scene)


def paint_paper(painter: QPainter, scene: Scene) -> None:
    """Paint the paper and its grid."""
    paint_ground(painter, scene)
    paint_grid(painter, scene)


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Paint the paper without its grid."""
    sheet = scene.sheet
    whole = _rect(0, 0, sheet.width_mm, sheet.height_mm, sheet.px_per_mm)
    painter.fillRect(whole, QColor(COLOURS[scene.theme].paper))


def paint_grid(painter: QPainter, scene: Scene) -> None:
    """Paint the grid."""
    colours, px = COLOURS[scene.theme], scene.sheet.px_per_mm
    if scene.grid.level is Grid.OFF or 5 * px < SMALLEST_GRID_PX:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    fine = scene.grid.level is Grid.SMALL and scene.grid.vertical
    if fine and px >= SMALLEST_GRID_PX:
        _paint_grid(painter, scene, 1, colours.minor)
    _paint_grid(painter, scene, 5, colours.major)


def grid_width_px(scene: Scene, step_mm: int) -> int:
    """Return a grid line's width: one device pixel on screen, as wide as on paper in print."""
    if scene.theme is not Theme.PRINT:
        return max(1, round(HAIRLINE_MM * scene.sheet.px_per_mm))
    return max(1, round(PRINT_GRID_MM[step_mm] * scene.sheet.px_per_mm))


def paint_below(painter: QPainter, scene: Scene) -> None:
    """Paint what lies between the paper and the traces."""
    for strip in scene.heat_strips:
        _paint_heat(painter, scene, strip)
    paint_marks(painter, scene)


def paint_marks(painter: QPainter, scene: Scene) -> None:
    """Paint what is marked below the traces: spans without signal, boxes and strokes."""
    for hatch in scene.hatches:
        _paint_hatch(painter, scene, hatch)
    for box in scene.boxes:
        _paint_box(painter, scene, box)
    for lines in scene.lines:
        _paint_lines(painter, scene, lines)


def paint_above(painter: QPainter, scene: Scene) -> None:
    """Paint what stands above the traces: what is erased of them, and the words."""
    paint_erasures(painter, scene)
    for text in scene.texts:
        _paint_text(painter, scene, text)


def paint_erasures(painter: QPainter, scene: Scene) -> None:
    """Paint what of the traces is erased."""
    for erasure in scene.erasures:
        _paint_erasure(painter, scene, erasure)


def _paint_grid(painter: QPainter, scene: Scene, step_mm: int, colour: str) -> None:
    sheet, grid = scene.sheet, scene.grid
    x = _grid_places(grid.x_mm, step_mm, sheet.width_mm, sheet.px_per_mm)
    y = _grid_places(grid.y_mm, step_mm, sheet.height_mm, sheet.px_per_mm)
    right, bottom = sheet.width_mm * sheet.px_per_mm, sheet.height_mm * sheet.px_per_mm
    across = np.stack([np.zeros_like(y), y, np.full_like(y, right), y], axis=1)
    down = np.stack([x, np.zeros_like(x), x, np.full_like(x, bottom)], axis=1)
    painter.setPen(QPen(QColor(colour), grid_width_px(scene, step_mm)))
    draw_lines(painter, np.concatenate([across, down]) if grid.vertical else across)


def _grid_places(through_mm: float, step_mm: int, end_mm: float, px: float) -> NDArray[np.float64]:
    places = np.arange(through_mm % step_mm, end_mm, step_mm)
    return np.floor(places * px + 1e-6) + 0.5


def _paint_heat(painter: QPainter, scene: Scene, strip: HeatStrip) -> None:
    table = underlay_table(scene.heat_opacity).astype(np.uint32)
    packed = 0xFF000000 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]
    row = packed[(strip.levels * (UNDERLAY_STEPS - 1)).astype(np.intp)].astype(np.uint32)
    px = scene.sheet.px_per_mm
    left, top, height = (round(mm * px) for mm in (strip.x_mm, strip.y_mm, strip.height_mm))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    # Only where there is heat: multiplying a whole page costs more than drawing it. What is
    # left out between is white, which multiplying does not change: a few images serve best.
    for begin, end in near_runs(strip.levels > 0, HEAT_GAP_PX):
        part = row[begin:end]
        image = QImage(part.tobytes(), part.size, 1, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(left + begin, top, end - begin, height), image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _paint_hatch(painter: QPainter, scene: Scene, hatch: Hatch) -> None:
    px = scene.sheet.px_per_mm
    area = _rect(hatch.x_mm, hatch.y_mm, hatch.width_mm, hatch.height_mm, px)
    step, height = HATCH_STEP_MM * px, area.height()
    left = np.arange(area.left() - height, area.right(), step)
    low, high = np.full_like(left, area.bottom()), np.full_like(left, area.top())
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(scene, Ink.HATCH, max(1.0, 0.15 * px)))
    draw_lines(painter, np.stack([left, low, left + height, high], axis=1))
    painter.restore()


def _paint_erasure(painter: QPainter, scene: Scene, erasure: Erasure) -> None:
    px = scene.sheet.px_per_mm
    area = _rect(erasure.x_mm, erasure.y_mm, erasure.width_mm, erasure.height_mm, px)
    wash = QColor(COLOURS[scene.theme].paper)
    wash.setAlphaF(ERASED_WASH)
    painter.fillRect(area, wash)
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(ERASED_HATCH)
    painter.setPen(_pen(scene, Ink.HATCH, max(1.0, 0.1 * px)))
    draw_lines(painter, _hatching(area, ERASED_STEP_MM * px))
    painter.restore()
    edges = [(round(x * px), area.top(), round(x * px), area.bottom()) for x in erasure.edges]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(_pen(scene, Ink.MARK, max(1.0, round(0.2 * px))))
    draw_lines(painter, np.array(edges).reshape(-1, 4))
    if erasure.line is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(scene, Ink.TRACE, max(1.0, scene.trace_mm * px)))
        draw_lines(painter, np.array([erasure.line]) * px + 0.5)


def _hatching(area: QRectF, step: float) -> NDArray[np.float64]:
    """Return strokes at 45 degrees that go on in an area right above or below."""
    first = np.floor((area.left() + area.top()) / step) * step
    sums = np.arange(first, area.right() + area.bottom() + step, step)
    low, high = np.full_like(sums, area.bottom()), np.full_like(sums, area.top())
    return np.stack([sums - low, low, sums - high, high], axis=1)


def _paint_box(painter: QPainter, scene: Scene, box: Box) -> None:
    area = _rect(box.x_mm, box.y_mm, box.width_mm, box.height_mm, scene.sheet.px_per_mm)
    colour = ink_colour(scene, box.ink)
    colour.setAlphaF(box.opacity)
    painter.fillRect(area, QBrush(colour))


def _paint_lines(painter: QPainter, scene: Scene, lines: Lines) -> None:
    px = scene.sheet.px_per_mm
    segments = lines.segments * px
    upright = (
        segments.size
        and ((segments[:, 0] == segments[:, 2]) | (segments[:, 1] == segments[:, 3])).all()
    )
    # Upright strokes stand on whole pixels, else each would be smeared over two.
    if upright:
        segments = np.floor(segments) + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not upright)
    width_px = max(lines.width_mm, HAIRLINE_MM) * px
    width = max(1.0, round(width_px) if upright else width_px)
    pen = _pen(scene, lines.ink, width)
    see_through = lines.opacity < 1.0
    square = lines.width_mm and not see_through
    pen.setCapStyle(Qt.PenCapStyle.SquareCap if square else Qt.PenCapStyle.FlatCap)
    if see_through:
        colour = pen.color()
        colour.setAlphaF(lines.opacity)
        pen.setColor(colour)
    painter.setPen(pen)
    draw_lines(painter, segments)


def paint_trace(painter: QPainter, scene: Scene, trace: Trace) -> None:
    """Paint one lead, or the part of it that is given."""
    px = scene.sheet.px_per_mm
    # A place names a pixel, whose middle is half a pixel on: there the grid's lines are
    # too, and a flat line fills one row of pixels instead of half of two. Bars stand in
    # the middle of their columns already.
    middle = (0.0, 0.5, 0.0, 0.5) if trace.bars else 0.5
    segments = np.clip(trace.segments * px + middle, -FAR_PX, FAR_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not trace.bars)
    width = 1.0 if trace.bars else max(1.0, scene.trace_mm * px)
    pen = _pen(scene, Ink.DIMMED if trace.dimmed else Ink.TRACE, width)
    if not trace.bars:
        segments = _overlapping(segments)
    if trace.steps is None:
        painter.setPen(pen)
        draw_lines(painter, segments)
        return
    colours = stroke_colours(scene.heat_opacity)
    if trace.cased:
        colours = cased_colours(scene.theme)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setWidthF(CASING_MM * px)
        painter.setPen(pen)
        if scene.theme is not Theme.DARK:
            draw_lines(painter, segments)
        pen.setWidthF(CORE_MM * px)
    for step in np.unique(trace.steps).tolist():
        pen.setColor(QColor(colours[step]))
        painter.setPen(pen)
        draw_lines(painter, np.ascontiguousarray(segments[trace.steps == step]))


def _overlapping(segments: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lengthen strokes a little: antialiased ends side by side add up to less than ink.

    Without it, a flat line of five samples a pixel is a third too pale, and wide strokes
    show notches where they meet.
    """
    way = segments[:, 2:] - segments[:, :2]
    length = np.hypot(way[:, 0], way[:, 1])
    more = way * (OVERLAP_PX / np.maximum(length, OVERLAP_PX))[:, np.newaxis]
    return np.concatenate([segments[:, :2] - more, segments[:, 2:] + more], axis=1)


def _paint_text(painter: QPainter, scene: Scene, text: Text) -> None:
    px = scene.sheet.px_per_mm
    font = _font(max(1, round(scene.sheet.text_mm(text.size_mm) * px)), text.bold)
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
    x = text.x_mm * px
    if shift:
        x -= shift * QFontMetricsF(font).horizontalAdvance(text.text)
    at = QPointF(round(x), round(text.y_mm * px))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if text.halo:
        reach = max(1.0, HALO_MM * px)
        paper = COLOURS[scene.theme].paper
        halo, corner = _halo(text.text, font.pixelSize(), text.bold, paper, reach)
        painter.drawImage(at + corner, halo)
    painter.setFont(font)
    painter.setPen(ink_colour(scene, text.ink))
    painter.drawText(at, text.text)


def paper_font(pixel_size: int, bold: bool) -> QFont:
    """Return the font of the paper's words, one of its own: threads must not share any."""
    font = QFont()
    font.setPixelSize(pixel_size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


_font = lru_cache(maxsize=64)(paper_font)


# Stroking outlines costs more than all the rest of a page's words.
@lru_cache(maxsize=256)
def _halo(
    text: str, pixel_size: int, bold: bool, paper: str, reach_px: float
) -> tuple[QImage, QPointF]:
    """Return paper in the shape of a text, grown by ``reach_px``, and its corner from the text."""
    path = QPainterPath()
    path.addText(0, 0, _font(pixel_size, bold), text)
    area = path.boundingRect().adjusted(-reach_px, -reach_px, reach_px, reach_px).toAlignedRect()
    image = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    colour = QColor(paper)
    colour.setAlphaF(HALO_ALPHA)
    pen = QPen(colour, 2 * reach_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path.translated(-QPointF(area.topLeft())), pen)
    return image, QPointF(area.topLeft())


def _pen(scene: Scene, ink: Ink, width_px: float) -> QPen:
    return QPen(ink_colour(scene, ink), width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def ink_colour(scene: Scene, ink: Ink) -> QColor:
    """Return an ink's colour on the scene's paper."""
    return QColor(COLOURS[scene.theme].inks[ink])


def _rect(x_mm: float, y_mm: float, width_mm: float, height_mm: float, px: float) -> QRectF:
    return QRectF(x_mm * px, y_mm * px, width_mm * px, height_mm * px)


def draw_lines(painter: QPainter, segments: NDArray[np.float64]) -> None:
    """Draw (n, 4) in device pixels; Qt reads the array's memory as QLineF."""
    if len(segments) == 0:
        return
    packed = np.ascontiguousarray(segments, dtype=np.float64)
    first = shiboken6.wrapInstance(packed.ctypes.data, QLineF)
    assert isinstance(first, QLineF)
    painter.drawLines(first, len(packed))
