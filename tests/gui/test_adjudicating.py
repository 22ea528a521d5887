"""Stepping goes through what is disputed, around the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.classes import RECORD_CLASSES, class_text
from ecgviewer.core.record import Record
from ecgviewer.core.review import Change, Stated, Topic
from ecgviewer.io.open import open_record
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.ui.adjudicating import next_disputed
from ecgviewer.ui.agreement_window import AgreementWindow
from tests.gui.test_accessible_names import nameless
from tests.gui.test_translated import forgotten, marks, plain_words, said_by
from tests.gui.worklists import fill
from tests.review import three_readers

__all__ = ["marks"]

RECORDS = tuple(KnownRecord(key, key, Path(f"/{key}.hea"), 500.0, 5000, ("I",)) for key in "abcde")


@pytest.mark.parametrize(
    ("here", "steps", "goes_to"),
    [("a", 1, "b"), ("b", 1, "d"), ("d", 1, "b"), ("e", 1, "b"), ("b", -1, "d"), ("", 1, "b"),
     ("", -1, "d"), ("c", -1, "b")],
)  # fmt: skip
def test_the_next_disputed_record(here, steps, goes_to):
    found = next_disputed(RECORDS, frozenset("bd"), here, steps)
    assert found is not None
    assert found.record_id == goes_to


def test_the_record_at_hand_is_not_gone_to():
    assert next_disputed(RECORDS, frozenset("b"), "b", 1) is None
    assert next_disputed(RECORDS, frozenset(), "b", 1) is None


def review_by_two(path: Path, record: Record) -> None:
    """Have Ann and Bob finish a record, on which they differ, and others of a study."""
    clock = three_readers.Clock()
    key = record.record_id
    note = Change(Topic.NOTE, "", "Look at V1.")
    steps = [
        clock.step(key, "Ann", three_readers.says("AF", Stated.PRESENT), note),
        clock.step(key, "Ann", three_readers.DONE),
        clock.step(key, "Bob", three_readers.says("PVC", Stated.UNSURE)),
        clock.step(key, "Bob", three_readers.DONE),
        clock.step(key, "Dan", three_readers.says("STE", Stated.PRESENT)),
    ]
    store = ReviewStore(path)
    store.keep_records([KnownRecord.of(record), *three_readers.known_records()])
    store.keep_all([*steps, *three_readers.all_three()])
    store.keep_answers(three_readers.answers())
    store.close()


@pytest.fixture
def adjudicated(desk, records, preferences):
    """A window of an adjudicator, with a record open that two of three readers finished."""
    review_by_two(preferences.review_path, open_record(records["c_short"]))
    desk.open(records["c_short"])
    desk.window.actions_by_name["adjudicate"].trigger()
    return desk


def test_an_adjudicator_reads_what_is_said_of_the_record(adjudicated):
    panel = adjudicated.window.panels.readers
    assert panel.caption.startswith("2 classes are disputed")
    assert "1 further reader has not finished." in panel.caption
    assert panel.table.rowCount() == 2
    names = panel.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert names == "Atrial fibrillation"
    assert nameless(adjudicated.window) == []


def test_a_review_that_is_finished_with_a_disputed_class_left_says_so(adjudicated):
    desk = adjudicated
    desk.press(Qt.Key.Key_2, Qt.Key.Key_V)
    desk.until_idle()
    told = "c_short: a class is still disputed. This is the only disputed record."
    assert desk.window.message_line.text == told


def test_a_disputed_record_that_was_moved_is_found_in_the_folder_that_is_listed(
    desk, folder, unjudged, preferences
):
    review_by_two(preferences.review_path, open_record(folder / "c.hea"))
    for name in ("c.hea", "c.dat"):
        (folder / name).rename(folder / "deep" / name)
    desk.open(folder / "a.hea")
    desk.window.actions_by_name["adjudicate"].trigger()
    desk.press(Qt.Key.Key_N)
    lost = "1 disputed record is not where it was: open the folder that holds it now."
    desk.until(lambda: desk.window.message_line.text == lost)
    fill(desk, folder)
    desk.press(Qt.Key.Key_N)
    desk.until(lambda: desk.state.record.path == folder / "deep" / "c.hea")


def test_nothing_is_told_to_a_plain_reader(adjudicated):
    desk = adjudicated
    desk.window.actions_by_name["adjudicate"].trigger()
    desk.window.docks["readers"].show()
    panel = desk.window.panels.readers
    assert panel.caption.startswith("Only an adjudicator sees")
    assert panel.table.rowCount() == 0
    assert not any("Look at V1" in text for _, text in said_by(desk.window))


def test_f9_brings_the_panel_back_to_an_adjudicator_alone(adjudicated):
    desk = adjudicated
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert not desk.window.docks["readers"].isHidden()
    desk.window.actions_by_name["adjudicate"].trigger()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert desk.window.docks["readers"].isHidden()


def test_nothing_of_it_is_plain_english(marks, adjudicated, preferences):
    desk = adjudicated
    window = desk.window
    # But for what a reader wrote.
    assert [text for text in forgotten(window, desk.state.record) if "Look at" not in text] == []
    window.actions_by_name["agreement"].trigger()
    (dialog,) = window.findChildren(AgreementWindow)
    desk.until(dialog.buttons["csv"].isEnabled)
    plain = forgotten(dialog, desk.state.record, preferences.review_path.name)
    assert {text.rsplit(": ", 1)[1] for text in plain} <= {"best12"}
    names = [class_text(label).name for label in RECORD_CLASSES]
    left = set()
    for line in dialog.text.toPlainText().splitlines():
        left |= plain_words(line, [*names, "best12"])
    assert left <= {"Ann", "Bob", "Cam"}
