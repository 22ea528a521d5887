"""The window's actions: one for every key of the table, and when each is on or of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from ecgviewer.core.review import Role
from ecgviewer.core.text import tr
from ecgviewer.ui import report_commands
from ecgviewer.ui.caliper_keys import held_calipers
from ecgviewer.ui.commands import commands_of
from ecgviewer.ui.shortcuts import REVIEW, SHORTCUTS
from ecgviewer.ui.state import ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_CHECKABLE = frozenset(
    {
        "add_region",
        "adjudicate",
        "annotations",
        "blind",
        "cabrera",
        "caliper",
        "compare",
        "erase",
        "filter",
        "full_screen",
        "link_compared",
        "march_out",
        "overlay",
        "play",
        "scan_marks",
    }
)


# Of what is said of a record; a key that is held down says it once.
_REPEATED = frozenset({"undo", "redo", "next_unreviewed", "previous_unreviewed"})


def actions_of(window: MainWindow) -> dict[str, QAction]:
    """Give the window an action for every entry of the table of keys; return them by name."""
    does = commands_of(window)
    actions: dict[str, QAction] = {}
    for shortcut in SHORTCUTS:
        action = QAction(tr(shortcut.text), window)
        action.setShortcuts([QKeySequence(key) for key in shortcut.keys])
        action.setCheckable(shortcut.name in _CHECKABLE)
        action.setAutoRepeat(shortcut.group != REVIEW or shortcut.name in _REPEATED)
        action.triggered.connect(does[shortcut.name])
        window.addAction(action)
        actions[shortcut.name] = action
    return actions


def check_actions(window: MainWindow, state: ViewState) -> None:
    """Tick and enable the actions as the state has it."""
    actions = window.actions_by_name
    actions["cabrera"].setChecked(state.view.cabrera)
    actions["filter"].setChecked(state.view.display_filter.on)
    actions["annotations"].setChecked(state.annotations_visible)
    actions["adjudicate"].setChecked(state.role is Role.ADJUDICATOR)
    actions["blind"].setChecked(state.blind)
    actions["scan_marks"].setChecked(state.scan_marks_visible)
    actions["print_summary"].setEnabled(state.scan is not None)
    actions["scan"].setEnabled(state.record is not None)
    actions["overlay"].setChecked(state.overlay.visible)
    actions["play"].setChecked(state.playing)
    actions["erase"].setChecked(state.erasing)
    actions["caliper"].setChecked(state.calipers.out)
    actions["march_out"].setChecked(state.calipers.marching)
    measures = bool(held_calipers(state).every)
    actions["copy_calipers"].setEnabled(measures)
    actions["delete_caliper"].setEnabled(measures or bool(state.region))
    actions["add_region"].setChecked(state.marking)
    actions["compare"].setChecked(state.compared is not None)
    actions["compare"].setEnabled(state.record is not None)
    actions["link_compared"].setChecked(state.compared is not None and state.compared.linked)
    for name in ("link_compared", "swap_compared"):
        actions[name].setEnabled(state.compared is not None)
    actions["full_screen"].setChecked(window.isFullScreen())
    for name in ("play", "choose_leads", "bookmark", "add_region", *report_commands.NAMES):
        actions[name].setEnabled(state.record is not None)
