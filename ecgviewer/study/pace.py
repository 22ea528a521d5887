"""How far a run has come, how fast it goes and when it will be done."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A line's worth of a run under way.

    stage: which of its nets is trained, "" where there is but one. loss: mean of the epoch
    so far. best: validation figure of the best epoch, None where none is known.
    """

    stage: str
    phase: str
    epoch: int
    epochs: int
    loss: float
    best: float | None
    records_per_s: float
    left_s: float


class Pace:
    """Counts the records learnt from and tells of them.

    Records count in each epoch again. What an earlier start has learnt is skipped: it
    shortens the rest and says nothing of the speed.
    """

    def __init__(self, tell: Callable[[Progress], None] | None = None) -> None:
        self.stage = ""
        self._tell = tell
        self._left = 0
        self._learnt = 0
        self._started_s = time.monotonic()

    def plan(self, n_records: int) -> None:
        """Expect to learn from so many records more."""
        self._left += n_records

    def skip(self, n_records: int) -> None:
        """Leave out what need not be learnt any more."""
        self._left -= n_records

    def learnt(
        self, n_records: int, phase: str, epoch: int, epochs: int, loss: float, best: float | None
    ) -> None:
        """Count a batch and tell how things stand."""
        self._learnt += n_records
        self._left -= n_records
        if self._tell is None:
            return
        speed = self._learnt / max(time.monotonic() - self._started_s, 1e-9)
        left_s = max(self._left, 0) / speed
        self._tell(Progress(self.stage, phase, epoch, epochs, loss, best, speed, left_s))
