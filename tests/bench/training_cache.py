"""How much memory of its own a training set takes, beside one that is loaded whole."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ecgviewer.core.task import Task
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.cache import open_cache
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.layout_ptb_xl import N_RECORDS as PTB_XL_RECORDS
from tests.bench.harness import ROOT, Figure

RATE_HZ = 500.0
# All records are links to a few, so that the disk holds them.
N_DIFFERENT = 8
# Two sizes tell what grows with the set from what does not.
FEW, MANY = 500, 3000
LIMIT_MB = 4000
CACHED, LOADED = "cached", "loaded"


def measure() -> Iterator[Figure]:
    """Yield private memory, mapped files left out, for as many records as PTB-XL has.

    The larger of: while the cache is built; while an epoch is read in random order.
    Measured with FEW and MANY records and extended along the line through both.
    """
    with tempfile.TemporaryDirectory(prefix="ecgviewer-bench-") as name:
        folder = Path(name)
        make_set(folder / "few", FEW)
        make_set(folder / "many", MANY)
        cached, loaded = (_extended(folder, kind) for kind in (CACHED, LOADED))
    yield Figure("training_set_memory", cached, "MB", LIMIT_MB, loaded)


def _extended(folder: Path, kind: str) -> float:
    few, many = (_in_a_process(folder, kind, name) for name in ("few", "many"))
    per_record = (many - few) / (MANY - FEW)
    return many + per_record * (PTB_XL_RECORDS - MANY)


def _in_a_process(folder: Path, kind: str, name: str) -> float:
    command = [sys.executable, "-m", __name__, kind, str(folder / name), str(folder / "cache")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return float(done.stdout)


def make_set(folder: Path, n_records: int) -> None:
    """Write ten-second challenge records whose signals are links to a few made ones."""
    folder.mkdir()
    source = folder.with_name(f"{folder.name}-source")
    source.mkdir()
    for seed in range(N_DIFFERENT):
        made = synthesize("AF" if seed % 2 else "SNR", seed, duration_s=10.0)
        comments = ["Age: 60", "Sex: Male", f"Dx: {(426783006, 164889003)[seed % 2]}"]
        write_record(
            source / f"S{seed}", made.signals_mv, RATE_HZ, STANDARD_LEADS, comments=comments
        )
    for number in range(n_records):
        stem, original = f"JS{number:05}", f"S{number % N_DIFFERENT}"
        header = (source / f"{original}.hea").read_text().replace(original, stem)
        (folder / f"{stem}.hea").write_text(header)
        (folder / f"{stem}.dat").symlink_to(source / f"{original}.dat")


class _Watch(Task):
    """Looks at the memory now and then."""

    peak_mb = 0.0

    def step(self, done: int, total: int) -> None:
        if done % 50 == 0 or done == total:
            self.peak_mb = max(self.peak_mb, private_mb())


def private_mb() -> float:
    """Return this process's memory without mapped files; with them where nobody tells."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"RssAnon:\s+(\d+) kB", status.read_text())
        assert found is not None
        return int(found[1]) / 1000
    import resource

    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _main(kind: str, folder: Path, cache_folder: Path) -> None:
    watch = _Watch()
    cases = load_cases(folder)
    cache = open_cache(cases, cache_folder, RATE_HZ, watch)
    order = np.random.default_rng(1).permutation(len(cases))
    kept = []
    for place, index in enumerate(order):
        values = cache.read_mv(int(index))
        if kind == LOADED:
            kept.append(values)
        watch.step(place, len(order))
    watch.step(len(order), len(order))
    print(watch.peak_mb)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
