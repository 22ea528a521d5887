"""Data sets as a person names them: a folder, and the name that tables show for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.study.dataset import Case, is_data_set, load_cases


@dataclass(frozen=True, slots=True)
class DataSet:
    """A folder of recordings; ``name`` is its source in tables, splits and cards."""

    name: str
    path: Path


def load_data_sets(
    data_sets: Sequence[DataSet], mapping: str = "clinical", *, unjudged_too: bool = False
) -> list[Case]:
    """Return the labelled records of all sets in turn, each set's sorted by name.

    Their source is the name that the set was given. mapping: "clinical" or "paper".
    unjudged_too: with those of which no class is judged; a folder without a data set's layout
    then has none, for what was reviewed in it is labelled by the reviews alone.
    Raises EcgError if a folder is no data set, none holds a labelled record, or two
    records would go by the same name.
    """
    cases = [
        replace(case, source=data_set.name)
        for data_set in data_sets
        if not unjudged_too or is_data_set(data_set.path)
        for case in load_cases(data_set.path, mapping, unjudged_too=unjudged_too)
    ]
    if not unjudged_too:
        refuse_none(cases)
    _refuse_same_names(cases)
    return cases


def refuse_none(cases: Sequence[Case]) -> None:
    """Raise EcgError where there is nothing to learn from or to judge by."""
    if not cases:
        raise EcgError("None of the data sets holds a labelled record.")


def _refuse_same_names(cases: Sequence[Case]) -> None:
    seen: dict[tuple[str, str], Path] = {}
    for case in cases:
        other = seen.setdefault((case.source, case.name), case.path)
        if other != case.path:
            raise EcgError(
                f'Record {case.name} of "{case.source}" stands in {other.parent} and in '
                f"{case.path.parent}: give the two sets different names (NAME=PATH)."
            )
