"""Reader of SCP-ECG records (EN 1064, ISO 11073-91064), versions 1 and 2."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Notice, Record, Samples
from ecgviewer.core.text import later
from ecgviewer.io.ecg_codes import BEAT_OF_NO_CLASS, NOTE
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.record_parts import address, other_parts, part_name, wanted_part
from ecgviewer.io.scp_header import Header, read_header
from ecgviewer.io.scp_huffman import Table, read_tables
from ecgviewer.io.scp_leads import BeatList, LeadList, read_beats, read_leads
from ecgviewer.io.scp_measurements import GlobalMeasurements, read_global, read_lead_measurements
from ecgviewer.io.scp_sections import (
    CODED_STATEMENTS,
    GLOBAL_MEASUREMENTS,
    HEADER,
    HUFFMAN,
    LEAD_MEASUREMENTS,
    LEADS,
    QRS_PLACES,
    REFERENCE_BEAT,
    REPORT,
    RHYTHM,
    Sections,
    looks_like_scp,
    read_sections,
)
from ecgviewer.io.scp_signal import Block, as_samples, read_block, read_rhythm, reference_beat
from ecgviewer.io.scp_statements import Report, read_coded, read_report

_SOURCE: Final = "scp"
_RHYTHM_PART, _BEAT_PART = 1, 2
_PARTS = (later("rhythm"), later("reference beat"))
_VERSION_3: Final = 30
_Read = TypeVar("_Read")


def can_open(path: Path, beginning: bytes) -> bool:
    """Tell whether a file is an SCP-ECG record, by its name or its beginning."""
    return looks_like_scp(beginning) or path.suffix.lower() == ".scp"


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe an SCP-ECG record, decoded as a whole: it holds seconds, not hours.

    hints.part: 2 is the reference beat, where the record has one. Raises EcgError if the
    record is damaged or its signal cannot be put together.
    """
    parts = _Parts.of(path)
    part = wanted_part(path, 1 if parts.beat is None else 2, hints)
    return _rhythm_record(path, parts) if part == _RHYTHM_PART else _beat_record(path, parts)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A record's sections, read; what is damaged and can be missed is told in warnings."""

    version_text: str
    leads: LeadList
    rhythm: Block
    tables: tuple[Table, ...]
    reference: Block | None
    beats: BeatList | None
    header: Header
    measured: GlobalMeasurements
    lead_lines: tuple[str, ...]
    reports: tuple[Report, ...]
    warnings: tuple[Notice, ...]

    @property
    def beat(self) -> tuple[Block, BeatList] | None:
        """The reference beat and how long it is, None where the record lacks either."""
        if self.reference is None or self.beats is None or not self.beats.length_ms:
            return None
        return self.reference, self.beats

    @classmethod
    def of(cls, path: Path) -> "_Parts":
        sections = read_sections(path)
        reading = _Reading(sections)
        leads = reading.needed(LEADS, "the leads", read_leads)
        n_leads = len(leads.leads)
        header = reading.optional(HEADER, read_header) or Header()
        character_set, personal = header.character_set, header.personal
        return cls(
            version_text=sections.version_text,
            leads=leads,
            rhythm=reading.needed(RHYTHM, "the rhythm", lambda x: read_block(x, n_leads)),
            tables=_tables(reading),
            reference=reading.optional(REFERENCE_BEAT, lambda x: read_block(x, n_leads)),
            beats=reading.optional(QRS_PLACES, read_beats),
            header=header,
            measured=reading.optional(GLOBAL_MEASUREMENTS, read_global) or GlobalMeasurements(),
            lead_lines=reading.optional(LEAD_MEASUREMENTS, read_lead_measurements) or (),
            reports=(
                reading.optional(REPORT, lambda x: read_report(x, character_set, personal))
                or Report(),
                reading.optional(CODED_STATEMENTS, lambda x: read_coded(x, character_set, personal))
                or Report(),
            ),
            warnings=(*sections.warnings, *_of_version(sections), *reading.warnings),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads sections; one that is damaged is an error where the ECG needs it."""

    sections: Sections
    warnings: list[Notice] = field(default_factory=list)

    def needed(self, number: int, what: str, read: Callable[[bytes], _Read]) -> _Read:
        content = self.sections.needed(number, what)
        try:
            return read(content)
        except ValueError as error:
            raise EcgError(
                f"{self.sections.name} is damaged in section {number}, {what}: {error}."
            ) from error

    def optional(self, number: int, read: Callable[[bytes], _Read]) -> _Read | None:
        content = self.sections.contents.get(number)
        if content is None:
            return None
        try:
            return read(content)
        except ValueError as error:
            self.warnings.append(Notice(f"Section {number} is damaged and was left out: {error}."))
            return None


def _tables(reading: _Reading) -> tuple[Table, ...]:
    # Without section 2 samples are stored as they are.
    if HUFFMAN not in reading.sections.contents:
        return ()
    return reading.needed(HUFFMAN, "the Huffman tables", read_tables)


def _of_version(sections: Sections) -> tuple[Notice, ...]:
    if sections.version < _VERSION_3:
        return ()
    return (
        Notice(
            f"The record is of SCP-ECG version {sections.version_text}, "
            "whose short ECG is read as in version 2."
        ),
    )


def _rhythm_record(path: Path, parts: _Parts) -> Record:
    leads = parts.leads
    rhythm = read_rhythm(path.name, leads, parts.rhythm, parts.reference, parts.beats, parts.tables)
    reports = parts.reports
    record = _record(path, parts, parts.rhythm, rhythm.values, rhythm.rate_hz)
    short = [_too_short(record.leads[at].name) for at in rhythm.short]
    return replace(
        record,
        annotations=(*_beats(parts, record.n_samples), *_spikes(parts, record)),
        diagnoses=tuple(dict.fromkeys(x for report in reports for x in report.diagnoses)),
        comments=(*record.comments, *parts.lead_lines, *_states(reports)),
        warnings=(
            *record.warnings,
            *short,
            *_not_at_once(leads),
            *_about_parts(parts, _RHYTHM_PART),
        ),
    )


def _beat_record(path: Path, parts: _Parts) -> Record:
    if parts.beat is None:
        raise ValueError(f"{path.name} has no reference beat")
    block, beats = parts.beat
    beat = reference_beat(block, beats, parts.tables)
    if not any(lead.size for lead in beat):
        raise EcgError(f"The reference beat of {path.name} holds no sample.")
    values = as_samples(beat, block.mv_per_unit)
    record = _record(path, parts, block, values, block.rate_hz, part=_BEAT_PART)
    return replace(
        record,
        comments=(*record.comments, *parts.lead_lines),
        warnings=(*record.warnings, *_about_parts(parts, _BEAT_PART)),
    )


def _too_short(name: str) -> Notice:
    return Notice(f"Lead {name} ends before its told length.")


def _about_parts(parts: _Parts, part: int) -> tuple[Notice, ...]:
    return () if parts.beat is None else other_parts(_PARTS, part)


def _record(
    path: Path,
    parts: _Parts,
    block: Block,
    values: Samples,
    rate_hz: float,
    part: int = _RHYTHM_PART,
) -> Record:
    """Return what holds for both parts."""
    header, leads = parts.header, _leads(parts.leads, block)
    names = [*(lead.file_name for lead in leads), *([] if part == _RHYTHM_PART else ["beat"])]
    n_samples = values.shape[1]
    unknown = () if block.nv_per_unit else (
        Notice("The file tells no amplitude: one unit is taken as 1 µV, which may be wrong."),
    )  # fmt: skip
    gains = [1 / block.mv_per_unit] * len(leads)
    return Record(
        record_id=record_id(rate_hz, names, gains, n_samples, (path,)),
        name=part_name(path, part),
        path=address(path, part),
        format=f"SCP-ECG {parts.version_text}".strip(),
        rate_hz=rate_hz,
        n_samples=n_samples,
        leads=leads,
        source=HeldSignal(values),
        started_at=header.started_at,
        patient=header.patient,
        comments=(*header.comments, *parts.measured.comments),
        warnings=(*parts.warnings, *unknown),
        files=(path,),
        personal=tuple(header.personal.facts),
    )


def _leads(leads: LeadList, block: Block) -> tuple[Lead, ...]:
    channels = [
        Channel(
            span.name or f"Lead {number}",
            "mV",
            calibrated=bool(block.nv_per_unit),
            is_named=bool(span.name),
        )
        for number, span in enumerate(leads.leads, start=1)
    ]
    return leads_of(channels)


def _beats(parts: _Parts, n_samples: int) -> list[Annotation]:
    # The file tells where a beat is, not of what kind.
    beats = parts.beats.beats if parts.beats else ()
    placed = ((beat.fiducial - parts.leads.origin, beat.type) for beat in beats)
    return [
        Annotation(at, at, BEAT_OF_NO_CLASS, text=f"type {kind}" if kind else "", source=_SOURCE)
        for at, kind in sorted(placed)
        if 0 <= at < n_samples
    ]


def _spikes(parts: _Parts, record: Record) -> list[Annotation]:
    placed = (
        (round(x.time_ms * record.rate_hz / 1_000), x.amplitude_uv) for x in parts.measured.spikes
    )
    return [
        Annotation(at, at, NOTE, text=f"pacemaker spike, {amplitude} µV", source=_SOURCE)
        for at, amplitude in sorted(placed)
        if 0 <= at < record.n_samples
    ]


def _states(reports: tuple[Report, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for report in reports for x in report.comments))


def _not_at_once(leads: LeadList) -> tuple[Notice, ...]:
    spans = {(lead.first, lead.last) for lead in leads.leads}
    if leads.simultaneous or len(leads.leads) == 1 or len(spans) > 1:
        return ()
    at_once = leads.at_once
    if not 0 < at_once < len(leads.leads):
        return ()
    return (
        Notice(
            f"Only {at_once} leads at a time were recorded together, though all lie side by side."
        ),
    )
