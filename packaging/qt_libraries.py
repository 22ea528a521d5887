"""System libraries that Qt loads on Linux: found missing by loading them, then installed.

Qt's wheels leave these to the system. Names of files and of Debian packages as found
with ldd on PySide6 6.11.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from steps import SetupError, run_step

# QtGui itself needs EGL and GL, with a display or without.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0"}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def provide_qt_libraries() -> None:
    """Install what is missing where that can be done here; SetupError says how otherwise."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(_wanted(), library_loads)
    packages = [*missing.values(), *([] if _has_fonts() else [FONT_PACKAGE])]
    if not packages:
        return
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise SetupError(advice(missing, packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run_step("Package lists", [apt, "update"], quiet)
    install = [apt, "install", "-y", "--no-install-recommends", *packages]
    run_step("System libraries for Qt", install, quiet)


def missing_libraries(wanted: Mapping[str, str], loads: Callable[[str], bool]) -> dict[str, str]:
    """Return those of soname -> package that do not load."""
    return {soname: package for soname, package in wanted.items() if not loads(soname)}


def advice(sonames: Iterable[str], packages: Iterable[str]) -> str:
    """Return the sentence with the one command that installs what is missing."""
    if shutil.which("apt-get"):
        command = "sudo apt-get install -y " + " ".join(packages)
    elif installer := shutil.which("dnf") or shutil.which("zypper"):
        # These find a package by the library that it holds.
        libraries = " ".join(f"'{soname}()(64bit)'" for soname in sonames)
        command = f"sudo {Path(installer).name} install -y {libraries} dejavu-sans-fonts"
    else:
        return f"Qt needs system libraries that are missing here: {', '.join(sonames)}."
    return f"Qt needs system libraries that are missing here; this installs them:\n  {command}"


def _wanted() -> dict[str, str]:
    wanted = dict(ALWAYS)
    if os.environ.get("DISPLAY"):
        wanted |= X11
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND
    return wanted


def library_loads(soname: str) -> bool:
    """Whether the loader finds a library by this name."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_fonts() -> bool:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]t[fc]"), None) is not None for folder in folders)
