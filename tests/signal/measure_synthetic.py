"""Measurements on a noise-free record, by arithmetic that the generator does not use."""

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import SyntheticBeat, SyntheticEcg, synthesize

Floats = NDArray[np.float64]


@cache
def made(label: str) -> tuple[SyntheticEcg, ...]:
    """Twenty hearts with this label."""
    return tuple(synthesize(label, seed) for seed in range(20))


def lead(ecg: SyntheticEcg, name: str) -> Floats:
    """The noise-free signal of one lead, (n_samples,)."""
    return np.asarray(ecg.clean_mv[STANDARD_LEADS.index(name)], dtype=np.float64)


def samples(ecg: SyntheticEcg, ms: float) -> int:
    """Milliseconds as samples."""
    return round(ms * ecg.rate_hz / 1000)


def whole_beats(ecg: SyntheticEcg, symbols: str = "NLRAV") -> list[SyntheticBeat]:
    """Beats of these symbols with room for P before and T behind them."""
    margin = samples(ecg, 550)
    inside = [beat for beat in ecg.beats if margin < beat.sample < ecg.n_samples - margin]
    return [beat for beat in inside if beat.symbol in symbols]


def rr_s(ecg: SyntheticEcg) -> Floats:
    """Intervals between the marked beats."""
    peaks = np.array([beat.sample for beat in ecg.beats], dtype=np.float64)
    return np.diff(peaks) / ecg.rate_hz


def speed(ecg: SyntheticEcg, start: int, stop: int) -> Floats:
    """How fast all leads together change in this span, mV per sample."""
    change = np.gradient(ecg.clean_mv[:, start:stop].astype(np.float64), axis=1)
    return np.asarray(np.linalg.norm(change, axis=0), dtype=np.float64)


def qrs_span(ecg: SyntheticEcg, beat: SyntheticBeat) -> tuple[int, int]:
    """Where the leads first and last change faster than 15 % of the fastest in this beat.

    In ventricular beats 22 %, since their ST and T are steep beside a slow QRS.
    """
    start, stop = beat.sample - samples(ecg, 100), beat.sample + samples(ecg, 140)
    around = speed(ecg, start, stop)
    share = 0.22 if beat.symbol == "V" else 0.15
    fast = np.flatnonzero(around > share * around.max())
    return start + int(fast[0]), start + int(fast[-1])


def qrs_ms(ecg: SyntheticEcg, symbols: str = "NLR") -> float:
    """Mean width of QRS."""
    spans = [qrs_span(ecg, beat) for beat in whole_beats(ecg, symbols)]
    return float(np.mean([stop - start for start, stop in spans])) * 1000 / ecg.rate_hz


def pr_ms(ecg: SyntheticEcg) -> float:
    """Mean time from where P begins to move the leads to where QRS does."""
    found = []
    for before, beat in pairwise(whole_beats(ecg)):
        interval_s = (beat.sample - before.sample) / ecg.rate_hz
        start = before.sample + samples(ecg, 465 * np.cbrt(interval_s))
        qrs, _ = qrs_span(ecg, beat)
        between = speed(ecg, start, qrs - samples(ecg, 20))
        onset = start + int(np.flatnonzero(between > 0.15 * between.max())[0])
        found.append((qrs - onset) * 1000 / ecg.rate_hz)
    return float(np.mean(found))


def st_mv(ecg: SyntheticEcg, name: str, after_ms: float = 60) -> float:
    """Mean level after the J point against the level just before QRS."""
    signal = lead(ecg, name)
    levels = []
    for beat in whole_beats(ecg, "NLR"):
        start, stop = qrs_span(ecg, beat)
        before = signal[start - samples(ecg, 12)]
        levels.append(signal[stop + samples(ecg, after_ms)] - before)
    return float(np.mean(levels))


def qrs_of(ecg: SyntheticEcg, name: str, beat: SyntheticBeat) -> Floats:
    """QRS of one lead against the level just before it."""
    start, stop = qrs_span(ecg, beat)
    signal = lead(ecg, name)
    return np.asarray(signal[start:stop] - signal[start - samples(ecg, 12)])


def t_of(ecg: SyntheticEcg, name: str, beat: SyntheticBeat) -> Floats:
    """T of one lead (from 80 ms after QRS to 420 ms after R) against the level before QRS."""
    start, stop = qrs_span(ecg, beat)
    signal = lead(ecg, name)
    t_wave = signal[stop + samples(ecg, 80) : beat.sample + samples(ecg, 420)]
    return np.asarray(t_wave - signal[start - samples(ecg, 12)])
