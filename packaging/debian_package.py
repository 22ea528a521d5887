"""The Debian package: where its files go, what it says of itself.

It has no scripts of its own: the desktop's caches are renewed by the triggers of the
packages that own them, so that removing it leaves nothing behind.
"""

import gzip
import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from app_icons import DRAWING
from bundle_trim import size_bytes
from elf_needs import depends, needs_of
from linux_files import desktop_entry, metainfo, mime_package
from project import NAME, ROOT, USER_FOLDERS_LINUX, authors, version
from steps import SetupError, run_step

ICON_SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Most of it is packed already.
XZ_LEVEL = 3


def control(
    architecture: str, installed_bytes: int, needed: Sequence[str], recommended: Sequence[str]
) -> str:
    """Return the file ``control``. Source: deb-control(5)."""
    lines = [
        f"Package: {NAME}",
        f"Version: {version()}",
        f"Architecture: {architecture}",
        f"Maintainer: {authors()}",
        f"Installed-Size: {-(-installed_bytes // 1024)}",
        f"Depends: {', '.join(needed)}",
        *([f"Recommends: {', '.join(recommended)}"] if recommended else []),
        "Section: science",
        "Priority: optional",
        "Description: offline ECG viewer whose local model shows where it found what",
        " Recordings are shown as on paper, true to scale. Models that run on this",
        " computer say what they find and show where. Research use only; not a medical",
        " device. Nothing leaves the computer.",
        " .",
        " Reviews, settings and caches of each user are kept when it is removed:",
        *(f"  {folder}" for folder in USER_FOLDERS_LINUX),
        "",
    ]
    return "\n".join(lines)


def lay_out(bundle: Path, icons: Path, papers: Path, root: Path, released: str) -> None:
    """Put everything where a Debian system has it. papers: licences and list of parts."""
    shutil.copytree(bundle, root / "usr/lib" / NAME, symlinks=True)
    share = root / "usr/share"
    _write(share / f"applications/{NAME}.desktop", desktop_entry())
    _write(share / f"mime/packages/{NAME}.xml", mime_package())
    _write(share / f"metainfo/{NAME}.metainfo.xml", metainfo(released))
    for size in ICON_SIZES_PX:
        _copy(icons / f"{NAME}-{size}.png", share / f"icons/hicolor/{size}x{size}/apps/{NAME}.png")
    _copy(DRAWING, share / f"icons/hicolor/scalable/apps/{NAME}.svg")
    shutil.copytree(papers, share / "doc" / NAME)
    (share / "doc" / NAME / "LICENSE").rename(share / "doc" / NAME / "copyright")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (share / "doc" / NAME / "changelog.gz").write_bytes(changes)
    (root / "usr/bin").mkdir()
    (root / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")


def make_package(
    bundle: Path, icons: Path, papers: Path, work: Path, target_folder: Path, made_s: int
) -> Path:
    """Build the package; made_s is the time that all its files bear. Raises SetupError."""
    builder = shutil.which("dpkg-deb")
    if builder is None:
        raise SetupError("A Debian package is built with dpkg-deb, which is missing here.")
    root = work / "debian"
    shutil.rmtree(root, ignore_errors=True)
    released = time.strftime("%Y-%m-%d", time.gmtime(made_s))
    lay_out(bundle, icons, papers, root, released)
    machine = os.uname().machine
    architecture = ARCHITECTURES.get(machine, machine)
    needed, recommended = depends(needs_of(bundle))
    told = control(architecture, size_bytes(root), needed, recommended)
    _write(root / "DEBIAN/control", told)
    _same_rights(root)
    target = target_folder / f"{NAME}_{version()}_{architecture}.deb"
    options = [f"-z{XZ_LEVEL}", "-Zxz", "--root-owner-group"]
    # dpkg-deb writes no time later than this one into the archive.
    environment = {"SOURCE_DATE_EPOCH": str(made_s)}
    run_step("Debian package", [builder, *options, "-b", str(root), str(target)], environment)
    return target


def _same_rights(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
