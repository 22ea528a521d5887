"""What a training run writes onto its model's card."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Calibration, ModelCard
from ecgviewer.study.initial import shipped_net
from ecgviewer.study.order import Order
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Recipe

UNCALIBRATED = "The probabilities are not calibrated."
BY_PREVALENCE = (
    "Probabilities are weighed by how common classes were among the windows learnt from; where "
    "they are more or less common, they are too low or too high."
)
# Titles of recipes tell of several nets together: so a single one of them is called.
ONE_NET = {
    "beat_net": "A small net that reads each beat's measures, 12 leads, nine classes",
    "beat_sequence": "A small net that reads each beat beside its neighbours, one lead, "
    "eight classes",
}
RESEARCH_ONLY = "Research use only. Not a medical device."


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
        "init": initial
        and {"model": initial.card.name, "weights_sha256": initial.card.weights_sha256},
        "seed": order.recipe.seed,
        **order.facts(parts),
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
        title=ONE_NET.get(net, recipe.title),
        net=net,
        net_options=options,
        labels=recipe.labels,
        thresholds=tuple(round(float(threshold), 4) for threshold in outcome.thresholds),
        input=recipe.input,
        methods=order.methods,
        combine=recipe.combine,
        training=describe(order, parts)
        | {"split": outcome.split, "thresholds": outcome.thresholds_from, **facts},
        metrics=outcome.metrics,
        license="MIT",
        limits=(*order.limits(parts), *_limits(order, parts, outcome), RESEARCH_ONLY),
        calibration=outcome.calibration,
        weights_sha256="",
        excluded_by=order.excluded_by,
        exclusive=recipe.exclusive,
        explained_by=order.explained_by,
        blocks_by=order.blocks_by,
        unlearnt=tuple(unlearnable(order, parts)),
    )


def unlearnable(order: Order, parts: Parts) -> list[str]:
    """Return the classes without a positive or without a negative to learn from."""
    cells = order.cells[list(parts.fit)]
    # A class that nobody judges has neither: two halves stand for "unknown".
    filled = np.where(np.isnan(cells).all(axis=0), np.float32(0.5), cells)
    pairs = zip(order.recipe.labels, np.nanmin(filled, 0), np.nanmax(filled, 0), strict=True)
    return [label for label, low, high in pairs if not low < 0.5 < high]


def _limits(order: Order, parts: Parts, outcome: Outcome) -> list[str]:
    limits = []
    unlearnt = unlearnable(order, parts)
    if unlearnt:
        limits.append(
            f"Never learnt, for want of positive or negative {order.examples}: "
            f"{', '.join(unlearnt)}."
        )
    if order.reduced:
        limits.append(f"Trained with less than the recipe has: {', '.join(order.reduced)}.")
    if outcome.calibration is None:
        limits.append(UNCALIBRATED)
    elif order.recipe.exclusive:
        limits.append(BY_PREVALENCE)
    return limits


def reduced_settings(recipe: Recipe, whole: Recipe) -> tuple[str, ...]:
    """Return in words what options changed of a whole recipe's windows, epochs and rates."""
    words = []
    if recipe.input.n_samples != whole.input.n_samples:
        words.append(
            f"windows of {recipe.input.duration_s:g} s instead of {whole.input.duration_s:g} s"
        )
    epochs, usual = (sum(phase.epochs for phase in one.phases) for one in (recipe, whole))
    if epochs != usual:
        words.append(f"{numbered(epochs, 'epoch')} instead of {usual}")
    if (rate := _rate_in_words(recipe)) != (recipes_own := _rate_in_words(whole)):
        words.append(f"a learning rate of {rate} instead of {recipes_own}")
    return tuple(words)


def _rate_in_words(recipe: Recipe) -> str:
    phase = recipe.phases[-1]
    return f"{phase.learning_rate:g}, {phase.schedule}"


def numbered(number: int, noun: str) -> str:
    """Return "1 epoch" or "2 epochs"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
