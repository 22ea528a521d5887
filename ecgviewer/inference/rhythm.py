"""From each beat's probabilities to rhythms, labels that agree with them, and an AF score.

A window around a beat sees two seconds; a rhythm is told by many beats. The most likely
sequence of rhythms (Viterbi, IEEE Trans. Inf. Theory 13:260, 1967) explains the beats'
probabilities with few changes. Its few costs are set by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.scan import BEAT_CLASSES, RHYTHMS, Episode

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Habit:
    """How ready a rhythm is to be seen: what a change to it costs, its shortest time."""

    change_cost: float
    shortest_s: float


# Costs are in evidence of a beat, which is 1 where the net is sure of it: a rhythm is seen
# where twice its cost in beats speaks for it. Supraventricular tachycardias come in short
# bursts.
HABITS = {"AFIB": _Habit(4.0, 10.0), "SVTA": _Habit(2.5, 2.0), "SBR": _Habit(4.0, 10.0)}
USUAL = _Habit(0.0, 0.0)
# A probability below this is evidence no longer: neighbouring beats share their errors.
FLOOR = 0.02
# What every beat says for the usual rhythm by itself, so that a rhythm ends at last where
# only ectopic or blocked beats follow, which do not tell.
DRIFT = 0.08
# So many beats, or half a minute, tell fibrillation from an irregular moment.
AF_BEATS = 32


def rhythm_episodes(
    scores: Scores,
    labels: Sequence[str],
    samples: Positions,
    gaps: Positions,
    rate_hz: float,
    until: int,
) -> tuple[Episode, ...]:
    """Return the episodes of AFIB, SVTA and SBR in order of time.

    scores: (n_beats, n_labels). samples: of the beats, rising; gaps: (n_gaps, 2), between
    or beside beats, over which nothing lasts. until: where the scan ends. Each begins at
    its first beat and ends where the next beat or a gap begins. Shorter ones than HABITS
    say are left out, unless half of what was scanned is as short.
    """
    if not len(samples):
        return ()
    states = _likeliest(_evidence(scores, labels))
    ends = _ends(samples, gaps, until)
    found: list[Episode] = []
    for first, stop in _runs(states, broken=ends[:-1] < samples[1:]):
        if states[first] == 0:
            continue
        label = RHYTHMS[states[first] - 1]
        shortest = min(HABITS[label].shortest_s * rate_hz, until / 2)
        if ends[stop - 1] - samples[first] >= shortest:
            score = float(scores[first:stop, labels.index(label)].mean())
            found.append(Episode(int(samples[first]), int(ends[stop - 1]), label, score))
    return tuple(found)


def settled_labels(
    scores: Scores, labels: Sequence[str], samples: Positions, episodes: Sequence[Episode]
) -> NDArray[np.int8]:
    """Return each beat's label as a place in labels, int8 (n_beats,), as the rhythms have it.

    A beat's shape comes first: fibrillation and bradycardia are made of normal beats and
    supraventricular tachycardia of premature ones, so that their probabilities add up.
    Then normal beats take the name of the episode that they lie in, and those from above
    the ventricles, too, but in bradycardia: none is premature where there is no rhythm.
    """
    place = {label: index for index, label in enumerate(labels)}
    shape = np.stack([scores[:, place[name]] for name in BEAT_CLASSES], axis=1)
    normal, premature = BEAT_CLASSES.index("N"), BEAT_CLASSES.index("PAC")
    shape[:, normal] += scores[:, place["AFIB"]] + scores[:, place["SBR"]]
    shape[:, premature] += scores[:, place["SVTA"]]
    names = np.array([place[name] for name in BEAT_CLASSES], dtype=np.int8)
    label: NDArray[np.int8] = names[shape.argmax(axis=1)]
    for episode in episodes:
        inside = slice(*np.searchsorted(samples, (episode.start, episode.stop)))
        own = ("N",) if episode.label == "SBR" else ("N", "PAC")
        taken = np.isin(label[inside], [place[name] for name in own])
        label[inside][taken] = place[episode.label]
    return label


def af_score(scores: Scores, labels: Sequence[str]) -> float | None:
    """Return how likely a record holds atrial fibrillation, 0..1; None without beats.

    It is the highest mean probability of AFIB over AF_BEATS beats in a row, or over all
    beats where there are fewer.
    """
    if not len(scores):
        return None
    summed = np.cumsum(scores[:, labels.index("AFIB")], dtype=np.float64)
    summed = np.concatenate([[0.0], summed])
    n = min(AF_BEATS, len(scores))
    return float(np.clip((summed[n:] - summed[:-n]).max() / n, 0.0, 1.0))


def _evidence(scores: Scores, labels: Sequence[str]) -> Floats:
    """Return what each beat says for the usual rhythm and for RHYTHMS, (n_beats, 4).

    1 more where the net is sure. Ectopic and blocked beats occur in every rhythm alike.
    """
    p: Mapping[str, Floats] = {
        label: scores[:, index].astype(np.float64) for index, label in enumerate(labels)
    }
    of_any = p["PVC"] + p["PAC"] + p["LBBB"] + p["RBBB"]
    likelihood = np.stack([p["N"] + of_any, *(p[name] + of_any for name in RHYTHMS)], axis=1)
    evidence: Floats = np.log(np.clip(likelihood, FLOOR, 1.0)) / -np.log(FLOOR)
    evidence[:, 0] += DRIFT
    return evidence


def _likeliest(evidence: Floats) -> NDArray[np.int8]:
    """Return the likeliest state at each beat, int8 (n_beats,): 0 usual, then RHYTHMS.

    Every change into a rhythm and out of it has the rhythm's cost.
    """
    costs = [USUAL.change_cost, *(HABITS[name].change_cost for name in RHYTHMS)]
    states = range(len(costs))
    worth = [-cost for cost in costs]
    came_from = np.empty(evidence.shape, dtype=np.int8)
    for beat, told in enumerate(evidence.tolist()):
        left = [worth[state] - costs[state] for state in states]
        best = max(left)
        source = left.index(best)
        for state in states:
            entered = best - costs[state]
            stays = worth[state] >= entered
            came_from[beat, state] = state if stays else source
            worth[state] = (worth[state] if stays else entered) + told[state]
    path = np.empty(len(evidence), dtype=np.int8)
    path[-1] = worth.index(max(worth))
    for beat in range(len(path) - 1, 0, -1):
        path[beat - 1] = came_from[beat, path[beat]]
    return path


def _ends(samples: Positions, gaps: Positions, until: int) -> Positions:
    """Return where each beat's time ends: at the next beat, a gap or the scan's end."""
    ends = np.append(samples[1:], max(until, int(samples[-1])))
    if len(gaps):
        before = np.searchsorted(samples, gaps[:, 0], side="right") - 1
        inside = before >= 0
        ends[before[inside]] = np.minimum(ends[before[inside]], gaps[inside, 0])
    return ends


def _runs(states: NDArray[np.int8], broken: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return (first, stop) of equal states in a row; broken: between which no row goes on."""
    changes = np.flatnonzero((np.diff(states) != 0) | broken) + 1
    bounds = [0, *changes.tolist(), len(states)]
    return list(pairwise(bounds))
