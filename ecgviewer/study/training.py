"""Fits a net to labelled windows; a killed run goes on where it stopped."""

import hashlib
import math
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgviewer.core.task import Task
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.checkpoint import Best, History, Progression
from ecgviewer.study.distributed import Team
from ecgviewer.study.losses import LOSSES, n_answers, positive_weights
from ecgviewer.study.mixing import draw_mixture
from ecgviewer.study.pace import Pace
from ecgviewer.study.precision import FASTEST, TRIAL_RECORDS, faster_precision, reduced_precision
from ecgviewer.study.recipe import CONSTANT, Descent, Optimiser, Phase, Recipe
from ecgviewer.study.statistics_anew import take_statistics_anew
from ecgviewer.study.windows import WindowSet, batch_order, n_batches

WARM_UP_SHARE = 0.15
# So much work at most is lost to a kill.
SAVE_EVERY_S = 180.0
# The figure of a validation by which the best epoch is chosen.
CHOSEN_BY = "validation_f1"
# Kept beside the batch that is learnt from: made in threads while the device computes.
BATCHES_AHEAD = 4
# Windows at once where statistics are taken anew.
STATISTICS_BATCH = 128

Net = TypeVar("Net", bound=EcgNet)
Validate = Callable[[nn.Module], dict[str, float]]


@dataclass(frozen=True)
class Surroundings:
    """What a run is given beside its settings: who takes part, who listens, who stops it."""

    team: Team
    task: Task = field(default_factory=Task)
    pace: Pace = field(default_factory=Pace)
    say: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a phase leaves: each epoch's figures, the epoch whose net was kept, how it computed."""

    history: History
    epoch: int
    precision: str


def fit(
    net: Net,
    windows: WindowSet,
    phase: Phase,
    recipe: Recipe,
    checkpoint: Path,
    around: Surroundings,
    validate: Validate | None = None,
    tell: Callable[[History], None] | None = None,
) -> tuple[Net, Fitted]:
    """Train and return the kept net in evaluation mode, and how it went.

    validate(net) gives figures of each epoch's net; a phase that keeps the best goes by
    the one called validation_f1. checkpoint: the file that keeps the state, every few
    minutes and after each epoch; where it is there already the run goes on from it. Raises
    Cancelled if the task is cancelled, EcgError if the file is of other settings.
    """
    cells = windows.cells
    run = _start(net, windows, phase, recipe)
    run.restore(checkpoint)
    if run.precision == FASTEST:
        trial = _inputs(windows, np.arange(min(TRIAL_RECORDS, len(cells))), recipe, 0)
        fastest = faster_precision(net, trial.to(around.team.device))
        run.precision = around.team.from_first(fastest)
    epoch_of = _Epoch(run, net, around, windows, phase, recipe)
    around.pace.skip(epoch_of.n_learnt)
    while run.epoch < phase.epochs and not _out_of_patience(run, phase, recipe):
        epoch_of.learn(lambda: _save(run, checkpoint, around.team))
        candidate = _candidate(run, net)
        if recipe.statistics_of:
            take_statistics_anew(candidate, epoch_of.some_inputs(recipe.statistics_of))
        _close(run, phase, candidate, around, validate)
        _save(run, checkpoint, around.team)
        if tell is not None:
            tell(run.history)
    around.pace.skip(epoch_of.n_left)
    kept_epoch = run.best.epoch if run.best else run.epoch
    return _kept(run, net), Fitted(run.history, kept_epoch, run.precision)


def _start(net: nn.Module, windows: WindowSet, phase: Phase, recipe: Recipe) -> Progression:
    settings = recipe.optimiser
    optimiser = _optimiser(net, settings, phase.learning_rate)
    average = None
    if settings.average_decay:
        rule = torch.optim.swa_utils.get_ema_multi_avg_fn(settings.average_decay)  # type: ignore[no-untyped-call]
        average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=rule, use_buffers=True)
    facts = f"{phase!r} {recipe!r}".encode()
    purpose = hashlib.sha256(facts + windows.cells.tobytes()).hexdigest()
    return Progression(net, average, optimiser, recipe.precision, purpose)


def _optimiser(net: nn.Module, settings: Optimiser, learning_rate: float) -> torch.optim.Optimizer:
    decay = settings.weight_decay
    if isinstance(settings, Descent):
        return torch.optim.SGD(net.parameters(), learning_rate, settings.momentum, 0.0, decay)
    return torch.optim.AdamW(net.parameters(), lr=learning_rate, weight_decay=decay)


class _Epoch:
    """Learns one epoch after the other, from the batch at which the run stands."""

    def __init__(
        self,
        run: Progression,
        net: EcgNet,
        around: Surroundings,
        windows: WindowSet,
        phase: Phase,
        recipe: Recipe,
    ) -> None:
        self._run, self._around = run, around
        self._windows, self._phase, self._recipe = windows, phase, recipe
        self._cells = windows.cells
        weights = positive_weights(self._cells, recipe.pos_weight_power)
        self._weights = torch.from_numpy(weights).to(around.team.device)
        self._own, self._net = net, around.team.wrap(net)
        self._n_batches = n_batches(len(self._cells), recipe.batch_size)

    @property
    def n_learnt(self) -> int:
        """Records that were learnt from, each epoch's again."""
        return self._n_records(self._run.epoch * self._n_batches + self._run.batch)

    @property
    def n_left(self) -> int:
        """Records that an early stop leaves."""
        return self._n_records(self._phase.epochs * self._n_batches) - self.n_learnt

    def learn(self, save: Callable[[], None]) -> None:
        """Learn the rest of the epoch under way; save() is called every few minutes."""
        run = self._run
        resumed_s = saved_s = time.monotonic()
        took_s = run.took_s
        for chosen, inputs in self._remaining():
            run.loss_sum += self._step(chosen, inputs)
            run.batch += 1
            now_s = time.monotonic()
            run.took_s = took_s + now_s - resumed_s
            self._tell(len(chosen))
            if now_s - saved_s > SAVE_EVERY_S:
                save()
                saved_s = now_s

    def some_inputs(self, n_windows: int) -> Iterator[Tensor]:
        """Yield up to ``n_windows`` of the epoch's windows in batches, for all processes alike."""
        chosen = np.concatenate(self._batches(self._run.epoch))[:n_windows]
        for start in range(0, len(chosen), STATISTICS_BATCH):
            rows = chosen[start : start + STATISTICS_BATCH]
            inputs = _inputs(self._windows, rows, self._recipe, self._run.epoch)
            yield self._own.widen(inputs.to(self._around.team.device))

    def _step(self, chosen: NDArray[np.intp], inputs: Tensor) -> float:
        """Learn from one batch, of which inputs is this process's part; return its loss."""
        team, run = self._around.team, self._run
        rate = _learning_rate(self._phase, self._share_done())
        for group in run.optimiser.param_groups:
            group["lr"] = rate
        own = self._cells[team.share(chosen)]
        n_judged = n_answers(self._phase.loss, self._cells[chosen])
        torch.manual_seed(_seed(self._recipe.seed, run.epoch, run.batch, team.rank))
        self._net.train()
        answers = torch.from_numpy(own).to(team.device)
        rng = np.random.default_rng((self._recipe.seed, run.epoch, run.batch, team.rank))
        mixture = draw_mixture(len(own), self._recipe.mixing, rng)
        with torch.no_grad():
            widened = self._own.widen(inputs.to(team.device))
        with reduced_precision(team.device, run.precision):
            logits = self._net(mixture.of(widened))
        losses = [
            share * LOSSES[self._phase.loss](logits.float(), answers[order], self._weights)
            for share, order in mixture.parts
        ]
        loss = torch.stack(losses).sum() / n_judged
        self._descend(loss)
        return team.sum(loss.item())

    def _descend(self, loss: Tensor) -> None:
        run = self._run
        run.optimiser.zero_grad(set_to_none=True)
        # Gradients are averaged over the team, while losses are parts of one sum.
        torch.autograd.backward(loss * self._around.team.size)
        limit = self._recipe.optimiser.gradient_limit
        if limit is not None:
            nn.utils.clip_grad_norm_(run.net.parameters(), limit)
        run.optimiser.step()
        if run.average is not None:
            run.average.update_parameters(run.net)

    def _remaining(self) -> Iterator[tuple[NDArray[np.intp], Tensor]]:
        """Yield the batches from the run's place on, windows of the next ones under way."""
        run, team = self._run, self._around.team
        batches = self._batches(run.epoch)[run.batch :]

        def make(chosen: NDArray[np.intp]) -> Tensor:
            return _inputs(self._windows, team.share(chosen), self._recipe, run.epoch)

        with ThreadPoolExecutor(BATCHES_AHEAD) as makers:
            made = [makers.submit(make, chosen) for chosen in batches[:BATCHES_AHEAD]]
            following = iter(batches[BATCHES_AHEAD:])
            for chosen in batches:
                inputs = made.pop(0).result()
                made += [makers.submit(make, later) for later in islice(following, 1)]
                yield chosen, inputs

    def _batches(self, epoch: int) -> list[NDArray[np.intp]]:
        rng = np.random.default_rng((self._recipe.seed, epoch))
        return batch_order(len(self._cells), self._recipe.batch_size, rng)

    def _n_records(self, batches: int) -> int:
        return batches * min(self._recipe.batch_size, len(self._cells))

    def _share_done(self) -> float:
        done = self._run.epoch * self._n_batches + self._run.batch
        return done / (self._phase.epochs * self._n_batches)

    def _tell(self, n_records: int) -> None:
        run, phase = self._run, self._phase
        best = run.best.figure if run.best is not None else None
        loss = run.loss_sum / run.batch
        self._around.pace.learnt(n_records, phase.name, run.epoch + 1, phase.epochs, loss, best)
        done = run.epoch * self._n_batches + run.batch
        self._around.task.step(done, phase.epochs * self._n_batches)


def _inputs(windows: WindowSet, chosen: NDArray[np.intp], recipe: Recipe, epoch: int) -> Tensor:
    """Return (batch, n_leads, n_samples); each record's changes hang on it and the epoch alone."""
    arrays = [
        windows.window(int(index), np.random.default_rng((recipe.seed, epoch, int(index))))
        for index in chosen
    ]
    return torch.from_numpy(np.stack(arrays))


def _seed(*parts: int) -> int:
    return int(np.random.SeedSequence(parts).generate_state(1)[0])


def _learning_rate(phase: Phase, share: float) -> float:
    """Constant, or one cycle: a linear rise, then half a cosine down to zero."""
    if phase.schedule == CONSTANT:
        return phase.learning_rate
    if share < WARM_UP_SHARE:
        return phase.learning_rate * share / WARM_UP_SHARE
    falling = (share - WARM_UP_SHARE) / (1 - WARM_UP_SHARE)
    return phase.learning_rate * 0.5 * (1 + math.cos(math.pi * falling))


def _close(
    run: Progression,
    phase: Phase,
    candidate: nn.Module,
    around: Surroundings,
    validate: Validate | None,
) -> None:
    """End an epoch: validate, keep what is best, write the history."""
    around.team.align(candidate)
    figures = validate(candidate.eval()) if validate is not None else {}
    rate = run.optimiser.param_groups[0]["lr"]
    row = {"epoch": run.epoch + 1, "learning_rate": rate, "loss": run.loss_sum / run.batch}
    run.history.append(row | figures | {"took_s": round(run.took_s, 1)})
    run.epoch, run.batch, run.loss_sum, run.took_s = run.epoch + 1, 0, 0.0, 0.0
    figure = figures.get(CHOSEN_BY)
    better = figure is not None and (run.best is None or figure > run.best.figure)
    if phase.keep == "best" and figure is not None and better:
        weights = {name: value.clone() for name, value in candidate.state_dict().items()}
        run.best = Best(figure, run.epoch, weights)
    told = ", ".join(f"{name.replace('_', ' ')} {value:.3f}" for name, value in figures.items())
    around.say(f"{phase.name}, epoch {run.epoch}: loss {row['loss']:.4f}" + (told and f", {told}"))


def _candidate(run: Progression, net: Net) -> Net:
    if run.average is None:
        return net
    averaged = run.average.module
    assert isinstance(averaged, type(net))
    return averaged


def _kept(run: Progression, net: Net) -> Net:
    kept = _candidate(run, net)
    if run.best is not None:
        kept.load_state_dict(run.best.weights)
    return kept.eval()


def _out_of_patience(run: Progression, phase: Phase, recipe: Recipe) -> bool:
    if recipe.patience is None or phase.keep != "best" or run.best is None:
        return False
    return run.epoch - run.best.epoch >= recipe.patience


def _save(run: Progression, checkpoint: Path, team: Team) -> None:
    if team.is_first:
        run.save(checkpoint)
