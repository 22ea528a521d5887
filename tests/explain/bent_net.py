"""A net for tests of SHAP: small, smooth, and no two leads act alone."""

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.made_models import card_of

LABELS = ("AF", "PVC", "STD")
SPEC = InputSpec(leads=STANDARD_LEADS, rate_hz=100.0, n_samples=200, filters=("median",))


class BentNet(EcgNet):
    """Logits from squares of mixtures of leads and from how the leads' bends multiply.

    weights: (n_labels, n_leads).
    """

    cell_step = 1

    def __init__(self, weights: Tensor) -> None:
        super().__init__()
        self.weights = torch.nn.Parameter(weights.float())

    def features(self, inputs: Tensor) -> Tensor:
        return torch.tanh(torch.einsum("kl,blt->bkt", self.weights, inputs))

    def head(self, features: Tensor) -> Tensor:
        return 3 * features.square().mean(dim=-1) + features.mean(dim=-1)


def bent_weights(seed: int = 0) -> Samples:
    return np.random.default_rng(seed).normal(size=(len(LABELS), 12)).astype(np.float32)


def bent_model(spec: InputSpec = SPEC, seed: int = 0) -> LoadedModel:
    """A model of this net; it is compared with the usual ordinary records."""
    card = card_of(name="bent", labels=LABELS, thresholds=(0.5,) * 3, input=spec)
    weights = torch.from_numpy(bent_weights(seed)[:, : len(spec.leads)])
    return ready(card, BentNet(weights), torch.device("cpu"))
