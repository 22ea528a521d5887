"""Traces kept as pixels, so that scrolling draws only what comes into sight."""

from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from ecgviewer.paper.scene import Scene, Trace
from ecgviewer.ui.paint import paint_trace

# At the edges of a cell a line is cut, so its last pixels differ from those of a line
# that goes on: they are drawn anew.
EDGE_PX = 3

Span = tuple[int, int]  # a column's left and right device pixel
Columns = dict[Span, list[Trace]]


class TraceLayers:
    """The traces of a page: columns in one image, strips that cross them in another."""

    def __init__(self) -> None:
        self._layers: dict[int, _Layer] = {}

    def paint(self, painter: QPainter, scene: Scene, size: QSize, key: Hashable) -> None:
        """Paint a scene's traces.

        key: everything that the traces depend on but for the time that they start at.
        """
        by_width = _by_width(scene)
        self._layers = {width: self._layers.get(width) or _Layer() for width in by_width}
        for width, columns in by_width.items():
            layer = self._layers[width]
            layer.bring_up_to_date(scene, columns, size, key)
            layer.blit(painter)


class _Layer:
    """Columns that lie side by side, on a clear ground."""

    def __init__(self) -> None:
        self._image = QImage()
        self._key: Hashable = None
        self._starts: dict[Span, int] = {}
        self._rows = slice(0, 0)  # of pixels that may hold ink

    def bring_up_to_date(self, scene: Scene, columns: Columns, size: QSize, key: Hashable) -> None:
        """Move what is still in sight, draw what is new."""
        starts = {span: traces[0].start_px for span, traces in columns.items()}
        if key != self._key or size != self._image.size() or starts.keys() != self._starts.keys():
            self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._image.fill(0)
            self._starts = {}
            self._rows = slice(size.height(), 0)
        self._rows = _grown(self._rows, scene, columns, size)
        for span, traces in columns.items():
            if span in self._starts:
                self._scroll(scene, traces, span, starts[span] - self._starts[span])
            else:
                self._draw(scene, traces, *span)
        self._key, self._starts = key, starts

    def blit(self, painter: QPainter) -> None:
        """Paint the layer where it holds ink."""
        top, height = self._rows.start, self._rows.stop - self._rows.start
        area = QRect(0, top, self._image.width(), height)
        painter.drawImage(area.topLeft(), self._image, area)

    def _scroll(self, scene: Scene, traces: list[Trace], span: Span, by: int) -> None:
        # A page may be wider than a small window.
        left, right = min(span[0], self._image.width()), min(span[1], self._image.width())
        if by == 0:
            return
        if abs(by) >= right - left - 2 * EDGE_PX:
            self._draw(scene, traces, left, right)
            return
        pixels = self._pixels()
        if by > 0:
            pixels[:, left : right - by] = pixels[:, left + by : right].copy()
            self._draw(scene, traces, left, left + EDGE_PX)
            self._draw(scene, traces, right - by - EDGE_PX, right)
        else:
            pixels[:, left - by : right] = pixels[:, left : right + by].copy()
            self._draw(scene, traces, left, left - by + EDGE_PX)
            self._draw(scene, traces, right - EDGE_PX, right)

    def _draw(self, scene: Scene, traces: list[Trace], left: int, right: int) -> None:
        self._pixels()[:, left:right] = 0
        px = scene.sheet.px_per_mm
        with QPainter(self._image) as painter:
            painter.setClipRect(QRect(left, 0, right - left, self._image.height()))
            for trace in traces:
                near = trace.between((left - EDGE_PX) / px, (right + EDGE_PX) / px)
                paint_trace(painter, scene, near)

    def _pixels(self) -> NDArray[np.uint32]:
        """Return the image's memory, the rows that may hold ink."""
        pixels = np.frombuffer(self._image.bits(), np.uint32)
        return pixels.reshape(self._image.height(), self._image.bytesPerLine() // 4)[self._rows]


def _grown(rows: slice, scene: Scene, columns: Columns, size: QSize) -> slice:
    """Widen the rows to hold these traces too, pens and all."""
    heights = [trace.segments[:, [1, 3]] for traces in columns.values() for trace in traces]
    drawn = [height for height in heights if height.size]
    if not drawn:
        return slice(min(rows.start, rows.stop), rows.stop)
    px, pen = scene.sheet.px_per_mm, 2 * scene.trace_mm
    top = (min(float(height.min()) for height in drawn) - pen) * px
    bottom = (max(float(height.max()) for height in drawn) + pen) * px
    last = size.height()
    return slice(
        min(rows.start, int(np.clip(top - EDGE_PX, 0, last))),
        max(rows.stop, int(np.clip(bottom + EDGE_PX, 0, last))),
    )


def _by_width(scene: Scene) -> dict[int, Columns]:
    """Sort the traces into columns, and these by width: equal widths never overlap."""
    px = scene.sheet.px_per_mm
    sorted_traces: dict[int, Columns] = {}
    for trace in scene.traces:
        left, right = round(trace.left_mm * px), round(trace.right_mm * px)
        # Rounding may make neighbours differ by a pixel; rounding to mm evens that out.
        width = round(trace.right_mm - trace.left_mm)
        sorted_traces.setdefault(width, {}).setdefault((left, right), []).append(trace)
    return sorted_traces
