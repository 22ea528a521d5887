"""What section 1 of an SCP-ECG record says: patient, device, filters, when it was recorded.

Source: EN 1064:2005+A1:2007, clause 5.4 (tags) and annex A (character sets).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from ecgviewer.core.record import Patient
from ecgviewer.io.free_text import comments_of
from ecgviewer.io.little_endian import LittleEndian, cleaned
from ecgviewer.io.patient_age import age_of, age_years, date_of
from ecgviewer.io.personal_facts import PersonalFacts
from ecgviewer.io.scp_device import Device, read_device

_END = 255
_LAST_NAME, _FIRST_NAME, _ID, _SECOND_NAME, _AGE, _BORN, _HEIGHT, _WEIGHT, _SEX = range(9)
_DRUGS, _SYSTOLIC, _DIASTOLIC, _INDICATION, _DEVICE, _ANALYSER = range(10, 16)
_DATE, _TIME, _HIGH_PASS, _LOW_PASS, _FILTERS, _FREE_TEXT = range(25, 31)
_TIME_ZONE, _HISTORY = 34, 35
_PERSONAL: Final = {
    16: "institution",
    17: "analysing institution",
    18: "department",
    19: "analysing department",
    20: "referring physician",
    21: "confirming physician",
    22: "technician",
    23: "room",
    31: "sequence number",
}
_AGE_UNITS: Final = {1: "years", 2: "months", 3: "weeks", 4: "days", 5: "hours"}
_SEXES: Final = {1: "M", 2: "F"}
_LENGTHS: Final = {1: "cm", 2: "in", 3: "mm"}
_WEIGHTS: Final = {1: "kg", 2: "g", 3: "lb", 4: "oz"}
_FILTER_NAMES: Final = ("60 Hz notch", "50 Hz notch", "artefact", "baseline")
_CHARACTER_SETS: Final = {
    0x03: "iso8859-2", 0x0B: "iso8859-4", 0x13: "iso8859-5", 0x1B: "iso8859-6",
    0x23: "iso8859-7", 0x2B: "iso8859-8", 0x33: "iso8859-11", 0x3B: "iso8859-15",
    0x07: "utf-8", 0x0F: "shift_jis", 0x17: "euc-jp", 0x1F: "euc-jp", 0x27: "gb2312",
    0x2F: "euc-kr",
}  # fmt: skip
_LATIN_1: Final = "latin-1"
_LONGEST_OFFSET_MIN: Final = 14 * 60


@dataclass(frozen=True, slots=True)
class Header:
    """Section 1 in facts.

    character_set: of the texts in the other sections too. personal: what names somebody.
    """

    patient: Patient = field(default_factory=Patient)
    started_at: datetime | None = None
    comments: tuple[str, ...] = ()
    personal: PersonalFacts = field(default_factory=PersonalFacts)
    character_set: str = _LATIN_1


def read_header(content: bytes) -> Header:
    """Read section 1; a damaged tag ends it."""
    tags = _read_tags(content)
    device = read_device(tags[_DEVICE][0]) if _DEVICE in tags else Device()
    character_set = _character_set(device.language)
    reading = _Tags(tags, character_set)
    born, recorded = reading.day(_BORN), reading.day(_DATE)
    personal = PersonalFacts.of(_personal(reading, born, device))
    told = [
        *_comments(reading, device),
        *_drugs(reading),
        *reading.texts(_INDICATION),
        *reading.texts(_HISTORY),
        *reading.texts(_FREE_TEXT),
    ]
    return Header(
        patient=Patient(_age(reading, born, recorded), _SEXES.get(reading.number(_SEX) or 0)),
        started_at=_started_at(reading, recorded),
        comments=comments_of(told, personal),
        personal=personal,
        character_set=character_set,
    )


def text_in(content: bytes, character_set: str) -> str:
    """Return a text of a record; what its character set lacks becomes a replacement sign."""
    return cleaned(content.partition(b"\0")[0].decode(character_set, errors="replace"))


def _read_tags(content: bytes) -> dict[int, list[bytes]]:
    fields = LittleEndian(content)
    tags: dict[int, list[bytes]] = {}
    while fields.left >= 3:
        tag, length = fields.u8(), fields.u16()
        if tag == _END or length > fields.left:
            break
        tags.setdefault(tag, []).append(fields.take(length))
    return tags


@dataclass(frozen=True, slots=True)
class _Tags:
    """Tags as what they mean; a tag that is absent or too short is None."""

    contents: Mapping[int, list[bytes]]
    character_set: str

    def of(self, tag: int, length: int) -> LittleEndian | None:
        content = self.contents.get(tag, [b""])[0]
        return LittleEndian(content) if len(content) >= length > 0 else None

    def number(self, tag: int) -> int | None:
        fields = self.of(tag, 1)
        return fields.u8() if fields else None

    def number_16(self, tag: int) -> int | None:
        fields = self.of(tag, 2)
        return fields.u16() if fields else None

    def measured(self, tag: int) -> tuple[int, int]:
        """Return a value and the code of its unit, zeros where it is not known."""
        fields = self.of(tag, 3)
        return (fields.u16(), fields.u8()) if fields else (0, 0)

    def text(self, tag: int) -> str:
        return text_in(self.contents.get(tag, [b""])[0], self.character_set)

    def texts(self, tag: int) -> list[str]:
        found = (text_in(x, self.character_set) for x in self.contents.get(tag, ()))
        return [text for text in found if text]

    def day(self, tag: int) -> date | None:
        fields = self.of(tag, 4)
        return date_of(fields.u16(), fields.u8(), fields.u8()) if fields else None


def _character_set(language: int) -> str:
    # Without the lowest bit texts are ASCII; Latin 1 says the same and forgives.
    return _CHARACTER_SETS.get(language, _LATIN_1) if language & 0b10 else _LATIN_1


def _age(tags: _Tags, born: date | None, recorded: date | None) -> float | None:
    value, unit = tags.measured(_AGE)
    # A value of 0 stands for an age that is not told.
    told = age_of(value or None, _AGE_UNITS.get(unit, ""))
    return age_years(born, recorded) if told is None else told


def _started_at(tags: _Tags, recorded: date | None) -> datetime | None:
    fields = tags.of(_TIME, 3)
    if recorded is None or fields is None:
        return None
    try:
        clock = time(fields.u8(), fields.u8(), fields.u8())
    except ValueError:
        return None
    offset = tags.of(_TIME_ZONE, 2)
    minutes = offset.i16() if offset else None
    if minutes is not None and abs(minutes) <= _LONGEST_OFFSET_MIN:
        return datetime.combine(recorded, clock, timezone(timedelta(minutes=minutes)))
    return datetime.combine(recorded, clock)


def _personal(tags: _Tags, born: date | None, device: Device) -> list[tuple[str, str]]:
    name = " ".join(
        filter(None, (tags.text(tag) for tag in (_FIRST_NAME, _LAST_NAME, _SECOND_NAME)))
    )
    found = [("name", name), ("patient id", tags.text(_ID))]
    found.append(("birth date", born.isoformat() if born else ""))
    found += [(what, tags.text(tag)) for tag, what in _PERSONAL.items()]
    found.append(("device serial number", device.serial_number))
    return found


def _comments(tags: _Tags, device: Device) -> list[str]:
    return [*device.comments, *_analyser(tags), *_body(tags), *_filters(tags)]


def _drugs(tags: _Tags) -> list[str]:
    # Before the words stand the codes of a table that not every record uses.
    drugs = [text_in(x[3:], tags.character_set) for x in tags.contents.get(_DRUGS, ())]
    return [f"Drugs: {', '.join(filter(None, drugs))}"] if any(drugs) else []


def _analyser(tags: _Tags) -> list[str]:
    if _ANALYSER not in tags.contents:
        return []
    analyser = read_device(tags.contents[_ANALYSER][0])
    return [f"Analysed by: {analyser.words}"] if analyser.words else []


def _body(tags: _Tags) -> list[str]:
    height, height_unit = tags.measured(_HEIGHT)
    weight, weight_unit = tags.measured(_WEIGHT)
    said = []
    if height and height_unit in _LENGTHS:
        said.append(f"Height: {height} {_LENGTHS[height_unit]}")
    if weight and weight_unit in _WEIGHTS:
        said.append(f"Weight: {weight} {_WEIGHTS[weight_unit]}")
    systolic, diastolic = tags.number_16(_SYSTOLIC), tags.number_16(_DIASTOLIC)
    if systolic and diastolic:
        said.append(f"Blood pressure: {systolic}/{diastolic} mmHg")
    return said


def _filters(tags: _Tags) -> list[str]:
    said = []
    if high_pass := tags.number_16(_HIGH_PASS):
        said.append(f"{high_pass / 100:g} Hz high-pass")
    if low_pass := tags.number_16(_LOW_PASS):
        said.append(f"{low_pass} Hz low-pass")
    bits = tags.number(_FILTERS) or 0
    said += [name for bit, name in enumerate(_FILTER_NAMES) if bits >> bit & 1]
    return [f"Filters: {', '.join(said)}"] if said else []
