"""Collects garbage in the window's thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Collector(QObject):
    """Takes over from Python's own collector of cyclic garbage.

    That one runs in whichever thread happens to allocate, so a worker might destroy a
    timer or a widget of the window; Qt allows that only in the object's own thread, and
    crashes later.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        # The same rule as Python's: the oldest generation whose count is over its limit.
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
