"""Synthetic 12-lead ECGs of nine kinds, as real as a simple model makes them.

A made-up heart (`synthesis_heart`) beats in a planned rhythm (`synthesis_rhythm`); each
beat moves a dipole through P, QRS, ST and T (`synthesis_shapes`, `synthesis_dipole`),
Dower's matrix projects it to I, II and V1-V6, the other limb leads follow from I and
II, and noise comes on top (`synthesis_noise`). Sources: McSharry et al. 2003
(dynamical model), Sameni et al. 2007 (dipole in three dimensions), Dower et al. 1980
(projection); each module names what it takes from them and what is ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from ecgviewer.signal.synthesis_dipole import draw_beats, draw_fibrillation
from ecgviewer.signal.synthesis_heart import LABELS, Heart, check_labels, draw_heart
from ecgviewer.signal.synthesis_noise import NO_MAINS, Mains, draw_noise
from ecgviewer.signal.synthesis_rhythm import Plan, plan_rhythm
from ecgviewer.signal.synthesis_shapes import Floats
from ecgviewer.signal.synthesis_truth import (
    Intervals,
    Mask,
    SyntheticBeat,
    evidence,
    mark_beat,
    mean_intervals,
)

__all__ = [
    "LABELS",
    "Episode",
    "Mains",
    "SyntheticBeat",
    "SyntheticEcg",
    "synthesize",
    "synthesize_long",
]

_RHYTHMS: Final = frozenset({"SNR", "AF", "PAC", "PVC"})
# Atria fall into and out of fibrillation within a beat, not within a sample.
_FADE_S: Final = 0.15


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of one rhythm: SNR alone, or AF, PAC, PVC as far as they go together.

    extra_beats: how many early beats to place in it, as far as there is room.
    """

    start_s: float
    stop_s: float
    labels: frozenset[str]
    extra_beats: int = 0


@dataclass(frozen=True, eq=False)
class SyntheticEcg:
    """A made record of all twelve leads in the order of STANDARD_LEADS.

    signals_mv, clean_mv: float32 (12, n_samples), with and without noise. beats: those
    whose R peak lies inside. truth: for each label the samples (n_samples,) in which
    its evidence lies: SNR P to J point, AF between T and QRS, IAVB the PR interval,
    LBBB and RBBB the QRS complex, PAC the early P to its J point, PVC its QRS to the
    end of T, STD and STE J point to the end of T. episodes: the rhythm over time.
    """

    signals_mv: Samples
    clean_mv: Samples
    rate_hz: float
    labels: frozenset[str]
    beats: tuple[SyntheticBeat, ...]
    truth: Mapping[str, Mask]
    intervals: Intervals
    age_years: int
    sex: str
    episodes: tuple[Episode, ...]

    @property
    def n_samples(self) -> int:
        """Length of each lead."""
        return int(self.signals_mv.shape[1])


def synthesize(
    labels: str | Iterable[str],
    seed: int | np.random.Generator,
    duration_s: float = 10.0,
    rate_hz: float = 500.0,
    *,
    noise: float = 1.0,
    mains: Mains = NO_MAINS,
    rate_per_min: float | None = None,
) -> SyntheticEcg:
    """Make a record that has these labels ("AF", or ["AF", "RBBB"]).

    The same seed gives the same record; a generator goes on where it stands. noise:
    factor on everything that is not heart, 0 for none. rate_per_min: of the sinus node (or
    of the beats in fibrillation), drawn as is usual with the labels where it is None.
    duration_s: 3 or more. Raises ValueError for a shorter one and for labels that are
    unknown or exclude each other.
    """
    if duration_s < 3.0:
        raise ValueError(f"{duration_s} s is too short for a rhythm")
    rng = np.random.default_rng(seed)
    heart = draw_heart(labels, rng)
    if rate_per_min is not None:
        heart = replace(heart, rr_s=60.0 / rate_per_min)
    extra_beats = _count_extra_beats(heart.labels, duration_s, rng)
    episode = Episode(0.0, duration_s, heart.labels, extra_beats)
    return _render(heart, [episode], rate_hz, rng, noise, mains)


def synthesize_long(
    episodes: Sequence[Episode],
    seed: int | np.random.Generator,
    rate_hz: float = 250.0,
    *,
    noise: float = 1.0,
) -> SyntheticEcg:
    """Make one person's record whose rhythm changes from episode to episode.

    Raises ValueError unless the episodes follow each other without gaps from 0 s.
    """
    starts_s = [episode.start_s for episode in episodes]
    if starts_s != [0.0, *(episode.stop_s for episode in episodes[:-1])]:
        raise ValueError("episodes leave a gap or overlap")
    for episode in episodes:
        if not check_labels(episode.labels) <= _RHYTHMS:
            raise ValueError(f"{sorted(episode.labels)} is not a rhythm")
    rng = np.random.default_rng(seed)
    return _render(draw_heart("SNR", rng), episodes, rate_hz, rng, noise, NO_MAINS)


def _count_extra_beats(labels: frozenset[str], duration_s: float, rng: np.random.Generator) -> int:
    if not labels & {"PAC", "PVC"}:
        return 0
    fewest, most = (2, 4) if "PVC" in labels else (1, 3)
    return max(round(rng.integers(fewest, most + 1) * duration_s / 10.0), 1)


def _render(
    heart: Heart,
    episodes: Sequence[Episode],
    rate_hz: float,
    rng: np.random.Generator,
    noise: float,
    mains: Mains,
) -> SyntheticEcg:
    n_samples = round(episodes[-1].stop_s * rate_hz)
    dipole, times = draw_beats(_plan(heart, episodes, rng), heart, n_samples, rate_hz)
    fibrillating = _fibrillating(episodes, n_samples, rate_hz)
    if fibrillating.any():
        dipole += fibrillating * draw_fibrillation(n_samples, rate_hz, rng)
    clean_mv = heart.leads @ dipole
    spoilt_mv = clean_mv + noise * draw_noise(heart, n_samples, rate_hz, rng, mains)
    beats = [mark_beat(beat_times, heart, rate_hz) for beat_times in times]
    labels = frozenset().union(*(episode.labels for episode in episodes))
    return SyntheticEcg(
        signals_mv=_twelve_leads(spoilt_mv),
        clean_mv=_twelve_leads(clean_mv),
        rate_hz=rate_hz,
        labels=labels if len(labels) == 1 else labels - {"SNR"},
        beats=tuple(beat for beat in beats if 0 <= beat.sample < n_samples),
        truth=evidence(labels, beats, fibrillating > 0.5, n_samples),
        intervals=mean_intervals(beats, rate_hz),
        age_years=heart.age_years,
        sex=heart.sex,
        episodes=tuple(episodes),
    )


def _plan(heart: Heart, episodes: Sequence[Episode], rng: np.random.Generator) -> Plan:
    """Join the episodes' beats so that none comes too soon after the one before."""
    joined = Plan(())
    for index, episode in enumerate(episodes):
        beating = replace(heart, labels=episode.labels)
        if "AF" in episode.labels and "AF" not in heart.labels:
            # The AV node lets more through when the atria fibrillate.
            beating = replace(beating, rr_s=heart.rr_s * rng.uniform(0.62, 0.8))
        plan = plan_rhythm(beating, rng, episode.start_s, episode.stop_s, episode.extra_beats)
        is_last = index == len(episodes) - 1
        joined = joined.followed_by(plan, None if is_last else episode.stop_s)
    return joined


def _fibrillating(episodes: Sequence[Episode], n_samples: int, rate_hz: float) -> Floats:
    """Return 1 where the atria fibrillate and 0 elsewhere, fading at inner borders."""
    time_s = np.arange(n_samples) / rate_hz
    level = np.zeros(n_samples)
    for index, episode in enumerate(episodes):
        if "AF" not in episode.labels:
            continue
        inside_s = np.full(n_samples, np.inf)
        if index > 0:
            inside_s = np.minimum(inside_s, time_s - episode.start_s)
        if index < len(episodes) - 1:
            inside_s = np.minimum(inside_s, episode.stop_s - time_s)
        level += np.clip(inside_s / _FADE_S, 0.0, 1.0)
    return np.minimum(level, 1.0)


def _twelve_leads(independent_mv: Floats) -> Samples:
    """Return float32 (12, n_samples) in standard order from I, II, V1-V6."""
    leads = dict(zip(INDEPENDENT_LEADS, independent_mv.astype(np.float32), strict=True))
    leads |= derive_limb_leads(leads["I"], leads["II"])
    return np.stack([leads[name] for name in STANDARD_LEADS])
