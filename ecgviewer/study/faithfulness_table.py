"""The figures of a study of explanations: means over maps with intervals by patient."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.bootstrap import N_DRAWS, Interval, interval, patient_draws
from ecgviewer.study.map_figures import MapFigures
from ecgviewer.study.map_store import Outcome
from ecgviewer.study.randomised_weights import SHARE_OF

ALL = "all"
# Maps of fewer findings than this tell nothing of a method.
FEWEST = 10
OF_MAPS = ("deletion", "insertion", "flipped", "hit", "by_chance", "inside", "empty")
OF_WEIGHTS = tuple(f"rho_{depth}" for depth in SHARE_OF)
FIGURES = (*OF_MAPS, *OF_WEIGHTS)


@dataclass(frozen=True, slots=True)
class MethodFigure:
    """One figure of one method over the maps of a source and a class ("all" for any).

    n: how many maps have it.
    """

    method: str
    source: str
    label: str
    figure: str
    interval: Interval
    n: int


@dataclass(frozen=True, slots=True)
class _Value:
    """One map's figure, with what it can be grouped by."""

    source: str
    label: str
    patient: str
    value: float


def measure(outcomes: Sequence[Outcome], n_draws: int = N_DRAWS) -> tuple[MethodFigure, ...]:
    """Return every method's figures: over all maps, by source, by class, by both."""
    return tuple(
        MethodFigure(method, source, label, figure, *_mean(chosen, n_draws))
        for method in methods_of(outcomes)
        for figure in FIGURES
        for values in [_values(outcomes, method, figure)]
        for source, label, chosen in _grouped(values)
    )


def methods_of(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return the methods that were tried, controls last, in their order."""
    return tuple(dict.fromkeys(maps.method for outcome in outcomes for maps in outcome.maps))


def beats_random(deletion: MethodFigure, insertion: MethodFigure) -> str:
    """Return a verdict: whether both tests, one or none exclude that chance did as well.

    Of a few maps nothing can be said: their interval is too narrow by chance.
    """
    if min(deletion.n, insertion.n) < FEWEST:
        return "too few"
    held = (deletion.interval.high < 0) + (insertion.interval.low > 0)
    return ("no", "one of two", "yes")[held]


def _values(outcomes: Sequence[Outcome], method: str, figure: str) -> list[_Value]:
    found = []
    for outcome in outcomes:
        subject = outcome.subject
        if figure in OF_WEIGHTS:
            depth = figure.removeprefix("rho_")
            told = [x.rho for x in outcome.likenesses if (x.method, x.depth) == (method, depth)]
        else:
            told = [_figure(maps, figure) for maps in outcome.maps if maps.method == method]
        patient = f"{subject.source}/{subject.patient}"
        found += [_Value(subject.source, subject.label, patient, x) for x in told if x == x]
    return found


def _figure(maps: MapFigures, figure: str) -> float:
    return float(getattr(maps, figure))


def _grouped(values: Sequence[_Value]) -> Iterator[tuple[str, str, list[_Value]]]:
    sources = sorted({value.source for value in values})
    labels = sorted({value.label for value in values})
    for source in (ALL, *sources):
        for label in (ALL, *labels):
            chosen = [
                value
                for value in values
                if source in (ALL, value.source) and label in (ALL, value.label)
            ]
            if chosen:
                yield source, label, chosen


def _mean(values: Sequence[_Value], n_draws: int) -> tuple[Interval, int]:
    numbers = np.array([value.value for value in values])
    patients: NDArray[np.str_] = np.array([value.patient for value in values], dtype=np.str_)
    draws = []
    for weights in patient_draws(patients, n_draws):
        total = weights.sum(axis=1)
        # A draw without any of these patients tells nothing.
        mean = np.full(len(total), np.nan)
        np.divide(weights @ numbers, total, out=mean, where=total > 0)
        draws.append(mean)
    return interval(float(numbers.mean()), np.concatenate(draws)), len(numbers)
