"""What the project says of itself in pyproject.toml, for all that is made from it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NAME = "ecgviewer"
IDENTIFIER = "org.ecgviewer.ecgviewer"
# Where what the reader makes is kept; no installer ever takes it away.
USER_FOLDERS_LINUX = ("~/.local/share/ecgviewer", "~/.config/ecgviewer", "~/.cache/ecgviewer")


@cache
def _project() -> dict[str, Any]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told: dict[str, Any] = tomllib.loads(text)["project"]
    return told


def version() -> str:
    """Return the version, such as "0.1.0"."""
    return str(_project()["version"])


def summary() -> str:
    """Return the one-line description."""
    return str(_project()["description"])


def authors() -> str:
    """Return who made it."""
    return ", ".join(str(author["name"]) for author in _project()["authors"])
