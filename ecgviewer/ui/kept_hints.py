"""Answers about files that say too little, as they are kept among the settings."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ecgviewer.io.hints import ImportHints


def as_kept(hints: ImportHints) -> dict[str, Any]:
    """Return answers as JSON can hold them; the part belongs to one file alone."""
    return {name: value for name, value in asdict(hints).items() if name != "part"}


def from_kept(kept: Mapping[str, Any]) -> ImportHints:
    """Return kept answers. Raises KeyError, TypeError or ValueError where they are none."""
    columns, skipped, comma = kept.get("columns"), kept.get("skip_lines"), kept.get("decimal_comma")
    time = kept.get("time_column")
    return ImportHints(
        fs_hz=_number(kept["fs_hz"]),
        leads=_words(kept["leads"]),
        gain=_number(kept["gain"]),
        columns=_words(columns),
        time_column=None if time is None else str(time),
        skip_lines=None if skipped is None else int(skipped),
        decimal_comma=None if comma is None else bool(comma),
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _words(value: Any) -> tuple[str, ...] | None:
    return tuple(map(str, value)) if value else None
