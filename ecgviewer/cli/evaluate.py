"""``ecgviewer evaluate``: how good models are on records that they were not fitted on."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_cache_option, add_device_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.evaluate_beats import examined_by_beats, read_beats, style_of
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel
    from ecgviewer.study.data_sets import DataSet
    from ecgviewer.study.dataset import Case
    from ecgviewer.study.evaluate import Evaluation
    from ecgviewer.study.report import Report

HELP = "tabulate how good models are on labelled records, beside the paper's figures"
FEWEST_DRAWS = 100
CLINICAL = "clinical"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("models", nargs="+", metavar="MODEL", help="a model's name, or its folder")
    add_data_argument(parser)
    parser.add_argument(
        "--mapping",
        choices=(CLINICAL, "paper"),
        help="which labels statements make (default: clinical)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write evaluation.md, .csv and .png and lists here"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    parser.add_argument(
        "--top", type=_count, default=5, metavar="N", help="how many of the worst mistakes to show"
    )
    parser.add_argument(
        "--all", action="store_true", help="judge a model on records that it was fitted on, too"
    )
    parser.add_argument(
        "--leave-source-out",
        action="store_true",
        help="also judge nets that were trained without a record's hospital, by what "
        "`train --leave-source-out` left in the model's folder",
    )
    parser.add_argument(
        "--compare-thresholds",
        action="store_true",
        help="also try ways to choose thresholds on out-of-fold scores",
    )
    parser.add_argument(
        "--draws", type=_draws, default=1000, metavar="N", help="draws of patients an interval"
    )
    add_cache_option(parser, "scores")
    add_device_option(parser)


def run(args: Namespace) -> int:
    """Score, measure, print and write."""
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.inference.library import load_model
    from ecgviewer.study.data_sets import load_data_sets

    if args.out is not None:
        _make(args.out)
    data_sets = read_data_sets(args)
    models = _distinct([load_model(name, args.device) for name in args.models], args.models)
    if read_beats(models):
        evaluations, labels = examined_by_beats(models, data_sets, args), style_of(models)
    else:
        labels = args.mapping or CLINICAL
        cases = load_data_sets(data_sets, labels)
        evaluations = [_examined(model, cases, args) for model in models]
    report = _report(evaluations, data_sets, labels, args)
    if args.out is not None:
        report = _written(report, args.out)
    if args.json:
        from ecgviewer.study.report_files import as_facts

        print(json.dumps(as_facts(report), allow_nan=False))
    else:
        from ecgviewer.study.report import as_markdown

        print(as_markdown(report))
    return 0


def _examined(model: "LoadedModel", cases: list["Case"], args: Namespace) -> "Evaluation":
    from ecgviewer.study.elsewhere import leave_source_out
    from ecgviewer.study.evaluate import compare_thresholds, evaluate

    task = progress_task(f"{model.card.name}:")
    found = evaluate(model, cases, args.cache / "scores", task, args.all, args.draws)
    for sentence in found.refused:
        print(f"ecgviewer: {sentence}", file=sys.stderr)
    if args.leave_source_out:
        found = replace(found, elsewhere=leave_source_out(model, cases, found.answers, args.draws))
    if args.compare_thresholds:
        found = replace(found, rules=compare_thresholds(model, cases, args.draws))
    return found


def _report(
    evaluations: list["Evaluation"], data_sets: list["DataSet"], labels: str, args: Namespace
) -> "Report":
    from ecgviewer.study.comparison import compare
    from ecgviewer.study.report import Report

    several = len(evaluations) > 1
    answers = [evaluation.answers for evaluation in evaluations]
    return Report(
        evaluations=tuple(evaluations),
        folders={data_set.name: data_set.path for data_set in data_sets},
        mapping=labels,
        n_draws=args.draws,
        n_mistakes=args.top,
        comparison=compare(answers, args.draws) if several else None,
    )


def _written(report: "Report", folder: Path) -> "Report":
    """Write everything into the folder; return the report that names the picture."""
    from ecgviewer.study.pictures import draw_evaluation
    from ecgviewer.study.report_files import PICTURE_FILE, write_all

    report = replace(report, picture=PICTURE_FILE)
    try:
        draw_evaluation(report.evaluations, folder / PICTURE_FILE)
        write_all(report, folder)
    except OSError as error:
        raise EcgError(f"{folder} cannot be written to: {error.strerror}.") from error
    return report


def _distinct(models: list["LoadedModel"], arguments: list[str]) -> list["LoadedModel"]:
    """Give models whose cards bear the same name the names by which they were asked for."""
    names = [model.card.name for model in models]
    if len(set(arguments)) < len(arguments):
        raise EcgError("A model is named twice; give each once.")
    return [
        replace(model, card=replace(model.card, name=argument))
        if names.count(model.card.name) > 1
        else model
        for model, argument in zip(models, arguments, strict=True)
    ]


def _make(folder: Path) -> None:
    # Said before hours of scoring, not after them.
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EcgError(f"{folder} cannot be made: {error.strerror}.") from error


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text} is no count")
    return int(text)


def _draws(text: str) -> int:
    if not text.isdecimal() or int(text) < FEWEST_DRAWS:
        raise ArgumentTypeError(f"{text} is fewer than {FEWEST_DRAWS} draws")
    return int(text)
