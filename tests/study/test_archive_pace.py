"""The speed by which the rest is foretold is that of the latest answers."""

import pytest

from ecgviewer.study.archive_pace import Pace


def test_the_start_of_the_processes_is_no_part_of_the_speed():
    pace = Pace(n_workers=2)
    n_records = 0
    # Two processes need 28 s to start, and then 1 s for each chunk of 32 records.
    for second in (28.0, 28.1, 29.0, 29.1):
        assert pace.records_per_s is None
        n_records += 32
        pace.add(second, n_records)
    assert pace.records_per_s == pytest.approx(64)


def test_a_run_that_becomes_slower_is_foretold_by_its_new_speed():
    pace = Pace(n_workers=1)
    now_s = 0.0
    for number, took_s in enumerate([1.0] * 10 + [4.0] * 20):
        now_s += took_s
        pace.add(now_s, 100 * (number + 1))
    assert pace.records_per_s == pytest.approx(25)
