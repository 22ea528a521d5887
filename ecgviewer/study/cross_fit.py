"""Calibration and thresholds for held-out scores, from the other folds alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Calibration
from ecgviewer.study.calibration import calibrated, fit_calibration
from ecgviewer.study.thresholds import choose_thresholds

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How scores become decisions: by which calibration, with which thresholds.

    calibration: "none", "temperature" or "platt"; thresholds: by name in
    thresholds.RULES.
    """

    calibration: str
    thresholds: str


@dataclass(frozen=True, eq=False)
class Decisions:
    """Calibrated scores and what each is held against, (n_records, n_classes) each."""

    scores: Values
    thresholds: Values


def fit_rule(
    rule: DecisionRule,
    scores: Values,
    cells: NDArray[np.floating],
    patients: NDArray[np.str_] | None = None,
) -> tuple[Calibration | None, Values]:
    """Return the calibration and the thresholds that a rule makes of held-out scores.

    scores: uncalibrated, (n_records, n_classes); cells: NaN where not judged. patients:
    whom each record is of; None where each is of somebody else.
    """
    calibration = fit_calibration(scores, cells, rule.calibration)
    chosen = choose_thresholds(calibrated(scores, calibration), cells, rule.thresholds, patients)
    return calibration, chosen


def cross_fit(
    rule: DecisionRule,
    scores: Values,
    cells: NDArray[np.floating],
    folds: NDArray[np.generic],
    patients: NDArray[np.str_],
) -> Decisions:
    """Decide on each fold by what the rule makes of the others; folds: (n_records,)."""
    new_scores, thresholds = scores.copy(), np.empty_like(scores)
    for fold in np.unique(folds):
        inside = folds == fold
        others = scores[~inside], cells[~inside]
        calibration, chosen = fit_rule(rule, *others, patients[~inside])
        new_scores[inside] = calibrated(scores[inside], calibration)
        thresholds[inside] = chosen
    return Decisions(new_scores, thresholds)
