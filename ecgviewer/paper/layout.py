"""Record, view, samples and heat -> the scene of one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.erased import Erased
from ecgviewer.core.scan import Scan
from ecgviewer.core.text import later, tr
from ecgviewer.paper.amplitude import UNKNOWN, LeadLevel
from ecgviewer.paper.bookmark_flags import mark_bookmarks
from ecgviewer.paper.cells import Cell, Plan, page_s, place, plan
from ecgviewer.paper.correction_marks import mark_corrections, mark_selected
from ecgviewer.paper.erased_layer import erased_words, erasures
from ecgviewer.paper.furniture import (
    SMALL_TEXT_MM,
    clock,
    column_ticks,
    footer_text,
    header_text,
    label_texts,
    needs_time_ticks,
    off_scale_texts,
    pulse,
    rail,
    stamp,
    stamp_mm,
    time_ticks,
)
from ecgviewer.paper.geometry import FOOTER_MM, HEADER_MM, Sheet, TimeScale
from ecgviewer.paper.heat_layer import HeatLayer, place_heat, segment_steps
from ecgviewer.paper.marks import BEATS_MM, Marked, MarkIndex, mark_beats, mark_rhythms, mark_waves
from ecgviewer.paper.measured_layer import MeasuredMarks, mark_measured, name_measured
from ecgviewer.paper.region_layer import RegionMarks, mark_regions
from ecgviewer.paper.scan_marks import mark_chosen, mark_scan, scanned_cells
from ecgviewer.paper.scene import (
    Box,
    Erasure,
    GridLines,
    Hatch,
    HeatStrip,
    Lines,
    Scene,
    Text,
    Trace,
)
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.traces import Drawn, draw
from ecgviewer.paper.view import Theme, View
from ecgviewer.signal.lead_quality import LeadQuality
from ecgviewer.signal.scan_corrections import CorrectedScan

HATCH_LEAST_MM = 0.5
# In the place of a trace whose samples are not at hand.
READING, UNREADABLE = later("reading…"), later("cannot be read")
HATCH_HALF_MM = 5.0
READING_MM = 12.0
NO_SIGNAL_TEXT_MM = 19.0
# Where the header's words stand, and how much more room a rhythm's name above a row takes.
HEADER_TEXT_MM, TIGHT_HEADER_TEXT_MM, RHYTHM_MM = 5.2, 3.9, 1.5
# Of the footer: a letter with its share of the gap to the caption, and a line.
LETTER_MM, FOOTER_LINE_MM = 1.33, 3.4


@dataclass(slots=True)
class _Draft:
    """A scene while it is being put together."""

    heat_strips: list[HeatStrip] = field(default_factory=list)
    hatches: list[Hatch] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    erasures: list[Erasure] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def add(self, marked: Marked) -> None:
        self.texts += marked.texts
        self.lines += marked.lines
        self.boxes += marked.boxes


@dataclass(frozen=True, eq=False, slots=True)
class Page:
    """What a page is composed of besides its samples.

    levels: each lead's baseline and scale by its index in the record. lit: the index of
    the lead that stands out while the others are dimmed, None where all look alike.
    erased: what the model is asked without. scan: a model's answer for each beat; scan_beat:
    the sample of the chosen one. filter_words: what the footer says of the filter;
    filtered: whether the samples are. qualities: of leads on this page, by their index.
    measured: the beats that a measured value rests on. bookmarks: of the record, in order.
    regions: what the reader marked. corrected: what the reader made of the scan, None without
    a word; scan_beats: those that are chosen together.
    """

    view: View
    sheet: Sheet
    levels: Mapping[int, LeadLevel]
    heat: HeatLayer | None = None
    marks: MarkIndex | None = None
    lit: int | None = None
    erased: tuple[Erased, ...] = ()
    scan: Scan | None = None
    scan_beat: int | None = None
    filter_words: str = ""
    filtered: bool = False
    qualities: Mapping[int, LeadQuality] = field(default_factory=dict)
    measured: MeasuredMarks | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    regions: RegionMarks = field(default_factory=RegionMarks)
    corrected: CorrectedScan | None = None
    scan_beats: tuple[int, ...] = ()


def compose(page: Page, supply: Supply) -> Scene:
    """Return the scene of one page; leads whose samples are not at hand say why."""
    table = plan(supply.record.leads, page.view)
    cells = place(table, page.sheet, page.view)
    draft = _Draft()
    if page.regions.regions:
        placed = placed_cells(page, supply.record.rate_hz, cells)
        names = supply.record.lead_names
        draft.add(mark_regions(page.regions, placed, names, row_tops_mm(page, cells)))
    for cell in cells:
        _add_cell(draft, page, supply, cell)
    if page.heat is not None:
        _add_heat(draft, page, supply, cells)
    if page.marks is not None:
        _add_marks(draft, page, supply, cells)
    if page.scan is not None:
        _add_scan(draft, page.scan, page, supply, cells)
    if page.measured is not None:
        _add_measured(draft, page.measured, page, supply, cells)
    if page.bookmarks:
        _add_bookmarks(draft, page, supply, cells)
    if needs_time_ticks(page.view, page.sheet):
        _add_time_ticks(draft, page, supply, cells)
    draft.lines.append(column_ticks(cells))
    _add_margins(draft, page, supply, table, cells)
    first = cells[0] if cells else None
    grid = GridLines(
        page.view.grid,
        first.x_mm if first else 0.0,
        first.baseline_mm if first else 0.0,
        vertical=not needs_time_ticks(page.view, page.sheet),
    )
    opacity = page.heat.overlay.opacity if page.heat else 0.0
    return Scene(
        page.sheet, page.view.theme, grid,
        tuple(draft.heat_strips), tuple(draft.hatches), tuple(draft.boxes), tuple(draft.lines),
        tuple(draft.traces), tuple(draft.erasures), tuple(draft.texts), opacity, page.filtered,
        page.view.trace_mm,
    )  # fmt: skip


def time_scale(cell: Cell, page: Page, rate_hz: float) -> TimeScale:
    """Return the cell's time axis."""
    speed, px_per_mm = page.view.speed_mm_per_s, page.sheet.px_per_mm
    return TimeScale(cell.x_mm, cell.start_s, speed, rate_hz, px_per_mm)


def placed_cells(
    page: Page, rate_hz: float, cells: Sequence[Cell]
) -> tuple[tuple[Cell, TimeScale], ...]:
    """Return a page's cells with their time axes."""
    return tuple((cell, time_scale(cell, page, rate_hz)) for cell in cells)


def row_tops_mm(page: Page, cells: Sequence[Cell]) -> dict[int, float]:
    """Return how far down from its top a row is taken by a file's beats."""
    has_beats = page.marks is not None and page.marks.beats.size > 0
    return {_beat_row(cells): BEATS_MM} if has_beats else {}


def width_px(cell: Cell, sheet: Sheet) -> int:
    """Return the cell's width in whole device pixels."""
    return round((cell.x_mm + cell.width_mm) * sheet.px_per_mm) - round(cell.x_mm * sheet.px_per_mm)


def _add_cell(draft: _Draft, page: Page, supply: Supply, cell: Cell) -> None:
    index = cell.slot.lead_index
    if index is None:
        draft.texts += label_texts(cell, None, None)
        return
    lead = supply.record.leads[index]
    level = page.levels.get(index, UNKNOWN)
    amplitude = level.scale(page.view.gain_mm_per_mv, inverted=cell.slot.inverted)
    dimmed = page.lit not in (None, index)
    quality = page.qualities.get(index)
    draft.texts += label_texts(
        cell, lead, amplitude, dimmed=dimmed, filtered=page.filtered, quality=quality
    )
    if cell.column == 0 and level.per_10_mm is None:
        draft.lines.append(Lines(pulse(cell, amplitude), Ink.TRACE, page.view.trace_mm))
    scale = time_scale(cell, page, supply.record.rate_hz)
    stretch = supply.stretch(index, scale, width_px(cell, page.sheet))
    if stretch is None:
        x = cell.x_mm + cell.width_mm / 2
        told = tr(UNREADABLE if supply.unreadable else READING)
        draft.texts.append(Text(x, cell.baseline_mm, told, Ink.QUIET, align="centre"))
        return
    unread = supply.unread_from(scale)
    if unread is not None:
        _add_unread(draft, cell, scale.mm_of(unread))
    drawn = draw(stretch, cell, scale, amplitude, page.view.trace_mm)
    steps = None
    if page.heat is not None and page.view.theme is Theme.DARK and not dimmed:
        row = page.heat.row(cell.slot.label)
        if row is not None:
            per_segment = max(1 / scale.px_per_sample, 1)
            steps = segment_steps(row, page.heat.heat.start, drawn.samples, per_segment)
    right = cell.x_mm + cell.width_mm
    draft.traces.append(
        Trace(
            lead.name, drawn.segments, cell.x_mm, right, scale.start_px, drawn.bars, steps, dimmed
        )
    )
    draft.erasures += erasures(page.erased, cell, scale, amplitude, supply)
    draft.texts += off_scale_texts(drawn.segments, page.sheet)
    _add_gaps(draft, drawn, cell, scale)


def _add_unread(draft: _Draft, cell: Cell, from_mm: float) -> None:
    """Say of the rest of a cell that its samples are on their way."""
    right = cell.x_mm + cell.width_mm
    if right - max(from_mm, cell.x_mm) >= READING_MM:
        x = (max(from_mm, cell.x_mm) + right) / 2
        draft.texts.append(Text(x, cell.baseline_mm, tr(READING), Ink.QUIET, align="centre"))


def _add_gaps(draft: _Draft, drawn: Drawn, cell: Cell, scale: TimeScale) -> None:
    for start, stop in drawn.gaps:
        left = max(scale.mm_of(start), cell.x_mm)
        right = min(scale.mm_of(stop), cell.x_mm + cell.width_mm)
        if right - left < HATCH_LEAST_MM:
            continue
        half = min(HATCH_HALF_MM, cell.height_mm / 3)
        draft.hatches.append(Hatch(left, cell.baseline_mm - half, right - left, 2 * half))
        if right - left >= NO_SIGNAL_TEXT_MM:
            # A gap that reaches over the cell's edge is longer than what is seen of it.
            inside = left > cell.x_mm and right < cell.x_mm + cell.width_mm
            gap_s = f"{(stop - start) / scale.rate_hz:.1f}"
            words = tr("no signal {seconds} s", seconds=gap_s) if inside else tr("no signal")
            x, y = (left + right) / 2, cell.baseline_mm + 0.9
            draft.texts.append(Text(x, y, words, Ink.QUIET, 2.4, align="centre", halo=True))


def _add_heat(draft: _Draft, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    assert page.heat is not None
    beat_row = _beat_row(cells)
    last_row = max((cell.row for cell in cells if not cell.is_strip), default=-1)
    for cell in cells:
        # One row of heat is one band over all leads of a column; strips have their own.
        in_band = not page.heat.per_lead and not cell.is_strip
        if in_band and cell.row > 0:
            continue
        scale = time_scale(cell, page, supply.record.rate_hz)
        painted = place_heat(page.heat, cell, scale, width_px(cell, page.sheet))
        if painted is None:
            continue
        height = cell.height_mm * (last_row + 1 if in_band else 1)
        if page.view.theme is not Theme.DARK:
            draft.heat_strips.append(HeatStrip(cell.x_mm, cell.top_mm, height, painted))
        has_beats = page.marks is not None and page.marks.beats.size > 0
        beats_above = has_beats and cell.row == beat_row
        draft.lines.append(rail(painted, cell, page.sheet, BEATS_MM if beats_above else 0.0))


def _add_marks(draft: _Draft, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    assert page.marks is not None
    beat_row = _beat_row(cells)
    for cell in cells:
        scale = time_scale(cell, page, supply.record.rate_hz)
        draft.add(mark_waves(page.marks, cell, scale))
        if cell.row == beat_row:
            draft.add(mark_beats(page.marks, cell, scale))
            draft.add(mark_rhythms(page.marks, cell, scale))


def _add_scan(draft: _Draft, scan: Scan, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    foot_mm = page.sheet.height_mm - FOOTER_MM
    for cell in scanned_cells(cells, scan, supply.record.lead_names, _beat_row(cells)):
        bottom = cell.top_mm + cell.height_mm
        room = 0.0 if any(other.row > cell.row for other in cells) else max(foot_mm - bottom, 0.0)
        scale = time_scale(cell, page, supply.record.rate_hz)
        draft.boxes += mark_selected(page.scan_beats, cell, scale, room)
        if page.corrected is None:
            draft.add(mark_scan(scan, cell, scale, room))
        else:
            draft.add(mark_scan(page.corrected.scan, cell, scale, room))
            draft.add(mark_corrections(page.corrected, cell, scale, room))
        if page.scan_beat is not None:
            draft.lines.append(mark_chosen(page.scan_beat, cell, scale, room))


def _add_measured(
    draft: _Draft, marks: MeasuredMarks, page: Page, supply: Supply, cells: Sequence[Cell]
) -> None:
    for cell in cells:
        draft.lines += mark_measured(marks, cell, time_scale(cell, page, supply.record.rate_hz))
    draft.texts += name_measured(marks, cells)


def _add_bookmarks(draft: _Draft, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    first = [cell for cell in cells if cell.row == 0]
    row = [(cell, time_scale(cell, page, supply.record.rate_hz)) for cell in first]
    draft.add(mark_bookmarks(page.bookmarks, row))


def _beat_row(cells: Sequence[Cell]) -> int:
    """Return the row that beats are written above: the first rhythm strip, else the first."""
    return next((cell.row for cell in cells if cell.is_strip), 0)


def _add_time_ticks(draft: _Draft, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    rows = [cell.row for cell in cells if not cell.is_strip]
    for cell in cells:
        if not cell.is_strip and cell.row > 0:
            continue
        height = cell.height_mm * (1 if cell.is_strip else max(rows) + 1)
        lines, texts = time_ticks(cell, time_scale(cell, page, supply.record.rate_hz), height)
        draft.lines.append(lines)
        # Strips share one time: it is told once, below the last.
        if not cell.is_strip or cell is cells[-1]:
            draft.texts += texts


def _add_margins(
    draft: _Draft, page: Page, supply: Supply, table: Plan, cells: Sequence[Cell]
) -> None:
    view, sheet, record = page.view, page.sheet, supply.record
    seconds = page_s(table, sheet, view)
    left = min((cell.x_mm for cell in cells), default=8.0)
    right = max((cell.x_mm + cell.width_mm for cell in cells), default=sheet.width_mm - 1)
    header = header_text(record, view.start_s, view.start_s + seconds)
    foot_mm = sheet.height_mm - 2.4
    # Where the first row leaves no room, rhythms are named close below.
    tight = bool(cells) and cells[0].top_mm < HEADER_MM + RHYTHM_MM
    header_mm = TIGHT_HEADER_TEXT_MM if tight else HEADER_TEXT_MM
    draft.texts.append(Text(left, header_mm, header, size_mm=2.8))
    footer = footer_text(record, view, sheet, page.filter_words)
    draft.texts.append(Text(left, foot_mm, footer, Ink.TEXT if page.filtered else Ink.QUIET))
    if page.heat is not None:
        shown = (round(at_s * record.rate_hz) for at_s in (view.start_s, view.start_s + seconds))
        start, stop = (min(max(sample, 0), record.n_samples) for sample in shown)
        caption = page.heat.caption(record.rate_hz, start, stop)
        # Too long for one line with the footer, it stands above it.
        letter_mm = LETTER_MM * sheet.text_mm(SMALL_TEXT_MM) / SMALL_TEXT_MM
        crowded = (len(footer) + len(caption)) * letter_mm > right - left
        caption_mm = foot_mm - FOOTER_LINE_MM if crowded else foot_mm
        draft.texts.append(Text(right, caption_mm, caption, Ink.QUIET, align="right", halo=crowded))
    if page.erased:
        words = erased_words(page.erased, record.lead_names, record.rate_hz)
        free = right - (stamp_mm() + 3.0 if record.synthetic else 0.0)
        draft.texts.append(Text(free, header_mm, words, Ink.MARK, 2.8, bold=True, align="right"))
    if record.synthetic:
        text, frame = stamp(sheet, right)
        draft.texts.append(text)
        draft.lines.append(frame)
    if view.start_s + seconds > record.duration_s > view.start_s:
        _add_end(draft, page, supply, cells)


def _add_end(draft: _Draft, page: Page, supply: Supply, cells: Sequence[Cell]) -> None:
    """Say where the record ends, once, in the row that it ends in."""
    for cell in reversed(cells):
        x = time_scale(cell, page, supply.record.rate_hz).mm_of(supply.record.n_samples)
        if cell.x_mm < x < cell.x_mm + cell.width_mm - 12:
            words = tr("end {time}", time=clock(supply.record.duration_s, 1))
            text = Text(x + 1.5, cell.baseline_mm + 0.8, words, Ink.QUIET, 2.2)
            draft.texts.append(text)
            return
