"""How long the window's event loop stands still while records are opened and explained."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, Qt, QTimer

from ecgviewer.core.paths import demo_folder
from ecgviewer.paper.view import Theme
from ecgviewer.signal.pyramid import is_whole
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.state import Stage
from tests.bench.harness import Figure, fresh_settings

LIMIT_MS = 50
BEAT_MS = 4
QUIET_LOOKS = 5
PATIENCE_S = 120
RECORDS = ("demo_af.hea", "demo_lbbb.hea", "demo_pvc.hea", "demo_ste.hea", "demo_long.hea")


class Pulse:
    """A timer in the window's thread that notes the longest time between two of its beats."""

    def __init__(self) -> None:
        self.worst_ms = 0.0
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def start_anew(self) -> None:
        """Forget what was."""
        self.worst_ms, self._last_s = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self.worst_ms = max(self.worst_ms, (now_s - self._last_s) * 1000 - BEAT_MS)
        self._last_s = now_s


def measure() -> Iterator[Figure]:
    """Yield the worst stall once torch is loaded, beside that of an idle event loop."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Preferences(fresh_settings(folder)), Theme.LIGHT)
        window.resize(1600, 1000)
        window.show()
        pulse = Pulse()
        wait_until(lambda: window.state.value.models is not None and not busy(window))
        pulse.start_anew()
        wait_for(2000)
        idle_ms = pulse.worst_ms
        worst = {name: _worst_ms(window, pulse, name) for name in RECORDS}
        window.close()
    application.processEvents()
    for name, worst_ms in worst.items():
        print(f"  {name}: worst {worst_ms:.1f} ms", file=sys.stderr)
    yield Figure("stall_worst", max(worst.values()), "ms", LIMIT_MS, idle_ms)


def _worst_ms(window: MainWindow, pulse: Pulse, name: str) -> float:
    """Open a record, wait until it is analysed and its first finding explained."""
    pulse.start_anew()
    window.opening.open_path(demo_folder() / name)
    path = demo_folder() / name

    def ready() -> bool:
        state = window.state.value
        opened = state.record is not None and state.record.path.stem == path.stem
        return opened and not busy(window) and state.analysis_stage is not Stage.WAITING

    wait_until(ready)
    return pulse.worst_ms


def busy(window: MainWindow) -> bool:
    workers = (window.io, window.quick, window.long)
    return window.reasoning.settling or any(worker.busy_kinds for worker in workers)


def settle(window: MainWindow) -> None:
    """Wait for the open record's overview; do not wait for the beats of a day to be counted."""
    wait_until(lambda: is_whole(window.state.value.pyramid))
    window.stop()
    wait_until(lambda: not busy(window))


def wait_until(condition: Callable[[], bool]) -> None:
    loop, looks = QEventLoop(), QTimer()
    given_up_s = time.monotonic() + PATIENCE_S
    quiet = 0

    def look() -> None:
        nonlocal quiet
        quiet = quiet + 1 if condition() else 0
        if quiet >= QUIET_LOOKS or time.monotonic() > given_up_s:
            loop.quit()

    looks.timeout.connect(look)
    looks.start(20)
    loop.exec()
    if quiet < QUIET_LOOKS:
        raise RuntimeError("The window was not done in time.")


def wait_for(duration_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()
