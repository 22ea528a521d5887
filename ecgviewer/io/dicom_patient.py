"""The patient and study modules of a DICOM object. Source: DICOM PS3.3 C.7.1.1, C.7.2."""

from typing import TYPE_CHECKING, Final

from ecgviewer.core.record import Record
from ecgviewer.io.dicom_items import text_of
from ecgviewer.io.header_facts import AGE_OVER_89
from ecgviewer.io.personal_facts import date_of, personal

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_LONG, _NAME, _SHORT, _LINES = 64, 64, 16, 10_240
# An age has three digits and a unit; below these many years months say more.
_MONTHS_BELOW_YEARS: Final = 2
_DAYS_BELOW_YEARS: Final = 1 / 12
_PREFIXED: Final = "\\"


def add_patient(dataset: "Dataset", record: Record) -> None:
    """Add what is known of the person and the study; what has to be there stays empty."""
    birth = date_of(personal(record, "birth date"))
    dataset.PatientName = text_of(personal(record, "name"), _NAME)
    dataset.PatientID = text_of(personal(record, "patient id"), _LONG)
    dataset.PatientBirthDate = f"{birth.year:04}{birth:%m%d}" if birth else ""
    dataset.PatientSex = record.patient.sex or ""
    dataset.ReferringPhysicianName = text_of(personal(record, "physician"), _NAME)
    dataset.AccessionNumber = text_of(personal(record, "accession number"), _SHORT)
    for keyword, what in (("InstitutionName", "institution"), ("OperatorsName", "technician")):
        if text := text_of(personal(record, what), _LONG):
            setattr(dataset, keyword, text)
    if record.patient.age_years is not None:
        dataset.PatientAge = age_string(record.patient.age_years)
    lines = list(record.comments)
    if record.synthetic:
        lines.append("Synthetic: yes")
    if record.patient.age_years is None:
        lines = [line for line in lines if line != AGE_OVER_89]
    if lines:
        dataset.PatientComments = "\r\n".join(line.replace(_PREFIXED, "/") for line in lines)[:_LINES]


def age_string(age_years: float) -> str:
    """Return an age as DICOM has it: 063Y, of infants in months or days."""
    if age_years < _DAYS_BELOW_YEARS:
        return f"{round(age_years * 365.25):03}D"
    if age_years < _MONTHS_BELOW_YEARS and age_years != int(age_years):
        return f"{round(age_years * 12):03}M"
    return f"{int(age_years):03}Y"
