"""A clock that stands still until a test lets time pass."""

from PySide6.QtCore import QObject, Signal


class DrivenClock(QObject):
    """In the place of the window's clock of frames."""

    frame = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_s = 0.0
        self.is_running = False

    def start(self) -> None:
        """Call for frames from now on."""
        self.is_running = True

    def stop(self) -> None:
        """Call for no more frames."""
        self.is_running = False

    def pass_by(self, seconds: float, n_frames: int = 1) -> None:
        """Let time pass, with so many frames evenly in it, the last one at its end."""
        for _ in range(n_frames):
            self.now_s += seconds / n_frames
            if self.is_running:
                self.frame.emit()
