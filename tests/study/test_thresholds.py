"""Thresholds by their rules."""

import numpy as np
import pytest

from ecgviewer.study.cross_fit import DecisionRule
from ecgviewer.study.threshold_study import compare_rules
from ecgviewer.study.thresholds import (
    PUBLISHED_GRID,
    RULES,
    choose_thresholds,
    f1_curve,
    published_threshold,
)

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


def _records(n: int, seed: int, shift: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Calibrated scores of one class, a tenth positive; shift: of the logits elsewhere."""
    rng = np.random.default_rng(seed)
    truth = (rng.random(n) < 0.1).astype(float)
    logits = rng.normal(0, 1, n) + 2.5 * truth - 4.0
    return truth[:, np.newaxis], 1 / (1 + np.exp(-logits - shift))[:, np.newaxis]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_finds_most_of_what_the_best_threshold_finds(rule: str):
    truth, scores = _records(4000, 1)
    # By Bayes' rule: two normal distributions 2.5 apart, a tenth of the records in one.
    calibrated = 1 / (1 + np.exp(-(2.5 * np.log(scores / (1 - scores)) + 4.68)))
    (chosen,) = choose_thresholds(calibrated, truth, rule)
    best = f1_curve(truth[:, 0], calibrated[:, 0], np.unique(calibrated)).max()
    assert f1_curve(truth[:, 0], calibrated[:, 0], np.array([chosen]))[0] > 0.95 * best


def test_the_expected_threshold_is_half_the_best_expected_f1():
    scores = np.array([[0.9], [0.6], [0.3], [0.1], [0.1]])
    cells = np.array([[1.0], [1], [0], [0], [0]])
    # F1 expected of the first 1, 2, 3: 1.8/3, 3/4, 3.6/5.
    assert choose_thresholds(scores, cells, "expected") == pytest.approx([0.375])


def test_above_the_prevalence_threshold_lie_as_many_records_as_are_positive():
    truth, scores = _records(500, 2)
    (chosen,) = choose_thresholds(scores, truth, "prevalence")
    assert (scores >= chosen).sum() == truth.sum()


def test_one_record_more_moves_the_bagged_threshold_less_than_the_best_one():
    moved: dict[str, list[float]] = {"steady": [], "bagged": []}
    for seed in range(12):
        truth, scores = _records(120, 40 + seed)
        for rule, shifts in moved.items():
            whole = choose_thresholds(scores, truth, rule)
            less = choose_thresholds(scores[:-6], truth[:-6], rule)
            shifts.append(abs(float(whole[0] - less[0])))
    assert np.mean(moved["bagged"]) < np.mean(moved["steady"])


def test_scores_that_are_all_alike_still_have_a_threshold():
    cells = np.array([[1.0], [0.0], [0.0]])
    for rule in RULES:
        (chosen,) = choose_thresholds(np.full((3, 1), 0.2), cells, rule)
        assert 0 <= chosen <= 1


def test_ways_to_choose_are_taught_by_some_groups_and_tried_on_the_others():
    truth, scores = _records(600, 3)
    # Another hospital's scores are useless upside down: whoever learnt there fails here.
    upside_down = 1 - scores
    both = np.concatenate([scores, upside_down])
    cells = np.concatenate([truth, truth])
    groups = np.repeat(["here", "there"], 600)
    patients = np.arange(1200).astype(str)
    rules = (DecisionRule("none", "steady"), DecisionRule("platt", "expected"))
    apart = compare_rules(both, cells, patients, groups, rules, n_draws=100)
    mixed = compare_rules(scores, truth, patients[:600], np.arange(600) % 5, rules, n_draws=100)
    for far, near in zip(apart, mixed, strict=True):
        assert far.f1.value < 0.5 * near.f1.value
        assert near.f1.low < near.f1.value < near.f1.high
    assert apart[0].gain.value == mixed[0].gain.value == 0
    assert mixed[0].hindsight >= mixed[0].f1.value
