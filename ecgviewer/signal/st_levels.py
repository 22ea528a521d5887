"""ST levels of each lead, against the level before the QRS complex: at J and 60 ms later.

J is the end of the QRS complex of all leads together, since in a lead alone the end may run
along the baseline. Limits after the recommendations for the standardization of the ECG,
part VI (Wagner and others, J Am Coll Cardiol 53:1003-1011, 2009).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ecgviewer.core.record import Patient, Samples
from ecgviewer.signal.delineation import Delineation
from ecgviewer.signal.leads import normalise_lead
from ecgviewer.signal.measured import FEWEST_BEATS, FEWEST_SHARE, spread
from ecgviewer.signal.wave_edges import Floats

J_S, AFTER_J_S = 0.0, 0.06
# A level is a mean over so much: of the PQ segment, and to both sides of a point.
PQ_S = (-0.03, -0.006)
BESIDE_S = 0.004
ADULT_YEARS = 18
DEPRESSED_MV = -0.05
ELEVATED_MV = 0.10
# V2 and V3 stand higher: in women, in men from 40 years on, in younger men.
_HIGH_LEADS = ("V2", "V3")
_WOMEN_MV, _MEN_MV, _YOUNG_MEN_MV, _MATURE_YEARS = 0.15, 0.20, 0.25, 40


@dataclass(frozen=True, slots=True)
class StLevel:
    """A lead's levels in mV, None where not measurable.

    lead: its index in the record. spread_mv: how much the beats differ at J. n_beats: that
    the level at J rests on.
    """

    lead: int
    j_mv: float | None
    j60_mv: float | None
    spread_mv: float | None
    n_beats: int


def st_levels(
    values_mv: Samples, marks: Delineation, counted: np.ndarray, lead_indices: Sequence[int]
) -> tuple[StLevel, ...]:
    """Return the levels of each lead that was delineated.

    values_mv: (n_leads, n) in mV, as delineated. counted: bool (n_beats,), the usual beats.
    lead_indices: of the rows in the record. A lead in noise has none.
    """
    onset, end = marks.together.qrs_onset, marks.together.qrs_offset
    rate_hz = marks.rate_hz
    pq_mv = _levels(values_mv, onset + PQ_S[0] * rate_hz, onset + PQ_S[1] * rate_hz)
    found = []
    for after_s in (J_S, AFTER_J_S):
        at = end + after_s * rate_hz
        level = _levels(values_mv, at - BESIDE_S * rate_hz, at + BESIDE_S * rate_hz)
        found.append((level - pq_mv)[:, counted])
    found_j, found_j60 = found
    return tuple(
        _of_lead(index, found_j[row], found_j60[row], usable=bool(marks.usable[row]))
        for row, index in enumerate(lead_indices)
    )


def _of_lead(lead: int, j_mv: Floats, j60_mv: Floats, *, usable: bool) -> StLevel:
    level, level60 = (_median(values) if usable else None for values in (j_mv, j60_mv))
    known = j_mv[~np.isnan(j_mv)]
    if level is None:
        return StLevel(lead, None, None, None, 0)
    return StLevel(lead, level, level60, spread(known), known.size)


def _median(values: Floats) -> float | None:
    known = values[~np.isnan(values)]
    if known.size < max(FEWEST_BEATS, FEWEST_SHARE * values.size):
        return None
    return float(np.median(known))


def _levels(values_mv: Samples, begin: Floats, end: Floats) -> Floats:
    """Return the mean of each lead from begin to end (n_beats,), (n_leads, n_beats) in mV.

    NaN where a beat has no such place or a sample is missing.
    """
    levels = np.full((len(values_mv), len(begin)), np.nan)
    for beat, (first, last) in enumerate(zip(begin, end, strict=True)):
        if np.isnan(first + last) or first < 0 or last >= values_mv.shape[1]:
            continue
        span = values_mv[:, round(first) : max(round(first), round(last)) + 1]
        levels[:, beat] = span.astype(np.float64).mean(axis=1)
    return levels


def is_remarkable(level_mv: float, lead: str, patient: Patient) -> bool:
    """Whether a level is beyond what is usual in adults; never where age or sex is unknown."""
    limit_mv = elevated_from_mv(lead, patient)
    return limit_mv is not None and (level_mv >= limit_mv or level_mv <= DEPRESSED_MV)


def elevated_from_mv(lead: str, patient: Patient) -> float | None:
    """Return from which level on a lead is elevated, None for children and unknown patients."""
    years = patient.age_years
    if years is None or years < ADULT_YEARS or patient.sex not in ("M", "F"):
        return None
    if normalise_lead(lead) not in _HIGH_LEADS:
        return ELEVATED_MV
    if patient.sex == "F":
        return _WOMEN_MV
    return _MEN_MV if years >= _MATURE_YEARS else _YOUNG_MEN_MV
