"""The state of a training phase, kept on disk so that a kill loses minutes at most."""

import errno
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ecgviewer.core.errors import EcgError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
History = list[dict[str, Any]]


@dataclass
class Best:
    """The best epoch so far: its figure (larger is better), number and weights."""

    figure: float
    epoch: int
    weights: dict[str, Tensor]


@dataclass
class Progression:
    """Nets, optimiser, the place in the schedule and what is known so far.

    epoch: finished ones. batch: finished ones of the epoch under way, whose losses add up
    to loss_sum. purpose: a digest of settings and labels, so that another phase is not
    gone on with.
    """

    net: nn.Module
    average: torch.optim.swa_utils.AveragedModel | None
    optimiser: torch.optim.Optimizer
    precision: str
    purpose: str
    epoch: int = 0
    batch: int = 0
    loss_sum: float = 0.0
    took_s: float = 0.0
    history: History = field(default_factory=list)
    best: Best | None = None

    def save(self, path: Path) -> None:
        """Write everything in one step; raises EcgError where there is no room."""
        average = self.average.state_dict() if self.average is not None else None
        state = {
            "net": self.net.state_dict(),
            "average": average,
            "optimiser": self.optimiser.state_dict(),
            "best": vars(self.best) if self.best is not None else None,
            **{name: getattr(self, name) for name in _PLAIN},
        }
        content = io.BytesIO()
        torch.save(state, content)
        write_at_once(path, content.getbuffer())

    def restore(self, path: Path) -> None:
        """Take up the state of an earlier run, if there is one.

        Raises EcgError if that run had other settings or data.
        """
        if not path.exists():
            return
        state: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")
        if state["purpose"] != self.purpose:
            raise EcgError(
                f"{path.parent} holds a run with other settings or data: choose another "
                "folder, or delete that one."
            )
        self.net.load_state_dict(state["net"])
        if self.average is not None:
            self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.best = Best(**state["best"]) if state["best"] is not None else None
        # Precision among them: a run keeps to one arithmetic, else it would not end as an
        # unbroken one.
        for name in _PLAIN:
            setattr(self, name, state[name])


_PLAIN = ("precision", "purpose", "epoch", "batch", "loss_sum", "took_s", "history")


def write_at_once(path: Path, content: bytes | memoryview) -> None:
    """Replace a file in one step; raises EcgError where the disk has no room for it."""
    written = path.with_name(f"{path.name}.new")
    with room_needed(path.parent):
        with written.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)


def write_json(path: Path, content: Any) -> None:
    """Write readable JSON in one step."""
    write_at_once(path, (json.dumps(content, indent=1) + "\n").encode())


@contextmanager
def room_needed(folder: Path) -> Iterator[None]:
    """Turn "no space left" while writing below ``folder`` into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise EcgError(
            f"There is no room left to write below {folder}: make some and start again; what "
            "was written before is gone on with."
        ) from error
