"""Maps of windows around beats, laid over a record."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.heat import LEAST_SPREAD, Deleted, Heat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.explain.deletion_curve import deletion_test
from ecgviewer.explain.heat import explain
from ecgviewer.explain.methods import METHODS
from ecgviewer.explain.shapley import lead_weights
from tests.beat_models import HandNet, beats_record, hand_model

UPS = (True, True, False, True, True, False, True)
MAPS = ("cam", "hirescam", "mask", "gradient", "occlusion")


def _explain(record: Record, label: str | None, method: str, stop: int | None = None) -> Heat:
    end = record.n_samples if stop is None else stop
    return explain(hand_model(), record, label, method, 0, end, Task())


@pytest.mark.parametrize("method", MAPS)
@pytest.mark.parametrize("rate_hz", [250.0, 360.0])
def test_a_map_glows_on_the_beats_that_have_the_class(method: str, rate_hz: float):
    record = beats_record(UPS, rate_hz)
    heat = _explain(record, "DOWN", method)
    assert [round(window.centre / rate_hz) for window in heat.windows] == [3, 6]
    assert {window.answer for window in heat.windows} == {"DOWN"}
    for window in heat.windows:
        hottest = int(np.argmax(window.heat))
        # A block of an occlusion is 0.2 s long.
        assert abs(hottest - len(window.heat) // 2) <= (0.12 if method == "occlusion" else 0.03) * (
            rate_hz
        )
        assert window.heat.min() >= 0
        assert window.heat.max() == pytest.approx(1)
        laid = heat.heat[0, window.centre - 20 : window.centre + 20]
        np.testing.assert_array_equal(laid, window.heat[len(window.heat) // 2 - 20 :][:40])
    assert heat.scope == "window"
    assert heat.leads == ("II",)


def test_a_map_covers_its_windows_and_nothing_is_said_of_the_rest():
    heat = _explain(beats_record(UPS), "DOWN", "cam")
    told = ~np.isnan(heat.heat[0])
    # Windows around 3 s and 6 s, 2 s long.
    assert not told[: 2 * 360].any()
    assert told[2 * 360 : 4 * 360].all()
    assert not told[4 * 360 : 5 * 360].any()
    assert told[5 * 360 : 7 * 360].all()
    assert not told[7 * 360 :].any()
    assert np.array_equal(told, ~np.isnan(heat.raw[0]))


def test_where_windows_meet_a_sample_shows_the_map_of_the_nearer_beat():
    heat = _explain(beats_record((True, True, True)), "UP", "cam")
    first, second, _ = heat.windows
    border = (first.centre + second.centre) // 2
    np.testing.assert_array_equal(
        heat.heat[0, border - 60 : border], first.heat[border - 60 - first.start :][:60]
    )
    np.testing.assert_array_equal(
        heat.heat[0, border + 1 : border + 61], second.heat[border + 1 - second.start :][:60]
    )


def test_each_beat_is_explained_by_its_own_label_where_none_is_named():
    heat = _explain(beats_record(UPS), None, "mask")
    assert heat.label == ""
    assert [window.label == "UP" for window in heat.windows] == list(UPS)
    assert all(window.deleted is not None and window.deleted.flipped for window in heat.windows)


def test_a_window_has_the_same_map_whoever_is_explained_beside_it():
    record = beats_record(UPS)
    for method in MAPS:
        own = {x.centre: x for x in _explain(record, None, method).windows}
        for window in _explain(record, "DOWN", method).windows:
            np.testing.assert_allclose(window.raw, own[window.centre].raw, atol=0.02)


def test_where_no_beat_has_the_class_the_likeliest_is_explained_and_the_answer_told():
    record = beats_record((True, True, True))
    (window,) = _explain(record, "DOWN", "mask").windows
    assert (window.label, window.answer) == ("DOWN", "UP")
    assert window.score < 0.5
    assert "it was not the net's answer, which is UP" in window.sentence


def test_a_mask_tells_what_its_deletion_does():
    (window,) = _explain(beats_record((True, False, True)), "DOWN", "mask").windows
    assert window.deleted is not None
    assert window.score > 0.9
    assert window.deleted.score < 0.5
    assert 0 < window.deleted.share < 0.3
    assert window.deleted.level == pytest.approx(0.5, abs=0.01)
    assert window.deleted.flipped
    assert window.sentence.endswith("flipped.")
    assert _explain(beats_record((True, False, True)), "DOWN", "cam").windows[0].deleted is None


def test_a_mask_that_is_level_is_called_noise_and_one_without_effect_is_said_to_have_none():
    (window,) = _explain(beats_record((True, False, True)), "DOWN", "mask-paper").windows
    assert window.deleted is not None
    assert window.deleted.spread < LEAST_SPREAD
    assert "its colours are noise" in window.sentence
    stays = Deleted(share=0.1, score=0.9, level=0.5, flipped=False, spread=0.9)
    assert replace(window, deleted=stays).sentence.endswith("with 10 % deleted; did not flip.")


def test_the_map_of_a_beat_near_the_records_start_stays_within_the_record():
    record = beats_record((True, True))
    heat = explain(hand_model(), record, "UP", "cam", -50, 600, Task())
    assert heat.raw.shape == (1, 650)
    assert np.isnan(heat.raw[0, :50]).all()
    assert not np.isnan(heat.raw[0, 50:]).any()


def test_the_deletion_test_tries_the_window_that_is_surest():
    record = beats_record(UPS)
    heat = _explain(record, "DOWN", "cam")
    test = deletion_test(hand_model(), record, heat, Task())
    assert test is not None
    assert (test.start, test.stop) in {(w.start, w.stop) for w in heat.windows}
    assert test.label == "DOWN"
    assert test.flipped
    assert test.deletion < test.random


def test_methods_take_windows_of_several_classes_at_once():
    net = HandNet().eval().requires_grad_(requires_grad=False)
    inputs = torch.randn(4, 1, 720, generator=torch.manual_seed(1))
    for name in MAPS:
        mixed = METHODS[name](net, inputs, 360.0, torch.tensor([1, 0, 0, 1]), Task())
        ones = METHODS[name](net, inputs, 360.0, torch.ones(4, dtype=torch.int64), Task())
        assert mixed.cells.shape == ones.cells.shape
        torch.testing.assert_close(mixed.cells[::3], ones.cells[::3], rtol=1e-3, atol=1e-3)
        assert not torch.allclose(mixed.cells[1:3], ones.cells[1:3])


def test_progress_rises_to_the_end_and_a_cancelled_search_stops():
    record = beats_record(UPS)
    shares: list[float] = []
    told = Task(lambda done, total: shares.append(done / total))
    explain(hand_model(), record, "UP", "mask", 0, record.n_samples, told)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        explain(hand_model(), record, "UP", "mask", 0, record.n_samples, task)


def test_leads_of_a_model_that_reads_one_are_not_weighed():
    record = beats_record(UPS)
    with pytest.raises(EcgError, match="reads one lead, so there are no leads to weigh"):
        lead_weights(hand_model(), record, "shap", 0, record.n_samples, Task())


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda record: _explain(record, "AF", "cam"), 'no label "AF"; it has UP, DOWN'),
        (lambda record: _explain(record, "UP", "gradcam"), "it can by hirescam"),
        (lambda record: _explain(record, "UP", "cam", 100), "No beat was found in that part"),
    ],
)
def test_what_cannot_be_explained_is_said(ask: Callable[[Record], Heat], sentence: str):
    with pytest.raises(EcgError, match=sentence):
        ask(beats_record(UPS))
