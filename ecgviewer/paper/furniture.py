"""What stands on every page beside the traces: header, footer, labels, pulses, ticks."""

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.core.text import tr
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.quality_marks import mark_words
from ecgviewer.paper.runs import runs
from ecgviewer.paper.scene import Lines, Segments, Text
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.traces import AmplitudeScale
from ecgviewer.paper.view import View
from ecgviewer.signal.lead_quality import LeadQuality

SMALL_TEXT_MM = 2.4
# What frames the stamp; a longer word in another language has a wider frame.
_STAMP_MM, _STAMP_LETTER_MM = 23.0, 2.35
LABEL_MM = 3.2
LABEL_ABOVE_MM = 2.0
PULSE_MM = 5.0  # 200 ms at 25 mm/s; drawn as wide at every speed, as machines do
PULSE_LEAD_IN_MM = 1.0
COLUMN_TICK_MM = 3.0
TICK_STEPS_S = (0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
TICK_SPACING_MM = 18.0
LARGE_SQUARE_S = 0.2
SMALLEST_SQUARE_PX = 4.0
RAIL_MM = 1.5
# As near as IEC 60601-2-25 asks of machines.
NEARLY_TRUE = 0.05
RAIL_STEP_MM = 0.75


def clock(seconds: float, decimals: int = 0) -> str:
    """Return "00:00:10", with decimals of a second where they are asked for."""
    scale = 10**decimals
    ticks = round(max(seconds, 0.0) * scale)
    whole, part = divmod(ticks, scale)
    text = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{text}.{part:0{decimals}d}" if decimals else text


def header_text(record: Record, start_s: float, stop_s: float) -> str:
    """Return who, when and which part: never a person's name or birth date."""
    stop_s = min(stop_s, record.duration_s)
    decimals = int(any(abs(time_s - round(time_s)) >= 0.05 for time_s in (start_s, stop_s)))
    parts = [record.name, _person(record)]
    if record.started_at is not None:
        parts.append(f"{record.started_at:%Y-%m-%d %H:%M:%S}")
    shown = f"{clock(start_s, decimals)}–{clock(stop_s, decimals)}"
    whole = start_s <= 0 and stop_s >= record.duration_s
    if not whole:
        shown = tr("{part} of {whole}", part=shown, whole=clock(record.duration_s))
    parts.append(shown)
    return "  ·  ".join(part for part in parts if part)


def _person(record: Record) -> str:
    person = record.patient
    # Ages above 89 count as identifying.
    age = person.age_years
    told = "" if age is None else tr("90+ y") if age > 89 else tr("{years} y", years=f"{age:g}")
    sex = {"F": tr("F")}.get(person.sex or "", person.sex or "")
    return ", ".join(part for part in (told, sex) if part)


def footer_text(record: Record, view: View, sheet: Sheet, filtered: str = "") -> str:
    """Return the scales, filter, rate, order of columns and how true the scale is."""
    order = tr("sequential") if view.sequential else tr("simultaneous")
    through = tr("Filter: {filter}", filter=filtered or tr("none"))
    return (
        f"{view.speed_mm_per_s:.3g} mm/s  {view.gain_mm_per_mv:.3g} mm/mV  {through}  "
        f"{record.rate_hz:g} Hz  {order}  {scale_text(view, sheet)}"
    )


def scale_text(view: View, sheet: Sheet) -> str:
    """Return "true scale ✓" only where a ruler on the screen would agree."""
    if needs_time_ticks(view, sheet):
        return tr("not to scale")
    if sheet.true_scale:
        return tr("true scale ✓")
    if abs(sheet.magnification - 1) <= NEARLY_TRUE:
        return tr("true scale ≈")
    return tr("not to scale ≈ {times}×", times=f"{sheet.magnification:.2f}")


def needs_time_ticks(view: View, sheet: Sheet) -> bool:
    """Whether 200 ms have become too narrow to be counted in squares."""
    square_px = LARGE_SQUARE_S * view.speed_mm_per_s * sheet.px_per_mm
    return square_px < SMALLEST_SQUARE_PX or 5 * sheet.px_per_mm < SMALLEST_SQUARE_PX


def label_foot_mm(cell: Cell) -> float:
    """Return how far below a cell's top its lead's name stands."""
    # In a low row, the name stands higher, so as not to lie on the baseline.
    return min(LABEL_ABOVE_MM, max(-1.0, 0.4 * (cell.height_mm - 9.5))) + LABEL_MM


def label_texts(
    cell: Cell,
    lead: Lead | None,
    amplitude: AmplitudeScale | None,
    *,
    dimmed: bool = False,
    filtered: bool = False,
    quality: LeadQuality | None = None,
) -> list[Text]:
    """Return the lead's name and what has to be said about it."""
    y = cell.top_mm + label_foot_mm(cell)
    if lead is None:
        middle = cell.x_mm + cell.width_mm / 2
        words = tr("{lead} not recorded", lead=cell.slot.label)
        return [Text(middle, cell.baseline_mm, words, Ink.QUIET, align="centre")]
    ink = Ink.QUIET if dimmed else Ink.TEXT
    label = Text(cell.x_mm + 1.0, y, cell.slot.label, ink, LABEL_MM, bold=True, halo=True)
    note = ""
    if not lead.is_ecg and amplitude is not None:
        note = f"10 mm = {10 / abs(amplitude.mm_per_unit):g} {lead.unit}"
        note += tr(", not filtered") if filtered else ""
    elif not lead.calibrated:
        note = tr("amplitude uncalibrated")
    note = note or mark_words(quality)
    if not note:
        return [label]
    # A bold letter is about 0.7 of its height wide, an I half of that.
    n_letters = sum(0.5 if letter == "I" else 1.0 for letter in cell.slot.label)
    beside = cell.x_mm + 2.5 + 0.75 * LABEL_MM * n_letters
    return [label, Text(beside, y, note, Ink.QUIET, SMALL_TEXT_MM, halo=True)]


def pulse(cell: Cell, amplitude: AmplitudeScale) -> Segments:
    """Return the 1 mV pulse left of a row, drawn by the trace's own mV -> mm function."""
    up = amplitude.up_mm(np.array([amplitude.baseline, amplitude.baseline + 1], dtype=np.float32))
    foot, top = cell.baseline_mm - abs(up[0]), cell.baseline_mm - abs(up[1])
    right = cell.x_mm - PULSE_LEAD_IN_MM
    left = right - PULSE_MM
    corners = [
        (left - PULSE_LEAD_IN_MM, foot), (left, foot), (left, top),
        (right, top), (right, foot), (right + PULSE_LEAD_IN_MM / 2, foot),
    ]  # fmt: skip
    return np.array([(*a, *b) for a, b in pairwise(corners)])


def column_ticks(cells: Iterable[Cell]) -> Lines:
    """Return the short ticks where a row passes from one lead to the next."""
    marks = []
    for cell in cells:
        if cell.column > 0:
            top, bottom = cell.top_mm + 1.0, cell.top_mm + cell.height_mm - 1.0
            marks.append((cell.x_mm, top, cell.x_mm, top + COLUMN_TICK_MM))
            marks.append((cell.x_mm, bottom - COLUMN_TICK_MM, cell.x_mm, bottom))
    return Lines(np.array(marks, dtype=float).reshape(-1, 4), Ink.TICK, 0.25)


def time_ticks(cell: Cell, scale: TimeScale, height_mm: float) -> tuple[Lines, list[Text]]:
    """Return labelled lines at round times from the cell's top down ``height_mm``."""
    step = next(
        (s for s in TICK_STEPS_S if s * scale.speed_mm_per_s >= TICK_SPACING_MM), TICK_STEPS_S[-1]
    )
    stop_s = cell.start_s + cell.width_mm / scale.speed_mm_per_s
    times = np.arange(math.ceil(cell.start_s / step), math.floor(stop_s / step) + 1) * step
    x = scale.mm_of(0) + times * scale.speed_mm_per_s
    ends = np.stack([x, np.full_like(x, cell.top_mm), x, np.full_like(x, cell.top_mm + height_mm)])
    texts = [
        Text(at + 0.6, cell.top_mm + height_mm - 0.6, clock(time), Ink.QUIET, 2.0, halo=True)
        for at, time in zip(x.tolist(), times.tolist(), strict=True)
        if at + 11 < cell.x_mm + cell.width_mm
    ]
    return Lines(ends.T.copy(), Ink.GRID), texts


def stamp_mm() -> float:
    """Return the width of the framed word."""
    return max(_STAMP_MM, len(tr("SYNTHETIC")) * _STAMP_LETTER_MM)


def stamp(sheet: Sheet, right_mm: float) -> tuple[Text, Lines]:
    """Return the framed word that says that nobody's heart made this record."""
    left, top, bottom = right_mm - stamp_mm(), 2.0, 6.8
    middle = (left + right_mm) / 2
    text = Text(middle, 5.5, tr("SYNTHETIC"), Ink.STAMP, 3.0, bold=True, align="centre")
    frame = [
        (left, top, right_mm, top), (left, bottom, right_mm, bottom),
        (left, top, left, bottom), (right_mm, top, right_mm, bottom),
    ]  # fmt: skip
    return text, Lines(np.array(frame), Ink.STAMP, max(0.2, 1 / sheet.px_per_mm))


def off_scale_texts(segments: Segments, sheet: Sheet) -> list[Text]:
    """Return ▲ or ▼ where a trace leaves the sheet, once a side."""
    texts: list[Text] = []
    if segments.size == 0:
        return texts
    tops, bottoms = segments[:, [1, 3]].min(axis=1), segments[:, [1, 3]].max(axis=1)
    if tops.min() < 0:
        x = float(segments[tops.argmin(), 0])
        texts.append(Text(x, 3.0, tr("▲ off scale"), Ink.MARK, 2.2))
    if bottoms.max() > sheet.height_mm:
        x, y = float(segments[bottoms.argmax(), 0]), sheet.height_mm - 1.0
        texts.append(Text(x, y, tr("▼ off scale"), Ink.MARK, 2.2))
    return texts


def rail(levels: Samples, cell: Cell, sheet: Sheet, below_top_mm: float = 0.0) -> Lines:
    """Return the ticks above a row where the heat reaches its threshold, 0.75 mm apart.

    levels: (n,), one a device pixel of the cell. below_top_mm: room for what stands above.
    """
    px = sheet.px_per_mm
    ticks = [np.arange(begin / px, end / px, RAIL_STEP_MM) for begin, end in runs(levels > 0)]
    x = cell.x_mm + np.concatenate(ticks)
    top = np.full_like(x, cell.top_mm + below_top_mm)
    return Lines(np.stack([x, top, x, top + RAIL_MM], axis=1), Ink.RAIL)
