"""Beats of a scan are corrected by keys and mouse: one by one, as a selection, and undone."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from ecgviewer.core.review import Topic
from ecgviewer.review.store import ReviewStore
from ecgviewer.signal.scan_corrections import NOT_A_BEAT
from ecgviewer.ui import holter_print
from ecgviewer.ui.beat_menu import beat_menu
from ecgviewer.ui.state import Stage
from tests.gui.pointer import Pointer
from tests.gui.test_scan import DOWN_S, RATE_HZ, holter, scanned  # noqa: F401

# Lists and menus are windows, of which the offscreen platform has not all.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def said(desk):
    return dict(desk.state.review.beats)


def click(desk, time_s, held=Qt.KeyboardModifier.NoModifier):
    """Click on the beat that is nearest to a time of the page."""
    mouse = Pointer(desk.window.paper)
    at = mouse.at("MLII", time_s)
    mouse._send(QEvent.Type.MouseButtonPress, at, held)
    mouse._send(QEvent.Type.MouseButtonRelease, at, held)


def settle(desk):
    """Wait until the scan has what was said."""
    beats = desk.state.review.beats if desk.state.review else {}
    desk.until(lambda: (desk.state.corrected is not None) is bool(beats))
    desk.bot.wait(20)


def seconds(beats):
    return sorted(round(beat / RATE_HZ) for beat in beats)


@pytest.fixture
def beats(scanned):  # noqa: F811
    scanned.press(Key.Key_Home)
    return scanned


def test_a_number_labels_the_chosen_beat_and_the_same_number_takes_it_back(beats):
    click(beats, 3.0)
    beat = beats.state.scan_beat
    assert beats.state.scan.labels[1] == "PVC"
    beats.press(Key.Key_2)
    settle(beats)
    assert said(beats) == {beat: "PVC"}
    assert beats.state.corrected.n_corrected == 1
    assert beats.state.scan.summary.pvc.n == len(DOWN_S)
    assert beats.state.corrected.scan.summary.pvc.n == len(DOWN_S) + 1
    assert "N → PVC" in beats.window.message_line.text
    assert beats.state.review.beats_seen == {beat: "N"}
    beats.press(Key.Key_2)
    settle(beats)
    assert said(beats) == {}
    assert beats.state.review.beats_seen == {}


def test_x_and_0_take_back_and_no_class_of_the_record_is_touched(beats):
    for key in (Key.Key_X, Key.Key_0):
        click(beats, 3.0)
        beats.press(Key.Key_2)
        assert said(beats)
        beats.press(key)
        assert said(beats) == {}
    assert not beats.state.review.classes


def test_9_says_that_there_is_no_beat(beats):
    click(beats, 3.0)
    beat = beats.state.scan_beat
    beats.press(Key.Key_9)
    settle(beats)
    assert said(beats) == {beat: NOT_A_BEAT}
    assert beat not in beats.state.corrected.scan.samples
    beats.press(Key.Key_J, modifier=SHIFT)
    beats.press(Key.Key_K, modifier=SHIFT)
    assert beats.state.scan_beat == beat


def test_shift_and_a_click_choose_all_beats_between_and_one_key_labels_them_in_one_step(beats):
    click(beats, 2.0)
    click(beats, 6.0, SHIFT)
    assert seconds(beats.state.scan_beats) == [2, 3, 4, 5, 6]
    beats.press(Key.Key_3)
    settle(beats)
    assert set(said(beats).values()) == {"PAC"}
    assert seconds(said(beats)) == [2, 3, 4, 5, 6]
    (step,) = beats.state.review.steps
    assert [change.topic for change in step.changes].count(Topic.BEAT) == 5
    beats.press(Key.Key_Z, modifier=CONTROL)
    settle(beats)
    assert said(beats) == {}
    beats.press(Key.Key_Y, modifier=CONTROL)
    assert len(said(beats)) == 5


def test_esc_lets_go_of_the_selection_then_of_the_beat_and_numbers_mean_classes_again(beats):
    click(beats, 2.0)
    click(beats, 6.0, SHIFT)
    beats.press(Key.Key_Escape)
    assert beats.state.scan_beats == ()
    assert beats.state.scan_beat is not None
    beats.until_idle()
    beats.press(Key.Key_Escape)
    assert beats.state.scan_beat is None
    beats.press(Key.Key_2)
    assert dict(beats.state.review.classes)
    assert said(beats) == {}


def test_a_plain_click_and_a_step_choose_one_beat_again(beats):
    click(beats, 2.0)
    click(beats, 6.0, SHIFT)
    beats.press(Key.Key_J, modifier=SHIFT)
    assert beats.state.scan_beats == ()


def test_a_region_drawn_over_beats_chooses_them(beats):
    beats.press(Key.Key_A)
    mouse = Pointer(beats.window.paper)
    mouse.drag(mouse.at("MLII", 2.5), mouse.at("MLII", 5.5))
    beats.bot.keyClick(beats.window.focusWidget(), Key.Key_Escape)
    assert seconds(beats.state.scan_beats) == [3, 4, 5]
    beats.press(Key.Key_2)
    assert len(said(beats)) == 3
    assert not beats.state.review.regions


def entries(menu):
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def test_the_menu_on_a_beat_labels_it_and_chooses_beats_like_it(beats):
    beats.press(Key.Key_J, Key.Key_J)
    menu = beat_menu(beats.window, round(50 * RATE_HZ))
    shown = entries(menu)
    assert any(text.startswith("Beat at 0:00:50, PVC by updown") for text in shown)
    shown["Choose all PVC of the record"].trigger()
    assert seconds(beats.state.scan_beats) == list(DOWN_S)
    again = beat_menu(beats.window, round(50 * RATE_HZ))
    entries(again)["No beat"].trigger()
    settle(beats)
    assert seconds(said(beats)) == list(DOWN_S)
    assert len(beats.state.review.steps) == 1
    assert beats.state.corrected.scan.summary.pvc.n == 0


def test_a_right_click_opens_the_menu_on_the_paper(beats):
    asked = []
    beats.window.paper.menu_wished.connect(lambda sample, at: asked.append((sample, at)))
    at = Pointer(beats.window.paper).at("MLII", 3.0).toPoint()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, beats.window.paper.mapToGlobal(at)
    )
    QApplication.sendEvent(beats.window.paper, event)
    ((sample, place),) = asked
    assert sample / RATE_HZ == pytest.approx(3.0, abs=0.02)
    assert isinstance(place, QPoint)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_where_no_beat_is_one_that_the_model_missed_can_be_added(beats):
    menu = beat_menu(beats.window, round(3.5 * RATE_HZ))
    shown = entries(menu)
    assert "Choose all beats of this page" not in shown
    shown["Premature ventricular contraction (PVC)"].trigger()
    settle(beats)
    assert said(beats) == {round(3.5 * RATE_HZ): "PVC"}
    assert beats.state.review.beats_seen == {round(3.5 * RATE_HZ): "|"}
    n = len(beats.state.scan.samples)
    assert len(beats.state.corrected.scan.samples) == n + 1
    assert beats.state.scan_beat == round(3.5 * RATE_HZ)
    beats.press(Key.Key_X)
    settle(beats)
    assert said(beats) == {}


def test_panels_tell_how_many_were_corrected_and_keep_the_model_s_figures(beats):
    click(beats, 2.0)
    click(beats, 6.0, SHIFT)
    beats.press(Key.Key_2)
    settle(beats)
    told = beats.window.panels.holter.accessible_text()
    assert "5 beats corrected by the reader; the figures follow." in told
    assert f"{len(DOWN_S) + 5} (" in told
    assert f"model: {len(DOWN_S)} (" in told
    assert "5 beats corrected" in beats.window.panels.scan._source.text()
    state = beats.state
    document = holter_print.summary_document(
        state.record, state.scan, state.scan_findings, state.corrected
    )
    text = document.toPlainText()
    assert "5 beats corrected by the reader" in text
    assert f"model: {len(DOWN_S)} (" in text
    click(beats, 3.0)
    assert "→ PVC" in beats.window.docks["strips"]._subject


def test_corrections_are_there_when_the_record_is_scanned_again_after_a_restart(
    beats,
    make_desk,
    holter,  # noqa: F811
    preferences,
):
    click(beats, 3.0)
    beats.press(Key.Key_2)
    beats.until_idle()
    beats.window.close()
    again = make_desk()
    again.open(holter)
    again.until(lambda: again.state.scan_stage is Stage.DONE)
    again.until(lambda: again.state.corrected is not None)
    assert again.state.corrected.n_corrected == 1
    store = ReviewStore(preferences.review_path)
    assert len(store.steps()) == 1
    store.close()
