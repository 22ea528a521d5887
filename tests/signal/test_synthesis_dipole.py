import numpy as np
import pytest

from ecgviewer.signal.synthesis_dipole import draw_beats, draw_fibrillation
from ecgviewer.signal.synthesis_heart import DOWER, draw_heart
from ecgviewer.signal.synthesis_rhythm import Plan, PlannedBeat

RATE_HZ = 500.0


def test_one_beat_moves_the_dipole_only_between_its_landmarks() -> None:
    heart = draw_heart("SNR", np.random.default_rng(1))
    plan = Plan((PlannedBeat(r_s=1.0, rr_s=0.8, kind="sinus", p_s=0.8),))
    dipole, (times,) = draw_beats(plan, heart, n_samples=1000, rate_hz=RATE_HZ)
    height = np.linalg.norm(dipole, axis=0)
    assert times.p_onset_s == 0.8
    assert times.qrs_onset_s < 1.0 < times.j_s < times.t_end_s
    assert abs(np.argmax(height) / RATE_HZ - 1.0) < 0.02
    assert height[: int(0.78 * RATE_HZ)].max() < 0.002
    assert height[int((times.t_end_s + 0.1) * RATE_HZ) :].max() < 0.002


def test_beats_add_up() -> None:
    heart = draw_heart("PVC", np.random.default_rng(2))
    early = PlannedBeat(r_s=0.6, rr_s=0.9, kind="ventricular")
    late = PlannedBeat(r_s=1.3, rr_s=0.9, kind="sinus", p_s=1.1)
    both, _ = draw_beats(Plan((early, late)), heart, 1000, RATE_HZ)
    first, _ = draw_beats(Plan((early,)), heart, 1000, RATE_HZ)
    second, _ = draw_beats(Plan((late,)), heart, 1000, RATE_HZ)
    assert np.allclose(both, first + second)


def test_a_beat_beyond_the_record_leaves_it_alone() -> None:
    heart = draw_heart("SNR", np.random.default_rng(3))
    for r_s in (-3.0, 9.0):
        plan = Plan((PlannedBeat(r_s, 0.8, "sinus", r_s - 0.2),))
        dipole, _ = draw_beats(plan, heart, 1000, RATE_HZ)
        assert not dipole.any()


@pytest.mark.parametrize("seed", range(20))
def test_fibrillation_waves_are_4_to_9_hz_and_best_seen_in_v1(seed: int) -> None:
    dipole = draw_fibrillation(10_000, RATE_HZ, np.random.default_rng(seed))
    one, two, v1, _, _, _, v5, v6 = DOWER @ dipole
    power = np.abs(np.fft.rfft(v1 - v1.mean())) ** 2
    frequency_hz = np.fft.rfftfreq(v1.size, 1 / RATE_HZ)
    assert 4.0 <= frequency_hz[np.argmax(power)] <= 9.0
    assert v1.std() > max(one.std(), two.std(), v5.std(), v6.std())
    assert 0.07 < np.percentile(v1, 99) - np.percentile(v1, 1) < 0.5
