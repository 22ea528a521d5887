"""The patient and study modules of a DICOM object. Source: DICOM PS3.3 C.7.1.1, C.7.2."""

from typing import TYPE_CHECKING, Final

from ecgviewer.core.record import Record
from ecgviewer.io.dicom_codes import COMMENT
from ecgviewer.io.dicom_items import coded, text_of
from ecgviewer.io.personal_keys import date_of, personal

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_LONG, _NAME, _SHORT = 64, 64, 16
# An age has three digits and a unit; below these many years months say more.
_MONTHS_BELOW_YEARS: Final = 2
_DAYS_BELOW_YEARS: Final = 1 / 12


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


def comment_items(record: Record) -> "list[Dataset]":
    """Return a record's comments as items of the acquisition's context, a line each."""
    from pydicom.dataset import Dataset

    lines = [*record.comments, *(["Synthetic: yes"] if record.synthetic else [])]
    items: list[Dataset] = []
    for line in lines:
        item = Dataset()
        item.ValueType = "TEXT"
        item.ConceptNameCodeSequence = [coded(COMMENT)]
        item.TextValue = " ".join(line.split())
        items.append(item)
    return items


def age_string(age_years: float) -> str:
    """Return an age as DICOM has it: 063Y, of infants in months or days."""
    if age_years < _DAYS_BELOW_YEARS:
        return f"{round(age_years * 365.25):03}D"
    if age_years < _MONTHS_BELOW_YEARS and age_years != int(age_years):
        return f"{round(age_years * 12):03}M"
    return f"{int(age_years):03}Y"
