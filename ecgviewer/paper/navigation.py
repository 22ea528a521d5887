"""Where a turn of the wheel or a drag leads: View -> View."""

from dataclasses import replace

from ecgviewer.core.record import Record
from ecgviewer.paper.view import GAINS_MM_PER_MV, SPEEDS_MM_PER_S, View

# What a column of the usual page holds at 25 mm/s.
COLUMN_S = 2.5
LEAST_PAGE_S = 1.0
LONGEST_PAGE_S = 86400.0
SNAP = 0.05
ZOOM_PER_NOTCH = 1.25


def in_sequence(record: Record) -> bool:
    """Whether columns follow each other in time; one beat stands in each of them instead."""
    return record.duration_s > COLUMN_S


def scrolled(view: View, seconds: float, page_s: float, duration_s: float) -> View:
    """Return the view moved in time, kept within the record."""
    return replace(view, start_s=clamped_start(view.start_s + seconds, page_s, duration_s))


def clamped_start(start_s: float, page_s: float, duration_s: float) -> float:
    """Return the nearest start whose page does not reach beyond the record."""
    return min(max(start_s, 0.0), max(0.0, duration_s - page_s))


def notch_s(page_s: float) -> float:
    """Return the seconds of one wheel notch: 1 s, more where a page is a minute or a day."""
    return max(1.0, page_s / 10)


def zoomed(view: View, notches: float, at_mm: float, page_mm: float, duration_s: float) -> View:
    """Return the view zoomed in time; what stands ``at_mm`` from the page's left stays there.

    Speeds within 5 % of a preset become the preset.
    """
    slowest = page_mm / min(max(duration_s, 10.0), LONGEST_PAGE_S)
    wished = view.speed_mm_per_s * ZOOM_PER_NOTCH**notches
    speed = _snapped(min(max(wished, min(slowest, 25.0)), page_mm / LEAST_PAGE_S))
    fixed_s = view.start_s + at_mm / view.speed_mm_per_s
    start_s = clamped_start(fixed_s - at_mm / speed, page_mm / speed, duration_s)
    return replace(view, speed_mm_per_s=speed, start_s=start_s)


def _snapped(speed: float) -> float:
    near = [preset for preset in SPEEDS_MM_PER_S if abs(speed / preset - 1) <= SNAP]
    return near[0] if near else speed


def stepped_gain(view: View, steps: int) -> View:
    """Return the view at the next gain up or down."""
    nearest = min(GAINS_MM_PER_MV, key=lambda gain: abs(gain - view.gain_mm_per_mv))
    place = GAINS_MM_PER_MV.index(nearest) + steps
    gain = GAINS_MM_PER_MV[min(max(place, 0), len(GAINS_MM_PER_MV) - 1)]
    return replace(view, gain_mm_per_mv=gain)
