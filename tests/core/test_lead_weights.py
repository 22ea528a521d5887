from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.lead_weights import LeadWeights

WEIGHTS = LeadWeights(
    leads=("I", "II", "V1"),
    labels=("AF", "PVC"),
    values=np.array([[1.0, -1.0], [2.0, 0.0], [0.5, 4.0]]),
    base=np.zeros(2),
    logits=np.array([3.5, 3.0]),
    method="shap",
    model="made",
    start=0,
    stop=5000,
)


def test_a_label_s_weights_are_its_column():
    assert WEIGHTS.of("PVC").tolist() == [-1.0, 0.0, 4.0]


def test_weights_that_miss_more_than_sampling_does_fall_short():
    assert WEIGHTS.added("AF") == (3.5, 3.5)
    assert not WEIGHTS.falls_short("AF")
    assert not replace(WEIGHTS, logits=np.array([3.7, 3.0])).falls_short("AF")
    assert replace(WEIGHTS, logits=np.array([5.0, 3.0])).falls_short("AF")


@pytest.mark.parametrize(
    "wrong",
    [
        {"values": np.zeros((2, 2))},
        {"magnitudes": np.zeros((3, 1))},
        {"base": np.zeros(3)},
        {"logits": np.zeros(1)},
    ],
)
def test_weights_that_do_not_fit_their_leads_and_labels_are_refused(wrong):
    with pytest.raises(ValueError, match=r"leads and labels|one number a label"):
        replace(WEIGHTS, **wrong)
