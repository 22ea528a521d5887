"""Scores by nets that did not see the records, as they lie beside a model."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.study.answers import patients_of, truth_of
from ecgviewer.study.cross_fit import DecisionRule, Decisions, cross_fit
from ecgviewer.study.dataset import Case
from ecgviewer.study.held_out import Plan, plan
from ecgviewer.study.metrics import Values
from ecgviewer.study.split import Member, OutOfFold, RecordKey


@dataclass(frozen=True, eq=False)
class HeldOutScores:
    """Uncalibrated scores and the truth, (n_records, n_labels) each; folds: (n_records,).

    share: how many of the table's records are here.
    """

    cases: tuple[Case, ...]
    scores: Values
    truth: Values
    folds: NDArray[np.str_]
    share: float

    @property
    def sources(self) -> NDArray[np.str_]:
        """The data set of each record, (n_records,)."""
        return np.array([case.source for case in self.cases], dtype=np.str_)

    @property
    def patients(self) -> NDArray[np.str_]:
        """Whom each record is of, (n_records,)."""
        return patients_of(self.cases)

    def decide(self, rule: DecisionRule, groups: NDArray[np.str_]) -> Decisions:
        """Decide on each group of records by what the others teach."""
        return cross_fit(rule, self.scores, self.truth, groups, self.patients)


def held_out_scores(
    card: ModelCard, cases: Sequence[Case], found: Plan, table: OutOfFold
) -> HeldOutScores:
    """Return the scores that a plan takes from a table; raises EcgError if it lacks a label."""
    absent = [label for label in card.labels if label not in table.labels]
    if absent:
        raise EcgError(f"The scores beside the model {card.name} lack {', '.join(absent)}.")
    rows = [table.rows[key] for key in found.by_fold.values()]
    columns = [table.labels.index(label) for label in card.labels]
    chosen = [cases[index] for index in found.by_fold]
    return HeldOutScores(
        cases=tuple(chosen),
        scores=np.asarray(table.scores[rows][:, columns]),
        truth=truth_of(chosen, card.labels),
        folds=np.array([table.members[row].part for row in rows], dtype=np.str_),
        share=len(chosen) / max(1, len(table.members)),
    )


def known_members(table: OutOfFold) -> dict[RecordKey, Member]:
    """Return the records of a table as a split of its own."""
    return {member.key: member for member in table.members}


def plan_by_table(cases: Sequence[Case], table: OutOfFold) -> Plan:
    """Return which cases a table knows."""
    return plan(cases, known_members(table), table.rows)


def rule_of(card: ModelCard) -> DecisionRule:
    """Return how a card's calibration and thresholds were made."""
    settings = card.training.get("settings", {})
    usual = "none" if card.calibration is None else "platt"
    return DecisionRule(
        calibration=str(settings.get("calibration", usual)),
        thresholds=str(settings.get("thresholds", "steady")),
    )
