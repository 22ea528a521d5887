"""What an annotated ECG marks, measures and states about one of its series.

An annotation has a code for what it is, a value, regions where it holds (times, leads), and
annotations within it: the waves of a beat, the peak of a wave. Source: HL7 aECG
Implementation Guide (2005-03-21); codes of ISO/IEEE 11073-10102.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from xml.etree.ElementTree import Element

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.aecg_signal import LEAD_PREFIX, Signal
from ecgviewer.io.aecg_xml import code_of, find, moment, quantity, seconds, words_of
from ecgviewer.io.ecg_codes import (
    BEAT_BY_WORD,
    BEAT_OF_NO_CLASS,
    END,
    NOTE,
    ONSET,
    WAVE_BY_WORD,
)
from ecgviewer.io.ecg_xml import attribute_of
from ecgviewer.io.free_text import Told
from ecgviewer.signal.leads import normalise_lead

SOURCE, PERSON_SOURCE = "aecg", "aecg-reader"
_BEAT, _WAVE, _RHYTHM = "MDC_ECG_BEAT", "MDC_ECG_WAVC", "MDC_ECG_RHY"
# WFDB's word for a rhythm where it means the same, and the words to show.
_RHYTHMS: Final = {
    "SINUS_RHY": ("(N", "Sinus rhythm"),
    "ATR_FIB": ("(AFIB", "Atrial fibrillation"),
    "ATR_FLUT": ("(AFL", "Atrial flutter"),
}
_MEASURES: Final = {
    "MDC_ECG_HEART_RATE": "Heart rate",
    "MDC_ECG_TIME_PD_P": "P duration",
    "MDC_ECG_TIME_PD_PP": "PP interval",
    "MDC_ECG_TIME_PD_PR": "PR interval",
    "MDC_ECG_TIME_PD_QRS": "QRS duration",
    "MDC_ECG_TIME_PD_QT": "QT interval",
    "MDC_ECG_TIME_PD_QTC": "QTc interval",
    "MDC_ECG_TIME_PD_RR": "RR interval",
    "MDC_ECG_ANGLE_P_FRONT": "P axis",
    "MDC_ECG_ANGLE_QRS_FRONT": "QRS axis",
    "MDC_ECG_ANGLE_T_FRONT": "T axis",
}
_MAX_MARKS = 1_000_000


@dataclass(frozen=True, slots=True)
class _Region:
    """Where an annotation holds. low, high: seconds from sample 0; None where open."""

    low_s: float | None = None
    high_s: float | None = None
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What the annotations around one say. beat: WFDB's symbol. wave: MDC's word."""

    source: str
    beat: str | None = None
    wave: str = ""
    leads: tuple[str, ...] = ()


@dataclass(slots=True)
class Marks:
    """What is known of a series. values: name and unit -> lead and value, in their order."""

    signal: Signal
    leads: tuple[str, ...]
    told: Told = field(default_factory=Told)
    annotations: list[Annotation] = field(default_factory=list)
    values: dict[tuple[str, str], list[tuple[str, float]]] = field(default_factory=dict)


def marks_of(series: Element, signal: Signal, leads: tuple[str, ...]) -> Marks:
    """Sort a series' annotations into marks, measured values and statements."""
    marks = Marks(signal, leads)
    for one in series.findall("subjectOf/annotationSet"):
        person = find(one, "author", "assignedEntity", "assignedAuthorType", "assignedPerson")
        context = _Context(SOURCE if person is None else PERSON_SOURCE)
        for annotation in one.findall("component/annotation"):
            _take(marks, annotation, context)
    marks.annotations.sort(key=lambda x: (x.start, x.stop))
    return marks


def measured(marks: Marks) -> Iterator[str]:
    """Yield a line for each measured value; the beats' own as a range."""
    for (name, unit), found in marks.values.items():
        values = [value for _, value in found]
        least, most = min(values), max(values)
        if any(lead for lead, _ in found):
            told = ", ".join(f"{lead} {value:g}".strip() for lead, value in found)
        elif least == most:
            told = f"{least:g}"
        else:
            told = f"{least:g} to {most:g}"
        yield f"{name}: {told} {unit}".strip()


def _take(marks: Marks, annotation: Element, context: _Context) -> None:
    """Sort in one annotation and those within it; the file's depth is bounded."""
    if len(marks.annotations) > _MAX_MARKS:
        return
    code, value = code_of(annotation), find(annotation, "value")
    said = attribute_of(value, "code")
    region = _region(marks, annotation)
    context = replace(context, leads=region.leads or context.leads)
    if code.startswith(_BEAT) or said.startswith(_BEAT):
        word = said.removeprefix(f"{_BEAT}_").upper()
        context = replace(context, beat=BEAT_BY_WORD.get(word, BEAT_OF_NO_CLASS))
        _mark(marks, region, context, context.beat or BEAT_OF_NO_CLASS, "")
    elif code.startswith(_WAVE):
        context = _take_wave(marks, region, context, said or code)
    elif said.startswith(_RHYTHM) or code == _RHYTHM:
        _take_rhythm(marks, region, context, value)
    elif value is not None:
        _take_value(marks, annotation, value, context)
    for inner in annotation.findall("component/annotation"):
        _take(marks, inner, context)


def _take_wave(marks: Marks, region: _Region, context: _Context, said: str) -> _Context:
    word = said.removeprefix(f"{_WAVE}_")
    if word == "PEAK":
        _mark(marks, region, context, NOTE, f"{_wave_name(context.wave)} peak".strip())
        return context
    label = WAVE_BY_WORD.get(word)
    if word == "QRSWAVE" and context.beat is not None:
        label = context.beat
    if region.low_s is None and region.high_s is not None:
        _mark(marks, region, context, END, f"{_wave_name(word)} end")
    elif region.high_s is None and region.low_s is not None:
        _mark(marks, region, context, ONSET, f"{_wave_name(word)} onset")
    else:
        _mark(marks, region, context, label or NOTE, "" if label else _wave_name(word))
    return replace(context, wave=word)


def _take_rhythm(marks: Marks, region: _Region, context: _Context, value: Element | None) -> None:
    word = attribute_of(value, "code").removeprefix(f"{_RHYTHM}_")
    label, words = _RHYTHMS.get(word, (NOTE, ""))
    words = attribute_of(value, "displayName") or words or words_of(value) or word
    if words:
        marks.told.statements.append(words)
    # As in WFDB, a rhythm is marked where it begins.
    begins = replace(region, high_s=region.low_s)
    _mark(marks, begins, context, label, "" if label != NOTE else words)


def _take_value(marks: Marks, annotation: Element, value: Element, context: _Context) -> None:
    code, number = code_of(annotation), quantity(value)
    if number[0] is not None:
        name = _MEASURES.get(code.upper()) or attribute_of(find(annotation, "code"), "displayName")
        lead = context.leads[0] if len(context.leads) == 1 else ""
        key = name or code.removeprefix("MDC_ECG_") or "Value", number[1]
        marks.values.setdefault(key, []).append((lead, number[0]))
        return
    words = words_of(value) or attribute_of(value, "displayName") or attribute_of(value, "code")
    if words and "COMMENT" in code.upper():
        marks.told.comments.append(words)
    elif words:
        marks.told.statements.append(words)


def _mark(marks: Marks, region: _Region, context: _Context, label: str, text: str) -> None:
    """Add a mark, once for each lead that it names; one outside the record is left out."""
    edges = [x for x in (region.low_s, region.high_s) if x is not None]
    if not edges:
        return
    rate_hz, n_samples = marks.signal.rate_hz, marks.signal.values.shape[1]
    start, stop = round(min(edges) * rate_hz), round(max(edges) * rate_hz)
    if not 0 <= start <= stop <= n_samples:
        return
    for lead in context.leads or (None,):
        marks.annotations.append(Annotation(start, stop, label, lead, text, context.source))


def _region(marks: Marks, annotation: Element) -> _Region:
    region = _Region()
    leads: list[str] = []
    for boundary in annotation.findall("support/supportingROI/component/boundary"):
        code, value = code_of(boundary), find(boundary, "value")
        if code.startswith(LEAD_PREFIX):
            name = normalise_lead(code.removeprefix(LEAD_PREFIX))
            leads += [name] if name in marks.leads else []
        elif code in ("TIME_ABSOLUTE", "TIME_RELATIVE") and value is not None:
            region = _times(marks.signal, value, is_absolute=code == "TIME_ABSOLUTE")
    return replace(region, leads=tuple(dict.fromkeys(leads)))


def _times(signal: Signal, value: Element, *, is_absolute: bool) -> _Region:
    low, high = find(value, "low"), find(value, "high")
    point = value if value.get("value") else find(value, "center")
    if point is not None:
        at_s = _time_s(signal, point, is_absolute=is_absolute)
        return _Region(at_s, at_s)
    return _Region(
        _time_s(signal, low, is_absolute=is_absolute),
        _time_s(signal, high, is_absolute=is_absolute),
    )


def _time_s(signal: Signal, element: Element | None, *, is_absolute: bool) -> float | None:
    """Return seconds from sample 0, None where the file does not say."""
    if not is_absolute:
        relative_s = seconds(element)
        if relative_s is None or abs(relative_s) > 1e9:
            return None
        if signal.at is None:
            return relative_s - signal.offset_s
        return relative_s - _apart_s(signal.at, signal.series_at or signal.at)
    at = moment(attribute_of(element, "value"))
    if at is None or signal.at is None:
        return None
    return _apart_s(at, signal.at)


def _apart_s(at: datetime, since: datetime) -> float:
    """Return seconds between two moments; where one has no zone, both are of one."""
    if at.tzinfo is None or since.tzinfo is None:
        at, since = at.replace(tzinfo=None), since.replace(tzinfo=None)
    return (at - since) / timedelta(seconds=1)


def _wave_name(word: str) -> str:
    """Return MDC's word as people write it: "P wave", "QRS", "QRST"."""
    bare = word.removesuffix("WAVE")
    return bare if len(bare) != 1 or bare == word else f"{bare} wave"
