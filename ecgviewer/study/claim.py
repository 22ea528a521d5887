"""A run's folder belongs to its settings: others neither go on in it nor overwrite it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import CARD_FILE
from ecgviewer.study.checkpoint import room_needed, write_json

SETTINGS_FILE = "settings.json"


def claim(folder: Path, settings: Mapping[str, Any]) -> None:
    """Write settings.json, or make sure that the one in the folder says the same.

    Raises EcgError as ``is_begun`` does.
    """
    if is_begun(folder, settings):
        return
    with room_needed(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / SETTINGS_FILE, settings)


def is_begun(folder: Path, settings: Mapping[str, Any]) -> bool:
    """Whether a run with these settings was begun here, be they all of its settings or some.

    Raises EcgError with the first setting that differs, and where the folder holds a model
    that no run of this program left there.
    """
    path = folder / SETTINGS_FILE
    if path.exists():
        # As JSON gives it back, so that tuples and lists do not differ.
        wanted = json.loads(json.dumps(settings))
        found = json.loads(path.read_text(encoding="utf-8"))
        _compare(folder, {name: found.get(name) for name in wanted}, wanted)
        return True
    if (folder / CARD_FILE).exists():
        raise EcgError(f"{folder} holds another model already: choose another folder.")
    return False


def is_finished(folder: Path) -> bool:
    """Whether a run was completed here: the card is written last."""
    return (folder / SETTINGS_FILE).exists() and (folder / CARD_FILE).exists()


def _compare(folder: Path, found: Any, wanted: Any) -> None:
    different = _first_difference(found, wanted, "")
    if different is None:
        return
    name, before, now = different
    raise EcgError(
        f"{folder} holds a run with other settings ({name} was {before}, now {now}): give the "
        "same ones, choose another folder, or delete that one."
    )


def _first_difference(found: Any, wanted: Any, name: str) -> tuple[str, Any, Any] | None:
    if found == wanted:
        return None
    if isinstance(found, dict) and isinstance(wanted, dict):
        for key in {**wanted, **found}:
            below = _first_difference(found.get(key), wanted.get(key), f"{name} {key}".strip())
            if below is not None:
                return below
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for before, now in zip(found, wanted, strict=True):
            below = _first_difference(before, now, name)
            if below is not None:
                return below
    return name, found, wanted
