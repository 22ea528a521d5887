"""Beats of an ISHNE Holter recording, in the annotation file beside it.

Source: the annotation format of the Telemetric and Holter ECG Warehouse (THEW): the header
of the recording, the sample of the first beat, then four bytes for each annotation: its
label, a letter for internal use, and how many samples it lies behind the one before.
"""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation_table import NO_PEAK, AnnotationTable, Coded
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice
from ecgviewer.io.ishne_header import ANNOTATIONS, read_header

SUFFIX: Final = ".ann"
_SOURCE: Final = "ann"
_ENTRY = np.dtype([("label", "u1"), ("inner", "u1"), ("step", "<u2")])
_FIRST_BYTES = 4
# A timeout only carries a long interval on.
_TIMEOUT = ord("!")
# WFDB's codes for the same: a paced beat, artefact, an unclassifiable beat. A calibration
# pulse has none and is a note.
_LABELS: Final = {"N": "N", "V": "V", "S": "S", "B": "B", "P": "/", "X": "|", "U": "Q", "C": '"'}
_CALIBRATION = ord("C")
_CALIBRATION_TEXT = "calibration pulse"
_MAX_ENTRIES = 1 << 24


def annotations_beside(path: Path, n_samples: int) -> tuple[AnnotationTable, tuple[Notice, ...]]:
    """Read the annotation file of a recording, an empty table where there is none.

    Returns the annotations within the recording, and sentences about what was odd.
    """
    beside = _beside(path)
    if beside is None:
        return AnnotationTable.of(()), ()
    try:
        return _read(beside, n_samples)
    except (EcgError, OSError):
        # The signal can be read without its marks.
        return AnnotationTable.of(()), (
            Notice("The file of annotations is damaged or cannot be read: they are left out."),
        )


def _beside(path: Path) -> Path | None:
    suffixes = (SUFFIX, SUFFIX.upper())
    return next((x for x in map(path.with_suffix, suffixes) if x.is_file()), None)


def _read(path: Path, n_samples: int) -> tuple[AnnotationTable, tuple[Notice, ...]]:
    with path.open("rb") as file:
        if file.read(len(ANNOTATIONS)) != ANNOTATIONS:
            # Many another kind of file has that suffix.
            return AnnotationTable.of(()), ()
    start = read_header(path).data_start
    with path.open("rb") as file:
        file.seek(start)
        content = file.read(_FIRST_BYTES + _MAX_ENTRIES * _ENTRY.itemsize)
    first = int.from_bytes(content[:_FIRST_BYTES], "little")
    count = max(len(content) - _FIRST_BYTES, 0) // _ENTRY.itemsize
    entries = np.frombuffer(content, _ENTRY, count, min(_FIRST_BYTES, len(content)))
    # The first beat itself has no entry: each entry lies behind what was before.
    places = first + np.cumsum(entries["step"], dtype=np.int64)
    inside = (entries["label"] != _TIMEOUT) & (places < n_samples)
    outside = int(np.count_nonzero(places >= n_samples))
    warnings = (Notice(f"Annotations behind the recording's end, left out: {outside}."),)
    return _table(places[inside], entries["label"][inside]), warnings if outside else ()


def _table(places: NDArray[np.int64], letters: NDArray[np.uint8]) -> AnnotationTable:
    labels = tuple(_label(chr(code)) for code in range(256))
    none = np.zeros(places.size, dtype=np.int64)
    pulses = np.flatnonzero(letters == _CALIBRATION).tolist()
    return AnnotationTable(
        start=places,
        stop=places,
        peak=np.full(places.size, NO_PEAK, dtype=np.int64),
        label=Coded(labels, letters.astype(np.int64)),
        lead=Coded((None,), none),
        source=Coded((_SOURCE,), none),
        texts=dict.fromkeys(pulses, _CALIBRATION_TEXT),
    )


def _label(letter: str) -> str:
    return _LABELS.get(letter, letter if letter.isprintable() else "?")
