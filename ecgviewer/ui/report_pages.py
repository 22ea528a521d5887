"""The pages of a report, laid out for a size of paper; each draws itself on a canvas."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ecgviewer.core.scan_findings import ScanFinding
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.paper.scene import Scene
from ecgviewer.review.report import UNKNOWN, Report, short_hash
from ecgviewer.ui.report_blocks import Column, in_columns
from ecgviewer.ui.report_canvas import (
    BODY_MM,
    HEADING_MM,
    QUIET,
    RULE,
    SMALL_MM,
    TITLE_MM,
    Canvas,
)
from ecgviewer.ui.report_legend import LEGEND_MM, legend_title, paint_legend
from ecgviewer.ui.report_paper import STRIP_MM, ReportPaper
from ecgviewer.ui.report_sections import (
    doubts_of,
    findings_line,
    sections_of,
    verdict_lines,
)
from ecgviewer.ui.scan_rows import sure
from ecgviewer.ui.words import RESEARCH_ONLY, age, length, sex

TOP_MM, FOOT_MM, WIDEST_MARGIN_MM = 9.0, 13.0, 15.0
_PAPER_MM = 260.0  # ten seconds, the pulse before them, and an edge
_HEAD_MM, _TITLE_ROOM_MM, _LINE_GAP_MM, _ABOVE_FOOT_MM = 11.0, 7.6, 0.9, 1.5
_COLUMNS, _COLUMN_GAP_MM = 2, 9.0
_STRIP_TITLE_MM, _STRIP_GAP_MM = 4.6, 1.5


@dataclass(frozen=True, slots=True)
class Size:
    """A sheet of paper in mm, and how fine its device is."""

    width_mm: float
    height_mm: float
    px_per_mm: float

    @property
    def margin_mm(self) -> float:
        """What stays free at the left and at the right."""
        return max(4.0, min(WIDEST_MARGIN_MM, (self.width_mm - _PAPER_MM) / 2))

    @property
    def inner_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - 2 * self.margin_mm

    @property
    def bottom_mm(self) -> float:
        """Where the footer begins."""
        return self.height_mm - FOOT_MM


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, and what draws all but its head and foot."""

    title: str
    draw: Callable[[Canvas], None]


def pages_of(report: Report, size: Size, task: Task) -> tuple[Page, ...]:
    """Lay out all pages; raises EcgError where the samples cannot be read."""
    paper = ReportPaper(report, size.px_per_mm)
    pages = [_first(report, size, paper, task)]
    if report.heat is not None:
        pages.append(_coloured(report, size, paper, task))
    pages += _words(report, size)
    pages += _strips(report, size, paper, task)
    return tuple(pages)


def draw_page(
    canvas: Canvas, report: Report, size: Size, pages: Sequence[Page], place: int
) -> None:
    """Draw one of the pages with its head and foot."""
    page = pages[place]
    _draw_head(canvas, report, size, page.title)
    page.draw(canvas)
    _draw_foot(canvas, report, size, place, len(pages))


# Head and foot


def _draw_head(canvas: Canvas, report: Report, size: Size, title: str) -> None:
    left, wide = size.margin_mm, size.inner_mm
    if title:
        canvas.write(title, left, TOP_MM, wide, HEADING_MM, bold=True)
        canvas.write(report.record.name, left, TOP_MM, wide, BODY_MM, colour=QUIET, align="right")
        rule_mm = TOP_MM + 6.2
        canvas.line(left, rule_mm, left + wide, rule_mm)
        return
    canvas.write(tr("ECG report"), left, TOP_MM, wide, TITLE_MM, bold=True)
    beside = left + canvas.width_mm(tr("ECG report"), TITLE_MM, bold=True) + 5.0
    canvas.write(report.record.name, beside, TOP_MM, wide, TITLE_MM)
    y_mm = TOP_MM + _TITLE_ROOM_MM
    for words, bold in _summary(report):
        canvas.write(words, left, y_mm, wide, BODY_MM, bold=bold)
        y_mm += canvas.height_mm(words, wide, BODY_MM, bold=bold) + _LINE_GAP_MM


def _summary(report: Report) -> Iterator[tuple[str, bool]]:
    """Yield who and when, what the model and the readers say, and what casts doubt on it."""
    record = report.record
    began = record.started_at
    facts = (
        age(record.patient.age_years),
        sex(record.patient.sex),
        tr("recorded {when}", when=f"{began:%Y-%m-%d %H:%M:%S}" if began else UNKNOWN),
        length(record.duration_s),
        f"{record.rate_hz:g} Hz",
        tr("{n} leads", n=len(record.leads)) if len(record.leads) != 1 else tr("1 lead"),
        tr("SYNTHETIC: made by a program") if record.synthetic else "",
        "" if report.identified else tr("de-identified"),
    )
    yield "  ·  ".join(filter(None, facts)), False
    yield findings_line(report), True
    for verdict in verdict_lines(report):
        yield verdict, True
    doubts = doubts_of(report)
    if doubts:
        yield doubts, False


def _draw_foot(canvas: Canvas, report: Report, size: Size, place: int, n_pages: int) -> None:
    left, wide, y_mm = size.margin_mm, size.inner_mm, size.bottom_mm + 2.4
    canvas.line(left, y_mm - 1.2, left + wide, y_mm - 1.2, RULE)
    caution = tr(RESEARCH_ONLY)
    if report.record.synthetic:
        caution = f"{tr('SYNTHETIC')}  ·  {caution}"
    canvas.write(caution, left, y_mm, wide, BODY_MM, bold=True)
    page = tr("Page {n} of {all}", n=place + 1, all=n_pages)
    canvas.write(page, left, y_mm, wide, SMALL_MM, colour=QUIET, align="right")
    model = tr("What a model suggests is no diagnosis.")
    if report.card is not None:
        asked = tr(
            "Model {name}, weights {digest}", name=report.card.name, digest=short_hash(report.card)
        )
        model = f"{asked}  ·  {model}"
    made = tr("Report of {day}", day=f"{report.made_at:%Y-%m-%d}")
    canvas.write(f"{made}  ·  {model}", left, y_mm + 4.2, wide, SMALL_MM, colour=QUIET)


# The paper


def _first(report: Report, size: Size, paper: ReportPaper, task: Task) -> Page:
    measuring, wide = Canvas(None, size.px_per_mm), size.inner_mm
    heights = (measuring.height_mm(words, wide, bold=bold) for words, bold in _summary(report))
    top = TOP_MM + _TITLE_ROOM_MM + sum(height + _LINE_GAP_MM for height in heights) + 1.2
    scenes = paper.page(wide, size.bottom_mm - _ABOVE_FOOT_MM - top, task)
    return Page("", lambda canvas: _draw_scenes(canvas, scenes, size, top))


def _coloured(report: Report, size: Size, paper: ReportPaper, task: Task) -> Page:
    top, bottom = TOP_MM + 8.6, size.bottom_mm - LEGEND_MM
    span = paper.span(size.inner_mm)
    scenes = paper.page(size.inner_mm, bottom - top, task, coloured=True)

    def draw(canvas: Canvas) -> None:
        _draw_scenes(canvas, scenes, size, top)
        paint_legend(canvas, report, span, size.margin_mm, bottom + 3.0, size.inner_mm)

    return Page(legend_title(report), draw)


def _draw_scenes(canvas: Canvas, scenes: Sequence[Scene], size: Size, top_mm: float) -> None:
    y_mm = top_mm
    for scene in scenes:
        canvas.scene(scene, size.margin_mm, y_mm)
        y_mm += scene.sheet.height_mm
    canvas.frame(size.margin_mm, top_mm, size.inner_mm, y_mm - top_mm, RULE)


# Words


def _words(report: Report, size: Size) -> Iterator[Page]:
    top = TOP_MM + _HEAD_MM
    wide = (size.inner_mm - (_COLUMNS - 1) * _COLUMN_GAP_MM) / _COLUMNS
    measuring = Canvas(None, size.px_per_mm)
    columns = in_columns(sections_of(report), measuring, wide, size.bottom_mm - top - 1.0)
    for first in range(0, len(columns), _COLUMNS):
        yield _page_of(columns[first : first + _COLUMNS], size, top, wide)


def _page_of(columns: Sequence[Column], size: Size, top_mm: float, width_mm: float) -> Page:
    def draw(canvas: Canvas) -> None:
        _draw_columns(canvas, columns, size, top_mm, width_mm)

    return Page(tr("ECG report: findings, intervals, verdict"), draw)


def _draw_columns(
    canvas: Canvas, columns: Sequence[Column], size: Size, top_mm: float, width_mm: float
) -> None:
    for place, column in enumerate(columns):
        x_mm = size.margin_mm + place * (width_mm + _COLUMN_GAP_MM)
        for block, y_mm in column:
            block.paint(canvas, x_mm, top_mm + y_mm, width_mm)


# Strips of a scan


def _strips(report: Report, size: Size, paper: ReportPaper, task: Task) -> Iterator[Page]:
    top = TOP_MM + _HEAD_MM - 2.0
    high = _STRIP_TITLE_MM + STRIP_MM + _STRIP_GAP_MM
    per_page = max(1, int((size.bottom_mm - top) // high))
    places = report.strips
    for first in range(0, len(places), per_page):
        shown = places[first : first + per_page]
        scenes = [paper.strip(place, size.inner_mm, task) for place in shown]
        titles = [_strip_title(place, report) for place in shown]

        def draw(canvas: Canvas, scenes: list[Scene] = scenes, titles: list[str] = titles) -> None:
            for row, (scene, title) in enumerate(zip(scenes, titles, strict=True)):
                y_mm = top + row * high
                canvas.write(title, size.margin_mm, y_mm, size.inner_mm, BODY_MM, bold=True)
                _draw_scenes(canvas, (scene,), size, y_mm + _STRIP_TITLE_MM)

        yield Page(tr("ECG report: places of the scan, the surest of each kind"), draw)


def _strip_title(place: ScanFinding, report: Report) -> str:
    at = clock_words(place.start, report.record.rate_hz)
    seconds = (place.stop - place.start) / report.record.rate_hz
    lasts = f"{seconds:.1f} s" if place.stop > place.start else ""
    return "  ·  ".join(filter(None, (tr(str(place.kind)), at, lasts, sure(place))))
