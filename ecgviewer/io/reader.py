"""What a reader is: the formats that it knows, and the module that knows them."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

from ecgviewer.core import plugins
from ecgviewer.core.errors import EcgError
from ecgviewer.core.plugin_calls import blamed, prints_aside
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


@dataclass(frozen=True, slots=True)
class AddedReader(Reader):
    """A reader of another package: what it raises is told as its fault, with the file's name.

    reader: the package's own. plugin: what it is called there.
    """

    reader: Any = None
    plugin: str = ""
    package: str = ""

    def can_open(self, path: Path, beginning: bytes) -> bool:
        """Tell whether a file is of this format; raises EcgError where the plug-in fails."""
        with self._blamed(path):
            return bool(self.reader.can_open(path, beginning))

    def open_record(self, path: Path, hints: ImportHints | None) -> Record:
        """Describe the recording in a file; raises EcgError where the plug-in fails, too."""
        with self._blamed(path):
            record = self.reader.open_record(path, hints)
        if not isinstance(record, Record):
            raise EcgError(
                f"The plug-in {self.plugin} of the package {self.package} gives no record of "
                f"{path.name}; ask whoever made it."
            )
        return record

    def lists(self, path: Path, beginning: bytes) -> bool:
        """Tell whether a folder lists a file; if that fails it does, and opening tells why."""
        lists = getattr(self.reader, "lists", self.reader.can_open)
        try:
            with prints_aside():
                return bool(lists(path, beginning))
        except (Exception, SystemExit):  # noqa: BLE001 (a stranger's code may raise anything)
            return True

    def _blamed(self, path: Path) -> AbstractContextManager[None]:
        # What the system says of a file is told as of any other file.
        return blamed(self.plugin, self.package, path.name, OSError)


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
    added = plugins.found(plugins.READERS)
    for plugin, reader in added.loaded.items():
        in_folders = getattr(reader, "in_folders", True)
        package = added.packages[plugin]
        yield AddedReader(reader.name, reader.suffixes, "", in_folders, reader, plugin, package)


def openable() -> str:
    """Return what can be opened, as a list for a sentence: "WFDB (.hea), MATLAB (.mat)"."""
    return ", ".join(f"{x.name} ({', '.join(filter(None, x.suffixes))})" for x in all_readers())


def beginning_of(path: Path) -> bytes:
    """Return a file's first bytes, none where it is no file; raises OSError."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(BEGINNING_BYTES)
