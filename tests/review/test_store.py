"""What a review file is told, it tells again."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import ModelRef, Role
from ecgviewer.review.store import Access, KnownRecord, ReviewStore
from tests.review.made_reviews import MODEL, NOON, RECORD, a_step, kept_in


@pytest.fixture
def store(tmp_path):
    store = ReviewStore(tmp_path / "reviews.ecgreview")
    store.keep_record(RECORD)
    yield store
    store.close()


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


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM steps",
        "UPDATE changes SET value = 'x'",
        "UPDATE readers SET name = 'Eve'",
        "DELETE FROM models",
        "INSERT OR REPLACE INTO steps SELECT step, 'other', record_id, reader_id, role, at_utc,"
        " model_id, hidden, undoes FROM steps",
        "INSERT OR REPLACE INTO steps SELECT step + 1, step_id, record_id, reader_id, role, '',"
        " model_id, hidden, undoes FROM steps",
        "INSERT OR REPLACE INTO changes VALUES (1, 0, 'class', 'AF', NULL)",
        "REPLACE INTO readers VALUES (1, 'Eve')",
    ],
)
def test_nothing_that_was_said_can_be_changed(store, tmp_path, statement):
    step = a_step(model=MODEL)
    store.keep(step)
    refused = pytest.raises(sqlite3.IntegrityError, match="only ever added")
    with closing(sqlite3.connect(tmp_path / "reviews.ecgreview")) as other, refused:
        other.execute(statement)
    assert store.steps() == (step,)


def test_answers_come_back_and_newer_ones_take_their_place(store):
    def answer(score):
        return KeptAnswer(RECORD.record_id, MODEL, NOON, {"AF": score}, {"AF": 0.4}, ("AF",))

    store.keep_answers([answer(0.6)])
    store.keep_answers([answer(0.9)])
    (kept,) = store.answers(MODEL)
    assert kept.scores == {"AF": 0.9}
    assert kept.margin == pytest.approx(0.5)
    assert list(store.answers(ModelRef("best12", "other"))) == []


def test_two_windows_write_into_one_file_in_turns(store, tmp_path):
    second = ReviewStore(tmp_path / "reviews.ecgreview")
    steps = [a_step(reader=reader) for reader in ("Ann", "Bob") * 5]
    for writer, step in zip((store, second) * 5, steps, strict=True):
        writer.keep(step)
    assert second.steps() == store.steps() == tuple(steps)
    second.close()


def test_a_closed_file_is_one_file_that_can_be_copied(tmp_path):
    for access in (Access.SHARED, Access.EXCLUSIVE):
        path = tmp_path / access.name / "study.ecgreview"
        step = a_step()
        store = ReviewStore(path, access)
        store.keep_all([step], [RECORD])
        store.close()
        assert [one.name for one in path.parent.iterdir()] == ["study.ecgreview"]
        copied = tmp_path / f"{access.name}.ecgreview"
        copied.write_bytes(path.read_bytes())
        again = ReviewStore(copied)
        assert again.steps() == (step,)
        again.close()


def test_merging_adds_what_is_lacking_and_says_the_same_both_ways(tmp_path):
    first, second = tmp_path / "a.ecgreview", tmp_path / "b.ecgreview"
    shared = a_step(at=NOON)
    early, late = a_step("PVC", at=NOON + timedelta(hours=1)), a_step(at=NOON + timedelta(hours=2))
    kept_in(first, shared, late)
    kept_in(second, shared, early)

    def merged(into, source, expected):
        store, other = ReviewStore(into), ReviewStore(source, Access.READ_ONLY)
        assert store.merge(other) == expected
        assert store.merge(other) == 0
        steps = store.steps()
        store.close()
        other.close()
        return steps

    assert merged(first, second, 1) == merged(second, first, 1) == (shared, early, late)


def test_of_merged_answers_the_newest_stays(tmp_path, store):
    def answer(score, hours):
        at = NOON + timedelta(hours=hours)
        return KeptAnswer(RECORD.record_id, MODEL, at, {"AF": score}, {"AF": 0.4}, ("AF",))

    other = ReviewStore(tmp_path / "other.ecgreview")
    other.keep_record(RECORD)
    for mine, theirs, stays in ((0, 1, 0.7), (3, 2, 0.6)):
        store.keep_answers([answer(0.6, mine)])
        other.keep_answers([answer(0.7, theirs)])
        store.merge(other)
        assert next(store.answers()).scores == {"AF": stays}
    other.close()


def test_records_below_a_project_file_are_found_where_it_is_mounted_elsewhere(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    record = here / "records" / "a.hea"
    record.parent.mkdir(parents=True)
    record.write_text("")
    store = ReviewStore(here / "study.ecgreview", Access.EXCLUSIVE)
    store.keep_record(replace(RECORD, path=record))
    assert store.find(RECORD.record_id) == record
    store.close()
    here.rename(there)
    moved = ReviewStore(there / "study.ecgreview", Access.EXCLUSIVE)
    assert moved.find(RECORD.record_id) == there / "records" / "a.hea"
    assert [one.path for one in moved.records()] == [there / "records" / "a.hea"]
    assert moved.find("0" * 64) is None
    moved.close()


@pytest.mark.parametrize(
    "written", ["/Volumes/ward/study/records/a.hea", "W:\\study\\records\\a.hea"]
)
def test_a_path_of_another_machine_is_tried_below_the_file(tmp_path, written):
    record = tmp_path / "records" / "a.hea"
    record.parent.mkdir()
    record.write_text("")
    path = tmp_path / "study.ecgreview"
    kept_in(path, a_step())
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE records SET path = ?", (written,))
        file.commit()
    store = ReviewStore(path)
    assert store.find(RECORD.record_id) == record
    store.close()
