"""What a reader is: the formats that it knows, and the module that knows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from ecgviewer.core import plugins
from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints

BEGINNING_BYTES: Final = 4_096


class _Module(Protocol):
    def can_open(self, path: Path, beginning: bytes) -> bool: ...

    def open_record(self, path: Path, hints: ImportHints | None = None) -> Record: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one format, loaded with the first file that it may know.

    name: the format in words. suffixes: how such files are named, in small letters with
    their dots; "" for files without one. module: has ``can_open(path, beginning)``, which
    tells from a file's name and its first BEGINNING_BYTES bytes (b"" where it is absent)
    whether it is one of these, and ``open_record(path, hints)``, which describes it as a
    Record and raises EcgError with its name. in_folders: whether a folder's files of this
    kind are records; where not, one has to be named by itself.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    in_folders: bool = True

    def can_open(self, path: Path, beginning: bytes) -> bool:
        """Tell whether a file is of this format."""
        return self._loaded().can_open(path, beginning)

    def open_record(self, path: Path, hints: ImportHints | None) -> Record:
        """Describe the recording in a file; raises EcgError."""
        return self._loaded().open_record(path, hints)

    def lists(self, path: Path, beginning: bytes) -> bool:
        """Tell whether a folder lists a file: what is known only to be refused is no record."""
        module = self._loaded()
        is_record = getattr(module, "is_record", module.can_open)
        return bool(is_record(path, beginning))

    def _loaded(self) -> _Module:
        return cast(_Module, import_module(self.module))


# A MAT file that has a WFDB header is a WFDB record, so WFDB is asked first.
READERS: Final = (
    Reader("WFDB", (".hea", ".dat"), "ecgviewer.io.wfdb_reader"),
    Reader("MATLAB", (".mat",), "ecgviewer.io.mat_reader"),
    Reader("EDF and BDF", (".edf", ".bdf", ".rec"), "ecgviewer.io.edf_reader"),
    Reader("Philips XML", (".xml",), "ecgviewer.io.philips_reader"),
    Reader("GE MUSE XML", (".xml",), "ecgviewer.io.muse_reader"),
    Reader("DICOM", (".dcm", ".dicom", ""), "ecgviewer.io.dicom_reader"),
    Reader("HL7 aECG", (".xml",), "ecgviewer.io.aecg_reader"),
    Reader("SCP-ECG", (".scp", ".ecg"), "ecgviewer.io.scp_reader"),
    Reader("ISHNE Holter", (".ecg",), "ecgviewer.io.ishne_reader"),
    Reader("tables", (".csv", ".tsv", ".txt"), "ecgviewer.io.csv_reader", in_folders=False),
)


def all_readers() -> Iterator[Reader]:
    """Yield all readers, in the order in which they are asked: other packages' come last."""
    yield from READERS
    yield from plugins.found(plugins.READERS).loaded.values()


def openable() -> str:
    """Return what can be opened, as a list for a sentence: "WFDB (.hea), MATLAB (.mat)"."""
    return ", ".join(f"{x.name} ({', '.join(filter(None, x.suffixes))})" for x in all_readers())


def beginning_of(path: Path) -> bytes:
    """Return a file's first bytes, none where it is no file; raises OSError."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(BEGINNING_BYTES)
