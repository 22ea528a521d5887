"""Processes that work for this one: they end with it, however it ends, and leave Ctrl-C to it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess


@contextmanager
def processes(n: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes; what they have not begun is dropped where the work is stopped."""
    # A fork would carry over the threads of libraries, which do not survive it.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(n, mp_context=context, initializer=serve_parent)
    try:
        with ctrl_c_held_back():
            # A pool starts a process with each task, as long as all it has are busy.
            for _ in range(n):
                pool.submit(bool)
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def serve_parent() -> None:
    """Let this process end with the one that started it, and hear nothing of Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), name="parent", daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    # One that was killed takes nobody along: its processes would wait for work for ever.
    parent.join()
    os._exit(1)


@contextmanager
def ctrl_c_held_back() -> Iterator[None]:
    """Hear of Ctrl-C afterwards; processes that are started meanwhile never do.

    Until they know better, it would end them with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
