"""Fitting: the split of a run in two by a kill, the net that is kept, and that it learns."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet
from ecgviewer.study import training
from ecgviewer.study.distributed import Team
from ecgviewer.study.pace import Pace, Progress
from ecgviewer.study.recipe import Optimiser, Phase, Recipe
from ecgviewer.study.training import Fitted, Surroundings, fit
from ecgviewer.study.windows import batch_order

PHASE = Phase("tones", epochs=4, learning_rate=0.02, schedule="one-cycle", keep="last")
RECIPE = Recipe(
    title="two tones",
    net="none",
    input=InputSpec(("I",), 100.0, 128),
    phases=(PHASE,),
    batch_size=8,
    optimiser=Optimiser(average_decay=0.5, gradient_limit=5.0),
    precision="float32",
)
ALONE = Team(torch.device("cpu"))


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


class ToneNet(EcgNet):
    """One convolution, its largest answers, and two logits."""

    cell_step: ClassVar[int] = 1

    def __init__(self, *between: nn.Module) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv1d(1, 8, 9, padding=4), *between, nn.ReLU())
        self.classifier = nn.Linear(8, 2)

    def features(self, inputs: Tensor) -> Tensor:
        features: Tensor = self.stem(inputs)
        return features

    def head(self, features: Tensor) -> Tensor:
        logits: Tensor = self.classifier(features.amax(dim=-1))
        return logits


def small_net() -> ToneNet:
    torch.manual_seed(1)
    return ToneNet(nn.BatchNorm1d(8), nn.Dropout(0.2))


def run_in(
    folder: Path,
    phase: Phase = PHASE,
    recipe: Recipe = RECIPE,
    task: Task | None = None,
    **others: Any,
) -> tuple[nn.Module, Fitted]:
    folder.mkdir(exist_ok=True)
    around = Surroundings(ALONE, task or Task(), **others.pop("around", {}))
    place = folder / "tones.pt"
    return fit(small_net(), TwoTones(), phase, recipe, place, around, **others)


def state_of(net: nn.Module) -> torch.Tensor:
    return torch.cat([value.flatten().double() for value in net.state_dict().values()])


def without_times(history: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in row if name != "took_s"} for row in history]


def task_that_dies_after(steps: int) -> Task:
    class Dying(Task):
        def step(self, done: int, total: int) -> None:
            super().step(done, total)
            if done >= steps:
                raise Cancelled

    return Dying()


def says_in_turn(figures: list[float]) -> Callable[[nn.Module], dict[str, float]]:
    left = iter(figures)
    return lambda _: {"validation_f1": next(left)}


def test_every_record_is_seen_at_most_once_an_epoch_and_batches_are_full():
    batches = batch_order(35, 8, np.random.default_rng(0))
    assert [len(batch) for batch in batches] == [8, 8, 8, 8]
    assert len(set(np.concatenate(batches))) == 32


def test_a_net_learns_to_tell_two_tones_apart(tmp_path: Path):
    net, _ = run_in(tmp_path, replace(PHASE, epochs=12))
    rng = np.random.default_rng(9)
    inputs = torch.from_numpy(np.stack([TwoTones().window(i, rng) for i in range(32)]))
    right = net(inputs).argmax(dim=1).numpy() == TwoTones().cells.argmax(axis=1)
    assert right.mean() > 0.9


def test_a_run_killed_between_epochs_ends_with_the_weights_of_one_that_was_not(tmp_path: Path):
    undisturbed, whole = run_in(tmp_path / "whole")
    with pytest.raises(Cancelled):
        run_in(tmp_path / "halved", task=task_that_dies_after(steps=10))
    resumed, halved = run_in(tmp_path / "halved")
    assert torch.equal(state_of(resumed), state_of(undisturbed))
    assert without_times(halved.history) == without_times(whole.history)


def test_a_run_goes_on_from_the_middle_of_an_epoch(tmp_path: Path, monkeypatch):
    undisturbed, whole = run_in(tmp_path / "whole")
    monkeypatch.setattr(training, "SAVE_EVERY_S", 0.0)
    with pytest.raises(Cancelled):
        run_in(tmp_path / "halved", task=task_that_dies_after(steps=11))
    seen: list[Progress] = []
    resumed, halved = run_in(tmp_path / "halved", around={"pace": Pace(seen.append)})
    # The eleventh batch was learnt but not kept.
    assert len(seen) == 16 - 10
    assert torch.equal(state_of(resumed), state_of(undisturbed))
    assert without_times(halved.history) == without_times(whole.history)


def test_a_finished_phase_learns_nothing_more(tmp_path: Path):
    net, _ = run_in(tmp_path)
    seen: list[Progress] = []
    again, _ = run_in(tmp_path, around={"pace": Pace(seen.append)})
    assert seen == []
    assert torch.equal(state_of(again), state_of(net))


def test_a_run_with_other_settings_is_not_gone_on_with(tmp_path: Path):
    run_in(tmp_path)
    with pytest.raises(EcgError, match="other settings or data"):
        run_in(tmp_path, replace(PHASE, epochs=6))


def test_the_epoch_of_the_best_validation_figure_is_kept(tmp_path: Path):
    states: list[torch.Tensor] = []
    figures = says_in_turn([0.2, 0.6, 0.6, 0.4])

    def validate(net: nn.Module) -> dict[str, float]:
        states.append(state_of(net))
        return figures(net)

    net, fitted = run_in(tmp_path, replace(PHASE, keep="best"), validate=validate)
    # Of two that are as good the earlier one.
    assert fitted.epoch == 2
    assert torch.equal(state_of(net), states[1])
    assert not torch.equal(state_of(net), states[3])


def test_the_best_epoch_outlives_a_kill(tmp_path: Path):
    phase = replace(PHASE, keep="best")
    figures = says_in_turn([0.2, 0.6])
    with pytest.raises(Cancelled):
        run_in(tmp_path, phase, task=task_that_dies_after(steps=9), validate=figures)
    _, fitted = run_in(tmp_path, phase, validate=says_in_turn([0.5, 0.4]))
    assert fitted.epoch == 2
    assert [row["validation_f1"] for row in fitted.history] == [0.2, 0.6, 0.5, 0.4]


def test_a_phase_that_keeps_the_last_epoch_does_so(tmp_path: Path):
    _, fitted = run_in(tmp_path, validate=says_in_turn([0.9, 0.1, 0.1, 0.1]))
    assert fitted.epoch == 4


def test_a_net_with_dropout_is_judged_and_kept_with_statistics_without_it(tmp_path: Path):
    recipe = replace(RECIPE, optimiser=Optimiser(), statistics_of=64)
    judged: list[torch.Tensor] = []

    def note(net: nn.Module) -> dict[str, float]:
        judged.append(state_of(net))
        return {}

    net, _ = run_in(tmp_path / "anew", recipe=recipe, validate=note)
    as_learnt, _ = run_in(tmp_path / "plain", recipe=replace(recipe, statistics_of=0))
    assert torch.equal(state_of(net), judged[-1])
    own, running = (one.get_buffer("stem.1.running_var") for one in (net, as_learnt))
    rng = np.random.default_rng(9)
    inputs = torch.from_numpy(np.stack([TwoTones().window(i, rng) for i in range(32)]))
    convolved = net.get_submodule("stem.0")
    assert isinstance(convolved, nn.Conv1d)
    seen = convolved(inputs).var(dim=(0, 2))
    assert torch.allclose(own, seen, rtol=0.02)
    assert not torch.equal(own, running)


def test_a_run_out_of_patience_stops_early(tmp_path: Path):
    figures = says_in_turn([0.5, 0.4, 0.4, 0.9])
    phase, recipe = replace(PHASE, keep="best"), replace(RECIPE, patience=2)
    _, fitted = run_in(tmp_path, phase, recipe, validate=figures)
    assert len(fitted.history) == 3
    assert fitted.epoch == 1


def test_the_rate_rises_and_falls_in_one_cycle_or_stays(tmp_path: Path):
    _, cycle = run_in(tmp_path / "cycle")
    rates = [row["learning_rate"] for row in cycle.history]
    assert max(rates) <= 0.02
    assert rates[0] > rates[-1] < 0.002
    _, constant = run_in(tmp_path / "constant", replace(PHASE, schedule="constant"))
    assert {row["learning_rate"] for row in constant.history} == {0.02}


def test_another_seed_is_another_run(tmp_path: Path):
    one, _ = run_in(tmp_path / "one")
    same, _ = run_in(tmp_path / "same")
    other, _ = run_in(tmp_path / "other", recipe=replace(RECIPE, seed=7))
    assert torch.equal(state_of(one), state_of(same))
    assert not torch.equal(state_of(one), state_of(other))


def test_progress_tells_speed_and_time_left(tmp_path: Path):
    seen: list[Progress] = []
    pace = Pace(seen.append)
    pace.plan(4 * 32)
    run_in(tmp_path, around={"pace": pace})
    assert [(p.epoch, p.epochs) for p in seen] == [(n // 4 + 1, 4) for n in range(16)]
    assert all(p.records_per_s > 0 for p in seen)
    assert seen[0].left_s > 0
    assert seen[-1].left_s == 0
