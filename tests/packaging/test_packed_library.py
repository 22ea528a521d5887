"""A packed library comes out as it went in, loads under its own name, and is refused if damaged."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import packed_library
from bundle_loading import TorchUnpacker, load_all
from ecgviewer.core.errors import EcgError
from packed_library import SUFFIX, pack, unpack, zstd_path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there libraries are packed")


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_library, "BLOCK_BYTES", 1000)


def _read(handle: int) -> bytes:
    try:
        return os.pread(handle, 1 << 20, 0)
    finally:
        os.close(handle)


@pytest.mark.parametrize("size", [1, 999, 1000, 1001, 4321])
def test_what_was_packed_is_unpacked(tmp_path, size):
    source, packed = tmp_path / "a", tmp_path / "a.packed"
    source.write_bytes(bytes(index * 7 % 256 for index in range(size)))
    pack(source, packed, level=1)
    assert _read(unpack(packed, zstd_path())) == source.read_bytes()


@pytest.mark.parametrize("ending", [slice(0, -1), slice(0, 40), slice(1, None)])
def test_a_damaged_file_is_refused_and_nothing_stays_open(tmp_path, ending):
    source, packed = tmp_path / "a", tmp_path / "a.packed"
    source.write_bytes(os.urandom(2500))
    pack(source, packed, level=1)
    packed.write_bytes(packed.read_bytes()[ending])
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(OSError, match=r"a\.packed"):
        unpack(packed, zstd_path())
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_block_that_is_no_zstd_is_refused(tmp_path):
    source, packed = tmp_path / "a", tmp_path / "a.packed"
    source.write_bytes(bytes(2500))
    pack(source, packed, level=1)
    whole = bytearray(packed.read_bytes())
    # The last block's first bytes are zstd's own mark.
    place = whole.rindex(bytes.fromhex("28b52ffd"))
    whole[place] ^= 255
    packed.write_bytes(whole)
    with pytest.raises(OSError, match="damaged"):
        unpack(packed, zstd_path())


def test_without_memory_files_a_nameless_one_on_disk_does(monkeypatch):
    def refused(*_: object) -> int:
        raise OSError("not here")

    monkeypatch.setattr(os, "memfd_create", refused)
    handle = packed_library.nameless_file(5000)
    try:
        assert os.fstat(handle).st_size == 5000
        assert os.fstat(handle).st_nlink == 0
    finally:
        os.close(handle)


def _built(folder: Path, name: str, code: str, *needs: str) -> Path:
    source = folder / f"{name}.c"
    source.write_text(code)
    library = folder / f"lib{name}.so"
    options = ["-shared", "-fPIC", f"-Wl,-soname,lib{name}.so", "-L", str(folder)]
    command = ["cc", *options, "-o", str(library), str(source), *(f"-l{need}" for need in needs)]
    subprocess.run(command, check=True)
    return library


@pytest.fixture
def libraries(tmp_path: Path) -> list[Path]:
    if shutil.which("cc") is None:
        pytest.skip("cc is not installed")
    first = _built(tmp_path, "unpacked_one", "int one(void) { return 1; }")
    code = "int one(void); int two(void) { return one() + one(); }"
    second = _built(tmp_path, "unpacked_two", code, "unpacked_one")
    for library in (first, second):
        pack(library, library.with_name(library.name + SUFFIX), level=1)
        library.unlink()
    return [first, second]


def test_libraries_that_need_each_other_are_found_by_name_once_unpacked(libraries):
    load_all(libraries, zstd_path())
    # No such file is there: the loader knows both by their sonames.
    assert ctypes.CDLL("libunpacked_two.so").two() == 2


def test_a_missing_library_is_one_sentence_and_other_modules_are_no_concern(tmp_path):
    finder = TorchUnpacker(tmp_path)
    assert finder.find_spec("numpy") is None
    with pytest.raises(EcgError, match="could not be loaded into memory"):
        finder.find_spec("torch")
