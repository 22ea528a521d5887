"""How good the signal of a record is, in the part of it that is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.core.text import later, tr
from ecgviewer.signal.lead_quality import (
    GRADES,
    SHORTEST_REST_S,
    LeadQuality,
    lead_qualities,
    stretches,
)
from ecgviewer.signal.leads import STANDARD_LEADS, find_lead
from ecgviewer.signal.record_quality import RecordQuality, record_quality

# A record up to this length is judged whole; of a longer one the stretches that are seen.
WHOLE_RECORD_S: Final = 60.0
# Of longer pages nothing is judged: their traces show no noise, and much had to be read.
LONGEST_PAGE_S: Final = 60.0
# What reaches less than this far into a page says nothing about it.
_LEAST_S: Final = 1.0

NO_LEADS: Final = later("no lead is an ECG in known millivolts")
TOO_SHORT: Final = later("shorter than {seconds} s")
TOO_LONG: Final = later("the page is longer than a minute")


@dataclass(frozen=True, eq=False, slots=True)
class Judged:
    """The signal quality of samples start to stop of a record.

    whole: whether that is all of it. leads: by the lead's index in the record, its
    qualities stretch by stretch, whose samples count from the record's first; only of leads
    that are ECGs in mV. twelve: what is said of twelve leads together, None of others.
    reason: why nothing was judged, "" where it was.
    """

    start: int
    stop: int
    rate_hz: float
    whole: bool
    leads: Mapping[int, tuple[LeadQuality, ...]] = field(default_factory=dict)
    twelve: RecordQuality | None = None
    reason: str = ""

    def worst(self, start: int, stop: int) -> dict[int, LeadQuality]:
        """Return each lead's worst quality in samples start..stop, as far as it is known."""
        found = {}
        for index, qualities in self.leads.items():
            seen = [q for q in qualities if _reaches(q.start, q.stop, (start, stop), self.rate_hz)]
            if seen:
                found[index] = max(seen, key=lambda q: GRADES.index(q.grade))
        return found


def span_to_judge(page: tuple[int, int], n_samples: int, rate_hz: float) -> tuple[int, int]:
    """Return the samples to judge for a page: a short record, or the stretches in sight."""
    if n_samples <= WHOLE_RECORD_S * rate_hz:
        return 0, n_samples
    # Stretches lie on a grid of the whole record, so that a place is judged alike on all pages.
    grid = stretches(n_samples, rate_hz)
    seen = [stretch for stretch in grid if _reaches(*stretch, page, rate_hz)]
    return (seen[0][0], seen[-1][1]) if seen else (0, 0)


def judge(record: Record, start: int, stop: int, task: Task) -> Judged:
    """Judge samples start..stop of a record, which are read for it.

    Raises EcgError where they cannot be read, Cancelled where nobody waits any more.
    """
    whole = stop - start == record.n_samples
    rows = [index for index, lead in enumerate(record.leads) if lead.is_ecg and lead.calibrated]
    if not rows:
        return Judged(start, stop, record.rate_hz, whole, reason=tr(NO_LEADS))
    if stop - start < SHORTEST_REST_S * record.rate_hz:
        reason = tr(TOO_SHORT, seconds=f"{SHORTEST_REST_S:g}")
        return Judged(start, stop, record.rate_hz, whole, reason=reason)
    values_mv = record.read(start, stop)
    task.step(1, 3)
    names = record.lead_names
    twelve = record_quality(values_mv[rows], record.rate_hz, [names[row] for row in rows])
    task.step(2, 3)
    leads = {} if twelve is None else _of_twelve(twelve, rows, names)
    rest = [row for row in rows if row not in leads]
    leads |= _one_by_one(values_mv, record.rate_hz, rest, names)
    moved = {
        row: tuple(_placed(quality, names[row], start) for quality in leads[row]) for row in rows
    }
    return Judged(start, stop, record.rate_hz, whole, moved, twelve)


def _of_twelve(
    twelve: RecordQuality, rows: Sequence[int], names: Sequence[str]
) -> dict[int, tuple[LeadQuality, ...]]:
    """Return the qualities of those of the twelve leads that the record itself has."""
    known = [names[row] for row in rows]
    places = {lead: find_lead(lead, known) for lead in STANDARD_LEADS}
    return {
        rows[place]: tuple(quality for quality in twelve.leads if quality.lead == lead)
        for lead, place in places.items()
        if place is not None
    }


def _one_by_one(
    values_mv: Samples, rate_hz: float, rows: Sequence[int], names: Sequence[str]
) -> dict[int, tuple[LeadQuality, ...]]:
    if not rows:
        return {}
    found = lead_qualities(values_mv[list(rows)], rate_hz, [names[row] for row in rows])
    return {row: found[place :: len(rows)] for place, row in enumerate(rows)}


def _placed(quality: LeadQuality, name: str, start: int) -> LeadQuality:
    return replace(quality, lead=name, start=start + quality.start, stop=start + quality.stop)


def _reaches(start: int, stop: int, page: tuple[int, int], rate_hz: float) -> bool:
    """Whether a stretch reaches far enough into a page to be judged with it."""
    common = min(stop, page[1]) - max(start, page[0])
    return common >= min(_LEAST_S * rate_hz, page[1] - page[0], stop - start)
