"""Which build of PyTorch to install: a CPU one, unless a GPU is wanted.

On Linux the plain package of PyPI brings gigabytes of CUDA libraries. A CPU build is
told by its version, "2.13.0+cpu": taken from wherever pip is configured to look, and
from PyTorch's own index where nothing else offers one.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from steps import SetupError, run_step, say, succeeds

PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def wants_gpu() -> bool:
    """Whether the CUDA build is wanted: ECGVIEWER_GPU=1 or 0, else if there is a driver."""
    wish = os.environ.get("ECGVIEWER_GPU")
    if wish in ("0", "1"):
        return wish == "1"
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def pinned_version(constraints: Path) -> str:
    """Return the version of torch that the constraints name."""
    match = re.search(r"^torch==(\S+)$", constraints.read_text(encoding="utf-8"), re.MULTILINE)
    if match is None:
        raise SetupError(f"{constraints.name} pins no version of torch.")
    return match[1]


def python_with_cpu_build(python: Path, constraints: Path) -> str | None:
    """Return another interpreter for which a CPU build is to be had, None to stay.

    Such builds may exist for one version of Python only. None also where the given
    interpreter finds one, and where no interpreter on the PATH does.
    """
    if not sys.platform.startswith("linux") or wants_gpu():
        return None
    requirement = f"torch=={pinned_version(constraints)}+cpu"
    if _offered(python, requirement):
        return None
    for version, interpreter in _other_interpreters():
        if _offered(python, requirement, version):
            say(f"Python {version} finds a CPU build of PyTorch, so .venv is made with it")
            return interpreter
    return None


def install_torch(install: list[str], python: Path, constraints: Path) -> None:
    """Install the fitting build; leaves torch to the main install where all are alike."""
    if not sys.platform.startswith("linux"):
        return
    version = pinned_version(constraints)
    install = [*install, "--no-compile", "--no-deps"]
    if wants_gpu():
        # "===" leaves out a CPU build of the same version, which would sort higher.
        command, title = [*install, f"torch==={version}"], "PyTorch with CUDA"
    elif _offered(python, f"torch=={version}+cpu"):
        command, title = [*install, f"torch=={version}+cpu"], "PyTorch for the CPU"
    else:
        source = ["--index-url", PYTORCH_CPU_INDEX, "--retries", "1", "--timeout", "20"]
        command = [*install, *source, f"torch=={version}+cpu"]
        title = "PyTorch for the CPU, from its own index"
    try:
        run_step(title, command)
    except SetupError:
        say("That build is not to be had here; pip takes the one that it finds.")


def _offered(python: Path, requirement: str, version: str | None = None) -> bool:
    ask = [str(python), "-m", "pip", "install", "--dry-run", "--no-deps", "--ignore-installed"]
    with tempfile.TemporaryDirectory() as nowhere:
        if version is not None:
            ask += ["--python-version", version, "--only-binary", ":all:", "--target", nowhere]
        return succeeds([*ask, requirement])


def _other_interpreters() -> Iterator[tuple[str, str]]:
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    for version in PYTHONS:
        interpreter = shutil.which(f"python{version}")
        # A shim may stand for a version that is not there.
        if (
            version != own
            and interpreter
            and succeeds([interpreter, "-c", "import ensurepip, venv"])
        ):
            yield version, interpreter
