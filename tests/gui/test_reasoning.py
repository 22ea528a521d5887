import numpy as np
import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.finding import Analysis, WindowScores
from ecgviewer.paper.heat_layer import layer_of
from ecgviewer.paper.view import Overlay
from ecgviewer.ui import jobs
from ecgviewer.ui.reasoning import best_start_s, span_to_explain
from ecgviewer.ui.state import Stage
from ecgviewer.ui.why_panel import heat_words
from tests.made_models import LABELS, record_of

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_without_a_model_viewing_still_works(desk, demo_af):
    desk.open(demo_af)
    assert desk.state.models == ()
    assert desk.state.analysis is None
    assert "Viewing still works" in desk.window.findings.caption
    assert not desk.window.message_line.is_error


@pytest.fixture
def answered(model_desk, demo_af):
    model_desk.open(demo_af)
    return model_desk


def test_every_class_is_listed_the_present_ones_first(answered):
    state = answered.state
    assert state.analysis_stage is Stage.DONE
    listed = answered.window.findings.list.labels
    assert sorted(listed) == sorted(LABELS)
    present = [state.analysis.scores[x] >= state.analysis.thresholds[x] for x in listed]
    assert present == sorted(present, reverse=True)


def test_the_first_present_finding_is_explained_by_itself(answered):
    state = answered.state
    first = state.analysis.findings[0]
    assert first.present
    assert state.label == first.label
    assert state.heat.label == first.label
    assert (state.heat.start, state.heat.stop) == (0, state.record.n_samples)


def test_the_map_is_tried_by_taking_the_coloured_part_away(answered):
    answered.until_idle()
    state = answered.state
    assert not state.heat.empty
    trial = state.heat_trial
    assert trial.sentence.startswith(f"Without the strongest 5 %: {state.label} ")
    assert trial.sentence in answered.window.why.text
    assert trial.verdict in answered.window.why.text


def test_another_finding_forgets_the_old_trial_and_gets_its_own(answered):
    answered.until_idle()
    answered.press(Key.Key_J)
    answered.until(lambda: answered.state.heat is not None)
    assert answered.state.heat_trial is None
    answered.until_idle()
    later = answered.state
    assert later.heat.empty or later.heat_trial.label == later.label


def test_j_and_k_walk_through_the_findings(answered):
    labels = [finding.label for finding in answered.state.analysis.findings]
    answered.press(Key.Key_J, Key.Key_J)
    assert answered.state.label == labels[2]
    answered.press(Key.Key_K)
    assert answered.state.label == labels[1]
    answered.until_idle()
    assert answered.state.heat.label == labels[1]


def test_a_click_on_a_finding_colours_the_trace_for_it(answered):
    rows = answered.window.findings.list
    index = rows.model().index(3, 0)
    answered.bot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center()
    )
    assert answered.state.label == rows.labels[3]
    answered.until_idle()
    assert answered.state.heat.label == rows.labels[3]


def test_the_newest_wish_wins_over_those_before_it(answered):
    seen = []
    answered.window.state.changed.connect(
        lambda old, new: seen.append(new.heat.label) if new.heat not in (None, old.heat) else None
    )
    answered.press(*[Key.Key_J] * 8)
    last = answered.state.label
    answered.until_idle()
    assert answered.state.heat.label == last
    assert seen[-1] == last
    assert len(seen) < 8


def test_shift_o_explains_by_the_next_method(answered):
    assert answered.state.method == "gradcam"
    answered.press(Key.Key_O, modifier=SHIFT)
    answered.until_idle()
    assert answered.state.heat.method == "hirescam"


def test_while_waiting_the_classes_that_will_be_answered_are_listed(model_desk, demo_long):
    desk = model_desk
    desk.window.opening.open_path(demo_long)
    desk.until(lambda: desk.window.findings.list.labels == LABELS)
    assert desk.state.analysis_stage is Stage.WAITING
    desk.window.stop()


def test_the_heat_is_told_in_words(answered):
    state = answered.state
    layer = layer_of(state.heat, Overlay(percentile=90.0))
    words = heat_words(layer, (0, state.record.n_samples), state.record.rate_hz)
    assert "Coloured: the strongest 10 %." in words
    assert "logits per step of 64 ms; time only, not per lead" in words
    assert "% of this page" in heat_words(layer, (0, 1000), state.record.rate_hz)


def test_f5_analyses_anew(answered):
    before = answered.state.analysis
    answered.press(Key.Key_F5)
    assert answered.state.analysis_stage is Stage.WAITING
    answered.until_idle()
    assert answered.state.analysis is not before
    assert answered.state.analysis.scores == before.scores


def test_esc_stops_the_analysis_of_a_long_record(model_desk, demo_long):
    desk = model_desk
    desk.window.opening.open_path(demo_long)
    desk.until(lambda: desk.state.analysis_stage is Stage.WAITING)
    desk.until(lambda: "Analysing" in desk.window.message_line.work_text)
    desk.press(Key.Key_Escape)
    assert desk.state.analysis_stage is Stage.NONE
    desk.until_idle()
    assert desk.state.analysis is None
    assert desk.window.message_line.work_text == ""


def test_another_record_stops_what_was_asked_of_the_one_before(model_desk, demo_long, demo_af):
    desk = model_desk
    desk.window.opening.open_path(demo_long)
    desk.until(lambda: desk.state.analysis_stage is Stage.WAITING)
    desk.open(demo_af)
    assert desk.state.analysis.n_samples == desk.state.record.n_samples


def test_a_record_that_no_model_can_read_is_shown_with_the_reason(model_desk, tmp_path):
    header = "pressure 1 100 1000\npressure.dat 16 10/mmHg 16 0 0 0 0 ABP\n"
    (tmp_path / "pressure.hea").write_text(header)
    np.zeros(1000, dtype="<i2").tofile(tmp_path / "pressure.dat")
    model_desk.open(tmp_path / "pressure.hea")
    assert model_desk.state.analysis_stage is Stage.FAILED
    assert "no ECG lead" in model_desk.window.message_line.text
    assert model_desk.window.paper.isVisible()


def test_an_absent_gpu_gives_the_answer_of_the_cpu_and_says_so(model_desk, demo_af):
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has a GPU")
    model_desk.open(demo_af)
    model_desk.window.reasoning.choose_device("cuda")
    model_desk.until_idle()
    assert model_desk.state.analysis.device == "CPU"
    assert "CPU" in model_desk.window.message_line.text
    assert model_desk.window.preferences.device == "cuda"


def test_a_broken_model_is_named_and_viewing_goes_on(make_desk, a_model, no_models, demo_af):
    weights = no_models / a_model / "weights.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x00")
    desk = make_desk()
    desk.open(demo_af)
    assert desk.state.analysis_stage is Stage.FAILED
    assert a_model in desk.window.message_line.text


def _analysis(scores: list[float], window: int, n_samples: int) -> Analysis:
    windows = tuple(
        WindowScores(i * window, (i + 1) * window, {"AF": score}) for i, score in enumerate(scores)
    )
    return Analysis("made", ("AF",), {"AF": 0.9}, {"AF": 0.5}, windows, (), n_samples, "CPU", 0.1)


@pytest.fixture
def ten_minutes():
    record = record_of(np.zeros((1, 300_000), dtype=np.float32), ("II",))
    scores = [0.1] * 60
    scores[30] = 0.8
    return record, _analysis(scores, 5_000, 300_000)


def test_of_a_long_record_only_the_windows_in_view_are_explained(ten_minutes):
    record, analysis = ten_minutes
    assert span_to_explain(analysis, record, (12_000, 17_000)) == (10_000, 20_000)
    assert span_to_explain(analysis, record, (0, 5_000)) == (0, 5_000)


def test_a_short_record_is_explained_whole():
    record = record_of(np.zeros((1, 5_000), dtype=np.float32), ("II",))
    assert span_to_explain(_analysis([0.5], 5_000, 5_000), record, (1_000, 2_000)) == (0, 5_000)


def test_a_finding_of_a_long_record_is_gone_to_and_centred(ten_minutes):
    record, analysis = ten_minutes
    assert best_start_s(analysis, record, (0, 4_000), "AF", 0.0) == pytest.approx(301.0)


def test_questions_are_frozen():
    question = jobs.Question(None, "auto")
    with pytest.raises(AttributeError):
        question.device = "cpu"  # type: ignore[misc]  # the point of the test
