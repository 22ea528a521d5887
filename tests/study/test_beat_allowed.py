"""Which classes a beat may be of, by what is marked around it."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.study.beat_allowed import allowed_classes, stated_classes
from ecgviewer.study.beat_labels import BEAT_LABELS

RATE_HZ = 100.0


def marked(folder: Path, marks: list[tuple[int, str]]) -> Record:
    last = max(at for at, _ in marks)
    write_record(folder / "r", np.zeros((1, last + 200), np.float32), RATE_HZ, ("II",))
    write_annotations(folder / "r.atr", [Annotation(at, at, label) for at, label in marks])
    return open_record(folder / "r.hea")


def names(row: np.ndarray) -> set[str]:
    if np.isnan(row).any():
        return set()
    return {label for label, cell in zip(BEAT_LABELS, row, strict=True) if cell}


@pytest.mark.parametrize(
    ("rhythm", "symbol", "wanted"),
    [
        ("(N", "N", {"N"}),
        ("(B", "N", {"N"}),
        ("(N", "V", {"PVC"}),
        ("(N", "E", {"PVC"}),
        ("(N", "S", {"PAC"}),
        ("(N", "J", {"PAC"}),
        ("(N", "F", set()),
        ("(N", "/", set()),
        ("(N", "L", {"LBBB"}),
        ("(AFIB", "N", {"AFIB"}),
        ("(AFIB", "V", {"PVC"}),
        ("(AFIB", "R", {"RBBB"}),
        ("(AFL", "N", set()),
        ("(AFL", "V", {"PVC"}),
        ("(SVTA", "A", {"SVTA"}),
        ("(SVTA", "V", {"PVC"}),
        ("(SBR", "N", {"SBR"}),
    ],
)
def test_symbol_and_rhythm_say_what_a_beat_may_be(
    tmp_path: Path, rhythm: str, symbol: str, wanted: set[str]
):
    beats = [(80 * at, symbol) for at in range(1, 9)]
    record = marked(tmp_path, [(5, rhythm), *beats])
    found = allowed_classes(record, np.array([at for at, _ in beats]))
    assert [names(row) for row in found] == [wanted] * 8


def test_normal_beats_slower_than_60_a_minute_may_be_a_bradycardia_s(tmp_path: Path):
    marks = [(110 * at, "N") for at in range(1, 40)]
    found = allowed_classes(marked(tmp_path, marks), np.array([at for at, _ in marks]))
    assert names(found[20]) == {"N", "SBR"}


def test_of_what_nobody_marked_nothing_is_known(tmp_path: Path):
    record = marked(tmp_path, [(80 * at, "N") for at in range(1, 9)])
    found = allowed_classes(record, np.array([80, 120, 168, 240]))
    assert [names(row) for row in found] == [{"N"}, set(), {"N"}, {"N"}]


def stated(label: str, step: int, unlike: int = 99) -> list[set[str]]:
    beats = np.arange(1, 30) * step
    return [names(row) for row in stated_classes(label, beats, RATE_HZ, np.arange(29) == unlike)]


def test_a_stated_class_is_every_beat_s():
    assert all(row == {"N"} for row in stated("N", 80, unlike=4))
    assert stated("N", 120)[10] == {"N", "SBR"}
    nothing = np.zeros(0, dtype=np.int64)
    assert stated_classes("N", nothing, RATE_HZ, nothing > 0).shape == (0, len(BEAT_LABELS))


def test_in_stated_fibrillation_only_beats_unlike_the_others_may_be_ventricular():
    found = stated("AFIB", 120, unlike=4)
    assert found[4] == {"AFIB", "PVC"}
    assert all(row == {"AFIB"} for row in found[:4] + found[5:])
