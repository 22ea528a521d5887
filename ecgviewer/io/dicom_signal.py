"""The multiplex groups of a DICOM waveform, read span by span, in mV.

Source: DICOM PS3.3, C.10.9 (Waveform Module); the data element is interleaved, one sample of
every channel after the other.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Samples
from ecgviewer.io.dicom_elements import UNDEFINED, DataSet
from ecgviewer.io.dicom_file import DicomFile
from ecgviewer.io.ecg_codes import DERIVED_BY_NUMBER, LEAD_BY_NUMBER
from ecgviewer.io.lead_list import Channel
from ecgviewer.io.mat_bytes import ByteSource, truncated
from ecgviewer.io.units import mv_per_unit

_TYPES: Final = {
    (8, "SB"): "i1", (8, "UB"): "u1", (16, "SS"): "i2", (16, "US"): "u2",
    (32, "SL"): "i4", (32, "UL"): "u4", (64, "SV"): "i8", (64, "UV"): "u8",
}  # fmt: skip
_COMPANDED: Final = {"MB": "μ-law", "AB": "A-law"}
_MAX_CHANNELS, _MAX_RATE_HZ = 512, 1e6
# No recorder samples its channels further apart than this; more is damage.
_MAX_SKEW_S = 1.0
# A long read goes through the integers in pieces, so that they need little memory.
_PIECE_FRAMES = 131_072
_LEAD_CODES = {"MDC": re.compile(r"2:(\d+)"), "SCPECG": re.compile(r"5\.6\.3-9-(\d+)")}


@dataclass(frozen=True, slots=True)
class Column:
    """One channel of a group.

    lead: as the file tells of it. gain: mV, or the lead's own unit, per step. offset: what
    step 0 stands for. delay: samples by which it begins after the group's first channel.
    """

    lead: Channel
    gain: float
    offset: float
    delay: int
    is_derived: bool


@dataclass(frozen=True, eq=False)
class Group:
    """A multiplex group. number: its place in the file, from 1. n_frames: samples a channel.

    ahead: samples by which the first channel precedes the group's start, else 0.
    """

    number: int
    item: DataSet
    rate_hz: float
    n_frames: int
    columns: tuple[Column, ...]
    dtype: np.dtype[np.generic]
    start: int
    padding: int | None
    ahead: int
    warnings: tuple[Notice, ...]

    @property
    def n_samples(self) -> int:
        """Samples of the record, from the first channel's first to the last one's last."""
        return self.n_frames + max(column.delay for column in self.columns)

    @property
    def label(self) -> str:
        """What the file calls it ("RHYTHM", "MEDIAN BEAT"), "" where it does not."""
        return self.item.text("MultiplexGroupLabel")


@dataclass(frozen=True, eq=False)
class GroupSource:
    """Reads a group's samples where they lie. source: the bytes that ``start`` counts in."""

    source: ByteSource
    dtype: np.dtype[np.generic]
    start: int
    n_frames: int
    columns: tuple[Column, ...]
    padding: int | None

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start); EcgError if the file is unreadable."""
        values = np.full((len(self.columns), stop - start), np.nan, dtype=np.float32)
        for first in range(start, stop, _PIECE_FRAMES):
            last = min(first + _PIECE_FRAMES, stop)
            self._read_piece(first, last, values[:, first - start : last - start])
        return values

    def _read_piece(self, start: int, stop: int, values: Samples) -> None:
        delays = [column.delay for column in self.columns]
        first, last = max(start - max(delays), 0), min(stop - min(delays), self.n_frames)
        if first >= last:
            return
        width = self.dtype.itemsize * len(self.columns)
        content = self.source.read(self.start + first * width, (last - first) * width)
        steps = np.frombuffer(content, self.dtype).reshape(-1, len(self.columns))
        for row, column in enumerate(self.columns):
            # Which of the frames read this channel has within start … stop.
            begin, end = max(start - column.delay, first), min(stop - column.delay, last)
            if begin < end:
                own = steps[begin - first : end - first, row]
                place = begin + column.delay - start
                values[row, place : place + end - begin] = self._scaled(own, column)

    def _scaled(self, steps: np.ndarray, column: Column) -> Samples:
        with np.errstate(over="ignore"):
            values = (steps.astype(np.float64) * column.gain + column.offset).astype(np.float32)
        values[~np.isfinite(values)] = np.nan
        if self.padding is not None:
            values[steps == self.padding] = np.nan
        return values


def groups_of(path: Path, file: DicomFile) -> list[Group]:
    """Describe the multiplex groups of a file; raises EcgError for what cannot be read."""
    items = list(file.data.items("WaveformSequence"))
    if not items:
        raise EcgError(f"{path.name} holds no waveform, though its class says so.")
    return [_group(path, file, item, number) for number, item in enumerate(items, start=1)]


def source_of(file: DicomFile, group: Group) -> GroupSource:
    """Return the source that reads a group's samples."""
    return GroupSource(
        file.source, group.dtype, group.start, group.n_frames, group.columns, group.padding
    )


def _group(path: Path, file: DicomFile, item: DataSet, number: int) -> Group:
    dtype = _dtype(path, file, item, number)
    rate_hz = item.number("SamplingFrequency")
    n_frames, n_channels = item.whole("NumberOfWaveformSamples"), _n_channels(path, item)
    if rate_hz is None or not 0 < rate_hz <= _MAX_RATE_HZ:
        raise EcgError(f"{path.name} gives no possible sampling rate for its group {number}.")
    data = item.element("WaveformData")
    if data is None or data.length == UNDEFINED or n_frames is None or n_frames < 1:
        raise EcgError(f"{path.name} holds no samples in its group {number}.")
    if n_frames * n_channels * dtype.itemsize > data.length:
        raise truncated(path)
    said: list[Notice] = []
    columns = [
        _column(channel, rate_hz, said) for channel in item.items("ChannelDefinitionSequence")
    ]
    if len(columns) != n_channels:
        raise EcgError(
            f"{path.name} says {n_channels} channels but defines {len(columns)} "
            f"in its group {number}."
        )
    ahead = max(0, *(-column.delay for column in columns))
    moved = tuple(_delayed(column, ahead) for column in columns)
    return Group(
        number, item, rate_hz, n_frames, moved, dtype, data.start,
        _padding(item, dtype), ahead, tuple(said),
    )  # fmt: skip


def _dtype(path: Path, file: DicomFile, item: DataSet, number: int) -> np.dtype[np.generic]:
    bits, kind = item.whole("WaveformBitsAllocated"), item.text("WaveformSampleInterpretation")
    if kind in _COMPANDED:
        raise EcgError(
            f"{path.name} holds {_COMPANDED[kind]} samples, which are made for voices: "
            "no ECG can be read from them."
        )
    if bits is None or (bits, kind) not in _TYPES:
        raise EcgError(
            f"{path.name} gives its group {number} samples of {bits or 'unknown'} bits as "
            f"“{kind}”, which DICOM does not know."
        )
    data = item.element("WaveformData")
    if bits == 8 and file.syntax.order == ">" and data is not None and data.kind == "OW":
        raise EcgError(
            f"{path.name} holds bytes in words of the big-endian order, which is not read: "
            "export it as little endian."
        )
    return np.dtype(file.syntax.order + _TYPES[bits, kind])


def _n_channels(path: Path, item: DataSet) -> int:
    n_channels = item.whole("NumberOfWaveformChannels")
    if n_channels is None or not 1 <= n_channels <= _MAX_CHANNELS:
        raise EcgError(f"{path.name} gives no possible number of channels.")
    return n_channels


def _padding(item: DataSet, dtype: np.dtype[np.generic]) -> int | None:
    content = item.content("WaveformPaddingValue")
    if len(content) < dtype.itemsize:
        return None
    return int(np.frombuffer(content[: dtype.itemsize], dtype)[0])


def _column(channel: DataSet, rate_hz: float, said: list[Notice]) -> Column:
    name, is_derived, is_named = _name(channel)
    sensitivity = channel.number("ChannelSensitivity")
    correction = channel.number("ChannelSensitivityCorrectionFactor")
    baseline = channel.number("ChannelBaseline") or 0.0
    units = channel.item("ChannelSensitivityUnitsSequence")
    unit = units.text("CodeValue") if units else ""
    mv = mv_per_unit(unit)
    gain = (sensitivity or 0.0) * (1.0 if correction is None else correction)
    delay = _delay(channel, rate_hz, name, said)
    if gain == 0 or not unit:
        said.append(Notice(f"{name} has no sensitivity: its steps are shown, and they are no mV."))
        lead = Channel(
            name, unit if unit and mv is None else "mV", calibrated=False, is_named=is_named
        )
        return Column(lead, 1.0, 0.0, delay, is_derived)
    lead = Channel(name, unit.replace("[", "").replace("]", ""), is_named=is_named)
    return Column(lead, gain * (mv or 1.0), baseline * (mv or 1.0), delay, is_derived)


def _name(channel: DataSet) -> tuple[str, bool, bool]:
    """Return a channel's name, whether its lead is derived and whether the file names it."""
    source, label = channel.item("ChannelSourceSequence"), channel.text("ChannelLabel")
    meaning = ""
    if source is not None:
        pattern = _LEAD_CODES.get(source.text("CodingSchemeDesignator").upper())
        match = pattern.fullmatch(source.text("CodeValue")) if pattern else None
        number = int(match[1]) if match else 0
        if number in LEAD_BY_NUMBER:
            return LEAD_BY_NUMBER[number], False, True
        if number in DERIVED_BY_NUMBER:
            return DERIVED_BY_NUMBER[number], True, True
        meaning = re.sub(r"\s*\(.*\)$", "", source.text("CodeMeaning"))
    name = label or re.sub(r"^lead\s+", "", meaning, flags=re.IGNORECASE)
    return name or "ECG", False, bool(name)


def _delay(channel: DataSet, rate_hz: float, name: str, said: list[Notice]) -> int:
    """Return the whole samples by which a channel begins after its group."""
    delay = channel.number("ChannelSampleSkew") or 0.0
    delay = delay or (channel.number("ChannelTimeSkew") or 0.0) * rate_hz
    if abs(delay) > _MAX_SKEW_S * rate_hz:
        said.append(
            Notice(f"{name} claims to begin {delay:g} samples late, which is not followed.")
        )
        return 0
    return round(delay)


def _delayed(column: Column, by: int) -> Column:
    return Column(column.lead, column.gain, column.offset, column.delay + by, column.is_derived)
