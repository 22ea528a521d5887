"""The nets that read two seconds of one lead at 360 Hz."""

from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.signal import spectrogram
from torch import nn

from ecgviewer.core.card import InputSpec
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.probe import probe_input
from ecgviewer.nets.build import build_net
from ecgviewer.nets.cam_net import CamNet
from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.same_conv import same_conv
from ecgviewer.nets.zihlmann import log_spectra
from tests.made_models import card_of

NAMES = ("ecgnet", "cam_net", "mask_lstm", "hannun", "zihlmann")
LABELS = ("N", "PVC", "PAC", "AFIB", "SVTA", "SBR", "LBBB", "RBBB")
SPEC = InputSpec(leads=("II",), rate_hz=360.0, n_samples=720, pad="right")


def _net(name: str, **options: object) -> EcgNet:
    torch.manual_seed(1)
    return build_net(name, options).eval().requires_grad_(requires_grad=False)


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("ecgnet", {}, 17_440_304),
        ("ecgnet", {"n_layers": 1}, 17_427_184),
        ("ecgnet", {"kernel": 16}, 18_562_608),
        ("cam_net", {}, 799_048),
        ("mask_lstm", {}, 102_768),
        ("mask_lstm", {"n_layers": 1}, 89_648),
        ("hannun", {}, 10_467_176),
        ("zihlmann", {}, 5_795_752),
    ],
)
def test_a_net_has_the_published_number_of_parameters(
    name: str, options: dict[str, object], expected: int
):
    with torch.device("meta"):
        net = build_net(name, options)
    assert sum(parameter.numel() for parameter in net.parameters()) == expected


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("ecgnet", (2, 680, 1)),
        ("cam_net", (2, 128, 48)),
        ("mask_lstm", (2, 40, 10)),
        ("hannun", (2, 256, 3)),
        ("zihlmann", (2, 200, 6)),
    ],
)
def test_features_and_head_make_a_logit_for_each_of_eight_classes(
    name: str, shape: tuple[int, ...]
):
    net = _net(name)
    inputs = torch.randn(2, 1, 720, generator=torch.manual_seed(2))
    with torch.inference_mode():
        features = net.features(inputs)
        logits = net.head(features)
        assert features.shape == shape
        assert logits.shape == (2, 8)
        torch.testing.assert_close(logits[1:], net(inputs[1:]), rtol=1e-4, atol=1e-5)


def _middle_of_reach(net: EcgNet, cell: int, n_samples: int) -> float:
    """Return the middle of the samples that move a cell, all weights equal and positive."""
    inputs = torch.ones(1, 1, n_samples).requires_grad_()
    for parameter in net.parameters():
        nn.init.constant_(parameter, 1e-2)
    (gradient,) = torch.autograd.grad(net.features(inputs)[0, :, cell].sum(), inputs)
    seen = torch.nonzero(gradient[0, 0]).flatten()
    return (seen.min() + seen.max()).item() / 2


@pytest.mark.parametrize("kernel", [15, 16])
def test_a_cell_of_the_cam_net_is_centred_where_it_says(kernel: int):
    net = _net("cam_net", kernel=kernel)
    n_samples, cell = 4000, 120
    # Of equals a maximum takes the first: 1 + 2 + 4 + 8 samples, half of which is early.
    early = (net.cell_step - 1) / 2
    middle = _middle_of_reach(net, cell, n_samples) + early
    assert middle == pytest.approx(net.first_cell + net.cell_step * cell, abs=0.5)


@pytest.mark.parametrize(("stride", "centre"), [(1, 0.0), (2, 0.5)])
@pytest.mark.parametrize("kernel", [15, 16])
def test_two_convolutions_that_mirror_each_other_keep_places(
    kernel: int, stride: int, centre: float
):
    first = same_conv(1, 1, kernel, stride=stride, longer="left")
    inputs = torch.ones(1, 1, 201).requires_grad_()
    outputs = same_conv(1, 1, kernel)(first(inputs))
    (gradient,) = torch.autograd.grad(outputs[0, 0, 50], inputs)
    seen = torch.nonzero(gradient[0, 0]).flatten()
    middle = (seen.min() + seen.max()).item() / 2
    assert outputs.shape[-1] == -(-201 // stride)
    # Of an even kernel, halved positions lie between two samples, as those of a maximum do.
    assert middle - 50 * stride == (centre if kernel == 16 else 0.0)


@pytest.mark.parametrize("name", ["ecgnet", "mask_lstm", "zihlmann"])
def test_recurrent_nets_let_gradients_through_in_evaluation_mode_on_any_device(name: str):
    net = _net(name)
    lstms = [module for module in net.modules() if isinstance(module, nn.LSTM)]
    assert lstms
    assert all(lstm.training and lstm.dropout == 0 for lstm in lstms)
    inputs = torch.randn(1, 1, 720, generator=torch.manual_seed(4)).requires_grad_()
    (gradient,) = torch.autograd.grad(net(inputs)[0, 2], inputs)
    assert gradient.isfinite().all()
    assert gradient.abs().max() > 0


def test_the_spectra_are_those_of_scipy():
    values = np.random.default_rng(5).normal(size=720)
    _, _, expected = spectrogram(values, fs=360.0, nperseg=64, noverlap=56)
    found = log_spectra(torch.from_numpy(values)[None, None])[0, 0].numpy()
    assert found.shape == expected.shape == (33, 83)
    # One-sided spectra count all but the first and the last frequency twice.
    apart = (found - np.log(expected))[1:-1]
    np.testing.assert_allclose(apart, apart[0, 0], atol=1e-6)


def test_the_spectra_of_a_flat_line_are_finite():
    assert log_spectra(torch.zeros(1, 1, 720)).isfinite().all()


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_net_gives_its_answers_again(name: str, tmp_path: Path):
    net = _net(name)
    card = card_of(
        net=name, net_options={}, labels=LABELS, thresholds=(0.5,) * 8, input=SPEC, methods=()
    )
    save(tmp_path, net, card)
    loaded = load_model(tmp_path, "cpu")
    probe = torch.from_numpy(probe_input(SPEC))
    with torch.inference_mode():
        torch.testing.assert_close(loaded.net(probe), net(probe), rtol=0.02, atol=0.02)


def test_dense_layers_are_linear_only_where_asked():
    curved, linear = _net("mask_lstm"), _net("mask_lstm", linear=True)
    states = torch.randn(2, 40, 1, generator=torch.manual_seed(6))
    middle = states.mean(dim=0, keepdim=True)
    assert not torch.allclose(curved.head(states).mean(0), curved.head(middle)[0], atol=1e-6)
    torch.testing.assert_close(linear.head(states).mean(0), linear.head(middle)[0])


def test_every_cell_of_the_cam_net_that_lies_in_the_window_has_a_centre_there():
    net = CamNet()
    centres = net.first_cell + net.cell_step * np.arange(48)
    assert centres[1] == 0
    assert ((centres >= 0) & (centres < 720)).sum() == 45
