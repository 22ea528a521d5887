"""Chooses the leads on the paper, remembers them, and has derived ones read."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ecgviewer.core.record import Record
from ecgviewer.paper.cells import plan
from ecgviewer.paper.lead_choice import cabrera_changed, usual_choice, with_choice
from ecgviewer.paper.view import View
from ecgviewer.signal.derived_leads import with_derived
from ecgviewer.signal.pyramid import is_whole
from ecgviewer.ui.leads_dialog import LeadsDialog
from ecgviewer.ui.sample_jobs import build_derived_pyramid
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def choose_leads(window: MainWindow) -> None:
    """Let the reader choose the leads; the paper follows, Cancel brings back what was."""
    before = window.state.value.view
    record = window.state.value.record
    if record is None:
        return
    # The entry of the layouts that leads here ticked itself.
    window.tools.redraw(window.state.value, window.state.value)
    leads = with_derived(record).leads
    present = before.leads or usual_choice(leads, cabrera=before.cabrera)
    dialog = LeadsDialog(leads, present, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show(view: View) -> None:
        if window.state.value.record is record:
            choice = {"leads": view.leads, "cabrera": view.cabrera, "layout": view.layout}
            window.change_view(**choice)

    def keep() -> None:
        window.preferences.keep_leads(record.lead_names, window.state.value.view.leads)

    dialog.chosen.connect(lambda keys: show(with_choice(window.state.value.view, keys, leads)))
    dialog.rejected.connect(lambda: show(before))
    dialog.accepted.connect(keep)
    dialog.open()


def change_cabrera(window: MainWindow) -> None:
    """Change between the usual and Cabrera's order, of chosen leads too."""
    window.show_view(cabrera_changed(window.state.value.view))


class DerivedReading(QObject):
    """Has the extremes of derived leads read once one of them stands on the paper."""

    def __init__(self, state: StateHolder, long: Worker) -> None:
        super().__init__(state)
        self._state, self._long = state, long
        self._asked_for: Record | None = None
        state.changed.connect(self._follow)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        record = new.record
        pyramid = new.pyramid
        if record is None or pyramid is None or record is self._asked_for:
            return
        if not is_whole(pyramid):
            return
        is_same_table = (old.view.leads, old.view.layout) == (new.view.leads, new.view.layout)
        if is_same_table and old.pyramid is pyramid:
            return
        if shows_derived(record, new.view):
            self._asked_for = record
            self._long.submit("pyramid", build_derived_pyramid, record)


def shows_derived(record: Record, view: View) -> bool:
    """Whether the page shows a lead that is not in the record but follows from its own."""
    table = plan(with_derived(record).leads, view)
    slots = (*chain.from_iterable(table.grid), *table.strips)
    n_leads = len(record.leads)
    return any(slot.lead_index is not None and slot.lead_index >= n_leads for slot in slots)
