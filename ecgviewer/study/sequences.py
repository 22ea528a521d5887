"""Recordings as beats in turn, with what each beat may be of: what nets of these learn from."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_row import N_COLUMNS, QRS_LIKENESS
from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.beat_rows import cut_record
from ecgviewer.inference.lead_choice import ecg_lead_names
from ecgviewer.inference.one_lead import one_lead, strip_lead_name
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.signal.beat_context import NO_BEATS, CutBeats, describe_beats
from ecgviewer.study.beat_allowed import allowed_classes, stated_classes
from ecgviewer.study.beat_corrections import with_corrected_beats
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import Recording
from ecgviewer.study.made_orders import made_order, strung_order
from ecgviewer.study.sequence_changes import changed

Positions = NDArray[np.int64]
Cells = NDArray[np.float32]

_MADE_SEED = 2031
# Each beat is seen at so many places of a stretch, an epoch; in so many made orders once.
OVERLAP, N_MADE = 3, 3
# Some stretches of long recordings are as short as the recordings of most patients.
_CUT_SHORT, _SHORT = 0.25, (8, 20)
# A correlation with the usual QRS complex of less than 0.8.
_UNLIKE = 0.6


@dataclass(frozen=True, eq=False)
class BeatsInOrder:
    """Beats in turn.

    beats: int64 (n,), detected, in samples of the record; of a made order none. rows:
    float16 (n, N_COLUMNS). cells: float32 (n, n_classes), as beat_allowed gives them.
    """

    beats: Positions
    rows: NDArray[np.float16]
    cells: Cells

    @property
    def is_made(self) -> bool:
        """Whether the beats never were in this order."""
        return len(self.beats) < len(self.cells)


def read_orders(recording: Recording, label: str, strung: int) -> tuple[BeatsInOrder, ...]:
    """Return a recording's beats in turn, then whatever else may be learnt from it.

    Where beats are marked, those of its other leads, and of each lead with early beats some
    made orders; where they are not, an order of ``strung`` beats. label: the class of all
    beats of a recording in which none is marked. Raises EcgError if it cannot be read.
    """
    record = with_corrected_beats(open_record(recording.path), recording.corrected)
    rng = np.random.default_rng((_MADE_SEED, zlib.crc32(recording.name.encode())))
    if not recording.beats.any():
        beats, cut = _cut(record)
        unlike = describe_beats(cut)[:, QRS_LIKENESS] < _UNLIKE
        cells = stated_classes(label, beats, record.rate_hz, unlike)
        return _own(beats, cut, cells), *_made([strung_order(cut, cells, strung, rng)])
    own: list[BeatsInOrder] = []
    made: list[BeatsInOrder] = []
    for one in (record, *_other_leads(record)):
        beats, cut = _cut(one)
        cells = allowed_classes(one, beats)
        own.append(_own(beats, cut, cells))
        made += _made([made_order(cut, cells, rng) for _ in range(N_MADE)])
    return *own, *made


def _other_leads(record: Record) -> Iterator[Record]:
    """Yield the record with each of its leads alone but for the one that nets read."""
    read = strip_lead_name(record)
    return (one_lead(record, name) for name in ecg_lead_names(record) if name != read)


def _cut(record: Record) -> tuple[Positions, CutBeats]:
    beats = detect_beats(record)
    return beats, cut_record(record, beats) if beats.size else NO_BEATS


def _own(beats: Positions, cut: CutBeats, cells: Cells) -> BeatsInOrder:
    return BeatsInOrder(beats, describe_beats(cut).astype(np.float16), cells)


def _made(orders: Sequence[tuple[CutBeats, Cells] | None]) -> list[BeatsInOrder]:
    none = np.zeros(0, dtype=np.int64)
    return [_own(none, *order) for order in orders if order is not None]


def _stretches(
    order: BeatsInOrder, length: int, rng: np.random.Generator
) -> Iterator[tuple[int, int]]:
    """Yield where stretches begin and end; a recording that fits into one is seen as often."""
    n_beats, overlap = len(order.cells), 1 if order.is_made else OVERLAP
    if n_beats <= length:
        yield from [(0, n_beats)] * overlap
        return
    step = max(1, length // overlap)
    for start in range(0, n_beats - length + step, step):
        is_short = rng.random() < _CUT_SHORT
        n = min(length, int(rng.integers(*_SHORT))) if is_short else length
        yield start, min(start + n, n_beats)


class SequenceWindows:
    """Beats in turn, ``length`` at a time, as a training run takes them."""

    def __init__(self, orders: Sequence[BeatsInOrder], length: int) -> None:
        self._length = length
        rng = np.random.default_rng(_MADE_SEED)
        parts = [(one, slice(*bounds)) for one in orders for bounds in _stretches(one, length, rng)]
        self._parts = [part for part in parts if not np.isnan(part[0].cells[part[1]]).all()]
        self.cells = np.full((len(self._parts), length, len(BEAT_LABELS)), np.nan, np.float32)
        for place, (one, part) in enumerate(self._parts):
            own = one.cells[part]
            self.cells[place, : len(own)] = own

    @property
    def n_records(self) -> int:
        """How many stretches of beats an epoch has."""
        return len(self._parts)

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        """Return a stretch of beats, changed, (length, N_COLUMNS), zero after its end."""
        one, part = self._parts[index]
        rows = one.rows[part].astype(np.float32)
        window = np.zeros((self._length, N_COLUMNS), dtype=np.float32)
        window[: len(rows)] = changed(rows, rng)
        return window
