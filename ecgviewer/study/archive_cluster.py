"""Processes of a Ray cluster that analyse chunks; records and answers lie in a shared folder.

Ray counts its users over the network unless it is told not to; here it is, and whoever
starts the cluster has to tell it too (RAY_USAGE_STATS_ENABLED=0).
"""

import logging
import os
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ecgviewer.core.errors import EcgError
from ecgviewer.study.archive_order import Chunk, ChunkDone, Lost, Order

if TYPE_CHECKING:
    from ecgviewer.study.archive_work import Analyst

ABSENT = "Ray is not installed: `pip install ecgviewer[cluster]` adds it, on every machine."
# So often machines that joined the cluster are looked for.
_LOOK_EVERY_S = 10.0
# So long a cluster without any free processor is waited for.
_PATIENCE_S = 120.0
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}


class ClusterCrew:
    """One actor for each processor of a cluster, or for each GPU where nets run on these.

    address: of the cluster's head, "10.0.0.1:6379". most: so many actors at most, None for
    all that have room. Actors whose machine goes are not replaced on it; machines that come
    get some. Raises EcgError where Ray or the cluster is not there.
    """

    def __init__(self, order: Order, address: str, most: int | None = None) -> None:
        self._ray = _connected(address)
        self._order, self._most = order, most
        on_gpu = order.device == "cuda"
        self._needs = {"num_cpus": 1, "num_gpus": 1 if on_gpu else 0}
        self._resource = "GPU" if on_gpu else "CPU"
        # Actors that start, by the answer that says so; that wait; that work, by their answer.
        self._starting: dict[Any, Any] = {}
        self._idle: list[Any] = []
        self._working: dict[Any, tuple[Any, Chunk]] = {}
        self._looked_s = float("-inf")
        self._served_s = time.monotonic()

    @property
    def n_workers(self) -> int:
        """How many actors there are, at least one."""
        return max(1, len(self._starting) + len(self._idle) + len(self._working))

    @property
    def has_room(self) -> bool:
        """Whether an actor has nothing to do."""
        self._look_for_room()
        ready, _ = self._ray.wait(list(self._starting), timeout=0) if self._starting else ([], [])
        for reference in ready:
            actor = self._starting.pop(reference)
            if self._answer(actor, reference) is not None:
                self._idle.append(actor)
        return bool(self._idle)

    @property
    def is_busy(self) -> bool:
        """Whether any actor works."""
        return bool(self._working)

    def start(self, chunk: Chunk) -> None:
        """Give a chunk to an actor that has nothing to do."""
        actor = self._idle.pop()
        self._working[actor.work.remote(chunk)] = actor, chunk

    def wait(self, timeout_s: float) -> list[ChunkDone | Lost]:
        """Return what has ended by then; raises EcgError where nothing can be analysed."""
        if not self._working:
            self._wait_for_machines(timeout_s)
            return []
        self._served_s = time.monotonic()
        ready, _ = self._ray.wait(list(self._working), num_returns=1, timeout=timeout_s)
        return [self._hear(reference) for reference in ready]

    def close(self) -> None:
        """End all actors and leave the cluster."""
        working = (actor for actor, _ in self._working.values())
        for actor in (*self._starting.values(), *self._idle, *working):
            self._ray.kill(actor)
        self._ray.shutdown()

    def _hear(self, reference: Any) -> ChunkDone | Lost:
        actor, chunk = self._working.pop(reference)
        done = self._answer(actor, reference)
        if done is None:
            # On a machine that is still there another one may start.
            self._looked_s = float("-inf")
            return Lost(chunk, "without a word")
        self._idle.append(actor)
        assert isinstance(done, ChunkDone)
        return done

    def _answer(self, actor: Any, reference: Any) -> Any:
        """Return what an actor answers, None where it has ended; raises EcgError as it does."""
        errors = self._ray.exceptions
        try:
            return self._ray.get(reference)
        except errors.RayTaskError as error:
            if isinstance(error.cause, EcgError):
                raise EcgError(str(error.cause)) from error
            # A bug: as a process would, it ends, and the record at fault is found by halving.
        except errors.RayError:
            # It has ended, or cannot be reached: then it must not go on.
            pass
        self._ray.kill(actor)
        return None

    def _look_for_room(self) -> None:
        """Have an actor for every processor that nobody uses."""
        now_s = time.monotonic()
        if now_s - self._looked_s < _LOOK_EVERY_S:
            return
        self._looked_s = now_s
        n_here = len(self._starting) + len(self._idle) + len(self._working)
        n_free = int(self._ray.available_resources().get(self._resource, 0)) - len(self._starting)
        n_new = n_free if self._most is None else min(n_free, self._most - n_here)
        # One that ends is not started anew by Ray: its chunk is given to another one.
        options = {**self._needs, "max_restarts": 0, "max_task_retries": 0}
        analyst = self._ray.remote(_Actor).options(**options)
        for _ in range(max(0, n_new)):
            actor = analyst.remote(self._order)
            self._starting[actor.is_here.remote()] = actor

    def _wait_for_machines(self, timeout_s: float) -> None:
        if time.monotonic() - self._served_s > _PATIENCE_S:
            raise EcgError(
                f"The cluster has no free {self._resource}: start machines that join it, or end "
                "other work on it. What is analysed is kept."
            )
        time.sleep(timeout_s)


class _Actor:
    """Analyses chunks in a process of its own, somewhere in the cluster."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._analyst: Analyst | None = None

    def is_here(self) -> bool:
        """Tell that the process runs."""
        return True

    def work(self, chunk: Chunk) -> ChunkDone:
        """Analyse a chunk and write its part; raises EcgError as Analyst does."""
        from ecgviewer.study.archive_work import Analyst

        if self._analyst is None:
            self._analyst = Analyst(self._order)
        return self._analyst.work(chunk)


def _connected(address: str) -> Any:
    if find_spec("ray") is None:
        raise EcgError(ABSENT)
    os.environ.update(_QUIET)
    import ray

    try:
        ray.init(
            address=address,
            log_to_driver=False,
            logging_level=logging.ERROR,
            configure_logging=False,
        )
    except (ConnectionError, ValueError, RuntimeError, TimeoutError) as error:
        raise EcgError(
            f"No Ray cluster answers at {address}: is its head running, and can this machine "
            "reach it?"
        ) from error
    return ray
