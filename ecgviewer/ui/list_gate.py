"""Where work in the background waits while the reader needs the machine."""

import threading

from ecgviewer.core.task import Task

_LOOK_S = 0.02


class Gate:
    """Where work in the background waits while the reader needs the machine."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    def set_open(self, *, is_open: bool) -> None:
        """Let work pass, or hold it back."""
        if is_open:
            self._open.set()
        else:
            self._open.clear()

    def pass_through(self, task: Task) -> None:
        """Wait until the gate is open; raises Cancelled once the task was cancelled."""
        while not self._open.wait(_LOOK_S):
            task.step(0, 1)


class Gates:
    """light: for what reads headers; heavy: for what needs a processor for long."""

    def __init__(self) -> None:
        self.light, self.heavy = Gate(), Gate()


class GatedTask(Task):
    """A part of some work that waits at a gate at each of its steps."""

    def __init__(self, gate: Gate, whole: Task) -> None:
        super().__init__()
        self._gate, self._whole = gate, whole

    def step(self, done: int, total: int) -> None:
        """Wait, and hear whether the whole was cancelled."""
        self._gate.pass_through(self._whole)
        if self._whole.cancelled:
            self.cancel()
        super().step(done, total)
