"""Progress of a command, on one line of the terminal."""

import sys
import time

from ecgviewer.cli.training_line import CLEAR, duration
from ecgviewer.core.task import Task

# Sooner, nobody knows how long the rest will take.
GUESS_AFTER_S = 3.0


def progress_task(what: str, noun: str = "") -> Task:
    """Return a task that writes "what 40 % · 12 min left" to stderr.

    noun: of what is counted, where the rate matters: "what 40 % · 31 records/s · 12 min left".
    Silent where that is no terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return Task()
    began_s, first_share = time.monotonic(), None
    first_done = 0

    def report(done: int, total: int) -> None:
        nonlocal first_share, first_done
        share = done / total if total else 1.0
        if first_share is None:
            first_share, first_done = share, done
        elapsed_s = time.monotonic() - began_s
        left_s = time_left_s(elapsed_s, first_share, share)
        pace = (
            f" · {(done - first_done) / elapsed_s:.3g} {noun}/s"
            if noun and left_s is not None
            else ""
        )
        left = "" if left_s is None else f" · {duration(left_s)} left"
        # The line is cleared once it is complete, so that answers start on an empty one.
        ending = CLEAR if done >= total else ""
        sys.stderr.write(f"{CLEAR}{what} {share:.0%}{pace}{left}{ending}")
        sys.stderr.flush()

    return Task(report)


def time_left_s(elapsed_s: float, first_share: float, share: float) -> float | None:
    """Return how long the rest will take, None while too little was done to say.

    first_share: done before the work began here, as by an earlier start.
    """
    if elapsed_s < GUESS_AFTER_S or share <= first_share:
        return None
    return elapsed_s * (1 - share) / (share - first_share)
