"""What readers say stands side by side, impartially."""

from ecgviewer.core.review import Change, Role, Stated, Topic, review_of
from ecgviewer.review.side_by_side import side_by_side
from ecgviewer.review.truth import Basis
from tests.review.three_readers import DONE, Clock, all_three, says, two_readers


def test_finished_readers_have_columns_and_disputed_classes_come_first():
    clock = Clock()
    steps = [
        clock.step("r", "Ann", says("PVC", Stated.PRESENT), says("AF", Stated.PRESENT)),
        clock.step("r", "Ann", Change(Topic.NOTE, "", "Fast."), DONE),
        clock.step("r", "Bob", says("PVC", Stated.PRESENT)),
        clock.step("r", "Bob", DONE),
        clock.step("r", "Dan", says("STE", Stated.PRESENT)),
    ]
    found = side_by_side("r", steps, None)
    assert sorted(column.reader for column in found.columns) == ["Ann", "Bob"]
    assert [column.letter for column in found.columns] == ["A", "B"]
    assert found.rows == ("AF", "PVC")
    assert found.disputed == ("AF",)
    assert found.n_unfinished == 1
    assert {column.note for column in found.columns} == {"", "Fast."}


def test_what_the_adjudicator_states_settles_at_once():
    steps = all_three()
    own = review_of("r3", "Cam", steps, Role.ADJUDICATOR)
    found = side_by_side("r3", steps, own)
    assert found.disputed == ()
    assert found.truth["AF"].basis is Basis.ADJUDICATED
    assert found.truth["AF"].present is True


def test_letters_do_not_tell_who_is_who_from_record_to_record():
    firsts = {
        side_by_side(record, two_readers_of(record), None).columns[0].reader
        for record in (f"record {n}" for n in range(20))
    }
    assert firsts == {"Ann", "Bob"}


def two_readers_of(record: str):
    clock = Clock()
    return [clock.step(record, who, DONE) for who in ("Ann", "Bob")]


def test_other_records_are_passed_over():
    assert side_by_side("r1", two_readers(), None).rows == ("AF",)
    assert side_by_side("unknown", two_readers(), None).columns == ()
