"""A net for tests of SHAP: small, smooth, and no two leads act alone."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import InputSpec, ModelCard
from ecgviewer.core.record import Samples
from ecgviewer.explain.background import BACKGROUND_FILE, make_background
from ecgviewer.inference.library import save
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.made_models import card_of

LABELS = ("AF", "PVC", "STD")
SPEC = InputSpec(leads=STANDARD_LEADS, rate_hz=100.0, n_samples=200, filters=("median",))


class BentNet(EcgNet):
    """Logits from squares of mixtures of leads and from how the leads' bends multiply.

    weights: (n_labels, n_leads), by themselves always the same.
    """

    cell_step = 1

    def __init__(self, weights: Tensor | None = None) -> None:
        super().__init__()
        given = torch.from_numpy(bent_weights()) if weights is None else weights
        self.weights = torch.nn.Parameter(given.float())

    def features(self, inputs: Tensor) -> Tensor:
        return torch.tanh(torch.einsum("kl,blt->bkt", self.weights, inputs))

    def head(self, features: Tensor) -> Tensor:
        return 3 * features.square().mean(dim=-1) + features.mean(dim=-1)


def bent_weights() -> Samples:
    return np.random.default_rng(0).normal(size=(len(LABELS), 12)).astype(np.float32)


def bent_card(**changes: object) -> ModelCard:
    """A card for the net; `build.NETS` must be told of it where it is saved and loaded."""
    return card_of(
        name="bent", net="bent", labels=LABELS, thresholds=(0.5,) * 3, **{"input": SPEC, **changes}
    )


def bent_model(spec: InputSpec = SPEC) -> LoadedModel:
    """A model of this net; it is compared with the usual ordinary records."""
    weights = torch.from_numpy(bent_weights()[:, : len(spec.leads)])
    return ready(bent_card(input=spec), BentNet(weights), torch.device("cpu"))


def save_bent_model(folder: Path) -> Path:
    """Save a model of this net, compared with one ordinary record, and return its folder."""
    save(folder, BentNet().eval(), bent_card())
    np.save(folder / BACKGROUND_FILE, make_background(SPEC)[:1].astype(np.float16))
    return folder
