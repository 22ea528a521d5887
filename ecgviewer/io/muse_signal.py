"""The signals in a GE MUSE file: rhythms and median beats, each a Waveform element.

The format is known from what its readers and writers have published, M. van Ettinger's ECG
Toolkit and BRAVEHEART (H. F. Stabenau, J. W. Waks) among them.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Samples
from ecgviewer.core.text import later
from ecgviewer.io.ecg_xml import count_of, from_base64, number_of, words_of
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.units import mv_per_unit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

RHYTHM, MEDIAN = "Rhythm", "Median"

_WIDTHS = (1, 2, 4)
_MAX_LEADS = 64
_NOT_UNDERSTOOD = {
    "FirstSampleBaseline": later(
        "with a FirstSampleBaseline, of which it is not known how it is meant"
    ),
    "LeadTimeOffset": later("with a LeadTimeOffset, of which it is not known how it is meant"),
}
# Leads that begin late are filled up before: no file may ask for more than this of it.
_ALWAYS_FILLED, _MAX_RATIO = 1_000_000, 20


@dataclass(frozen=True, eq=False)
class MuseLead:
    """A lead as a Waveform element tells of it.

    values: float32 (n_samples,), mV (or the file's own unit where that is no voltage), NaN
    where there is no signal; units / 1000 where no scale is given (is_calibrated False).
    offset: how many samples after the others it begins. per_unit: of the file's unit.
    """

    name: str
    values: Samples
    unit: str
    per_unit: float
    is_calibrated: bool
    offset: int = 0


@dataclass(slots=True)
class _Odd:
    """Leads with something odd, by what it is, a text for ``later``."""

    leads: dict[str, list[str]] = field(default_factory=dict)

    def note(self, what: str, lead: str) -> None:
        self.leads.setdefault(what, []).append(lead)

    def sentences(self) -> list[Notice]:
        return [Notice(f"Leads {what}: {', '.join(names)}.") for what, names in self.leads.items()]


@dataclass(frozen=True, eq=False)
class MuseSignal:
    """The leads of a Waveform element, side by side.

    values: float32 (n_leads, n_samples), as of MuseLead.
    """

    leads: tuple[MuseLead, ...]
    values: Samples
    rate_hz: float
    warnings: tuple[Notice, ...]


def waveforms_of(root: "Element") -> list["Element"]:
    """Return the recordings of a file: rhythms first, then median beats and others."""
    found = [wave for wave in root.findall("Waveform") if wave.find("LeadData") is not None]
    return sorted(found, key=lambda wave: (kind_of(wave) != RHYTHM, kind_of(wave) != MEDIAN))


def kind_of(wave: "Element") -> str:
    """Return what a Waveform element holds: RHYTHM, MEDIAN or the file's own word.

    One that says nothing is the rhythm, which every file has.
    """
    return words_of(wave, "WaveformType").capitalize() or RHYTHM


def read_waveform(path: Path, wave: "Element", hints: ImportHints | None) -> MuseSignal:
    """Return the leads of a Waveform element.

    Raises EcgError where none has samples, or they are damaged or of a width that is not
    known; NeedsHints where no sampling rate is given.
    """
    odd = _Odd()
    found = wave.findall("LeadData")[:_MAX_LEADS]
    leads = [lead for element in found if (lead := _lead(path, element, odd)) is not None]
    if not leads:
        raise EcgError(f"{path.name} holds no samples in its {kind_of(wave)} waveform.")
    rate_hz = _rate_hz(path, wave, leads, hints)
    return MuseSignal(
        leads=tuple(leads),
        values=_side_by_side(path, leads),
        rate_hz=rate_hz,
        warnings=(*odd.sentences(), *_absent(wave, leads)),
    )


def _rate_hz(
    path: Path, wave: "Element", leads: Sequence[MuseLead], hints: ImportHints | None
) -> float:
    base = number_of(words_of(wave, "SampleBase"))
    exponent = number_of(words_of(wave, "SampleExponent")) or 0.0
    rate = base * 10.0**exponent if base and abs(exponent) <= 12 else None
    rate = rate or (hints.fs_hz if hints is not None else None)
    if rate is None:
        names = tuple(lead.name for lead in leads)
        raise NeedsHints(path, len(names), leads[0].values.size, ImportHints(leads=names))
    if not 1 <= rate < 1e6:
        raise EcgError(f"{path.name} says that it has {rate:g} samples a second: it is damaged.")
    return rate


def _lead(path: Path, element: "Element", odd: _Odd) -> MuseLead | None:
    """Return a lead, None where the element has a place for samples only."""
    name = words_of(element, "LeadID") or "?"
    if not words_of(element, "WaveFormData"):
        odd.note(later("without samples"), name)
        return None
    width = count_of(words_of(element, "LeadSampleSize")) or 2
    if width not in _WIDTHS:
        raise EcgError(f"Lead {name} of {path.name} has samples of {width} bytes: not read.")
    content = from_base64(path, element.findtext("WaveFormData"), f"lead {name}")
    _check(element, content, width, name, odd)
    counts = np.frombuffer(content[: len(content) // width * width], f"<i{width}")
    unit, per_unit, is_calibrated = _scale(element, name, odd)
    values = (counts * (mv_per_unit(unit) or 1.0) * per_unit).astype(np.float32)
    _blank(element, values, name, odd)
    return MuseLead(
        name=name,
        values=values,
        unit=unit,
        per_unit=per_unit,
        is_calibrated=is_calibrated,
        offset=count_of(words_of(element, "LeadOffsetFirstSample")) or 0,
    )


def _scale(element: "Element", name: str, odd: _Odd) -> tuple[str, float, bool]:
    """Return a lead's unit, what one step of it is, and whether the file gives both."""
    unit = words_of(element, "LeadAmplitudeUnits")
    step = number_of(words_of(element, "LeadAmplitudeUnitsPerBit"))
    if unit and step and 1e-12 < step < 1e9:
        return unit, step, True
    odd.note(later("without a scale, whose units are shown as if each were 1 µV"), name)
    return "uV", 1.0, False


def _check(element: "Element", content: bytes, width: int, name: str, odd: _Odd) -> None:
    checksum = _checksum(words_of(element, "LeadDataCRC32"))
    # Programs that compute none write a zero.
    if checksum and checksum != zlib.crc32(content):
        odd.note(
            later("whose checksum does not fit their samples, so that these may be wrong"), name
        )
    announced = count_of(words_of(element, "LeadSampleCountTotal"))
    if announced is not None and announced != len(content) // width:
        odd.note(later("with another number of samples than announced"), name)
    for place, what in _NOT_UNDERSTOOD.items():
        if number_of(words_of(element, place)):
            odd.note(what, name)


def _checksum(words: str) -> int | None:
    """Return a checksum, None where the text is none."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= 20 else None


def _blank(element: "Element", values: Samples, name: str, odd: _Odd) -> None:
    """Take away, in place, what the file itself calls no signal."""
    if words_of(element, "LeadOff").upper() == "TRUE":
        values[:] = np.nan
        odd.note(later("that were off"), name)
    first = count_of(words_of(element, "FirstValid"))
    last = count_of(words_of(element, "LastValid"))
    if first is not None and last is not None and 0 <= first < last:
        if first > 0 or last < values.size - 1:
            odd.note(later("that are valid in part"), name)
        values[:first] = np.nan
        values[last + 1 :] = np.nan


def _side_by_side(path: Path, leads: Sequence[MuseLead]) -> Samples:
    """Return float32 (n_leads, n), NaN before leads that begin late and behind short ones."""
    # What is said of when they begin matters among the leads alone.
    first = min(lead.offset for lead in leads)
    n_samples = max(lead.offset - first + lead.values.size for lead in leads)
    held = sum(lead.values.size for lead in leads)
    if n_samples * len(leads) > max(_ALWAYS_FILLED, _MAX_RATIO * held):
        raise EcgError(
            f"The leads of {path.name} begin so far apart that they are damaged or a trap."
        )
    values = np.full((len(leads), n_samples), np.nan, dtype=np.float32)
    for row, lead in zip(values, leads, strict=True):
        start = lead.offset - first
        row[start : start + lead.values.size] = lead.values
    if not values.size:
        raise EcgError(f"{path.name} holds no samples: it is damaged.")
    return values


def _absent(wave: "Element", leads: Sequence[MuseLead]) -> Iterator[Notice]:
    announced = count_of(words_of(wave, "NumberofLeads"))
    if announced is not None and announced > len(leads):
        yield Notice(f"{announced} leads are announced, {len(leads)} are there.")
