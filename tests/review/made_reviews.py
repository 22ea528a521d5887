"""Steps, records and review files that tests of keeping share."""

from datetime import UTC, datetime
from pathlib import Path

from ecgviewer.core.review import Change, ModelRef, Stated, Step, Topic
from ecgviewer.review.store import KnownRecord, ReviewStore

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MODEL = ModelRef("best12", "ab" * 32)
RECORD = KnownRecord("f" * 64, "a", Path("/records/a.hea"), 500.0, 5000, ("I", "II"))


def a_step(label: str = "AF", reader: str = "Ann", at: datetime = NOON, **given) -> Step:
    """A step about the record, of two changes."""
    changes = (Change(Topic.CLASS, label, Stated.PRESENT), Change(Topic.NOTE, "", None))
    return Step(RECORD.record_id, reader, at, changes, **given)


def kept_in(path: Path, *steps: Step) -> None:
    """Keep steps in a file and close it."""
    store = ReviewStore(path)
    store.keep_all(steps, [RECORD])
    store.close()


def steps_in(path: Path) -> tuple[Step, ...]:
    """All steps of a file that nobody holds."""
    store = ReviewStore(path, must_exist=True)
    steps = store.steps()
    store.close()
    return steps
