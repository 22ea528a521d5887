"""Ctrl+E hands reviews on: what is written is what was chosen, and nothing else is touched."""

import csv
import hashlib
import json
import shutil

import pytest
from PySide6.QtCore import Qt

from ecgviewer.ui.export_dialog import ExportDialog
from tests.gui.worklists import fill
from tests.gui.worklists import panel as worklist

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def said(desk, records):
    """A desk at which two records were reviewed, the second one is open."""
    desk.open(records["a_minute"])
    desk.press(Key.Key_2, Key.Key_7)
    desk.until_idle()
    desk.open(records["c_short"])
    desk.press(Key.Key_1)
    desk.until_idle()
    return desk


def dialog_of(desk) -> ExportDialog:
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    desk.press(Key.Key_E, modifier=CONTROL)
    return desk.window.findChildren(ExportDialog)[-1]


def export(desk, dialog: ExportDialog) -> str:
    desk.bot.mouseClick(dialog.write, LEFT)
    desk.until(dialog.write.isEnabled)
    return dialog.told.text()


def click(desk, box) -> None:
    # A click at the words' far end would miss them.
    desk.bot.mouseClick(box, LEFT, pos=box.rect().center().__class__(10, box.height() // 2))


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_reviews_go_into_tables_without_names(said, tmp_path):
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path / "out"))
    assert export(said, dialog) == "2 records, 3 statements → 4 files in out ✓"
    assert said.window.message_line.text == "2 records, 3 statements → 4 files in out ✓"
    written = rows(tmp_path / "out" / "reviews.csv")
    assert [row["class"] for row in written] == ["AF", "PVC", "SNR"]
    assert {row["reader"] for row in written} == {"Reader 1"}
    assert not [row for row in written if row["path"] or "minute" in row["name"]]


def test_one_record_is_written_as_the_form_that_was_chosen(said, tmp_path):
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path / "out"))
    click(said, dialog.forms["json"])
    click(said, dialog.this_record)
    assert export(said, dialog) == "1 record, 1 statement → reviews.json ✓"
    written = json.loads((tmp_path / "out" / "reviews.json").read_text(encoding="utf-8"))
    assert [record["record_id"] for record in written["records"]] == [said.state.record.record_id]


def test_the_list_is_taken_as_it_is_searched(said, tmp_path):
    said.until(lambda: bool(said.state.files))
    said.window.files.search.setText("a_min")
    dialog = dialog_of(said)
    assert dialog.listed.text().endswith("(1)")
    dialog.folder.setText(str(tmp_path / "out"))
    click(said, dialog.listed)
    assert export(said, dialog).startswith("1 record, 2 statements")


def test_the_worklist_is_taken_as_it_is_filtered(said, records, tmp_path):
    """Also where the record lies under another name than it was reviewed under."""
    folder = tmp_path / "moved"
    folder.mkdir()
    for name in ("a_minute", "c_short"):
        shutil.copy(records[name].with_suffix(".dat"), folder)
        moved = folder / f"x_{name}.hea"
        moved.write_text(records[name].read_text().replace(f"{name} ", f"x_{name} ", 1))
    fill(said, folder)
    worklist(said).search.setText("x_a_min")
    dialog = dialog_of(said)
    assert dialog.listed.text() == "Those in the worklist, as it is filtered (1)"
    dialog.folder.setText(str(tmp_path / "out"))
    click(said, dialog.listed)
    assert export(said, dialog).startswith("1 record, 2 statements")
    worklist(said).search.setText("")
    said.until(lambda: dialog.listed.text().endswith("(2)"))


def test_names_are_told_once_and_not_the_next_time(said, tmp_path):
    dialog = dialog_of(said)
    assert not dialog.identifiers.isChecked()
    dialog.folder.setText(str(tmp_path / "named"))
    click(said, dialog.identifiers)
    export(said, dialog)
    assert {row["reader"] for row in rows(tmp_path / "named" / "reviews.csv")} == {"Ann Reader"}
    assert not dialog.identifiers.isChecked()
    click(said, dialog.identifiers)
    dialog.close()
    assert not dialog_of(said).identifiers.isChecked()


def test_files_that_are_there_are_replaced_only_after_asking(said, tmp_path):
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path / "out"))
    export(said, dialog)
    mine = tmp_path / "out" / "reviews.csv"
    mine.write_text("mine")
    assert export(said, dialog) == "reviews.csv and 3 more are there already. Replace them?"
    assert mine.read_text() == "mine"
    assert dialog.write.text() == "Replace"
    assert "3 statements" in export(said, dialog)
    assert mine.read_text() != "mine"


def test_changing_one_s_mind_takes_the_question_back(said, tmp_path):
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path / "out"))
    export(said, dialog)
    export(said, dialog)
    assert dialog.write.text() == "Replace"
    dialog.folder.setText(str(tmp_path / "other"))
    assert dialog.write.text() == "Export"
    assert "3 statements" in export(said, dialog)


def test_recordings_are_not_touched(said, tmp_path):
    def content() -> dict[str, str]:
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in tmp_path.iterdir()
            if path.suffix in (".hea", ".dat", ".atr")
        }

    before = content()
    assert len(before) >= 6
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path))
    for form in dialog.forms.values():
        click(said, form)
        assert "statement" in export(said, dialog)
    assert content() == before


def test_a_place_that_cannot_be_written_is_named_and_reviewing_goes_on(said, tmp_path):
    (tmp_path / "file").write_text("in the way")
    dialog = dialog_of(said)
    dialog.folder.setText(str(tmp_path / "file" / "out"))
    assert "cannot be written" in export(said, dialog)
    said.window.activateWindow()
    said.until(said.window.isActiveWindow)
    said.press(Key.Key_2)
    assert set(said.state.review.classes) == {"SNR", "AF"}
    dialog.folder.setText(str(tmp_path / "out"))
    assert "4 statements" in export(said, dialog)


def test_nothing_reviewed_is_said_and_nothing_written(desk, records, tmp_path):
    desk.open(records["c_short"])
    dialog = dialog_of(desk)
    dialog.folder.setText(str(tmp_path / "out"))
    assert "holds no review that was asked for" in export(desk, dialog)
    assert not (tmp_path / "out").exists()


def test_the_dialog_is_there_once_and_closes_with_the_window(said):
    dialog = dialog_of(said)
    assert dialog_of(said) is dialog
    said.window.close()
    assert not dialog.isVisible()
