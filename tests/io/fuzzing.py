"""Damages files in every way that bytes can be: a record or a sentence has to come out."""

import random
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record

# One change of bytes: where (a share of the file), and what stands there then.
Changes = list[tuple[float, bytes]]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=6,
)
# How much of the changed file is left.
KEPT = st.floats(0.05, 1.5)
LIMIT_S, LIMIT_MB = 2.0, 300.0
_READ_SAMPLES = 2_000


def check_changed(
    path: Path, content: bytes, changes: Changes, kept: float, hints: ImportHints | None = None
) -> None:
    """Write a file with changed bytes to ``path``, and read it through."""
    damaged = bytearray(content)
    for place, change in changes:
        start = int(place * len(damaged))
        damaged[start : start + len(change)] = change
    path.write_bytes(damaged[: max(int(kept * len(damaged)), 1)])
    read_through(path, hints)


def check_many(
    path: Path, contents: Mapping[str, bytes], n_cases: int, hints: ImportHints | None = None
) -> None:
    """Damage each of some sound files, n_cases in all; time and memory stay bounded."""
    for content in contents.values():
        path.write_bytes(content)
        read_through(path, hints)
    before_mb = _peak_mb()
    for kind, content in contents.items():
        chance = random.Random(kind)
        for _ in range(-(-n_cases // len(contents))):
            path.write_bytes(_damaged(content, chance))
            started_s = time.perf_counter()
            read_through(path, hints)
            assert time.perf_counter() - started_s < LIMIT_S
    assert _peak_mb() - before_mb < LIMIT_MB


def read_through(path: Path, hints: ImportHints | None = None) -> bool:
    """Open a file and read its beginning and its end; returns whether it could be read."""
    sentence = ""
    try:
        record = open_record(path, hints)
        values = record.read(0, min(record.n_samples, _READ_SAMPLES))
        record.read(max(record.n_samples - _READ_SAMPLES, 0), record.n_samples)
    except EcgError as error:
        sentence = str(error)
    if sentence:
        assert path.name in sentence
        assert "\n" not in sentence
    else:
        assert values.shape[0] == len(record.leads)
        assert values.dtype == np.float32
        assert not np.isinf(values).any()
        assert 0 < record.rate_hz < 1e9
    return not sentence


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(damaged))
        width = chance.choice((1, 1, 2, 4, 8))
        # Extreme values break more than random ones do.
        change = chance.choice((chance.randbytes(width), b"\xff" * width, b"\0" * width))
        damaged[start : start + width] = change
    if chance.random() < 0.2:
        del damaged[chance.randrange(1, len(damaged)) :]
    return bytes(damaged)


def _peak_mb() -> float:
    # Absent on Windows.
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
