"""The first seconds of a table on paper, to see whether rate and unit can be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgviewer.core.record import Samples
from ecgviewer.paper.cells import BASELINE_IN_ROW, Cell, Slot
from ecgviewer.paper.furniture import off_scale_texts, pulse
from ecgviewer.paper.geometry import LEFT_MM, Sheet, TimeScale
from ecgviewer.paper.scene import GridLines, Lines, Scene, Text, Trace
from ecgviewer.paper.supply import Points
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.traces import AmplitudeScale, draw
from ecgviewer.paper.view import TRACE_MM, Grid, Theme

MM_PER_S: Final = 25.0
MM_PER_MV: Final = 10.0
ROW_MM: Final = 25.0
MOST_ROWS: Final = 2
_NAME_MM = 2.6
# Painters dislike huge numbers, and so far from the sheet nothing is seen.
_FARTHEST_MV = 100.0


@dataclass(frozen=True, eq=False)
class TrialPage:
    """Leads as they would be read. values_mv: float32 (n_leads, n_samples)."""

    names: Sequence[str]
    values_mv: Samples
    rate_hz: float
    theme: Theme

    @property
    def n_rows(self) -> int:
        """How many leads are drawn."""
        return min(len(self.names), MOST_ROWS)


def compose_trial(page: TrialPage, sheet: Sheet) -> Scene:
    """Return the first leads, one below the other, at 25 mm/s and 10 mm/mV after a pulse.

    Nothing is scaled to fit: with a wrong unit the trace is flat or leaves the paper, with a
    wrong rate its beats lie too near or too far.
    """
    cells = [_cell(name, row, sheet) for row, name in enumerate(page.names[:MOST_ROWS])]
    traces: list[Trace] = []
    lines: list[Lines] = []
    texts: list[Text] = []
    for row, cell in enumerate(cells):
        lines.append(Lines(pulse(cell, AmplitudeScale(0.0, MM_PER_MV)), Ink.TRACE, TRACE_MM))
        traces.append(_trace(page, row, cell, sheet))
        y_mm = cell.top_mm + _NAME_MM + 1.0
        texts.append(Text(cell.x_mm + 0.8, y_mm, cell.slot.label, bold=True, halo=True))
        texts += off_scale_texts(traces[-1].segments, sheet)
    grid = GridLines(Grid.SMALL, cells[0].x_mm, cells[0].baseline_mm)
    return Scene(
        sheet, page.theme, grid, lines=tuple(lines), traces=tuple(traces), texts=tuple(texts)
    )


def _cell(name: str, row: int, sheet: Sheet) -> Cell:
    left = sheet.snap_mm(LEFT_MM)
    return Cell(
        slot=Slot(name, row),
        row=row,
        column=0,
        x_mm=left,
        width_mm=sheet.width_mm - left,
        top_mm=row * ROW_MM,
        height_mm=ROW_MM,
        baseline_mm=sheet.snap_mm((row + BASELINE_IN_ROW) * ROW_MM),
        start_s=0.0,
        is_strip=False,
    )


def _trace(page: TrialPage, row: int, cell: Cell, sheet: Sheet) -> Trace:
    scale = TimeScale(cell.x_mm, 0.0, MM_PER_S, page.rate_hz, sheet.px_per_mm)
    n_shown = int(cell.width_mm / MM_PER_S * page.rate_hz) + 2
    values = page.values_mv[row][:n_shown]
    known = values[np.isfinite(values)]
    baseline = float(np.median(known)) if known.size else 0.0
    near = np.clip(values, baseline - _FARTHEST_MV, baseline + _FARTHEST_MV)
    drawn = draw(Points(0, near), cell, scale, AmplitudeScale(baseline, MM_PER_MV))
    right_mm = cell.x_mm + cell.width_mm
    return Trace(cell.slot.label, drawn.segments, cell.x_mm, right_mm, scale.start_px)
