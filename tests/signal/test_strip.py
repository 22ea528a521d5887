"""What single-lead nets read: one band, one size, whatever the recorder did."""

import numpy as np
import pytest

from ecgviewer.core.record import Samples
from ecgviewer.signal.strip import (
    STRIP_HZ,
    STRIP_SAMPLES,
    band_limited,
    prepare_strip,
    prepare_strips,
)
from ecgviewer.signal.synthesis import synthesize


def wave(frequency_hz: float, rate_hz: float = STRIP_HZ, duration_s: float = 20.0) -> Samples:
    time_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    return np.sin(2 * np.pi * frequency_hz * time_s).astype(np.float32)


def left_of(frequency_hz: float, rate_hz: float = STRIP_HZ) -> float:
    """Return the share of a wave that passes, in the middle of a record."""
    passed = band_limited(wave(frequency_hz, rate_hz), rate_hz)
    middle = passed[len(passed) // 4 : -len(passed) // 4]
    return float(middle.max() - middle.min()) / 2


@pytest.mark.parametrize("rate_hz", [128.0, 250.0, 300.0, 360.0, 500.0])
def test_the_band_is_the_same_for_every_recorder(rate_hz: float) -> None:
    for frequency_hz in (2.0, 10.0, 25.0):
        assert left_of(frequency_hz, rate_hz) == pytest.approx(1, abs=0.03)
    for frequency_hz in (0.1, 55.0):
        assert left_of(frequency_hz, rate_hz) < 0.05


def test_the_mains_are_gone() -> None:
    assert left_of(50.0) < 0.01
    assert left_of(60.0) < 0.01


@pytest.mark.parametrize("rate_hz", [128.0, 257.0, 360.0, 500.0])
def test_the_asked_sample_stands_in_the_middle(rate_hz: float) -> None:
    values = np.zeros(round(10 * rate_hz), dtype=np.float32)
    at = round(5 * rate_hz) + 3
    values[at - 2 : at + 3] = [0.3, 0.7, 1, 0.7, 0.3]
    strip = prepare_strip(values, rate_hz, at)
    assert strip.shape == (STRIP_SAMPLES,)
    assert strip.dtype == np.float32
    assert abs(int(np.argmax(strip)) - STRIP_SAMPLES // 2) <= 1


def test_gain_offset_and_drift_do_not_matter() -> None:
    values = synthesize("PVC", 1, rate_hz=360.0).signals_mv[1]
    drift = np.linspace(0, 2, len(values), dtype=np.float32)
    strip = prepare_strip(values, 360.0, 1500)
    assert np.abs(prepare_strip(0.3 * values + 7, 360.0, 1500) - strip).max() < 1e-3
    assert np.abs(prepare_strip(values + drift, 360.0, 1500) - strip).max() < 0.02


def test_a_short_spike_does_not_set_the_size() -> None:
    values = synthesize("SNR", 1, rate_hz=360.0).signals_mv[1]
    strip = prepare_strip(values, 360.0, 1500)
    spiked = values.copy()
    spiked[1700] += 10
    far = prepare_strip(spiked, 360.0, 1500)[:500]
    assert np.ptp(far) / np.ptp(strip[:500]) > 0.6


def test_beyond_the_record_and_without_signal_windows_are_zero() -> None:
    values = synthesize("SNR", 1, rate_hz=360.0).signals_mv[1]
    strip = prepare_strip(values, 360.0, 100)
    assert not strip[:260].any()
    assert strip[260:].any()
    nothing = np.full(2000, np.nan, dtype=np.float32)
    assert not prepare_strip(nothing, 360.0, 1000).any()
    assert prepare_strips(values, 360.0, np.empty(0, dtype=np.int64)).shape == (0, STRIP_SAMPLES)


def test_a_gap_is_bridged() -> None:
    values = synthesize("SNR", 1, rate_hz=360.0).signals_mv[1].copy()
    values[1400:1450] = np.nan
    strip = prepare_strip(values, 360.0, 1500)
    assert np.isfinite(strip).all()
