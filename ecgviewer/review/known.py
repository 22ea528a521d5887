"""The records that a review file speaks of, and where they were seen last."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from ecgviewer.core.record import Record


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record that is spoken of: by its content, and where it was seen last."""

    record_id: str
    name: str
    path: Path
    rate_hz: float
    n_samples: int
    leads: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> "KnownRecord":
        """Return what a review file knows of an open record."""
        return cls(
            record.record_id,
            record.name,
            record.path,
            record.rate_hz,
            record.n_samples,
            record.lead_names,
        )


def written_path(path: Path, folder: Path) -> str:
    """Return how a path stands in a review file that lies in ``folder``.

    What lies below the folder is told from there: a shared drive has other names elsewhere.
    """
    whole = path.absolute()
    try:
        return whole.relative_to(folder.absolute()).as_posix()
    except ValueError:
        return str(whole)


def read_path(written: str, folder: Path) -> Path:
    """Return the path that stands in a review file that lies in ``folder``."""
    # From / or from a drive's letter, also where this machine writes paths another way.
    is_whole = written[:1] in ("/", "\\") or written[1:2] == ":"
    return Path(written) if is_whole else folder / written


def places(written: str, folder: Path) -> Iterator[Path]:
    """Yield where a record may lie now, the likeliest first.

    A path of another machine is tried below the folder of the review file, from its longest
    end to its bare name.
    """
    yield read_path(written, folder)
    pure = PureWindowsPath(written) if "\\" in written else PurePosixPath(written)
    parts = [part for part in pure.parts if part != pure.anchor]
    for first in range(len(parts)):
        yield folder.joinpath(*parts[first:])
