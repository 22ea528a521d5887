"""Small data sets in published layouts, made of synthetic records."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.io import savemat

from ecgviewer.core.record import Samples
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize

DX = {"AF": "164889003", "SNR": "426783006"}


def made_mv(label: str, seed: int, duration_s: float = 4.0) -> Samples:
    """Return a synthetic record, (12, n) in mV at 500 Hz."""
    return synthesize(label, seed, duration_s=duration_s).signals_mv


def write_challenge(
    header: Path, signals_mv: Samples, dx: str, *, rate_hz: float = 500.0, age: str = "60"
) -> Path:
    """Write a record with a challenge's comments and return its header's path."""
    header.parent.mkdir(parents=True, exist_ok=True)
    comments = [f"Age: {age}", "Sex: Male", f"Dx: {dx}"]
    write_record(header.with_suffix(""), signals_mv, rate_hz, STANDARD_LEADS, comments=comments)
    return header


def write_cpsc_2018(
    folder: Path, records: Mapping[str, Samples], labels: Mapping[str, Sequence[str]]
) -> Path:
    """Write CPSC 2018's original form: struct ECG in MAT files, REFERENCE.csv beside."""
    place = folder / "TrainingSet1"
    place.mkdir(parents=True)
    for name, signals_mv in records.items():
        ecg = {"sex": "Female", "age": 61, "data": np.asarray(signals_mv, dtype=np.float64)}
        savemat(place / f"{name}.mat", {"ECG": ecg})
    with (folder / "REFERENCE.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Recording", "First_label", "Second_label", "Third_label"])
        rows.writerows([name, *said, *[""] * (3 - len(said))] for name, said in labels.items())
    return folder


def write_ptb_xl(folder: Path, rows: Sequence[Mapping[str, str]], *, with_500_hz: bool) -> Path:
    """Write PTB-XL's layout; every row needs ecg_id and may replace any other field."""
    folder.mkdir(parents=True)
    columns = {"patient_id": "1.0", "age": "56.0", "sex": "1", "scp_codes": "{'NORM': 100.0}"}
    table = []
    for row in rows:
        number = int(row["ecg_id"])
        names = {
            "filename_lr": f"records100/{number // 1000 * 1000:05}/{number:05}_lr",
            "filename_hr": f"records500/{number // 1000 * 1000:05}/{number:05}_hr",
        }
        table.append({**columns, "strat_fold": "1", **names, **row})
        signals_mv = made_mv("SNR", number)
        steps = {"filename_lr": 5} | ({"filename_hr": 1} if with_500_hz else {})
        for column, step in steps.items():
            stem = folder / names[column]
            stem.parent.mkdir(parents=True, exist_ok=True)
            leads = [lead.upper() for lead in STANDARD_LEADS]
            write_record(stem, signals_mv[:, ::step], 500.0 / step, leads)
    with (folder / "ptbxl_database.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    return folder
