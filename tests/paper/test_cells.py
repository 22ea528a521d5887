from itertools import pairwise

import pytest

from ecgviewer.core.record import Lead
from ecgviewer.paper.cells import page_s, place, plan
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import STANDARD_LEADS

SHEET = Sheet(265.0, 190.0, 4.0)


def leads_of(*names: str) -> list[Lead]:
    return [Lead(name, index) for index, name in enumerate(names)]


def labels(
    layout: Layout, names: tuple[str, ...] = STANDARD_LEADS
) -> tuple[list[list[str]], list[str]]:
    table = plan(leads_of(*names), View(layout=layout))
    return [[slot.label for slot in row] for row in table.grid], [s.label for s in table.strips]


TABLE = {
    Layout.THREE_BY_FOUR: (
        [["I", "aVR", "V1", "V4"], ["II", "aVL", "V2", "V5"], ["III", "aVF", "V3", "V6"]],
        ["II"],
    ),
    Layout.SIX_BY_TWO: (
        [["I", "V1"], ["II", "V2"], ["III", "V3"], ["aVR", "V4"], ["aVL", "V5"], ["aVF", "V6"]],
        [],
    ),
    Layout.TWELVE_BY_ONE: ([[name] for name in STANDARD_LEADS], []),
    Layout.RHYTHM: ([], ["II"]),
}


@pytest.mark.parametrize("layout", TABLE)
def test_every_lead_stands_where_cardiologists_look_for_it(layout):
    assert labels(layout) == TABLE[layout]


@pytest.mark.parametrize("layout", TABLE)
def test_the_files_order_of_leads_does_not_matter(layout):
    assert labels(layout, names=tuple(reversed(STANDARD_LEADS))) == TABLE[layout]


def test_cabrera_turns_round_the_heart_and_turns_avr_over():
    table = plan(leads_of(*STANDARD_LEADS), View(cabrera=True))
    first = [slot.label for row in table.grid for slot in row[:1]]
    second = [slot.label for row in table.grid for slot in row[1:2]]
    assert (first, second) == (["aVL", "I", "−aVR"], ["II", "aVF", "III"])
    assert [slot.inverted for row in table.grid for slot in row[:2]].count(True) == 1
    assert table.grid[2][0].inverted


def test_a_missing_lead_keeps_its_place():
    table = plan(leads_of("I", "II", "III", "V1", "V2"), View())
    v3 = table.grid[2][2]
    assert (v3.label, v3.lead_index) == ("V3", None)


@pytest.mark.parametrize("layout", [Layout.THREE_BY_FOUR, Layout.SIX_BY_TWO, Layout.TWELVE_BY_ONE])
def test_a_record_of_few_leads_shows_these_alone_as_rows(layout):
    assert labels(layout, names=("MLII", "V5")) == ([], ["MLII", "V5"])


def test_a_modified_lead_serves_as_the_rhythm_lead_under_its_own_name():
    assert labels(Layout.RHYTHM, names=("V1", "MLII")) == ([], ["MLII"])


def test_without_the_wished_lead_the_first_ecg_lead_is_the_rhythm_lead():
    leads = [Lead("ABP", 0, "mmHg", is_ecg=False), Lead("V1", 1)]
    table = plan(leads, View(layout=Layout.RHYTHM))
    assert [slot.label for slot in table.strips] == ["V1"]


def test_other_signals_stand_below_the_leads():
    leads = [Lead("ABP", 0, "mmHg", is_ecg=False), *leads_of(*STANDARD_LEADS, "VX")]
    table = plan(leads, View())
    assert [slot.label for slot in table.strips] == ["II", "VX", "ABP"]
    assert table.strips[-1].lead_index == 0


def test_sequential_columns_follow_each_other_in_time():
    cells = place(plan(leads_of(*STANDARD_LEADS), View()), SHEET, View(start_s=3.0))
    assert [cell.start_s for cell in cells if cell.row == 0] == [3.0, 5.5, 8.0, 10.5]
    strip = cells[-1]
    assert (strip.start_s, strip.width_mm) == (3.0, 250.0)


def test_simultaneous_columns_show_one_span():
    view = View(start_s=3.0, sequential=False)
    cells = place(plan(leads_of(*STANDARD_LEADS), view), SHEET, view)
    assert {cell.start_s for cell in cells} == {3.0}


@pytest.mark.parametrize(("speed", "seconds"), [(12.5, 20.0), (25.0, 10.0), (50.0, 5.0)])
def test_a_page_holds_ten_seconds_at_25_mm_a_second(speed, seconds):
    view = View(speed_mm_per_s=speed)
    assert page_s(plan(leads_of(*STANDARD_LEADS), view), SHEET, view) == seconds


@pytest.mark.parametrize("layout", TABLE)
@pytest.mark.parametrize("height_mm", [110.0, 190.0, 400.0])
def test_rows_keep_even_distances_inside_the_margins(layout, height_mm):
    sheet = Sheet(265.0, height_mm, 4.0)
    view = View(layout=layout)
    cells = place(plan(leads_of(*STANDARD_LEADS), view), sheet, view)
    lines = sorted({cell.baseline_mm for cell in cells})
    steps = {round(b - a, 6) for a, b in pairwise(lines)}
    assert len(steps) <= 1
    assert min(cell.top_mm for cell in cells) >= 9.0
    assert max(cell.top_mm + cell.height_mm for cell in cells) <= height_mm - 6.5
