"""Where the heart beats in the lead that single-lead nets read, at any length of record."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.strip_input import STRETCH_S, STRIP_LEAD
from ecgviewer.signal.beats import r_peaks

# The detector knows what beats and noise look like once it has seen so much.
SETTLING_S = 20.0
# Neighbouring stretches may place a beat at their border so far apart.
ONE_BEAT_S = 0.15


def detect_beats(
    record: Record, task: Task | None = None, start: int = 0, stop: int | None = None
) -> NDArray[np.int64]:
    """Return the R peaks of samples start..stop, int64 (n_beats,), rising, in the record's own.

    stop: None for the record's end, beyond which it must not lie. A stretch is in memory at
    a time. Raises EcgError where the record cannot be read or has no suitable lead,
    Cancelled if the task is cancelled.
    """
    stop = record.n_samples if stop is None else stop
    found: list[NDArray[np.int64]] = []
    for end, beats in beats_by_stretch(record, start, stop):
        found.append(beats)
        if task is not None:
            task.step(end - start, stop - start)
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def beats_by_stretch(
    record: Record, start: int, stop: int
) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield the ends of equal stretches in turn, each with the R peaks that it adds.

    Raises EcgError where the record cannot be read or has no suitable lead.
    """
    spec = replace(STRIP_LEAD, rate_hz=record.rate_hz)
    length, settling = (round(x * record.rate_hz) for x in (STRETCH_S, SETTLING_S))
    one_beat = round(ONE_BEAT_S * record.rate_hz)
    last = -one_beat
    for begin in range(start, stop, length):
        end = min(begin + length, stop)
        first = max(0, begin - settling)
        values_mv = window_mv(record, first, min(end + settling, record.n_samples), spec)
        beats = first + r_peaks(values_mv, record.rate_hz)
        earliest = begin if begin == start else max(begin - one_beat, last + one_beat)
        own = beats[(beats >= earliest) & (beats < end)]
        last = int(own[-1]) if own.size else last
        yield end, own
