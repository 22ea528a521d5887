"""The heart rate over a whole record, as a curve of any width and at any moment."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.heart_rate import Floats, Positions

# A rate is the mean over so many intervals around it: one early beat and its pause cancel.
N_INTERVALS = 8
FEWEST_INTERVALS = 3
# A point of the curve stands for so many beats at least.
BEATS_A_POINT = 4
# What few odd places have must not flatten all the rest.
REACH_PERCENTILES = (1.0, 99.0)
NARROWEST_BPM = 40.0
SPARE_SHARE = 0.12
# Rates worth a line; a scale shows the two that lie farthest apart on it.
LINES_BPM = (30, 40, 60, 80, 100, 120, 150, 180, 210, 240, 300)


@dataclass(frozen=True, eq=False, slots=True)
class RateScale:
    """What a curve of rates reaches from and to, and the two rates that have a line."""

    low_bpm: float
    high_bpm: float
    lines_bpm: tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class RateTrack:
    """The rate between each two beats.

    begin, end: int64 (n,), samples of the two beats. rates_bpm: float64 (n,), the mean over
    the intervals around, NaN where too few are known.
    """

    begin: Positions
    end: Positions
    rates_bpm: Floats
    n_samples: int

    def at(self, sample: float) -> float | None:
        """Return the rate at a sample, None where it is not known."""
        place = int(np.searchsorted(self.end, sample, side="right"))
        if place >= len(self.begin) or sample < self.begin[place]:
            return None
        rate = float(self.rates_bpm[place])
        return rate if np.isfinite(rate) else None

    def points(self, n_columns: int) -> tuple[Floats, Floats]:
        """Return shares of the record in 0..1 and the mean rate there, NaN where not known.

        As many points as the beats are worth, n_columns at most.
        """
        n_points = int(np.clip(len(self.begin) // BEATS_A_POINT, 1, max(1, n_columns)))
        known = np.isfinite(self.rates_bpm)
        middles = (self.begin[known] + self.end[known]) / 2 / max(1, self.n_samples)
        bins = np.minimum((middles * n_points).astype(np.int64), n_points - 1)
        counts = np.bincount(bins, minlength=n_points)
        sums = np.bincount(bins, self.rates_bpm[known], minlength=n_points)
        means = np.full(n_points, np.nan)
        np.divide(sums, counts, out=means, where=counts > 0)
        return (np.arange(n_points) + 0.5) / n_points, means

    @property
    def scale(self) -> RateScale | None:
        """The scale that suits the rates, None without any."""
        known = self.rates_bpm[np.isfinite(self.rates_bpm)]
        if not known.size:
            return None
        low, high = (float(value) for value in np.percentile(known, REACH_PERCENTILES))
        spare = max(0.0, NARROWEST_BPM - (high - low)) / 2
        low, high = max(0.0, low - spare), high + spare
        return scale_over(low, high)


def scale_over(low_bpm: float, high_bpm: float) -> RateScale:
    """Return a scale from a rate to a higher one, a little wider where that gives it a line."""
    spare = SPARE_SHARE * (high_bpm - low_bpm)
    lines = [line for line in LINES_BPM if low_bpm - spare <= line <= high_bpm + spare]
    if len(lines) < 2:
        middle = (low_bpm + high_bpm) / 2
        lines = sorted(sorted(LINES_BPM, key=lambda line: abs(line - middle))[:2])
    low, high = min(low_bpm, lines[0]), max(high_bpm, lines[-1])
    return RateScale(low, high, (lines[0], lines[-1]))


def rate_track(
    samples: Positions, rate_hz: float, gaps: NDArray[np.int64], n_samples: int
) -> RateTrack:
    """Return the rate between beats, int64 (n_beats,), rising.

    gaps: int64 (n, 2), spans of the record; of what they touch no rate is told.
    """
    intervals_s = np.diff(samples) / rate_hz
    known = ~_touched(samples, gaps)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, intervals_s, 0.0))])
    # Places before which, and from which on, an unknown interval breaks the record.
    place = np.arange(len(intervals_s))
    broken_before = np.maximum.accumulate(np.where(known, -1, place)) + 1
    broken_from = np.minimum.accumulate(np.where(known, len(place), place)[::-1])[::-1]
    first = np.maximum(place - N_INTERVALS // 2, broken_before)
    last = np.minimum(place + N_INTERVALS // 2, broken_from)
    counts = np.where(known, last - first, 0)
    rates = np.full(len(place), np.nan)
    enough = counts >= FEWEST_INTERVALS
    means_s = (sums[last] - sums[first])[enough] / counts[enough]
    rates[enough] = 60.0 / np.maximum(means_s, 1e-3)
    return RateTrack(samples[:-1], samples[1:], rates, n_samples)


def _touched(samples: Positions, gaps: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which intervals between beats a gap reaches into, bool (n_beats - 1,)."""
    n_intervals = max(0, len(samples) - 1)
    first = np.searchsorted(samples[1:], gaps[:, 0], side="right")
    stop = np.searchsorted(samples[:-1], gaps[:, 1], side="left")
    reached = first < stop
    change = np.zeros(n_intervals + 1, dtype=np.int64)
    np.add.at(change, first[reached], 1)
    np.add.at(change, stop[reached], -1)
    return np.asarray(np.cumsum(change)[:n_intervals] > 0)
