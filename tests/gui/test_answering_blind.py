"""Blind readers answer first: what they say before and after the model is kept apart."""

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.review import Stated, Topic
from ecgviewer.review.store import ReviewStore
from tests.gui.twins import open_twin, telling, write_twin

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_r_keeps_the_answer_and_shows_the_models(blind_desk, twins, preferences):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    assert desk.state.review.committed
    assert desk.state.analysis is not None
    desk.press(Key.Key_2, Key.Key_7)
    assert dict(desk.state.review.classes) == {"PVC": Stated.PRESENT}
    desk.until_idle()
    desk.window.close()
    store = ReviewStore(preferences.review_path)
    steps = store.steps()
    store.close()
    assert [step.hidden for step in steps] == [True, True, False, False]
    assert [step.model is None for step in steps] == [True, True, False, False]
    assert steps[1].changes[0].topic is Topic.COMMITTED


def test_undo_cannot_go_behind_what_was_said_before_the_model_was_seen(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R, Key.Key_7)
    desk.press(*[Key.Key_Z] * 4, modifier=CONTROL)
    assert desk.state.review.committed
    assert dict(desk.state.review.classes) == {"AF": Stated.PRESENT}
    assert desk.window.message_line.text == "There is nothing to undo."
    assert not desk.state.model_hidden


@pytest.mark.parametrize(("key", "name"), [(Key.Key_R, "R"), (Key.Key_V, "V")])
def test_with_nothing_stated_it_asks_once(blind_desk, twins, key, name):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(key)
    assert (
        desk.window.message_line.text
        == f"State what you see first: 1–9, or {name} again if nothing."
    )
    assert desk.state.model_hidden
    desk.press(key)
    assert desk.state.review.committed
    assert not desk.state.review.classes


def test_v_keeps_the_blind_answer_before_it_ends_the_record(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_V)
    steps = desk.state.review.steps
    assert [step.changes[0].topic for step in steps] == [Topic.CLASS, Topic.COMMITTED, Topic.DONE]
    assert [step.hidden for step in steps] == [True, True, False]
    desk.until_idle()


def test_without_a_name_r_asks_for_it_and_then_keeps_the_answer(blind_desk, twins):
    desk = blind_desk
    desk.window.state.replace(reader="")
    open_twin(desk, twins.told)
    desk.press(Key.Key_R, Key.Key_R)
    assert desk.state.model_hidden
    field = desk.window.focusWidget()
    field.clear()
    desk.bot.keyClicks(field, "Bo")
    desk.bot.keyClick(field, Key.Key_Return)
    assert desk.state.review.committed
    assert desk.state.review.steps[-1].hidden
    desk.until_idle()


# From record to record, and from day to day


def test_the_next_record_is_hidden_again_and_an_answered_one_is_not(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    other = write_twin(twins.told.parent, "s", told=True, seconds=30)
    open_twin(desk, other)
    assert desk.state.model_hidden
    assert telling(desk.window) == []
    open_twin(desk, twins.told)
    assert desk.state.analysis is not None


def test_the_mode_is_remembered_and_an_answered_record_is_shown(
    blind_desk, make_desk, twins, preferences
):
    open_twin(blind_desk, twins.told)
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    blind_desk.window.close()
    again = make_desk()
    assert again.state.blind
    assert again.window.actions_by_name["blind"].isChecked()
    open_twin(again, twins.told)
    assert again.state.analysis is not None


def test_another_reader_starts_blind_again(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    desk.window.reviewing.name_reader("Bob")
    desk.until_idle()
    assert desk.state.model_hidden
    assert desk.state.analysis is None
    assert telling(desk.window) == []
    desk.window.reviewing.name_reader("Ann Reader")
    desk.until_idle()
    assert desk.state.analysis is not None


def test_what_was_seen_before_the_mode_began_is_no_blind_answer(model_desk, twins, unjudged):
    desk = model_desk
    open_twin(desk, twins.told)
    assert desk.state.analysis is not None
    desk.window.actions_by_name["blind"].trigger()
    desk.until_idle()
    assert desk.state.analysis is not None
    assert not desk.state.review.steps[-1].hidden
    other = write_twin(twins.told.parent, "s", told=True, seconds=30)
    open_twin(desk, other)
    assert desk.state.model_hidden
    desk.window.actions_by_name["blind"].trigger()
    desk.until_idle()
    assert desk.state.analysis is not None


def test_whoever_has_seen_an_answer_gives_their_name_before_it_can_be_hidden(
    model_desk, twins, unjudged
):
    desk = model_desk
    desk.window.state.replace(reader="")
    open_twin(desk, twins.told)
    desk.window.actions_by_name["blind"].trigger()
    assert not desk.state.blind
    assert not desk.window.actions_by_name["blind"].isChecked()
    desk.bot.keyClicks(desk.window.focusWidget(), "o")
    desk.bot.keyClick(desk.window.focusWidget(), Key.Key_Return)
    assert desk.state.reader
    desk.window.actions_by_name["blind"].trigger()
    assert desk.state.review.committed
    assert not desk.state.review.steps[-1].hidden
