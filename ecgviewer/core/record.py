"""A recording: leads in mV by samples, and what is known about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NewType, Protocol

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.annotation_table import AnnotationTable

Samples = NDArray[np.float32]

Notice = NewType("Notice", str)
"""A sentence about what was odd in a file but could be read: plain English, a literal or an
f-string where it is said, which names no file. The window translates it as it does errors."""


class SignalSource(Protocol):
    """Reads spans of a signal; safe to call from several threads at once."""

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start), 0 <= start <= stop <= n_samples.

        Voltages in mV, other signals in their own unit, NaN where there is no
        signal. Raises EcgError if the signal file cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Resolution:
    """The whole numbers that a file holds: value = (level - baseline) / levels_per_unit.

    levels_per_unit: levels in one mV, or in the signal's own unit. baseline: the level at 0.
    """

    levels_per_unit: float
    baseline: int = 0


@dataclass(frozen=True, slots=True)
class Lead:
    """One signal of a record.

    name: standard where it is known ("aVR", "V1", "MLII" stays). file_index: its
    place in the file. unit: "mV" for every voltage. is_ecg: False for pressures,
    respiration and the like, which are shown but never fed to a model.
    calibrated: False where the file gives no gain, so that mV cannot be trusted.
    file_name: the file's own spelling ("avr"), "" where the file names no leads.
    derived: it was not recorded but follows from others. resolution: of the file's whole
    numbers, None where it is not known or the file holds others.
    """

    name: str
    file_index: int
    unit: str = "mV"
    is_ecg: bool = True
    calibrated: bool = True
    file_name: str = ""
    derived: bool = False
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """What may be shown of a person: never a name, never a birth date."""

    age_years: float | None = None
    sex: str | None = None  # "M", "F"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A statement of the file about the record: its code (SNOMED CT or ""), its words."""

    code: str
    text: str


@dataclass(frozen=True, eq=False)
class Record:
    """A recording whose samples stay on disk until they are read.

    rate_hz: of every lead (a slower signal of a multi-frequency record is held).
    format: the file's format in words, "wfdb 212". record_id: from the content, so
    that a moved or renamed file keeps it. comments: the header's free text, without
    what patient and diagnoses already say. warnings: what was odd but could be read.
    files: those that hold its samples. personal: what the file says that names a person
    ("name", "patient id", "birth date", "physician" …): never shown, exported or logged
    unless somebody asks for it.
    """

    record_id: str
    name: str
    path: Path
    format: str
    rate_hz: float
    n_samples: int
    leads: tuple[Lead, ...]
    source: SignalSource
    started_at: datetime | None = None
    annotations: Sequence[Annotation] = ()
    patient: Patient = field(default_factory=Patient)
    diagnoses: tuple[Diagnosis, ...] = ()
    comments: tuple[str, ...] = ()
    synthetic: bool = False
    warnings: tuple[Notice, ...] = ()
    files: tuple[Path, ...] = ()
    personal: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.n_samples / self.rate_hz

    @property
    def lead_names(self) -> tuple[str, ...]:
        """Names of all leads, in the file's order."""
        return tuple(lead.name for lead in self.leads)

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start) in mV, NaN where there is no signal.

        Spans may reach beyond the record at either end: NaN there. Raises EcgError
        if the signal file cannot be read.
        """
        if stop < start:
            raise ValueError(f"span {start}..{stop} runs backwards")
        first, last = max(start, 0), min(stop, self.n_samples)
        if (first, last) == (start, stop):
            return self.source.read(start, stop)
        values = np.full((len(self.leads), stop - start), np.nan, dtype=np.float32)
        if first < last:
            values[:, first - start : last - start] = self.source.read(first, last)
        return values


def annotation_counts(annotations: Sequence[Annotation]) -> Mapping[str, int]:
    """Count annotations by the file that they came from: {"atr": 2274}."""
    return AnnotationTable.of(annotations).counts()
