"""Table I of the single-lead nets, beside the paper's."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_table import (
    beside_the_paper,
    paper_source_alone,
    source_alone,
    window_table,
)
from ecgviewer.study.beat_windows import BeatWindows, Recording


def recording(source: str, origin: str, name: str) -> Recording:
    nothing = np.empty(0, dtype=np.int64)
    return Recording(
        source, origin, name, f"{origin}/{name}", Path(name), 360.0, nothing, nothing.astype(str)
    )


def made() -> BeatWindows:
    """Return three windows of MITDB, of two people, and one of a set without a name."""
    named = (("a", "mitdb", "100"), ("a", "mitdb", "101"), ("b", "", "x"))
    recordings = tuple(recording(*names) for names in named)
    labels = [BEAT_LABELS.index(x) for x in ("N", "N", "PVC", "N")]
    of = np.array([0, 1, 1, 2], dtype=np.int32)
    return BeatWindows(recordings, of, np.arange(4), np.array(labels))


def test_windows_and_patients_are_counted_by_class_and_set() -> None:
    table = window_table(made())
    assert (table.sources, table.origins, table.records) == (("a", "b"), ("mitdb", ""), (2, 1))
    assert table.windows[:2].tolist() == [[2, 1], [1, 0]]
    assert table.patients[:2].tolist() == [[2, 1], [1, 0]]
    assert table.totals.tolist() == [3, 1, 0, 0, 0, 0, 0, 0]


def test_only_sets_that_the_paper_used_are_compared() -> None:
    counts = beside_the_paper(window_table(made()))
    assert {x.source for x in counts} == {"a"}
    assert [(x.label, x.here, x.paper) for x in counts][:2] == [("N", 2, 75013), ("PVC", 1, 7121)]


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([[10, 0], [0, 10]], (1.0, 0.5)),
        ([[10, 10], [3, 3]], (0.5, 0.5)),
        ([[9, 1], [0, 0], [2, 2]], ((0.9 + 0.5) / 2, 0.5)),
    ],
)
def test_what_the_set_alone_tells(windows: list[list[int]], expected: tuple[float, float]) -> None:
    assert source_alone(np.array(windows)) == pytest.approx(expected)


def test_the_papers_sets_alone_name_a_third_of_its_windows() -> None:
    assert paper_source_alone() == pytest.approx(0.36, abs=0.005)
