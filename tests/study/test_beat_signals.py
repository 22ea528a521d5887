"""Reading windows of recordings by several threads at once, more of them than are kept."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.strip_input import read_band
from ecgviewer.signal.strip import STRIP_SAMPLES
from ecgviewer.study import beat_signals
from ecgviewer.study.beat_signals import BeatSignals
from tests.study.made_beats import write_beats

CENTRES = np.array([700, 1000, 1300])


@pytest.fixture
def bands_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of records whose bands are read, in turn."""
    names: list[str] = []

    def read(record: Record, start: int, stop: int) -> Samples:
        names.append(record.name)
        return read_band(record, start, stop)

    monkeypatch.setattr(beat_signals, "read_band", read)
    return names


def test_threads_that_want_one_record_read_it_once(tmp_path: Path, bands_read: list[str]):
    path = write_beats(tmp_path, "100", "NNVNL" * 40)
    signals, together = BeatSignals(), Barrier(4)

    def strips(_: int) -> Samples:
        together.wait()
        return signals.strips(path, CENTRES, STRIP_SAMPLES)

    with ThreadPoolExecutor(4) as readers:
        found = list(readers.map(strips, range(4)))
    assert bands_read == ["100"]
    assert all(np.array_equal(one, found[0]) for one in found)


def test_what_was_not_asked_for_long_is_forgotten_and_read_again(
    tmp_path: Path, bands_read: list[str]
):
    paths = [write_beats(tmp_path, name, "NNVNL") for name in ("100", "101")]
    signals = BeatSignals(kept_bytes=1)
    asked = [signals.strips(paths[place], CENTRES, STRIP_SAMPLES) for place in (0, 0, 1, 0)]
    assert bands_read == ["100", "101", "100"]
    assert np.array_equal(asked[0], asked[3])
    assert not np.array_equal(asked[0], asked[2])
