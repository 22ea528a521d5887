"""What a worklist shows: which rows, in which order, and which one comes next."""

import math
import sys
from datetime import UTC, datetime
from functools import partial

import numpy as np
import pytest

from ecgviewer.core.review import Change, Review, Stated, Step, Topic
from ecgviewer.review.stand import Stand
from ecgviewer.review.worklist import Agreement, Facts, Grade, Reference, compare
from ecgviewer.review.worklist_order import Column, Shown, Wanted, sorted_rows, wanted_rows
from tests.review.made_lists import JUDGED, list_of, made_list, said, states

DONE = Stand(done=True, begun=True)
MANY = 20_000


def rows(worklist, **wanted) -> list[int]:
    return np.flatnonzero(wanted_rows(worklist, Wanted(**wanted))).tolist()


def found_in(worklist, row) -> tuple[str, ...]:
    said_of_row = worklist.found[row]
    assert said_of_row is not None
    return said_of_row[0]


@pytest.mark.parametrize(
    ("reference", "found", "agreement"),
    [
        (states("AF"), ("AF",), Agreement.SAME),
        (states("AF"), ("AF", "STD"), Agreement.PARTLY),
        (states("AF", "PVC"), ("AF",), Agreement.PARTLY),
        (states("AF"), ("SNR",), Agreement.DIFFERENT),
        (states("AF"), (), Agreement.DIFFERENT),
        (states(), (), Agreement.SAME),
        (Reference(words="Sinus tachycardia"), ("SNR",), Agreement.UNKNOWN),
        # A class that nobody judged is neither right nor wrong.
        (Reference(("AF",), ("SNR",)), ("AF", "STD"), Agreement.SAME),
    ],
)
def test_agreement_is_about_what_both_speak_of(reference, found, agreement):
    assert compare(reference, found, JUDGED) is agreement
    row = list_of(Facts(reference=reference, said=said(*found)))
    assert row.agreement.tolist() == [agreement]


def test_without_a_model_or_a_reference_nothing_is_compared():
    unknown = list_of(Facts(reference=states("AF")), Facts(said=said("AF")))
    assert unknown.agreement.tolist() == [Agreement.UNKNOWN, Agreement.UNKNOWN]


def test_facts_come_in_any_order_and_the_last_ones_count():
    worklist = list_of(Facts(), Facts(), Facts())
    worklist = worklist.with_facts({1: Facts(said=said("AF"))})
    worklist = worklist.with_facts({1: Facts(reference=states("PVC")), 2: Facts("id")})
    assert worklist.agreement.tolist() == [0, Agreement.DIFFERENT, 0]
    assert worklist.rows_of_id == {"id": (2,)}
    assert math.isnan(worklist.confidence[0])
    assert worklist.without_answers().agreement.tolist() == [0, 0, 0]


def test_filters_combine():
    worklist = list_of(
        Facts(reference=states("AF"), said=said("SNR", margin=0.03), stand=DONE),
        Facts(reference=states("AF"), said=said("SNR", margin=0.03)),
        Facts(reference=states("AF"), said=said("AF", margin=0.3), grade=Grade.POOR),
        Facts(stand=Stand(flagged=True, begun=True, present=("PVC",))),
        Facts(problem="e.hea is damaged."),
    )
    assert rows(worklist, disagrees=True) == [0, 1]
    assert rows(worklist, disagrees=True, unreviewed=True) == [1]
    assert rows(worklist, margin_below=0.1) == [0, 1]
    assert rows(worklist, label="AF") == [0, 1, 2]
    assert rows(worklist, label="PVC") == rows(worklist, flagged=True) == [3]
    assert rows(worklist, poor=True) == [2]
    assert rows(worklist, broken=True) == [4]
    assert rows(worklist, text="D") == [3]
    assert rows(worklist, text="fibrillation") == [0, 1, 2]
    assert rows(worklist) == [0, 1, 2, 3, 4]


def test_a_reader_differs_only_in_what_they_have_spoken_of():
    def one(present=(), absent=()):
        return Facts(
            said=said("AF", "PVC"), stand=Stand(begun=True, present=present, absent=absent)
        )

    worklist = list_of(
        one(),
        one(("AF",)),
        one(("STD",)),
        one((), ("PVC",)),
        one((), ("STD",)),
        one(("426177001",)),
    )
    assert rows(worklist, reader_differs=True) == [2, 3]


def test_equal_rows_stay_in_the_folders_order_and_unknown_ones_come_last():
    worklist = list_of(
        Facts(said=said(margin=0.2)), Facts(), Facts(said=said(margin=0.1)),
        Facts(said=said(margin=0.2)),
    )  # fmt: skip
    assert sorted_rows(worklist, Column.MARGIN, descending=False).tolist() == [2, 0, 3, 1]
    assert sorted_rows(worklist, Column.MARGIN, descending=True).tolist() == [0, 3, 2, 1]


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_as_plain_sorting_does(column):
    worklist = made_list(300)
    found = sorted_rows(worklist, column, descending=False)
    assert sorted(found.tolist()) == list(range(300))
    keys = {
        Column.RECORD: lambda row: row,
        Column.REFERENCE: lambda row: worklist.references[row].present,
        Column.MODEL: lambda row: found_in(worklist, row),
        Column.AGREEMENT: lambda row: worklist.agreement[row],
        Column.CONFIDENCE: lambda row: worklist.confidence[row],
        Column.MARGIN: lambda row: worklist.margin[row],
        Column.QUALITY: lambda row: worklist.grade[row],
        Column.STATE: lambda row: (worklist.stands[row].done, worklist.stands[row].begun),
        Column.FLAG: lambda row: not worklist.stands[row].flagged,
    }
    if column is Column.STATED:
        stated = [bool(worklist.stands[row].present) for row in found]
        assert stated == sorted(stated, reverse=True)
    else:
        assert found.tolist() == sorted(range(300), key=keys[column])


def test_the_next_unreviewed_one_is_that_of_the_shown_order():
    worklist = list_of(
        Facts(said=said("AF", margin=0.4)),
        Facts(said=said("AF", margin=0.1), stand=DONE),
        Facts(said=said("SNR", margin=0.2)),
        Facts(said=said("AF", margin=0.3)),
    )
    shown = Shown.of(worklist).sort(Column.MARGIN, descending=False).want(Wanted(label="AF"))
    assert shown.rows.tolist() == [1, 3, 0]
    assert shown.next_unreviewed(1, 1) == 3
    assert shown.next_unreviewed(3, 1) == 0
    assert shown.next_unreviewed(0, 1) is None
    assert shown.next_unreviewed(0, -1) == 3
    assert shown.next_unreviewed(3, -1) is None
    assert shown.next_unreviewed(None, 1) == 3
    # From a record that the filter hides, it goes on from where that would be.
    assert shown.next_unreviewed(2, 1) == 3


def test_a_record_that_is_reviewed_leaves_and_the_next_one_follows_it():
    shown = Shown.of(list_of(Facts(), Facts(), Facts())).want(Wanted(unreviewed=True))
    shown = shown.with_worklist(shown.worklist.with_facts({1: Facts(stand=DONE)}), sort=False)
    assert shown.rows.tolist() == [0, 2]
    assert shown.next_unreviewed(1, 1) == 2
    assert (shown.n_reviewed, shown.n_unreviewed_shown) == (1, 2)


def test_blind_nothing_tells_of_the_model_or_the_reference():
    worklist = list_of(
        Facts(reference=states("AF"), said=said("SNR", margin=0.3)),
        Facts(reference=states("AF"), said=said("AF", margin=0.1)),
    )
    shown = Shown.of(worklist).sort(Column.MARGIN, descending=False)
    shown = shown.want(Wanted(disagrees=True, label="AF", margin_below=0.2))
    assert shown.rows.tolist() == []
    assert shown.hide(blind=True).rows.tolist() == [0, 1]
    assert shown.hide(blind=True).want(Wanted(text="fibrillation")).rows.tolist() == []


def test_a_stand_is_the_short_form_of_a_review(noon):
    changes = (
        Change(Topic.CLASS, "PVC", Stated.PRESENT),
        Change(Topic.CLASS, "AF", Stated.PRESENT),
        Change(Topic.CLASS, "STD", Stated.ABSENT),
        Change(Topic.DONE, "", value=True),
    )
    review = Review("a", "Ann").after(Step("a", "Ann", noon, changes))
    assert Stand.of(review) == Stand(True, False, True, ("AF", "PVC"), ("STD",))


def calls_of(work) -> int:
    """How many functions of Python a piece of work calls."""
    n_calls = 0

    def note(_frame, event, _argument) -> None:
        nonlocal n_calls
        n_calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return n_calls


@pytest.fixture(scope="module")
def short_and_long() -> tuple[Shown, Shown]:
    return Shown.of(made_list(MANY // 10)), Shown.of(made_list(MANY))


@pytest.mark.parametrize(
    "work",
    [
        partial(Shown.want, wanted=Wanted(disagrees=True, unreviewed=True, flagged=True)),
        partial(Shown.want, wanted=Wanted(reader_differs=True, label="AF", margin_below=0.1)),
        *(partial(Shown.sort, column=column, descending=True) for column in Column),
    ],
)
def test_a_long_list_is_filtered_and_sorted_by_its_few_values_and_not_row_by_row(
    short_and_long, work
):
    few, many = (calls_of(partial(work, shown)) for shown in short_and_long)
    # A few more values come with more rows.
    assert many < 2 * few < MANY


@pytest.fixture
def noon():
    return datetime(2026, 3, 1, 12, tzinfo=UTC)
