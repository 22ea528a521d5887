"""From planned beats to leads: the dipole moves, the chest projects it.

Sources: Sameni et al. 2007 (moving dipole, breathing turns it), Dower et al. 1980
(projection, see `synthesis_heart`), Stridh & Sörnmo, IEEE Trans Biomed Eng 48:105-111,
2001, doi:10.1109/10.900266 (fibrillation as a sawtooth that wanders in rate and height).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgviewer.signal.synthesis_heart import Heart, turn
from ecgviewer.signal.synthesis_rhythm import Plan, PlannedBeat
from ecgviewer.signal.synthesis_shapes import (
    P_DURATION_MS,
    BeatShape,
    Floats,
    extent_ms,
)

# Beyond this a Gaussian is less than 0.05 uV of a millivolt.
_CUT_SIGMAS: Final = 4.5
_BREATHING_TURN_RAD: Final = 0.05
_BREATHING_GAIN: Final = 0.035
# Fibrillating atria: most in V1, then II; a weaker second source disturbs the first.
_FIBRILLATION_AXES: Final = np.array([[-0.30, 0.50, -0.72], [0.40, 0.45, 0.10]])


@dataclass(frozen=True, slots=True)
class BeatTimes:
    """Landmarks of one drawn beat, in seconds; P only where the beat has one."""

    plan: PlannedBeat
    p_onset_s: float | None
    p_end_s: float | None
    qrs_onset_s: float
    j_s: float
    t_end_s: float


def draw_beats(
    plan: Plan, heart: Heart, n_samples: int, rate_hz: float
) -> tuple[Floats, list[BeatTimes]]:
    """Return the dipole (3, n_samples) in mV that all beats make, and their landmarks."""
    dipole = np.zeros((3, n_samples))
    times = []
    for beat in plan.beats:
        ventricular = beat.kind == "ventricular"
        draw = heart.ventricular_shape if ventricular else heart.conducted_shape
        shape = draw(beat.rr_s)
        _add(dipole, _breathed(shape.waves, heart, beat.r_s), beat.r_s, rate_hz)
        if beat.p_s is not None:
            p_wave = heart.early_p if beat.kind == "atrial" else heart.p_wave
            _add(dipole, p_wave, beat.p_s, rate_hz)
        times.append(_times(beat, shape))
    for p_s in plan.lone_p_s:
        _add(dipole, heart.p_wave, p_s, rate_hz)
    return dipole, times


def _add(dipole: Floats, waves: Floats, at_s: float, rate_hz: float) -> None:
    """Add waves, timed in ms from ``at_s``, to the dipole in place."""
    first_ms, last_ms = extent_ms(waves, _CUT_SIGMAS)
    start = max(int((at_s + first_ms / 1000) * rate_hz), 0)
    stop = min(int((at_s + last_ms / 1000) * rate_hz) + 1, dipole.shape[1])
    if start >= stop:
        return
    time_ms = (np.arange(start, stop) / rate_hz - at_s) * 1000
    centre, rise, fall, hold = waves[:, :4].T[:, :, np.newaxis]
    away_ms = time_ms - centre
    sigma = np.where(away_ms < 0, rise, fall)
    bumps = np.exp(-0.5 * (np.maximum(np.abs(away_ms) - hold, 0.0) / sigma) ** 2)
    dipole[:, start:stop] += waves[:, 4:].T @ bumps


def _breathed(waves: Floats, heart: Heart, at_s: float) -> Floats:
    """Return the waves as the lungs turn and weaken them at this moment."""
    swing = np.sin(2 * np.pi * heart.breathing_hz * at_s + heart.breathing_phase)
    moved = waves.copy()
    rotation = turn(_BREATHING_TURN_RAD * swing, plane=(0, 1))
    moved[:, 4:] = (1 + _BREATHING_GAIN * swing) * waves[:, 4:] @ rotation.T
    return moved


def _times(beat: PlannedBeat, shape: BeatShape) -> BeatTimes:
    return BeatTimes(
        plan=beat,
        p_onset_s=beat.p_s,
        p_end_s=None if beat.p_s is None else beat.p_s + P_DURATION_MS / 1000,
        qrs_onset_s=beat.r_s + shape.qrs_onset_ms / 1000,
        j_s=beat.r_s + shape.j_ms / 1000,
        t_end_s=beat.r_s + shape.t_end_ms / 1000,
    )


def draw_fibrillation(n_samples: int, rate_hz: float, rng: np.random.Generator) -> Floats:
    """Return the dipole (3, n_samples) in mV of fibrillating atria, without ventricles."""
    time_s = np.arange(n_samples) / rate_hz
    height_mv = rng.uniform(0.05, 0.09)
    dipole = np.zeros((3, n_samples))
    rate_of_waves_hz = rng.uniform(4.6, 6.8)
    for axis, share in zip(_FIBRILLATION_AXES, (1.0, 0.5), strict=True):
        phase = 2 * np.pi * rate_of_waves_hz * time_s + _wander(time_s, 1.6, rng)
        height = height_mv * share * (1 + 0.3 * _wander(time_s, 1.0, rng))
        sawtooth = sum(np.sin(k * phase) * (-1) ** (k + 1) / k**1.4 for k in (1, 2, 3))
        dipole += np.outer(axis, height * sawtooth)
        rate_of_waves_hz *= rng.uniform(1.05, 1.2)
    return dipole


def _wander(time_s: Floats, size: float, rng: np.random.Generator) -> Floats:
    """Return a slow irregular swing of about +-size."""
    rates_hz = rng.uniform([0.1, 0.25, 0.5], [0.2, 0.45, 0.9])
    phases = rng.uniform(0, 2 * np.pi, size=3)
    waves = np.sin(2 * np.pi * rates_hz[:, np.newaxis] * time_s + phases[:, np.newaxis])
    return np.asarray(size * np.array([0.5, 0.35, 0.25]) @ waves, dtype=np.float64)
