"""Where each P wave begins, peaks and ends, in every lead.

Begin and end are the corners of the largest trapezium outside the steepest points (see
`signal.wave_edges`). A bump between T and QRS is called a P wave only where
`signal.p_presence` finds it alike from beat to beat.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.text import tr
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.p_presence import p_presence
from ecgviewer.signal.qrs_bounds import QrsBounds
from ecgviewer.signal.t_waves import TWaves
from ecgviewer.signal.wave_edges import (
    Floats,
    root_mean_square,
    slope,
    smoothed,
    trapezium_end,
)

# A P wave is as wide as what lies between these two widths.
BUMP_S = (0.010, 0.050)
SMOOTH_S = 0.006
SLOPE_S = 0.012
# P peaks so long before the QRS complex.
EARLIEST_S = 0.36
LATEST_S = 0.015
OWN_PEAK_S = 0.04
HALF_S = 0.06
LEVEL_BEFORE_S = 0.05
LEVEL_BEHIND_S = 0.030
SMALLEST_MV = 0.004


@dataclass(frozen=True, eq=False, slots=True)
class PWaves:
    """float64 (n_leads, n_beats) in samples, NaN where not measurable; why, if in none."""

    onset: Floats
    peak: Floats
    offset: Floats
    reason: str


def p_waves(
    without_qrs_mv: Floats,
    rate_hz: float,
    peaks: Positions,
    qrs: QrsBounds,
    t: TWaves,
    usual_shape: NDArray[np.bool_],
) -> PWaves:
    """Return the P waves; without_qrs_mv: (n_leads, n_samples), complexes bridged.

    usual_shape: bool (n_beats,), which complexes look as most do; others are not asked.
    """
    bumps = smoothed(without_qrs_mv, BUMP_S[0], rate_hz) - smoothed(
        without_qrs_mv, BUMP_S[1], rate_hz
    )
    found = np.full((3, len(bumps), peaks.size), np.nan)
    if not qrs.usable.any() or not peaks.size:
        return PWaves(found[0], found[1], found[2], tr("no lead is free enough of noise"))
    spans = _spans(peaks, qrs, t, rate_hz)
    height = root_mean_square(bumps[qrs.usable])
    tops = np.array([_top(height, span) for span in spans])
    presence = p_presence(bumps[qrs.usable], rate_hz, qrs.all_onset, tops, usual_shape)
    traces = _Traces(
        bumps,
        smoothed(without_qrs_mv, SMOOTH_S, rate_hz),
        slope(without_qrs_mv, SLOPE_S, rate_hz),
        rate_hz,
    )
    for beat in np.flatnonzero(presence.seen):
        for lead in np.flatnonzero(qrs.usable):
            found[:, lead, beat] = traces.own_wave(int(lead), int(tops[beat]), spans[beat])
    return PWaves(found[0], found[1], found[2], presence.reason)


def _spans(peaks: Positions, qrs: QrsBounds, t: TWaves, rate_hz: float) -> Positions:
    """Return where P waves may lie, int64 (n_beats, 2), from the end of T to QRS."""
    stops = np.where(np.isnan(qrs.all_onset), -1, qrs.all_onset)
    starts = stops - round(EARLIEST_S * rate_hz)
    t_ends = t.offset[qrs.usable]
    for beat in range(1, peaks.size):
        ends = t_ends[:, beat - 1][~np.isnan(t_ends[:, beat - 1])]
        half_way = (peaks[beat - 1] + peaks[beat]) / 2
        starts[beat] = max(starts[beat], np.median(ends) if ends.size else half_way)
    # The first samples lie under the rim of the filters.
    starts = np.maximum(starts, round(SMOOTH_S * rate_hz))
    return np.column_stack([starts, stops - round(LATEST_S * rate_hz)]).astype(np.int64)


def _top(height: Floats, span: Positions) -> int:
    """Return the largest bump of all leads together, -1 where there is none."""
    piece = height[span[0] : max(span[1], span[0])]
    if piece.size < 3:
        return -1
    tops = 1 + np.flatnonzero((piece[1:-1] >= piece[:-2]) & (piece[1:-1] > piece[2:]))
    return int(span[0] + tops[np.argmax(piece[tops])]) if tops.size else -1


@dataclass(frozen=True, eq=False, slots=True)
class _Traces:
    bumps: Floats
    smooth: Floats
    slope: Floats
    rate_hz: float

    def own_wave(self, lead: int, top: int, span: Positions) -> tuple[float, float, float]:
        """Return onset, peak and offset of one lead's P wave, NaN where it shows none."""
        first = max(int(span[0]), top - round(OWN_PEAK_S * self.rate_hz))
        last = min(int(span[1]), top + round(OWN_PEAK_S * self.rate_hz))
        bump = self.bumps[lead, first:last]
        if bump.size < 3 or np.abs(bump).max() < SMALLEST_MV:
            return (np.nan, np.nan, np.nan)
        peak = first + int(np.argmax(np.abs(bump)))
        onset = self._edge(lead, peak, int(span[0]), -1, LEVEL_BEFORE_S)
        # The P wave may reach the QRS complex.
        end = int(span[1]) + round(LATEST_S * self.rate_hz)
        offset = self._edge(lead, peak, end, 1, LEVEL_BEHIND_S)
        return (onset, self._summit(lead, onset, peak, offset), offset)

    def _edge(self, lead: int, peak: int, limit: int, step: int, level_s: float) -> float:
        """Return the corner outside the steepest point on one side of a peak."""
        half = min(round(HALF_S * self.rate_hz), abs(limit - peak))
        if half < 2:
            return np.nan
        side = np.abs(self.slope[lead, peak : peak + step * half : step])
        steepest = peak + step * int(np.argmax(side))
        sign = np.sign(self.slope[lead, steepest]) * step
        reach = round(level_s * self.rate_hz)
        stop = max(0, steepest - reach) if step < 0 else min(limit, steepest + reach)
        places = np.arange(steepest, stop, step)
        if places.size < 3:
            return np.nan
        return float(steepest + step * trapezium_end(sign * self.smooth[lead, places]))

    def _summit(self, lead: int, onset: float, peak: int, offset: float) -> float:
        """Return the highest point between onset and offset, the lowest of a negative wave."""
        if np.isnan(onset) or np.isnan(offset) or not onset < peak < offset:
            return float(peak)
        piece = self.smooth[lead, int(onset) : int(offset) + 1]
        return float(onset + np.argmax(np.sign(self.bumps[lead, peak]) * piece))
