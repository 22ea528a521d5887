"""A net whose leads speak as the test says, and which can be made to wait."""

from pathlib import Path
from threading import Semaphore
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import InputSpec
from ecgviewer.inference.library import save
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from tests.made_models import card_of

NAME, MEASURING = "speaking", "measuring"
LABELS = ("AF", "PVC", "STD")
# What a millivolt of each of I, II, V1-V6 adds to each class; lead by lead another weight.
WEIGHTS = {
    "AF": (2.0, 4.0, 16.0, -2.0, -4.0, -8.0, 1.0, 6.0),
    "PVC": (-2.0, 8.0, -16.0, 2.0, 4.0, 8.0, -1.0, -6.0),
    "STD": (12.0, -4.0, 2.0, 2.0, -2.0, 2.0, 8.0, -4.0),
}


class SpeakingNet(EcgNet):
    """Each class's logit is a weighted sum of the mean heights of the independent leads.

    permits: so many answers are given, the next one waits; None never waits.
    """

    cell_step = 10
    permits: ClassVar[Semaphore | None] = None

    def __init__(self) -> None:
        super().__init__()
        table = torch.zeros(len(LABELS), len(STANDARD_LEADS))
        for row, label in enumerate(LABELS):
            for lead, weight in zip(INDEPENDENT_LEADS, WEIGHTS[label], strict=True):
                table[row, STANDARD_LEADS.index(lead)] = weight
        self.weights = torch.nn.Parameter(table)

    def features(self, inputs: Tensor) -> Tensor:
        if self.permits is not None:
            self.permits.acquire()
        return inputs[:, :, ::10].abs()

    def head(self, features: Tensor) -> Tensor:
        return features.mean(dim=-1) @ self.weights.T


class MeasuringNet(SpeakingNet):
    """Listens above all to how restless the leads are, which it measures without gradients."""

    def features(self, inputs: Tensor) -> Tensor:
        widened = self.widen(inputs)
        return torch.cat([super().features(widened[:, :12]), widened[:, 12:, ::10]], dim=1)

    def head(self, features: Tensor) -> Tensor:
        return super().head(features[:, :12]) + 5 * features[:, 12:].mean(dim=-1)

    def widen(self, inputs: Tensor) -> Tensor:
        restless = inputs.detach().diff(dim=-1).abs().mean(dim=(1, 2), keepdim=True)
        return torch.cat([inputs, restless.expand(-1, 1, inputs.shape[-1])], dim=1)


def save_speaking_model(folder: Path, net: type[SpeakingNet] = SpeakingNet) -> None:
    """Save a net as any model is; it has to be among NETS by its name."""
    name = MEASURING if net is MeasuringNet else NAME
    spec = InputSpec(leads=STANDARD_LEADS, rate_hz=100.0, n_samples=1000, filters=("median",))
    card = card_of(
        name=name,
        net=name,
        labels=LABELS,
        thresholds=(0.5,) * 3,
        input=spec,
        methods=("hirescam", "gradient"),
    )
    save(folder / name, net(), card)


def write_tall_record(
    folder: Path, name: str, seconds: int = 10, quiet: tuple[tuple[int, int], ...] = ()
) -> Path:
    """Write a record that is taller than ordinary ones in every lead; return its header.

    quiet: from which to which second it is almost level instead.
    """
    values = np.random.default_rng(len(name)).normal(0.0, 2.0, size=(12, 100 * seconds))
    for start, stop in quiet:
        values[:, 100 * start : 100 * stop] *= 0.002
    for lead, derived in derive_limb_leads(values[0], values[1]).items():
        values[STANDARD_LEADS.index(lead)] = derived
    samples = np.round(np.clip(values, -8, 8) * 1000).astype("<i2").T
    (folder / f"{name}.dat").write_bytes(np.ascontiguousarray(samples).tobytes())
    lines = [f"{name} 12 100 {len(samples)}"]
    lines += [f"{name}.dat 16 1000/mV 16 0 {s} 0 0 {lead}" for s, lead in _firsts(samples)]
    path = folder / f"{name}.hea"
    path.write_text("\n".join(lines) + "\n")
    return path


def _firsts(samples: np.ndarray) -> list[tuple[int, str]]:
    return list(zip(samples[0].tolist(), STANDARD_LEADS, strict=True))
