import numpy as np
import pytest

from ecgviewer.signal.beat_shape import N_POINTS, beat_shape
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.quality import Quality, measure_quality
from ecgviewer.signal.synthesis import Mains, synthesize

RATE_HZ = 500.0
CLEAN = synthesize("SNR", 3, noise=0.0).clean_mv
TIME_S = np.arange(CLEAN.shape[1]) / RATE_HZ
LEAD = STANDARD_LEADS.index("V4")


def _with(added: np.ndarray) -> Quality:
    values = CLEAN.copy()
    values[LEAD] += added.astype(np.float32)
    return measure_quality(values, RATE_HZ)


def test_a_clean_record_has_its_height_and_hardly_any_fault():
    quality = measure_quality(CLEAN, RATE_HZ)
    span = np.ptp(CLEAN[LEAD])
    assert quality.height_mv[LEAD] == pytest.approx(span, rel=0.25)
    assert max(quality.noise.max(), quality.mains.max(), quality.flat.max()) < 0.02


@pytest.mark.parametrize(
    ("name", "added"),
    [
        ("noise", np.random.default_rng(1).normal(0, 0.1, TIME_S.size)),
        ("drift", 0.8 * np.sin(2 * np.pi * 0.2 * TIME_S)),
        ("mains", 0.1 * np.sin(2 * np.pi * 60 * TIME_S)),
    ],
)
def test_what_spoils_one_lead_is_found_there_and_nowhere_else(name: str, added: np.ndarray):
    spoilt = getattr(_with(added), name)
    clean = getattr(measure_quality(CLEAN, RATE_HZ), name)
    assert int(np.argmax(spoilt - clean)) == LEAD
    assert spoilt[LEAD] > 5 * clean[LEAD]
    others = np.arange(12) != LEAD
    np.testing.assert_allclose(spoilt[others], clean[others])


def test_hum_is_measured_as_its_amplitude_in_heights():
    quality = _with(0.1 * np.sin(2 * np.pi * 50 * TIME_S))
    # The moving average of 30 ms takes a little of it away.
    assert quality.mains[LEAD] * quality.height_mv[LEAD] == pytest.approx(0.1, rel=0.3)
    hum = synthesize("SNR", 3, mains=Mains(0.2, 60.0)).signals_mv
    assert measure_quality(hum, RATE_HZ).mains.max() > 0.02


def test_a_lead_that_lost_its_electrode_halfway_is_half_flat():
    values = CLEAN.copy()
    values[LEAD, 2500:] = 0.3
    quality = measure_quality(values, RATE_HZ)
    assert quality.flat[LEAD] == pytest.approx(0.5)
    assert np.delete(quality.flat, LEAD).max() == 0


def test_a_lead_on_the_rail_is_clipped_for_that_share_of_the_time():
    values = CLEAN.copy()
    values[LEAD, :2000] = 5.0
    clipped = measure_quality(values, RATE_HZ).clipped
    assert clipped[LEAD] == pytest.approx(0.4, abs=0.02)
    assert np.delete(clipped, LEAD).max() < 0.1


def test_a_rate_that_cannot_carry_the_hum_measures_none():
    assert not measure_quality(CLEAN[:, ::5], 90.0).mains.any()


def test_a_beats_shape_knows_nothing_of_size_and_its_beats_are_alike():
    peaks = r_peaks(CLEAN, RATE_HZ)
    one, large = (beat_shape(CLEAN * np.float32(gain), RATE_HZ, peaks) for gain in (1, 7))
    assert one is not None
    assert large is not None
    assert one.values.shape == (12, N_POINTS)
    np.testing.assert_allclose(one.values, large.values, rtol=1e-4, atol=1e-5)
    assert np.mean(one.values**2) == pytest.approx(1.0, rel=1e-3)
    assert one.likeness > 0.98


def test_noise_has_no_beats_that_are_alike_and_a_single_beat_no_shape():
    noise = np.random.default_rng(2).normal(0, 0.3, CLEAN.shape).astype(np.float32)
    found = beat_shape(noise, RATE_HZ, r_peaks(noise, RATE_HZ))
    assert found is None or found.likeness < 0.7
    assert beat_shape(CLEAN, RATE_HZ, np.array([2500])) is None
    assert beat_shape(CLEAN, RATE_HZ, np.array([3, 4990])) is None
