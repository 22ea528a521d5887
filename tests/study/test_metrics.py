"""Figures of merit against scikit-learn and by hand."""

import numpy as np
import pytest
from sklearn.metrics import f1_score, roc_auc_score

from ecgviewer.study.evaluation import as_metrics, as_table, figures
from ecgviewer.study.metrics import auc, best_threshold, bootstrap_auc, f1


@pytest.fixture
def answers() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    truth = (rng.random(300) < 0.3).astype(float)
    # Rounded, so that ties occur.
    return truth, np.round(np.clip(0.3 * truth + 0.7 * rng.random(300), 0, 1), 2)


def test_auc_equals_scikit_learns_with_ties(answers):
    truth, scores = answers
    assert auc(truth, scores) == pytest.approx(roc_auc_score(truth, scores), abs=1e-12)


def test_auc_of_one_class_alone_is_not_a_number():
    assert np.isnan(auc(np.ones(4), np.arange(4.0)))


def test_f1_equals_scikit_learns(answers):
    truth, scores = answers
    assert f1(truth, scores >= 0.5) == pytest.approx(f1_score(truth, scores >= 0.5))


def test_the_best_threshold_has_the_largest_f1_of_all(answers):
    truth, scores = answers
    best = f1(truth, scores >= best_threshold(truth, scores))
    assert best == max(f1(truth, scores >= t) for t in np.linspace(0.01, 0.99, 99))


def test_the_interval_is_drawn_by_patient_and_wider_when_patients_repeat(answers):
    truth, scores = answers
    by_record = bootstrap_auc(truth, scores, np.arange(300).astype(str))
    # Six records a patient, all alike: a sixth of the information.
    by_patient = bootstrap_auc(
        np.repeat(truth[:50], 6), np.repeat(scores[:50], 6), np.repeat(np.arange(50), 6).astype(str)
    )
    assert by_record.low < by_record.value < by_record.high
    assert by_patient.high - by_patient.low > 1.5 * (by_record.high - by_record.low)


def test_cells_that_are_not_judged_do_not_count():
    truth = np.array([1, 0] * 20, dtype=np.float32)
    scores = np.linspace(0, 1, 40)[:, None]
    cells = truth.copy()[:, None]
    cells[:10] = np.nan
    (row,) = figures(scores, cells, [f"p{i}" for i in range(40)], ["AF"])
    assert (row.n_judged, row.n_positive) == (30, 15)
    assert row.auc.value == pytest.approx(roc_auc_score(truth[10:], scores[10:, 0]))


def test_a_class_with_four_positives_is_marked_and_left_out_of_the_mean():
    truth = np.zeros((40, 2), dtype=np.float32)
    truth[:4, 0] = truth[:20, 1] = 1
    scores = np.stack([np.linspace(1, 0, 40)] * 2, axis=1)
    rows = figures(scores, truth, [f"p{i}" for i in range(40)], ["STE", "AF"])
    assert as_metrics(rows)["classes_in_mean"] == ["AF"]
    assert "(too few cases)" in as_table(rows).splitlines()[2]
