"""Packages with plug-ins, installed into folders of their own."""

import importlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ecgviewer.core import plugins

EXAMPLE = Path(__file__).parent / "example_plugin"
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


def install_example(folder: Path) -> Path:
    """Build the example package and unpack it, as an installation would; return where."""
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=EXAMPLE, check=True)
    (wheel,) = folder.glob("ecg_example-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def install_made(folder: Path, name: str, module: str, entry_points: str) -> Path:
    """Write a package of one module with entry points; return where it is installed."""
    site = folder / "site"
    about = site / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(entry_points)
    (site / f"{name}.py").write_text(module)
    return site


@contextmanager
def installed(site: Path) -> Iterator[None]:
    """Let this process find what is installed there, for a while."""
    before = set(sys.modules)
    sys.path.insert(0, str(site))
    importlib.invalidate_caches()
    plugins.found.cache_clear()
    try:
        yield
    finally:
        sys.path.remove(str(site))
        plugins.found.cache_clear()
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(site)):
                del sys.modules[name]
