"""Table I of the published single-lead system: windows by class and set."""

import csv
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.paths import resources_folder
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import BeatWindows

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class WindowTable:
    """Windows by class, in the order of BEAT_LABELS, and set.

    sources: the sets as they were named. origins: the published set that each is, "" where
    it is none that is known or holds several. windows, patients: int64
    (n_classes, n_sources). records: of each set, those that have windows.
    """

    sources: tuple[str, ...]
    origins: tuple[str, ...]
    windows: Counts
    patients: Counts
    records: tuple[int, ...]

    @property
    def totals(self) -> Counts:
        """Windows of each class in all sets, (n_classes,)."""
        return np.asarray(self.windows.sum(axis=1))


@dataclass(frozen=True, slots=True)
class Count:
    """One cell here and as the paper prints it."""

    label: str
    source: str
    here: int
    paper: int


def window_table(windows: BeatWindows) -> WindowTable:
    """Count windows and the patients that they are of."""
    sources = tuple(dict.fromkeys(x.source for x in windows.recordings))
    origins = [{x.origin for x in windows.recordings if x.source == name} for name in sources]
    shape = len(BEAT_LABELS), len(sources)
    n_windows, n_patients = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for column, name in enumerate(sources):
        own = windows.sources == name
        labels, patients = windows.labels[own], windows.patients[own]
        n_windows[:, column] = np.bincount(labels, minlength=len(BEAT_LABELS))
        for row in range(len(BEAT_LABELS)):
            n_patients[row, column] = len(np.unique(patients[labels == row]))
    return WindowTable(
        sources=sources,
        origins=tuple(found.pop() if len(found) == 1 else "" for found in origins),
        windows=n_windows,
        patients=n_patients,
        records=tuple(sum(x.source == name for x in windows.recordings) for name in sources),
    )


def beside_the_paper(table: WindowTable) -> list[Count]:
    """Return every cell that the paper prints for a set that is here, set by set."""
    return [
        Count(label, source, int(table.windows[row, column]), _papers()[label][origin])
        for column, (source, origin) in enumerate(zip(table.sources, table.origins, strict=True))
        for row, label in enumerate(BEAT_LABELS)
        if origin in _papers()[label]
    ]


def source_alone(windows: Counts) -> tuple[float, float]:
    """Return how often one who knows a window's set alone names its class, and by chance.

    windows: (n_classes, n_sources). Each class counts alike; those without windows do not.
    """
    there = windows[windows.sum(axis=1) > 0]
    shares = there / there.sum(axis=1, keepdims=True)
    return float(shares.max(axis=0).sum() / len(there)), 1 / len(there)


def paper_source_alone() -> float:
    """Return how often the paper's sets alone name the class of one of its windows."""
    columns = [x for x in _papers()["N"] if x != "total"]
    counts = [[_papers()[label][x] for x in columns] for label in BEAT_LABELS]
    return source_alone(np.array(counts))[0]


@cache
def _papers() -> dict[str, dict[str, int]]:
    path = resources_folder() / "paper_table1_beats.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row.pop("class"): {column: int(count) for column, count in row.items()}
            for row in csv.DictReader(file)
        }
