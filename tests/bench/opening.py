"""From the click to the first traces of a record of a day, beside one of ten seconds; memory.

The records are written first (1 GB in `build/bench`). No model is installed meanwhile, and no
overview is kept from before.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop

from ecgviewer.inference import library
from ecgviewer.io import pyramid_cache
from ecgviewer.paper.view import Theme
from ecgviewer.signal.pyramid import is_whole
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from tests.bench import day_records
from tests.bench.first_paint import SIZE, FirstPaint
from tests.bench.harness import Figure, fresh_settings
from tests.bench.stall import busy, settle, wait_until

N_ROUNDS = 7
OPEN_LIMIT_MS, MOST_TIMES_SHORT = 500, 1.5
PYRAMID_LIMIT_S, MEMORY_LIMIT_MB = 6, 300
ZOOMS_S = (10.0, 60.0, 600.0, 3600.0, 86_400.0)


def measure() -> Iterator[Figure]:
    """Yield what opening costs."""
    short, made, joined = (
        day_records.made_short(),
        day_records.made_day(),
        day_records.joined_day(),
    )
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        library.model_folders = lambda: (Path(folder) / "no models",)
        pyramid_cache.cache_folder = lambda: Path(folder) / "pyramids"
        window = MainWindow(Preferences(fresh_settings(folder)), Theme.LIGHT)
        window.resize(*SIZE)
        window.show()
        wait_until(lambda: window.state.value.models is not None and not busy(window))
        empty_mb = _private_mb()
        yield from _overview(window, made)
        _look_around(window)
        yield Figure("open_day_memory", _private_mb() - empty_mb, "MB", MEMORY_LIMIT_MB)
        records = {"made": made, "joined": joined} if joined is not None else {"made": made}
        best = _best_ms(window, {"short": short, **records})
        for name in records:
            limit = min(OPEN_LIMIT_MS, MOST_TIMES_SHORT * best["short"])
            yield Figure(f"open_day_{name}", best[name], "ms", limit, best["short"])
        window.close()


def _overview(window: MainWindow, path: Path) -> Iterator[Figure]:
    """Open a record whose overview nobody has, then again when it was kept."""
    parts: list[float] = []
    window.state.changed.connect(
        lambda old, new: parts.append(0.0) if old.pyramid is not new.pyramid else None
    )
    built_s = _overview_s(window, path)
    print(f"  the overview was shown {len(parts)} times while it grew", file=sys.stderr)
    window.opening.open_path(day_records.made_short())
    wait_until(lambda: not busy(window))
    yield Figure("overview_of_a_day", built_s, "s", PYRAMID_LIMIT_S)
    yield Figure("overview_kept", _overview_s(window, path), "s", built_s, built_s)


def _overview_s(window: MainWindow, path: Path) -> float:
    started_s = time.perf_counter()
    window.opening.open_path(path)
    loop = QEventLoop()

    def look(_old: object, _new: object) -> None:
        state = window.state.value
        if is_whole(state.pyramid) and state.record is not None and state.record.path == path:
            loop.quit()

    connection = window.state.changed.connect(look)
    loop.exec()
    took_s = time.perf_counter() - started_s
    window.state.changed.disconnect(connection)
    settle(window)
    return took_s


def _look_around(window: MainWindow) -> None:
    """See pages at every zoom, as a reader would, so that what they need is in memory."""
    for view_s in ZOOMS_S:
        speed = window.state.value.view.speed_mm_per_s
        window.change_view(speed_mm_per_s=speed * window.page_s / view_s, start_s=0.0)
        for page in range(30):
            window.go_to(page * view_s)
            wait_until(lambda: not busy(window))
    window.change_view(speed_mm_per_s=25.0, start_s=0.0)


def _best_ms(window: MainWindow, records: dict[str, Path]) -> dict[str, float]:
    rounds = [{name: _paint_ms(window, path) for name, path in records.items()}]
    rounds += [
        {name: _paint_ms(window, path) for name, path in records.items()}
        for _ in range(N_ROUNDS - 1)
    ]
    return {name: min(times[name] for times in rounds) for name in records}


def _paint_ms(window: MainWindow, path: Path) -> float:
    loop = QEventLoop()
    delivered: list[int] = []

    def note(start: int, *_: object) -> None:
        delivered.append(start)

    connection = window.opening.feed.samples.connect(note)
    FirstPaint(window.paper, loop.quit, lambda: bool(delivered))
    started_s = time.perf_counter()
    window.opening.open_path(path)
    loop.exec()
    took_ms = (time.perf_counter() - started_s) * 1000
    window.opening.feed.samples.disconnect(connection)
    settle(window)
    return took_ms


def _private_mb() -> float:
    """Return the process's own memory; mapped files are the system's."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise RuntimeError(f"Private memory cannot be told on {os.name}.")
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024
