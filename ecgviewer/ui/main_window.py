"""The window: paper in the middle, tools above, panels at the sides, one line below."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStatusBar,
)

from ecgviewer.io.bookmarks_file import BookmarksFile
from ecgviewer.paper.view import Theme, View
from ecgviewer.ui.adjudicating import Adjudicating
from ecgviewer.ui.beat_colouring import BeatColouring, colours_beats
from ecgviewer.ui.beat_counting import BeatCounting
from ecgviewer.ui.beat_laying import BeatLaying
from ecgviewer.ui.beat_looking import BeatLooking
from ecgviewer.ui.blindness import Blindness
from ecgviewer.ui.bookmarking import Bookmarking
from ecgviewer.ui.caliper_keys import CaliperKeys
from ecgviewer.ui.centre import Centre
from ecgviewer.ui.comparing import Comparing
from ecgviewer.ui.correcting import Correcting
from ecgviewer.ui.dropping import dropped_paths, take_dropped
from ecgviewer.ui.erasing import Erasing
from ecgviewer.ui.lead_choosing import DerivedReading
from ecgviewer.ui.lead_weighing import LeadWeighing
from ecgviewer.ui.lead_words import why_not_shown
from ecgviewer.ui.look import chrome_of, palette, style_sheet
from ecgviewer.ui.marking import Marking
from ecgviewer.ui.measuring import Measuring
from ecgviewer.ui.menus import fill_menu, fill_recent
from ecgviewer.ui.message_line import MessageLine
from ecgviewer.ui.model_adding import ModelAdding
from ecgviewer.ui.opening import Opening
from ecgviewer.ui.page_turning import go_to
from ecgviewer.ui.panel_places import PanelPlaces
from ecgviewer.ui.panels import Panels, Part
from ecgviewer.ui.player import Player
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.quality_judging import QualityJudging
from ecgviewer.ui.reasoning import Reasoning
from ecgviewer.ui.rest import PAGE_RESTS_MS, rest_timer
from ecgviewer.ui.review_file import ReviewFile
from ecgviewer.ui.review_files import ReviewFiles, may_close
from ecgviewer.ui.reviewing import Reviewing
from ecgviewer.ui.scanning import Scanning
from ecgviewer.ui.screen_scale import ScreenFollower
from ecgviewer.ui.session_note import SessionNote
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.stopping import stop_or_step_back
from ecgviewer.ui.strip_words import beat_words
from ecgviewer.ui.superposing import Superposing
from ecgviewer.ui.tool_row import ToolRow
from ecgviewer.ui.undoing import Undoing
from ecgviewer.ui.window_actions import actions_of, check_actions
from ecgviewer.ui.window_names import name_finding, name_window
from ecgviewer.ui.wiring import connect_parts
from ecgviewer.ui.work_words import work_words
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.ui.list_parts import ListParts


class MainWindow(QMainWindow):
    """Holds the one ViewState; panels wish, this window replaces it, all redraw."""

    first_painted = Signal()

    def __init__(self, preferences: Preferences, system_theme: Theme = Theme.LIGHT) -> None:
        super().__init__()
        self.preferences = preferences
        view = preferences.view(system_theme)
        state = ViewState(view=view, wanted_device=preferences.device, reader=preferences.reader)
        self.state = StateHolder(state, self)
        self.io = Worker("io", self)
        self.quick = Worker("quick", self, gives_way=True)
        self.long = Worker("long", self, gives_way=True)
        self.keeping = Worker("keeping", self)
        # It gives way to the reader, and so may work for hours.
        self.listing_worker = Worker("listing", self, gives_way=True)
        self.opening = Opening(self.state, self.io, self.long, preferences)
        self.reasoning = Reasoning(self.state, self.io, self.quick, self.long, preferences)
        self.weighing = LeadWeighing(self.state, self.quick, self.long)
        self.erasing = Erasing(self.state, self.quick)
        self.laying = BeatLaying(self.state, self.quick)
        self.scanning = Scanning(self.state, self.long)
        self.counting = BeatCounting(self.state, self.long)
        self.judging = QualityJudging(self.state, self.quick)
        self.colouring = BeatColouring(self.state, self.quick)
        self.looking = BeatLooking(self.state, self.quick)
        self.measuring = Measuring(self.state, self.quick)
        self.calipers = CaliperKeys(self.state)
        self.player = Player(self.state, lambda: self.page_s, self._holds_page, self)
        kept = BookmarksFile(preferences.data_folder / "bookmarks")
        self.bookmarking = Bookmarking(self.state, self.io, kept, lambda: self.page_s)
        file = ReviewFile(preferences.review_path, preferences.own_review_path)
        self.reviewing = Reviewing(self.state, self.keeping, file, preferences)
        self.review_files = ReviewFiles(self.state, self.keeping, self.reviewing, preferences)
        self.marking = Marking(self.state, self.reviewing, lambda: self.page_s)
        self.correcting = Correcting(self.state, self.reviewing)
        self.blindness, self.adjudicating = Blindness(self), Adjudicating(self)
        self.model_adding = ModelAdding(self.state, self.long)
        self.undoing = Undoing(self.state, self.bookmarking, self.reviewing)
        self.derived_reading = DerivedReading(self.state, self.long)
        self.session = SessionNote(self)
        self.superposing = Superposing(self.state, self.quick)
        self._painted = False
        self._view_rests = rest_timer(self, PAGE_RESTS_MS, self._keep_view)
        self._build_centre()
        self._build_docks()
        papers = self.centre.papers
        asked = (self.io, self.quick, self.long)
        self.comparing = Comparing(self.state, papers, self.opening, asked, preferences)
        self.actions_by_name = actions_of(self)
        self._build_bars()
        connect_parts(self)
        self._connect_work()
        self.setAcceptDrops(True)
        self.screen_scale = ScreenFollower(self, preferences)
        self.screen_scale.changed.connect(self.paper.set_screen_scale)
        self.screen_scale.follow()
        self.empty.show_recent(preferences.recent)
        self.empty.offer_return(self.session.offer)
        self.places.restore(preferences)
        self._set_theme(view.theme)
        self._redraw(ViewState(), self.state.value)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """All threads that work for this window."""
        return self.io, self.quick, self.long, self.keeping, self.listing_worker

    @cached_property
    def list_parts(self) -> ListParts:
        """What fills the worklist and has it analysed; made once the window is painted."""
        from ecgviewer.ui.list_parts import ListParts

        return ListParts(self)

    # -- building ----------------------------------------------------------------

    def _build_centre(self) -> None:
        self.message_line = MessageLine()
        self.centre = Centre(self.message_line.details_text)
        self.paper, self.ribbon = self.centre.paper, self.centre.ribbon
        self.empty, self.fade = self.centre.empty, self.centre.fade
        self.setCentralWidget(self.centre)
        self.paper.installEventFilter(self)

    def _build_docks(self) -> None:
        panels = self.panels = Panels(self)
        self.files, self.findings, self.facts = panels.files, panels.findings, panels.facts
        self.why, self.leads, self.beat = panels.why, panels.leads, panels.beat
        self.docks = panels.docks
        self.places = PanelPlaces(self, self.docks, self.centre.strip)

    def _build_bars(self) -> None:
        self._menu, self._recent_menu = QMenu(self), QMenu(self)
        self._menu.aboutToShow.connect(lambda: fill_menu(self._menu, self))
        self._recent_menu.aboutToShow.connect(lambda: fill_recent(self._recent_menu, self))
        self.tools = ToolRow(self.actions_by_name, self._menu, self._recent_menu, self)
        self.addToolBar(self.tools)
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.message_line, 1)
        self.setStatusBar(bar)

    @property
    def _parts(self) -> tuple[Part, ...]:
        return (*self.panels.parts, self.tools)

    # -- wiring ------------------------------------------------------------------

    def _connect_work(self) -> None:
        self.state.changed.connect(self._redraw)
        self.state.changed.connect(self.comparing.follow)
        line = self.message_line
        for explaining in (self.weighing, self.laying, self.colouring, self.looking):
            explaining.failed.connect(line.say_error)
        for part in (
            self.opening,
            self.reasoning,
            self.erasing,
            self.scanning,
            self.judging,
            self.bookmarking,
            self.model_adding,
            self.reviewing,
            self.review_files,
            self.undoing,
            self.comparing,
        ):
            part.said.connect(line.remark if part is self.judging else line.say)
            part.failed.connect(line.say_error)
        self.opening.opened.connect(self._after_opening)
        line.stop_wished.connect(self.stop)
        self._shares: dict[str, float] = {}
        for worker in self.workers:
            worker.progressed.connect(self._note_progress)
            worker.busy_changed.connect(self._show_work)
        self.first_painted.connect(lambda: self.list_parts)
        # torch is loaded when the first record is on the paper, or when there is none
        # to wait for; its import would hold up opening.
        self.first_painted.connect(self._start_reasoning_when_quiet)
        for worker in (self.io, self.long):
            worker.busy_changed.connect(self._start_reasoning_when_quiet)

    def _start_reasoning_when_quiet(self) -> None:
        if self._painted and not self.io.busy_kinds and "folder" not in self.long.busy_kinds:
            QTimer.singleShot(0, self.reasoning.start)

    def _after_opening(self) -> None:
        if self.message_line.is_error:
            self.message_line.clear()
        self.paper.setFocus()
        self.reasoning.analyse_soon()

    # -- the state on screen -----------------------------------------------------

    def _redraw(self, old: ViewState, _new: ViewState) -> None:
        # Others change the state meanwhile, so that only its present value counts.
        new = self.state.value
        self.centre.redraw(old, new)
        if old.record is not new.record or old.view != new.view:
            self.paper.set_view(new.view)
            self._note_span()
        self.centre.show_compared(new)
        for part in self._parts:
            part.redraw(old, new)
        of_beats = colours_beats(old) is not colours_beats(new)
        of_beats = of_beats or old.beat_mode is not new.beat_mode
        if old.label != new.label or of_beats or not self.windowTitle():
            name_finding(self, new)
        shown = (new.scan_beat, new.scan, new.corrected)
        if (old.scan_beat, old.scan, old.corrected) != shown:
            self.docks["strips"].set_subject(beat_words(new))
        if old.view.theme is not new.view.theme:
            self._set_theme(new.view.theme)
        named_anew = old.record is not new.record or old.review is not new.review
        if named_anew or not self.windowTitle():
            name_window(self, new)
        self.places.follow_scan(old, new)
        self.places.follow_role(old, new)
        check_actions(self, new)

    def _note_span(self) -> None:
        state = self.state.value
        if state.record is not None:
            span = self.paper.visible_span()
            self.ribbon.set_view(state.view, span)
            self.centre.note_span_below()
            for part in (self.reasoning, self.why, self.weighing, self.scanning):
                part.see(span)
            for asking in (self.judging, self.colouring, self.measuring, self.superposing):
                asking.see(span)
            self.counting.see(span)

    def _set_theme(self, theme: Theme) -> None:
        chrome = chrome_of(theme)
        QApplication.setPalette(palette(chrome))
        self.setStyleSheet(style_sheet(chrome))
        self.centre.set_chrome(chrome)
        for part in self._parts:
            part.set_chrome(chrome)
        for dock in self.docks.values():
            dock.set_chrome(chrome)
        self.message_line.set_chrome(chrome)

    def _note_progress(self, kind: str, done: int, total: int) -> None:
        self._shares[kind] = done / max(1, total)
        self._show_work()

    def _show_work(self) -> None:
        kinds = [k for worker in self.workers for k in worker.busy_kinds]
        self._shares = {kind: self._shares[kind] for kind in kinds if kind in self._shares}
        self.message_line.show_work(*work_words(kinds, self._shares, self.state.value))

    # -- wishes ------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Show another page, within the record."""
        record = self.state.value.record
        page_s = self.page_s
        if record is not None:
            view = go_to(view, record, page_s, view.start_s)
        old = self.state.value.view
        self.state.replace(view=view)
        if view.speed_mm_per_s != old.speed_mm_per_s:
            # Zooming goes through a hundred speeds, of which the last is to be remembered.
            self._view_rests.start()
        elif replace(view, start_s=0.0) != replace(old, start_s=0.0):
            self._keep_view()

    def _keep_view(self) -> None:
        self._view_rests.stop()
        self.preferences.keep_view(self.state.value.view)

    def change_view(self, **changes: object) -> None:
        """Show the page with the named things changed."""
        self.show_view(replace(self.state.value.view, **changes))  # type: ignore[arg-type]

    def go_to(self, start_s: float) -> None:
        """Begin the page at a time."""
        self.change_view(start_s=start_s)

    @property
    def page_s(self) -> float:
        """The length of the page in seconds."""
        return self.paper.page_s()

    def stop(self) -> None:
        """Stop whatever the reader waits for."""
        stop_or_step_back(self)

    def choose_lead(self, lead: str | None) -> None:
        """Let one lead stand out on the paper; None makes all look alike again."""
        self.state.replace(lead=lead)
        record = self.state.value.record
        if record is not None and lead is not None and not self.paper.shows_lead(lead):
            self.message_line.say(why_not_shown(lead, record))

    def scan_lead(self, lead: str) -> None:
        """Scan another lead, and show it where the page shows one alone."""
        self.change_view(rhythm_lead=lead)
        self.scanning.choose_lead(lead)

    def _holds_page(self) -> bool:
        return self.paper.is_dragged or self.ribbon.is_held

    # -- Qt's events -------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the paper's size: it decides how much of the record is in view."""
        if watched is self.paper and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self.paper, self._note_span)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the panels their first places."""
        super().showEvent(event)
        self.places.place_first(self.centre.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window has been painted for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page within the record."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.paper, self._note_span)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and folders of this computer."""
        if dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, of several the first."""
        if paths := dropped_paths(event):
            event.acceptProposedAction()
            take_dropped(self, paths[0], event.position().toPoint())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and end the workers."""
        # What is still being written is to be kept, too, or the reader is asked.
        self.panels.review.keep_note()
        if not may_close(self):
            event.ignore()
            return
        self.places.keep(self.preferences)
        if self._view_rests.isActive():
            self._keep_view()
        self.player.stop()
        self.session.close()
        for worker in self.workers:
            worker.close()
        self.bookmarking.close()
        self.reviewing.close()
        super().closeEvent(event)
