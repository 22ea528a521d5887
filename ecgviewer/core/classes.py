"""What the labels of models mean, in a cardiologist's words."""

import csv
from dataclasses import dataclass
from functools import cache

from ecgviewer.core.paths import resources_folder

# What a record of twelve leads is judged by, in the order in which the keys 1 to 9 name them.
RECORD_CLASSES = ("SNR", "AF", "IAVB", "LBBB", "RBBB", "PAC", "PVC", "STD", "STE")


@dataclass(frozen=True, slots=True)
class ClassText:
    """One label: its name in words and its SNOMED CT code ("" where there is none)."""

    label: str
    name: str
    snomed: str


@cache
def _texts() -> dict[str, ClassText]:
    with (resources_folder() / "classes.csv").open(encoding="utf-8", newline="") as file:
        return {row["label"]: ClassText(**row) for row in csv.DictReader(file)}


@cache
def _snomed_texts() -> dict[str, ClassText]:
    with (resources_folder() / "snomed.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["code"]: ClassText(row["code"], row["name"], row["code"]) for row in rows}


def class_text(label: str) -> ClassText:
    """Return the words for a model's label or a SNOMED CT code; others stand for themselves."""
    known = _texts().get(label) or (_snomed_texts().get(label) if label.isdecimal() else None)
    return known or ClassText(label, label, "")
