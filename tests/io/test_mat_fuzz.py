"""Damaged bytes give a record or a sentence, never another error."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.mat_reader import open_record
from tests.io.made_mat import FS_HZ, made_signal, write_v4, write_v5, write_v73

HINTS = ImportHints(fs_hz=FS_HZ)
# One change of bytes: where (a share of the file), and what stands there then.
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=6,
)


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


def read_through(path: Path) -> None:
    """Open a file and read its beginning, as far as it can be opened."""
    sentence = ""
    try:
        record = open_record(path, HINTS)
        values = record.read(0, min(record.n_samples, 2_000))
    except EcgError as error:
        sentence = str(error)
    if sentence:
        assert path.name in sentence
    else:
        assert values.shape[0] == len(record.leads)
        assert values.dtype == np.float32


@pytest.mark.parametrize(
    "kind", ["v4", "v5 struct", "v5 packed", "v5 integers", "v7.3", "v7.3 struct"]
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=st.floats(0.05, 1.5))
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, made_files, tmp_path):
    content = bytearray(made_files[kind])
    for place, change in changes:
        start = int(place * len(content))
        content[start : start + len(change)] = change
    path = tmp_path / "changed.mat"
    path.write_bytes(content[: max(int(kept * len(content)), 1)])
    read_through(path)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("kind", ["v4", "v5 struct", "v5 packed", "v5 integers", "v7.3"])
def test_a_hundred_thousand_changed_files_give_records_or_sentences(kind, made_files, tmp_path):
    chance = random.Random(kind)
    path = tmp_path / "changed.mat"
    for _ in range(20_000):
        content = bytearray(made_files[kind])
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(content))
            width = chance.choice((1, 1, 2, 4, 8))
            # Extreme values break more than random ones do.
            change = chance.choice((chance.randbytes(width), b"\xff" * width, b"\0" * width))
            content[start : start + width] = change
        if chance.random() < 0.2:
            del content[chance.randrange(1, len(content)) :]
        path.write_bytes(content)
        read_through(path)
