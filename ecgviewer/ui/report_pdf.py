"""A report as a PDF: vectors, a millimetre is one, and nothing that names anybody unasked."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.paper.geometry import MM_PER_INCH
from ecgviewer.review.report import Report
from ecgviewer.ui.report_canvas import Canvas
from ecgviewer.ui.report_pages import Size, draw_page, pages_of

DPI: Final = 1200
PAPERS: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
# What Qt writes of the moment at which it was asked to.
_MOMENTS = re.compile(
    rb"/(?:CreationDate|ModDate) \(D:[^)]*\)|"
    rb' ?xmp:(?:CreateDate|ModifyDate|MetadataDate)="[^"]*"'
)


def page_layout(paper: str) -> QPageLayout:
    """Return a landscape page of "a4" or "letter" whose drawing begins at its corner."""
    return QPageLayout(
        QPageSize(PAPERS[paper]), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
    )


def pdf_of(report: Report, paper: str, task: Task) -> bytes:
    """Return a report as a PDF; raises EcgError where the record's samples cannot be read."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(paper))
    writer.setResolution(DPI)
    writer.setTitle(tr("ECG report {record}", record=report.record.name))
    writer.setCreator("ecgviewer")
    draw_report(writer, report, task)
    content = bytes(buffer.data().data())
    # As long as before, for the file's table names places in it.
    return _MOMENTS.sub(lambda found: b" " * len(found.group()), content)


def draw_report(device: QPagedPaintDevice, report: Report, task: Task) -> None:
    """Draw all pages on a PDF or a printer, whose drawing begins at the paper's corner."""
    px_per_mm = device.logicalDpiX() / MM_PER_INCH
    room = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    size = Size(room.width(), room.height(), px_per_mm)
    pages = pages_of(report, size, task)
    painter = QPainter(device)
    try:
        for place in range(len(pages)):
            if place:
                device.newPage()
            draw_page(Canvas(painter, px_per_mm), report, size, pages, place)
            task.step(place + 1, len(pages))
    finally:
        painter.end()


def write_file(path: Path, content: bytes) -> None:
    """Write a file, all of it or nothing; raises EcgError with what helps."""
    if not path.parent.is_dir():
        raise EcgError(tr("{file} cannot be written: its folder does not exist.", file=path))
    beside = path.with_name(f".{uuid4().hex}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = error.strerror or type(error).__name__
        raise EcgError(
            tr(
                "{file} cannot be written ({reason}): choose another folder.",
                file=path,
                reason=reason,
            )
        ) from error
