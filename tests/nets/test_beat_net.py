"""The small net and the measures of beats that it reads beside the leads."""

import numpy as np
import pytest
import torch

from ecgviewer.explain.cam import hires_cam
from ecgviewer.nets.beat_channels import N_CHANNELS, beat_channels
from ecgviewer.nets.beat_net import FOREST_SHARE, BeatEnsemble, BeatNet
from ecgviewer.nets.beat_summary import beat_summary
from ecgviewer.nets.beats import RATE_HZ, measure_beats
from ecgviewer.nets.forest import Forest
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize

BEFORE, AFTER, QRS, AMPLITUDE, WIDTH, P_WAVE, INTERVAL, SINCE_R = range(8)


def made(label: str, seed: int = 4) -> SyntheticEcg:
    return synthesize(label, seed, 10.0, RATE_HZ, noise=0.3)


def channels_of(ecg: SyntheticEcg) -> torch.Tensor:
    values = ecg.signals_mv - np.median(ecg.signals_mv, axis=1, keepdims=True)
    return beat_channels(measure_beats(torch.from_numpy(values)[None]))[0]


@pytest.mark.parametrize("label", ["SNR", "AF", "LBBB", "PVC"])
def test_each_beat_is_found_at_its_r_peak(label: str) -> None:
    ecg = made(label)
    since = channels_of(ecg)[SINCE_R]
    found = np.flatnonzero((since[1:] >= 0).numpy() & (since[:-1] < 0).numpy()) + 1
    inner = [beat for beat in ecg.beats if 40 < beat.sample < ecg.n_samples - 60]
    distances = [np.abs(found - beat.sample).min() for beat in inner]
    assert np.mean(np.array(distances) <= 0.06 * RATE_HZ) > 0.95
    assert abs(len(found) - len(ecg.beats)) <= 2


@pytest.mark.parametrize("label", ["PAC", "PVC"])
def test_an_early_beat_says_that_it_is_early(label: str) -> None:
    ecg = made(label)
    before = channels_of(ecg)[BEFORE]
    early = [b.sample for b in ecg.beats if b.symbol in "AV" and 100 < b.sample < 1150]
    usual = [b.sample for b in ecg.beats if b.symbol == "N" and 100 < b.sample < 1150]
    assert early
    assert max(before[early]) < np.median(before[usual]) - 0.3


def test_a_ventricular_beat_has_another_qrs_and_an_atrial_one_the_same() -> None:
    unlike = {}
    for label in ("PVC", "PAC"):
        ecg = made(label)
        early = [b.sample for b in ecg.beats if b.symbol in "AV" and 100 < b.sample < 1150]
        unlike[label] = float(channels_of(ecg)[QRS, early].max())
    assert unlike["PVC"] > 0.3 > unlike["PAC"]


def test_the_typical_beat_lies_where_the_beats_are() -> None:
    ecg = made("SNR")
    pasted = channels_of(ecg)[N_CHANNELS - 8 :].numpy()
    independent = ecg.clean_mv[[0, 1, 6, 7, 8, 9, 10, 11]]
    inner = slice(125, 1125)
    agreement = np.corrcoef(pasted[:, inner].ravel(), independent[:, inner].ravel())[0, 1]
    assert agreement > 0.9


def test_silence_has_no_beats_and_no_channels() -> None:
    assert beat_channels(measure_beats(torch.zeros(2, 12, 1250))).abs().max() == 0


@pytest.mark.parametrize("n_samples", [30, 125, 1250, 3000])
def test_any_length_gives_finite_channels(n_samples: int) -> None:
    noise = torch.randn(2, 12, n_samples, generator=torch.Generator().manual_seed(1))
    found = beat_channels(measure_beats(noise))
    assert found.shape == (2, N_CHANNELS, n_samples)
    assert torch.isfinite(found).all()


def test_a_record_is_measured_alike_alone_and_in_a_batch() -> None:
    pair = np.stack([made("AF", 1).signals_mv, made("PVC", 2).signals_mv])
    both = beat_channels(measure_beats(torch.from_numpy(pair)))
    alone = beat_channels(measure_beats(torch.from_numpy(pair[1:])))
    torch.testing.assert_close(both[1:], alone)


def test_cells_are_centred_on_their_samples() -> None:
    """A change at one sample moves the cell centred there more than any other."""
    torch.manual_seed(0)
    net = BeatNet(widths=(8, 16, 32), blocks=1).eval()
    signal = torch.zeros(1, 12, 640)
    with torch.inference_mode():
        still = net.features(signal)
        for cell in (10, 20, 30):
            moved = signal.clone()
            at = cell * net.cell_step
            moved[:, :, at - 8 : at + 9] = 1e-5  # too small to be a beat
            change = (net.features(moved) - still).abs().sum(dim=1)[0]
            centre = (change * torch.arange(len(change))).sum() / change.sum()
            assert abs(float(centre) - cell) < 0.35


def test_what_an_early_beat_measures_begins_after_the_t_wave_before_it() -> None:
    ecg = made("PAC")
    before = channels_of(ecg)[BEFORE]
    early = [b.sample for b in ecg.beats if b.symbol == "A" and 100 < b.sample < 1150]
    assert early
    for beat in early:
        assert before[beat] < -0.3
        assert before[beat - round(0.2 * RATE_HZ)] > before[beat] + 0.2


def grown(net: BeatEnsemble) -> BeatEnsemble:
    """Give the forests votes of their own: one split a tree, on the first values."""
    draw = torch.Generator().manual_seed(3)
    for forest in net.forests:
        assert isinstance(forest, Forest)
        forest.threshold[..., 0] = torch.rand(forest.threshold.shape[:2], generator=draw)
        forest.left[..., 0] = 1
        forest.share[..., 1:3] = torch.rand((*forest.share.shape[:2], 2), generator=draw)
    return net.eval()


def test_an_ensemble_says_the_mean_of_what_its_members_and_forests_say() -> None:
    torch.manual_seed(1)
    net = grown(BeatEnsemble(n_members=3, widths=(8, 16, 16), n_trees=4))
    signal = torch.from_numpy(made("PVC").signals_mv)[None]
    with torch.inference_mode():
        nets = torch.stack([member(signal) for member in net.members]).mean(dim=0)
        values = beat_summary(signal, measure_beats(signal))
        forests = torch.stack([forest(values) for forest in net.forests]).mean(dim=0)
        assert forests.abs().max() > 0.1
        expected = (1 - FOREST_SHARE) * nets + FOREST_SHARE * forests
        torch.testing.assert_close(net(signal), expected)
        torch.testing.assert_close(net(net.widen(signal)), net(signal))


def test_a_forest_is_silent_where_a_lead_is_absent() -> None:
    net = grown(BeatEnsemble(n_members=2, widths=(8, 16, 16), n_trees=4))
    signal = torch.from_numpy(made("PVC").signals_mv)[None].repeat(2, 1, 1)
    signal[1, 7] = 0
    with torch.inference_mode():
        nets = torch.stack([member(signal) for member in net.members]).mean(dim=0)
        found = net(signal)
    torch.testing.assert_close(found[1], nets[1])
    assert not torch.allclose(found[0], nets[0])


@pytest.mark.parametrize("n_trees", [0, 4])
def test_the_map_of_an_ensemble_adds_up_to_its_logit(n_trees: int) -> None:
    torch.manual_seed(2)
    net = grown(BeatEnsemble(n_members=2, widths=(8, 16, 16), n_trees=n_trees))
    net.requires_grad_(False)
    signal = torch.from_numpy(made("AF").signals_mv)[None]
    signal[..., :400] = 0
    bias = torch.stack(
        [net.state_dict()[f"members.{place}.classifier.bias"] for place in range(2)]
    ).mean(dim=0) * (1 - FOREST_SHARE if n_trees else 1)
    for label in range(9):
        cells = hires_cam(net, signal, label)
        torch.testing.assert_close(
            cells.sum(), net(signal)[0, label] - bias[label], rtol=1e-4, atol=1e-5
        )


def test_the_votes_of_a_forest_do_not_lie_on_padding() -> None:
    net = grown(BeatEnsemble(n_members=1, widths=(8, 16, 16), n_trees=4))
    signal = torch.from_numpy(made("SNR").signals_mv)[None]
    signal[..., :400] = 0
    with torch.inference_mode():
        votes = net.features(signal)[0, -9:]
    assert votes[:, : 400 // net.cell_step - 1].abs().max() == 0
    assert votes[:, 400 // net.cell_step + 1 :].abs().min(dim=1).values.max() > 0
