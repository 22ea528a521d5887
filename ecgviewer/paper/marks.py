"""Beats, rhythms and waves that a file or a detector marked, drawn on the trace."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import BEAT_CODES, REFERENCE, Annotation
from ecgviewer.core.annotation_table import AnnotationTable
from ecgviewer.core.record import Record
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.scene import Box, Lines, Text
from ecgviewer.paper.theme import Ink

NORMAL_CODE = "N"
WAVE_NAMES = {"p": "P", "N": "QRS", "t": "T", "u": "U"}
RHYTHM_CODE = "+"

SYMBOL_MM = 2.4
SYMBOL_BASELINE_MM = 1.4
LETTER_MM = 1.7
# A page with more symbols than one in this many mm is crowded.
CROWDED_MM = 3.5
TICK_MM = 1.5
# Of rhythms that begin nearer to each other only the first is drawn.
LEAST_RHYTHM_MM = 0.3
# From a row's top to below its beats' ticks.
BEATS_MM = SYMBOL_BASELINE_MM + 0.5 + TICK_MM + 0.3
# Rows narrower than this show their waves' bars without names, and the beats of the first
# so much higher, just below the page's header.
NARROW_MM, LIFT_MM = 18.0, 1.8


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch with a name; start and stop are samples."""

    start: int
    stop: int
    name: str


@dataclass(frozen=True, eq=False)
class MarkIndex:
    """Annotations in the order that drawing needs them.

    beats: int64 (n,), rising; symbols: their codes. rhythms follow each other. waves:
    spans by lead name, rising.
    """

    beats: NDArray[np.int64]
    symbols: NDArray[np.str_]
    rhythms: tuple[Span, ...] = ()
    waves: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def rhythms_in(self, start: float, stop: float) -> tuple[Span, ...]:
        """Return the rhythms that last in samples start..stop, without walking through a day's."""
        edges = self._rhythm_edges
        if not edges.size:
            return ()
        seen = np.flatnonzero((edges[:, 0] < stop) & (edges[:, 1] > start))
        return tuple(self.rhythms[place] for place in seen.tolist())

    @cached_property
    def _rhythm_edges(self) -> NDArray[np.int64]:
        return np.array([(span.start, span.stop) for span in self.rhythms], dtype=np.int64)


@dataclass(frozen=True, eq=False, slots=True)
class Marked:
    """Strokes and texts of the marks on one page."""

    texts: tuple[Text, ...] = ()
    lines: tuple[Lines, ...] = ()
    boxes: tuple[Box, ...] = ()


_INDEXED: WeakKeyDictionary[Record, MarkIndex] = WeakKeyDictionary()


def marks_of(record: Record) -> MarkIndex:
    """Return a record's marks, sorted once for all who draw them."""
    index = _INDEXED.get(record)
    if index is None:
        index = _INDEXED[record] = index_marks(record.annotations, record.n_samples)
    return index


def index_marks(annotations: Sequence[Annotation], n_samples: int) -> MarkIndex:
    """Sort a record's annotations into beats, rhythms and waves."""
    table = AnnotationTable.of(annotations)
    # Reference beats are the heart's, even where their file names the lead that shows them.
    of_lead = ~table.lead.among([None]) & (
        ~table.source.among([REFERENCE]) | (table.stop > table.start)
    )
    is_beat = ~of_lead & table.label.among(BEAT_CODES)
    symbols = np.array([value or "" for value in table.label.values], dtype=np.str_)
    beats = np.flatnonzero(is_beat)
    named = symbols[table.label.codes[beats]] if beats.size else np.zeros(0, dtype=np.str_)
    order = np.lexsort((named, table.start[beats]))
    named_so = [value for value in table.label.values if value and value.startswith("(")]
    others = np.flatnonzero(~of_lead & ~is_beat & table.label.among([*named_so, RHYTHM_CODE]))
    return MarkIndex(
        table.start[beats][order],
        named[order],
        _rhythms(table, _by_start(table, others), n_samples),
        _waves_by_lead(table, np.flatnonzero(of_lead & table.label.among(WAVE_NAMES))),
    )


def _by_start(table: AnnotationTable, rows: NDArray[np.intp]) -> list[int]:
    """Return the rows in order of their start."""
    ordered: list[int] = rows[np.argsort(table.start[rows], kind="stable")].tolist()
    return ordered


def _waves_by_lead(table: AnnotationTable, rows: NDArray[np.intp]) -> dict[str, tuple[Span, ...]]:
    waves: dict[str, list[Span]] = {}
    for row in _by_start(table, rows):
        mark = table[row]
        waves.setdefault(mark.lead or "", []).append(
            Span(mark.start, mark.stop, WAVE_NAMES[mark.label])
        )
    return {lead: tuple(spans) for lead, spans in waves.items()}


def _rhythms(table: AnnotationTable, rows: list[int], n_samples: int) -> tuple[Span, ...]:
    """A change of rhythm holds until the next one."""
    names = [_rhythm_name(table.label.at(row) or "", table.texts.get(row, "")) for row in rows]
    changes = [(row, name) for row, name in zip(rows, names, strict=True) if name]
    at = [row for row, _ in changes]
    starts, stops = table.start[at].tolist(), table.stop[at].tolist()
    following = [*starts, n_samples][1:]
    return tuple(
        Span(start, stop if stop > start else next_start, name)
        for start, stop, next_start, (_, name) in zip(
            starts, stops, following, changes, strict=True
        )
    )


def _rhythm_name(label: str, text: str) -> str:
    told = text if label == RHYTHM_CODE else label
    # "(" alone is the onset of a wave.
    return told[1:].strip("\x00 ") if told.startswith("(") and len(told) > 1 else ""


def mark_beats(index: MarkIndex, cell: Cell, scale: TimeScale) -> Marked:
    """Return the symbols above a cell; where they crowd, normal beats give way first.

    Where the others crowd too, ticks alone are left, one a millimetre at most.
    """
    if cell.row == 0 and cell.height_mm < NARROW_MM and not index.rhythms:
        # Tall beats of a narrow row reach up to here; above the first row there is room.
        cell = replace(cell, top_mm=cell.top_mm - LIFT_MM)
    left, right = cell.x_mm, cell.x_mm + cell.width_mm
    first, last = np.searchsorted(index.beats, [scale.sample_at(left), scale.sample_at(right)])
    x = scale.mm_of(0) + index.beats[first:last] * (scale.px_per_sample / scale.px_per_mm)
    symbols = index.symbols[first:last]
    if x.size * CROWDED_MM > cell.width_mm:
        odd = symbols != NORMAL_CODE
        x, symbols = x[odd], symbols[odd]
    if x.size * CROWDED_MM > cell.width_mm:
        _, kept = np.unique(np.floor(x), return_index=True)
        return Marked(lines=(_ticks(x[kept], cell, Ink.MARK),))
    apart = np.diff(x, prepend=-np.inf) >= SYMBOL_MM
    y = cell.top_mm + SYMBOL_BASELINE_MM
    texts = tuple(
        Text(at, y, symbol, *_symbol_look(symbol), align="centre")
        for at, symbol in zip(x[apart].tolist(), symbols[apart].tolist(), strict=True)
    )
    return Marked(texts, (_ticks(x, cell, Ink.TICK),))


def _ticks(x: NDArray[np.floating], cell: Cell, ink: Ink) -> Lines:
    low = np.full_like(x, cell.top_mm + SYMBOL_BASELINE_MM + 0.5)
    return Lines(np.stack([x, low, x, low + TICK_MM], axis=1), ink)


def _symbol_look(symbol: str) -> tuple[Ink, float, bool]:
    return (Ink.QUIET, SYMBOL_MM, False) if symbol == NORMAL_CODE else (Ink.MARK, 2.8, True)


def mark_rhythms(index: MarkIndex, cell: Cell, scale: TimeScale) -> Marked:
    """Return a labelled line above a cell for each rhythm that lasts there."""
    texts, boxes = [], []
    y = cell.top_mm - 1.6
    taken = cell.x_mm
    right = cell.x_mm + cell.width_mm
    last = -np.inf
    for span in index.rhythms_in(scale.sample_at(cell.x_mm), scale.sample_at(right)):
        begin = max(scale.mm_of(span.start), cell.x_mm)
        end = min(scale.mm_of(span.stop), right)
        if end <= begin or begin - last < LEAST_RHYTHM_MM:
            continue
        last = begin
        boxes.append(Box(begin, y, max(end - begin - 0.4, 0.2), 0.35, Ink.MARK))
        if begin >= taken:
            texts.append(Text(begin, y - 0.8, span.name, Ink.MARK, 2.4))
            taken = begin + 2.0 * len(span.name) + 1
    return Marked(texts=tuple(texts), boxes=tuple(boxes))


def mark_waves(index: MarkIndex, cell: Cell, scale: TimeScale) -> Marked:
    """Return a thin bar from onset to offset under the cell's own lead, named P, QRS, T."""
    texts, boxes = [], []
    y = min(cell.baseline_mm + 7.0, cell.top_mm + cell.height_mm - 2.6)
    free = cell.x_mm
    for span in index.waves.get(cell.slot.label.removeprefix("−"), ()):
        begin, end = scale.mm_of(span.start), scale.mm_of(span.stop)
        if begin < cell.x_mm or end > cell.x_mm + cell.width_mm:
            continue
        boxes.append(Box(begin, y, max(end - begin, 0.3), 0.3, Ink.MARK))
        middle, half = (begin + end) / 2, LETTER_MM * (len(span.name) + 1) / 2
        if middle - half >= free:
            texts.append(Text(middle, y + 2.8, span.name, Ink.QUIET, SYMBOL_MM, align="centre"))
        free = middle + half
    # Where names would touch, or rows are narrow, the bars alone say it.
    named = len(texts) == len(boxes) and cell.height_mm >= NARROW_MM
    return Marked(texts=tuple(texts) if named else (), boxes=tuple(boxes))
