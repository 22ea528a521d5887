"""Day-long records for the benchmarks, written once and kept in ``build/bench``.

One is made: 24 h, 12 leads, 500 Hz, WFDB format 16, 1.04 GB, with 10,000 annotations. The
other joins the first lead of the 48 half hours of the MIT-BIH Arrhythmia Database (format 212),
where these are.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record, Samples
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from tests.bench.harness import ROOT
from tests.recordings import recordings_folder

FOLDER = ROOT / "build" / "bench"
MADE, JOINED, SHORT = "day12", "daymit", "short12"
RATE_HZ, DAY_S, SHORT_S = 500.0, 86_400, 10
N_ANNOTATIONS = 10_000
# One piece of each rhythm is made, and they take turns: making a day would take an hour.
_RHYTHMS, _PIECE_S = ("SNR", "AF", "PVC"), 600


def made_day() -> Path:
    """Return the header of 24 h of twelve leads, 1.04 GB; write them if they are not there."""
    return _made(MADE, DAY_S)


def made_short() -> Path:
    """Return the header of the first ten seconds of the same."""
    return _made(SHORT, SHORT_S)


def joined_day() -> Path | None:
    """Return the header of the joined half hours, None where the recordings are absent."""
    stems = sorted((recordings_folder() / "mitdb").glob("[12]??.hea"))
    header = FOLDER / f"{JOINED}.hea"
    if not stems:
        return None
    if not header.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        _join([open_record(stem) for stem in stems])
    return header


def _made(name: str, seconds: int) -> Path:
    header = FOLDER / f"{name}.hea"
    if not header.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        n_samples = round(seconds * RATE_HZ)
        with header.with_suffix(".dat").open("wb") as file:
            for piece in _pieces(n_samples):
                file.write(np.rint(piece.T * 1000).astype("<i2").tobytes())
        step = max(n_samples // N_ANNOTATIONS, round(0.8 * RATE_HZ))
        beats = range(step // 2, n_samples, step)
        marks = (Annotation(at, at, "V" if n % 10 == 0 else "N") for n, at in enumerate(beats))
        write_annotations(header.with_suffix(".atr"), marks)
        specs = [f"{name}.dat 16 1000(0)/mV 16 0 0 0 0 {lead}" for lead in STANDARD_LEADS]
        lines = [f"{name} {len(specs)} {RATE_HZ:g} {n_samples}", *specs, "# Synthetic: yes"]
        header.write_text("\n".join(lines) + "\n", encoding="ascii")
    return header


def _pieces(n_samples: int) -> Iterator[Samples]:
    """Yield so many samples in pieces (12, n)."""
    made = [synthesize(label, 1, _PIECE_S, RATE_HZ).signals_mv for label in _RHYTHMS]
    done = 0
    while done < n_samples:
        piece = made[done // made[0].shape[1] % len(made)][:, : n_samples - done]
        yield piece
        done += piece.shape[1]


def _join(records: list[Record]) -> None:
    signals, marks, start = [], [], 0
    for record in records:
        signals.append(record.read(0, record.n_samples)[:1])
        marks += [
            replace(mark, start=mark.start + start, stop=mark.stop + start)
            for mark in record.annotations
        ]
        start += record.n_samples
    stem = FOLDER / JOINED
    write_annotations(stem.with_suffix(".atr"), marks)
    joined = np.concatenate(signals, axis=1)
    write_record(stem, joined, records[0].rate_hz, ["MLII"], units_per_mv=200.0, signal_format=212)
