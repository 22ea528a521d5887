"""Kills a program that reviews, over and over, and looks at what it leaves behind."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ecgviewer.review import schema
from ecgviewer.review.store import Access

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_S, _A_STEP_S = 0.25, 0.01
_OPENING_SHARE, _MOST_LINES = 0.4, 100
_ID_DIGITS = 32


@dataclass
class KillLoop:
    """One file, and all steps that were said to be kept in it.

    versions: how many the tables have by now; a kill in ten comes with one more.
    """

    path: Path
    chance: random.Random
    versions: int = len(schema.MIGRATIONS)
    n_kills: int = 0
    n_steps: int = 0

    def __post_init__(self) -> None:
        self._said: set[str] = set()

    def kill_once(self) -> None:
        """Let a writer work for a random while, kill it, and check the file."""
        if self.chance.random() < 0.1:
            self.versions += 1
        access = self.chance.choice((Access.SHARED, Access.EXCLUSIVE))
        self._said |= self._killed_writer(access)
        self.n_kills += 1
        self._check()

    def _killed_writer(self, access: Access) -> set[str]:
        words = ["-m", "tests.review.killed_writer", str(self.path), access.name]
        process = subprocess.Popen(
            [sys.executable, *words, str(self.versions)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # What is read ahead of a line would be lost to communicate.
            bufsize=0,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        heard = self._heard_for_a_while(process.stdout)
        process.send_signal(signal.SIGKILL)
        said, complaint = process.communicate()
        assert process.returncode == -signal.SIGKILL, complaint.decode()
        # Of a line that was cut short nothing was told.
        return {line for line in (heard + said).decode().split() if len(line) == _ID_DIGITS}

    def _heard_for_a_while(self, told: IO[bytes]) -> bytes:
        """Wait for a moment of opening or migrating, or until so many steps were told."""
        heard = b""
        if self.chance.random() < _OPENING_SHARE:
            time.sleep(self.chance.random() ** 2 * _LONGEST_S)
        else:
            for _ in range(self.chance.randrange(_MOST_LINES)):
                heard += told.readline()
            time.sleep(self.chance.random() * _A_STEP_S)
        return heard

    def _check(self) -> None:
        if not self.path.exists():
            assert not self._said
            return
        with closing(sqlite3.connect(self.path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (version,) = file.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
            found = (
                {step for (step,) in file.execute("SELECT step_id FROM steps")}
                if version
                else set()
            )
            whole = version == 0 or all(
                (f"more_{n}_by_topic" in tables) == (n < version)
                for n in range(len(schema.MIGRATIONS), self.versions)
            )
        assert whole, f"version {version} with {tables}"
        lost, untold = self._said - found, found - self._said
        assert not lost, f"{len(lost)} steps of {len(self._said)} are lost"
        assert len(untold) <= 1, "more steps than were told"
        # One that was kept and not told yet is one more from now on.
        self._said |= untold
        self.n_steps = len(self._said)
