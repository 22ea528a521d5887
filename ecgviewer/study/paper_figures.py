"""What Tables 2 and 3 of the twelve-lead paper print, to stand beside our own figures."""

import csv
from collections.abc import Mapping
from functools import cache

from ecgviewer.core.paths import resources_folder

# The paper's "original" is tested on CPSC 2018 alone in both tables, its other models on a
# mixture of CPSC 2018 and PTB-XL, so its columns cannot be compared with each other.
_TABLES = {
    "paper_table2.csv": {
        "original on CPSC": "paper: original on CPSC",
        "original on PTB-XL": "paper: original on PTB-XL",
    },
    "paper_table3.csv": {
        "ours_1": "paper: ours_1 on both",
        "ours_2": "paper: ours_2 on both",
    },
}


@cache
def paper_figures() -> Mapping[str, Mapping[tuple[str, str], float]]:
    """Return the printed figures by column, then by (class or "mean of all", metric)."""
    columns: dict[str, dict[tuple[str, str], float]] = {}
    for name, wanted in _TABLES.items():
        with (resources_folder() / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, title in wanted.items():
                    place = row["class"], row["metric"]
                    columns.setdefault(title, {})[place] = float(row[column])
    return columns
