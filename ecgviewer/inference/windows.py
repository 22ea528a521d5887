"""Where in a record a model's windows lie, and how they are read."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.core.card import BEATS_IN_TURN, IN_TURN, OF_BEATS, InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.inference.beat_places import beats_in
from ecgviewer.inference.beat_rows import rows_around
from ecgviewer.inference.input import Prepared, spans, window
from ecgviewer.inference.strip_input import STRIP_LEAD, read_strips

Span = tuple[int, int]

# More windows of 12 leads at once are 3 % faster on a CPU and make cancelling wait longer.
WINDOWS_A_BATCH = 4
BEATS_A_BATCH = 64


def windows_a_batch(spec: InputSpec) -> int:
    """Return how many windows are read and judged at once."""
    return BEATS_A_BATCH if spec.windows in OF_BEATS else WINDOWS_A_BATCH


def window_places(record: Record, spec: InputSpec, start: int, stop: int) -> tuple[Span, ...]:
    """Return the windows that share samples start..stop, or whose beat lies there.

    0 <= start <= stop <= n_samples. Windows around beats may reach beyond the record's
    ends. Raises EcgError where they are wanted and there is no beat.
    """
    if spec.windows == IN_TURN:
        every = spans(record.n_samples, record.rate_hz, spec)
        return tuple(place for place in every if place[0] < stop and place[1] > start)
    beats = beats_in(record, start, stop)
    if not beats.size:
        part = "" if (start, stop) == (0, record.n_samples) else "that part of "
        raise EcgError(f"No beat was found in {part}{record.name}, so there is nothing to judge.")
    half = round(spec.duration_s / 2 * record.rate_hz)
    return tuple((beat - half, beat + half) for beat in beats.tolist())


def read_windows(record: Record, places: Sequence[Span], spec: InputSpec) -> list[Prepared]:
    """Return windows of a record as a net reads them, in the places' order.

    Raises EcgError where the record has none of the leads, or no voltages.
    """
    if spec.windows == IN_TURN:
        return [window(record, *place, spec) for place in places]
    centres = np.array([(start + stop) // 2 for start, stop in places], dtype=np.int64)
    if spec.windows == BEATS_IN_TURN:
        return [Prepared(rows, 0, ()) for rows in rows_around(record, centres)]
    strips = read_strips(record, centres, spec.n_samples)
    return [
        Prepared(strip[np.newaxis], 0, () if strip.any() else STRIP_LEAD.leads) for strip in strips
    ]
