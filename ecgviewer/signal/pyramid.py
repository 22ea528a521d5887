"""Smallest and largest values of a whole record, at coarser and coarser steps."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task

FACTOR = 16
FINEST_BIN = 16
# A 24 h record with 12 leads would need hundreds of MB at bins of 16 samples; it
# starts with wider bins, and raw pages serve the zoom levels below them.
MAX_BYTES = 64 << 20
CHUNK_VALUES = 1 << 21
# A reader who waits for a long record sees it grow so often.
GROWTH_S = 0.2


@dataclass(frozen=True, eq=False)
class Pyramid:
    """Extremes of a record; NaN where a bin holds no signal at all.

    n_known: samples from the record's start that it covers; fewer than n_samples while it
    grows. bins: samples per bin of each level, finest first. lows, highs: one array
    (n_leads, ceil(n_known / bin)) a level, in the leads' own units.
    """

    n_samples: int
    n_known: int
    bins: tuple[int, ...]
    lows: tuple[Samples, ...]
    highs: tuple[Samples, ...]

    def level_for(self, samples_per_column: float) -> int | None:
        """Return the coarsest level with two bins or more a column, None if none has."""
        fitting = [n for n, size in enumerate(self.bins) if 2 * size <= samples_per_column]
        return fitting[-1] if fitting else None


def is_whole(pyramid: Pyramid | None) -> bool:
    """Whether a record's extremes are known to its end."""
    return pyramid is not None and pyramid.n_known == pyramid.n_samples


def build(record: Record, task: Task) -> Pyramid:
    """Read the record once and keep its extremes; as grow, but for the whole alone."""
    *_, whole = grow(record, task)
    return whole


def grow(record: Record, task: Task) -> Iterator[Pyramid]:
    """Read the record once, in chunks; yield its extremes as far as they are known, then all.

    What was yielded does not change any more. Reports samples done of all; raises Cancelled,
    or EcgError if the file cannot be read.
    """
    n_leads = len(record.leads)
    size = finest_bin(n_leads, record.n_samples)
    n_bins = -(-record.n_samples // size)
    low = np.full((n_leads, n_bins), np.nan, dtype=np.float32)
    high = low.copy()
    chunk = max(1, CHUNK_VALUES // max(1, n_leads) // size) * size
    told_s = time.monotonic()
    for start in range(0, record.n_samples, chunk):
        task.step(start, record.n_samples)
        if time.monotonic() - told_s > GROWTH_S:
            known = start // size
            yield stacked(record.n_samples, size, low[:, :known], high[:, :known])
            told_s = time.monotonic()
        values = record.read(start, min(start + chunk, record.n_samples))
        first = start // size
        part_low, part_high = _merge(values, values, size)
        low[:, first : first + part_low.shape[1]] = part_low
        high[:, first : first + part_high.shape[1]] = part_high
    task.step(record.n_samples, record.n_samples)
    yield stacked(record.n_samples, size, low, high)


def column_extremes(
    low: Samples, high: Samples, edges: NDArray[np.int64]
) -> tuple[Samples, Samples]:
    """Return the extremes of each column, float32 (n_columns,); NaN where all are NaN.

    low, high: (n,), the same array for raw samples. edges: (n_columns + 1,), rising
    strictly, the last at most n.
    """
    stop = int(edges[-1])
    return (
        np.fmin.reduceat(low[:stop], edges[:-1]),
        np.fmax.reduceat(high[:stop], edges[:-1]),
    )


def finest_bin(n_leads: int, n_samples: int) -> int:
    """Return the samples per bin of the finest level."""
    size = FINEST_BIN
    while 8 * n_leads * (n_samples // size) > MAX_BYTES:
        size *= 4
    return size


def stacked(n_samples: int, size: int, low: Samples, high: Samples) -> Pyramid:
    """Return the pyramid over a finest level of bins of ``size`` samples, (n_leads, n_bins)."""
    n_known = min(low.shape[1] * size, n_samples)
    bins, lows, highs = [size], [low], [high]
    while lows[-1].shape[1] > FACTOR:
        low, high = _merge(lows[-1], highs[-1], FACTOR)
        bins.append(bins[-1] * FACTOR)
        lows.append(low)
        highs.append(high)
    return Pyramid(n_samples, n_known, tuple(bins), tuple(lows), tuple(highs))


def _merge(low: Samples, high: Samples, factor: int) -> tuple[Samples, Samples]:
    """Merge ``factor`` neighbours into one; the last bin may hold fewer."""
    edges = np.arange(0, low.shape[1], factor)
    return (
        np.fmin.reduceat(low, edges, axis=1),
        np.fmax.reduceat(high, edges, axis=1),
    )
