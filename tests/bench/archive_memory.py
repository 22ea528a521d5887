"""The memory of a run over many records: the same at the end as when a tenth was done.

`python -m tests.bench.archive_memory 100000` measures so many instead of the usual few.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.archives import small_model_folder
from tests.bench.harness import ROOT, Figure
from tests.cli.archive_kills import workers_of
from tests.cli.made_records import write_record
from tests.made_models import noise

N_RECORDS, A_FOLDER = 4000, 1000
LIMIT_MB = 16.0
_LOOK_S = 0.5


def measure(n_records: int = N_RECORDS) -> Iterator[Figure]:
    """Yield by how many MB the parent and its largest worker grew after a tenth."""
    with tempfile.TemporaryDirectory(prefix="ecgviewer-bench-") as name:
        make_archive(Path(name) / "archive", n_records)
        seen = list(_followed(Path(name), n_records))
    begun = [one for one in seen if one[0] >= n_records // 10]
    for place, who in ((1, "parent"), (2, "worker")):
        grown = max(one[place] for one in begun) - begun[0][place]
        print(f"{who}: {max(one[place] for one in begun):.0f} MB at most", file=sys.stderr)
        yield Figure(f"archive_memory_{who}", grown, "MB more", LIMIT_MB)


def make_archive(folder: Path, n_records: int) -> None:
    """Make records of two seconds, all links to one in each folder."""
    for first in range(0, n_records, A_FOLDER):
        place = folder / f"{first // A_FOLDER:04}"
        one = write_record(place, "r0000", noise(12, 250, seed=first), rate_hz=125.0)
        for number in range(1, min(A_FOLDER, n_records - first)):
            os.link(one, place / f"r{number:04}.hea")


def _followed(folder: Path, n_records: int) -> Iterator[tuple[int, float, float]]:
    """Run over an archive; yield records done, and the parent's and largest worker's MB."""
    words = ["analyze", str(folder / "archive"), "--out", str(folder / "out")]
    model = ["--model", str(small_model_folder()), "--backend", "torch", "--device", "cpu"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.Popen([sys.executable, "-m", "ecgviewer", *words, *model], env=environment)
    n_done, n_files = 0, 0
    while run.poll() is None:
        parts = parts_of(folder)
        if len(parts) > n_files:
            n_files = len(parts)
            n_done = sum(part.read_bytes().count(b"\n") for part in parts)
        workers = [_resident_mb(number) for number in workers_of(run.pid)]
        if workers:
            yield n_done, _resident_mb(run.pid), max(workers)
        try:
            run.wait(_LOOK_S)
        except subprocess.TimeoutExpired:
            continue
    assert run.returncode == 0
    assert sum(p.read_bytes().count(b"\n") for p in parts_of(folder)) == n_records


def parts_of(folder: Path) -> list[Path]:
    """Return the files of the answers."""
    return list((folder / "out" / "jsonl").rglob("*.jsonl"))


def _resident_mb(number: int) -> float:
    try:
        found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{number}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    for figure in measure(int(sys.argv[1])):
        print(figure.as_json())
