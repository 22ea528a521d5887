"""The virtual environment .venv: made, filled, kept up to date, repaired."""

import hashlib
import json
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from lock import one_at_a_time
from steps import SetupError, run_step, say, succeeds
from torch_build import install_torch, python_with_cpu_build, wants_gpu

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"


class Stamp(TypedDict):
    """What a finished environment was made from, where, and with which extras."""

    inputs: str
    place: list[str]
    extras: list[str]


def venv_python(venv: Path = VENV) -> Path:
    """Return the environment's interpreter."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def provide_environment(extra: str | None = None, venv: Path = VENV) -> Path:
    """Return the interpreter of an environment that holds the package and an extra.

    Does nothing where the stamp says that all is as it should be. Raises SetupError.
    """
    if not _ready(venv, extra):
        if sys.platform == "darwin" and platform.machine() == "x86_64":
            raise SetupError("PyTorch no longer has builds for Macs with an Intel processor.")
        with one_at_a_time(venv):
            # Whoever held the lock may have done the work.
            if not _ready(venv, extra):
                _provide(venv, extra)
    return venv_python(venv)


def _ready(venv: Path, extra: str | None) -> bool:
    stamp = _read_stamp(venv)
    return (
        stamp is not None
        and stamp == _wanted_stamp(venv, stamp, extra)
        and venv_python(venv).exists()
    )


def _provide(venv: Path, extra: str | None) -> None:
    stamp = _read_stamp(venv)
    if _unusable(venv, stamp):
        shutil.rmtree(venv)
        stamp = None
    if not venv_python(venv).exists():
        _make(venv)
    stamp = _wanted_stamp(venv, stamp, extra)
    _fill(venv, stamp["extras"])
    _stamp_path(venv).write_text(json.dumps(stamp), encoding="utf-8")
    # Only now: a stamp cut off half-way is never read, for the mark is still there.
    _unfinished(venv).unlink()


def _make(venv: Path) -> None:
    say(f"Setting up in {venv} (about 2 GB on disk; this happens once)")
    _make_with(sys.executable, venv)
    other = python_with_cpu_build(venv_python(venv), CONSTRAINTS)
    if other is not None:
        shutil.rmtree(venv)
        _make_with(other, venv)


def _make_with(interpreter: str, venv: Path) -> None:
    if not succeeds([interpreter, "-c", "import ensurepip, venv"]):
        raise SetupError(
            "This Python cannot make virtual environments; on Debian and Ubuntu this helps:\n"
            "  sudo apt-get install -y python3-venv"
        )
    venv.mkdir(parents=True)
    _unfinished(venv).touch()
    run_step("Virtual environment", [interpreter, "-m", "venv", str(venv)])


def _fill(venv: Path, extras: Sequence[str]) -> None:
    # A set-up killed from here on leaves this mark, and the next one starts afresh.
    _unfinished(venv).touch()
    python = venv_python(venv)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install = [*pip, "install", "--progress-bar", "off"]
    install_torch(install, python, CONSTRAINTS)
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    # Byte code is written at the first start of what is used, not now for all there is.
    command = [*install, "--no-compile", "-c", str(CONSTRAINTS), "-e", target]
    run_step("ecgviewer and what it needs", command)


def _unusable(venv: Path, stamp: Stamp | None) -> bool:
    if not venv.exists():
        return False
    # The scripts inside name the folder and the interpreter that they were made with.
    moved = stamp is not None and stamp["place"] != _place(venv)
    return moved or _unfinished(venv).exists() or not venv_python(venv).exists()


def _wanted_stamp(venv: Path, stamp: Stamp | None, extra: str | None) -> Stamp:
    inputs = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        inputs.update(path.read_bytes())
    inputs.update(b"cuda" if wants_gpu() else b"cpu")
    extras = {*(stamp["extras"] if stamp else ()), *((extra,) if extra else ())}
    return {"inputs": inputs.hexdigest(), "place": _place(venv), "extras": sorted(extras)}


def _place(venv: Path) -> list[str]:
    return [str(venv), os.path.realpath(venv_python(venv))]


def _read_stamp(venv: Path) -> Stamp | None:
    if _unfinished(venv).exists() or not _stamp_path(venv).exists():
        return None
    stamp: Stamp = json.loads(_stamp_path(venv).read_text(encoding="utf-8"))
    return stamp


def _stamp_path(venv: Path) -> Path:
    return venv / "ecgviewer-set-up.json"


def _unfinished(venv: Path) -> Path:
    return venv / "ecgviewer-set-up-unfinished"
