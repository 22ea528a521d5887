"""Timers that ring once something has come to rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# A page that moves is drawn at every frame; words and memory follow when it rests.
PAGE_RESTS_MS = 80


def rest_timer(parent: QObject, after_ms: int, then: Callable[[], object]) -> QTimer:
    """Return a timer that calls ``then`` once, so long after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(then)
    return timer
