"""What a table is likely to be, and how its first lines look when it is read so."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.table_facts import TableFacts, facts_above
from ecgviewer.io.table_layout import TableLayout, layout_of
from ecgviewer.io.table_source import columns_of
from ecgviewer.io.table_time import Timing, rate_of_times, times_of
from ecgviewer.io.units import mv_per_unit
from ecgviewer.signal.leads import STANDARD_LEADS

# Beyond this many mV no ECG swings; numbers that do are µV or ADC units.
_LARGEST_MV = 20.0
_MICROVOLTS = 1_000.0


@dataclass(frozen=True, eq=False)
class Trial:
    """The first lines of a table as some hints have them read.

    values_mv: float32 (n_leads, n_lines), NaN where a cell holds no number. timing: what the
    times among these lines say. names: of the leads.
    """

    layout: TableLayout
    names: tuple[str, ...]
    values_mv: Samples
    timing: Timing


def tried(lines: Sequence[str], hints: ImportHints) -> Trial | None:
    """Read the first lines of a table; None where they hold no signal in that way.

    Raises ValueError, with the words at fault, for a column that is not there.
    """
    layout = layout_of(lines, hints)
    if layout is None or not layout.signals:
        return None
    facts = facts_above(layout.preamble)
    names = tuple(name for name, _ in lead_names(layout, facts, replaced_leads(hints, layout)))
    values = _values(lines, layout)
    factors = [_mv_factor(column.unit or facts.unit, hints.gain) for column in layout.signals]
    scaled = (values * np.array(factors)[:, None]).astype(np.float32)
    return Trial(layout, names, scaled, _timing(lines, layout, facts))


def replaced_leads(hints: ImportHints, layout: TableLayout) -> ImportHints:
    """Return hints whose names count, none where there are too many or too few."""
    if hints.leads is not None and len(hints.leads) == len(layout.signals):
        return hints
    return ImportHints()


def lead_names(
    layout: TableLayout, facts: TableFacts, hints: ImportHints
) -> list[tuple[str, bool]]:
    """Return the name of each signal, and whether the file or a person gives it."""
    if hints.leads is not None:
        return [(name, True) for name in hints.leads]
    signals = layout.signals
    if any(column.name for column in signals):
        return [(column.name or f"Column {column.number}", True) for column in signals]
    if len(signals) == 1:
        return [(facts.lead or "ECG", bool(facts.lead))]
    if len(signals) == len(STANDARD_LEADS):
        return [(name, False) for name in STANDARD_LEADS]
    return [(f"Lead {number}", False) for number in range(1, len(signals) + 1)]


def likely_gain(lines: Sequence[str], layout: TableLayout, facts: TableFacts) -> float:
    """Return the likeliest file units per mV: what the file says, or what the numbers look like."""
    said = [mv_per_unit(column.unit or facts.unit) for column in layout.signals]
    known = next((factor for factor in said if factor), None)
    if known is not None:
        return 1 / known
    values = _values(lines, layout)
    finite = values[np.isfinite(values).any(axis=1)]
    if not finite.size:
        return 1.0
    centred = np.abs(finite - np.nanmedian(finite, axis=1, keepdims=True))
    return _MICROVOLTS if float(np.nanpercentile(centred, 99)) > _LARGEST_MV else 1.0


def table_kind(path: Path, lines: Sequence[str], layout: TableLayout) -> str:
    """Return the kind of a table: of those with one line of names, or of its folder's others."""
    width = len(layout.columns)
    if layout.header_line is None:
        return f"table|{width}|{path.parent}"
    # What stands there is kept among settings, and may be anybody's words.
    digest = hashlib.sha256(lines[layout.header_line].strip().encode()).hexdigest()
    return f"table|{width}|{digest}"


def _values(lines: Sequence[str], layout: TableLayout) -> np.ndarray:
    filled = [line.encode("latin-1", "replace") for line in lines[layout.first_line :] if line]
    return columns_of(filled, layout, [column.place for column in layout.signals])


def _mv_factor(unit: str, gain: float | None) -> float:
    return 1 / gain if gain else mv_per_unit(unit) or 1.0


def _timing(lines: Sequence[str], layout: TableLayout, facts: TableFacts) -> Timing:
    if facts.rate_hz is not None:
        return Timing(rate_hz=facts.rate_hz)
    column = layout.time
    if column is None:
        return Timing()
    rows = [row for row in layout.rows(lines[layout.first_line :]) if len(row) > column.place]
    times = times_of([row[column.place] for row in rows], 0, decimal_comma=layout.decimal_comma)
    if times.values.size < 2:
        return Timing(why="its times cannot be read")
    return rate_of_times(times, column)
