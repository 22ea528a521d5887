"""Regions on the page: where they stand, how they are told, and what the pointer hits."""

import numpy as np
import pytest

from ecgviewer.core.review import Region
from ecgviewer.paper.cells import place, plan
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.heat_colors import rgb
from ecgviewer.paper.lanes import lanes_of
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.region_ground import RegionGround, with_edge
from ecgviewer.paper.region_layer import (
    CHOSEN_WASH,
    RegionMarks,
    bands_of,
    edge_at,
    mark_regions,
    region_at,
)
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import Layout, Theme, View
from tests.paper.made_record import flat, made_record, supply_of
from tests.paper.test_heat import contrast

SHEET = Sheet(265.0, 190.0, 4.0)
RECORD = made_record(flat(30))
RATE_HZ = 500.0


def ground_of(view: View = View(), sheet: Sheet = SHEET) -> RegionGround:  # noqa: B008 (frozen)
    cells = place(plan(RECORD.leads, view), sheet, view)
    return RegionGround(RECORD, lanes_of(cells, view, sheet, RATE_HZ))


def region(start_s: float, stop_s: float, *leads: str, **more) -> Region:
    return Region(round(start_s * RATE_HZ), round(stop_s * RATE_HZ), leads, **more)


def middle_of(ground: RegionGround, lead: str):
    for cell, _ in ground.placed:
        if cell.slot.label == lead:
            return cell.top_mm + cell.height_mm / 2
    raise AssertionError(lead)


def bands(ground: RegionGround, *regions: Region):
    return bands_of(regions, ground.placed, RECORD.lead_names)


@pytest.mark.parametrize("layout", [Layout.THREE_BY_FOUR, Layout.TWELVE_BY_ONE, Layout.RHYTHM])
@pytest.mark.parametrize("speed", [12.5, 25.0, 100.0])
@pytest.mark.parametrize("px_per_mm", [3.0, 4.0, 8.3])
def test_from_pixel_to_sample_and_back_nothing_moves_by_more_than_a_sample(
    layout, speed, px_per_mm
):
    sheet = Sheet(265.0, 190.0, px_per_mm)
    view = View(layout=layout, speed_mm_per_s=speed, start_s=3.3)
    ground = ground_of(view, sheet)
    lane = ground.lanes[0]
    for x_mm in np.linspace(lane.left_mm + 1, lane.right_mm - 1, 37):
        sample = ground.sample_at(x_mm, lane)
        if sample in (0, RECORD.n_samples):
            continue
        again = ground.sample_at(lane.x_mm(sample), lane)
        assert abs(again - sample) <= 1
        mm_per_sample = speed / RATE_HZ
        # Where two columns meet, both axes are snapped to whole pixels.
        assert abs(lane.x_mm(sample) - x_mm) <= max(mm_per_sample, 1.5 / px_per_mm) + 1e-6


def test_a_drag_within_one_row_marks_its_lead():
    ground = ground_of()
    y = middle_of(ground, "aVR")
    x = ground.lanes[0].x_mm(3.0 * RATE_HZ), ground.lanes[0].x_mm(3.6 * RATE_HZ)
    drawn = ground.drawn((x[0], y), (x[1], y + 2), all_leads=False)
    assert drawn is not None
    assert drawn.leads == ("aVR",)
    assert (drawn.start, drawn.stop) == pytest.approx((1500, 1800), abs=1)
    assert ground.drawn((x[1], y), (x[0], y), all_leads=False) == drawn


def test_a_drag_over_rows_marks_their_leads_and_over_all_rows_all_leads():
    ground = ground_of(View(layout=Layout.TWELVE_BY_ONE))
    x = ground.lanes[0].left_mm
    top, second, last = (middle_of(ground, lead) for lead in ("I", "III", "V6"))

    def leads(from_y_mm, to_y_mm, *, all_leads=False):
        drawn = ground.drawn((x + 5, from_y_mm), (x + 9, to_y_mm), all_leads=all_leads)
        return drawn.leads if drawn is not None else None

    assert leads(second, top) == ("I", "II", "III")
    assert leads(top, last) == ()
    assert leads(top, top, all_leads=True) == ()


def test_no_sample_between_is_no_region_and_none_begins_beside_the_traces():
    ground = ground_of()
    lane = ground.lanes[0]
    at = (lane.left_mm + 5, lane.top_mm + 1)
    assert ground.drawn(at, at, all_leads=False) is None
    assert ground.drawn((0.5, lane.top_mm + 1), at, all_leads=False) is None


def test_a_drag_beyond_the_record_ends_with_it():
    ground = ground_of(View(start_s=25.0))
    lane = ground.lanes[0]
    drawn = ground.drawn(
        (lane.left_mm + 30, lane.top_mm + 2), (999.0, lane.top_mm + 2), all_leads=False
    )
    assert drawn is not None
    assert drawn.stop == RECORD.n_samples


def test_edges_that_pass_one_another_change_their_parts_and_never_meet():
    one = region(1.0, 2.0)
    moved, edge = with_edge(one, 0, 1250, RECORD.n_samples)
    assert (moved.start, moved.stop, edge) == (1000, 1250, 1)
    moved, edge = with_edge(one, 1, 500, RECORD.n_samples)
    assert (moved.start, moved.stop, edge) == (500, 501, 1)
    moved, _ = with_edge(one, 0, -40, RECORD.n_samples)
    assert moved.start == 0


def test_a_region_of_one_lead_stands_in_its_cell_and_in_its_strip():
    ground = ground_of()
    found = bands(ground, region(1.0, 1.5, "II"))
    assert [band.row for band in found] == [1, 3]
    cell = ground.placed[0][0]
    assert found[0].x_mm == pytest.approx(cell.x_mm + 25, abs=0.15)
    assert found[0].width_mm == pytest.approx(12.5, abs=0.15)


def test_a_region_of_all_leads_is_one_band_over_all_rows_of_its_column():
    ground = ground_of(View(layout=Layout.TWELVE_BY_ONE))
    (band,) = bands(ground, region(1.0, 1.5))
    assert band.height_mm == pytest.approx(12 * ground.placed[0][0].height_mm)


def test_over_a_seam_it_goes_on_in_the_next_column_and_is_named_once():
    ground = ground_of()
    marks = RegionMarks((region(2.0, 3.0, "I", "aVR", label="AF"),))
    first, second = bands(ground, *marks.regions)
    assert first.edges_mm[1] is None
    assert second.edges_mm[0] is None
    texts = mark_regions(marks, ground.placed, RECORD.lead_names).texts
    assert [text.text for text in texts] == ["AF"]


def test_the_shortest_region_of_a_day_can_still_be_seen():
    ground = ground_of(View(layout=Layout.RHYTHM, speed_mm_per_s=250 / 86_400))
    (band,) = bands(ground, Region(10, 11))
    assert band.width_mm >= 0.3


def test_regions_outside_the_page_are_not_drawn():
    ground = ground_of(View(start_s=10.0))
    marks = RegionMarks((region(1.0, 9.99), region(20.01, 25)))
    marked = mark_regions(marks, ground.placed, RECORD.lead_names)
    assert (marked.boxes, marked.lines, marked.texts) == ((), (), ())


def test_words_are_label_and_comment_and_one_below_the_other_where_regions_overlap():
    ground = ground_of(View(layout=Layout.RHYTHM))
    marks = RegionMarks(
        (
            region(1.0, 4.0, label="164890007", comment="sawtooth", region_id="a"),
            region(1.2, 3.0, label="PVC", region_id="b"),
            region(5.0, 5.5, region_id="c"),
        )
    )
    texts = mark_regions(marks, ground.placed, RECORD.lead_names).texts
    assert [text.text for text in texts] == ["AFL · sawtooth", "PVC", "marked"]
    assert texts[1].y_mm > texts[0].y_mm
    assert texts[2].y_mm == texts[0].y_mm


def test_the_chosen_one_stands_out_and_has_handles():
    ground = ground_of()
    one = region(1.0, 2.0, "I", region_id="a")
    plain = mark_regions(RegionMarks((one,)), ground.placed, RECORD.lead_names)
    chosen = mark_regions(RegionMarks((one,), "a"), ground.placed, RECORD.lead_names)
    assert len(chosen.boxes) == len(plain.boxes) + 2
    assert chosen.boxes[0].opacity == CHOSEN_WASH > plain.boxes[0].opacity
    assert chosen.lines[0].width_mm > plain.lines[0].width_mm


def test_the_pointer_hits_edges_words_and_the_smallest_band():
    ground = ground_of(View(layout=Layout.RHYTHM))
    wide, small = region(1.0, 6.0, region_id="wide"), region(2.0, 3.0, region_id="small")
    marks = RegionMarks((wide, small))
    lane = ground.lanes[0]
    y = lane.baseline_mm

    def at(time_s):
        return lane.x_mm(time_s * RATE_HZ), y

    names = RECORD.lead_names
    assert region_at(marks, ground.placed, names, {}, at(2.5)) == (small, False)
    assert region_at(marks, ground.placed, names, {}, at(4.0)) == (wide, False)
    assert region_at(marks, ground.placed, names, {}, at(8.0)) is None
    words = mark_regions(marks, ground.placed, names).texts[0]
    on_words = (words.x_mm + 1, words.y_mm - 1)
    assert region_at(marks, ground.placed, names, {}, on_words) == (wide, True)
    assert edge_at(marks.regions, ground.placed, names, at(3.02), 1.0) == (small, 1)
    assert edge_at(marks.regions, ground.placed, names, at(1.01), 1.0) == (wide, 0)
    assert edge_at(marks.regions, ground.placed, names, at(4.0), 1.0) is None


@pytest.mark.parametrize("theme", list(Theme))
def test_the_reader_s_colour_is_readable_and_no_other_s(theme):
    colours = COLOURS[theme]
    assert contrast(rgb(colours.inks[Ink.READER]), rgb(colours.paper)) >= 4.5
    others = [colour for ink, colour in colours.inks.items() if ink is not Ink.READER]
    assert colours.inks[Ink.READER] not in others


def test_bands_lie_below_the_traces_of_the_scene():
    marks = RegionMarks((region(1.0, 2.0, "I", label="AF"),))
    scene = compose(Page(View(), SHEET, {}, regions=marks), supply_of(RECORD))
    without = compose(Page(View(), SHEET, {}), supply_of(RECORD))
    inks = [box.ink for box in scene.boxes]
    assert inks.count(Ink.READER) == 2
    assert len(scene.traces) == len(without.traces)
    assert "AF" in {text.text for text in scene.texts}


@pytest.mark.parametrize("layout", [Layout.THREE_BY_FOUR, Layout.TWELVE_BY_ONE, Layout.RHYTHM])
@pytest.mark.parametrize("sheet", [SHEET, Sheet(265.0, 120.0, 4.0)])
def test_words_of_a_region_at_the_very_start_stand_below_the_name_of_its_lead(layout, sheet):
    page = Page(
        View(layout=layout), sheet, {}, regions=RegionMarks((region(0.0, 1.3, "II", label="AF"),))
    )
    texts = compose(page, supply_of(RECORD)).texts
    names = [text for text in texts if text.text == "II"]
    words = [text for text in texts if text.text == "AF"]
    assert words
    for text in words:
        name = min(names, key=lambda one: abs(one.y_mm - text.y_mm))
        assert text.y_mm - text.size_mm >= name.y_mm


def test_regions_of_several_readers_are_told_apart_by_letters_and_stripes():
    ground = ground_of()
    regions = (region(1.0, 2.0, "II", label="AF"), region(1.0, 2.0, "II", label="AF"))
    alone = mark_regions(RegionMarks(regions[:1]), ground.placed, RECORD.lead_names)
    both = mark_regions(RegionMarks(regions, readers=(0, 1)), ground.placed, RECORD.lead_names)
    assert {text.text for text in alone.texts} == {"AF"}
    assert {text.text for text in both.texts} == {"A: AF", "B: AF"}
    places = {(text.x_mm, text.y_mm) for text in both.texts}
    assert len(places) == len(both.texts)
    second = mark_regions(RegionMarks(regions[1:], readers=(1,)), ground.placed, RECORD.lead_names)
    n_bands = len(bands(ground, regions[0]))
    assert len(second.boxes) == len(alone.boxes) + n_bands
    assert len(both.boxes) == len(second.boxes) + len(alone.boxes)


def test_whose_a_region_is_stays_known_without_another():
    one, other = region(1.0, 2.0, region_id="x"), region(3.0, 4.0, region_id="y")
    left = RegionMarks((one, other), readers=(0, 1)).without("x")
    assert (left.regions, left.readers) == ((other,), (1,))


@pytest.mark.parametrize("px_per_mm", [3.0, 3.7, 4.33, 8.3])
@pytest.mark.parametrize("stop_s", [5.0, 6.0])
def test_a_region_that_meets_a_seam_stands_on_its_own_side_alone(px_per_mm, stop_s):
    ground = ground_of(sheet=Sheet(265.0, 190.0, px_per_mm))
    (column,) = {
        band.cell_x_mm
        for band in bands(ground, region(stop_s - 1, stop_s, "aVR", "aVL", "V1", "V2"))
    }
    cells = [cell for cell, _ in ground.placed if cell.x_mm == column and not cell.is_strip]
    assert {cell.slot.label for cell in cells} >= ({"aVR"} if stop_s == 5.0 else {"V1"})


def test_words_of_regions_never_lie_over_one_another():
    marks = RegionMarks(
        tuple(
            region(start_s, start_s + 1.3, "II", label="AF", comment="no P waves")
            for start_s in (0.0, 0.4, 0.9)
        ),
        readers=(0, 1, 2),
    )
    texts = mark_regions(marks, ground_of().placed, RECORD.lead_names).texts
    assert len(texts) >= 6
    for nth, one in enumerate(texts):
        for other in texts[:nth]:
            apart = abs(one.x_mm - other.x_mm) >= 1.55 * len(other.text)
            assert apart or abs(one.y_mm - other.y_mm) >= one.size_mm
