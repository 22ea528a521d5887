"""Ann and Bob review six records blind and differ on two; Cam settles those.

Atrial fibrillation, by record:      r1 r2 r3 r4 r5 r6
Ann, before and after the model       +  +  +  -  -  -
Bob, before the model                 +  +  -  -  -  -
Bob, after the model                  +  +  -  +  -  -
the model                             +  +  -  +  -  -
Cam, where they differ                      +  -
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import Change, ModelRef, Role, Stated, Step, Topic
from ecgviewer.review.store import KnownRecord

RECORDS = ("r1", "r2", "r3", "r4", "r5", "r6")
MODEL = ModelRef("best12", "ab" * 32)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

SEEN_AF = {"Ann": ("r1", "r2", "r3"), "Bob": ("r1", "r2")}


def says(label: str, stated: Stated | None) -> Change:
    return Change(Topic.CLASS, label, stated)


COMMITTED = Change(Topic.COMMITTED, "", value=True)
DONE = Change(Topic.DONE, "", value=True)


class Clock:
    """Steps follow one another by a second."""

    def __init__(self) -> None:
        self.now = NOON

    def step(self, record: str, who: str, *changes: Change, **given: object) -> Step:
        self.now += timedelta(seconds=1)
        return Step(record, who, self.now, changes, **given)  # type: ignore[arg-type]


def blind_review(clock: Clock, record: str, who: str, labels: Iterable[str]) -> list[Step]:
    stated = [says(label, Stated.PRESENT) for label in labels]
    first = [clock.step(record, who, *stated, hidden=True)] if stated else []
    return [*first, clock.step(record, who, COMMITTED, hidden=True)]


def two_readers() -> list[Step]:
    clock = Clock()
    steps: list[Step] = []
    for who, seen in SEEN_AF.items():
        for record in RECORDS:
            steps += blind_review(clock, record, who, ["AF"] if record in seen else [])
            if (who, record) == ("Bob", "r4"):
                changed = says("AF", Stated.PRESENT)
                steps.append(clock.step(record, who, changed, model=MODEL))
            steps.append(clock.step(record, who, DONE, model=MODEL))
    return steps


def all_three() -> list[Step]:
    clock = Clock()
    clock.now += timedelta(hours=1)
    cam = [
        clock.step("r3", "Cam", says("AF", Stated.PRESENT), role=Role.ADJUDICATOR),
        clock.step("r3", "Cam", DONE, role=Role.ADJUDICATOR),
        clock.step("r4", "Cam", says("AF", Stated.ABSENT), role=Role.ADJUDICATOR),
        clock.step("r4", "Cam", DONE, role=Role.ADJUDICATOR),
    ]
    return [*two_readers(), *cam]


def answers(records: Iterable[str] = RECORDS) -> list[KeptAnswer]:
    found = ("r1", "r2", "r4")
    return [
        KeptAnswer(
            record,
            MODEL,
            NOON,
            {label: 0.9 if label == "AF" and record in found else 0.1 for label in RECORD_CLASSES},
            dict.fromkeys(RECORD_CLASSES, 0.5),
            ("AF",) if record in found else (),
        )
        for record in records
    ]


def known_records() -> list[KnownRecord]:
    return [
        KnownRecord(key, key, Path(f"/records/{key}.hea"), 500.0, 5000, ("I", "II"))
        for key in RECORDS
    ]
