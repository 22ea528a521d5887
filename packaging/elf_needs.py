"""Which libraries of the system a bundle needs, as Debian names their packages.

Read with objdump from every program and library of the bundle, so that a package's
dependencies are what it needs and not what somebody remembered.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bundle_trim import elf_files
from qt_libraries import ALWAYS, FONT_PACKAGE, WAYLAND, X11
from steps import SetupError

PER_CALL = 40
# A plug-in that printers need; without its library Qt leaves it out and prints to PDF.
OPTIONAL = ("libcupsprintersupport.so",)
# Loaded by name at run time, so that no file tells of them.
LOADED = {**ALWAYS, **X11, **WAYLAND}
# Needed by plug-ins of Qt, and on no server that builds.
NOT_INSTALLED = {"libwayland-egl.so.1": "libwayland-egl1", "libcups.so.2": "libcups2"}
FONTS = f"{FONT_PACKAGE} | fonts-liberation | fonts-freefont-ttf"
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")
_HEAD = re.compile(r"^(\S.*):\s+file format ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Needs:
    """Sonames that must be there, those that some may do without, and the oldest glibc."""

    sonames: frozenset[str]
    optional: frozenset[str]
    glibc: tuple[int, int]


def needs_of(bundle: Path) -> Needs:
    """Return what a bundle's files need and none of them is. Raises SetupError."""
    files = elf_files(bundle)
    told = _objdump([str(path) for path in files])
    own = {path.name for path in bundle.rglob("*.so*")}
    # A packed library has the name of what it unpacks to.
    own |= {name.removesuffix(".packed") for name in own}
    firm: set[str] = set()
    optional: set[str] = set()
    for path, text in told.items():
        needed = set(re.findall(r"^\s+NEEDED\s+(\S+)", text, re.MULTILINE)) - own
        (optional if Path(path).name in OPTIONAL else firm).update(needed)
    versions = [(int(a), int(b)) for text in told.values() for a, b in _GLIBC.findall(text)]
    return Needs(frozenset(firm), frozenset(optional - firm), max(versions, default=(2, 0)))


def depends(needs: Needs) -> tuple[list[str], list[str]]:
    """Return Depends and Recommends of a Debian package. Raises SetupError for a soname that
    no installed package has.
    """
    glibc = f"libc6 (>= {needs.glibc[0]}.{needs.glibc[1]})"
    firm = {*_packages(needs.sonames), *LOADED.values()} - {"libc6"}
    soft = _packages(needs.optional) - firm - {"libc6"}
    return [glibc, *sorted(firm), FONTS], sorted(soft)


def _packages(sonames: Iterable[str]) -> set[str]:
    packages, missing = set(), []
    for soname in sorted(sonames):
        command = ["dpkg", "-S", f"*/{soname}"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        owners = {
            line.split(":")[0] for line in done.stdout.splitlines() if "diversion" not in line
        }
        # The same library for another kind of processor has a package of its own.
        owners = {owner for owner in owners if not re.match(r"lib(32|64|x32)|.*-cross$", owner)}
        if owners:
            packages.add(min(owners, key=len))
        elif soname in NOT_INSTALLED:
            packages.add(NOT_INSTALLED[soname])
        else:
            missing.append(soname)
    if missing:
        raise SetupError(f"No installed package holds {', '.join(missing)}; install those that do.")
    return packages


def _objdump(files: list[str]) -> dict[str, str]:
    objdump = shutil.which("objdump")
    if objdump is None:
        raise SetupError("What libraries need is read with objdump; install binutils.")
    told: dict[str, str] = {}
    for start in range(0, len(files), PER_CALL):
        command = [objdump, "-p", *files[start : start + PER_CALL]]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        parts = _HEAD.split(done.stdout)
        told.update(zip(parts[1::2], parts[2::2], strict=True))
    return told
