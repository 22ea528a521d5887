"""Extremes are kept between openings, and never believed once the record has changed."""

import os
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.io import pyramid_cache
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.pyramid import Pyramid, build


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(pyramid_cache, "cache_folder", lambda: folder)
    monkeypatch.setattr(pyramid_cache, "LEAST_VALUES", 1000)
    return folder


def written(folder: Path, name: str = "r", seed: int = 1) -> Record:
    signals_mv = np.random.default_rng(seed).normal(size=(2, 5003)).astype(np.float32)
    signals_mv[0, 1000:1500] = np.nan
    folder.mkdir(exist_ok=True)
    write_record(folder / name, signals_mv, 250.0, ("I", "II"))
    return open_record(folder / f"{name}.hea")


def kept(record: Record) -> Pyramid:
    pyramid = build(record, Task())
    pyramid_cache.keep(record, pyramid)
    return pyramid


def assert_same(one: Pyramid | None, other: Pyramid) -> None:
    assert one is not None
    assert (one.n_samples, one.n_known, one.bins) == (other.n_samples, other.n_known, other.bins)
    for mine, theirs in zip((*one.lows, *one.highs), (*other.lows, *other.highs), strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_what_was_kept_is_what_was_built(tmp_path, cache):
    record = written(tmp_path)
    assert pyramid_cache.kept(record) is None
    assert_same(kept_again(record), build(record, Task()))


def kept_again(record: Record) -> Pyramid | None:
    kept(record)
    return pyramid_cache.kept(record)


def test_a_record_that_was_moved_and_renamed_finds_its_extremes(tmp_path, cache):
    pyramid = kept(written(tmp_path))
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (tmp_path / "r.dat").rename(moved / "s.dat")
    header = (tmp_path / "r.hea").read_text().replace("r ", "s ", 1).replace("r.dat", "s.dat")
    (moved / "s.hea").write_text(header)
    assert_same(pyramid_cache.kept(open_record(moved / "s.hea")), pyramid)


def test_a_signal_file_that_was_written_anew_is_read_anew(tmp_path, cache):
    record = written(tmp_path)
    kept(record)
    data = tmp_path / "r.dat"
    before = data.stat()
    data.write_bytes(data.read_bytes())
    os.utime(data, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))
    # The same ends and size give the same content hash: the file's time tells.
    again = open_record(record.path)
    assert again.record_id == record.record_id
    assert pyramid_cache.kept(again) is None


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "other"])
def test_a_damaged_file_is_passed_over(damage, tmp_path, cache):
    record = written(tmp_path)
    kept(record)
    (path,) = cache.iterdir()
    content = path.read_bytes()
    damaged = {
        "cut": content[:-4],
        "changed": content[:-4] + b"\0\0\0\x3f",
        "emptied": b"",
        "other": b"something else\n" + content,
    }
    path.write_bytes(damaged[damage])
    assert pyramid_cache.kept(record) is None


def test_what_was_not_used_for_longest_makes_room(tmp_path, cache, monkeypatch):
    records = [written(tmp_path, f"r{seed}", seed) for seed in range(4)]
    for hours, record in enumerate(records[:3]):
        kept(record)
        path = cache / f"{record.record_id}.pyramid"
        os.utime(path, (1e9 + 3600 * hours, 1e9 + 3600 * hours))
    # Using the oldest makes it the newest.
    assert pyramid_cache.kept(records[0]) is not None
    monkeypatch.setattr(pyramid_cache, "MAX_FOLDER_BYTES", 3 * path.stat().st_size)
    kept(records[3])
    assert [pyramid_cache.kept(record) is not None for record in records] == [
        True,
        False,
        True,
        True,
    ]


def test_short_records_leave_nothing_behind(tmp_path, cache, monkeypatch):
    monkeypatch.setattr(pyramid_cache, "LEAST_VALUES", 1_000_000)
    kept(written(tmp_path))
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_keeping(tmp_path, cache, caplog):
    cache.write_text("a file where the folder should be")
    record = written(tmp_path)
    assert kept_again(record) is None
    assert "not kept" in caplog.text
