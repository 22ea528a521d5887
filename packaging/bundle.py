"""Makes a self-contained ecgviewer for the platform it runs on: no Python, no network needed.

python3 packaging/bundle.py           on Linux a .deb and a portable .tar.gz, on Windows an
                                      MSI, on macOS a disk image, all in dist/, with checksums
python3 packaging/bundle.py folder    the unpacked folder alone, in build/bundle/made

--plain keeps PyTorch unpacked on disk (Linux): 290 MB more there, 400 MB less in memory.
"""

import argparse
import hashlib
import platform
import shutil
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from bundle_build import BUILD, ICONS, PAPERS, WORK, build, finish, made_at_s
from bundle_macos import make_disk_image
from debian_package import make_package
from elf_needs import depends, needs_of
from environment import ROOT
from linux_files import desktop_entry
from project import NAME, USER_FOLDERS_LINUX, version
from steps import SetupError, say
from windows_installer import make_installer

DIST = ROOT / "dist"
CHECKSUMS = "SHA256SUMS"


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", choices=("packages", "folder"), default="packages")
    parser.add_argument("--plain", action="store_true", help="PyTorch is not packed")
    asked = parser.parse_args(arguments)
    try:
        folder = build(packed=not asked.plain)
        finish(folder)
        if asked.what == "packages":
            DIST.mkdir(exist_ok=True)
            made = packages(folder, DIST)
            say(f"Checksums: {write_checksums(made, DIST)}")
    except SetupError as error:
        say(f"bundle: {error}")
        return 1
    except KeyboardInterrupt:
        say("bundle: stopped")
        return 130
    return 0


def packages(folder: Path, target: Path) -> list[Path]:
    """Make this platform's packages of a finished folder; returns them. Raises SetupError."""
    if sys.platform == "win32":
        shutil.copytree(PAPERS, folder / "licences", dirs_exist_ok=True)
        msi = target / f"{NAME}-{version()}-x64.msi"
        return [make_installer(folder, ICONS / f"{NAME}.ico", WORK, msi)]
    if sys.platform == "darwin":
        app = folder.with_suffix(".app")
        shutil.copytree(PAPERS, app / "Contents/Resources/licences", dirs_exist_ok=True)
        return [make_disk_image(BUILD / "made", _image_path(target))]
    package = make_package(folder, ICONS, PAPERS, WORK, target, made_at_s())
    return [package, make_tarball(folder, PAPERS, ICONS, target)]


def _image_path(target: Path) -> Path:
    return target / f"{NAME}-{version()}-{platform.machine()}.dmg"


def make_tarball(folder: Path, papers: Path, icons: Path, target: Path) -> Path:
    """Pack the folder to unpack anywhere, with its papers; returns the archive."""
    name = f"{NAME}-{version()}-linux-{platform.machine()}"
    archive = target / f"{name}.tar.gz"
    made_s = made_at_s()
    readme = papers / "READ-ME.txt"
    readme.write_text(portable_readme(folder), encoding="utf-8")
    entry = papers / f"{NAME}.desktop"
    entry.write_text(desktop_entry(), encoding="utf-8")

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = made_s
        return info

    with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
        tar.add(folder, name, filter=plain)
        tar.add(papers, f"{name}/papers", filter=plain)
        tar.add(icons / f"{NAME}-256.png", f"{name}/papers/{NAME}.png", filter=plain)
    readme.unlink()
    entry.unlink()
    return archive


def portable_readme(folder: Path) -> str:
    """Return what the portable folder says: how to start it, and what it needs."""
    needed, _ = depends(needs_of(folder))
    kept = "\n".join(f"  {place}" for place in USER_FOLDERS_LINUX)
    return (
        f"{NAME} {version()}: research use only, not a medical device.\n\n"
        f"Start ./{NAME} in this folder; it runs from anywhere and writes nothing here.\n"
        "To take it away, delete the folder. What you made stays in\n"
        f"{kept}\n\n"
        "It needs these packages of Debian 12, or what holds the same libraries elsewhere:\n"
        f"  {', '.join(needed)}\n"
    )


def write_checksums(files: Sequence[Path], folder: Path) -> Path:
    """Write SHA-256 sums in the form that `sha256sum --check` reads; returns the file."""
    path = folder / CHECKSUMS
    lines = []
    for file in files:
        with file.open("rb") as data:
            lines.append(f"{hashlib.file_digest(data, 'sha256').hexdigest()}  {file.name}\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
