"""Beats whose waves begin and end at known times."""

import numpy as np

from ecgviewer.core.record import Samples

# A wave of one cosine: where it begins, where it ends, its height in mV; in s from QRS on.
P_WAVE = (-0.17, -0.07, 0.12)
QRS_WAVES = ((0.0, 0.02, -0.15), (0.015, 0.06, 1.2), (0.05, 0.09, -0.3))
T_WAVE = (0.22, 0.40, 0.3)
RR_S = 0.9
ONSETS_S = 0.7 + RR_S * np.arange(10)


def known_beats(
    rate_hz: float = 500.0,
    p_wave: bool = True,
    t_wave: bool = True,
    gains: tuple[float, ...] = (1.0, 0.7, -0.5, 1.3),
    rr_s: float = RR_S,
) -> Samples:
    """Return ten seconds of such beats in a lead of each gain, with a little noise."""
    time_s = np.arange(round(10 * rate_hz)) / rate_hz
    leads = np.random.default_rng(0).normal(0, 0.004, (len(gains), time_s.size))
    waves = (*QRS_WAVES, *((T_WAVE,) if t_wave else ()), *((P_WAVE,) if p_wave else ()))
    for onset_s in np.arange(ONSETS_S[0], 9.5, rr_s):
        for start_s, stop_s, height_mv in waves:
            phase = (time_s - onset_s - start_s) / (stop_s - start_s)
            wave = height_mv * (1 - np.cos(2 * np.pi * np.clip(phase, 0, 1))) / 2
            leads += np.outer(gains, wave)
    return leads.astype(np.float32)
