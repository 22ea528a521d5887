"""What the window and its panels are called: by the record, by what they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecgviewer.core.classes import class_name
from ecgviewer.core.text import tr
from ecgviewer.ui.beat_colouring import colours_beats
from ecgviewer.ui.beats_panel import HEADINGS
from ecgviewer.ui.panel_places import EXPLAINING
from ecgviewer.ui.review_words import with_progress
from ecgviewer.ui.state import BeatMode, ViewState
from ecgviewer.ui.words import RESEARCH_ONLY

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def name_window(window: MainWindow, state: ViewState) -> None:
    """Head the window with the record's name, and how far its review has come."""
    record = state.record
    name = tr("no record") if record is None else record.name
    if record is not None and record.synthetic:
        name = tr("{record} (synthetic)", record=name)
    window.setWindowTitle(f"ecgviewer — {with_progress(name, state)} · {tr(RESEARCH_ONLY)}")


def name_finding(window: MainWindow, state: ViewState) -> None:
    """Head the panels that explain a finding with its name."""
    subject = class_name(state.label) if state.label else tr("No finding selected")
    if colours_beats(state):
        subject = tr("The beats of this page")
    for name in EXPLAINING:
        if name in window.docks:
            window.docks[name].set_subject(subject)
    if state.beat_mode is not BeatMode.MEDIAN:
        # Those beats speak of no finding.
        window.docks["beat"].set_subject(tr(HEADINGS[state.beat_mode]))
