"""What the io worker reads for the paper."""

from dataclasses import dataclass

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.paper.filtered import FilteredPart
from ecgviewer.signal.derived_leads import with_derived
from ecgviewer.signal.display_filter import DisplayFilter
from ecgviewer.signal.pyramid import Pyramid


@dataclass(frozen=True, eq=False)
class Page:
    """Samples read for the paper: float32 (n_leads, n) from ``start``; the same filtered."""

    record: Record
    start: int
    samples: Samples
    filtered: FilteredPart | None = None


def read_samples(record: Record, start: int, stop: int, chosen: DisplayFilter, task: Task) -> Page:
    """Read a span for the paper, and look at it through a filter where one is on."""
    from ecgviewer.signal.filtering import read_filtered

    if not chosen.on:
        return Page(record, start, record.read(start, stop))
    samples, filtered = read_filtered(record, start, stop, chosen, task)
    return Page(record, start, samples, FilteredPart(chosen, filtered))


def build_derived_pyramid(record: Record, task: Task) -> tuple[Record, Pyramid]:
    """Read the extremes of a record and, below its leads, of the limb leads that follow."""
    from ecgviewer.signal import pyramid

    return record, pyramid.build(with_derived(record), task)
