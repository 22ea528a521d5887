"""Makes a bundle small: symbols out, equal files shared, PyTorch packed; tells what takes what."""

import hashlib
import os
import shutil
import struct
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from packed_library import SUFFIX, pack
from steps import SetupError, say

PACKED = ("libtorch_cpu.so", "libtorch_python.so")
ELF = b"\x7fELF"
# Of elf(5): the table of segments in the 64-bit header, and one segment.
_SEGMENT_TABLE = struct.Struct("<32xQ14xHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_LOADED = 1


def inside(bundle: Path) -> Path:
    """Return the folder of a bundle's parts."""
    return bundle / "_internal"


def elf_files(bundle: Path) -> list[Path]:
    """Return a bundle's programs and libraries on Linux, links left out."""
    return [
        path
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink() and _begins_with(path, ELF)
    ]


def strip_symbols(bundle: Path) -> None:
    """Take out what only debuggers read; the programs carry their archive behind the ELF part.

    Raises SetupError where strip is missing or fails.
    """
    strip = shutil.which("strip")
    if strip is None:
        raise SetupError("Symbols are taken out with strip; install binutils.")
    files = elf_files(inside(bundle))
    say(f"Symbols: taking them out of {len(files)} libraries …")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(lambda path: _strip(strip, path), files):
            pass


def loads_by_pages(library: bytes) -> bool:
    """Whether the loader can map every segment: place in the file and address must agree.

    What auditwheel has rewritten no longer does once strip has moved it.
    """
    place, size, n_segments = _SEGMENT_TABLE.unpack_from(library)
    for index in range(n_segments):
        kind, _, offset, address, *_, align = _SEGMENT.unpack_from(library, place + index * size)
        if kind == _LOADED and align > 1 and (offset - address) % align != 0:
            return False
    return True


def share_equal(bundle: Path) -> None:
    """Keep one of libraries that several wheels bring alike, and links to it."""
    first: dict[bytes, Path] = {}
    for path in elf_files(inside(bundle)):
        with path.open("rb") as file:
            kept = first.setdefault(hashlib.file_digest(file, "sha256").digest(), path)
        # Wheels add a mark of the content to the name; the loader looks for that name.
        if kept != path and kept.name == path.name:
            path.unlink()
            path.symlink_to(os.path.relpath(kept, path.parent))


def pack_torch(bundle: Path, cache: Path) -> None:
    """Replace PyTorch's large libraries by their packed form (Linux).

    cache: where packed forms are kept, for packing takes minutes and PyTorch seldom changes.
    """
    cache.mkdir(parents=True, exist_ok=True)
    folder = inside(bundle) / "torch" / "lib"
    for name in PACKED:
        library = folder / name
        with library.open("rb") as file:
            kept = cache / f"{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}{SUFFIX}"
        if not kept.exists():
            say(f"{name}: packing (some minutes) …")
            half = kept.with_suffix(".half")
            pack(library, half)
            half.rename(kept)
        shutil.copyfile(kept, library.with_name(name + SUFFIX))
        library.unlink()


def trim(bundle: Path, cache: Path | None) -> None:
    """Make a new bundle small, as far as this platform allows; unpacked without a cache."""
    if not sys.platform.startswith("linux"):
        return
    strip_symbols(bundle)
    share_equal(bundle)
    if cache is not None:
        pack_torch(bundle, cache)


def size_bytes(folder: Path) -> int:
    """Return what all files of a folder hold together."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def size_table(bundle: Path, fewest_mb: float = 1.0) -> list[tuple[str, float]]:
    """Return what takes how many MB (10^6 bytes), the largest first, small parts together."""
    sums: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if not path.is_dir():
            sums[_part(path.relative_to(bundle))] += path.lstat().st_size
    large = [(name, size / 1e6) for name, size in sums.most_common() if size >= fewest_mb * 1e6]
    rest = sum(sums.values()) / 1e6 - sum(size for _, size in large)
    return [*large, ("everything else", rest)]


def _part(path: Path) -> str:
    parts = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if parts[0] == "ecgviewer" and len(parts) > 2:
        return "/".join(parts[:2])
    # Wheels keep the libraries that they bring beside their package.
    return parts[0].removesuffix(".libs")


def _strip(strip: str, path: Path) -> None:
    smaller = path.with_name(path.name + ".stripped")
    command = [strip, "--strip-unneeded", "-o", str(smaller), str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise SetupError(f"strip could not read {path.name}: {done.stderr.strip()}")
    if loads_by_pages(smaller.read_bytes()):
        shutil.copymode(path, smaller)
        smaller.replace(path)
    else:
        smaller.unlink()


def _begins_with(path: Path, start: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(start)) == start
