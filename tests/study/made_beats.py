"""Made single-lead recordings with marked beats of a few classes, for tests of training."""

from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.wfdb_writer import write_annotations, write_record

RATE_HZ = 360.0
# Normal beats are narrow, premature ventricular ones wide and upside down, and those of a
# bundle branch block are split in two.
SHAPES = {
    "N": ((0.0, 0.02, 1.0),),
    "V": ((0.0, 0.04, -1.4),),
    "L": ((0.0, 0.03, 0.8), (0.09, 0.03, 0.9)),
}


def write_beats(folder: Path, name: str, symbols: str, seed: int = 0) -> Path:
    """Write a record with a beat of each symbol in turn, one every 0.9 s; return its header."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng((seed, *name.encode()))
    at_s = 1.5 + 0.9 * np.arange(len(symbols)) + rng.uniform(-0.05, 0.05, len(symbols))
    time_s = np.arange(round((at_s[-1] + 2) * RATE_HZ)) / RATE_HZ
    values = rng.normal(0, 0.03, len(time_s))
    for beat_s, symbol in zip(at_s, symbols, strict=True):
        for delay_s, width_s, height_mv in SHAPES[symbol]:
            away_s = time_s - beat_s - delay_s
            values += height_mv * np.exp(-0.5 * (away_s / width_s) ** 2)
    write_record(folder / name, values[np.newaxis].astype(np.float32), RATE_HZ, ("MLII",))
    samples = [round(beat_s * RATE_HZ) for beat_s in at_s]
    write_annotations(
        folder / f"{name}.atr",
        [Annotation(x, x, symbol) for x, symbol in zip(samples, symbols, strict=True)],
    )
    return folder / f"{name}.hea"


def write_arrhythmia_set(folder: Path, n_beats: int = 24) -> Path:
    """Write eight records called as some of MITDB, four of DS1 and four of DS2; return it."""
    rng = np.random.default_rng(5)
    for name in ("101", "106", "108", "109", "100", "103", "105", "111"):
        write_beats(folder, name, "".join(rng.choice(list("NNVL"), n_beats)))
    return folder
