"""How a class's threshold is chosen from scores of records with known truth."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.metrics import best_threshold, f1

Values = NDArray[np.float64]
PUBLISHED_GRID = np.linspace(0, 1, 100)
# Without a positive and a negative there is nothing to choose by.
UNDECIDED = 0.5


def f1_curve(truth: Values, scores: Values, grid: Values) -> Values:
    """Return F1 at each threshold of the grid, present meaning score >= threshold."""
    values = [f1(truth, scores >= threshold) for threshold in grid]
    return np.asarray(np.nan_to_num(values), dtype=np.float64)


def published_threshold(truth: Values, scores: Values) -> float:
    """Return the lowest of 100 thresholds from 0 to 1 with the largest F1.

    Source: Zhang et al., iScience 2021, who choose with > and apply >=; here both are >=.
    """
    return float(PUBLISHED_GRID[int(np.argmax(f1_curve(truth, scores, PUBLISHED_GRID)))])


RULES: dict[str, Callable[[Values, Values], float]] = {
    "published": published_threshold,
    # In the middle of those that are as good: steadier on other records.
    "steady": best_threshold,
}


def choose_thresholds(scores: Values, cells: NDArray[np.float32], rule: str) -> Values:
    """Return a threshold a class, (n_classes,), from (n_records, n_classes) each.

    cells: NaN where not judged. A class without positives or negatives gets 0.5.
    """
    chosen = [
        _threshold(cells[:, column], scores[:, column], rule) for column in range(cells.shape[1])
    ]
    return np.array(chosen)


def _threshold(cells: NDArray[np.float32], scores: Values, rule: str) -> float:
    judged = ~np.isnan(cells)
    truth = cells[judged].astype(np.float64)
    if not 0 < truth.sum() < len(truth):
        return UNDECIDED
    return RULES[rule](truth, scores[judged])
