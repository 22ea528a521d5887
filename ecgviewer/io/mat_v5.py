"""MAT files of version 5 (MATLAB 5 to 7). Source: MATLAB MAT-File Format, chapter 1.

Read without scipy, so that a signal within a struct too stays on disk until it is
wanted, and hostile sizes are seen before memory is taken.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.io.mat_bytes import (
    ByteSource,
    FileBytes,
    PackedMatrix,
    UnpackedBytes,
    damaged,
    truncated,
)
from ecgviewer.io.mat_tree import MAX_DEPTH, MAX_TEXT, MAX_VALUES, Struct, Value, text_rows

HEADER_BYTES = 128
_ORDERS = {b"IM": "<", b"MI": ">"}
_VERSION = 0x0100

# Data types of elements.
_INT8, _INT32, _UINT32, _MATRIX, _COMPRESSED = 1, 5, 6, 14, 15
_NUMBERS = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8"}
_NUMBERS |= {12: "i8", 13: "u8"}
_TEXTS = {1: "latin-1", 2: "latin-1", 4: "utf-16", 16: "utf-8", 17: "utf-16", 18: "utf-32"}

# Classes of arrays.
_CELL, _STRUCT, _CHAR, _FIRST_NUMBER, _FIRST_INTEGER, _LAST_NUMBER = 1, 2, 4, 6, 8, 15
_COMPLEX_FLAG = 0x0800


def looks_like_v5(beginning: bytes) -> bool:
    """Tell from a file's first 128 bytes whether they are a version 5 header."""
    order = _ORDERS.get(beginning[126:HEADER_BYTES])
    return order is not None and struct.unpack(order + "H", beginning[124:126]) == (_VERSION,)


def read_v5(path: Path) -> Struct:
    """Return the variables; signals stay on disk, packed ones until they are read.

    Raises EcgError if the file is truncated, damaged or unpacks to absurd sizes.
    """
    content = FileBytes(path, path.stat().st_size)
    order = _ORDERS[content.read(126, 2)]
    variables: Struct = {}
    walker = _Walker(content, order, path)
    for element in _elements_of_file(walker, content.size):
        inside, matrix = walker, element
        if element.kind == _COMPRESSED:
            inside, matrix = _unpack(element, walker)
        if matrix.kind == _MATRIX:
            name, value = inside.matrix(matrix, depth=0)
            # Without a name it is MATLAB's own store of objects.
            if name and value is not None:
                variables[name] = value
    return variables


@dataclass(frozen=True, slots=True)
class _Element:
    """A tagged run of bytes, start to stop; the next tag begins at ``next``."""

    kind: int
    start: int
    stop: int
    next: int


@dataclass(slots=True)
class _Budget:
    """Counts a file's values and stops at a number that no recording has."""

    path: Path
    left: int = MAX_VALUES

    def spend(self, count: int) -> None:
        """Take ``count`` values; raises EcgError when there are too many."""
        self.left -= count
        if self.left < 0:
            raise EcgError(f"{self.path.name} holds over {MAX_VALUES} values: no recording does.")


class _Walker:
    """Walks the elements of a file, or of one unpacked variable."""

    def __init__(
        self, content: ByteSource, order: str, path: Path, budget: _Budget | None = None
    ) -> None:
        self.content = content
        self.order = order
        self.path = path
        self.budget = budget or _Budget(path)

    def element(self, offset: int, limit: int) -> _Element:
        """Return the element whose tag is at ``offset``; it ends before ``limit``."""
        if offset + 8 > limit:
            raise damaged(self.path)
        kind, size = struct.unpack(self.order + "II", self.content.read(offset, 8))
        if kind >> 16:
            # Up to four bytes stand in the tag itself, their number above the type.
            kind, size = kind & 0xFFFF, kind >> 16
            start, after = offset + 4, offset + 8
        else:
            start, after = offset + 8, offset + 8 + -(-size // 8) * 8
        if start + size > min(limit, after):
            raise damaged(self.path)
        return _Element(kind, start, start + size, after)

    def matrix(self, element: _Element, depth: int) -> tuple[str, Value | None]:
        """Return an array's name and value, None where it is of no use here."""
        self.budget.spend(1)
        if depth > MAX_DEPTH or element.stop == element.start:
            return "", None
        flags, dims, name = self._elements(element.start, element.stop, 3)
        (word,) = self._integers(flags, _UINT32)[:1]
        shape = self._integers(dims, _INT32)
        kind = word & 0xFF
        rest = _Element(_MATRIX, name.next, element.stop, element.next)
        value: Value | None = None
        if len(shape) == 2 and min(shape) >= 0 and not word & _COMPLEX_FLAG:
            value = self._value(kind, (shape[0], shape[1]), rest, depth)
        return self._bytes(name, _INT8).decode("latin-1"), value

    def _value(self, kind: int, shape: tuple[int, int], rest: _Element, depth: int) -> Value | None:
        rows, columns = shape
        if _FIRST_NUMBER <= kind <= _LAST_NUMBER:
            return self._numbers(rows, columns, rest, is_integer=kind >= _FIRST_INTEGER)
        if kind == _CHAR:
            return self._text(rows, rows * columns, rest)
        if kind == _CELL:
            return tuple(self._cells(rows * columns, rest, depth))
        if kind == _STRUCT:
            return self._structs(rows * columns, rest, depth)
        return None

    def _numbers(self, rows: int, columns: int, rest: _Element, *, is_integer: bool) -> Value:
        data = self.element(rest.start, rest.stop)
        if data.kind not in _NUMBERS:
            raise damaged(self.path)
        dtype = np.dtype(self.order + _NUMBERS[data.kind])
        if rows * columns * dtype.itemsize != data.stop - data.start:
            raise damaged(self.path)
        return PackedMatrix(self.content, data.start, dtype, rows, columns, is_integer)

    def _text(self, rows: int, length: int, rest: _Element) -> Value | None:
        if length == 0:
            return ""
        data = self.element(rest.start, rest.stop)
        if data.stop - data.start > MAX_TEXT or data.kind not in _TEXTS:
            return None
        encoding = _TEXTS[data.kind]
        if encoding in ("utf-16", "utf-32"):
            encoding += "-le" if self.order == "<" else "-be"
        characters = self._bytes(data, data.kind).decode(encoding, errors="replace")
        return text_rows(characters, rows)

    def _cells(self, count: int, rest: _Element, depth: int) -> Iterator[Value]:
        self.budget.spend(count)
        offset = rest.start
        for _ in range(count):
            cell = self.element(offset, rest.stop)
            _, value = self.matrix(cell, depth + 1)
            yield "" if value is None else value
            offset = cell.next

    def _structs(self, count: int, rest: _Element, depth: int) -> Value:
        width_element = self.element(rest.start, rest.stop)
        (width,) = self._integers(width_element, _INT32)[:1] or (0,)
        names_element = self.element(width_element.next, rest.stop)
        packed = self._bytes(names_element, _INT8)
        if width <= 0:
            raise damaged(self.path)
        names = [
            packed[i : i + width].split(b"\0")[0].decode("latin-1")
            for i in range(0, len(packed), width)
        ]
        self.budget.spend(count * (len(names) + 1))
        fields = self._cells(
            count * len(names), _Element(_MATRIX, names_element.next, rest.stop, rest.next), depth
        )
        structs = tuple({name: next(fields) for name in names} for _ in range(count))
        return structs[0] if count == 1 else structs

    def _elements(self, start: int, stop: int, count: int) -> list[_Element]:
        found: list[_Element] = []
        for _ in range(count):
            found.append(self.element(start, stop))
            start = found[-1].next
        return found

    def _bytes(self, element: _Element, kind: int) -> bytes:
        if element.kind != kind or element.stop - element.start > MAX_TEXT:
            raise damaged(self.path)
        return self.content.read(element.start, element.stop - element.start)

    def _integers(self, element: _Element, kind: int) -> tuple[int, ...]:
        content = self._bytes(element, kind)
        if len(content) < 4 or len(content) % 4:
            raise damaged(self.path)
        letter = "I" if kind == _UINT32 else "i"
        return struct.unpack(f"{self.order}{len(content) // 4}{letter}", content)


def _elements_of_file(walker: _Walker, size: int) -> Iterator[_Element]:
    offset = HEADER_BYTES
    while offset < size:
        if offset + 8 > size:
            raise truncated(walker.path)
        kind, length = struct.unpack(walker.order + "II", walker.content.read(offset, 8))
        if kind not in (_MATRIX, _COMPRESSED):
            raise damaged(walker.path)
        if offset + 8 + length > size:
            raise truncated(walker.path)
        yield _Element(kind, offset + 8, offset + 8 + length, 0)
        # What is compressed is not filled up to a multiple of eight bytes.
        offset += 8 + (length if kind == _COMPRESSED else -(-length // 8) * 8)


def _unpack(element: _Element, walker: _Walker) -> tuple[_Walker, _Element]:
    """Return a compressed element's own walker and the element inside it."""
    unpacked = UnpackedBytes(walker.path, element.start, element.stop - element.start)
    inside = _Walker(unpacked, walker.order, walker.path, walker.budget)
    kind, size = struct.unpack(walker.order + "II", unpacked.read(0, 8))
    unpacked.claim(8 + size)
    return inside, _Element(kind, 8, 8 + size, 8 + size)
