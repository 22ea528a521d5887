"""Which leads an SCP-ECG record holds, when each was recorded, and where its beats are.

Source: EN 1064:2005+A1:2007, clauses 5.6 (section 3, table of leads) and 5.7 (section 4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecgviewer.io.little_endian import LittleEndian

_FIRST_NAMES = (
    *("I", "II", "V1", "V2", "V3", "V4", "V5", "V6", "V7"),
    *("V2R", "V3R", "V4R", "V5R", "V6R", "V7R", "X", "Y", "Z", "CC5", "CM5", "LA", "RA", "LL"),
    *("fI", "fE", "fC", "fA", "fM", "fF", "fH"),
)
_MORE_NAMES = (
    *("III", "aVR", "aVL", "aVF", "-aVR", "V8", "V9", "V8R", "V9R", "D", "A", "J"),
    *("Defib", "Extern", "A1", "A2", "A3", "A4"),
)
_CHEST_NAMES = (
    *("Chest", "V", "VR", "VL", "VF", "MCL", "MCL1", "MCL2", "MCL3", "MCL4", "MCL5", "MCL6"),
    *("CC", "CC1", "CC2", "CC3", "CC4", "CC6", "CC7", "CM", "CM1", "CM2", "CM3", "CM4", "CM6"),
)
_LAST_NAMES = ("CM7", "CH5", "CS5", "CB5", "CR5", "ML", "AB1", "AB2", "AB3", "AB4", "ES", "AS")
# From code 1 on; a lead that was calibrated with a pulse has a code of its own.
_NAMES: Final = (
    *_FIRST_NAMES,
    *(f"{name} cal" for name in _FIRST_NAMES),
    *_MORE_NAMES,
    *(f"{name} cal" for name in ("V8", "V9", "V8R", "V9R", "D", "A", "J")),
    *_CHEST_NAMES,
    *(f"{x} cal" for x in ("III", "aVR", "aVL", "aVF", "-aVR", "Chest", "V", "VR", "VL", "VF")),
    *_LAST_NAMES,
    *("AI", "S"),
)
_SUBTRACTED, _SIMULTANEOUS = 0b1, 0b100
_MAX_SPAN = 1 << 27


@dataclass(frozen=True, slots=True)
class LeadSpan:
    """A lead and the samples in which it was recorded, both ends included, as the file counts."""

    code: int
    first: int
    last: int

    @property
    def name(self) -> str:
        """The lead's name, "" where the file names none."""
        return lead_name(self.code)

    @property
    def length(self) -> int:
        """How many samples the span holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class LeadList:
    """Section 3. subtracted: the rhythm is stored less the reference beat.

    at_once: how many leads were recorded at the same time, 0 where it is not told.
    """

    leads: tuple[LeadSpan, ...]
    subtracted: bool
    simultaneous: bool
    at_once: int

    @property
    def origin(self) -> int:
        """Number of the record's first sample; files count from 1, some from 0."""
        return min(lead.first for lead in self.leads)


@dataclass(frozen=True, slots=True)
class Beat:
    """A QRS complex: its type (0: as the reference beat), its fiducial point, and spans.

    subtracted: from where to where the reference beat was taken off; protected: what was
    stored at the full rate. Both ends belong to them; None where there is no such span.
    Samples as the file counts, from 1.
    """

    type: int
    fiducial: int
    subtracted: tuple[int, int] | None
    protected: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class BeatList:
    """Section 4. length_ms, fiducial: of the reference beat, the latter counted from 1."""

    length_ms: int
    fiducial: int
    beats: tuple[Beat, ...]


def lead_name(code: int) -> str:
    """Return the name of a lead's code, "" for none, "Lead 200" for one of no known name."""
    if code == 0:
        return ""
    return _NAMES[code - 1] if code <= len(_NAMES) else f"Lead {code}"


def read_leads(content: bytes) -> LeadList:
    """Read section 3; raises ValueError if it is damaged or lists no lead."""
    fields = LittleEndian(content)
    count, flags = fields.u8(), fields.u8()
    leads = tuple(_read_lead(fields) for _ in range(count))
    if not leads:
        raise ValueError("it lists no lead")
    simultaneous = bool(flags & _SIMULTANEOUS)
    return LeadList(leads, bool(flags & _SUBTRACTED), simultaneous, at_once=flags >> 3)


def _read_lead(fields: LittleEndian) -> LeadSpan:
    first, last, code = fields.u32(), fields.u32(), fields.u8()
    if not first <= last < first + _MAX_SPAN:
        raise ValueError(f"it has a lead of samples {first} to {last}")
    return LeadSpan(code, first, last)


def read_beats(content: bytes) -> BeatList:
    """Read section 4; raises ValueError if it is damaged. Protected spans may be absent."""
    fields = LittleEndian(content)
    length_ms, fiducial, count = fields.u16(), fields.u16(), fields.u16()
    if count * 14 > fields.left:
        raise ValueError(f"it announces {count} beats")
    zones = [(fields.u16(), fields.u32(), fields.u32(), fields.u32()) for _ in range(count)]
    protected = list(_protected(fields, count))
    beats = [
        Beat(kind, place, _span(start, end) if kind == 0 else None, guarded)
        for (kind, start, place, end), guarded in zip(zones, protected, strict=True)
    ]
    return BeatList(length_ms, fiducial, tuple(beats))


def _protected(fields: LittleEndian, count: int) -> Iterator[tuple[int, int] | None]:
    are_there = fields.left >= count * 8
    for _ in range(count):
        yield _span(fields.u32(), fields.u32()) if are_there else None


def _span(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if 0 < start <= end else None
