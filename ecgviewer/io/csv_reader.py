"""Reader of tables of text: CSV, TSV and columns of numbers, a lead a column."""

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Record
from ecgviewer.io.hints import NO_RATE, ImportHints, NeedsHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, about_names, leads_of
from ecgviewer.io.table_facts import TableFacts, facts_above
from ecgviewer.io.table_layout import TableLayout, layout_of
from ecgviewer.io.table_lines import Head, LineIndex, index_lines, read_head
from ecgviewer.io.table_source import TableSource
from ecgviewer.io.table_time import Timing, timing_of
from ecgviewer.io.table_trial import lead_names, likely_gain, table_kind
from ecgviewer.io.units import mv_per_unit, sounds_like_ecg

_SEPARATED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", None: "blanks"}
_NO_UNIT = "no unit of voltage: give it with --unit (or --gain) or in the import dialog"
_FEWEST_LINES = 2
# Rates that differ by a smaller share are one.
_SAME_RATE = 1e-3


@dataclass(frozen=True, eq=False)
class _Table:
    """A file that was looked at; hints: what a person said of it, asked: whether anybody was."""

    head: Head
    layout: TableLayout
    index: LineIndex
    facts: TableFacts
    timing: Timing
    hints: ImportHints
    asked: bool

    @property
    def path(self) -> Path:
        return self.head.path


def can_open(path: Path, beginning: bytes) -> bool:
    """Tell whether a file is named like a table and holds text."""
    is_named = path.suffix.lower() in (".csv", ".tsv", ".txt")
    return is_named and (bool(beginning) or path.is_file())


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe a table; its cells stay on disk until they are read.

    hints win over what the file says. Raises NeedsHints where no rate is known, or no unit
    and nobody was asked; EcgError where the file holds no table of numbers.
    """
    table = _looked_at(path, hints)
    hints, facts = table.hints, table.facts
    rate_hz = hints.fs_hz or facts.rate_hz or table.timing.rate_hz
    n_samples = table.index.n_lines
    channels, gains, is_vague = _channels(table)
    if rate_hz is None or (is_vague and not table.asked):
        raise _needed(table, rate_hz)
    said = facts.header_facts()
    names = [channel.name for channel in channels]
    return Record(
        record_id=record_id(rate_hz, names, gains, n_samples, (path,)),
        name=path.stem,
        path=path,
        format=_format(path, table.layout),
        rate_hz=_checked(path, rate_hz),
        n_samples=n_samples,
        leads=leads_of(channels),
        source=TableSource(
            table.index,
            table.layout,
            tuple(column.place for column in table.layout.signals),
            np.array(gains),
        ),
        started_at=facts.started_at or table.timing.started_at,
        patient=said.patient,
        diagnoses=said.diagnoses,
        comments=said.comments,
        synthetic=said.synthetic,
        warnings=tuple(_warnings(table, channels, is_vague=is_vague)),
        files=(path,),
        personal=tuple(facts.personal.facts),
    )


def _looked_at(path: Path, hints: ImportHints | None) -> _Table:
    asked, hints = hints is not None, hints or ImportHints()
    head = read_head(path)
    try:
        layout = layout_of(head.lines, hints)
    except ValueError as error:
        raise EcgError(f"{path.name} has no column {error}: columns have numbers from 1.") from None
    if layout is None:
        raise EcgError(f"{path.name} holds no table of numbers with a lead a column.")
    if not layout.signals:
        raise EcgError(f"{path.name} has a column of times or numbers of rows, but no signal.")
    _check_names(path, layout, hints)
    index = index_lines(head, layout.first_line)
    if index.n_lines < _FEWEST_LINES or index.n_lines < len(layout.columns) > 64:
        raise EcgError(
            f"{path.name} has {len(layout.columns)} columns and {index.n_lines} rows of numbers: "
            "a table has to have a lead a column and a sample a row."
        )
    facts = facts_above(layout.preamble)
    timing = timing_of(index, layout, layout.time) if layout.time is not None else Timing()
    return _Table(head, layout, index, facts, timing, hints, asked)


def _check_names(path: Path, layout: TableLayout, hints: ImportHints) -> None:
    if hints.leads is not None and len(hints.leads) != len(layout.signals):
        raise EcgError(
            f"{path.name} holds {len(layout.signals)} leads, but {len(hints.leads)} names were "
            "given: choose its columns too."
        )
    for name, value in (("rate", hints.fs_hz), ("gain", hints.gain)):
        if value is not None and not (math.isfinite(value) and 1e-9 < value < 1e9):
            raise EcgError(f"{path.name}: a {name} of {value:g} is impossible.")


def _checked(path: Path, rate_hz: float) -> float:
    if not 1e-6 < rate_hz < 1e6:
        raise EcgError(f"{path.name}: a rate of {rate_hz:g} Hz is impossible.")
    return rate_hz


def _channels(table: _Table) -> tuple[list[Channel], list[float], bool]:
    """Return the signals, file units per mV or 1, and whether an ECG has no unit."""
    named = lead_names(table.layout, table.facts, table.hints)
    channels, gains, is_vague = [], [], False
    for column, (name, is_named) in zip(table.layout.signals, named, strict=True):
        unit = column.unit or table.facts.unit
        factor = mv_per_unit(unit)
        is_ecg = sounds_like_ecg(name) and (factor is not None or not _is_other(unit))
        lacks_unit = is_ecg and factor is None and table.hints.gain is None
        is_vague |= lacks_unit
        gain = table.hints.gain if is_ecg else None
        gains.append(gain or (1 / factor if factor else 1.0))
        shown = "mV" if is_ecg or factor is not None else unit
        channels.append(Channel(name, shown, calibrated=not lacks_unit, is_named=is_named))
    return channels, gains, is_vague


def _is_other(unit: str) -> bool:
    """Whether a unit is one of something else than of bare numbers."""
    return bool(unit) and unit.lower() not in ("adu", "nu", "a.u.", "au", "counts", "raw", "lsb")


def _format(path: Path, layout: TableLayout) -> str:
    kind = path.suffix[1:].lower()
    return kind if len(layout.columns) == 1 else f"{kind} with {_SEPARATED[layout.delimiter]}"


def _needed(table: _Table, rate_hz: float | None) -> NeedsHints:
    layout, hints = table.layout, table.hints
    suggested = replace(
        hints,
        fs_hz=rate_hz or table.timing.likely_hz,
        leads=tuple(name for name, _ in lead_names(layout, table.facts, hints)),
        gain=hints.gain or likely_gain(table.head.lines, layout, table.facts),
    )
    why = f" ({table.timing.why})" if table.timing.why else ""
    return NeedsHints(
        table.path,
        len(layout.signals),
        table.index.n_lines,
        suggested,
        missing=NO_RATE.replace(":", f"{why}:", 1) if rate_hz is None else _NO_UNIT,
        lines=table.head.lines,
        untimed=layout.called(layout.time) if layout.time and table.timing.why else "",
        kind=table_kind(table.path, table.head.lines, layout),
    )


def _warnings(table: _Table, channels: list[Channel], *, is_vague: bool) -> list[Notice]:
    said: list[Notice] = []
    if is_vague:
        said.append(Notice("No unit is given: amplitudes are the file's own numbers, taken as mV."))
    if not any(channel.is_named for channel in channels):
        said += about_names(len(channels))
    given, timed = table.hints.fs_hz or table.facts.rate_hz, table.timing.rate_hz
    if given and timed and abs(given - timed) > _SAME_RATE * timed:
        said.append(
            Notice(f"Its times say {timed:g} Hz, but {given:g} Hz were given and are used.")
        )
    names = ", ".join(x.name or x.number for x in table.layout.columns if x.kind == "text")
    if names and table.hints.columns is None:
        said.append(Notice(f"Columns without numbers are left out: {names}."))
    return said
