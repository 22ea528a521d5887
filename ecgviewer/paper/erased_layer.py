"""What was erased, on the paper: hatched, with the line that the model reads there instead."""

import math
from collections.abc import Sequence

import numpy as np

from ecgviewer.core.erased import Erased, line_ends, spans_in
from ecgviewer.core.text import tr
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
        ends = scale.mm_of(start), scale.mm_of(stop)
        left, right = max(ends[0], cell.x_mm), min(ends[1], cell.x_mm + cell.width_mm)
        if left >= right:
            continue
        line = None
        values = _line(supply, index, start, stop)
        if values is not None:
            up = amplitude.up_mm(np.array(values, dtype=np.float32)).tolist()
            at = (scale.mm_of(start - 1), ends[1])
            heights = [cell.baseline_mm - height for height in up]
            y1, y2 = np.interp((left, right), at, heights).tolist()
            line = (left, y1, right, y2)
        edges = tuple(x for x in ends if left <= x <= right)
        area = (left, cell.top_mm, right - left, cell.height_mm)
        shown.append(Erasure(*area, line, edges))
    return shown


def erased_words(erased: Sequence[Erased], lead_names: Sequence[str], rate_hz: float) -> str:
    """Return how much is erased of which leads: "0.8 s erased in all leads, 0.2 s in V1"."""
    everywhere = [span for span in erased if span.lead is None]
    here = _erased(everywhere, "")
    more = {lead: _erased(erased, lead) - here for lead in lead_names}
    single = [lead for lead, samples in more.items() if samples > 0]
    parts = []
    if here:
        parts.append(tr("{time} erased in all leads", time=seconds_words(here / rate_hz)))
    if single:
        most, leads = seconds_words(max(more.values()) / rate_hz), _listed(single)
        if here:
            parts.append(tr("{time} in {leads}", time=most, leads=leads))
        else:
            parts.append(tr("{time} erased in {leads}", time=most, leads=leads))
    return ", ".join(parts)


def _erased(erased: Sequence[Erased], lead: str) -> int:
    return sum(stop - start for start, stop in spans_in(erased, lead))


def seconds_words(seconds: float) -> str:
    """Return "0.8 s", or "85 ms" where a tenth of a second would tell too little."""
    return f"{seconds:.1f} s" if seconds >= 0.095 else f"{1000 * seconds:.0f} ms"


def _listed(leads: Sequence[str]) -> str:
    if len(leads) > 3:
        return tr("{n} leads", n=len(leads))
    return tr(" and ").join(filter(None, (", ".join(leads[:-1]), *leads[-1:])))


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
