import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.paper.navigation import notch_s, scrolled, stepped_gain, zoomed
from ecgviewer.paper.view import View

HOUR_S = 3600.0


def test_scrolling_stays_within_the_record():
    assert scrolled(View(start_s=3), -10, 10, 60).start_s == 0
    assert scrolled(View(start_s=45), 10, 10, 60).start_s == 50
    assert scrolled(View(), 5, 10, 10).start_s == 0


@given(at_mm=st.floats(0, 250), notches=st.integers(-10, 10))
def test_what_is_under_the_pointer_stays_there(at_mm, notches):
    view = View(start_s=1800.0)
    after = zoomed(view, notches, at_mm, 250.0, HOUR_S)
    time_s = after.start_s + at_mm / after.speed_mm_per_s
    if 0 < after.start_s < HOUR_S - 250 / after.speed_mm_per_s:
        assert time_s == pytest.approx(view.start_s + at_mm / 25)


def test_speeds_near_a_preset_become_the_preset():
    assert zoomed(View(speed_mm_per_s=26.0), 0.0, 0, 250, HOUR_S).speed_mm_per_s == 25.0
    assert zoomed(View(speed_mm_per_s=27.0), 0.0, 0, 250, HOUR_S).speed_mm_per_s == 27.0
    assert zoomed(View(), 3, 0, 250, HOUR_S).speed_mm_per_s == 50.0


def test_zoom_ends_at_one_second_and_at_the_whole_record_or_a_day():
    assert zoomed(View(), 99, 0, 250, HOUR_S).speed_mm_per_s == 250.0
    assert zoomed(View(), -99, 0, 250, HOUR_S).speed_mm_per_s == pytest.approx(250 / HOUR_S)
    assert zoomed(View(), -99, 0, 250, 1e6).speed_mm_per_s == pytest.approx(250 / 86400)
    assert zoomed(View(), -99, 0, 250, 10.0).speed_mm_per_s == 25.0


def test_a_notch_is_one_second_on_a_page_of_ten():
    assert (notch_s(5.0), notch_s(10.0), notch_s(600.0)) == (1.0, 1.0, 60.0)


def test_gain_steps_through_its_presets_and_stops_at_the_ends():
    assert stepped_gain(View(), 1).gain_mm_per_mv == 20
    assert stepped_gain(View(), -1).gain_mm_per_mv == 5
    assert stepped_gain(View(), -9).gain_mm_per_mv == 2.5
    assert stepped_gain(View(), 9).gain_mm_per_mv == 40
