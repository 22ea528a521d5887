"""Walking an archive finds what listing a folder finds, without a list."""

import os
import tracemalloc
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


def test_memory_is_the_same_for_ten_times_as_many(tmp_path: Path):
    peaks = []
    for name, n_records in (("few", 300), ("many", 3000)):
        (tmp_path / name).mkdir()
        for place in range(n_records):
            (tmp_path / name / f"record_{place:08}.hea").touch()
        tracemalloc.start()
        assert sum(1 for _ in walk_records(tmp_path / name)) == n_records
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 20_000
