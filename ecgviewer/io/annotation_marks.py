"""Writes annotation files in the MIT format with all that they can hold of a mark.

Source: WFDB Applications Guide, annot(5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.io.annotations import SYMBOLS

# The length of a text is one byte.
LONGEST_TEXT_BYTES: Final = 255
NOTE_SYMBOL: Final = '"'
RHYTHM_SYMBOL: Final = "+"
CODE_OF_SYMBOL: Final = {symbol: code for code, symbol in SYMBOLS.items()}

_SKIP, _NUMBER, _SUBTYPE, _CHANNEL, _TEXT = 59, 60, 61, 62, 63
_LONGEST_INTERVAL = 1023


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark at a sample.

    symbol: one of WFDB's. text: at most 255 characters of Latin-1. channel: the place of the
    signal that it is about, 0 to 255. subtype, number: -128 to 127.
    """

    sample: int
    symbol: str
    text: str = ""
    channel: int = 0
    subtype: int = 0
    number: int = 0

    @property
    def place(self) -> tuple[int, int, int]:
        """What the format orders marks by."""
        return self.sample, self.number, self.channel


def words_of(label: str, text: str) -> str:
    """Return a mark in words, for formats that have no symbols: of a note only what it says."""
    return text if label == NOTE_SYMBOL and text else " ".join(filter(None, (label, text)))


def write_marks(path: Path, marks: Iterable[Mark], rate_hz: float | None = None) -> None:
    """Write marks in their order; ``path`` ends in the annotator's name.

    rate_hz: of their samples, said in the file where it is given. Raises ValueError for what
    the format cannot hold.
    """
    path.write_bytes(encoded_marks(marks, rate_hz))


def encoded_marks(marks: Iterable[Mark], rate_hz: float | None = None) -> bytes:
    """Return the content of the file that ``write_marks`` writes."""
    words = bytearray()
    before = Mark(0, NOTE_SYMBOL)
    if rate_hz is not None:
        words += _encoded(Mark(0, NOTE_SYMBOL, f"## time resolution: {rate_hz:.12g}"), before)
    for mark in sorted(marks, key=lambda mark: mark.place):
        words += _encoded(mark, before)
        before = mark
    return bytes(words) + b"\0\0"


def _encoded(mark: Mark, before: Mark) -> bytes:
    if mark.symbol not in CODE_OF_SYMBOL:
        raise ValueError(f"{mark.symbol!r} is no annotation symbol")
    content = _timed(CODE_OF_SYMBOL[mark.symbol], mark.sample - before.sample)
    if mark.subtype:
        content += _word(_SUBTYPE, mark.subtype.to_bytes(1, "little", signed=True)[0])
    # Channel and number hold until they change.
    if mark.channel != before.channel:
        content += _word(_CHANNEL, mark.channel.to_bytes(1, "little")[0])
    if mark.number != before.number:
        content += _word(_NUMBER, mark.number.to_bytes(1, "little", signed=True)[0])
    return content + _text(mark.text)


def _timed(code: int, interval: int) -> bytes:
    if 0 <= interval <= _LONGEST_INTERVAL:
        return _word(code, interval)
    # A long interval takes 32 bits, the upper half first.
    long = interval.to_bytes(4, "big", signed=True)
    return _word(_SKIP, 0) + long[1::-1] + long[:1:-1] + _word(code, 0)


def _text(text: str) -> bytes:
    if not text:
        return b""
    content = text.encode("latin-1")
    if len(content) > LONGEST_TEXT_BYTES:
        raise ValueError(f"a text of {len(content)} bytes is too long for an annotation file")
    return _word(_TEXT, len(content)) + content + b"\0" * (len(content) % 2)


def _word(code: int, value: int) -> bytes:
    return (code << 10 | value).to_bytes(2, "little")
