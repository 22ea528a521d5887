from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel
from tests.made_models import SumNet, card_of, noise, random_model, record_of

SPEC = InputSpec(leads=("I", "II"), rate_hz=500.0, n_samples=5000)
N_CELLS = 157


@pytest.fixture
def hand_model() -> LoadedModel:
    """Class UP takes the mean of lead I's positive part, class DOWN takes it away."""
    net = SumNet(
        mean_weights=torch.tensor([[N_CELLS, 0.0], [-N_CELLS, 0.0]]),
        max_weights=torch.zeros(2, 2),
        bias=torch.zeros(2),
    )
    card = card_of(net="sum", labels=("UP", "DOWN"), thresholds=(0.5, 0.5), input=SPEC)
    return LoadedModel(card, net, torch.device("cpu"))


def _ramp(n_samples: int) -> Samples:
    """Lead I rises from 0 to 1 mV, lead II is flat."""
    ramp = np.zeros((2, n_samples), dtype=np.float32)
    ramp[0] = np.arange(1, n_samples + 1) / n_samples
    return ramp


@pytest.mark.parametrize("method", ["gradcam", "hirescam"])
@pytest.mark.parametrize("pad", ["left", "right"])
@pytest.mark.parametrize("n_samples", [5000, 3000, 517])
def test_the_map_lies_on_the_samples_that_it_speaks_of(
    hand_model: LoadedModel, method: str, pad: str, n_samples: int
):
    # The net reads the ramp itself, so at a cell's centre the map must be the ramp there.
    model = replace(hand_model, card=replace(hand_model.card, input=replace(SPEC, pad=pad)))
    ramp = _ramp(n_samples)
    heat = explain(model, record_of(ramp, ("I", "II")), "UP", method, 0, n_samples, Task())
    inner = slice(32, n_samples - 32)
    np.testing.assert_allclose(heat.raw[0, inner], ramp[0, inner], atol=1e-5)
    assert (heat.step, heat.leads, heat.scope) == (32.0, ("I",), "record")
    assert np.isfinite(heat.heat).all()
    assert heat.heat.max() == pytest.approx(1.0)


def test_a_record_at_another_rate_keeps_its_own_samples(hand_model: LoadedModel):
    ramp = _ramp(3600)
    record = record_of(ramp, ("I", "II"), rate_hz=360.0)
    heat = explain(hand_model, record, "UP", "gradcam", 0, 3600, Task())
    assert heat.raw.shape == (1, 3600)
    assert heat.step == pytest.approx(32 * 360 / 500)
    np.testing.assert_allclose(heat.raw[0, 50:-50], ramp[0, 50:-50], atol=2e-3)


def test_evidence_against_a_class_is_signed_in_raw_and_gives_no_heat(hand_model: LoadedModel):
    record = record_of(_ramp(5000), ("I", "II"))
    heat = explain(hand_model, record, "DOWN", "gradcam", 0, 5000, Task())
    assert heat.raw.max() < 0
    assert heat.empty
    assert not heat.heat.any()


class LoudNet(SumNet):
    """Says 5 where it is fed zeros, as batch norm's biases make a trained net do."""

    def features(self, inputs: Tensor) -> Tensor:
        return super().features(inputs) + 5


def test_cells_centred_in_the_padding_are_dropped_and_their_share_is_told(
    hand_model: LoadedModel,
):
    net = LoudNet(torch.tensor([[float(N_CELLS), 0.0]]), torch.zeros(1, 2), torch.zeros(1))
    card = replace(hand_model.card, labels=("UP",), thresholds=(0.5,))
    model = replace(hand_model, net=net, card=card)
    falling = _ramp(3000)[:, ::-1] - 2.0
    heat = explain(model, record_of(falling, ("I", "II")), "UP", "gradcam", 0, 3000, Task())
    # 3,000 of 5,000 samples are recorded: cells 63 to 156 of 157 lie inside, each worth 5.
    np.testing.assert_allclose(heat.raw, 5.0, rtol=1e-5)
    assert heat.padding_share == pytest.approx(63 / 157)


def test_the_34_layer_net_sees_something_in_its_padding_and_no_nan_inside_the_record():
    record = record_of(noise(12, 3000))
    heat = explain(random_model(), record, "AF", "hirescam", 0, 3000, Task())
    assert np.isfinite(heat.raw).all()
    assert np.isfinite(heat.heat).all()
    assert 0.05 < heat.padding_share < 0.9
    whole = explain(random_model(), record_of(noise(12, 5000)), "AF", "hirescam", 0, 5000, Task())
    assert whole.padding_share == 0


def test_where_windows_overlap_their_maps_are_averaged(hand_model: LoadedModel):
    record = record_of(_ramp(8000), ("I", "II"))
    heat = explain(hand_model, record, "UP", "gradcam", 0, 8000, Task())
    assert np.isfinite(heat.raw).all()
    np.testing.assert_allclose(heat.raw[0, 64:-64], _ramp(8000)[0, 64:-64], atol=2e-3)


def test_a_place_keeps_its_map_wherever_the_span_begins():
    record = record_of(noise(12, 12_000))
    whole = explain(random_model(), record, "AF", "gradcam", 0, 12_000, Task())
    part = explain(random_model(), record, "AF", "gradcam", 6100, 9000, Task())
    np.testing.assert_allclose(part.raw, whole.raw[:, 6100:9000], rtol=1e-4, atol=1e-7)


def test_outside_the_record_and_where_nothing_was_recorded_the_map_is_nan(
    hand_model: LoadedModel,
):
    values = _ramp(15_000)
    values[:, 5000:10_000] = np.nan
    record = record_of(values, ("I", "II"))
    heat = explain(hand_model, record, "UP", "gradcam", -100, 15_200, Task())
    unseen = np.isnan(heat.heat[0])
    assert unseen[:100].all()
    assert unseen[-200:].all()
    assert unseen[5100:10_100].all()
    assert not unseen[100:5100].any()
    assert np.array_equal(unseen, np.isnan(heat.raw[0]))


def test_leads_that_a_record_lacks_are_not_among_the_maps(hand_model: LoadedModel):
    record = record_of(_ramp(5000)[:1], ("I",))
    assert explain(hand_model, record, "UP", "gradcam", 0, 5000, Task()).leads == ("I",)


@pytest.fixture
def lead_model(hand_model: LoadedModel) -> LoadedModel:
    """Class UP takes lead II's largest value, and the methods that tell leads apart explain it."""
    net = SumNet(torch.zeros(1, 2), torch.tensor([[0.0, 2.0]]), torch.zeros(1))
    card = replace(
        hand_model.card, labels=("UP",), thresholds=(0.5,), methods=("gradient", "occlusion")
    )
    return replace(hand_model, net=net, card=card)


def _bump_in_lead_ii(n_samples: int, middle: int) -> Samples:
    values = np.tile(_ramp(n_samples)[:1], (2, 1))
    values[1] += np.exp(-0.5 * ((np.arange(n_samples) - middle) / 30) ** 2).astype(np.float32)
    return values


@pytest.mark.parametrize("method", ["gradient", "occlusion"])
@pytest.mark.parametrize(("n_samples", "pad"), [(5000, "left"), (3000, "left"), (3000, "right")])
def test_a_map_by_lead_glows_in_the_lead_and_at_the_samples_that_were_used(
    lead_model: LoadedModel, method: str, n_samples: int, pad: str
):
    model = replace(lead_model, card=replace(lead_model.card, input=replace(SPEC, pad=pad)))
    record = record_of(_bump_in_lead_ii(n_samples, 1600), ("I", "II"))
    heat = explain(model, record, "UP", method, 0, n_samples, Task())
    assert heat.raw.shape == (2, n_samples)
    assert heat.leads == ("I", "II")
    assert abs(int(np.argmax(heat.heat[1])) - 1600) <= (60 if method == "gradient" else 100)
    assert heat.heat[0].max() < 1e-6
    assert heat.heat[1, :1200].max() < 0.01
    assert np.isfinite(heat.heat).all()
    assert heat.padding_share < 1e-3


def test_a_map_by_lead_has_no_row_for_a_lead_that_the_record_lacks(lead_model: LoadedModel):
    record = record_of(_bump_in_lead_ii(5000, 1600)[1:], ("II",))
    heat = explain(lead_model, record, "UP", "gradient", 0, 5000, Task())
    assert heat.leads == ("II",)
    assert heat.raw.shape == (1, 5000)
    assert not heat.empty


def test_a_map_by_lead_keeps_the_records_own_rate(lead_model: LoadedModel):
    values = _bump_in_lead_ii(5000, 1600)[:, ::2]
    heat = explain(
        lead_model, record_of(values, ("I", "II"), 250.0), "UP", "gradient", 0, 2500, Task()
    )
    assert heat.raw.shape == (2, 2500)
    assert heat.step == 0.5
    assert abs(int(np.argmax(heat.heat[1])) - 800) <= 30


def test_an_occlusion_of_several_windows_tells_one_rising_progress(lead_model: LoadedModel):
    record = record_of(_bump_in_lead_ii(25_000, 1600), ("I", "II"))
    shares: list[float] = []
    task = Task(lambda done, total: shares.append(done / total))
    explain(lead_model, record, "UP", "occlusion", 0, 25_000, task)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_unknown_labels_methods_and_places_are_named_beside_the_known(hand_model: LoadedModel):
    record = record_of(_ramp(5000), ("I", "II"))
    with pytest.raises(EcgError, match='no label "AF"; it has UP, DOWN'):
        explain(hand_model, record, "AF", "gradcam", 0, 5000, Task())
    with pytest.raises(EcgError, match='by "magic"; it can by gradcam, hirescam'):
        explain(hand_model, record, "UP", "magic", 0, 5000, Task())
    with pytest.raises(EcgError, match="made is 10 s long"):
        explain(hand_model, record, "UP", "gradcam", 6000, 7000, Task())
    with pytest.raises(EcgError, match="made is 10 s long"):
        explain(hand_model, record, "UP", "gradcam", 400, 300, Task())
    silent = record_of(np.full((2, 5000), np.nan), ("I", "II"))
    with pytest.raises(EcgError, match="no signal there"):
        explain(hand_model, silent, "UP", "gradcam", 0, 5000, Task())


def test_a_cancelled_explanation_stops(hand_model: LoadedModel):
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        explain(hand_model, record_of(_ramp(5000), ("I", "II")), "UP", "gradcam", 0, 5000, task)
