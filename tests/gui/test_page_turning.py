from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.paper.cells import place, plan
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.view import Grid, Layout, Theme, View
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui import page_turning
from tests.made_models import record_of

PAGE_S = 10.0


@pytest.fixture
def minute():
    return record_of(np.zeros((12, 30_000), dtype=np.float32))


def test_the_page_stays_within_the_record(minute):
    view = View()
    assert page_turning.go_to(view, minute, PAGE_S, -3).start_s == 0
    assert page_turning.go_to(view, minute, PAGE_S, 1e9).start_s == 50
    assert page_turning.go_to(view, minute, 100.0, 20).start_s == 0


def test_turned_pages_overlap_by_one_second(minute):
    turned = page_turning.turn_page(View(), minute, PAGE_S, 1)
    assert turned.start_s == 9
    assert page_turning.turn_page(turned, minute, PAGE_S, -1).start_s == 0


def test_speeds_are_presets_and_end_at_the_ends():
    view = View(speed_mm_per_s=26.0)
    assert page_turning.step_speed(view, 1).speed_mm_per_s == 50
    assert page_turning.step_speed(View(speed_mm_per_s=100.0), 1).speed_mm_per_s == 100
    assert page_turning.step_speed(View(speed_mm_per_s=12.5), -1).speed_mm_per_s == 12.5


def test_layouts_grids_and_themes_come_round():
    view = View()
    for _ in Layout:
        view = page_turning.next_layout(view)
    assert view.layout is Layout.THREE_BY_FOUR
    grids = [Grid.SMALL]
    for _ in range(3):
        view = page_turning.next_grid(view)
        grids.append(view.grid)
    assert grids == [Grid.SMALL, Grid.LARGE, Grid.OFF, Grid.SMALL]
    dark = page_turning.other_theme(view)
    assert (dark.theme, page_turning.other_theme(dark).theme) == (Theme.DARK, Theme.LIGHT)


def test_the_rhythm_lead_goes_round_the_recorded_leads(minute):
    view = page_turning.step_lead(View(rhythm_lead="V6"), minute, 1)
    assert view.rhythm_lead == "I"
    assert page_turning.step_lead(view, minute, -1).rhythm_lead == "V6"


@pytest.mark.parametrize(
    ("names", "layout", "rhythm_lead"),
    [
        (("V5",), Layout.RHYTHM, "V5"),
        (("MLII", "V1"), Layout.TWELVE_BY_ONE, "II"),
        (("I", "II", "V1"), Layout.SIX_BY_TWO, "II"),
    ],
)
def test_a_record_begins_in_a_layout_that_suits_its_leads(names, layout, rhythm_lead):
    record = record_of(np.zeros((len(names), 5_000), dtype=np.float32), names)
    page = page_turning.first_page(View(start_s=7), record, Layout.SIX_BY_TWO)
    assert (page.start_s, page.layout, page.rhythm_lead) == (0, layout, rhythm_lead)


def test_the_page_below_takes_the_chosen_leads_where_its_record_has_any_of_them(minute):
    holter = record_of(np.zeros((1, 5_000), dtype=np.float32), ("ECG1",))
    view = View(rhythm_lead="V5", leads=("V1", "V5"))
    assert page_turning.page_below(view, minute, 3.0) == replace(view, start_s=3.0)
    below = page_turning.page_below(view, holter, 3.0)
    assert (below.rhythm_lead, below.leads) == ("ECG1", ())


def test_a_single_beat_stands_in_every_column_and_ten_seconds_follow_each_other():
    beat, rhythm = (
        record_of(np.zeros((12, n), dtype=np.float32), STANDARD_LEADS) for n in (600, 5_000)
    )
    sheet = Sheet(265.0, 190.0, 4.0)
    for record, starts in ((beat, {0.0}), (rhythm, {0.0, 2.5, 5.0, 7.5})):
        first = page_turning.first_page(View(), record, Layout.THREE_BY_FOUR)
        below = page_turning.page_below(View(), record, 0.0)
        for view in (first, below):
            cells = place(plan(record.leads, view), sheet, view)
            assert {round(cell.start_s, 1) for cell in cells} == starts
    turned = page_turning.first_page(
        page_turning.first_page(View(), beat, Layout.THREE_BY_FOUR), rhythm, Layout.THREE_BY_FOUR
    )
    assert turned.sequential
