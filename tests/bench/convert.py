"""A folder of WFDB records converted to WFDB with two processes, beside a loop of the WFDB library.

The records are made: 12 leads of 10 s at 500 Hz with an annotation file, as most of the public
data sets have them. Both read every sample and annotation and write them again.
"""

import os
import tempfile
import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.task import Task
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.conversion import Wish
from ecgviewer.study.conversion_run import convert_all, plan
from tests.bench.harness import Figure, interleaved, timed

N_RECORDS, N_PEER, N_ROUNDS, JOBS = 400, 100, 3, 2
RATE_HZ, N_SAMPLES = 500, 5000
# Milliseconds a record; the processes start anew in each round, which counts.
LIMIT_MS = 20.0


def measure() -> Iterator[Figure]:
    """Yield what a record costs, into each format."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _make(place / "in")
        out = _Places(place)
        own, peer = interleaved(
            N_ROUNDS,
            timed(lambda: _convert(place / "in", out.fresh(), "wfdb", JOBS)),
            timed(lambda: _convert_with_wfdb(place / "in", out.fresh())),
        )
        own_ms, peer_ms = own / N_RECORDS, peer / N_PEER
        yield Figure("convert_wfdb_per_record", own_ms, "ms", min(LIMIT_MS, peer_ms), peer_ms)
        for target in ("edf", "csv", "mat", "dicom"):
            (took,) = interleaved(
                1, timed(partial(_convert, place / "in", out.fresh(), target, JOBS))
            )
            yield Figure(f"convert_{target}_per_record", took / N_RECORDS, "ms", 3 * LIMIT_MS)


class _Places:
    """Gives a new folder for each run, so that none finds the work done."""

    def __init__(self, below: Path) -> None:
        self._below, self._n = below, 0

    def fresh(self) -> Path:
        """Return a folder that is not there yet."""
        self._n += 1
        return self._below / f"out{self._n}"


def _make(folder: Path) -> None:
    folder.mkdir()
    rng = np.random.default_rng(1)
    drift = rng.integers(-40, 41, size=(N_RECORDS, 12, N_SAMPLES)).cumsum(axis=2) % 4000 - 2000
    beats = [Annotation(at, at, "N") for at in range(200, N_SAMPLES, 400)]
    for number, levels in enumerate(drift):
        stem = folder / f"r{number:04}"
        values = (levels / 1000).astype(np.float32)
        comments = ["Age: 63", "Sex: F", "Dx: 426783006"]
        write_record(stem, values, RATE_HZ, STANDARD_LEADS, comments=comments)
        write_annotations(stem.with_suffix(".atr"), beats)


def _convert(folder: Path, out: Path, target: str, jobs: int) -> None:
    outcomes = list(convert_all(plan([folder], out), Wish(target, out), Task(), jobs))
    if any(outcome.state != "written" for outcome in outcomes):
        raise RuntimeError(next(x.error for x in outcomes if x.state != "written"))


def _convert_with_wfdb(folder: Path, out: Path) -> None:
    import wfdb

    out.mkdir()
    with warnings.catch_warnings():
        # wfdb 4.3 uses what pandas 3 means to drop.
        warnings.simplefilter("ignore")
        for header in sorted(folder.glob("*.hea"))[:N_PEER]:
            stem = os.fspath(header.with_suffix(""))
            record = wfdb.rdrecord(stem, physical=False)
            marks = wfdb.rdann(stem, "atr")
            wfdb.wrsamp(
                header.stem, record.fs, record.units, record.sig_name,
                d_signal=record.d_signal, fmt=record.fmt, adc_gain=record.adc_gain,
                baseline=record.baseline, comments=record.comments, write_dir=os.fspath(out),
            )  # fmt: skip
            wfdb.wrann(header.stem, "atr", marks.sample, marks.symbol, write_dir=os.fspath(out))
