"""Fits a net to labelled windows; a killed run goes on where it stopped."""

import hashlib
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.windows import WindowSet, batch_order

CHECKPOINT = "checkpoint.pt"
HISTORY = "history.json"
WARM_UP_SHARE = 0.15
GRADIENT_LIMIT = 5.0
FASTEST = "fastest"
Net = TypeVar("Net", bound=nn.Module)


@dataclass
class Run:
    """What must survive a kill: nets, optimiser, place in the schedule, history.

    purpose: a digest of settings and labels, so that another run is not gone on with.
    """

    net: nn.Module
    average: torch.optim.swa_utils.AveragedModel
    optimiser: torch.optim.Optimizer
    precision: str
    purpose: str = ""
    epoch: int = 0
    history: list[dict[str, float]] = field(default_factory=list)

    def save(self, folder: Path) -> None:
        """Write history and checkpoint, each in one step; the checkpoint counts."""
        told = folder / f"{HISTORY}.new"
        told.write_text(json.dumps(self.history, indent=1), encoding="utf-8")
        told.replace(folder / HISTORY)
        state = {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "precision": self.precision,
            "purpose": self.purpose,
        }
        written = folder / f"{CHECKPOINT}.new"
        torch.save(state, written)
        written.replace(folder / CHECKPOINT)

    def restore(self, folder: Path) -> None:
        """Take up the checkpoint of an earlier run, if there is one.

        Raises EcgError if that run had other settings or data.
        """
        if not (folder / CHECKPOINT).exists():
            return
        state: dict[str, Any] = torch.load(folder / CHECKPOINT, weights_only=True)
        if state["purpose"] != self.purpose:
            raise EcgError(
                f"{folder} holds a run with other settings or data: choose another folder, "
                "or delete that one."
            )
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch = state["epoch"]
        # A run keeps to one arithmetic, else it would not end as an unbroken one.
        self.precision = state["precision"]
        # After a kill between the two, the history is one epoch ahead.
        self.history = json.loads((folder / HISTORY).read_text(encoding="utf-8"))[: self.epoch]


def fit(
    net: Net,
    windows: WindowSet,
    recipe: Recipe,
    folder: Path,
    task: Task,
    watch: Callable[[int, Net], dict[str, float]] | None = None,
) -> Net:
    """Train and return the averaged net in evaluation mode.

    folder receives a checkpoint and history.json after each epoch; a folder with a
    checkpoint goes on from it. watch(epoch, net) may add figures to the history. Raises
    Cancelled if the task is cancelled, EcgError if the folder's run had other settings.
    """
    device = next(net.parameters()).device
    run = _start(net, recipe)
    run.purpose = _purpose(recipe, windows)
    run.restore(folder)
    if run.precision == FASTEST:
        run.precision = faster_precision(net, windows, recipe, device)
    cells = windows.cells
    weights = torch.from_numpy(positive_weights(cells, recipe.pos_weight_power)).to(device)
    n_batches = len(batch_order(len(cells), recipe.batch_size, np.random.default_rng(0)))
    while run.epoch < recipe.epochs:
        started_s = time.monotonic()
        rng = np.random.default_rng((recipe.seed, run.epoch))
        torch.manual_seed(recipe.seed + run.epoch)
        losses = []
        for batch, chosen in enumerate(batch_order(len(cells), recipe.batch_size, rng)):
            step = run.epoch * n_batches + batch
            _set_rate(run.optimiser, recipe, step / (recipe.epochs * n_batches))
            inputs = _inputs(windows, chosen, rng, device)
            answers = torch.from_numpy(cells[chosen]).to(device)
            losses.append(_learn(run, inputs, answers, weights))
            task.step(step + 1, recipe.epochs * n_batches)
        run.epoch += 1
        figures = {"epoch": run.epoch, "loss": float(np.mean(losses))}
        figures |= watch(run.epoch, _averaged(run, net)) if watch else {}
        run.history.append(figures | {"took_s": round(time.monotonic() - started_s, 1)})
        run.save(folder)
    return _averaged(run, net)


def _averaged(run: Run, net: Net) -> Net:
    averaged = run.average.module
    assert isinstance(averaged, type(net))
    return averaged.eval()


def _purpose(recipe: Recipe, windows: WindowSet) -> str:
    settings = repr(recipe).encode()
    return hashlib.sha256(settings + windows.cells.tobytes()).hexdigest()


def _start(net: nn.Module, recipe: Recipe) -> Run:
    decay = recipe.average_decay
    averaging = torch.optim.swa_utils.get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=averaging, use_buffers=True)
    optimiser = torch.optim.AdamW(
        net.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    return Run(net, average, optimiser, recipe.precision)


def _set_rate(optimiser: torch.optim.Optimizer, recipe: Recipe, share: float) -> None:
    """One cycle: a linear rise, then half a cosine down to zero."""
    if share < WARM_UP_SHARE:
        factor = share / WARM_UP_SHARE
    else:
        factor = 0.5 * (1 + math.cos(math.pi * (share - WARM_UP_SHARE) / (1 - WARM_UP_SHARE)))
    for group in optimiser.param_groups:
        group["lr"] = recipe.learning_rate * factor


def _learn(run: Run, inputs: Tensor, cells: Tensor, weights: Tensor) -> float:
    run.net.train()
    with reduced_precision(weights.device, run.precision):
        logits = run.net(inputs)
    loss = masked_loss(logits.float(), cells, weights)
    run.optimiser.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(run.net.parameters(), GRADIENT_LIMIT)
    run.optimiser.step()
    run.average.update_parameters(run.net)
    return loss.item()


def _inputs(
    windows: WindowSet, chosen: NDArray[np.intp], rng: np.random.Generator, device: torch.device
) -> Tensor:
    return torch.from_numpy(np.stack([windows.window(int(i), rng) for i in chosen])).to(device)


def masked_loss(logits: Tensor, cells: Tensor, positive_weight: Tensor) -> Tensor:
    """Return binary cross-entropy over the judged cells, positives weighted per class.

    logits, cells: (batch, n_classes), NaN in cells where not judged.
    """
    judged = ~torch.isnan(cells)
    losses = nn.functional.binary_cross_entropy_with_logits(
        logits, torch.nan_to_num(cells), pos_weight=positive_weight, reduction="none"
    )
    return (losses * judged).sum() / judged.sum().clamp(min=1)


def positive_weights(cells: NDArray[np.float32], power: float) -> NDArray[np.float32]:
    """Return (negatives / positives) ** power for each class, 1 where either is absent."""
    positives = np.nansum(cells, axis=0)
    negatives = np.sum(~np.isnan(cells), axis=0) - positives
    known = (positives > 0) & (negatives > 0)
    ratio = np.where(known, negatives / np.maximum(positives, 1), 1.0)
    return np.asarray(ratio**power, dtype=np.float32)


def reduced_precision(device: torch.device, precision: str) -> torch.autocast:
    """Return the context in which a net computes in "bfloat16", or as it is in "float32"."""
    return torch.autocast(device.type, torch.bfloat16, enabled=precision == "bfloat16")


def faster_precision(
    net: nn.Module, windows: WindowSet, recipe: Recipe, device: torch.device
) -> str:
    """Time one small batch each way; bfloat16 pays only where the processor has it."""
    rng = np.random.default_rng(recipe.seed)
    inputs = _inputs(windows, np.arange(min(4, windows.n_records)), rng, device)
    state = {name: value.clone() for name, value in net.state_dict().items()}
    took_s = {}
    for precision in ("float32", "bfloat16"):
        for _ in range(2):  # the first pass pays for set-up
            started_s = time.monotonic()
            with reduced_precision(device, precision):
                logits = net(inputs)
            torch.autograd.backward(logits.float().sum())
            took_s[precision] = time.monotonic() - started_s
    net.zero_grad(set_to_none=True)
    net.load_state_dict(state)  # normalisation layers have seen the trial batches
    return min(took_s, key=lambda precision: took_s[precision])
