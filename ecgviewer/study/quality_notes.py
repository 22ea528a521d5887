"""What the annotators of PTB-XL noted about the signals, lead by lead.

The columns hold free text in German and shorthand: "I-AVF" (from I to aVF, in the order of
the leads), "V3,5,6", "alles" (all), "leicht" (slight) without a lead.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.signal.leads import STANDARD_LEADS

DATABASE: Final = "ptbxl_database.csv"
FAULTS: Final = ("baseline_drift", "static_noise", "burst_noise", "electrodes_problems")
_ALL: Final = "alles"
_PLACES: Final = {lead.lower(): place for place, lead in enumerate(STANDARD_LEADS)}
_RANGE: Final = re.compile(r"([a-z]+\d?)-([a-z]*\d?)")


@dataclass(frozen=True, slots=True)
class Noted:
    """A record of PTB-XL and the leads in which each of FAULTS was noted.

    spoken_of: whether any fault was noted at all, in a lead or without one.
    """

    path: Path
    patient: str
    leads: dict[str, frozenset[str]]
    spoken_of: bool


def noted_faults(folder: Path) -> Iterator[Noted]:
    """Yield every record of PTB-XL's folder that is there, in the database's order."""
    with (folder / DATABASE).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            path = folder / f"{row['filename_hr']}.hea"
            if path.is_file():
                leads = {fault: noted_leads(row[fault]) for fault in FAULTS}
                spoken_of = any(row[fault].strip(" ,") for fault in FAULTS)
                yield Noted(path, row["patient_id"], leads, spoken_of)


def noted_leads(text: str) -> frozenset[str]:
    """Return the standard leads that a note names; what names none is passed over."""
    places: set[int] = set()
    before = ""
    for part in text.lower().replace(" ", "").split(","):
        spelled = f"v{part}" if part.isdigit() and before.startswith("v") else part
        places |= _places(spelled)
        before = spelled
    return frozenset(STANDARD_LEADS[place] for place in places)


def _places(part: str) -> set[int]:
    if part == _ALL:
        return set(range(len(STANDARD_LEADS)))
    found = _RANGE.fullmatch(part)
    if not found:
        return {_PLACES[part]} if part in _PLACES else set()
    first, last = found[1], found[2]
    # "v5-6" means V5 to V6.
    last = f"v{last}" if last.isdigit() else last
    if first not in _PLACES or last not in _PLACES:
        return set()
    return set(range(_PLACES[first], _PLACES[last] + 1))
