"""What is known of a synthetic record: its beats, its intervals, where its evidence lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.synthesis_dipole import BeatTimes
from ecgviewer.signal.synthesis_heart import Heart

Mask = NDArray[np.bool_]

_SYMBOL_OF_KIND: Final = {"atrial": "A", "ventricular": "V"}


@dataclass(frozen=True, slots=True)
class SyntheticBeat:
    """One beat; positions are samples of the record, and some may lie outside it.

    symbol: as in WFDB annotation files: N, L, R (bundle branch blocks), A (premature
    atrial), V (premature ventricular). p_onset, p_end: None without a P wave of its own.
    """

    sample: int
    symbol: str
    p_onset: int | None
    p_end: int | None
    qrs_onset: int
    j_point: int
    t_end: int


@dataclass(frozen=True, slots=True)
class Intervals:
    """Means over the beats that came from the atria; pr_ms is None without P waves."""

    rate_per_min: float
    pr_ms: float | None
    qrs_ms: float
    qt_ms: float


def mark_beat(times: BeatTimes, heart: Heart, rate_hz: float) -> SyntheticBeat:
    """Return a drawn beat's landmarks in samples."""
    conducted = "L" if "LBBB" in heart.labels else "R" if "RBBB" in heart.labels else "N"
    return SyntheticBeat(
        sample=round(times.plan.r_s * rate_hz),
        symbol=_SYMBOL_OF_KIND.get(times.plan.kind, conducted),
        p_onset=None if times.p_onset_s is None else round(times.p_onset_s * rate_hz),
        p_end=None if times.p_end_s is None else round(times.p_end_s * rate_hz),
        qrs_onset=round(times.qrs_onset_s * rate_hz),
        j_point=round(times.j_s * rate_hz),
        t_end=round(times.t_end_s * rate_hz),
    )


def mean_intervals(beats: Sequence[SyntheticBeat], rate_hz: float) -> Intervals:
    """Return the record's intervals from its beats' landmarks."""
    conducted = [beat for beat in beats if beat.symbol not in "AV"]
    pr = [beat.qrs_onset - beat.p_onset for beat in conducted if beat.p_onset is not None]
    ms = 1000.0 / rate_hz
    peaks = [beat.sample for beat in beats]
    return Intervals(
        rate_per_min=60.0 * rate_hz / float(np.mean(np.diff(peaks))),
        pr_ms=float(np.mean(pr)) * ms if pr else None,
        qrs_ms=float(np.mean([beat.j_point - beat.qrs_onset for beat in conducted])) * ms,
        qt_ms=float(np.mean([beat.t_end - beat.qrs_onset for beat in conducted])) * ms,
    )


def evidence(
    labels: frozenset[str],
    beats: Sequence[SyntheticBeat],
    fibrillating: Mask,
    n_samples: int,
) -> dict[str, Mask]:
    """Return for each label the samples (n_samples,) in which it shows."""
    masks = {label: np.zeros(n_samples, dtype=np.bool_) for label in sorted(labels)}
    for label, mask in masks.items():
        for beat in beats:
            span = _span(label, beat)
            if span is not None:
                mask[max(span[0], 0) : max(span[1], 0)] = True
    if "AF" in masks:
        masks["AF"] |= fibrillating & ~_ventricles_active(beats, n_samples)
    return masks


def _span(label: str, beat: SyntheticBeat) -> tuple[int, int] | None:
    """Return where one beat speaks for a label, None where it does not."""
    early, ventricular = beat.symbol == "A", beat.symbol == "V"
    own_p = beat.p_onset is not None and not early
    spans = {
        "SNR": (own_p, beat.p_onset, beat.j_point),
        "IAVB": (own_p, beat.p_onset, beat.qrs_onset),
        "LBBB": (not ventricular, beat.qrs_onset, beat.j_point),
        "RBBB": (not ventricular, beat.qrs_onset, beat.j_point),
        "PAC": (early, beat.p_onset, beat.j_point),
        "PVC": (ventricular, beat.qrs_onset, beat.t_end),
        "STD": (not ventricular, beat.j_point, beat.t_end),
        "STE": (not ventricular, beat.j_point, beat.t_end),
    }
    speaks, start, stop = spans.get(label, (False, None, None))
    return (start, stop) if speaks and start is not None and stop is not None else None


def _ventricles_active(beats: Sequence[SyntheticBeat], n_samples: int) -> Mask:
    active = np.zeros(n_samples, dtype=np.bool_)
    for beat in beats:
        active[max(beat.qrs_onset, 0) : max(beat.t_end, 0)] = True
    return active
