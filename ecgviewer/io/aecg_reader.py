"""Reader of HL7 annotated ECGs (aECG): XML with the signals and what was found in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Record
from ecgviewer.core.text import later
from ecgviewer.io.aecg_facts import comments_of_series, patient_of, personal_of, started_at
from ecgviewer.io.aecg_marks import marks_of, measured
from ecgviewer.io.aecg_signal import SequenceSet, belong_together, joined, sets_of
from ecgviewer.io.aecg_xml import NAMESPACE, ROOT, Document, code_of, parse, series_of
from ecgviewer.io.ecg_xml import root_name
from ecgviewer.io.free_text import comments_of, marks_without_names, statements_of
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import leads_of
from ecgviewer.io.record_parts import address, other_parts, part_name, wanted_part

_RHYTHM: Final = "RHYTHM"


@dataclass(frozen=True, eq=False)
class _Part:
    """A recording of a file: sequence sets of one series that belong together."""

    series: Element
    sets: list[SequenceSet]
    is_derived: bool
    series_at: datetime | None

    @property
    def is_beat(self) -> bool:
        """Whether it is a representative beat, not a stretch of rhythm."""
        return self.is_derived or "BEAT" in code_of(self.series)


def can_open(_path: Path, beginning: bytes = b"") -> bool:
    """Tell from a file's first bytes whether it is an annotated ECG."""
    # In UTF-16 a zero stands beside each letter.
    return root_name(beginning) == ROOT and NAMESPACE.encode() in beginning.replace(b"\0", b"")


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe a recording of an annotated ECG; its digits are decoded as a whole.

    The first series of rhythm is the record, ``hints.part`` (from 1) opens another;
    representative beats come last. Raises NeedsHints where no rate is given, EcgError where
    the file is damaged, a trap or holds no signal.
    """
    document = parse(path)
    parts = sorted(_parts(path, document), key=lambda part: part.is_beat)
    if not parts:
        raise EcgError(f"{path.name} is an annotated ECG without any samples.")
    number = wanted_part(path, len(parts), hints)
    part = parts[number - 1]
    rate_hz = _rate_hz(path, part, hints)
    signal = joined(part.sets, rate_hz, part.series_at)
    leads = leads_of(signal.channels)
    names = tuple(lead.name for lead in leads)
    personal = personal_of(document.root)
    marks = marks_of(part.series, signal, names)
    begun = started_at(document.root, part.series, signal)
    told = [*comments_of_series(document.root, part.series), *measured(marks), *marks.told.comments]
    described = [_described(one, rate_hz) for one in parts]
    return Record(
        record_id=record_id(
            rate_hz, [*names, f"part {number}"], signal.gains, signal.values.shape[1], (path,)
        ),
        name=part_name(path, number),
        path=address(path, number),
        format="hl7 aecg",
        rate_hz=rate_hz,
        n_samples=signal.values.shape[1],
        leads=leads,
        source=HeldSignal(signal.values),
        started_at=begun,
        annotations=marks_without_names(marks.annotations, personal),
        patient=patient_of(document.root, begun),
        diagnoses=statements_of(marks.told.statements, personal),
        comments=comments_of(told, personal),
        warnings=(
            *_warnings(document, ", ".join(x.name for x in leads if not x.calibrated)),
            *other_parts(described, number),
        ),
        files=(path,),
        personal=tuple(personal.facts),
    )


def _parts(path: Path, document: Document) -> Iterator[_Part]:
    for series, is_derived in series_of(document.root):
        sets = sets_of(path, document, series)
        begun = min(
            (x.at for x in sets if x.at), key=lambda at: at.replace(tzinfo=None), default=None
        )
        alone = [sets] if sets and belong_together(sets) else [[one] for one in sets]
        yield from (_Part(series, own, is_derived, begun) for own in alone)


def _rate_hz(path: Path, part: _Part, hints: ImportHints | None) -> float:
    """Return the fastest rate of a part's sets; raises NeedsHints if there is none."""
    rates = [one.rate_hz for one in part.sets if one.rate_hz is not None]
    if hints is not None and hints.fs_hz and not rates:
        return hints.fs_hz
    if not rates:
        first = part.sets[0]
        names = tuple(row.channel.name for row in first.rows)
        raise NeedsHints(path, len(names), first.n_samples, ImportHints(leads=names))
    return max(rates)


def _described(part: _Part, rate_hz: float) -> str:
    rate_hz = max((one.rate_hz or rate_hz) for one in part.sets)
    kind = later("representative beat") if part.is_beat else code_of(part.series).lower()
    words = kind or later("series")
    return f"{words}, {max(one.n_samples for one in part.sets) / rate_hz:.3g} s"


def _warnings(document: Document, names: str) -> Iterator[Notice]:
    if names:
        yield Notice(f"{names} gives no scale in volts: the digits are shown, and they are no mV.")
    if document.n_left_out:
        yield Notice(f"{document.n_left_out} annotations were too many and are left out.")
