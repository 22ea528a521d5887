"""What a writer is: the formats that records can be written in, and the module of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from ecgviewer.core.record import Record


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a record.

    files: in the order in which they may appear, the one that makes them a record last.
    notes: what the format could not hold as it was, a clause each; none where nothing is lost.
    """

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


class Writer(Protocol):
    """A module that writes one format."""

    def write(self, record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:
        """Write a record into a folder as files that are called ``stem``.

        unnamed: the record was de-identified, which formats that have a place for it say.
        Raises EcgError, naming the record, where the format cannot hold it or its samples
        cannot be read; OSError where the disk refuses.
        """
        ...


WRITERS: Final[Mapping[str, str]] = {
    "wfdb": "ecgviewer.io.wfdb_record_writer",
    "edf": "ecgviewer.io.edf_writer",
    "csv": "ecgviewer.io.csv_writer",
    "mat": "ecgviewer.io.mat_writer",
    "dicom": "ecgviewer.io.dicom_writer",
}
"""Format -> module."""


def writer_of(target: str) -> Writer:
    """Return the writer of a format, loaded with its first record."""
    return cast(Writer, import_module(WRITERS[target]))
