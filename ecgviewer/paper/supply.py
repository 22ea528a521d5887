"""Where the paper's samples come from: memory only, never a file."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.paper.geometry import TimeScale
from ecgviewer.signal.pyramid import Pyramid, column_extremes, is_whole
from ecgviewer.signal.tiles import TileCache

# Up to here every sample is drawn; beyond it one bar a device pixel says as much.
MAX_SAMPLES_PER_PX = 6.0


@dataclass(frozen=True, eq=False, slots=True)
class Points:
    """Samples drawn one by one: values (n,) from sample ``first`` on."""

    first: int
    values: Samples


@dataclass(frozen=True, eq=False, slots=True)
class Bars:
    """Extremes of columns: edges int64 (n + 1,) in samples, low and high (n,)."""

    edges: NDArray[np.int64]
    low: Samples
    high: Samples


@dataclass(frozen=True, eq=False, slots=True)
class Supply:
    """The samples of one record that are at hand.

    unreadable: what is not at hand could not be read, so nobody waits for it.
    """

    record: Record
    tiles: TileCache
    pyramid: Pyramid | None = None
    unreadable: bool = False

    def needs_raw(self, samples_per_px: float) -> bool:
        """Whether a page at this zoom is drawn from raw samples."""
        if self.pyramid is None or samples_per_px <= MAX_SAMPLES_PER_PX:
            return True
        return self.pyramid.level_for(samples_per_px) is None

    def stretch(self, lead: int, scale: TimeScale, width_px: int) -> Points | Bars | None:
        """Return what to draw of one lead in a cell; None while nothing is at hand."""
        per_px = 1 / scale.px_per_sample
        edges = column_edges(scale.start_px, width_px, per_px, self.record.n_samples)
        if edges.size < 2:
            return Points(0, np.empty(0, dtype=np.float32))
        if not self.needs_raw(per_px):
            return self._from_pyramid(lead, edges, per_px) if self._has_extremes(lead) else None
        if per_px <= MAX_SAMPLES_PER_PX:
            # One sample more on either side carries the line to the cell's edges.
            first = max(math.floor(scale.start_px * per_px), 0)
            last = min(math.ceil((scale.start_px + width_px) * per_px), self.record.n_samples - 1)
            values = self.tiles.read(first, last + 1)
            if values is not None:
                return Points(first, values[lead])
        else:
            values = self.tiles.read(int(edges[0]), int(edges[-1]))
            if values is not None:
                low, high = column_extremes(values[lead], values[lead], edges - edges[0])
                return Bars(edges, low, high)
        return self._stand_in(lead, int(edges[0]), int(edges[-1]))

    def unread_from(self, scale: TimeScale) -> int | None:
        """Return the first sample that is yet to be read for pages at this zoom, None if none."""
        pyramid = self.pyramid
        if pyramid is None or self.needs_raw(1 / scale.px_per_sample):
            return None
        return None if is_whole(pyramid) else pyramid.n_known

    def _has_extremes(self, lead: int) -> bool:
        """Whether the pyramid was built of this lead too: derived ones are added on request."""
        return self.pyramid is not None and lead < len(self.pyramid.lows[0])

    def _from_pyramid(
        self, lead: int, edges: NDArray[np.int64], per_px: float
    ) -> Points | Bars | None:
        assert self.pyramid is not None
        level = self.pyramid.level_for(per_px)
        assert level is not None
        size = self.pyramid.bins[level]
        bins = _distinct(np.minimum(-(-edges // size), -(-self.pyramid.n_known // size)))
        if bins.size < 2:
            nothing = Points(0, np.empty(0, dtype=np.float32))
            return nothing if is_whole(self.pyramid) else None
        low, high = self.pyramid.lows[level][lead], self.pyramid.highs[level][lead]
        return Bars(
            np.minimum(bins * size, self.record.n_samples),
            *column_extremes(low[bins[0] :], high[bins[0] :], bins - bins[0]),
        )

    def _stand_in(self, lead: int, start: int, stop: int) -> Bars | None:
        """The finest extremes, while the raw samples are on their way."""
        if self.pyramid is None or not self._has_extremes(lead):
            return None
        size = self.pyramid.bins[0]
        first, last = start // size, -(-min(stop, self.pyramid.n_known) // size)
        if last <= first:
            return None
        return Bars(
            np.minimum(np.arange(first, last + 1) * size, self.record.n_samples),
            self.pyramid.lows[0][lead, first:last],
            self.pyramid.highs[0][lead, first:last],
        )


def column_edges(
    start_px: int, width_px: int, samples_per_px: float, n_samples: int
) -> NDArray[np.int64]:
    """Return the first sample of each device pixel's column, and the last one's stop.

    Pixels count from the record's start, so that a column holds the same samples
    wherever the page has scrolled to. Columns without a sample are left out.
    """
    pixels = np.arange(start_px, start_px + width_px + 1)
    edges = np.clip(np.ceil(pixels * samples_per_px), 0, n_samples).astype(np.int64)
    return _distinct(edges)


def _distinct(rising: NDArray[np.int64]) -> NDArray[np.int64]:
    kept = np.ones(rising.size, dtype=np.bool_)
    kept[1:] = rising[1:] > rising[:-1]
    return rising[kept]
