"""Huffman codes of SCP-ECG: the default table, tables that a record brings, their decoding.

Source: EN 1064:2005+A1:2007, clause 5.5 and annex C.

All places of a stream are looked up at once; only the way from code to code is then gone
step by step, since where a code begins is known from the one before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.io.little_endian import LittleEndian

Integers = NDArray[np.int64]
# This many tables stand for the default one.
DEFAULT: Final = 19_999
_MAX_TABLES, _MAX_CODES = 64, 1_024
_MAX_PREFIX_BITS = _MAX_VALUE_BITS = 32
# So many bits of a code are looked up in a table; longer ones are rare and searched for.
_LOOKED_UP_BITS: Final = 12
_WORD_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a table.

    prefix: its bits as a number, the first bit of the stream on top. prefix_bits,
    value_bits: lengths of the prefix and of the number behind it, in two's complement.
    value: the base, added to that number. switch_to: the table that holds from here on,
    from 0; None for a code that stands for a value.
    """

    prefix: int
    prefix_bits: int
    value_bits: int
    value: int
    switch_to: int | None = None


@dataclass(frozen=True, eq=False)
class Table:
    """The codes of one table."""

    codes: tuple[Code, ...]

    @cached_property
    def value_bits(self) -> Integers:
        """Length of the number behind each code; 0 for the absent code at the end."""
        return np.array([*(code.value_bits for code in self.codes), 0], dtype=np.int64)

    @cached_property
    def values(self) -> Integers:
        """Base of each code."""
        return np.array([*(code.value for code in self.codes), 0], dtype=np.int64)

    @cached_property
    def total_bits(self) -> Integers:
        """Length of each code with its number; 0 where there is none."""
        bits = (code.prefix_bits + code.value_bits for code in self.codes)
        return np.array([*bits, 0], dtype=np.int64)

    @cached_property
    def _by_bits(self) -> NDArray[np.int16]:
        found = np.full(1 << _LOOKED_UP_BITS, len(self.codes), dtype=np.int16)
        for row, code in reversed(list(enumerate(self.codes))):
            spare = _LOOKED_UP_BITS - code.prefix_bits
            if spare >= 0:
                found[code.prefix << spare : (code.prefix + 1) << spare] = row
        return found

    def rows_at(self, words: NDArray[np.uint64]) -> NDArray[np.int16]:
        """Return the code that begins at each place; len(codes) where none does.

        words: uint64 (n,), the bits from each place on, the first on top.
        """
        rows: NDArray[np.int16] = self._by_bits[words >> np.uint64(64 - _LOOKED_UP_BITS)]
        for row, code in enumerate(self.codes):
            if code.prefix_bits > _LOOKED_UP_BITS:
                begins = words >> np.uint64(64 - code.prefix_bits) == np.uint64(code.prefix)
                rows[begins & (rows == len(self.codes))] = row
        return rows


def default_table() -> Table:
    """Return the table of annex C: values up to 8 by unary codes, larger ones in full."""
    codes = [Code(0b0, 1, 0, 0)]
    for size in range(1, 9):
        ones = (1 << (size + 1)) - 2  # as many ones as the value says, then a zero, then the sign
        codes += [Code(ones << 1, size + 2, 0, size), Code(ones << 1 | 1, size + 2, 0, -size)]
    codes += [Code(0b1111111110, 10, 8, 0), Code(0b1111111111, 10, 16, 0)]
    return Table(tuple(codes))


def read_tables(content: bytes) -> tuple[Table, ...]:
    """Return the tables of section 2, none where data are stored as they are.

    Raises ValueError if the section is damaged.
    """
    fields = LittleEndian(content)
    count = fields.u16()
    if count == DEFAULT:
        return (default_table(),)
    if count > _MAX_TABLES:
        raise ValueError(f"it announces {count} tables")
    return tuple(_read_table(fields, count) for _ in range(count))


def _read_table(fields: LittleEndian, n_tables: int) -> Table:
    n_codes = fields.u16()
    if not 0 < n_codes <= _MAX_CODES:
        raise ValueError(f"it announces a table of {n_codes} codes")
    return Table(tuple(_read_code(fields, n_tables) for _ in range(n_codes)))


def _read_code(fields: LittleEndian, n_tables: int) -> Code:
    prefix_bits, all_bits, is_value = fields.u8(), fields.u8(), fields.u8()
    value, code = fields.i16(), fields.u32()
    value_bits = all_bits - prefix_bits
    if not (0 < prefix_bits <= _MAX_PREFIX_BITS and 0 <= value_bits <= _MAX_VALUE_BITS):
        raise ValueError(f"it has a code of {prefix_bits} of {all_bits} bits")
    # The lowest bit is the first of the stream.
    prefix = int(f"{code:032b}"[::-1][:prefix_bits], 2)
    if is_value:
        return Code(prefix, prefix_bits, value_bits, value)
    if not 1 <= value <= n_tables:
        raise ValueError(f"it switches to table {value} of {n_tables}")
    return Code(prefix, prefix_bits, 0, 0, switch_to=value - 1)


def decode(content: bytes, n_values: int, tables: Sequence[Table]) -> Integers:
    """Return up to ``n_values`` numbers of a stream, fewer where it ends or is damaged.

    Each stream begins with the first table. Values are int64 (n,).
    """
    if not content or n_values <= 0:
        return np.zeros(0, dtype=np.int64)
    words = _words(content)
    looked = [_Looked(table, words) for table in tables[:1]] + [None] * (len(tables) - 1)
    places, table_of, switched = _walk(looked, words, tables, n_values)
    at, used = np.array(places, dtype=np.int64), np.array(table_of, dtype=np.int64)
    values = np.zeros(at.size, dtype=np.int64)
    for number in switched:
        here = used == number
        values[here] = _values(tables[number], words[at[here]])
    return values


@dataclass(frozen=True, eq=False)
class _Looked:
    """A table, looked up at all places. following: the next place, by place, 0 for none."""

    table: Table
    words: NDArray[np.uint64]

    @cached_property
    def following(self) -> list[int]:
        bits = self.table.total_bits[self.table.rows_at(self.words)]
        following = np.arange(self.words.size) + bits
        following[(bits == 0) | (following > self.words.size)] = 0
        return [int(place) for place in following.tolist()]

    @cached_property
    def switches(self) -> dict[int, int]:
        """Where another table is switched to, and which."""
        targets = [-1 if x.switch_to is None else x.switch_to for x in self.table.codes]
        if max(targets) < 0:
            return {}
        at = np.array([*targets, -1])[self.table.rows_at(self.words)]
        places = np.flatnonzero(at >= 0)
        return dict(zip(places.tolist(), at[places].tolist(), strict=True))


def _walk(
    looked: list["_Looked | None"],
    words: NDArray[np.uint64],
    tables: Sequence[Table],
    n_values: int,
) -> tuple[list[int], list[int], set[int]]:
    """Return where values begin, by which table each is read, and the tables in use."""
    places: list[int] = []
    table_of: list[int] = []
    used = {0}
    number, place = 0, 0
    now = looked[0] or _Looked(tables[0], words)
    following, switches = now.following, now.switches
    while len(places) < n_values and place < words.size and (after := following[place]):
        if place in switches:
            number = switches[place]
            used.add(number)
            now = looked[number] or _Looked(tables[number], words)
            looked[number] = now
            following, switches = now.following, now.switches
        else:
            places.append(place)
            table_of.append(number)
        place = after
    return places, table_of, used


def _words(content: bytes) -> NDArray[np.uint64]:
    """Return uint64 (bits,): the 64 bits from each place of the stream on, zeros at its end."""
    padded = np.frombuffer(content + bytes(_WORD_BYTES + 1), dtype=np.uint8).astype(np.uint64)
    n_bytes = len(content)
    word = np.zeros(n_bytes, dtype=np.uint64)
    for step in range(_WORD_BYTES):
        word = word << np.uint64(8) | padded[step : step + n_bytes]
    shifts = np.arange(8, dtype=np.uint64)
    # The lowest bits of a shifted word come from the ninth byte.
    low = padded[_WORD_BYTES : _WORD_BYTES + n_bytes, None] >> (np.uint64(8) - shifts)
    shifted: NDArray[np.uint64] = (word[:, None] << shifts | low).reshape(-1)
    return shifted


def _values(table: Table, words: NDArray[np.uint64]) -> Integers:
    """Return the value of the code at each place."""
    rows = table.rows_at(words)
    bits = table.value_bits[rows]
    prefix_bits = table.total_bits[rows] - bits
    # To the top, then down again with the sign.
    on_top = (words << prefix_bits.astype(np.uint64)).view(np.int64)
    own = np.where(bits > 0, on_top >> np.clip(64 - bits, 0, 63), 0)
    values: Integers = table.values[rows] + own
    return values
