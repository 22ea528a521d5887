"""What leaves a review file is what was asked for, and by default it names nobody."""

import pytest

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.review import Change, Role, Stated, Topic
from ecgviewer.core.task import Task
from ecgviewer.review.deidentify import pseudonym_of
from ecgviewer.review.export import FORMS
from ecgviewer.review.free_text import REMOVED
from ecgviewer.review.handed_on import Wish, hand_on, held_in
from tests.review.said_reviews import (
    ANN,
    BEN,
    FIRST,
    NOTE,
    REGION,
    SAYS_WHO,
    SECOND,
    says,
    step,
)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_no_form_tells_a_name_a_path_or_a_date_of_a_patient(handed, tmp_path, form):
    files = FORMS[form](handed, tmp_path / "out")
    assert files
    for path, content in files.items():
        told = f"{path.relative_to(tmp_path)} {content.decode('latin-1')}".lower()
        assert not [word for word in SAYS_WHO if word in told]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_with_identifiers_everything_is_as_it_was_said(named, tmp_path, form):
    told = b"".join(FORMS[form](named, tmp_path).values()).decode()
    for words in ("doe_jane", str(FIRST.path), ANN, BEN, REGION.comment, "QTc 480 ms ≥ 450"):
        assert words in told


def test_what_was_said_of_the_ecg_stays(handed):
    ann = handed.records[0].reviews[0]
    assert ann.reader == "Reader 1"
    assert ann.classes == {"AF": Stated.PRESENT, "164890007": Stated.UNSURE}
    assert "QTc 480 ms ≥ 450" in ann.note
    assert "wide" in ann.regions[0].comment
    assert (ann.regions[0].start, ann.regions[0].stop) == (REGION.start, REGION.stop)
    assert ann.steps[0].at_utc.year == 2026


def test_a_label_that_no_table_knows_is_cleaned_and_known_ones_stay(said):
    own = (says("as in Mrs Jane Doe", Stated.PRESENT), Change(Topic.BEAT, "5", "like smith"))
    said.keep(step(FIRST, ANN, *own, minutes=30))
    ann = hand_on(held_in(said), Wish(), Task()).records[0].reviews[0]
    assert set(ann.classes) == {"AF", "164890007", f"as in {REMOVED}"}
    assert ann.beats == {5: f"like {REMOVED}"}


def test_records_go_by_pseudonyms_that_their_content_gives(handed):
    names = [record.known.name for record in handed.records]
    assert names == [pseudonym_of(FIRST.record_id), pseudonym_of(SECOND.record_id)]
    assert [record.path for record in handed.records] == ["", ""]


def test_readers_and_finished_reviews_are_chosen(said):
    anns = hand_on(held_in(said), Wish(identifiers=True, reader=ANN), Task())
    assert anns.readers == (ANN,)
    assert len(anns.records) == 1
    finished = hand_on(held_in(said), Wish(only_done=True), Task())
    assert [review.done for review in finished.reviews] == [True]
    one = hand_on(held_in(said), Wish(record_ids=frozenset({SECOND.record_id})), Task())
    assert [record.known.record_id for record in one.records] == [SECOND.record_id]


def test_a_reader_keeps_the_number_when_others_are_left_out(said):
    bens = hand_on(held_in(said), Wish(reader=BEN), Task())
    assert bens.readers == ("Reader 2",)
    assert {review.role for review in bens.reviews} == {Role.READER, Role.ADJUDICATOR}


def test_a_wish_that_nothing_fits_is_answered_with_a_sentence(said):
    with pytest.raises(EcgError, match=r'Nobody called "Eve" .* known: Ann Grey, Ben Löw'):
        hand_on(held_in(said), Wish(reader="Eve"), Task())
    with pytest.raises(EcgError, match="holds no review that was asked for"):
        hand_on(held_in(said), Wish(record_ids=frozenset({"0" * 64})), Task())


def test_it_stops_when_nobody_waits_any_more(said):
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        hand_on(held_in(said), Wish(), task)


def test_the_note_of_the_tests_has_something_to_hide():
    assert [word for word in SAYS_WHO if word in NOTE.lower()]
