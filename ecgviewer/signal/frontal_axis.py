"""The electrical axis of the heart in the frontal plane, from the areas of I and aVF."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.core.text import later, tr
from ecgviewer.signal.delineation import Delineation
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.leads import find_lead
from ecgviewer.signal.measured import (
    FEWEST_BEATS,
    MAD_TO_SD,
    TOO_FEW,
    FrontalAxis,
)
from ecgviewer.signal.wave_edges import Floats

# Before the QRS complex, where its baseline is taken.
BASELINE_S = 0.012
# Where up and down cancel to less than this share in both leads there is no direction.
SMALLEST_SHARE = 0.1
# Beats whose directions differ by more are noise, or not of one kind.
LARGEST_SPREAD_DEG = 30.0
# A lead that moves less is no signal.
FLAT_MV = 0.01
FULLEST_GAP_SHARE = 0.5
NO_LEADS = later("it takes lead I and one of aVF, II and III")
DIFFERS = later("the direction differs from beat to beat")
CANCELS = later(
    "in leads I and aVF the QRS complex is as much up as down: the axis is indeterminate"
)


def frontal_axis(
    values_mv: Samples, leads: Sequence[str], marks: Delineation, counted: NDArray[np.bool_]
) -> FrontalAxis:
    """Return atan2((2 / sqrt 3) aVF, I) of the net QRS areas, the median over beats.

    values_mv: (n_leads, n_samples), as they were delineated; counted: bool (n_beats,), the
    beats that count. The factor makes a unipolar, augmented lead as long as a bipolar one.
    """
    pair = _lead_i_and_avf(values_mv, leads)
    if pair is None:
        return FrontalAxis(None, None, (), tr(NO_LEADS))
    onsets, offsets = marks.together.qrs_onset, marks.together.qrs_offset
    whole = np.flatnonzero(counted & ~np.isnan(onsets + offsets))
    if whole.size < FEWEST_BEATS:
        return FrontalAxis(None, None, (), tr(TOO_FEW))
    areas, gross = np.zeros((whole.size, 2)), np.zeros(whole.size)
    for row, beat in enumerate(whole):
        areas[row], gross[row] = _areas(pair, marks.rate_hz, int(onsets[beat]), int(offsets[beat]))
    net = np.median(areas, axis=0)
    if np.hypot(*net) < SMALLEST_SHARE * np.median(gross):
        return FrontalAxis(None, None, (), tr(CANCELS))
    value_deg = _angle(net)
    away = [(_angle(area) - value_deg + 180.0) % 360.0 - 180.0 for area in areas]
    spread_deg = float(MAD_TO_SD * np.median(np.abs(away)))
    if spread_deg > LARGEST_SPREAD_DEG:
        return FrontalAxis(None, None, (), tr(DIFFERS))
    return FrontalAxis(value_deg, spread_deg, tuple(int(peak) for peak in marks.peaks[whole]))


def _angle(area: Floats) -> float:
    return float(np.degrees(np.arctan2(2 / np.sqrt(3) * area[1], area[0])))


def _lead_i_and_avf(values_mv: Samples, names: Sequence[str]) -> Floats | None:
    """Return lead I and aVF, (2, n_samples) in mV, aVF from II or III where it is absent.

    A lead across the axis shows little but noise and tells the direction all the same.
    """
    kept = [name if _shows(lead) else "" for name, lead in zip(names, values_mv, strict=True)]
    lead_i = find_lead("I", kept)
    if lead_i is None:
        return None
    # Einthoven and Goldberger: aVF = (II + III) / 2, III = II - I.
    for name, share in (("aVF", 0.0), ("II", -0.5), ("III", 0.5)):
        other = find_lead(name, kept)
        if other is not None:
            both = bridged(values_mv[[lead_i, other]])
            return np.stack([both[0], both[1] + share * both[0]])
    return None


def _shows(lead_mv: Samples) -> bool:
    present = lead_mv[~np.isnan(lead_mv)]
    return bool(present.size > FULLEST_GAP_SHARE * lead_mv.size and np.ptp(present) > FLAT_MV)


def _areas(pair_mv: Floats, rate_hz: float, onset: int, offset: int) -> tuple[Floats, float]:
    """Return the net areas of both leads, (2,) in mV s, and how large they are without sign."""
    first = max(0, onset - round(BASELINE_S * rate_hz))
    level = np.median(pair_mv[:, first : onset + 1], axis=1, keepdims=True)
    beat = (pair_mv[:, onset : offset + 1] - level) / rate_hz
    return beat.sum(axis=1), float(np.abs(beat).sum(axis=1).max())
