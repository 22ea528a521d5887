from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Lead, Patient, Record
from ecgviewer.core.task import Task
from ecgviewer.paper.theme import Ink
from ecgviewer.signal.measured_span import Quantity, measure_span
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.ui.measured_panel import MeasuredPanel
from ecgviewer.ui.measured_words import adult_references, measured_rows, notes, table_text
from ecgviewer.ui.state import Stage, ViewState
from tests.paper.made_record import flat, made_record

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def until_measured(desk) -> None:
    desk.until(
        lambda: (
            not desk.window.measuring.settling
            and desk.state.measured_stage in (Stage.DONE, Stage.FAILED)
        )
    )
    desk.until_idle()


def marked_samples(desk) -> set[float]:
    """The places of the brackets' ends on the paper, in mm."""
    paper = desk.window.paper
    scene = paper.page.scene(paper.sheet())
    upright = [lines for lines in scene.lines if lines.ink is Ink.MARK and not lines.width_mm]
    return {x for lines in upright for x in lines.segments[:, 0].tolist()}


def measured_of(record: Record):
    return measure_span(record, 0, record.n_samples, Task())


def state_of(record: Record) -> ViewState:
    return ViewState(record=record, measured=measured_of(record), measured_stage=Stage.DONE)


@pytest.fixture
def demo_snr():
    return demo_folder() / "demo_snr.hea"


@pytest.fixture
def measuring(desk, demo_snr):
    """A record is open without annotations in view, and its measured values are in front."""
    desk.open(demo_snr)
    desk.window.state.replace(annotations_visible=False)
    desk.press(Key.Key_I)
    until_measured(desk)
    return desk


@pytest.fixture
def show(qtbot):
    def make(state: ViewState) -> MeasuredPanel:
        panel = MeasuredPanel()
        qtbot.addWidget(panel)
        panel.resize(320, 420)
        panel.show()
        panel.redraw(ViewState(), state)
        return panel

    return make


def test_behind_another_tab_nothing_is_measured(desk, demo_snr):
    desk.open(demo_snr)
    desk.until(lambda: not desk.window.measuring.settling)
    assert desk.state.measured is None


def test_the_key_brings_the_values_and_chooses_none(measuring):
    panel = measuring.window.panels.measured
    assert measuring.window.docks["measured"].seen
    assert panel.list.hasFocus()
    assert [row.quantity for row in panel.list.rows] == list(Quantity)
    assert all(row.value for row in panel.list.rows)
    assert measuring.state.measured_row is None
    assert marked_samples(measuring) == set()


def chosen(measuring) -> Quantity | None:
    return measuring.state.measured_row


def test_arrows_and_clicks_choose_a_value_whose_beats_are_marked(measuring):
    panel, bot = measuring.window.panels.measured, measuring.bot
    bot.keyClick(panel.list, Key.Key_Down)
    assert chosen(measuring) is Quantity.RATE
    n_peaks = len(marked_samples(measuring))
    assert n_peaks >= 5
    for _ in range(4):
        bot.keyClick(panel.list, Key.Key_Down)
    assert panel.list.notes.endswith("what is usual in adults.")
    assert chosen(measuring) is Quantity.QT
    assert len(marked_samples(measuring)) > n_peaks
    place = panel.list.visualRect(panel.list.currentIndex()).center()
    bot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert measuring.state.measured_row is None
    assert marked_samples(measuring) == set()
    bot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert measuring.state.measured_row is Quantity.QT


def test_escape_takes_the_marks_away(measuring):
    measuring.window.measuring.choose(Quantity.PR)
    assert marked_samples(measuring)
    measuring.press(Key.Key_Escape)
    assert measuring.state.measured_row is None
    assert marked_samples(measuring) == set()


def test_the_table_is_copied_as_text(measuring):
    panel = measuring.window.panels.measured
    measuring.bot.keyClick(panel.list, Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(table_text(measuring.state.measured))
    assert "\nST, mV from PQ\t" in text
    assert "QTc Fridericia\t" in text
    assert "copied" in measuring.window.message_line.text


def test_in_fibrillation_pr_is_not_measurable_and_says_why(desk, demo_af):
    desk.open(demo_af)
    desk.press(Key.Key_I)
    until_measured(desk)
    text = desk.window.panels.measured.text
    assert "PR: not measurable, no P wave" in text
    by_quantity = {row.quantity: row for row in desk.window.panels.measured.list.rows}
    assert "no P wave" in by_quantity[Quantity.P].note
    assert by_quantity[Quantity.PR].as_before == "P"
    assert "The rhythm is irregular: a mean (heart rate, QTc)." in text
    desk.window.measuring.choose(Quantity.PR)
    assert desk.window.paper.page.measured.spans.size == 0


def test_the_values_follow_the_page_and_only_where_it_rests(desk, demo_long):
    desk.open(demo_long)
    desk.press(Key.Key_I)
    until_measured(desk)
    first = desk.state.measured
    done = []
    desk.window.quick.done.connect(lambda kind, _: done.append(kind))
    for _ in range(5):
        desk.press(Key.Key_PageDown)
    assert desk.window.measuring.settling
    desk.until(lambda: desk.state.measured is not first)
    until_measured(desk)
    assert done.count("measure") == 1
    start, stop = desk.window.paper.visible_span()
    middle = (desk.state.measured.start + desk.state.measured.stop) / 2
    assert middle == pytest.approx((start + stop) / 2, abs=2)
    start_s = desk.state.measured.start / desk.state.record.rate_hz
    assert desk.window.panels.measured.text.startswith(f"{start_s:.1f}–")


def test_what_comes_too_late_is_not_shown(measuring, demo_af):
    late = measuring.state.measured
    measuring.window.opening.open_path(demo_af)
    measuring.until(lambda: measuring.state.record.path == demo_af)
    assert "Measuring" in measuring.window.panels.measured.text
    measuring.window.measuring._done("measure", late)
    until_measured(measuring)
    assert measuring.state.measured.record is measuring.state.record


def test_a_chosen_value_stays_marked_on_the_next_record(measuring, demo_af):
    measuring.window.measuring.choose(Quantity.QRS)
    before = marked_samples(measuring)
    measuring.open(demo_af)
    until_measured(measuring)
    assert marked_samples(measuring) not in (set(), before)


def test_a_record_without_ecg_says_so_and_is_not_read(desk, tmp_path):
    values = np.full((1, 5000), 90, dtype=np.float32)
    record = replace(made_record(values, [Lead("ABP", 0, "mmHg", is_ecg=False)]), path=tmp_path)
    desk.window.state.replace(record=record)
    desk.press(Key.Key_I)
    desk.until(lambda: not desk.window.measuring.settling)
    panel = desk.window.panels.measured
    assert panel.text == "This record has no ECG lead."
    assert panel.list.isHidden()
    assert "measure" not in desk.window.quick.busy_kinds


def test_a_flat_record_says_once_that_there_is_no_beat(show):
    panel = show(state_of(made_record(flat())))
    assert panel.text.endswith("Nothing can be measured here: no beat is found.")


def test_a_limit_is_told_once_with_the_values_that_it_is_about():
    made = synthesize("SNR", 1)
    record = made_record(made.signals_mv[1:2], ["II"], rate_hz=made.rate_hz)
    told = notes(measured_of(record))
    assert told[0].startswith("From one lead:")
    assert told[0].endswith("(P, PR, QRS, QT, QTc).")
    assert told[-1] == "No reference values: age or sex unknown."


@pytest.mark.parametrize(
    ("patient", "qtc"),
    [
        (Patient(60, "M"), "391–449"),
        (Patient(60, "F"), "391–459"),
        (Patient(17, "F"), None),
        (Patient(None, "F"), None),
        (Patient(60, None), None),
    ],
)
def test_reference_values_are_those_of_adults_of_known_sex(patient, qtc):
    assert adult_references(patient).get(Quantity.FRIDERICIA) == qtc


def test_the_table_names_each_formula_and_has_as_many_columns_in_each_line():
    made = synthesize("SNR", 1)
    measured = measured_of(made_record(made.signals_mv, rate_hz=made.rate_hz))
    _, *lines = table_text(measured).splitlines()
    assert {line.count("\t") for line in lines} == {6}
    names = [line.split("\t")[0] for line in lines]
    assert {"QTc Fridericia", "QTc Bazett", "QTc Framingham", "QTc Hodges"} <= set(names)
    assert len(measured_rows(measured)) == len(lines) - 1


@pytest.mark.parametrize("width", [180, 320, 700])
def test_no_width_is_too_odd_to_paint(show, width):
    panel = show(state_of(made_record(synthesize("AF", 1).signals_mv)))
    panel.resize(width, 500)
    assert not panel.grab().isNull()
