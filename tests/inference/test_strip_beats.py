"""Beats of records of any length, found stretch by stretch."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference import strip_beats
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.beat_scores import BeatScore, score_beats

RATE_HZ = 250.0


def write_made(folder: Path, leads: tuple[str, ...] = ("V5", "MLII")) -> Path:
    made = synthesize("AF", 4, rate_hz=RATE_HZ, duration_s=120.0)
    write_record(folder / "made", made.signals_mv[[10, 1][: len(leads)]], RATE_HZ, leads)
    return folder / "made.hea"


def test_beats_are_those_of_lead_ii(tmp_path: Path) -> None:
    record = open_record(write_made(tmp_path))
    whole = r_peaks(record.read(0, record.n_samples)[1:2], RATE_HZ)
    assert np.array_equal(detect_beats(record), whole)


def test_a_record_in_stretches_has_the_beats_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = open_record(write_made(tmp_path))
    whole = detect_beats(record)
    for stretch_s in (7.3, 11.1, 30.0):
        monkeypatch.setattr(strip_beats, "STRETCH_S", stretch_s)
        parts = detect_beats(record)
        assert len(parts) == len(whole)
        assert np.abs(parts - whole).max() <= 0.03 * RATE_HZ


def test_detection_can_be_cancelled_and_says_what_is_missing(tmp_path: Path) -> None:
    record = open_record(write_made(tmp_path))
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        detect_beats(record, task)
    with pytest.raises(EcgError, match="no ECG lead"):
        detect_beats(open_record(write_made(tmp_path, ("ABP",))))


def test_a_part_has_the_beats_of_the_whole_that_lie_in_it(tmp_path: Path) -> None:
    record = open_record(write_made(tmp_path))
    whole = detect_beats(record)
    start, stop = round(40 * RATE_HZ), round(75 * RATE_HZ)
    part = detect_beats(record, start=start, stop=stop)
    assert np.array_equal(part, whole[(whole >= start) & (whole < stop)])
    assert detect_beats(record, start=stop, stop=stop).size == 0


def score_of(folder: Path, every: int) -> BeatScore:
    records = [open_record(path) for path in sorted(folder.glob("*.hea"))[::every]]
    scores = [score_beats(record, detect_beats(record)) for record in records]
    return sum(scores, BeatScore(0, 0, 0))


@pytest.mark.parametrize("name", ["mitdb", "svdb"])
def test_the_beats_of_long_real_recordings_are_found(data_folder: Path, name: str) -> None:
    score = score_of(data_folder / name, every=6)
    assert score.sensitivity > 0.995
    assert score.precision > 0.995


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mitdb", "svdb"])
def test_the_beats_of_all_patients_are_found(data_folder: Path, name: str) -> None:
    score = score_of(data_folder / name, every=1)
    assert score.sensitivity > 0.998
    assert score.precision > 0.997
