"""Where calipers stand on a page, what of them a pointer holds, and where it puts them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from ecgviewer.core.record import Record
from ecgviewer.paper.amplitude import UNKNOWN, LeadLevel
from ecgviewer.paper.caliper import Caliper, Leg
from ecgviewer.paper.cells import Cell
from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.lanes import Lane
from ecgviewer.paper.view import View
from ecgviewer.signal.tiles import TileCache

# So near to a trace a point touches it.
TOUCH_MM = 1.2


class Part(Enum):
    """What of a caliper can be held."""

    LEG = auto()  # its time
    CORNER = auto()  # its time and its height
    BAR = auto()  # the whole caliper
    LEVEL = auto()  # the height of the second leg


@dataclass(frozen=True, slots=True)
class Grip:
    """A part of a caliper; leg: 0 or 1, of the whole caliper 0."""

    part: Part
    leg: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """One page: its lanes, and the level of each lead by its index in the record."""

    record: Record
    view: View
    sheet: Sheet
    lanes: tuple[Lane, ...]
    levels: Mapping[int, LeadLevel]

    def lane_at(self, y_mm: float, x_mm: float) -> Lane | None:
        """Return the lane under a point; beside all lanes None."""
        return next(
            (
                lane
                for lane in self.lanes
                if lane.top_mm <= y_mm < lane.bottom_mm and lane.holds(x_mm)
            ),
            None,
        )

    def cell_touched(self, x_mm: float, y_mm: float, tiles: TileCache) -> Cell | None:
        """Return the cell whose trace a point touches, else the recorded one that it is in.

        Tall beats reach into the rows of other leads. Above, between and below the rows the
        nearest one counts: one lead alone leaves most of a sheet empty.
        """
        row = self.lane_at(y_mm, x_mm) or self._nearest_lane(y_mm, x_mm)
        near: list[tuple[float, Cell]] = []
        inside = None
        for lane in self.lanes:
            cell = lane.cell_at(x_mm)
            if cell is None or cell.slot.lead_index is None:
                continue
            away_mm = self._away_mm(lane, cell, x_mm, y_mm, tiles)
            if lane is row:
                inside = cell
                if away_mm <= TOUCH_MM:
                    return cell
            near.append((away_mm, cell))
        away_mm, nearest = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return nearest if away_mm <= TOUCH_MM else inside

    def _nearest_lane(self, y_mm: float, x_mm: float) -> Lane | None:
        lanes = [lane for lane in self.lanes if lane.holds(x_mm)]
        return min(
            lanes, key=lambda lane: max(lane.top_mm - y_mm, y_mm - lane.bottom_mm), default=None
        )

    def _away_mm(self, lane: Lane, cell: Cell, x_mm: float, y_mm: float, tiles: TileCache) -> float:
        """Return how far above or below a point the trace passes, infinite where unknown."""
        first, last = (lane.sample_at(x_mm + side) for side in (-TOUCH_MM / 2, TOUCH_MM / 2))
        samples = tiles.read(first, last + 1)
        lead = cell.slot.lead_index
        if samples is None or lead is None or not np.isfinite(samples[lead]).any():
            return math.inf
        up = (samples[lead] - self.baseline(cell)) * self.mm_per_unit(cell)
        top, bottom = cell.baseline_mm - np.nanmax(up), cell.baseline_mm - np.nanmin(up)
        return float(max(top - y_mm, y_mm - bottom, 0.0))

    def home(self, caliper: Caliper) -> Lane | None:
        """Return the lane where the caliper's own lead shows it, None while none does."""
        shown = [
            lane for lane in self.lanes if lane.shows(caliper.lead, caliper.start, caliper.stop)
        ]
        # The page may hold a lead twice: then the one that was measured on.
        same = [lane for lane in shown if lane.cells[0].is_strip == caliper.on_strip]
        return next(iter(same or shown), None)

    def mm_per_unit(self, cell: Cell) -> float:
        """Return how a cell's lead is drawn, negative upside down."""
        level = self._level(cell)
        return level.scale(self.view.gain_mm_per_mv, inverted=cell.slot.inverted).mm_per_unit

    def baseline(self, cell: Cell) -> float:
        """Return the value that stands on the cell's line."""
        return self._level(cell).baseline

    def y_mm(self, caliper: Caliper, leg: int, home: Lane) -> float:
        """Return where a leg's height stands in its own lead."""
        cell = home.cell_of(caliper.lead)
        assert cell is not None
        return home.baseline_mm - caliper.legs[leg].height * self.mm_per_unit(cell)

    def height_at(self, cell: Cell, y_mm: float) -> float:
        """Return the height of a place by the scale of a cell; the inverse of y_mm."""
        return (cell.baseline_mm - y_mm) / self.mm_per_unit(cell)

    def sample_at(self, x_mm: float, y_mm: float, home: Lane) -> int:
        """Return the sample under a pointer, by the lane it is in, else by its own."""
        lane = self.lane_at(y_mm, x_mm) or home
        return min(max(lane.sample_at(x_mm), 0), self.record.n_samples - 1)

    def grip_at(self, caliper: Caliper, x_mm: float, y_mm: float, reach_mm: float) -> Grip | None:
        """Return what of a caliper is within reach: a corner before a leg before a bar."""
        home = self.home(caliper)
        corner = self._corner_at(caliper, home, x_mm, y_mm, reach_mm) if home else None
        if corner is not None:
            return corner
        lane = self.lane_at(y_mm, x_mm)
        if lane is not None:
            away = [abs(lane.x_mm(leg.sample) - x_mm) for leg in caliper.legs]
            nearest = 1 if away[1] <= away[0] else 0
            if away[nearest] <= reach_mm:
                return Grip(Part.LEG, nearest)
        if home is None or not home.x_mm(caliper.start) < x_mm < home.x_mm(caliper.stop):
            return None
        for leg, part in ((0, Part.BAR), (1, Part.LEVEL)):
            if abs(self.y_mm(caliper, leg, home) - y_mm) <= reach_mm:
                return Grip(part, leg)
        return None

    def _corner_at(
        self, caliper: Caliper, home: Lane, x_mm: float, y_mm: float, reach_mm: float
    ) -> Grip | None:
        """Return the corner in reach, the second first; a tall one stands above its row."""
        for leg in (1, 0):
            across = abs(home.x_mm(caliper.legs[leg].sample) - x_mm)
            if max(across, abs(self.y_mm(caliper, leg, home) - y_mm)) <= reach_mm:
                return Grip(Part.CORNER, leg)
        return None

    def _level(self, cell: Cell) -> LeadLevel:
        assert cell.slot.lead_index is not None
        return self.levels.get(cell.slot.lead_index, UNKNOWN)


def dragged(held: Caliper, grip: Grip, origin: Leg, to: Leg, n_samples: int) -> Caliper:
    """Return a caliper after a drag of one of its parts.

    held: as it was when the drag began; origin, to: where the pointer was and is.
    """
    leg = held.legs[grip.leg]
    match grip.part:
        case Part.CORNER:
            return held.with_leg(grip.leg, to)
        case Part.LEG:
            return held.with_leg(grip.leg, Leg(to.sample, leg.height))
        case Part.LEVEL:
            return held.with_leg(grip.leg, Leg(leg.sample, to.height))
        case Part.BAR:
            way = to.sample - origin.sample, to.height - origin.height
            return held.moved(*way, n_samples)
