"""A review file in which two people have said everything that can be said."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import (
    Change,
    ModelRef,
    Placed,
    Reason,
    Region,
    Role,
    Stated,
    Step,
    Topic,
)
from ecgviewer.review.store import KnownRecord, ReviewStore

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MODEL = ModelRef("best12", "ab" * 32)
FIRST = KnownRecord("f" * 64, "doe_jane", Path("/wards/7/doe_jane.hea"), 500.0, 5000, ("I", "V1"))
SECOND = KnownRecord("e" * 64, "smith", Path("/wards/8/smith.hea"), 360.0, 650_000, ("II",))
ANN, BEN = "Ann Grey", "Ben Löw"
NOTE = "Mrs Jane Doe on 2019-03-01: QTc 480 ms ≥ 450, \\ see doe_jane.hea"
REGION = Region(100, 900, ("V1",), "PVC", "wide; as in smith 0800 1234 5678", "r1")
SAYS_WHO = (" doe", "doe_", "jane", "smith", "2019", "ann grey", "grey", "ben", "wards", "5678")


def step(record: KnownRecord, reader: str, *changes: Change, minutes: int = 0, **given) -> Step:
    return Step(record.record_id, reader, NOON + timedelta(minutes=minutes), changes, **given)


def says(label: str, stated: Stated | None) -> Change:
    return Change(Topic.CLASS, label, stated)


def all_steps() -> list[Step]:
    """Ann answers blind, changes her mind and marks; Ben differs, and decides later."""
    return [
        step(FIRST, ANN, says("AF", Stated.ABSENT), hidden=True),
        step(FIRST, ANN, Change(Topic.COMMITTED, "", value=True), minutes=1, hidden=True),
        step(
            FIRST,
            ANN,
            says("AF", Stated.PRESENT),
            says("164890007", Stated.UNSURE),
            Change(Topic.REASON, "AF", [Reason.NOISE, Reason.LOOK_ALIKE]),
            Change(Topic.POINTING, "AF", {"gradcam": Placed.PARTLY}),
            minutes=2,
            model=MODEL,
        ),
        step(FIRST, ANN, Change(Topic.REGION, "r1", REGION.as_value()), minutes=3, model=MODEL),
        step(FIRST, ANN, Change(Topic.NOTE, "", NOTE), minutes=4, model=MODEL),
        step(FIRST, ANN, Change(Topic.DONE, "", value=True), minutes=5, model=MODEL),
        step(FIRST, BEN, says("AF", Stated.ABSENT), minutes=6, model=MODEL),
        step(FIRST, BEN, says("AF", Stated.PRESENT), minutes=7, role=Role.ADJUDICATOR),
        step(
            SECOND,
            BEN,
            Change(Topic.BEAT, "1200", "PVC"),
            Change(Topic.BEAT_SEEN, "1200", "N"),
            Change(Topic.BEAT, "400000", "AFIB"),
            Change(Topic.BEAT, "77", "|"),
            Change(Topic.BEAT_SEEN, "77", "PAC"),
            Change(Topic.BEAT, "9000", "something else"),
            minutes=8,
        ),
    ]


def answer() -> KeptAnswer:
    scores = {"AF": 0.91, "PVC": 0.1}
    return KeptAnswer(FIRST.record_id, MODEL, NOON, scores, {"AF": 0.4, "PVC": 0.5}, ("AF",))


def make_reviews(path: Path) -> Path:
    """Write the file and return its path."""
    store = ReviewStore(path)
    store.keep_records([FIRST, SECOND])
    store.keep_answers([answer()])
    store.keep_all(all_steps())
    store.close()
    return path
