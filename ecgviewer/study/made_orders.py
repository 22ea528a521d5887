"""Patients' own beats in orders that never were: what if most of them had been premature?

Recordings with more premature beats than others are few, and in them the usual is not the
normal. A made order strings together beats of one recording at random, runs of early ones
among them or every second to fourth, with the intervals that such an order would have.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ecgviewer.signal.beat_context import CutBeats
from ecgviewer.study.beat_labels import BEAT_LABELS

Cells = NDArray[np.float32]
Places = NDArray[np.int64]

LONGEST = 1500
# With fewer beats an order would repeat them.
_LEAST_EARLY, _LEAST_NORMAL, _LEAST_OF_KIND = 8, 100, 4
_FEWEST_STRUNG = 5
# How often early beats hardly are, and how often they come regularly.
_HARDLY_EARLY, _REGULARLY = 0.3, 0.3
_EARLY = ("PVC", "PAC")
_USUAL = ("N", "LBBB", "RBBB")


class _Manner(NamedTuple):
    """How the heart beats for a while.

    early: chance of an early beat after another, and after one that was early itself.
    period: every so many beats one is early instead (2 for bigeminy), 0 for by chance.
    interval_s: before an early beat. pause: factor of the interval after it.
    """

    pool: Places
    early: tuple[float, float]
    period: int
    interval_s: float
    pause: float

    def is_next_early(self, place: int, rng: np.random.Generator, *, was_early: bool) -> bool:
        if self.period:
            return place % self.period == self.period - 1
        return bool(rng.random() < self.early[was_early])


def made_order(
    beats: CutBeats, cells: Cells, rng: np.random.Generator
) -> tuple[CutBeats, Cells] | None:
    """Return beats of a recording in a made order, None where it has too few early ones.

    cells: what each may be of, (n_beats, n_classes).
    """
    known = ~np.isnan(beats.interval_s)
    usual = np.flatnonzero(known & _is_one_of(cells, _USUAL))
    pools = [np.flatnonzero(known & _is_one_of(cells, (kind,))) for kind in _EARLY]
    if len(usual) < _LEAST_NORMAL or sum(map(len, pools)) < _LEAST_EARLY:
        return None
    pools = [pool for pool in pools if len(pool) >= _LEAST_OF_KIND]
    usual_s = float(np.median(beats.interval_s[usual]))
    order: list[int] = []
    intervals: list[float] = []
    while len(order) < min(len(cells), LONGEST):
        manner = _draw_manner(pools, usual_s, rng)
        _go_on(order, intervals, usual, usual_s, manner, rng)
    places = np.array(order, dtype=np.int64)
    interval_s = np.array(intervals)
    interval_s[0] = np.nan
    return beats.at(places)._replace(interval_s=interval_s), cells[places]


def _is_one_of(cells: Cells, labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether a beat may be of one of these classes and surely is of no other early one."""
    columns = [BEAT_LABELS.index(label) for label in labels]
    others = [BEAT_LABELS.index(label) for label in _EARLY if label not in labels]
    return np.asarray((cells[:, columns] > 0).any(axis=1) & ~(cells[:, others] > 0).any(axis=1))


def _draw_manner(pools: list[Places], usual_s: float, rng: np.random.Generator) -> _Manner:
    if rng.random() < _HARDLY_EARLY:
        share, pause = rng.uniform(0.8, 0.95), rng.uniform(1.0, 1.3)
    else:
        share, pause = rng.uniform(0.5, 0.8), rng.uniform(1.0, 2.2)
    return _Manner(
        pool=pools[int(rng.integers(len(pools)))],
        early=(0.6 * rng.uniform(0.1, 0.8), rng.uniform(0.2, 0.9)),
        period=int(rng.integers(2, 5)) if rng.random() < _REGULARLY else 0,
        interval_s=share * usual_s * min(pause, 1.3),
        pause=pause,
    )


def _go_on(
    order: list[int],
    intervals: list[float],
    usual: Places,
    usual_s: float,
    manner: _Manner,
    rng: np.random.Generator,
) -> None:
    was_early = False
    for place in range(int(rng.integers(20, 150))):
        is_early = manner.is_next_early(place, rng, was_early=was_early)
        if is_early:
            order.append(int(rng.choice(manner.pool)))
            intervals.append(manner.interval_s * rng.normal(1, 0.03))
        else:
            order.append(int(rng.choice(usual)))
            intervals.append((manner.pause if was_early else 1) * usual_s * rng.normal(1, 0.05))
        was_early = is_early


def strung_order(
    beats: CutBeats, cells: Cells, length: int, rng: np.random.Generator
) -> tuple[CutBeats, Cells] | None:
    """Return a short recording's beats, a few in turn again and again, as a longer one.

    What is of many patients is in short recordings: so that a net does not take their
    shortness for a sign. None where there are fewer than five beats.
    """
    if len(cells) < _FEWEST_STRUNG:
        return None
    order: list[int] = []
    while len(order) < length:
        first = int(rng.integers(1, len(cells)))
        order += range(first, min(len(cells), first + int(rng.integers(3, 12))))
    places = np.array(order[:length], dtype=np.int64)
    interval_s = beats.interval_s[places]
    interval_s[0] = np.nan
    return beats.at(places)._replace(interval_s=interval_s), cells[places]
