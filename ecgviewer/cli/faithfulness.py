"""``ecgviewer faithfulness``: which explanations of a model can be trusted."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_cache_option, add_device_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.faithfulness_beats import try_on_beats
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.core.card import ModelCard
    from ecgviewer.study.map_store import Outcome

HELP = "try a model's explanations: do they name what it uses, and where the class shows?"
DEFAULT_MADE = 12


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("model", metavar="MODEL", help="a model's name, or its folder")
    add_data_argument(parser)
    parser.add_argument(
        "--methods", nargs="+", metavar="M", help="explanations to try (default: the model's)"
    )
    parser.add_argument(
        "--limit",
        type=_count,
        metavar="N",
        help="at most so many findings of a source and class (of windows around beats 60)",
    )
    parser.add_argument(
        "--made",
        type=_count,
        default=DEFAULT_MADE,
        metavar="N",
        help="made records of each class whose place is known (default: %(default)s)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="write faithfulness.md, .csv and .png here, and go on here after a stop",
    )
    add_cache_option(parser, "scores of windows around beats")
    add_device_option(parser)


def run(args: Namespace) -> int:
    """Try every method on every finding, print the table, write the files."""
    data_sets = read_data_sets(args)
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.inference.library import load_model
    from ecgviewer.study.data_sets import load_data_sets
    from ecgviewer.study.exhibits import made_exhibits, real_exhibits
    from ecgviewer.study.faithfulness import Trial, try_methods

    model = load_model(args.model, args.device)
    if model.card.input.windows in OF_BEATS:
        try_on_beats(model, data_sets, args)
        return 0
    methods = _methods(args.methods, model.card)
    groups = made_exhibits(args.made) + real_exhibits(load_data_sets(data_sets), model.card.labels)
    trial = Trial(methods, tuple(map(tuple, groups)), args.limit)
    outcomes = try_methods(model, trial, args.out, progress_task("trying explanations"))
    _tell_problems(outcomes)
    _report(model.card.name, outcomes, args.out)
    return 0


def _report(model: str, outcomes: "tuple[Outcome, ...]", folder: Path | None) -> None:
    from ecgviewer.study.checkpoint import room_needed
    from ecgviewer.study.faithfulness_picture import PICTURE_FILE, draw
    from ecgviewer.study.faithfulness_report import CSV_FILE, MARKDOWN_FILE, as_markdown, write_csv
    from ecgviewer.study.faithfulness_table import measure

    figures = measure(outcomes)
    if not figures:
        raise EcgError(f"The model {model} finds none of these classes, so nothing is explained.")
    text = as_markdown(model, outcomes, figures)
    print(text)
    if folder is not None:
        with room_needed(folder):
            (folder / MARKDOWN_FILE).write_text(text + "\n", encoding="utf-8")
            write_csv(folder / CSV_FILE, figures)
            draw(folder / PICTURE_FILE, model, figures)
        print(f"\n{folder}")


def _methods(wanted: list[str] | None, card: "ModelCard") -> tuple[str, ...]:
    methods = tuple(dict.fromkeys(wanted or card.methods))
    unknown = [method for method in methods if method not in card.methods]
    if unknown or not methods:
        raise EcgError(
            f"The model {card.name} cannot be explained by {', '.join(unknown) or 'any method'}; "
            f"it can by {', '.join(card.methods) or 'none'}."
        )
    return methods


def _tell_problems(outcomes: "tuple[Outcome, ...]") -> None:
    for outcome in outcomes:
        if outcome.problem:
            print(f"{outcome.subject.record}: {outcome.problem}", file=sys.stderr)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text} is not a number of records")
    return int(text)
