"""What a reader's statements and the model's answer have to do with each other."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from ecgviewer.core.finding import Finding
from ecgviewer.core.review import STATED_GLYPHS, Change, ModelRef, Stated, Topic
from ecgviewer.core.text import later
from ecgviewer.ui.state import ViewState

# What models found, so far as that is known: which words are right depends on it.
Found = Mapping[ModelRef, Mapping[str, bool]]


class Mark(Enum):
    """A reader's statement of one class, seen beside the model's answer."""

    CONFIRMED = auto()
    ADDED = auto()
    DISMISSED = auto()
    ABSENT = auto()
    UNSURE = auto()


MARK_WORDS: Final = {
    Mark.CONFIRMED: later("confirmed"),
    Mark.ADDED: later("added"),
    Mark.DISMISSED: later("dismissed"),
    Mark.ABSENT: later("not there"),
    Mark.UNSURE: later("unsure"),
}
MARK_GLYPHS: Final = {
    Mark.CONFIRMED: STATED_GLYPHS[Stated.PRESENT],
    Mark.ADDED: "+",
    Mark.DISMISSED: STATED_GLYPHS[Stated.ABSENT],
    Mark.ABSENT: STATED_GLYPHS[Stated.ABSENT],
    Mark.UNSURE: STATED_GLYPHS[Stated.UNSURE],
}


def mark_of(stated: Stated | None, *, suggested: bool | None) -> Mark | None:
    """Return how a statement is marked; suggested: by the model, None where it has no answer."""
    if stated is Stated.PRESENT:
        return Mark.CONFIRMED if suggested else Mark.ADDED
    if stated is Stated.ABSENT:
        return Mark.DISMISSED if suggested else Mark.ABSENT
    return Mark.UNSURE if stated is Stated.UNSURE else None


def finding_of(state: ViewState, label: str) -> Finding | None:
    """Return what the model says of one class, None where it says nothing that may be seen."""
    if state.analysis is None or state.model_hidden:
        return None
    return next((found for found in state.analysis.findings if found.label == label), None)


def suggested(state: ViewState, label: str) -> bool | None:
    """Whether the model suggests a class, None where it says nothing that may be seen."""
    finding = finding_of(state, label)
    return None if finding is None else finding.present


def stated(state: ViewState, label: str) -> Stated | None:
    """Return what the reader says of a class."""
    return state.review.classes.get(label) if state.review is not None else None


def marks(state: ViewState) -> dict[str, Mark]:
    """Return the marks of all that is stated, by class."""
    said = state.review.classes if state.review is not None else {}
    made = {label: mark_of(one, suggested=suggested(state, label)) for label, one in said.items()}
    return {label: mark for label, mark in made.items() if mark is not None}


def disagrees(state: ViewState, label: str) -> bool:
    """Whether the reader says of a class the opposite of what the model does."""
    return _opposite(stated(state, label), suggested(state, label))


def _opposite(said: Stated | None, model_says: bool | None) -> bool:
    if model_says is None:
        return False
    return said is (Stated.ABSENT if model_says else Stated.PRESENT)


def statement(state: ViewState, label: str, said: Stated | None) -> tuple[Change, ...]:
    """Return the changes that state something of a class.

    Why the model was wrong is taken back where the reader no longer says that it was.
    """
    changes = [Change(Topic.CLASS, label, said)]
    has_reasons = state.review is not None and label in state.review.reasons
    model_says = suggested(state, label)
    if has_reasons and (said is None or model_says is not None) and not _opposite(said, model_says):
        changes.append(Change(Topic.REASON, label, None))
    return tuple(changes)


def found_by(model: ModelRef | None, state: ViewState) -> Found:
    """Return what the model that answered found, by class."""
    if model is None or state.analysis is None:
        return {}
    return {model: {one.label: one.present for one in state.analysis.findings}}
