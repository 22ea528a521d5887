"""Reviews as CSV tables: statements, regions, beats, and the records themselves."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ecgviewer.review.columns import TABLES
from ecgviewer.review.export_rows import Row, rows_of
from ecgviewer.review.handed_on import HandedOn

STEM = "reviews"
BETWEEN = "; "


def csv_files(handed: HandedOn, out: Path) -> dict[Path, bytes]:
    """Return the contents of reviews.csv, reviews_regions.csv, … by their paths.

    out: a folder, or the path of the first file, whose name the others then share.
    """
    first = out if out.suffix.lower() == ".csv" else out / f"{STEM}.csv"
    return {
        first.with_name(f"{first.stem}{ending}.csv"): _table(
            [column.name for column in TABLES[ending]], rows
        )
        for ending, rows in rows_of(handed).items()
    }


def _table(columns: list[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(row) for row in rows)
    return text.getvalue().encode("utf-8")


def _cells(row: Row) -> Mapping[str, Any]:
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return BETWEEN.join(value) if isinstance(value, list) else value
