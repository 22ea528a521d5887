"""What a reader made of a model's beats, beside their marks: the model's word struck, a glyph."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import TICK_MM, Marked
from ecgviewer.paper.scan_marks import LETTER_SHARE, TICKS_MM, WORDS_MM, foot_mm
from ecgviewer.paper.scene import Box, Lines, Text
from ecgviewer.paper.theme import Ink
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, CorrectedScan

# A corrected beat takes so much room with its two words; closer ones are ticks alone.
ROOM_MM = 5.5
WAS_MM, STRIKE_MM, GLYPH_MM = 2.2, 0.15, 0.4
NO_BEAT = "×"
# Around the tick and the word of a chosen beat.
CHOSEN_MM, CHOSEN_WASH = 2.6, 0.2
Stroke = tuple[float, float, float, float]
# From the tick's foot, to the right and up: a pencil, a tick of agreement, a plus.
_PENCIL = ((2.4, 2.0, 1.1, 0.7), (1.9, 1.5, 0.7, 0.3))
_AGREED = ((0.7, 0.9, 1.2, 0.3), (1.2, 0.3, 2.2, 1.7))
_ADDED = ((0.6, 0.9, 2.2, 0.9), (1.4, 0.1, 1.4, 1.7))


def mark_corrections(
    corrected: CorrectedScan, cell: Cell, scale: TimeScale, below_mm: float = 0.0
) -> Marked:
    """Return the reader's glyphs over a cell, and the model's own words, struck.

    A pencil stands beside a beat that is something else now, a tick beside one that the
    reader agrees with, a plus beside one that the model missed, and a cross for none.
    below_mm: as for ``mark_scan``.
    """
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    ends = [scale.sample_at(left), scale.sample_at(right)]
    first, last = np.searchsorted(corrected.at, ends)
    x = _x(corrected.at[first:last], scale)
    was, now = corrected.was[first:last], corrected.now[first:last]
    foot = foot_mm(cell, below_mm) - TICKS_MM
    if x.size * ROOM_MM > cell.width_mm:
        return Marked(lines=(_ticks(x, foot),))
    crosses = tuple(
        Text(at, foot + TICKS_MM - WORDS_MM, NO_BEAT, Ink.READER, 2.6, bold=True, align="centre")
        for at in x[now == NOT_A_BEAT].tolist()
    )
    words = tuple(_struck(x, was, now, foot))
    strikes = [stroke for _, stroke in words]
    glyphs = [
        (at + x1, foot - y1, at + x2, foot - y2)
        for at, before, after in zip(x.tolist(), was.tolist(), now.tolist(), strict=True)
        for x1, y1, x2, y2 in _glyph(before, after)
    ]
    return Marked(
        (*crosses, *(text for text, _ in words)),
        (_lines(strikes, Ink.QUIET, STRIKE_MM), _lines(glyphs, Ink.READER, GLYPH_MM)),
    )


def mark_selected(
    beats: Sequence[int], cell: Cell, scale: TimeScale, below_mm: float = 0.0
) -> tuple[Box, ...]:
    """Return a wash behind the marks of each beat that is chosen together with others.

    beats: their samples, rising. Where they crowd, there is one a millimetre at most.
    """
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    samples = np.array(beats, dtype=np.int64)
    first, last = np.searchsorted(samples, [scale.sample_at(left), scale.sample_at(right)])
    x, wide = _x(samples[first:last], scale), CHOSEN_MM
    if x.size * CHOSEN_MM > cell.width_mm:
        x, wide = np.unique(np.floor(x) + 0.5), 1.0
    foot = foot_mm(cell, below_mm)
    top = foot - TICKS_MM - TICK_MM - 0.4
    boxes = []
    for at in x.tolist():
        begin, end = max(at - wide / 2, left), min(at + wide / 2, right)
        box = Box(begin, top, max(end - begin, 0.0), foot - 0.6 - top, Ink.MARK, CHOSEN_WASH)
        boxes.append(box)
    return tuple(boxes)


def _x(samples: NDArray[np.int64], scale: TimeScale) -> NDArray[np.floating]:
    x: NDArray[np.floating] = scale.mm_of(0) + samples * (scale.px_per_sample / scale.px_per_mm)
    return x


def _ticks(x: NDArray[np.floating], foot_mm: float) -> Lines:
    """Return a short stroke above the beats' own, one a millimetre at most."""
    _, kept = np.unique(np.floor(x), return_index=True)
    at = x[kept]
    high = np.full_like(at, foot_mm - TICK_MM)
    return Lines(np.stack([at, high - 0.8, at, high], axis=1), Ink.READER, GLYPH_MM)


def _struck(
    x: NDArray[np.floating], was: NDArray[np.str_], now: NDArray[np.str_], foot_mm: float
) -> Iterator[tuple[Text, Stroke]]:
    """Yield the model's word left of each changed beat's tick, and the stroke through it."""
    free = -np.inf
    for at, before, after in zip(x.tolist(), was.tolist(), now.tolist(), strict=True):
        if before in ("", after):
            continue
        width = len(before) * LETTER_SHARE * WAS_MM
        begin = at - 0.5 - width
        if begin >= free:
            text = Text(at - 0.5, foot_mm, before, Ink.QUIET, WAS_MM, align="right", halo=True)
            height = foot_mm - 0.35 * WAS_MM
            yield text, (begin, height, at - 0.3, height)
        free = at + 2.6


def _glyph(before: str, after: str) -> tuple[Stroke, ...]:
    if after == NOT_A_BEAT:
        return ()
    if not before:
        return _ADDED
    return _AGREED if before == after else _PENCIL


def _lines(strokes: Sequence[Stroke], ink: Ink, width_mm: float) -> Lines:
    return Lines(np.array(strokes, dtype=float).reshape(-1, 4), ink, width_mm)
