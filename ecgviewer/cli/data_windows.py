"""``ecgviewer data --windows``: Table I of the single-lead nets, beside the paper's."""

import csv
import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.window_words import probe_in_words, table_in_words
from ecgviewer.core.errors import EcgError
from ecgviewer.study.beat_labels import BEAT_LABELS, STYLES
from ecgviewer.study.beat_table import (
    WindowTable,
    beside_the_paper,
    source_alone,
    window_table,
)
from ecgviewer.study.beat_windows import load_beat_windows
from ecgviewer.study.data_sets import DataSet

_COLUMNS = ("style", "set", "class", "windows", "patients", "paper")


def add_window_arguments(parser: ArgumentParser) -> None:
    """Declare the options of --windows."""
    parser.add_argument(
        "--windows",
        action="store_true",
        help="instead: windows of 2 s for the single-lead nets by class and set, both as the "
        "paper cut them and as they are cut here",
    )
    parser.add_argument("--style", choices=STYLES, help="with --windows: only in this way")
    parser.add_argument(
        "--probe",
        action="store_true",
        help="with --windows: also how well a window tells which set it is of",
    )


def run_windows(args: Namespace, sets: Sequence[DataSet]) -> int:
    """Count the windows of all sets; tables go to stdout."""
    from ecgviewer.study.source_probe import probe_sources

    rows: list[dict[str, object]] = []
    for style in (args.style,) if args.style else STYLES:
        windows = load_beat_windows(sets, style, progress_task(f"{style}:"))
        table = window_table(windows)
        rows += _rows(table, style)
        probe = probe_sources(windows, progress_task("probe:")) if args.probe else None
        if args.json:
            said = facts(table, style) | ({"probe": asdict(probe)} if probe else {})
            print(json.dumps(said), flush=True)
        else:
            print(table_in_words(table, style))
            if probe is not None:
                print(probe_in_words(probe), flush=True)
    if args.csv:
        _write_csv(args.csv, rows)
    return 0


def facts(table: WindowTable, style: str) -> dict[str, object]:
    """Return the JSON form of a table."""
    alone, chance = source_alone(table.windows)
    return {
        "style": style,
        "classes": list(BEAT_LABELS),
        "sets": [
            {
                "set": source,
                "published_as": table.origins[column] or None,
                "records": table.records[column],
                "windows": table.windows[:, column].tolist(),
                "patients": table.patients[:, column].tolist(),
            }
            for column, source in enumerate(table.sources)
        ],
        "paper": [asdict(count) for count in beside_the_paper(table)],
        "source_alone": {"accuracy": round(alone, 3), "chance": round(chance, 3)},
    }


def _rows(table: WindowTable, style: str) -> Iterator[dict[str, object]]:
    printed = {(x.source, x.label): x.paper for x in beside_the_paper(table)}
    for column, source in enumerate(table.sources):
        for row, label in enumerate(BEAT_LABELS):
            yield {
                "style": style,
                "set": source,
                "class": label,
                "windows": int(table.windows[row, column]),
                "patients": int(table.patients[row, column]),
                "paper": printed.get((source, label), ""),
            }


def _write_csv(path: Path, rows: Sequence[dict[str, object]]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=_COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise EcgError(f"{path} cannot be written: {error.strerror or error}.") from error
