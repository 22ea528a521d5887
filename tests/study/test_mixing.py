"""Half of the batches are learnt from as means of two windows."""

import numpy as np
import pytest
import torch

from ecgviewer.study.mixing import draw_mixture


def test_without_a_parameter_nothing_is_mixed() -> None:
    inputs = torch.randn(4, 12, 50)
    for seed in range(20):
        mixture = draw_mixture(4, 0.0, np.random.default_rng(seed))
        assert mixture.of(inputs) is inputs
        assert len(mixture.parts) == 1


def test_half_of_the_batches_are_mixed() -> None:
    rng = np.random.default_rng(1)
    mixed = sum(len(draw_mixture(4, 0.3, rng).parts) == 2 for _ in range(1000))
    assert 440 < mixed < 560


@pytest.mark.parametrize("seed", range(8))
def test_a_mixture_is_the_mean_with_its_shares_and_the_own_record_weighs_more(seed: int) -> None:
    inputs = torch.eye(5)
    mixture = draw_mixture(5, 0.3, np.random.default_rng(seed))
    if len(mixture.parts) == 1:
        return
    (share, own), (rest, other) = mixture.parts
    assert share >= 0.5
    assert share + rest == pytest.approx(1)
    assert own.tolist() == [0, 1, 2, 3, 4]
    expected = torch.zeros(5, 5)
    for row, partner in enumerate(other.tolist()):
        expected[row, row] += share
        expected[row, partner] += rest
    torch.testing.assert_close(mixture.of(inputs), expected)
