"""What an annotated ECG says of the subject, the device and the time."""

from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element

from ecgviewer.core.record import Patient
from ecgviewer.io.aecg_signal import Signal
from ecgviewer.io.aecg_xml import (
    code_of,
    day,
    find,
    moment,
    quantity,
    words_of,
)
from ecgviewer.io.ecg_xml import attribute_of
from ecgviewer.io.patient_age import age_of, age_years
from ecgviewer.io.personal_facts import PersonalFacts

_SUBJECT: Final = (
    "componentOf", "timepointEvent", "componentOf", "subjectAssignment", "subject", "trialSubject",
)  # fmt: skip
# LOINC: reported age.
_AGE_CODE: Final = "21612-7"
# UCUM's letters.
_AGE_UNITS: Final = {
    "": "years", "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours",
}  # fmt: skip
# Who or what a name belongs to, by the element around it.
_NAMED: Final = {
    "subjectDemographicPerson": "name",
    "assignedPerson": "staff",
    "investigatorPerson": "investigator",
    "location": "site",
    "representedAuthoringOrganization": "institution",
    "performerOrganization": "institution",
}


def patient_of(root: Element, begun: datetime | None) -> Patient:
    """Return the age, as reported or from the day of birth, and the sex."""
    person = find(root, *_SUBJECT, "subjectDemographicPerson")
    sex = attribute_of(find(person, "administrativeGenderCode"), "code").upper()
    age = _reported_age(root)
    if age is None:
        born = day(attribute_of(find(person, "birthTime"), "value"))
        age = age_years(born.date() if born else None, begun.date() if begun else None)
    return Patient(age, sex if sex in ("M", "F") else None)


def personal_of(root: Element) -> PersonalFacts:
    """Return what names the subject or those who were there."""
    subject = find(root, *_SUBJECT)
    person = find(subject, "subjectDemographicPerson")
    found = [
        ("patient id", attribute_of(find(subject, "id"), "extension")),
        ("birth date", attribute_of(find(person, "birthTime"), "value")),
    ]
    for around in root.iter():
        what = _NAMED.get(around.tag)
        if what is not None:
            found.append((what, words_of(find(around, "name"))))
            found.append(("address", words_of(find(around, "addr"))))
    return PersonalFacts.of(found)


def started_at(root: Element, series: Element, signal: Signal) -> datetime | None:
    """Return when the samples begin, as the series or else the whole file says it."""
    if signal.at is not None:
        return signal.at
    for element in (series, root):
        time = find(element, "effectiveTime")
        for edge in (find(time, "low"), find(time, "center"), time):
            if (found := moment(attribute_of(edge, "value"))) is not None:
                return found
    return None


def comments_of_series(root: Element, series: Element) -> list[str]:
    """Return lines about the device, its filters and how the subject was."""
    lines = [f"Device: {device}"] if (device := _device(series)) else []
    for control in series.findall("controlVariable/controlVariable"):
        lines += [line] if (line := _control(control)) else []
    for comment in root.findall("pertainsTo/subjectFindingComment/text"):
        lines.append(words_of(comment))
    return lines


def _reported_age(root: Element) -> float | None:
    for told in root.findall("controlVariable/relatedObservation"):
        if code_of(told) == _AGE_CODE:
            value, unit = quantity(find(told, "value"))
            if (years := age_of(value, _AGE_UNITS.get(unit, ""))) is not None:
                return years
    return None


def _device(series: Element) -> str:
    author = find(series, "author", "seriesAuthor")
    device = find(author, "manufacturedSeriesDevice")
    maker = words_of(find(author, "manufacturerOrganization", "name"))
    model = words_of(find(device, "manufacturerModelName"))
    software = words_of(find(device, "softwareName"))
    named = " ".join(filter(None, (maker, model)))
    return named + (f", software {software}" if software and named else "")


def _control(control: Element) -> str:
    """Return a setting of the device in words: "Low Pass Filter: 150 Hz"."""
    name = attribute_of(find(control, "code"), "displayName") or code_of(control)
    parts = [find(control, "value")]
    parts += [find(one, "value") for one in control.findall("component/controlVariable")]
    values = [words for part in parts if (words := _value(part))]
    return f"{name}: {', '.join(values)}" if name and values else ""


def _value(value: Element | None) -> str:
    number, unit = quantity(value)
    if number is not None:
        return f"{number:g} {unit}".strip()
    return words_of(value) or attribute_of(value, "displayName") or attribute_of(value, "code")
