"""What a scan found, over the whole record: early beats, heart rate, rhythms."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ecgviewer.core.scan import Scan
from ecgviewer.core.text import later, tr
from ecgviewer.paper.runs import runs
from ecgviewer.paper.theme import INK_OF_LABEL, Ink
from ecgviewer.paper.view import Theme
from ecgviewer.signal.heart_rate import mean_rates_bpm, rr_intervals_s
from ecgviewer.signal.rate_track import RateTrack, rate_track, scale_over
from ecgviewer.ui.paint import draw_lines
from ecgviewer.ui.ribbon_ink import colour, flat_pen, paint_name, paint_over, small_font
from ecgviewer.ui.ribbon_rate import paint_lines_of_scale

# From the top: two rows of early beats, the heart rate, the rhythms.
EARLY = ("PVC", "PAC")
ROW_PX, RATE_PX, RHYTHM_PX, TOP_PX = 12, 34, 12, 2
SCAN_PX = TOP_PX + len(EARLY) * ROW_PX + RATE_PX + RHYTHM_PX + 2
_RATE_TOP_PX = TOP_PX + len(EARLY) * ROW_PX
_RHYTHM_TOP_PX = _RATE_TOP_PX + RATE_PX
# Even one early beat in a thousand columns can be seen; so many in one fill the row.
LEAST_TICK_PX, FULL_ROW = 4.0, 12
# A point of the line stands for so many beats at least.
BEATS_A_POINT = 6
NARROWEST_SCALE_BPM = 40.0
NOT_YET, NOT_SCANNED = later("not scanned yet"), later("not scanned")

Floats = NDArray[np.float64]


class RibbonScan:
    """A scan made ready to be painted at any width."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        places = {label: place for place, label in enumerate(scan.labels)}
        self.early: Mapping[str, NDArray[np.int64]] = {
            label: scan.samples[scan.label == places[label]] for label in EARLY if label in places
        }
        self._track: RateTrack | None = None
        rr_s = rr_intervals_s(scan.samples, scan.rate_hz, scan.gaps)
        self.rates_bpm = mean_rates_bpm(rr_s) if scan.samples.size else np.empty(0)

    def rate_at(self, sample: float) -> float | None:
        """Return the heart rate at a sample, None where it is not known."""
        if self._track is None:
            # A scan that grows is shown often, and seldom asked.
            scan = self.scan
            self._track = rate_track(scan.samples, scan.rate_hz, scan.gaps, scan.n_samples)
        return self._track.at(sample)

    @property
    def extremes(self) -> tuple[int, int] | None:
        """The places among the beats of the slowest and fastest rate, None without any."""
        if not np.isfinite(self.rates_bpm).any():
            return None
        return int(np.nanargmin(self.rates_bpm)), int(np.nanargmax(self.rates_bpm))

    def rate_points(self, width_px: int) -> tuple[Floats, Floats]:
        """Return x in pixels and the mean rate there, NaN where it is not known."""
        n_points = int(np.clip(len(self.rates_bpm) // BEATS_A_POINT, 1, width_px))
        known = np.isfinite(self.rates_bpm)
        at = self.scan.samples[known] / max(1, self.scan.n_samples)
        bins = np.minimum((at * n_points).astype(np.int64), n_points - 1)
        counts = np.bincount(bins, minlength=n_points)
        sums = np.bincount(bins, self.rates_bpm[known], minlength=n_points)
        means = np.full(n_points, np.nan)
        np.divide(sums, counts, out=means, where=counts > 0)
        x = (np.arange(n_points, dtype=np.float64) + 0.5) * (width_px / n_points)
        return x, means


def paint_scan(
    painter: QPainter, ready: RibbonScan | None, theme: Theme, width_px: int, *, growing: bool
) -> None:
    """Paint the rows over ``width_px``; without a scan, that there is none yet."""
    _paint_frame(painter, theme, width_px)
    scanned = 0.0
    if ready is not None:
        scan = ready.scan
        for row, (label, samples) in enumerate(ready.early.items()):
            _paint_early(painter, theme, label, samples * (width_px / scan.n_samples), row)
        _paint_rates(painter, theme, ready, width_px)
        _paint_rhythms(painter, theme, scan, width_px)
        scanned = scan.done_until / max(1, scan.n_samples) * width_px
    if scanned < width_px - 0.5:
        words = tr(NOT_YET if growing else NOT_SCANNED)
        _paint_unknown(painter, theme, scanned, width_px, words)
    for row, label in enumerate(EARLY):
        paint_name(painter, theme, label, INK_OF_LABEL[label], TOP_PX + row * ROW_PX + 10)
    paint_name(painter, theme, tr("Rate"), Ink.QUIET, _RATE_TOP_PX + 11)


def _paint_frame(painter: QPainter, theme: Theme, width_px: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour(theme, Ink.GRID), 1))
    tops = [TOP_PX + (row + 1) * ROW_PX for row in range(len(EARLY))]
    for y in (*tops, _RHYTHM_TOP_PX, SCAN_PX):
        painter.drawLine(0, y, width_px, y)


def _paint_early(
    painter: QPainter, theme: Theme, label: str, x: NDArray[np.floating], row: int
) -> None:
    """Paint how many early beats stand in each column, more of them higher."""
    columns, counts = np.unique(np.floor(x), return_counts=True)
    bottom = TOP_PX + (row + 1) * ROW_PX - 0.5
    share = np.minimum(1.0, np.sqrt((counts - 1) / (FULL_ROW - 1)))
    high = LEAST_TICK_PX + (ROW_PX - 2 - LEAST_TICK_PX) * share
    at, low = columns + 0.5, np.full(columns.shape, bottom)
    painter.setPen(flat_pen(theme, INK_OF_LABEL[label]))
    draw_lines(painter, np.stack([at, low - high, at, low], axis=1))


def _paint_rates(painter: QPainter, theme: Theme, ready: RibbonScan, width_px: int) -> None:
    extremes = ready.extremes
    if extremes is None:
        return
    rates = ready.rates_bpm
    low, high = (float(rates[place]) for place in extremes)
    spare = max(0.0, NARROWEST_SCALE_BPM - (high - low)) / 2
    scale = scale_over(low - spare, high + spare)
    px = (RATE_PX - 8) / (scale.high_bpm - scale.low_bpm)

    def y_of(bpm: Floats) -> Floats:
        return _RHYTHM_TOP_PX - 4 - (bpm - scale.low_bpm) * px

    paint_lines_of_scale(painter, theme, scale, y_of, width_px)

    x, means = ready.rate_points(width_px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme, Ink.TRACE), 1.25))
    for begin, end in runs(np.isfinite(means)):
        line = np.stack([x[begin:end], y_of(means[begin:end])], axis=1)
        draw_lines(painter, np.concatenate([line[:-1], line[1:]], axis=1))
    for place, word, lower_px in zip(extremes, (tr("min"), tr("max")), (8.0, -1.0), strict=True):
        at = ready.scan.samples[place] * (width_px / ready.scan.n_samples)
        y = float(y_of(rates[place : place + 1])[0])
        words = f"{word} {rates[place]:.0f}"
        _paint_extreme(painter, theme, words, QPointF(float(at), y), lower_px, width_px)


def _paint_extreme(
    painter: QPainter, theme: Theme, words: str, at: QPointF, lower_px: float, width_px: int
) -> None:
    """Mark a rate, its words so much lower: of two that are alike, both can be read."""
    x = at.x()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme, Ink.TRACE))
    painter.drawEllipse(at, 2, 2)
    painter.setFont(small_font())
    wide = painter.fontMetrics().horizontalAdvance(words)
    left = x + 5 if x + 5 + wide < width_px - 2 else x - 5 - wide
    baseline = min(max(at.y() + lower_px, _RATE_TOP_PX + 10.0), _RHYTHM_TOP_PX - 3.0)
    paint_over(painter, theme, words, left, baseline, Ink.TEXT)


def _paint_rhythms(painter: QPainter, theme: Theme, scan: Scan, width_px: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setFont(small_font())
    free = 0.0
    for episode in scan.episodes:
        ink = INK_OF_LABEL[episode.label]
        begin, end = (at / scan.n_samples * width_px for at in (episode.start, episode.stop))
        area = QRectF(begin, _RHYTHM_TOP_PX + 1.5, max(end - begin, 1.5), RHYTHM_PX - 1)
        band = colour(theme, ink)
        wide = painter.fontMetrics().horizontalAdvance(episode.label) + 6
        named = area.width() >= wide and begin >= free
        band.setAlpha(60 if named else 150)
        painter.fillRect(area, band)
        if named:
            painter.setPen(colour(theme, ink))
            painter.drawText(QPointF(begin + 3, _RHYTHM_TOP_PX + 11), episode.label)
            free = begin + wide


def _paint_unknown(
    painter: QPainter, theme: Theme, begin: float, width_px: int, words: str
) -> None:
    hatch = colour(theme, Ink.HATCH)
    hatch.setAlpha(90)
    area = QRectF(begin, 0, width_px - begin, SCAN_PX)
    painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.setFont(small_font())
    wide = painter.fontMetrics().horizontalAdvance(words)
    if area.width() > wide + 24:
        y = SCAN_PX / 2 + 4
        paint_over(painter, theme, words, area.center().x() - wide / 2, y, Ink.QUIET)
