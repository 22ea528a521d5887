"""How well strange records are told from familiar ones: one row a kind, with intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Patient
from ecgviewer.inference.traits import Traits
from ecgviewer.inference.unfamiliar import LIMIT, Familiarity, judge
from ecgviewer.study.bootstrap import Interval, interval, patient_draws
from ecgviewer.study.metrics import weighted_auc

FAMILIAR = "familiar"


@dataclass(frozen=True, eq=False)
class Seen:
    """A record's traits, and its patient, so that draws keep a patient's records together."""

    patient: str
    traits: Traits


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of record.

    auc: of its scores against those of the familiar records. flagged: share of them at or
    above the limit. group: the heading that it stands under.
    """

    group: str
    kind: str
    n_records: int
    auc: Interval
    flagged: float


def measure(
    familiarity: Familiarity,
    familiar: Sequence[Seen],
    strange: Mapping[tuple[str, str], Sequence[Seen]],
    leads: Sequence[str],
) -> list[Row]:
    """Return the familiar records' row and one for each (group, kind) of strange ones.

    No patient among them may be one that the familiarity was fitted on.
    """
    usual = _scores(familiarity, familiar, leads)
    nothing = Interval(float("nan"), float("nan"), float("nan"))
    rows = [Row("", FAMILIAR, len(usual), nothing, float((usual >= LIMIT).mean()))]
    for (group, kind), records in strange.items():
        scores = _scores(familiarity, records, leads)
        area = _auc(usual, scores, [seen.patient for seen in (*familiar, *records)])
        rows.append(Row(group, kind, len(scores), area, float((scores >= LIMIT).mean())))
    return rows


def _scores(
    familiarity: Familiarity, records: Sequence[Seen], leads: Sequence[str]
) -> NDArray[np.float64]:
    return np.array([judge(familiarity, [seen.traits], leads, Patient())[0] for seen in records])


def _auc(
    usual: NDArray[np.float64], strange: NDArray[np.float64], patients: Sequence[str]
) -> Interval:
    truth = np.concatenate([np.zeros(len(usual)), np.ones(len(strange))])
    scores = np.concatenate([usual, strange])
    once = np.ones((1, len(truth)), dtype=np.float32)
    draws = [weighted_auc(truth, scores, weights) for weights in patient_draws(np.array(patients))]
    return interval(float(weighted_auc(truth, scores, once)[0]), np.concatenate(draws))


def as_table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| records | n | AUC (95 % interval) | called unfamiliar |",
        "| --- | --- | --- | --- |",
    ]
    for row in rows:
        area = f"{row.auc.value:.3f} ({row.auc.low:.3f}–{row.auc.high:.3f})"
        name = f"{row.group}: {row.kind}" if row.group else row.kind
        shown = "" if row.kind == FAMILIAR else area
        lines.append(f"| {name} | {row.n_records} | {shown} | {row.flagged:.0%} |")
    return "\n".join(lines)


def as_metrics(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the rows as a card keeps them."""
    return {
        f"{row.group}: {row.kind}" if row.group else row.kind: {
            "n": row.n_records,
            "auc": [round(x, 4) for x in (row.auc.value, row.auc.low, row.auc.high)],
            "flagged": round(row.flagged, 4),
        }
        for row in rows
    }
