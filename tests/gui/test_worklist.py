"""The worklist: filled from files, sorted and filtered with keys and mouse, gone through."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ecgviewer.core.review import Change, Step, Topic
from ecgviewer.io.open import open_record
from ecgviewer.review.stand import Stand
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.review.worklist import Grade
from ecgviewer.review.worklist_order import TELLING, Column
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.ui.look import font
from ecgviewer.ui.worklist_model import COLUMNS
from ecgviewer.ui.worklist_words import state_words
from tests.gui.worklists import (
    be_wide,
    cells,
    click_header,
    click_row,
    fill,
    filled,
    names,
    open_name,
    panel,
    step,
)

Key = Qt.Key
Role = Qt.ItemDataRole
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ward(desk, folder, unjudged):
    fill(desk, folder)
    return desk


def test_rows_tell_what_headers_say(ward):
    assert names(ward) == ["a", "b", "c", "deep/d", "deep/e"]
    assert cells(ward, Column.REFERENCE) == ["AF", "SNR", "AF, PVC", "PVC", ""]
    assert cells(ward, Column.STATE) == ["○ New"] * 5
    assert panel(ward).caption == "5 of 5, 0 reviewed"


def test_narrow_it_shows_three_columns_and_wide_all_of_them(ward):
    assert panel(ward).table.columns_shown == (Column.RECORD, Column.MODEL, Column.STATE)
    be_wide(ward)


def test_a_click_or_enter_opens_a_record_and_marks_it(ward):
    click_row(ward, 2)
    ward.until(lambda: open_name(ward) == "c")
    assert panel(ward).model.open_row == 2
    table = panel(ward).table
    ward.bot.keyClick(table, Key.Key_Down)
    ward.bot.keyClick(table, Key.Key_Return)
    ward.until(lambda: open_name(ward) == "d")
    ward.until_idle()


def test_a_click_on_a_header_sorts_and_another_one_turns_it_round(ward):
    be_wide(ward)
    click_header(ward, Column.REFERENCE)
    assert names(ward) == ["a", "c", "deep/d", "b", "deep/e"]
    click_header(ward, Column.REFERENCE)
    assert names(ward) == ["b", "deep/d", "c", "a", "deep/e"]


def test_typing_filters_by_name_and_by_class(ward):
    field = panel(ward).search
    ward.bot.keyClicks(field, "deep")
    assert names(ward) == ["deep/d", "deep/e"]
    assert panel(ward).caption == "2 of 5, 0 reviewed"
    field.clear()
    ward.bot.keyClicks(field, "ventricular")
    assert names(ward) == ["c", "deep/d"]
    ward.bot.keyClick(field, Key.Key_Return)
    ward.until(lambda: open_name(ward) == "c")
    ward.bot.keyClick(field, Key.Key_Escape)
    assert len(names(ward)) == 5
    ward.until_idle()


def test_the_menu_filters_by_a_class_and_shows_all_again(ward):
    menu = panel(ward).filters.fill_menu()
    (classes,) = (a.menu() for a in menu.actions() if a.text() == "Class")
    (choice,) = (a for a in classes.actions() if a.text().startswith("Atrial fibrillation"))
    choice.trigger()
    assert names(ward) == ["a", "c"]
    assert panel(ward).caption == "2 of 5, 0 reviewed · AF"
    (show_all,) = (a for a in panel(ward).filters.fill_menu().actions() if a.text() == "Show all")
    show_all.trigger()
    assert len(names(ward)) == 5


def test_n_goes_over_what_is_shown_and_v_reviews_and_goes_on(ward):
    ward.bot.keyClicks(panel(ward).search, "atrial")
    assert names(ward) == ["a", "c"]
    step(ward, Key.Key_V, "c")
    assert cells(ward, Column.STATE) == ["✓ Reviewed", "○ New"]
    ward.press(Key.Key_V)
    ward.until(lambda: ward.state.listed.n_reviewed == 2)
    assert ward.window.message_line.text == "All 2 shown are reviewed."
    panel(ward).search.clear()
    step(ward, Key.Key_N, "d")
    step(ward, Key.Key_N, "b", modifier=SHIFT)
    ward.press(Key.Key_N, modifier=SHIFT)
    assert (
        ward.window.message_line.text
        == ("No unreviewed record precedes this one; 3 after it are left.")
        or open_name(ward) == "b"
    )


def test_a_reviewed_record_leaves_the_queue_and_the_next_one_is_open(ward):
    ward.bot.mouseClick(panel(ward).filters.unreviewed, Qt.MouseButton.LeftButton)
    step(ward, Key.Key_V, "b")
    assert names(ward) == ["b", "c", "deep/d", "deep/e"]
    assert panel(ward).caption == "4 of 5, 1 reviewed · unreviewed"


def test_sorted_by_state_rows_stay_where_they_are_while_one_reviews(ward):
    click_header(ward, Column.STATE)
    step(ward, Key.Key_V, "b")
    step(ward, Key.Key_V, "c")
    assert names(ward) == ["a", "b", "c", "deep/d", "deep/e"]


def test_what_the_reader_states_stands_in_the_list_and_a_flag_too(ward):
    ward.press(Key.Key_2, Key.Key_D)
    ward.press(Key.Key_F, modifier=SHIFT)
    assert cells(ward, Column.STATED)[0] == "not AF"
    assert cells(ward, Column.STATE)[0] == "◐ Begun ⚑"
    ward.until_idle()


def test_without_a_list_n_goes_through_the_files(desk, folder):
    desk.window.opening.open_folder(folder)
    desk.until(lambda: desk.state.record is not None)
    step(desk, Key.Key_N, "b")
    assert desk.state.listed is None


def test_a_file_that_cannot_be_read_is_listed_with_its_sentence(desk, folder, unjudged):
    (folder / "broken.hea").write_text("broken 1 500 5000\nbroken.dat 16 200 16 0 0 0 0 I\n")
    fill(desk, folder)
    row = names(desk).index("broken")
    assert cells(desk, Column.QUALITY)[row] == "✗ failed"
    # For that column a narrow list has no room.
    assert cells(desk, Column.MODEL)[row] == "✗ failed"
    assert "broken.dat" in panel(desk).model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    (broken,) = (a for a in panel(desk).filters.fill_menu().actions() if "Cannot" in a.text())
    broken.trigger()
    assert names(desk) == ["broken"]


def test_blind_hides_what_the_model_and_the_reference_say(ward):
    be_wide(ward)
    click_header(ward, Column.REFERENCE)
    ward.window.state.replace(blind=True)
    assert not TELLING & {*panel(ward).table.columns_shown}
    model, hidden = panel(ward).model, [COLUMNS.index(column) for column in TELLING]
    for role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
        assert not any(model.index(row, place).data(role) for row in range(5) for place in hidden)
    assert names(ward) == ["a", "b", "c", "deep/d", "deep/e"]
    assert not panel(ward).filters.disagreements.isEnabled()
    ward.bot.keyClicks(panel(ward).search, "fibrillation")
    assert names(ward) == []
    ward.window.state.replace(blind=False)
    assert names(ward) == ["a", "c"]
    assert {*COLUMNS} == {*panel(ward).table.columns_shown}


def test_a_table_of_the_readers_own_is_the_reference_and_is_remembered(
    ward, folder, tmp_path, make_desk, preferences
):
    table = tmp_path / "mine.csv"
    table.write_text("record,label\na,PVC\ndeep/e,AF;STD\nelsewhere,AF\n")
    ward.window.list_parts.listing.choose_labels(table)
    ward.until(lambda: cells(ward, Column.REFERENCE)[0] == "PVC")
    assert cells(ward, Column.REFERENCE) == ["PVC", "SNR", "AF, PVC", "PVC", "AF, STD"]
    assert "reference of 2 records; 1 of its" in ward.window.message_line.text
    ward.until_idle()
    ward.window.close()
    again = make_desk()
    fill(again, folder)
    assert cells(again, Column.REFERENCE)[0] == "PVC"
    table.unlink()
    again.window.list_parts.listing.refresh()
    again.until(lambda: cells(again, Column.REFERENCE)[0] == "AF")
    filled(again)
    assert again.window.message_line.text.startswith("mine.csv cannot be opened")
    again.window.list_parts.listing.choose_labels(None)
    filled(again)
    store = ReviewStore(preferences.review_path)
    assert store.listing.label_file(folder) is None
    store.close()


def test_a_table_that_names_no_record_is_refused(ward, tmp_path):
    table = tmp_path / "others.csv"
    table.write_text("record,label\nx,AF\n")
    ward.window.list_parts.listing.choose_labels(table)
    ward.until(lambda: ward.window.message_line.is_error)
    assert "others.csv names no record of ward" in ward.window.message_line.text


def some_of(data_folder: Path, name: str, target: Path) -> tuple[Path, list[Case]]:
    """Copy twelve labelled records of a data set, and its tables."""
    source = data_folder / name
    if not source.is_dir():
        pytest.skip(f"no recordings at {source}")
    cases = load_cases(source)[:12]
    target.mkdir()
    for table in source.glob("*.csv"):
        shutil.copy(table, target)
    for case in cases:
        place = target / case.path.parent.relative_to(source)
        place.mkdir(parents=True, exist_ok=True)
        for file in case.path.parent.glob(f"{case.path.stem}[._]*"):
            shutil.copy(file, place)
    return target, cases


@pytest.mark.parametrize("name", ["ptb-xl", "cpsc2018-challenge"])
def test_real_records_are_filled_gone_through_and_found_again(
    desk, data_folder, tmp_path, name, make_desk
):
    folder, cases = some_of(data_folder, name, tmp_path / name)
    fill(desk, folder)
    expected = [
        ", ".join(x for x, cell in zip(LABELS, case.cells, strict=True) if cell == 1)
        for case in cases
    ]
    assert [Path(one).name for one in names(desk)] == [case.name for case in cases]
    for words, labels in zip(cells(desk, Column.REFERENCE), expected, strict=True):
        assert words == labels or not labels
    assert (desk.state.listed.worklist.grade != Grade.UNKNOWN).all()
    for place in range(3):
        desk.press(Key.Key_2)
        step(desk, Key.Key_V, cases[place + 1].name)
    desk.window.close()
    again = make_desk()
    fill(again, folder)
    assert cells(again, Column.STATE)[:4] == [*["✓ Reviewed"] * 3, "○ New"]
    assert cells(again, Column.STATED)[:4] == ["AF", "AF", "AF", ""]
    assert (again.state.listed.worklist.grade != Grade.UNKNOWN).all()
    assert cells(again, Column.QUALITY) == cells(desk, Column.QUALITY)
    step(again, Key.Key_N, cases[3].name)


def test_what_another_file_brings_is_seen_in_the_list(ward, folder, tmp_path):
    record = open_record(folder / "b.hea")
    done = Change(Topic.DONE, "", value=True)
    path = tmp_path / "mine.ecgreview"
    other = ReviewStore(path)
    said = Step(record.record_id, ward.state.reader, datetime.now(UTC), (done,))
    other.keep_all([said], [KnownRecord.of(record)])
    other.close()
    assert cells(ward, Column.STATE)[1] == "○ New"
    ward.window.review_files.merge(path)
    ward.until(lambda: cells(ward, Column.STATE)[1] == "✓ Reviewed")


def test_a_narrow_list_shows_how_far_a_review_has_come_in_whole_words(desk, folder, unjudged):
    fill(desk, folder)
    table = panel(desk).table
    assert table.columns_shown == (Column.RECORD, Column.MODEL, Column.STATE)
    reviewed = state_words(Stand(done=True, flagged=True))
    room = table.columnWidth(COLUMNS.index(Column.STATE)) - 2 * 8
    assert QFontMetrics(font()).horizontalAdvance(reviewed) <= room
