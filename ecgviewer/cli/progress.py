"""Progress of a command, on one line of the terminal."""

import sys
import time

from ecgviewer.cli.training_line import CLEAR, duration
from ecgviewer.core.task import Task

# Sooner, nobody knows how long the rest will take.
GUESS_AFTER_S = 3.0


def progress_task(what: str) -> Task:
    """Return a task that writes "what 40 % · 12 min left" to stderr.

    Silent where that is no terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return Task()
    began_s, first_share = time.monotonic(), None

    def report(done: int, total: int) -> None:
        nonlocal first_share
        share = done / total if total else 1.0
        if first_share is None:
            first_share = share
        left_s = time_left_s(time.monotonic() - began_s, first_share, share)
        left = "" if left_s is None else f" · {duration(left_s)} left"
        # The line is cleared once it is complete, so that answers start on an empty one.
        ending = CLEAR if done >= total else ""
        sys.stderr.write(f"{CLEAR}{what} {share:.0%}{left}{ending}")
        sys.stderr.flush()

    return Task(report)


def time_left_s(elapsed_s: float, first_share: float, share: float) -> float | None:
    """Return how long the rest will take, None while too little was done to say.

    first_share: done before the work began here, as by an earlier start.
    """
    if elapsed_s < GUESS_AFTER_S or share <= first_share:
        return None
    return elapsed_s * (1 - share) / (share - first_share)
