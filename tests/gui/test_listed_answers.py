"""A model judges the whole worklist in the background, and nothing is asked twice."""

import pytest
from PySide6.QtCore import Qt

from ecgviewer.inference import predict
from ecgviewer.review.store import ReviewStore
from ecgviewer.review.worklist import Agreement
from ecgviewer.review.worklist_order import Column
from ecgviewer.ui.list_work import ANSWERS, ListWork
from ecgviewer.ui.worklist_model import COLUMNS
from tests.gui.pages_below import write
from tests.gui.worklists import cells, fill, filled, names, panel

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    counted = predict.analyze

    def stopping(model, record, task):
        answer = counted(model, record, task)
        if record.name == "c":
            model_ward.window.listing_worker._newest[ANSWERS].task.cancel()
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
    assert found_in(model_desk)[names(model_desk).index("few")] == "to scan"


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
