"""Builds the manual: python3 packaging/build_manual.py [--pictures-only].

Takes every picture anew by `ecgviewer snapshot` (resources/manual/pictures.toml), and has Sphinx
make web pages of resources/manual in build/manual. A warning of Sphinx ends it.
"""

import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from environment import ROOT, provide_environment
from qt_libraries import provide_qt_libraries
from steps import SetupError, run_step, say

PAGES = ROOT / "resources" / "manual"
PICTURES = PAGES / "pictures"
# Pixels a point: small words stay sharp where a page is enlarged.
_SHARP = ("--scale", "1.5")
TARGET = ROOT / "build" / "manual"


def main(arguments: Sequence[str]) -> int:
    """Build the manual and say where it is; returns the exit status."""
    try:
        provide_qt_libraries()
        python = provide_environment("manual")
        take_pictures(python)
        if "--pictures-only" not in arguments:
            build_pages(python, TARGET)
            say(f"The manual: {TARGET / 'index.html'}")
    except SetupError as error:
        say(f"ecgviewer: {error}")
        return 1
    return 0


def picture_orders() -> dict[str, list[str]]:
    """Return what `ecgviewer snapshot` is given for each picture, by the picture's name."""
    content = tomllib.loads((PAGES / "pictures.toml").read_text(encoding="utf-8"))
    demo = str(ROOT / "resources" / "demo")
    return {
        name: [demo + word[4:] if word.split("/")[0] == "demo" else word for word in order["words"]]
        for name, order in content.items()
    }


def take_pictures(python: Path) -> None:
    """Take all pictures with settings of their own; those of before go."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        fresh = dict.fromkeys(names, folder)
        for name, words in picture_orders().items():
            out = str(PICTURES / f"{name}.png")
            command = [str(python), "-m", "ecgviewer", "snapshot", *words, *_SHARP, "--out", out]
            run_step(f"Picture {name}", command, fresh)


def build_pages(python: Path, target: Path) -> None:
    """Have Sphinx make web pages; raises SetupError where it warns of anything."""
    shutil.rmtree(target, ignore_errors=True)
    settings = str(ROOT / "packaging" / "manual")
    command = [str(python), "-m", "sphinx", "-W", "--keep-going", "-q", "-c", settings]
    run_step("Manual", [*command, str(PAGES), str(target)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
