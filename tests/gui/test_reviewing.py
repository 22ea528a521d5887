"""What is said of a record is on screen at once, on disk soon, and there again tomorrow."""

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.review import Stated
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
