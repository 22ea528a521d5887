"""The XML of an HL7 annotated ECG: a tree without its digits, which become arrays at once.

Nothing outside the file is read and no entity is expanded. Source: HL7 aECG Implementation
Guide (2005-03-21), HL7 v3 data types (SLIST_PQ, GLIST_TS, TS).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.ecg_xml import attribute_of, bare_name, number_of, told_by_name

NAMESPACE: Final = "urn:hl7-org:v3"
ROOT: Final = "AnnotatedECG"
_MAX_DEPTH, _MAX_BYTES = 100, 2_000_000_000
# Beyond the first, annotations are left out; beyond the second, no ECG has so much to say.
_MANY_ELEMENTS, _MAX_ELEMENTS = 3_000_000, 30_000_000
_PIECE_CHARACTERS = 1 << 20
_SECONDS: Final = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "min": 60.0, "h": 3600.0}
_MOMENT = re.compile(r"(\d{12}(?:\d{2})?)(?:\.(\d{1,6})\d*)?(?:([+-])(\d{2})(\d{2}))?")
_DAY = re.compile(r"(\d{8})\d*")


@dataclass(frozen=True, eq=False)
class Document:
    """A parsed file. digits: float64 (n,) by the element that held them.

    n_left_out: annotations that were too many to keep.
    """

    root: Element
    digits: dict[Element, NDArray[np.float64]] = field(repr=False)
    n_left_out: int = 0


def parse(path: Path) -> Document:
    """Read a file; raises EcgError if it is no annotated ECG, damaged or a trap."""
    if path.stat().st_size > _MAX_BYTES:
        raise EcgError(f"{path.name} is too large to be read: an XML file has no way into it.")
    with told_by_name(path), path.open("rb") as file:
        return _parse(path, file)


def _parse(path: Path, file: BinaryIO) -> Document:
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    digits: dict[Element, NDArray[np.float64]] = {}
    open_elements: list[Element] = []
    root: Element | None = None
    n_elements = n_left_out = 0
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            root = element if root is None else root
            n_elements += 1
            open_elements.append(element)
            _check(path, root, element, len(open_elements), n_elements)
            element.tag = bare_name(element.tag)
            continue
        open_elements.pop()
        if element.tag == "digits":
            digits[element] = _numbers(path, element.text or "")
            element.text = None
        elif element.tag == "annotation" and n_elements > _MANY_ELEMENTS:
            element.clear()
            n_left_out += 1
    if root is None:
        raise EcgError(f"{path.name} is empty.")
    return Document(root, digits, n_left_out)


def _check(path: Path, root: Element, element: Element, depth: int, n_elements: int) -> None:
    if element is root and element.tag != f"{{{NAMESPACE}}}{ROOT}":
        raise EcgError(f"{path.name} is XML, but no HL7 annotated ECG.")
    if depth > _MAX_DEPTH or n_elements > _MAX_ELEMENTS:
        raise EcgError(f"{path.name} is nested or divided as no ECG is: it is damaged or a trap.")


def _numbers(path: Path, text: str) -> NDArray[np.float64]:
    """Return the numbers of a text, in pieces, so that hours take little memory."""
    pieces: list[NDArray[np.float64]] = []
    place = 0
    while place < len(text):
        # A piece ends behind a number, not within.
        stop = min(place + _PIECE_CHARACTERS, len(text))
        while stop < len(text) and not text[stop].isspace():
            stop += 1
        try:
            pieces.append(np.array(text[place:stop].split(), dtype=np.float64))
        except ValueError as error:
            raise EcgError(f"{path.name} holds digits that are no numbers.") from error
        place = stop
    return np.concatenate(pieces) if pieces else np.zeros(0)


def find(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of names, None where it ends."""
    for name in path:
        element = element.find(name) if element is not None else None
    return element


def code_of(element: Element | None) -> str:
    """Return the code that tells what an element is about."""
    return attribute_of(find(element, "code"), "code")


def words_of(element: Element | None) -> str:
    """Return all text within an element."""
    return " ".join(" ".join(element.itertext()).split()) if element is not None else ""


def quantity(element: Element | None) -> tuple[float | None, str]:
    """Return a PQ's value, None where it has no finite one, and its unit."""
    return number_of(attribute_of(element, "value")), attribute_of(element, "unit")


def seconds(element: Element | None) -> float | None:
    """Return a PQ of time in seconds, None where it is none."""
    value, unit = quantity(element)
    factor = _SECONDS.get(unit or "s")
    return value * factor if value is not None and factor is not None else None


def moment(text: str) -> datetime | None:
    """Return a TS, aware where it has a zone; None where it has no minutes or is damaged."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    zone = None
    try:
        if match[3]:
            away = timedelta(hours=int(match[4]), minutes=int(match[5]))
            zone = timezone(-away if match[3] == "-" else away)
        found = datetime.strptime(match[1].ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=zone)
    except ValueError:
        return None
    return found.replace(microsecond=int((match[2] or "0").ljust(6, "0")))


def day(text: str) -> datetime | None:
    """Return the day of a TS at midnight, None where it names none."""
    match = _DAY.match(text)
    return moment(f"{match[1]}000000") if match else None


def series_of(root: Element) -> Iterator[tuple[Element, bool]]:
    """Yield every series and whether it is derived from another, in the file's order."""
    for series in root.findall("component/series"):
        yield series, False
        for derived in series.findall("derivation/derivedSeries"):
            yield derived, True
