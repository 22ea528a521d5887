"""The PhysioNet/CinC challenge 2017: one lead, one rhythm a record, in REFERENCE.csv.

Source: Clifford et al., Computing in Cardiology 44 (2017).
"""

import csv
from pathlib import Path

ORIGIN = "cinc2017"
REFERENCE = "REFERENCE.csv"
NORMAL, FIBRILLATION, OTHER, NOISY = "N", "A", "O", "~"


def is_here(folder: Path) -> bool:
    """Whether this is the challenge's folder."""
    reference = folder / REFERENCE
    if not reference.is_file():
        return False
    with reference.open(encoding="utf-8") as file:
        # As published the file has no heading.
        first = file.readline().strip().lower()
    name, _, letter = first.partition(",")
    return first == "record,label" or (name.startswith("a0") and letter in ("n", "a", "o", "~"))


def read_letters(folder: Path) -> dict[str, str]:
    """Return what each record is: "N" normal, "A" fibrillation, "O" other, "~" noisy."""
    with (folder / REFERENCE).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) > 1]
    return {row[0]: row[1] for row in rows if row[1] != "label"}
