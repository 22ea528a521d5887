"""Damaged bytes give a record or a sentence, never another error."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from ecgviewer.io.hints import ImportHints
from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_mat import FS_HZ, made_signal, write_v4, write_v5, write_v73

HINTS = ImportHints(fs_hz=FS_HZ)


def seeds(folder: Path) -> dict[str, bytes]:
    """Return small files as recordings come, one of each version and packing."""
    signal = made_signal(3, 80)
    integers = np.round(signal * 1000).astype(np.int16)
    names = np.array(["I", "II", "V1"], dtype=object)
    ecg = {"sex": "Male", "age": 52, "data": signal, "fs": FS_HZ}
    facts: dict[str, Any] = {
        "fs": FS_HZ,
        "units": "mV",
        "labels": names,
        "rpeaks": np.arange(1, 60, 7),
    }
    made = folder / "made.mat"
    return {
        "v4": write_v4(made, val=integers, fs=FS_HZ, units="mV").read_bytes(),
        "v5 struct": write_v5(made, ECG=ecg).read_bytes(),
        "v5 packed": write_v5(made, packed=True, ecg=signal.T, **facts).read_bytes(),
        "v5 integers": write_v5(made, val=integers, **facts).read_bytes(),
        "v7.3": write_v73(made, ecg=signal, fs=FS_HZ, labels=["I", "II", "V1"]).read_bytes(),
        "v7.3 struct": write_v73(made, ECG=ecg).read_bytes(),
    }


@pytest.fixture(scope="module")
def made_files(tmp_path_factory) -> dict[str, bytes]:
    return seeds(tmp_path_factory.mktemp("seeds"))


@pytest.mark.parametrize(
    "kind", ["v4", "v5 struct", "v5 packed", "v5 integers", "v7.3", "v7.3 struct"]
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, made_files, tmp_path):
    check_changed(tmp_path / "changed.mat", made_files[kind], changes, kept, HINTS)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(made_files, tmp_path):
    check_many(tmp_path / "changed.mat", made_files, 100_000, HINTS)
