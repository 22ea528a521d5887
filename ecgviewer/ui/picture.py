"""The paper as it is seen, as a PNG or an SVG that is true to scale and names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.caliper_layer import CaliperLayer, caliper_layer
from ecgviewer.paper.geometry import MM_PER_INCH, Sheet
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.marks import marks_of
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.supply import Supply
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.review.report import Report
from ecgviewer.ui.caliper_tool import ground_of, paint_calipers
from ecgviewer.ui.paint import paper_font
from ecgviewer.ui.paint_vector import paint_vector_above, paint_vector_scene
from ecgviewer.ui.paper_page import OpenPage
from ecgviewer.ui.report_paper import ReportPaper
from ecgviewer.ui.words import RESEARCH_ONLY

SVG, PNG = ".svg", ".png"
DPI: Final = {SVG: 600, PNG: 300}
# Of a longer page, samples are at hand as finely as the screen needs them, no finer.
_FINE_PAGE_S = 60.0
_FOOT_MM, _FOOT_TEXT_MM, _MARGIN_MM = 6.5, 2.8, 8.0
# Of a picture of no window: ten seconds, the pulse before them, and edges.
_WIDTH_MM = 267.0


@dataclass(frozen=True, eq=False)
class Sight:
    """What one paper shows, before it is composed: that is left to a worker."""

    page: Page
    supply: Supply
    calipers: CaliperLayer | None = None


@dataclass(frozen=True, eq=False)
class Drawn:
    """One paper of a picture: its scene, and the calipers above it."""

    scene: Scene
    calipers: CaliperLayer | None = None


@dataclass(frozen=True, eq=False)
class Picture:
    """Papers below each other, and what the picture is called."""

    name: str
    papers: tuple[Drawn, ...]

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height, with the line that says what it is for."""
        sheets = [paper.scene.sheet for paper in self.papers]
        return max(s.width_mm for s in sheets), sum(s.height_mm for s in sheets) + _FOOT_MM

    @property
    def px_per_mm(self) -> float:
        """How finely the papers were composed."""
        return self.papers[0].scene.sheet.px_per_mm


def suffix_of(name: str) -> str:
    """Return the kind of picture that a file's name asks for; raises EcgError for others."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    if suffix not in DPI:
        raise EcgError(tr("{file} is no picture: its name must end with .png or .svg.", file=name))
    return suffix


def px_per_mm_for(suffix: str, sheet: Sheet, page_s: float) -> float:
    """Return how finely a page is drawn: as its kind of picture can, or as the screen has it."""
    fine = DPI[suffix] / MM_PER_INCH
    return fine if page_s <= _FINE_PAGE_S else round(sheet.px_per_mm * MM_PER_INCH) / MM_PER_INCH


def see(page: OpenPage, sheet: Sheet, suffix: str, calipers: Calipers) -> Sight:
    """Return what a paper shows now, true to scale; page, sheet: the screen's own."""
    fine = px_per_mm_for(suffix, sheet, page.page_s(sheet))
    sheet = replace(sheet, px_per_mm=fine, magnification=1.0, calibrated=True)
    shown = page.page(sheet)
    layer = caliper_layer(calipers, ground_of(page, sheet)) if calipers.every else None
    return Sight(replace(shown, levels=dict(shown.levels)), page.supply(sheet), layer)


def picture_of(sights: Iterable[Sight], name: str) -> Picture:
    """Compose a picture that names nobody."""
    return Picture(name, tuple(_drawn(sight) for sight in sights))


def _drawn(sight: Sight) -> Drawn:
    from ecgviewer.review.deidentify import cleaned, deidentified, names_of, unnamed_region

    named = sight.supply.record
    record, names = deidentified(named), names_of(named)
    flags = tuple(replace(one, text=cleaned(one.text, names)) for one in sight.page.bookmarks)
    marks = sight.page.marks and marks_of(record)
    marked = sight.page.regions.regions
    regions = tuple(unnamed_region(one, names) for one in marked)
    page = replace(
        sight.page,
        marks=marks,
        bookmarks=flags,
        regions=replace(sight.page.regions, regions=regions),
    )
    return Drawn(compose(page, replace(sight.supply, record=record)), sight.calipers)


def picture_of_report(report: Report, suffix: str, task: Task) -> Picture:
    """Return the paper of a report alone, coloured where the report has a map."""
    px_per_mm = DPI[suffix] / MM_PER_INCH
    paper = ReportPaper(report, px_per_mm)
    coloured = report.heat is not None
    scenes = paper.page(_WIDTH_MM, paper.height_mm, task, coloured=coloured)
    return Picture(report.record.name, tuple(Drawn(scene) for scene in scenes))


def encode(picture: Picture, suffix: str) -> bytes:
    """Return a picture as a file of that kind holds it."""
    return _svg(picture) if suffix == SVG else _png(picture)


def image_of(picture: Picture) -> QImage:
    """Return a picture as an image."""
    image = QImage(_size(picture), QImage.Format.Format_RGB32)
    per_metre = round(picture.px_per_mm * 1000)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    _paint(picture, image)
    return image


def _size(picture: Picture) -> QSize:
    width, height = picture.size_mm
    return QSize(round(width * picture.px_per_mm), round(height * picture.px_per_mm))


def _png(picture: Picture) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(picture))
    return bytes(buffer.data().data())


def _svg(picture: Picture) -> bytes:
    # Loaded by those who save one.
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # With a resolution, its width and height are told in millimetres.
    generator.setResolution(round(picture.px_per_mm * MM_PER_INCH))
    size = _size(picture)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(tr("ECG {record}", record=picture.name))
    generator.setDescription(tr(RESEARCH_ONLY))
    _paint(picture, generator)
    return bytes(buffer.data().data())


def _paint(picture: Picture, device: QPaintDevice) -> None:
    px = picture.px_per_mm
    painter = QPainter(device)
    try:
        top = 0
        for paper in picture.papers:
            painter.save()
            painter.translate(0, top)
            sheet = paper.scene.sheet
            high = round(sheet.height_mm * px)
            painter.setClipRect(QRectF(0, 0, sheet.width_mm * px, high))
            paint_vector_scene(painter, paper.scene)
            if paper.calipers is not None:
                theme = paper.scene.theme
                paint_calipers(painter, sheet, theme, paper.calipers, paint_vector_above)
            painter.restore()
            top += high
        _paint_foot(painter, picture, top)
    finally:
        painter.end()


def _paint_foot(painter: QPainter, picture: Picture, top: int) -> None:
    px, colours = picture.px_per_mm, COLOURS[picture.papers[0].scene.theme]
    width, _ = picture.size_mm
    painter.fillRect(QRectF(0, top, width * px, (_FOOT_MM + 1) * px), QColor(colours.paper))
    font = paper_font(round(_FOOT_TEXT_MM * px), bold=True)
    painter.setFont(font)
    painter.setPen(QColor(colours.inks[Ink.TEXT]))
    words = f"{picture.name}  ·  {tr(RESEARCH_ONLY)}"
    baseline = top + (_FOOT_MM * px + QFontMetricsF(font).capHeight()) / 2
    painter.drawText(round(_MARGIN_MM * px), round(baseline), words)
