from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import Calibration
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.task import Task
from ecgviewer.inference.input import window
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import analyze
from tests.made_models import noise, random_model, record_of


def test_the_score_of_ten_seconds_is_the_nets_probability():
    model, record = random_model(), record_of(noise(12, 5000))
    analysis = analyze(model, record, Task())
    inputs = torch.from_numpy(window(record, 0, 5000, model.card.input).array[np.newaxis])
    with torch.inference_mode():
        expected = torch.sigmoid(model.net(inputs))[0]
    assert list(analysis.scores.values()) == pytest.approx(expected.tolist(), abs=1e-6)
    assert tuple(analysis.scores) == analysis.labels == model.card.labels
    assert [(item.start, item.stop) for item in analysis.windows] == [(0, 5000)]
    assert (analysis.missing_leads, analysis.notes, analysis.device) == ((), (), "CPU")


def test_a_calibration_moves_windows_and_record_alike_and_thresholds_see_it():
    calibration = Calibration(scale=(0.5,) * 9, offset=(-1.0,) * 9)
    plain, record = random_model(), record_of(noise(12, 12_000))
    model = replace(plain, card=replace(plain.card, calibration=calibration))
    before, after = analyze(plain, record, Task()), analyze(model, record, Task())
    for old, new in zip(before.windows, after.windows, strict=True):
        for label, score in old.scores.items():
            logit = np.log(score / (1 - score))
            assert new.scores[label] == pytest.approx(1 / (1 + np.exp(1 - 0.5 * logit)))
    for finding in after.findings:
        mean = np.mean([window.scores[finding.label] for window in after.windows])
        assert finding.probability == pytest.approx(mean)
        assert finding.present == (finding.probability >= finding.threshold)


def test_a_class_that_was_never_learnt_is_never_told():
    plain, record = random_model(), record_of(noise(12, 5000))
    card = replace(plain.card, unlearnt=("AF",), excluded_by={"IAVB": ("AF",)})
    analysis = analyze(replace(plain, card=card), record, Task())
    told = analyze(plain, record, Task()).scores
    assert analysis.scores == {label: told[label] for label in card.judged}
    assert "AF" not in {finding.label for finding in analysis.findings}
    assert all("AF" not in window.scores for window in analysis.windows)
    with pytest.raises(EcgError, match="has never learnt AF"):
        card.place_of("AF")
    assert card.place_of("IAVB") == plain.card.labels.index("IAVB")


def test_a_long_records_score_is_combined_from_its_windows():
    analysis = analyze(random_model(), record_of(noise(12, 12_000)), Task())
    assert [(item.start, item.stop) for item in analysis.windows] == [
        (0, 5000),
        (5000, 10_000),
        (7000, 12_000),
    ]
    for label, score in analysis.scores.items():
        mean = np.mean([item.scores[label] for item in analysis.windows])
        assert score == pytest.approx(mean)


def test_absent_leads_are_listed_and_a_stand_in_is_said():
    analysis = analyze(random_model(), record_of(noise(1, 3000), ("ECG",), 300.0), Task())
    assert len(analysis.missing_leads) == 11
    assert "II" not in analysis.missing_leads
    assert any("ECG was read as lead II" in note for note in analysis.notes)


def test_windows_without_signal_are_left_out_and_counted():
    values = noise(12, 15_000)
    values[:, 5000:10_000] = np.nan
    analysis = analyze(random_model(), record_of(values), Task())
    assert [item.start for item in analysis.windows] == [0, 10_000]
    assert "1 window holds no signal and took no part." in analysis.notes


def test_a_record_without_signal_or_too_short_or_absurdly_large_is_refused():
    with pytest.raises(EcgError, match="made holds no signal"):
        analyze(random_model(), record_of(np.full((12, 5000), np.nan)), Task())
    with pytest.raises(EcgError, match=r"made is 0\.2 s long"):
        analyze(random_model(), record_of(noise(12, 100)), Task())
    with pytest.raises(EcgError, match="are its units right"):
        analyze(random_model(), record_of(noise(12, 5000) * np.float32(1e38)), Task())


@pytest.mark.parametrize("level_mv", [0.0, 1.5])
def test_a_flat_line_is_no_signal(level_mv: float):
    with pytest.raises(EcgError, match="made holds no signal"):
        analyze(random_model(), record_of(np.full((12, 5000), level_mv)), Task())


def test_a_flat_lead_is_read_as_absent():
    values = noise(12, 5000)
    values[8] = 3.2
    flat = analyze(random_model(), record_of(values), Task())
    assert flat.missing_leads == ("V3",)
    values[8] = np.nan
    assert flat.scores == analyze(random_model(), record_of(values), Task()).scores


def test_a_trend_of_one_value_a_second_is_refused():
    with pytest.raises(EcgError, match="sampled at 1 Hz; a model needs at least 50 Hz"):
        analyze(random_model(), record_of(noise(12, 600), rate_hz=1.0), Task())


def test_progress_is_told_and_a_cancelled_task_stops_between_batches():
    steps: list[tuple[int, int]] = []
    task = Task(lambda done, total: steps.append((done, total)))
    record = record_of(noise(12, 50_000))
    analyze(random_model(), record, task)
    assert steps[0] == (0, 10)
    assert steps[-1] == (10, 10)

    def stop_after_the_first(done: int, _total: int) -> None:
        if done:
            stopped.cancel()

    stopped = Task(stop_after_the_first)
    with pytest.raises(Cancelled):
        analyze(random_model(), record, stopped)


def test_a_gpu_without_memory_hands_over_to_the_cpu_with_a_note():
    model = random_model()
    asked: list[LoadedModel] = []

    def compute(ready: LoadedModel) -> str:
        asked.append(ready)
        if len(asked) == 1:
            raise torch.cuda.OutOfMemoryError
        return "answer"

    answer, used = with_fallback(model, compute)
    assert (answer, used.device.type) == ("answer", "cpu")
    assert asked[1] is used is not model
    assert "ran out of memory" in used.notes[0]
    assert model.notes == ()


def test_av_block_is_not_judged_beside_fibrillation():
    analysis = Analysis(
        model="m",
        labels=("AF", "IAVB"),
        scores={"AF": 0.9, "IAVB": 0.8},
        thresholds={"AF": 0.5, "IAVB": 0.5},
        windows=(),
        missing_leads=(),
        n_samples=5000,
        device="CPU",
        took_s=0.0,
        excluded_by={"IAVB": ("AF",)},
    )
    first, second = analysis.findings
    assert (first.label, first.present) == ("AF", True)
    assert (second.label, second.present, second.excluded_by) == ("IAVB", False, "AF")
    alone = replace(analysis, scores={"AF": 0.2, "IAVB": 0.8})
    assert [finding.label for finding in alone.findings if finding.present] == ["IAVB"]
