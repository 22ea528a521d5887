"""Reader of ISHNE Holter recordings (Badilini 1998), hours long and read span by span."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Notice, Record, Samples
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.ishne_annotations import annotations_beside
from ecgviewer.io.ishne_header import ANNOTATIONS, RECORDING, Header, read_header
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.mat_bytes import FileBytes
from ecgviewer.io.record_parts import wanted_part

_NV_PER_MV: Final = 1e6
_UNKNOWN_NV: Final = 1_000
_MISSING: Final = -32_768
_SAMPLE_BYTES: Final = 2
# A long read goes through the integers in pieces, so that they need little memory.
_PIECE_SAMPLES: Final = 131_072


def can_open(_path: Path, beginning: bytes) -> bool:
    """Tell from its beginning whether a file is an ISHNE recording or its annotations."""
    return beginning.startswith((RECORDING, ANNOTATIONS))


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe an ISHNE recording; its samples stay on disk until they are read.

    path: the recording, or the annotation file beside it. hints.fs_hz: for a header
    without a sampling rate. Raises NeedsHints for such a one, EcgError if the header is
    damaged or the recording holds no sample.
    """
    path = _recording_of(path)
    wanted_part(path, 1, hints)
    header = read_header(path)
    n_leads = len(header.leads)
    size = path.stat().st_size
    n_samples = (size - header.data_start) // (n_leads * _SAMPLE_BYTES)
    if not n_samples:
        raise EcgError(f"{path.name} holds a header but no sample.")
    names = [lead.name or f"Lead {at}" for at, lead in enumerate(header.leads, start=1)]
    rate_hz = header.rate_hz or (hints.fs_hz if hints else None)
    if not rate_hz:
        raise NeedsHints(path, n_leads, n_samples, ImportHints(leads=tuple(names)))
    nv_per_unit = np.array([_nv(lead.nv_per_unit) for lead in header.leads], dtype=np.float64)
    annotations, odd = annotations_beside(path, n_samples)
    gains = (_NV_PER_MV / nv_per_unit).tolist()
    return Record(
        record_id=record_id(rate_hz, names, gains, n_samples, (path,)),
        name=path.stem,
        path=path,
        format="ISHNE Holter",
        rate_hz=float(rate_hz),
        n_samples=n_samples,
        leads=_leads(header, names),
        source=InterleavedSource(FileBytes(path, size), header.data_start, nv_per_unit),
        started_at=header.started_at,
        annotations=annotations,
        patient=header.patient,
        comments=header.comments,
        warnings=(*header.warnings, *_odd_size(header, n_samples), *_unknown(header), *odd),
        files=(path,),
        personal=header.personal,
    )


@dataclass(frozen=True, eq=False)
class InterleavedSource:
    """Samples of 16 bits, all leads of one moment side by side.

    start: byte of the first. nv_per_unit: float64 (n_leads,).
    """

    content: FileBytes
    start: int
    nv_per_unit: NDArray[np.float64]

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start) in mV, NaN where a lead was off."""
        n_leads = self.nv_per_unit.size
        values = np.empty((n_leads, stop - start), dtype=np.float32)
        for first in range(start, stop, _PIECE_SAMPLES):
            last = min(first + _PIECE_SAMPLES, stop)
            width = n_leads * _SAMPLE_BYTES
            content = self.content.read(self.start + first * width, (last - first) * width)
            levels = np.frombuffer(content, dtype="<i2").reshape(-1, n_leads).T
            piece = values[:, first - start : last - start]
            piece[:] = levels * (self.nv_per_unit[:, None] / _NV_PER_MV)
            piece[levels == _MISSING] = np.nan
        return values


def _recording_of(path: Path) -> Path:
    """Return the recording that an annotation file belongs to; raises EcgError without one."""
    with path.open("rb") as file:
        magic = file.read(len(ANNOTATIONS))
    if magic == RECORDING:
        return path
    if magic != ANNOTATIONS:
        raise EcgError(f"{path.name} is no ISHNE recording: its beginning is none of one.")
    for suffix in (".ecg", ".ECG"):
        recording = path.with_suffix(suffix)
        if recording.is_file():
            return recording
    raise EcgError(
        f"{path.name} holds the annotations of {path.stem}.ecg, which is absent: "
        "both belong into one folder."
    )


def _leads(header: Header, names: Sequence[str]) -> tuple[Lead, ...]:
    return leads_of(
        [
            Channel(name, "mV", calibrated=lead.nv_per_unit > 0, is_named=bool(lead.name))
            for name, lead in zip(names, header.leads, strict=True)
        ]
    )


def _nv(told: int) -> int:
    return told if told > 0 else _UNKNOWN_NV


def _unknown(header: Header) -> tuple[Notice, ...]:
    if all(lead.nv_per_unit > 0 for lead in header.leads):
        return ()
    return (
        Notice("Not each lead's amplitude is told: one unit is taken as 1 µV, which may be wrong."),
    )


def _odd_size(header: Header, n_samples: int) -> tuple[Notice, ...]:
    """Tell of a size that is neither that of one lead nor that of all together."""
    told, n_leads = header.told_samples, len(header.leads)
    # Recorders that write as they go leave the size empty.
    if told <= 0 or n_samples in (told, told // n_leads):
        return ()
    if n_samples < told // n_leads:
        return (
            Notice(
                f"The file holds {n_samples:,} samples of at least {told // n_leads:,}: "
                "it was cut short, copy it again."
            ),
        )
    return (Notice(f"The header tells of {told:,} samples, but each lead has {n_samples:,}."),)
