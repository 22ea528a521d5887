import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt

from ecgviewer.paper.view import Layout
from ecgviewer.ui.screens import on_a_screen
from ecgviewer.ui.session_note import SessionNote

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def read_on(desk, demo_long) -> None:
    """Read at some place, as long as the note takes to follow."""
    desk.open(demo_long)
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE)
    desk.window.go_to(75.0)
    note = desk.window.session._timer
    desk.until(lambda: not note.isActive())


def test_after_a_crash_the_empty_sheet_offers_to_go_on(make_desk, no_models, demo_long):
    crashed = make_desk()
    read_on(crashed, demo_long)
    # The first window is never closed, as after a crash.
    desk = make_desk()
    button = desk.window.empty._return
    assert button.isVisible()
    assert button.text() == "Reopen demo_long at 1:15"
    assert not desk.window.opening._io.busy_kinds
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.state.record is not None)
    desk.until_idle()
    assert desk.state.record.path == demo_long
    assert desk.state.view.start_s == 75.0
    assert desk.state.view.layout is Layout.TWELVE_BY_ONE


def test_after_a_quit_nothing_is_offered_but_the_key_brings_it_back(
    make_desk, no_models, demo_long
):
    first = make_desk()
    read_on(first, demo_long)
    first.window.close()
    desk = make_desk()
    assert not desk.window.empty._return.isVisible()
    desk.bot.keyClick(desk.window, Key.Key_T, CTRL_SHIFT)
    desk.until(lambda: desk.state.record is not None)
    desk.until_idle()
    assert desk.state.view.start_s == 75.0


def test_an_empty_window_that_is_closed_ends_the_offer(make_desk, no_models, demo_long):
    read_on(make_desk(), demo_long)
    second = make_desk()
    assert second.window.empty._return.isVisible()
    second.window.close()
    assert not make_desk().window.empty._return.isVisible()


def test_a_record_that_is_gone_is_not_offered(make_desk, no_models, preferences, tmp_path):
    preferences.keep_session(tmp_path / "gone.hea", 5.0, Layout.RHYTHM, closed=False)
    assert not make_desk().window.empty._return.isVisible()


def test_without_any_record_before_the_key_says_so(desk):
    desk.bot.keyClick(desk.window, Key.Key_T, CTRL_SHIFT)
    assert desk.window.message_line.text == "No record was opened before."


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"path": 1}', "nonsense"])
def test_a_broken_note_is_no_note(preferences, kept):
    preferences._settings.setValue("session", kept)
    assert preferences.session is None


def test_the_note_follows_only_once_the_reader_rests(desk, demo_long, preferences):
    desk.open(demo_long)
    assert preferences.session.start_s == 0
    for start_s in (10.0, 20.0, 30.0):
        desk.window.go_to(start_s)
        assert preferences.session.start_s == 0
    note: SessionNote = desk.window.session
    desk.until(lambda: not note._timer.isActive())
    assert preferences.session.start_s == 30
    assert not preferences.session.closed


SCREENS = (QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1024))


@pytest.mark.parametrize(
    "frame",
    [QRect(100, 50, 1600, 900), QRect(2000, 10, 1000, 800), QRect(1800, 100, 1600, 900)],
    ids=["first screen", "second screen", "across both"],
)
def test_a_window_on_a_screen_stays_where_it_is(frame):
    assert on_a_screen(frame, SCREENS) == frame


@pytest.mark.parametrize(
    "frame",
    [QRect(4000, 50, 1600, 900), QRect(100, -500, 1600, 900), QRect(-1595, 50, 1600, 900)],
    ids=["screen is gone", "title above the screen", "a few pixels left"],
)
def test_a_window_that_cannot_be_grasped_comes_back(frame):
    back = on_a_screen(frame, SCREENS)
    assert back.size() == frame.size()
    assert SCREENS[0].contains(back)


def test_a_window_larger_than_the_screen_that_is_left_is_made_to_fit():
    back = on_a_screen(QRect(4000, 0, 3800, 2000), SCREENS[:1])
    assert back == SCREENS[0]


def test_a_window_kept_on_a_screen_that_is_gone_opens_on_one_that_is_there(make_desk, no_models):
    first = make_desk()
    first.window.move(20_000, 20_000)
    first.window.close()
    desk = make_desk()
    screen = desk.window.screen().availableGeometry()
    assert screen.intersects(desk.window.frameGeometry())


_KILLED = """
import os, sys
from PySide6.QtCore import QSettings, QTimer
from ecgviewer.core.paths import demo_folder
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences

application = make_application()
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = MainWindow(Preferences(settings))
window.resize(1280, 800)
window.show()

def read_on():
    window.go_to(75.0)
    window.bookmarking.set_at(5000)
    wait.start()

def die_when_noted():
    kept = window.bookmarking._unwritten
    if not window.session._timer.isActive() and not kept:
        # One more turn of the loop, as Qt writes settings in it.
        QTimer.singleShot(200, lambda: os._exit(9))
        wait.stop()

wait = QTimer()
wait.setInterval(50)
wait.timeout.connect(die_when_noted)
window.opening.opened.connect(lambda _: QTimer.singleShot(100, read_on))
window.opening.open_path(demo_folder() / "demo_long.hea")
application.exec()
"""


def test_a_killed_program_left_its_place_and_its_bookmarks(make_desk, no_models, preferences):
    root = Path(__file__).resolve().parents[2]
    file = preferences._settings.fileName()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, file], cwd=root, env=environment, timeout=120, check=False
    )
    assert killed.returncode == 9
    preferences._settings.sync()
    desk = make_desk()
    assert desk.window.empty._return.text() == "Reopen demo_long at 1:15"
    desk.bot.mouseClick(desk.window.empty._return, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.state.record is not None)
    desk.until_idle()
    assert [mark.sample for mark in desk.state.bookmarks] == [5000]
