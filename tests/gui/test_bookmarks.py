import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ecgviewer.core.bookmark import Bookmark

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def long_desk(desk, demo_long):
    desk.open(demo_long)
    return desk


def set_here(desk, text: str = "") -> Bookmark:
    """Press B, type, Enter."""
    desk.press(Key.Key_B)
    desk.bot.keyClicks(QApplication.focusWidget(), text)
    desk.bot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert desk.window.paper.hasFocus()
    return desk.state.bookmark


def set_at(desk, *starts_s: float) -> list[Bookmark]:
    marks = []
    for start_s in starts_s:
        desk.window.go_to(start_s)
        marks.append(set_here(desk, f"at {start_s:g}"))
    return marks


def middle_s(desk) -> float:
    return desk.state.view.start_s + desk.window.page_s / 2


def test_b_sets_a_bookmark_mid_page_and_takes_words_or_none(long_desk):
    desk = long_desk
    desk.window.go_to(60.0)
    first = set_here(desk, "wide beats")
    rate_hz = desk.state.record.rate_hz
    assert first == Bookmark(round(middle_s(desk) * rate_hz), "wide beats")
    desk.press(Key.Key_PageDown)
    second = set_here(desk)
    assert second.text == ""
    assert desk.state.bookmarks == (first, second)
    assert desk.window.paper.page.bookmarks == (first, second)


def test_esc_takes_the_new_bookmark_back_but_keeps_an_old_one(long_desk):
    desk = long_desk
    desk.press(Key.Key_B)
    assert len(desk.state.bookmarks) == 1
    desk.bot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert desk.state.bookmarks == ()
    assert desk.window.paper.hasFocus()
    old = set_here(desk, "old")
    desk.press(Key.Key_B)
    asked = QApplication.focusWidget()
    assert isinstance(asked, QLineEdit)
    assert asked.text() == "old"
    desk.bot.keyClick(asked, Key.Key_Escape)
    assert desk.state.bookmarks == (old,)


def test_b_again_at_the_same_place_changes_its_words(long_desk):
    desk = long_desk
    set_here(desk, "PVC")
    set_here(desk, "no, PAC")
    assert [mark.text for mark in desk.state.bookmarks] == ["no, PAC"]


def test_with_a_caliper_out_the_bookmark_stands_where_it_begins(long_desk):
    desk = long_desk
    desk.press(Key.Key_M)
    paper = desk.window.paper
    start, stop = QPoint(300, 200), QPoint(380, 220)
    left = Qt.MouseButton.LeftButton
    desk.bot.mousePress(paper, left, pos=start)
    desk.bot.mouseMove(paper, (start + stop) / 2)
    desk.bot.mouseMove(paper, stop)
    desk.bot.mouseRelease(paper, left, pos=stop)
    begins = desk.window.calipers.span().start
    assert set_here(desk).sample == begins


def test_ctrl_and_arrows_go_from_bookmark_to_bookmark(long_desk):
    desk = long_desk
    marks = set_at(desk, 30.0, 60.0, 90.0)
    rate_hz = desk.state.record.rate_hz
    desk.press(Key.Key_Home)
    for mark in marks:
        desk.press(Key.Key_Right, modifier=CTRL)
        assert middle_s(desk) == pytest.approx(mark.sample / rate_hz, abs=0.01)
        assert mark.text in desk.window.message_line.text
    desk.press(Key.Key_Right, modifier=CTRL)
    assert desk.window.message_line.text == "No bookmark after this place."
    desk.press(Key.Key_Left, modifier=CTRL)
    assert desk.state.bookmark == marks[1]
    # Moved on by hand, the next one is seen from there.
    desk.window.go_to(100.0)
    desk.press(Key.Key_Left, modifier=CTRL)
    assert desk.state.bookmark == marks[2]


def test_bookmarks_at_the_very_ends_are_all_gone_to(long_desk):
    desk = long_desk
    n_samples = desk.state.record.n_samples
    ends = [desk.window.bookmarking.set_at(n_samples - back) for back in (900, 600, 300)]
    desk.press(Key.Key_Home)
    seen = []
    for _ in ends:
        desk.press(Key.Key_Right, modifier=CTRL)
        seen.append(desk.state.bookmark)
    assert seen == ends


def test_without_bookmarks_the_keys_say_so(long_desk):
    long_desk.press(Key.Key_Right, modifier=CTRL)
    assert long_desk.window.message_line.text == "No bookmark in this record. B sets one."


def test_shift_b_lists_them_and_arrows_and_enter_go_there(long_desk):
    desk = long_desk
    marks = set_at(desk, 30.0, 60.0, 90.0)
    desk.press(Key.Key_B, modifier=SHIFT)
    panel = desk.window.panels.bookmarks
    assert panel.list.hasFocus()
    assert panel.isVisible()
    start_s = desk.state.view.start_s
    desk.bot.keyClick(panel.list, Key.Key_Home)
    desk.bot.keyClick(panel.list, Key.Key_Down)
    assert desk.state.view.start_s == start_s
    desk.bot.keyClick(panel.list, Key.Key_Return)
    assert desk.state.bookmark == marks[1]
    words = panel.list.model().index(1, 0).data()
    assert words.endswith("at 60")
    assert words.startswith("00:01:0")


def test_a_click_on_a_row_goes_there(long_desk):
    desk = long_desk
    marks = set_at(desk, 30.0, 90.0)
    desk.press(Key.Key_B, modifier=SHIFT)
    rows = desk.window.panels.bookmarks.list
    place = rows.visualRect(rows.model().index(0, 0)).center()
    desk.bot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.state.bookmark == marks[0]


def test_del_deletes_a_row_and_ctrl_z_brings_it_back(long_desk):
    desk = long_desk
    marks = set_at(desk, 30.0, 60.0, 90.0)
    desk.press(Key.Key_B, modifier=SHIFT)
    rows = desk.window.panels.bookmarks.list
    desk.bot.keyClick(rows, Key.Key_Home)
    desk.bot.keyClick(rows, Key.Key_Down)
    desk.bot.keyClick(rows, Key.Key_Delete)
    assert desk.state.bookmarks == (marks[0], marks[2])
    assert desk.window.panels.bookmarks.chosen == marks[2]
    assert "Ctrl+Z" in desk.window.message_line.text
    desk.bot.keyClick(rows, Key.Key_Z, CTRL)
    assert desk.state.bookmarks == tuple(marks)
    desk.bot.keyClick(rows, Key.Key_Z, CTRL | SHIFT)
    assert desk.state.bookmarks == (marks[0], marks[2])


def test_b_in_the_list_changes_the_words_of_the_row(long_desk):
    desk = long_desk
    first, _ = set_at(desk, 30.0, 90.0)
    desk.press(Key.Key_B, modifier=SHIFT)
    rows = desk.window.panels.bookmarks.list
    desk.bot.keyClick(rows, Key.Key_Home)
    desk.bot.keyClick(rows, Key.Key_B)
    desk.bot.keyClicks(QApplication.focusWidget(), "other words")
    desk.bot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert desk.state.bookmarks[0] == Bookmark(first.sample, "other words")
    assert len(desk.state.bookmarks) == 2


def test_a_moved_record_still_has_its_bookmarks(long_desk, tmp_path, make_desk, demo_long):
    desk = long_desk
    marks = tuple(set_at(desk, 30.0, 90.0))
    desk.until_idle()
    for ending in (".hea", ".dat", ".atr"):
        if demo_long.with_suffix(ending).exists():
            shutil.copy(demo_long.with_suffix(ending), tmp_path)
    other = make_desk()
    other.open(tmp_path / demo_long.name)
    assert other.state.bookmarks == marks


def test_each_record_has_its_own(long_desk, demo_af, demo_long):
    desk = long_desk
    marks = tuple(set_at(desk, 30.0))
    desk.open(demo_af)
    assert desk.state.bookmarks == ()
    desk.press(Key.Key_Z, modifier=CTRL)
    assert desk.state.bookmarks == ()
    desk.open(demo_long)
    assert desk.state.bookmarks == marks


def test_a_bookmark_set_just_before_closing_is_kept(long_desk, make_desk, demo_long):
    desk = long_desk
    mark = set_here(desk, "last thing")
    desk.window.close()
    other = make_desk()
    other.open(demo_long)
    assert other.state.bookmarks == (mark,)


def test_one_set_before_the_file_was_read_joins_those_in_it(make_desk, no_models, demo_long):
    desk = make_desk()
    desk.open(demo_long)
    old = set_here(desk, "old")
    desk.until_idle()
    other = make_desk()
    other.window.opening.opened.connect(lambda _: other.window.bookmarking.set_at(77))
    other.open(demo_long)
    assert other.state.bookmarks == (Bookmark(77), old)
    kept = other.window.bookmarking._kept.read(other.state.record.record_id)
    assert kept == (Bookmark(77), old)


def test_a_broken_file_is_told_of_and_set_aside(desk, demo_long, preferences):
    desk.open(demo_long)
    path = desk.window.bookmarking._kept.path(desk.state.record.record_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x00 not JSON")
    desk.open(demo_long.with_name("demo_af.hea"))
    desk.open(demo_long)
    assert "could not be understood" in desk.window.message_line.text
    assert desk.state.bookmarks == ()
    mark = set_here(desk, "new")
    desk.until_idle()
    assert desk.window.bookmarking._kept.read(desk.state.record.record_id) == (mark,)
    assert len(list(path.parent.glob("*.broken-1.json"))) == 1


def test_the_overview_flies_the_flags_too(long_desk):
    desk = long_desk
    ribbon = desk.window.ribbon
    before = ribbon.grab().toImage()
    set_at(desk, 90.0)
    desk.window.go_to(0.0)
    after = ribbon.grab().toImage()
    x = round(desk.state.bookmark.sample / desk.state.record.n_samples * ribbon.width()) + 3
    assert before.pixelColor(x, 4) != after.pixelColor(x, 4)


def test_of_pages_apart_b_marks_the_middle_of_the_one_that_keys_move(two):
    two.press(Key.Key_F2, modifier=CTRL)
    two.bot.keyClick(two.window.centre.papers.below, Key.Key_PageDown)
    below_s = two.state.compared.start_s
    assert below_s > two.state.view.start_s + two.window.page_s
    two.bot.keyClick(two.window.centre.papers.below, Key.Key_B)
    (mark,) = two.state.bookmarks
    middle_s = below_s + two.window.page_s / 2
    assert mark.sample == pytest.approx(middle_s * two.state.record.rate_hz, abs=1)
