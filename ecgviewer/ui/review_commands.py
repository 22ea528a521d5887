"""What the keys of reviewing do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import Change, Stated, Topic
from ecgviewer.core.text import tr
from ecgviewer.ui.state import ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

Command = Callable[[], object]


def review_commands(window: MainWindow) -> dict[str, Command]:
    """Return what to do for the names of the table of keys that are about reviewing."""

    def state(stated: Stated | None) -> Command:
        return lambda: _state(window, stated)

    def toggle_class(place: int) -> Command:
        return lambda: _toggle_class(window, place)

    return {
        "confirm": state(Stated.PRESENT),
        "dismiss": state(Stated.ABSENT),
        "unsure": state(Stated.UNSURE),
        "withdraw": state(None),
        **{f"class_{place + 1}": toggle_class(place) for place in range(9)},
        "add_region": window.marking.toggle,
        "clear_classes": lambda: _clear_classes(window),
        "reviewed": lambda: _reviewed(window),
        "flag": lambda: _toggle(window, Topic.FLAG),
        "next_unreviewed": lambda: _step_unreviewed(window, 1),
        "previous_unreviewed": lambda: _step_unreviewed(window, -1),
        "undo": window.undoing.undo,
        "redo": window.undoing.redo,
    }


def classes_of(state: ViewState) -> tuple[str, ...]:
    """Return the classes that are judged of a record, in the order of their keys."""
    card = state.card
    if card is None or card.exclusive or state.model_hidden:
        return RECORD_CLASSES
    return card.labels


def chosen_class(state: ViewState) -> str | None:
    """Return the class that is spoken of: the chosen finding, or the one of the panel."""
    return state.label or state.stated_label


def _state(window: MainWindow, stated: Stated | None) -> None:
    if stated is None and window.correcting.take_back():
        return
    label = chosen_class(window.state.value)
    if label is None:
        window.message_line.say(tr("Choose a finding first, or a class by its number."))
    else:
        window.reviewing.say(Change(Topic.CLASS, label, stated))


def _toggle_class(window: MainWindow, place: int) -> None:
    if window.correcting.label_key(place):
        return
    state = window.state.value
    classes = classes_of(state)
    if place >= len(classes):
        return
    label = classes[place]
    is_there = state.review is not None and state.review.classes.get(label) is Stated.PRESENT
    window.state.replace(stated_label=label)
    window.reviewing.say(Change(Topic.CLASS, label, None if is_there else Stated.PRESENT))


def _clear_classes(window: MainWindow) -> None:
    if window.correcting.take_back():
        return
    review = window.state.value.review
    if review is not None:
        window.reviewing.say(*(Change(Topic.CLASS, label, None) for label in review.classes))


def _toggle(window: MainWindow, topic: Topic) -> None:
    review = window.state.value.review
    on = review is not None and review.value(topic) is not None
    window.reviewing.say(Change(topic, "", None if on else True))


def _reviewed(window: MainWindow) -> None:
    review = window.state.value.review
    done = Change(Topic.DONE, "", value=True)
    if (review is not None and review.done) or window.reviewing.say(done):
        _step_unreviewed(window, 1)


def _step_unreviewed(window: MainWindow, steps: int) -> None:
    window.opening.step(steps)
