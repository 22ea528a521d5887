"""How long a step takes until the disk has it, and how many kills kept steps outlive.

The peer of a step is SQLite's own: one row in one table, committed with the same settings.
"""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ecgviewer.review.store import ReviewStore
from tests.bench.harness import Figure, interleaved, timed
from tests.review.kill_loop import KillLoop
from tests.review.made_reviews import NOON, RECORD, a_step

_ROUNDS, _STEPS_A_ROUND = 5, 50
_KILLS = 500
_MANY_RECORDS, _MANY_STEPS = 20_000, 200_000


def measure() -> Iterator[Figure]:
    """Yield ms a durable step, s for all steps and all summaries, and kills survived."""
    with tempfile.TemporaryDirectory() as folder:
        yield _durable_step(Path(folder))
        yield from _many(Path(folder) / "many.ecgreview")
        yield _kills(Path(folder))


def _durable_step(folder: Path) -> Figure:
    store = ReviewStore(folder / "ours.ecgreview")
    store.keep_record(RECORD)
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA synchronous = FULL")
        plain.execute("CREATE TABLE rows (at TEXT, what TEXT)")
        ours_ms, plain_ms = interleaved(
            _ROUNDS,
            _each(lambda: store.keep(a_step())),
            _each(lambda: plain.execute("INSERT INTO rows VALUES ('2026-03-01', 'AF present')")),
        )
    store.close()
    return Figure("keep: a durable step", ours_ms, "ms", 50.0, plain_ms)


def _each(work: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of one piece of work, in ms, over a row of them."""

    def row() -> None:
        for _ in range(_STEPS_A_ROUND):
            work()

    took_ms = timed(row)
    return lambda: took_ms() / _STEPS_A_ROUND


def _many(path: Path) -> Iterator[Figure]:
    store = ReviewStore(path)
    records = [replace(RECORD, record_id=f"{number:064x}") for number in range(_MANY_RECORDS)]
    store.keep_records(records)
    store.keep_all(
        replace(
            a_step("AF" if number % 3 else "PVC", at=NOON + timedelta(seconds=number)),
            record_id=records[number % _MANY_RECORDS].record_id,
        )
        for number in range(_MANY_STEPS)
    )
    told_ms, read_ms = interleaved(3, timed(lambda: store.summaries("Ann")), timed(store.steps))
    yield Figure("keep: 20,000 summaries", told_ms, "ms", 1500.0)
    yield Figure("keep: 200,000 steps", read_ms, "ms", 8000.0)
    store.close()


def _kills(folder: Path) -> Figure:
    survived = 0
    for seed in range(_KILLS // 50):
        loop = KillLoop(folder / f"{seed}.ecgreview", random.Random(seed))
        for _ in range(50):
            loop.kill_once()
        survived += loop.n_kills
    # Each was looked at; a file that is broken or a step that is lost ends the loop.
    return Figure("keep: kills not survived", float(_KILLS - survived), f"of {_KILLS}", 0.0)
