from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Lead, Patient, Record, Samples
from ecgviewer.paper.amplitude import LeadLevel
from ecgviewer.paper.furniture import clock
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.marks import index_marks
from ecgviewer.paper.scene import Lines, Scene
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.derived_leads import with_derived
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS
from ecgviewer.signal.tiles import TileCache
from tests.paper.made_record import flat, made_record, supply_of

TRUE = Sheet(265.0, 190.0, 4.0, calibrated=True)


def scene_of(record: Record, sheet: Sheet = TRUE, view: View | None = None) -> Scene:
    levels = {index: LeadLevel(0.0) for index in range(len(record.leads))}
    return compose(Page(view or View(), sheet, levels), supply_of(record))


def words(scene: Scene) -> list[str]:
    return [text.text for text in scene.texts]


def pulses(scene: Scene) -> list[Lines]:
    return [lines for lines in scene.lines if lines.ink is Ink.TRACE]


def with_gap(first: int, stop: int, lead: int = 1) -> Samples:
    samples = flat()
    samples[lead, first:stop] = np.nan
    return samples


@pytest.mark.parametrize(
    ("sheet", "ending"),
    [
        (TRUE, "true scale ✓"),
        (replace(TRUE, calibrated=False), "true scale ≈"),
        (replace(TRUE, magnification=1.3), "not to scale ≈ 1.30×"),
        (replace(TRUE, calibrated=False, magnification=1.3), "not to scale ≈ 1.30×"),
    ],
)
def test_the_footer_tells_scales_filter_rate_order_and_how_true_they_are(sheet, ending):
    foot = f"25 mm/s  10 mm/mV  Filter: none  500 Hz  sequential  {ending}"
    assert foot in words(scene_of(made_record(flat()), sheet))


def test_the_footer_follows_the_view():
    view = View(speed_mm_per_s=12.5, gain_mm_per_mv=2.5, sequential=False)
    told = words(scene_of(made_record(flat(), rate_hz=257.0), view=view))
    assert "12.5 mm/s  2.5 mm/mV  Filter: none  257 Hz  simultaneous  true scale ✓" in told


def test_the_header_tells_person_date_and_page_but_no_name_of_a_person():
    record = replace(
        made_record(flat(60.0)),
        patient=Patient(95, "F"),
        started_at=datetime(2020, 5, 4, 13, 2, 1, tzinfo=UTC),
    )
    told = words(scene_of(record, view=View(start_s=20)))
    wanted = "made  ·  90+ y, F  ·  2020-05-04 13:02:01  ·  00:00:20–00:00:30 of 00:01:00"
    assert wanted in told


def test_pages_between_whole_seconds_tell_tenths():
    scene = scene_of(made_record(flat(60.0)), view=View(start_s=20.4))
    assert "made  ·  00:00:20.4–00:00:30.4 of 00:01:00" in words(scene)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "00:00:00"), (3661.4, "01:01:01"), (86400, "24:00:00")]
)
def test_times_are_hours_minutes_seconds(seconds, text):
    assert clock(seconds) == text


@pytest.mark.parametrize("gain", [2.5, 5.0, 10.0, 20.0, 40.0])
def test_each_row_begins_with_a_pulse_of_one_millivolt_in_its_own_scale(gain):
    scene = scene_of(made_record(flat()), view=View(gain_mm_per_mv=gain))
    assert len(pulses(scene)) == 4
    for pulse in pulses(scene):
        heights = pulse.segments[:, [1, 3]]
        assert heights.max() - heights.min() == pytest.approx(gain)
        (top,) = [s for s in pulse.segments if s[1] == s[3] == heights.min()]
        assert top[2] - top[0] == pytest.approx(5.0)


def test_the_pulse_is_no_taller_or_shorter_than_a_millivolt_of_trace():
    samples = flat()
    samples[:, 2500:] = 1.0
    scene = scene_of(made_record(samples), view=View(layout=Layout.RHYTHM))
    trace = scene.traces[0].segments[:, [1, 3]]
    pulse = pulses(scene)[0].segments[:, [1, 3]]
    assert (trace.min(), trace.max()) == pytest.approx((pulse.min(), pulse.max()))


def test_a_missing_lead_is_named_in_its_place():
    names = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V4", "V5", "V6")
    told = words(scene_of(made_record(flat(n_leads=11), names)))
    assert "V3 not recorded" in told
    assert not any("recorded" in text and "V3" not in text for text in told)


def test_a_recording_of_the_eight_independent_leads_shows_twelve():
    leads = [Lead(name, index) for index, name in enumerate(INDEPENDENT_LEADS)]
    record = with_derived(made_record(flat(n_leads=8), leads))
    told = words(scene_of(record))
    assert "aVF (derived)" in told
    assert not any("recorded" in text for text in told)
    # Where it is not whole, what follows is shown on request alone.
    few = with_derived(made_record(flat(n_leads=7), leads[:7]))
    assert {"aVF not recorded", "V6 not recorded"} <= set(words(scene_of(few)))


def test_other_signals_get_a_scale_of_their_own_and_say_it():
    leads = [Lead("II", 0), Lead("ABP", 1, "mmHg", is_ecg=False)]
    page = Page(View(), TRUE, {0: LeadLevel(0.0), 1: LeadLevel(80.0, 50.0)})
    scene = compose(page, supply_of(made_record(flat(n_leads=2), leads)))
    assert "10 mm = 50 mmHg" in words(scene)
    assert len(pulses(scene)) == 1


def test_an_uncalibrated_lead_says_so():
    leads = [Lead("II", 0, calibrated=False)]
    assert "amplitude uncalibrated" in words(scene_of(made_record(flat(n_leads=1), leads)))


def test_a_gap_is_hatched_and_says_how_long_it_lasts():
    scene = scene_of(made_record(with_gap(500, 1100)), view=View(layout=Layout.RHYTHM))
    (hatch,) = scene.hatches
    assert hatch.width_mm == pytest.approx(30.0, abs=0.3)
    assert "no signal 1.2 s" in words(scene)


def test_a_gap_that_leaves_the_page_does_not_claim_to_know_its_length():
    scene = scene_of(made_record(with_gap(0, 1100)), view=View(layout=Layout.RHYTHM))
    assert "no signal" in words(scene)


def test_a_single_missing_sample_breaks_the_line_without_a_hatch():
    scene = scene_of(made_record(with_gap(500, 501)), view=View(layout=Layout.RHYTHM))
    assert not scene.hatches
    begins = scene.traces[0].segments[:, 0]
    samples = np.round((begins - begins[0]) * 20)  # 500 Hz at 25 mm/s
    assert not np.isin([499, 500], samples).any()
    assert np.isin([498, 501], samples).all()


def test_made_records_are_stamped():
    assert "SYNTHETIC" in words(scene_of(made_record(flat(), synthetic=True)))
    assert "SYNTHETIC" not in words(scene_of(made_record(flat())))


def test_samples_that_are_not_here_yet_are_told_not_drawn():
    record = made_record(flat())
    scene = compose(Page(View(), TRUE, {}), Supply(record, TileCache(12, record.n_samples)))
    assert words(scene).count("reading…") == 13
    assert not scene.traces


def test_samples_that_will_not_come_are_not_waited_for():
    record = made_record(flat())
    tiles = TileCache(12, record.n_samples)
    scene = compose(Page(View(), TRUE, {}), Supply(record, tiles, unreadable=True))
    assert words(scene).count("cannot be read") == 13
    assert "reading…" not in words(scene)


@pytest.mark.parametrize(("value", "mark"), [(30.0, "▲ off scale"), (-30.0, "▼ off scale")])
def test_a_trace_that_leaves_the_sheet_is_marked(value, mark):
    samples = flat()
    samples[0, 100:120] = value
    assert words(scene_of(made_record(samples))).count(mark) == 1


def test_the_grid_goes_through_the_traces_start_and_first_baseline():
    scene = scene_of(made_record(flat()))
    assert scene.grid.x_mm == scene.traces[0].segments[0, 0]
    assert scene.grid.y_mm == scene.traces[0].segments[0, 1]


def test_zoomed_out_squares_give_way_to_times():
    view = View(speed_mm_per_s=0.5)
    scene = scene_of(made_record(flat(600.0)), view=replace(view, layout=Layout.RHYTHM))
    assert not scene.grid.vertical
    assert "00:05:00" in words(scene)
    assert any("not to scale" in text for text in words(scene))


def test_a_page_past_the_records_end_says_where_it_ended():
    assert "end 00:00:04.0" in words(scene_of(made_record(flat(4.0))))


@pytest.mark.parametrize("height_mm", [120.0, 150.0, 190.0])
def test_the_names_of_leads_stand_clear_of_the_baseline_in_low_rows_too(height_mm):
    view = View(layout=Layout.TWELVE_BY_ONE)
    scene = scene_of(made_record(flat()), replace(TRUE, height_mm=height_mm), view)
    labels = [text.y_mm for text in scene.texts if text.text in STANDARD_LEADS]
    baselines = [float(trace.segments[0, 1]) for trace in scene.traces]
    assert len(labels) == len(baselines) == 12
    pairs = zip(labels, baselines, strict=True)
    assert all(baseline - label >= 0.9 for label, baseline in pairs)


def test_a_rhythm_is_named_below_the_header_where_rows_leave_no_room_above():
    record = made_record(flat(), annotations=[Annotation(0, 0, "(AFIB")])
    page = Page(
        View(), replace(TRUE, height_mm=95.5), {}, marks=index_marks(record.annotations, 5000)
    )
    texts = {text.text: text for text in compose(page, supply_of(record)).texts}
    header = next(text for name, text in texts.items() if name.startswith("made"))
    assert texts["AFIB"].y_mm - header.y_mm >= texts["AFIB"].size_mm
