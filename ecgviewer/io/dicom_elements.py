"""The elements of a DICOM data set, read where they are wanted and never as a whole.

Lengths are checked against the file before anything is read, sequences are gone through
item by item, and what no one asks for (pixels, hours of samples) is passed over. Source:
DICOM PS3.5, 7.1 (data elements), 7.5 (nesting), Annex A (transfer syntaxes).
"""

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from ecgviewer.core.errors import EcgError
from ecgviewer.io.dicom_text import decoded
from ecgviewer.io.mat_bytes import ByteSource, truncated

ITEM, ITEM_END, SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
UNDEFINED: Final = 0xFFFFFFFF
_CHARSET: Final = 0x00080005
# Enough to tell what a file is before the dictionary of all tags is loaded.
_FIRST_TAGS: Final = {
    "MediaStorageSOPClassUID": 0x00020002,
    "TransferSyntaxUID": 0x00020010,
    "SOPClassUID": 0x00080016,
}
# These have two empty bytes and four bytes of length behind their type.
_LONG: Final = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_SHORT: Final = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
_NUMBERS: Final = {
    "US": "H", "SS": "h", "UL": "I", "SL": "i", "FL": "f", "FD": "d", "SV": "q", "UV": "Q",
}  # fmt: skip
# A day's beats with five marks each are 500,000 items; their values are short.
_MAX_ITEMS, _MAX_ELEMENTS, _MAX_DEPTH = 2_000_000, 20_000, 16
_MAX_VALUE_BYTES, _WINDOW_BYTES = 1 << 20, 1 << 16


@dataclass(frozen=True, slots=True)
class Syntax:
    """How elements are written: with their types or without, and in which byte order."""

    is_explicit: bool = True
    order: str = "<"


class Element(NamedTuple):
    """Where a value lies. length: UNDEFINED for a sequence that ends with a delimiter.

    stop: the first byte behind the element, delimiters included.
    """

    tag: int
    kind: str
    start: int
    length: int
    stop: int


class Window:
    """Bytes of a file, kept 64 KiB at a time, for one thread."""

    def __init__(self, path: Path, source: ByteSource) -> None:
        """Begin with nothing read."""
        self.path = path
        self.size = source.size
        self._source = source
        self._start, self._kept = 0, b""

    def read(self, start: int, count: int) -> bytes:
        """Return exactly ``count`` bytes; raises EcgError if there are fewer."""
        if start < 0 or count < 0 or start + count > self.size:
            raise truncated(self.path)
        if count > _WINDOW_BYTES:
            return self._source.read(start, count)
        first = start - self._start
        if first < 0 or first + count > len(self._kept):
            self._kept = self._source.read(start, min(_WINDOW_BYTES, self.size - start))
            self._start, first = start, 0
        return self._kept[first : first + count]


@dataclass(frozen=True, eq=False)
class DataSet:
    """A data set or an item of a sequence: its elements by their keyword.

    charsets: the terms of Specific Character Set that hold for it.
    """

    window: Window
    syntax: Syntax
    elements: dict[int, Element]
    depth: int = 0
    charsets: tuple[str, ...] = field(default=())

    def element(self, keyword: str) -> Element | None:
        """Return where a value lies, None where it is absent."""
        return self.elements.get(_tag(keyword))

    def content(self, keyword: str) -> bytes:
        """Return a value's bytes, none where it is absent, at most 1 MiB."""
        element = self.element(keyword)
        if element is None or element.length == UNDEFINED:
            return b""
        return self.window.read(element.start, min(element.length, _MAX_VALUE_BYTES))

    def text(self, keyword: str) -> str:
        """Return a value in words, "" where it is absent or empty."""
        return " ".join(self.lines(keyword))

    def lines(self, keyword: str) -> list[str]:
        """Return the lines of a value in words, empty ones left out."""
        words = decoded(self.content(keyword), self.charsets).replace("\0", " ")
        return [line for raw in words.splitlines() if (line := " ".join(raw.split()))]

    def texts(self, keyword: str) -> list[str]:
        """Return the parts of a value of several."""
        return [part.strip() for part in self.text(keyword).split("\\") if part.strip()]

    def numbers(self, keyword: str) -> list[float]:
        """Return a value's numbers; what is no finite number is left out."""
        element = self.element(keyword)
        if element is None:
            return []
        kind = element.kind or _kind(keyword)
        if kind not in _NUMBERS:
            return [number for text in self.texts(keyword) if (number := _number(text)) is not None]
        content, code = self.content(keyword), self.syntax.order + _NUMBERS[kind]
        whole = len(content) // struct.calcsize(code) * struct.calcsize(code)
        found = (float(number) for (number,) in struct.iter_unpack(code, content[:whole]))
        return [number for number in found if math.isfinite(number)]

    def number(self, keyword: str) -> float | None:
        """Return a value's first number, None where it has none."""
        return next(iter(self.numbers(keyword)), None)

    def whole(self, keyword: str) -> int | None:
        """Return a value's first number if it is a whole one."""
        number = self.number(keyword)
        return int(number) if number is not None and number == int(number) else None

    def items(self, keyword: str) -> Iterator["DataSet"]:
        """Yield the items of a sequence, one after the other; raises EcgError where damaged."""
        element = self.element(keyword)
        if element is None or self.depth >= _MAX_DEPTH:
            return
        # An unknown type of undefined length is written without types: PS3.5, 6.2.2.
        unknown = element.kind == "UN" and element.length == UNDEFINED
        syntax = Syntax(is_explicit=False) if unknown else self.syntax
        stop = self.window.size if element.length == UNDEFINED else element.start + element.length
        place = element.start
        for _ in range(_MAX_ITEMS):
            if stop - place < 8:
                return
            tag, length = _item_header(self.window, syntax, place)
            if tag != ITEM:
                return
            inner_stop = stop if length == UNDEFINED else place + 8 + length
            if inner_stop > stop:
                raise truncated(self.window.path)
            item, place = read_elements(
                self.window, syntax, place + 8, inner_stop,
                depth=self.depth + 1, charsets=self.charsets,
            )  # fmt: skip
            yield item
        raise damaged(self.window.path)

    def item(self, keyword: str) -> "DataSet | None":
        """Return a sequence's first item, None where there is none."""
        return next(self.items(keyword), None)


def read_elements(
    window: Window,
    syntax: Syntax,
    start: int,
    stop: int,
    *,
    depth: int = 0,
    charsets: tuple[str, ...] = (),
) -> tuple[DataSet, int]:
    """Note where the elements of start … stop lie; an item delimiter ends them, too.

    Returns the data set and the first byte behind it. Raises EcgError for what no data set
    holds, and for lengths that reach beyond the file.
    """
    elements: dict[int, Element] = {}
    place = start
    for element in walk(window, syntax, start, stop, depth):
        place = element.stop
        if element.tag == ITEM_END:
            break
        if len(elements) >= _MAX_ELEMENTS:
            raise damaged(window.path)
        elements[element.tag] = element
    else:
        place = stop
    found = DataSet(window, syntax, elements, depth, charsets)
    if _CHARSET not in elements:
        return found, place
    own = tuple(part.strip() for part in found.text("SpecificCharacterSet").split("\\"))
    return DataSet(window, syntax, elements, depth, own), place


def walk(
    window: Window, syntax: Syntax, start: int, stop: int, depth: int = 0
) -> Iterator[Element]:
    """Yield the elements of start … stop as they come; raises EcgError where damaged."""
    place = start
    while stop - place >= 8:
        element = _element(window, syntax, place, stop, depth)
        place = element.stop
        yield element


def damaged(path: Path) -> EcgError:
    """Return the error for bytes that no data set holds."""
    return EcgError(f"{path.name} is no DICOM data set, or damaged: copy it again.")


def _element(window: Window, syntax: Syntax, place: int, stop: int, depth: int) -> Element:
    tag, kind, start, length = _header(window, syntax, place)
    if tag == ITEM_END:
        return Element(tag, "", start, 0, start)
    if length == UNDEFINED:
        # Only sequences and encapsulated pixels, which look like them, may be so.
        inner = Syntax(is_explicit=False) if kind == "UN" else syntax
        return Element(tag, kind, start, length, _sequence_end(window, inner, start, stop, depth))
    if start + length > stop:
        raise truncated(window.path)
    return Element(tag, kind, start, length, start + length)


def _header(window: Window, syntax: Syntax, place: int) -> tuple[int, str, int, int]:
    """Return an element's tag, type ("" where it is not written), place and length of value."""
    order, head = syntax.order, window.read(place, 8)
    group, number, length = struct.unpack(order + "HHI", head)
    tag = group << 16 | number
    if group == 0xFFFE or not syntax.is_explicit:
        return tag, "", place + 8, length
    kind = head[4:6]
    if kind in _LONG:
        (length,) = struct.unpack(order + "I", window.read(place + 8, 4))
        return tag, kind.decode("ascii"), place + 12, length
    if kind not in _SHORT:
        raise damaged(window.path)
    (length,) = struct.unpack(order + "H", head[6:])
    return tag, kind.decode("ascii"), place + 8, length


def _sequence_end(window: Window, syntax: Syntax, place: int, stop: int, depth: int) -> int:
    """Return the first byte behind a sequence of undefined length that begins at ``place``."""
    if depth >= _MAX_DEPTH:
        raise damaged(window.path)
    while stop - place >= 8:
        tag, length = _item_header(window, syntax, place)
        place += 8
        if tag == SEQUENCE_END:
            return place
        if tag != ITEM:
            raise damaged(window.path)
        place = _item_end(window, syntax, place, stop, depth) if length == UNDEFINED else place
        place += length if length != UNDEFINED else 0
    raise truncated(window.path)


def _item_end(window: Window, syntax: Syntax, place: int, stop: int, depth: int) -> int:
    for element in walk(window, syntax, place, stop, depth + 1):
        if element.tag == ITEM_END:
            return element.stop
    raise truncated(window.path)


def _item_header(window: Window, syntax: Syntax, place: int) -> tuple[int, int]:
    group, number, length = struct.unpack(syntax.order + "HHI", window.read(place, 8))
    return group << 16 | number, length


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


@cache
def _tag(keyword: str) -> int:
    if keyword in _FIRST_TAGS:
        return _FIRST_TAGS[keyword]
    from pydicom.datadict import tag_for_keyword

    tag = tag_for_keyword(keyword)
    if tag is None:
        raise ValueError(f"DICOM has no {keyword}")
    return int(tag)


@cache
def _kind(keyword: str) -> str:
    from pydicom.datadict import dictionary_VR

    return dictionary_VR(_tag(keyword))
