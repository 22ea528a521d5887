"""Calibration by hand-made cases, by simulation, and against scikit-learn."""

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression

from ecgviewer.study.calibration import calibrated, fit_calibration, reliability


def test_the_calibration_error_is_worked_out_by_hand():
    # Bin 0.2: said 0.2 of 4 records, true 1 in 4. Bin 0.9: said 0.9 of 2, both true.
    scores = np.array([0.2, 0.2, 0.2, 0.2, 0.9, 0.9])
    truth = np.array([1.0, 0, 0, 0, 1, 1])
    found = reliability(truth, scores)
    assert found.error == pytest.approx((4 * 0.05 + 2 * 0.1) / 6)
    assert found.count.tolist() == [0, 0, 4, 0, 0, 0, 0, 0, 0, 2]
    assert found.said[2] == pytest.approx(0.2)
    assert found.true[[2, 9]] == pytest.approx([0.25, 1.0])


def test_a_score_of_one_lies_in_the_last_bin_and_empty_bins_say_nothing():
    found = reliability(np.array([1.0, 0.0]), np.array([1.0, 0.0]))
    assert found.count[[0, 9]].tolist() == [1, 1]
    assert np.isnan(found.said[1:9]).all()
    assert found.error == 0


def test_without_records_there_is_no_error():
    assert np.isnan(reliability(np.array([]), np.array([])).error)


def test_the_reliability_curve_equals_scikit_learns():
    rng = np.random.default_rng(2)
    scores = rng.random(500)
    truth = (rng.random(500) < scores**2).astype(float)
    true, said = calibration_curve(truth, scores, n_bins=10)
    found = reliability(truth, scores)
    assert found.true == pytest.approx(true)
    assert found.said == pytest.approx(said)


def _overconfident(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Scores whose logits are twice as large as they may be, the second class shifted too."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(-1, 1.5, (n, 2))
    cells = (rng.random((n, 2)) < 1 / (1 + np.exp(-logits))).astype(float)
    said = 2 * logits + np.array([0.0, 1.0])
    return 1 / (1 + np.exp(-said)), cells


def test_platt_finds_scale_and_offset_of_each_class():
    scores, cells = _overconfident(20_000, 1)
    found = fit_calibration(scores, cells)
    assert found is not None
    assert found.scale == pytest.approx((0.5, 0.5), abs=0.03)
    assert found.offset == pytest.approx((0.0, -0.5), abs=0.06)


def test_platt_equals_logistic_regression_where_its_targets_hardly_matter():
    scores, cells = _overconfident(5_000, 2)
    found = fit_calibration(scores, cells)
    logits = np.log(scores / (1 - scores))
    oracle = LogisticRegression(C=1e9).fit(logits[:, :1], cells[:, 0])
    assert found is not None
    assert found.scale[0] == pytest.approx(oracle.coef_[0, 0], abs=0.01)
    assert found.offset[0] == pytest.approx(oracle.intercept_[0], abs=0.01)


def test_temperature_is_one_scale_for_all_classes():
    scores, cells = _overconfident(20_000, 3)
    found = fit_calibration(scores[:, :1], cells[:, :1], "temperature")
    assert found is not None
    assert found.scale == pytest.approx((0.5,), abs=0.02)
    assert found.offset == (0.0,)


def test_calibrated_scores_of_other_records_err_less_and_keep_their_order():
    scores, cells = _overconfident(2_000, 4)
    found = fit_calibration(scores[:1000], cells[:1000])
    before = reliability(cells[1000:, 0], scores[1000:, 0]).error
    after = calibrated(scores[1000:], found)
    assert reliability(cells[1000:, 0], after[:, 0]).error < before / 2
    assert np.array_equal(np.argsort(after[:, 0]), np.argsort(scores[1000:, 0]))


def test_cells_that_are_not_judged_teach_nothing():
    scores, cells = _overconfident(400, 5)
    half = cells.copy()
    half[200:] = np.nan
    assert fit_calibration(scores, half) == fit_calibration(scores[:200], cells[:200])


def test_a_class_without_positives_stays_as_it_is():
    scores, cells = _overconfident(50, 6)
    cells[:, 1] = 0
    found = fit_calibration(scores, cells)
    assert found is not None
    assert (found.scale[1], found.offset[1]) == (1.0, 0.0)


def test_a_few_cases_that_scores_part_cleanly_do_not_make_the_scale_infinite():
    scores = np.array([[0.1], [0.2], [0.8], [0.9]])
    found = fit_calibration(scores, np.array([[0.0], [0], [1], [1]]))
    assert found is not None
    assert 0 < found.scale[0] < 5


def test_no_calibration_is_none_and_an_unknown_one_is_refused():
    scores, cells = _overconfident(50, 7)
    assert fit_calibration(scores, cells, "none") is None
    assert np.array_equal(calibrated(scores, None), scores)
    with pytest.raises(ValueError, match="no calibration"):
        fit_calibration(scores, cells, "magic")
