"""``ecgviewer population``: which leads speak for which class, over whole data sets."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_device_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.explain_leads import LEAD_METHODS
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.study.population_figures import LeadFigure
    from ecgviewer.study.weighed_records import WeighedRecord

HELP = "weigh the leads of whole data sets: heat maps of leads by classes, and CSV"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("model", metavar="MODEL", help="a model's name, or its folder")
    add_data_argument(parser)
    parser.add_argument(
        "--method",
        choices=LEAD_METHODS,
        default=LEAD_METHODS[0],
        help="exact Shapley values, or the published gradients (default: %(default)s)",
    )
    parser.add_argument(
        "--limit",
        type=_count,
        metavar="N",
        help="at most so many records of each set and class, always the same",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="write population.csv and a picture a set here, and go on here after a stop",
    )
    parser.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="processes side by side (default: 1)"
    )
    add_device_option(parser)


def run(args: Namespace) -> int:
    """Weigh the records, print a table a data set, write the files."""
    data_sets = read_data_sets(args)
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.inference.library import load_model
    from ecgviewer.inference.loaded import share_cores
    from ecgviewer.study.data_sets import load_data_sets
    from ecgviewer.study.population import choose, weigh_cases
    from ecgviewer.study.population_figures import population_figures

    model = load_model(args.model, args.device)
    cases = choose(load_data_sets(data_sets), args.limit)
    print(f"{len(cases)} records to weigh", file=sys.stderr)
    n_askers = 1 if args.jobs > 1 else share_cores()
    task = progress_task("weighing leads")
    records = weigh_cases(model, cases, args.method, args.out, task, args.jobs, n_askers)
    _tell_problems(records)
    figures = population_figures(cases, records, model.card)
    if not figures:
        raise EcgError("None of the records could be weighed.")
    _report(figures, model.card.name, args.method, args.out)
    return 0


def _report(figures: "Sequence[LeadFigure]", model: str, method: str, folder: Path | None) -> None:
    from ecgviewer.study.checkpoint import room_needed
    from ecgviewer.study.population_figures import CSV_FILE, as_table, write_csv
    from ecgviewer.study.population_picture import draw_population

    sources = list(dict.fromkeys(one.source for one in figures))
    print("\n\n".join(as_table(figures, source) for source in sources))
    if folder is None:
        return
    with room_needed(folder):
        write_csv(folder / CSV_FILE, figures, model, method)
        for source in sources:
            path = folder / f"population_{_as_file_name(source)}.png"
            draw_population(path, figures, source, model, method)
            print(path)


def _as_file_name(source: str) -> str:
    return re.sub(r"[^\w.-]+", "_", source)


def _tell_problems(records: "Sequence[WeighedRecord]") -> None:
    for record in records:
        if record.problem:
            print(f"{record.key[1]}: {record.problem}", file=sys.stderr)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text} is not a number of at least 1")
    return int(text)
