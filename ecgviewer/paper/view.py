"""What of a record is on the paper, and how."""

from dataclasses import dataclass
from enum import StrEnum

from ecgviewer.signal.display_filter import OFF, DisplayFilter

SPEEDS_MM_PER_S = (12.5, 25.0, 50.0, 100.0)
GAINS_MM_PER_MV = (2.5, 5.0, 10.0, 20.0, 40.0)
PENS_MM = (0.2, 0.3, 0.4, 0.5)
TRACE_MM = 0.30


class Layout(StrEnum):
    """Arrangements of leads; the values are what the command line takes."""

    THREE_BY_FOUR = "3x4"
    SIX_BY_TWO = "6x2"
    TWELVE_BY_ONE = "12x1"
    RHYTHM = "II"


class Theme(StrEnum):
    """Colours of the paper."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Grid(StrEnum):
    """How much of the grid is drawn."""

    OFF = "off"
    LARGE = "5 mm"
    SMALL = "1 mm"


@dataclass(frozen=True, slots=True)
class View:
    """The page: start in seconds, scales, arrangement and look.

    rhythm_lead: of the strip below 3x4 and of the single-lead layout. sequential:
    columns follow each other in time, as on printed paper; else all show one span. fit:
    enlarge the page to the window (True), keep true scale (False); None keeps true scale
    where the screen's size is known, and fits elsewhere. display_filter: what the reader
    wishes to look through; the record's rate may not hold all of it. trace_mm: width of
    the pen. leads: the leads that were chosen, in their order, as ``lead_choice`` names
    them; () shows what the layout has.
    """

    start_s: float = 0.0
    speed_mm_per_s: float = 25.0
    gain_mm_per_mv: float = 10.0
    layout: Layout = Layout.THREE_BY_FOUR
    theme: Theme = Theme.LIGHT
    grid: Grid = Grid.SMALL
    rhythm_lead: str = "II"
    sequential: bool = True
    cabrera: bool = False
    fit: bool | None = None
    display_filter: DisplayFilter = OFF
    trace_mm: float = TRACE_MM
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """How a heat is painted: from which percentile on, how strongly."""

    visible: bool = True
    percentile: float = 95.0
    opacity: float = 0.6
