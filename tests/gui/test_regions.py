"""Regions are marked with real drags and keys, stay where they were put, and can be undone."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ecgviewer.core.heat import Heat
from ecgviewer.core.review import Region
from ecgviewer.paper.view import Layout, Theme
from ecgviewer.review.store import ReviewStore
from ecgviewer.ui.look import DARK
from ecgviewer.ui.marks_wiring import region_editor
from ecgviewer.ui.region_editor import RegionEditor
from tests.gui.pointer import Pointer

# Lists and menus are windows, of which the offscreen platform has not all.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PX_S = 0.02  # more than a pixel of the paper takes, in seconds


@pytest.fixture
def marked(desk, records, unjudged):
    """A minute on the paper, the marker in hand."""
    desk.open(records["a_minute"])
    desk.press(Key.Key_A)
    assert desk.state.marking
    return desk


def pointer(desk) -> Pointer:
    return Pointer(desk.window.paper)


def editor(desk) -> RegionEditor:
    return region_editor(desk.window)


def answer(desk, *keys) -> None:
    for key in keys or (Key.Key_Return,):
        desk.bot.keyClick(desk.window.focusWidget(), key)


def drag(desk, lead, start_s, stop_s, *, to_lead=None, held=Qt.KeyboardModifier.NoModifier):
    mouse = pointer(desk)
    mouse.drag(mouse.at(lead, start_s), mouse.at(to_lead or lead, stop_s), held)


def regions(desk) -> tuple[Region, ...]:
    return desk.state.review.regions


def span_s(desk, region: Region):
    rate_hz = desk.state.record.rate_hz
    return region.start / rate_hz, region.stop / rate_hz


def mark(desk, lead="I", start_s=0.5, stop_s=1.5) -> Region:
    before = {region.region_id for region in regions(desk)} if desk.state.review else set()
    drag(desk, lead, start_s, stop_s)
    answer(desk)
    (made,) = [region for region in regions(desk) if region.region_id not in before]
    return made


def test_a_drag_over_one_lead_asks_for_a_label_and_enter_keeps_it(marked):
    drag(marked, "aVR", 3.0, 3.6)
    assert editor(marked).isVisible()
    assert not marked.state.review.regions
    assert marked.state.drawn is not None
    answer(marked)
    (region,) = regions(marked)
    assert region.leads == ("aVR",)
    assert span_s(marked, region) == pytest.approx((3.0, 3.6), abs=PX_S)
    assert not editor(marked).isVisible()
    assert marked.state.drawn is None
    assert marked.state.region == region.region_id


def test_start_stop_and_length_follow_the_pointer(marked):
    mouse = pointer(marked)
    paper, at = marked.window.paper, mouse.at("I", 0.5)
    QTest.mousePress(paper, Qt.MouseButton.LeftButton, pos=at.toPoint())
    for stop_s in (0.9, 1.1):
        mouse._send(QEvent.Type.MouseMove, mouse.at("I", stop_s), Qt.KeyboardModifier.NoModifier)
    words = marked.window.message_line._text.whole_text
    assert "00:00:00.5" in words
    assert "00:00:01.1" in words
    assert "ms" in words
    marked.press(Key.Key_Escape)
    assert not editor(marked).isVisible()
    assert not marked.window.paper._input.regions.busy
    assert marked.state.marking


def test_esc_discards_what_was_drawn_and_then_puts_the_marker_down(marked):
    drag(marked, "I", 0.5, 1.5)
    answer(marked, Key.Key_Escape)
    assert not marked.state.review.begun
    assert marked.state.drawn is None
    marked.press(Key.Key_Escape)
    assert not marked.state.marking


def test_over_rows_several_leads_are_marked_and_with_shift_all(marked):
    marked.window.change_view(layout=Layout.TWELVE_BY_ONE)
    drag(marked, "II", 1.0, 2.0, to_lead="aVR")
    answer(marked)
    drag(marked, "V2", 3.0, 4.0, held=SHIFT)
    answer(marked)
    several, every = regions(marked)
    assert several.leads == ("II", "III", "aVR")
    assert every.leads == ()


def test_a_class_is_found_by_typing_and_a_comment_stays_with_it(marked):
    drag(marked, "I", 0.5, 1.5)
    field = editor(marked).label
    marked.bot.keyClicks(field, "atrial flu")
    marked.until(field.popup.isVisible)
    marked.bot.keyClick(field, Key.Key_Return)
    assert editor(marked).comment.hasFocus()
    marked.bot.keyClicks(editor(marked).comment, "sawtooth")
    answer(marked)
    (region,) = regions(marked)
    assert region.label == "164890007"
    assert region.comment == "sawtooth"


def test_the_chosen_class_is_proposed(marked):
    marked.press(Key.Key_7)
    assert mark(marked).label == "PVC"


def test_a_label_that_no_class_bears_is_asked_again_and_lost_by_no_one(marked):
    drag(marked, "I", 0.5, 1.5)
    marked.bot.keyClicks(editor(marked).label, "wobble")
    answer(marked)
    assert editor(marked).isVisible()
    marked.window.paper.setFocus()
    marked.until(lambda: bool(regions(marked)))
    (region,) = regions(marked)
    assert (region.label, region.comment) == ("", "wobble")


def test_whoever_goes_on_without_enter_has_kept_the_region(marked):
    drag(marked, "I", 0.5, 1.5)
    drag(marked, "II", 0.5, 1.5)
    answer(marked)
    assert {region.leads for region in regions(marked)} == {("I",), ("II",)}


def test_each_act_is_one_step_and_all_are_undone_and_done_again(marked):
    mark(marked)
    before = regions(marked)
    mouse = pointer(marked)
    mouse.drag(mouse.at("I", 1.5), mouse.at("I", 2.0))
    assert span_s(marked, regions(marked)[0]) == pytest.approx((0.5, 2.0), abs=PX_S)
    marked.press(Key.Key_Delete)
    assert not regions(marked)
    assert len(marked.state.review.steps) == 3
    marked.press(Key.Key_Z, Key.Key_Z, modifier=CONTROL)
    assert regions(marked) == before
    marked.press(Key.Key_Z, modifier=CONTROL)
    assert not regions(marked)
    marked.press(Key.Key_Y, modifier=CONTROL)
    assert regions(marked) == before


def test_arrows_move_an_edge_by_samples_and_tab_turns_to_the_other(marked):
    region = mark(marked)
    marked.press(Key.Key_Right)
    marked.press(Key.Key_Right, modifier=SHIFT)
    assert regions(marked)[0].stop == region.stop + 11
    marked.press(Key.Key_Tab)
    marked.press(Key.Key_Left)
    assert regions(marked)[0].start == region.start - 1
    assert marked.state.view.start_s == 0
    marked.press(Key.Key_Escape)
    marked.press(Key.Key_Right)
    assert marked.state.view.start_s == pytest.approx(1.0)


def test_without_the_marker_a_click_chooses_and_only_the_chosen_edges_are_held(marked):
    region = mark(marked)
    marked.press(Key.Key_Escape, Key.Key_Escape)
    assert not marked.state.marking
    mouse = pointer(marked)
    mouse.drag(mouse.at("I", 1.5), mouse.at("I", 1.0))
    assert regions(marked)[0] == region
    assert marked.state.view.start_s > 0
    marked.press(Key.Key_Home)
    mouse.click(mouse.at("I", 1.0))
    assert marked.state.region == region.region_id
    mouse.drag(mouse.at("I", 1.5), mouse.at("I", 1.2))
    assert span_s(marked, regions(marked)[0])[1] == pytest.approx(1.2, abs=PX_S)
    mouse.click(mouse.at("V4", 9.0))
    assert marked.state.region == ""


def test_a_drag_of_an_edge_that_esc_interrupts_leaves_the_region_as_it_was(marked):
    region = mark(marked)
    mouse = pointer(marked)
    mouse._send(QEvent.Type.MouseButtonPress, mouse.at("I", 1.5), Qt.KeyboardModifier.NoModifier)
    mouse._send(QEvent.Type.MouseMove, mouse.at("I", 1.9), Qt.KeyboardModifier.NoModifier)
    marked.press(Key.Key_Escape)
    mouse._send(QEvent.Type.MouseButtonRelease, mouse.at("I", 1.9), Qt.KeyboardModifier.NoModifier)
    assert regions(marked) == (region,)
    assert marked.window.paper.page.regions.regions == (region,)


def test_a_button_let_go_elsewhere_does_not_lose_what_was_drawn(marked):
    mouse = pointer(marked)
    mouse._send(QEvent.Type.MouseButtonPress, mouse.at("I", 0.5), Qt.KeyboardModifier.NoModifier)
    mouse._send(QEvent.Type.MouseMove, mouse.at("I", 1.4), Qt.KeyboardModifier.NoModifier)
    mouse.hover(mouse.at("I", 1.4))
    answer(marked)
    assert span_s(marked, regions(marked)[0]) == pytest.approx((0.5, 1.4), abs=PX_S)


def test_what_is_not_kept_yet_cannot_be_taken_hold_of(marked):
    drag(marked, "I", 0.5, 1.5)
    mouse = pointer(marked)
    mouse.drag(mouse.at("I", 1.5), mouse.at("I", 2.2))
    answer(marked)
    first, second = regions(marked)
    assert span_s(marked, first) == pytest.approx((0.5, 1.5), abs=PX_S)
    assert "drawn" not in {first.region_id, second.region_id}


def test_enter_and_a_double_click_edit(marked):
    mark(marked)
    marked.press(Key.Key_Return)
    assert editor(marked).isVisible()
    marked.bot.keyClicks(editor(marked).label, "lbbb")
    answer(marked)
    assert editor(marked).comment.hasFocus()
    answer(marked)
    assert regions(marked)[0].label == "LBBB"
    at = pointer(marked).at("I", 1.0).toPoint()
    marked.bot.mouseDClick(marked.window.paper, Qt.MouseButton.LeftButton, pos=at)
    assert editor(marked).isVisible()
    answer(marked, Key.Key_Escape)
    assert regions(marked)[0].label == "LBBB"


def test_tools_exclude_one_another(marked):
    marked.press(Key.Key_M)
    assert not marked.state.marking
    marked.press(Key.Key_A)
    assert marked.state.marking
    assert not marked.state.calipers.out
    assert marked.window.actions_by_name["add_region"].isChecked()


def test_the_list_tells_and_goes_to_a_region(marked):
    region = mark(marked, "II", 1.0, 1.5)
    panel = marked.window.panels.regions
    assert len(panel.rows) == 1
    assert "II" in panel.rows[0]
    marked.press(Key.Key_End)
    marked.window.docks["regions"].show()
    panel.focus_list()
    marked.bot.keyClick(panel.list, Key.Key_Return)
    assert marked.state.region == region.region_id
    start, stop = marked.window.paper.visible_span()
    assert start <= region.start < stop
    marked.bot.keyClick(panel.list, Key.Key_Delete)
    assert not regions(marked)
    assert "A, then a drag" in panel.caption


def test_regions_are_there_after_a_restart_and_belong_to_their_record(
    marked, make_desk, records, preferences
):
    region = mark(marked)
    marked.open(records["c_short"])
    assert not regions(marked)
    marked.open(records["a_minute"])
    assert regions(marked) == (region,)
    marked.until_idle()
    marked.window.close()
    again = make_desk()
    again.open(records["a_minute"])
    assert regions(again) == (region,)
    store = ReviewStore(preferences.review_path)
    assert len(store.steps()) == 1
    store.close()


def test_what_was_drawn_is_asked_for_again_when_its_record_comes_back(marked, records):
    drag(marked, "I", 0.5, 1.5)
    marked.window.opening.open_path(records["c_short"])
    marked.until(lambda: marked.state.record.path == records["c_short"])
    marked.until_idle()
    assert not editor(marked).isVisible()
    assert not regions(marked)
    marked.window.opening.open_path(records["a_minute"])
    marked.until(lambda: editor(marked).isVisible())
    answer(marked)
    assert span_s(marked, regions(marked)[0]) == pytest.approx((0.5, 1.5), abs=PX_S)


def test_the_same_regions_stand_on_the_page_below_of_the_same_record(marked):
    region = mark(marked)
    marked.press(Key.Key_F2)
    marked.until_idle()
    below = marked.window.centre.papers.below
    assert below.page.regions.regions == (region,)


def test_the_coloured_part_becomes_regions_with_the_finding_s_label(marked):
    record = marked.state.record
    values = np.zeros((1, record.n_samples), dtype=np.float32)
    values[0, 500:700], values[0, 2000:2100] = 1.0, 2.0
    whole = (0, record.n_samples)
    heat = Heat("AF", "gradcam", "m", *whole, record.lead_names, values, values, step=1.0)
    marked.window.state.replace(heat=heat, label="AF")
    marked.window.marking.mark_coloured()
    assert len(regions(marked)) == 2
    assert {region.label for region in regions(marked)} == {"AF"}
    assert len(marked.state.review.steps) == 1
    assert "2 coloured parts" in marked.window.message_line.text


def test_what_the_caliper_spans_becomes_a_region_of_its_lead(marked):
    marked.press(Key.Key_M)
    mouse = pointer(marked)
    mouse.drag(mouse.at("II", 0.5), mouse.at("II", 0.9))
    menu = marked.window._menu
    menu.aboutToShow.emit()
    entries = {a.text(): a for sub in menu.findChildren(type(menu)) for a in sub.actions()}
    entries["Mark what the caliper spans"].trigger()
    answer(marked)
    (region,) = regions(marked)
    assert region.leads == ("II",)
    assert span_s(marked, region) == pytest.approx((0.5, 0.9), abs=PX_S)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("layout", list(Layout))
def test_a_region_is_seen_in_every_layout_and_theme(marked, layout, theme):
    marked.window.change_view(layout=layout, theme=theme)
    marked.until_idle()
    without = marked.window.paper.grab().toImage()
    marked.window.marking.keep(Region(200, 700, (), "AF"))
    marked.bot.wait(20)
    assert marked.window.paper.grab().toImage() != without


def test_a_named_reader_is_needed_first(marked):
    marked.window.state.replace(reader="")
    drag(marked, "I", 0.5, 1.5)
    answer(marked)
    assert not regions(marked)
    field = marked.window.focusWidget()
    field.clear()
    marked.bot.keyClicks(field, "Bo")
    marked.bot.keyClick(field, Key.Key_Return)
    assert len(regions(marked)) == 1


# The editor gives the keyboard back, and is to be read whole


def test_keys_go_to_the_paper_again_after_a_region_is_kept_or_discarded(marked):
    for key, start_s in ((Key.Key_Return, 3.0), (Key.Key_Escape, 5.5)):
        drag(marked, "II", start_s, start_s + 0.6)
        assert editor(marked).label.hasFocus()
        answer(marked, key)
        assert marked.window.paper.hasFocus()
    # Pressed where the keyboard is.
    answer(marked, Key.Key_Escape)
    assert not marked.state.marking


def test_the_editor_stays_within_a_paper_that_is_narrower_than_itself(marked):
    papers = marked.window.centre.papers
    editor(marked)._room = room = QWidget(papers)
    room.resize(300, papers.height())
    for start_s in (0.5, 5.5, 9.0):
        drag(marked, "II", start_s, start_s + 0.4)
        shown = editor(marked)
        assert room.rect().contains(shown.geometry())
        answer(marked)


def test_the_list_of_classes_shows_its_longest_name_whole_and_wears_the_theme(marked):
    field = editor(marked).label
    longest = max(field.popup.fontMetrics().horizontalAdvance(text) for text in field._labels)
    assert field.popup.minimumWidth() > longest
    light = field.popup.styleSheet()
    marked.press(Key.Key_T)
    assert DARK.field in field.popup.styleSheet() != light
