"""Processes that work for another one, which is killed or stopped by Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, time
from ecgviewer.study.side_by_side import processes
if __name__ == "__main__":
    try:
        with processes(2) as pool:
            for _ in range(2):
                pool.submit(time.sleep, 0.2)
            waiting = [pool.submit(time.sleep, SECONDS) for _ in range(2)]
            print(*pool._processes, flush=True)
            waiting[0].result()
    except KeyboardInterrupt:
        raise SystemExit(130)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def start(tmp_path: Path, seconds: float) -> tuple[subprocess.Popen[str], list[int]]:
    """Start a program with two processes in a group of its own; return it, and their ids."""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.replace("SECONDS", str(seconds)))
    program = subprocess.Popen(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert program.stdout is not None
    return program, [int(word) for word in program.stdout.readline().split()]


def is_running(process: int) -> bool:
    """Whether a process runs, and does not only wait to be forgotten."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="it looks at /proc")
def test_processes_end_with_the_one_that_was_killed(tmp_path):
    program, workers = start(tmp_path, 60)
    assert len(workers) == 2
    program.kill()
    program.communicate()
    until_s = time.monotonic() + 20
    while any(map(is_running, workers)) and time.monotonic() < until_s:
        time.sleep(0.05)
    assert not [worker for worker in workers if is_running(worker)]


@pytest.mark.parametrize("after_s", [0.0, 0.1, 0.3])
def test_ctrl_c_is_heard_by_the_first_alone(tmp_path, after_s):
    program, _ = start(tmp_path, 1)
    time.sleep(after_s)
    os.killpg(program.pid, signal.SIGINT)
    _, errors = program.communicate(timeout=30)
    assert (program.returncode, errors) == (130, "")
