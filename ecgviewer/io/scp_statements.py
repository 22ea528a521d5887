"""What an SCP-ECG record states: interpretation in words (section 8) and in codes (11).

Source: EN 1064:2005+A1:2007, clauses 5.11, 5.14 and annex B.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ecgviewer.core.record import Diagnosis
from ecgviewer.io.free_text import statements_of
from ecgviewer.io.header_facts import scp_name
from ecgviewer.io.little_endian import LittleEndian, cleaned
from ecgviewer.io.personal_facts import PersonalFacts
from ecgviewer.io.scp_header import text_in

_STATES: Final = {0: "not overread", 1: "confirmed", 2: "overread, not confirmed"}
_DATE_AND_TIME_BYTES = 7
_CODED = 1


@dataclass(frozen=True, slots=True)
class Report:
    """Statements of a section, and how far somebody stands behind them."""

    diagnoses: tuple[Diagnosis, ...] = ()
    comments: tuple[str, ...] = ()


def read_report(content: bytes, character_set: str, personal: PersonalFacts) -> Report:
    """Read section 8; raises ValueError if it is damaged."""
    fields = LittleEndian(content)
    state = fields.u8()
    lines = [text_in(line, character_set) for line in _statements(fields)]
    told = statements_of(lines, personal)
    return Report(told, _state(state, told))


def read_coded(content: bytes, character_set: str, personal: PersonalFacts) -> Report:
    """Read section 11: coded statements by their names, others in their words.

    Raises ValueError if the section is damaged.
    """
    fields = LittleEndian(content)
    state = fields.u8()
    lines: list[str] = []
    for statement in _statements(fields):
        parts = [cleaned(x.decode(character_set, "replace")) for x in statement[1:].split(b"\0")]
        words = [part for part in parts if part]
        lines += [_named(x) for x in words] if statement[:1] == bytes([_CODED]) else words
    told = statements_of(lines, personal)
    return Report(told, _state(state, told))


def _statements(fields: LittleEndian) -> Iterator[bytes]:
    fields.take(_DATE_AND_TIME_BYTES)
    for _ in range(fields.u8()):
        fields.u8()
        yield fields.take(fields.u16())


def _named(coded: str) -> str:
    """Return a coded statement's name with its modifiers: "AFIB_PR" has one."""
    code, *modifiers = coded.split("_")
    name = scp_name(code)
    return f"{name} ({', '.join(modifiers)})" if any(modifiers) else name


def _state(state: int, told: Sequence[Diagnosis]) -> tuple[str, ...]:
    return (f"Interpretation: {_STATES[state]}",) if told and state in _STATES else ()
