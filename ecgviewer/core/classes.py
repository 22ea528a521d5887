"""What the labels of models mean, in a cardiologist's words."""

import csv
from dataclasses import dataclass
from functools import cache

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import tr

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


@dataclass(frozen=True, slots=True)
class SnomedText:
    """One entry of the table of SNOMED CT: abbreviation: as data sets write it, or ""."""

    code: str
    name: str
    abbreviation: str


@cache
def snomed_texts() -> dict[str, SnomedText]:
    """Return the table of SNOMED CT by code, in the order of its file."""
    with (resources_folder() / "snomed.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: SnomedText(**row) for row in csv.DictReader(file)}


def class_name(label: str) -> str:
    """Return the name of a class in the reader's language; SNOMED CT's names stay English."""
    return tr(class_text(label).name)


def class_text(label: str) -> ClassText:
    """Return the words for a model's label or a SNOMED CT code; others stand for themselves."""
    if label in _texts():
        return _texts()[label]
    coded = snomed_texts().get(label)
    return ClassText(label, label, "") if coded is None else ClassText(label, coded.name, label)
