"""How long the published net takes to learn from a record, beside the same steps bare."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.distributed import Team
from ecgviewer.study.pace import Pace, Progress
from ecgviewer.study.recipe import cropped, find_recipe
from ecgviewer.study.synthetic import SyntheticWindows
from ecgviewer.study.training import Surroundings, fit
from tests.bench.harness import Figure, interleaved

BATCH, N_BATCHES, ROUNDS = 4, 3, 2
LIMIT_MS = 1000.0
RECIPE = replace(
    cropped(find_recipe("original"), 10), batch_size=BATCH, precision="float32", patience=None
)
PHASE = replace(RECIPE.phases[0], epochs=1, keep="last")


def measure() -> Iterator[Figure]:
    """Yield ms a record of 10 s, the first batch left out."""
    looped, bare = interleaved(ROUNDS, _looped_ms, _bare_ms)
    yield Figure("training_record", looped, "ms", LIMIT_MS, bare)


def _looped_ms() -> float:
    """Return what the program's own loop takes a record, its windows made meanwhile."""
    at_s: list[float] = []

    def tell(_: Progress) -> None:
        at_s.append(time.perf_counter())

    made = SyntheticWindows(BATCH * N_BATCHES, RECIPE.input, RECIPE.augmentation, seed=1)
    around = Surroundings(Team(torch.device("cpu")), pace=Pace(tell))
    with tempfile.TemporaryDirectory(prefix="ecgviewer-bench-") as folder:
        fit(_net(), made, PHASE, RECIPE, Path(folder) / "fit.pt", around)
    return _ms_a_record(at_s)


def _bare_ms() -> float:
    """Return what net, loss and Adam take alone, on the same tensor again and again."""
    net = _net().train()
    optimiser = torch.optim.Adam(net.parameters(), lr=1e-4)
    inputs = torch.randn(BATCH, 12, RECIPE.input.n_samples)
    cells = torch.rand(BATCH, 9).round()
    at_s = []
    for _ in range(N_BATCHES):
        optimiser.zero_grad()
        nn.functional.binary_cross_entropy_with_logits(net(inputs), cells).backward()
        optimiser.step()
        at_s.append(time.perf_counter())
    return _ms_a_record(at_s)


def _net() -> EcgNet:
    return build_net(RECIPE.net, {"n_classes": 9})


def _ms_a_record(at_s: list[float]) -> float:
    return (at_s[-1] - at_s[0]) / (len(at_s) - 1) / BATCH * 1000
