"""Bytes of a MAT file, plain or packed, read where they are wanted."""

import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError

_STEP_BYTES = 1 << 20
# A packed variable is unpacked into memory once and kept: there is no way into its
# middle. Beyond this it has to be saved in another form.
_MAX_UNPACKED_BYTES = 1 << 30
# Signals pack to a fifth, flat lines perhaps to a hundredth: what packs better and is
# large is a trap ("zip bomb") or damage.
_ALWAYS_UNPACKED_BYTES = 64 << 20
_MAX_RATIO = 200


class ByteSource(Protocol):
    """A run of bytes; safe to read from several threads at once."""

    @property
    def size(self) -> int:
        """How many bytes there are."""
        ...

    def read(self, offset: int, count: int) -> bytes:
        """Return exactly ``count`` bytes; raises EcgError if there are fewer."""
        ...


@dataclass(frozen=True)
class FileBytes:
    """The bytes of a file. It is opened for each read, so it may be moved meanwhile."""

    path: Path
    size: int

    def read(self, offset: int, count: int) -> bytes:
        """Return exactly ``count`` bytes; raises EcgError if there are fewer."""
        try:
            with self.path.open("rb") as file:
                file.seek(offset)
                content = file.read(min(count, max(self.size - offset, 0)))
        except OSError as error:
            raise EcgError(f"{self.path.name} cannot be read: {error.strerror}.") from error
        if len(content) != count:
            raise truncated(self.path)
        return content


class UnpackedBytes:
    """A zlib stream within a file, unpacked only as far as it was asked for, then kept.

    Safe to read from several threads at once. size: 8, the first tag's, until claim()
    tells the rest.
    """

    def __init__(self, path: Path, offset: int, packed_size: int) -> None:
        """Begin at ``offset`` of the file; nothing is unpacked yet."""
        self._path = path
        self._place = offset, packed_size
        self._packed_left = packed_size
        self._next = offset
        self._content = bytearray()
        self._stream = zlib.decompressobj()
        self._lock = threading.Lock()
        self.size = 8

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Path, int, int, int]]:
        """Another process unpacks anew."""
        return self._again, (self._path, *self._place, self.size)

    @classmethod
    def _again(cls, path: Path, offset: int, packed_size: int, size: int) -> Self:
        fresh = cls(path, offset, packed_size)
        fresh.size = size
        return fresh

    def claim(self, size: int) -> None:
        """Take ``size`` as the unpacked size; raises EcgError if that is absurd."""
        if size > _ALWAYS_UNPACKED_BYTES and size > _MAX_RATIO * self._packed_left:
            raise EcgError(
                f"{self._path.name} would unpack to {size / 1e6:,.0f} MB, far more than a "
                "recording of its size holds: it is damaged or a trap."
            )
        if size > _MAX_UNPACKED_BYTES:
            raise EcgError(
                f"{self._path.name} unpacks to {size / 1e6:,.0f} MB, too much for one variable: "
                "save it in MATLAB with -v7.3, which can be read in part."
            )
        self.size = size

    def read(self, offset: int, count: int) -> bytes:
        """Return exactly ``count`` bytes; raises EcgError if there are fewer."""
        if offset + count > self.size:
            raise damaged(self._path)
        with self._lock:
            self._unpack_to(offset + count)
            return bytes(memoryview(self._content)[offset : offset + count])

    def _unpack_to(self, size: int) -> None:
        while len(self._content) < size:
            packed = self._stream.unconsumed_tail or self._read_packed()
            try:
                unpacked = self._stream.decompress(packed, _STEP_BYTES)
            except zlib.error as error:
                raise damaged(self._path) from error
            if not unpacked and (self._stream.eof or not packed):
                raise damaged(self._path)
            self._content += unpacked

    def _read_packed(self) -> bytes:
        count = min(self._packed_left, _STEP_BYTES // 16)
        try:
            with self._path.open("rb") as file:
                file.seek(self._next)
                packed = file.read(count)
        except OSError as error:
            raise EcgError(f"{self._path.name} cannot be read: {error.strerror}.") from error
        self._next += len(packed)
        self._packed_left -= len(packed)
        return packed


@dataclass(frozen=True, eq=False)
class PackedMatrix:
    """A matrix stored column after column, from ``offset`` of its bytes on."""

    content: ByteSource
    offset: int
    dtype: np.dtype[np.generic]
    rows: int
    columns: int
    is_integer: bool

    def read_columns(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (rows, last - first)."""
        return self._run(first * self.rows, (last - first) * self.rows).reshape(-1, self.rows).T

    def read_rows(self, first: int, last: int) -> NDArray[np.generic]:
        """Return (last - first, columns)."""
        runs = [self._run(c * self.rows + first, last - first) for c in range(self.columns)]
        return np.column_stack(runs) if runs else np.empty((last - first, 0), self.dtype)

    def _run(self, start: int, count: int) -> NDArray[np.generic]:
        width = self.dtype.itemsize
        content = self.content.read(self.offset + start * width, count * width)
        return np.frombuffer(content, dtype=self.dtype)


def truncated(path: Path) -> EcgError:
    """Return the error for a file that ends too early."""
    return EcgError(f"{path.name} ends in the middle of its data: it was cut short, copy it again.")


def damaged(path: Path) -> EcgError:
    """Return the error for a file whose parts do not fit together."""
    return EcgError(f"{path.name} is damaged: its parts do not fit together as a MAT file.")
