"""Thresholds by their rules."""

import numpy as np
import pytest

from ecgviewer.study.thresholds import PUBLISHED_GRID, choose_thresholds, published_threshold

TRUTH = np.array([0, 0, 0, 1, 1], dtype=float)
SCORES = np.array([0.1, 0.2, 0.3, 0.6, 0.9])


def test_the_published_rule_takes_the_lowest_of_those_that_are_as_good():
    chosen = published_threshold(TRUTH, SCORES)
    assert chosen == PUBLISHED_GRID[PUBLISHED_GRID > 0.3][0]


def test_the_steady_rule_takes_the_middle_of_those_that_are_as_good():
    cells = TRUTH[:, np.newaxis].astype(np.float32)
    (chosen,) = choose_thresholds(SCORES[:, np.newaxis], cells, "steady")
    assert chosen == pytest.approx(0.45, abs=0.011)


@pytest.mark.parametrize("truth", [0.0, 1.0, np.nan])
def test_a_class_that_nothing_tells_apart_gets_a_half(truth: float):
    cells = np.full((5, 1), truth, np.float32)
    assert choose_thresholds(SCORES[:, np.newaxis], cells, "published") == [0.5]


def test_cells_that_are_not_judged_choose_nothing():
    cells = np.append(TRUTH, [np.nan, np.nan]).astype(np.float32)[:, np.newaxis]
    scores = np.append(SCORES, [0.95, 0.35])[:, np.newaxis]
    without = choose_thresholds(scores[:5], cells[:5], "published")
    assert np.array_equal(choose_thresholds(scores, cells, "published"), without)
