"""The whole record in one line, with a handle where the page is."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.review import Region
from ecgviewer.core.scan import Scan
from ecgviewer.core.text import tr
from ecgviewer.paper.marks import NORMAL_CODE, MarkIndex, marks_of
from ecgviewer.paper.theme import COLOURS, Ink
from ecgviewer.paper.view import View
from ecgviewer.signal.leads import find_lead
from ecgviewer.signal.pyramid import Pyramid, column_extremes
from ecgviewer.signal.record_beats import RecordBeats, is_long_enough
from ecgviewer.ui.paint import draw_lines
from ecgviewer.ui.ribbon_bookmarks import paint_flags
from ecgviewer.ui.ribbon_ink import flat_pen, paint_name
from ecgviewer.ui.ribbon_rate import RATE_ROW_PX, paint_poor, paint_rate_row, reading
from ecgviewer.ui.ribbon_regions import paint_regions
from ecgviewer.ui.ribbon_scan import SCAN_PX, RibbonScan, paint_scan
from ecgviewer.ui.ribbon_times import TIME_PX, paint_times

HEIGHT_PX = 56
MARKS_PX = 8  # ticks of unusual beats, above the signal
RHYTHM_PX = 3
# A page of a day-long record would be a handle too thin to see or to grasp.
LEAST_HANDLE_PX = 6.0
# The signal's own outliers (pacing, artefacts) would flatten everything else.
REACH_PERCENTILES = (1.0, 99.0)


class Ribbon(QWidget):
    """Overview of a record; click or drag to move the page.

    All but the handle is kept as a picture, so that scrolling paints the handle alone.
    moved: start of the page in seconds. second_moved: of the page below, whose handle is
    dashed. hovered: what is known of the moment under the mouse.
    """

    moved = Signal(float)
    second_moved = Signal(float)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View()
        self._record: Record | None = None
        self._span = (0, 0)
        self._pyramid: Pyramid | None = None
        self._marks: MarkIndex | None = None
        self._second: tuple[int, int] | None = None
        self._held_at: float | None = None  # px from the handle's left edge
        self._holds_second = False
        self._scan: RibbonScan | None = None
        self._growing = False
        self._bookmarks: tuple[Bookmark, ...] = ()
        self._regions: tuple[Region, ...] = ()
        self._beats: RecordBeats | None = None
        self._picture = QPixmap()
        self._picture_key: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT_PX)
        # Else each of its paintings has the window behind it painted too.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Overview of the whole record"))

    def show_record(self, record: Record | None) -> None:
        """Show another record; None empties the ribbon."""
        self._record = record
        self._marks = marks_of(record) if record else None
        self._pyramid = None
        self._span, self._second = (0, 0), None
        self._held_at = None
        self.show_beats(None)

    def set_view(self, view: View, span: tuple[int, int]) -> None:
        """Move the handle to the page's samples, start and stop."""
        same = (view.theme, view.rhythm_lead) == (self._view.theme, self._view.rhythm_lead)
        before = self._handle(self._span)
        self._view, self._span = view, span
        if not same:
            self.update()
            return
        for area in (before, self._handle(self._span)):
            self.update(area.adjusted(-2, -1, 2, 1).toAlignedRect())

    def set_second(self, span: tuple[int, int] | None) -> None:
        """Show a second handle at a page's samples, start and stop; None: no such page."""
        before, self._second = self._second, span
        if span != before:
            for area in (self._handle(one) for one in (before, span) if one is not None):
                self.update(area.adjusted(-2, -1, 2, 1).toAlignedRect())

    def put_pyramid(self, pyramid: Pyramid) -> None:
        """Take the record's extremes."""
        if self._record is not None and pyramid.n_samples == self._record.n_samples:
            self._pyramid = pyramid
            self.update()

    def show_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> None:
        """Fly a flag at every bookmark."""
        self._bookmarks = bookmarks
        self.update()

    def show_regions(self, regions: tuple[Region, ...]) -> None:
        """Show where the reader marked something."""
        self._regions = regions
        self.update()

    @property
    def is_held(self) -> bool:
        """Whether the mouse holds the handle."""
        return self._held_at is not None

    def show_scan(self, scan: Scan | None, *, expected: bool) -> None:
        """Show what a scan found; where one is ``expected``, its place is kept."""
        self._growing = expected
        if scan is None:
            self._scan = None
        elif self._scan is None or scan is not self._scan.scan:
            self._scan = RibbonScan(scan)
        self._take_room()

    def show_beats(self, beats: RecordBeats | None) -> None:
        """Show the rate of what is known of a record's beats, and where it is too poor."""
        own = beats is not None and beats.record is self._record
        self._beats = beats if own else None
        self._take_room()

    def _take_room(self) -> None:
        self.setFixedHeight(HEIGHT_PX + self._above)
        self.update()

    @property
    def _is_scanned(self) -> bool:
        return self._scan is not None or self._growing

    @property
    def _above(self) -> int:
        """The height of the rows above the record: the scan's, or the rate alone."""
        if self._is_scanned:
            return SCAN_PX
        has_rate = self._record is not None and is_long_enough(self._record)
        return RATE_ROW_PX if has_rate else 0

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or bring it to the mouse."""
        if self._record is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._holds_second = self._is_second(x)
        handle = self._held_handle
        inside = handle.left() <= x <= handle.right()
        self._held_at = x - handle.left() if inside else handle.width() / 2
        if not inside:
            self._move_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page along, or tell what is under the mouse."""
        if self._held_at is not None:
            self._move_to(event.position().x())
        self.hovered.emit(self.reading_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the handle go."""
        self._held_at = None

    def leaveEvent(self, _event: QEvent) -> None:
        """Tell of nothing once the mouse is elsewhere."""
        self.hovered.emit("")

    def reading_at(self, x: float) -> str:
        """Return what is known of the moment at a place: "03:12:40 · 84/min · AFIB"."""
        record = self._record
        if record is None or not 0 <= x < self.width():
            return ""
        sample = x / self.width() * record.n_samples
        rate = self._rate_at(sample)
        poor = self._beats.poor if self._beats is not None else np.empty((0, 2))
        is_poor = bool(((poor[:, 0] <= sample) & (sample < poor[:, 1])).any())
        return reading(sample / record.rate_hz, rate, self._rhythm_at(sample), poor=is_poor)

    def _rate_at(self, sample: float) -> float | None:
        """Return the rate by the scan's beats where there are some, else by the record's."""
        if self._scan is not None:
            return self._scan.rate_at(sample)
        track = self._beats.track if self._beats is not None else None
        return track.at(sample) if track is not None else None

    def _rhythm_at(self, sample: float) -> str:
        """Return the rhythm that the scan or, without one, the file names at a sample."""
        if self._scan is not None:
            named = [(e.start, e.stop, e.label) for e in self._scan.scan.episodes]
        else:
            rhythms = self._marks.rhythms if self._marks is not None else ()
            named = [(span.start, span.stop, span.name) for span in rhythms]
        return next((name for start, stop, name in named if start <= sample < stop), "")

    def _move_to(self, x: float) -> None:
        if self._record is None or self._held_at is None:
            return
        span = self._second if self._holds_second and self._second else self._span
        page_s = (span[1] - span[0]) / self._record.rate_hz
        wished_s = (x - self._held_at) / self.width() * self._record.duration_s
        moved = self.second_moved if self._holds_second else self.moved
        moved.emit(min(max(wished_s, 0.0), max(0.0, self._record.duration_s - page_s)))

    def _is_second(self, x: float) -> bool:
        """Whether the second handle is the one that was meant: it alone, or it is nearer."""
        if self._second is None:
            return False
        first, second = self._handle(self._span), self._handle(self._second)
        if not second.left() <= x <= second.right():
            return False
        return abs(x - second.center().x()) < abs(x - first.center().x())

    @property
    def _held_handle(self) -> QRectF:
        second = self._second if self._holds_second else None
        return self._handle(second or self._span)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kept picture and, over it, the handle."""
        with QPainter(self) as painter:
            painter.setClipRegion(event.region())
            painter.drawPixmap(0, 0, self._whole_picture())
            if self._record is not None:
                if self._second is not None:
                    self._paint_handle(painter, self._second, Qt.PenStyle.DashLine)
                self._paint_handle(painter, self._span)
                self._paint_regions(painter)
                marks = np.array([mark.sample for mark in self._bookmarks], dtype=np.int64)
                paint_flags(painter, self._view.theme, self._x(marks).tolist())

    def _paint_regions(self, painter: QPainter) -> None:
        edges = np.array([(one.start, one.stop) for one in self._regions], dtype=np.int64)
        spans = [(start, stop) for start, stop in self._x(edges).reshape(-1, 2).tolist()]
        paint_regions(painter, self._view.theme, spans, self.height() - TIME_PX)

    def _whole_picture(self) -> QPixmap:
        """Return all but the handle; scrolling does not change it."""
        theme, ratio = self._view.theme, self.devicePixelRatioF()
        shown = (self._record, self._pyramid, self._scan, self._growing, self._beats)
        key = (*shown, theme, self._view.rhythm_lead, self.width(), self.height(), ratio)
        if key != self._picture_key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(COLOURS[theme].paper))
            if self._record is not None:
                with QPainter(picture) as painter:
                    self._paint_record(painter, self._record)
            self._picture, self._picture_key = picture, key
        return self._picture

    def _paint_record(self, painter: QPainter, record: Record) -> None:
        theme, width = self._view.theme, self.width()
        if self._beats is not None:
            high = self.height() - TIME_PX
            paint_poor(painter, theme, self._beats.poor, record.n_samples, width, high)
        self._paint_rows_above(painter)
        painter.translate(0, self._above)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_signal(painter, record)
        self._paint_marks(painter)
        if self._is_scanned and self._marks is not None and self._marks.beats.size:
            # The scan's rows above tell of the same beats.
            paint_name(painter, theme, tr("file"), Ink.MARK, MARKS_PX + 1)
        painter.translate(0, HEIGHT_PX - TIME_PX)
        paint_times(painter, theme, record.duration_s, width)

    def _paint_rows_above(self, painter: QPainter) -> None:
        theme, width = self._view.theme, self.width()
        if self._is_scanned:
            paint_scan(painter, self._scan, theme, width, growing=self._growing)
        elif self._above:
            beats = self._beats
            whole = beats is not None and beats.from_file
            known = beats.done_until / beats.record.n_samples if beats is not None else 0.0
            track = beats.track if beats is not None else None
            paint_rate_row(painter, theme, track, width, 1.0 if whole else known)

    def _ink(self, ink: Ink) -> QColor:
        return QColor(COLOURS[self._view.theme].inks[ink])

    def _x(self, samples: NDArray[np.int64]) -> NDArray[np.float64]:
        assert self._record is not None
        return samples.astype(np.float64) * (self.width() / max(1, self._record.n_samples))

    def _paint_signal(self, painter: QPainter, record: Record) -> None:
        top, bottom = MARKS_PX + 2.0, HEIGHT_PX - TIME_PX - RHYTHM_PX - 2.0
        painter.setPen(QPen(self._ink(Ink.GRID), 1))
        painter.drawLine(QLineF(0, bottom + 1, self.width(), bottom + 1))
        if self._pyramid is None or not record.leads:
            return
        lead = find_lead(self._view.rhythm_lead, record.lead_names) or 0
        low, high = overview(self._pyramid, lead, self.width())
        known = np.isfinite(low)
        if not known.any():
            return
        floor = float(np.percentile(low[known], REACH_PERCENTILES[0]))
        ceiling = float(np.percentile(high[known], REACH_PERCENTILES[1]))
        px = (bottom - top) / max(ceiling - floor, 1e-6)
        x = np.flatnonzero(known) + 0.5
        upper = np.clip(bottom - (high[known].astype(float) - floor) * px, top, bottom)
        lower = np.clip(bottom - (low[known].astype(float) - floor) * px, top, bottom)
        painter.setPen(flat_pen(self._view.theme, Ink.TICK))
        draw_lines(painter, np.stack([x, upper, x, np.maximum(lower, upper + 1)], axis=1))

    def _paint_marks(self, painter: QPainter) -> None:
        if self._marks is None:
            return
        odd = self._marks.beats[self._marks.symbols != NORMAL_CODE]
        x = np.unique(np.floor(self._x(odd))) + 0.5
        painter.setPen(flat_pen(self._view.theme, Ink.MARK))
        ends = np.stack([x, np.full_like(x, 2), x, np.full_like(x, MARKS_PX)], axis=1)
        draw_lines(painter, ends)
        y = HEIGHT_PX - TIME_PX - RHYTHM_PX
        # The normal rhythm is the paper's own: only others are worth a bar.
        odd_rhythms = [span for span in self._marks.rhythms if span.name not in ("N", "NSR")]
        edges = np.array([(span.start, span.stop) for span in odd_rhythms], dtype=np.int64)
        for begin, end in self._x(edges).reshape(-1, 2).tolist():
            bar = QRectF(begin, y, max(end - begin, 1.0), RHYTHM_PX)
            painter.fillRect(bar, self._ink(Ink.MARK))

    def _handle(self, span: tuple[int, int]) -> QRectF:
        if self._record is None:
            return QRectF()
        start, stop = self._x(np.array(span)).tolist()
        width = max(stop - start, LEAST_HANDLE_PX)
        left = min(max(start, 0.0), self.width() - width)
        return QRectF(left, 0.5, width, self.height() - TIME_PX - 1.0)

    def _paint_handle(
        self,
        painter: QPainter,
        span: tuple[int, int],
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        if span[1] <= span[0]:
            return
        inside = self._ink(Ink.MARK)
        inside.setAlpha(36)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink(Ink.MARK), 1.5, style))
        painter.setBrush(inside if style is Qt.PenStyle.SolidLine else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._handle(span).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)


def overview(pyramid: Pyramid, lead: int, width_px: int) -> tuple[Samples, Samples]:
    """Return a lead's extremes for each of ``width_px`` columns over the whole record."""
    level = pyramid.level_for(pyramid.n_samples / max(1, width_px)) or 0
    low, high = pyramid.lows[level][lead], pyramid.highs[level][lead]
    unread = -(-pyramid.n_samples // pyramid.bins[level]) - low.size
    if unread > 0:
        low, high = (np.pad(x, (0, unread), constant_values=np.nan) for x in (low, high))
    if low.size <= width_px:
        # Fewer bins than columns: a bin is as wide as the columns that it covers.
        bins = np.arange(width_px) * low.size // width_px
        return low[bins], high[bins]
    return column_extremes(low, high, np.arange(width_px + 1) * low.size // width_px)
