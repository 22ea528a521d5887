"""When beats come: sinus rhythm with breathing, extra beats, atrial fibrillation.

The sinus node follows McSharry et al. 2003: two slow waves, breathing and the 0.1 Hz
wave of blood pressure, modulate the interval. Ours: gamma-distributed intervals above a
refractory time for fibrillation, and how early extra beats come.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from ecgviewer.signal.synthesis_heart import Heart

BeatKind = Literal["sinus", "atrial", "ventricular", "fibrillation"]

_PRESSURE_WAVE_HZ: Final = 0.1
_SHORTEST_RR_S: Final = 0.36
_VARIATION_OF_FIBRILLATION: Final = 0.24
# Drawn beyond both ends, so that the first T wave and the last P wave are there.
_MARGIN_S: Final = 0.8


@dataclass(frozen=True, slots=True)
class PlannedBeat:
    """A beat to draw: its R peak, the interval before it, and its P wave's start."""

    r_s: float
    rr_s: float
    kind: BeatKind
    p_s: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Beats in order of time, and P waves that no beat followed, all in seconds."""

    beats: tuple[PlannedBeat, ...]
    lone_p_s: tuple[float, ...] = ()

    def followed_by(self, later: "Plan", until_s: float | None) -> "Plan":
        """Return this plan and what of ``later`` fits behind it, up to ``until_s``."""
        last = self.beats[-1].r_s if self.beats else -np.inf
        until = np.inf if until_s is None else until_s
        beats = [beat for beat in later.beats if last + 0.6 * beat.rr_s < beat.r_s < until]
        # An early beat belongs to the beat before it and falls with it.
        while self.beats and beats and beats[0].kind in ("atrial", "ventricular"):
            beats.pop(0)
        lone_p = [p_s for p_s in later.lone_p_s if last < p_s < until]
        return Plan(self.beats + tuple(beats), self.lone_p_s + tuple(lone_p))


def plan_rhythm(
    heart: Heart, rng: np.random.Generator, start_s: float, stop_s: float, extra_beats: int
) -> Plan:
    """Plan the beats of one span; ``extra_beats`` of them early, of the heart's labels."""
    due_s = _extra_beat_times(heart, rng, start_s, stop_s, extra_beats)
    if "AF" in heart.labels:
        return _plan_fibrillation(heart, rng, start_s, stop_s, due_s)
    return _plan_sinus(heart, rng, start_s, stop_s, due_s)


def _extra_beat_times(
    heart: Heart, rng: np.random.Generator, start_s: float, stop_s: float, count: int
) -> list[float]:
    """Spread extra beats over the span; each takes about three intervals of its own."""
    first_s, last_s = start_s + 0.3 * heart.rr_s, stop_s - 2.6 * heart.rr_s
    room = max(int((last_s - first_s) / (3 * heart.rr_s)) + 1, 1)
    count = min(count, room)
    slots = np.arange(count) + rng.uniform(0.1, 0.6, size=count)
    return list(first_s + slots * (last_s - first_s) / max(count, 1))


def _plan_sinus(
    heart: Heart, rng: np.random.Generator, start_s: float, stop_s: float, due_s: list[float]
) -> Plan:
    beats: list[PlannedBeat] = []
    lone_p: list[float] = []
    pressure_phase = rng.uniform(0, 2 * np.pi)
    to_r_s = heart.pr_ms / 1000 - heart.conducted_shape(heart.rr_s).qrs_onset_ms / 1000
    p_s = start_s - _MARGIN_S - rng.uniform(0, heart.rr_s)
    rr_s = heart.rr_s
    while p_s < stop_s + _MARGIN_S:
        beats.append(PlannedBeat(p_s + to_r_s, rr_s, "sinus", p_s))
        rr_s = _sinus_interval(heart, rng, p_s, pressure_phase)
        if not due_s or p_s < due_s[0]:
            p_s += rr_s
            continue
        due_s = due_s[1:]
        if _next_is_ventricular(heart, n_extra=len(due_s)):
            beats.append(_ventricular_beat(rng, beats[-1], rr_s))
            # The sinus node keeps its beat; the ventricles cannot follow that once.
            lone_p.append(p_s + rr_s)
            p_s += 2 * rr_s
        else:
            early_s = p_s + max(rng.uniform(0.62, 0.72) * rr_s, to_r_s + 0.22)
            beats.append(PlannedBeat(early_s + to_r_s, rr_s, "atrial", early_s))
            # The early beat resets the sinus node, so the pause is not full.
            p_s = early_s + rng.uniform(1.03, 1.12) * rr_s
    return Plan(tuple(beats), tuple(lone_p))


def _sinus_interval(
    heart: Heart, rng: np.random.Generator, at_s: float, pressure_phase: float
) -> float:
    breathing = np.sin(2 * np.pi * heart.breathing_hz * at_s + heart.breathing_phase)
    pressure = np.sin(2 * np.pi * _PRESSURE_WAVE_HZ * at_s + pressure_phase)
    swing = heart.sinus_arrhythmia * (breathing + 0.5 * pressure)
    return float(heart.rr_s * (1.0 + swing + 0.004 * rng.normal()))


def _next_is_ventricular(heart: Heart, n_extra: int) -> bool:
    # Where there are both kinds they take turns, so that none is missing.
    return "PVC" in heart.labels and ("PAC" not in heart.labels or n_extra % 2 == 0)


def _ventricular_beat(rng: np.random.Generator, before: PlannedBeat, rr_s: float) -> PlannedBeat:
    # Not into the T wave's peak, and before the next P wave.
    coupling_s = max(rng.uniform(0.54, 0.64) * rr_s, 0.42)
    return PlannedBeat(before.r_s + coupling_s, rr_s, "ventricular")


def _plan_fibrillation(
    heart: Heart, rng: np.random.Generator, start_s: float, stop_s: float, due_s: list[float]
) -> Plan:
    beats: list[PlannedBeat] = []
    spread_s = _VARIATION_OF_FIBRILLATION * heart.rr_s
    mean_s = max(heart.rr_s - _SHORTEST_RR_S, 0.08)
    r_s = start_s - _MARGIN_S
    rr_s = heart.rr_s
    while r_s < stop_s + _MARGIN_S:
        beats.append(PlannedBeat(r_s, rr_s, "fibrillation"))
        if due_s and r_s >= due_s[0]:
            due_s = due_s[1:]
            beats.append(_ventricular_beat(rng, beats[-1], heart.rr_s))
            r_s = beats[-1].r_s + rng.uniform(1.05, 1.4) * heart.rr_s
            continue
        drawn_s = _SHORTEST_RR_S + rng.gamma((mean_s / spread_s) ** 2, spread_s**2 / mean_s)
        # The QT interval follows the rate slowly, so half of the last interval counts.
        rr_s = 0.5 * (heart.rr_s + drawn_s)
        r_s += drawn_s
    return Plan(tuple(beats))
