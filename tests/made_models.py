"""Models and records made for tests: random weights, arrays as signals."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import InputSpec, ModelCard
from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.resnet34 import ResNet34
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.array_source import ArraySource

LABELS = ("SNR", "AF", "IAVB", "LBBB", "RBBB", "PAC", "PVC", "STD", "STE")
SPEC = InputSpec(leads=STANDARD_LEADS, rate_hz=500.0, n_samples=5000, filters=("median",))


def record_of(
    values: Samples, names: tuple[str, ...] = STANDARD_LEADS, rate_hz: float = 500.0
) -> Record:
    """A record of (n_leads, n_samples) in mV."""
    leads = tuple(Lead(name, row) for row, name in enumerate(names))
    return Record(
        record_id="made",
        name="made",
        path=Path("made.hea"),
        format="array",
        rate_hz=rate_hz,
        n_samples=values.shape[1],
        leads=leads,
        source=ArraySource(values.astype(np.float32)),
    )


def noise(n_leads: int, n_samples: int, seed: int = 0) -> Samples:
    """Something that no two places of a record share."""
    values = np.random.default_rng(seed).normal(0.0, 0.3, size=(n_leads, n_samples))
    return np.cumsum(values, axis=1, dtype=np.float64).astype(np.float32) * np.float32(0.05)


def card_of(**changes: object) -> ModelCard:
    """A card for the 34-layer net, with some fields changed."""
    values: dict[str, object] = {
        "name": "random",
        "title": "Random weights",
        "net": "resnet34",
        "net_options": {},
        "labels": LABELS,
        "thresholds": (0.5,) * 9,
        "input": SPEC,
        "methods": ("gradcam", "hirescam"),
        "combine": "mean",
        "training": {},
        "metrics": {"macro_auc": 0.5},
        "license": "MIT",
        "limits": (),
        "weights_sha256": "",
    }
    return ModelCard(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def random_resnet34(seed: int = 1) -> ResNet34:
    """The 34-layer net in evaluation mode, its weights drawn from a seed.

    Biases of batch norm too, which a fresh net has at zero: as in a trained one, padding
    with zeros then does not stay silent.
    """
    torch.manual_seed(seed)
    net = ResNet34()
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            torch.nn.init.normal_(module.bias, std=0.2)
    net.eval().requires_grad_(requires_grad=False)
    return net


@cache
def random_model_folder() -> Path:
    """A saved model with random weights, one for the whole test run."""
    folder = Path(tempfile.mkdtemp(prefix="ecgviewer-model-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    save(folder, random_resnet34(), card_of())
    return folder


@cache
def random_model() -> LoadedModel:
    """The saved model, loaded once."""
    return load_model(random_model_folder(), "cpu")


class SumNet(EcgNet):
    """A net to work out by hand: each lead's positive part, every 32nd sample, is a channel.

    Its head is the 34-layer net's: weights for the mean and for the maximum, and a bias.
    """

    cell_step = 32

    def __init__(self, mean_weights: Tensor, max_weights: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.mean_weights, self.max_weights, self.bias = mean_weights, max_weights, bias

    def features(self, inputs: Tensor) -> Tensor:
        return torch.relu(inputs[:, :, ::32])

    def head(self, features: Tensor) -> Tensor:
        mean, largest = features.mean(dim=-1), features.amax(dim=-1)
        return mean @ self.mean_weights.T + largest @ self.max_weights.T + self.bias
