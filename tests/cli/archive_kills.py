"""Runs over an archive that the system kills, parent or worker, at random moments."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.archives import small_model_folder

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_S = 0.5


@dataclass
class KilledRuns:
    """One archive and the folder of its answers.

    moments: how far runs had come when they were killed, in done records. words,
    environment: what else the runs are told.
    """

    archive: Path
    out: Path
    chance: random.Random
    n_kills: int = 0
    moments: list[int] = field(default_factory=list)
    words: tuple[str, ...] = ("--workers", "2")
    environment: dict[str, str] = field(default_factory=dict)

    def kill_parent(self, most_records: int) -> None:
        """Start a run and kill its parent at a random moment, before so many more are done."""
        run = self.start()
        if self._has_come_far(run, most_records):
            run.send_signal(signal.SIGKILL)
            self.n_kills += 1
        run.communicate()
        self.moments.append(self.n_lines())

    def kill_workers(self, n_kills: int, most_records: int) -> None:
        """Start a run, kill one of its workers so often, and let it end."""
        run = self.start()
        for _ in range(n_kills):
            if not self._has_come_far(run, most_records):
                break
            workers = workers_of(run.pid)
            if workers:
                os.kill(self.chance.choice(workers), signal.SIGKILL)
                self.n_kills += 1
        self._end(run)

    def finish(self) -> None:
        """Start a run and let it end."""
        self._end(self.start())

    def start(self) -> subprocess.Popen[str]:
        """Start a run."""
        words = ["analyze", str(self.archive), "--out", str(self.out), *self.words]
        model = ["--model", str(small_model_folder()), "--backend", "torch", "--device", "cpu"]
        return subprocess.Popen(
            [sys.executable, "-m", "ecgviewer", *words, *model],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def _has_come_far(self, run: subprocess.Popen[str], most_records: int) -> bool:
        """Wait for a random moment; False where the run was done before."""
        wanted = self.n_lines() + self.chance.randrange(most_records)
        while self.n_lines() < wanted:
            if _wait(run, 0.02):
                return False
        return not _wait(run, self.chance.random() * _LONGEST_S)

    def n_lines(self) -> int:
        """How many answers there are."""
        n_lines = 0
        for path in (self.out / "jsonl").rglob("*.jsonl"):
            # A part may be removed or replaced just now.
            with suppress(FileNotFoundError):
                n_lines += path.read_text().count("\n")
        return n_lines

    def _end(self, run: subprocess.Popen[str]) -> None:
        _, said = run.communicate()
        assert run.returncode in (0, 2), said
        self.moments.append(self.n_lines())


def workers_of(parent: int) -> list[int]:
    """Return the ids of the processes that a run has started to analyse."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            words = (folder / "cmdline").read_bytes()
        except OSError:
            # It has ended meanwhile.
            continue
        if int(after_name[1]) == parent and b"spawn_main" in words:
            found.append(int(folder.name))
    return found


def wait_until_gone(ids: list[int], patience_s: float = 60.0) -> None:
    """Wait until processes have ended by themselves."""
    deadline_s = time.monotonic() + patience_s
    while any(Path(f"/proc/{number}").exists() for number in ids):
        assert time.monotonic() < deadline_s, "a worker outlives its run"
        time.sleep(0.05)


def _wait(run: subprocess.Popen[str], seconds: float) -> bool:
    """Wait for a run's end, but not longer; return whether it has ended."""
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True
