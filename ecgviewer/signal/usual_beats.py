"""Which beats are of the record's usual kind: neither of another shape nor premature.

Intervals are measured on them alone (AHA/ACCF/HRS recommendations for the ECG, part IV,
J Am Coll Cardiol 53:982-991, 2009: QT is not taken from extra beats).
"""

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.wave_edges import Floats

# The QRS complex with its surroundings, from the R peak.
SPAN_S = (-0.06, 0.08)
SHIFT_S = 0.02
LIKENESS = 0.8
# Before a premature beat the interval is so much shorter than usual, after it longer.
EARLY_SHARE = 0.85
LATE_SHARE = 1.15
# In fibrillation the median change of RR between neighbours is a larger share of RR, and
# fewer intervals are near the usual one.
IRREGULAR_CHANGE = 0.07
NEAR_USUAL = 0.08
NEAR_SHARE = 0.55


def usual_shapes(filled_mv: Floats, rate_hz: float, peaks: Positions) -> NDArray[np.bool_]:
    """Return which beats have the usual QRS complex, bool (n_beats,).

    filled_mv: (n_leads, n_samples) without NaN. A beat cut by the record's ends is not
    usual. The median beat is what is usual, so the commonest shape wins.
    """
    first, last = (round(edge_s * rate_hz) for edge_s in SPAN_S)
    shift = round(SHIFT_S * rate_hz)
    usual = np.zeros(peaks.size, dtype=np.bool_)
    whole = np.flatnonzero(
        (peaks + first - shift >= 0) & (peaks + last + shift < filled_mv.shape[1])
    )
    if not whole.size:
        return usual
    places = peaks[whole, np.newaxis] + np.arange(first, last)
    template = _centred(np.median(_centred(filled_mv[:, places]), axis=1))
    likeness = [
        _likeness(_centred(filled_mv[:, places + moved]), template)
        for moved in range(-shift, shift + 1, max(1, shift // 5))
    ]
    usual[whole] = np.max(likeness, axis=0) > LIKENESS
    return usual


def _centred(values: Floats) -> Floats:
    level: Floats = values - values.mean(axis=-1, keepdims=True)
    return level


def _likeness(beats: Floats, template: Floats) -> Floats:
    """Return the correlation of (n_leads, n_beats, n) with (n_leads, n), (n_beats,)."""
    sizes = np.sqrt(np.einsum("lbn,lbn->b", beats, beats)) * np.linalg.norm(template)
    products = np.einsum("lbn,ln->b", beats, template)
    return np.asarray(products / np.maximum(sizes, 1e-9), dtype=np.float64)


def is_irregular(intervals: Floats) -> bool:
    """Return whether the rhythm is irregular throughout, not by a few early beats alone.

    Most intervals then differ from their neighbours, and most from the median. intervals:
    (n_beats - 1,) in any unit; NaN for unknown ones.
    """
    changes = np.abs(np.diff(intervals))
    changes, intervals = changes[~np.isnan(changes)], intervals[~np.isnan(intervals)]
    if not changes.size:
        return False
    usual = np.median(intervals)
    near = np.abs(intervals - usual) <= NEAR_USUAL * usual
    return bool(np.median(changes) > IRREGULAR_CHANGE * usual and near.mean() < NEAR_SHARE)


def off_beat(intervals: Floats) -> NDArray[np.bool_]:
    """Return which beats come early, or after the pause of one that did, bool (n_beats,).

    None in a rhythm that is irregular throughout: there no beat has a time of its own.
    intervals: (n_beats - 1,) in any unit; NaN for unknown ones.
    """
    off = np.zeros(intervals.size + 1, dtype=np.bool_)
    known = intervals[~np.isnan(intervals)]
    if known.size < 2 or is_irregular(intervals):
        return off
    usual = np.median(known)
    early = intervals < EARLY_SHARE * usual
    off[1:] = early
    off[2:] |= early[:-1] & (intervals[1:] > LATE_SHARE * usual)
    return off
