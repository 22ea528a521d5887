"""A quick look into WFDB headers: what their comments say, and whether the signal is there.

A set of 45,000 records is looked through in seconds; parsing every line of every header,
as the reader does once a record is opened, would take ten times as long.
"""

from dataclasses import dataclass
from pathlib import Path

from ecgviewer.io.header_facts import HeaderFacts, read_facts

_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Notes:
    """A header's comment lines, without their "#"; problem: why it cannot be used, or ""."""

    comments: tuple[str, ...] = ()
    problem: str = ""

    @property
    def facts(self) -> HeaderFacts:
        """What the comments say of the patient and the diagnoses."""
        return read_facts(self.comments)


class Folders:
    """Names of the files of folders, each folder listed once."""

    def __init__(self) -> None:
        self._names: dict[Path, frozenset[str]] = {}

    def holds(self, folder: Path, name: str) -> bool:
        """Whether a file or folder of this name lies directly in ``folder``."""
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(entry.name for entry in folder.iterdir())
            except OSError:
                self._names[folder] = frozenset()
        return name in self._names[folder]


def read_notes(path: Path, folders: Folders) -> Notes:
    """Read the comments of a header and look for the signal files that it names."""
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES)
    except OSError as error:
        return Notes(problem=f"{path.name} cannot be opened: {error.strerror or error}.")
    lines = [line.strip() for line in _decoded(content).splitlines()]
    comments = tuple(line.lstrip("# \t") for line in lines if line.startswith("#"))
    return Notes(comments, _problem(path, lines, folders))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _problem(path: Path, lines: list[str], folders: Folders) -> str:
    described = [line.split() for line in lines if line and not line.startswith("#")]
    if not described or len(described[0]) < 2:
        return f"{path.name} is no WFDB header: it is empty or damaged."
    if "/" in described[0][0]:
        return ""  # the parts of a record of several segments are looked for when it is opened
    named = dict.fromkeys(line[0] for line in described[1:])
    absent = [name for name in named if not folders.holds(path.parent, name)]
    return f"{path.name} names {absent[0]}, which is not beside it." if absent else ""
