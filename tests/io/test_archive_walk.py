"""Walking an archive finds what listing a folder finds, without a list."""

import gc
import os
from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.archive_walk import count_records, walk_records
from ecgviewer.io.folder import records_in


def touch(path: Path, text: str = "x 1 100 10\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Records in folders, one of them of segments, arrays with and without a header."""
    touch(tmp_path / "a.hea")
    touch(tmp_path / "a.mat")
    touch(tmp_path / "alone.MAT")
    touch(tmp_path / "deep" / "er" / "b.hea")
    touch(tmp_path / "deep" / "whole.hea", "whole/2 1 100 20\nwhole_1 10\nwhole_2 10\n")
    touch(tmp_path / "deep" / "whole_1.hea")
    touch(tmp_path / "deep" / "whole_2.hea")
    touch(tmp_path / "deep" / "notes.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "deep")
    return tmp_path


def test_it_finds_what_listing_finds(archive: Path):
    found = [path for path in walk_records(archive) if isinstance(path, Path)]
    assert sorted(found) == records_in(archive)
    assert [path.name for path in records_in(archive)] == [
        "a.hea",
        "alone.MAT",
        "b.hea",
        "whole.hea",
    ]
    # The two segments are counted without being looked into.
    assert sum(count_records(archive)) == len(found) + 2


def test_it_finds_what_listing_finds_among_real_recordings(data_folder: Path):
    folder = data_folder / "formats"
    assert sorted(p for p in walk_records(folder) if isinstance(p, Path)) == records_in(folder)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything")
def test_a_folder_that_may_not_be_read_is_told_of(archive: Path):
    (archive / "deep").chmod(0)
    try:
        told = [found for found in walk_records(archive) if isinstance(found, EcgError)]
    finally:
        (archive / "deep").chmod(0o700)
    assert len(told) == 1
    assert "deep cannot be read: Permission denied." in str(told[0])


def test_a_folder_that_is_gone_is_told_of(tmp_path: Path):
    (told,) = walk_records(tmp_path / "gone")
    assert isinstance(told, EcgError)
    assert list(count_records(tmp_path / "gone")) == []


def test_no_list_of_the_records_is_ever_held(tmp_path: Path):
    n_records = 3_000
    for place in range(n_records):
        (tmp_path / f"record_{place:08}.hea").touch()
    # Tracing memory would also catch Python's own table of names, when it happens to grow.
    before = _n_paths()
    for number, _ in enumerate(walk_records(tmp_path), start=1):
        if number in (n_records // 2, n_records):
            assert _n_paths() < before + 50
    assert number == n_records


def _n_paths() -> int:
    gc.collect()
    # Not isinstance: it asks the object, and some of PyTorch's warn when they are asked.
    return sum(issubclass(type(one), Path) for one in gc.get_objects())
