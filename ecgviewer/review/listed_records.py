"""The records of an opened folder, by their paths and names."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True, eq=False)
class ListedRecords:
    """Records in the order of their folder; names: below it, without ending."""

    folder: Path
    paths: tuple[Path, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, folder: Path, paths: tuple[Path, ...]) -> "ListedRecords":
        """List records of a folder; takes a second for a hundred thousand."""
        above = os.path.join(os.path.abspath(folder), "")  # noqa: PTH100, PTH118 (links stay)
        bare = (_bare(path) for path in paths)
        made = cls(folder, paths, tuple(name.removeprefix(above) for name in bare))
        # Whoever lists in the background spares the window the time of it.
        assert len(made.row_of_path) <= len(made.folded_names)
        return made

    @cached_property
    def row_of_path(self) -> Mapping[str, int]:
        """Rows by absolute path without ending."""
        return {_bare(path): row for row, path in enumerate(self.paths)}

    @cached_property
    def folded_names(self) -> tuple[str, ...]:
        """The names as they are searched."""
        return tuple(name.casefold() for name in self.names)

    def row(self, path: Path) -> int | None:
        """Return the row of a record, whatever its ending."""
        return self.row_of_path.get(_bare(path))


def _bare(path: Path) -> str:
    return os.path.splitext(os.path.abspath(path))[0]  # noqa: PTH100, PTH122
