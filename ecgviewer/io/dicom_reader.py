"""Reader of DICOM waveforms: 12-lead, general and ambulatory ECGs."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Lead, Record
from ecgviewer.core.text import later
from ecgviewer.io.dicom_facts import device_comments, patient_of, personal_of, started_at
from ecgviewer.io.dicom_file import DicomFile, class_uid, is_dicom, open_dicom, refuse_unless
from ecgviewer.io.dicom_marks import marks_of
from ecgviewer.io.dicom_recordings import Recording, recording_source, recordings_of
from ecgviewer.io.dicom_signal import Group, groups_of
from ecgviewer.io.free_text import Told, comments_of, marks_without_names, statements_of
from ecgviewer.io.header_facts import read_facts
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import leads_of
from ecgviewer.io.record_parts import address, other_parts, part_name, wanted_part

# PS3.6: 12-lead, general, ambulatory and general 32-bit ECG Waveform Storage.
_ECG_ROOT: Final = "1.2.840.10008.5.1.4.1.1.9.1."
ECG_CLASSES: Final = tuple(f"{_ECG_ROOT}{number}" for number in range(1, 5))
_SUFFIXES = (".dcm", ".dicom")
# How most recorders label their groups.
_RHYTHM, _BEAT, _MEDIAN = later("rhythm"), later("beat"), later("median beat")


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

    The first recording of rhythm is the record, ``hints.part`` (from 1) opens another; median
    beats come last. Raises EcgError where the file is no ECG, damaged or cut short.
    """
    file = open_dicom(path)
    refuse_unless(path, file, ECG_CLASSES)
    groups = groups_of(path, file)
    recordings = recordings_of(groups)
    part = wanted_part(path, len(recordings), hints)
    recording = recordings[part - 1]
    leads = _leads(recording)
    personal = personal_of(file.data)
    marks, told = _marks(file, groups, recording, tuple(lead.name for lead in leads))
    begun = started_at(file.data, recording.first)
    comments = [*device_comments(file.data, recording.groups), *told.comments]
    described = [_described(one) for one in recordings]
    return Record(
        record_id=_identity(path, recording),
        name=part_name(path, part),
        path=address(path, part),
        format="dicom",
        rate_hz=recording.rate_hz,
        n_samples=recording.n_samples,
        leads=leads,
        source=recording_source(file, recording),
        started_at=begun,
        annotations=marks_without_names(marks, personal),
        patient=patient_of(file.data, begun),
        diagnoses=statements_of(told.statements, personal),
        comments=comments_of(comments, personal),
        synthetic=read_facts(comments).synthetic,
        warnings=(
            *(warning for group in recording.groups for warning in group.warnings),
            *other_parts(described, part),
        ),
        files=(path,),
        personal=tuple(personal.facts),
    )


def _marks(
    file: DicomFile, groups: list[Group], recording: Recording, names: tuple[str, ...]
) -> tuple[list[Annotation], Told]:
    """Return the marks of a recording's groups on its axis, and what else they say."""
    found: list[Annotation] = []
    told = Told()
    for group, begin in zip(recording.groups, recording.begins, strict=True):
        own, names = names[: len(group.columns)], names[len(group.columns) :]
        marks = marks_of(file.data, groups, group, own)
        told.statements += marks.told.statements
        told.comments += marks.told.comments
        found += marks.annotations if begin == 0 else [_moved(x, begin) for x in marks.annotations]
    return sorted(found, key=lambda mark: (mark.start, mark.stop)), told


def _moved(mark: Annotation, by: int) -> Annotation:
    return replace(mark, start=mark.start + by, stop=mark.stop + by)


def _described(recording: Recording) -> str:
    label = recording.groups[0].label.lower() or (_BEAT if recording.is_beat else _RHYTHM)
    label = _MEDIAN if label.startswith("median") else label
    return f"{label}, {recording.n_samples / recording.rate_hz:.3g} s"


def _leads(recording: Recording) -> tuple[Lead, ...]:
    leads = leads_of([column.lead for column in recording.columns])
    return tuple(
        replace(lead, derived=column.is_derived)
        for lead, column in zip(leads, recording.columns, strict=True)
    )


def _identity(path: Path, recording: Recording) -> str:
    # A file's recordings may be alike in all but their place.
    names = [column.lead.name for column in recording.columns]
    names += [f"group {group.number}" for group in recording.groups]
    gains = [column.gain for column in recording.columns]
    return record_id(recording.rate_hz, names, gains, recording.n_samples, (path,))
