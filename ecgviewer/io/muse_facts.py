"""What a GE MUSE file says beside its signals: the patient, the device, what it measured."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis, Patient
from ecgviewer.io.ecg_codes import BEAT_OF_NO_CLASS
from ecgviewer.io.ecg_xml import count_of, number_of, words_of
from ecgviewer.io.header_facts import diagnosis
from ecgviewer.io.patient_age import age_of, age_years
from ecgviewer.io.personal_facts import PersonalFacts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PATIENT, _TEST, _ORDER = "PatientDemographics", "TestDemographics", "Order"
_BIRTH = f"{_PATIENT}/DateofBirth"
_PERSONAL = (
    ("patient id", f"{_PATIENT}/PatientID"),
    ("last name", f"{_PATIENT}/PatientLastName"),
    ("first name", f"{_PATIENT}/PatientFirstName"),
    ("birth date as written", _BIRTH),
    ("secondary id", f"{_TEST}/SecondaryID"),
    ("institution", f"{_TEST}/SiteName"),
    ("department", f"{_TEST}/LocationName"),
    ("room", f"{_TEST}/RoomID"),
    ("reason for test", f"{_TEST}/TestReason"),
    ("user-defined", f"{_TEST}/UserDefined"),
    *(
        (f"{who} {what}", f"{_TEST}/{tag}{part}")
        for who, tag in (
            ("overreader", "Overreader"),
            ("editor", "Editor"),
            ("operator", "AcquisitionTech"),
            ("referring physician", "ReferringMD"),
            ("ordering physician", "OrderingMD"),
            ("attending physician", "AttendingMD"),
            ("technician operator", "Technician"),
            ("fellow physician", "Fellow"),
        )
        for what, part in (
            ("last name", "LastName"),
            ("first name", "FirstName"),
            ("id", "ID"),
        )
    ),
    ("order number", f"{_ORDER}/RequisitionNumber"),
    ("account id", f"{_ORDER}/HISAccountNumber"),
    ("ordering physician name", f"{_ORDER}/HISOrderingMDLastName"),
    ("ordering physician id", f"{_ORDER}/OrderingMDHISID"),
    ("department", f"{_ORDER}/HISLocation"),
    ("reason for test", f"{_ORDER}/ReasonForTest"),
)
_MEASURED = (
    ("Heart rate", "VentricularRate", "/min"),
    ("Atrial rate", "AtrialRate", "/min"),
    ("PR interval", "PRInterval", " ms"),
    ("QRS duration", "QRSDuration", " ms"),
    ("QT interval", "QTInterval", " ms"),
    ("QTc", "QTCorrected", " ms"),
    ("QTc (Fridericia)", "QTcFrederica", " ms"),
    ("P axis", "PAxis", "°"),
    ("QRS axis", "RAxis", "°"),
    ("T axis", "TAxis", "°"),
    ("Systolic pressure", "SystolicBP", " mmHg"),
    ("Diastolic pressure", "DiastolicBP", " mmHg"),
)
# An axis may be 0°; a rate, an interval or a pressure of 0 was not measured.
_MAY_BE_ZERO = "°"
# As GE's own systems write them, the month first; others where one date of the file shows it.
_DATES = ("%m-%d-%Y", "%m/%d/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%b-%Y")
_TIMES = ("%H:%M:%S", "%H:%M")
_MAX_STATEMENTS, _MAX_BEATS = 500, 100_000
_SOURCE = "muse"


def read_patient(root: "Element") -> Patient:
    """Return age and sex; an age in a unit that is not told is none."""
    age = number_of(words_of(root, f"{_PATIENT}/PatientAge"))
    years = age_of(age, words_of(root, f"{_PATIENT}/AgeUnits"))
    if years is None:
        years = age_years(*_days(root))
    sex = words_of(root, f"{_PATIENT}/Gender").upper()
    return Patient(years, {"MALE": "M", "FEMALE": "F", "M": "M", "F": "F"}.get(sex))


def read_start(root: "Element") -> datetime | None:
    """Return when the recording began, on the device's own clock; None without a time."""
    _, day = _days(root)
    clock = _time(words_of(root, f"{_TEST}/AcquisitionTime"))
    return None if day is None or clock is None else datetime.combine(day, clock)


def read_personal(root: "Element") -> PersonalFacts:
    """Return what names the patient, people and places."""
    personal = PersonalFacts()
    born, _ = _days(root)
    for what, place in _PERSONAL:
        for element in root.findall(place):
            personal.add(what, words_of(element))
    if born is not None:
        # Which of its numbers is the month, only the whole file tells.
        personal.add("birth date", born.isoformat())
    for question in root.iter("ExtraQuestion"):
        label = words_of(question, "Question") or "question"
        personal.add(label, words_of(question, "Answer"))
    return personal


def read_statements(root: "Element", personal: PersonalFacts) -> tuple[Diagnosis, ...]:
    """Return the statements that hold now: a person's where the device's were edited."""
    current = _statements(root, "Diagnosis") or _statements(root, "OriginalDiagnosis")
    kept = personal.shown(dict.fromkeys(current))
    # A bare number is no code here.
    return tuple(Diagnosis("", x) if x.isdecimal() else diagnosis(x) for x in kept)


def read_comments(root: "Element", wave: "Element", personal: PersonalFacts) -> tuple[str, ...]:
    """Return device, filters, status and measured values, a line each, naming nobody."""
    told = [*_about_device(root), *_about_filters(wave)]
    current, first = _statements(root, "Diagnosis"), _statements(root, "OriginalDiagnosis")
    if current and first and current != first:
        told.append(f"Before it was edited: {'; '.join(personal.shown(first))}")
    return (*personal.shown(told), *_measured(root))


def rhythm_marks(root: "Element", rate_hz: float, n_samples: int) -> tuple[Annotation, ...]:
    """Return the QRS complexes that the device found, whose times are in ms.

    Their types are numbers of its own, told as text: which of them are ectopic is unsaid, so
    they are beats of no class.
    """
    marks: list[Annotation] = []
    for beat in root.findall("QRSTimesTypes/QRS")[:_MAX_BEATS]:
        time_ms = count_of(words_of(beat, "Time"))
        sample = -1 if time_ms is None else round(time_ms * rate_hz / 1e3)
        if 0 <= sample < n_samples:
            kind = words_of(beat, "Type")
            text = f"type {kind}" if kind else ""
            marks.append(Annotation(sample, sample, BEAT_OF_NO_CLASS, text=text, source=_SOURCE))
    return tuple(sorted(marks, key=lambda mark: mark.start))


def median_marks(root: "Element", rate_hz: float, n_samples: int) -> tuple[Annotation, ...]:
    """Return P wave, QRS complex and the end of the T wave on the median beats."""
    measured = root.find("RestingECGMeasurements")
    base = number_of(words_of(measured, "ECGSampleBase"))
    exponent = number_of(words_of(measured, "ECGSampleExponent")) or 0.0
    if not base or abs(exponent) > 12:
        return ()
    # They are samples of the rate at which the device measured.
    scale = rate_hz / (base * 10.0**exponent)
    at = {
        tag: None if (x := count_of(words_of(measured, tag))) is None else round(x * scale)
        for tag in ("POnset", "POffset", "QOnset", "QOffset", "TOffset")
    }
    marks = (
        (at["POnset"], at["POffset"], "p", ""),
        (at["QOnset"], at["QOffset"], "N", ""),
        (at["TOffset"], at["TOffset"], ")", "T wave"),
    )
    return tuple(
        Annotation(start, stop, label, text=text, source=_SOURCE)
        for start, stop, label, text in marks
        if start and stop and start <= stop < n_samples
    )


def _statements(root: "Element", tag: str) -> list[str]:
    """Return the lines of a diagnosis; a statement goes on until its end is marked."""
    lines: list[str] = []
    line: list[str] = []
    found = root.findall(f"{tag}/DiagnosisStatement")[:_MAX_STATEMENTS]
    flags = [{words_of(flag).upper() for flag in one.findall("StmtFlag")} for one in found]
    is_marked = any("ENDSLINE" in flag for flag in flags)
    for one, flag in zip(found, flags, strict=True):
        line.append(words_of(one, "StmtText"))
        if "ENDSLINE" in flag or not is_marked:
            lines.append(" ".join(filter(None, line)))
            line = []
    return [words for words in (*lines, " ".join(filter(None, line))) if words]


def _about_device(root: "Element") -> Iterator[str]:
    if device := words_of(root, f"{_TEST}/AcquisitionDevice"):
        version = words_of(root, f"{_TEST}/AcquisitionSoftwareVersion")
        yield f"Device: {device}{f', {version}' if version else ''}"
    if analysis := words_of(root, f"{_TEST}/AnalysisSoftwareVersion"):
        yield f"Analysis program: {analysis}"
    if status := words_of(root, f"{_TEST}/Status"):
        yield f"Status: {status.lower()}"


def _about_filters(wave: "Element") -> Iterator[str]:
    # The lower edge is written in hundredths of a hertz.
    low = number_of(words_of(wave, "HighPassFilter"))
    high = number_of(words_of(wave, "LowPassFilter"))
    if low and high:
        yield f"Bandwidth of the signal: {low / 100:g}-{high:g} Hz"
    if mains := number_of(words_of(wave, "ACFilter")):
        yield f"Notch filter: {mains:g} Hz"


def _measured(root: "Element") -> Iterator[str]:
    measured = root.find("RestingECGMeasurements")
    if measured is None:
        measured = root.find("OriginalRestingECGMeasurements")
    for name, tag, unit in _MEASURED:
        value = number_of(words_of(measured, tag))
        if value is not None and (value or unit == _MAY_BE_ZERO):
            yield f"{name}: {value:g}{unit}"


def _days(root: "Element") -> tuple[date | None, date | None]:
    """Return the days of birth and of the recording, both read in one form if there is one."""
    told = [words_of(root, place) for place in (_BIRTH, f"{_TEST}/AcquisitionDate")]
    given = [words for words in told if words]
    common = [form for form in _DATES if all(_moment(words, (form,)) for words in given)]
    born, recorded = (_moment(words, common or _DATES) for words in told)
    return born.date() if born else None, recorded.date() if recorded else None


def _time(words: str) -> time | None:
    moment = _moment(words, _TIMES)
    return None if moment is None else moment.time()


def _moment(words: str, forms: Sequence[str]) -> datetime | None:
    for form in forms:
        try:
            return datetime.strptime(words, form)
        except ValueError:
            continue
    return None
