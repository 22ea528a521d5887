"""What Esc does: one thing at a time, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecgviewer.core.text import tr
from ecgviewer.ui.marks_wiring import leave_marks

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def stop_or_step_back(window: MainWindow) -> None:
    """Put a tool or a choice away, else stop what runs, else step back."""
    if leave_marks(window) or window.calipers.leave() or window.erasing.end():
        return
    state = window.state.value
    if state.lead is not None:
        window.choose_lead(None)
    elif state.measured_row is not None:
        window.measuring.choose(None)
    elif window.counting.settling or state.playing or _any_work(window):
        _stop_work(window)
    else:
        _step_back(window)


def _any_work(window: MainWindow) -> bool:
    # Work for the list goes on for hours and has a button of its own.
    workers = (worker for worker in window.workers if worker is not window.listing_worker)
    return any(worker.busy_kinds for worker in workers)


def _stop_work(window: MainWindow) -> None:
    window.state.replace(playing=False)
    for worker in (window.io, window.long):
        for kind in ("open", "folder"):
            worker.cancel(kind)
    window.quick.cancel("report")
    window.comparing.stop()
    if window.reasoning.stop():
        window.message_line.say(tr("Stopped. F5 analyses again."))
    if window.scanning.stop():
        window.message_line.say(tr("Stopped. S scans the record anew."))
    window.counting.stop()
    window.weighing.stop()
    window.colouring.stop()
    window.looking.stop()


def _step_back(window: MainWindow) -> None:
    """With nothing left to stop, put an error away, or else leave full screen."""
    if window.message_line.is_error:
        window.message_line.clear()
    elif window.correcting.leave_beat():
        return
    elif window.isFullScreen():
        window.actions_by_name["full_screen"].trigger()
