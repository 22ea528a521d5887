"""What a reader says of a record by mouse and by keys, and how the window answers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import Change, Reason, Stated, Topic
from ecgviewer.ui.class_chooser import ClassChooser
from ecgviewer.ui.class_ink import button_box
from ecgviewer.ui.finding_ink import mark_box
from ecgviewer.ui.help_windows import sheet_rows
from ecgviewer.ui.review_history import ReviewHistory
from ecgviewer.ui.review_state import Mark, suggested
from ecgviewer.ui.shortcuts import groups

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FLUTTER = "164890007"


@pytest.fixture
def reviewed(desk, records):
    """A window without a model, with a minute of noise open and the review in front."""
    desk.open(records["a_minute"])
    desk.press(Key.Key_Q)
    desk.window.paper.setFocus()
    return desk


@pytest.fixture
def answered(model_desk, demo_af):
    """A window in which a model has answered and coloured, the review in front."""
    model_desk.open(demo_af)
    model_desk.press(Key.Key_Q)
    if model_desk.state.label is None:
        model_desk.press(Key.Key_J)
    model_desk.until_idle()
    model_desk.window.paper.setFocus()
    return model_desk


def panel(desk):
    return desk.window.panels.review


def row(desk, label):
    return next(row for row in panel(desk).list.rows if row.label == label)


def said(desk):
    return dict(desk.state.review.classes)


def click_statement(desk, label, stated):
    """Click one of the three buttons of a class."""
    shown = panel(desk).list
    place = [row.label for row in shown.rows].index(label)
    index = shown.model().index(place, 0)
    shown.scrollTo(index)
    at = button_box(shown.visualRect(index), stated).center().toPoint()
    desk.bot.mouseClick(shown.viewport(), LEFT, pos=at)


def disagree(desk):
    """Say the opposite of what the model says of the chosen class; return its label."""
    label = desk.state.label
    desk.press(Key.Key_D if suggested(desk.state, label) else Key.Key_C)
    return label


def steps(desk):
    return len(desk.state.review.steps)


# Classes


def test_a_row_has_its_key_its_name_and_its_code(reviewed):
    rows = panel(reviewed).list.rows
    assert [one.label for one in rows] == list(RECORD_CLASSES)
    assert [one.key for one in rows] == list("123456789")
    assert (rows[1].name, rows[1].code) == ("Atrial fibrillation", "164889003")
    reviewed.press(Key.Key_2)
    assert row(reviewed, "AF").stated is Stated.PRESENT
    index = panel(reviewed).list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Atrial fibrillation, SNOMED CT 164889003, key 2, you: added"
    )


def test_a_click_states_a_class_and_a_second_one_takes_it_back(reviewed):
    click_statement(reviewed, "PVC", Stated.ABSENT)
    assert said(reviewed) == {"PVC": Stated.ABSENT}
    click_statement(reviewed, "PVC", Stated.UNSURE)
    assert said(reviewed) == {"PVC": Stated.UNSURE}
    click_statement(reviewed, "PVC", Stated.UNSURE)
    assert said(reviewed) == {}
    # The class that was clicked is the one that keys speak of.
    reviewed.press(Key.Key_C)
    assert said(reviewed) == {"PVC": Stated.PRESENT}


def test_arrows_choose_a_class_and_space_goes_through_what_can_be_said(reviewed):
    reviewed.press(Key.Key_Q)
    shown = panel(reviewed).list
    assert QApplication.focusWidget() is shown
    start_s = reviewed.state.view.start_s
    for stated in (Stated.PRESENT, Stated.ABSENT, Stated.UNSURE, None):
        reviewed.bot.keyClick(shown, Key.Key_Space)
        assert row(reviewed, "SNR").stated is stated
    reviewed.bot.keyClick(shown, Key.Key_Down)
    reviewed.bot.keyClick(shown, Key.Key_Space)
    reviewed.bot.keyClick(shown, Key.Key_Down)
    reviewed.bot.keyClick(shown, Key.Key_D)
    assert said(reviewed) == {"AF": Stated.PRESENT, "IAVB": Stated.ABSENT}
    reviewed.bot.keyClick(shown, Key.Key_Delete)
    assert said(reviewed) == {"AF": Stated.PRESENT}
    assert not reviewed.state.playing
    assert reviewed.state.view.start_s == start_s


def test_another_class_is_found_by_typing_and_enter_states_it(reviewed):
    reviewed.press(Key.Key_A, modifier=SHIFT)
    (chooser,) = reviewed.window.findChildren(ClassChooser)
    reviewed.bot.waitUntil(chooser.field.hasFocus)
    reviewed.bot.keyClicks(chooser.field, "no such class")
    assert chooser.caption == "No class matches “no such class”."
    reviewed.bot.keyClick(chooser.field, Key.Key_Return)
    assert chooser.isVisible()
    chooser.field.clear()
    reviewed.bot.keyClicks(chooser.field, "flutter")
    first = chooser.list.currentItem().text()
    reviewed.bot.keyClick(chooser.field, Key.Key_Down)
    assert chooser.list.currentItem().text() != first
    reviewed.bot.keyClick(chooser.field, Key.Key_Up)
    reviewed.bot.keyClick(chooser.field, Key.Key_Return)
    added = panel(reviewed).list.rows[-1]
    assert (added.name, added.code, added.key) == ("Atrial flutter", FLUTTER, "")
    assert said(reviewed) == {FLUTTER: Stated.PRESENT}
    reviewed.window.activateWindow()
    reviewed.until(reviewed.window.isActiveWindow)
    reviewed.press(Key.Key_X)
    assert [one.label for one in panel(reviewed).list.rows] == list(RECORD_CLASSES)


def test_one_of_the_nine_is_stated_under_its_label_whatever_was_typed(reviewed):
    panel(reviewed).add.click()
    (chooser,) = reviewed.window.findChildren(ClassChooser)
    reviewed.bot.keyClicks(chooser.field, "164889003")
    reviewed.bot.mouseClick(
        chooser.list.viewport(),
        LEFT,
        pos=chooser.list.visualItemRect(chooser.list.item(0)).center(),
    )
    assert said(reviewed) == {"AF": Stated.PRESENT}


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
    disagree(answered)
    answered.window.state.replace(blind=True)
    shown = panel(answered)
    assert not shown.reasons.isVisible()
    assert {(one.model_word, one.suggested) for one in shown.list.rows} == {("", None)}
    assert answered.window.findings.list._model.marks.keys() == answered.state.review.classes.keys()


# Marks beside the findings


def marks(desk):
    return dict(desk.window.findings.list._model.marks)


def test_findings_bear_the_marks_of_what_the_reader_says(answered):
    label = disagree(answered)
    is_suggested = suggested(answered.state, label)
    assert marks(answered) == {label: Mark.DISMISSED if is_suggested else Mark.ADDED}
    answered.press(Key.Key_C if is_suggested else Key.Key_D)
    assert marks(answered) == {label: Mark.CONFIRMED if is_suggested else Mark.ABSENT}
    answered.press(Key.Key_U)
    assert marks(answered) == {label: Mark.UNSURE}
    shown = answered.window.findings.list
    spoken = shown.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("; you: unsure")
    assert shown.currentIndex().data(Qt.ItemDataRole.ToolTipRole).startswith(spoken)
    assert "?" in answered.window.centre.strip.text()
    answered.press(Key.Key_X)
    assert marks(answered) == {}


# The offscreen platform says these of menus.
@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_a_click_where_the_mark_stands_offers_what_can_be_said(answered):
    shown = answered.window.findings.list
    index = shown.model().index(1, 0)
    label = shown.labels[1]
    shown.scrollTo(index)
    at = mark_box(shown.visualRect(index), shown).center().toPoint()
    answered.bot.mouseClick(shown.viewport(), LEFT, pos=at)
    menu = next(m for m in shown.findChildren(QMenu) if m.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["It is there\tC", "It is not there\tD", "Unsure\tU", "Take back\tX"]
    answered.bot.keyClick(menu, Key.Key_Down)
    answered.bot.keyClick(menu, Key.Key_Down)
    answered.bot.keyClick(menu, Key.Key_Return)
    assert said(answered) == {label: Stated.ABSENT}
    assert answered.state.label == label


def test_a_finding_that_is_clicked_again_is_spoken_of_again(answered):
    answered.press(Key.Key_7)
    assert answered.state.stated_label == "PVC"
    shown = answered.window.findings.list
    label = answered.state.label
    rect = shown.visualRect(shown.currentIndex())
    answered.bot.mouseClick(shown.viewport(), LEFT, pos=rect.topLeft() + QPoint(60, 8))
    answered.press(Key.Key_U)
    assert said(answered)[label] is Stated.UNSURE


# The note


def test_letters_of_the_note_never_trigger_the_windows_keys(reviewed):
    note, before = panel(reviewed).note, reviewed.state
    reviewed.bot.mouseClick(note.viewport(), LEFT)
    reviewed.bot.keyClicks(note, "cdux 129 vnbmqtf +-[] Q?")
    for key in (Key.Key_Left, Key.Key_Home, Key.Key_Space, Key.Key_PageDown, Key.Key_Delete):
        reviewed.bot.keyClick(note, key)
    reviewed.bot.keyClick(note, Key.Key_Left, CTRL)
    for name in ("view", "playing", "bookmarks", "calipers", "stated_label"):
        assert getattr(reviewed.state, name) == getattr(before, name)
    reviewed.bot.keyClick(note, Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is reviewed.window.paper
    assert reviewed.state.review.note.startswith("dux 129 vnbmqtf")
    assert said(reviewed) == {}
    assert steps(reviewed) == 1


def test_the_note_is_kept_as_one_step_once_it_rests(reviewed):
    note = panel(reviewed).note
    note.setFocus()
    reviewed.bot.keyClicks(note, "P waves in V1")
    assert reviewed.state.review.note == ""
    reviewed.until(lambda: reviewed.state.review.note == "P waves in V1")
    assert steps(reviewed) == 1
    reviewed.bot.keyClicks(note, ", clearly")
    reviewed.window.paper.setFocus()
    assert reviewed.state.review.note == "P waves in V1, clearly"
    assert steps(reviewed) == 2
    reviewed.press(Key.Key_Z, modifier=CTRL)
    assert note.toPlainText() == "P waves in V1"
    assert reviewed.window.message_line.text == "Undone: Note: “P waves in V1, clearly”."


def test_a_note_stays_with_the_record_that_it_was_written_on(reviewed, records):
    note = panel(reviewed).note
    note.setFocus()
    reviewed.bot.keyClicks(note, "of the first")
    reviewed.open(records["c_short"])
    assert note.toPlainText() == ""
    assert not reviewed.state.review.begun
    reviewed.open(records["a_minute"])
    assert reviewed.state.review.note == note.toPlainText() == "of the first"


def test_a_note_longer_than_is_kept_ends_where_the_room_ends(reviewed):
    note = panel(reviewed).note
    note.setFocus()
    note.insertPlainText("x" * 5000)
    note.keep()
    assert len(reviewed.state.review.note) == len(note.toPlainText()) == 4000


# Reviewed, flagged, by whom


def test_reviewed_shows_in_panel_tools_and_title_and_is_taken_back_by_a_click(reviewed, records):
    reviewed.press(Key.Key_2)
    assert "begun" in reviewed.window.windowTitle()
    reviewed.bot.mouseClick(panel(reviewed).reviewed, LEFT)
    reviewed.open(records["a_minute"])
    assert reviewed.state.review.done
    assert panel(reviewed).reviewed.text() == "Reviewed ✓"
    assert "a_minute · reviewed ✓" in reviewed.window.windowTitle()
    assert reviewed.window.tools._place.text() == "1 of 3 · reviewed ✓"
    assert reviewed.window.docks["review"]._heading.whole_text.endswith("a_minute · reviewed ✓")
    reviewed.bot.mouseClick(panel(reviewed).reviewed, LEFT)
    assert not reviewed.state.review.done
    assert "begun" in reviewed.window.windowTitle()


def test_the_flag_is_set_and_taken_away(reviewed):
    reviewed.bot.mouseClick(panel(reviewed).flag, LEFT)
    assert reviewed.state.review.flagged
    assert panel(reviewed).flag.text() == "Flagged"
    reviewed.press(Key.Key_F, modifier=SHIFT)
    assert not reviewed.state.review.flagged
    assert not panel(reviewed).flag.isChecked()


def test_another_reader_sees_nothing_of_what_the_first_one_said(reviewed):
    reviewed.press(Key.Key_2)
    panel(reviewed).note.setPlainText("mine")
    panel(reviewed).keep_note()
    reviewed.bot.mouseClick(panel(reviewed).reader, LEFT)
    field = reviewed.window.focusWidget()
    field.clear()
    reviewed.bot.keyClicks(field, "Bob")
    reviewed.bot.keyClick(field, Key.Key_Return)
    assert panel(reviewed).reader.text() == "Bob"
    reviewed.until(lambda: row(reviewed, "AF").stated is None)
    QApplication.processEvents()
    assert row(reviewed, "AF").stated is None
    assert panel(reviewed).note.toPlainText() == ""
    panel(reviewed).history.click()
    (history,) = reviewed.window.findChildren(ReviewHistory)
    assert history.table.topLevelItemCount() == 0
    history.close()


# What the window answers, and the history


def test_the_message_line_tells_what_was_said_undone_and_said_again(reviewed):
    line = reviewed.window.message_line
    reviewed.press(Key.Key_2)
    assert line.text == "Atrial fibrillation stated as present. Ctrl+Z takes it back."
    reviewed.press(Key.Key_D)
    assert line.text == "Atrial fibrillation stated as absent. Ctrl+Z takes it back."
    reviewed.press(Key.Key_Z, modifier=CTRL)
    assert line.text == "Undone: Atrial fibrillation stated as absent."
    reviewed.press(Key.Key_Y, modifier=CTRL)
    assert line.text == "Said again: Atrial fibrillation stated as absent."
    reviewed.press(Key.Key_X)
    assert line.text == "Atrial fibrillation taken back. Ctrl+Z takes it back."


def test_the_message_line_names_agreement_with_the_model(answered):
    label = disagree(answered)
    is_suggested = suggested(answered.state, label)
    told = "dismissed" if is_suggested else "added"
    assert answered.window.message_line.text.endswith(f"{told}. Ctrl+Z takes it back.")
    answered.press(Key.Key_C if is_suggested else Key.Key_D)
    told = "confirmed" if is_suggested else "stated as absent"
    assert answered.window.message_line.text.endswith(f"{told}. Ctrl+Z takes it back.")


def test_the_history_has_every_step_and_strikes_out_what_was_undone(answered):
    label = disagree(answered)
    answered.press(Key.Key_U)
    answered.press(Key.Key_Z, modifier=CTRL)
    panel(answered).history.click()
    (history,) = answered.window.findChildren(ReviewHistory)
    items = [history.table.topLevelItem(row) for row in range(3)]
    assert [item.font(2).strikeOut() for item in items] == [False, True, False]
    assert items[2].text(2).startswith("Undone: ")
    assert "random" in items[0].text(2)
    sha = answered.state.card.weights_sha256[:8]
    assert [item.text(1) for item in items] == ["Ann Reader"] * 3
    assert items[0].text(3) == f"random {sha}"
    answered.window.reviewing.say(Change(Topic.CLASS, label, None))
    assert history.table.topLevelItemCount() == 4
    history.close()


def test_all_of_a_review_is_there_after_a_restart(answered, make_desk, demo_af):
    label = disagree(answered)
    answered.bot.mouseClick(panel(answered).reasons.reasons.buttons["borderline"], LEFT)
    answered.bot.mouseClick(panel(answered).reasons.placed.buttons["no"], LEFT)
    answered.press(Key.Key_F, modifier=SHIFT)
    note = panel(answered).note
    note.setFocus()
    answered.bot.keyClicks(note, "written as the window closes")
    before = answered.state.review
    answered.window.close()
    again = make_desk()
    again.open(demo_af)
    again.until(lambda: again.state.heat is not None or again.state.label is None)
    review = again.state.review
    assert review.classes == before.classes
    assert review.reasons == {label: (Reason.BORDERLINE,)}
    assert review.pointing == before.pointing
    assert review.flagged
    shown = panel(again)
    assert shown.note.toPlainText() == "written as the window closes"
    assert row(again, label).stated is before.classes[label]
    assert shown.flag.isChecked()
    assert shown.reader.text().startswith("Ann Reader, last ")


# Places and keys


def test_the_review_is_a_tab_in_a_low_window_and_has_a_place_in_a_higher_one(make_desk, no_models):
    low = make_desk()
    beside = [dock.objectName() for dock in low.window.tabifiedDockWidgets(low.window.docks["why"])]
    assert "review" in beside
    assert not low.window.docks["review"].seen
    low.press(Key.Key_Q)
    assert low.window.docks["review"].seen


def test_in_a_high_window_findings_why_and_review_are_all_seen(qtbot, preferences, no_models):
    from ecgviewer.ui.main_window import MainWindow

    window = MainWindow(preferences)
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    docks = window.docks
    qtbot.waitUntil(lambda: docks["review"].seen)
    assert all(docks[name].seen for name in ("findings", "why", "review"))
    assert window.tabifiedDockWidgets(docks["review"]) == []
    assert docks["findings"].height() >= 240
    assert docks["review"].height() >= 320
    window.close()
    window.deleteLater()


def test_nine_keys_that_do_alike_share_a_line_of_the_sheet():
    rows = sheet_rows(groups()["Review"])
    assert ("1 … 9", "Class 1 to 9 is there, or take that back") in rows
    assert len(rows) == len(groups()["Review"]) - 8


def test_tab_goes_through_the_panel_in_the_order_in_which_it_is_read(reviewed):
    shown = panel(reviewed)
    reviewed.press(Key.Key_2)
    shown.reader.setFocus()
    reached = []
    for _ in range(6):
        reviewed.bot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    expected = [shown.add, shown.list, shown.note, shown.reviewed, shown.flag, shown.history]
    assert reached == expected
