"""Which detections count as which marked beats."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.study.beat_scores import BeatScore, n_matches, score_beats

RATE_HZ = 100.0


def marked_record(folder: Path, marks: list[tuple[int, str]], annotator: str = "atr") -> Record:
    values = np.zeros((1, 2000), dtype=np.float32)
    write_record(folder / "r", values, RATE_HZ, ("MLII",))
    write_annotations(folder / f"r.{annotator}", [Annotation(x, x, label) for x, label in marks])
    return open_record(folder / "r.hea")


def score(record: Record, *found: int) -> BeatScore:
    return score_beats(record, np.array(found, dtype=np.int64))


@pytest.mark.parametrize(("away", "hit"), [(0, 1), (15, 1), (-15, 1), (16, 0), (-16, 0)])
def test_a_detection_within_150_ms_is_the_beat(tmp_path: Path, away: int, hit: int) -> None:
    record = marked_record(tmp_path, [(500, "N")])
    assert score(record, 500 + away) == BeatScore(1, hit, 1)


def test_one_beat_has_one_detection_and_the_other_way_round(tmp_path: Path) -> None:
    record = marked_record(tmp_path, [(500, "N"), (900, "V"), (912, "N")])
    assert score(record, 495, 505, 906) == BeatScore(3, 2, 3)


def test_all_beats_count_and_nothing_else_that_is_marked(tmp_path: Path) -> None:
    marks = [(100 * i, label) for i, label in enumerate("NLRAaJSVFejEfQ/x+~|", start=1)]
    record = marked_record(tmp_path, [(at, x) for at, x in marks])
    assert score(record).n_marked == 15
    assert np.isnan(score(record).precision)


def test_flutter_has_no_beats_to_find_or_to_miss(tmp_path: Path) -> None:
    marks = [(100, "N"), (200, "["), (250, "V"), (400, "]"), (500, "N"), (1500, "[")]
    record = marked_record(tmp_path, marks)
    assert score(record, 100, 300, 350, 500, 1700) == BeatScore(2, 2, 2)


def test_what_another_program_detected_is_no_reference(tmp_path: Path) -> None:
    record = marked_record(tmp_path, [(500, "N")], annotator="qrs")
    assert score(record, 500) == BeatScore(0, 0, 1)
    assert np.isnan(score(record, 500).sensitivity)


def test_scores_add_up_to_those_of_all_beats() -> None:
    both = BeatScore(8, 6, 6) + BeatScore(2, 2, 4)
    assert both == BeatScore(10, 8, 10)
    assert (both.sensitivity, both.precision) == (0.8, 0.8)
    assert both.f1 == pytest.approx(0.8)
    assert BeatScore(10, 5, 20).f1 == pytest.approx(1 / 3)
    assert np.isnan(BeatScore(0, 0, 0).f1)


def test_as_many_pairs_as_there_can_be_are_made() -> None:
    rng = np.random.default_rng(3)
    for _ in range(200):
        found, marked = (np.unique(rng.integers(0, 60, 8)) for _ in range(2))
        assert n_matches(found, marked, 4) == most_pairs(list(found), list(marked), 4)


def most_pairs(found: list[int], marked: list[int], tolerance: int) -> int:
    """Return the size of a maximum matching, by augmenting paths."""
    partner: dict[int, int] = {}

    def place(beat: int, seen: set[int]) -> bool:
        for at in found:
            if abs(at - beat) <= tolerance and at not in seen:
                seen.add(at)
                if at not in partner or place(partner[at], seen):
                    partner[at] = beat
                    return True
        return False

    return sum(place(beat, set()) for beat in marked)
