"""Proves a .deb in a bare Debian: installs, uses and removes it, and compares before and after.

sudo python3 packaging/prove_bundle.py [dist/ecgviewer_….deb] [--log FILE]

The system is made with debootstrap (kept packed in build/bundle for the next time). Only the
package's dependencies are fetched; from then on everything runs without a network and without
Python, as a user without rights. Needs root, debootstrap and unshare.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bare_system import BareSystem, differences
from bundle_build import BUILD
from bundle_flows import commands, failures, flows
from project import NAME, ROOT
from steps import SetupError, say

DEMO = Path("/usr/lib") / NAME / "_internal" / NAME / "resources" / "demo"
HOME = Path("/tmp/reader")
WINDOW_S = 8
# What dpkg itself writes down of every installation, and what the proof lays there.
EXPECTED = ("/var/lib/dpkg", "/var/lib/apt", "/var/log", "/var/cache", "/tmp", "/proc", "/dev")


def main(arguments: Sequence[str]) -> int:
    """Prove the package; returns 0 where all of it holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", nargs="?", type=Path, help="the newest in dist/ by default")
    parser.add_argument("--log", type=Path, default=BUILD / "proof.log")
    asked = parser.parse_args(arguments)
    lines: list[str] = []
    try:
        good = prove(asked.package or _newest(), lines)
    except SetupError as error:
        say(f"prove_bundle: {error}")
        return 1
    finally:
        asked.log.parent.mkdir(parents=True, exist_ok=True)
        asked.log.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    say(f"{'Proven' if good else 'NOT PROVEN'}; the log is {asked.log}")
    return 0 if good else 1


def prove(package: Path, lines: list[str]) -> bool:
    """Do all steps and write them down; returns whether every one held. Raises SetupError."""

    def tell(line: str) -> None:
        lines.append(line)
        say(line)

    if os.geteuid() != 0:
        raise SetupError("A bare system can only be made by root.")
    with BareSystem(BUILD / "bare", BUILD / "bare.tar") as system:
        tell(f"Bare system: {system.release()}, {system.n_packages()} packages")
        tell(f"Python in it: {system.which('python3') or 'none'}")
        system.satisfy(package)
        tell(f"With the dependencies: {system.n_packages()} packages")
        tell(f"Python in it: {system.which('python3') or 'none'}")
        before = system.files()
        system.install(package)
        tell(f"Installed: {package.name} ({package.stat().st_size / 1e6:.0f} MB), without network")
        used = _use(system, tell)
        system.purge(NAME)
        left = _leftovers(differences(before, system.files()))
        tell(f"Purged; differences outside dpkg's own books: {left or 'none'}")
        kept = sorted(entry for entry in system.under(HOME) if NAME in entry)
        tell(f"The user's own files, kept: {', '.join(kept) or 'none'}")
        return used and not left


def _use(system: BareSystem, tell: Callable[[str], None]) -> bool:
    system.make_user(HOME)
    failed = failures(system.call(NAME, HOME), flows(DEMO, HOME), system.path(HOME))
    tell(f"Flows ({len(commands())} commands' help and the main ones): {failed or 'all good'}")
    started_s = time.monotonic()
    window = system.call_for(WINDOW_S, [NAME, "open", "--demo"], HOME)
    stood = window.returncode == 124 and "Traceback" not in window.stderr
    tell(
        f"Window on the demo, offscreen: {'stood' if stood else 'ended'} "
        f"for {time.monotonic() - started_s:.0f} s{_said(window.stderr)}"
    )
    return not failed and stood


def _said(text: str) -> str:
    """Return what a window said, but what the offscreen platform says of every window."""
    own = [line for line in text.splitlines() if not line.startswith("This plugin does not")]
    return f", saying: {' '.join(own)[-300:]}" if own else ""


def _leftovers(changed: Sequence[str]) -> list[str]:
    return [path for path in changed if not path.startswith(EXPECTED)]


def _newest() -> Path:
    made = sorted((ROOT / "dist").glob(f"{NAME}_*.deb"), key=lambda path: path.stat().st_mtime)
    if not made:
        raise SetupError("There is no package in dist/; packaging/bundle.py makes one.")
    return made[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
