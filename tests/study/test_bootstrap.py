"""Draws of patients, and figures on all draws at once, against scikit-learn."""

import numpy as np
import pytest
from sklearn.metrics import (
    accuracy_score,
    brier_score_loss,
    f1_score,
    precision_score,
    recall_score,
    roc_auc_score,
)

from ecgviewer.study.bootstrap import interval, patient_draws
from ecgviewer.study.metrics import Values, brier, confusion, weighted_auc

RNG = np.random.default_rng(5)
TRUTH = (RNG.random(150) < 0.3).astype(float)
# Rounded, so that ties occur.
SCORES: Values = np.clip(0.3 * TRUTH + 0.7 * RNG.random(150), 0, 1).round(2)
PATIENTS = np.array([f"p{i // 3}" for i in range(150)])
WEIGHTS = np.concatenate(list(patient_draws(PATIENTS, 20, seed=1)))


def test_a_draw_takes_all_records_of_a_patient_equally_often():
    assert WEIGHTS.shape == (20, 150)
    assert (WEIGHTS.reshape(20, 50, 3) == WEIGHTS[:, ::3, np.newaxis]).all()


def test_a_draw_takes_as_many_patients_as_there_are_some_of_them_again():
    assert (WEIGHTS[:, ::3].sum(axis=1) == 50).all()
    assert WEIGHTS.max() > 1
    assert WEIGHTS.min() == 0


def test_draws_are_the_same_for_the_same_seed_however_many_come_at_once():
    again = np.concatenate(list(patient_draws(PATIENTS, 20, seed=1)))
    assert np.array_equal(WEIGHTS, again)
    other = np.concatenate(list(patient_draws(PATIENTS, 20, seed=2)))
    assert not np.array_equal(WEIGHTS, other)


def test_the_auc_of_every_draw_equals_scikit_learns():
    found = weighted_auc(TRUTH, SCORES, WEIGHTS)
    wanted = [roc_auc_score(TRUTH, SCORES, sample_weight=weights) for weights in WEIGHTS]
    assert found == pytest.approx(wanted, abs=1e-9)


def test_counts_of_every_draw_make_scikit_learns_figures():
    present = SCORES >= 0.5
    found = confusion(TRUTH, present, WEIGHTS)
    for values, oracle in (
        (found.precision, precision_score),
        (found.recall, recall_score),
        (found.f1, f1_score),
        (found.accuracy, accuracy_score),
    ):
        wanted = [oracle(TRUTH, present, sample_weight=weights) for weights in WEIGHTS]
        assert values == pytest.approx(wanted, abs=1e-9)


def test_the_brier_score_of_every_draw_equals_scikit_learns():
    wanted = [brier_score_loss(TRUTH, SCORES, sample_weight=weights) for weights in WEIGHTS]
    assert brier(TRUTH, SCORES, WEIGHTS) == pytest.approx(wanted, rel=1e-5)


def test_what_a_draw_lacks_is_not_a_number_and_takes_no_part_in_an_interval():
    weights = np.ones((2, 150), dtype=np.float32)
    weights[0, TRUTH > 0.5] = 0
    found = weighted_auc(TRUTH, SCORES, weights)
    assert np.isnan(found[0])
    assert interval(0.9, np.array([np.nan, 0.8, 0.9])).low == pytest.approx(0.8, abs=0.01)


def test_finding_nothing_though_there_was_something_is_a_precision_of_zero():
    nothing = np.zeros(150, dtype=bool)
    found = confusion(TRUTH, nothing, np.ones((1, 150), dtype=np.float32))
    assert (found.precision[0], found.recall[0], found.f1[0]) == (0, 0, 0)
    nobody = confusion(np.zeros(150), nothing, np.ones((1, 150), dtype=np.float32))
    assert np.isnan([nobody.precision[0], nobody.recall[0], nobody.f1[0]]).all()


def test_the_middle_95_percent_of_draws_cover_the_truth_about_as_often():
    # A coin's share of heads: of 200 experiments few miss it.
    rng = np.random.default_rng(11)
    covered = 0
    for _ in range(200):
        heads = (rng.random(60) < 0.3).astype(float)
        draws = np.concatenate(list(patient_draws(np.arange(60).astype(str), 200)))
        found = interval(heads.mean(), draws @ heads / 60)
        covered += found.low <= 0.3 <= found.high
    assert 0.88 <= covered / 200 <= 0.99
