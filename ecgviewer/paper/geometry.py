"""Millimetres, seconds, samples and pixels of one piece of paper."""

import math
from dataclasses import dataclass

MM_PER_INCH = 25.4
NOMINAL_DPI = 96.0

# The page proper: 10 s at 25 mm/s. Left of it the calibration pulse.
PAGE_MM = 250.0
LEFT_MM = 8.0
RIGHT_MM = 1.0
HEADER_MM = 9.0
FOOTER_MM = 6.5

# Columns end on a multiple of this, so that seams of a shortened page meet the grid.
COLUMN_STEP_MM = 2.5
MIN_PAGE_MM = 50.0
# An uncalibrated page is shrunk to this before it loses seconds at its right.
SMALLEST_MAGNIFICATION = 0.75
# Of two pages that share the window, so that all rows of both can be told apart.
SMALLEST_OF_TWO = 0.65
# On a page that is shrunk further than a single one, words keep this height at least.
SMALLEST_TEXT_MM = 2.4 * SMALLEST_MAGNIFICATION


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible piece of paper.

    width_mm, height_mm: of the whole area. px_per_mm: device pixels. magnification:
    1.0 where a millimetre on the paper is one on the screen. calibrated: whether somebody
    held a ruler to the screen, so that the magnification can be trusted.
    """

    width_mm: float
    height_mm: float
    px_per_mm: float
    magnification: float = 1.0
    calibrated: bool = False

    def text_mm(self, size_mm: float) -> float:
        """Return the height of words as drawn: on a page shrunk far, they stay readable."""
        if self.magnification >= SMALLEST_MAGNIFICATION:
            return size_mm
        return max(size_mm, SMALLEST_TEXT_MM / self.magnification)

    @property
    def true_scale(self) -> bool:
        """Whether a ruler held to the screen would agree."""
        return self.calibrated and math.isclose(self.magnification, 1.0)

    def snap_mm(self, mm: float) -> float:
        """Return the nearest position that is a whole device pixel."""
        return round(mm * self.px_per_mm) / self.px_per_mm


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where the samples of one cell stand: x in mm, snapped to device pixels.

    The snapping (at most half a pixel) keeps every sample at the same fraction of a
    pixel while the paper scrolls, so that a trace moves without shimmering.
    """

    x_mm: float
    start_s: float
    speed_mm_per_s: float
    rate_hz: float
    px_per_mm: float

    @property
    def px_per_sample(self) -> float:
        """Device pixels between two samples."""
        return self.speed_mm_per_s * self.px_per_mm / self.rate_hz

    @property
    def start_px(self) -> int:
        """Device pixels from the record's start to the cell's left edge."""
        return round(self.start_s * self.speed_mm_per_s * self.px_per_mm)

    @property
    def x_px(self) -> int:
        """The cell's left edge in device pixels."""
        return round(self.x_mm * self.px_per_mm)

    def mm_of(self, sample: float) -> float:
        """Return where a sample of the record stands."""
        return (sample * self.px_per_sample - self.start_px + self.x_px) / self.px_per_mm

    def sample_at(self, mm: float) -> float:
        """Return the (fractional) sample that stands at a place; the inverse of mm_of."""
        return (mm * self.px_per_mm + self.start_px - self.x_px) / self.px_per_sample


@dataclass(frozen=True, slots=True)
class ScreenScale:
    """Logical pixels a millimetre of a screen, None where its size is not known.

    by_ruler: whether somebody held a ruler to it; a screen's own report may be some per
    cent off.
    """

    px_per_mm: float | None = None
    by_ruler: bool = False


def believable_px_per_mm(dpi_x: float, dpi_y: float) -> float | None:
    """Return pixels per mm of a screen whose reported size can be true, else None.

    Screens without a size report 0, projectors nonsense, and X and Y that differ
    belong to a stretched picture.
    """
    low, high = sorted((dpi_x, dpi_y))
    if low < 50 or high > 600 or high > 1.05 * low:
        return None
    return (dpi_x + dpi_y) / 2 / MM_PER_INCH


def lay_sheet(
    width_px: int,
    height_px: int,
    *,
    device_ratio: float,
    rows_mm: float,
    true_px_per_mm: float | None,
    by_ruler: bool = False,
    fit: bool | None = None,
    smallest: float = SMALLEST_MAGNIFICATION,
) -> Sheet:
    """Return the sheet for an area of logical pixels.

    rows_mm: height that the rows need. true_px_per_mm: logical pixels a mm of a screen
    whose size is known, by_ruler or only by its own report. fit: enlarge or shrink the page
    to the area; by default only where no true scale is known, for then there is none to keep.
    """
    nominal = true_px_per_mm or NOMINAL_DPI / MM_PER_INCH
    scale = nominal
    if fit or (fit is None and true_px_per_mm is None):
        wide = width_px / (LEFT_MM + PAGE_MM + RIGHT_MM)
        high = height_px / (HEADER_MM + rows_mm + FOOTER_MM)
        scale = max(min(wide, high), smallest * nominal)
        # Whole device pixels a large square: the grid is then even.
        scale = math.floor(scale * device_ratio * 5 + 1e-6) / 5 / device_ratio
    return Sheet(
        width_mm=width_px / scale,
        height_mm=height_px / scale,
        px_per_mm=scale * device_ratio,
        magnification=scale / nominal,
        calibrated=by_ruler and true_px_per_mm is not None,
    )


def page_width_mm(sheet: Sheet, columns: int) -> float:
    """Return the width of the trace area: the page, or what of it the sheet can hold."""
    room = sheet.width_mm - LEFT_MM - RIGHT_MM
    if room >= PAGE_MM:
        return PAGE_MM
    step = COLUMN_STEP_MM * columns
    return max(math.floor(room / step) * step, MIN_PAGE_MM)
