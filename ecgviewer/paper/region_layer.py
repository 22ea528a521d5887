"""Regions that a reader marked, on the paper: a tinted band with edges, its label at the top."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, zip_longest

import numpy as np

from ecgviewer.core.class_names import short_name
from ecgviewer.core.review import Region
from ecgviewer.core.text import tr
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.furniture import LABEL_MM, label_foot_mm
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.paper.marks import Marked
from ecgviewer.paper.scene import Box, Lines, Text
from ecgviewer.paper.theme import Ink

# The id of what is drawn but not kept yet.
DRAWN = "drawn"
Placed = Sequence[tuple[Cell, TimeScale]]

WASH, CHOSEN_WASH = 0.11, 0.2
EDGE_MM, CHOSEN_EDGE_MM = 0.15, 0.4
# The bar along the upper edge, which stays to be seen where the band is narrow.
BAR_MM, CHOSEN_BAR_MM, NARROWEST_MM = 0.5, 0.9, 0.3
# Of the second reader and those behind, below the bar.
STRIPE_MM, STRIPE_STEP_MM = 0.35, 0.85
_N_SIGNS = 26
# Less of a region than this beyond a seam between columns comes from rounding.
SEAM_MM = 0.2
# By these the edges of the chosen one are taken hold of.
HANDLE_MM = (1.0, 3.0)
TEXT_MM, LETTER_MM = 2.5, 1.55
# From the band's top to the words' foot, and between words one below the other.
DROP_MM, LINE_MM, MOST_LINES = 3.2, 2.9, 3
# Between the foot of a lead's name and the words below it.
CLEAR_MM = 0.4
LEAST_LETTERS, MOST_LETTERS = 3, 36


@dataclass(frozen=True, slots=True)
class RegionMarks:
    """The regions of a record in order, and the id of the chosen one, "" for none.

    readers: the place of each region's reader among several, from 0; () where all are of one.
    """

    regions: tuple[Region, ...] = ()
    chosen: str = ""
    readers: tuple[int, ...] = ()

    def without(self, region_id: str) -> "RegionMarks":
        """Return the others."""
        kept = [one.region_id != region_id for one in self.regions]
        regions = tuple(compress(self.regions, kept))
        return replace(self, regions=regions, readers=tuple(compress(self.readers, kept)))

    def of(self, region_id: str) -> Region | None:
        """Return the region of an id."""
        return next((one for one in self.regions if one.region_id == region_id), None)


@dataclass(slots=True)
class Band:
    """A piece of a region: rows one below the other that show the same stretch of it.

    edges_mm: where its start and stop stand, None where they lie outside. reader: the place
    of who marked it among several.
    """

    region: Region
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    edges_mm: tuple[float | None, float | None]
    row: int
    cell_x_mm: float
    reader: int | None = None

    def holds(self, x_mm: float, y_mm: float) -> bool:
        """Whether a place lies within."""
        across, down = x_mm - self.x_mm, y_mm - self.y_mm
        return 0 <= across <= self.width_mm and 0 <= down <= self.height_mm


@dataclass(frozen=True, slots=True)
class _Label:
    """A region's words and how wide they are."""

    region: Region
    text: Text
    width_mm: float

    def holds(self, x_mm: float, y_mm: float) -> bool:
        across, up = x_mm - self.text.x_mm, self.text.y_mm - y_mm
        return 0 <= across <= self.width_mm and -0.6 <= up <= TEXT_MM


@dataclass(slots=True)
class _Lines:
    """Where words stand already: their left and right ends, and their feet."""

    taken_mm: list[tuple[float, float, float]] = field(default_factory=list)

    def free_mm(self, x_mm: float, end_mm: float, first_mm: float) -> float | None:
        """Take the highest free place from ``first_mm`` down; None where all are taken."""
        feet = [foot for left, right, foot in self.taken_mm if left < end_mm and x_mm < right]
        below = (foot + LINE_MM for foot in feet)
        lowest_mm = first_mm + MOST_LINES * LINE_MM
        for foot_mm in sorted([first_mm, *(foot for foot in below if foot > first_mm)]):
            if foot_mm >= lowest_mm:
                return None
            if all(abs(foot - foot_mm) >= TEXT_MM for foot in feet):
                self.taken_mm.append((x_mm, end_mm, foot_mm))
                return foot_mm
        return None


def mark_regions(
    marks: RegionMarks,
    placed: Placed,
    lead_names: Sequence[str],
    drops_mm: Mapping[int, float] | None = None,
) -> Marked:
    """Return the bands of the regions in view.

    placed: the page's cells with their time axes, row by row. drops_mm: by row, what stands
    at its top already, so that the words begin below.
    """
    bands = _bands_by_reader(marks, placed, lead_names)
    boxes: list[Box] = []
    lines: list[Lines] = []
    for band in bands:
        chosen = band.region.region_id == marks.chosen != ""
        boxes += _boxes(band, chosen=chosen)
        lines.append(_edges(band, CHOSEN_EDGE_MM if chosen else EDGE_MM))
    texts = tuple(label.text for label in _labels(bands, placed, drops_mm or {}))
    return Marked(texts, tuple(lines), tuple(boxes))


def reader_sign(place: int) -> str:
    """Return the letter that stands for one of several readers: A for the first."""
    return chr(ord("A") + place % _N_SIGNS)


def _bands_by_reader(marks: RegionMarks, placed: Placed, lead_names: Sequence[str]) -> list[Band]:
    bands: list[Band] = []
    for region, reader in zip_longest(marks.regions, marks.readers):
        found = bands_of((region,), placed, lead_names)
        bands += [replace(band, reader=reader) for band in found]
    return bands


def bands_of(regions: Iterable[Region], placed: Placed, lead_names: Sequence[str]) -> list[Band]:
    """Return the pieces of regions that a page shows."""
    if not placed:
        return []
    first = min(scale.sample_at(cell.x_mm) for cell, scale in placed)
    last = max(scale.sample_at(cell.x_mm + cell.width_mm) for cell, scale in placed)
    bands: list[Band] = []
    for region in regions:
        if region.start < last and region.stop > first:
            bands += _bands(region, placed, lead_names)
    return bands


def region_at(
    marks: RegionMarks,
    placed: Placed,
    lead_names: Sequence[str],
    drops_mm: Mapping[int, float],
    at_mm: tuple[float, float],
) -> tuple[Region, bool] | None:
    """Return the region under a point and whether the point is on its words; the smallest wins."""
    bands = bands_of(marks.regions, placed, lead_names)
    for label in _labels(bands, placed, drops_mm):
        if label.holds(*at_mm):
            return label.region, True
    found = [band.region for band in bands if band.holds(*at_mm)]
    if not found:
        return None
    return min(found, key=lambda region: (region.stop - region.start, region.region_id)), False


def edge_at(
    regions: Iterable[Region],
    placed: Placed,
    lead_names: Sequence[str],
    at_mm: tuple[float, float],
    reach_mm: float,
) -> tuple[Region, int] | None:
    """Return the region whose edge is nearest within reach: 0 its start, 1 its stop."""
    x, y = at_mm
    near = [
        (abs(edge - x), index, band.region)
        for band in bands_of(regions, placed, lead_names)
        if band.y_mm <= y <= band.y_mm + band.height_mm
        for index, edge in enumerate(band.edges_mm)
        if edge is not None and abs(edge - x) <= reach_mm
    ]
    if not near:
        return None
    _, index, region = min(near, key=lambda one: one[0])
    return region, index


def region_words(region: Region) -> str:
    """Return what is written on a region: its label, briefly, and its comment."""
    label = short_name(region.label) if region.label else ""
    return " · ".join(filter(None, (label, region.comment))) or tr("marked")


def _bands(region: Region, placed: Placed, lead_names: Sequence[str]) -> list[Band]:
    bands: list[Band] = []
    for cell, scale in placed:
        index = cell.slot.lead_index
        if region.leads and (index is None or lead_names[index] not in region.leads):
            continue
        ends = scale.mm_of(region.start), scale.mm_of(region.stop)
        left, right = cell.x_mm, cell.x_mm + cell.width_mm
        if ends[0] >= right or ends[1] <= left:
            continue
        # Axes are snapped to pixels: what lies in the next column may begin a little before it.
        if ends[0] > right - SEAM_MM and ends[1] > right + SEAM_MM:
            continue
        if ends[1] < left + SEAM_MM and ends[0] < left - SEAM_MM:
            continue
        x = max(ends[0], left)
        width = max(min(ends[1], right) - x, NARROWEST_MM)
        above = next((b for b in bands if _goes_on(b, x, width, cell.top_mm)), None)
        if above is not None:
            above.height_mm += cell.height_mm
            continue
        edges = (ends[0] if ends[0] >= left else None, ends[1] if ends[1] <= right else None)
        bands.append(Band(region, x, cell.top_mm, width, cell.height_mm, edges, cell.row, left))
    return bands


def _goes_on(band: Band, x_mm: float, width_mm: float, top_mm: float) -> bool:
    gaps = (band.x_mm - x_mm, band.width_mm - width_mm, band.y_mm + band.height_mm - top_mm)
    return all(abs(gap) < 0.01 for gap in gaps)


def _boxes(band: Band, *, chosen: bool) -> list[Box]:
    x, y, width = band.x_mm, band.y_mm, band.width_mm
    wash = CHOSEN_WASH if chosen else WASH
    bar = CHOSEN_BAR_MM if chosen else BAR_MM
    boxes = [
        Box(x, y, width, band.height_mm, Ink.READER, wash),
        Box(x, y, width, bar, Ink.READER),
    ]
    # One stripe for the first of several readers, two for the second, so in black and white.
    steps = range(1, 1 + (band.reader or 0))
    boxes += [Box(x, y + step * STRIPE_STEP_MM, width, STRIPE_MM, Ink.READER) for step in steps]
    if chosen:
        wide, high = HANDLE_MM
        middle = y + band.height_mm / 2
        boxes += [
            Box(edge - wide / 2, middle - high / 2, wide, high, Ink.READER)
            for edge in band.edges_mm
            if edge is not None
        ]
    return boxes


def _edges(band: Band, width_mm: float) -> Lines:
    foot = band.y_mm + band.height_mm
    edges = [(x, band.y_mm, x, foot) for x in band.edges_mm if x is not None]
    return Lines(np.array(edges, dtype=float).reshape(-1, 4), Ink.READER, width_mm)


def _labels(bands: Sequence[Band], placed: Placed, drops_mm: Mapping[int, float]) -> list[_Label]:
    """Return each region's words where it begins, or where the page begins to show it."""
    ends: dict[int, float] = {}
    leads: dict[tuple[int, float], Cell] = {}
    for cell, _ in placed:
        ends[cell.row] = max(ends.get(cell.row, 0.0), cell.x_mm + cell.width_mm)
        leads[cell.row, cell.x_mm] = cell
    told: set[tuple[str, int, int | None]] = set()
    lines = _Lines()
    labels = []
    for band in sorted(bands, key=lambda one: (one.row, one.x_mm)):
        # A region that goes on in the next column is named once in its row.
        key = (band.region.region_id, band.row, band.reader)
        if key in told:
            continue
        told.add(key)
        x = band.x_mm + 0.6
        words = _fitting(_words_of(band), ends[band.row] - x)
        width = len(words) * LETTER_MM
        cell = leads[band.row, band.cell_x_mm]
        drop = max(drops_mm.get(band.row, 0.0), _below_name_mm(cell, x))
        first = band.y_mm + drop + DROP_MM
        y = lines.free_mm(x, x + width + 0.5, first) if words else None
        if y is not None:
            text = Text(x, y, words, Ink.READER, TEXT_MM, bold=True, halo=True)
            labels.append(_Label(band.region, text, width))
    return labels


def _words_of(band: Band) -> str:
    words = region_words(band.region)
    return words if band.reader is None else f"{reader_sign(band.reader)}: {words}"


def _below_name_mm(cell: Cell, x_mm: float) -> float:
    """Return how far words drop, so as not to lie over the name of their lead."""
    reach_mm = LABEL_MM * len(cell.slot.label) + 2.0
    if x_mm - cell.x_mm >= reach_mm:
        return 0.0
    return max(0.0, label_foot_mm(cell) + CLEAR_MM + TEXT_MM - DROP_MM)


def _fitting(words: str, room_mm: float) -> str:
    n_letters = min(int(room_mm / LETTER_MM), MOST_LETTERS)
    if len(words) <= n_letters:
        return words
    return f"{words[: n_letters - 1].rstrip()}…" if n_letters >= LEAST_LETTERS else ""
