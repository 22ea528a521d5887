"""The window as a person sees it, written to a picture without a display."""

import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QSettings,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from ecgviewer.core.erased import Erased
from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.paper.lead_choice import parse_choice, with_choice
from ecgviewer.paper.view import TRACE_MM, Layout, Theme
from ecgviewer.signal.derived_leads import with_derived
from ecgviewer.signal.display_filter import OFF, DisplayFilter, unfit_words
from ecgviewer.signal.measured_span import Quantity
from ecgviewer.ui.app import make_application
from ecgviewer.ui.commands import show_worklist
from ecgviewer.ui.language import use_language
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.snapshot_review import NOTHING, Sayings, say_all
from ecgviewer.ui.state import BeatMode, Stage

_POLL_MS = 30
# So many looks in a row must find nothing running: painting may ask for more samples.
_QUIET_LOOKS = 3
# What the panel of beats shows, by the names that stand beside those of docks.
_BEAT_MODES = {"superposed": BeatMode.SUPERPOSED, "magnified": BeatMode.MAGNIFIED}


@dataclass(frozen=True, slots=True)
class Gap:
    """What the model shall be asked without; lead: its name, None for all leads."""

    start_s: float
    stop_s: float
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What the picture shall show.

    path: None for the demo. start_s: None for where the label is strongest, or else the
    beginning. view_s: how much a page shows, None for the usual speed. size: in the screen's
    units. panel: the one whose tab is in front, by the name of its dock, or "superposed" or
    "magnified" for those beats. erase: what the model is asked without. scan: every
    beat is judged, also of a record that is not scanned unasked; lead: of this lead. finding:
    the one of the scan that is gone to, the first in time is 1; beat_s: a beat near that time.
    display_filter: what the paper is looked at through. measured: the value whose beats are
    marked. leads: those to show, by their names; bookmarks: seconds, and words beside them.
    compare: the record that stands below, None for the same one at ``compare_start_s`` where
    that is given. said: what a reader says, in a review that is kept nowhere. worklist: that
    of the folder stands at the left, analysed. language: the code of the window's.
    """

    out: Path
    path: Path | None = None
    hints: ImportHints | None = None
    layout: Layout | None = None
    label: str | None = None
    method: str | None = None
    model: str | None = None
    device: str = "auto"
    start_s: float | None = None
    view_s: float | None = None
    width: int = 1600
    height: int = 1000
    theme: Theme = Theme.LIGHT
    language: str = "en"
    pen_mm: float = TRACE_MM
    leads: str | None = None
    bookmarks: tuple[tuple[float, str], ...] = ()
    panel: str | None = None
    erase: tuple[Gap, ...] = ()
    scan: bool = False
    lead: str | None = None
    finding: int | None = None
    beat_s: float | None = None
    display_filter: DisplayFilter = OFF
    measured: Quantity | None = None
    compare: Path | None = None
    compare_start_s: float | None = None
    said: Sayings = NOTHING
    worklist: bool = False
    timeout_s: float = 300.0


def take(order: Order) -> Path:
    """Open the record, wait for findings and saliency, and write the window as PNG.

    Raises EcgError where the record cannot be opened, the class or method is unknown, the
    record's rate cannot hold the filter, the time runs out, or the file cannot be written.
    """
    qInstallMessageHandler(_tell)
    application = make_application()
    use_language(application, order.language)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.device = order.device
        window = MainWindow(preferences, order.theme)
        try:
            return _Sitting(application, window, order).run()
        finally:
            window.close()
            window.deleteLater()
            use_language(application, "en")


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # The offscreen platform says this of every window that has a smallest size.
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


class _Sitting:
    """One window that is brought into the state of the order."""

    def __init__(self, application: QApplication, window: MainWindow, order: Order) -> None:
        self._application, self._window, self._order = application, window, order
        self._error: EcgError | None = None
        window.opening.failed.connect(self._note_error)
        window.scanning.failed.connect(self._note_error)
        window.comparing.failed.connect(self._note_error)
        window.opening.needs_hints.connect(self._note_needed)

    def run(self) -> Path:
        window, order = self._window, self._order
        window.resize(QSize(order.width, order.height))
        window.reasoning.prefer(order.label, order.method)
        window.colouring.prefer(order.method)
        window.state.replace(model=order.model)
        # The pointer would light up whatever lies under it.
        QCursor.setPos(window.geometry().bottomRight() + QPoint(40, 40))
        window.show()
        if order.path is None:
            window.opening.open_demo()
        else:
            window.opening.open_path(order.path, order.hints)
        self._wait()
        self._scan()
        self._turn()
        self._wait()
        self._compare()
        self._wait()
        self._choose_beat()
        self._bring_panel()
        self._wait()
        if order.worklist:
            show_worklist(window)
            self._wait()
            window.list_parts.analysing.start()
            self._wait()
        say_all(window, order.said)
        self._wait()
        self._check()
        if order.erase:
            self._erase()
            self._wait()
        if not window.grab().save(str(order.out), "PNG"):
            raise EcgError(f"{order.out} cannot be written: check the folder and its permissions.")
        return order.out

    def _scan(self) -> None:
        window, lead = self._window, self._order.lead
        if lead is not None:
            window.scan_lead(lead)
        elif self._order.scan and window.state.value.scan is None:
            window.scanning.start()
        self._wait()

    def _choose_beat(self) -> None:
        scanning, state, order = self._window.scanning, self._window.state.value, self._order
        if order.finding is None and order.beat_s is None:
            return
        if state.scan is None or state.record is None:
            raise EcgError("Beats and findings are those of a scan: give --scan too.")
        if order.beat_s is not None:
            scanning.choose_beat(round(order.beat_s * state.record.rate_hz))
        elif order.finding is not None:
            n_found = len(state.scan_findings)
            if order.finding > n_found:
                raise EcgError(f"The scan of {state.record.name} has {n_found} findings.")
            scanning.choose(state.scan_findings[order.finding - 1])

    def _turn(self) -> None:
        window, order = self._window, self._order
        view = window.state.value.view
        layout = order.layout or view.layout
        record, chosen = window.state.value.record, order.display_filter
        unfit = unfit_words(chosen, record.rate_hz) if record is not None else ""
        if record is not None and unfit:
            raise EcgError(f"The filter cannot be used on {record.name}: {unfit}.")
        view = replace(view, layout=layout, display_filter=chosen, trace_mm=order.pen_mm)
        if record is not None and order.leads is not None:
            leads = with_derived(record).leads
            view = with_choice(view, parse_choice(order.leads, leads), leads)
        window.show_view(view)
        if record is not None:
            self._set_bookmarks(record.rate_hz)
        if order.view_s is not None:
            shown = window.state.value.view
            window.change_view(speed_mm_per_s=shown.speed_mm_per_s * window.page_s / order.view_s)
        if order.start_s is not None or order.label is None:
            window.go_to(order.start_s or 0.0)

    def _set_bookmarks(self, rate_hz: float) -> None:
        marking = self._window.bookmarking
        for second, words in self._order.bookmarks:
            mark = marking.set_at(round(second * rate_hz))
            if mark is not None:
                marking.write_on(mark, words)
                self._window.message_line.clear()

    def _compare(self) -> None:
        comparing, order = self._window.comparing, self._order
        if order.compare is not None:
            comparing.open_path(order.compare, order.compare_start_s)
        elif order.compare_start_s is not None:
            comparing.show_same(order.compare_start_s)

    def _bring_panel(self) -> None:
        panel = self._order.panel
        self._window.measuring.choose(self._order.measured)
        if panel in _BEAT_MODES:
            self._window.state.replace(beat_mode=_BEAT_MODES[panel])
            panel = "beat"
        if panel is not None:
            self._window.docks[panel].show()
            self._window.docks[panel].raise_()

    def _erase(self) -> None:
        record = self._window.state.value.record
        assert record is not None
        for gap in self._order.erase:
            if gap.lead is not None and gap.lead not in record.lead_names:
                known = ", ".join(record.lead_names)
                raise EcgError(f"{record.name} has no lead {gap.lead}; it has {known}.")
            start = round(gap.start_s * record.rate_hz)
            stop = min(round(gap.stop_s * record.rate_hz), record.n_samples)
            if start >= stop:
                raise EcgError(
                    f"Nothing of {record.name} lies between {gap.start_s:g} and {gap.stop_s:g} s."
                )
            self._window.erasing.erase([Erased(start, stop, gap.lead)])

    def _wait(self) -> None:
        loop = QEventLoop()
        quiet = 0

        def look() -> None:
            nonlocal quiet
            quiet = 0 if self._busy() else quiet + 1
            if quiet >= _QUIET_LOOKS or self._error is not None:
                loop.exit(0)

        poll, limit = QTimer(), QTimer()
        poll.timeout.connect(look)
        limit.timeout.connect(lambda: loop.exit(1))
        limit.setSingleShot(True)
        poll.start(_POLL_MS)
        limit.start(round(self._order.timeout_s * 1000))
        timed_out = loop.exec() == 1
        poll.stop()
        if self._error is not None:
            raise self._error
        if timed_out:
            raise EcgError(f"The picture was not ready after {self._order.timeout_s:g} s.")

    def _busy(self) -> bool:
        window = self._window
        if window.state.value.models is None or window.reasoning.settling or window.fade.running:
            return True
        if window.findings.list.moving or window.state.value.list_work.kind:
            return True
        waiting = (window.weighing, window.colouring, window.looking, window.measuring)
        later = (window.superposing, window.judging, window.counting)
        if any(x.settling for x in (*waiting, *later)):
            return True
        return any(worker.busy_kinds for worker in window.workers)

    def _check(self) -> None:
        state, order = self._window.state.value, self._order
        if order.label is None and (order.method is None or state.scan_card is not None):
            return
        if state.analysis is None or state.card is None:
            raise EcgError(f"There is nothing to explain: {self._why_not_judged()}.")
        if order.label is not None and order.label not in state.analysis.labels:
            known = ", ".join(state.analysis.labels)
            raise EcgError(f"{state.card.name} knows no class {order.label}; it has {known}.")
        if order.method is not None and order.method not in state.card.methods:
            known = ", ".join(state.card.methods)
            raise EcgError(f"{state.card.name} has no method {order.method}; it has {known}.")
        if state.heat_stage is Stage.FAILED:
            raise EcgError(self._window.message_line.text)

    def _why_not_judged(self) -> str:
        state = self._window.state.value
        if is_scanned_instead(state):
            return "the beats are judged one by one; ask for them with --scan and --beat S"
        if not state.models:
            return "no model is installed"
        return self._window.message_line.text.rstrip(".") or "no model judges it"

    def _note_error(self, sentence: str, _details: str) -> None:
        self._error = EcgError(sentence)

    def _note_needed(self, error: EcgError) -> None:
        self._error = error
