"""Changes to a training window that leave its diagnosis as it is.

Some stand for other people (rate, amplitude, axis), some for other hands (electrodes a
rib off, leads that are not connected), some for other devices and rooms (filters, drift,
muscles).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.leads import STANDARD_LEADS, derive_limb_leads


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Each change happens with its chance; 0 in a size switches a change off.

    chance: of each change from gain_sd to shift_s, by itself. gain_sd: spread of each
    lead's gain about 1. offset_mv: largest shift of a lead. wander_mv, noise_mv: largest
    slow wave and white noise. shift_s: zeros before the start, as a record that is too
    short would have. size_sd: spread of the logarithm of all leads' gain. rate_share:
    largest share by which time is stretched. axis_sd_rad: spread of a turn of the frontal
    axis. placement: largest share of its neighbour that a chest lead takes on. muscle_mv:
    largest muscle noise. lowest_hz, highest_hz: devices cut away below a frequency up to
    the first, above one from the second on. drop_leads_chance: each lead may be absent.
    only_rhythm_chance: all but lead II are absent.
    """

    gain_sd: float = 0.1
    offset_mv: float = 0.02
    wander_mv: float = 0.15
    noise_mv: float = 0.03
    shift_s: float = 1.0
    size_sd: float = 0.0
    rate_share: float = 0.0
    axis_sd_rad: float = 0.0
    placement: float = 0.0
    muscle_mv: float = 0.0
    lowest_hz: float = 0.0
    highest_hz: float = 0.0
    chance: float = 0.31
    drop_leads_chance: float = 0.15
    only_rhythm_chance: float = 0.05


@dataclass(frozen=True, slots=True)
class _Draw:
    """What a change is drawn from."""

    rate_hz: float
    settings: Augmentation
    rng: np.random.Generator


Change = Callable[[Samples, _Draw], Samples]
RHYTHM_ROW = 1
CHEST = slice(6, 12)
# Largest share of a neighbour taken away instead of added: an electrode on the far side.
FARTHER = 0.6
HIGHEST_FACTOR = 2.0
MUSCLE_HZ = (15.0, 60.0)


def augment(
    values_mv: Samples, rate_hz: float, settings: Augmentation, rng: np.random.Generator
) -> Samples:
    """Return a changed copy of (12, n_samples) in mV; what is zero all along stays so."""
    values = values_mv.copy()
    absent = ~values.any(axis=1)
    draw = _Draw(rate_hz, settings, rng)
    for size, change in CHANGES:
        if getattr(settings, size) and rng.random() < settings.chance:
            values = change(values, draw)
    values[absent] = 0
    if rng.random() < settings.drop_leads_chance:
        values[rng.random(len(values)) < rng.uniform(0, 0.8)] = 0
    elif rng.random() < settings.only_rhythm_chance:
        values[np.arange(len(values)) != RHYTHM_ROW] = 0
    return values


def _stretch(values: Samples, draw: _Draw) -> Samples:
    n_samples = values.shape[1]
    middle = n_samples / 2
    factor = 1 + draw.rng.uniform(-draw.settings.rate_share, draw.settings.rate_share)
    places = np.clip((np.arange(n_samples) - middle) * factor + middle, 0, n_samples - 1)
    before = places.astype(np.intp)
    after = np.minimum(before + 1, n_samples - 1)
    share = (places - before).astype(np.float32)
    stretched: Samples = values[:, before] * (1 - share) + values[:, after] * share
    return stretched


def _resize(values: Samples, draw: _Draw) -> Samples:
    return values * np.float32(np.exp(draw.rng.normal(0, draw.settings.size_sd)))


def _gain(values: Samples, draw: _Draw) -> Samples:
    return values * draw.rng.normal(1, draw.settings.gain_sd, (len(values), 1)).astype(np.float32)


def _offset(values: Samples, draw: _Draw) -> Samples:
    limit = draw.settings.offset_mv
    return values + draw.rng.uniform(-limit, limit, (len(values), 1)).astype(np.float32)


def _turn(values: Samples, draw: _Draw) -> Samples:
    """Turn the frontal axis: I lies at 0 and II at 60 degrees; the other limb leads follow."""
    angle = draw.rng.normal(0, draw.settings.axis_sd_rad)
    across, down = values[0], (values[1] - values[0] / 2) * 2 / np.sqrt(3)
    lead_i = across * np.cos(angle) - down * np.sin(angle)
    turned = across * np.sin(angle) + down * np.cos(angle)
    lead_ii = turned * np.sqrt(3) / 2 + lead_i / 2
    limb = {"I": lead_i, "II": lead_ii, **derive_limb_leads(lead_i, lead_ii)}
    rows = [limb.get(lead, row) for lead, row in zip(STANDARD_LEADS, values, strict=True)]
    return np.stack(rows).astype(np.float32)


def _place(values: Samples, draw: _Draw) -> Samples:
    """Move each chest electrode but V6 towards its neighbour, or away from it."""
    moved, chest = values.copy(), values[CHEST]
    limit = draw.settings.placement
    shares = draw.rng.uniform(-FARTHER * limit, limit, (len(chest) - 1, 1)).astype(np.float32)
    moved[CHEST][:-1] += shares * (chest[1:] - chest[:-1])
    return moved


def _wander(values: Samples, draw: _Draw) -> Samples:
    """Add a slow wave a lead, 0.05 to 0.5 Hz, as breathing and movement make it."""
    n_leads, n_samples = values.shape
    seconds = np.arange(n_samples) / draw.rate_hz
    frequency_hz = draw.rng.uniform(0.05, 0.5)
    phase = draw.rng.uniform(0, 2 * np.pi, (n_leads, 1))
    size_mv = draw.rng.uniform(0, draw.settings.wander_mv, (n_leads, 1))
    wave = size_mv * np.sin(2 * np.pi * frequency_hz * seconds + phase)
    return values + wave.astype(np.float32)


def _muscles(values: Samples, draw: _Draw) -> Samples:
    """Add noise of the muscles' band that swells and fades."""
    n_samples = values.shape[1]
    noise = draw.rng.standard_normal(values.shape, dtype=np.float32)
    frequency_hz = np.fft.rfftfreq(n_samples, 1 / draw.rate_hz)
    band = (frequency_hz >= MUSCLE_HZ[0]) & (frequency_hz <= MUSCLE_HZ[1])
    noise = _filtered(noise, band.astype(np.float64))
    swell = 0.5 + 0.5 * np.sin(
        2 * np.pi * np.arange(n_samples) / draw.rate_hz * draw.rng.uniform(0.05, 0.5)
        + draw.rng.uniform(0, 2 * np.pi)
    )
    level = draw.rng.uniform(0, draw.settings.muscle_mv) / max(float(noise.std()), 1e-6)
    noisy: Samples = values + (level * swell * noise).astype(np.float32)
    return noisy


def _whiten(values: Samples, draw: _Draw) -> Samples:
    level = np.float32(draw.rng.uniform(0, draw.settings.noise_mv))
    return values + level * draw.rng.standard_normal(values.shape, dtype=np.float32)


def _cut_low(values: Samples, draw: _Draw) -> Samples:
    return _device(
        values, draw.rate_hz, draw.rng.uniform(0.1, 1.0) * draw.settings.lowest_hz, order=2
    )


def _cut_high(values: Samples, draw: _Draw) -> Samples:
    highest_hz = draw.rng.uniform(1.0, HIGHEST_FACTOR) * draw.settings.highest_hz
    return _device(values, draw.rate_hz, highest_hz, order=-4)


def _device(values: Samples, rate_hz: float, corner_hz: float, order: int) -> Samples:
    """Filter without delay; order: of the slope, negative to keep what is below the corner."""
    frequency_hz = np.fft.rfftfreq(values.shape[1], 1 / rate_hz)
    with np.errstate(divide="ignore", over="ignore"):
        passed = 1 / (1 + (frequency_hz / corner_hz) ** -order)
    return _filtered(values, passed)


def _filtered(values: Samples, passed: NDArray[np.float64]) -> Samples:
    spectrum = np.fft.rfft(values, axis=1) * passed
    filtered: Samples = np.fft.irfft(spectrum, values.shape[1], axis=1).astype(np.float32)
    return filtered


def _delay(values: Samples, draw: _Draw) -> Samples:
    shift = int(draw.rng.integers(0, max(1, round(draw.settings.shift_s * draw.rate_hz))) + 1)
    moved = np.roll(values, shift, axis=1)
    moved[:, :shift] = 0
    return moved


# In this order, and each under the setting that is its size.
CHANGES: tuple[tuple[str, Change], ...] = (
    ("rate_share", _stretch),
    ("size_sd", _resize),
    ("gain_sd", _gain),
    ("offset_mv", _offset),
    ("placement", _place),
    ("axis_sd_rad", _turn),
    ("wander_mv", _wander),
    ("muscle_mv", _muscles),
    ("noise_mv", _whiten),
    ("lowest_hz", _cut_low),
    ("highest_hz", _cut_high),
    ("shift_s", _delay),
)
