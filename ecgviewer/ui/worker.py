"""Threads that work while the window goes on: one queue each, the newest request wins."""

import logging
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.ui.memory import Returning

_NICENESS = 5

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    kind: str
    token: int
    task: Task
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Worker(QThread):
    """One thread with a queue; one that ``gives_way`` leaves the processor to the window.

    submit gives a token and cancels the older request of the same kind; what an old
    token still brings is dropped. The signals arrive in the thread that made the
    worker: done(kind, result), failed(kind, EcgError, details for a bug report),
    cancelled(kind), progressed(kind, done, total), and busy_changed whenever work
    begins or ends.
    """

    done = Signal(str, object)
    failed = Signal(str, object, str)
    cancelled = Signal(str)
    progressed = Signal(str, int, int)
    busy_changed = Signal()

    _reported = Signal(object, str, object, str)
    _stepped = Signal(object, int, int)

    def __init__(
        self, name: str, parent: QObject | None = None, *, gives_way: bool = False
    ) -> None:
        super().__init__(parent)
        self._gives_way = gives_way
        self.setObjectName(name)
        self._tokens = count(1)
        self._closed = False
        self._newest: dict[str, _Job] = {}
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._reported.connect(self._receive)
        self._stepped.connect(self._receive_step)

    @property
    def busy_kinds(self) -> tuple[str, ...]:
        """The kinds of work that somebody still waits for."""
        return tuple(self._newest)

    def submit(self, kind: str, function: Callable[..., Any], *arguments: Any) -> int:
        """Queue ``function(*arguments, task)`` and return its token; a closed worker drops it."""
        self._drop(kind)
        if self._closed:
            return next(self._tokens)
        task = Task(lambda done, total: self._stepped.emit(job, done, total))
        job = _Job(kind, next(self._tokens), task, function, arguments)
        self._newest[kind] = job
        self._queue.put(job)
        if not self.isRunning():
            self.start()
        self.busy_changed.emit()
        return job.token

    def cancel(self, kind: str) -> bool:
        """Stop waiting for this kind of work; says whether there was any."""
        if not self._drop(kind):
            return False
        self.cancelled.emit(kind)
        self.busy_changed.emit()
        return True

    def close(self) -> None:
        """Cancel everything and end the thread, for good."""
        # A timer may still ask for work, and a running thread must not be destroyed.
        self._closed = True
        for kind in self.busy_kinds:
            self._drop(kind)
        self._queue.put(None)
        self.wait()

    def run(self) -> None:
        """Work through the queue; runs in the thread itself."""
        if self._gives_way and sys.platform == "linux":
            # There each thread has a niceness of its own, which its helpers inherit.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        memory = Returning()
        while (job := self._queue.get()) is not None:
            self._work(job)
            # A job that has ended lets go of what it worked on.
            del job
            if self._queue.empty():
                memory.give_back()

    def _work(self, job: _Job) -> None:
        # Worker is one of the three places where any exception may end (DESIGN, Errors).
        try:
            job.task.step(0, 1)
            result = job.function(*job.arguments, job.task)
        except Cancelled:
            self._reported.emit(job, "cancelled", None, "")
        except EcgError as error:
            self._reported.emit(job, "failed", error, _details(error))
        except Exception as error:
            log.exception("Work of kind %r failed", job.kind)
            sentence = tr(
                "Internal error in “{work}”: {error}. Please report it.",
                work=job.kind,
                error=type(error).__name__,
            )
            self._reported.emit(job, "failed", EcgError(sentence), _details(error))
        else:
            self._reported.emit(job, "done", result, "")

    def _drop(self, kind: str) -> bool:
        job = self._newest.pop(kind, None)
        if job is not None:
            job.task.cancel()
        return job is not None

    @Slot(object, str, object, str)
    def _receive(self, job: _Job, outcome: str, content: object, details: str) -> None:
        if self._newest.get(job.kind) is not job:
            return
        del self._newest[job.kind]
        if outcome == "done":
            self.done.emit(job.kind, content)
        elif outcome == "failed":
            self.failed.emit(job.kind, content, details)
        else:
            self.cancelled.emit(job.kind)
        self.busy_changed.emit()

    @Slot(object, int, int)
    def _receive_step(self, job: _Job, done: int, total: int) -> None:
        if self._newest.get(job.kind) is job:
            self.progressed.emit(job.kind, done, total)


def _details(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
