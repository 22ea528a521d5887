"""What readers say of records: changes, steps of changes, and what they add up to.

Nothing is ever overwritten: a step is added to the steps before it, and undoing is a step too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any, Final
from uuid import uuid4

from ecgviewer.core.text import later

LONGEST_NOTE, LONGEST_NAME = 4000, 80
_A_MOMENT = timedelta(microseconds=1)


class Topic(StrEnum):
    """What a change is about; ``Change.about`` and ``Change.value`` depend on it.

    CLASS: a label or a SNOMED CT code; a Stated. REASON: a label of the model; a list of
    Reason. POINTING: a label; a Placed by method of explanation. REGION: the region's id;
    what Region.as_value gives. BEAT: the beat's sample; the label that the reader gives it.
    BEAT_SEEN: the same; what the model called that beat then.
    NOTE, FLAG, DONE, COMMITTED: ""; a text, or True.
    """

    CLASS = "class"
    REASON = "reason"
    POINTING = "pointing"
    REGION = "region"
    BEAT = "beat"
    BEAT_SEEN = "beat seen"
    NOTE = "note"
    FLAG = "flag"
    DONE = "done"
    COMMITTED = "committed"


class Stated(StrEnum):
    """What a reader says of one class in one record."""

    PRESENT = "present"
    ABSENT = "absent"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why a model was wrong, as a reader sees it."""

    NOISE = "noise"
    LEAD_PROBLEM = "lead problem"
    LOOK_ALIKE = "look-alike rhythm"
    BORDERLINE = "borderline"
    REFERENCE_WRONG = "reference is wrong"
    SALIENCY_MISPLACED = "saliency misplaced"
    OTHER = "other"


class Placed(StrEnum):
    """Whether a model's saliency lay where a reader sees the finding."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Role(StrEnum):
    """In which part somebody reviews: as one of the readers, or where they differ."""

    READER = "reader"
    ADJUDICATOR = "adjudicator"


# What stands for a statement where there is no room for words, and before them.
STATED_GLYPHS: Final = {Stated.PRESENT: "✓", Stated.ABSENT: "✗", Stated.UNSURE: "?"}
REASON_WORDS: Final = {
    Reason.NOISE: later("Noise"),
    Reason.LEAD_PROBLEM: later("Lead problem"),
    Reason.LOOK_ALIKE: later("Look-alike rhythm"),
    Reason.BORDERLINE: later("Borderline"),
    Reason.REFERENCE_WRONG: later("Reference is wrong"),
    Reason.SALIENCY_MISPLACED: later("Saliency misplaced"),
    Reason.OTHER: later("Other"),
}
PLACED_WORDS: Final = {
    Placed.YES: later("Yes"),
    Placed.PARTLY: later("Partly"),
    Placed.NO: later("No"),
}


@dataclass(frozen=True, slots=True)
class ModelRef:
    """Exactly which model was asked: its name and the hash of its weights."""

    name: str
    weights_sha256: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a reader says; value is plain JSON, None takes back what was said."""

    topic: Topic
    about: str
    value: Any

    @property
    def key(self) -> tuple[Topic, str]:
        """What it replaces an earlier change of."""
        return self.topic, self.about


@dataclass(frozen=True, slots=True)
class Step:
    """What a reader did at once; undone and redone as one.

    at_utc: aware, in UTC. model: whose answer could be seen, None where there was none.
    hidden: the model's answer was kept from the reader. undoes: the step_id of the step that
    this one takes back. step_id: no two steps of any two files share one.
    """

    record_id: str
    reader: str
    at_utc: datetime
    changes: tuple[Change, ...]
    role: Role = Role.READER
    model: ModelRef | None = None
    hidden: bool = False
    undoes: str | None = None
    step_id: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A span that a reader marked: samples of the record, stop > start.

    leads: by name, () for all of them. label: a class or a SNOMED CT code, "" for none.
    """

    start: int
    stop: int
    leads: tuple[str, ...] = ()
    label: str = ""
    comment: str = ""
    region_id: str = ""

    def as_value(self) -> dict[str, Any]:
        """Return what a change says of the region."""
        return {
            "start": self.start,
            "stop": self.stop,
            "leads": list(self.leads),
            "label": self.label,
            "comment": self.comment,
        }

    @classmethod
    def from_value(cls, region_id: str, value: Mapping[str, Any]) -> "Region":
        """Return the region that a change speaks of."""
        return cls(
            value["start"],
            value["stop"],
            tuple(value["leads"]),
            value["label"],
            value["comment"],
            region_id,
        )


@dataclass(frozen=True, eq=False)
class Review:
    """What one person has said of one record, all steps taken together.

    classes: what is stated, by label or SNOMED CT code. reasons: by the model's label.
    pointing: by the model's label, then by method of explanation. regions: in order. beats:
    by their sample; beats_seen: the model's label of each, where it is known. committed:
    blind, the reader's own answer is given and the model may be seen. steps: the history,
    oldest first.
    """

    record_id: str
    reader: str
    role: Role = Role.READER
    classes: Mapping[str, Stated] = field(default_factory=dict)
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    pointing: Mapping[str, Mapping[str, Placed]] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()
    beats: Mapping[int, str] = field(default_factory=dict)
    beats_seen: Mapping[int, str] = field(default_factory=dict)
    note: str = ""
    flagged: bool = False
    done: bool = False
    committed: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything is said that still stands."""
        said = (self.classes, self.reasons, self.pointing, self.regions, self.beats, self.note)
        return any(said) or self.flagged or self.done or self.committed

    @property
    def has_seen_model(self) -> bool:
        """Whether the model's answer was shown: after the own one was given, or beside it."""
        return self.committed or any(step.model is not None for step in self.steps)

    @property
    def present(self) -> tuple[str, ...]:
        """The classes that are stated to be there."""
        return tuple(name for name, stated in self.classes.items() if stated is Stated.PRESENT)

    def value(self, topic: Topic, about: str = "") -> Any:
        """Return what is said now, as a change would say it; None for nothing."""
        return _values(self.steps).get((topic, about))

    def after(self, step: Step) -> "Review":
        """Return the review with one more step."""
        return review_of(self.record_id, self.reader, (*self.steps, step), self.role)


def review_of(
    record_id: str, reader: str, steps: Iterable[Step], role: Role = Role.READER
) -> Review:
    """Return what one person said of one record; other steps than theirs are passed over."""
    own = tuple(
        step
        for step in steps
        if (step.record_id, step.reader, step.role) == (record_id, reader, role)
    )
    by_topic: dict[Topic, dict[str, Any]] = {topic: {} for topic in Topic}
    for (topic, about), value in _values(own).items():
        by_topic[topic][about] = value
    regions = (Region.from_value(name, value) for name, value in by_topic[Topic.REGION].items())
    return Review(
        record_id,
        reader,
        role,
        classes={name: Stated(value) for name, value in by_topic[Topic.CLASS].items()},
        reasons={n: tuple(map(Reason, value)) for n, value in by_topic[Topic.REASON].items()},
        pointing={
            name: {method: Placed(placed) for method, placed in value.items()}
            for name, value in by_topic[Topic.POINTING].items()
        },
        regions=tuple(sorted(regions)),
        beats={int(at): value for at, value in by_topic[Topic.BEAT].items()},
        beats_seen={int(at): value for at, value in by_topic[Topic.BEAT_SEEN].items()},
        note=by_topic[Topic.NOTE].get("", ""),
        flagged=bool(by_topic[Topic.FLAG]),
        done=bool(by_topic[Topic.DONE]),
        committed=bool(by_topic[Topic.COMMITTED]),
        steps=own,
    )


def _values(steps: Iterable[Step]) -> dict[tuple[Topic, str], Any]:
    """Return what stands after some steps: the newest value of each key."""
    values: dict[tuple[Topic, str], Any] = {}
    for step in steps:
        for change in step.changes:
            values.pop(change.key, None)
            if change.value is not None:
                values[change.key] = change.value
    return values


def changed(review: Review, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return those of some changes that say anything new."""
    values = _values(review.steps)
    return tuple(change for change in changes if values.get(change.key) != change.value)


def time_after(steps: Iterable[Step]) -> datetime:
    """Return the time of a step that follows some others: now, in UTC.

    Steps stand in the order of their times, so that where a clock was set back it is the
    moment after the last of them.
    """
    now = datetime.now(UTC)
    return max((now, *(step.at_utc + _A_MOMENT for step in steps)))


def undone(review: Review) -> tuple[Change, ...]:
    """Return the changes that take the reader's last step back; see ``last_done``."""
    step = last_done(review)
    return _taking_back(review.steps, step) if step is not None else ()


def redone(review: Review) -> tuple[Change, ...]:
    """Return the changes that make what was undone last again; see ``last_undone``."""
    step = last_undone(review)
    return _taking_back(review.steps, step) if step is not None else ()


def last_done(review: Review) -> Step | None:
    """Return the step that undoing takes back, None with nothing to undo."""
    done, _ = _stacks(review.steps)
    return done[-1] if done else None


def last_undone(review: Review) -> Step | None:
    """Return the undoing step that redoing takes back, None with nothing to redo."""
    _, taken_back = _stacks(review.steps)
    return taken_back[-1] if taken_back else None


def root_of(step: Step, steps: Iterable[Step]) -> tuple[Step, bool]:
    """Return the step that undoing and redoing speak of in the end, and whether it stands then.

    A step that undoes nothing is its own; an undoing of an undoing makes it stand again.
    """
    return _root_of(step, {other.step_id: other for other in steps})


def taken_back(steps: Iterable[Step]) -> frozenset[str]:
    """Return the step_ids of what was said and does not stand any more because of undoing."""
    by_id = {step.step_id: step for step in steps}
    stands = {root.step_id: stood for root, stood in (_root_of(s, by_id) for s in by_id.values())}
    return frozenset(step_id for step_id, stood in stands.items() if not stood)


def _root_of(step: Step, by_id: Mapping[str, Step]) -> tuple[Step, bool]:
    stands = True
    while step.undoes is not None and step.undoes in by_id:
        step, stands = by_id[step.undoes], not stands
    return step, stands


def _stacks(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """Return the steps that can be undone and those that can be redone, the next one last."""
    done: list[Step] = []
    taken_back: list[Step] = []
    for step in steps:
        if any(change.topic is Topic.COMMITTED for change in step.changes):
            # Whoever has seen the model's answer cannot unsee it.
            done, taken_back = [], []
        elif step.undoes is None:
            done.append(step)
            taken_back = []
        elif done and done[-1].step_id == step.undoes:
            done.pop()
            taken_back.append(step)
        elif taken_back and taken_back[-1].step_id == step.undoes:
            taken_back.pop()
            done.append(step)
    return done, taken_back


def _taking_back(steps: Sequence[Step], target: Step) -> tuple[Change, ...]:
    before = _values(takewhile(lambda step: step.step_id != target.step_id, steps))
    return tuple(replace(change, value=before.get(change.key)) for change in target.changes)
