"""A shared library kept compressed on disk and unpacked into memory when it is wanted.

PyTorch's CPU library alone is larger than the rest of a bundle. It compresses to a fifth,
and zstd unpacks it faster than many disks read it. What is unpacked lives in memory that
has no file (memfd_create(2)) and ends with the process, so nothing is left behind.

The file: MAGIC, then little-endian unsigned 64-bit numbers (the library's size, the size
of a block, and each block's size when packed), then the packed blocks.
"""

import ctypes
import mmap
import os
import struct
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from ctypes.util import find_library
from pathlib import Path

SUFFIX = ".packed"
MAGIC = b"ecgviewer packed library 1\n"
BLOCK_BYTES = 16 << 20
LEVEL = 19
_NUMBER = struct.Struct("<Q")


def zstd_path(beside: Path | None = None) -> str:
    """Return what to load zstd by: the copy in a folder if one is there, else the system's.

    Raises OSError where there is none.
    """
    name = "libzstd.so.1"
    if beside is not None and (beside / name).exists():
        return str(beside / name)
    found = find_library("zstd")
    if found is None:
        raise OSError("The library zstd (Debian: libzstd1) is missing.")
    return found


def pack(source: Path, target: Path, level: int = LEVEL) -> None:
    """Write the packed form of a file, with all cores."""
    zstd = _zstd(zstd_path())
    data = source.read_bytes()
    blocks = [data[start : start + BLOCK_BYTES] for start in range(0, len(data), BLOCK_BYTES)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        packed = list(pool.map(lambda block: _compress(zstd, block, level), blocks))
    with target.open("wb") as file:
        file.write(MAGIC)
        for number in (len(data), BLOCK_BYTES, *map(len, packed)):
            file.write(_NUMBER.pack(number))
        file.writelines(packed)


def unpack(path: Path, zstd_file: str) -> int:
    """Unpack into nameless memory; returns its file descriptor, for the caller to close.

    Raises OSError where the file is damaged or there is no room.
    """
    zstd = _zstd(zstd_file)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        size, block, spans = _blocks(path, data)
        handle = nameless_file(size)
        try:
            with mmap.mmap(handle, size) as memory:
                _fill(zstd, memory, block, [data[start:stop] for start, stop in spans])
        except BaseException:
            os.close(handle)
            raise
    return handle


def nameless_file(size: int) -> int:
    """Return a descriptor of that many bytes in memory, or on disk where that is refused."""
    try:
        handle = os.memfd_create("ecgviewer", os.MFD_CLOEXEC)
    except OSError:
        # A file that has no name any more is gone with its last user, too.
        handle, name = tempfile.mkstemp(dir="/var/tmp")
        Path(name).unlink()
    try:
        os.posix_fallocate(handle, 0, size)
    except OSError:
        os.close(handle)
        raise
    return handle


def _blocks(path: Path, data: mmap.mmap) -> tuple[int, int, list[tuple[int, int]]]:
    """Return the library's size, a block's size, and where each packed block lies."""
    if data[: len(MAGIC)] != MAGIC:
        raise OSError(f"{path.name} is no packed library.")
    first = len(MAGIC) + 2 * _NUMBER.size
    if len(data) < first:
        raise OSError(f"{path.name} is damaged.")
    size, block = (
        _NUMBER.unpack_from(data, len(MAGIC) + index * _NUMBER.size)[0] for index in (0, 1)
    )
    n_blocks = -(-size // block)
    place = first + n_blocks * _NUMBER.size
    if len(data) < place:
        raise OSError(f"{path.name} is damaged: its table of blocks is cut short.")
    spans = []
    for index in range(n_blocks):
        (length,) = _NUMBER.unpack_from(data, first + index * _NUMBER.size)
        spans.append((place, place + length))
        place += length
    if place != len(data):
        raise OSError(f"{path.name} is damaged: {len(data)} bytes where {place} are told.")
    return size, block, spans


def _fill(zstd: ctypes.CDLL, memory: mmap.mmap, block: int, packed: Sequence[bytes]) -> None:
    def one(index: int) -> None:
        start = index * block
        room = min(block, len(memory) - start)
        # The call through ctypes lets go of the interpreter's lock.
        target = (ctypes.c_char * room).from_buffer(memory, start)
        done = zstd.ZSTD_decompress(target, room, packed[index], len(packed[index]))
        del target
        if zstd.ZSTD_isError(done) or done != room:
            raise OSError(f"Block {index} of a packed library is damaged.")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(one, range(len(packed))):
            pass


def _compress(zstd: ctypes.CDLL, block: bytes, level: int) -> bytes:
    room = zstd.ZSTD_compressBound(len(block))
    target = ctypes.create_string_buffer(room)
    done = zstd.ZSTD_compress(target, room, block, len(block), level)
    if zstd.ZSTD_isError(done):
        raise OSError("zstd could not compress a block.")
    return target.raw[:done]


def _zstd(path: str) -> ctypes.CDLL:
    library = ctypes.CDLL(path)
    size, text = ctypes.c_size_t, ctypes.c_char_p
    for name, arguments in (
        ("ZSTD_compressBound", (size,)),
        ("ZSTD_compress", (ctypes.c_void_p, size, text, size, ctypes.c_int)),
        ("ZSTD_decompress", (ctypes.c_void_p, size, text, size)),
        ("ZSTD_isError", (size,)),
    ):
        function = getattr(library, name)
        function.argtypes, function.restype = arguments, size
    return library
