"""What was said is kept, or the window says that it is not, tries again and loses nothing."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from ecgviewer.core.review import Stated
from ecgviewer.review import opening
from ecgviewer.review.lock import lock_path
from ecgviewer.review.store import Access, ReviewStore
from ecgviewer.ui import unkept_steps
from ecgviewer.ui.menus import fill_menu
from tests.review.made_reviews import RECORD, a_step, kept_in, steps_in

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def impatient(monkeypatch, unjudged):
    """Nobody waits five seconds for another program here."""
    monkeypatch.setattr(opening, "_PATIENCE_S", 0.05)


@pytest.fixture
def reviewed(desk, records):
    desk.open(records["a_minute"])
    return desk


@pytest.fixture
def own_path(preferences) -> Path:
    return preferences.own_review_path


class Held:
    """Another program that writes a file, for as long as it is not let go."""

    def __init__(self, path: Path) -> None:
        self._other = sqlite3.connect(path, isolation_level=None)
        self._other.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        self._other.execute("ROLLBACK")
        self._other.close()


def sign(desk):
    return desk.window.message_line.saved_sign


def line(desk):
    return desk.window.message_line


def choose(desk, monkeypatch, entry, path):
    """Choose an entry of the menu of reviews, and in the dialog a file."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))
    menu = desk.window._menu
    fill_menu(menu, desk.window)
    (review,) = [one.menu() for one in menu.actions() if one.text() == "Review"]
    (action,) = [one for one in review.actions() if one.text() == entry]
    action.trigger()
    desk.until_idle()


def classes(desk):
    return dict(desk.state.review.classes)


def test_the_line_says_when_the_last_word_was_saved(reviewed):
    assert not sign(reviewed).isVisible()
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    assert sign(reviewed).text == f"saved {reviewed.state.kept_at:%H:%M}"
    assert not sign(reviewed).button.isVisible()


def test_what_is_refused_is_told_counted_and_kept_on_trying_again(reviewed, own_path):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    reviewed.press(Key.Key_7, Key.Key_3)
    reviewed.until(lambda: sign(reviewed).text == "2 steps not saved")
    assert line(reviewed).is_error
    assert "reviews.ecgreview is being written by another program" in line(reviewed).text
    assert len(classes(reviewed)) == 3
    other.let_go()
    reviewed.bot.mouseClick(sign(reviewed).button, Qt.MouseButton.LeftButton)
    reviewed.until(lambda: sign(reviewed).text.startswith("saved"))
    reviewed.window.close()
    assert len(steps_in(own_path)) == 3
    assert list((own_path.parent / "unsaved").iterdir()) == []


def test_it_is_tried_again_by_itself(reviewed, own_path, monkeypatch):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    reviewed.window.reviewing.unkept._try_again.setInterval(50)
    reviewed.press(Key.Key_7)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    other.let_go()
    reviewed.until(lambda: sign(reviewed).text.startswith("saved"))
    assert unkept_steps._TRY_AGAIN_MS <= 10_000


def test_what_is_not_saved_at_closing_is_there_at_the_next_opening(
    reviewed, own_path, make_desk, records
):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    reviewed.press(Key.Key_7)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    reviewed.window.close()
    assert not reviewed.window.isVisible()
    other.let_go()
    assert len(steps_in(own_path)) == 1
    (aside,) = (own_path.parent / "unsaved").iterdir()
    held = aside.read_bytes()
    again = make_desk()
    again.open(records["a_minute"])
    assert classes(again) == {"AF": Stated.PRESENT, "PVC": Stated.PRESENT}
    assert "1 step that could not be saved earlier" in line(again).text
    assert not aside.exists()
    again.window.close()
    # A copy that comes back, as from a backup, adds nothing.
    aside.write_bytes(held)
    third = make_desk()
    third.open(records["a_minute"])
    assert not aside.exists()
    third.window.close()
    assert len(steps_in(own_path)) == 2


def answer(text):
    """Press a button of the question that is about to come up."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(f"{box.text()} {box.informativeText()}")
        (button,) = [one for one in box.findChildren(QPushButton) if one.text() == text]
        button.click()

    asked: list[str] = []
    QTimer.singleShot(300, press)
    return asked


def test_closing_asks_once_where_steps_can_be_put_nowhere(reviewed, own_path):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    shutil.rmtree(own_path.parent / "unsaved", ignore_errors=True)
    (own_path.parent / "unsaved").write_text("in the way")
    reviewed.press(Key.Key_7)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    asked = answer("Stay")
    reviewed.window.close()
    assert reviewed.window.isVisible()
    assert reviewed.window.reviewing.unkept._try_again.isActive()
    assert asked[0].startswith("1 step is not saved and would be lost. What is not saved cannot")
    asked = answer("Close all the same")
    reviewed.window.close()
    assert not reviewed.window.isVisible()
    assert len(asked) == 1
    other.let_go()


def test_a_note_that_is_being_written_is_kept_by_closing_or_asked_about(reviewed, own_path):
    reviewed.press(Key.Key_2, Key.Key_Q)
    reviewed.until_idle()
    other = Held(own_path)
    shutil.rmtree(own_path.parent / "unsaved", ignore_errors=True)
    (own_path.parent / "unsaved").write_text("in the way")
    reviewed.bot.keyClicks(reviewed.window.panels.review.note, "wide")
    asked = answer("Stay")
    reviewed.window.close()
    assert reviewed.window.isVisible()
    assert asked[0].startswith("1 step is not saved and would be lost.")
    other.let_go()
    reviewed.window.close()
    assert [change.value for change in steps_in(own_path)[-1].changes] == ["wide"]


def test_trouble_with_the_file_is_not_talked_over(reviewed):
    line(reviewed).say_error("The review file is damaged.", "")
    reviewed.window.judging.said.emit("The signal is poor.")
    assert line(reviewed).text == "The review file is damaged."
    line(reviewed).clear()
    reviewed.window.judging.said.emit("The signal is poor.")
    assert line(reviewed).text == "The signal is poor."


def test_a_damaged_file_is_told_and_reviewing_goes_on(make_desk, no_models, records, own_path):
    own_path.parent.mkdir(parents=True)
    kept_in(own_path, *(a_step() for _ in range(200)))
    content = bytearray(own_path.read_bytes())
    content[-8192:-4096] = b"\xa5" * 4096
    own_path.write_bytes(content)
    desk = make_desk()
    desk.open(records["a_minute"])
    assert line(desk).is_error
    assert "reviews.ecgreview was damaged" in line(desk).text
    assert "steps could be saved into a fresh file" in line(desk).text
    desk.press(Key.Key_2)
    desk.until_idle()
    assert sign(desk).text.startswith("saved")


def test_a_new_file_is_used_from_then_on_and_after_a_restart(
    reviewed, monkeypatch, tmp_path, own_path, preferences, make_desk, records
):
    reviewed.press(Key.Key_2)
    path = tmp_path / "study"
    choose(reviewed, monkeypatch, "New review file…", path)
    path = path.with_suffix(".ecgreview")
    assert line(reviewed).text == "Reviews are kept in study.ecgreview now."
    assert classes(reviewed) == {}
    reviewed.press(Key.Key_7)
    reviewed.until_idle()
    reviewed.press(Key.Key_Z, Key.Key_Z, modifier=CONTROL)
    assert classes(reviewed) == {}
    reviewed.until_idle()
    assert lock_path(path).exists()
    reviewed.window.close()
    assert not lock_path(path).exists()
    assert (len(steps_in(path)), len(steps_in(own_path))) == (2, 1)
    again = make_desk()
    again.open(records["a_minute"])
    assert again.state.review_path == preferences.review_path == path
    choose(again, monkeypatch, "Use my own review file", None)
    assert classes(again) == {"AF": Stated.PRESENT}


def test_steps_that_a_file_refuses_wait_for_it_when_another_is_chosen(
    reviewed, monkeypatch, tmp_path, own_path
):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    reviewed.press(Key.Key_7)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    choose(reviewed, monkeypatch, "New review file…", tmp_path / "study.ecgreview")
    assert classes(reviewed) == {}
    assert "1 step waits in your own folder until reviews.ecgreview" in line(reviewed).text
    other.let_go()
    choose(reviewed, monkeypatch, "Use my own review file", None)
    assert classes(reviewed) == {"AF": Stated.PRESENT, "PVC": Stated.PRESENT}


def test_what_one_file_refuses_never_gets_into_another(reviewed, tmp_path, own_path):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    other = Held(own_path)
    reviewed.press(Key.Key_7)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    path = tmp_path / "study.ecgreview"
    reviewed.window.review_files.make(path)
    reviewed.bot.mouseClick(sign(reviewed).button, Qt.MouseButton.LeftButton)
    reviewed.until_idle()
    assert reviewed.state.review_path == path
    assert reviewed.state.n_unkept == 0
    other.let_go()
    reviewed.window.close()
    assert steps_in(path) == ()


def test_a_file_that_is_there_is_never_written_over(reviewed, monkeypatch, tmp_path):
    path = tmp_path / "study.ecgreview"
    kept_in(path, a_step())
    before = path.read_bytes()
    choose(reviewed, monkeypatch, "New review file…", path)
    assert line(reviewed).is_error
    assert "is there already" in line(reviewed).text
    assert path.read_bytes() == before


def test_a_file_that_another_reader_has_is_told_and_can_be_read_only(
    reviewed, monkeypatch, tmp_path, own_path
):
    path = tmp_path / "study.ecgreview"
    theirs = ReviewStore(path, Access.EXCLUSIVE, reader="Bob Reader")
    theirs.keep_all([a_step()], [RECORD])
    choose(reviewed, monkeypatch, "Open review file…", path)
    assert line(reviewed).is_error
    assert "study.ecgreview is open by Bob Reader on " in line(reviewed).text
    assert reviewed.state.review_path == own_path
    theirs.close()
    choose(reviewed, monkeypatch, "Open review file, read only…", path)
    assert sign(reviewed).text == "read only"
    reviewed.press(Key.Key_2)
    assert classes(reviewed) == {}
    assert line(reviewed).text == "study.ecgreview is open to be read only."
    reviewed.press(Key.Key_Q)
    note = reviewed.window.panels.review.note
    reviewed.bot.keyClicks(note, "mine")
    assert note.toPlainText() == ""
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT COUNT(*) FROM steps").fetchone() == (1,)


def test_a_remembered_file_that_is_gone_is_told_and_the_own_one_used(
    make_desk, no_models, preferences, records, own_path, tmp_path
):
    preferences.review_path = tmp_path / "drive" / "study.ecgreview"
    desk = make_desk()
    desk.open(records["a_minute"])
    assert line(desk).is_error
    assert "study.ecgreview is not in " in line(desk).text
    assert "Your own review file is used for now." in line(desk).text
    desk.press(Key.Key_2)
    desk.until_idle()
    desk.window.close()
    assert len(steps_in(own_path)) == 1
    assert not preferences.review_path.exists()
    assert preferences.review_path.name == "study.ecgreview"


def test_another_file_is_merged_and_seen_at_once(reviewed, monkeypatch, tmp_path):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    mine = reviewed.state.review.steps[0]
    path = tmp_path / "theirs.ecgreview"
    theirs = ReviewStore(path)
    with reviewed.window.reviewing.file.store() as store:
        theirs.keep_records(store.records())
    theirs.keep(replace(a_step("PVC", reader="Bob"), record_id=mine.record_id))
    theirs.close()
    choose(reviewed, monkeypatch, "Merge another review file…", path)
    assert line(reviewed).text == "1 step was added to reviews.ecgreview."
    assert {step.reader for step in reviewed.state.all_steps} == {"Ann Reader", "Bob"}
    choose(reviewed, monkeypatch, "Merge another review file…", path)
    assert line(reviewed).text == "reviews.ecgreview has all of that already."


def test_a_record_under_another_name_keeps_its_review(reviewed, records, tmp_path):
    reviewed.press(Key.Key_2)
    reviewed.until_idle()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    header = records["a_minute"]
    shutil.copy(header.with_suffix(".dat"), folder / "a_minute.dat")
    moved = folder / "renamed.hea"
    moved.write_text(header.read_text().replace("a_minute ", "renamed ", 1))
    reviewed.open(moved)
    assert classes(reviewed) == {"AF": Stated.PRESENT}
    with reviewed.window.reviewing.file.store() as store:
        assert [known.path for known in store.records()] == [moved]


def test_who_reviews_can_be_changed_in_the_menu(reviewed, monkeypatch):
    choose(reviewed, monkeypatch, "Reviewing as Ann Reader…", None)
    field = reviewed.window.focusWidget()
    field.clear()
    reviewed.bot.keyClicks(field, "Bo")
    reviewed.bot.keyClick(field, Key.Key_Return)
    assert reviewed.state.reader == reviewed.window.reviewing.file.reader == "Bo"


def test_a_lock_that_is_lost_is_told(reviewed, monkeypatch, tmp_path):
    path = tmp_path / "study.ecgreview"
    choose(reviewed, monkeypatch, "New review file…", path)
    content = json.loads(lock_path(path).read_text())
    theirs = {"reader": "Bob Reader", "machine": "ward-3", "token": "x", "process": os.getpid()}
    lock_path(path).write_text(json.dumps(content | theirs))
    reviewed.press(Key.Key_2)
    reviewed.until(lambda: sign(reviewed).text == "1 step not saved")
    assert "study.ecgreview is open by Bob Reader on ward-3" in line(reviewed).text
    assert '"Bob Reader"' in lock_path(path).read_text()
