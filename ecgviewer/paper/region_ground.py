"""From a drag over the page to a region of the record, and from a region to its places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecgviewer.core.record import Record
from ecgviewer.core.review import Region
from ecgviewer.paper.lanes import Lane
from ecgviewer.paper.region_layer import Placed

Place = tuple[float, float]  # mm from the sheet's top left corner


@dataclass(frozen=True, eq=False, slots=True)
class RegionGround:
    """One page as regions need it: its lanes, and in them its cells with their time axes."""

    record: Record
    lanes: tuple[Lane, ...]

    @property
    def placed(self) -> Placed:
        """The cells with their time axes, row by row."""
        return [pair for lane in self.lanes for pair in zip(lane.cells, lane.scales, strict=True)]

    def drawn(self, start: Place, stop: Place, *, all_leads: bool) -> Region | None:
        """Return the region between two places, None beside the traces or where none is between.

        It reaches over the leads that the drag touched; over all where it touched all of the
        record or all_leads is set.
        """
        home = self.lane_at(start)
        if home is None:
            return None
        x1, x2 = sorted((start[0], stop[0]))
        first, last = (self.sample_at(x, home) for x in (x1, x2))
        if first >= last:
            return None
        touched = self._touched(home, stop[1], max(x1, home.left_mm), min(x2, home.right_mm))
        recorded = {lead.name for lead in self.record.leads if not lead.derived}
        whole = all_leads or recorded <= set(touched)
        return Region(first, last, () if whole else touched)

    def sample_at(self, x_mm: float, home: Lane) -> int:
        """Return the border between samples that is nearest to a place of a lane."""
        return min(max(home.sample_at(x_mm), 0), self.record.n_samples)

    def lane_at(self, at: Place) -> Lane | None:
        """Return the lane that a point lies in, None beside the traces."""
        x, y = at
        return next(
            (
                lane
                for lane in self.lanes
                if lane.holds(x) and lane.top_mm <= y < lane.bottom_mm and lane.cell_at(x)
            ),
            None,
        )

    def _touched(self, home: Lane, y_mm: float, left_mm: float, right_mm: float) -> tuple[str, ...]:
        """Return the leads of the rows from a lane to a height, in the record's order."""
        nearest = min(self.lanes, key=lambda lane: _away(lane, y_mm))
        rows = range(min(home.row, nearest.row), max(home.row, nearest.row) + 1)
        found = {
            cell.slot.lead_index
            for lane in self.lanes
            if lane.row in rows
            for cell in lane.cells
            if cell.x_mm < right_mm and cell.x_mm + cell.width_mm > left_mm
        }
        return _names(self.record, [index for index in found if index is not None])


def with_edge(region: Region, edge: int, sample: int, n_samples: int) -> tuple[Region, int]:
    """Return a region one of whose edges (0 start, 1 stop) was moved, and which one it is now.

    Edges that pass one another change their parts; one sample stays at least.
    """
    sample = min(max(sample, 0), n_samples)
    still = region.stop if edge == 0 else region.start
    if sample == still:
        # Not nothing: the edge stops one sample before the other.
        sample = still + (-1 if edge == 0 else 1)
        if not 0 <= sample <= n_samples:
            return region, edge
    start, stop = sorted((sample, still))
    return replace(region, start=start, stop=stop), 0 if sample < still else 1


def _away(lane: Lane, y_mm: float) -> float:
    return max(lane.top_mm - y_mm, y_mm - lane.bottom_mm, 0.0)


def _names(record: Record, indices: Sequence[int]) -> tuple[str, ...]:
    return tuple(record.leads[index].name for index in sorted(indices))
