"""Which lead stands where: the table of leads by layout, and its places in mm."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ecgviewer.core.record import Lead
from ecgviewer.core.text import tr
from ecgviewer.paper.geometry import (
    FOOTER_MM,
    HEADER_MM,
    LEFT_MM,
    RIGHT_MM,
    Sheet,
    page_width_mm,
)
from ecgviewer.paper.lead_choice import (
    CABRERA_LIMB_LEADS,
    index_of,
    is_turned,
    recorded_names,
    usual_names,
)
from ecgviewer.paper.view import Layout, View
from ecgviewer.signal.leads import CHEST_LEADS, LIMB_LEADS, STANDARD_LEADS, find_lead

# Fewer standard leads than this would leave a page of "not recorded".
FEWEST_LEADS_FOR_COLUMNS = 4
COLUMNS = {Layout.THREE_BY_FOUR: 4, Layout.SIX_BY_TWO: 2, Layout.TWELVE_BY_ONE: 1}
PITCH_MM = {Layout.THREE_BY_FOUR: 25.0, Layout.SIX_BY_TWO: 25.0, Layout.TWELVE_BY_ONE: 15.0}
SINGLE_PITCH_MM = 30.0
# Chosen leads share this height, and a row has 15 mm or more of it.
CHOSEN_MM, LEAST_CHOSEN_PITCH_MM = 180.0, 15.0
WIDEST_PITCH = 1.6
NARROWEST_PITCH = 0.75
# The R wave reaches higher than the S wave reaches down.
BASELINE_IN_ROW = 0.56


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one lead: its index in the record, None where it was not recorded."""

    label: str
    lead_index: int | None
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Leads by rows and columns, and below them the rows that are as wide as the page."""

    grid: tuple[tuple[Slot, ...], ...]
    strips: tuple[Slot, ...]
    pitch_mm: float

    @property
    def n_rows(self) -> int:
        """Rows of the page."""
        return len(self.grid) + len(self.strips)

    @property
    def n_columns(self) -> int:
        """Columns of the page."""
        return len(self.grid[0]) if self.grid else 1

    @property
    def least_height_mm(self) -> float:
        """Height that the rows need at their narrowest."""
        return self.n_rows * self.pitch_mm * NARROWEST_PITCH


@dataclass(frozen=True, slots=True)
class Cell:
    """A slot's place: start_s is the time at x_mm, baseline_mm where 0 mV stands."""

    slot: Slot
    row: int
    column: int
    x_mm: float
    width_mm: float
    top_mm: float
    height_mm: float
    baseline_mm: float
    start_s: float
    is_strip: bool


def lone_cell(
    sheet: Sheet,
    lead: str,
    *,
    size_mm: tuple[float, float],
    width_mm: float,
    reach_mm: tuple[float, float],
    start_s: float,
    head_mm: float = 0.0,
    is_strip: bool = False,
) -> Cell:
    """Return the only cell of a small sheet, in its middle.

    size_mm: width and height of all that is drawn, pulse and words too; head_mm: what of it
    stands above the trace. width_mm, reach_mm: of the trace, up and down from 0 mV.
    """
    (wide, high), (up, down) = size_mm, reach_mm
    top_mm = max(0.0, sheet.height_mm - high) / 2 + head_mm
    return Cell(
        slot=Slot(lead, 0),
        row=0,
        column=0,
        x_mm=sheet.snap_mm(max(0.0, sheet.width_mm - wide) / 2 + LEFT_MM),
        width_mm=width_mm,
        top_mm=top_mm,
        height_mm=up + down,
        baseline_mm=sheet.snap_mm(top_mm + up),
        start_s=start_s,
        is_strip=is_strip,
    )


def plan(leads: Sequence[Lead], view: View) -> Plan:
    """Return which leads the layout shows, in which order."""
    if view.leads and view.layout is not Layout.RHYTHM:
        chosen = _chosen(tuple(leads), view.layout, view.rhythm_lead, view.leads)
        if chosen is not None:
            return chosen
    return _plan(tuple(leads), view.layout, view.rhythm_lead, view.cabrera)


# Asked for several times a frame, and the same for all frames of a scroll.
@lru_cache(maxsize=32)
def _plan(leads: tuple[Lead, ...], layout: Layout, rhythm_lead: str, cabrera: bool) -> Plan:
    names = recorded_names(leads)
    rhythm = _rhythm(names, leads, rhythm_lead)
    if layout is Layout.RHYTHM:
        return Plan((), rhythm, SINGLE_PITCH_MM)
    limb_leads = CABRERA_LIMB_LEADS if cabrera else LIMB_LEADS
    usual = usual_names(leads)
    slots = [_slot(name, usual, leads, cabrera=cabrera) for name in limb_leads + CHEST_LEADS]
    found = {slot.lead_index for slot in slots} - {None}
    if len(found) < FEWEST_LEADS_FOR_COLUMNS:
        return Plan((), _rest(leads, set()), SINGLE_PITCH_MM)
    strips = _rest(leads, found)
    if layout is Layout.THREE_BY_FOUR:
        strips = rhythm + strips
    return Plan(_in_columns(slots, layout), strips, PITCH_MM[layout])


@lru_cache(maxsize=32)
def _chosen(
    leads: tuple[Lead, ...], layout: Layout, rhythm_lead: str, keys: tuple[str, ...]
) -> Plan | None:
    """Return the leads that the reader chose: rows below each other, twelve also in columns."""
    found = [(key, index_of(key, leads)) for key in keys]
    slots = [
        Slot(_label(key, leads[index]), index, inverted=is_turned(key))
        for key, index in found
        if index is not None
    ]
    if not slots:
        return None
    ecg = [slot for slot in slots if slot.lead_index is not None and leads[slot.lead_index].is_ecg]
    if layout is not Layout.TWELVE_BY_ONE and len(ecg) == len(STANDARD_LEADS):
        strips = tuple(slot for slot in slots if slot not in ecg)
        if layout is Layout.THREE_BY_FOUR:
            strips = _rhythm(recorded_names(leads), leads, rhythm_lead) + strips
        return Plan(_in_columns(ecg, layout), strips, PITCH_MM[layout])
    pitch = min(max(CHOSEN_MM / len(slots), LEAST_CHOSEN_PITCH_MM), SINGLE_PITCH_MM)
    return Plan(tuple((slot,) for slot in slots), (), pitch)


def _label(key: str, lead: Lead) -> str:
    return tr("{lead} (derived)", lead=key) if lead.derived else key


def _in_columns(slots: Sequence[Slot], layout: Layout) -> tuple[tuple[Slot, ...], ...]:
    n_rows = len(STANDARD_LEADS) // COLUMNS[layout]
    return tuple(tuple(slots[row::n_rows]) for row in range(n_rows))


def place(table: Plan, sheet: Sheet, view: View) -> tuple[Cell, ...]:
    """Return the cells row by row; columns follow each other in time when sequential."""
    width = page_width_mm(sheet, table.n_columns)
    left = trace_left_mm(sheet, width)
    pitch = _pitch_mm(table, sheet)
    room = sheet.height_mm - HEADER_MM - FOOTER_MM
    top = HEADER_MM + max(0.0, (room - pitch * table.n_rows) / 2)
    column_mm = width / table.n_columns
    cells = []
    for row, slots in enumerate((*table.grid, *((slot,) for slot in table.strips))):
        is_strip = row >= len(table.grid)
        wide = width if is_strip else column_mm
        for column, slot in enumerate(slots):
            later_s = column * wide / view.speed_mm_per_s if view.sequential else 0.0
            cells.append(
                Cell(
                    slot=slot,
                    row=row,
                    column=column,
                    x_mm=sheet.snap_mm(left + column * wide),
                    width_mm=wide,
                    top_mm=top + row * pitch,
                    height_mm=pitch,
                    baseline_mm=sheet.snap_mm(top + (row + BASELINE_IN_ROW) * pitch),
                    start_s=view.start_s + later_s,
                    is_strip=is_strip,
                )
            )
    return tuple(cells)


def trace_left_mm(sheet: Sheet, width_mm: float) -> float:
    """Return where the traces begin; a page narrower than the sheet is centred."""
    spare = sheet.width_mm - LEFT_MM - width_mm - RIGHT_MM
    return sheet.snap_mm(LEFT_MM + max(0.0, spare) / 2)


def page_s(table: Plan, sheet: Sheet, view: View) -> float:
    """Return how many seconds of the record the page shows."""
    width = page_width_mm(sheet, table.n_columns)
    if not view.sequential and not table.strips:
        width /= table.n_columns
    return width / view.speed_mm_per_s


def _slot(wanted: str, names: Sequence[str], leads: Sequence[Lead], *, cabrera: bool) -> Slot:
    index = find_lead(wanted, names)
    label = wanted if index is None else _label(names[index], leads[index])
    if cabrera and wanted == "aVR":
        return Slot("−" + label, index, inverted=True)
    return Slot(label, index)


def _rhythm(names: Sequence[str], leads: Sequence[Lead], wanted: str) -> tuple[Slot, ...]:
    """The wished lead, or the first that can stand in for it."""
    wished = find_lead(wanted, names)
    if wished is None:
        ecg = [index for index, lead in enumerate(leads) if lead.is_ecg]
        wished = next(iter(ecg or range(len(leads))), None)
    return () if wished is None else (Slot(leads[wished].name, wished),)


def _rest(leads: Sequence[Lead], shown: set[int | None]) -> tuple[Slot, ...]:
    left = [
        (index, lead) for index, lead in enumerate(leads) if index not in shown and not lead.derived
    ]
    # ECG leads first, then pressures and the like, each in the file's order.
    left.sort(key=lambda pair: not pair[1].is_ecg)
    return tuple(Slot(lead.name, index) for index, lead in left)


def _pitch_mm(table: Plan, sheet: Sheet) -> float:
    """Spread the rows over the height; whole large squares where there is room for it."""
    room = sheet.height_mm - HEADER_MM - FOOTER_MM
    pitch = min(room / max(1, table.n_rows), WIDEST_PITCH * table.pitch_mm)
    step = 5.0 if pitch >= 20 else 1.0
    return max(math.floor(pitch / step) * step, 4.0)
