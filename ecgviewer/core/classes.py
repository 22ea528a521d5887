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


def class_text(label: str) -> ClassText:
    """Return the words for a model's label; an unknown label stands for itself."""
    return _texts().get(label, ClassText(label, label, ""))
