"""What the keys of reviewing do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import Change, Role, Stated, Topic
from ecgviewer.core.text import tr
from ecgviewer.ui.review_state import finding_of, statement
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
        "add_class": lambda: add_class(window),
        "next_unreviewed": lambda: _step_unreviewed(window, 1),
        "previous_unreviewed": lambda: _step_unreviewed(window, -1),
        "reveal": window.blindness.reveal,
        "blind": window.blindness.toggle,
        "adjudicate": window.adjudicating.toggle,
        "agreement": lambda: _show_agreement(window),
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
    """Return the class that is spoken of: the one that was named last, or the chosen finding."""
    return state.stated_label or state.label


def choose_class(window: MainWindow, label: str) -> None:
    """Speak of this class from now on; the model explains it where it can."""
    state = window.state.value
    is_explained = finding_of(state, label) is not None
    window.state.replace(stated_label=None if is_explained else label)
    if is_explained:
        window.reasoning.choose_label(label)


def say_of_class(window: MainWindow, label: str, stated: Stated | None) -> None:
    """State something of a class, or take back what was stated."""
    window.reviewing.say(*statement(window.state.value, label, stated))


def _state(window: MainWindow, stated: Stated | None) -> None:
    if stated is None and window.correcting.take_back():
        return
    label = chosen_class(window.state.value)
    if label is None:
        window.message_line.say(tr("Choose a finding first, or a class by its number."))
    else:
        say_of_class(window, label, stated)


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
    say_of_class(window, label, None if is_there else Stated.PRESENT)


def _clear_classes(window: MainWindow) -> None:
    if window.correcting.take_back():
        return
    review = window.state.value.review
    if review is not None:
        state = window.state.value
        taken_back = (statement(state, label, None) for label in review.classes)
        window.reviewing.say(*chain.from_iterable(taken_back))


def add_class(window: MainWindow) -> None:
    """Let the reader look for a class and state that it is there."""
    # What few readers open is loaded when they do: the window is there sooner.
    from ecgviewer.ui.class_chooser import ask_class

    record = window.state.value.record

    def state(key: str) -> None:
        # Another record may have been opened meanwhile.
        if window.state.value.record is record:
            choose_class(window, key)
            say_of_class(window, key, Stated.PRESENT)

    if record is None:
        window.message_line.say(tr("No record is open to be reviewed."))
    else:
        ask_class(window, tr("Add a class"), state)


def _toggle(window: MainWindow, topic: Topic) -> None:
    review = window.state.value.review
    on = review is not None and review.value(topic) is not None
    window.reviewing.say(Change(topic, "", None if on else True))


def _reviewed(window: MainWindow) -> None:
    if window.opening.on_its_way:
        # Pressed twice: the record that is coming was not looked at yet.
        return
    if not window.blindness.commit("V"):
        return
    review = window.state.value.review
    done = Change(Topic.DONE, "", value=True)
    if (review is not None and review.done) or window.reviewing.say(done):
        # Whoever reviews passes what is reviewed, from the next step on, without a panel too.
        window.list_parts.listing.set_seen(True)
        _step_unreviewed(window, 1)


def _step_unreviewed(window: MainWindow, steps: int) -> None:
    if window.state.value.role is Role.ADJUDICATOR:
        window.adjudicating.step(steps)
        return
    from ecgviewer.ui.list_parts import step_unreviewed

    step_unreviewed(window, steps)


def _show_agreement(window: MainWindow) -> None:
    # What few readers open is loaded when they do: the window is there sooner.
    from ecgviewer.ui.agreement_window import show_agreement

    show_agreement(window)
