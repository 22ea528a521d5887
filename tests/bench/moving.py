"""Moves a viewer over a day and times its frames: `python -m tests.bench.moving VIEWER`.

VIEWER: one of VIEWERS. Prints one JSON object
a view: {"view_s", "move", "median_ms", "p99_ms", "cpu_ms", "n"}. A frame is everything from the
wish for another page to its pixels in the window: layout, drawing, panels, ribbon. cpu_ms: the
median of what the window's thread computed, which does not count waiting for a busy core.

Ours shows twelve leads below each other with grid, saliency and annotations, antialiased. The
peers draw the same samples, antialiased too, without saliency and annotations: mne-qt-browser
takes minutes to add ten thousand of them.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.inference import library
from ecgviewer.io.open import open_record
from ecgviewer.paper.view import Layout, Theme, View
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from tests.bench import day_records
from tests.bench.harness import fresh_settings
from tests.bench.peer_viewers import MneViewer, PeerViewer, PyqtgraphViewer
from tests.bench.stall import busy, settle, wait_until

SIZE = (1600, 1000)
VIEWS_S = (10.0, 60.0, 600.0, 3600.0, 86_400.0)
START_S = 3600.0
N_FRAMES, PATIENCE_S = 120, 10.0
# A page is crossed in so many steps; a play step is that of a frame in real time.
STEPS_A_PAGE, PLAY_S = 97, 0.016
HEAT_S = 600.0
# Our stroke of 0.3 mm on that page, in device pixels.
PEN_PX = 1.8


@dataclass(frozen=True, slots=True)
class Frames:
    """How long frames took."""

    view_s: float
    move: str
    median_ms: float
    p99_ms: float
    cpu_ms: float
    n: int


def main(viewer: str) -> int:
    """Measure one viewer."""
    for frames in VIEWERS[viewer]():
        print(json.dumps({field: getattr(frames, field) for field in Frames.__slots__}), flush=True)
    return 0


def time_frames(view_s: float, move: str, show: Callable[[int], object]) -> Frames:
    """Show page after page; ``show`` returns once the page's pixels are there."""
    took_ms: list[float] = []
    cpu_ms: list[float] = []
    given_up_s = time.monotonic() + PATIENCE_S
    for number in range(N_FRAMES):
        started_s, cpu_s = time.perf_counter(), time.thread_time()
        show(number)
        took_ms.append((time.perf_counter() - started_s) * 1000)
        cpu_ms.append((time.thread_time() - cpu_s) * 1000)
        # A viewer that takes seconds a frame is known after a few.
        if time.monotonic() > given_up_s and number >= 2:
            break
    p99_ms = float(np.percentile(took_ms, 99))
    median_ms = statistics.median
    return Frames(view_s, move, median_ms(took_ms), p99_ms, median_ms(cpu_ms), len(took_ms))


def _ours(header: Path, theme: Theme, *, plain: bool = False) -> Iterator[Frames]:
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        # A model's work would take the frames' time on a machine of few cores.
        library.model_folders = lambda: (Path(folder),)
        window = MainWindow(Preferences(fresh_settings(folder)), theme)
        window.resize(*SIZE)
        window.show()
        wait_until(lambda: window.state.value.models is not None and not busy(window))
        window.opening.open_path(header)
        settle(window)
        window.state.replace(annotations_visible=not plain)
        yield from _moved(application, window, plain=plain)
        window.close()


def _moved(application: QApplication, window: MainWindow, *, plain: bool) -> Iterator[Frames]:
    record = window.state.value.record
    assert record is not None
    duration_s = record.duration_s
    for view_s in VIEWS_S:
        if view_s > 1.01 * duration_s:
            continue
        start_s = min(START_S, duration_s - view_s) if view_s < duration_s else 0.0
        if not plain:
            window.state.replace(heat=heat_of(record, start_s))
        speed = window.paper.page_s() * window.state.value.view.speed_mm_per_s / view_s
        view = replace(window.state.value.view, layout=Layout.TWELVE_BY_ONE, start_s=start_s)
        window.show_view(replace(view, speed_mm_per_s=speed))
        wait_until(lambda: not busy(window))
        moves = _Moves(application, window, window.state.value.view, view_s)
        yield time_frames(view_s, "pan", moves.pan)
        yield time_frames(view_s, "zoom", moves.zoom)
        yield time_frames(view_s, "play", moves.play)


@dataclass(frozen=True, slots=True)
class _Moves:
    application: QApplication
    window: MainWindow
    still: View
    view_s: float

    def pan(self, number: int) -> None:
        self._show(start_s=self.still.start_s + number * self.view_s / STEPS_A_PAGE)

    def zoom(self, number: int) -> None:
        self._show(speed_mm_per_s=self.still.speed_mm_per_s * 1.01 ** (number % 12))

    def play(self, number: int) -> None:
        self._show(start_s=self.still.start_s + number * PLAY_S)

    def _show(self, **changes: float) -> None:
        self.window.show_view(replace(self.still, **changes))  # type: ignore[arg-type]  # numbers
        self.window.paper.update()
        self.application.processEvents()


def heat_of(record: Record, start_s: float) -> Heat:
    """Return a heat of ten minutes, hot at every beat, in every lead."""
    start = max(0, round((start_s - HEAT_S / 4) * record.rate_hz))
    stop = min(start + round(HEAT_S * record.rate_hz), record.n_samples)
    phase = np.arange(stop - start) / (0.8 * record.rate_hz)
    strength = np.linspace(0.5, 1.0, len(record.leads))[:, np.newaxis]
    heat = (strength * np.cos(np.pi * phase) ** 8).astype(np.float32)
    return Heat("AF", "gradcam", "bench", start, stop, record.lead_names, heat, heat, 64.0)


def _pyqtgraph(pen_px: float) -> Iterator[Frames]:
    yield from _peer(PyqtgraphViewer(_day_mv(np.float32), day_records.RATE_HZ, SIZE, pen_px))


def _mne() -> Iterator[Frames]:
    yield from _peer(MneViewer(_day_mv(np.float64), day_records.RATE_HZ, SIZE))


def _peer(viewer: PeerViewer) -> Iterator[Frames]:
    for view_s in VIEWS_S:
        last_s = day_records.DAY_S - view_s
        start_s = min(START_S, last_s)
        viewer.show(start_s, view_s)

        def pan(number: int, view_s: float = view_s, last_s: float = last_s) -> None:
            begins_s = min(START_S, last_s) + number * view_s / STEPS_A_PAGE
            viewer.show(min(begins_s, last_s), view_s)

        yield time_frames(view_s, "pan", pan)


def _day_mv(dtype: type[np.floating]) -> NDArray[np.floating]:
    record = open_record(day_records.made_day())
    signals: NDArray[np.floating] = np.empty((len(record.leads), record.n_samples), dtype=dtype)
    step = 1 << 21
    for start in range(0, record.n_samples, step):
        stop = min(start + step, record.n_samples)
        signals[:, start:stop] = record.read(start, stop)
    return signals


def _ours_joined() -> Iterator[Frames]:
    header = day_records.joined_day()
    return _ours(header, Theme.LIGHT) if header is not None else iter(())


VIEWERS: dict[str, Callable[[], Iterator[Frames]]] = {
    "ours-made": lambda: _ours(day_records.made_day(), Theme.LIGHT),
    "ours-plain": lambda: _ours(day_records.made_day(), Theme.LIGHT, plain=True),
    "ours-dark": lambda: _ours(day_records.made_day(), Theme.DARK),
    "ours-short": lambda: _ours(day_records.made_short(), Theme.LIGHT),
    "ours-joined": _ours_joined,
    "pyqtgraph": lambda: _pyqtgraph(1.0),
    "pyqtgraph-wide": lambda: _pyqtgraph(PEN_PX),
    "mne": _mne,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
