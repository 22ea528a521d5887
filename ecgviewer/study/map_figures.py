"""What one map is worth, in figures: by asking the model again, and by known truth."""

from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.heat import Heat
from ecgviewer.explain.deletion_curve import DeletionTest
from ecgviewer.study.evidence import Evidence

NAN = float("nan")


@dataclass(frozen=True, slots=True)
class MapFigures:
    """One method's map of one class of one record; NaN where a figure cannot be had.

    deletion, insertion: mean logits of the two curves less those of regions of the same
    shape elsewhere: a good map has them below and above zero. flipped: 1 where removing
    the coloured part takes the class away. hit: 1 where the hottest place lies in the
    evidence (the pointing game); by_chance: how much of the record the evidence fills.
    inside: the share of the heat that lies in the evidence. empty: 1 for a map without
    any positive evidence.
    """

    source: str
    record: str
    patient: str
    label: str
    method: str
    deletion: float
    insertion: float
    flipped: float
    hit: float
    by_chance: float
    inside: float
    empty: float

    def as_dict(self) -> dict[str, str | float | None]:
        """Return what a line of JSON holds; NaN becomes null."""
        return {name: None if value != value else value for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, stored: dict[str, str | float | None]) -> "MapFigures":
        """Read what as_dict wrote; raises KeyError or ValueError for anything else."""
        values = [stored[field.name] for field in fields(cls)]
        words = [str(value) for value in values[:5]]
        numbers = [NAN if value is None else float(value) for value in values[5:]]
        return cls(*words, *numbers)  # type: ignore[arg-type]  # five words, then numbers


@dataclass(frozen=True, slots=True)
class Subject:
    """What is explained: a class of a record."""

    source: str
    record: str
    patient: str
    label: str


def map_figures(
    subject: Subject, heat: Heat, test: DeletionTest | None, evidence: Evidence | None
) -> MapFigures:
    """Return what a map of the whole record is worth."""
    hit, by_chance, inside = _within(heat, evidence) if evidence is not None else (NAN,) * 3
    return MapFigures(
        source=subject.source,
        record=subject.record,
        patient=subject.patient,
        label=subject.label,
        method=heat.method,
        deletion=test.deletion_auc - test.random_deletion_auc if test else NAN,
        insertion=test.insertion_auc - test.random_insertion_auc if test else NAN,
        flipped=float(test.flipped) if test else NAN,
        hit=hit,
        by_chance=by_chance,
        inside=inside,
        empty=float(heat.empty),
    )


def _within(heat: Heat, evidence: Evidence) -> tuple[float, float, float]:
    """Return whether the hottest place is in the evidence, its area, and the heat's share."""
    rows, known, inside = _together(heat, evidence)
    if not known.any():
        return NAN, NAN, NAN
    hot = np.where(known, np.nan_to_num(rows), 0)
    by_chance = float(inside[known].mean())
    if not hot.any():
        return 0.0, by_chance, NAN
    hottest = np.unravel_index(int(np.argmax(hot)), hot.shape)
    return float(inside[hottest]), by_chance, float(hot[inside].sum() / hot.sum())


def _together(
    heat: Heat, evidence: Evidence
) -> tuple[NDArray[np.floating], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return heat, known and inside in the same form, (rows, n_samples).

    Of a map for all leads at once, a place is evidence where it is so in most leads.
    """
    if len(heat.heat) == 1:
        known = evidence.known.any(axis=0, keepdims=True)
        votes = (evidence.known & evidence.inside).sum(axis=0, keepdims=True)
        most = 2 * votes >= evidence.known.sum(axis=0, keepdims=True)
        return heat.heat, np.asarray(known), np.asarray(known & most)
    shared = [lead for lead in heat.leads if lead in evidence.leads]
    of_heat = [heat.leads.index(lead) for lead in shared]
    of_evidence = [evidence.leads.index(lead) for lead in shared]
    return heat.heat[of_heat], evidence.known[of_evidence], evidence.inside[of_evidence]
