import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ecgviewer.core.erased import Erased
from ecgviewer.core.finding import Analysis, WindowScores
from ecgviewer.core.heat import Heat
from ecgviewer.core.task import Task
from ecgviewer.explain.erase import ask_without
from ecgviewer.inference.library import load_model
from ecgviewer.paper.view import Layout, Overlay
from ecgviewer.ui.erasing import answer_words, coloured_spans
from ecgviewer.ui.state import ViewState
from tests.gui.leads_net import NAME
from tests.made_models import noise, record_of

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def answered(speaking_desk, demo_af):
    speaking_desk.open(demo_af)
    assert speaking_desk.state.label is not None
    return speaking_desk


def _mouse(paper, kind: QEvent.Type, x: float, y: float, button, held) -> None:
    at = QPointF(x, y)
    buttons = button if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, paper.mapToGlobal(at), button, buttons, held)
    QApplication.sendEvent(paper, event)


def drag(desk, lead: str, from_s: float, to_s: float, *, held=NO_KEY, button=LEFT) -> None:
    """Drag over a lead's cell from one time to another, with a stop on the way."""
    paper = desk.window.paper
    sheet = paper.sheet()
    px = sheet.px_per_mm / paper.devicePixelRatioF()
    cell = next(
        cell
        for cell in paper.page.cells(sheet)
        if cell.slot.label == lead and cell.start_s <= from_s
    )
    speed = desk.state.view.speed_mm_per_s
    x = [(cell.x_mm + (at_s - cell.start_s) * speed) * px for at_s in (from_s, to_s)]
    y = (cell.top_mm + cell.height_mm / 2) * px
    _mouse(paper, QEvent.Type.MouseButtonPress, x[0], y, button, held)
    for place in (sum(x) / 2, x[1]):
        _mouse(paper, QEvent.Type.MouseMove, place, y, button, held)
    _mouse(paper, QEvent.Type.MouseButtonRelease, x[1], y, button, held)


def spans_s(desk) -> list[tuple[float, float, str | None]]:
    rate_hz = desk.state.record.rate_hz
    return [(e.start / rate_hz, e.stop / rate_hz, e.lead) for e in desk.state.erased]


def test_e_and_a_drag_erase_in_all_leads_and_show_each_score_before_and_after(answered):
    before = answered.state.analysis
    answered.press(Key.Key_E)
    assert "drag" in answered.window.message_line.text
    drag(answered, "I", 0.8, 1.6)
    ((start_s, stop_s, lead),) = spans_s(answered)
    assert (start_s, stop_s) == pytest.approx((0.8, 1.6), abs=0.02)
    assert lead is None
    answered.until_idle()
    after = answered.state.without
    assert after.scores != before.scores
    assert answered.state.analysis is before
    rows = answered.window.findings.list
    for row, label in enumerate(rows.labels):
        words = rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert f"{before.scores[label]:.2f}" in words
        assert f"{after.scores[label]:.2f} without what is erased" in words


def test_the_answer_is_that_of_the_model_without_those_samples(answered, no_models):
    answered.press(Key.Key_E)
    drag(answered, "V1", 5.5, 6.5, held=SHIFT)
    answered.until_idle()
    state = answered.state
    model = load_model(no_models / NAME, "cpu")
    asked = ask_without(model, state.record, state.erased, state.analysis, Task())
    assert state.without.scores == pytest.approx(asked.scores, abs=1e-5)


def test_shift_erases_the_lead_under_the_pointer_alone(answered):
    answered.press(Key.Key_E)
    drag(answered, "aVL", 3.0, 3.5, held=SHIFT)
    ((_, _, lead),) = spans_s(answered)
    assert lead == "aVL"
    answered.until_idle()
    assert "0.5 s erased in aVL:" in answered.window.message_line.text


def test_a_drag_follows_its_row_through_the_columns(answered):
    answered.press(Key.Key_E)
    drag(answered, "II", 2.0, 4.0)
    ((start_s, stop_s, _),) = spans_s(answered)
    assert (start_s, stop_s) == pytest.approx((2.0, 4.0), abs=0.02)


def test_a_drag_beyond_the_paper_ends_with_the_record(answered):
    answered.press(Key.Key_E)
    drag(answered, "V4", 9.0, 99.0)
    ((_, stop_s, _),) = spans_s(answered)
    assert stop_s == pytest.approx(answered.state.record.duration_s, abs=0.05)


def test_several_parts_add_up_and_backspace_brings_the_last_back(answered):
    answered.press(Key.Key_E)
    drag(answered, "I", 0.5, 1.0)
    answered.until_idle()
    first = answered.state.without.scores
    drag(answered, "I", 1.5, 2.0)
    answered.until_idle()
    assert len(answered.state.erased) == 2
    assert answered.state.without.scores != first
    answered.press(Key.Key_Backspace)
    answered.until_idle()
    assert answered.state.without.scores == pytest.approx(first, abs=1e-6)
    answered.press(Key.Key_Backspace)
    assert answered.state.erased == ()
    assert answered.state.without is None


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_E])
def test_esc_or_e_brings_the_whole_record_back(answered, key):
    answered.press(Key.Key_E)
    drag(answered, "I", 0.5, 1.0)
    answered.until_idle()
    answered.press(key)
    state = answered.state
    assert (state.erased, state.without, state.erasing) == ((), None, False)
    assert "back" in answered.window.message_line.text
    assert answered.window.paper.page.erased == ()
    assert not answered.window.actions_by_name["erase"].isChecked()
    assert "without" not in answered.window.findings.caption.lower()


def test_esc_before_the_answer_leaves_no_answer_behind(answered):
    answered.press(Key.Key_E)
    drag(answered, "I", 0.5, 1.0)
    answered.press(Key.Key_Escape)
    answered.until_idle()
    assert answered.state.without is None


def test_the_paper_hatches_what_is_erased(answered):
    paper = answered.window.paper
    whole = paper.grab().toImage()
    answered.press(Key.Key_E)
    drag(answered, "V2", 5.5, 6.5)
    assert len(paper.page.scene(paper.sheet()).erasures) == 4
    assert paper.grab().toImage() != whole
    answered.until_idle()


def test_without_the_eraser_a_drag_pans_and_with_it_the_middle_button_does(
    speaking_desk, demo_long
):
    desk = speaking_desk
    desk.window.opening.open_path(demo_long)
    desk.until(lambda: desk.state.record is not None)
    desk.window.state.replace(erasing=True)
    drag(desk, "II", 3.0, 1.0, button=MIDDLE)
    assert desk.state.view.start_s == pytest.approx(2.0, abs=0.05)
    assert desk.state.erased == ()
    desk.window.state.replace(erasing=False)
    drag(desk, "II", 4.0, 3.0)
    assert desk.state.view.start_s == pytest.approx(3.0, abs=0.05)
    desk.window.reasoning.stop()


def test_a_click_erases_nothing(answered):
    answered.press(Key.Key_E)
    drag(answered, "V2", 5.5, 5.5)
    assert answered.state.erased == ()


def test_shift_e_erases_what_is_coloured(answered):
    spans = coloured_spans(answered.state.heat, answered.state.overlay)
    answered.press(Key.Key_E, modifier=SHIFT)
    assert answered.state.erased == tuple(spans)
    assert answered.state.erasing
    answered.until_idle()
    share = sum(span.stop - span.start for span in spans) / answered.state.record.n_samples
    assert share == pytest.approx(0.05, abs=0.01)


def test_shift_e_erases_what_the_caliper_spans_and_puts_it_away(answered):
    answered.press(Key.Key_M)
    drag(answered, "I", 0.4, 0.9)
    assert "500 ms" in answered.window.message_line._text.whole_text
    answered.press(Key.Key_E, modifier=SHIFT)
    ((start_s, stop_s, lead),) = spans_s(answered)
    assert (start_s, stop_s) == pytest.approx((0.4, 0.9), abs=0.02)
    assert lead is None
    assert not answered.window.actions_by_name["caliper"].isChecked()
    answered.until_idle()


def test_the_map_is_still_tried_after_erasing(answered):
    answered.press(Key.Key_J)
    answered.press(Key.Key_E)
    answered.until(lambda: answered.state.heat is not None)
    drag(answered, "I", 0.5, 1.0)
    answered.until_idle()
    assert answered.state.heat.empty or answered.state.heat_trial


def test_f5_and_another_record_begin_with_nothing_erased(answered, demo_long):
    answered.press(Key.Key_E)
    drag(answered, "I", 0.5, 1.0)
    answered.press(Key.Key_F5)
    assert answered.state.erased == ()
    answered.until_idle()
    assert answered.state.without is None
    drag(answered, "I", 0.5, 1.0)
    answered.window.opening.open_path(demo_long)
    answered.until(lambda: answered.state.record.path == demo_long)
    assert (answered.state.erased, answered.state.erasing) == ((), False)
    answered.window.reasoning.stop()
    answered.until(lambda: "erase" not in answered.window.quick.busy_kinds)
    assert answered.state.without is None


def test_without_an_answer_there_is_nothing_to_ask_again(desk, demo_af):
    desk.open(demo_af)
    desk.press(Key.Key_E)
    assert not desk.state.erasing
    assert "not answered" in desk.window.message_line.text


def test_all_of_a_record_erased_is_refused_in_words(answered):
    n_samples = answered.state.record.n_samples
    answered.window.erasing.erase([Erased(0, n_samples)])
    answered.until_idle()
    assert answered.window.message_line.is_error
    assert "Nothing of demo_af is left" in answered.window.message_line.text
    assert answered.state.without is None


@pytest.mark.parametrize(
    ("before", "after", "label", "words"),
    [
        (0.97, 0.41, "AF", "0.8 s erased in all leads: atrial fibrillation 0.97 → 0.41, below"),
        (0.97, 0.91, "AF", "atrial fibrillation 0.97 → 0.91."),
        (0.30, 0.60, "STD", "ST depression 0.30 → 0.60, above its threshold."),
        (0.30, 0.60, None, "ST depression 0.30 → 0.60, above its threshold."),
    ],
)
def test_what_changed_is_told_in_one_sentence(before, after, label, words):
    def answer(score: float) -> Analysis:
        scores = {name: score if name == (label or "STD") else 0.1 for name in ("AF", "STD")}
        return Analysis("m", ("AF", "STD"), scores, {"AF": 0.5, "STD": 0.5}, (), (), 5000, "", 0.1)

    state = ViewState(
        record=record_of(noise(12, 5000)),
        analysis=answer(before),
        without=answer(after),
        label=label,
        erasures=((Erased(0, 400),),),
    )
    assert words in answer_words(state)


def test_of_a_long_record_the_windows_that_were_asked_again_are_told_first():
    def answer(*scores: float) -> Analysis:
        windows = tuple(
            WindowScores(5000 * i, 5000 * (i + 1), {"AF": score}) for i, score in enumerate(scores)
        )
        mean = sum(scores) / len(scores)
        return Analysis("m", ("AF",), {"AF": mean}, {"AF": 0.5}, windows, (), 15_000, "", 0.1)

    state = ViewState(
        record=record_of(noise(12, 15_000)),
        analysis=answer(0.1, 0.9, 0.1),
        without=answer(0.1, 0.2, 0.1),
        label="AF",
        erasures=((Erased(6000, 6500),),),
    )
    assert answer_words(state) == (
        "1.0 s erased in all leads: atrial fibrillation 0.90 → 0.20, below its threshold there, "
        "0.37 → 0.13 in the record."
    )


def test_what_is_coloured_lead_by_lead_is_erased_lead_by_lead():
    values = np.zeros((2, 1000), dtype=np.float32)
    values[0, 100:200] = values[1, 300:350] = values[1, 900:] = 1
    heat = Heat("AF", "gradient", "m", 500, 1500, ("I", "V1"), values, values, step=1.0)
    assert coloured_spans(heat, Overlay(percentile=80)) == [
        Erased(600, 700, "I"),
        Erased(800, 850, "V1"),
        Erased(1400, 1500, "V1"),
    ]
    assert coloured_spans(None, Overlay()) == []


def test_one_large_lead_is_erased_where_it_is_seen(answered):
    answered.window.change_view(layout=Layout.RHYTHM)
    answered.press(Key.Key_E)
    drag(answered, "II", 6.0, 7.0)
    ((start_s, stop_s, lead),) = spans_s(answered)
    assert (start_s, stop_s) == pytest.approx((6.0, 7.0), abs=0.02)
    assert lead is None
    answered.until_idle()
