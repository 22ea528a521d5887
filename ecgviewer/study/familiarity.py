"""Learns what a model's training records look like, so that strange ones can be told.

Everything that records are held against is cross-fitted by patient: a record's tail
probabilities come from portraits and detectors that did not see its patient's group.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.card_file import read_card_file, write_card_file
from ecgviewer.inference.familiar_file import write_familiarity
from ecgviewer.inference.input import prepare, spans
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.traits import MEASURES as MEASURE_NAMES
from ecgviewer.inference.traits import TWO_SIDED, Traits, traits_of, typical
from ecgviewer.inference.unfamiliar import (
    LIMIT,
    MEASURES,
    NET,
    SHAPE,
    Familiarity,
    Portrait,
    combined_surprise,
    evidence,
    tail_of,
)
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.cache import Cache

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LEAST_SPREAD: Final = 1e-3
SMALLEST_SPREAD: Final = 1e-9
PACED_RIDGE: Final = 3.0
FEWEST_PACED: Final = 10


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """How a portrait is kept from learning its records by heart; chosen on held-out patients.

    directions: how many at most. floor: added to each variance, so that rounding in a
    direction without any never counts. rest_counts_as: how many directions all that is
    left over weighs as much as; 0 for as many as it has.
    """

    directions: int
    floor: float = 0.0
    rest_counts_as: int = 0


SHRINKAGE: Final = {  # scaled features and measures vary by 1, beats have an RMS of 1
    NET: Shrinkage(directions=24, floor=0.01, rest_counts_as=24),
    MEASURES: Shrinkage(directions=14, floor=0.1),
    SHAPE: Shrinkage(directions=100, floor=0.02),
}
FEWEST_RECORDS: Final = 50
CHILDREN_LIMIT: Final = (
    "Made for adults: hardly any child is among the training records, so what it says of "
    "children was not measured, and a patient under 16 is always called unfamiliar."
)


def fit_familiarity(
    model: LoadedModel,
    cache: Cache,
    indices: Sequence[int],
    task: Task,
    paced: Collection[int] = (),
) -> Familiarity:
    """Learn what a model's training records look like.

    indices: records of the cache; paced: those among them that are paced, which are
    learned as strange. Raises EcgError where there are too few records to learn from.
    """
    seen = traits_of_cases(model, cache, indices, task)
    groups = np.array([cache.cases[index].group for index in seen])
    flags = np.isin(list(seen), list(paced))
    return fit_to_traits(list(seen.values()), groups, flags, model.card)


def traits_of_cases(
    model: LoadedModel, cache: Cache, indices: Sequence[int], task: Task
) -> dict[int, Traits]:
    """Return the traits of records of a cache by their index, silent ones left out."""
    found = {}
    for done, index in enumerate(indices):
        traits = traits_of_signals(model, cache.read_mv(index), STANDARD_LEADS, cache.rate_hz)
        if traits is not None:
            found[index] = traits
        task.step(done + 1, len(indices))
    return found


def traits_of_signals(
    model: LoadedModel, values_mv: Samples, names: Sequence[str], rate_hz: float
) -> Traits | None:
    """Return the traits of a whole record, (leads, n) in mV; None where it is silent."""
    spec = model.card.input
    windows = [
        prepare(values_mv[:, start:stop], names, rate_hz, spec)
        for start, stop in spans(values_mv.shape[1], rate_hz, spec)
    ]
    heard = [prepared for prepared in windows if not prepared.silent]
    if not heard:
        return None
    _, features = model.logits_and_features(heard)
    return typical(
        [traits_of(prepared, seen, spec) for prepared, seen in zip(heard, features, strict=True)]
    )


def attach(folder: Path, familiarity: Familiarity, metrics: Mapping[str, Any]) -> ModelCard:
    """Write what was learned into a model's folder, and the limit and figures onto its card."""
    card = read_card_file(folder)
    write_familiarity(folder, familiarity)
    card = replace(
        card,
        unfamiliar_limit=LIMIT,
        metrics={**card.metrics, "unfamiliar": dict(metrics)},
        limits=tuple(dict.fromkeys((*card.limits[:-1], CHILDREN_LIMIT, *card.limits[-1:]))),
    )
    write_card_file(folder, card)
    return card


def fit_portraits(records: Sequence[Traits]) -> dict[str, Portrait]:
    """Return what is usual of each kind of trait, as far as enough records have it whole."""
    portraits = {}
    for name, shrinkage in SHRINKAGE.items():
        values = np.stack([getattr(traits, name) for traits in records])
        whole = values[~np.isnan(values).any(axis=1)]
        if len(whole) >= FEWEST_RECORDS / 2:
            portraits[name] = _portrait(name, whole, shrinkage)
    return portraits


def _portrait(name: str, values: Floats, shrinkage: Shrinkage) -> Portrait:
    mean, scale = values.mean(axis=0), values.std(axis=0)
    # A beat's samples have one unit; so have neither measures nor channels of a net.
    scale = np.ones_like(mean) if name == SHAPE else np.maximum(scale, LEAST_SPREAD * scale.max())
    scale = np.maximum(scale, SMALLEST_SPREAD)
    _, sizes, directions = np.linalg.svd((values - mean) / scale, full_matrices=False)
    variances = np.square(sizes) / len(values)
    # So few records cannot tell more directions from chance.
    k = min(shrinkage.directions, max(1, len(values) // 10))
    rest = float(variances[k:].sum()) / (shrinkage.rest_counts_as or max(1, len(mean) - k))
    return Portrait(
        mean=mean,
        scale=scale,
        directions=directions[:k],
        variances=variances[:k] + shrinkage.floor,
        rest=max(rest + shrinkage.floor, SMALLEST_SPREAD),
        upper=np.array([name == MEASURES and x not in TWO_SIDED for x in _names(name, len(mean))]),
    )


def _names(name: str, n_values: int) -> Sequence[str]:
    return MEASURE_NAMES if name == MEASURES else [""] * n_values


def fit_paced(familiar: Sequence[Traits], paced: Sequence[Traits]) -> Floats:
    """Return a line through beat shapes: -1 for familiar, +1 for paced, the last a constant.

    Ridge regression with half of the weight on each side: linear discriminant analysis
    with a shrunken covariance. Empty where too few paced records are known.
    """
    usual, strange = _shapes(familiar), _shapes(paced)
    if len(strange) < FEWEST_PACED or not len(usual):
        return np.empty(0)
    values = np.concatenate([usual, strange])
    inputs = np.column_stack([values, np.ones(len(values))])
    side = np.repeat([-1.0, 1.0], [len(usual), len(strange)])
    weight = np.repeat([0.5 / len(usual), 0.5 / len(strange)], [len(usual), len(strange)])
    weighted = inputs * weight[:, np.newaxis]
    gram = weighted.T @ inputs + PACED_RIDGE * np.eye(inputs.shape[1])
    return np.asarray(np.linalg.solve(gram, weighted.T @ side))


def _shapes(records: Sequence[Traits]) -> Floats:
    if not records:
        return np.empty((0, 0))
    shapes = np.stack([traits.shape for traits in records])
    return shapes[~np.isnan(shapes).any(axis=1)]


def fit_to_traits(
    records: Sequence[Traits], groups: NDArray[np.int_], paced: Flags, card: ModelCard
) -> Familiarity:
    """Fit to the traits of records; groups: (n,), no patient in two; paced: (n,), which are.

    Raises EcgError where there are too few records to learn from.
    """
    if np.count_nonzero(~paced) < FEWEST_RECORDS or len(np.unique(groups[~paced])) < 2:
        raise EcgError(
            f"{np.count_nonzero(~paced)} records are too few to learn what is familiar: "
            f"{FEWEST_RECORDS} of several groups of patients are needed."
        )
    found: dict[str, Floats] = {}
    for group in np.unique(groups[~paced]):
        inside = groups == group
        fitted = _fit(records, ~inside & ~paced, ~inside & paced)
        rows = np.flatnonzero(inside & ~paced)
        for name, values in evidence(*fitted, [records[int(i)] for i in rows]).items():
            found.setdefault(name, np.full(len(records), np.nan))[rows] = values
    tails = {name: tail_of(values[~np.isnan(values)]) for name, values in found.items()}
    probabilities = {name: tails[name].probability(found[name][~paced]) for name in found}
    combined = tail_of(combined_surprise(probabilities))
    return Familiarity(*_fit(records, ~paced, paced), tails, combined, card.weights_sha256)


def _fit(
    records: Sequence[Traits], familiar: Flags, paced: Flags
) -> tuple[dict[str, Portrait], Floats]:
    usual = [records[int(i)] for i in np.flatnonzero(familiar)]
    strange = [records[int(i)] for i in np.flatnonzero(paced)]
    return fit_portraits(usual), fit_paced(usual, strange)
