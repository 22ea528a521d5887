"""The frame of an SCP-ECG record: length, checksums, pointers to its sections.

Source: EN 1064:2005+A1:2007 (ISO 11073-91064:2009), clauses 5.2 and 5.3.
"""

from binascii import crc_hqx
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice
from ecgviewer.io.little_endian import LittleEndian

RHYTHM, LEADS, HUFFMAN, REFERENCE_BEAT, QRS_PLACES = 6, 3, 2, 5, 4
HEADER, GLOBAL_MEASUREMENTS, REPORT, LEAD_MEASUREMENTS, CODED_STATEMENTS = 1, 7, 8, 10, 11
# Version 3 stores long recordings, stress tests and more in sections of its own.
LAST_READ: Final = 11
SIGNATURE: Final = b"SCPECG"
SECTION_HEADER_BYTES: Final = 16

_RECORD_HEADER_BYTES, _POINTER_BYTES = 6, 10
_CRC_START: Final = 0xFFFF
# Each of at most 255 leads has at most 65,535 bytes in sections 5 and 6.
_MAX_BYTES: Final = 64 << 20
_MAX_POINTERS: Final = 1_024


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of one record.

    version: the protocol's, 20 for 2.0, 0 where it is not told. contents: of each section
    that holds something, without its header. warnings: of wrong checksums and the like.
    """

    name: str
    version: int
    contents: Mapping[int, bytes]
    warnings: tuple[Notice, ...]

    @property
    def version_text(self) -> str:
        """The protocol's version as people write it: "2.0"."""
        return f"{self.version / 10:.1f}" if self.version else ""

    def needed(self, number: int, what: str) -> bytes:
        """Return the content of a section; raises EcgError if the record lacks it."""
        if number not in self.contents:
            raise EcgError(
                f"{self.name} has no section {number}, which holds {what}: "
                "there is no ECG that could be shown."
            )
        return self.contents[number]


def looks_like_scp(beginning: bytes) -> bool:
    """Tell from a file's first bytes whether it is an SCP-ECG record."""
    if len(beginning) < _RECORD_HEADER_BYTES + SECTION_HEADER_BYTES + _POINTER_BYTES:
        return False
    if beginning[16:22] == SIGNATURE:
        return True
    # Before version 1.3 nothing is written there; the first pointer is the table's own.
    section, pointer = beginning[8:10], beginning[22:24]
    place = int.from_bytes(beginning[28:32], "little")
    return section == pointer == b"\0\0" and place == _RECORD_HEADER_BYTES + 1


def read_sections(path: Path) -> Sections:
    """Read the record in a file; raises EcgError if it has no sound table of sections."""
    with path.open("rb") as file:
        content = file.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise EcgError(f"{path.name} is larger than an SCP-ECG record can be.")
    if not looks_like_scp(content):
        raise EcgError(f"{path.name} is no SCP-ECG record: its beginning is none of one.")
    length = int.from_bytes(content[2:_RECORD_HEADER_BYTES], "little")
    warnings = [_cut_short(len(content), length)] if length > len(content) else []
    record = content[: max(length, _RECORD_HEADER_BYTES)] if length <= len(content) else content
    if _crc_is_wrong(record):
        warnings.append(Notice("The checksum of the record is wrong: what it says may be damaged."))
    damaged: list[str] = []
    contents: dict[int, bytes] = {}
    for number, size, place in _pointers(path, content):
        section = content[place : place + size]
        if len(section) <= SECTION_HEADER_BYTES:
            warnings.append(Notice(f"Section {number} lies outside the file and was left out."))
            continue
        if _crc_is_wrong(section):
            damaged.append(str(number))
        contents.setdefault(number, section[SECTION_HEADER_BYTES:])
    if damaged:
        warnings.append(
            Notice(f"Sections with a wrong checksum, which may be damaged: {', '.join(damaged)}.")
        )
    return Sections(path.name, content[15], contents, (*warnings, *_unread(contents)))


def _pointers(path: Path, content: bytes) -> list[tuple[int, int, int]]:
    """Return number, size and place (from 0) of each section that holds something."""
    size = int.from_bytes(content[10:14], "little")
    count = (size - SECTION_HEADER_BYTES) // _POINTER_BYTES
    if not 0 < count <= _MAX_POINTERS:
        raise EcgError(f"{path.name} is damaged: its table of sections has an impossible size.")
    table = LittleEndian(content, _RECORD_HEADER_BYTES + SECTION_HEADER_BYTES)
    found = []
    for _ in range(min(count, table.left // _POINTER_BYTES)):
        number, length, place = table.u16(), table.u32(), table.u32()
        # Places are counted from 1.
        if number and length > SECTION_HEADER_BYTES and place:
            found.append((number, length, place - 1))
    return found


def _crc_is_wrong(block: bytes) -> bool:
    """Whether the CCITT checksum in the first two bytes disagrees with what follows."""
    return int.from_bytes(block[:2], "little") != crc_hqx(block[2:], _CRC_START)


def _cut_short(there: int, told: int) -> Notice:
    return Notice(f"The file holds {there:,} bytes of {told:,}: it was cut short, copy it again.")


def _unread(contents: Mapping[int, bytes]) -> tuple[Notice, ...]:
    numbers = sorted(number for number in contents if LAST_READ < number < 128)
    if not numbers:
        return ()
    listed = ", ".join(map(str, numbers))
    return (Notice(f"Sections that cannot be read here: {listed}."),)
