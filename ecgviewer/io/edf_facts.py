"""Who was recorded, when and with what: the free texts of an EDF header.

Source: EDF+ specification, 2.1.3.3 and 2.1.3.4: words in order, X for what is not known.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ecgviewer.core.record import Diagnosis, Patient
from ecgviewer.io.edf_header import EdfHeader
from ecgviewer.io.free_text import comments_of
from ecgviewer.io.header_facts import HeaderFacts
from ecgviewer.io.patient_age import age_years
from ecgviewer.io.personal_facts import PersonalFacts

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LONG_DATE = re.compile(r"(\d{1,2})-([A-Z]{3})-(\d{4})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{1,2})")
# Two digits of a year from 85 on are those of the last century.
_FIRST_YEAR = 85


@dataclass(frozen=True, slots=True)
class EdfFacts:
    """What is known of the person and the recording; personal: never shown by itself."""

    patient: Patient
    personal: PersonalFacts
    diagnoses: tuple[Diagnosis, ...]
    comments: tuple[str, ...]
    synthetic: bool
    started_at: datetime | None


def facts_of(header: EdfHeader, origin_s: float, told: HeaderFacts) -> EdfFacts:
    """Return the facts of a file. origin_s: when the first sample was taken, in seconds
    after the header's date and time. told: what its first texts say.
    """
    day, recorded, device = _recording(header)
    patient, person = _patient(header, day)
    personal = PersonalFacts.of((*person, *recorded))
    return EdfFacts(
        patient=_completed(patient, told.patient),
        personal=personal,
        diagnoses=tuple(x for x in told.diagnoses if personal.shown([x.text])),
        comments=(
            *comments_of([*_device(device), *_transducers(header), *_filters(header)], personal),
            *told.comments,
        ),
        synthetic=told.synthetic,
        started_at=_started_at(header, day, origin_s),
    )


def _completed(patient: Patient, told: Patient) -> Patient:
    """Return what the header says; an age that was told in words wins over dates."""
    age = patient.age_years if told.age_years is None else told.age_years
    return Patient(age, patient.sex)


def _known(word: str) -> str:
    return "" if word.upper() == "X" else word.replace("_", " ")


def _is_ordered(header: EdfHeader, words: list[str]) -> bool:
    """Whether a patient's words have the order of EDF+; some plain files have it too."""
    looks_so = len(words) >= 3 and words[1].upper() in ("M", "F", "X")
    return header.is_plus or (
        looks_so and (words[2].upper() == "X" or _LONG_DATE.fullmatch(words[2]) is not None)
    )


def _patient(header: EdfHeader, day: date | None) -> tuple[Patient, list[tuple[str, str]]]:
    words = header.patient.split()
    if not _is_ordered(header, words):
        return Patient(), [("patient", header.patient)]
    code, sex, birth, name, *more = [*words, *["X"] * 4][: max(len(words), 4)]
    known_sex = sex.upper() if sex.upper() in ("M", "F") else None
    return Patient(age_years(_long_date(birth), day), known_sex), [
        ("patient id", _known(code)),
        ("birth date", _known(birth)),
        ("name", _known(name)),
        ("patient", " ".join(more)),
    ]


def _recording(header: EdfHeader) -> tuple[date | None, list[tuple[str, str]], str]:
    """Return the day, what names people or places, and the device."""
    words = header.recording.split()
    if not words or words[0].lower() != "startdate":
        return None, [("recording", header.recording)], ""
    if not header.is_plus:
        day = _long_date(words[1]) if len(words) > 1 else None
        return day, [("recording", " ".join(words[2:]))], ""
    _, said, code, technician, device, *more = [*words, *["X"] * 5][: max(len(words), 5)]
    personal = [
        ("recording id", _known(code)),
        ("technician", _known(technician)),
        ("recording", " ".join(more)),
    ]
    return _long_date(said), personal, _known(device)


def _long_date(text: str) -> date | None:
    match = _LONG_DATE.fullmatch(text)
    if match is None or match[2].upper() not in _MONTHS:
        return None
    return _date(int(match[3]), _MONTHS.index(match[2].upper()) + 1, int(match[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _started_at(header: EdfHeader, day: date | None, origin_s: float) -> datetime | None:
    # A file that was made anonymous says "Startdate X", and its short date means nothing.
    is_hidden = header.is_plus and header.recording.lower().startswith("startdate x")
    clock = _CLOCK.fullmatch(header.time)
    day = day or (None if is_hidden else _short_date(header.date))
    if day is None or clock is None:
        return None
    try:
        began = datetime.combine(day, time(int(clock[1]), int(clock[2]), int(clock[3])))
        return began + timedelta(seconds=origin_s)
    except (ValueError, OverflowError):
        return None


def _short_date(text: str) -> date | None:
    match = _SHORT_DATE.fullmatch(text)
    if match is None:
        return None
    year = int(match[3])
    return _date(year + (1900 if year >= _FIRST_YEAR else 2000), int(match[2]), int(match[1]))


def _device(device: str) -> list[str]:
    return [f"Device: {device}"] if device else []


def _transducers(header: EdfHeader) -> list[str]:
    return _by_signal(header, "Transducer", [x.transducer for x in header.signals])


def _filters(header: EdfHeader) -> list[str]:
    return _by_signal(header, "Filters", [x.filters for x in header.signals])


def _by_signal(header: EdfHeader, what: str, said: list[str]) -> list[str]:
    """Return one line for each different text, with the signals that it is about."""
    lines: dict[str, list[str]] = {}
    shown = [x for x in header.signals if not x.holds_annotations]
    for signal, text in zip(header.signals, said, strict=True):
        if text and not signal.holds_annotations:
            lines.setdefault(text, []).append(signal.label)
    return [
        f"{what}: {text}" if len(labels) == len(shown) else f"{what} ({', '.join(labels)}): {text}"
        for text, labels in lines.items()
    ]
