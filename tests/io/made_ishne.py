"""Writes ISHNE Holter recordings and their annotation files from the specification.

Source: Badilini F, The ISHNE Holter Standard Output File Format, Annals of Noninvasive
Electrocardiology 3(3):263-266, 1998, tables 1 to 3; THEW's description of annotations.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack

import numpy as np

from tests.io.made_scp import crc

HEADER_BYTES = 522
ABSENT = -9
MISSING = -32_768
# Table 2 of the specification.
SPEC = {"I": 5, "II": 6, "III": 7, "aVR": 8, "V1": 11, "V5": 15, "ES": 17, "X": 2, "unknown": 0}


@dataclass(frozen=True)
class MadeHeader:
    """The fields of a header, in the order of the specification. Dates: day, month, year."""

    leads: tuple[str, ...] = ("II", "V1", "V5")
    rate_hz: int = 200
    first_name: str = "Erika"
    last_name: str = "Mustermann"
    identifier: str = "PAT-77"
    sex: int = 2
    born: tuple[int, int, int] = (30, 6, 1950)
    recorded: tuple[int, int, int] = (29, 6, 2020)
    started: tuple[int, int, int] = (21, 30, 15)
    qualities: tuple[int, ...] = ()
    nv_per_unit: tuple[int, ...] = ()
    pacemaker: int = 0
    recorder: str = "digital"
    owner: str = ""
    rights: str = ""
    comment: bytes = b""

    def content(self, told_samples: int, magic: bytes = b"ISHNE1.0") -> bytes:
        """Return magic number, checksum, the fixed block and the one of variable length."""
        data_start = HEADER_BYTES + len(self.comment)
        fixed = pack("<iiiih", len(self.comment), told_samples, HEADER_BYTES, data_start, 1)
        fixed += _padded(self.first_name, 40) + _padded(self.last_name, 40)
        fixed += _padded(self.identifier, 20) + pack("<hh", self.sex, 1)
        fixed += pack("<12h", *self.born, *self.recorded, *self.recorded, *self.started)
        fixed += pack("<h", len(self.leads))
        resolutions = self.nv_per_unit or (2_500,) * len(self.leads)
        for column in ([SPEC[x] for x in self.leads], self.qualities, resolutions):
            fixed += pack("<12h", *(list(column) + [ABSENT] * 12)[:12])
        fixed += pack("<h", self.pacemaker) + _padded(self.recorder, 40)
        fixed += pack("<h", self.rate_hz) + _padded(self.owner, 80) + _padded(self.rights, 80)
        fixed += bytes(88)
        assert len(fixed) == HEADER_BYTES - 10
        block = fixed + self.comment
        return magic + pack("<H", crc(block)) + block


def _padded(words: str, length: int) -> bytes:
    return words.encode("latin-1").ljust(length, b"\0")


def recording(
    levels: np.ndarray, header: MadeHeader | None = None, told_samples: int | None = None
) -> bytes:
    """Return a recording; levels: int (n_leads, n_samples)."""
    header = header or MadeHeader()
    told = levels.shape[1] if told_samples is None else told_samples
    return header.content(told) + levels.T.astype("<i2").tobytes()


def annotation_file(
    first: int, entries: Sequence[tuple[str, int]], header: MadeHeader | None = None
) -> bytes:
    """Return an annotation file. entries: label and samples since the one before."""
    content = (header or MadeHeader()).content(0, b"ANN  1.0") + pack("<I", first)
    return content + b"".join(pack("<ccH", x.encode(), b".", step) for x, step in entries)


def made_levels(n_leads: int = 3, n_samples: int = 2_000) -> np.ndarray:
    """Return int (n_leads, n_samples) in which each lead and sample has its own value."""
    steps = np.arange(n_samples)
    return 97 * np.arange(n_leads)[:, None] + (steps * 7) % 4_001 - 2_000
