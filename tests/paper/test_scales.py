import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.paper.furniture import footer_text
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.scales import fine_gain, fine_speed, typed_gain, typed_speed
from ecgviewer.paper.view import View
from tests.paper.made_record import flat, made_record


def test_fine_steps_are_ten_percent_and_lead_back():
    view = fine_gain(fine_speed(View(), 1), 1)
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (27.5, 11)
    view = fine_gain(fine_speed(view, -1), -1)
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (25, 10)


@pytest.mark.parametrize("way", [1, -1])
def test_many_fine_steps_end_at_the_bounds(way):
    view = View()
    for _ in range(100):
        view = fine_gain(fine_speed(view, way), way)
    ends = (250, 100) if way > 0 else (1, 1)
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == ends


def test_a_page_of_a_day_stays_as_slow_as_it_is():
    day = View(speed_mm_per_s=0.003)
    assert fine_speed(day, -1).speed_mm_per_s == 0.003
    assert fine_speed(day, 1).speed_mm_per_s == 0.0033


@pytest.mark.parametrize("text", ["33", "33 mm/s", " 33MM/S ", "33,0", "33.04"])
def test_a_typed_speed_is_understood(text):
    assert typed_speed(text) == 33


def test_a_typed_gain_is_understood():
    assert typed_gain("7.5 mm/mV") == 7.5


@pytest.mark.parametrize("text", ["", "fast", "33 mm/mV", "0", "-25", "251", "nan", "inf", "1e9"])
def test_nonsense_is_told_in_one_sentence_with_the_bounds(text):
    with pytest.raises(EcgError, match=r"from 1 to 250") as caught:
        typed_speed(text)
    assert str(caught.value).endswith(".")


def test_the_footer_tells_the_odd_value_that_is_drawn():
    view = View(speed_mm_per_s=typed_speed("33.33"), gain_mm_per_mv=typed_gain("8.256"))
    footer = footer_text(made_record(flat()), view, Sheet(265.0, 190.0, 4.0))
    assert footer.startswith("33.3 mm/s  8.26 mm/mV")
