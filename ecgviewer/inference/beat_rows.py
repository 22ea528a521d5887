"""From a record's beats to the rows that nets of beats in turn read."""

import math

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_row import N_COLUMNS, N_CONTEXT
from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.beat_places import beats_in
from ecgviewer.inference.strip_input import STRETCH_S, read_band
from ecgviewer.signal.beat_context import BLOCK, N_AROUND, CutBeats, cut_beats, describe_beats
from ecgviewer.signal.strip import REACH_S, STRIP_HZ, strip_places, strip_ratio

Positions = NDArray[np.int64]

# A beat's picture reaches so far, and the band's filter as far again.
_PICTURE_S = 1.0
# So far away beats may be that tell of a window's middle one.
_CONTEXT_S = 90.0


def read_rows(record: Record, beats: Positions, asked: slice) -> Samples:
    """Return the rows of some beats, float32 (len(beats[asked]), N_COLUMNS).

    beats: (n_beats,), rising, in samples of the record: all those known, so that those
    around the ones asked for are compared with them. Raises EcgError where the record
    cannot be read or has no suitable lead.
    """
    first, last, _ = asked.indices(len(beats))
    if first >= last:
        return np.zeros((0, N_COLUMNS), dtype=np.float32)
    # Blocks of beats that are described alike begin at the same ones for every part.
    begin = max(0, (first - N_AROUND) // BLOCK * BLOCK)
    end = min(len(beats), last + N_AROUND + BLOCK)
    rows = describe_beats(cut_record(record, beats[begin:end]))
    return rows[first - begin : last - begin]


def rows_around(record: Record, centres: Positions) -> Samples:
    """Return each beat with its neighbours, float32 (n_centres, 2 * N_CONTEXT + 1, N_COLUMNS).

    centres: places of beats, in samples of the record; what is no beat of its own there
    counts as the beat next to it. Rows where there are no beats are zero.
    """
    reach = round(_CONTEXT_S * record.rate_hz)
    start, stop = max(0, int(centres.min()) - reach), int(centres.max()) + reach
    beats = beats_in(record, start, min(stop, record.n_samples))
    rows = np.pad(read_rows(record, beats, slice(None)), ((N_CONTEXT, N_CONTEXT), (0, 0)))
    middles = nearest(beats, centres)
    windows: Samples = rows[middles[:, np.newaxis] + np.arange(2 * N_CONTEXT + 1)]
    return windows


def nearest(beats: Positions, places: Positions) -> Positions:
    """Return which of the beats, rising and at least one, is nearest to each place."""
    after = np.clip(np.searchsorted(beats, places), 1, max(1, len(beats) - 1))
    before_is_nearer = (
        places - beats[after - 1] <= beats[np.minimum(after, len(beats) - 1)] - places
    )
    return np.where(before_is_nearer, after - 1, np.minimum(after, len(beats) - 1))


def cut_record(record: Record, beats: Positions) -> CutBeats:
    """Cut beats, at least one, out of a record, of which a stretch is in memory at a time.

    beats: rising, in samples of the record. Raises EcgError where the record cannot be read
    or has no suitable lead.
    """
    longest = STRETCH_S * record.rate_hz
    bounds = np.searchsorted(beats, np.arange(beats[0], beats[-1] + longest, longest))
    parts = [
        _cut_stretch(record, beats[start:stop])
        for start, stop in zip(bounds, [*bounds[1:], len(beats)], strict=True)
        if stop > start
    ]
    waves, sizes = (np.concatenate([part[column] for part in parts]) for column in (0, 1))
    intervals = np.diff(beats, prepend=beats[:1]) / record.rate_hz
    intervals[0] = np.nan
    return CutBeats(waves, sizes, intervals)


def _cut_stretch(record: Record, beats: Positions) -> CutBeats:
    ratio = strip_ratio(record.rate_hz)
    reach = math.ceil((REACH_S + _PICTURE_S) * record.rate_hz)
    # From a whole number of the resampler's periods on, new samples fall on those of the
    # whole record.
    start = max(0, int(beats[0]) - reach) // ratio.denominator * ratio.denominator
    stop = min(record.n_samples, int(beats[-1]) + reach)
    band = read_band(record, start, stop)
    return cut_beats(band, strip_places(beats - start, ratio), STRIP_HZ)
