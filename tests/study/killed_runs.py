"""Runs that are killed and go on, for tests that nothing is lost by it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.task import Task
from ecgviewer.study import training


def weights_of_both(
    run: Callable[[Path, Task], object], folder: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> tuple[bytes, bytes]:
    """Return the weights of an unbroken run and of one that was killed after so many steps."""
    run(folder / "whole", Task())
    monkeypatch.setattr(training, "SAVE_EVERY_S", 0.0)

    class Dying(Task):
        def step(self, done: int, total: int) -> None:
            super().step(done, total)
            if done >= steps:
                raise Cancelled

    with pytest.raises(Cancelled):
        run(folder / "halved", Dying())
    run(folder / "halved", Task())
    whole, halved = (
        (folder / name / "weights.safetensors").read_bytes() for name in ("whole", "halved")
    )
    return whole, halved
