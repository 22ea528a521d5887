"""Fitting: the loss, the split of a run in two by a kill, and that it learns at all."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.study.recipe import RECIPES, Recipe
from ecgviewer.study.training import fit, masked_loss, positive_weights
from ecgviewer.study.windows import batch_order

RECIPE = dataclasses.replace(
    RECIPES["resnet34"],
    epochs=4,
    batch_size=8,
    learning_rate=0.02,
    average_decay=0.5,
    precision="float32",
)


class TwoTones:
    """Windows in which class 0 is a fast wave and class 1 a slow one."""

    n_records = 32

    @property
    def cells(self) -> NDArray[np.float32]:
        fast = np.arange(self.n_records) % 2
        return np.stack([fast, 1 - fast], axis=1).astype(np.float32)

    def window(self, index: int, rng: np.random.Generator) -> Samples:
        cycles = 20 if index % 2 else 5
        phase = rng.uniform(0, 2 * np.pi)
        wave = np.sin(np.linspace(0, 2 * np.pi * cycles, 128) + phase)
        return wave[np.newaxis].astype(np.float32)


def small_net() -> nn.Module:
    torch.manual_seed(1)
    return nn.Sequential(
        nn.Conv1d(1, 8, 9, padding=4), nn.BatchNorm1d(8), nn.ReLU(), nn.AdaptiveMaxPool1d(1),
        nn.Flatten(), nn.Linear(8, 2),
    )  # fmt: skip


def weights_of(net: nn.Module) -> torch.Tensor:
    return torch.cat([parameter.flatten() for parameter in net.parameters()]).detach()


def test_cells_that_are_not_judged_leave_the_loss():
    logits = torch.tensor([[2.0, -1.0], [0.5, 3.0]])
    cells = torch.tensor([[1.0, float("nan")], [0.0, float("nan")]])
    by_hand = (np.log1p(np.exp(-2.0)) + np.log1p(np.exp(0.5))) / 2
    assert masked_loss(logits, cells, torch.ones(2)).item() == pytest.approx(by_hand, rel=1e-6)


def test_positives_weigh_as_the_ratio_says_and_absent_classes_weigh_one():
    cells = np.array([[1, 0, np.nan], [0, 0, np.nan], [0, 0, np.nan], [0, 0, np.nan]], np.float32)
    assert positive_weights(cells, 0.5) == pytest.approx([np.sqrt(3), 1, 1])


def test_every_record_is_seen_at_most_once_an_epoch_and_batches_are_full():
    batches = batch_order(35, 8, np.random.default_rng(0))
    assert [len(batch) for batch in batches] == [8, 8, 8, 8]
    assert len(set(np.concatenate(batches))) == 32


def test_a_net_learns_to_tell_two_tones_apart(tmp_path):
    recipe = dataclasses.replace(RECIPE, epochs=12)
    net = fit(small_net(), TwoTones(), recipe, tmp_path, Task())
    rng = np.random.default_rng(9)
    inputs = torch.from_numpy(np.stack([TwoTones().window(i, rng) for i in range(32)]))
    right = net(inputs).argmax(dim=1).numpy() == TwoTones().cells.argmax(axis=1)
    assert right.mean() > 0.9


def test_a_killed_run_ends_with_the_weights_of_one_that_was_not(tmp_path: Path):
    whole, halved = tmp_path / "whole", tmp_path / "halved"
    whole.mkdir()
    halved.mkdir()
    undisturbed = fit(small_net(), TwoTones(), RECIPE, whole, Task())
    with pytest.raises(Cancelled):
        fit(small_net(), TwoTones(), RECIPE, halved, task_that_dies_after(steps=10))
    resumed = fit(small_net(), TwoTones(), RECIPE, halved, Task())
    assert torch.equal(weights_of(resumed), weights_of(undisturbed))


def test_a_kill_between_history_and_checkpoint_tells_no_epoch_twice(tmp_path: Path):
    with pytest.raises(Cancelled):
        fit(small_net(), TwoTones(), RECIPE, tmp_path, task_that_dies_after(steps=5))
    earlier = (tmp_path / "checkpoint.pt").read_bytes()
    fit(small_net(), TwoTones(), RECIPE, tmp_path, Task())
    (tmp_path / "checkpoint.pt").write_bytes(earlier)
    fit(small_net(), TwoTones(), RECIPE, tmp_path, Task())
    history = json.loads((tmp_path / "history.json").read_text())
    assert [row["epoch"] for row in history] == [1, 2, 3, 4]


def task_that_dies_after(steps: int) -> Task:
    class Dying(Task):
        def step(self, done: int, total: int) -> None:
            super().step(done, total)
            if done >= steps:
                raise Cancelled

    return Dying()


def test_a_run_with_other_settings_is_not_gone_on_with(tmp_path: Path):
    fit(small_net(), TwoTones(), RECIPE, tmp_path, Task())
    with pytest.raises(EcgError, match="other settings or data"):
        fit(small_net(), TwoTones(), dataclasses.replace(RECIPE, epochs=6), tmp_path, Task())


def test_recipes_name_nets_that_exist():
    from ecgviewer.nets.build import NETS

    assert all(isinstance(recipe, Recipe) and recipe.net in NETS for recipe in RECIPES.values())
