"""DICOM files: their beginning, their transfer syntax, and the data set behind it.

Source: DICOM PS3.10, 7 (file format), PS3.5, Annex A (transfer syntaxes).
"""

import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.io.dicom_elements import (
    DataSet,
    Element,
    Syntax,
    Window,
    damaged,
    read_elements,
    walk,
)
from ecgviewer.io.mat_bytes import ByteSource, FileBytes

PREAMBLE: Final = 128
MARK: Final = b"DICM"
_IMPLICIT, _DEFLATED, _BIG_ENDIAN = (
    "1.2.840.10008.1.2",
    "1.2.840.10008.1.2.1.99",
    "1.2.840.10008.1.2.2",
)
# All of DICOM's own classes begin so.
_CLASS_ROOT: Final = b"1.2.840.10008.5.1.4"
# An ECG packs to a third; what packs better than a flat line is a trap or damage.
_MAX_UNPACKED_BYTES, _ALWAYS_UNPACKED_BYTES, _MAX_RATIO = 1 << 30, 16 << 20, 200
_STEP_BYTES = 1 << 20


@dataclass(frozen=True, eq=False)
class HeldBytes:
    """Bytes that had to be unpacked as a whole."""

    path: Path
    content: bytes

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.content)

    def read(self, offset: int, count: int) -> bytes:
        """Return exactly ``count`` bytes; raises EcgError if there are fewer."""
        if offset + count > self.size:
            raise damaged(self.path)
        return self.content[offset : offset + count]


@dataclass(frozen=True, eq=False)
class DicomFile:
    """An open file. data: the data set. source: the bytes that its places count in."""

    data: DataSet
    source: ByteSource
    syntax: Syntax
    class_uid: str


def is_dicom(beginning: bytes) -> bool:
    """Tell from a file's first bytes whether it is DICOM, with its preamble or without."""
    if beginning[PREAMBLE : PREAMBLE + len(MARK)] == MARK:
        return True
    # Without a preamble the first tag is one of the meta data or of the identification.
    return _syntax_of(beginning) is not None and _CLASS_ROOT in beginning


def class_uid(path: Path, beginning: bytes) -> str:
    """Return the class of a DICOM file's object, "" where its first bytes do not tell."""
    window = Window(path, HeldBytes(path, beginning))
    elements: dict[int, Element] = {}
    syntax = Syntax()
    # The first bytes end in the middle of an element, which is as far as this goes.
    with suppress(EcgError):
        meta, place, syntax = _meta(window)
        if meta is not None and meta.text("MediaStorageSOPClassUID"):
            return meta.text("MediaStorageSOPClassUID")
        for element in walk(window, syntax, place, window.size):
            elements[element.tag] = element
    return DataSet(window, syntax, elements).text("SOPClassUID") if elements else ""


def open_dicom(path: Path) -> DicomFile:
    """Open a file; its large values stay on disk, unless it is deflated.

    Raises EcgError if it is no DICOM file, is cut short, or unpacks to absurd sizes.
    """
    source: ByteSource = FileBytes(path, path.stat().st_size)
    meta, place, syntax = _meta(Window(path, source))
    name = meta.text("TransferSyntaxUID") if meta else ""
    if name == _DEFLATED:
        source, place = HeldBytes(path, _inflated(path, source, place)), 0
    data, _ = read_elements(Window(path, source), syntax, place, source.size)
    uid = data.text("SOPClassUID") or (meta.text("MediaStorageSOPClassUID") if meta else "")
    return DicomFile(data, source, syntax, uid)


def refuse_unless(path: Path, file: DicomFile, classes: Sequence[str]) -> None:
    """Raise EcgError, saying what the file holds, unless its class is one of these."""
    from pydicom.config import IGNORE
    from pydicom.uid import UID

    uid = file.class_uid
    if uid in classes:
        return
    if file.data.element("DirectoryRecordSequence") is not None:
        what = "is a DICOM directory, a list of other files"
    elif uid:
        name = UID(uid, IGNORE).name.removesuffix(" Storage")
        what = f"holds “{name}”" if name != uid else "is DICOM of a class that is not known"
    else:
        what = "is DICOM that names no class"
    raise EcgError(
        f"{path.name} {what}: of DICOM, 12-lead, general and ambulatory ECGs can be opened."
    )


def _meta(window: Window) -> tuple[DataSet | None, int, Syntax]:
    """Return the file meta data, where the data set begins and how it is written."""
    beginning = window.read(0, min(window.size, 4_096))
    start = PREAMBLE + len(MARK) if beginning[PREAMBLE:][:4] == MARK else 0
    first = _syntax_of(beginning[start:])
    if first is None:
        raise damaged(window.path)
    elements: dict[int, Element] = {}
    stop = start
    # Group 2 is always written with types and in little endian.
    while window.size - stop >= 8 and window.read(stop, 2) == b"\2\0":
        element = next(walk(window, Syntax(), stop, window.size))
        elements[element.tag], stop = element, element.stop
    if not elements:
        return None, start, first
    meta = DataSet(window, Syntax(), elements)
    name = meta.text("TransferSyntaxUID")
    if name == _IMPLICIT:
        return meta, stop, Syntax(is_explicit=False)
    return meta, stop, Syntax(order=">" if name == _BIG_ENDIAN else "<")


def _syntax_of(beginning: bytes) -> Syntax | None:
    """Tell from the first element how a data set is written, None where it is none."""
    group = beginning[:2]
    if len(beginning) < 8 or group not in (b"\2\0", b"\0\2", b"\x08\0", b"\0\x08"):
        return None
    is_explicit = beginning[4:6].isalpha() and beginning[4:6].isupper()
    return Syntax(is_explicit, "<" if group[1] == 0 else ">")


def _inflated(path: Path, source: ByteSource, place: int) -> bytes:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = bytearray()
    limit = min(_MAX_UNPACKED_BYTES, _MAX_RATIO * (source.size - place))
    packed = b""
    while (packed or place < source.size) and not stream.eof:
        if not packed:
            # In pieces, since what is left over is copied each time.
            packed = source.read(place, min(_STEP_BYTES // 16, source.size - place))
            place += len(packed)
        try:
            content += stream.decompress(packed, _STEP_BYTES)
        except zlib.error as error:
            raise damaged(path) from error
        packed = stream.unconsumed_tail
        if len(content) > max(limit, _ALWAYS_UNPACKED_BYTES):
            raise EcgError(
                f"{path.name} would unpack to more than {len(content) / 1e6:,.0f} MB, far more "
                "than a recording of its size holds: it is damaged or a trap."
            )
    return bytes(content + stream.flush())
