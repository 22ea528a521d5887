"""The panels at the sides, each in its dock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.beats_panel import BeatsPanel
from ecgviewer.ui.bookmarks_panel import BookmarksPanel
from ecgviewer.ui.docks import Dock, scrolled
from ecgviewer.ui.facts_panel import FactsPanel
from ecgviewer.ui.files_panel import FilesPanel
from ecgviewer.ui.findings_panel import FindingsPanel
from ecgviewer.ui.laid_panel import LaidBeatsPanel
from ecgviewer.ui.late_panel import LatePanel
from ecgviewer.ui.leads_panel import LeadsPanel
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.measured_panel import MeasuredPanel
from ecgviewer.ui.median_beat_panel import MedianBeatPanel
from ecgviewer.ui.regions_list import RegionsList
from ecgviewer.ui.review_panel import ReviewPanel
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.why_panel import WhyPanel

if TYPE_CHECKING:
    from ecgviewer.ui.holter_panel import HolterPanel
    from ecgviewer.ui.readers_table import ReadersTable
    from ecgviewer.ui.scan_panel import ScanPanel
    from ecgviewer.ui.strips_panel import StripsPanel
    from ecgviewer.ui.worklist_panel import WorklistPanel


class Part(Protocol):
    """A part of the window that shows the state."""

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show what has changed."""

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""


class Panels:
    """All panels of one window, and their docks by name."""

    def __init__(self, window: QMainWindow) -> None:
        self.files = FilesPanel()
        self.bookmarks = BookmarksPanel()
        self.late_worklist = LatePanel(tr("Worklist"), QSize(344, 480), _make_worklist)
        self.regions = RegionsList()
        self.findings = FindingsPanel()
        self.measured = MeasuredPanel()
        self.late_scan = LatePanel(tr("Scan"), QSize(320, 464), _make_scan)
        self.why = WhyPanel()
        self.leads = LeadsPanel()
        self.beat = MedianBeatPanel()
        self.laid = LaidBeatsPanel()
        self.beats = BeatsPanel(self.beat, self.laid)
        self.late_strips = LatePanel(tr("Beat"), QSize(320, 440), _make_strips)
        self.late_holter = LatePanel(tr("Holter"), QSize(320, 320), _make_holter)
        self.review = ReviewPanel()
        self.facts = FactsPanel()
        self.late_readers = LatePanel(tr("Readers"), QSize(320, 280), _make_readers)
        self.docks: dict[str, Dock] = {}
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        titled: tuple[tuple[str, str, QWidget, Qt.DockWidgetArea], ...] = (
            ("files", tr("Files"), self.files, left),
            ("bookmarks", tr("Bookmarks"), self.bookmarks, left),
            ("worklist", tr("Worklist"), self.late_worklist, left),
            ("regions", tr("Regions"), self.regions, left),
            ("findings", tr("Findings"), self.findings, right),
            ("measured", tr("Measured"), self.measured, right),
            ("scan", tr("Scan"), self.late_scan, right),
            ("why", tr("Why"), scrolled(self.why), right),
            ("leads", tr("Leads"), self.leads, right),
            ("beat", tr("Median beat"), self.beats, right),
            ("strips", tr("Beat"), self.late_strips, right),
            ("holter", tr("Holter"), self.late_holter, right),
            ("review", tr("Review"), self.review, right),
            ("facts", tr("Record"), self.facts, right),
            ("readers", tr("Readers"), self.late_readers, right),
        )
        for name, title, panel, area in titled:
            dock = Dock(name, title, panel, window)
            window.addDockWidget(area, dock)
            self.docks[name] = dock
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)
        for corner, area in (
            (Qt.Corner.TopLeftCorner, left),
            (Qt.Corner.BottomLeftCorner, left),
            (Qt.Corner.TopRightCorner, right),
            (Qt.Corner.BottomRightCorner, right),
        ):
            window.setCorner(corner, area)

    @property
    def worklist(self) -> WorklistPanel:
        """The worklist, which is made for the first to ask for it."""
        return cast("WorklistPanel", self.late_worklist.panel())

    @property
    def scan(self) -> ScanPanel:
        """The findings of a scan, which are made for the first to ask for them."""
        return cast("ScanPanel", self.late_scan.panel())

    @property
    def strips(self) -> StripsPanel:
        """What each net saw in a beat, which is made for the first to ask for it."""
        return cast("StripsPanel", self.late_strips.panel())

    @property
    def holter(self) -> HolterPanel:
        """The summary of a scan, which is made for the first to ask for it."""
        return cast("HolterPanel", self.late_holter.panel())

    @property
    def readers(self) -> ReadersTable:
        """The table of all readers, which is made for the first to ask for it."""
        return cast("ReadersTable", self.late_readers.panel())

    @property
    def parts(self) -> tuple[Part, ...]:
        """All panels, in the order in which they are told of a change."""
        explaining: tuple[Part, ...] = (self.why, self.leads, self.beat, self.laid, self.beats)
        of_scan: tuple[Part, ...] = (self.late_scan, self.late_strips, self.late_holter)
        answers: tuple[Part, ...] = (self.findings, self.measured)
        listed: tuple[Part, ...] = (self.files, self.late_worklist, self.bookmarks, self.regions)
        of_readers: tuple[Part, ...] = (self.review, self.facts, self.late_readers)
        return (*listed, *answers, *explaining, *of_scan, *of_readers)


def _make_worklist() -> WorklistPanel:
    from ecgviewer.ui.worklist_panel import WorklistPanel

    return WorklistPanel()


def _make_scan() -> ScanPanel:
    from ecgviewer.ui.scan_panel import ScanPanel

    return ScanPanel()


def _make_strips() -> StripsPanel:
    from ecgviewer.ui.strips_panel import StripsPanel

    return StripsPanel()


def _make_holter() -> HolterPanel:
    from ecgviewer.ui.holter_panel import HolterPanel

    return HolterPanel()


def _make_readers() -> ReadersTable:
    from ecgviewer.ui.readers_table import ReadersTable

    return ReadersTable()
