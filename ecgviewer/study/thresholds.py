"""How a class's threshold is chosen from scores of records with known truth."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ecgviewer.inference.calibrate import logits_of, probabilities_of
from ecgviewer.study.bootstrap import Weights, patient_draws
from ecgviewer.study.metrics import best_threshold, f1

Values = NDArray[np.float64]
PUBLISHED_GRID = np.linspace(0, 1, 100)
# Without a positive and a negative there is nothing to choose by.
UNDECIDED = 0.5
# Draws of patients that "bagged" averages over: more move its threshold no further.
N_BAGS = 200
# By how much, in logits, another hospital may shift a score: "blurred" expects it.
BLUR = 0.5
LOGIT_GRID = np.linspace(-8, 8, 321)


def f1_curve(truth: Values, scores: Values, grid: Values) -> Values:
    """Return F1 at each threshold of the grid, present meaning score >= threshold."""
    values = np.array([f1(truth, scores >= threshold) for threshold in grid])
    return np.asarray(np.nan_to_num(values))


def published_threshold(truth: Values, scores: Values) -> float:
    """Return the lowest of 100 thresholds from 0 to 1 with the largest F1.

    Source: Zhang et al., iScience 2021, who choose with > and apply >=; here both are >=.
    """
    return float(PUBLISHED_GRID[int(np.argmax(f1_curve(truth, scores, PUBLISHED_GRID)))])


def bagged_threshold(truth: Values, scores: Values, draws: Weights) -> float:
    """Return the threshold of largest F1 on average over draws of patients.

    One record more or less then moves it little.
    """
    candidates, last = _candidates(scores)
    order = np.argsort(-scores, kind="stable")
    weights = draws[:, order].astype(np.float64)
    positive = weights * truth[order]
    found = np.cumsum(weights, axis=1)[:, last]
    hits = np.cumsum(positive, axis=1)[:, last]
    mean = (2 * hits / np.maximum(found + positive.sum(axis=1, keepdims=True), 1)).mean(axis=0)
    return float(candidates[int(np.argmax(mean))])


def blurred_threshold(truth: Values, scores: Values) -> float:
    """Return the threshold of largest F1 were every score shifted at random.

    The shift is logistic with the scale BLUR, on the logit: a threshold at the edge of a
    narrow peak of F1 loses to one on broad ground.
    """
    beyond = (logits_of(scores) - LOGIT_GRID[:, np.newaxis]) / BLUR
    chance = probabilities_of(beyond, None)
    curve = 2 * (chance @ truth) / (chance.sum(axis=1) + truth.sum())
    best = LOGIT_GRID[int(np.argmax(curve))]
    return float(probabilities_of(best, None))


def expected_threshold(scores: Values) -> float:
    """Return the threshold of largest expected F1, taking the scores at their word.

    It is half of that F1, and it needs calibrated scores but no truth. Source: Lipton,
    Elkan & Narayanaswamy, ECML 2014 (arXiv:1402.1892).
    """
    falling = np.sort(scores)[::-1]
    n_found = np.arange(1, len(falling) + 1)
    return float((2 * np.cumsum(falling) / (n_found + falling.sum())).max() / 2)


def prevalence_threshold(truth: Values, scores: Values) -> float:
    """Return the threshold above which as many records lie as are positive."""
    falling = np.sort(scores)[::-1]
    n_positive = int(truth.sum())
    return _between(falling[n_positive - 1], falling[n_positive])


def _candidates(scores: Values) -> tuple[Values, NDArray[np.intp]]:
    """Return the thresholds between neighbouring scores, falling, and who is last above each."""
    falling = np.sort(scores)[::-1]
    last = np.flatnonzero(np.diff(falling) < 0)
    if not last.size:
        return np.array([falling[0]]), np.array([len(falling) - 1])
    middles = [_between(falling[row], falling[row + 1]) for row in last]
    return np.array(middles), last


def _between(upper: float, lower: float) -> float:
    """Return the score halfway on the logit, where scores near 0 or 1 still lie apart."""
    middle = logits_of(np.array([upper, lower])).mean(keepdims=True)
    return float(probabilities_of(middle, None)[0])


Rule = Callable[[Values, Values, Weights], float]

RULES: dict[str, Rule] = {
    "published": lambda truth, scores, _: published_threshold(truth, scores),
    # In the middle of those that are as good: steadier on other records.
    "steady": lambda truth, scores, _: best_threshold(truth, scores),
    "bagged": bagged_threshold,
    "blurred": lambda truth, scores, _: blurred_threshold(truth, scores),
    "expected": lambda _truth, scores, _draws: expected_threshold(scores),
    "prevalence": lambda truth, scores, _: prevalence_threshold(truth, scores),
}


def choose_thresholds(
    scores: Values,
    cells: NDArray[np.floating],
    rule: str,
    patients: NDArray[np.str_] | None = None,
) -> Values:
    """Return a threshold a class, (n_classes,), from (n_records, n_classes) each.

    cells: NaN where not judged. rule: by name in RULES. patients: whom each record is of,
    for the rule that draws; None where every record is of somebody else. A class without
    positives or negatives gets 0.5.
    """
    whom = np.arange(len(scores)).astype(np.str_) if patients is None else patients
    draws: Weights = np.concatenate(list(patient_draws(whom, N_BAGS)))
    chosen = [
        _threshold(cells[:, column], scores[:, column], draws, rule)
        for column in range(cells.shape[1])
    ]
    return np.array(chosen)


def _threshold(cells: NDArray[np.floating], scores: Values, draws: Weights, rule: str) -> float:
    judged = ~np.isnan(cells)
    truth = cells[judged].astype(np.float64)
    if not 0 < truth.sum() < len(truth):
        return UNDECIDED
    return RULES[rule](truth, scores[judged], draws[:, judged])
