"""Processes of this machine that analyse chunks; those that end are replaced."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol

from ecgviewer.core.errors import EcgError
from ecgviewer.study.archive_order import Chunk, ChunkDone, Lost, Order
from ecgviewer.study.side_by_side import ctrl_c_held_back, serve_parent

# Libraries of these names would each take all cores for every process.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
# So many in a row, for each that works, end before they have done anything: nothing works.
_MOST_DEATHS = 5
_PATIENCE_S = 5.0


class Crew(Protocol):
    """Whoever analyses chunks: processes here, or of a cluster."""

    @property
    def n_workers(self) -> int:
        """How many chunks are analysed at once."""
        ...

    @property
    def has_room(self) -> bool:
        """Whether a chunk can be started now."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether any chunk is being analysed."""
        ...

    def start(self, chunk: Chunk) -> None:
        """Have a chunk analysed; there must be room."""
        ...

    def wait(self, timeout_s: float) -> list[ChunkDone | Lost]:
        """Return what has ended by then; raises EcgError where nothing can be analysed."""
        ...

    def close(self) -> None:
        """End all work at once."""
        ...


@dataclass(eq=False)
class _Worker:
    """One process and this end of its pipe; chunk: what it works on."""

    process: BaseProcess
    pipe: Connection
    chunk: Chunk | None = None


class LocalCrew:
    """Processes of this machine, each with one thread for its nets; started when needed."""

    def __init__(self, order: Order, n_workers: int) -> None:
        self._order, self.n_workers = order, n_workers
        self._n_deaths = 0
        self._workers: list[_Worker] = []

    @property
    def has_room(self) -> bool:
        """Whether a process has nothing to do, or one more may be started."""
        idle = any(worker.chunk is None for worker in self._workers)
        return idle or len(self._workers) < self.n_workers

    @property
    def is_busy(self) -> bool:
        """Whether any process works."""
        return any(worker.chunk is not None for worker in self._workers)

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The processes' ids."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def start(self, chunk: Chunk) -> None:
        """Give a chunk to a process that has nothing to do."""
        worker = next((worker for worker in self._workers if worker.chunk is None), None)
        if worker is None:
            worker = self._new_worker()
            self._workers.append(worker)
        worker.chunk = chunk
        # One that has just ended is noticed while it is waited for.
        with suppress(OSError):
            worker.pipe.send(chunk)

    def wait(self, timeout_s: float) -> list[ChunkDone | Lost]:
        """Return what has ended by then; raises EcgError where no process can do anything."""
        of_pipe = {worker.pipe: worker for worker in self._workers}
        ready = wait(list(of_pipe), timeout_s)
        ended = [self._hear(worker) for pipe, worker in of_pipe.items() if pipe in ready]
        return [outcome for outcome in ended if outcome is not None]

    def close(self) -> None:
        """End all processes; whatever they have not told of is as if it had not been begun."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE_S)

    def _hear(self, worker: _Worker) -> ChunkDone | Lost | None:
        try:
            told = worker.pipe.recv()
        except (EOFError, OSError):
            return self._replace(worker)
        if isinstance(told, EcgError):
            raise told
        worker.chunk, self._n_deaths = None, 0
        assert isinstance(told, ChunkDone)
        return told

    def _replace(self, worker: _Worker) -> Lost | None:
        worker.pipe.close()
        worker.process.join()
        self._n_deaths += 1
        reason = _how_it_ended(worker.process.exitcode)
        if self._n_deaths > _MOST_DEATHS * self.n_workers:
            raise EcgError(
                f"The processes that analyse records end again and again, the last one {reason}; "
                "is there enough memory for each? --workers N has fewer of them."
            )
        chunk = worker.chunk
        self._workers.remove(worker)
        return None if chunk is None else Lost(chunk, reason)

    def _new_worker(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self._order), daemon=True)
        with _one_thread_each(), ctrl_c_held_back():
            process.start()
        # The other end is the process's alone, so that it is heard when that ends.
        there.close()
        return _Worker(process, here)


def _serve(pipe: Connection, order: Order) -> None:
    """Analyse chunks until whoever gives them is gone; runs in a process of its own."""
    serve_parent()
    from ecgviewer.study.archive_work import Analyst

    with suppress(EOFError, OSError):
        try:
            analyst = Analyst(order)
            while True:
                pipe.send(analyst.work(pipe.recv()))
        except EcgError as error:
            pipe.send(EcgError(str(error)))


@contextmanager
def _one_thread_each() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"by signal {-exit_code}"
    return f"with status {exit_code}"
