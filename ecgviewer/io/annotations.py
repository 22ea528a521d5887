"""Annotation files beside a WFDB record. Source: WFDB Applications Guide, annot(5)."""

import os
import re
import struct
import time
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from ecgviewer.core.annotation import Annotation
from ecgviewer.signal.leads import normalise_lead

OTHER_FILES = frozenset(
    f".{ending}"
    for ending in (
        *("bak", "bmp", "csv", "dcm", "docx", "edf", "gif", "gz", "h5", "htm", "html", "jpeg"),
        *("jpg", "json", "md", "npy", "npz", "pdf", "png", "py", "scp", "svg", "tif", "tiff"),
        *("tsv", "txt", "xls", "xlsx", "xml", "xws", "zip"),
    )
)
"""Endings that no annotation file has."""

# Files that end so were meant as annotations; of others that are none, nothing is said.
_ANNOTATORS = frozenset(
    f".{annotator}"
    for annotator in (
        *("al", "ann", "apn", "ari", "atr", "ecg", "event", "gqrs", "gqrsh", "gqrsl", "man"),
        *("marker", "pu", "pu0", "pu1", "pwave", "q1c", "q2c", "qrs", "qrsc", "qt1", "qt2"),
        *("sqrs", "st", "sta", "stb", "stc", "trigger", "wqrs", "xqrs"),
    )
)
# The beats of 24 hours take less than 1 MB, with all their waves about 3 MB.
_MAX_BYTES = 4_000_000
# A list of names serves the other records of its folder for so long, if the folder has
# not changed for so long: clocks of file systems are coarse, and FAT's may stand still.
_KEPT_NS = 1_000_000_000
_QUIET_NS = 2_000_000_000

SYMBOLS = {
    **dict(enumerate("NLRaVFJASEj/Q~", start=1)),
    16: "|",
    **dict(enumerate('sT*D"=pB^t+u?![]en@xf()r', start=18)),
}
"""Annotation code -> symbol."""

_NOTE, _RHYTHM, _ONSET, _END = 22, 28, 39, 40
# WFDB leaves 42 to 49 to the user.
_LAST_CODE = 49
_SKIP, _NUMBER, _SUBTYPE, _CHANNEL, _TEXT = 59, 60, 61, 62, 63
_RATE = re.compile(r"## time resolution: (\d+\.?\d*)")
_DEFINITION = re.compile(r"(\d+) (\S+) .+")


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as the file holds it. time: in the file's own resolution."""

    time: int
    code: int
    subtype: int
    channel: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What an annotation file holds.

    marks: without those that define things. rate_hz: of the times, None where it is
    the record's frame rate. symbols: the file's own labels.
    """

    marks: tuple[Mark, ...]
    rate_hz: float | None
    symbols: dict[int, str]


def decode(content: bytes) -> Marks:
    """Decode an annotation file in the MIT format.

    Raises ValueError if the content is no such file.
    """
    if len(content) < 2 or len(content) % 2:
        raise ValueError("no annotation file has such a length")
    try:
        marks = list(_marks(content))
    except IndexError as error:
        raise ValueError("it ends in the middle") from error
    definitions = [mark.text for mark in marks if _is_definition(mark)]
    rate_hz, symbols = _define(definitions)
    marks = [mark for mark in marks if mark.code != 0 and not _is_definition(mark)]
    return Marks(tuple(marks), rate_hz, symbols)


def _marks(content: bytes) -> Iterable[Mark]:
    words = struct.unpack(f"<{len(content) // 2}H", content)
    place = time = channel = number = 0
    while words[place] != 0:
        while words[place] >> 10 == _SKIP:
            jump = words[place + 1] << 16 | words[place + 2]
            time += jump - (1 << 32) * (jump >> 31)
            place += 3
        code, step = divmod(words[place], 1 << 10)
        if code > _LAST_CODE:
            raise ValueError(f"it holds an unknown code, {code}")
        time += step
        place += 1
        subtype, text = 0, ""
        while (extra := words[place] >> 10) > _SKIP:
            value = words[place] & 0xFF
            place += 1
            if extra == _NUMBER:
                number = _signed(value)
            elif extra == _SUBTYPE:
                subtype = _signed(value)
            elif extra == _CHANNEL:
                channel = value
            else:
                text = content[2 * place : 2 * place + value].rstrip(b"\0").decode("latin-1")
                place += (value + 1) // 2
        yield Mark(time, code, subtype, channel, number, text)
    if any(words[place:]):
        raise ValueError("something follows its end mark")


def _signed(value: int) -> int:
    return value - 256 * (value >> 7)


def _is_definition(mark: Mark) -> bool:
    return mark.time == 0 and mark.code == _NOTE and mark.text != ""


def _define(texts: Sequence[str]) -> tuple[float | None, dict[int, str]]:
    rates = [match[1] for text in texts if (match := _RATE.match(text))]
    symbols = {int(match[1]): match[2] for text in texts if (match := _DEFINITION.match(text))}
    return (float(rates[0]) if rates and float(rates[0]) > 0 else None), symbols


def read_annotations_beside(
    header: Path,
    *,
    rate_hz: float,
    per_frame: int,
    n_samples: int,
    leads: tuple[str, ...],
    signal_files: Collection[Path],
) -> tuple[tuple[Annotation, ...], tuple[str, ...]]:
    """Read every annotation file of the record that this header describes.

    rate_hz, n_samples: of the record as it is read, per_frame samples a frame. leads:
    its names; a file that ends in one (LUDB's .avr) speaks of that lead. Returns the
    annotations in order of time and a sentence for each file that is damaged.
    """
    annotations: list[Annotation] = []
    odd: list[str] = []
    for path in _candidates(header, signal_files):
        try:
            marks = decode(_read(path))
        except ValueError as error:
            if path.suffix.lower() in _ANNOTATORS or _lead_of(path, leads):
                odd.append(f"{path.name} cannot be read as annotations: {error}.")
            continue
        scale = rate_hz / marks.rate_hz if marks.rate_hz else per_frame
        found = _annotations(marks, scale, path.suffix[1:], _lead_of(path, leads), leads)
        inside = [mark for mark in found if mark.start >= 0 and mark.stop <= n_samples]
        if len(inside) < len(found):
            beyond = len(found) - len(inside)
            odd.append(
                f"{path.name}: {beyond} of {len(found)} annotations lie outside the record "
                "and are left out."
            )
        annotations.extend(inside)
    annotations.sort(key=lambda annotation: annotation.start)
    return tuple(annotations), tuple(odd)


def _candidates(header: Path, signal_files: Collection[Path]) -> list[Path]:
    taken = {".hea", ".dat", ".mat", *OTHER_FILES, *(path.suffix.lower() for path in signal_files)}
    start = header.stem + "."
    known = _names_in(header.parent)
    names = list(takewhile(lambda x: x.startswith(start), known[bisect_left(known, start) :]))
    paths = [header.with_name(name) for name in names if "." not in name[len(start) :]]
    return [path for path in paths if path.suffix.lower() not in taken and path.is_file()]


def _names_in(folder: Path) -> tuple[str, ...]:
    """Return the names in a folder, sorted; thousands are not listed for each record anew."""
    changed_ns, now_ns = folder.stat().st_mtime_ns, time.time_ns()
    if now_ns - changed_ns < _QUIET_NS:
        return _list(folder)
    return _kept_names(folder.absolute(), changed_ns, now_ns // _KEPT_NS)


@lru_cache(maxsize=4)
def _kept_names(folder: Path, _changed_ns: int, _period: int) -> tuple[str, ...]:
    return _list(folder)


def _list(folder: Path) -> tuple[str, ...]:
    with os.scandir(folder) as entries:
        return tuple(sorted(entry.name for entry in entries))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("it is too large")
        return path.read_bytes()
    except OSError as error:
        raise ValueError(error.strerror or str(error)) from error


def _lead_of(path: Path, leads: tuple[str, ...]) -> str | None:
    name = normalise_lead(path.suffix[1:])
    return name if name in leads else None


def _annotations(
    marks: Marks, scale: float, source: str, lead: str | None, leads: tuple[str, ...]
) -> list[Annotation]:
    # Files that never name a channel leave it at 0, which then means nothing.
    speaks_of_leads = lead is None and any(mark.channel for mark in marks.marks)
    found: list[Annotation] = []
    for start, peak, stop in _waves(marks.marks):
        own = leads[peak.channel] if speaks_of_leads and peak.channel < len(leads) else lead
        label = marks.symbols.get(peak.code) or SYMBOLS.get(peak.code) or f"[{peak.code}]"
        is_rhythm = peak.code == _RHYTHM and peak.text != ""
        found.append(
            Annotation(
                start=round(start * scale),
                stop=round(stop * scale),
                label=peak.text if is_rhythm else label,
                lead=own,
                text="" if is_rhythm else peak.text,
                source=source,
                peak=round(peak.time * scale) if stop > start else None,
            )
        )
    return found


def _waves(marks: Sequence[Mark]) -> Iterable[tuple[int, Mark, int]]:
    """Join "(", a wave's peak and ")" of one channel into a span; others are points."""
    place = 0
    while place < len(marks):
        if marks[place].code == _ONSET and _is_wave(marks[place : place + 3]):
            yield marks[place].time, marks[place + 1], marks[place + 2].time
            place += 3
        else:
            yield marks[place].time, marks[place], marks[place].time
            place += 1


def _is_wave(marks: Sequence[Mark]) -> bool:
    codes = [mark.code for mark in marks]
    one_channel = len({mark.channel for mark in marks}) == 1
    return len(codes) == 3 and codes[1] not in (_ONSET, _END) and codes[2] == _END and one_channel
