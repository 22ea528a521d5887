"""``ecgviewer data``: Table 1 of data sets, and what of them is left out and why."""

import csv
import json
import math
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from ecgviewer.cli.census_words import in_words
from ecgviewer.cli.data_sets import named_data_set
from ecgviewer.cli.data_windows import add_window_arguments, run_windows
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError
from ecgviewer.study.census import Census, same_recordings, take_census
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import MAPPINGS
from ecgviewer.study.layout_ptb_xl import N_RECORDS
from ecgviewer.study.table1 import ClassRow, beside_the_paper, table1

HELP = "count a data set's classes, ages and sexes; say what is left out of it and why"
_COLUMNS = (
    *("set", "mapping", "class", "count", "judged", "percent"),
    *("male", "male_percent", "age_mean", "age_sd"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("data", nargs="+", metavar="PATH", help="a data set's folder, or NAME=PATH")
    parser.add_argument(
        "--mapping",
        choices=MAPPINGS,
        default=MAPPINGS[0],
        help="what statements mean: clinical (default), or as the paper read PTB-XL",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="headers only: copies and unreadable signals are not looked for",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a set and line")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the tables to a file")
    add_window_arguments(parser)


def run(args: Namespace) -> int:
    """Look through every set; tables go to stdout."""
    sets = [named_data_set(text) for text in args.data]
    if args.windows:
        return run_windows(args, sets)
    censuses = [
        take_census(
            data_set,
            args.mapping,
            progress_task(f"{data_set.name}:"),
            read_signals=not args.quick,
        )
        for data_set in sets
    ]
    copies = same_recordings(censuses)
    if args.csv:
        _write_csv(args.csv, censuses)
    for census in censuses:
        own = _copies_of(census, copies)
        print(json.dumps(facts(census, own)) if args.json else in_words(census, own), flush=True)
    return 0


def facts(census: Census, copies: Sequence[tuple[Case, Case]]) -> dict[str, object]:
    """Return the JSON form of a census; figures that nobody could say are null."""
    said = census.said
    return {
        "set": census.data_set.name,
        "path": str(census.data_set.path),
        "layout": census.layout,
        "mapping": census.mapping,
        "records": census.n_records,
        "labelled": len(census.cases),
        "patients": len({case.patient for case in census.cases}),
        "signals_read": census.signals_read,
        "classes": [_plain(row) for row in table1(census.cases)],
        "left_out": [asdict(gone) for gone in census.left_out],
        "statements": {
            "set_aside": said.set_aside,
            "likelihood_0": said.unlikely,
            "no_class_asks": said.unasked,
        },
        "same_recording": [[_full_name(a), _full_name(b)] for a, b in copies],
        "paper": _paper(census),
    }


def _paper(census: Census) -> object:
    if not census.is_papers_ptb_xl:
        return None
    comparable = census.n_here >= N_RECORDS
    return {
        "records_here": census.n_here,
        "records_in_all": N_RECORDS,
        "classes": [asdict(row) for row in beside_the_paper(census.cases)] if comparable else None,
    }


def _plain(row: ClassRow) -> dict[str, str | float | None]:
    fields: dict[str, str | float] = {
        "class": row.label,
        "count": row.count,
        "judged": row.judged,
        "percent": row.percent,
        "male": row.male,
        "male_percent": row.male_percent,
        "age_mean": row.age_mean,
        "age_sd": row.age_sd,
    }
    return {key: _rounded(value) for key, value in fields.items()}


def _rounded(value: str | float) -> str | float | None:
    if not isinstance(value, float):
        return value
    return None if math.isnan(value) else round(value, 2)


def _full_name(case: Case) -> str:
    return f"{case.source}/{case.name}"


def _copies_of(census: Census, copies: Sequence[tuple[Case, Case]]) -> list[tuple[Case, Case]]:
    name = census.data_set.name
    return [pair for pair in copies if name in (pair[0].source, pair[1].source)]


def _write_csv(path: Path, censuses: Sequence[Census]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.DictWriter(file, fieldnames=_COLUMNS)
            rows.writeheader()
            for census in censuses:
                which = {"set": census.data_set.name, "mapping": census.mapping}
                rows.writerows(which | _plain(row) for row in table1(census.cases))
    except OSError as error:
        raise EcgError(f"{path} cannot be written: {error.strerror or error}.") from error
