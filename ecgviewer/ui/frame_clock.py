"""The time of what moves on the screen, and a call for each of its frames."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

# The rhythm of usual screens.
_FRAME_MS = 16


class FrameClock(QObject):
    """Tells the time, and while it runs when the next frame is due."""

    frame = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.frame)

    @property
    def now_s(self) -> float:
        """Seconds since some moment, never set back."""
        return time.monotonic()

    @property
    def is_running(self) -> bool:
        """Whether frames are due."""
        return self._timer.isActive()

    def start(self) -> None:
        """Call for frames from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Call for no more frames."""
        self._timer.stop()
