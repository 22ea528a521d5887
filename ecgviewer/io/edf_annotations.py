"""The time-stamped annotation lists (TAL) of EDF+ and BDF+. Source: EDF+ specification, 2.2."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import BEAT_CODES, Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead
from ecgviewer.io.annotation_marks import NOTE_SYMBOL
from ecgviewer.io.edf_header import EdfHeader

# +onset, perhaps 0x15 and the duration, then 0x14 before and after each text; 0 ends it.
_LIST = re.compile(
    rb"([+-]\d{1,12}(?:\.\d{0,12})?)(?:\x15(\d{1,12}(?:\.\d{0,12})?))?\x14([^\0]*)\0"
)
# A change of rhythm as WFDB writes it: "(AFIB".
_RHYTHM = re.compile(r"\([A-Z]{1,5}")
_MOST_ANNOTATIONS: Final = 2_000_000
_LONGEST_TEXT = 1_000
_LONGEST_S: Final = 31 * 86_400


@dataclass(frozen=True, slots=True)
class TimedText:
    """A text of a list: seconds after the file's date and time; of duration 0 for a point."""

    onset_s: float
    duration_s: float
    text: str


@dataclass(frozen=True, eq=False)
class TimedTexts:
    """All of a file. begins_s: float64 (n_records,), when each data record begins, NaN where
    it does not say so.
    """

    begins_s: NDArray[np.float64]
    texts: tuple[TimedText, ...] = ()

    @property
    def origin_s(self) -> float:
        """When the first data record begins, after the file's date and time."""
        return _origin_s(self.begins_s)


def read_texts(header: EdfHeader) -> TimedTexts:
    """Read all lists of a file; of each data record only their bytes are read.

    Raises OSError if it cannot be read, EcgError if there are too many.
    """
    begins_s = np.full(header.n_records, np.nan)
    lists = [signal for signal in header.signals if signal.holds_annotations and signal.per_record]
    found: list[TimedText] = []
    if not lists:
        return TimedTexts(begins_s)
    # Unbuffered: a buffer would read all that lies between the lists.
    with header.path.open("rb", buffering=0) as file:
        for record in range(header.n_records):
            place = header.header_bytes + record * header.record_bytes
            for signal in lists:
                file.seek(place + signal.offset)
                content = file.read(signal.per_record * header.sample_bytes)
                begin_s = _take(content, found)
                # The first list of the first channel tells when the data record begins.
                if signal is lists[0] and begin_s is not None:
                    begins_s[record] = begin_s
            if len(found) > _MOST_ANNOTATIONS:
                raise EcgError(f"{header.path.name} holds too many annotations to be read.")
    return TimedTexts(begins_s, tuple(found))


def _take(content: bytes, found: list[TimedText]) -> float | None:
    """Add the texts of one channel in one data record; return the first list's onset."""
    first_s: float | None = None
    # With a last zero nothing is looked through twice, however the content is damaged.
    for number, match in enumerate(_LIST.finditer(content + b"\0")):
        onset_s = float(match[1])
        if number == 0 and match[3][:1] in (b"", b"\x14"):
            first_s = onset_s
        duration_s = float(match[2] or 0)
        texts = map(_clean, match[3].split(b"\x14"))
        found.extend(TimedText(onset_s, duration_s, text) for text in texts if text)
    return first_s


def _clean(part: bytes) -> str:
    text = part[:_LONGEST_TEXT].decode("utf-8", errors="replace")
    return " ".join("".join(x if x.isprintable() else " " for x in text).split())


@dataclass(frozen=True, eq=False)
class Starts:
    """Where data records begin.

    places: int64 (n_records,), rising, in samples. n_gaps: between them. unplaced: data
    records that begin at no known time, and are taken to follow the one before.
    """

    places: NDArray[np.int64]
    n_gaps: int
    unplaced: int


def record_starts(
    header: EdfHeader, begins_s: NDArray[np.float64], per_record: int, rate_hz: float
) -> Starts:
    """Return where the data records of a file with gaps begin.

    per_record, rate_hz: of the recording as it is read. Raises EcgError if the file claims
    to last more than a month.
    """
    origin_s = _origin_s(begins_s)
    if np.nanmax(begins_s, initial=origin_s) - origin_s > _LONGEST_S:
        raise EcgError(f"{header.path.name} claims to last longer than a month, with its gaps.")
    places = np.zeros(header.n_records, dtype=np.int64)
    place = unplaced = 0
    for record, wanted in enumerate(((begins_s - origin_s) * rate_hz).tolist()):
        # Times are rounded; what begins well before the end of the one before is wrong.
        fits = math.isfinite(wanted) and round(wanted) >= place - 1
        unplaced += not fits
        place = max(round(wanted), place) if fits else place
        places[record] = place
        place += per_record
    return Starts(places, int((np.diff(places) > per_record).sum()), unplaced)


def _origin_s(begins_s: NDArray[np.float64]) -> float:
    return float(begins_s[0]) if math.isfinite(begins_s[0]) else 0.0


def annotations_of(
    timed: TimedTexts, *, rate_hz: float, n_samples: int, leads: Sequence[Lead], source: str
) -> tuple[list[Annotation], int]:
    """Return the marks in a recording, in order, and how many lie outside of it.

    A text that is a WFDB code of a beat or a rhythm is one in a file with an ECG: EDF+ has
    none of its own, and converters keep WFDB's.
    """
    by_label = {lead.file_name: lead.name for lead in leads}
    has_ecg = any(lead.is_ecg for lead in leads)
    found: list[Annotation] = []
    outside = 0
    for each in timed.texts:
        onset_s = each.onset_s - timed.origin_s
        start, stop = round(onset_s * rate_hz), round((onset_s + each.duration_s) * rate_hz)
        if start > n_samples or stop < 0:
            outside += 1
            continue
        text, lead = addressed(each.text, by_label)
        is_code = has_ecg and _is_code(text, is_point=start == stop)
        found.append(
            Annotation(
                start=max(start, 0),
                stop=min(stop, n_samples),
                label=text if is_code else NOTE_SYMBOL,
                lead=lead,
                text="" if is_code else text,
                source=source,
            )
        )
    return sorted(found, key=lambda mark: (mark.start, mark.stop)), outside


def _is_code(text: str, *, is_point: bool) -> bool:
    return (is_point and text in BEAT_CODES) or _RHYTHM.fullmatch(text) is not None


def addressed(text: str, by_label: dict[str, str]) -> tuple[str, str | None]:
    """Split "text@@label", by which EDF+ binds an annotation to one signal, None for all.

    by_label: the names of leads by the file's.
    """
    words, at, label = text.rpartition("@@")
    lead = by_label.get(label) if at else None
    return (words.strip(), lead) if lead else (text, None)
