"""A record's identity stays with its content and goes with it."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.io.identity import record_id
from ecgviewer.io.wfdb_reader import open_record
from tests.io.made_wfdb import write_header

BIG = 400_000


def write(folder: Path, name: str = "made", **changes: str) -> Path:
    facts = {"rate": "250", "length": "1000", "gain": "100/mV", "lead": "II"} | changes
    (np.arange(BIG) % 251).astype("<i2").tofile(folder / f"{name}.dat")
    line = f"{name}.dat 16 {facts['gain']} 16 0 0 0 0 {facts['lead']}"
    return write_header(
        folder / f"{name}.hea", [f"{name} 1 {facts['rate']} {facts['length']}", line]
    )


def test_a_renamed_and_moved_record_keeps_its_identity(tmp_path):
    first = open_record(write(tmp_path)).record_id
    (tmp_path / "elsewhere").mkdir()
    assert open_record(write(tmp_path / "elsewhere", "other")).record_id == first
    assert len(first) == 64


@pytest.mark.parametrize(
    "change", [{"rate": "500"}, {"length": "999"}, {"gain": "200/mV"}, {"lead": "V1"}]
)
def test_what_the_signal_means_is_part_of_the_identity(change, tmp_path):
    first = open_record(write(tmp_path)).record_id
    assert open_record(write(tmp_path, **change)).record_id != first


@pytest.mark.parametrize("place", [0, 65_535, 2 * BIG - 1])
def test_a_changed_byte_near_either_end_changes_the_identity(place, tmp_path):
    path = write(tmp_path)
    first = open_record(path).record_id
    with path.with_suffix(".dat").open("r+b") as file:
        file.seek(place)
        file.write(b"\xee")
    assert open_record(path).record_id != first


def test_comments_and_annotations_do_not_change_the_identity(tmp_path):
    path = write(tmp_path)
    first = open_record(path).record_id
    path.write_text(path.read_text() + "# Age: 74\n")
    path.with_suffix(".atr").write_bytes(b"\x05\x04\0\0")
    assert open_record(path).record_id == first


def test_only_the_ends_of_a_file_are_read(tmp_path):
    """Two files that differ in the middle alone share an identity: the price of speed."""
    path = tmp_path / "big.dat"
    content = bytearray(1_000_000)
    path.write_bytes(content)
    first = record_id(250, ["II"], [100], 500_000, [path])
    content[500_000] = 1
    path.write_bytes(content)
    assert record_id(250, ["II"], [100], 500_000, [path]) == first


def test_small_files_count_once_and_whole(tmp_path):
    path = tmp_path / "small.dat"
    ids = set()
    for content in (b"", b"a", b"b", b"ab", b"a" * 70_000, b"a" * 69_999 + b"b"):
        path.write_bytes(content)
        ids.add(record_id(250, ["II"], [100], 1, [path]))
    assert len(ids) == 6
