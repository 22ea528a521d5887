"""Who hears what the reader says of the record by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ecgviewer.core.review import Stated
from ecgviewer.ui.review_commands import choose_class, say_of_class
from ecgviewer.ui.review_words import with_progress
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.typed import ask_reader

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def connect_review(window: MainWindow) -> None:
    """Connect the panel of the review and the marks of the findings."""
    panel, reviewing, actions = window.panels.review, window.reviewing, window.actions_by_name
    reviewing.name_wished.connect(lambda: ask_reader(window))
    # The record that is opened takes the keyboard away from the question.
    window.opening.opened.connect(lambda: QTimer.singleShot(0, window, lambda: _ask_again(window)))
    panel.chosen.connect(lambda label: choose_class(window, label))
    panel.said.connect(lambda changes: reviewing.say(*changes))
    panel.said_late.connect(lambda state, changes: reviewing.say_late(state, *changes))
    panel.add_wished.connect(actions["add_class"].trigger)
    panel.reader_wished.connect(lambda: ask_reader(window))
    panel.history_wished.connect(lambda: _show_history(window))
    panel.reviewed_wished.connect(actions["reviewed"].trigger)
    panel.flag_wished.connect(actions["flag"].trigger)
    panel.left.connect(window.paper.setFocus)
    findings = window.findings
    findings.stated.connect(lambda label, stated: _state_finding(window, label, stated))
    findings.list.clicked.connect(lambda _: window.state.replace(stated_label=None))
    window.state.changed.connect(lambda old, new: _head(window, old, new))


def _ask_again(window: MainWindow) -> None:
    if window.reviewing.nameless:
        ask_reader(window)


def _state_finding(window: MainWindow, label: str, stated: Stated | None) -> None:
    choose_class(window, label)
    say_of_class(window, label, stated)


def _head(window: MainWindow, old: ViewState, new: ViewState) -> None:
    """Say above the panel how far the review has come."""
    if old.review is not new.review or old.record is not new.record:
        subject = with_progress(new.record.name, new) if new.record is not None else ""
        window.docks["review"].set_subject(subject)


def _show_history(window: MainWindow) -> None:
    # What few readers open is loaded when they do: the window is there sooner.
    from ecgviewer.ui.review_history import show_history

    show_history(window)
