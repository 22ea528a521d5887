"""The header of an ISHNE Holter recording or of its annotation file.

Source: Badilini F, The ISHNE Holter Standard Output File Format, Annals of Noninvasive
Electrocardiology 3(3):263-266, 1998.
"""

from binascii import crc_hqx
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Patient
from ecgviewer.io.free_text import comments_of
from ecgviewer.io.little_endian import LittleEndian, cleaned
from ecgviewer.io.patient_age import age_years, date_of
from ecgviewer.io.personal_facts import PersonalFacts

RECORDING: Final = b"ISHNE1.0"
ANNOTATIONS: Final = b"ANN  1.0"
FIXED_BYTES: Final = 522
# The header describes no more leads than these.
DESCRIBED_LEADS: Final = 12

_CRC_FROM, _CRC_START = 10, 0xFFFF
_MAX_LEADS = 64
_MAX_COMMENT_BYTES = 1 << 20
_MAX_LINES = 200
_SEXES: Final = {1: "M", 2: "F"}
_LEAD_NAMES: Final = {
    1: "bipolar", 2: "X", 3: "Y", 4: "Z", 5: "I", 6: "II", 7: "III", 8: "aVR", 9: "aVL",
    10: "aVF", 11: "V1", 12: "V2", 13: "V3", 14: "V4", 15: "V5", 16: "V6", 17: "ES", 18: "AS",
    19: "AI",
}  # fmt: skip
_QUALITIES: Final = {
    2: "intermittent noise, less than 10 % of the time",
    3: "frequent noise, more than 10 % of the time",
    4: "intermittently off, less than 10 % of the time",
    5: "frequently off, more than 10 % of the time",
}
_PACEMAKERS: Final = {
    1: "of unknown type",
    2: "single chamber, unipolar",
    3: "dual chamber, unipolar",
    4: "single chamber, bipolar",
    5: "dual chamber, bipolar",
}


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """A lead. name: "" where it is not told. nv_per_unit: 0 or less where it is not."""

    name: str
    nv_per_unit: int
    quality: str


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says.

    told_samples: the size of the recording as the header has it, of one lead or of all
    together. data_start: the byte at which samples begin. rate_hz: 0 where it is not told.
    """

    leads: tuple[LeadFacts, ...]
    rate_hz: int
    patient: Patient
    started_at: datetime | None
    comments: tuple[str, ...]
    personal: tuple[tuple[str, str], ...]
    told_samples: int = 0
    data_start: int = FIXED_BYTES
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    identifier: str
    sex: int
    born: date | None


def read_header(path: Path) -> Header:
    """Read the header at a file's beginning; raises EcgError if it makes no sense."""
    size = path.stat().st_size
    with path.open("rb") as file:
        fixed = file.read(FIXED_BYTES)
        if len(fixed) < FIXED_BYTES:
            raise EcgError(f"{path.name} ends in the middle of its header: it was cut short.")
        fields = LittleEndian(fixed, _CRC_FROM)
        comment_size, told_samples = fields.i32(), fields.i32()
        comment_start, data_start = fields.i32(), fields.i32()
        if not FIXED_BYTES <= data_start <= size:
            raise EcgError(
                f"{path.name} is damaged: its samples would begin at byte {data_start:,} "
                f"of {size:,}."
            )
        file.seek(max(comment_start, 0))
        comment = file.read(max(min(comment_size, _MAX_COMMENT_BYTES), 0))
        file.seek(_CRC_FROM)
        checked = file.read(min(data_start - _CRC_FROM, _MAX_COMMENT_BYTES))
    header = replace(_read_fields(path, fields, comment), told_samples=told_samples)
    wrong = crc_hqx(checked, _CRC_START) != int.from_bytes(fixed[8:10], "little")
    warnings = (Notice("The checksum of the header is wrong: what it says may be damaged."),)
    return replace(header, data_start=data_start, warnings=warnings if wrong else ())


def _read_fields(path: Path, fields: LittleEndian, comment: bytes) -> Header:
    """Read what comes behind the sizes and places of the blocks."""
    fields.take(2)
    person = _read_person(fields)
    recorded, _written = _day(fields), _day(fields)
    started_at = _moment(recorded, fields)
    leads = _read_leads(path, fields)
    pacemaker = fields.i16()
    recorder, rate_hz = _text(fields, 40), fields.i16()
    owner, rights = _text(fields, 80), _text(fields, 80)
    personal = PersonalFacts.of(
        (
            ("name", person.name),
            ("patient id", person.identifier),
            ("birth date", person.born.isoformat() if person.born else ""),
            ("owner", owner),
        )
    )
    said = [f"Recorder: {recorder}"] if recorder else []
    if pacemaker in _PACEMAKERS:
        said.append(f"Pacemaker: {_PACEMAKERS[pacemaker]}")
    said += [f"Lead {x.name}: {x.quality}" for x in leads if x.quality]
    free = [*comment.decode("latin-1").splitlines()[:_MAX_LINES], rights]
    comments = comments_of((*said, *map(cleaned, free)), personal)
    return Header(
        leads=leads,
        rate_hz=max(rate_hz, 0),
        patient=Patient(age_years(person.born, recorded), _SEXES.get(person.sex)),
        started_at=started_at,
        comments=comments,
        personal=tuple(personal.facts),
    )


def _read_person(fields: LittleEndian) -> _Person:
    first, last, identifier = _text(fields, 40), _text(fields, 40), _text(fields, 20)
    sex, _race = fields.i16(), fields.i16()
    return _Person(f"{first} {last}".strip(), identifier, sex, _day(fields))


def _read_leads(path: Path, fields: LittleEndian) -> tuple[LeadFacts, ...]:
    n_leads = fields.i16()
    if not 0 < n_leads <= _MAX_LEADS:
        raise EcgError(f"{path.name} is damaged: its header tells of {n_leads} leads.")
    codes, qualities, resolutions = (fields.i16s(DESCRIBED_LEADS) for _ in range(3))
    described = [
        LeadFacts(_LEAD_NAMES.get(code, ""), resolution, _QUALITIES.get(quality, ""))
        for code, quality, resolution in zip(codes, qualities, resolutions, strict=True)
    ]
    return tuple([*described, *[LeadFacts("", 0, "")] * n_leads][:n_leads])


def _text(fields: LittleEndian, length: int) -> str:
    return cleaned(fields.take(length).partition(b"\0")[0].decode("latin-1"))


def _day(fields: LittleEndian) -> date | None:
    day, month, year = fields.i16s(3)
    return date_of(year, month, day)


def _moment(day: date | None, fields: LittleEndian) -> datetime | None:
    hour, minute, second = fields.i16s(3)
    try:
        return datetime.combine(day, time(hour, minute, second)) if day else None
    except ValueError:
        return None
