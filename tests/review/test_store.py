"""What a review file is told, it tells again."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import Change, ModelRef, Role, Stated, Step, Topic
from ecgviewer.review.store import KnownRecord, ReviewStore

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MODEL = ModelRef("best12", "ab" * 32)
RECORD = KnownRecord("f" * 64, "a", Path("/records/a.hea"), 500.0, 5000, ("I", "II"))


@pytest.fixture
def store(tmp_path):
    store = ReviewStore(tmp_path / "reviews.ecgreview")
    store.keep_record(RECORD)
    yield store
    store.close()


def a_step(label="AF", **given) -> Step:
    changes = (Change(Topic.CLASS, label, Stated.PRESENT), Change(Topic.NOTE, "", None))
    return Step(RECORD.record_id, "Ann", NOON, changes, **given)


def test_steps_come_back_as_they_were_in_order(store, tmp_path):
    first = a_step(model=MODEL)
    second = a_step("PVC", role=Role.ADJUDICATOR, hidden=True, undoes=first.step_id)
    store.keep(first)
    store.keep(second)
    store.close()
    again = ReviewStore(tmp_path / "reviews.ecgreview")
    assert again.steps() == again.steps(RECORD.record_id) == (first, second)
    assert again.readers() == ("Ann",)
    again.close()


def test_a_step_is_kept_once(store):
    step = a_step()
    store.keep_all([step, step])
    store.keep(step)
    assert store.steps() == (step,)


def test_a_record_that_has_moved_is_the_same_one(store):
    moved = KnownRecord(RECORD.record_id, "b", Path("/b.hea"), 500.0, 5000, ("I", "II"))
    store.keep_record(moved)
    assert store.records() == (moved,)


@pytest.mark.parametrize("statement", ["DELETE FROM steps", "UPDATE changes SET value = 'x'"])
def test_nothing_that_was_said_can_be_changed(store, tmp_path, statement):
    store.keep(a_step())
    other = sqlite3.connect(tmp_path / "reviews.ecgreview")
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        other.execute(statement)
    other.close()


def test_answers_come_back_and_newer_ones_take_their_place(store):
    def answer(score):
        return KeptAnswer(RECORD.record_id, MODEL, NOON, {"AF": score}, {"AF": 0.4}, ("AF",))

    store.keep_answers([answer(0.6)])
    store.keep_answers([answer(0.9)])
    (kept,) = store.answers(MODEL)
    assert kept.scores == {"AF": 0.9}
    assert kept.margin == pytest.approx(0.5)
    assert list(store.answers(ModelRef("best12", "other"))) == []
