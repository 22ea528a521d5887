import pytest
import torch

from ecgviewer.core.beat_row import N_COLUMNS, N_CONTEXT, PRESENT
from ecgviewer.nets.beat_sequence import BeatSequence, BeatSequences


def made_rows(n_beats, seed=0):
    rows = torch.randn(2, n_beats, N_COLUMNS, generator=torch.Generator().manual_seed(seed))
    rows[..., PRESENT] = 1
    return rows


@pytest.fixture
def net():
    torch.manual_seed(1)
    return BeatSequence().eval()


@torch.inference_mode()
def test_the_middle_beat_has_the_answer_that_it_has_among_all(net):
    rows = made_rows(2 * N_CONTEXT + 1)
    torch.testing.assert_close(net.head(net.features(rows)), net(rows)[:, N_CONTEXT])


@torch.inference_mode()
def test_no_beat_farther_than_the_context_changes_an_answer(net):
    rows = made_rows(201)
    part = rows[:, 100 - N_CONTEXT : 101 + N_CONTEXT]
    torch.testing.assert_close(net(part)[:, N_CONTEXT], net(rows)[:, 100], atol=1e-5, rtol=1e-5)
    nearer = rows[:, 101 - N_CONTEXT : 101 + N_CONTEXT]
    assert (net(nearer)[:, N_CONTEXT - 1] - net(rows)[:, 100]).abs().max() > 1e-6


@torch.inference_mode()
def test_what_is_no_beat_counts_as_the_end(net):
    rows = made_rows(50)
    longer = torch.cat([rows, torch.zeros(2, 14, N_COLUMNS)], dim=1)
    torch.testing.assert_close(net(longer)[:, :50], net(rows), atol=1e-5, rtol=1e-5)


@torch.inference_mode()
def test_several_nets_answer_with_the_mean_of_their_logits():
    torch.manual_seed(2)
    nets = BeatSequences(n_members=3).eval()
    rows = made_rows(20)
    mean = torch.stack([member(rows) for member in nets.members]).mean(dim=0)
    torch.testing.assert_close(nets(rows), mean)
    torch.testing.assert_close(nets.head(nets.features(rows)), mean[:, 10])
