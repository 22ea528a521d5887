from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.record import Lead, Samples
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.caliper import Caliper, Calipers, Leg, copied_line, values
from ecgviewer.paper.caliper_ground import Grip, Ground, Part, dragged
from ecgviewer.paper.caliper_layer import TOO_NARROW, caliper_layer
from ecgviewer.paper.caliper_snap import extremum_near
from ecgviewer.paper.cells import place, plan
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.lanes import Lane, lanes_of
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.paper.made_record import flat, made_record, supply_of

SHEET = Sheet(300.0, 180.0, 4.0)
II, V2 = STANDARD_LEADS.index("II"), STANDARD_LEADS.index("V2")


def caliper(start: int, stop: int, low: float = 0.0, high: float = 1.0, lead: int = II) -> Caliper:
    return Caliper(lead, (Leg(start, low), Leg(stop, high)))


def ground(view: View, samples: Samples | None = None) -> Ground:
    record = made_record(flat(60.0) if samples is None else samples)
    cells = place(plan(record.leads, view), SHEET, view)
    lanes = lanes_of(cells, view, SHEET, record.rate_hz)
    levels = {index: LeadLevel(0.0) for index in range(12)}
    return Ground(record, view, SHEET, lanes, levels)


def home_of(page: Ground, one: Caliper) -> Lane:
    home = page.home(one)
    assert home is not None
    return home


def test_values_are_told_in_whole_samples_and_the_rate_only_of_heart_intervals():
    record = made_record(flat())
    assert values(caliper(100, 306, 0.0, 1.24), record) == ("412 ms", "146/min", "1.24 mV")
    assert values(caliper(306, 100, 1.24, 0.0), record) == ("412 ms", "146/min", "1.24 mV")
    assert values(caliper(100, 150), record)[:2] == ("100 ms", "–/min")
    assert values(caliper(0, 6000), record)[:2] == ("12.00 s", "5/min")


def test_no_amplitude_is_told_where_the_file_gives_no_gain_and_others_in_their_own_unit():
    leads = [Lead("II", 0, calibrated=False), Lead("ABP", 1, unit="mmHg", is_ecg=False)]
    record = made_record(flat(n_leads=2), leads)
    assert values(caliper(0, 250, lead=0), record)[2] == "mV n/a"
    assert values(caliper(0, 250, 80.0, 121.4, lead=1), record)[2] == "41.4 mmHg"


def test_what_is_copied_names_lead_and_times():
    record = made_record(flat(20.0))
    line = copied_line(caliper(6376, 6170, 0.0, -1.24), record)
    assert line == "II 12.340–12.752 s  412 ms  146/min  1.24 mV"


def test_pinning_makes_room_for_another_and_takes_up_the_last_where_none_is_active():
    first, second = caliper(0, 100), caliper(200, 300)
    one = Calipers(out=True, active=first).with_active_pinned()
    assert (one.active, one.pinned) == (None, (first,))
    two = replace(one, active=second).with_active_pinned()
    assert two.pinned == (first, second)
    again = two.with_active_pinned()
    assert (again.active, again.pinned) == (second, (first,))
    assert Calipers().with_active_pinned() == Calipers()


def test_taking_up_a_pinned_one_pins_the_active_one():
    first, second = caliper(0, 100), caliper(200, 300)
    taken = Calipers(active=second, pinned=(first,)).taken_up(0)
    assert (taken.active, taken.pinned, taken.out) == (first, (second,), True)


def test_the_active_one_is_removed_first_then_the_last_pinned():
    a, b, c = caliper(0, 1), caliper(0, 2), caliper(0, 3)
    left = Calipers(out=True, active=c, pinned=(a, b)).without_last()
    assert left.every == (a, b)
    assert left.without_last().every == (a,)
    assert left.without_last().without_last().without_last().every == ()


def test_another_record_begins_without_calipers_but_what_is_in_hand_stays():
    after = Calipers(out=True, active=caliper(0, 1), pinned=(caliper(0, 2),)).of_next_record()
    assert after == Calipers(out=True)


@pytest.mark.parametrize(("by", "sample"), [(1, 101), (-10, 90), (-500, 0), (10**6, 4999)])
def test_a_nudged_leg_stays_inside_the_record(by, sample):
    nudged = Calipers(out=True, active=caliper(50, 100), leg=1).nudged(by, 5000)
    assert nudged.active is not None
    assert [leg.sample for leg in nudged.active.legs] == [50, sample]


@pytest.mark.parametrize(
    ("grip", "legs"),
    [
        (Grip(Part.CORNER, 1), ((100, 0.0), (350, 1.5))),
        (Grip(Part.LEG, 0), ((350, 0.0), (300, 1.0))),
        (Grip(Part.LEVEL, 1), ((100, 0.0), (300, 1.5))),
        (Grip(Part.BAR, 0), ((150, 0.5), (350, 1.5))),
    ],
)
def test_each_part_moves_its_own(grip, legs):
    moved = dragged(caliper(100, 300), grip, Leg(300, 1.0), Leg(350, 1.5), 5000)
    assert tuple((leg.sample, leg.height) for leg in moved.legs) == legs


def test_the_bar_keeps_the_interval_at_the_ends_of_the_record():
    moved = dragged(caliper(100, 300), Grip(Part.BAR), Leg(200, 0.0), Leg(-900, 0.0), 5000)
    assert (moved.start, moved.stop) == (0, 200)


@pytest.mark.parametrize("view", [View(), View(sequential=False), View(cabrera=True)])
@pytest.mark.parametrize("layout", list(Layout))
def test_a_caliper_is_held_where_it_is_drawn(view, layout):
    page = ground(replace(view, layout=layout))
    one = caliper(200, 550, -0.5, 1.0)
    home = home_of(page, one)
    corners = [
        (home.x_mm(leg.sample), page.y_mm(one, index, home)) for index, leg in enumerate(one.legs)
    ]
    for index, corner in enumerate(corners):
        assert page.grip_at(one, *corner, 1.0) == Grip(Part.CORNER, index)
    (x1, y1), (x2, y2) = corners
    middle = (x1 + x2) / 2
    assert page.grip_at(one, x1, home.top_mm + 0.1, 1.0) == Grip(Part.LEG, 0)
    assert page.grip_at(one, middle, y1, 1.0) == Grip(Part.BAR, 0)
    assert page.grip_at(one, middle, y2, 1.0) == Grip(Part.LEVEL, 1)
    assert page.grip_at(one, middle, (y1 + y2) / 2, 1.0) is None
    assert page.grip_at(one, x2 + 5, y2, 1.0) is None


def test_a_leg_is_held_in_every_row_that_it_crosses():
    page = ground(View(layout=Layout.TWELVE_BY_ONE))
    one = caliper(200, 550)
    for lane in page.lanes:
        assert page.grip_at(one, lane.x_mm(550), lane.top_mm + 0.1, 0.5) == Grip(Part.LEG, 1)


def test_a_place_leads_back_to_its_sample_and_height_upside_down_too():
    view = View(cabrera=True)
    page = ground(view)
    avr = STANDARD_LEADS.index("aVR")
    one = Caliper(avr, (Leg(10, 0.25), Leg(300, -1.0)))
    home = home_of(page, one)
    cell = home.cell_of(avr)
    assert cell is not None
    assert page.mm_per_unit(cell) < 0
    for index, leg in enumerate(one.legs):
        x, y = home.x_mm(leg.sample), page.y_mm(one, index, home)
        assert page.height_at(cell, y) == pytest.approx(leg.height)
        assert page.sample_at(x, home.top_mm + 1, home) == leg.sample


def test_time_goes_on_from_column_to_column():
    (lane, *_) = ground(View()).lanes
    edge = lane.cells[1]
    assert edge.start_s == pytest.approx(2.5)
    for sample in (1240, 1249, 1250, 1260, 4999):
        assert lane.sample_at(lane.x_mm(sample)) == sample


def test_columns_of_one_time_are_lanes_of_their_own():
    page = ground(View(sequential=False))
    assert [len(lane.cells) for lane in page.lanes] == [1] * 13
    faint = caliper_layer(Calipers(active=caliper(100, 300)), page).faint
    assert sum(len(lines.segments) for lines in faint) == 2 * 12


def test_the_strip_of_a_lead_and_its_cell_are_told_apart():
    page = ground(View())
    one = caliper(100, 300)
    assert home_of(page, one).row == 1
    assert home_of(page, replace(one, on_strip=True)).row == 3
    # Scrolled so far that the cell shows another lead's time, the strip has it.
    later = caliper(2000, 2200)
    assert home_of(page, later).row == 3


def test_a_lead_that_is_not_shown_is_named_beside_its_legs():
    page = ground(View(layout=Layout.RHYTHM))
    layer = caliper_layer(Calipers(active=caliper(100, 306, lead=V2)), page)
    assert [text.text for text in layer.texts] == ["V2  412 ms  ·  146/min  ·  1.00 mV"]
    assert not layer.washes


def test_a_caliper_that_the_page_has_left_behind_is_not_drawn():
    page = ground(View(start_s=30.0))
    layer = caliper_layer(Calipers(out=True, active=caliper(100, 306)), page)
    assert not layer.texts
    assert not layer.boxes
    assert all(line.segments.size == 0 for line in layer.lines + layer.faint)


@pytest.mark.parametrize("view", [View(), View(layout=Layout.TWELVE_BY_ONE, start_s=7.3)])
def test_marching_out_repeats_the_interval_both_ways_in_every_row(view):
    page = ground(view)
    start = round(view.start_s * 500) + 2000
    layer = caliper_layer(Calipers(active=caliper(start, start + 400), marching=True), page)
    first, last = round(view.start_s * 500), round(view.start_s * 500) + 5000
    wanted = [
        sample
        for sample in range(start - 400 * 20, start + 400 * 20, 400)
        if first <= sample <= last and sample not in (start, start + 400)
    ]
    for lane in page.lanes:
        drawn = [
            x
            for lines in layer.faint
            for x, top, _, bottom in lines.segments
            if top <= lane.top_mm + 1e-6 and bottom >= lane.bottom_mm - 1e-6
        ]
        for sample in wanted:
            assert min(abs(np.array(drawn) - lane.x_mm(sample))) < 1e-6
    numbers = [text.text for text in layer.texts if text.text[0] in "+−"]
    assert len(numbers) == len(wanted)
    assert {"+1", "+2", "−1", "−2"} <= set(numbers)


def test_an_interval_too_narrow_to_be_seen_is_not_marched_out_and_that_is_said():
    layer = caliper_layer(Calipers(active=caliper(100, 110), marching=True), ground(View()))
    assert TOO_NARROW in layer.texts[0].text
    assert sum(len(lines.segments) for lines in layer.faint + layer.lines) < 12


def test_numbers_thin_out_where_there_is_no_room_for_all():
    layer = caliper_layer(Calipers(active=caliper(2000, 2040), marching=True), ground(View()))
    shown = [int(t.text.replace("−", "-")) for t in layer.texts if t.text[0] in "+−"]
    assert shown
    assert all(number % 5 == 0 or number % 2 == 0 for number in shown)
    places = sorted(t.x_mm for t in layer.texts if t.text[0] in "+−")
    assert min(np.diff(places)) >= 3.0


def test_only_the_active_one_in_hand_has_handles():
    page = ground(View())
    pinned = Calipers(pinned=(caliper(100, 300),))
    assert not caliper_layer(pinned, page).boxes
    assert not caliper_layer(Calipers(active=caliper(100, 300)), page).boxes
    in_hand = caliper_layer(Calipers(out=True, active=caliper(100, 300), leg=0), page).boxes
    assert [box.width_mm for box in in_hand] == sorted([b.width_mm for b in in_hand], reverse=True)


def test_the_nearer_of_peak_and_trough_is_found():
    wave = np.zeros(101, dtype=np.float32)
    wave[40], wave[60] = 1.0, -0.5
    assert extremum_near(wave, 50, 0.9, 0.05, 10.0) == 40
    assert extremum_near(wave, 50, -0.4, 0.05, 10.0) == 60


def test_a_slope_or_silence_has_no_peak_and_missing_samples_are_passed_over():
    slope = np.arange(101, dtype=np.float32)
    assert extremum_near(slope, 50, 50.0, 0.05, 10.0) is None
    assert extremum_near(np.full(101, np.nan, np.float32), 50, 0.0, 0.05, 10.0) is None
    wave = np.full(101, np.nan, dtype=np.float32)
    wave[30:71] = 0.0
    wave[45] = 2.0
    assert extremum_near(wave, 50, 1.0, 0.05, 10.0) == 45


def test_a_tall_beat_is_touched_in_the_row_above_and_elsewhere_the_row_counts():
    samples = flat()
    samples[V2, 1000:1030] = 2.0
    view = View(layout=Layout.TWELVE_BY_ONE)
    page = ground(view, samples=samples)
    lane = next(lane for lane in page.lanes if lane.cell_of(V2))
    above = next(one for one in page.lanes if one.row == lane.row - 1)
    tiles = supply_of(page.record).tiles
    peak = lane.baseline_mm - 20.0
    assert above.top_mm < peak < above.bottom_mm
    for x, label in ((lane.x_mm(1015), "V2"), (lane.x_mm(900), "V1")):
        cell = page.cell_touched(x, peak + 0.5, tiles)
        assert cell is not None
        assert cell.slot.label == label
    # Where both traces pass, the row under the pointer has it.
    crossing = page.cell_touched(lane.x_mm(1000), above.baseline_mm, tiles)
    assert crossing is not None
    assert crossing.slot.label == "V1"
    assert page.cell_touched(1.0, 1.0, tiles) is None


def test_the_values_stand_above_the_bars_and_below_them_where_a_name_is():
    page = ground(View())
    home = page.lanes[1]
    (words,) = caliper_layer(Calipers(active=caliper(400, 700)), page).texts
    assert words.y_mm < home.baseline_mm - 10
    beside_name = (home.baseline_mm - home.top_mm - 6.0) / 10
    (words,) = caliper_layer(Calipers(active=caliper(30, 100, 0.0, beside_name)), page).texts
    assert words.y_mm > home.baseline_mm
