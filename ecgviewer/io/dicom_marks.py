"""What a DICOM file marks, measures and states about its waveforms.

Source: DICOM PS3.3, C.10.10 (Waveform Annotation Module). The first sample is number 1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.dicom_elements import DataSet
from ecgviewer.io.dicom_facts import moment, started_at
from ecgviewer.io.dicom_signal import Group
from ecgviewer.io.ecg_codes import (
    BEAT_BY_NUMBER,
    BEAT_OF_NO_CLASS,
    END,
    NOTE,
    ONSET,
    WAVE_BY_NUMBER,
)
from ecgviewer.io.free_text import Told

SOURCE: Final = "dicom"
# A day's beats with their waves are fewer.
_MAX_MARKS = 1_000_000
_EDGE = re.compile(r"(\w+(?: wave)?) (onset|offset|end)", re.IGNORECASE)
_FIDUCIAL = ("SCPECG", "5.7.1-3")
_SNOMED: Final = ("SCT", "SNM3", "SRT", "99SCT")
_PLACES: Final = ("ReferencedSamplePositions", "ReferencedTimeOffsets", "ReferencedDateTime")
_MEASURED: Final = ("NumericValue", "MeasurementUnitsCodeSequence")


@dataclass(frozen=True, slots=True)
class _Point:
    """A named place in the signal. group: what the file lists it with."""

    at: int
    name: str
    code: tuple[str, str]
    lead: str | None
    group: int


@dataclass(slots=True)
class Marks:
    """What is known of one multiplex group. told: what is no place in it."""

    told: Told = field(default_factory=Told)
    annotations: list[Annotation] = field(default_factory=list)
    points: list[_Point] = field(default_factory=list)


def marks_of(data: DataSet, groups: list[Group], group: Group, leads: tuple[str, ...]) -> Marks:
    """Sort the annotations about ``group`` into marks, measured values and statements."""
    marks = Marks()
    found = _about(data, groups, group)
    for item, channels in found:
        if len(marks.points) + len(marks.annotations) > _MAX_MARKS:
            break
        _take(marks, item, data, group, _lead(channels, leads))
    marks.annotations += _joined(marks.points)
    marks.annotations.sort(key=lambda x: (x.start, x.stop))
    return marks


def _about(data: DataSet, groups: list[Group], group: Group) -> Iterator[tuple[DataSet, set[int]]]:
    """Yield the annotations about a group, with the numbers of the channels that they name."""
    elsewhere = _misplaced(data, groups)
    for item in data.items("WaveformAnnotationSequence"):
        numbers = [int(number) for number in item.numbers("ReferencedWaveformChannels")]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        listed_with = item.whole("AnnotationGroupNumber")
        owner = elsewhere.get(listed_with) if listed_with is not None else None
        if owner is not None:
            pairs = [(owner, channel) for _, channel in pairs]
        own = {channel for number, channel in pairs if number == group.number}
        if own or (not pairs and group.number == 1):
            yield item, own


def _misplaced(data: DataSet, groups: list[Group]) -> dict[int, int]:
    """Return annotation groups that are about a median beat though they name the first group.

    Some recorders name the rhythm everywhere; marks whose fiducial point is the very sample
    that a derived group is aligned to are that group's.
    """
    aligned = {
        group.item.whole("TriggerSamplePosition"): group.number
        for group in groups
        if group.item.text("WaveformOriginality") == "DERIVED"
    }
    aligned.pop(None, None)
    found: dict[int, int] = {}
    if not aligned:
        return found
    for item in data.items("WaveformAnnotationSequence"):
        listed_with, at = item.whole("AnnotationGroupNumber"), _positions(item)
        if listed_with is not None and len(at) == 1 and _code(item)[:2] == _FIDUCIAL:
            owner = aligned.get(at[0])
            if owner == listed_with:
                found[listed_with] = owner
    return found


def _lead(channels: set[int], leads: tuple[str, ...]) -> str | None:
    if len(channels) != 1:
        return None
    (channel,) = channels
    return leads[channel - 1] if 1 <= channel <= len(leads) else None


def _take(marks: Marks, item: DataSet, data: DataSet, group: Group, lead: str | None) -> None:
    text = item.text("UnformattedTextValue")
    _, value, meaning = _code(item)
    numbers, places = item.texts("NumericValue"), _places(item, data, group)
    if numbers:
        unit = item.item("MeasurementUnitsCodeSequence")
        words = f" {unit.text('CodeValue')}" if unit and unit.text("CodeValue") != "1" else ""
        of_lead = f" in {lead}" if lead else ""
        marks.told.comments.append(f"{meaning or value}{of_lead}: {', '.join(numbers)}{words}")
    elif places:
        _take_places(marks, item, places, lead, text or meaning or value)
    elif not any(item.element(keyword) for keyword in (*_PLACES, *_MEASURED)):
        marks.told.statements += item.lines("UnformattedTextValue") or _coded(item)


def _coded(item: DataSet) -> list[str]:
    """Return a coded statement, as its SNOMED CT code where it has one."""
    said = item.item("ConceptCodeSequence") or item.item("ConceptNameCodeSequence")
    if said is None:
        return []
    code = said.text("CodeValue")
    if said.text("CodingSchemeDesignator") in _SNOMED and code.isdecimal():
        return [code]
    return [said.text("CodeMeaning") or code]


def _take_places(
    marks: Marks, item: DataSet, places: list[int], lead: str | None, words: str
) -> None:
    scheme, value, meaning = _code(item)
    listed_with = item.whole("AnnotationGroupNumber")
    if item.text("TemporalRangeType") in ("SEGMENT", "MULTISEGMENT"):
        spans = zip(places[::2], places[1::2], strict=False)
        label, text = _label(scheme, value, words)
        marks.annotations += [
            Annotation(min(span), max(span), label, lead, text, SOURCE) for span in spans
        ]
        return
    is_text = bool(item.text("UnformattedTextValue"))
    for at in places:
        if is_text or listed_with is None:
            label, text = _label(scheme, value, words)
            marks.annotations.append(Annotation(at, at, label, lead, text, SOURCE))
        else:
            marks.points.append(_Point(at, meaning or value, (scheme, value), lead, listed_with))


def _label(scheme: str, value: str, words: str) -> tuple[str, str]:
    """Return a mark's symbol, and its words where the symbol does not say it."""
    match = re.fullmatch(r"10:(\d+)", value) if scheme == "MDC" else None
    number = int(match[1]) if match else 0
    symbol = BEAT_BY_NUMBER.get(number) or WAVE_BY_NUMBER.get(number)
    if symbol is None and (scheme, value) == _FIDUCIAL:
        symbol = BEAT_OF_NO_CLASS
    return (symbol, "") if symbol else (NOTE, words)


def _joined(points: list[_Point]) -> Iterator[Annotation]:
    """Join an onset and an offset of one wave of one beat into a span; others stay points."""
    onsets: dict[tuple[int, str | None, str], _Point] = {}
    for point in points:
        match = _EDGE.fullmatch(point.name)
        if match is None:
            label, text = _label(*point.code, point.name)
            yield Annotation(point.at, point.at, label, point.lead, text, SOURCE)
            continue
        wave = match[1].upper().removesuffix(" WAVE")
        key = point.group, point.lead, wave
        if match[2].lower() == "onset":
            if key in onsets:
                yield _edge(onsets[key], ONSET)
            onsets[key] = point
        elif key in onsets and onsets[key].at <= point.at:
            start = onsets.pop(key).at
            is_named = wave in ("P", "T", "U")
            label, text = (wave.lower(), "") if is_named else (NOTE, wave)
            yield Annotation(start, point.at, label, point.lead, text, SOURCE)
        else:
            yield _edge(point, END)
    yield from (_edge(point, ONSET) for point in onsets.values())


def _edge(point: _Point, label: str) -> Annotation:
    return Annotation(point.at, point.at, label, point.lead, point.name, SOURCE)


def _code(item: DataSet) -> tuple[str, str, str]:
    """Return the scheme, the value and the meaning of what an annotation is about."""
    name = item.item("ConceptNameCodeSequence")
    if name is None:
        return "", "", ""
    scheme = name.text("CodingSchemeDesignator").upper()
    return scheme, name.text("CodeValue"), name.text("CodeMeaning")


def _positions(item: DataSet) -> list[int]:
    return [int(number) for number in item.numbers("ReferencedSamplePositions")]


def _places(item: DataSet, data: DataSet, group: Group) -> list[int]:
    """Return the samples of the record that an annotation names, those outside left out."""
    places = [number - 1.0 for number in _positions(item)]
    if not places:
        offsets_ms = item.numbers("ReferencedTimeOffsets") or _offsets_ms(item, data, group)
        places = [offset_ms / 1000 * group.rate_hz for offset_ms in offsets_ms]
    inside = [round(place) + group.ahead for place in places if abs(place) < 1e12]
    return [place for place in inside if 0 <= place <= group.n_samples]


def _offsets_ms(item: DataSet, data: DataSet, group: Group) -> list[float]:
    """Return moments as milliseconds from the group's beginning; naive ones are of one zone."""
    moments = [moment(text, data) for text in item.texts("ReferencedDateTime")]
    begun = started_at(data, group) if moments else None
    if begun is None:
        return []
    origin = begun.replace(tzinfo=None)
    return [(at.replace(tzinfo=None) - origin) / timedelta(milliseconds=1) for at in moments if at]
