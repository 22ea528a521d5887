import numpy as np
import pytest

from ecgviewer.core.card import Calibration
from ecgviewer.inference.calibrate import logits_of, probabilities_of


def test_without_a_calibration_a_probability_is_the_logits_sigmoid():
    logits = np.array([[0.0, -2.0, 1000.0]], dtype=np.float32)
    assert probabilities_of(logits, None) == pytest.approx(np.array([[0.5, 0.119203, 1.0]]))


def test_each_class_has_a_scale_and_an_offset_of_its_own():
    calibration = Calibration(scale=(2.0, 1.0), offset=(0.0, 1.0))
    expected = 1 / (1 + np.exp([[-2.0, -3.0]]))
    assert probabilities_of(np.array([[1.0, 2.0]]), calibration) == pytest.approx(expected)


def test_logits_are_the_inverse_and_finite_for_certain_answers():
    probabilities = np.array([0.0, 0.2, 0.5, 1.0])
    logits = logits_of(probabilities)
    assert np.isfinite(logits).all()
    assert probabilities_of(logits, None) == pytest.approx(probabilities, abs=1e-8)


def test_of_exclusive_classes_probabilities_add_up_to_one_and_keep_their_order():
    logits = np.array([[2.0, 0.0, -1.0], [1000.0, 0.0, -1000.0]])
    found = probabilities_of(logits, None, exclusive=True)
    assert found.sum(axis=1) == pytest.approx(1)
    assert found[0] == pytest.approx(np.exp(logits[0]) / np.exp(logits[0]).sum())
    assert found[1] == pytest.approx([1, 0, 0])


def test_a_calibration_of_exclusive_classes_acts_before_they_are_shared_out():
    calibration = Calibration(scale=(0.5, 0.5), offset=(0.0, 1.0))
    found = probabilities_of(np.array([2.0, 0.0]), calibration, exclusive=True)
    assert found == pytest.approx([0.5, 0.5])
