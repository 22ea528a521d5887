"""Shows a window, says "painted" once it has been, and ends."""

import gc
import sys
import tempfile
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

SIZE = (1600, 1000)


class FirstPaint(QObject):
    """Calls back after the first paint of a widget for which a condition holds."""

    def __init__(self, widget: QWidget, then: Callable[[], None], when: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._then, self._when, self._done = then, when, False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass."""
        if event.type() == QEvent.Type.Paint and not self._done and self._when():
            self._done = True
            # The filter runs before the painting, the timer after it.
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def main(what: str) -> int:
    """Show "bare", "empty" or "demo" until it is painted."""
    if what == "bare":
        application = QApplication([])
        window, inside = QMainWindow(), QWidget()
        window.setCentralWidget(inside)
        return _run(application, window, inside, lambda: True)
    return _run_ours(demo=what == "demo")


def _run_ours(*, demo: bool) -> int:
    # As `ecgviewer open` does.
    gc.disable()
    from ecgviewer.paper.view import Theme
    from ecgviewer.ui.app import make_application
    from ecgviewer.ui.main_window import MainWindow
    from ecgviewer.ui.preferences import Preferences
    from tests.bench.harness import fresh_settings

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Preferences(fresh_settings(folder)), Theme.LIGHT)
        delivered: list[int] = []
        window.opening.feed.samples.connect(lambda start, *_: delivered.append(start))
        if not demo:
            return _run(application, window, window.empty, lambda: True)
        QTimer.singleShot(0, window.opening.open_demo)
        return _run(application, window, window.paper, lambda: bool(delivered))


def _run(
    application: QApplication, window: QMainWindow, painted: QWidget, when: Callable[[], bool]
) -> int:
    def tell() -> None:
        print("painted", flush=True)
        window.close()
        application.quit()

    FirstPaint(painted, tell, when)
    window.resize(*SIZE)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
