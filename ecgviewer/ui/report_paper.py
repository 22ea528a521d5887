"""The ECG paper of a report: true to scale, the page in view or strips of it."""

from dataclasses import replace

from ecgviewer.core.record import Record
from ecgviewer.core.scan_findings import ScanFinding
from ecgviewer.core.task import Task
from ecgviewer.paper.geometry import FOOTER_MM, HEADER_MM, Sheet
from ecgviewer.paper.scene import Scene
from ecgviewer.paper.view import SPEEDS_MM_PER_S, Grid, Layout, Overlay, Theme, View
from ecgviewer.review.report import Report
from ecgviewer.ui.paper_page import OpenPage
from ecgviewer.ui.sample_jobs import read_samples

STRIP_MM = 46.0
_USUAL_MM_PER_S = 25.0
# Of a page that holds fewer rows, several lie below each other.
_LONE_ROWS = 1


def printed(view: View) -> View:
    """Return a view as it is printed: on white, with all of the grid, at a speed of paper.

    Zoomed out further than the slowest paper, it is printed at the usual speed.
    """
    slowest = min(SPEEDS_MM_PER_S)
    speed = view.speed_mm_per_s if view.speed_mm_per_s >= slowest else _USUAL_MM_PER_S
    return replace(view, theme=Theme.PRINT, grid=Grid.SMALL, speed_mm_per_s=speed, fit=False)


def true_sheet(width_mm: float, height_mm: float, px_per_mm: float) -> Sheet:
    """Return a piece of paper on which a millimetre is one."""
    return Sheet(width_mm, height_mm, px_per_mm, magnification=1.0, calibrated=True)


def scene_of(page: OpenPage, record: Record, sheet: Sheet, task: Task) -> Scene:
    """Return what a record's page shows; the samples that it lacks are read first.

    Raises EcgError where they cannot be.
    """
    span = page.missing_span(sheet)
    if span is not None:
        read = read_samples(record, *span, page.chosen_filter, task)
        page.put_samples(read.start, read.samples, read.filtered)
    return page.scene(sheet)


class ReportPaper:
    """Composes the scenes of one report; reads the samples that they show."""

    def __init__(self, report: Report, px_per_mm: float) -> None:
        self._report, self._px_per_mm = report, px_per_mm
        self._page = OpenPage(report.record)
        self._page.view = printed(report.view)
        self._page.marks_visible = report.annotated
        self._page.judged = report.judged
        self._page.scan = report.scan
        self._page.corrected = report.corrected[1] if report.corrected else None
        self._page.regions = report.marks

    def page(
        self, width_mm: float, height_mm: float, task: Task, *, coloured: bool = False
    ) -> tuple[Scene, ...]:
        """Return what fills a room from its top down: the page in view, of one lead strips."""
        page = self._page
        page.set_heat(self._report.heat if coloured else None, self._overlay)
        page.view = printed(self._report.view)
        start_s = page.view.start_s
        if page.table.n_rows > _LONE_ROWS:
            return (self._scene(start_s, width_mm, height_mm, task),)
        n_strips = max(1, int(height_mm // STRIP_MM))
        step_s = page.page_s(true_sheet(width_mm, STRIP_MM, self._px_per_mm))
        starts = [start_s + place * step_s for place in range(n_strips)]
        shown = [at for at in starts if at < self._report.record.duration_s] or [start_s]
        return tuple(self._scene(at, width_mm, STRIP_MM, task) for at in shown)

    @property
    def height_mm(self) -> float:
        """The height of a sheet on which the page in view has its usual rows."""
        table = self._page.table
        if table.n_rows <= _LONE_ROWS:
            return STRIP_MM
        return HEADER_MM + table.n_rows * table.pitch_mm + FOOTER_MM

    def span(self, width_mm: float) -> tuple[int, int]:
        """Return the samples of the page in view, within the record."""
        return self._page.span(true_sheet(width_mm, STRIP_MM, self._px_per_mm))

    def strip(self, place: ScanFinding, width_mm: float, task: Task) -> Scene:
        """Return a place of the scan in the middle of a strip of the lead that was read."""
        page, report = self._page, self._report
        assert report.scan is not None
        page.set_heat(None, self._overlay)
        view = printed(report.view)
        page.view = replace(view, layout=Layout.RHYTHM, rhythm_lead=report.scan.lead)
        page_s = page.page_s(true_sheet(width_mm, STRIP_MM, self._px_per_mm))
        middle_s = (place.start + place.stop) / 2 / report.record.rate_hz
        # What is longer than a strip is shown from its beginning.
        if place.stop - place.start > page_s * report.record.rate_hz:
            middle_s = place.start / report.record.rate_hz + 0.4 * page_s
        latest_s = max(0.0, report.record.duration_s - page_s)
        scene = self._scene(
            min(max(0.0, middle_s - page_s / 2), latest_s), width_mm, STRIP_MM, task
        )
        page.view = view
        return scene

    @property
    def _overlay(self) -> Overlay:
        return replace(self._report.overlay, visible=True)

    def _scene(self, start_s: float, width_mm: float, height_mm: float, task: Task) -> Scene:
        page = self._page
        page.view = replace(page.view, start_s=start_s)
        sheet = true_sheet(width_mm, height_mm, self._px_per_mm)
        return scene_of(page, self._report.record, sheet, task)
