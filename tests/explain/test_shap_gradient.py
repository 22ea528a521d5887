from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.task import Task
from ecgviewer.explain.background import background_of
from ecgviewer.explain.lead_mixing import lead_mixing
from ecgviewer.explain.shap_gradient import SEED, gradient_weights
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.explain.bent_net import SPEC, bent_model, bent_weights
from tests.explain.shap_oracle import gradient_values
from tests.made_models import noise


def _weigh(values: np.ndarray, n_samples: int = 200) -> LeadWeights:
    model = bent_model()
    mixing = lead_mixing(values, background_of(model), SPEC)
    return gradient_weights(model, mixing, (0, 200), Task(), lambda _weights: None, n_samples)


def test_the_weights_are_those_of_shap_s_gradient_explainer_with_the_same_seed(tmp_path: Path):
    values, model = noise(12, 200), bent_model()
    mixing = lead_mixing(values, background_of(model), SPEC)
    expected = gradient_values(bent_weights(), mixing.own, mixing.ordinary, tmp_path, 60, SEED)
    assert expected.shape == (12, 200, 3)
    weights = _weigh(values, n_samples=60)
    assert np.abs(weights.values).max() > 0.05
    assert weights.values == pytest.approx(expected.sum(axis=1), abs=1e-5)
    assert weights.magnitudes == pytest.approx(np.abs(expected).sum(axis=1), abs=1e-5)


def test_all_twelve_leads_are_weighed_and_add_up_but_for_the_sampling():
    weights = _weigh(noise(12, 200), n_samples=300)
    assert weights.leads == STANDARD_LEADS
    assert weights.derived == ()
    total = weights.values.sum(axis=0)
    assert total == pytest.approx(weights.logits - weights.base, abs=0.05)


def test_an_absent_lead_weighs_nothing():
    values = noise(12, 200)
    values[7] = 0
    weights = _weigh(values)
    assert weights.absent == ("V2",)
    assert not weights.values[7].any()
    assert weights.magnitudes is not None
    assert not weights.magnitudes[7].any()
