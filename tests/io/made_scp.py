"""Writes SCP-ECG records from the standard: every section, every way to store a signal.

Source: EN 1064:2005+A1:2007. Nothing here comes from the reader: the checksum goes bit by
bit, the default codes are typed from annex C, streams are built as strings of zeros and ones.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from struct import pack

import numpy as np

# Annex C: bits of prefix, bits in all, base value, base code with the first bit lowest.
DEFAULT_CODES = (
    (1, 1, 0, 0), (3, 3, 1, 1), (3, 3, -1, 5), (4, 4, 2, 3), (4, 4, -2, 11), (5, 5, 3, 7),
    (5, 5, -3, 23), (6, 6, 4, 15), (6, 6, -4, 47), (7, 7, 5, 31), (7, 7, -5, 95), (8, 8, 6, 63),
    (8, 8, -6, 191), (9, 9, 7, 127), (9, 9, -7, 383), (10, 10, 8, 255), (10, 10, -8, 767),
    (10, 18, 0, 511), (10, 26, 0, 1023),
)  # fmt: skip
# A row of a table: bits of prefix, bits in all, base value, base code.
CodeRow = tuple[int, int, int, int]
# A row that switches: bits of prefix, bits in all, number of the table from 1, base code.
Switch = tuple[int, int, int, int]

LEAD_CODES = {"I": 1, "II": 2, "V1": 3, "V2": 4, "III": 61, "aVR": 62}


class MadeTable:
    """A Huffman table and its switches to others."""

    def __init__(self, rows: Sequence[CodeRow], switches: Sequence[Switch] = ()) -> None:
        self.rows, self.switches = rows, switches

    def content(self) -> bytes:
        """Return the table as section 2 holds it (clause 5.5.2)."""
        entries = [
            *((x, 1) for x in self.rows),
            *((x, 0) for x in self.switches),
        ]
        return pack("<H", len(entries)) + b"".join(
            pack("<BBBhI", prefix, total, mode, value, code)
            for (prefix, total, value, code), mode in entries
        )

    def bits(self, value: int) -> str | None:
        """Return the shortest code of a value, None where the table has none."""
        found = []
        for prefix, total, base, code in self.rows:
            own = total - prefix
            if own == 0 and base == value:
                found.append(first_bits(code, prefix))
            elif own and -(1 << own - 1) <= value - base < 1 << own - 1:
                found.append(first_bits(code, prefix) + f"{value - base & (1 << own) - 1:0{own}b}")
        return min(found, key=len, default=None)

    def switch_bits(self, table: int) -> str:
        """Return the code that switches to a table, counted from 0."""
        row = next(x for x in self.switches if x[2] == table + 1)
        return first_bits(row[3], row[0])


def first_bits(code: int, length: int) -> str:
    """Return the lowest bits of a base code in the order of the stream."""
    return "".join(str(code >> bit & 1) for bit in range(length))


DEFAULT_TABLE = MadeTable(DEFAULT_CODES)
# Small values by codes of this table, others in table 2, which switches back.
TWO_TABLES = (
    MadeTable([(1, 1, 0, 0), (2, 2, 1, 1)], [(3, 3, 2, 3), (3, 3, 1, 7)]),
    MadeTable([(1, 17, 0, 0), (2, 2, -1, 1)], [(2, 2, 1, 3)]),
)
# Prefixes longer than those that are usual, and a base below a number.
LONG_CODES = (
    MadeTable([(1, 7, 40, 0), (20, 20, 3, 1), (20, 36, 0, 3), (19, 19, -2, 7), (18, 18, 0, 5)]),
)


def crc(content: bytes) -> int:
    """Return the CCITT checksum: x^16 + x^12 + x^5 + 1, begun with ones (clause 5.2.5)."""
    register = 0xFFFF
    for byte in content:
        register ^= byte << 8
        for _ in range(8):
            register = register << 1 ^ (0x1021 if register & 0x8000 else 0)
            register &= 0xFFFF
    return register


def scp_record(sections: dict[int, bytes], version: int = 20, *, signed: bool = True) -> bytes:
    """Put sections together: record header, section 0, the others (clauses 5.2, 5.3).

    signed: whether section 0 names the protocol, as it does since version 1.3.
    """
    bodies = {number: _even(content) for number, content in sections.items()}
    numbers = range(max(12, *(x + 1 for x in bodies)))
    place = 6 + 16 + 10 * len(numbers) + 1
    pointers = pack("<HII", 0, 16 + 10 * len(numbers), 7)
    for number in numbers[1:]:
        length = 16 + len(bodies[number]) if number in bodies else 0
        pointers += pack("<HII", number, length, place if length else 0)
        place += length
    content = _section(0, pointers, version, b"SCPECG" if signed else bytes(6))
    for number in sorted(bodies):
        content += _section(number, bodies[number], version, bytes(6))
    content = pack("<I", len(content) + 6) + content
    return pack("<H", crc(content)) + content


def _section(number: int, body: bytes, version: int, reserved: bytes) -> bytes:
    content = pack("<HIBB", number, 16 + len(body), version, version) + reserved + body
    return pack("<H", crc(content)) + content


def _even(content: bytes) -> bytes:
    return content + bytes(len(content) % 2)


def tags(*pairs: tuple[int, bytes]) -> bytes:
    """Write section 1 (clause 5.4)."""
    content = b"".join(pack("<BH", tag, len(value)) + value for tag, value in pairs)
    return content + pack("<BH", 255, 0)


def text(words: str, character_set: str = "latin-1") -> bytes:
    """Return a text as tags and statements hold it."""
    return words.encode(character_set) + b"\0"


def device_tag(model: str = "Made 1", language: int = 1, strings: Sequence[str] = ()) -> bytes:
    """Return the content of tag 14; strings: software, serial number, system, protocol, maker."""
    first, *others = (text(words) for words in strings or ("", "", "", "", ""))
    head = pack("<HHHBB", 0, 0, 1, 0, 9) + model.encode()[:6].ljust(6, b"\0")
    head += pack("<BBBBB", 20, 0xA0, language, 0, 1) + bytes(16)
    return head + pack("<B", len(first)) + first + b"".join(others)


def huffman_section(tables: Sequence[MadeTable] | None = None) -> bytes:
    """Write section 2 (clause 5.5): the default table by its number, or own tables."""
    if tables is None:
        return pack("<H", 19_999)
    return pack("<H", len(tables)) + b"".join(table.content() for table in tables)


def lead_section(
    codes: Sequence[int], spans: Sequence[tuple[int, int]], flags: int | None = None
) -> bytes:
    """Write section 3 (clause 5.6)."""
    # Bit 2: all leads at the same time; bits 3 to 7: how many.
    flags = 0b100 | len(codes) << 3 if flags is None else flags
    rows = zip(codes, spans, strict=True)
    return pack("<BB", len(codes), flags & 255) + b"".join(
        pack("<IIB", first, last, code) for code, (first, last) in rows
    )


def beat_section(
    length_ms: int,
    fiducial: int,
    beats: Sequence[tuple[int, int, int, int]],
    protected: Sequence[tuple[int, int]] = (),
) -> bytes:
    """Write section 4 (clause 5.7). beats: type, start of subtraction, fiducial point, end."""
    content = pack("<HHH", length_ms, fiducial, len(beats))
    content += b"".join(pack("<HIII", *beat) for beat in beats)
    return content + b"".join(pack("<II", *span) for span in protected)


def signal_section(
    streams: Sequence[bytes], nv: int, interval_us: int, difference: int, *, bimodal: bool = False
) -> bytes:
    """Write section 5 or 6 (clauses 5.8, 5.9)."""
    content = pack("<HHBB", nv, interval_us, difference, bimodal)
    content += b"".join(pack("<H", len(stream)) for stream in streams)
    return content + b"".join(streams)


def stream(values: Iterable[int], difference: int, tables: Sequence[MadeTable] | None) -> bytes:
    """Encode a lead; tables: None for samples of 16 bits (annex C.4)."""
    levels = [int(value) for value in values]
    coded = [
        level
        if at < difference
        else level - levels[at - 1]
        if difference == 1
        else level - 2 * levels[at - 1] + levels[at - 2]
        if difference == 2
        else level
        for at, level in enumerate(levels)
    ]
    if tables is None:
        return b"".join(pack("<h", value) for value in coded)
    bits, now = "", 0
    for value in coded:
        own = tables[now].bits(value)
        if own is None:
            other = next(x for x, table in enumerate(tables) if table.bits(value))
            bits += tables[now].switch_bits(other)
            now = other
            own = tables[now].bits(value)
        bits += str(own)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def decimated(
    values: Sequence[int], protected: Sequence[tuple[int, int]], factor: int
) -> list[int]:
    """Return what bimodal compression stores of a lead (annex C.3); spans count from 1."""
    stored: list[int] = []
    place = 1
    for first, last in [*protected, (len(values) + 1, len(values))]:
        while place + factor <= first:
            group = values[place - 1 : place - 1 + factor]
            stored.append(round(sum(group) / factor))
            place += factor
        # A rest that fills no group, then the protected span as it is.
        stored += values[place - 1 : last]
        place = max(last + 1, place)
    return stored


def restored(
    stored: Sequence[int],
    length: int,
    protected: Sequence[tuple[int, int]],
    subtracted: Sequence[tuple[int, int]],
    factor: int,
) -> list[int]:
    """Return what annex C.5 makes of it: sample by sample, as its text goes."""
    line: list[float] = []
    waiting = list(stored)
    open_spans: list[tuple[int, int]] = []
    place = 1
    for first, last in [*protected, (length + 1, length)]:
        groups, rest = divmod(first - place, factor)
        if first > place:
            open_spans.append((max(place - 1, 1), min(first, length)))
        means = [waiting.pop(0) for _ in range(groups)]
        if means:
            line += means[:1] * (factor // 2)
        for one, two in pairwise(means):
            line += [one + (two - one) / factor * step for step in range(factor)]
        if means:
            line += means[-1:] * (factor - factor // 2)
        line += [waiting.pop(0) for _ in range(rest + last - first + 1)]
        place = last + 1
    whole = [int(np.sign(x) * int(abs(x) + 0.5)) for x in line]
    borders = {x for first, last in subtracted for x in (first, last + 1)}
    smooth = list(whole)
    for first, last in open_spans:
        for at in range(first + 1, last):
            # The first and the last sample of a stretch stay as they are.
            if at in borders or at + 1 in borders:
                continue
            total = sum(whole[at - 2 : at + 1])
            smooth[at - 1] = int((total + (1 if total >= 0 else -1)) / 3)
    return smooth


def global_section(
    beats: Sequence[Sequence[int]], spikes: Sequence[tuple[int, int]] = (), qtc_ms: int = 0
) -> bytes:
    """Write section 7 (clause 5.10) with a mean RR interval of 800 ms."""
    content = pack("<BBHH", len(beats), len(spikes), 800, 29_999)
    content += b"".join(pack("<8h", *beat) for beat in beats)
    content += b"".join(pack("<Hh", *spike) for spike in spikes)
    content += bytes(6 * len(spikes))
    return content + pack("<HHHHBH", 0, 75, 29_999, qtc_ms, 1, 0)


def statement_section(statements: Sequence[bytes], state: int = 1) -> bytes:
    """Write section 8 or 11 (clauses 5.11, 5.14)."""
    content = pack("<BHBBBBBB", state, 2024, 5, 17, 10, 30, 0, len(statements))
    return content + b"".join(
        pack("<BH", number, len(words)) + words for number, words in enumerate(statements, start=1)
    )


def lead_measurement_section(blocks: dict[int, Sequence[int]]) -> bytes:
    """Write section 10 (clause 5.13)."""
    content = pack("<HH", len(blocks), 0)
    return content + b"".join(
        pack("<HH", code, 2 * len(values)) + pack(f"<{len(values)}h", *values)
        for code, values in blocks.items()
    )


def made_levels(n_leads: int, n_samples: int = 600, seed: int = 1) -> np.ndarray:
    """Return int (n_leads, n_samples): slow waves, spikes and noise, each lead its own."""
    chance = np.random.default_rng(seed)
    steps = np.arange(n_samples)
    waves = 60 * np.sin(steps / 40 + np.arange(n_leads)[:, None])
    spikes = np.where(steps % 200 == 90, 700, 0) * (np.arange(n_leads)[:, None] + 1)
    noise = chance.integers(-4, 5, size=(n_leads, n_samples))
    return np.round(waves + spikes).astype(int) + noise


def plain_record(
    levels: np.ndarray,
    *,
    codes: Sequence[int] = (1, 2, 3, 61, 62),
    nv: int = 2_500,
    interval_us: int = 2_000,
    difference: int = 2,
    tables: Sequence[MadeTable] | None = (DEFAULT_TABLE,),
    extra: dict[int, bytes] | None = None,
) -> bytes:
    """Write a record without reference beats; tables: None for samples as they are."""
    streams = [stream(lead, difference, tables) for lead in levels]
    spans = [(1, levels.shape[1])] * len(levels)
    sections = {
        1: tags((2, text("ID-1"))),
        3: lead_section(codes[: len(levels)], spans),
        6: signal_section(streams, nv, interval_us, difference),
    }
    if tables is not None:
        own = None if tables == (DEFAULT_TABLE,) else tables
        sections[2] = huffman_section(own)
    return scp_record({**sections, **(extra or {})})


class MadeBeats:
    """A rhythm of equal beats, stored less its reference beat and bimodally.

    rhythm: int (n_leads, n_samples), what was recorded. expected: float (n_leads, n_samples)
    in units of the reference beat, what the standard's reconstruction gives.
    """

    BEAT_SAMPLES, FIDUCIAL, FACTOR = 300, 100, 4

    def __init__(
        self,
        n_leads: int = 2,
        n_samples: int = 1_200,
        *,
        factor: int = FACTOR,
        bimodal: bool = True,
    ) -> None:
        self.factor = factor
        self.fiducials = list(range(161, n_samples - 200, 320))
        # Protected spans fit the groups of samples between them, as annex C asks for.
        self.protected = [(x - 20, x + 23) for x in self.fiducials] if bimodal else []
        self.beats = [
            (int(at == 1), x - 80, x, x + 150) if at != 1 else (1, 0, x, 0)
            for at, x in enumerate(self.fiducials)
        ]
        self.subtracted = [(first, last) for kind, first, _, last in self.beats if kind == 0]
        self.reference = made_levels(n_leads, self.BEAT_SAMPLES, seed=2)
        steps = np.arange(n_samples)
        self.rhythm = np.round(30 * np.sin(steps / 50)).astype(int) + np.zeros((n_leads, 1), int)
        for first, last, beat in self._under():
            self.rhythm[:, first - 1 : last] += self.reference[:, beat : beat + last - first + 1]
        self.residual = self.rhythm.copy()
        for first, last, beat in self._under():
            self.residual[:, first - 1 : last] -= self.reference[:, beat : beat + last - first + 1]
        self.stored = [decimated(list(x), self.protected, factor) for x in self.residual.tolist()]
        # Which is coarser than what was there: this is what comes back.
        self.expected = np.array([self._restored(x, n_samples) for x in self.stored])
        for first, last, beat in self._under():
            self.expected[:, first - 1 : last] += self.reference[:, beat : beat + last - first + 1]

    def _restored(self, stored: list[int], n_samples: int) -> list[int]:
        if self.factor == 1:
            return stored
        return restored(stored, n_samples, self.protected, self.subtracted, self.factor)

    def _under(self) -> list[tuple[int, int, int]]:
        """Return the spans of subtraction and the sample of the reference beat below each."""
        return [
            (first, last, self.FIDUCIAL - 1 - (place - first))
            for kind, first, place, last in self.beats
            if kind == 0
        ]

    def record(self, tables: Sequence[MadeTable] | None = (DEFAULT_TABLE,)) -> bytes:
        """Return the record: 500 Hz, 2.5 µV a unit, section 6 at a lower rate."""
        n_leads, n_samples = self.rhythm.shape
        beat = [stream(x, 2, tables) for x in self.reference.tolist()]
        rhythm = [stream(x, 1, tables) for x in self.stored]
        bimodal = bool(self.protected)
        sections = {
            1: tags((2, text("ID-1"))),
            3: lead_section(
                range(1, n_leads + 1), [(1, n_samples)] * n_leads, 0b101 | n_leads << 3
            ),
            4: beat_section(2 * self.BEAT_SAMPLES, self.FIDUCIAL, self.beats, self.protected),
            5: signal_section(beat, 2_500, 2_000, 2),
            6: signal_section(rhythm, 2_500, 2_000 * self.factor, 1, bimodal=bimodal),
        }
        if tables is not None:
            sections[2] = huffman_section(None if tables == (DEFAULT_TABLE,) else tables)
        return scp_record(sections)
