"""Small DICOM waveforms, written for tests by pydicom, from PS3.3, C.10.9 and C.10.10."""

import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import config
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence as Items
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

SYNTAXES = {
    "explicit": ExplicitVRLittleEndian,
    "implicit": ImplicitVRLittleEndian,
    "big endian": ExplicitVRBigEndian,
    "deflated": DeflatedExplicitVRLittleEndian,
}
TWELVE_LEAD = "1.2.840.10008.5.1.4.1.1.9.1.1"
GENERAL = "1.2.840.10008.5.1.4.1.1.9.1.2"
AMBULATORY = "1.2.840.10008.5.1.4.1.1.9.1.3"
HEMODYNAMIC = "1.2.840.10008.5.1.4.1.1.9.2.1"
VOICE = "1.2.840.10008.5.1.4.1.1.9.4.1"
CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
DTYPES = {"SB": "i1", "UB": "u1", "SS": "i2", "US": "u2", "SL": "i4", "MB": "u1", "AB": "u1"}
# CID 3001: the twelve leads, and two that no number stands for in these tests.
CODES = {"I": "2:1", "II": "2:2", "III": "2:61", "aVR": "2:62", "aVL": "2:63", "aVF": "2:64"}
CODES |= {f"V{number}": f"2:{number + 2}" for number in range(1, 7)}


def code(value: str, scheme: str, meaning: str) -> Dataset:
    """Return an item of a code sequence."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return item


def made_steps(n_channels: int, n_samples: int, kind: str = "SS") -> NDArray[Any]:
    """Return (n_samples, n_channels) of the type ``kind``: each sample has its own value."""
    limits = np.iinfo(DTYPES[kind])
    span = min(int(limits.max), 30_000) - max(int(limits.min), -30_000)
    steps = (np.arange(n_samples * n_channels) * 37 + 11) % span
    return (
        (steps + max(int(limits.min), -30_000)).reshape(n_samples, n_channels).astype(DTYPES[kind])
    )


def channel(name: str, *, scheme: str = "MDC", unit: str | None = "uV", **facts: Any) -> Dataset:
    """Return a channel definition; facts: more elements by their keyword."""
    item = Dataset()
    item.ChannelSourceSequence = Items([code(CODES.get(name, name), scheme, f"Lead {name}")])
    if unit is not None:
        item.ChannelSensitivity = "2.5"
        item.ChannelSensitivityUnitsSequence = Items([code(unit, "UCUM", unit)])
        item.ChannelSensitivityCorrectionFactor = "1"
        item.ChannelBaseline = "0"
    for keyword, value in facts.items():
        setattr(item, keyword, value)
    return item


def group(
    steps: NDArray[Any],
    channels: Sequence[Dataset],
    *,
    kind: str = "SS",
    rate_hz: float = 250.0,
    label: str = "RHYTHM",
    order: str = "<",
    **facts: Any,
) -> Dataset:
    """Return a multiplex group (C.10.9). steps: (n_samples, n_channels)."""
    item = Dataset()
    item.WaveformOriginality = "ORIGINAL"
    item.NumberOfWaveformChannels = len(channels)
    item.NumberOfWaveformSamples = len(steps)
    item.SamplingFrequency = rate_hz
    item.MultiplexGroupLabel = label
    item.ChannelDefinitionSequence = Items(channels)
    item.WaveformBitsAllocated = 8 * steps.dtype.itemsize
    item.WaveformSampleInterpretation = kind
    content = steps.astype(order + steps.dtype.str[1:]).tobytes()
    item.add_new(0x54001010, "OB" if steps.dtype.itemsize == 1 else "OW", content)
    item["WaveformData"].VR = "OB" if steps.dtype.itemsize == 1 else "OW"
    for keyword, value in facts.items():
        setattr(item, keyword, value)
    return item


def waveform(groups: Sequence[Dataset], class_uid: str = TWELVE_LEAD, **facts: Any) -> Dataset:
    """Return a whole object with a patient and a device that nobody is or has."""
    data = Dataset()
    data.SOPClassUID, data.SOPInstanceUID = UID(class_uid), UID("1.2.3.4.5")
    data.Modality = "ECG"
    data.PatientName, data.PatientID = "Synthetic^Sam", "SYN-0042"
    data.PatientBirthDate, data.PatientSex = "19500102", "F"
    data.AcquisitionDateTime = "20200101103000.5"
    data.Manufacturer, data.ManufacturerModelName = "Maker", "Model 1"
    data.WaveformSequence = Items(groups)
    for keyword, value in facts.items():
        setattr(data, keyword, value)
    return data


def mark(name: Dataset | None = None, *, text: str = "", **facts: Any) -> Dataset:
    """Return a waveform annotation (C.10.10); it is about all of group 1 unless facts say else."""
    item = Dataset()
    item.ReferencedWaveformChannels = [1, 0]
    if name is not None:
        item.ConceptNameCodeSequence = Items([name])
    if text:
        item.UnformattedTextValue = text
    for keyword, value in facts.items():
        setattr(item, keyword, value)
    return item


def encoded(data: Dataset, syntax: str = "explicit", *, preamble: bool = True) -> bytes:
    """Return a file's bytes; without its preamble it is the bare data set, as of old."""
    uid = SYNTAXES[syntax]
    file = BytesIO()
    with warnings.catch_warnings():
        # Some tests write what no writer should.
        warnings.simplefilter("ignore")
        if preamble:
            data.file_meta = FileMetaDataset()
            data.file_meta.TransferSyntaxUID = uid
            data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID
            data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
            dcmwrite(file, data, enforce_file_format=True)
        else:
            dcmwrite(
                file, data,
                implicit_vr=uid.is_implicit_VR, little_endian=uid.is_little_endian,
            )  # fmt: skip
    return file.getvalue()


def write(path: Path, data: Dataset, syntax: str = "explicit", *, preamble: bool = True) -> Path:
    """Write a file."""
    path.write_bytes(encoded(data, syntax, preamble=preamble))
    return path


# Values that pydicom would refuse are part of what is tried.
config.settings.writing_validation_mode = config.IGNORE
