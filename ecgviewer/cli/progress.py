"""Progress of a command, on one line of the terminal."""

import sys

from ecgviewer.core.task import Task


def progress_task(what: str) -> Task:
    """Return a task that writes "what 40 %" to stderr; silent where that is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return Task()

    def report(done: int, total: int) -> None:
        share = done / total if total else 1.0
        # The line is cleared once it is complete, so that answers start on an empty one.
        ending = "\r\x1b[K" if done >= total else ""
        sys.stderr.write(f"\r\x1b[K{what} {share:.0%}{ending}")
        sys.stderr.flush()

    return Task(report)
