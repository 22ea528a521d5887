"""The panels at the sides, each in its dock."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.beats_panel import BeatsPanel
from ecgviewer.ui.bookmarks_panel import BookmarksPanel
from ecgviewer.ui.docks import Dock
from ecgviewer.ui.facts_panel import FactsPanel
from ecgviewer.ui.files_panel import FilesPanel
from ecgviewer.ui.findings_panel import FindingsPanel
from ecgviewer.ui.holter_panel import HolterPanel
from ecgviewer.ui.laid_panel import LaidBeatsPanel
from ecgviewer.ui.leads_panel import LeadsPanel
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.measured_panel import MeasuredPanel
from ecgviewer.ui.median_beat_panel import MedianBeatPanel
from ecgviewer.ui.regions_list import RegionsList
from ecgviewer.ui.scan_panel import ScanPanel
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.strips_panel import StripsPanel
from ecgviewer.ui.why_panel import WhyPanel


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
        self.regions = RegionsList()
        self.findings = FindingsPanel()
        self.measured = MeasuredPanel()
        self.scan = ScanPanel()
        self.why = WhyPanel()
        self.leads = LeadsPanel()
        self.beat = MedianBeatPanel()
        self.laid = LaidBeatsPanel()
        self.beats = BeatsPanel(self.beat, self.laid)
        self.strips = StripsPanel()
        self.holter = HolterPanel()
        self.facts = FactsPanel()
        self.docks: dict[str, Dock] = {}
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        titled: tuple[tuple[str, str, QWidget, Qt.DockWidgetArea], ...] = (
            ("files", tr("Files"), self.files, left),
            ("bookmarks", tr("Bookmarks"), self.bookmarks, left),
            ("regions", tr("Regions"), self.regions, left),
            ("findings", tr("Findings"), self.findings, right),
            ("measured", tr("Measured"), self.measured, right),
            ("scan", tr("Scan"), self.scan, right),
            ("why", tr("Why"), self.why, right),
            ("leads", tr("Leads"), self.leads, right),
            ("beat", tr("Median beat"), self.beats, right),
            ("strips", tr("Beat"), self.strips, right),
            ("holter", tr("Holter"), self.holter, right),
            ("facts", tr("Record"), self.facts, right),
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
    def parts(self) -> tuple[Part, ...]:
        """All panels, in the order in which they are told of a change."""
        explaining: tuple[Part, ...] = (self.why, self.leads, self.beat, self.laid, self.beats)
        of_scan: tuple[Part, ...] = (self.scan, self.strips, self.holter)
        answers: tuple[Part, ...] = (self.findings, self.measured)
        return (
            self.files,
            self.bookmarks,
            self.regions,
            *answers,
            *explaining,
            *of_scan,
            self.facts,
        )
