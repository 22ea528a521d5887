"""Which published set a long recording is of, and whose heart it shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MITDB, SVDB, LTAFDB, LTDB = "mitdb", "svdb", "ltafdb", "ltdb"
# The MIT-BIH Arrhythmia Database recorded one man twice.
_SAME_PERSON: Mapping[tuple[str, str], str] = {(MITDB, "202"): "201"}


@dataclass(frozen=True, slots=True)
class _Published:
    """How a set's records are sampled and called."""

    origin: str
    rate_hz: float
    names: re.Pattern[str]


_SETS = (
    _Published(MITDB, 360.0, re.compile(r"[12]\d\d")),
    _Published(SVDB, 128.0, re.compile(r"8\d\d")),
    _Published(LTDB, 128.0, re.compile(r"14046|14134|14149|14157|14172|14184|15814")),
    _Published(LTAFDB, 128.0, re.compile(r"\d\d|[12]\d\d")),
)


def published_origin(name: str, rate_hz: float) -> str:
    """Return the set that a record is of, "" where it is of none that is known."""
    return next((x.origin for x in _SETS if x.rate_hz == rate_hz and x.names.fullmatch(name)), "")


def patient_key(origin: str, name: str) -> str:
    """Return a key that no two people share; origin: of the set, however it was named here."""
    return f"{origin}/{_SAME_PERSON.get((origin, name), name)}"
