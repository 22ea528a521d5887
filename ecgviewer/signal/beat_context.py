"""Beats of one lead beside their neighbours, as the net that reads them in turn takes them.

A premature beat is early, and unlike, for the heart that it beats in: each is described
by its own picture, by pictures of the beats around it, and by ratios of intervals.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.beat_row import N_COLUMNS, N_PICTURE
from ecgviewer.core.record import Samples

Positions = NDArray[np.int64]
Floats = NDArray[np.float64]

# Pictures hold BAND_HZ of `strip` at a third of its rate, from 0.45 s before R to 0.55 s
# after it.
STEP = 3
N_BEFORE = 54
# No beat's row depends on beats farther away, but for where blocks begin.
N_AROUND = 38
BLOCK = 8

_SIZED = 8
_NEAR, _FAR = 12, 30
_QRS, _P, _T = slice(40, 70), slice(20, 46), slice(70, 110)
# A beat is late if its interval comes near the longest ones, but for a pause here and there.
_LONG_PERCENTILE, _LATE_SHARE = 90, 0.8
_USUAL_S = 0.8
_SMALLEST_MV, _SHORTEST_S = 0.01, 0.1
_LARGEST = 5.0


class CutBeats(NamedTuple):
    """Beats as measured: waves_mv (n, N_PICTURE); size_mv (n,), of the QRS complex;
    interval_s (n,), since the beat before, NaN where that is not known.
    """

    waves_mv: Samples
    size_mv: Floats
    interval_s: Floats

    def at(self, places: Positions) -> "CutBeats":
        """Return some of the beats, in this order."""
        return CutBeats(self.waves_mv[places], self.size_mv[places], self.interval_s[places])


NO_BEATS = CutBeats(np.zeros((0, N_PICTURE), np.float32), np.zeros(0), np.zeros(0))


def cut_beats(band_mv: Samples, beats: Positions, rate_hz: float) -> CutBeats:
    """Return beats of a lead.

    band_mv: (n,), from strip.band_limited, at rate_hz. beats: (n_beats,), rising, in its
    samples. Beyond the lead's ends it counts as 0.
    """
    reach = STEP * N_PICTURE
    lead = np.pad(band_mv.astype(np.float32), reach)
    middle = np.clip(beats, 0, len(band_mv)) + reach
    waves = lead[middle[:, np.newaxis] + STEP * np.arange(-N_BEFORE, N_PICTURE - N_BEFORE)]
    nearest = waves[:, N_BEFORE - _SIZED : N_BEFORE + _SIZED + 1]
    intervals = np.diff(beats, prepend=beats[:1]) / rate_hz
    intervals[:1] = np.nan
    return CutBeats(waves, np.ptp(nearest, axis=1).astype(np.float64), intervals)


def describe_beats(beats: CutBeats) -> Samples:
    """Return what a net reads of beats in turn, float32 (n_beats, N_COLUMNS).

    A row, laid out as core.beat_row says: the beat's picture, that of the usual beat around
    it and that of the usual beat among the late ones, by the usual size; ratios of intervals
    and of sizes, and likenesses; 1; and the usual size in millivolts.
    """
    n_beats = len(beats.size_mv)
    if not n_beats:
        return np.zeros((0, N_COLUMNS), dtype=np.float32)
    intervals = _Intervals(beats.interval_s)
    usual_mv = np.maximum(_percentile(beats.size_mv, 50, _FAR), _SMALLEST_MV)
    waves = (beats.waves_mv / usual_mv[:, np.newaxis]).astype(np.float32)
    usual, late = _usual_beats(waves, intervals.before)
    values = [
        *intervals.values(),
        _ratio(beats.size_mv, usual_mv, _SMALLEST_MV),
        *_likeness(waves, usual),
        *_likeness(waves, late),
    ]
    last = np.stack([np.ones(n_beats), usual_mv], axis=1)
    columns = [waves, usual, late, np.stack(values, axis=1), last]
    return np.concatenate(columns, axis=1).clip(-_LARGEST, _LARGEST).astype(np.float32)


class _Intervals:
    """Intervals before and after each beat, the unknown ones as usual."""

    def __init__(self, interval_s: Floats) -> None:
        known = interval_s[~np.isnan(interval_s)]
        usual = float(np.median(known)) if known.size else _USUAL_S
        after = np.append(interval_s[1:], np.nan)
        self.unknown = np.isnan(interval_s), np.isnan(after)
        self.before = np.where(self.unknown[0], usual, interval_s)
        self.after = np.where(self.unknown[1], usual, after)

    def values(self) -> list[Floats]:
        """Return how early and how late beats are, and how fast and steady the heart is."""
        before, after = self.before, self.after
        last = np.append(before[:1], before[:-1])
        shares = (20, 50, _LONG_PERCENTILE)
        short, near, long = (_percentile(before, share, _NEAR) for share in shares)
        far = _percentile(before, 50, _FAR)
        change = _percentile(np.abs(np.diff(before, prepend=before[:1])), 50, _NEAR)
        return [
            3 * _ratio(before, near),
            3 * _ratio(after, near),
            3 * _ratio(before, last),
            3 * _ratio(after, before),
            3 * _ratio(before, far),
            # Where early beats outnumber the others, these are what stands out.
            2 * _ratio(before, long),
            2 * _ratio(before, short),
            2 * _ratio(after, long),
            2 * _ratio(long, short),
            2 * np.log(near / _USUAL_S),
            np.log(change / near + 0.01) + 2.5,
            *(unknown.astype(np.float64) for unknown in self.unknown),
        ]


def _usual_beats(waves: Samples, before_s: Floats) -> tuple[Samples, Samples]:
    """Return the median beat around each, (n, N_PICTURE), and that of the late beats there.

    Beats that come late are the sinus node's, even where most are premature.
    """
    usual, late = np.empty_like(waves), np.empty_like(waves)
    for first in range(0, len(waves), BLOCK):
        block = slice(first, first + BLOCK)
        around = slice(max(0, first - _FAR), first + BLOCK + _FAR)
        near, intervals = waves[around], before_s[around]
        usual[block] = np.median(near, axis=0)
        is_late = intervals >= _LATE_SHARE * np.percentile(intervals, _LONG_PERCENTILE)
        late[block] = np.median(near[is_late], axis=0)
    return usual, late


def _likeness(waves: Samples, model: Samples) -> list[Floats]:
    """Return correlations and differences in QRS complex, P wave and T wave."""
    parts = [(waves[:, part], model[:, part]) for part in (_QRS, _P, _T)]
    qrs, p_wave, t_wave = (_correlation(*pair) for pair in parts)
    apart = [np.abs(left - right).mean(axis=1) for left, right in parts]
    return [2 * qrs - 1, p_wave, t_wave, 4 * apart[0], 6 * apart[1], 5 * apart[2]]


def _correlation(left: Samples, right: Samples) -> Floats:
    a, b = (x - x.mean(axis=1, keepdims=True) for x in (left, right))
    size = np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1) + 1e-6)
    return np.asarray((a * b).sum(axis=1) / size, dtype=np.float64)


def _percentile(values: Floats, share: float, half: int) -> Floats:
    """Return a running percentile over ``half`` values on both sides."""
    # scipy.ndimage takes a moment to load.
    from scipy.ndimage import percentile_filter

    found = percentile_filter(values, share, size=2 * half + 1, mode="reflect")
    return np.asarray(found, dtype=np.float64)


def _ratio(left: Floats, right: Floats, least: float = _SHORTEST_S) -> Floats:
    ratio = np.log(np.maximum(left, least) / np.maximum(right, least))
    return np.asarray(np.clip(ratio, -1.5, 1.5), dtype=np.float64)
