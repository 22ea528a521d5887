"""The worklist follows what happens to the review file and to the files of records."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ecgviewer.review.store import ReviewStore
from ecgviewer.review.worklist_order import Column
from tests.gui.worklists import cells, fill, filled, names, open_name, panel, step

Key = Qt.Key


@pytest.fixture
def ward(desk, folder, unjudged):
    fill(desk, folder)
    return desk


def test_a_file_that_is_merged_shows_in_the_rows_at_once(ward, tmp_path):
    ward.press(Key.Key_2)
    ward.until_idle()
    (own,) = ward.state.review.steps
    other = next(key for key in ward.state.listed.worklist.record_ids if key != own.record_id)
    with ward.window.reviewing.file.store() as store:
        (known,) = (x for x in store.records() if x.record_id == own.record_id)
    theirs = ReviewStore(tmp_path / "theirs.ecgreview")
    theirs.keep_record(replace(known, record_id=other))
    theirs.keep(replace(own, record_id=other, step_id="elsewhere"))
    theirs.close()
    assert cells(ward, Column.STATE).count("○ New") == 4
    ward.window.review_files.merge(tmp_path / "theirs.ecgreview")
    ward.until(lambda: cells(ward, Column.STATE).count("○ New") == 3)
    filled(ward)
    assert cells(ward, Column.STATED)[:2] == ["AF", "AF"]


def test_a_record_that_lies_there_twice_is_reviewed_once(desk, folder, unjudged):
    shutil.copy(folder / "a.dat", folder / "b_again.dat")
    again = (
        (folder / "a.hea").read_text().replace("a ", "b_again ", 1).replace("a.dat", "b_again.dat")
    )
    (folder / "b_again.hea").write_text(again)
    fill(desk, folder)
    assert names(desk)[:3] == ["a", "b", "b_again"]
    desk.press(Key.Key_V)
    desk.until(lambda: open_name(desk) == "b")
    desk.until_idle()
    assert cells(desk, Column.STATE)[:3] == ["✓ Reviewed", "○ New", "✓ Reviewed"]
    step(desk, Key.Key_N, "c")
    assert panel(desk).caption == "6 of 6, 2 reviewed"


def test_v_passes_what_was_reviewed_before_though_nobody_opened_the_worklist(
    desk, make_desk, folder, unjudged
):
    fill(desk, folder)
    step(desk, Key.Key_N, "b")
    step(desk, Key.Key_V, "c")
    desk.window.docks["worklist"].hide()
    desk.window.close()
    again = make_desk()
    again.open(folder / "a.hea")
    again.until(lambda: len(again.state.files) == 3)
    assert again.state.listed is None
    step(again, Key.Key_V, "b")
    filled(again)
    step(again, Key.Key_N, "c")
    again.press(Key.Key_V)
    assert again.window.message_line.text == "All 3 shown are reviewed."


def test_n_goes_on_behind_a_record_that_cannot_be_read(desk, folder, unjudged):
    (folder / "b.hea").write_text("no header at all\n")
    fill(desk, folder)
    desk.press(Key.Key_N)
    desk.until(lambda: desk.window.message_line.is_error)
    step(desk, Key.Key_N, "c")
    desk.press(Key.Key_N, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: desk.window.message_line.is_error)
    step(desk, Key.Key_N, "a", modifier=Qt.KeyboardModifier.ShiftModifier)
