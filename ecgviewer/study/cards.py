"""What a training run writes onto its model's card."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Calibration, ModelCard
from ecgviewer.study.cache import Cache
from ecgviewer.study.initial import Initial, shipped_net
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.strips import Strip

# The window shows the first one unasked. Grad-CAM spreads what the head takes from a
# channel's maximum over all time and so misses single beats (bench "explanation").
METHODS = ("hirescam", "gradcam", "gradient", "occlusion")
CLINICAL = "clinical"
# There is no PR interval in fibrillation. The published mapping knows no such thing.
EXCLUDED_BY = {"IAVB": ("AF",)}
UNCALIBRATED = "The probabilities are not calibrated."
ALWAYS_LIMITS = (
    "With fewer than twelve leads the model is weaker, and its thresholds, chosen with twelve, "
    "do not fit well.",
    "Nine classes only; whatever else an ECG shows is not looked at.",
    "Research use only. Not a medical device.",
)


@dataclass(frozen=True, eq=False)
class Order:
    """What is to be trained: a recipe by its name, the labelled records, where from.

    mapping: by which the labels were read. initial: whose weights are gone on with.
    strips: of one lead, for the recipes that learn from such. reduced: in words, what is
    smaller than the recipe has it.
    """

    name: str
    recipe_name: str
    recipe: Recipe
    mapping: str
    cache: Cache
    initial: Initial | None = None
    strips: tuple[Strip, ...] = ()
    reduced: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Outcome:
    """What is known of a fitted net: its thresholds, one a label, and its figures.

    metrics: as a card keeps them. split, thresholds_from: in words. calibration: of the
    probabilities that the thresholds are held against, None for none.
    """

    thresholds: NDArray[np.float64]
    metrics: Mapping[str, Any]
    split: str
    thresholds_from: str
    calibration: Calibration | None = None


def describe(order: Order, parts: Parts) -> dict[str, Any]:
    """Return a run's settings and data in plain words and numbers, without paths."""
    initial = order.initial
    return {
        "recipe": order.recipe_name,
        "mapping": order.mapping,
        "init": initial
        and {"model": initial.card.name, "weights_sha256": initial.card.weights_sha256},
        "seed": order.recipe.seed,
        "strips": dict(sorted(Counter(strip.source for strip in order.strips).items())),
        "fit": _counts(order.cache, parts.fit),
        "validation": _counts(order.cache, parts.validation),
        "test": _counts(order.cache, parts.test),
        "settings": asdict(order.recipe),
    }


def card_of(
    order: Order, parts: Parts, outcome: Outcome, facts: Mapping[str, Any], n_members: int = 1
) -> ModelCard:
    """Return the card of a trained net, its hash and probe still open.

    facts: what else is to be known of the training. n_members: how many fitted nets it is.
    """
    recipe = order.recipe
    net, options = shipped_net(recipe, n_members)
    return ModelCard(
        name=order.name,
        title=recipe.title,
        net=net,
        net_options=options,
        labels=LABELS,
        thresholds=tuple(round(float(threshold), 4) for threshold in outcome.thresholds),
        input=recipe.input,
        methods=METHODS,
        combine=recipe.combine,
        training=describe(order, parts)
        | {"split": outcome.split, "thresholds": outcome.thresholds_from, **facts},
        metrics=outcome.metrics,
        license="MIT",
        limits=(*_limits(order, parts), *_uncalibrated(outcome), *ALWAYS_LIMITS),
        calibration=outcome.calibration,
        weights_sha256="",
        excluded_by=EXCLUDED_BY if order.mapping == CLINICAL else {},
    )


def _counts(cache: Cache, indices: Sequence[int]) -> dict[str, Any]:
    chosen = [cache.cases[index] for index in indices]
    cells = cache.cells[list(indices)]
    return {
        "records": dict(sorted(Counter(case.source for case in chosen).items())),
        "patients": len({case.patient for case in chosen}),
        "positive": _by_label(np.sum(cells > 0.5, axis=0)),
        "judged": _by_label(np.sum(~np.isnan(cells), axis=0)),
    }


def _by_label(numbers: NDArray[np.int_]) -> dict[str, int]:
    return {label: int(number) for label, number in zip(LABELS, numbers, strict=True)}


def unlearnable(cells: NDArray[np.float32]) -> list[str]:
    """Return the classes without a positive or without a negative record."""
    pairs = zip(LABELS, np.nanmin(_filled(cells), 0), np.nanmax(_filled(cells), 0), strict=True)
    return [label for label, low, high in pairs if not low < 0.5 < high]


def _filled(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    # A class that nobody judges has neither: two halves stand for "unknown".
    nobody = np.isnan(cells).all(axis=0)
    return np.where(nobody, np.float32(0.5), cells)


def _uncalibrated(outcome: Outcome) -> tuple[str, ...]:
    return (UNCALIBRATED,) if outcome.calibration is None else ()


def _limits(order: Order, parts: Parts) -> list[str]:
    cases = [order.cache.cases[index] for index in parts.fit]
    n_sources = len({case.source for case in cases})
    limits = [
        f"Trained on {len(cases):,} recordings of {_numbered(n_sources, 'collection')}; other "
        "hospitals, devices and patients will differ."
    ]
    unlearnt = unlearnable(order.cache.cells[list(parts.fit)])
    if unlearnt:
        limits.append(
            f"Never learnt, for want of positive or negative records: {', '.join(unlearnt)}."
        )
    if order.reduced:
        limits.append(f"Trained with less than the recipe has: {', '.join(order.reduced)}.")
    if order.mapping != CLINICAL:
        limits.append(
            f'Labels by the mapping "{order.mapping}", which is not what a clinician would say.'
        )
    return limits


def reduced_settings(recipe: Recipe, whole: Recipe) -> tuple[str, ...]:
    """Return in words what options changed of a whole recipe's windows and epochs."""
    words = []
    if recipe.input.n_samples != whole.input.n_samples:
        words.append(
            f"windows of {recipe.input.duration_s:g} s instead of {whole.input.duration_s:g} s"
        )
    epochs, usual = (sum(phase.epochs for phase in one.phases) for one in (recipe, whole))
    if epochs != usual:
        words.append(f"{_numbered(epochs, 'epoch')} instead of {usual}")
    return tuple(words)


def _numbered(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
