"""Writes a record as a DICOM waveform: 12-lead, general or ambulatory ECG, whichever it fits.

Samples keep their levels where these fit 16 bits; missing ones are padding. The unique
identifiers follow from the record's content, so that a record gets the same ones each time.
Sources: DICOM PS3.3 A.34.3 to A.34.5 and C.10.8 to C.10.10, PS3.5 B.2, PS3.15 E.
"""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Record
from ecgviewer.io.blocks import blocks, held
from ecgviewer.io.dicom_annotations import annotation_items
from ecgviewer.io.dicom_codes import BASIC_PROFILE, UNKNOWN_START, code_of_lead, code_of_unit
from ecgviewer.io.dicom_items import coded, text_of
from ecgviewer.io.dicom_objects import EcgObject, object_for
from ecgviewer.io.dicom_patient import add_patient, comment_items
from ecgviewer.io.resolution import Fit, fitted, what_is_lost
from ecgviewer.io.writer import Written

if TYPE_CHECKING:
    from pydicom.dataset import Dataset, FileDataset

_PADDING: Final = -(2**15)
_MOST_BYTES: Final = 2**31 - 2
# One root serves all: a UUID as a number. PS3.5 B.2.
_UUID_ROOT: Final = "2.25."
_DECIMAL_LETTERS: Final = 16


def write(record: Record, folder: Path, stem: str, *, unnamed: bool) -> Written:
    """Write ``stem``.dcm; see Writer."""
    kind = object_for(record)
    if 2 * record.n_samples * len(record.leads) > _MOST_BYTES:
        raise EcgError(f"{record.name} is too long for a DICOM object: convert it to WFDB.")
    record = held(record)
    fits = fitted(record, (16,))
    dataset = _dataset(record, kind, unnamed=unnamed)
    dataset.WaveformSequence = [_group(record, fits)]
    items = annotation_items(record)
    if items:
        dataset.WaveformAnnotationSequence = items
    path = folder / f"{stem}.dcm"
    with path.open("wb") as file:
        dataset.save_as(file, enforce_file_format=True)
    return Written((path,), (*what_is_lost(record.leads, fits), *_notes(record)))


def uid(record: Record, role: str, *, unnamed: bool) -> str:
    """Return a unique identifier that follows from a record's content.

    What was de-identified is another object, so it has others.
    """
    told = f"{record.record_id} {role} {'unnamed' if unnamed else 'named'}"
    digest = hashlib.sha256(told.encode()).digest()[:16]
    return _UUID_ROOT + str(uuid.UUID(bytes=digest, version=5).int)


def _dataset(record: Record, kind: EcgObject, *, unnamed: bool) -> "FileDataset":
    # pydicom takes long to import.
    from pydicom.dataset import FileDataset, FileMetaDataset
    from pydicom.uid import UID, ExplicitVRLittleEndian

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(kind.uid)
    meta.MediaStorageSOPInstanceUID = UID(uid(record, "instance", unnamed=unnamed))
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(
        _UUID_ROOT + str(uuid.uuid5(uuid.NAMESPACE_DNS, "ecgviewer").int)
    )
    meta.ImplementationVersionName = "ECGVIEWER"
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.SOPClassUID = meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.Modality = "ECG"
    dataset.StudyInstanceUID = uid(record, "study", unnamed=unnamed)
    dataset.SeriesInstanceUID = uid(record, "series", unnamed=unnamed)
    dataset.StudyID, dataset.SeriesNumber, dataset.InstanceNumber = "", 1, 1
    dataset.Manufacturer = ""
    dataset.AcquisitionContextSequence = comment_items(record)
    _add_times(dataset, record.started_at)
    add_patient(dataset, record)
    if unnamed:
        dataset.PatientIdentityRemoved = "YES"
        dataset.DeidentificationMethod = "ecgviewer convert --deidentify"
        dataset.DeidentificationMethodCodeSequence = [coded(BASIC_PROFILE)]
        dataset.LongitudinalTemporalInformationModified = "REMOVED"
    return dataset


def _add_times(dataset: "Dataset", moment: datetime | None) -> None:
    if moment is None:
        dataset.StudyDate = dataset.StudyTime = ""
        dataset.AcquisitionDateTime = UNKNOWN_START
        dataset.ContentDate, dataset.ContentTime = UNKNOWN_START[:8], UNKNOWN_START[8:]
        dataset.SeriesDescription = "Start of the recording unknown"
        return
    day, time = f"{moment.year:04}{moment:%m%d}", f"{moment:%H%M%S}"
    fraction = f".{moment.microsecond:06}" if moment.microsecond else ""
    zone = f"{moment:%z}"[:5]
    dataset.StudyDate = dataset.ContentDate = day
    dataset.StudyTime = dataset.ContentTime = time + fraction
    dataset.AcquisitionDateTime = day + time + fraction + zone
    if zone:
        dataset.TimezoneOffsetFromUTC = zone


def _group(record: Record, fits: Sequence[Fit]) -> "Dataset":
    from pydicom.dataset import Dataset

    group = Dataset()
    group.WaveformOriginality = "ORIGINAL"
    group.NumberOfWaveformChannels = len(record.leads)
    group.NumberOfWaveformSamples = record.n_samples
    group.SamplingFrequency = decimal(record.rate_hz)
    group.MultiplexGroupLabel = "RHYTHM"
    pairs = zip(record.leads, fits, strict=True)
    group.ChannelDefinitionSequence = [_channel(lead, fit) for lead, fit in pairs]
    group.WaveformBitsAllocated = 16
    group.WaveformSampleInterpretation = "SS"
    if any(fit.has_gaps for fit in fits):
        group.add_new("WaveformPaddingValue", "OW", _PADDING.to_bytes(2, "little", signed=True))
    group.add_new("WaveformData", "OW", _levels(record, fits))
    return group


def _levels(record: Record, fits: Sequence[Fit]) -> bytes:
    """Return int16 samples, channel by channel within each moment."""
    parts: list[bytes] = []
    for block in blocks(record):
        levels = np.stack([fit.levels(row) for fit, row in zip(fits, block, strict=True)])
        levels[np.isnan(block)] = _PADDING
        parts.append(levels.T.astype("<i2").tobytes())
    return b"".join(parts)


def _channel(lead: Lead, fit: Fit) -> "Dataset":
    from pydicom.dataset import Dataset

    is_voltage = lead.unit == "mV"
    factor = 1000 if is_voltage else 1
    step = factor / fit.resolution.levels_per_unit
    channel = Dataset()
    channel.ChannelLabel = text_of(lead.file_name or lead.name, 16)
    channel.ChannelSourceSequence = [coded(code_of_lead(lead))]
    channel.ChannelSensitivity = decimal(step)
    channel.ChannelSensitivityUnitsSequence = [
        coded(code_of_unit("uV" if is_voltage else lead.unit))
    ]
    channel.ChannelSensitivityCorrectionFactor = "1"
    channel.ChannelBaseline = decimal(-fit.resolution.baseline * step)
    channel.ChannelSampleSkew = "0"
    channel.WaveformBitsStored = 16
    return channel


def decimal(value: float) -> str:
    """Return a number in the 16 letters that a decimal string may have, as exactly as these can."""
    for digits in range(17, 0, -1):
        text = f"{value:.{digits}g}"
        if len(text) <= _DECIMAL_LETTERS:
            return text
    raise ValueError(f"{value} fits no decimal string")


def _notes(record: Record) -> list[str]:
    notes: list[str] = []
    if record.started_at is None:
        notes.append("the unknown start is given as 1900-01-01, as DICOM asks for one")
    odd = [lead.name for lead in record.leads if not lead.is_ecg]
    if odd:
        notes.append(f"{', '.join(odd)}: no ECG, yet a channel of an ECG object")
    uncalibrated = [lead.name for lead in record.leads if not lead.calibrated]
    if uncalibrated:
        notes.append(f"{', '.join(uncalibrated)}: that it is not calibrated is not said")
    return notes
