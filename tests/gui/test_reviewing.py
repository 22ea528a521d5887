"""What is said of a record is on screen at once, on disk soon, and there again tomorrow."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.review import LONGEST_NAME, Stated
from ecgviewer.review.store import ReviewStore

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reviewed(desk, records):
    desk.open(records["a_minute"])
    return desk


def classes(desk):
    return dict(desk.state.review.classes)


def test_numbers_state_classes_and_take_them_back(reviewed):
    reviewed.press(Key.Key_2, Key.Key_7)
    assert classes(reviewed) == {"AF": Stated.PRESENT, "PVC": Stated.PRESENT}
    reviewed.press(Key.Key_2)
    assert classes(reviewed) == {"PVC": Stated.PRESENT}
    reviewed.press(Key.Key_0)
    assert classes(reviewed) == {}


def test_undo_goes_back_through_bookmarks_and_words_in_their_order(reviewed):
    reviewed.press(Key.Key_2, Key.Key_B, Key.Key_Escape, Key.Key_D)
    assert classes(reviewed) == {"AF": Stated.ABSENT}
    reviewed.press(Key.Key_Z, modifier=CONTROL)
    assert classes(reviewed) == {"AF": Stated.PRESENT}
    reviewed.press(Key.Key_Z, Key.Key_Z, Key.Key_Z, modifier=CONTROL)
    assert classes(reviewed) == {}


def test_what_was_said_is_there_after_a_restart_and_can_still_be_undone(
    reviewed, make_desk, records, preferences
):
    reviewed.press(Key.Key_2, Key.Key_C, Key.Key_V)
    reviewed.until_idle()
    reviewed.window.close()
    again = make_desk()
    again.open(records["a_minute"])
    assert classes(again) == {"AF": Stated.PRESENT}
    assert again.state.review.done
    again.press(Key.Key_Z, Key.Key_Z, modifier=CONTROL)
    assert not again.state.review.begun
    again.until_idle()
    store = ReviewStore(preferences.review_path)
    assert len(store.steps()) == 4
    store.close()


def test_whoever_has_no_name_is_asked_for_it_first(desk, records, preferences):
    preferences.reader = ""
    desk.window.state.replace(reader="")
    desk.open(records["a_minute"])
    desk.press(Key.Key_2)
    assert not desk.state.review.classes
    field = desk.window.focusWidget()
    field.clear()
    desk.bot.keyClicks(field, "Bo")
    desk.bot.keyClick(field, Key.Key_Return)
    assert desk.state.reader == preferences.reader == "Bo"
    assert classes(desk) == {"AF": Stated.PRESENT}


def test_what_was_said_last_stands_though_the_clock_was_set_back(
    reviewed, make_desk, records, preferences
):
    reviewed.press(Key.Key_2)
    (first,) = reviewed.state.review.steps
    # The clock was an hour fast until now.
    early = replace(first, at_utc=first.at_utc + timedelta(hours=1), step_id="fast")
    reviewed.until_idle()
    with reviewed.window.reviewing.file.store() as store:
        store.keep(early)
    reviewed.window.reviewing.reload()
    reviewed.until_idle()
    reviewed.press(Key.Key_D)
    assert classes(reviewed) == {"AF": Stated.ABSENT}
    reviewed.until_idle()
    reviewed.window.close()
    again = make_desk()
    again.open(records["a_minute"])
    assert classes(again) == {"AF": Stated.ABSENT}


def test_a_key_that_is_held_down_says_it_once(desk):
    actions = desk.window.actions_by_name
    said = ("reviewed", "confirm", "dismiss", "unsure", "withdraw", "class_1", "flag", "reveal")
    assert not [name for name in said if actions[name].autoRepeat()]
    assert not [name for name in ("undo", "forward", "next_file") if not actions[name].autoRepeat()]


def test_pressing_v_twice_leaves_the_next_record_unreviewed_and_on_show(desk, records):
    desk.open(records["a_minute"])
    desk.until(lambda: len(desk.state.files) == len(records))
    desk.press(Key.Key_V, Key.Key_V)
    desk.until(lambda: desk.state.record.path == records["b_slow"])
    desk.until_idle()
    assert desk.state.record.path == records["b_slow"]
    assert not desk.state.review.begun


def test_a_name_of_a_page_s_length_is_cut_where_reports_have_room_for_it(reviewed, preferences):
    reviewed.window.reviewing.name_reader("Ärztin  " + "von und zu " * 30)
    assert len(reviewed.state.reader) <= LONGEST_NAME
    assert reviewed.state.reader == preferences.reader
    assert reviewed.state.reader.startswith("Ärztin von und zu")
