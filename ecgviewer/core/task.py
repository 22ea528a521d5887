"""Progress and cancellation of one piece of work."""

import threading
import time
from collections.abc import Callable

from ecgviewer.core.errors import Cancelled

REPORT_INTERVAL_S = 0.1


class Task:
    """Handed to every function that may take long; it reports and may be cancelled.

    ``report`` is called with (done, total), at most ten times a second and always
    for the last step, in the thread that does the work.
    """

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()
        self._last_report_s = -REPORT_INTERVAL_S

    def cancel(self) -> None:
        """Ask the work to stop at its next step; safe from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int) -> None:
        """Report ``done`` of ``total``; raises Cancelled once the task was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report is None:
            return
        now_s = time.monotonic()
        if done >= total or now_s - self._last_report_s >= REPORT_INTERVAL_S:
            self._last_report_s = now_s
            self._report(done, total)
