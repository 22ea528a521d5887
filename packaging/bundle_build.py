"""Builds the self-contained folder: environment, PyInstaller, trimming, licences, checks."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from build_manual import take_pictures
from bundle_flows import check_here
from bundle_trim import inside, size_bytes, size_table, trim
from environment import ROOT, provide_environment
from parts_list import interpreter_part, python_parts, system_parts, write_parts
from project import NAME
from qt_libraries import ALWAYS, WAYLAND, X11, advice, library_loads, missing_libraries
from steps import SetupError, run_step, say

BUILD = ROOT / "build" / "bundle"
WORK = BUILD / "work"
ICONS = WORK / "icons"
PAPERS = WORK / "papers"
FIRST_PAINT = "first-paint"
START_LIMIT_S = 2.0
ROUNDS = 5
LARGEST_MB = 450


def build(*, packed: bool) -> Path:
    """Build and trim the folder, write its papers; returns it. Raises SetupError."""
    _qt_libraries_here()
    # No bundle is for one kind of graphics card.
    os.environ["ECGVIEWER_GPU"] = "0"
    python = provide_environment("bundle", BUILD / "venv")
    take_pictures(python)
    run_step("Icons", [str(python), str(ROOT / "packaging" / "app_icons.py"), str(ICONS)])
    made = BUILD / "made"
    shutil.rmtree(made, ignore_errors=True)
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(made)]
    command = [str(python), "-m", "PyInstaller", *options, "--workpath", str(WORK)]
    recipe = str(ROOT / "packaging" / "bundle.spec")
    told = {"ECGVIEWER_BUNDLE_WORK": str(WORK), "QT_QPA_PLATFORM": "offscreen"}
    run_step("Bundle (some minutes)", [*command, recipe], told)
    folder = made / NAME
    trim(folder, BUILD / "packed" if packed else None)
    _papers(python)
    return folder


def finish(folder: Path) -> float:
    """Check and measure a built folder, take out what only measures; returns its size in MB.

    Raises SetupError for what it does not do.
    """
    check_here(folder, demo_folder(folder), WORK / "checked")
    for what in ("empty", "demo"):
        took_s = _start_s(folder, what)
        say(f"First painted window ({what}): {took_s:.2f} s")
        if took_s > START_LIMIT_S:
            say(f"That is more than the {START_LIMIT_S:g} s that it may take.")
    for program in folder.glob(f"{FIRST_PAINT}*"):
        program.unlink()
    total_mb = size_bytes(folder) / 1e6
    for name, size_mb in size_table(folder):
        say(f"{size_mb:8.1f} MB  {name}")
    say(f"{total_mb:8.1f} MB  unpacked, of {LARGEST_MB} that it may take")
    return total_mb


def demo_folder(folder: Path) -> Path:
    """Return where a bundle has its demo records."""
    return inside(folder) / NAME / "resources" / "demo"


def made_at_s() -> int:
    """Return the time that files bear: SOURCE_DATE_EPOCH, else the last commit's, else now."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return int(time.time())
    return int(done.stdout)


def _papers(python: Path) -> None:
    contents = json.loads((WORK / "contents.json").read_text(encoding="utf-8"))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", where], stdout=subprocess.PIPE, check=True)
    site_packages = Path(done.stdout.decode().strip())
    sources = [source for _, source in contents["files"]]
    tops = [target.replace("\\", "/").split("/")[0] for target, _ in contents["files"]]
    parts = [
        interpreter_part(),
        *python_parts([*contents["modules"], *tops], site_packages),
        *system_parts(sources),
    ]
    shutil.rmtree(PAPERS, ignore_errors=True)
    write_parts(parts, PAPERS)
    say(f"{len(parts)} parts with their licences in {PAPERS}")


def _start_s(folder: Path, what: str) -> float:
    """Return the seconds to the first painted window, as `bench startup` tells them."""
    program = next(folder.glob(f"{FIRST_PAINT}*"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    times = []
    for _ in range(ROUNDS):
        started_s = time.perf_counter()
        with subprocess.Popen(
            [str(program), what], stdout=subprocess.PIPE, env=environment, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            times.append(time.perf_counter() - started_s)
        if line.strip() != "painted":
            raise SetupError(f"The window {what!r} of the bundle was never painted.")
    return min(times)


def _qt_libraries_here() -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries({**ALWAYS, **X11, **WAYLAND}, library_loads)
    if missing:
        raise SetupError(advice(missing, missing.values()))
