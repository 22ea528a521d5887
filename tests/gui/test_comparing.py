"""F2: two pages, one above the other, moved by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ecgviewer.paper.view import Layout, Theme
from ecgviewer.ui.ribbon_times import TIME_PX
from tests.gui.pages_below import papers, places, traces
from tests.gui.test_paper_view import CTRL as CTRL_KEY
from tests.gui.test_paper_view import drag, wheel

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_f2_shows_the_same_record_a_page_later_below_and_ends_it(minute):
    minute.press(Key.Key_F2)
    minute.until_idle()
    below = papers(minute).below
    assert below.isVisible()
    assert below.page.record.path == minute.state.record.path
    assert places(minute) == (0, minute.window.page_s)
    assert traces(below) == traces(papers(minute).above) == 13
    assert minute.window.actions_by_name["compare"].isChecked()
    minute.press(Key.Key_F2)
    assert papers(minute).below is None
    assert papers(minute).above.size() == papers(minute).size()
    assert not minute.window.actions_by_name["compare"].isChecked()


def test_the_end_of_comparing_takes_its_hint_back_but_no_error(minute):
    line = minute.window.message_line
    minute.press(Key.Key_F2)
    assert line.text.startswith("Compare: ")
    minute.press(Key.Key_F2)
    assert line.text == ""
    minute.press(Key.Key_F2)
    line.say_error("A file is broken.", "")
    minute.press(Key.Key_F2)
    assert line.text == "A file is broken."


def test_a_record_of_one_page_stands_below_itself_and_without_one_nothing_happens(desk, records):
    desk.press(Key.Key_F2)
    assert desk.state.compared is None
    desk.open(records["c_short"])
    desk.press(Key.Key_F2)
    assert places(desk) == (0, 0)


def test_at_the_end_of_a_record_the_page_before_it_stands_below(minute):
    minute.press(Key.Key_End, Key.Key_F2)
    assert places(minute) == (50, 40)


def test_keys_and_wheel_and_drags_move_both_and_keep_the_distance(two):
    later_s = two.window.page_s
    for move, start_s in (
        (lambda: two.press(Key.Key_Right), 1),
        (lambda: two.press(Key.Key_PageDown), later_s),
        (lambda: two.press(Key.Key_Left, modifier=SHIFT), later_s - 0.2),
        (lambda: wheel(papers(two).above, -1), later_s + 0.8),
        (lambda: wheel(papers(two).below, 2), later_s - 1.2),
    ):
        move()
        assert places(two) == pytest.approx((start_s, start_s + later_s))
    below = papers(two).below
    px_per_s = 25 * below.sheet().px_per_mm
    drag(below, (500, 150), (500 - 2 * px_per_s, 150))
    start_s = later_s + 0.8
    assert places(two) == pytest.approx((start_s, start_s + later_s))
    assert two.window.centre.papers.bar.text == "+00:00:10"


def test_a_typed_time_is_one_of_the_record_above(two):
    two.press(Key.Key_G, modifier=CTRL)
    field = QApplication.focusWidget()
    two.bot.keyClicks(field, "0:25")
    two.bot.keyClick(field, Key.Key_Return)
    assert places(two) == (25, 35)


def test_scales_layout_leads_filter_and_theme_are_those_of_both(two):
    two.press(Key.Key_Plus, Key.Key_L, Key.Key_T, Key.Key_Y)
    two.press(Key.Key_L, modifier=SHIFT)
    above, below = papers(two).above.view, papers(two).below.view
    assert (below.gain_mm_per_mv, below.layout, below.theme) == (20, Layout.SIX_BY_TWO, Theme.DARK)
    assert below.cabrera
    assert below.display_filter == above.display_filter != type(above)().display_filter
    two.until_idle()
    for paper in (papers(two).above, papers(two).below):
        assert paper.page.is_filtered(paper.sheet())


def test_zooming_below_zooms_above_and_both_papers_have_one_scale(two):
    wheel(papers(two).below, 3, CTRL_KEY)
    assert papers(two).above.view.speed_mm_per_s == papers(two).below.view.speed_mm_per_s == 50
    assert papers(two).above.sheet() == papers(two).below.sheet()


def test_playing_runs_both(two):
    two.press(Key.Key_Space)
    two.until(lambda: two.state.view.start_s > 0.1)
    two.press(Key.Key_Space)
    above_s, below_s = places(two)
    assert below_s - above_s == pytest.approx(two.window.page_s)


def test_apart_keys_move_the_page_with_the_keyboard_and_the_wheel_the_one_under_it(two):
    two.press(Key.Key_F2, modifier=CTRL)
    assert not two.state.compared.linked
    papers(two).below.setFocus()
    two.press(Key.Key_Right)
    assert places(two) == (0, 11)
    assert papers(two).bar.text == "+00:00:11  ·  keys move the page below"
    papers(two).above.setFocus()
    two.press(Key.Key_Right, Key.Key_Right)
    assert places(two) == (2, 11)
    wheel(papers(two).below, -3)
    assert places(two) == (2, 14)
    two.press(Key.Key_F2, modifier=CTRL)
    two.press(Key.Key_Left)
    assert places(two) == (1, 13)


def test_the_active_page_is_marked_only_while_both_scroll_apart(two):
    def edges() -> list[QPoint]:
        image = two.window.centre.papers.grab().toImage()
        each = papers(two).above.height()
        return [image.pixelColor(1, y).name() for y in (each // 2, image.height() - each // 2)]

    assert len(set(edges())) == 1
    two.press(Key.Key_F2, modifier=CTRL)
    above, below = edges()
    assert above != below
    papers(two).above.setFocus()
    assert edges() == [below, above]


def test_shift_f2_swaps_two_pages_of_one_record(two):
    two.press(Key.Key_Right)
    two.press(Key.Key_F2, modifier=SHIFT)
    assert places(two) == (11, 1)
    assert papers(two).bar.text == "−00:00:10"


def test_tab_and_space_open_the_choice_of_what_stands_below(two):
    choice = papers(two).bar._choice
    assert choice.focusPolicy() == Qt.FocusPolicy.TabFocus
    opened = []
    choice.setPopupMode(choice.ToolButtonPopupMode.DelayedPopup)  # no menu over the test
    choice.clicked.connect(lambda: opened.append(True))
    papers(two).above.setFocus()
    two.bot.keyClick(papers(two).above, Key.Key_Tab)
    assert choice.hasFocus()
    two.bot.keyClick(choice, Key.Key_Space)
    assert opened
    assert not two.state.playing


def test_the_ribbon_has_a_second_handle_for_the_page_below(two):
    ribbon = two.window.ribbon
    y, px_per_s = (ribbon.height() - TIME_PX) // 2, ribbon.width() / 60
    two.press(Key.Key_F2, modifier=CTRL)
    two.bot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(15 * px_per_s), y))
    two.bot.mouseMove(ribbon, QPoint(round(35 * px_per_s), y))
    two.bot.mouseRelease(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(35 * px_per_s), y))
    assert places(two) == pytest.approx((0, 30), abs=0.1)
    two.press(Key.Key_F2, modifier=CTRL)
    two.bot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(15 * px_per_s), y))
    two.bot.mouseRelease(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(round(15 * px_per_s), y))
    assert places(two) == pytest.approx((10, 40), abs=0.1)


def test_both_papers_say_where_they_stand(two):
    assert papers(two).above.accessibleName().startswith("Above: ECG, leads I, ")
    assert papers(two).below.accessibleName().startswith("Below: ECG, leads I, ")
    assert papers(two).below.accessibleName().endswith("00:00:10 to 00:00:20")
    two.press(Key.Key_F2)
    assert papers(two).above.accessibleName().startswith("ECG, leads")


def test_alt_2_puts_the_keyboard_above_and_then_below(two):
    papers(two).above.setFocus()
    two.bot.keyClick(papers(two).above, Key.Key_2, ALT)
    assert papers(two).below.hasFocus()
    two.bot.keyClick(papers(two).below, Key.Key_2, ALT)
    assert papers(two).above.hasFocus()


def test_the_caliper_measures_below_too(two):
    two.press(Key.Key_M)
    drag(papers(two).below, (300, 150), (400, 150))
    assert "ms" in two.window.message_line._measure
    assert two.state.calipers.active.start >= 5000  # of the record, on either page
    assert places(two) == (0, 10)


def test_a_fine_wheel_moves_both_by_what_the_fingers_move(two):
    below = papers(two).below
    at = QPointF(below.width() / 2, below.height() / 2)
    px = round(25 * below.sheet().px_per_mm)
    event = QWheelEvent(
        at, at, QPoint(0, -px), QPoint(0, -px), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(below, event)
    assert places(two) == pytest.approx((1, 11), abs=0.05)
