"""``ecgviewer thresholds``: another calibration and other thresholds for a model."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.study.labels import MAPPINGS

HELP = "choose a cross-validated model's thresholds anew and write them onto its card"
CALIBRATIONS = ("none", "temperature", "platt")
RULES = ("steady", "bagged", "blurred", "expected", "prevalence", "published")


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("model", type=Path, metavar="MODEL_FOLDER", help="its card is written to")
    add_data_argument(parser)
    parser.add_argument(
        "--mapping", choices=MAPPINGS, default=MAPPINGS[0], help="from statements to classes"
    )
    parser.add_argument(
        "--calibration",
        choices=CALIBRATIONS,
        default="temperature",
        help="of the probabilities (default: temperature)",
    )
    parser.add_argument(
        "--rule",
        choices=RULES,
        default="expected",
        help="for the thresholds (default: expected); `evaluate --compare-thresholds` compares",
    )


def run(args: Namespace) -> int:
    """Choose, write, and print the figures that the choice makes."""
    from ecgviewer.study.cross_fit import DecisionRule
    from ecgviewer.study.data_sets import load_data_sets
    from ecgviewer.study.decide import decide_anew

    cases = load_data_sets(read_data_sets(args), args.mapping)
    card = decide_anew(args.model, cases, DecisionRule(args.calibration, args.rule))
    for label, threshold in zip(card.labels, card.thresholds, strict=True):
        print(f"{label:5} {threshold:.3f}  F1 {card.metrics['by_class'][label]['f1']:.3f}")
    return 0
