"""The real bundle: built, small enough, and doing all that it must."""

import sys

import pytest

from bundle_build import LARGEST_MB, build, finish, made_at_s
from bundle_trim import size_table


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


def test_files_bear_the_time_that_the_environment_tells(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made_at_s() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert made_at_s() > 1_700_000_000
