"""What a reader said is seen beside the findings, in the history and all over the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from ecgviewer.core.review import Change, Reason, Stated, Topic
from ecgviewer.ui.finding_ink import mark_box
from ecgviewer.ui.lead_bars import ROW_PX
from ecgviewer.ui.review_history import ReviewHistory
from ecgviewer.ui.review_state import Mark, suggested
from ecgviewer.ui.shortcut_sheet import sheet_rows
from ecgviewer.ui.shortcuts import groups
from tests.gui.review_desk import (
    CTRL,
    LEFT,
    SHIFT,
    Key,
    disagree,
    panel,
    row,
    said,
)

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


# Reviewed, flagged, by whom


def test_reviewed_shows_in_panel_tools_and_title_and_is_taken_back_by_a_click(reviewing, records):
    reviewing.press(Key.Key_2)
    assert "begun" in reviewing.window.windowTitle()
    reviewing.bot.mouseClick(panel(reviewing).reviewed, LEFT)
    reviewing.open(records["a_minute"])
    assert reviewing.state.review.done
    assert panel(reviewing).reviewed.text() == "Reviewed ✓"
    assert "a_minute · reviewed ✓" in reviewing.window.windowTitle()
    assert reviewing.window.tools._place.text() == "1 of 3 · reviewed ✓"
    assert reviewing.window.docks["review"]._heading.whole_text.endswith("a_minute · reviewed ✓")
    reviewing.bot.mouseClick(panel(reviewing).reviewed, LEFT)
    assert not reviewing.state.review.done
    assert "begun" in reviewing.window.windowTitle()


def test_the_flag_is_set_and_taken_away(reviewing):
    reviewing.bot.mouseClick(panel(reviewing).flag, LEFT)
    assert reviewing.state.review.flagged
    assert panel(reviewing).flag.text() == "Flagged"
    reviewing.press(Key.Key_F, modifier=SHIFT)
    assert not reviewing.state.review.flagged
    assert not panel(reviewing).flag.isChecked()


def test_another_reader_sees_nothing_of_what_the_first_one_said(reviewing):
    reviewing.press(Key.Key_2)
    panel(reviewing).note.setPlainText("mine")
    panel(reviewing).keep_note()
    reviewing.bot.mouseClick(panel(reviewing).reader, LEFT)
    field = reviewing.window.focusWidget()
    field.clear()
    reviewing.bot.keyClicks(field, "Bob")
    reviewing.bot.keyClick(field, Key.Key_Return)
    assert panel(reviewing).reader.text() == "Bob"
    reviewing.until(lambda: row(reviewing, "AF").stated is None)
    QApplication.processEvents()
    assert row(reviewing, "AF").stated is None
    assert panel(reviewing).note.toPlainText() == ""
    panel(reviewing).history.click()
    (history,) = reviewing.window.findChildren(ReviewHistory)
    assert history.table.topLevelItemCount() == 0
    history.close()


# What the window answers, and the history


def test_the_message_line_tells_what_was_said_undone_and_said_again(reviewing):
    line = reviewing.window.message_line
    reviewing.press(Key.Key_2)
    assert line.text == "Atrial fibrillation stated as present. Ctrl+Z takes it back."
    reviewing.press(Key.Key_D)
    assert line.text == "Atrial fibrillation stated as absent. Ctrl+Z takes it back."
    reviewing.press(Key.Key_Z, modifier=CTRL)
    assert line.text == "Undone: Atrial fibrillation stated as absent."
    reviewing.press(Key.Key_Y, modifier=CTRL)
    assert line.text == "Said again: Atrial fibrillation stated as absent."
    reviewing.press(Key.Key_X)
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
    docks["leads"].raise_()
    qtbot.waitUntil(lambda: docks["leads"].seen)
    QApplication.processEvents()
    assert window.leads.bars.viewport().height() >= 8 * ROW_PX
    window.close()
    window.deleteLater()


def test_a_very_high_window_leaves_no_panel_short_while_another_has_room(
    qtbot, preferences, no_models
):
    from ecgviewer.ui.main_window import MainWindow

    window = MainWindow(preferences)
    window.resize(3840, 2160)
    with qtbot.waitExposed(window):
        window.show()
    docks = window.docks
    qtbot.waitUntil(lambda: docks["review"].seen)
    assert docks["findings"].height() >= 480
    assert docks["why"].height() >= 360
    assert docks["review"].height() >= 600
    assert docks["facts"].height() >= 400
    window.close()
    window.deleteLater()


def test_nine_keys_that_do_alike_share_a_line_of_the_sheet():
    rows = sheet_rows(groups()["Review"])
    assert ("1 … 9", "Class 1 to 9 is there, or take that back") in rows
    assert len(rows) == len(groups()["Review"]) - 8


def test_tab_goes_through_the_panel_in_the_order_in_which_it_is_read(reviewing):
    shown = panel(reviewing)
    reviewing.press(Key.Key_2)
    shown.reader.setFocus()
    reached = []
    for _ in range(6):
        reviewing.bot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    expected = [shown.add, shown.list, shown.note, shown.reviewed, shown.flag, shown.history]
    assert reached == expected


def test_a_window_that_is_a_little_higher_gives_the_room_to_the_findings(
    qtbot, preferences, no_models
):
    from ecgviewer.ui.main_window import MainWindow

    window = MainWindow(preferences)
    window.resize(1600, 1200)
    with qtbot.waitExposed(window):
        window.show()
    assert window.docks["findings"].height() >= 400
    assert window.docks["review"].height() >= 340
    window.close()
    window.deleteLater()


def test_the_chosen_class_stays_in_sight_when_the_panel_becomes_lower(reviewing):
    reviewing.press(Key.Key_7)
    shown = panel(reviewing).list
    chosen = shown.currentIndex()
    for height in (320, 90):
        shown.setFixedHeight(height)
        QApplication.processEvents()
        row = shown.visualRect(chosen)
        assert 0 <= row.top() <= row.bottom() <= shown.viewport().height()
