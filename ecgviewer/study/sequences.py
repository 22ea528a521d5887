"""Recordings as beats in turn, with what each beat may be of: what nets of these learn from."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_row import N_COLUMNS
from ecgviewer.core.record import Samples
from ecgviewer.inference.beat_rows import cut_record
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.signal.beat_context import describe_beats
from ecgviewer.study.beat_allowed import allowed_classes, stated_classes
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import Recording
from ecgviewer.study.made_orders import made_order
from ecgviewer.study.sequence_changes import changed

Positions = NDArray[np.int64]
Cells = NDArray[np.float32]

_MADE_SEED = 2031
OVERLAP = 4


@dataclass(frozen=True, eq=False)
class BeatsInOrder:
    """Beats in turn.

    beats: int64 (n,), detected, in samples of the record; of a made order none. rows:
    float16 (n, N_COLUMNS). cells: float32 (n, n_classes), as beat_allowed gives them.
    """

    beats: Positions
    rows: NDArray[np.float16]
    cells: Cells


def read_orders(recording: Recording, label: str) -> tuple[BeatsInOrder, ...]:
    """Return a recording's beats in turn and, where it has early ones, in a made order.

    label: the class of all beats of a recording in which none is marked. Raises EcgError
    if it cannot be read.
    """
    record = open_record(recording.path)
    beats = detect_beats(record)
    if not beats.size:
        return (BeatsInOrder(beats, np.zeros((0, N_COLUMNS), np.float16), _no_cells()),)
    is_marked = bool(recording.beats.any())
    cells = (
        allowed_classes(record, beats)
        if is_marked
        else stated_classes(label, beats, record.rate_hz)
    )
    cut = cut_record(record, beats)
    own = BeatsInOrder(beats, describe_beats(cut).astype(np.float16), cells)
    rng = np.random.default_rng((_MADE_SEED, zlib.crc32(recording.name.encode())))
    made = made_order(cut, cells, rng) if is_marked else None
    if made is None:
        return (own,)
    order, made_cells = made
    rows = describe_beats(order).astype(np.float16)
    return own, BeatsInOrder(beats[:0], rows, made_cells)


def _no_cells() -> Cells:
    return np.zeros((0, len(BEAT_LABELS)), dtype=np.float32)


def _starts(n_beats: int, length: int, step: int) -> Sequence[int]:
    """Return where stretches begin; a recording that fits into one is seen whole as often."""
    if n_beats <= length:
        return [0] * OVERLAP
    return range(0, n_beats - length + step, step)


class SequenceWindows:
    """Beats in turn, ``length`` at a time, as a training run takes them."""

    def __init__(self, orders: Sequence[BeatsInOrder], length: int) -> None:
        self._length = length
        # Each beat is seen at several places of a stretch.
        step = max(1, length // OVERLAP)
        starts = [(one, start) for one in orders for start in _starts(len(one.cells), length, step)]
        self._parts = [
            (one, slice(start, start + length))
            for one, start in starts
            if not np.isnan(one.cells[start : start + length]).all()
        ]
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
