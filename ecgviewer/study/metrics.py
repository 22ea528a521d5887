"""Figures of merit; cells that are not judged (NaN) never count.

Each figure takes truth and answers of the judged records, (n,), and optionally weights
(n_draws, n), and returns one value a row of weights: the bootstrap's draws in one go.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.bootstrap import N_DRAWS, Interval, Weights, interval, patient_draws

Values = NDArray[np.float64]
Flags = NDArray[np.bool_]
THRESHOLDS = np.linspace(0.01, 0.99, 99)


def weighted_auc(truth: Values, scores: Values, weights: Weights) -> Values:
    """Return the area under the ROC curve of each row of weights, ties counting half.

    NaN where a row leaves no positive or no negative.
    """
    positive = np.flatnonzero(truth > 0.5)
    negative = np.flatnonzero(~(truth > 0.5))
    negative = negative[np.argsort(scores[negative], kind="stable")]
    # How many negatives a positive beats; those with its own score count half.
    ordered = scores[negative]
    lower = np.searchsorted(ordered, scores[positive], side="left")
    upper = np.searchsorted(ordered, scores[positive], side="right")
    passed = np.zeros((len(weights), len(negative) + 1))
    np.cumsum(weights[:, negative], axis=1, out=passed[:, 1:])
    of_positives = weights[:, positive]
    beaten = (of_positives * (passed[:, lower] + passed[:, upper])).sum(axis=1) / 2
    pairs = of_positives.sum(axis=1, dtype=np.float64) * passed[:, -1]
    return _ratio(beaten, pairs)


@dataclass(frozen=True, eq=False)
class Confusion:
    """Weighted counts of a 2 by 2 table, one each a row of weights."""

    true_positive: Values
    false_positive: Values
    false_negative: Values
    true_negative: Values

    @property
    def precision(self) -> Values:
        """Return TP / (TP + FP); 0 where nothing was found though there was something."""
        found = self.true_positive + self.false_positive
        nothing_found = np.where(self.false_negative > 0, 0.0, np.nan)
        return np.where(found > 0, _ratio(self.true_positive, found), nothing_found)

    @property
    def recall(self) -> Values:
        """Return TP / (TP + FN); NaN where there was nothing to find."""
        return _ratio(self.true_positive, self.true_positive + self.false_negative)

    @property
    def f1(self) -> Values:
        """Return 2 TP / (2 TP + FP + FN); NaN where nothing was there nor found."""
        twice = 2 * self.true_positive
        return _ratio(twice, twice + self.false_positive + self.false_negative)

    @property
    def accuracy(self) -> Values:
        """Return the share that was answered rightly."""
        right = self.true_positive + self.true_negative
        return _ratio(right, right + self.false_positive + self.false_negative)


def confusion(truth: Values, present: Flags, weights: Weights) -> Confusion:
    """Count answers by truth, for each row of weights."""
    positive = truth > 0.5
    cells = [positive & present, ~positive & present, positive & ~present, ~positive & ~present]
    counts = weights @ np.stack(cells, axis=1).astype(np.float32)
    return Confusion(*(np.asarray(column, dtype=np.float64) for column in counts.T))


def brier(truth: Values, scores: Values, weights: Weights) -> Values:
    """Return the mean squared distance of probability from truth."""
    total = weights.sum(axis=1, dtype=np.float64)
    return _ratio(np.asarray(weights @ (scores - truth) ** 2, dtype=np.float64), total)


def auc(truth: Values, scores: Values) -> float:
    """Return the area under the ROC curve (ties count half); NaN without both classes."""
    return float(weighted_auc(truth, scores, _once(truth))[0])


def f1(truth: Values, present: Flags) -> float:
    """Return 2 TP / (2 TP + FP + FN), NaN where nothing is positive at all."""
    return float(confusion(truth, present, _once(truth)).f1[0])


def f_beta(truth: Values, present: Flags, beta: float) -> float:
    """Return F1 with recall counting ``beta`` times as much as precision (van Rijsbergen)."""
    counts = confusion(truth, present, _once(truth))
    weighted = (1 + beta**2) * counts.true_positive
    missed = beta**2 * counts.false_negative
    return float(_ratio(weighted, weighted + missed + counts.false_positive)[0])


def best_threshold(truth: Values, scores: Values) -> float:
    """Return the threshold of largest F1; in the middle where several are as good."""
    values = np.array([f1(truth, scores >= threshold) for threshold in THRESHOLDS])
    if np.isnan(values).all():
        return 0.5
    best = THRESHOLDS[values >= np.nanmax(values) - 1e-9]
    return float(best[len(best) // 2])


def most_probable(scores: Values) -> Flags:
    """Return True for the largest score of each row, (n, n_classes), the first of equal ones."""
    flags = np.zeros(scores.shape, dtype=bool)
    flags[np.arange(len(scores)), scores.argmax(axis=1)] = True
    return flags


def bootstrap_auc(
    truth: Values, scores: Values, patients: NDArray[np.str_], n_draws: int = N_DRAWS, seed: int = 0
) -> Interval:
    """Return the AUC and the interval from drawing patients, not records, with replacement."""
    draws = [
        weighted_auc(truth, scores, weights)
        for weights in patient_draws(patients, n_draws, seed)
        if len(truth)
    ]
    return interval(auc(truth, scores), np.concatenate(draws) if draws else np.array([np.nan]))


def _once(truth: Values) -> Weights:
    return np.ones((1, len(truth)), dtype=np.float32)


def _ratio(part: Values, whole: Values) -> Values:
    known = whole > 0
    return np.divide(part, whole, out=np.full_like(whole, np.nan), where=known)
