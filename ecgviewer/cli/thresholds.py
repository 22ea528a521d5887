"""``ecgviewer thresholds``: another calibration and other thresholds for a model.

A model of beats in turn has none; there it is how far it leans to premature beats, and what
irregular intervals tell it of fibrillation.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_cache_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.study.labels import MAPPINGS

if TYPE_CHECKING:
    from ecgviewer.core.card import ModelCard

HELP = "choose a cross-validated model's thresholds anew, or how far best1 leans, and write them"
DEFAULTS = {"mapping": MAPPINGS[0], "calibration": "temperature", "rule": "expected"}
CALIBRATIONS = ("none", "temperature", "platt")
RULES = ("steady", "bagged", "blurred", "expected", "prevalence", "published")


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("model", type=Path, metavar="MODEL_FOLDER", help="its card is written to")
    add_data_argument(parser)
    parser.add_argument(
        "--mapping",
        choices=MAPPINGS,
        help=f"from statements to classes (default: {DEFAULTS['mapping']})",
    )
    parser.add_argument(
        "--calibration",
        choices=CALIBRATIONS,
        help=f"of the probabilities (default: {DEFAULTS['calibration']})",
    )
    parser.add_argument(
        "--rule",
        choices=RULES,
        help=f"for the thresholds (default: {DEFAULTS['rule']}); "
        "`evaluate --compare-thresholds` compares",
    )
    add_cache_option(parser, "scores")


def run(args: Namespace) -> int:
    """Choose, write, and print the figures that the choice makes."""
    from ecgviewer.inference.card_file import read_card_file

    if read_card_file(args.model).input.windows in OF_BEATS:
        card = _lean(args)
        for label, added in card.training["lean"].items():
            print(f"{label:5} {added:+.2f}  {_f1_words(card, label)}")
        print(f"AFIB  {card.irregularity}  {_f1_words(card, 'AFIB')}")
        return 0
    card = _decide(args)
    for label, threshold in zip(card.labels, card.thresholds, strict=True):
        print(f"{label:5} {threshold:.3f}  {_f1_words(card, label)}")
    return 0


def _f1_words(card: "ModelCard", label: str) -> str:
    found = card.metrics["by_class"][label]["f1"]
    return "F1 –" if found is None else f"F1 {found:.3f}"


def _decide(args: Namespace) -> "ModelCard":
    from ecgviewer.study.cross_fit import DecisionRule
    from ecgviewer.study.data_sets import load_data_sets
    from ecgviewer.study.decide import decide_anew

    chosen = {name: getattr(args, name) or default for name, default in DEFAULTS.items()}
    cases = load_data_sets(read_data_sets(args), chosen["mapping"])
    return decide_anew(args.model, cases, DecisionRule(chosen["calibration"], chosen["rule"]))


def _lean(args: Namespace) -> "ModelCard":
    from ecgviewer.study.beat_decide import decide_beats_anew
    from ecgviewer.study.beat_windows import load_beat_windows

    given = [f"--{name}" for name in DEFAULTS if getattr(args, name)]
    if given:
        raise EcgError(f"{given[0]} is for models of whole records: omit it.")
    windows = load_beat_windows(read_data_sets(args), task=progress_task("labels"))
    return decide_beats_anew(args.model, windows, args.cache / "scores", progress_task("beats"))
