"""``ecgviewer models``: which models are here, and how good they are."""

import math
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ecgviewer.core.card import AROUND_BEATS, BEATS_IN_TURN, IN_TURN, InputSpec, ModelCard
from ecgviewer.core.errors import EcgError

WHERE = {IN_TURN: "", AROUND_BEATS: " around each beat", BEATS_IN_TURN: " of each beat in turn"}

HELP = "list the models that are here: what they read, what they find, how well; add one"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--add", type=Path, metavar="FOLDER", help="check a model from elsewhere and take it in"
    )
    change.add_argument("--remove", metavar="NAME", help="take one of your own models away")


def run(args: Namespace) -> int:
    """Add or remove a model, or list all that are here."""
    if args.add is not None:
        from ecgviewer.inference.model_adding import add_model

        card = add_model(args.add)
        print(in_words(card.name, card, here=True))
        return 0
    if args.remove is not None:
        from ecgviewer.inference.model_adding import remove_model

        remove_model(args.remove)
        print(f"{args.remove} is removed.")
        return 0
    return _list()


def _list() -> int:
    """Print every model's card in short; a broken one gets a sentence and status 2."""
    # scipy takes a while to load, so `ecgviewer --help` must not import it.
    from ecgviewer.inference.library import (
        available_models,
        known_models,
        model_folders,
        read_card,
    )

    names = known_models()
    if not names:
        folders = " or ".join(str(folder) for folder in model_folders())
        raise EcgError(f"There is no model in {folders}.")
    failed = False
    for name in names:
        try:
            print(in_words(name, read_card(name), here=name in available_models()))
        except EcgError as error:
            failed = True
            print(f"ecgviewer: {error}", file=sys.stderr)
    return 2 if failed else 0


def in_words(name: str, card: ModelCard, *, here: bool) -> str:
    """Return a card's main facts, a line each; here: whether the weights are, too."""
    spec = card.input
    facts = {
        "labels": " ".join(card.labels),
        "input": _input(spec),
        "explained by": " ".join(map(partial(_method, card), card.methods)),
        "blocks told by": card.blocks_by,
        "probabilities": _probabilities(card),
        "metrics": _metrics(card.metrics),
        "weights": "" if here else "not here: train it first (ecgviewer train)",
    }
    lines = [f"  {key:<15}{fact}" for key, fact in facts.items() if fact]
    limits = [f"  – {limit}" for limit in card.limits]
    return "\n".join([f"{name}  {card.title}", *lines, *_classes(card), *limits])


def _probabilities(card: ModelCard) -> str:
    if card.calibration is None:
        return ""
    if card.exclusive:
        return "weighed by how common classes were among the windows learnt from"
    return "calibrated on held-out records"


def _input(spec: InputSpec) -> str:
    leads = f"{len(spec.leads)} leads" if len(spec.leads) > 1 else f"lead {spec.leads[0]}"
    where = WHERE[spec.windows]
    return f"{leads}, {spec.duration_s:g} s at {spec.rate_hz:g} Hz{where}"


def _method(card: ModelCard, method: str) -> str:
    """Return a method's name, with the model that it explains where that is another."""
    other = card.explained_by.get(method)
    return f"{method} ({other})" if other else method


def _classes(card: ModelCard) -> list[str]:
    """Return a line a class: its AUC with interval, F1, threshold and cases."""
    by_class: Mapping[str, Any] = card.metrics.get("by_class", {})
    if not by_class:
        return []
    lines = [
        f"  {'class':<7}{'AUC (95 % interval)':<24}{'F1':<7}{'threshold':<11}positive of judged"
    ]
    for label, figure in by_class.items():
        auc = "{value:.3f} ({low:.3f}–{high:.3f})".format(**_shown(figure["auc"]))
        f1, threshold = figure["f1"], figure["threshold"]
        cases = f"{figure['n_positive']} of {figure['n_judged']}"
        f1_words = "–" if f1 is None else f"{f1:.2f}"
        lines.append(f"  {label:<7}{auc:<24}{f1_words:<7}{threshold:<11.2f}{cases}")
    return lines


def _shown(interval: Mapping[str, float | None]) -> dict[str, float]:
    """Return the interval with NaN for what could not be measured, so that it prints."""
    return {key: math.nan if value is None else value for key, value in interval.items()}


def _metrics(metrics: Mapping[str, object]) -> str:
    """Return the single figures among a card's metrics; its tables stay on the card."""
    figures = {key: value for key, value in metrics.items() if isinstance(value, int | float)}
    return ", ".join(f"{key.replace('_', ' ')} {value:.3g}" for key, value in figures.items())
