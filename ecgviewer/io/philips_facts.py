"""What a Philips file says beside its signals: the patient, the device, what it measured.

Source: Philips ECG schemas 1.03 and 1.04.01: intervals are in ms, axes in degrees.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis, Patient
from ecgviewer.io.ecg_xml import attribute_of, number_of, words_of
from ecgviewer.io.header_facts import diagnosis
from ecgviewer.io.patient_age import age_of, age_years
from ecgviewer.io.personal_facts import PersonalFacts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PATIENT = "patient/generalpatientdata"
_ACQUIRER = "dataacquisition/acquirer"
_AGES = ("years", "months", "weeks", "days", "hours")
_PERSONAL = (
    ("patient id", f"{_PATIENT}/patientid"),
    ("patient id", f"{_PATIENT}/uniquepatientid"),
    ("patient id", f"{_PATIENT}/MRN"),
    ("patient id", f"{_PATIENT}/secondaryid"),
    ("last name", f"{_PATIENT}/name/lastname"),
    ("first name", f"{_PATIENT}/name/firstname"),
    ("middle name", f"{_PATIENT}/name/middlename"),
    ("birth date", f"{_PATIENT}/age/dateofbirth"),
    ("editor", "documentinfo/editor"),
    ("order number", "orderinfo/ordernumber"),
    ("order number", "orderinfo/uniqueorderid"),
    ("order remarks", "orderinfo/orderremarks"),
    ("reason for order", "orderinfo/reasonfororder"),
    ("encounter id", f"{_ACQUIRER}/encounterid"),
    ("operator", f"{_ACQUIRER}/operator"),
    ("operator", f"{_ACQUIRER}/operatorid"),
    ("institution", f"{_ACQUIRER}/institutionname"),
    ("institution", f"{_ACQUIRER}/facilityname"),
    ("institution", f"{_ACQUIRER}/institutionlocationid"),
    ("institution", f"{_ACQUIRER}/institutionlocationname"),
    ("department", f"{_ACQUIRER}/departmentname"),
    ("physician", f"{_ACQUIRER}/orderingclinician"),
    ("physician", f"{_ACQUIRER}/attendingclinician"),
    ("physician", f"{_ACQUIRER}/referringclinician"),
    ("physician", f"{_ACQUIRER}/consultingclinician"),
    ("physician", f"{_ACQUIRER}/reviewingclinician"),
)
# What it measured, by its names in 1.04 and in 1.03.
_MEASURED = (
    ("Heart rate", ("heartrate", "meanventrate"), "/min"),
    ("Atrial rate", ("atrialrate",), "/min"),
    ("RR interval", ("rrint",), " ms"),
    ("P duration", ("pdur",), " ms"),
    ("PR interval", ("print", "meanprint"), " ms"),
    ("QRS duration", ("qrsdur", "meanqrsdur"), " ms"),
    ("QT interval", ("qtint", "meanqtint"), " ms"),
    ("QTc (Bazett)", ("qtcb",), " ms"),
    ("QTc (Fridericia)", ("qtcf",), " ms"),
    # 1.03 does not say how it corrects.
    ("QTc", ("interpretationmeasurements/meanqtc",), " ms"),
    ("P axis", ("pfrontaxis",), "°"),
    ("QRS axis", ("qrsfrontaxis",), "°"),
    ("T axis", ("tfrontaxis",), "°"),
)
_WITH_MEASUREMENTS = (
    "interpretations/interpretation",
    "interpretations/interpretation/globalmeasurements",
    "interpretations/interpretation/interpretationmeasurements",
    "internalmeasurements/crossleadmeasurements",
    "measurements/globalmeasurements",
)
_MAX_STATEMENTS = 200


def read_patient(root: "Element") -> Patient:
    """Return age and sex; the age that the device assumed where none was told is no age."""
    age = root.find(f"{_PATIENT}/age")
    years = next(
        filter(None, (age_of(number_of(words_of(age, unit)), unit) for unit in _AGES)), None
    )
    born, recorded = _date(words_of(age, "dateofbirth")), read_start(root)
    if years is None and born and recorded:
        years = age_years(born, recorded.date())
    sex = words_of(root, f"{_PATIENT}/sex")
    return Patient(years, {"Male": "M", "Female": "F"}.get(sex))


def read_start(root: "Element") -> datetime | None:
    """Return when the recording began, on the device's own clock."""
    acquired = root.find("dataacquisition")
    day, time = attribute_of(acquired, "date"), attribute_of(acquired, "time")
    try:
        return datetime.fromisoformat(f"{day}T{time}")
    except ValueError:
        return None


def read_personal(root: "Element") -> PersonalFacts:
    """Return what names the patient, people and places."""
    personal = PersonalFacts()
    for what, place in _PERSONAL:
        for element in root.findall(place):
            personal.add(what, words_of(element))
            personal.add(f"{what} id", attribute_of(element, "id"))
    for user_defined in root.findall("userdefines/userdefine"):
        label = words_of(user_defined, "label") or "user-defined"
        personal.add(label, words_of(user_defined, "value"))
    for clinician in root.iter("confirmingclinician"):
        personal.add("physician", words_of(clinician))
        personal.add("physician id", attribute_of(clinician, "id"))
    personal.add("device id", attribute_of(root.find("dataacquisition/machine"), "machineid"))
    return personal


def read_statements(root: "Element", personal: PersonalFacts) -> tuple[Diagnosis, ...]:
    """Return the statements of all interpretations, with their reasons in brackets."""
    found: list[tuple[str, str]] = []
    for interpretation in root.findall("interpretations/interpretation"):
        found += [
            (words_of(one, "leftstatement").strip("<> "), words_of(one, "rightstatement"))
            for one in interpretation.findall("statement")
        ]
        found.append((words_of(interpretation, "severity").strip("- "), ""))
    kept = [
        (left, reason)
        for left, reason in dict.fromkeys(found[:_MAX_STATEMENTS])
        if left and personal.shown([f"{left} {reason}".strip()])
    ]
    return tuple(_diagnosis(left, reason) for left, reason in kept)


def read_comments(root: "Element", personal: PersonalFacts) -> tuple[str, ...]:
    """Return device, filters, quality and measured values, a line each, naming nobody."""
    told = [*_about_device(root), *_about_quality(root)]
    for signature in root.findall("interpretations/interpretation/mdsignatureline"):
        words = words_of(signature)
        # Once it is confirmed, it is signed.
        if words.lower().startswith("unconfirmed"):
            told.append(words)
        else:
            personal.add("signature", words)
    return (*personal.shown(dict.fromkeys(filter(None, told))), *_measured(root))


def usual_beat_marks(root: "Element", rate_hz: float, n_samples: int) -> tuple[Annotation, ...]:
    """Return P wave, QRS complex and T wave of the usual beats; they hold for all leads."""
    beat = root.find(".//repbeat")
    value = {
        name: number_of(words_of(beat, name))
        for name in ("pdur", "print", "qonset", "qrsdur", "tonset", "qtint")
    }
    onset = value["qonset"]
    if onset is None:
        return ()
    p_onset = None if value["print"] is None else onset - value["print"]
    spans = (
        ("p", p_onset, _sum(p_onset, value["pdur"])),
        ("N", onset, _sum(onset, value["qrsdur"])),
        ("t", value["tonset"], _sum(onset, value["qtint"])),
    )
    return tuple(_marks(spans, rate_hz, n_samples))


def _marks(
    spans: Iterable[tuple[str, float | None, float | None]], rate_hz: float, n_samples: int
) -> Iterator[Annotation]:
    for label, start_ms, stop_ms in spans:
        if start_ms is None or stop_ms is None or not 0 <= start_ms < stop_ms <= 1e6:
            continue
        start, stop = round(start_ms * rate_hz / 1e3), round(stop_ms * rate_hz / 1e3)
        if start < stop <= n_samples:
            yield Annotation(start, stop, label, source="philips")


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _diagnosis(left: str, reason: str) -> Diagnosis:
    # A bare number is no code here.
    known = Diagnosis("", left) if left.isdecimal() else diagnosis(left)
    return Diagnosis(known.code, f"{known.text} ({reason})" if reason else known.text)


def _about_device(root: "Element") -> Iterator[str]:
    machine = root.find("dataacquisition/machine")
    names = filter(None, (words_of(machine), attribute_of(machine, "detaildescription")))
    if device := ", ".join(names):
        yield f"Device: {device}"
    about, waves = (
        root.find("dataacquisition/signalcharacteristics"),
        root.find("waveforms/parsedwaveforms"),
    )
    low = attribute_of(waves, "hipass") or words_of(about, "hipass")
    high = attribute_of(waves, "lowpass") or words_of(about, "lowpass")
    band = f"{low}-{high}" if low and high else words_of(about, "signalbandwidth")
    if band:
        yield f"Bandwidth of the signal: {band} Hz"
    if attribute_of(waves, "notchfiltered") == "True":
        mains = attribute_of(waves, "notchfilterfreqs")
        yield f"Notch filter: {mains} Hz" if mains else "Notch filter: on"
    placement = words_of(about, "electrodeplacement") or words_of(about, "leadset")
    if placement and placement != "Unknown":
        yield f"Electrodes: {placement}"
    pacing = words_of(root, f"{_PATIENT}/pacestatus")
    if pacing and pacing != "Unknown":
        yield f"Pacemaker: {pacing}"


def _about_quality(root: "Element") -> Iterator[str]:
    for place in _WITH_MEASUREMENTS[3:]:
        if words := words_of(root, f"{place}/qaactioncode"):
            yield f"Quality: {words}"


def _measured(root: "Element") -> Iterator[str]:
    """Yield measured values; a person's corrections win over the device's, which come later."""
    found = [element for place in _WITH_MEASUREMENTS for element in root.findall(place)]
    for name, tags, unit in _MEASURED:
        values = (number_of(words_of(element, tag)) for element in found for tag in tags)
        value = next((x for x in values if x is not None), None)
        if value is not None:
            yield f"{name}: {value:g}{unit}"


def _date(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
