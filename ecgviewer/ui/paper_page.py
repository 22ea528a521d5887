"""The open record as the paper knows it: its samples, levels, marks and heat."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.erased import Erased
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.scan import Scan
from ecgviewer.core.text import tr
from ecgviewer.paper.amplitude import LeadLevel, level_of
from ecgviewer.paper.cells import Cell, Plan, page_s, place, plan
from ecgviewer.paper.filtered import FilteredPart, FilteredSamples
from ecgviewer.paper.geometry import (
    SMALLEST_MAGNIFICATION,
    SMALLEST_OF_TWO,
    ScreenScale,
    Sheet,
    lay_sheet,
    page_width_mm,
)
from ecgviewer.paper.heat_layer import HeatLayer, heat_layer
from ecgviewer.paper.layout import Page, compose, time_scale
from ecgviewer.paper.marks import MarkIndex, marks_of
from ecgviewer.paper.measured_layer import MeasuredMarks
from ecgviewer.paper.quality_marks import read_aloud
from ecgviewer.paper.region_layer import RegionMarks
from ecgviewer.paper.scene import GridLines, Scene
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.derived_leads import derivations, with_derived, with_derived_samples
from ecgviewer.signal.display_filter import OFF, DisplayFilter, fitting
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.lead_quality import LeadQuality
from ecgviewer.signal.leads import find_lead
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.signal.scan_corrections import CorrectedScan
from ecgviewer.signal.tiles import TileCache
from ecgviewer.ui.paint import paint_above, paint_below, paint_paper
from ecgviewer.ui.trace_layer import TraceLayers

# Without extremes yet, a page of more values than this is not asked for: the whole
# of a long record would be read to draw one picture.
MAX_WISHED_VALUES = 4_000_000
# So many bins, spread over the record, give a lead's baseline well enough.
MAX_LEVEL_BINS = 4096
# Filtered samples are asked for so many pages before they come into sight.
_EARLY = 0.25
# Pixels and seconds may differ by so many samples about where a page ends.
_ROUNDED = 2


@dataclass(frozen=True, slots=True)
class Beside:
    """What a paper knows of another that shares its room.

    place: where it stands itself, "Above". rows_mm: the height that the other's rows need;
    both are drawn at the scale that the higher page allows.
    """

    place: str
    rows_mm: float


class OpenPage:
    """One record on paper; holds what is in memory of it and composes its scenes.

    record: what was recorded and below it the limb leads that follow, shown on request.
    """

    def __init__(self, record: Record) -> None:
        self._derived = derivations(record.leads)
        record = self.record = with_derived(record)
        self.view = View()
        self.tiles = TileCache(len(record.leads), record.n_samples)
        self.pyramid: Pyramid | None = None
        self.marks: MarkIndex = marks_of(record)
        self.marks_visible = True
        self.heat: HeatLayer | None = None
        self.erased: tuple[Erased, ...] = ()
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.regions = RegionMarks()
        self.scan: Scan | None = None
        self.scan_beat: int | None = None
        self.corrected: CorrectedScan | None = None
        self.scan_beats: tuple[int, ...] = ()
        self.measured: MeasuredMarks | None = None
        self.judged: Judged | None = None
        # Whether the samples that were last asked for could not be read.
        self.unreadable = False
        self._levels: dict[int, LeadLevel] = {}
        self._filtered = FilteredSamples(record)
        self._has_samples = False
        self._lit: int | None = None
        self._changes = 0

    @property
    def table(self) -> Plan:
        """Which leads stand where."""
        return plan(self.record.leads, self.view)

    def page_s(self, sheet: Sheet) -> float:
        """Seconds on the page."""
        return page_s(self.table, sheet, self.view)

    def page_mm(self, sheet: Sheet) -> float:
        """Width of the traces."""
        return page_width_mm(sheet, self.table.n_columns)

    def span(self, sheet: Sheet) -> tuple[int, int]:
        """Samples on the page, start and stop, inside the record."""
        rate = self.record.rate_hz
        start = min(max(round(self.view.start_s * rate), 0), self.record.n_samples)
        stop = round((self.view.start_s + self.page_s(sheet)) * rate)
        return start, min(max(stop, start), self.record.n_samples)

    def missing_span(self, sheet: Sheet) -> tuple[int, int] | None:
        """Samples that the page lacks, a little more on either side; None if none."""
        start, stop = self.span(sheet)
        if self.wanted_filter(sheet).on:
            # Early, so that a page that scrolls never shows its unfiltered self.
            return _lacking(self._filtered.tiles, start, stop, early=_EARLY)
        supply = Supply(self.record, self.tiles, self.pyramid)
        per_px = self.record.rate_hz / (self.view.speed_mm_per_s * sheet.px_per_mm)
        if not supply.needs_raw(per_px):
            return None
        if self.pyramid is None and (stop - start) * len(self.record.leads) > MAX_WISHED_VALUES:
            return None
        return _lacking(self.tiles, start, stop)

    @property
    def chosen_filter(self) -> DisplayFilter:
        """The parts of the wished filter that the record's rate can hold."""
        return fitting(self.view.display_filter, self.record.rate_hz)

    def wanted_filter(self, sheet: Sheet) -> DisplayFilter:
        """What this page is to be looked at through; OFF where it is too long for that."""
        self._filtered.choose(self.chosen_filter)
        short = self.page_s(sheet) <= self._filtered.longest_page_s
        # A record's first page comes as it is: it waits for no filter.
        return self.chosen_filter if short and self._has_samples else OFF

    def is_filtered(self, sheet: Sheet) -> bool:
        """Whether all of the page is drawn from filtered samples: all or nothing."""
        if not self.wanted_filter(sheet).on:
            return False
        start, stop = self.span(sheet)
        return self._filtered.tiles.missing(start - _ROUNDED, stop + _ROUNDED) is None

    def put_samples(
        self, start: int, samples: Samples, filtered: FilteredPart | None = None
    ) -> None:
        """Keep samples; the first of each lead fix its baseline and scale for good."""
        samples = with_derived_samples(samples, self._derived)
        self.tiles.put(start, samples)
        self._has_samples = True
        self._settle(samples)
        if filtered is not None:
            # Filters are linear: leads may be derived before or after.
            seen = with_derived_samples(filtered.samples, self._derived)
            self._filtered.put(start, replace(filtered, samples=seen))
        self._changes += 1

    def put_pyramid(self, pyramid: Pyramid) -> None:
        """Keep the extremes; they give a level to leads that had no signal so far."""
        self.pyramid = pyramid
        self._changes += 1
        # Only the finest bins are short enough for their middles to tell the baseline:
        # a coarse one holds a whole beat, whose middle lies far from it.
        step = max(1, pyramid.lows[0].shape[1] // MAX_LEVEL_BINS)
        self._settle((pyramid.lows[0][:, ::step] + pyramid.highs[0][:, ::step]) * np.float32(0.5))

    def share_levels(self, other: "OpenPage") -> None:
        """Keep baselines and scales together with another page of the same record."""
        self._levels = other._levels

    def set_heat(self, heat: Heat | None, overlay: Overlay) -> None:
        """Prepare a heat for painting."""
        self.heat = heat_layer(heat, overlay)
        self._changes += 1

    def set_lit_lead(self, lead: str | None) -> None:
        """Let one lead stand out; None, or a lead that was not recorded, none."""
        self._lit = None if lead is None else find_lead(lead, self.record.lead_names)
        self._changes += 1

    @property
    def lead_words(self) -> str:
        """The leads on the page, as they are read aloud."""
        table = self.table
        slots = [slot for row in (*table.grid, table.strips) for slot in row]
        return ", ".join(dict.fromkeys(slot.label for slot in slots))

    def shows_lead(self, lead: str) -> bool:
        """Whether a lead is on the page."""
        index = find_lead(lead, self.record.lead_names)
        return index is not None and index in self._shown

    @property
    def _shown(self) -> set[int | None]:
        table = self.table
        return {slot.lead_index for row in (*table.grid, table.strips) for slot in row}

    def supply(self, sheet: Sheet) -> Supply:
        """The samples at hand that the page is drawn from."""
        if self.is_filtered(sheet):
            return Supply(self.record, self._filtered.tiles)
        return Supply(self.record, self.tiles, self.pyramid, self.unreadable)

    def cells(self, sheet: Sheet) -> tuple[Cell, ...]:
        """The page's cells."""
        return place(self.table, sheet, self.view)

    @property
    def content(self) -> Hashable:
        """What the traces depend on beside the time that the page starts at."""
        return self, self._changes, replace(self.view, start_s=0.0)

    def page(self, sheet: Sheet) -> Page:
        """All that a scene is composed of besides the samples."""
        marks = self.marks if self.marks_visible else None
        # Where the lead that shall stand out is not on the page, nothing is dimmed for it.
        lit = self._lit if self._lit in self._shown else None
        drawn = self.is_filtered(sheet)
        levels = self._filtered.levels(self._levels) if drawn else self._levels
        words = self._filtered.words(self.chosen_filter, self.page_s(sheet), drawn=drawn)
        scanned = self.scan, self.scan_beat
        return Page(
            self.view, sheet, levels, self.heat, marks, lit, self.erased, *scanned, words, drawn,
            self.qualities(sheet), self.measured, self.bookmarks, self.regions,
            self.corrected, self.scan_beats,
        )  # fmt: skip

    def qualities(self, sheet: Sheet) -> dict[int, LeadQuality]:
        """Return the signal quality of leads on this page by their index, as far as known."""
        if self.judged is None:
            return {}
        return self.judged.worst(*self.span(sheet))

    def quality_words(self, sheet: Sheet) -> str:
        """Return which leads of this page cannot be read well, and why."""
        found = self.qualities(sheet).values()
        return "; ".join(read_aloud(quality) for quality in found if quality.grade != "good")

    def scene(self, sheet: Sheet) -> Scene:
        """Compose the page."""
        return compose(self.page(sheet), self.supply(sheet))

    def reading_at(self, sheet: Sheet, x_mm: float, y_mm: float) -> str:
        """Return time, lead and amplitude under a point, "" beside the traces."""
        cell = self.cell_at(sheet, x_mm, y_mm)
        if cell is None or cell.slot.lead_index is None:
            return ""
        scale = time_scale(cell, self.page(sheet), self.record.rate_hz)
        sample = round(scale.sample_at(x_mm))
        values = self.supply(sheet).tiles.read(sample, sample + 1)
        time_s = sample / self.record.rate_hz
        if not 0 <= sample < self.record.n_samples:
            return ""
        told = f"{time_s:.3f} s  ·  {cell.slot.label}"
        if values is None:
            return told
        value, lead = (
            float(values[cell.slot.lead_index, 0]),
            self.record.leads[cell.slot.lead_index],
        )
        if value != value:
            return f"{told}  ·  {tr('no signal')}"
        unit = lead.unit if lead.calibrated else tr("(uncalibrated)")
        return f"{told}  ·  {value:.2f} {unit}"

    def sample_at(self, sheet: Sheet, x_mm: float, y_mm: float) -> int | None:
        """Return the sample of the record under a point, None beside the traces."""
        cell = self.cell_at(sheet, x_mm, y_mm)
        if cell is None:
            return None
        sample = round(time_scale(cell, self.page(sheet), self.record.rate_hz).sample_at(x_mm))
        return sample if 0 <= sample < self.record.n_samples else None

    def cell_at(self, sheet: Sheet, x_mm: float, y_mm: float) -> Cell | None:
        """Return the cell under a point."""
        for cell in self.cells(sheet):
            across, down = x_mm - cell.x_mm, y_mm - cell.top_mm
            if 0 <= across < cell.width_mm and 0 <= down < cell.height_mm:
                return cell
        return None

    def _settle(self, samples: Samples) -> None:
        for index, lead in enumerate(self.record.leads):
            # Extremes of derived leads come on request alone.
            if index not in self._levels and index < len(samples):
                level = level_of(lead, samples[index])
                if level is not None:
                    self._levels[index] = level


class PageImages:
    """Draws pages; keeps what scrolling does not change: the paper, and traces in sight."""

    def __init__(self) -> None:
        self._paper: QImage | None = None
        self._paper_key: tuple[object, ...] = ()
        self._traces = TraceLayers()

    def draw(self, scene: Scene, size: QSize, content: Hashable = None) -> QImage:
        """Return the page as an image of ``size`` device pixels.

        content: what the traces depend on beside the time that the page starts at.
        """
        image = self.paper(scene, size).copy()
        with QPainter(image) as painter:
            paint_below(painter, scene)
            look = (scene.sheet, scene.heat_opacity, scene.filtered)
            self._traces.paint(painter, scene, size, (*look, content))
            paint_above(painter, scene)
        return image

    def paper(self, scene: Scene, size: QSize) -> QImage:
        """Return paper and grid alone."""
        key = (size.width(), size.height(), scene.sheet, scene.theme, scene.grid)
        if self._paper is None or key != self._paper_key:
            self._paper = QImage(size, QImage.Format.Format_RGB32)
            with QPainter(self._paper) as painter:
                paint_paper(painter, scene)
            self._paper_key = key
        return self._paper


def _lacking(tiles: TileCache, start: int, stop: int, early: float = 0.0) -> tuple[int, int] | None:
    """Return what is missing of a page and half a page around it.

    None where nothing is missing of the page and of ``early`` pages around it.
    """
    margin, ahead = (stop - start) // 2, round(early * (stop - start))
    if tiles.missing(start - ahead, stop + ahead) is None:
        return None
    return tiles.missing(start - margin, stop + margin)


def empty_scene(view: View, sheet: Sheet) -> Scene:
    """Return paper without a record."""
    return Scene(sheet, view.theme, GridLines(view.grid, 0.0, 0.0))


def sheet_for(
    page: OpenPage | None,
    size: QSize,
    device_ratio: float,
    screen: ScreenScale | None,
    fit: bool | None,
    beside: Beside | None = None,
) -> Sheet:
    """Return the sheet of a widget or picture of ``size`` logical pixels."""
    own_mm = page.table.least_height_mm if page else 0.0
    return lay_sheet(
        max(size.width(), 1),
        max(size.height(), 1),
        device_ratio=device_ratio,
        rows_mm=max(own_mm, beside.rows_mm) if beside else own_mm,
        true_px_per_mm=screen.px_per_mm if screen else None,
        by_ruler=screen is not None and screen.by_ruler,
        fit=fit,
        smallest=SMALLEST_OF_TWO if beside else SMALLEST_MAGNIFICATION,
    )
