"""The paper plays at its pace; a driven clock says when, so that no machine is too slow."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt

from ecgviewer.ui import player
from ecgviewer.ui.frame_clock import FrameClock
from ecgviewer.ui.paces import PACES, Pace
from ecgviewer.ui.page_turning import page_step_s
from tests.gui.driven_clock import DrivenClock

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def long_desk(monkeypatch, no_models, make_desk, demo_long):
    monkeypatch.setattr(player, "FrameClock", DrivenClock)
    desk = make_desk()
    desk.open(demo_long)
    return desk


@pytest.fixture
def clock(long_desk) -> DrivenClock:
    return long_desk.window.player.clock


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


def test_the_paper_keeps_time_however_few_frames_are_drawn(long_desk, clock):
    long_desk.window.player.choose_pace(Pace(10.0))
    long_desk.press(Key.Key_Space)
    assert long_desk.state.view.start_s == 0
    clock.pass_by(0.16, n_frames=10)
    assert long_desk.state.view.start_s == pytest.approx(1.6)
    # A busy window draws nothing for a while.
    clock.pass_by(0.3)
    assert long_desk.state.view.start_s == pytest.approx(4.6)
    clock.pass_by(0.04, n_frames=3)
    assert long_desk.state.view.start_s == pytest.approx(5.0)
    long_desk.press(Key.Key_Space)
    clock.pass_by(1.0, n_frames=5)
    assert long_desk.state.view.start_s == pytest.approx(5.0)


def test_frames_are_called_for_while_it_plays_and_not_otherwise(qtbot):
    clock, times = FrameClock(), []
    clock.frame.connect(lambda: times.append(clock.now_s))
    assert not clock.is_running
    clock.start()
    qtbot.waitUntil(lambda: len(times) >= 3)
    assert times == sorted(times)
    assert times[0] < times[-1]
    clock.stop()
    assert not clock.is_running


def test_without_a_test_the_paper_moves_by_itself(desk, demo_long):
    desk.open(demo_long)
    desk.press(Key.Key_Space)
    assert desk.window.player.clock.is_running
    desk.until(lambda: desk.state.view.start_s > 0)
    desk.press(Key.Key_Space)
    assert not desk.window.player.clock.is_running


def test_the_message_line_tells_the_pace_while_it_plays(long_desk):
    desk = long_desk
    desk.press(Key.Key_P, Key.Key_P, Key.Key_Space)
    assert "5 times real time" in desk.window.message_line.text
    desk.press(Key.Key_P)
    assert desk.state.playing
    assert "10 times real time" in desk.window.message_line.text
    desk.press(Key.Key_Space)
    assert desk.window.message_line.text == ""


def test_moving_by_hand_goes_on_from_the_new_place(long_desk, clock):
    desk = long_desk
    desk.press(Key.Key_Space)
    clock.pass_by(0.5)
    assert desk.state.view.start_s == pytest.approx(0.5)
    desk.window.go_to(100.0)
    # It sets out anew with the next frame.
    clock.pass_by(0.1)
    assert desk.state.view.start_s == 100.0
    clock.pass_by(0.25)
    assert desk.state.view.start_s == pytest.approx(100.25)
    assert desk.state.playing


def test_while_the_mouse_holds_the_paper_it_does_not_run_away(long_desk, clock):
    desk = long_desk
    paper, left = desk.window.paper, Qt.MouseButton.LeftButton
    desk.window.player.choose_pace(Pace(10.0))
    desk.press(Key.Key_Space)
    clock.pass_by(0.1)
    desk.bot.mousePress(paper, left, pos=QPoint(400, 300))
    clock.pass_by(5.0, n_frames=10)
    assert desk.state.view.start_s == pytest.approx(1.0)
    desk.bot.mouseRelease(paper, left, pos=QPoint(400, 300))
    clock.pass_by(0.2)
    assert desk.state.view.start_s == pytest.approx(3.0)


def test_page_by_page_turns_whole_pages_and_stops_at_the_end(long_desk, clock):
    desk = long_desk
    desk.window.player.choose_pace(Pace(page_every_s=2.0))
    page_s = desk.window.page_s
    desk.press(Key.Key_Space)
    clock.pass_by(1.9, n_frames=5)
    assert desk.state.view.start_s == 0
    clock.pass_by(0.2)
    assert desk.state.view.start_s == pytest.approx(page_s - 1)
    clock.pass_by(1.9, n_frames=5)
    assert desk.state.view.start_s == pytest.approx(page_s - 1)
    desk.window.go_to(desk.state.record.duration_s - page_s - 3)
    clock.pass_by(0.1)
    clock.pass_by(2.0)
    assert not desk.state.playing
    assert desk.window.paper.visible_span()[1] == desk.state.record.n_samples


@pytest.mark.parametrize("pace", [PACES[0], Pace(60.0), PACES[-1]])
def test_every_pace_stops_at_the_end(long_desk, clock, pace):
    desk = long_desk
    desk.window.player.choose_pace(pace)
    desk.press(Key.Key_Space)
    last_s = desk.state.record.duration_s - desk.window.page_s
    if pace.page_every_s is None:
        clock.pass_by(last_s / pace.factor - 0.01, n_frames=7)
    else:
        n_turns = math.ceil(last_s / page_step_s(desk.window.page_s))
        clock.pass_by((n_turns - 1) * pace.page_every_s + 0.01, n_frames=n_turns - 1)
    assert desk.state.playing
    clock.pass_by(pace.page_every_s or 0.02)
    assert not desk.state.playing
    assert not clock.is_running
    assert desk.window.paper.visible_span()[1] == desk.state.record.n_samples


def test_the_choice_beside_the_button_takes_a_pace(long_desk):
    desk = long_desk
    actions = desk.window.tools._pace.menu().actions()
    assert [action.text() for action in actions[:3]] == ["×1", "×2", "×5"]
    actions[2].trigger()
    assert desk.state.pace == Pace(5.0)
    assert desk.window.tools._pace.text() == "×5"
