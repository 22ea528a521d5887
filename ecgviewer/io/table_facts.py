"""What the lines above a table say: rate, unit, lead, the person, as watches write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ecgviewer.io.header_facts import HeaderFacts, names_a_person, read_facts
from ecgviewer.io.personal_facts import PersonalFacts
from ecgviewer.io.table_cells import date_of, plain
from ecgviewer.io.units import mv_per_unit

_MOST_LINES = 200
_PAIR = re.compile(r"\s*[#%/*]*\s*\"?([^:=,;\t\"]{1,60}?)\"?\s*[:=,;\t]\s*(.*)")
_RATE_KEY = re.compile(
    r"(fs|sfreq|sampl\w*[\s_-]*(rate|freq\w*))([\s_]*[(\[]?hz[)\]]?)?", re.IGNORECASE
)
_RATE = re.compile(r"(\d{1,7}(?:[.,]\d{1,6})?)\s*(k?)(?:hz|hertz|sps|samples.*)?", re.IGNORECASE)
_DATE_KEYS = ("recorded date", "recording date", "start", "start time", "start date", "date")
_DIAGNOSIS_KEYS = ("classification", "interpretation")


@dataclass(slots=True)
class TableFacts:
    """Facts above a table; None where they are not there. personal: who it is."""

    rate_hz: float | None = None
    unit: str = ""
    lead: str = ""
    started_at: datetime | None = None
    personal: PersonalFacts = field(default_factory=PersonalFacts)
    _lines: list[str] = field(default_factory=list)

    def header_facts(self) -> HeaderFacts:
        """Return person, diagnoses and what else may be shown."""
        return read_facts(self.personal.shown(self._lines))

    def take(self, line: str) -> None:
        """Sort in one line."""
        match = _PAIR.fullmatch(line)
        key, value = (match[1].strip(), _unquoted(match[2])) if match else ("", "")
        word = key.lower()
        if not value:
            # Without a value it says nothing; a line of words is taken as it is.
            if match is None:
                self._lines.append(line.strip(" \t#%*"))
        elif _RATE_KEY.fullmatch(key):
            self.rate_hz = _rate_hz(value) or self.rate_hz
        elif word in ("unit", "units") and mv_per_unit(value) is not None:
            self.unit = value
        elif word in ("lead", "channel"):
            self.lead = value
        elif word in _DATE_KEYS and date_of(value) is not None:
            self.started_at = date_of(value)
        elif names_a_person(key, line):
            self.personal.add(word, value)
        else:
            said = "Diagnosis" if word in _DIAGNOSIS_KEYS else key
            self._lines.append(f"{said}: {value}")


def facts_above(preamble: Sequence[str]) -> TableFacts:
    """Return what the lines above a table say."""
    facts = TableFacts()
    for line in preamble[:_MOST_LINES]:
        if line.strip():
            facts.take(line)
    return facts


def _unquoted(value: str) -> str:
    return plain(value.strip().rstrip(",;\t "))


def _rate_hz(value: str) -> float | None:
    match = _RATE.fullmatch(value)
    if match is None:
        return None
    rate = float(match[1].replace(",", ".")) * (1_000 if match[2] else 1)
    return rate if rate > 0 else None
