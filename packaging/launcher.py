"""What `packaging/run.py` does: sets up, then runs the tests, a benchmark or ecgviewer."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from environment import ROOT, provide_environment
from qt_libraries import has_display, provide_qt_libraries
from steps import SetupError, say

PICTURE = ROOT / "build" / "ecgviewer-demo.png"
WITHOUT_QT = (
    *("info", "models", "data", "analyze", "explain", "train", "evaluate", "population"),
    *("faithfulness", "-h", "--help", "--version"),
)


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing and do what was asked for; returns the exit status."""
    try:
        python = _set_up(arguments)
    except SetupError as error:
        say(f"ecgviewer: {error}")
        return 1
    except OSError as error:
        say(f"ecgviewer: the set-up stopped at {error.filename}: {error.strerror}")
        return 1
    except KeyboardInterrupt:
        say("ecgviewer: set-up stopped; the next run takes it up again")
        return 130
    return _run(python, arguments)


def _set_up(arguments: Sequence[str]) -> Path:
    if not (arguments and arguments[0] in WITHOUT_QT):
        provide_qt_libraries()
    testing = bool(arguments) and arguments[0] in ("test", "bench")
    return provide_environment("test" if testing else None)


def _run(python: Path, arguments: Sequence[str]) -> int:
    if not arguments:
        return _show_demo(python)
    if arguments[0] == "test":
        os.chdir(ROOT)
        return _hand_over([str(python), "-m", "pytest", *_in_parallel(arguments[1:])])
    if arguments[0] == "bench":
        os.chdir(ROOT)
        return _hand_over([str(python), "-m", "tests.bench", *arguments[1:]])
    return _hand_over([str(python), "-m", "ecgviewer", *arguments])


def _in_parallel(arguments: Sequence[str]) -> list[str]:
    """Add two workers to a run of all tests; a chosen few run faster without."""
    if all(argument == "--slow" for argument in arguments) and (os.cpu_count() or 1) > 1:
        return ["-n", "2", "--dist", "worksteal", *arguments]
    return list(arguments)


def _show_demo(python: Path) -> int:
    if has_display():
        return _hand_over([str(python), "-m", "ecgviewer", "open", "--demo"])
    PICTURE.parent.mkdir(exist_ok=True)
    snapshot = ["snapshot", "--demo", "--out", str(PICTURE)]
    code = subprocess.run([str(python), "-m", "ecgviewer", *snapshot], check=False).returncode
    if code == 0:
        say(f"There is no display here; the window as a picture: {PICTURE}")
    return code


def _hand_over(command: list[str]) -> int:
    """Become the command; where a process cannot (Windows), wait for it."""
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130
