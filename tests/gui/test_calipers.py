import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication

from ecgviewer.core.erased import Erased
from ecgviewer.paper.view import Layout, Theme
from tests.gui.pointer import Pointer

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def measuring(desk, demo_af):
    """A window with the caliper in hand, and the pointer that it is drawn with."""
    desk.open(demo_af)
    desk.press(Key.Key_M)
    return desk, Pointer(desk.window.paper)


def told(desk) -> str:
    return desk.window.message_line._text.whole_text


def draw(desk, pointer, lead="II", start_s=0.4, stop_s=1.1, low=0.0, high=1.0, **held) -> None:
    pointer.drag(pointer.at(lead, start_s, low), pointer.at(lead, stop_s, high), **held)


def samples(desk) -> tuple[int, int]:
    active = desk.state.calipers.active
    return active.legs[0].sample, active.legs[1].sample


def test_m_and_a_drag_measure_and_m_puts_the_caliper_away(measuring):
    desk, pointer = measuring
    assert "Alt snaps" in told(desk)
    draw(desk, pointer, low=0.1, high=1.34)
    assert told(desk) == "700 ms  ·  86/min  ·  1.24 mV"
    assert desk.window.actions_by_name["caliper"].isChecked()
    desk.press(Key.Key_M)
    assert desk.state.calipers.every == ()
    assert told(desk) == ""
    assert not desk.window.actions_by_name["caliper"].isChecked()


def test_esc_puts_the_caliper_away_and_a_drag_pans_again(desk, demo_long):
    desk.open(demo_long)
    desk.press(Key.Key_M)
    pointer = Pointer(desk.window.paper)
    start, stop = QPointF(600, 300), QPointF(500, 300)
    pointer.drag(start, stop)
    assert desk.state.view.start_s == 0
    desk.press(Key.Key_Escape)
    assert not desk.state.calipers.out
    pointer.drag(start, stop)
    assert desk.state.view.start_s > 0


def test_a_caliper_stays_on_its_samples_through_scroll_zoom_gain_and_size(desk, demo_long):
    desk.open(demo_long)
    window, pointer = desk.window, Pointer(desk.window.paper)
    desk.press(Key.Key_Right, Key.Key_M)
    lead = desk.state.record.lead_names[0]
    draw(desk, pointer, lead, 3.0, 3.8, 0.0, 0.8)
    before = desk.state.calipers.active
    window.change_view(start_s=2.0)
    desk.press(Key.Key_Plus, Key.Key_BracketRight)
    window.resize(1100, 700)
    desk.until_idle()
    assert desk.state.calipers.active is before
    # What is drawn is found again where the trace went: the corner is held there.
    pointer.hover(pointer.at(lead, 3.8, 0.8))
    assert window.paper.cursor().shape() is Qt.CursorShape.PointingHandCursor
    pointer.drag(pointer.at(lead, 3.8, 0.8), pointer.at(lead, 4.0, 0.4))
    rate = desk.state.record.rate_hz
    legs = desk.state.calipers.active.legs
    assert legs[0] == before.legs[0]
    assert legs[1].sample / rate == pytest.approx(4.0, abs=0.02)
    assert legs[1].height == pytest.approx(0.4, abs=0.02)


def test_the_cursor_says_what_can_be_held(measuring):
    desk, pointer = measuring
    draw(desk, pointer, start_s=0.4, stop_s=1.2, low=0.0, high=1.0)
    shapes = {
        (0.4, 0.5): Qt.CursorShape.SizeHorCursor,
        (1.2, 1.0): Qt.CursorShape.PointingHandCursor,
        (0.8, 0.0): Qt.CursorShape.SizeAllCursor,
        (0.8, 1.0): Qt.CursorShape.SizeVerCursor,
        (0.8, 0.5): Qt.CursorShape.CrossCursor,
        (1.9, 0.5): Qt.CursorShape.CrossCursor,
    }
    for place, shape in shapes.items():
        pointer.hover(pointer.at("II", *place))
        assert desk.window.paper.cursor().shape() is shape, place
    # A leg crosses all rows.
    pointer.hover(pointer.at("III", 0.4, 0.3))
    assert desk.window.paper.cursor().shape() is Qt.CursorShape.SizeHorCursor
    desk.press(Key.Key_M)
    assert desk.window.paper.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_leg_alone_is_dragged(measuring):
    desk, pointer = measuring
    draw(desk, pointer, start_s=0.4, stop_s=1.2)
    pointer.drag(pointer.at("II", 0.4, 0.5), pointer.at("II", 0.6, -0.3))
    assert told(desk) == "600 ms  ·  100/min  ·  1.00 mV"
    assert desk.state.calipers.leg == 0


def test_the_crossbar_takes_the_whole_caliper_along(measuring):
    desk, pointer = measuring
    draw(desk, pointer, start_s=0.4, stop_s=1.0)
    before = desk.state.calipers.active
    pointer.drag(pointer.at("II", 0.7, 0.0), pointer.at("II", 1.3, 0.2))
    after = desk.state.calipers.active
    assert [b.sample - a.sample for a, b in zip(before.legs, after.legs, strict=True)] == (
        pytest.approx([300, 300], abs=1)
    )
    assert told(desk) == "600 ms  ·  100/min  ·  1.00 mV"


def test_the_second_bar_changes_the_amplitude_alone(measuring):
    desk, pointer = measuring
    draw(desk, pointer, start_s=0.4, stop_s=1.0)
    pointer.drag(pointer.at("II", 0.7, 1.0), pointer.at("II", 0.9, 0.5))
    assert told(desk) == "600 ms  ·  100/min  ·  0.50 mV"


@pytest.mark.parametrize("key", [ALT, SHIFT])
def test_alt_or_shift_snaps_to_the_peak_nearby_in_the_lead_under_the_pointer(measuring, key):
    desk, pointer = measuring
    record = desk.state.record
    lead = record.lead_names.index("II")
    values = record.read(0, record.n_samples)[lead]
    base = desk.window.paper.page.page(desk.window.paper.sheet()).levels[lead].baseline
    first, second = (begin + int(np.argmax(values[begin : begin + 200])) for begin in (250, 600))
    near = [pointer.at("II", (s - 12) / 500, values[s] - base - 0.1) for s in (first, second)]
    pointer.drag(*near, held=key)
    assert samples(desk) == (first, second)
    heights = [leg.height for leg in desk.state.calipers.active.legs]
    assert heights == pytest.approx([values[first] - base, values[second] - base], abs=1e-6)
    pointer.drag(*near)
    assert samples(desk) != (first, second)


def test_a_peak_of_another_lead_gives_the_time_and_not_the_height(measuring):
    desk, pointer = measuring
    record = desk.state.record
    lead = record.lead_names.index("III")
    values = record.read(0, record.n_samples)[lead]
    peak = 600 + int(np.argmax(values[600:800]))
    start = pointer.at("II", 0.4, 0.0)
    stop = pointer.at("III", (peak + 8) / 500, values[peak])
    pointer.drag(start, stop, held=ALT)
    active = desk.state.calipers.active
    assert active.legs[1].sample == peak
    assert record.leads[active.lead].name == "II"
    assert active.legs[1].height < -1  # where the pointer was, a row below


def test_arrows_move_the_active_leg_and_tab_or_a_click_changes_it(measuring):
    desk, pointer = measuring
    draw(desk, pointer)
    first, second = samples(desk)
    desk.press(Key.Key_Right)
    assert samples(desk) == (first, second + 1)
    desk.press(Key.Key_Left, modifier=SHIFT)
    assert samples(desk) == (first, second - 9)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Right, modifier=SHIFT)
    assert samples(desk) == (first + 9, second - 9)
    assert desk.window.paper.hasFocus()
    pointer.click(pointer.at("II", desk.state.calipers.active.legs[1].sample / 500, 0.5))
    desk.press(Key.Key_Right)
    assert samples(desk) == (first + 9, second - 8)
    assert desk.state.view.start_s == 0


def test_without_a_caliper_out_arrows_scroll_and_tab_moves_on(desk, demo_long):
    desk.open(demo_long)
    desk.press(Key.Key_M)
    desk.press(Key.Key_Right)
    assert desk.state.view.start_s == pytest.approx(1.0)
    desk.press(Key.Key_Tab)
    assert not desk.window.paper.hasFocus()


def test_shift_m_marches_out_and_follows_a_dragged_leg(measuring):
    desk, pointer = measuring
    draw(desk, pointer, start_s=0.4, stop_s=1.0)
    plain = desk.window.paper.grab().toImage()
    desk.press(Key.Key_M, modifier=SHIFT)
    assert desk.window.actions_by_name["march_out"].isChecked()
    marched = desk.window.paper.grab().toImage()
    assert marched != plain
    pointer.drag(pointer.at("II", 1.0, 0.5), pointer.at("II", 1.1, 0.5))
    assert desk.window.paper.grab().toImage() != marched
    pointer.drag(pointer.at("II", 1.1, 0.5), pointer.at("II", 1.0, 0.5))
    desk.press(Key.Key_M, modifier=SHIFT)
    assert not desk.state.calipers.marching
    assert desk.state.calipers.active is not None


def test_shift_m_takes_the_caliper_where_none_is_out(desk, demo_af):
    desk.open(demo_af)
    desk.press(Key.Key_M, modifier=SHIFT)
    assert desk.state.calipers.out
    assert "one interval" in told(desk)


def test_ctrl_m_pins_and_the_next_drag_draws_another_beside(measuring):
    desk, pointer = measuring
    desk.press(Key.Key_M, modifier=CTRL)
    assert "M takes one" in told(desk)
    draw(desk, pointer, "I", 0.4, 0.8)
    desk.press(Key.Key_M, modifier=CTRL)
    assert "pinned" in told(desk)
    draw(desk, pointer, "II", 1.0, 1.5)
    calipers = desk.state.calipers
    assert [desk.state.record.leads[one.lead].name for one in calipers.every] == ["I", "II"]
    desk.press(Key.Key_Escape)
    assert desk.state.calipers.pinned == calipers.pinned
    assert desk.state.calipers.active is None
    with_pinned = desk.window.paper.grab().toImage()
    desk.press(Key.Key_Delete)
    assert desk.state.calipers.every == ()
    assert desk.window.paper.grab().toImage() != with_pinned


def test_without_a_pin_a_drag_replaces_the_caliper(measuring):
    desk, pointer = measuring
    draw(desk, pointer, "I", 0.4, 0.8)
    draw(desk, pointer, "II", 1.0, 1.5)
    assert len(desk.state.calipers.every) == 1
    assert told(desk).startswith("500 ms")


def test_a_click_takes_a_pinned_caliper_up_again(measuring):
    desk, pointer = measuring
    draw(desk, pointer, "I", 0.4, 0.8)
    desk.press(Key.Key_M, modifier=CTRL)
    draw(desk, pointer, "II", 1.0, 1.5)
    pointer.click(pointer.at("I", 0.4, 0.3))
    calipers = desk.state.calipers
    assert desk.state.record.leads[calipers.active.lead].name == "I"
    assert len(calipers.pinned) == 1
    assert told(desk).startswith("400 ms")


def test_ctrl_c_copies_one_line_a_caliper_and_says_so(measuring):
    desk, pointer = measuring
    draw(desk, pointer, "I", 0.4, 0.8, 0.0, 0.5)
    desk.press(Key.Key_C, modifier=CTRL)
    assert QGuiApplication.clipboard().text() == "I 0.400–0.800 s  400 ms  150/min  0.50 mV"
    assert told(desk).startswith("Copied: I 0.400")
    desk.press(Key.Key_M, modifier=CTRL)
    draw(desk, pointer, "V1", 5.4, 6.0, 0.0, -0.5)
    desk.press(Key.Key_C, modifier=CTRL)
    first, second = QGuiApplication.clipboard().text().splitlines()
    assert first.startswith("I 0.400")
    assert second == "V1 5.400–6.000 s  600 ms  100/min  0.50 mV"
    assert told(desk) == "Copied: 2 calipers"


def test_with_no_caliper_out_ctrl_c_and_del_are_free(desk, demo_af):
    desk.open(demo_af)
    for name in ("copy_calipers", "delete_caliper"):
        assert not desk.window.actions_by_name[name].isEnabled()


def test_another_record_begins_without_calipers(measuring, demo_long):
    desk, pointer = measuring
    draw(desk, pointer)
    desk.press(Key.Key_M, modifier=CTRL)
    draw(desk, pointer)
    desk.open(demo_long)
    assert desk.state.calipers.every == ()
    assert desk.state.calipers.out
    assert "ms" not in told(desk)


def test_a_drag_between_rows_is_told_in_the_lead_where_it_began(measuring):
    desk, pointer = measuring
    pointer.drag(pointer.at("I", 0.4), pointer.at("III", 0.9))
    caliper = desk.state.calipers.active
    assert desk.state.record.leads[caliper.lead].name == "I"
    rows = pointer.at("III", 0.9).y() - pointer.at("I", 0.9).y()
    px = desk.window.paper.sheet().px_per_mm * desk.state.view.gain_mm_per_mv
    assert caliper.legs[0].height - caliper.legs[1].height == pytest.approx(rows / px, abs=0.02)


def test_a_drag_follows_its_row_into_the_next_column(measuring):
    desk, pointer = measuring
    pointer.drag(pointer.at("II", 2.0), pointer.at("aVL", 3.0))
    assert told(desk).startswith("1000 ms  ·  60/min")


def test_columns_of_one_time_measure_by_their_own_time(measuring):
    desk, pointer = measuring
    desk.window.change_view(sequential=False)
    pointer.drag(pointer.at("V2", 0.5), pointer.at("V2", 1.1))
    start, stop = samples(desk)
    assert (start / 500, stop / 500) == pytest.approx((0.5, 1.1), abs=0.004)


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_calipers_are_drawn_in_every_layout_and_theme(measuring, layout, theme):
    desk, pointer = measuring
    desk.window.change_view(layout=layout, theme=theme)
    bare = desk.window.paper.grab().toImage()
    draw(desk, pointer, "II", 0.5, 1.1)
    assert told(desk).startswith("600 ms")
    assert desk.window.paper.grab().toImage() != bare


def test_no_amplitude_is_told_where_the_file_gives_no_gain(desk, tall_record):
    tall_record.write_text(tall_record.read_text().replace("1000/mV", "0"))
    desk.open(tall_record)
    desk.press(Key.Key_M)
    draw(desk, Pointer(desk.window.paper), "I", 0.5, 1.5)
    assert told(desk) == "1000 ms  ·  60/min  ·  mV n/a"


def test_shift_e_has_the_calipers_span_and_the_last_pinned_ones_too(measuring):
    desk, pointer = measuring
    assert desk.window.calipers.span() is None
    draw(desk, pointer, "I", 0.9, 0.4)
    assert desk.window.calipers.span() == Erased(200, 450)
    desk.press(Key.Key_M, modifier=CTRL)
    assert desk.window.calipers.span() == Erased(200, 450)


def test_a_drag_beside_the_traces_measures_nothing(measuring):
    desk, pointer = measuring
    pointer.drag(QPointF(2, 150), QPointF(8, 150))
    assert desk.state.calipers.active is None


def test_in_the_empty_part_of_the_sheet_the_nearest_row_is_measured(measuring):
    desk, pointer = measuring
    desk.window.change_view(layout=Layout.RHYTHM)
    start, stop = pointer.at("II", 0.5), pointer.at("II", 1.1)
    pointer.drag(QPointF(start.x(), 40), QPointF(stop.x(), 60))
    assert told(desk).startswith("600 ms")


def test_an_error_is_seen_though_a_caliper_measures(measuring, tmp_path):
    desk, pointer = measuring
    draw(desk, pointer)
    desk.window.opening.open_path(tmp_path / "none.hea")
    desk.until(lambda: desk.window.message_line.is_error)
    assert told(desk) == desk.window.message_line.text
