"""What was erased, on the paper: hatched, with the line that the model reads there instead."""

import math
from collections.abc import Sequence

import numpy as np

from ecgviewer.core.erased import Erased, line_ends, spans_in
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.scene import Erasure
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.traces import AmplitudeScale

Point = tuple[float, float]


def erasures(
    erased: Sequence[Erased],
    cell: Cell,
    scale: TimeScale,
    amplitude: AmplitudeScale,
    supply: Supply,
) -> list[Erasure]:
    """Return the erased spans of a cell's lead that the cell shows."""
    index = cell.slot.lead_index
    if index is None or not erased:
        return []
    shown = []
    for start, stop in spans_in(erased, supply.record.leads[index].name):
        left = max(scale.mm_of(start), cell.x_mm)
        right = min(scale.mm_of(stop), cell.x_mm + cell.width_mm)
        if left < right:
            line = _line(supply, index, start, stop)
            segment = None
            if line is not None:
                up = amplitude.up_mm(np.array(line, dtype=np.float32)).tolist()
                ends = [
                    (scale.mm_of(at), cell.baseline_mm - high)
                    for at, high in zip((start - 1, stop), up, strict=True)
                ]
                segment = _between(*ends, left, right)
            shown.append(Erasure(left, cell.top_mm, right - left, cell.height_mm, segment))
    return shown


def erased_words(erased: Sequence[Erased], lead_names: Sequence[str], rate_hz: float) -> str:
    """Return how much is erased of which leads: "0.8 s erased in all leads"."""
    named = {span.lead for span in erased}
    leads = lead_names if None in named else [lead for lead in lead_names if lead in named]
    longest = max(
        (sum(stop - start for start, stop in spans_in(erased, lead)) for lead in leads), default=0
    )
    where = "all leads" if None in named else _listed(leads)
    return f"{seconds_words(longest / rate_hz)} erased in {where}"


def seconds_words(seconds: float) -> str:
    """Return "0.8 s", or "85 ms" where a tenth of a second would tell too little."""
    return f"{seconds:.1f} s" if seconds >= 0.095 else f"{1000 * seconds:.0f} ms"


def _listed(leads: Sequence[str]) -> str:
    if len(leads) > 3:
        return f"{len(leads)} leads"
    return " and ".join(filter(None, (", ".join(leads[:-1]), *leads[-1:])))


def _line(supply: Supply, index: int, start: int, stop: int) -> Point | None:
    """Return the values that the line joins; None while they are not at hand."""
    values = []
    for at in (start - 1, stop):
        inside = 0 <= at < supply.record.n_samples
        read = supply.tiles.read(at, at + 1) if inside else None
        if inside and read is None:
            return None
        values.append(math.nan if read is None else float(read[index, 0]))
    ends = line_ends(*values)
    return None if math.isnan(ends[0]) else ends


def _between(
    first: Point, last: Point, left_mm: float, right_mm: float
) -> tuple[float, float, float, float]:
    """Return the part of a line that lies between two places."""
    places = (first[0], last[0])
    y1, y2 = np.interp((left_mm, right_mm), places, (first[1], last[1])).tolist()
    return left_mm, y1, right_mm, y2
