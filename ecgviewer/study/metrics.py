"""Figures of merit with intervals; cells that are not judged (NaN) never count."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Values = NDArray[np.float64]
THRESHOLDS = np.linspace(0.01, 0.99, 99)


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float


def auc(truth: Values, scores: Values) -> float:
    """Return the area under the ROC curve (ties count half); NaN without both classes."""
    positive = truth > 0.5
    n_positive, n_negative = int(positive.sum()), int((~positive).sum())
    if n_positive == 0 or n_negative == 0:
        return float("nan")
    ranks = rankdata(scores)
    above = ranks[positive].sum() - n_positive * (n_positive + 1) / 2
    return float(above / (n_positive * n_negative))


def f1(truth: Values, present: NDArray[np.bool_]) -> float:
    """Return 2 TP / (2 TP + FP + FN), NaN where nothing is positive at all."""
    positive = truth > 0.5
    both = int((positive & present).sum())
    total = int(positive.sum()) + int(present.sum())
    return 2 * both / total if total else float("nan")


def best_threshold(truth: Values, scores: Values) -> float:
    """Return the threshold of largest F1; in the middle where several are as good."""
    values = np.array([f1(truth, scores >= threshold) for threshold in THRESHOLDS])
    if np.isnan(values).all():
        return 0.5
    best = THRESHOLDS[values >= np.nanmax(values) - 1e-9]
    return float(best[len(best) // 2])


def bootstrap_auc(
    truth: Values, scores: Values, patients: NDArray[np.str_], n_draws: int = 1000, seed: int = 0
) -> Interval:
    """Return the AUC and the interval from drawing patients, not records, with replacement."""
    rng = np.random.default_rng(seed)
    names, member = np.unique(patients, return_inverse=True)
    rows_of = [np.flatnonzero(member == index) for index in range(len(names))]
    draws = []
    for _ in range(n_draws):
        rows = np.concatenate([rows_of[i] for i in rng.integers(0, len(names), len(names))])
        draws.append(auc(truth[rows], scores[rows]))
    known = np.array([draw for draw in draws if not np.isnan(draw)])
    if not known.size:
        return Interval(auc(truth, scores), float("nan"), float("nan"))
    low, high = np.percentile(known, [2.5, 97.5])
    return Interval(auc(truth, scores), float(low), float(high))
