"""Single-lead models of eight classes, for tests of whole-record scans."""

import atexit
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ecgviewer.core.card import ModelCard
from ecgviewer.core.scan import Episode, Scan
from ecgviewer.inference.library import save
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.nets.build import build_net
from ecgviewer.signal.scan_summary import summarize
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


def scan_of_beats(
    word: str,
    rate_hz: float = 100.0,
    *,
    times_s: Sequence[float] | None = None,
    gaps: np.ndarray | None = None,
    episodes: tuple[Episode, ...] = (),
    scores: Mapping[int, float] | None = None,
    done_until: int | None = None,
    n_samples: int | None = None,
) -> Scan:
    """A scan of beats named in a word of N, V, A, L and R, one a second from 1 s on.

    scores: of some beats by their place, 0.9 for the others.
    """
    at_s = np.arange(1, len(word) + 1) if times_s is None else np.asarray(times_s)
    samples = np.round(at_s * rate_hz).astype(np.int64)
    names = {"N": "N", "V": "PVC", "A": "PAC", "L": "LBBB", "R": "RBBB"}
    label = np.array([LABELS.index(names[letter]) for letter in word], dtype=np.int8)
    sure = np.full(len(word), 0.9, dtype=np.float32)
    for place, score in (scores or {}).items():
        sure[place] = score
    every = np.zeros((len(word), len(LABELS)), dtype=np.float32)
    every[np.arange(len(word)), label] = sure
    unread = np.empty((0, 2), dtype=np.int64) if gaps is None else gaps
    n_samples = n_samples or int(samples[-1] + rate_hz)
    until = n_samples if done_until is None else done_until
    summary = summarize(
        *(samples, label, LABELS, episodes, unread), rate_hz=rate_hz, until=until, af_score=0.1
    )
    return Scan(
        *("made", "made", "II", "best1", rate_hz, n_samples, LABELS),
        *(samples, label, every, unread, episodes, summary, until),
    )
