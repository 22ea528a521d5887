"""Classes that were learnt as if alike are weighed by how common they are."""

import numpy as np
import pytest

from ecgviewer.inference.calibrate import probabilities_of
from ecgviewer.study.prevalence import prevalence_calibration


def test_answers_become_those_of_a_net_that_knew_how_common_classes_are():
    """One measured value of two normal distributions, the second class being one in ten."""
    rng = np.random.default_rng(4)
    labels = (rng.random(20000) < 0.1).astype(int)
    values = rng.normal(2.0 * labels, 1.0)
    as_learnt = np.stack([np.zeros_like(values), 2 * values - 2], axis=1)  # of classes alike
    calibration = prevalence_calibration((500, 500), (18000, 2000))
    assert calibration is not None
    weighed = probabilities_of(as_learnt, calibration, exclusive=True)
    sure = (weighed[:, 1] > 0.6) & (weighed[:, 1] < 0.8)
    assert labels[sure].mean() == pytest.approx(weighed[sure, 1].mean(), abs=0.04)
    alike = probabilities_of(as_learnt, None, exclusive=True)
    assert (weighed.argmax(1) == labels).mean() > (alike.argmax(1) == labels).mean() + 0.03


def test_a_class_that_was_never_learnt_stays_as_it_is():
    calibration = prevalence_calibration((100, 100, 0), (900, 100, 7))
    assert calibration is not None
    assert calibration.offset[2] == 0
    assert calibration.offset[0] - calibration.offset[1] == pytest.approx(np.log(9), abs=1e-3)
    assert calibration.scale == (1.0, 1.0, 1.0)


def test_where_classes_are_as_common_as_they_were_learnt_nothing_is_weighed():
    assert prevalence_calibration((50, 150), (100, 300)) is None
    assert prevalence_calibration((50, 0), (100, 300)) is None
