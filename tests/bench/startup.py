"""From the start of the process to the first painted window, beside a bare Qt window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tests.bench.harness import ROOT, Figure, interleaved

N_ROUNDS = 5
EMPTY_LIMIT_MS = 400
DEMO_LIMIT_MS = 1200


def measure() -> Iterator[Figure]:
    """Yield the times for an empty window and for a window with a 12-lead record."""
    with tempfile.TemporaryDirectory() as folder:
        # Python keeps what it compiled, as it does for whoever starts the program a second time.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for what in ("bare", "empty", "demo"):
            _first_paint_ms(what, environment)
        bare, empty, demo = interleaved(
            N_ROUNDS,
            lambda: _first_paint_ms("bare", environment),
            lambda: _first_paint_ms("empty", environment),
            lambda: _first_paint_ms("demo", environment),
        )
    yield Figure("startup_empty_window", empty, "ms", EMPTY_LIMIT_MS, bare)
    yield Figure("startup_demo_record", demo, "ms", DEMO_LIMIT_MS, bare)


def _first_paint_ms(what: str, environment: dict[str, str]) -> float:
    command = [sys.executable, "-m", "tests.bench.first_paint", what]
    started_s = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took_ms = (time.perf_counter() - started_s) * 1000
        _, said = process.communicate()
    if line != "painted\n":
        raise RuntimeError(f"The window {what!r} was never painted: {said}")
    return took_ms
