"""What a picture of the window shows as said by a reader; its review file is thrown away."""

from collections.abc import Sequence

from ecgviewer.core.class_choices import class_choices
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Change, Stated, Topic
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.review_commands import choose_class, classes_of, say_of_class

NOBODY = "Reader"


def say_all(
    window: MainWindow, sayings: Sequence[tuple[str, Stated]], reader: str, *, reviewed: bool
) -> None:
    """State classes of the open record in a reader's name; raises EcgError for unknown ones."""
    if not sayings and not reviewed and not reader:
        return
    window.reviewing.name_reader(reader or NOBODY)
    for name, stated in sayings:
        key = _key(window, name)
        choose_class(window, key)
        say_of_class(window, key, stated)
    if reviewed:
        window.reviewing.say(Change(Topic.DONE, "", value=True))


def _key(window: MainWindow, name: str) -> str:
    """Return the label or the code under which a class is kept."""
    state = window.state.value
    if name in classes_of(state) or (state.card is not None and name in state.card.labels):
        return name
    for choice in class_choices():
        if name in (choice.key, choice.code, choice.abbreviation):
            return choice.key
    known = ", ".join(classes_of(state))
    raise EcgError(f"{name} is no class: give one of {known}, or a SNOMED CT code.")
