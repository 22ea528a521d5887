"""A page of a record as a picture, without a window."""

import os
import sys

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.paper.geometry import FOOTER_MM, HEADER_MM, MM_PER_INCH
from ecgviewer.paper.view import Overlay, View
from ecgviewer.ui.app import make_application
from ecgviewer.ui.paper_page import OpenPage
from ecgviewer.ui.picture import Drawn, Picture, encode
from ecgviewer.ui.report_paper import STRIP_MM, scene_of, true_sheet

# Ten seconds at 25 mm/s, the pulse before them, and edges.
_WIDTH_MM = 267.0


def draw_page(record: Record, view: View, heat: Heat | None, dpi: int) -> Picture:
    """Return a page true to scale, ten seconds wide at 25 mm/s; names nobody but the record.

    Raises EcgError where the record cannot be read.
    """
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    page = OpenPage(record)
    page.view = view
    page.set_heat(heat, Overlay())
    rows = page.table.n_rows
    height_mm = STRIP_MM if rows <= 1 else HEADER_MM + rows * page.table.pitch_mm + FOOTER_MM
    sheet = true_sheet(_WIDTH_MM, height_mm, dpi / MM_PER_INCH)
    return Picture(record.name, (Drawn(scene_of(page, record, sheet, Task())),))


def file_of_page(record: Record, view: View, heat: Heat | None, dpi: int, suffix: str) -> bytes:
    """Return a page as a file of the kind ".png" or ".svg" holds it."""
    return encode(draw_page(record, view, heat, dpi), suffix)
