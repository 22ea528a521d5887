"""What a reader says of a record's classes, and in the note, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import Reason, Stated
from ecgviewer.ui.class_chooser import ClassChooser
from ecgviewer.ui.review_state import suggested
from tests.gui.review_desk import (
    CTRL,
    LEFT,
    SHIFT,
    Key,
    click_statement,
    disagree,
    panel,
    row,
    said,
    steps,
)

FLUTTER = "164890007"


# Classes


def test_a_row_has_its_key_its_name_and_its_code(reviewing):
    rows = panel(reviewing).list.rows
    assert [one.label for one in rows] == list(RECORD_CLASSES)
    assert [one.key for one in rows] == list("123456789")
    assert (rows[1].name, rows[1].code) == ("Atrial fibrillation", "164889003")
    reviewing.press(Key.Key_2)
    assert row(reviewing, "AF").stated is Stated.PRESENT
    index = panel(reviewing).list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Atrial fibrillation, SNOMED CT 164889003, key 2, you: added"
    )


def test_a_click_states_a_class_and_a_second_one_takes_it_back(reviewing):
    click_statement(reviewing, "PVC", Stated.ABSENT)
    assert said(reviewing) == {"PVC": Stated.ABSENT}
    click_statement(reviewing, "PVC", Stated.UNSURE)
    assert said(reviewing) == {"PVC": Stated.UNSURE}
    click_statement(reviewing, "PVC", Stated.UNSURE)
    assert said(reviewing) == {}
    # The class that was clicked is the one that keys speak of.
    reviewing.press(Key.Key_C)
    assert said(reviewing) == {"PVC": Stated.PRESENT}


def test_arrows_choose_a_class_and_space_goes_through_what_can_be_said(reviewing):
    reviewing.press(Key.Key_Q)
    shown = panel(reviewing).list
    assert QApplication.focusWidget() is shown
    start_s = reviewing.state.view.start_s
    for stated in (Stated.PRESENT, Stated.ABSENT, Stated.UNSURE, None):
        reviewing.bot.keyClick(shown, Key.Key_Space)
        assert row(reviewing, "SNR").stated is stated
    reviewing.bot.keyClick(shown, Key.Key_Down)
    reviewing.bot.keyClick(shown, Key.Key_Space)
    reviewing.bot.keyClick(shown, Key.Key_Down)
    reviewing.bot.keyClick(shown, Key.Key_D)
    assert said(reviewing) == {"AF": Stated.PRESENT, "IAVB": Stated.ABSENT}
    reviewing.bot.keyClick(shown, Key.Key_Delete)
    assert said(reviewing) == {"AF": Stated.PRESENT}
    assert not reviewing.state.playing
    assert reviewing.state.view.start_s == start_s


def test_another_class_is_found_by_typing_and_enter_states_it(reviewing):
    reviewing.press(Key.Key_A, modifier=SHIFT)
    (chooser,) = reviewing.window.findChildren(ClassChooser)
    reviewing.bot.waitUntil(chooser.field.hasFocus)
    reviewing.bot.keyClicks(chooser.field, "no such class")
    assert chooser.caption == "No class matches “no such class”."
    reviewing.bot.keyClick(chooser.field, Key.Key_Return)
    assert chooser.isVisible()
    chooser.field.clear()
    reviewing.bot.keyClicks(chooser.field, "flutter")
    first = chooser.list.currentItem().text()
    reviewing.bot.keyClick(chooser.field, Key.Key_Down)
    assert chooser.list.currentItem().text() != first
    reviewing.bot.keyClick(chooser.field, Key.Key_Up)
    reviewing.bot.keyClick(chooser.field, Key.Key_Return)
    added = panel(reviewing).list.rows[-1]
    assert (added.name, added.code, added.key) == ("Atrial flutter", FLUTTER, "")
    assert said(reviewing) == {FLUTTER: Stated.PRESENT}
    reviewing.window.activateWindow()
    reviewing.until(reviewing.window.isActiveWindow)
    reviewing.press(Key.Key_X)
    assert [one.label for one in panel(reviewing).list.rows] == list(RECORD_CLASSES)


def test_one_of_the_nine_is_stated_under_its_label_whatever_was_typed(reviewing):
    panel(reviewing).add.click()
    (chooser,) = reviewing.window.findChildren(ClassChooser)
    reviewing.bot.keyClicks(chooser.field, "164889003")
    reviewing.bot.mouseClick(
        chooser.list.viewport(),
        LEFT,
        pos=chooser.list.visualItemRect(chooser.list.item(0)).center(),
    )
    assert said(reviewing) == {"AF": Stated.PRESENT}


# The model's answer


def test_rows_say_what_the_model_says(answered):
    for finding in answered.state.analysis.findings:
        shown = row(answered, finding.label)
        assert shown.suggested is finding.present
        assert shown.model_word.endswith(f"{finding.probability:.2f}")


def test_choosing_a_row_chooses_the_finding(answered):
    shown = panel(answered).list
    label = next(one.label for one in shown.rows if one.label != answered.state.label)
    place = [one.label for one in shown.rows].index(label)
    rect = shown.visualRect(shown.model().index(place, 0))
    shown.scrollTo(shown.model().index(place, 0))
    rect = shown.visualRect(shown.model().index(place, 0))
    answered.bot.mouseClick(shown.viewport(), LEFT, pos=rect.topLeft() + QPoint(60, 8))
    assert answered.state.label == label
    assert answered.window.findings.list.labels.index(label) == (
        answered.window.findings.list.currentIndex().row()
    )


def test_the_model_is_wrong_because_of_what_is_ticked(answered):
    label = disagree(answered)
    chips = panel(answered).reasons.reasons
    assert chips.isVisible()
    answered.bot.mouseClick(chips.buttons["noise"], LEFT)
    answered.bot.mouseClick(chips.buttons["other"], LEFT)
    assert answered.state.review.reasons == {label: (Reason.NOISE, Reason.OTHER)}
    answered.bot.mouseClick(chips.buttons["noise"], LEFT)
    assert answered.state.review.reasons == {label: (Reason.OTHER,)}


def test_reasons_are_ticked_by_arrows_and_space_too(answered):
    label = disagree(answered)
    chips = panel(answered).reasons.reasons
    view = answered.state.view
    panel(answered).list.setFocus()
    answered.bot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget() is chips.buttons["noise"]
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Space, Key.Key_Left, Key.Key_Return):
        answered.bot.keyClick(QApplication.focusWidget(), key)
    reasons = set(answered.state.review.reasons[label])
    assert reasons == {Reason.LEAD_PROBLEM, Reason.LOOK_ALIKE}
    assert answered.state.view == view
    assert not answered.state.playing


def test_who_agrees_after_all_gives_no_reason_any_more_and_undo_brings_it_back(answered):
    label = disagree(answered)
    answered.bot.mouseClick(panel(answered).reasons.reasons.buttons["noise"], LEFT)
    answered.press(Key.Key_X)
    assert answered.state.review.reasons == {}
    assert not panel(answered).reasons.reasons.isVisible()
    answered.press(Key.Key_Z, modifier=CTRL)
    assert answered.state.review.reasons == {label: (Reason.NOISE,)}
    assert panel(answered).reasons.reasons.buttons["noise"].isChecked()


def test_the_place_of_the_saliency_is_judged_for_the_method_that_is_shown(answered):
    label, first = answered.state.label, answered.state.method
    placed = panel(answered).reasons.placed
    assert placed.isVisible()
    answered.bot.mouseClick(placed.buttons["partly"], LEFT)
    assert answered.state.review.pointing == {label: {first: "partly"}}
    answered.press(Key.Key_O, modifier=SHIFT)
    answered.until_idle()
    second = answered.state.method
    assert placed.values == ()
    answered.bot.mouseClick(placed.buttons["no"], LEFT)
    assert answered.state.review.pointing == {label: {first: "partly", second: "no"}}
    answered.bot.mouseClick(placed.buttons["yes"], LEFT)
    assert placed.values == ("yes",)
    answered.bot.mouseClick(placed.buttons["yes"], LEFT)
    assert answered.state.review.pointing == {label: {first: "partly"}}
    answered.press(Key.Key_O)
    assert not placed.isVisible()


def test_while_the_model_is_hidden_nothing_tells_of_it(answered):
    label = answered.state.label
    opposite = Stated.ABSENT if suggested(answered.state, label) else Stated.PRESENT
    answered.window.state.replace(blind=True)
    assert answered.state.model_hidden
    click_statement(answered, label, opposite)
    assert said(answered) == {label: opposite}
    assert answered.state.model_hidden
    shown = panel(answered)
    assert not shown.reasons.isVisible()
    assert {(one.model_word, one.suggested) for one in shown.list.rows} == {("", None)}
    assert set(said(answered)) == {label}
    assert answered.window.findings.list._model.marks.keys() == answered.state.review.classes.keys()


# The note


def test_letters_of_the_note_never_trigger_the_windows_keys(reviewing):
    note, before = panel(reviewing).note, reviewing.state
    reviewing.bot.mouseClick(note.viewport(), LEFT)
    reviewing.bot.keyClicks(note, "cdux 129 vnbmqtf +-[] Q?")
    for key in (Key.Key_Left, Key.Key_Home, Key.Key_Space, Key.Key_PageDown, Key.Key_Delete):
        reviewing.bot.keyClick(note, key)
    reviewing.bot.keyClick(note, Key.Key_Left, CTRL)
    for name in ("view", "playing", "bookmarks", "calipers", "stated_label"):
        assert getattr(reviewing.state, name) == getattr(before, name)
    reviewing.bot.keyClick(note, Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is reviewing.window.paper
    assert reviewing.state.review.note.startswith("dux 129 vnbmqtf")
    assert said(reviewing) == {}
    assert steps(reviewing) == 1


def test_the_note_is_kept_as_one_step_once_it_rests(reviewing):
    note = panel(reviewing).note
    note.setFocus()
    reviewing.bot.keyClicks(note, "P waves in V1")
    assert reviewing.state.review.note == ""
    reviewing.until(lambda: reviewing.state.review.note == "P waves in V1")
    assert steps(reviewing) == 1
    reviewing.bot.keyClicks(note, ", clearly")
    reviewing.window.paper.setFocus()
    assert reviewing.state.review.note == "P waves in V1, clearly"
    assert steps(reviewing) == 2
    reviewing.press(Key.Key_Z, modifier=CTRL)
    assert note.toPlainText() == "P waves in V1"
    assert reviewing.window.message_line.text == "Undone: Note: “P waves in V1, clearly”."


def test_a_note_stays_with_the_record_that_it_was_written_on(reviewing, records):
    note = panel(reviewing).note
    note.setFocus()
    reviewing.bot.keyClicks(note, "of the first")
    reviewing.open(records["c_short"])
    assert note.toPlainText() == ""
    assert not reviewing.state.review.begun
    reviewing.open(records["a_minute"])
    assert reviewing.state.review.note == note.toPlainText() == "of the first"


def test_a_note_by_nobody_stays_in_its_field_until_somebody_has_a_name(reviewing, preferences):
    preferences.reader = ""
    reviewing.window.state.replace(reader="")
    note = panel(reviewing).note
    note.setFocus()
    reviewing.bot.keyClicks(note, "whose?")
    note.keep()
    # Nobody is interrupted while writing.
    assert reviewing.window.focusWidget() is note
    reviewing.bot.keyClick(note, Key.Key_Return, CTRL)
    question = reviewing.window.focusWidget()
    assert isinstance(question, QLineEdit)
    reviewing.bot.keyClick(question, Key.Key_Escape)
    reviewing.press(Key.Key_Q)
    assert note.toPlainText() == "whose?"
    assert not reviewing.state.review.begun
    note.setFocus()
    reviewing.bot.keyClick(note, Key.Key_Return, CTRL)
    give_name(reviewing, "Bo")
    assert reviewing.state.review.note == note.toPlainText() == "whose?"


def give_name(desk, name):
    """Type a name where the window asks for it."""
    question = desk.window.focusWidget()
    assert isinstance(question, QLineEdit)
    question.clear()
    desk.bot.keyClicks(question, name)
    desk.bot.keyClick(question, Key.Key_Return)


def test_a_note_by_nobody_on_a_record_that_is_left_waits_for_the_name(
    reviewing, records, preferences
):
    preferences.reader = ""
    reviewing.window.state.replace(reader="")
    note = panel(reviewing).note
    note.setFocus()
    reviewing.bot.keyClicks(note, "of the first")
    reviewing.open(records["c_short"])
    assert note.toPlainText() == ""
    reviewing.until(lambda: isinstance(reviewing.window.focusWidget(), QLineEdit))
    question = reviewing.window.focusWidget()
    reviewing.bot.keyClick(question, Key.Key_Escape)
    assert reviewing.window.message_line.text == "The note on a_minute waits for your name."
    reviewing.bot.mouseClick(panel(reviewing).reader, LEFT)
    give_name(reviewing, "Bo")
    assert not reviewing.state.review.begun
    reviewing.open(records["a_minute"])
    reviewing.until(lambda: reviewing.state.review is not None)
    assert reviewing.state.review.note == note.toPlainText() == "of the first"
    assert reviewing.state.review.reader == "Bo"


@pytest.mark.parametrize("answer", ["Give a name", "Close all the same"])
def test_closing_asks_before_a_note_by_nobody_is_lost(reviewing, preferences, answer):
    preferences.reader = ""
    window = reviewing.window
    window.state.replace(reader="")
    note = panel(reviewing).note
    note.setFocus()
    reviewing.bot.keyClicks(note, "whose?")

    def press():
        (box,) = (one for one in window.findChildren(QMessageBox) if one.isVisible())
        assert "a_minute" in box.text()
        button = next(one for one in box.buttons() if one.text() == answer)
        reviewing.bot.keyClick(button, Key.Key_Space)

    QTimer.singleShot(200, press)
    assert window.close() is (answer == "Close all the same")
    if answer == "Give a name":
        give_name(reviewing, "Bo")
        assert reviewing.state.review.note == "whose?"


def test_a_note_longer_than_is_kept_ends_where_the_room_ends(reviewing):
    note = panel(reviewing).note
    note.setFocus()
    note.insertPlainText("x" * 5000)
    note.keep()
    assert len(reviewing.state.review.note) == len(note.toPlainText()) == 4000
