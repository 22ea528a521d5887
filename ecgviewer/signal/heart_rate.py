"""Intervals between beats and the heart rate over time."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Floats = NDArray[np.float64]

# Shorter means follow single early beats, longer ones miss a short tachycardia.
N_INTERVALS = 8


def rr_intervals_s(samples: Positions, rate_hz: float, gaps: Positions) -> Floats:
    """Return the times between neighbouring beats, float64 (max(n_beats - 1, 0),), in s.

    samples: rising. gaps: (n_gaps, 2), spans that no interval may cross: NaN there.
    """
    intervals = np.diff(samples) / rate_hz
    if len(intervals) and len(gaps):
        middles = gaps.sum(axis=1) // 2
        before = np.searchsorted(samples, middles, side="right") - 1
        crossed = before[(before >= 0) & (before < len(intervals))]
        intervals[crossed] = np.nan
    return intervals


def mean_rates_bpm(intervals_s: Floats, n_intervals: int = N_INTERVALS) -> Floats:
    """Return the heart rate over so many intervals up to each beat, (n_intervals_s + 1,).

    NaN for beats before which fewer intervals are known, as after a gap.
    """
    rates = np.full(len(intervals_s) + 1, np.nan)
    if len(intervals_s) >= n_intervals:
        rates[n_intervals:] = 60.0 / sliding_window_view(intervals_s, n_intervals).mean(axis=1)
    return rates
