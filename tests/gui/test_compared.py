"""How two pages move together, without a window."""

import math

import pytest

from ecgviewer.ui.compared import Compared, Ends, offset_words
from tests.paper.made_record import flat, made_record

FAR = Ends(100.0, 100.0)


def pair(above_s: float = 10.0, below_s: float = 30.0, *, linked: bool = True) -> Compared:
    record = made_record(flat(1.0, n_leads=1), ("II",))
    return Compared.of(record, below_s, record, above_s).with_link(linked=linked)


def places(compared: Compared) -> tuple[float, float]:
    return compared.above_s, compared.start_s


def test_both_move_by_the_same_time_from_either_page():
    assert places(pair().moved_by(5, FAR)) == (15, 35)
    assert places(pair().above_to(0, FAR)) == (0, 20)
    assert places(pair().below_to(50, FAR)) == (30, 50)


def test_at_the_end_of_one_record_the_other_goes_on_and_the_offset_comes_back():
    moved = pair().moved_by(80, FAR)
    assert places(moved) == (90, 100)
    assert places(moved.moved_by(-30, FAR)) == (60, 80)
    assert places(pair().moved_by(-25, FAR)) == (0, 5)
    assert places(pair().moved_by(-25, FAR).moved_by(10, FAR)) == (0, 15)


def test_both_stop_where_neither_can_go_on():
    assert places(pair().moved_by(1e6, FAR)) == (100, 100)
    assert places(pair().moved_by(-1e6, FAR)) == (0, 0)
    assert places(pair().moved_by(1e6, FAR).moved_by(-1, FAR)) == (99, 100)


def test_a_record_of_one_page_stands_still_while_the_other_moves():
    one_page = Ends(0.0, 100.0)
    moved = pair(0, 0).moved_by(7, one_page)
    assert places(moved) == (0, 7)
    assert places(moved.moved_by(-7, one_page)) == (0, 0)
    assert places(pair(0, 0).moved_to(math.inf, one_page)) == (0, 100)


def test_home_and_end_keep_the_distance_first_and_go_to_the_very_end_next():
    home = pair().moved_to(-math.inf, FAR)
    assert places(home) == (0, 20)
    assert places(home.moved_to(-math.inf, FAR)) == (0, 0)
    end = pair().moved_to(math.inf, FAR)
    assert places(end) == (80, 100)
    assert places(end.moved_to(math.inf, FAR)) == (100, 100)


def test_whoever_takes_hold_of_the_page_at_its_end_moves_what_is_seen():
    held = pair().moved_by(80, FAR)  # above at 90, below at its end, 100
    assert places(held.below_to(99, FAR)) == (89, 99)
    held = pair().moved_by(-25, FAR)  # above at its start, below at 5
    assert places(held.above_to(1, FAR)) == (1, 6)


def test_apart_only_the_active_page_moves():
    apart = pair(linked=False)
    assert places(apart.moved_by(5, FAR)) == (10, 35)
    assert places(apart.above_to(50, FAR)) == (50, 30)
    assert places(apart.moved_to(math.inf, FAR)) == (10, 100)
    assert places(apart.moved_to(-math.inf, FAR)) == (10, 0)


def test_linked_again_the_new_distance_is_kept():
    apart = pair(linked=False).moved_by(5, FAR)
    assert places(apart.with_link(linked=True).moved_by(1, FAR)) == (11, 36)


@pytest.mark.parametrize(
    ("below_s", "words"),
    [(10.0, "same time"), (760.0, "+00:12:30"), (0.5, "−00:00:09.5"), (10.04, "same time")],
)
def test_the_distance_is_told_as_a_time_with_its_sign(below_s, words):
    assert offset_words(pair(10.0, below_s)) == words
