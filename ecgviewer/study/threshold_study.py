"""Which way of choosing thresholds holds on records, or in hospitals, that it never saw."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.bootstrap import N_DRAWS, Interval, Weights, interval, patient_draws
from ecgviewer.study.calibration import calibrated
from ecgviewer.study.cross_fit import DecisionRule, Decisions, cross_fit, fit_rule
from ecgviewer.study.metrics import Values, confusion

CANDIDATES = (
    DecisionRule("none", "steady"),
    DecisionRule("none", "published"),
    DecisionRule("none", "bagged"),
    DecisionRule("none", "blurred"),
    DecisionRule("none", "prevalence"),
    DecisionRule("temperature", "expected"),
    DecisionRule("platt", "expected"),
    DecisionRule("platt", "steady"),
    DecisionRule("platt", "bagged"),
    DecisionRule("platt", "blurred"),
)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What a rule is worth, taught by some groups of records and tried on the others.

    f1: mean over classes; gain: over the first rule, with the same draws of patients.
    brier: mean over classes. by_class: F1 a class. hindsight: the mean F1 of thresholds
    taught by the very records that they are tried on, which nobody can have.
    """

    rule: DecisionRule
    f1: Interval
    gain: Interval
    brier: float
    by_class: tuple[float, ...]
    hindsight: float


def compare_rules(
    scores: Values,
    cells: NDArray[np.floating],
    patients: NDArray[np.str_],
    groups: NDArray[np.generic],
    rules: Sequence[DecisionRule] = CANDIDATES,
    n_draws: int = N_DRAWS,
) -> list[RuleResult]:
    """Try rules on out-of-fold scores: each group is decided on by what the others teach.

    scores: (n_records, n_classes), uncalibrated, of classes with positives and negatives;
    cells: the same shape, NaN where not judged; groups: (n_records,), folds, or sources
    to see what holds in other hospitals.
    """
    draws = list(patient_draws(patients, n_draws))
    once = np.ones((1, len(scores)), dtype=np.float32)
    results: list[RuleResult] = []
    first: tuple[float, Values] | None = None
    for rule in rules:
        made = cross_fit(rule, scores, cells, groups, patients)
        by_class = _f1(made, cells, once)[0]
        value = float(np.nanmean(by_class))
        drawn = np.concatenate([np.nanmean(_f1(made, cells, w), axis=1) for w in draws])
        first = first or (value, drawn)
        results.append(
            RuleResult(
                rule=rule,
                f1=interval(value, drawn),
                gain=interval(value - first[0], drawn - first[1]),
                brier=_mean_brier(made, cells),
                by_class=tuple(by_class.tolist()),
                hindsight=_hindsight(rule, scores, cells, patients),
            )
        )
    return results


def _f1(made: Decisions, cells: NDArray[np.floating], weights: Weights) -> Values:
    """Return F1, (n_draws, n_classes)."""
    columns = []
    for column in range(cells.shape[1]):
        judged = ~np.isnan(cells[:, column])
        truth = cells[judged, column].astype(np.float64)
        present = (made.scores >= made.thresholds)[judged, column]
        columns.append(confusion(truth, present, weights[:, judged]).f1)
    return np.stack(columns, axis=1)


def _mean_brier(made: Decisions, cells: NDArray[np.floating]) -> float:
    return float(np.nanmean((made.scores - cells) ** 2, axis=0).mean())


def _hindsight(
    rule: DecisionRule, scores: Values, cells: NDArray[np.floating], patients: NDArray[np.str_]
) -> float:
    calibration, thresholds = fit_rule(rule, scores, cells, patients)
    own = calibrated(scores, calibration)
    made = Decisions(own, np.broadcast_to(thresholds, own.shape))
    once = np.ones((1, len(scores)), dtype=np.float32)
    return float(np.nanmean(_f1(made, cells, once)))
