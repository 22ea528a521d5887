"""Whether a window tells the recorder that it comes from."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.beat_windows import load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.source_probe import probe_sources


def write_set(folder: Path, rate_hz: float, gain: float, n_records: int = 8) -> DataSet:
    """Write records of different people by one recorder."""
    folder.mkdir()
    for number in range(n_records):
        made = synthesize("SNR", 100 * round(rate_hz) + number, rate_hz=rate_hz, duration_s=15.0)
        noise = 0.01 * np.random.default_rng(number).standard_normal(made.n_samples)
        values = (gain * (made.signals_mv[1:2] + noise)).astype(np.float32)
        write_record(folder / f"r{number}", values, rate_hz, ("ECG",))
        beats = [Annotation(beat.sample, beat.sample, "N") for beat in made.beats]
        write_annotations(folder / f"r{number}.atr", beats)
    return DataSet(folder.name, folder)


def test_recorders_are_told_apart_as_recorded_and_hardly_as_prepared(tmp_path: Path) -> None:
    sets = [write_set(tmp_path / "slow", 128.0, 1.0), write_set(tmp_path / "fast", 360.0, 2.0)]
    probe = probe_sources(load_beat_windows(sets))
    assert probe.sources == ("slow", "fast")
    assert probe.chance == 0.5
    assert probe.recorded > 0.95
    assert probe.prepared < 0.75
    assert (probe.n_records, probe.n_windows) == (16, 160)


def test_one_set_cannot_be_probed(tmp_path: Path) -> None:
    windows = load_beat_windows([write_set(tmp_path / "slow", 128.0, 1.0, n_records=2)])
    with pytest.raises(EcgError, match="at least two"):
        probe_sources(windows)
