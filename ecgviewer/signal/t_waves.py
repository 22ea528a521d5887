"""Where each T wave peaks and ends, in every lead.

The end is the corner of the largest trapezium behind the steepest point (Vázquez-Seisdedos
and others 2011, see `signal.wave_edges`). The tangent at that point, the other usual rule,
lay further from the cardiologists of LUDB and failed more often.
"""

from dataclasses import dataclass

import numpy as np

from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.qrs_bounds import QrsBounds
from ecgviewer.signal.wave_edges import (
    Floats,
    quiet_level,
    root_mean_square,
    slope,
    smoothed,
    trapezium_end,
)

SMOOTH_S = 0.010
SLOPE_S = 0.018
# T begins so long after the QRS complex at the earliest, and has ended after this share of
# the RR interval, or this time, and so long before the next complex.
AFTER_QRS_S = 0.06
RR_SHARE = 0.70
LATEST_S = 0.62
BEFORE_NEXT_S = 0.10
SHORTEST_S = 0.12
# A lead's own peak lies so near the peak of all leads.
OWN_PEAK_S = (0.09, 0.08)
FALL_S = 0.16
LEVEL_S = 0.07
# Of the steepest slope; a trace still as steep where T should have ended runs into
# something else.
MERGED_SHARE = 0.6
SMALLEST_MV = 0.006
QUIET_FACTOR = 1.0
USUAL_RR_S = 0.8


@dataclass(frozen=True, eq=False, slots=True)
class TWaves:
    """float64 (n_leads, n_beats) in samples, NaN where not measurable."""

    peak: Floats
    offset: Floats


@dataclass(frozen=True, eq=False, slots=True)
class _Traces:
    smooth: Floats
    slope: Floats
    usable: Floats
    quiet: Floats
    rate_hz: float

    def samples(self, time_s: float) -> int:
        return round(time_s * self.rate_hz)


def t_waves(without_qrs_mv: Floats, rate_hz: float, peaks: Positions, qrs: QrsBounds) -> TWaves:
    """Return the T waves; without_qrs_mv: (n_leads, n_samples), complexes bridged."""
    smooth = smoothed(without_qrs_mv, SMOOTH_S, rate_hz)
    slopes = slope(without_qrs_mv, SLOPE_S, rate_hz)
    traces = _Traces(smooth, slopes, smooth[qrs.usable], quiet_level(slopes, rate_hz), rate_hz)
    found = np.full((2, len(smooth), peaks.size), np.nan)
    if not qrs.usable.any():
        return TWaves(found[0], found[1])
    for beat in range(peaks.size):
        span = _span(traces, peaks, qrs, beat)
        top = None if span is None else _common_peak(traces, *span)
        if span is None or top is None:
            continue
        for lead in np.flatnonzero(qrs.usable):
            found[:, lead, beat] = _own_wave(traces, int(lead), top, span)
    return TWaves(found[0], found[1])


def _span(traces: _Traces, peaks: Positions, qrs: QrsBounds, beat: int) -> tuple[int, int] | None:
    """Return where the T wave of a beat may lie, None without room."""
    if np.isnan(qrs.all_offset[beat]):
        return None
    start = int(qrs.all_offset[beat]) + traces.samples(AFTER_QRS_S)
    stop = min(traces.smooth.shape[1], int(peaks[beat]) + traces.samples(LATEST_S))
    if beat + 1 < peaks.size:
        interval = int(peaks[beat + 1] - peaks[beat])
        onset = qrs.all_onset[beat + 1]
        next_one = float(peaks[beat + 1]) if np.isnan(onset) else float(onset)
        stop = min(stop, int(peaks[beat]) + round(RR_SHARE * interval))
        stop = min(stop, int(next_one) - traces.samples(BEFORE_NEXT_S))
    elif peaks.size > 1:
        stop = min(stop, int(peaks[beat]) + round(RR_SHARE * float(np.median(np.diff(peaks)))))
    else:
        stop = min(stop, int(peaks[beat]) + traces.samples(RR_SHARE * USUAL_RR_S))
    return (start, stop) if stop - start >= traces.samples(SHORTEST_S) else None


def _common_peak(traces: _Traces, start: int, stop: int) -> int | None:
    """Return the largest peak of all leads together, counted from where T has ended."""
    end = traces.usable[:, max(start, stop - traces.samples(0.04)) : stop]
    height = root_mean_square(traces.usable[:, start:stop] - np.median(end, axis=1)[:, np.newaxis])
    inner = height[1:-1]
    tops = 1 + np.flatnonzero((inner >= height[:-2]) & (inner > height[2:]))
    return start + int(tops[np.argmax(height[tops])]) if tops.size else None


def _own_wave(traces: _Traces, lead: int, top: int, span: tuple[int, int]) -> tuple[float, float]:
    """Return peak and end of one lead's T wave, or NaN where it has none to speak of."""
    nothing = (np.nan, np.nan)
    smooth, slopes = traces.smooth[lead], traces.slope[lead]
    first = max(span[0], top - traces.samples(OWN_PEAK_S[0]))
    last = min(span[1], top + traces.samples(OWN_PEAK_S[1]))
    piece = smooth[first:last]
    bulge = piece - np.linspace(piece[0], piece[-1], len(piece))
    at = int(np.argmax(np.abs(bulge)))
    peak, sign = first + at, np.sign(bulge[at])
    if abs(bulge[at]) < SMALLEST_MV:
        return nothing
    fall = -sign * slopes[peak : min(span[1], peak + traces.samples(FALL_S))]
    if fall.size < 3 or fall.max() < QUIET_FACTOR * traces.quiet[lead]:
        return nothing
    steepest = peak + int(np.argmax(fall))
    level = min(len(smooth), steepest + traces.samples(LEVEL_S) + 1)
    end = steepest + trapezium_end(-sign * smooth[steepest:level])
    merged = abs(slopes[end]) > MERGED_SHARE * fall.max()
    return float(peak), np.nan if merged or end >= len(smooth) - 1 else float(end)
