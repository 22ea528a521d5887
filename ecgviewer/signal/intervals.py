"""Heart rate, P, PR, QRS, QT, QTc and axis of a stretch of ECG.

Over the beats that count, those of the usual shape that come in time, of the marks of all
leads together (`signal.delineation`). What cannot be measured says why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.core.text import later, tr
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.delineation import Delineation
from ecgviewer.signal.frontal_axis import frontal_axis
from ecgviewer.signal.heart_rate import rr_intervals_s
from ecgviewer.signal.measured import (
    Duration,
    FrontalAxis,
    HeartRate,
    changed,
    median_duration,
    spread,
)
from ecgviewer.signal.qt_correction import (
    bazett_limits,
    bazett_ms,
    framingham_ms,
    fridericia_ms,
    hodges_ms,
    wide_qrs_limits,
)
from ecgviewer.signal.usual_beats import is_irregular, off_beat
from ecgviewer.signal.wave_edges import Floats

FEWEST_INTERVALS = 2
FEWEST_IRREGULAR = 8
# Where a pacemaker's spike was measured, its QRS complex was not.
SHORTEST_QRS_MS = 60.0
SPIKE = later("what was found is shorter than a QRS complex, as a pacemaker's spike is")
NO_BEATS = later("no beat is found")
NOISE = later("no lead is free enough of noise")
NO_RATE = later("no two neighbouring beats in time, so no heart rate")
FEW_IRREGULAR = later("the rhythm is irregular, and eight beats at least are needed for a mean")
IRREGULAR_LIMIT = later("the rhythm is irregular: a mean")
ONE_LEAD_LIMIT = later("from one lead: in others the wave may begin earlier or end later")


@dataclass(frozen=True, slots=True)
class MeasuredIntervals:
    """All that was measured. irregular: whether the intervals between beats differ as in AF."""

    heart_rate: HeartRate
    p: Duration
    pr: Duration
    qrs: Duration
    qt: Duration
    qtc_bazett: Duration
    qtc_fridericia: Duration
    qtc_framingham: Duration
    qtc_hodges: Duration
    axis: FrontalAxis
    irregular: bool


def intervals_of(marks: Delineation, values_mv: Samples, leads: Sequence[str]) -> MeasuredIntervals:
    """Measure a stretch of ECG that has been delineated.

    values_mv: float32 (n_leads, n_samples) in mV, NaN where there is no signal. leads: their
    names.
    """
    gaps = _gaps(values_mv[marks.usable])
    intervals_s = rr_intervals_s(marks.peaks, marks.rate_hz, gaps)
    irregular = is_irregular(intervals_s)
    off = off_beat(intervals_s)[: marks.peaks.size]
    counted = marks.usual_shape & ~off
    lengths = _Lengths(marks, counted)
    heart_rate, rr_s = _heart_rate(marks, intervals_s, off, irregular)
    at = marks.together
    axis = frontal_axis(values_mv, leads, marks, counted)
    qrs = lengths.between(at.qrs_onset, at.qrs_offset)
    qt = lengths.between(at.qrs_onset, at.t_offset)
    if qrs.value_ms is not None and qrs.value_ms < SHORTEST_QRS_MS:
        axis = FrontalAxis(None, None, (), tr(SPIKE))
        qrs = qt = Duration(None, None, (), tr(SPIKE))
    corrected = _Correction(qt, rr_s, irregular, wide_qrs_limits(qrs.value_ms))
    return MeasuredIntervals(
        heart_rate=heart_rate,
        p=lengths.between(at.p_onset, at.p_offset, marks.without_p),
        pr=lengths.between(at.p_onset, at.qrs_onset, marks.without_p),
        qrs=qrs,
        qt=qt,
        qtc_bazett=corrected.by(bazett_ms, bazett_limits),
        qtc_fridericia=corrected.by(fridericia_ms),
        qtc_framingham=corrected.by(framingham_ms),
        qtc_hodges=corrected.by(hodges_ms),
        axis=axis,
        irregular=irregular,
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Lengths:
    marks: Delineation
    counted: NDArray[np.bool_]

    def between(self, starts: Floats, stops: Floats, reason: str = "") -> Duration:
        """Return the median over the beats that count."""
        if not self.marks.peaks.size:
            return Duration(None, None, (), tr(NO_BEATS))
        if not self.marks.usable.any():
            return Duration(None, None, (), tr(NOISE))
        limits = (tr(ONE_LEAD_LIMIT),) if np.count_nonzero(self.marks.usable) == 1 else ()
        lengths_ms = (stops - starts)[self.counted] / self.marks.rate_hz * 1000.0
        return median_duration(lengths_ms, self.marks.peaks[self.counted], reason, limits)


def _heart_rate(
    marks: Delineation, intervals_s: Floats, off: NDArray[np.bool_], irregular: bool
) -> tuple[HeartRate, float | None]:
    """Return the heart rate and its RR interval in s: the median, the mean if irregular."""
    peaks = marks.peaks
    if not peaks.size:
        return HeartRate(None, None, (), tr(NO_BEATS)), None
    if not marks.usable.any():
        # What was found are no beats.
        return HeartRate(None, None, (), tr(NOISE)), None
    known = ~np.isnan(intervals_s) & ~(off[1:] | off[:-1])
    if np.count_nonzero(known) < FEWEST_INTERVALS:
        return HeartRate(None, None, (), tr(NO_RATE)), None
    rr_s = float(np.mean(intervals_s[known]) if irregular else np.median(intervals_s[known]))
    ends = np.flatnonzero(known)
    beats = tuple(int(peak) for peak in peaks[np.union1d(ends, ends + 1)])
    limits = (tr(IRREGULAR_LIMIT),) if irregular else ()
    per_min = spread(60.0 / intervals_s[known])
    return HeartRate(60.0 / rr_s, per_min, beats, "", limits), rr_s


def _gaps(values_mv: Samples) -> Positions:
    """Return the spans without signal in any lead, int64 (n_gaps, 2)."""
    gone = np.isnan(values_mv).all(axis=0).astype(np.int8)
    edges = np.flatnonzero(np.diff(gone, prepend=0, append=0))
    return edges.reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class _Correction:
    qt: Duration
    rr_s: float | None
    irregular: bool
    limits: tuple[str, ...]

    def by(
        self,
        formula: Callable[[float, float], float],
        own_limits: Callable[[float], tuple[str, ...]] = lambda _: (),
    ) -> Duration:
        """Return QTc by a formula."""
        rr_s = self.rr_s
        if self.qt.value_ms is None:
            return Duration(None, None, (), self.qt.reason)
        if rr_s is None:
            return Duration(None, None, (), tr(NO_RATE))
        if self.irregular and len(self.qt.beats) < FEWEST_IRREGULAR:
            return Duration(None, None, (), tr(FEW_IRREGULAR))
        value_ms, spread_ms = changed(self.qt, lambda qt_ms: formula(qt_ms, rr_s))
        said = (*self.qt.limits, *own_limits(rr_s), *self.limits)
        irregular = (tr(IRREGULAR_LIMIT),) if self.irregular else ()
        return Duration(value_ms, spread_ms, self.qt.beats, "", (*said, *irregular))
