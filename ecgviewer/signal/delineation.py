"""Where P, QRS and T begin, peak and end: in each lead, beat by beat, and for all leads.

The parts: `signal.qrs_bounds`, `signal.t_waves`, `signal.p_waves`; each names its sources.
What cannot be measured is NaN, never a guess. `python packaging/run.py bench delineation`
compares the marks with those of cardiologists.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.qrs_bounds import QrsBounds, qrs_bounds
from ecgviewer.signal.wave_edges import Floats

# Nothing is measured so near to a gap.
NEAR_GAP_S = 0.04
# A lead with less signal than this is not looked at.
FULLEST_GAP_SHARE = 0.5
# Of several leads that show a wave, how many may begin before (end behind) the common mark.
EARLIER_SHARE = 0.1
# A wave that fewer of the usable leads show has no common marks.
FEWEST_SHARE = 0.25
LOWEST_RATE_HZ = 100.0


@dataclass(frozen=True, eq=False, slots=True)
class WaveMarks:
    """Marks in samples, float64 (n_leads, n_beats) or (n_beats,); NaN: not measurable."""

    p_onset: Floats
    p_peak: Floats
    p_offset: Floats
    qrs_onset: Floats
    qrs_offset: Floats
    t_peak: Floats
    t_offset: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Delineation:
    """The marks of all beats.

    peaks: int64 (n_beats,), the R peaks that were asked about. leads: marks of each lead,
    (n_leads, n_beats). together: marks of all leads, (n_beats,): earliest onsets, latest
    offsets. usable: bool (n_leads,), False for leads without signal or in noise.
    without_p: why there is no P wave in any beat, "" where there is one.
    usual_shape: bool (n_beats,), which complexes look as most do.
    """

    rate_hz: float
    peaks: Positions
    leads: WaveMarks
    together: WaveMarks
    usable: NDArray[np.bool_]
    without_p: str
    usual_shape: NDArray[np.bool_]


def delineate(values_mv: Samples, rate_hz: float, peaks: Positions) -> Delineation:
    """Return the marks of the waves around these R peaks.

    values_mv: (n_leads, n_samples) in mV, NaN where there is no signal. peaks: rising, in
    samples. Rates below 100 Hz cannot carry the edges of a QRS complex: all NaN.
    """
    # What measures is loaded with the first measurement: the window is there sooner.
    from ecgviewer.signal.p_waves import p_waves
    from ecgviewer.signal.t_waves import t_waves
    from ecgviewer.signal.usual_beats import usual_shapes

    gone = np.isnan(values_mv)
    filled = bridged(np.where(_empty(gone)[:, np.newaxis], np.nan, values_mv))
    filled -= np.median(filled, axis=1, keepdims=True) if filled.size else 0.0
    if rate_hz < LOWEST_RATE_HZ or filled.shape[1] < rate_hz:
        peaks = peaks[:0]
    qrs = qrs_bounds(filled, rate_hz, peaks)
    quiet = without_complexes(filled, qrs)
    t = t_waves(quiet, rate_hz, peaks, qrs)
    usual = usual_shapes(filled[qrs.usable], rate_hz, peaks)
    p = p_waves(quiet, rate_hz, peaks, qrs, t, usual)
    leads = WaveMarks(p.onset, p.peak, p.offset, qrs.onset, qrs.offset, t.peak, t.offset)
    leads = _without_gaps(leads, gone, round(NEAR_GAP_S * rate_hz))
    return Delineation(
        rate_hz, peaks, leads, together(leads, qrs.usable), qrs.usable, p.reason, usual
    )


def _empty(gone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return gone.mean(axis=1) > FULLEST_GAP_SHARE if gone.size else np.zeros(len(gone), np.bool_)


def without_complexes(filled_mv: Floats, qrs: QrsBounds) -> Floats:
    """Return the leads with a straight line instead of every QRS complex.

    Nothing of the complexes then leaks into P and T through wide filters.
    """
    rest = filled_mv.copy()
    for onset, offset in zip(qrs.all_onset, qrs.all_offset, strict=True):
        if not np.isnan(onset + offset):
            first, last = max(0, int(onset)), min(rest.shape[1] - 1, int(offset))
            ends = rest[:, first], rest[:, last]
            rest[:, first : last + 1] = np.linspace(*ends, last - first + 1, axis=1)
    return rest


def _without_gaps(marks: WaveMarks, gone: NDArray[np.bool_], near: int) -> WaveMarks:
    """Return the marks without those in or near a gap of their lead."""
    if not gone.any():
        return marks
    from scipy.ndimage import binary_dilation

    wide = binary_dilation(gone, np.ones((1, 2 * near + 1), dtype=np.bool_))
    rows = np.arange(len(gone))[:, np.newaxis]
    kept = {}
    for field in fields(marks):
        places = getattr(marks, field.name)
        at = np.clip(np.nan_to_num(places).astype(int), 0, gone.shape[1] - 1)
        kept[field.name] = np.where(wide[rows, at], np.nan, places)
    return WaveMarks(**kept)


def together(leads: WaveMarks, usable: NDArray[np.bool_]) -> WaveMarks:
    """Return the marks of the usable leads as one: earliest onset, latest offset, median peak.

    Of many leads the few most extreme do not count, so that no single bad one decides: of
    twelve the second earliest is taken.
    """
    early, late = EARLIER_SHARE, 1 - EARLIER_SHARE
    return WaveMarks(
        p_onset=_quantile(leads.p_onset[usable], early),
        p_peak=_quantile(leads.p_peak[usable], 0.5),
        p_offset=_quantile(leads.p_offset[usable], late),
        qrs_onset=_quantile(leads.qrs_onset[usable], early),
        qrs_offset=_quantile(leads.qrs_offset[usable], late),
        t_peak=_quantile(leads.t_peak[usable], 0.5),
        t_offset=_quantile(leads.t_offset[usable], late),
    )


def _quantile(places: Floats, share: float) -> Floats:
    """Return the quantile over the leads that have the mark, whole samples, (n_beats,)."""
    found = np.full(places.shape[1], np.nan)
    n_leads = np.count_nonzero(~np.isnan(places), axis=0)
    seen = (n_leads > 0) & (n_leads >= FEWEST_SHARE * len(places))
    if seen.any():
        found[seen] = np.round(np.nanquantile(places[:, seen], share, axis=0))
    return found
