"""A long time without a beat is a pause where it can be read, else a gap."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.record import Record
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.inference.unread import gaps_between
from ecgviewer.io.open import open_record
from ecgviewer.signal.heart_rate import rr_intervals_s
from tests.made_models import record_of

RATE_HZ = 250.0
PAUSE_FROM_S, PAUSE_TO_S = 20.0, 24.0


def made(seconds: float = 40.0, rest_s: float = PAUSE_TO_S) -> tuple[np.ndarray, np.ndarray]:
    """One lead, (1, n), with a beat a second but none before ``rest_s``; and its beats."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    at_s = [x for x in range(1, int(seconds)) if not PAUSE_FROM_S < x < rest_s]
    values = np.random.default_rng(5).normal(0, 0.01, (1, len(time_s)))
    for beat_s in at_s:
        values[0] += np.exp(-0.5 * ((time_s - beat_s) / 0.02) ** 2)
    return values.astype(np.float32), np.round(np.array(at_s) * RATE_HZ).astype(np.int64)


def gaps_of(record: Record, beats: np.ndarray) -> list[list[float]]:
    return (gaps_between(record, beats, beats) / RATE_HZ).tolist()


def test_a_quiet_pause_is_no_gap():
    values, beats = made()
    assert gaps_of(record_of(values, ("MLII",), RATE_HZ), beats) == []


@pytest.mark.parametrize("spoilt", ["missing", "still", "small beat", "noise"])
def test_a_pause_that_may_hide_a_beat_is_a_gap(spoilt: str):
    values, beats = made()
    inside = slice(round(21.5 * RATE_HZ), round(23 * RATE_HZ))
    if spoilt == "missing":
        values[0, inside] = np.nan
    elif spoilt == "still":
        values[0, inside] = 0.1
    elif spoilt == "small beat":
        time_s = np.arange(values.shape[1]) / RATE_HZ
        values[0] += (0.5 * np.exp(-0.5 * ((time_s - 22) / 0.02) ** 2)).astype(np.float32)
    else:
        noise = np.random.default_rng(1).normal(0, 0.5, inside.stop - inside.start)
        values[0, inside] += noise.astype(np.float32)
    record = record_of(values, ("MLII",), RATE_HZ)
    assert gaps_of(record, beats) == [[PAUSE_FROM_S, PAUSE_TO_S]]


def test_no_heart_pauses_for_half_a_minute():
    values, beats = made(80.0, rest_s=55.0)
    record = record_of(values, ("MLII",), RATE_HZ)
    assert gaps_of(record, beats) == [[PAUSE_FROM_S, 55.0]]


def test_spans_below_two_seconds_are_not_looked_at():
    values, _ = made()
    values[:] = np.nan
    record = record_of(values, ("MLII",), RATE_HZ)
    beats = np.arange(0, 5000, 499)
    assert gaps_between(record, beats, beats).shape == (0, 2)


def test_a_patient_s_real_pauses_are_no_gaps(data_folder: Path):
    record = open_record(data_folder / "mitdb" / "232.hea")
    beats = detect_beats(record)
    gaps = gaps_between(record, beats, beats)
    pauses_s = rr_intervals_s(beats, record.rate_hz, gaps)
    # 116 intervals between the annotated beats are 2 s or longer.
    assert abs(int(np.sum(pauses_s >= 2.0)) - 116) <= 4
