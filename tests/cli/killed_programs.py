"""Training programs that the system kills and that go on, for tests that nothing is lost."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def assert_ends_as_unbroken(
    words: Callable[[Path], list[str]], folder: Path, killed_at: str
) -> tuple[Path, Path]:
    """Train twice, once killed at this line and started again; return both models' folders.

    words: the program that trains into a folder. Their weights must be the same bytes.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}

    def start(out: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            words(out), cwd=ROOT, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
        )

    broken, whole = folder / "broken", folder / "whole"
    program = start(broken)
    assert program.stderr is not None
    for line in program.stderr:
        if line.startswith(killed_at):
            program.send_signal(signal.SIGKILL)
            break
    program.communicate()
    assert program.returncode == -signal.SIGKILL
    assert not (broken / "card.json").exists()
    for out in (broken, whole):
        going = start(out)
        _, said = going.communicate()
        assert going.returncode == 0, said
    left = [(out / "weights.safetensors").read_bytes() for out in (broken, whole)]
    assert left[0] == left[1]
    return broken, whole
