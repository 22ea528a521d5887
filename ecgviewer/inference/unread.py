"""Where no beat could have been seen: a long time without beats is a pause only elsewhere."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.scan import PAUSE_S
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.strip_input import STRIP_LEAD, read_band
from ecgviewer.signal.strip import STRIP_HZ

Positions = NDArray[np.int64]

# Longer than any heart that beats again by itself: the electrode was off.
LONGEST_PAUSE_S = 30.0
# Of an interval, what may belong to the beats at its ends.
AFTER_BEAT_S, BEFORE_BEAT_S = 0.5, 0.15
# A signal that does not move at all for so long was not recorded.
STILL_S = 1.0
# What moves by so much of a usual QRS complex, as quickly, may be a beat that was missed. On
# MITDB and SVDB that takes 15 of 20 pauses away that are none, and 4 of 135 true ones.
QRS_S = 0.06
QRS_SHARE = 0.25
# A lead shows the beats of another where it moves at them by so much, and by so many times
# more than halfway between them.
LEAST_QRS_MV, STANDS_OUT = 0.05, 2.0
# Beats from so far away say how large a QRS complex is here.
AROUND_S = 20.0


def gaps_between(record: Record, places: Positions, beats: Positions) -> Positions:
    """Return the spans between neighbouring places that cannot be read, (n_gaps, 2), int64.

    places: rising; beats, or the record's ends. beats: all that are known. Only spans from
    PAUSE_S on are looked at. They are gaps where the lead has no signal or something that
    may be a beat, or where they are longer than LONGEST_PAUSE_S. Raises EcgError where the
    record cannot be read.
    """
    lengths_s = np.diff(places) / record.rate_hz
    spans = np.stack([places[:-1], places[1:]], axis=1)
    long = lengths_s > LONGEST_PAUSE_S
    doubtful = (lengths_s >= PAUSE_S) & ~long
    if doubtful.any():
        long[doubtful] = _unreadable(record, spans[doubtful], beats)
    return spans[long]


def shows_beats(record: Record, beats: Positions) -> bool:
    """Whether QRS complexes stand out of the lead at beats that another lead has shown.

    beats: (n_beats,), rising. Where most do not, the electrode is off, or noise hides them.
    Raises EcgError where the record cannot be read.
    """
    if len(beats) < 2:
        return False
    beside = round(AFTER_BEAT_S * record.rate_hz)
    start, stop = int(beats[0]), min(record.n_samples, int(beats[-1]) + beside)
    moves_mv = _quick_moves_mv(record, start, stop)
    at, between = beats - start, (beats[:-1] + beats[1:]) // 2 - start
    usual_mv = float(np.median(moves_mv[at]))
    return usual_mv >= LEAST_QRS_MV and usual_mv >= STANDS_OUT * float(np.median(moves_mv[between]))


def _unreadable(record: Record, spans: Positions, beats: Positions) -> NDArray[np.bool_]:
    """Return of each span whether a beat may have been missed in it, (n_spans,)."""
    around = round(AROUND_S * record.rate_hz)
    start = max(0, int(spans.min()) - around)
    stop = min(record.n_samples, int(spans.max()) + around)
    spec = replace(STRIP_LEAD, rate_hz=record.rate_hz)
    lead_mv = window_mv(record, start, stop, spec)[0]
    moves_mv = _quick_moves_mv(record, start, stop)
    near = beats[(beats >= start) & (beats < stop)] - start
    largest_mv = QRS_SHARE * float(np.median(moves_mv[near])) if near.size else np.inf
    after, before = (round(x * record.rate_hz) for x in (AFTER_BEAT_S, BEFORE_BEAT_S))
    found = np.zeros(len(spans), dtype=bool)
    for row, (first, last) in enumerate((spans - start).tolist()):
        inner = slice(first + after, last - before)
        missed = bool(moves_mv[inner].max() > largest_mv)
        found[row] = missed or _is_silent(lead_mv[inner], record.rate_hz)
    return found


def _quick_moves_mv(record: Record, start: int, stop: int) -> Samples:
    """Return how far the lead moves within QRS_S around each sample, (stop - start,)."""
    # scipy.ndimage is slow to load.
    from scipy.ndimage import maximum_filter1d, minimum_filter1d

    band_mv = read_band(record, start, stop)
    length = round(QRS_S * STRIP_HZ)
    moves_mv = maximum_filter1d(band_mv, length) - minimum_filter1d(band_mv, length)
    places = np.round(np.arange(stop - start) * STRIP_HZ / record.rate_hz).astype(np.int64)
    quick: Samples = moves_mv[np.minimum(places, len(moves_mv) - 1)]
    return quick


def _is_silent(lead_mv: Samples, rate_hz: float) -> bool:
    """Whether samples are missing or stand still for STILL_S."""
    if np.isnan(lead_mv).any():
        return True
    moving = np.flatnonzero(np.diff(lead_mv))
    bounds = np.concatenate([[-1], moving, [len(lead_mv) - 1]])
    return bool(np.diff(bounds).max() > STILL_S * rate_hz)
