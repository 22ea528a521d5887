"""MAT files of version 4. Source: MATLAB MAT-File Format, chapter 2."""

import struct
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.io.mat_bytes import FileBytes, PackedMatrix, damaged, truncated
from ecgviewer.io.mat_tree import MAX_TEXT, MAX_VALUES, Struct, Value, text_rows

_HEADER_BYTES = 20
_MAX_NAME = 256
_TYPES = ("f8", "f4", "i4", "i2", "u2", "u1")
_NUMBERS, _TEXT = 0, 1


def looks_like_v4(beginning: bytes) -> bool:
    """Tell from a file's first 20 bytes whether they are a variable's header."""
    return _header(beginning) is not None


def read_v4(path: Path) -> Struct:
    """Return the variables; signals stay on disk. Raises EcgError if it is damaged."""
    content = FileBytes(path, path.stat().st_size)
    variables: Struct = {}
    offset = 0
    for _ in range(MAX_VALUES):
        if offset == content.size:
            break
        offset = _read_variable(content, offset, variables)
    return variables


def _read_variable(content: FileBytes, offset: int, variables: Struct) -> int:
    """Add the variable at ``offset``; returns where the next one begins."""
    header = _header(content.read(offset, _HEADER_BYTES))
    if header is None:
        raise damaged(content.path)
    order, mopt, rows, columns, is_complex, name_size = header
    dtype = np.dtype(order + _TYPES[mopt // 10 % 10])
    data = offset + _HEADER_BYTES + name_size
    stop = data + rows * columns * dtype.itemsize * (1 + is_complex)
    if stop > content.size:
        raise truncated(content.path)
    name = content.read(offset + _HEADER_BYTES, name_size)
    value: Value | None = None
    kind = mopt % 10
    if kind == _NUMBERS and not is_complex:
        value = PackedMatrix(content, data, dtype, rows, columns, dtype.kind in "iu")
    elif kind == _TEXT and rows * columns <= MAX_TEXT:
        codes = np.frombuffer(content.read(data, rows * columns * dtype.itemsize), dtype)
        value = _text(codes.astype(np.float64), rows, content.path)
    if value is not None:
        variables[name.rstrip(b"\0").decode("latin-1")] = value
    return stop


def _text(codes: np.ndarray[tuple[int], np.dtype[np.float64]], rows: int, path: Path) -> Value:
    if codes.size and not (codes.min() >= 0 and codes.max() < 0x110000):
        raise EcgError(f"{path.name} is damaged: a text in it is made of impossible characters.")
    return text_rows("".join(map(chr, codes.astype(np.int64))), rows)


def _header(content: bytes) -> tuple[str, int, int, int, int, int] | None:
    """Return byte order, MOPT, rows, columns, complex and name length; None if absurd."""
    if len(content) < _HEADER_BYTES:
        return None
    for order, machine in (("<", 0), (">", 1)):
        mopt, rows, columns, is_complex, name_size = struct.unpack(
            order + "5i", content[:_HEADER_BYTES]
        )
        machine_fits = mopt // 1000 == machine and mopt // 100 % 10 == 0
        if not (machine_fits and mopt // 10 % 10 < len(_TYPES) and mopt % 10 <= 2):
            continue
        if rows >= 0 and columns >= 0 and is_complex in (0, 1) and 1 <= name_size <= _MAX_NAME:
            return order, mopt, rows, columns, is_complex, name_size
    return None
