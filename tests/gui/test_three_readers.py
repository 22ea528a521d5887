"""Ann and Bob review six records blind and differ on two; Cam settles those; all is counted."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget

from ecgviewer.cli.main import main
from ecgviewer.core.review import Role, Stated
from ecgviewer.review.store import ReviewStore
from ecgviewer.ui.agreement_window import AgreementWindow
from ecgviewer.ui.typed import ask_reader
from tests.gui.pages_below import write
from tests.review import three_readers

Key = Qt.Key
NAMES = ("r1", "r2", "r3", "r4", "r5", "r6")
SEEN_AF = {"Ann": ("r1", "r2", "r3"), "Bob": ("r1", "r2", "r4")}


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "records"
    path.mkdir()
    for place, name in enumerate(NAMES):
        # Each of its own length, so that they are different records.
        write(path, name, 10 + place)
    return path


@pytest.fixture
def study(make_desk, a_model, preferences, unjudged, folder):
    """A window with a model, blind, with six records listed."""
    preferences.blind = True
    desk = make_desk()
    desk.open(folder / "r1.hea")
    desk.until(lambda: len(desk.state.files) == len(NAMES))
    return desk


def sit_down(desk, name) -> None:
    """Type another reader's name."""
    ask_reader(desk.window)
    field = desk.window.focusWidget()
    field.clear()
    desk.bot.keyClicks(field, name)
    desk.bot.keyClick(field, Key.Key_Return)
    assert desk.state.reader == name
    desk.until_idle()


def press_until_open(desk, key, name) -> None:
    desk.press(key)
    desk.until(lambda: desk.state.record.name == name)
    desk.until_idle()


def review_all(desk, name, folder) -> None:
    sit_down(desk, name)
    desk.open(folder / "r1.hea")
    for record, following in zip(NAMES, (*NAMES[1:], None), strict=True):
        assert desk.state.record.name == record
        assert desk.state.model_hidden
        assert not desk.state.review.classes
        if record in SEEN_AF[name]:
            desk.press(Key.Key_2)
            desk.press(Key.Key_R)
        else:
            desk.press(Key.Key_R, Key.Key_R)
        desk.until_idle()
        assert desk.state.analysis is not None
        if following is None:
            desk.press(Key.Key_V)
        else:
            press_until_open(desk, Key.Key_V, following)
    desk.until_idle()


def rows(table: QTableWidget) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_three_readers_and_their_numbers(study, folder, preferences, capsys):
    desk = study
    panel = desk.window.panels.readers
    review_all(desk, "Ann", folder)
    review_all(desk, "Bob", folder)
    # A plain reader never sees what others say.
    assert not desk.window.docks["readers"].seen
    assert panel.table.rowCount() == 0

    sit_down(desk, "Cam")
    desk.window.actions_by_name["adjudicate"].trigger()
    assert desk.state.role is Role.ADJUDICATOR
    assert desk.window.docks["readers"].seen
    desk.open(folder / "r1.hea")
    assert panel.caption.startswith("Nothing is disputed here.")
    press_until_open(desk, Key.Key_N, "r3")
    assert desk.window.message_line.text == "2 records are disputed."
    (row,) = rows(panel.table)
    assert row[0] == "AF"
    assert sorted(row[2:]) == ["– absent", "✓ present"]
    assert row[1] == "≠ disputed"
    heads = [panel.table.horizontalHeaderItem(column).text() for column in range(4)]
    assert heads == ["Class", "Truth", "Reader A", "Reader B"]
    desk.press(Key.Key_2)
    assert rows(panel.table)[0][1] == "✓ present"
    press_until_open(desk, Key.Key_V, "r4")
    desk.bot.mouseClick(
        panel.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.table.visualItemRect(panel.table.item(0, 0)).center(),
    )
    desk.press(Key.Key_D)
    assert dict(desk.state.review.classes) == {"AF": Stated.ABSENT}
    desk.press(Key.Key_V)
    desk.until_idle()
    assert "No record is disputed" in desk.window.message_line.text

    # Cam adjudicates; as a reader Cam has said nothing.
    desk.window.actions_by_name["adjudicate"].trigger()
    desk.until_idle()
    assert not desk.window.docks["readers"].seen
    assert not desk.state.review.classes

    desk.window.actions_by_name["agreement"].trigger()
    (dialog,) = desk.window.findChildren(AgreementWindow)
    desk.until(lambda: "Kappa" in dialog.text.toPlainText())
    assert dialog.text.horizontalScrollBar().maximum() == 0
    told = dialog.text.toPlainText()
    assert "Ann, Bob finished 6 records." in told
    assert "Cam adjudicated 2 records." in told
    assert "Settled: 6 records; still disputed: 0 records." in told
    dialog.buttons["csv"].click()
    lines = QGuiApplication.clipboard().text().splitlines()
    (kappa,) = [line for line in lines if line.startswith("readers,Ann | Bob,AF,kappa,")]
    assert float(kappa.split(",")[4]) == pytest.approx(1 / 3, abs=1e-5)
    dialog.buttons["text"].click()
    assert "67 % (" in QGuiApplication.clipboard().text()
    dialog.close()
    desk.window.close()

    capsys.readouterr()
    assert main(["agreement", str(preferences.review_path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    (af,) = [row for row in report["before"]["by_class"] if row["label"] == "AF"]
    assert af["agreed"]["value"] == pytest.approx(4 / 6)
    assert af["kappa"]["value"] == pytest.approx(1 / 3)
    assert (report["n_adjudicated"], report["n_disputed"]) == (2, 0)


def test_names_of_readers_are_hidden_until_they_are_asked_for(study, folder):
    desk = study
    path = folder / "r1.hea"
    for name in ("Ann", "Bob"):
        sit_down(desk, name)
        desk.open(path)
        desk.press(Key.Key_2, *[Key.Key_D] * (name == "Bob"), Key.Key_V)
        desk.until_idle()
        desk.open(path)
    sit_down(desk, "Cam")
    desk.window.actions_by_name["adjudicate"].trigger()
    panel = desk.window.panels.readers
    columns = range(2, 4)
    assert {panel.table.horizontalHeaderItem(c).text() for c in columns} == {"Reader A", "Reader B"}
    panel.names.click()
    heads = {panel.table.horizontalHeaderItem(c).text(): c for c in columns}
    assert set(heads) == {"Ann", "Bob"}
    assert panel.table.item(0, heads["Bob"]).text() == "✗ absent"


def test_an_adjudicator_begins_the_next_day_as_a_reader(study, make_desk, folder):
    study.window.actions_by_name["adjudicate"].trigger()
    study.window.close()
    again = make_desk()
    again.open(folder / "r1.hea")
    assert again.state.role is Role.READER
    assert again.window.docks["readers"].isHidden()
    assert not again.window.actions_by_name["adjudicate"].isChecked()


def test_the_agreement_offers_each_model_that_answered(desk, preferences):
    store = ReviewStore(preferences.review_path)
    store.keep_records(three_readers.known_records())
    store.keep_all(three_readers.all_three())
    store.keep_answers(three_readers.answers())
    store.close()
    desk.window.actions_by_name["agreement"].trigger()
    (dialog,) = desk.window.findChildren(AgreementWindow)
    desk.until(lambda: "best12 by the settled truth" in dialog.text.toPlainText())
    assert "67 % (21 to 94), n 3" in dialog.text.toPlainText()
    # A second time brings the same window.
    desk.window.actions_by_name["agreement"].trigger()
    assert len(desk.window.findChildren(AgreementWindow)) == 1
    desk.until_idle()


def test_a_file_that_says_nothing_yet_gets_a_sentence(desk):
    desk.window.actions_by_name["agreement"].trigger()
    (dialog,) = desk.window.findChildren(AgreementWindow)
    desk.until(lambda: "No review in this file is finished yet" in dialog.text.toPlainText())
