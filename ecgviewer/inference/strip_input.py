"""From a record's beats to the windows that single-lead nets read, at any length of record."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.input import window_mv
from ecgviewer.signal.strip import (
    REACH_S,
    STRIP_HZ,
    STRIP_SAMPLES,
    band_limited,
    cut_strips,
    strip_places,
    strip_ratio,
)

Positions = NDArray[np.int64]

# Lead II, or MLII, or what follows from two other limb leads, or the first of one or two
# leads that are neither.
STRIP_LEAD = InputSpec(leads=("II",), rate_hz=STRIP_HZ, n_samples=STRIP_SAMPLES)
# So much of a record is in memory at a time.
STRETCH_S = 600.0


def read_band(record: Record, start: int, stop: int) -> Samples:
    """Return a span of the lead that single-lead nets read, float32 (n,), at STRIP_HZ.

    0 <= start < stop <= n_samples. Raises EcgError where the record has no such lead.
    """
    return band_limited(window_mv(record, start, stop, STRIP_LEAD)[0], STRIP_HZ)


def read_strips(record: Record, centres: Positions, n_samples: int = STRIP_SAMPLES) -> Samples:
    """Return windows around samples of a record: float32 (n_centres, n_samples).

    centres: in any order. n_samples: of a window, at STRIP_HZ. Only what the windows need
    is read. Raises EcgError where the record cannot be read or has no suitable lead.
    """
    strips = np.zeros((len(centres), n_samples), dtype=np.float32)
    ratio = strip_ratio(record.rate_hz)
    reach = math.ceil((REACH_S + n_samples / 2 / STRIP_HZ) * record.rate_hz)
    for rows in _stretches(centres, reach, STRETCH_S * record.rate_hz):
        near = centres[rows]
        # From a whole number of the resampler's periods on, new samples fall on those of
        # the whole record.
        start = max(0, int(near.min()) - reach) // ratio.denominator * ratio.denominator
        stop = min(record.n_samples, int(near.max()) + reach)
        band = read_band(record, start, stop)
        strips[rows] = cut_strips(band, strip_places(near - start, ratio), n_samples)
    return strips


def _stretches(centres: Positions, reach: int, longest: float) -> Iterator[Positions]:
    """Yield rows whose windows are read at once: neighbours, within the longest stretch."""
    order = np.argsort(centres, kind="stable")
    rising = centres[order]
    first = 0
    for place in range(1, len(rising) + 1):
        ends = place == len(rising) or (
            rising[place] - rising[place - 1] > 2 * reach or rising[place] - rising[first] > longest
        )
        if ends:
            yield order[first:place]
            first = place
