"""Records that a model of twelve adult leads should call unfamiliar, made from real ones.

Swapped cables follow from the algebra of the leads; noise, other signals, wrong units
and wrong rates are made.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.lead_reversal import (
    LIMB_SWAPS,
    chest_order,
    exchange,
    swapped,
)
from ecgviewer.signal.leads import CHEST_LEADS, INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from ecgviewer.signal.resample import resample

Rng = np.random.Generator
Change = Callable[[Samples, float, Rng], Samples]
Floats = NDArray[np.float64]

ELECTRODE_NOISE_MV: Final = 0.003


def _swap(values_mv: Samples, _rate_hz: float, rng: Rng, *, matrix: Samples) -> Samples:
    # A lead between the two legs is no zero: each electrode has noise of its own.
    noise = rng.normal(0, ELECTRODE_NOISE_MV, (len(INDEPENDENT_LEADS), values_mv.shape[1]))
    return swapped(values_mv, matrix) + _twelve(noise)


def _any_chest_order(values_mv: Samples, _rate_hz: float, rng: Rng) -> Samples:
    order = list(CHEST_LEADS)
    while tuple(order) == CHEST_LEADS:
        order = [str(lead) for lead in rng.permutation(CHEST_LEADS)]
    return swapped(values_mv, chest_order(order))


def with_noise(
    values_mv: Samples,
    rate_hz: float,
    rng: Rng,
    *,
    noise: Samples,
    noise_rate_hz: float,
    snr_db: float,
) -> Samples:
    """Add recorded noise, another stretch to each electrode, at a ratio to the QRS complex.

    noise: (n_channels, n). The ratio is that of the MIT-BIH Noise Stress Test: an eighth of
    the squared height of the QRS complex over the noise's mean square.
    """
    n_samples = values_mv.shape[1]
    needed = round(n_samples * noise_rate_hz / rate_hz) + 1
    rows = []
    for _ in INDEPENDENT_LEADS:
        start = int(rng.integers(0, noise.shape[1] - needed))
        channel = int(rng.integers(0, len(noise)))
        rows.append(noise[channel, start : start + needed])
    stretch = resample(np.stack(rows), noise_rate_hz, rate_hz)[:, :n_samples]
    stretch = stretch - stretch.mean(axis=1, keepdims=True)
    height = np.percentile(values_mv, 99.5, axis=1) - np.percentile(values_mv, 0.5, axis=1)
    power = float(np.median(height)) ** 2 / 8
    wanted = np.sqrt(power / 10 ** (snr_db / 10))
    level = wanted / np.maximum(stretch.std(axis=1, keepdims=True), 1e-9)
    noisy: Samples = values_mv + _twelve(stretch * level).astype(np.float32)
    return noisy


def _twelve(independent: Floats | Samples) -> Samples:
    leads = dict(zip(INDEPENDENT_LEADS, independent.astype(np.float32), strict=True))
    leads |= derive_limb_leads(leads["I"], leads["II"])
    return np.stack([leads[name] for name in STANDARD_LEADS])


def _made(draw: Callable[[int, float, Rng], Floats]) -> Change:
    """Return a change that puts a made signal in the place of the recorded one."""

    def change(values_mv: Samples, rate_hz: float, rng: Rng) -> Samples:
        signals = draw(values_mv.shape[1], rate_hz, rng)
        # As large as the record that it replaces, so that size alone does not tell.
        size = np.percentile(np.abs(values_mv - np.median(values_mv)), 90)
        scaled = signals / max(float(np.percentile(np.abs(signals), 90)), 1e-9) * size
        return _twelve(np.asarray(scaled, dtype=np.float64))

    return change


def _white(n_samples: int, _rate_hz: float, rng: Rng) -> Floats:
    return rng.standard_normal((len(INDEPENDENT_LEADS), n_samples))


def _band(
    n_samples: int, rate_hz: float, rng: Rng, power_of_f: Callable[[Floats], Floats]
) -> Floats:
    frequency_hz = np.asarray(np.fft.rfftfreq(n_samples, 1 / rate_hz), dtype=np.float64)
    spectrum = np.zeros_like(frequency_hz)
    spectrum[1:] = np.sqrt(power_of_f(frequency_hz[1:]))
    phases = np.exp(2j * np.pi * rng.random((len(INDEPENDENT_LEADS), frequency_hz.size)))
    return np.asarray(np.fft.irfft(spectrum * phases, n_samples))


def _pink(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    return _band(n_samples, rate_hz, rng, lambda f: 1 / f)


def _sine(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    time_s = np.arange(n_samples) / rate_hz
    phases = rng.uniform(0, 2 * np.pi, (len(INDEPENDENT_LEADS), 1))
    return np.asarray(np.sin(2 * np.pi * rng.uniform(0.7, 12) * time_s + phases))


def _breathing(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    rate = rng.uniform(0.15, 0.5)
    slow = _band(n_samples, rate_hz, rng, lambda f: np.exp(-(((f - rate) / 0.1) ** 2)))
    slow /= slow.std(axis=1, keepdims=True)
    return np.asarray(slow + 0.02 * _white(n_samples, rate_hz, rng))


def _brain(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    """Return an EEG's spectrum: falling, with an alpha peak at 8 to 12 Hz."""
    alpha_hz = rng.uniform(8, 12)
    return _band(
        n_samples,
        rate_hz,
        rng,
        lambda f: (1 / (1 + f**2) + 0.02 * np.exp(-(((f - alpha_hz) / 1.0) ** 2))) * (f < 45),
    )


def _muscle(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    """Return an EMG: noise of 20 to 150 Hz that comes in bursts."""
    noise = _band(
        n_samples, rate_hz, rng, lambda f: np.exp(-(((np.log(f) - np.log(60)) / 0.7) ** 2))
    )
    bursts = _band(n_samples, rate_hz, rng, lambda f: (f < 1.5).astype(float))
    return np.asarray(noise * (0.2 + np.abs(bursts) / np.abs(bursts).max()))


def _steps(n_samples: int, rate_hz: float, rng: Rng) -> Floats:
    """Return an accelerometer's steps: two damped knocks a second on gravity's slow drift."""
    time_s = np.arange(n_samples) / rate_hz
    signals = 0.3 * _band(n_samples, rate_hz, rng, lambda f: (f < 0.5) / f)
    signals /= np.abs(signals).max()
    for at_s in np.arange(rng.uniform(0, 0.5), time_s[-1], rng.uniform(0.45, 0.6)):
        since_s = time_s - at_s
        knock = np.where(since_s > 0, np.exp(-np.maximum(since_s, 0) / 0.06), 0) * np.sin(
            2 * np.pi * 9 * since_s
        )
        signals += rng.normal(1, 0.3, (len(INDEPENDENT_LEADS), 1)) * knock
    return signals


def _scaled(values_mv: Samples, _rate_hz: float, _rng: Rng, *, factor: float) -> Samples:
    return values_mv * np.float32(factor)


def _at_speed(values_mv: Samples, rate_hz: float, _rng: Rng, *, factor: float) -> Samples:
    """Return a record whose header states ``factor`` times the true rate."""
    stretched = resample(values_mv, rate_hz * factor, rate_hz)
    n_samples = values_mv.shape[1]
    if factor > 1:
        # Two copies in a row fill the window; the seam is one odd beat.
        return np.concatenate([stretched] * 2, axis=1)[:, :n_samples]
    return stretched[:, :n_samples]


SWAPS: Final[dict[str, Change]] = {
    **{name: partial(_swap, matrix=matrix) for name, matrix in LIMB_SWAPS.items()},
    **{
        f"{one}/{other}": partial(_swap, matrix=exchange(one, other))
        for one, other in (("V1", "V2"), ("V1", "V3"), ("V2", "V5"), ("V3", "V4"), ("V4", "V6"))
    },
    "V6-V1": partial(_swap, matrix=chest_order(CHEST_LEADS[::-1])),
    "V1-V6 in any order": _any_chest_order,
}
NON_ECG: Final[dict[str, Change]] = {
    "white noise": _made(_white),
    "pink noise": _made(_pink),
    "sine": _made(_sine),
    "breathing": _made(_breathing),
    "EEG-like": _made(_brain),
    "EMG-like": _made(_muscle),
    "steps": _made(_steps),
}
WRONG_FORM: Final[dict[str, Change]] = {
    "upside down": partial(_scaled, factor=-1),
    "1000 times too large": partial(_scaled, factor=1000),
    "200 times too small": partial(_scaled, factor=1 / 200),
    "rate stated twice too high": partial(_at_speed, factor=2.0),
    "rate stated twice too low": partial(_at_speed, factor=0.5),
}
