"""MAT files of version 7.3, which are HDF5 files. Read by h5py, part by part."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.mat_bytes import damaged
from ecgviewer.io.mat_tree import MAX_DEPTH, MAX_TEXT, MAX_VALUES, Struct, Value, text_rows

if TYPE_CHECKING:
    import h5py

SIGNATURE = b"\x89HDF\r\n\x1a\n"
# A chunk is unpacked as a whole, so a file must not claim huge ones.
_MAX_CHUNK_BYTES = 64 << 20
_ALWAYS_READ_BYTES = 64 << 20
_MAX_RATIO = 200


def read_v73(path: Path) -> Struct:
    """Return the variables; signals stay on disk. Raises EcgError if it is damaged."""
    with _opened(path) as file:
        return _Visit(path, file).struct(file, depth=0)


@dataclass(frozen=True, slots=True)
class Hdf5Matrix:
    """A dataset, seen as MATLAB shows it: HDF5 holds it with rows and columns swapped."""

    path: Path
    address: str
    rows: int
    columns: int
    is_integer: bool

    def read_columns(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (rows, last - first)."""
        return self._read((slice(first, last), slice(None)))

    def read_rows(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (last - first, columns)."""
        return self._read((slice(None), slice(first, last)))

    def _read(self, span: tuple[slice, slice]) -> NDArray[np.generic]:
        # Opened for each read (about a millisecond): h5py shares nothing between
        # threads then, and the file may be moved or deleted while its record is open.
        with _opened(self.path) as file:
            dataset = file[self.address]
            # A file that h5py itself wrote may have vectors and single numbers.
            values: NDArray[np.generic] = np.atleast_2d(dataset[span[2 - dataset.ndim :]])
        return values.T


@contextmanager
def _opened(path: Path) -> "Iterator[h5py.File]":
    # h5py takes 100 ms to import.
    import h5py

    try:
        with h5py.File(path, "r", locking="best-effort") as file:
            yield file
    except (FileNotFoundError, PermissionError) as error:
        raise EcgError(f"{path.name} cannot be read: it is gone or forbidden.") from error
    # What h5py raises for damaged files of every kind.
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise damaged(path) from error


class _Visit:
    """One walk through an open file."""

    def __init__(self, path: Path, file: "h5py.File") -> None:
        self._path = path
        self._file = file
        self._left = MAX_VALUES

    def struct(self, group: "h5py.Group", depth: int) -> Struct:
        """Return a group's members; links to elsewhere and MATLAB's stores are left out."""
        import h5py

        fields: Struct = {}
        for name in islice(group, MAX_VALUES):
            is_own = isinstance(group.get(name, getlink=True), h5py.HardLink)
            if not is_own or name.startswith("#"):
                continue
            value = self._value(group[name], depth)
            if value is not None:
                fields[name] = value
        return fields

    def _value(self, item: "h5py.Group | h5py.Dataset", depth: int) -> Value | None:
        import h5py

        self._left -= 1
        if self._left < 0:
            raise EcgError(f"{self._path.name} holds over {MAX_VALUES} values: no recording does.")
        if depth > MAX_DEPTH:
            return None
        if isinstance(item, h5py.Group):
            return self.struct(item, depth + 1)
        if not isinstance(item, h5py.Dataset) or item.ndim > 2 or item.shape is None:
            return None
        kind = item.attrs.get("MATLAB_class", b"")
        if item.attrs.get("MATLAB_empty", 0):
            return "" if kind == b"char" else None
        if kind == b"char":
            return self._text(item)
        if h5py.check_ref_dtype(item.dtype) is h5py.Reference:
            return self._cell(item, depth)
        return self._matrix(item) if item.dtype.kind in "iuf" else None

    def _text(self, item: "h5py.Dataset") -> Value | None:
        if item.size > MAX_TEXT or item.dtype.kind != "u":
            return None
        self._check(item)
        rows = item.shape[-1] if item.ndim == 2 else 1
        codes = item[()].ravel()
        return text_rows("".join(map(chr, codes.astype(np.uint16))), rows)

    def _cell(self, item: "h5py.Dataset", depth: int) -> Value | None:
        if item.size > self._left:
            return None
        self._check(item)
        values = (
            self._value(self._file[ref], depth + 1) if ref else None
            for ref in np.atleast_1d(item[()]).ravel()
        )
        return tuple("" if value is None else value for value in values)

    def _matrix(self, item: "h5py.Dataset") -> Value | None:
        self._check(item)
        columns, rows = (1, 1, *item.shape)[-2:]
        if item.name is None:
            return None
        return Hdf5Matrix(self._path, item.name, rows, columns, item.dtype.kind in "iu")

    def _check(self, item: "h5py.Dataset") -> None:
        """Raise EcgError for what lies in other files or would take absurd memory."""
        if item.is_virtual or item.external:
            raise EcgError(f"{self._path.name} keeps its samples in another file: unsupported.")
        claimed = prod(item.shape) * item.dtype.itemsize
        stored = item.id.get_storage_size()
        chunk = prod(item.chunks or (0,)) * item.dtype.itemsize
        is_absurd = claimed > _ALWAYS_READ_BYTES and claimed > _MAX_RATIO * stored
        if is_absurd or chunk > _MAX_CHUNK_BYTES:
            raise EcgError(
                f"{self._path.name} would unpack to {max(claimed, chunk) / 1e6:,.0f} MB, far more "
                "than a recording of its size holds: it is damaged or a trap."
            )
