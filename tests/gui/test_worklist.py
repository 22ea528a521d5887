"""The worklist: filled from files, sorted and filtered with keys and mouse, gone through."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from ecgviewer.inference import predict
from ecgviewer.review.store import ReviewStore
from ecgviewer.review.worklist import Agreement, Grade
from ecgviewer.review.worklist_order import TELLING, Column
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.ui.list_work import ANSWERS, ListWork
from ecgviewer.ui.worklist_model import COLUMNS
from tests.gui.pages_below import write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
AF, SNR, PVC = "164889003", "426783006", "427172004"


@pytest.fixture
def folder(tmp_path) -> Path:
    """Five records of which headers say AF, SNR, AF and PVC, and the last one nothing."""
    folder = tmp_path / "ward"
    (folder / "deep").mkdir(parents=True)
    said = {"a": AF, "b": SNR, "c": f"{AF},{PVC}", "deep/d": PVC, "deep/e": ""}
    for place, (name, codes) in enumerate(said.items()):
        # Records of the same samples would be the same record.
        header = write(folder, name, 10 + place / 5)
        if codes:
            header.write_text(header.read_text() + f"#Dx: {codes}\n")
    return folder


def fill(desk, folder: Path) -> None:
    """Open a folder and wait until its list is filled."""
    desk.window.opening.open_folder(folder)
    desk.until(lambda: desk.state.record is not None and desk.state.folder == folder)
    desk.press(Key.Key_Q, modifier=SHIFT)
    filled(desk)


def filled(desk) -> None:
    desk.until(lambda: desk.state.listed is not None and not desk.state.list_work.kind)
    desk.until_idle()


@pytest.fixture
def ward(desk, folder, unjudged):
    fill(desk, folder)
    return desk


def panel(desk):
    return desk.window.panels.worklist


def names(desk) -> list[str]:
    """The names of the rows as the table shows them."""
    model = panel(desk).model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cells(desk, column: Column) -> list[str]:
    model = panel(desk).model
    return [model.index(row, COLUMNS.index(column)).data() for row in range(model.rowCount())]


def click_row(desk, row: int) -> None:
    table = panel(desk).table
    at = table.visualRect(panel(desk).model.index(row, 0)).center()
    desk.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_header(desk, column: Column) -> None:
    header = panel(desk).table.horizontalHeader()
    place = COLUMNS.index(column)
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    desk.bot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def be_wide(desk) -> None:
    dock = desk.window.docks["worklist"]
    desk.window.resize(1800, 900)
    desk.window.resizeDocks([dock], [1000], Qt.Orientation.Horizontal)
    desk.until(lambda: len(panel(desk).table.columns_shown) == len(COLUMNS))


def open_name(desk) -> str:
    return desk.state.record.name


def step(desk, key, name: str, modifier=None) -> None:
    desk.press(key, modifier=modifier)
    desk.until(lambda: open_name(desk) == name)
    desk.until_idle()


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
    assert "broken.dat" in panel(desk).model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    (broken,) = (a for a in panel(desk).filters.fill_menu().actions() if "Cannot" in a.text())
    broken.trigger()
    assert names(desk) == ["broken"]


def test_blind_hides_what_the_model_and_the_reference_say(ward):
    be_wide(ward)
    click_header(ward, Column.REFERENCE)
    ward.window.state.replace(blind=True)
    assert not TELLING & {*panel(ward).table.columns_shown}
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


# With a model


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The names of records that a model is asked about, as it is asked."""
    names: list[str] = []
    analyze = predict.analyze

    def noted(model, record, task):
        names.append(record.name)
        return analyze(model, record, task)

    monkeypatch.setattr(predict, "analyze", noted)
    return names


@pytest.fixture
def model_ward(model_desk, asked, folder, unjudged):
    fill(model_desk, folder)
    return model_desk


def analyse(desk) -> None:
    desk.bot.mouseClick(panel(desk).analyse, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.state.list_work.kind == ANSWERS)
    filled(desk)


def found_in(desk) -> list[str]:
    return cells(desk, Column.MODEL)


def test_the_open_records_answer_is_kept(model_ward, preferences):
    model_ward.until(lambda: found_in(model_ward)[0] != "")
    model_ward.until_idle()
    model_ward.window.close()
    store = ReviewStore(preferences.review_path)
    (answer,) = store.answers()
    assert answer.scores == pytest.approx(dict(model_ward.state.analysis.scores))
    store.close()


def test_all_records_are_analysed_once_and_known_after_a_restart(
    model_ward, asked, folder, make_desk
):
    assert asked == ["a"]
    analyse(model_ward)
    assert sorted(asked) == ["a", "b", "c", "d", "e"]
    before = {column: cells(model_ward, column) for column in COLUMNS}
    assert all(found_in(model_ward))
    assert set(cells(model_ward, Column.AGREEMENT)[:4]) <= {"= same", "≠ in part", "≠ differs"}
    model_ward.window.close()
    again = make_desk()
    fill(again, folder)
    assert {column: cells(again, column) for column in COLUMNS} == before
    again.bot.mouseClick(panel(again).analyse, Qt.MouseButton.LeftButton)
    assert again.window.message_line.text == "Every record of the list is analysed."
    # The open one is asked about because it is open.
    assert sorted(asked) == ["a", "a", "b", "c", "d", "e"]


def test_stopped_it_keeps_what_is_known_and_goes_on_there(
    model_ward, asked, folder, monkeypatch, make_desk
):
    counted, parts = predict.analyze, model_ward.window.list_parts

    def stopping(model, record, task):
        answer = counted(model, record, task)
        if record.name == "c":
            parts.worker._newest[ANSWERS].task.cancel()
        return answer

    monkeypatch.setattr(predict, "analyze", stopping)
    model_ward.bot.mouseClick(panel(model_ward).analyse, Qt.MouseButton.LeftButton)
    filled(model_ward)
    assert sorted(asked) == ["a", "b", "c"]
    model_ward.window.close()
    again = make_desk()
    fill(again, folder)
    assert [bool(words) for words in found_in(again)] == [True, True, True, False, False]
    monkeypatch.setattr(predict, "analyze", counted)
    asked.clear()
    analyse(again)
    assert sorted(asked) == ["d", "e"]


def test_the_button_stops_the_work(model_ward):
    gates = model_ward.window.list_parts.analysing._gates
    gates.heavy.set_open(is_open=False)
    model_ward.bot.mouseClick(panel(model_ward).analyse, Qt.MouseButton.LeftButton)
    assert panel(model_ward).analyse.text() == "Stop"
    assert panel(model_ward).work.startswith("Analysing: 0 of 4")
    model_ward.bot.mouseClick(panel(model_ward).analyse, Qt.MouseButton.LeftButton)
    assert panel(model_ward).analyse.text() == "Analyse the list"
    assert not model_ward.window.list_parts.analysing.running
    gates.heavy.set_open(is_open=True)


def test_work_waits_while_the_reader_opens_a_record(model_ward):
    gates = model_ward.window.list_parts.analysing._gates
    model_ward.until(gates.heavy._open.is_set)
    model_ward.press(Key.Key_N)
    assert not gates.heavy._open.is_set()
    model_ward.until_idle()
    model_ward.until(gates.heavy._open.is_set)


def test_what_cannot_be_judged_is_told_and_passed_over(model_desk, folder, unjudged):
    write(folder, "brief", 0.4)
    fill(model_desk, folder)
    analyse(model_desk)
    row = names(model_desk).index("brief")
    tip = panel(model_desk).model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "brief is 0.4 s long" in tip
    assert model_desk.window.message_line.text == (
        "The list is analysed; 1 record cannot be judged (see Filter)."
    )


def test_records_of_few_leads_are_left_to_be_scanned(model_desk, folder, unjudged):
    write(folder, "few", 30, 250.0, ("MLII",))
    fill(model_desk, folder)
    analyse(model_desk)
    assert found_in(model_desk)[names(model_desk).index("few")] == "to be scanned"


def test_disagreements_are_one_click_away(model_ward):
    analyse(model_ward)
    model_ward.bot.mouseClick(panel(model_ward).filters.disagreements, Qt.MouseButton.LeftButton)
    agreement = model_ward.state.listed.worklist.agreement
    assert len(names(model_ward)) == int((agreement >= Agreement.PARTLY).sum())
    assert all(words.startswith("≠") for words in cells(model_ward, Column.AGREEMENT))


def test_time_left_is_told_in_words():
    assert ListWork(ANSWERS, 312, 8012, 41 * 60).words == "Analysing: 312 of 8,012, 41 min left"
    assert ListWork(ANSWERS, 1, 2, 3.0).words == "Analysing: 1 of 2, less than a minute left"
    assert ListWork(ANSWERS, 1, 2, 7_320.0).words == "Analysing: 1 of 2, 2 h 2 min left"
    assert ListWork().words == ""


# With real records


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
