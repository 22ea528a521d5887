"""Broken files: one sentence with the file's name, quickly and in little memory.

Each runs in a process of its own, so that its time and its peak memory can be measured;
opening alone is not enough, the first second is read too.
"""

import json
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

from tests.io.made_mat import made_signal, write_v4, write_v5, write_v73

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures with getrusage")

LIMIT_S = 2.0
LIMIT_MB = 200.0
# Whatever is loaded late is loaded before the clock starts: a sound file of each kind.
CODE = """
import json, resource, sys, time
from ecgviewer.core.errors import EcgError
from ecgviewer.io import open_record
from ecgviewer.io.hints import ImportHints
import h5py, soundfile
unit = 1e6 if sys.platform == "darwin" else 1e3
def peak_mb(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
before, started = peak_mb(), time.perf_counter()
said = None
try:
    record = open_record(sys.argv[1], ImportHints(fs_hz=500.0))
    record.read(0, 500)
    record.read(record.n_samples - 500, record.n_samples)
except EcgError as error:
    said = str(error)
print(json.dumps([said, time.perf_counter() - started, peak_mb() - before]))
"""


def header(folder: Path, *lines: str) -> Path:
    path = folder / "x.hea"
    path.write_text("\n".join(lines) + "\n")
    return path


def with_samples(folder: Path) -> None:
    np.zeros(2_000, dtype="<i2").tofile(folder / "x.dat")


def v4_header(folder: Path, rows: int, columns: int, mopt: int = 30) -> Path:
    path = folder / "x.mat"
    path.write_bytes(struct.pack("<5i", mopt, rows, columns, 0, 4) + b"val\0" + bytes(1_000))
    return path


V5_START = b"MATLAB 5.0 MAT-file".ljust(124) + b"\0\1IM"


def v5_matrix(rows: int, columns: int, n_bytes: int) -> bytes:
    """Return the inside of a double matrix ecg that claims n_bytes of samples."""
    flags = struct.pack("<4I", 6, 8, 6, 0)
    dims = struct.pack("<2I2i", 5, 8, rows, columns)
    name = struct.pack("<HH4s", 1, 3, b"ecg\0")
    return flags + dims + name + struct.pack("<2I", 9, n_bytes)


def v5_bomb(folder: Path) -> Path:
    n_bytes = 320_000_000
    inside = v5_matrix(1, n_bytes // 8, n_bytes)
    packer = zlib.compressobj(9)
    packed = packer.compress(struct.pack("<2I", 14, len(inside) + n_bytes) + inside)
    zeros = bytes(1 << 20)
    for _ in range(n_bytes // len(zeros)):
        packed += packer.compress(zeros)
    packed += packer.compress(bytes(n_bytes % len(zeros))) + packer.flush()
    path = folder / "x.mat"
    path.write_bytes(V5_START + struct.pack("<2I", 15, len(packed)) + packed)
    return path


def v5_huge_claim(folder: Path) -> Path:
    inside = v5_matrix(12, 40_000_000, 3_840_000_000)
    packed = zlib.compress(struct.pack("<2I", 14, len(inside) + 3_840_000_000) + inside)
    path = folder / "x.mat"
    path.write_bytes(V5_START + struct.pack("<2I", 15, len(packed)) + packed)
    return path


def v5_deep(folder: Path) -> Path:
    """Cells within cells, a thousand deep."""
    inside = b""
    for _ in range(1_000):
        cell = struct.pack("<4I", 6, 8, 1, 0) + struct.pack("<2I2i", 5, 8, 1, 1)
        cell += struct.pack("<2I", 1, 0) + inside
        inside = struct.pack("<2I", 14, len(cell)) + cell
    path = folder / "x.mat"
    path.write_bytes(V5_START + inside)
    return path


def v5_many_cells(folder: Path) -> Path:
    inside = struct.pack("<4I", 6, 8, 1, 0) + struct.pack("<2I2i", 5, 8, 40_000, 40_000)
    inside += struct.pack("<2I", 1, 0)
    path = folder / "x.mat"
    path.write_bytes(V5_START + struct.pack("<2I", 14, len(inside)) + inside)
    return path


def cut(path: Path, share: float) -> Path:
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    return path


def hdf5(folder: Path, **options: object) -> Path:
    path = folder / "x.mat"
    with h5py.File(path, "w", userblock_size=512) as file:
        file.create_dataset("ecg", **options)
    return path


def hdf5_elsewhere(folder: Path) -> Path:
    np.zeros(6_000).tofile(folder / "samples.bin")
    return hdf5(
        folder, shape=(500, 12), dtype="<f8", external=[("samples.bin", 0, h5py.h5f.UNLIMITED)]
    )


def hdf5_link_elsewhere(folder: Path) -> Path:
    with h5py.File(folder / "other.h5", "w") as file:
        file["ecg"] = np.zeros((500, 12))
    with h5py.File(folder / "x.mat", "w") as file:
        file["ecg"] = h5py.ExternalLink(str(folder / "other.h5"), "ecg")
    return folder / "x.mat"


def hdf5_circle(folder: Path) -> Path:
    with h5py.File(folder / "x.mat", "w") as file:
        for number in range(20):
            file[f"group/again{number}"] = file["/"]
    return folder / "x.mat"


def text(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def folder_named(folder: Path) -> Path:
    (folder / "x.mat").mkdir()
    return folder / "x.mat"


def wfdb_without_signal(folder: Path) -> Path:
    return header(folder, "x 2 500 1000", "x.dat 16 200 16 0 0 0 0 I", "x.dat 16 200 16 0 0 0 0 II")


def wfdb_claims(folder: Path, first_line: str) -> Path:
    with_samples(folder)
    return header(folder, first_line, "x.dat 16 200 16 0 0 0 0 I", "x.dat 16 200 16 0 0 0 0 II")


def wfdb_multi_circle(folder: Path) -> Path:
    return header(folder, "x/2 2 500 2000", "x 1000", "x 1000")


def wfdb_many_segments(folder: Path) -> Path:
    return header(folder, "x/1000000000 2 500 1000000000000", "~ 1000")


def wfdb_flac_that_is_none(folder: Path) -> Path:
    with_samples(folder)
    return header(folder, "x 1 500 1000", "x.dat 516 200 16 0 0 0 0 I")


HTML = b"<!DOCTYPE html><html><head><title>404</title></head></html>"
BROKEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty mat": (lambda f: text(f, "x.mat", b""), "empty"),
    "text mat": (lambda f: text(f, "x.mat", b"time,ecg\n0,1\n" * 400), "text file"),
    "web page mat": (lambda f: text(f, "x.mat", HTML), "web page"),
    "noise mat": (
        lambda f: text(f, "x.mat", np.random.default_rng(3).bytes(100_000)),
        "damaged|no MATLAB file",
    ),
    "zeros mat": (lambda f: text(f, "x.mat", bytes(100_000)), "."),
    "one byte mat": (lambda f: text(f, "x.mat", b"\0"), "no MATLAB file"),
    "folder mat": (folder_named, "is a folder"),
    "v4 cut": (lambda f: cut(write_v4(f / "x.mat", val=made_signal(2)), 0.6), "cut short"),
    "v4 of 60,000 x 60,000": (lambda f: v4_header(f, 60_000, 60_000), "cut short"),
    "v4 of 2^31 x 2^31": (lambda f: v4_header(f, 2**31 - 1, 2**31 - 1), "cut short"),
    "v4 of negative size": (lambda f: v4_header(f, -5, 100), "no MATLAB file"),
    "v5 cut": (lambda f: cut(write_v5(f / "x.mat", ecg=made_signal(2)), 0.6), "cut short"),
    "v5 cut in its header": (
        lambda f: cut(write_v5(f / "x.mat", ecg=made_signal(2)), 0.01),
        "no MATLAB file",
    ),
    "v5 packed cut": (
        lambda f: cut(write_v5(f / "x.mat", packed=True, ecg=made_signal(2)), 0.6),
        "cut short",
    ),
    "v5 bomb": (v5_bomb, "trap"),
    "v5 claims 3.8 GB": (v5_huge_claim, "trap"),
    "v5 deep": (v5_deep, "could be a signal"),
    "v5 of 1.6 billion cells": (v5_many_cells, "values"),
    "v5 of text alone": (
        lambda f: write_v5(f / "x.mat", note="hello"),
        "could be a signal, only note",
    ),
    "v5 of no ECG": (lambda f: write_v5(f / "x.mat", image=np.ones((300, 400))), "no ECG"),
    "v5 of objects": (
        lambda f: write_v5(f / "x.mat", ecg=np.ones((2, 90)) * 1j),
        "could be a signal",
    ),
    "v7.3 cut": (lambda f: cut(write_v73(f / "x.mat", ecg=made_signal(2)), 0.6), "damaged"),
    "v7.3 of 10^12 samples": (
        lambda f: hdf5(f, shape=(10**12, 12), dtype="<f8", chunks=(1_000, 12)),
        "trap",
    ),
    "v7.3 of huge chunks": (
        lambda f: hdf5(f, shape=(10**8, 12), dtype="<f8", chunks=(10**7, 12), compression="gzip"),
        "trap",
    ),
    "v7.3 bomb": (
        lambda f: hdf5(f, data=np.zeros((5_000_000, 4)), chunks=(500_000, 4), compression=9),
        "trap",
    ),
    "v7.3 with samples elsewhere": (hdf5_elsewhere, "another file"),
    "v7.3 link elsewhere": (hdf5_link_elsewhere, "could be a signal"),
    "v7.3 in a circle": (hdf5_circle, "values"),
    "empty header": (lambda f: text(f, "x.hea", b""), "empty"),
    "web page header": (lambda f: text(f, "x.hea", HTML), "no WFDB header"),
    "absent signal file": (wfdb_without_signal, r"x\.dat"),
    "10^12 samples": (lambda f: wfdb_claims(f, "x 2 500 1000000000000"), "x"),
    "a billion signals": (lambda f: wfdb_claims(f, "x 999999999 500 1000"), "x"),
    "rate of zero": (lambda f: wfdb_claims(f, "x 2 0 1000"), "x"),
    "endless rate": (lambda f: wfdb_claims(f, "x 2 1e400 1000"), "x"),
    "a record of itself": (wfdb_multi_circle, "x"),
    "a billion segments": (wfdb_many_segments, "x"),
    "no FLAC": (wfdb_flac_that_is_none, r"x\.dat"),
    "a truncated signal file": (lambda f: wfdb_claims(f, "x 2 500 1001"), "x"),
    "absent header": (lambda f: text(f, "x.dat", bytes(100)), r"x\.hea"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_gives_one_sentence_quickly_and_in_little_memory(kind, tmp_path):
    write, expected = BROKEN[kind]
    path = write(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CODE, path], capture_output=True, text=True, check=True, timeout=60
    )
    said, took_s, grown_mb = json.loads(done.stdout)
    assert said is not None
    assert path.stem in said
    assert "\n" not in said
    assert re.search(expected, said), said
    assert took_s < LIMIT_S
    assert grown_mb < LIMIT_MB
