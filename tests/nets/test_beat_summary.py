"""What a window's beats measure, in one row."""

import numpy as np
import pytest
import torch

from ecgviewer.nets.beat_summary import beat_summary
from ecgviewer.nets.beats import RATE_HZ, measure_beats
from ecgviewer.signal.synthesis import synthesize

MEDIAN_RR_S, RATE_PER_MIN, EARLIEST, N_EARLY = 0, 7, 8, 10


def summary_of(*signals_mv: np.ndarray) -> torch.Tensor:
    signals = np.stack([one - np.median(one, axis=1, keepdims=True) for one in signals_mv])
    inputs = torch.from_numpy(signals)
    return beat_summary(inputs, measure_beats(inputs))


def made(label: str, seed: int = 4, rate_per_min: float | None = None) -> np.ndarray:
    return synthesize(label, seed, 10.0, RATE_HZ, noise=0.3, rate_per_min=rate_per_min).signals_mv


def test_it_counts_the_rate() -> None:
    slow, fast = summary_of(made("SNR", rate_per_min=55), made("SNR", rate_per_min=95))
    assert float(slow[MEDIAN_RR_S]) == pytest.approx(60 / 55, rel=0.1)
    assert float(fast[MEDIAN_RR_S]) == pytest.approx(60 / 95, rel=0.1)
    assert float(fast[RATE_PER_MIN]) == pytest.approx(95, rel=0.15)


def test_it_finds_the_early_beats() -> None:
    normal, early = summary_of(made("SNR"), made("PAC"))
    assert float(early[EARLIEST]) < 0.85 < float(normal[EARLIEST])
    assert float(early[N_EARLY]) >= 1 > float(normal[N_EARLY])


def test_a_record_is_summed_up_alike_alone_and_in_a_batch() -> None:
    both = summary_of(made("AF", 1), made("PVC", 2))
    torch.testing.assert_close(both[1:], summary_of(made("PVC", 2)))


@pytest.mark.parametrize("n_samples", [60, 125, 1250, 3000])
def test_any_length_and_silence_give_finite_values(n_samples: int) -> None:
    noise = torch.randn(2, 12, n_samples, generator=torch.Generator().manual_seed(1))
    noise[1] = 0
    found = beat_summary(noise, measure_beats(noise))
    assert found.shape == summary_of(made("SNR")).expand(2, -1).shape
    assert torch.isfinite(found).all()
