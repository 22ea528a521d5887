"""Where the program's own files lie, in the source tree and when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def _shipped(folder: str) -> Path:
    # The wheel carries resources/ and models/ inside the package (pyproject.toml);
    # in a checkout they lie beside it.
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resources_folder() -> Path:
    """Icons, demo records, tables and texts that ship with the program."""
    return _shipped("resources")


def models_folder() -> Path:
    """The models that ship with the program, one folder each."""
    return _shipped("models")


def demo_folder() -> Path:
    """The synthetic demo records."""
    return resources_folder() / "demo"
