"""Labelled 12-lead records in the folder layouts that their publishers chose."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.study import layout_challenge, layout_cpsc2018, layout_ludb, layout_ptb_xl
from ecgviewer.study.entry import N_GROUPS, Entry, split_group
from ecgviewer.study.labels import LABELS, Cells, judge, vocabulary

__all__ = ["N_GROUPS", "Case", "load_cases", "read_entries", "split_group"]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled record.

    source: the set's name in tables. cells: 1 positive, 0 negative, NaN not judged, in
    the order of LABELS. patient: a key that no two people share (the record itself where
    the set gives none); it does not depend on ``source``, which a person may choose.
    group: which of five parts of a split by patient it belongs to. age_years: 90 for
    anybody over 89. sex: "M" or "F". Both are None where the set does not say, or only
    inside the signal file (CPSC 2018's original form).
    """

    source: str
    name: str
    path: Path
    patient: str
    group: int
    cells: tuple[float, ...]
    age_years: float | None = None
    sex: str | None = None

    @property
    def judged(self) -> bool:
        """Whether any class is judged."""
        return not all(math.isnan(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which a publisher laid out a data set's folder."""

    title: str
    is_here: Callable[[Path], bool]
    entries: Callable[[Path], Iterator[Entry]]


PTB_XL, CHALLENGE = "PTB-XL", "PhysioNet challenge records"
LAYOUTS = (
    Layout(PTB_XL, layout_ptb_xl.is_here, layout_ptb_xl.entries),
    Layout("LUDB", layout_ludb.is_here, layout_ludb.entries),
    Layout("CPSC 2018", layout_cpsc2018.is_here, layout_cpsc2018.entries),
    Layout(CHALLENGE, layout_challenge.is_here, layout_challenge.entries),
)
# What tells of a data set one or two folders further down.
_MARKS = [
    f"{below}/{name}" for below in ("*", "*/*") for name in ("ptbxl_database.csv", "ludb.csv")
]


def is_data_set(folder: Path) -> bool:
    """Whether a folder is laid out as one of LAYOUTS, so that its records may bear labels."""
    return any(layout.is_here(folder) for layout in LAYOUTS)


def load_cases(
    folder: Path, mapping: str = "clinical", *, unjudged_too: bool = False
) -> list[Case]:
    """Return the labelled records of a data set, sorted by name.

    unjudged_too: with those of which no class is judged.

    Knows PTB-XL, CPSC 2018 (original and challenge form), LUDB and folders of PhysioNet
    challenge records. mapping: "clinical" or "paper" (see labels). Raises EcgError if the
    folder is none of these.
    """
    _, entries = read_entries(folder)
    judged = ((entry, judged_cells(entry, mapping)) for entry in entries if not entry.problem)
    cases = [as_case(entry, cells) for entry, cells in judged]
    return [case for case in cases if case.judged or unjudged_too]


def read_entries(folder: Path) -> tuple[Layout, list[Entry]]:
    """Return a folder's layout and all its records, sorted by name, usable or not.

    Raises EcgError if the folder is no data set.
    """
    layout = next((layout for layout in LAYOUTS if layout.is_here(folder)), None)
    if layout is None or layout.title == CHALLENGE:
        _refuse_folder_of_sets(folder)
    if layout is None:
        raise EcgError(
            f"{folder.name} is no data set that can be trained on; PTB-XL, CPSC 2018, LUDB and "
            "PhysioNet challenge folders are."
        )
    entries = sorted(layout.entries(folder), key=lambda entry: (entry.name, entry.path))
    return layout, _without_second_ones(entries)


def _refuse_folder_of_sets(folder: Path) -> None:
    """Raise EcgError where a folder holds data sets of other layouts instead of records."""
    found = {path.parent for pattern in _MARKS for path in folder.glob(pattern)}
    if found:
        inner = ", ".join(str(path.relative_to(folder)) for path in sorted(found))
        raise EcgError(f"{folder.name} holds data sets in {inner}: name these folders instead.")


def _without_second_ones(entries: Sequence[Entry]) -> list[Entry]:
    """Mark records of a name that another record has: splits know records by their names."""
    first: dict[str, Entry] = {}
    marked = []
    for entry in entries:
        other = first.setdefault(entry.name, entry)
        if other is not entry:
            problem = f"{entry.name} is also in {other.path.parent.name}, which was taken."
            entry = replace(entry, problem=entry.problem or problem)
        marked.append(entry)
    return marked


def judged_cells(entry: Entry, mapping: str) -> Cells:
    """Return the nine cells of a record under a mapping."""
    return judge(entry.statements, vocabulary(mapping, entry.vocabulary))


def as_case(entry: Entry, cells: Cells) -> Case:
    """Return the labelled form of a record."""
    return Case(
        source=entry.origin,
        name=entry.name,
        path=entry.path,
        patient=entry.patient,
        group=entry.group,
        cells=tuple(cells[label] for label in LABELS),
        age_years=entry.person.age_years,
        sex=entry.person.sex,
    )
