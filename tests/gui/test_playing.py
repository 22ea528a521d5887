import time

import pytest
from PySide6.QtCore import QPoint, Qt

from ecgviewer.ui.paces import PACES, Pace

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def long_desk(desk, demo_long):
    desk.open(demo_long)
    return desk


def test_p_and_shift_p_go_through_the_paces_and_stay_at_the_ends(long_desk):
    desk = long_desk
    assert desk.state.pace == Pace()
    seen = []
    for _ in range(len(PACES) + 2):
        desk.press(Key.Key_P)
        seen.append(desk.state.pace)
    assert seen[: len(PACES) - 1] == list(PACES[1:])
    assert seen[-1] == PACES[-1]
    assert not desk.state.playing
    assert "every 2 s" in desk.window.message_line.text
    for _ in PACES:
        desk.press(Key.Key_P, modifier=SHIFT)
    assert desk.state.pace == PACES[0]


def test_the_paper_keeps_time_however_few_frames_are_drawn(long_desk):
    desk = long_desk
    desk.window.player.choose_pace(Pace(10.0))
    began = time.monotonic()
    desk.press(Key.Key_Space)
    desk.bot.wait(150)
    # A busy window draws nothing for a while.
    time.sleep(0.3)
    desk.bot.wait(400)
    desk.until(lambda: desk.state.view.start_s > 0)
    shown_s, passed_s = desk.state.view.start_s, time.monotonic() - began
    desk.press(Key.Key_Space)
    # It never runs ahead, and lags behind by some frames at most.
    assert shown_s <= 10 * passed_s
    assert shown_s >= 10 * (passed_s - 0.25)


def test_the_message_line_tells_the_pace_while_it_plays(long_desk):
    desk = long_desk
    desk.press(Key.Key_P, Key.Key_P, Key.Key_Space)
    assert "5 times real time" in desk.window.message_line.text
    desk.press(Key.Key_P)
    assert desk.state.playing
    assert "10 times real time" in desk.window.message_line.text
    desk.press(Key.Key_Space)
    assert desk.window.message_line.text == ""


def test_moving_by_hand_goes_on_from_the_new_place(long_desk):
    desk = long_desk
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.state.view.start_s > 0.05)
    desk.window.go_to(100.0)
    desk.until(lambda: desk.state.view.start_s > 100.1)
    assert desk.state.view.start_s < 103
    assert desk.state.playing
    desk.press(Key.Key_Space)


def test_while_the_mouse_holds_the_paper_it_does_not_run_away(long_desk):
    desk = long_desk
    paper, left = desk.window.paper, Qt.MouseButton.LeftButton
    desk.window.player.choose_pace(Pace(10.0))
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.state.view.start_s > 0.2)
    desk.bot.mousePress(paper, left, pos=QPoint(400, 300))
    held_s = desk.state.view.start_s
    desk.bot.wait(120)
    assert desk.state.view.start_s == held_s
    desk.bot.mouseRelease(paper, left, pos=QPoint(400, 300))
    desk.until(lambda: desk.state.view.start_s > held_s + 0.3)
    desk.press(Key.Key_Space)


def test_page_by_page_turns_whole_pages_and_stops_at_the_end(long_desk):
    desk = long_desk
    desk.window.player.choose_pace(Pace(page_every_s=0.2))
    page_s = desk.window.page_s
    desk.press(Key.Key_Space)
    desk.bot.wait(60)
    assert desk.state.view.start_s == 0
    desk.until(lambda: desk.state.view.start_s > 0)
    assert desk.state.view.start_s == pytest.approx(page_s - 1)
    desk.window.go_to(desk.state.record.duration_s - page_s - 3)
    desk.until(lambda: not desk.state.playing)
    assert desk.window.paper.visible_span()[1] == desk.state.record.n_samples


@pytest.mark.parametrize("pace", [Pace(60.0), Pace(page_every_s=0.05)])
def test_every_pace_stops_at_the_end(long_desk, pace):
    desk = long_desk
    desk.window.player.choose_pace(pace)
    desk.press(Key.Key_Space)
    desk.until(lambda: not desk.state.playing)
    assert desk.window.paper.visible_span()[1] == desk.state.record.n_samples


def test_the_choice_beside_the_button_takes_a_pace(long_desk):
    desk = long_desk
    actions = desk.window.tools._pace.menu().actions()
    assert [action.text() for action in actions[:3]] == ["×1", "×2", "×5"]
    actions[2].trigger()
    assert desk.state.pace == Pace(5.0)
    assert desk.window.tools._pace.text() == "×5"
