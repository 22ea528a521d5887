"""Sentences about what a reader said, for messages, for undoing and for the history."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from ecgviewer.core.classes import class_name
from ecgviewer.core.method_names import method_name
from ecgviewer.core.review import (
    PLACED_WORDS,
    REASON_WORDS,
    Change,
    Placed,
    Reason,
    Stated,
    Step,
    Topic,
    root_of,
)
from ecgviewer.core.text import later, tr
from ecgviewer.ui.review_state import MARK_GLYPHS, Found, marks, suggested
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.words import beats, clock

_LISTED = 3
_NOTE_LETTERS = 40
_STATED: Final = {
    (Stated.PRESENT, True): later("{name} confirmed"),
    (Stated.PRESENT, False): later("{name} added"),
    (Stated.PRESENT, None): later("{name} stated as present"),
    (Stated.ABSENT, True): later("{name} dismissed"),
    (Stated.ABSENT, False): later("{name} stated as absent"),
    (Stated.ABSENT, None): later("{name} stated as absent"),
}
_SWITCHED: Final = {
    Topic.FLAG: (later("Record flagged"), later("Flag taken away")),
    Topic.DONE: (later("Reviewed"), later("No longer reviewed")),
    Topic.COMMITTED: (later("Own answer given"), later("Own answer taken back")),
}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What sentences need to know besides the step: the record's rate, what models found."""

    rate_hz: float = 1.0
    found: Found = field(default_factory=dict)


def step_words(step: Step, knowledge: Knowledge, *, naming_model: bool = False) -> str:
    """Return what a step says, without a full stop.

    naming_model: with what its model had said of the class.
    """
    parts = _change_words(step, knowledge, naming_model=naming_model)
    if len(parts) > _LISTED:
        more = tr("{count} more", count=len(parts) - _LISTED + 1)
        parts = [*parts[: _LISTED - 1], more]
    return "; ".join(parts)


def told_words(step: Step, steps: Sequence[Step], knowledge: Knowledge) -> str:
    """Return the sentence with which the window answers a step; "" where none is wanted.

    steps: all of the record, for what an undoing speaks of.
    """
    root, stands = root_of(step, steps)
    what = step_words(root, knowledge)
    if step.undoes is not None:
        return tr("Said again: {what}.", what=what) if stands else tr("Undone: {what}.", what=what)
    topics = {change.topic for change in step.changes}
    if topics == {Topic.NOTE}:
        # A note is kept while it is being written.
        return ""
    if topics & {Topic.DONE, Topic.COMMITTED}:
        # The next record comes at once, or there is no way back.
        return f"{what}."
    return tr("{what}. Ctrl+Z takes it back.", what=what)


def history_words(step: Step, steps: Sequence[Step], knowledge: Knowledge) -> str:
    """Return what a step says, as one line among all steps of the record."""
    root, stands = root_of(step, steps)
    what = step_words(root, knowledge, naming_model=step.undoes is None)
    if step.undoes is None:
        return what
    return tr("Said again: {what}", what=what) if stands else tr("Undone: {what}", what=what)


def model_words(step: Step) -> str:
    """Return which model's answer could be seen, with the first digits of its weights' hash."""
    if step.hidden:
        return tr("hidden")
    if step.model is None:
        return tr("none")
    return f"{step.model.name} {step.model.weights_sha256[:8]}"


def when_words(at: datetime, today: datetime) -> str:
    """Return a time of day, with its date where that is not today's; both in local time."""
    at = at.astimezone(today.tzinfo)
    return f"{at:%H:%M}" if at.date() == today.date() else f"{at:%Y-%m-%d %H:%M}"


def with_progress(name: str, state: ViewState) -> str:
    """Return a name with how far the review has come, where it has begun."""
    review = state.review
    if review is None or not review.begun:
        return name
    return tr("{name} · reviewed ✓", name=name) if review.done else tr("{name} · begun", name=name)


def strip_mark(state: ViewState, label: str) -> str:
    """Return the mark that stands behind a suggested class in one line, "" for none."""
    mark = marks(state).get(label)
    return f" {MARK_GLYPHS[mark]}" if mark is not None else ""


def own_words(state: ViewState) -> str:
    """Return in one line what the reader states beyond what the model suggests, "" for none."""
    words = "   ".join(
        f"{MARK_GLYPHS[mark]} {_label_or_name(label)}"
        for label, mark in marks(state).items()
        if not suggested(state, label)
    )
    return tr("You: {classes}", classes=words) if words else ""


def _label_or_name(label: str) -> str:
    """Return a label of a model as it is, a SNOMED CT code as its name."""
    return class_name(label) if label.isdecimal() else label


def _change_words(step: Step, knowledge: Knowledge, *, naming_model: bool) -> list[str]:
    n_beats = sum(change.topic is Topic.BEAT for change in step.changes)
    parts: list[str] = []
    for change in step.changes:
        if (change.topic is Topic.BEAT and n_beats > 1) or change.topic is Topic.BEAT_SEEN:
            continue
        if change.topic is Topic.CLASS:
            parts.append(_class_words(change, step, knowledge, naming_model=naming_model))
        else:
            parts.append(_WORDS[change.topic](change, knowledge))
    if n_beats > 1:
        labels = {change.value for change in step.changes if change.topic is Topic.BEAT}
        parts.append(_many_beats(n_beats, labels))
    return parts


def _class_words(change: Change, step: Step, knowledge: Knowledge, *, naming_model: bool) -> str:
    name = class_name(change.about)
    if change.value is None:
        return tr("{name} taken back", name=name)
    if change.value == Stated.UNSURE:
        return tr("{name} left unsure", name=name)
    found = knowledge.found.get(step.model, {}) if step.model is not None else {}
    was_suggested = found.get(change.about)
    words = tr(_STATED[Stated(change.value), was_suggested], name=name)
    if not naming_model or was_suggested is None or step.model is None:
        return words
    model = step.model.name
    if was_suggested:
        return tr("{words} ({model} suggested it)", words=words, model=model)
    return tr("{words} ({model} did not suggest it)", words=words, model=model)


def _reason_words(change: Change, _knowledge: Knowledge) -> str:
    name = class_name(change.about)
    if not change.value:
        return tr("{name}: no reason given", name=name)
    reasons = ", ".join(tr(REASON_WORDS[Reason(reason)]).lower() for reason in change.value)
    return tr("{name}, wrong because: {reasons}", name=name, reasons=reasons)


def _pointing_words(change: Change, _knowledge: Knowledge) -> str:
    name = class_name(change.about)
    if not change.value:
        return tr("{name}: place of the saliency not judged", name=name)
    answers = ", ".join(
        f"{method_name(method)}: {tr(PLACED_WORDS[Placed(placed)]).lower()}"
        for method, placed in change.value.items()
    )
    return tr("{name}: saliency in the right place? {answers}", name=name, answers=answers)


def _region_words(change: Change, knowledge: Knowledge) -> str:
    if change.value is None:
        return tr("Region removed")
    start, stop = (clock(change.value[end] / knowledge.rate_hz) for end in ("start", "stop"))
    label = change.value["label"]
    if not label:
        return tr("Region from {start} to {stop}", start=start, stop=stop)
    name = class_name(label)
    return tr("Region from {start} to {stop}: {name}", start=start, stop=stop, name=name)


def _beat_words(change: Change, knowledge: Knowledge) -> str:
    time = clock(int(change.about) / knowledge.rate_hz)
    if change.value is None:
        return tr("Beat at {time}: as the model has it", time=time)
    return tr("Beat at {time}: {name}", time=time, name=class_name(change.value))


def _many_beats(n_beats: int, labels: set[Any]) -> str:
    if labels == {None}:
        return tr("{beats}: as the model has it", beats=beats(n_beats))
    names = ", ".join(sorted(class_name(label) for label in labels if label is not None))
    return tr("{beats}: {names}", beats=beats(n_beats), names=names)


def _note_words(change: Change, _knowledge: Knowledge) -> str:
    if not change.value:
        return tr("Note deleted")
    text = " ".join(change.value.split())
    if len(text) > _NOTE_LETTERS:
        text = f"{text[:_NOTE_LETTERS].rstrip()}…"
    return tr("Note: “{text}”", text=text)


def _switch_words(change: Change, _knowledge: Knowledge) -> str:
    said, taken_back = _SWITCHED[change.topic]
    return tr(said if change.value else taken_back)


_WORDS: Final[dict[Topic, Callable[[Change, Knowledge], str]]] = {
    Topic.REASON: _reason_words,
    Topic.POINTING: _pointing_words,
    Topic.REGION: _region_words,
    Topic.BEAT: _beat_words,
    Topic.NOTE: _note_words,
    Topic.FLAG: _switch_words,
    Topic.DONE: _switch_words,
    Topic.COMMITTED: _switch_words,
}
