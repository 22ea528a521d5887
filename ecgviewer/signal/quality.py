"""How good a recording is: flat, clipped, noisy, drifting, humming leads.

The measures are plain and cheap, one number a lead; what is usual is for the caller to
know.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from ecgviewer.core.record import Samples

Floats = NDArray[np.float64]

# Less movement than this in a second is none: between two slow beats it is quiet for less
# time, and clean recordings have twice as much noise.
FLAT_MV: Final = 0.005
BLOCK_S: Final = 1.0
# Shorter than a wave and longer than a beat.
WAVE_S: Final = 0.03
BEAT_S: Final = 0.8
NOISE_BLOCK_S: Final = 0.1
# Of a lead's range: nearer to its highest or lowest value, a sample lies on the rail.
RAIL_SHARE: Final = 0.01
MAINS_HZ: Final = (50.0, 60.0)
# Heights below this are no unit to measure noise in.
SMALLEST_MV: Final = 0.02


@dataclass(frozen=True, eq=False)
class Quality:
    """Measures of each lead, float64 (n_leads,).

    height_mv: what the QRS complexes span, without drift. flat: share of the time without
    movement. clipped: share of samples at the highest or lowest value. noise, drift: RMS
    of what is faster than a wave, between the beats, and of what is slower than a beat;
    mains: amplitude of the 50 or 60 Hz hum; these three in heights.
    """

    height_mv: Floats
    flat: Floats
    clipped: Floats
    noise: Floats
    drift: Floats
    mains: Floats


def measure_quality(values_mv: Samples, rate_hz: float) -> Quality:
    """Measure leads, (n_leads, n_samples) in mV without NaN, a second or longer."""
    slow = _smooth(values_mv, BEAT_S * rate_hz)
    level = values_mv - slow
    low, high = np.percentile(level, (0.5, 99.5), axis=1)
    height_mv = np.asarray(high - low, dtype=np.float64)
    unit_mv = np.maximum(height_mv, SMALLEST_MV)
    fast = values_mv - _smooth(values_mv, WAVE_S * rate_hz)
    return Quality(
        height_mv=height_mv,
        flat=_flat_share(values_mv, rate_hz),
        clipped=_clipped_share(values_mv),
        noise=_rms_between_beats(fast, rate_hz) / unit_mv,
        drift=np.asarray(slow.std(axis=1), dtype=np.float64) / unit_mv,
        mains=_mains_mv(fast, rate_hz) / unit_mv,
    )


def _smooth(values: Samples, n_samples: float) -> Samples:
    averaged: Samples = uniform_filter1d(values, max(1, round(n_samples)), axis=1)
    return averaged


def _blocks(values: Samples, length: int) -> Samples:
    """Return (n_leads, n_blocks, length); a rest at the end is left out."""
    n_blocks = max(1, values.shape[1] // length)
    return values[:, : n_blocks * length].reshape(len(values), n_blocks, -1)


def _flat_share(values_mv: Samples, rate_hz: float) -> Floats:
    blocks = _blocks(values_mv, max(1, round(BLOCK_S * rate_hz)))
    still = blocks.max(axis=2) - blocks.min(axis=2) < FLAT_MV
    return np.asarray(still.mean(axis=1), dtype=np.float64)


def _clipped_share(values_mv: Samples) -> Floats:
    top, bottom = values_mv.max(axis=1, keepdims=True), values_mv.min(axis=1, keepdims=True)
    near = RAIL_SHARE * (top - bottom)
    on_rail = (values_mv > top - near) | (values_mv < bottom + near)
    return np.asarray(on_rail.mean(axis=1), dtype=np.float64)


def _rms_between_beats(fast: Samples, rate_hz: float) -> Floats:
    """Return the median of short RMS values: QRS complexes fill less than half the time."""
    blocks = _blocks(fast, max(2, round(NOISE_BLOCK_S * rate_hz)))
    squares = np.einsum("lbn,lbn->lb", blocks, blocks) / blocks.shape[2]
    return np.asarray(np.median(np.sqrt(squares), axis=1), dtype=np.float64)


def _mains_mv(fast: Samples, rate_hz: float) -> Floats:
    """Return the amplitude of the stronger hum; 0 where the rate cannot carry it."""
    time_s = np.arange(fast.shape[1]) / rate_hz
    found = np.zeros(len(fast))
    for mains_hz in MAINS_HZ:
        if rate_hz > 2 * mains_hz:
            wave = np.exp(-2j * np.pi * mains_hz * time_s).astype(np.complex64)
            found = np.maximum(found, 2 * np.abs(fast @ wave) / time_s.size)
    return found
