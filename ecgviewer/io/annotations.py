"""Annotation files beside a WFDB record. Source: WFDB Applications Guide, annot(5)."""

import os
import time
from bisect import bisect_left
from collections.abc import Collection
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation_table import NO_PEAK, AnnotationTable, Coded, joined
from ecgviewer.core.record import Notice
from ecgviewer.io.annotation_words import (
    END,
    LAST_CODE,
    ONSET,
    RHYTHM,
    Marks,
    decode,
)
from ecgviewer.signal.leads import normalise_lead

OTHER_FILES = frozenset(
    f".{ending}"
    for ending in (
        *(
            "bak",
            "bdf",
            "bmp",
            "csv",
            "dcm",
            "docx",
            "edf",
            "gif",
            "gz",
            "h5",
            "htm",
            "html",
            "jpeg",
        ),
        *("jpg", "json", "md", "npy", "npz", "pdf", "png", "py", "scp", "svg", "tif", "tiff"),
        *("tsv", "txt", "xls", "xlsx", "xml", "xws", "zip"),
    )
)
"""Endings that no annotation file has."""

# Files that end so were meant as annotations; of others that are none, nothing is said.
ANNOTATORS = frozenset(
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


def read_annotations_beside(
    header: Path,
    *,
    rate_hz: float,
    per_frame: int,
    n_samples: int,
    leads: tuple[str, ...],
    signal_files: Collection[Path],
) -> tuple[AnnotationTable, tuple[Notice, ...]]:
    """Read every annotation file of the record that this header describes.

    rate_hz, n_samples: of the record as it is read, per_frame samples a frame. leads:
    its names; a file that ends in one (LUDB's .avr) speaks of that lead. Returns the
    annotations in order of time and a sentence for each file that is damaged.
    """
    tables: list[AnnotationTable] = []
    odd: list[Notice] = []
    for path in _candidates(header, signal_files):
        try:
            marks = decode(_read(path))
        except ValueError as error:
            if path.suffix.lower() in ANNOTATORS or _lead_of(path, leads):
                odd.append(Notice(f"The annotations in {path.suffix} cannot be read: {error}."))
            continue
        scale = rate_hz / marks.rate_hz if marks.rate_hz else per_frame
        found = _annotations(marks, scale, path.suffix[1:], _lead_of(path, leads), leads)
        inside = np.flatnonzero((found.start >= 0) & (found.stop <= n_samples))
        if inside.size < len(found):
            beyond = len(found) - inside.size
            odd.append(
                Notice(
                    f"Outside the record and left out: {beyond} of {len(found)} annotations in "
                    f"{path.suffix}."
                )
            )
        tables.append(found.taken(inside))
    return joined(tables), tuple(odd)


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
) -> AnnotationTable:
    """Join "(", a wave's peak and ")" of one channel into a span; others are points."""
    onsets = np.flatnonzero(_begins_wave(marks))
    points = np.ones(marks.time.size, dtype=np.bool_)
    for step in range(3):
        points[onsets + step] = False
    rows = np.sort(np.concatenate([np.flatnonzero(points), onsets + 1]))
    waves = np.isin(rows, onsets + 1)
    time = marks.time[rows]
    # Halves are rounded to even numbers, as Python does.
    start = _scaled(np.where(waves, marks.time[rows - waves], time), scale)
    stop = _scaled(np.where(waves, marks.time[rows + waves], time), scale)
    own_peak = waves & (marks.time[rows + waves] > marks.time[rows - waves])
    found = marks.taken(rows)
    rhythms = {row for row in found.texts if found.code[row] == RHYTHM}
    return AnnotationTable(
        start,
        stop,
        np.where(own_peak, _scaled(time, scale), NO_PEAK),
        _labels(found, rhythms),
        _leads_of(marks, found, lead, leads),
        Coded((source,), np.zeros(rows.size, dtype=np.int64)),
        {row: text for row, text in found.texts.items() if row not in rhythms},
    )


def _begins_wave(marks: Marks) -> NDArray[np.bool_]:
    """Whether a mark, the one after it and the next are onset, peak and end of one wave."""
    code, channel = marks.code, marks.channel
    begins = np.zeros(code.size, dtype=np.bool_)
    if code.size >= 3:
        first, peak, last = code[:-2], code[1:-1], code[2:]
        shaped = (first == ONSET) & (peak != ONSET) & (peak != END) & (last == END)
        begins[:-2] = shaped & (channel[:-2] == channel[1:-1]) & (channel[1:-1] == channel[2:])
    return begins


def _scaled(times: NDArray[np.int64], scale: float) -> NDArray[np.int64]:
    scaled: NDArray[np.int64] = np.rint(times * scale).astype(np.int64)
    return scaled


def _labels(found: Marks, rhythms: Collection[int]) -> Coded:
    """Return each mark's symbol; a change of rhythm is labelled by its text."""
    own = found.symbols or {}
    symbols = [own.get(code) or SYMBOLS.get(code) or f"[{code}]" for code in range(LAST_CODE + 1)]
    names = list(dict.fromkeys(found.texts[row] for row in sorted(rhythms)))
    codes = found.code.copy()
    for row in rhythms:
        codes[row] = len(symbols) + names.index(found.texts[row])
    return Coded((*symbols, *names), codes)


def _leads_of(marks: Marks, found: Marks, lead: str | None, leads: tuple[str, ...]) -> Coded:
    # Files that never name a channel leave it at 0, which then means nothing.
    if lead is None and marks.channel.any():
        known = np.where(found.channel < len(leads), found.channel, len(leads))
        return Coded((*leads, None), known)
    return Coded((lead,), np.zeros(found.code.size, dtype=np.int64))
