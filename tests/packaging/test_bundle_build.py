"""The real bundle: built, small enough, and doing all that it must."""

import sys
from pathlib import Path

import pytest

from bundle_build import LARGEST_MB, build, finish, made_at_s
from bundle_trim import share_equal, size_table


@pytest.mark.slow
@pytest.mark.timeout(3000)
@pytest.mark.skipif(sys.platform != "linux", reason="its size is known for Linux alone")
def test_a_bundle_is_built_that_does_everything_and_is_small_enough(socket_enabled):
    # finish() raises for every flow that fails.
    assert finish(build(packed=True)) <= LARGEST_MB


def test_small_parts_are_summed_up_and_libraries_go_with_their_package(tmp_path):
    inside = tmp_path / "_internal"
    for name, size in (("numpy/a", 3_000_000), ("numpy.libs/b", 1_000_000), ("c", 10), ("d", 20)):
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(bytes(size))
    assert size_table(tmp_path) == [("numpy", 4.0), ("everything else", pytest.approx(3e-5))]


def test_a_library_that_two_wheels_bring_alike_is_kept_once(tmp_path):
    inside = tmp_path / "_internal"
    for name, text in (("a.libs/x.so", b"1"), ("b.libs/x.so", b"1"), ("c/y.so", b"1")):
        (inside / name).parent.mkdir(parents=True)
        (inside / name).write_bytes(b"\x7fELF" + text)
    share_equal(tmp_path)
    assert (inside / "b.libs/x.so").readlink() == Path("../a.libs/x.so")
    assert (inside / "b.libs/x.so").read_bytes() == b"\x7fELF1"
    assert not (inside / "c/y.so").is_symlink()


def test_files_bear_the_time_that_the_environment_tells(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made_at_s() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert made_at_s() > 1_700_000_000
