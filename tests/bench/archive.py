"""An archive's records per second on all cores, beside the loop over single records.

Real ten-second records of PTB-XL with the model that is asked about them. Processes have
started and loaded their model before the clock does; how long that takes is told too. The
figures are what the page on sizing in the manual is made of.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from ecgviewer.core.cores import n_cores
from ecgviewer.study.archive_crew import ONE_THREAD, LocalCrew
from ecgviewer.study.archive_ledger import LEDGER
from ecgviewer.study.archive_order import Order
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_run import ArchiveRun, Tally
from tests.bench.harness import ROOT, Figure
from tests.recordings import recordings_folder

BACKENDS = ("torch", "openvino")
# Three times as many records a second as the loop.
FASTER = 3.0
N_WARM, N_TIMED, N_LOOP, N_ROUNDS = 2, 8, 120, 2
START_LIMIT_S = 60.0
# Bytes a record.
LIMITS = {"jsonl": 4000.0, "parquet": 2000.0, LEDGER: 1000.0}
_LOOP = """
import sys, time
from pathlib import Path
from ecgviewer.core.task import Task
from ecgviewer.inference.library import default_model, load_model
from ecgviewer.inference.predict import analyze
from ecgviewer.io.folder import records_in
from ecgviewer.io.open import open_record
paths = [path for folder in sys.argv[2:] for path in records_in(Path(folder))][: int(sys.argv[1])]
model = load_model(default_model(open_record(paths[0])), "cpu")
for path in paths[:10]:
    analyze(model, open_record(path), Task())
began_s = time.perf_counter()
for path in paths:
    analyze(model, open_record(path), Task())
print(1000 * (time.perf_counter() - began_s) / len(paths))
"""


def measure() -> Iterator[Figure]:
    """Yield milliseconds a record for each backend, seconds to start, and bytes a record."""
    folders = sorted((recordings_folder() / "ptb-xl" / "records500").glob("*"))
    if len(folders) < N_WARM + N_TIMED:
        print("No records of PTB-XL, so that nothing is measured.", file=sys.stderr)
        return
    best: dict[str, float] = {}
    for _ in range(N_ROUNDS):
        best["loop"] = min(_loop_ms(folders[N_WARM:]), best.get("loop", float("inf")))
        for backend in BACKENDS:
            with tempfile.TemporaryDirectory(prefix="ecgviewer-bench-") as name:
                started_s, record_ms, sizes = _archive(backend, folders, Path(name))
            best[backend] = min(record_ms, best.get(backend, float("inf")))
            best[f"start {backend}"] = min(started_s, best.get(f"start {backend}", float("inf")))
    limit_ms = best["loop"] / FASTER
    for backend in BACKENDS:
        yield Figure(f"archive_record_{backend}", best[backend], "ms", limit_ms, best["loop"])
        yield Figure(f"archive_start_{backend}", best[f"start {backend}"], "s", START_LIMIT_S)
    for form, size in sizes.items():
        yield Figure(f"archive_{form}", size, "bytes a record", LIMITS[form])


def _loop_ms(folders: list[Path]) -> float:
    """Return what one record takes where they are analysed one by one, as without --out."""
    words = [sys.executable, "-c", _LOOP, str(N_LOOP), *map(str, folders)]
    # On a busy machine its libraries' own threads would make it nearly twice as slow.
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict.fromkeys(ONE_THREAD, "1")
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return float(done.stdout)


def _archive(backend: str, folders: list[Path], out: Path) -> tuple[float, float, dict[str, float]]:
    """Return seconds to start, milliseconds a record after it, and bytes a record."""
    order = Order(out, None, "cpu", backend, None, True, "bench", version("ecgviewer"))
    with closing(Output(order)) as output, closing(LocalCrew(order, n_cores())) as crew:
        began_s = time.perf_counter()
        warm = _run(output, crew, folders[:N_WARM])
        started_s = time.perf_counter() - began_s
        timed = _run(output, crew, folders[N_WARM : N_WARM + N_TIMED])
    n_records = warm.n_done + timed.n_done
    sizes = {form: _size(out / form) / n_records for form in LIMITS}
    return started_s, 1000 * timed.elapsed_s / timed.n_done, sizes


def _run(output: Output, crew: LocalCrew, roots: list[Path]) -> Tally:
    return ArchiveRun(output, crew, roots, lambda _tally: None).work()


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())
