"""Reader of DICOM waveforms: 12-lead, general and ambulatory ECGs."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from ecgviewer.core.record import Lead, Record
from ecgviewer.io.dicom_facts import device_comments, patient_of, personal_of, started_at
from ecgviewer.io.dicom_file import class_uid, is_dicom, open_dicom, refuse_unless
from ecgviewer.io.dicom_marks import marks_of
from ecgviewer.io.dicom_signal import Group, groups_of, source_of
from ecgviewer.io.free_text import comments_of, marks_without_names, statements_of
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import leads_of
from ecgviewer.io.record_parts import address, chosen_part, other_parts, part_name

# PS3.6: 12-lead, general, ambulatory and general 32-bit ECG Waveform Storage.
_ECG_ROOT: Final = "1.2.840.10008.5.1.4.1.1.9.1."
ECG_CLASSES: Final = tuple(f"{_ECG_ROOT}{number}" for number in range(1, 5))
_SUFFIXES = (".dcm", ".dicom")
# How recorders label groups that are no stretch of rhythm.
_BEAT_LABELS = ("MEDIAN", "BEAT", "AVERAGE", "TEMPLATE", "REPRESENTATIVE")


def can_open(path: Path, beginning: bytes = b"") -> bool:
    """Tell whether a file is DICOM, by its first bytes or its name."""
    return is_dicom(beginning) or (path.suffix.lower() in _SUFFIXES and path.is_file())


def is_record(path: Path, beginning: bytes) -> bool:
    """Tell whether a folder lists a file: images and reports are no records of it."""
    if not is_dicom(beginning):
        return path.suffix.lower() in _SUFFIXES
    uid = class_uid(path, beginning)
    return uid in ECG_CLASSES or not uid


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe a recording of a DICOM file; its samples stay on disk.

    The first multiplex group of rhythm is the record, ``hints.part`` (from 1) opens another;
    median beats come last. Raises EcgError where the file is no ECG, damaged or cut short.
    """
    file = open_dicom(path)
    refuse_unless(path, file.data, ECG_CLASSES)
    in_file = groups_of(path, file)
    groups = sorted(in_file, key=_is_beat)
    index = chosen_part(path, len(groups), hints)
    group = groups[index]
    leads = _leads(group)
    names = tuple(lead.name for lead in leads)
    personal = personal_of(file.data)
    marks = marks_of(file.data, in_file, group, names)
    begun = started_at(file.data, group)
    return Record(
        record_id=_identity(path, group),
        name=part_name(path, index),
        path=address(path, index),
        format="dicom",
        rate_hz=group.rate_hz,
        n_samples=group.n_samples,
        leads=leads,
        source=source_of(file, group),
        started_at=begun,
        annotations=marks_without_names(marks.annotations, personal),
        patient=patient_of(file.data, begun),
        diagnoses=statements_of(marks.told.statements, personal),
        comments=comments_of([*device_comments(file.data, group), *marks.told.comments], personal),
        warnings=(*group.warnings, *other_parts([_described(x) for x in groups], index)),
        files=(path,),
        personal=personal,
    )


def _is_beat(group: Group) -> bool:
    label = group.label.upper()
    is_derived = group.item.text("WaveformOriginality") == "DERIVED"
    return any(word in label for word in _BEAT_LABELS) or (is_derived and "RHYTHM" not in label)


def _described(group: Group) -> str:
    label = group.label.lower() or ("beat" if _is_beat(group) else "rhythm")
    return f"{label}, {group.n_samples / group.rate_hz:.3g} s"


def _leads(group: Group) -> tuple[Lead, ...]:
    leads = leads_of([column.lead for column in group.columns])
    return tuple(
        replace(lead, derived=column.is_derived)
        for lead, column in zip(leads, group.columns, strict=True)
    )


def _identity(path: Path, group: Group) -> str:
    # A file's groups may be alike in all but their place.
    names = [column.lead.name for column in group.columns] + [f"group {group.number}"]
    gains = [column.gain for column in group.columns]
    return record_id(group.rate_hz, names, gains, group.n_samples, (path,))
