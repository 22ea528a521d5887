"""What a DICOM file says of the patient, the device and the time, apart from its samples.

Source: DICOM PS3.3, C.7.1.1 (patient), C.7.2.2 (age), C.12.1 (dates and time zone).
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from ecgviewer.core.record import Patient
from ecgviewer.io.dicom_codes import COMMENT, UNKNOWN_START
from ecgviewer.io.dicom_elements import DataSet
from ecgviewer.io.dicom_signal import Group
from ecgviewer.io.patient_age import age_of, age_years
from ecgviewer.io.personal_facts import PersonalFacts

_PERSONAL: Final = (
    ("name", "PatientName"),
    ("other name", "OtherPatientNames"),
    ("patient id", "PatientID"),
    ("other patient id", "OtherPatientIDs"),
    ("birth date", "PatientBirthDate"),
    ("address", "PatientAddress"),
    ("telephone", "PatientTelephoneNumbers"),
    ("patient comments", "PatientComments"),
    ("history", "AdditionalPatientHistory"),
    ("accession number", "AccessionNumber"),
    ("admission id", "AdmissionID"),
    ("institution", "InstitutionName"),
    ("institution address", "InstitutionAddress"),
    ("department", "InstitutionalDepartmentName"),
    ("residence", "PatientInstitutionResidence"),
    ("referring physician", "ReferringPhysicianName"),
    ("requesting physician", "RequestingPhysician"),
    ("performing physician", "PerformingPhysicianName"),
    ("reading physician", "NameOfPhysiciansReadingStudy"),
    ("operator", "OperatorsName"),
)
_AGE = re.compile(r"(\d{1,3})([DWMY])")
_AGE_UNITS: Final = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
_DATE = re.compile(r"(\d{4})[.\-]?(\d{2})[.\-]?(\d{2})")
_TIME = re.compile(r"(\d{2}):?(?:(\d{2}):?(?:(\d{2})(?:\.(\d{1,6})\d*)?)?)?")
_ZONE = re.compile(r"([+-])(\d{2})(\d{2})")
_WHEN: Final = (
    ("AcquisitionDate", "AcquisitionTime"),
    ("ContentDate", "ContentTime"),
    ("StudyDate", "StudyTime"),
)


def patient_of(data: DataSet, at: datetime | None) -> Patient:
    """Return the patient's age, as the file gives it or else from the birth date, and sex."""
    match = _AGE.fullmatch(data.text("PatientAge"))
    age = age_of(float(match[1]), _AGE_UNITS[match[2]]) if match else None
    if age is None:
        age = age_years(_date(data.text("PatientBirthDate")), at.date() if at else None)
    sex = data.text("PatientSex").upper()
    return Patient(age, sex if sex in ("M", "F") else None)


def personal_of(data: DataSet) -> PersonalFacts:
    """Return what names the patient or those who were there."""
    return PersonalFacts.of((what, data.text(keyword)) for what, keyword in _PERSONAL)


def started_at(data: DataSet, group: Group | None = None) -> datetime | None:
    """Return when a group's samples begin, aware where the file gives the time zone.

    None where the file does not say it, or says that it is unknown.
    """
    found = moment(data.text("AcquisitionDateTime"), data)
    for day, clock in _WHEN:
        if found is None and data.text(day) and data.text(clock):
            found = moment(data.text(day).replace(".", "") + data.text(clock), data)
    if found is not None and f"{found:%Y%m%d%H%M%S}" == UNKNOWN_START:
        return None
    offset_ms = group.item.number("MultiplexGroupTimeOffset") if group else None
    if found is None or not offset_ms or abs(offset_ms) > 1e9:
        return found
    try:
        return found + timedelta(milliseconds=offset_ms)
    except OverflowError:
        return None


def device_comments(data: DataSet, groups: Iterable[Group]) -> list[str]:
    """Return lines about the device, its filters and the context, and comments as they are."""
    maker = " ".join(filter(None, (data.text("Manufacturer"), data.text("ManufacturerModelName"))))
    software = data.text("SoftwareVersions").replace("\\", ", ")
    lines = [f"Device: {maker}" + (f", software {software}" if software else "")] if maker else []
    for item in data.items("AcquisitionContextSequence"):
        name, value = item.item("ConceptNameCodeSequence"), item.item("ConceptCodeSequence")
        meaning = value.text("CodeMeaning") if value else item.text("TextValue")
        if name is None or not meaning:
            continue
        if name.text("CodeValue") == COMMENT.value:
            lines.append(meaning)
        elif name.text("CodeMeaning"):
            lines.append(f"{name.text('CodeMeaning')}: {meaning}")
    return lines + _filters(groups)


def _filters(groups: Iterable[Group]) -> list[str]:
    """Return the filters, once where all channels that tell have the same."""
    by_lead: dict[str, list[str]] = {}
    for group in groups:
        channels = group.item.items("ChannelDefinitionSequence")
        for channel, column in zip(channels, group.columns, strict=True):
            if words := _filter(channel):
                by_lead.setdefault(words, []).append(column.lead.name)
    if len(by_lead) == 1:
        return [f"Filter: {next(iter(by_lead))}"]
    return [f"Filter of {', '.join(leads)}: {words}" for words, leads in by_lead.items()]


def _filter(channel: DataSet) -> str:
    low, high = channel.number("FilterLowFrequency"), channel.number("FilterHighFrequency")
    notch = channel.number("NotchFilterFrequency")
    parts = [f"from {low:g} Hz"] if low else []
    parts += [f"up to {high:g} Hz"] if high else []
    parts += [f"without {notch:g} Hz"] if notch else []
    return ", ".join(parts)


def _date(text: str) -> date | None:
    match = _DATE.match(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def moment(text: str, data: DataSet) -> datetime | None:
    """Return a moment written as DICOM's DT, in the file's zone; a date alone is none."""
    day = _date(text)
    clock = _TIME.match(text[8:])
    if day is None or clock is None or not text[:8].isdecimal():
        return None
    zone = _ZONE.search(text[8:]) or _ZONE.fullmatch(data.text("TimezoneOffsetFromUTC"))
    micro = int((clock[4] or "0").ljust(6, "0"))
    try:
        at = time(int(clock[1]), int(clock[2] or 0), min(int(clock[3] or 0), 59), micro)
        return datetime.combine(day, at, _zone(zone))
    except ValueError:
        return None


def _zone(match: re.Match[str] | None) -> timezone | None:
    if match is None:
        return None
    away = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-away if match[1] == "-" else away)
