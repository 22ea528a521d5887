"""Single-lead models of eight classes, for tests of whole-record scans."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from ecgviewer.core.card import ModelCard
from ecgviewer.inference.library import save
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.build import build_net
from tests.beat_models import HandNet, beat_card

LABELS = ("N", "PVC", "PAC", "AFIB", "SVTA", "SBR", "LBBB", "RBBB")


def scan_card(**changes: object) -> ModelCard:
    """The card of a single-lead model; a beat has exactly one of eight labels."""
    values: dict[str, object] = {"labels": LABELS, "thresholds": (0.5,) * 8, "methods": ()}
    return beat_card(**{**values, **changes})


class UpOrDownNet(HandNet):
    """A beat whose window lies above the line is N, one below it PVC, others never."""

    def head(self, features: Tensor) -> Tensor:
        up_down = super().head(features)
        return torch.cat([up_down, torch.full((len(up_down), 6), -50.0)], dim=1)


def up_or_down_model() -> LoadedModel:
    """The net to work out by hand, ready to answer."""
    return ready(scan_card(), UpOrDownNet(), torch.device("cpu"))


@cache
def untrained_model_folder() -> Path:
    """A saved LSTM that has learnt nothing, one for the whole test run."""
    folder = Path(tempfile.mkdtemp(prefix="ecgviewer-model-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    torch.manual_seed(1)
    net = build_net("mask_lstm", {}).eval().requires_grad_(requires_grad=False)
    save(folder, net, scan_card(name="untrained", net="mask_lstm"))
    return folder
