"""How a training run stands, on one line of the terminal."""

import time
from typing import TextIO

from ecgviewer.study.pace import Progress

CLEAR = "\r\x1b[K"
REPORT_INTERVAL_S = 0.2


class TrainingLine:
    """Rewrites one line where there is a terminal; sentences above it stay.

    stream: None for a process that does not speak.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._is_live = stream is not None and stream.isatty()
        self._last_s = float("-inf")

    def tell(self, progress: Progress) -> None:
        """Show progress, a few times a second."""
        now_s = time.monotonic()
        if self._is_live and now_s - self._last_s >= REPORT_INTERVAL_S:
            self._last_s = now_s
            self._write(f"{CLEAR}{as_line(progress)}")

    def say(self, sentence: str) -> None:
        """Leave a sentence; it stands for good."""
        self._write(f"{CLEAR if self._is_live else ''}{sentence}\n")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
            self._stream.flush()


def as_line(progress: Progress) -> str:
    """Return "fold 2 of 5 · fit 3/30 · loss 0.213 · best F1 0.612 · 41 records/s · 12 min left"."""
    best = "" if progress.best is None else f"best F1 {progress.best:.3f}"
    words = (
        progress.stage,
        f"{progress.phase} {progress.epoch}/{progress.epochs}",
        f"loss {progress.loss:.4f}",
        best,
        f"{progress.records_per_s:.3g} records/s",
        f"{duration(progress.left_s)} left",
    )
    return " · ".join(word for word in words if word)


def duration(seconds: float) -> str:
    """Return "40 s", "12 min" or "3 h 05 min"."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
