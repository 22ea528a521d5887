"""A single-lead model to work out by hand, and records whose beats it knows."""

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.card import AROUND_BEATS, InputSpec, ModelCard
from ecgviewer.core.record import Record
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.net import EcgNet
from tests.made_models import card_of, record_of

LABELS = ("UP", "DOWN")
SPEC = InputSpec(leads=("II",), rate_hz=360.0, n_samples=720, pad="right", windows=AROUND_BEATS)
WIDTH_S = 0.02
# Of the window, in samples, in which the net looks for its beat.
REACH = 90.0


def beat_card(**changes: object) -> ModelCard:
    """A card of a single-lead model; a window has exactly one of two labels."""
    values: dict[str, object] = {
        "name": "beats",
        "net": "hand",
        "labels": LABELS,
        "thresholds": (0.5, 0.5),
        "input": SPEC,
        "methods": ("cam", "hirescam", "mask", "mask-paper", "gradient", "occlusion"),
        "exclusive": True,
    }
    return card_of(**{**values, **changes})


class HandNet(EcgNet):
    """UP is what lies above the line, DOWN what lies below it, nearer to the middle more so.

    Its head is the mean over time and a linear layer.
    """

    cell_step = 4

    def __init__(self) -> None:
        super().__init__()
        at = torch.arange(0, 720, self.cell_step)
        self.register_buffer("taper", torch.exp(-0.5 * ((at - 360) / REACH) ** 2))
        self.weight = torch.nn.Parameter(torch.tensor([[400.0, -400.0], [-400.0, 400.0]]))

    def features(self, inputs: Tensor) -> Tensor:
        some = inputs[:, :, :: self.cell_step] * self.get_buffer("taper")
        return torch.cat([torch.relu(some), torch.relu(-some)], dim=1)

    def head(self, features: Tensor) -> Tensor:
        return features.mean(dim=-1) @ self.weight.T


def hand_model(**changes: object) -> LoadedModel:
    """The model, ready to answer."""
    return ready(beat_card(**changes), HandNet().eval(), torch.device("cpu"))


def beats_record(
    ups: tuple[bool, ...],
    rate_hz: float = 360.0,
    names: tuple[str, ...] = ("MLII",),
    *,
    marked: bool = True,
) -> Record:
    """A record with a beat a second from 1 s on, each a peak up or down; others are noise."""
    n_samples = round((len(ups) + 1) * rate_hz)
    time_s = np.arange(n_samples) / rate_hz
    values = np.random.default_rng(3).normal(0, 0.005, (len(names), n_samples))
    read = names.index("MLII") if "MLII" in names else 0
    for second, up in enumerate(ups, start=1):
        beat = np.exp(-0.5 * ((time_s - second) / WIDTH_S) ** 2)
        values[read] += beat if up else -beat
    record = record_of(values.astype(np.float32), names, rate_hz)
    if not marked:
        return record
    at = [round(second * rate_hz) for second in range(1, len(ups) + 1)]
    return replace(record, annotations=tuple(Annotation(x, x, "N", source="atr") for x in at))
