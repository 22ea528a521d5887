"""Changes to a training window that leave its diagnosis as it is."""

from dataclasses import dataclass

import numpy as np

from ecgviewer.core.record import Samples


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Each change happens with its chance; the first two are those of the published system.

    gain_sd: spread of each lead's gain about 1. offset_mv: largest shift of a lead.
    wander_mv, noise_mv: largest slow wave and white noise. drop_leads: each lead may be
    absent. only_rhythm: all but lead II absent. shift_s: zeros before the start, as a
    record that is too short would have.
    """

    gain_sd: float = 0.1
    offset_mv: float = 0.02
    wander_mv: float = 0.15
    noise_mv: float = 0.03
    shift_s: float = 1.0
    chance: float = 0.31
    drop_leads_chance: float = 0.15
    only_rhythm_chance: float = 0.05


RHYTHM_ROW = 1


def augment(
    values_mv: Samples, rate_hz: float, settings: Augmentation, rng: np.random.Generator
) -> Samples:
    """Return a changed copy of (12, n_samples) in mV."""
    n_leads, n_samples = values_mv.shape
    values = values_mv.copy()
    if rng.random() < settings.chance:
        values *= rng.normal(1, settings.gain_sd, (n_leads, 1)).astype(np.float32)
    if rng.random() < settings.chance:
        limit = settings.offset_mv
        values += rng.uniform(-limit, limit, (n_leads, 1)).astype(np.float32)
    if settings.wander_mv and rng.random() < settings.chance:
        values += _wander(n_leads, n_samples, rate_hz, settings.wander_mv, rng)
    if settings.noise_mv and rng.random() < settings.chance:
        level = rng.uniform(0, settings.noise_mv)
        values += level * rng.standard_normal(values.shape, dtype=np.float32)
    longest = round(settings.shift_s * rate_hz)
    if longest and rng.random() < settings.chance:
        shift = int(rng.integers(0, longest) + 1)
        values = np.roll(values, shift, axis=1)
        values[:, :shift] = 0
    if rng.random() < settings.drop_leads_chance:
        values[rng.random(n_leads) < rng.uniform(0, 0.8)] = 0
    elif rng.random() < settings.only_rhythm_chance:
        values[np.arange(n_leads) != RHYTHM_ROW] = 0
    return values


def _wander(
    n_leads: int, n_samples: int, rate_hz: float, limit_mv: float, rng: np.random.Generator
) -> Samples:
    """Return a slow wave a lead, 0.05 to 0.5 Hz, as breathing and movement make it."""
    seconds = np.arange(n_samples) / rate_hz
    frequency_hz = rng.uniform(0.05, 0.5)
    phase = rng.uniform(0, 2 * np.pi, (n_leads, 1))
    size_mv = rng.uniform(0, limit_mv, (n_leads, 1))
    wave: Samples = (size_mv * np.sin(2 * np.pi * frequency_hz * seconds + phase)).astype(
        np.float32
    )
    return wave
