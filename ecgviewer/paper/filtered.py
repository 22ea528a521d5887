"""The filtered samples of a page: which are at hand, where they stand, what the footer says."""

from collections.abc import Mapping
from dataclasses import dataclass

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.text import tr
from ecgviewer.paper.amplitude import LeadLevel, level_of
from ecgviewer.signal.display_filter import OFF, DisplayFilter, filter_words
from ecgviewer.signal.tiles import TileCache

# Longer pages are drawn from the extremes of unfiltered samples.
LONGEST_PAGE_S = 60.0
MAX_VALUES = 4_000_000
MAX_BYTES = 64 << 20


@dataclass(frozen=True, eq=False, slots=True)
class FilteredPart:
    """Samples float32 (n_leads, n) as they look through a filter."""

    chosen: DisplayFilter
    samples: Samples


class FilteredSamples:
    """What is in memory of one record through the filter that was chosen last."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.chosen = OFF
        self.tiles = self._no_tiles()
        self._levels: dict[float | None, dict[int, LeadLevel]] = {}

    def _no_tiles(self) -> TileCache:
        return TileCache(len(self._record.leads), self._record.n_samples, MAX_BYTES)

    @property
    def longest_page_s(self) -> float:
        """Pages up to this length are filtered, in seconds."""
        values_per_s = max(1, len(self._record.leads)) * self._record.rate_hz
        return min(LONGEST_PAGE_S, MAX_VALUES / values_per_s)

    def choose(self, chosen: DisplayFilter) -> None:
        """Look through another filter; what is known of the present one outlasts OFF."""
        if chosen.on and chosen != self.chosen:
            self.chosen, self.tiles = chosen, self._no_tiles()

    def put(self, start: int, part: FilteredPart) -> None:
        """Keep samples read at ``start``; those of another filter come too late."""
        if part.chosen != self.chosen:
            return
        self.tiles.put(start, part.samples)
        settled = self._levels.setdefault(self.chosen.high_pass_hz, {})
        for index, lead in enumerate(self._record.leads):
            if index not in settled:
                level = level_of(lead, part.samples[index])
                if level is not None:
                    settled[index] = level

    def levels(self, raw: Mapping[int, LeadLevel]) -> Mapping[int, LeadLevel]:
        """Return each lead's level: a high-pass moves its baseline, nothing its scale."""
        if self.chosen.high_pass_hz is None:
            return raw
        moved = self._levels.get(self.chosen.high_pass_hz, {})
        return {
            index: LeadLevel(moved[index].baseline, level.per_10_mm) if index in moved else level
            for index, level in raw.items()
        }

    def words(self, chosen: DisplayFilter, page_s: float, *, drawn: bool) -> str:
        """Return what the footer says; drawn: whether the page shows filtered samples."""
        if not chosen.on:
            return tr("none")
        if drawn:
            return tr("{filter}, display only, measured as drawn", filter=filter_words(chosen))
        if page_s > self.longest_page_s:
            return tr("none on pages over {seconds} s", seconds=f"{self.longest_page_s:.3g}")
        return tr("none yet")
