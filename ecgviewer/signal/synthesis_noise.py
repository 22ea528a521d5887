"""What spoils a recording: drifting electrodes, muscles, the mains.

Noise starts at the nine electrodes and reaches the leads as the signal does, so leads
that share an electrode share its noise and III = II - I still holds. Sizes are ours.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.fft import irfft, next_fast_len, rfftfreq

from ecgviewer.signal.synthesis_heart import Heart
from ecgviewer.signal.synthesis_shapes import Floats

# Electrodes RA, LA, LL, V1-V6 to the leads I, II, V1-V6; a chest lead is measured
# against the mean of the three limbs (Wilson's terminal).
_FROM_ELECTRODES: Final = np.zeros((8, 9))
_FROM_ELECTRODES[0, [0, 1]] = -1.0, 1.0
_FROM_ELECTRODES[1, [0, 2]] = -1.0, 1.0
_FROM_ELECTRODES[2:, :3] = -1.0 / 3.0
_FROM_ELECTRODES[2:, 3:] = np.eye(6)


@dataclass(frozen=True, slots=True)
class Mains:
    """Hum of the power line: amplitude at the worst electrode, frequency."""

    amplitude_mv: float
    frequency_hz: float = 50.0


NO_MAINS: Final = Mains(0.0)


def draw_noise(
    heart: Heart, n_samples: int, rate_hz: float, rng: np.random.Generator, mains: Mains
) -> Floats:
    """Return noise in mV on I, II, V1-V6: (8, n_samples)."""
    drift_mv = rng.uniform(0.010, 0.035, size=(9, 1))
    muscle_mv = rng.uniform(0.0015, 0.0045, size=(9, 1))
    electrodes = _coloured(drift_mv, muscle_mv, n_samples, rate_hz, rng)
    time_s = np.arange(n_samples) / rate_hz
    breathing = np.sin(2 * np.pi * heart.breathing_hz * time_s + heart.breathing_phase - 0.6)
    electrodes += rng.uniform(-0.03, 0.03, size=(9, 1)) * breathing
    if mains.amplitude_mv:
        hum = np.sin(2 * np.pi * mains.frequency_hz * time_s + rng.uniform(0, 2 * np.pi))
        electrodes += rng.uniform(0, mains.amplitude_mv, size=(9, 1)) * hum
    return _FROM_ELECTRODES @ electrodes


def _coloured(
    drift_mv: Floats, muscle_mv: Floats, n_samples: int, rate_hz: float, rng: np.random.Generator
) -> Floats:
    """Return (9, n_samples): drift below 0.6 Hz and muscle noise above 15 Hz, given RMS."""
    length = next_fast_len(n_samples, real=True)
    frequency_hz = rfftfreq(length, 1 / rate_hz)
    drift = np.where((frequency_hz > 0) & (frequency_hz < 0.6), 1.0, 0.0)
    drift[1:] /= frequency_hz[1:]
    muscle = np.exp(-0.5 * ((frequency_hz - 60) / 35) ** 2)
    random = rng.normal(size=(2, 9, frequency_hz.size))
    signals = np.zeros((9, length))
    for size_mv, spectrum in ((drift_mv, drift), (muscle_mv, muscle)):
        # Parseval: this spectrum has the wanted RMS whatever length and rate are.
        scale = size_mv * length / 2 / np.sqrt(np.sum(spectrum**2))
        signals += irfft(scale * spectrum * (random[0] + 1j * random[1]), length)
    return signals[:, :n_samples]
