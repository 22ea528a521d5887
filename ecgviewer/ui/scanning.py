"""Has every beat of the open record judged, and goes to what was found."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding, next_in_time
from ecgviewer.core.text import later, tr
from ecgviewer.signal.leads import are_of_a_recorder
from ecgviewer.ui import jobs
from ecgviewer.ui.correcting import beat_places
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "scan"
# Of a longer record with so few leads every beat is judged unasked, instead of the whole.
UNASKED_FROM_S = 60.0
# An episode longer than so much of a page is shown from its beginning, with a little before.
_FITS, _BEFORE = 0.8, 0.15
_NO_MODEL = later(
    "No single-lead model, which judges every beat, is installed: nothing can be scanned."
)
# By whether steps go on or back, and whether more may be found yet.
_NONE_FOUND = {
    (True, False): later("The scan has no {finding} after this place."),
    (False, False): later("The scan has no {finding} before this place."),
    (True, True): later("The scan has no {finding} after this place so far."),
    (False, True): later("The scan has no {finding} before this place so far."),
}


class Scanning(QObject):
    """Keeps the state's scan that of its record.

    said, failed: sentences for the message line. go_wished: where the page should begin, in
    seconds.
    """

    said = Signal(str)
    failed = Signal(str, str)
    go_wished = Signal(float)
    _published = Signal(object, object)

    def __init__(self, state: StateHolder, long: Worker) -> None:
        super().__init__(state)
        self._state, self._long = state, long
        self._page = (0, 0)
        # What is awaited, so that what an older scan still tells is dropped.
        self._running: object = None
        state.changed.connect(self._follow)
        self._published.connect(self._show_part)
        long.done.connect(self._done)
        long.failed.connect(self._failed)
        long.cancelled.connect(self._cancelled)

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page: steps go on from there."""
        self._page = page

    def start(self) -> None:
        """Scan the whole record, anew if it was scanned before."""
        state = self._state.value
        if state.record is None or state.model_hidden:
            return
        if not state.beat_models:
            if state.models is not None:
                self.failed.emit(tr(_NO_MODEL), "")
            return
        self._long.cancel(KIND)
        running = self._running = object()
        self._state.replace(
            scan=None,
            scan_stage=Stage.WAITING,
            scan_findings=(),
            scan_by_kind={},
            scan_finding=None,
            scan_kind=None,
            scan_beat=None,
            scan_beats=(),
        )
        self._long.submit(
            KIND,
            jobs.scan_record,
            state.record,
            jobs.Question(scanning_model(state), state.wanted_device),
            state.scan_lead,
            lambda part: self._published.emit(running, part),
        )

    def stop(self) -> bool:
        """Stop scanning; what is known stays. Says whether there was any work."""
        return self._long.cancel(KIND)

    def choose(self, finding: ScanFinding) -> None:
        """Go to a finding and choose its first beat."""
        state = self._state.value
        if state.record is not None and state.scan is not None:
            beat = nearest_beat(state.scan, finding.start)
            self._state.replace(scan_finding=finding, scan_beat=beat, scan_beats=())
            page_s = (self._page[1] - self._page[0]) / state.record.rate_hz
            self.go_wished.emit(start_to_see(finding, state.record.rate_hz, page_s))

    def choose_beat(self, sample: int) -> None:
        """Choose the beat at a place, the finding that it belongs to with it."""
        state = self._state.value
        places = beat_places(state)
        if not len(places):
            return
        beat = int(places[np.abs(places - sample).argmin()])
        of_beat = [f for f in state.scan_findings if f.start <= beat <= f.stop]
        # Of a run within an episode, the run.
        shortest = min(of_beat, key=lambda f: f.stop - f.start, default=None)
        self._state.replace(scan_finding=shortest, scan_beat=beat, scan_beats=())
        start, stop = self._page
        if not start <= beat < stop:
            rate_hz = state.scan.rate_hz if state.scan is not None else 1.0
            self.go_wished.emit((beat - (stop - start) / 2) / rate_hz)

    def step_beat(self, steps: int) -> None:
        """Choose the next or previous beat, from the chosen one or from the page."""
        places, beat = beat_places(self._state.value), self._state.value.scan_beat
        if not len(places):
            return
        if beat is None:
            self.choose_beat((self._page[0] + self._page[1]) // 2)
            return
        place = int(np.searchsorted(places, beat)) + steps
        self.choose_beat(int(places[min(max(place, 0), len(places) - 1)]))

    def choose_lead(self, lead: str) -> None:
        """Scan another lead."""
        self._state.replace(scan_lead=lead)
        self.start()

    def choose_kind(self, kind: FindingKind | None) -> None:
        """Let steps go to findings of one kind alone; None for all."""
        self._state.replace(scan_kind=kind)

    def step(self, steps: int) -> None:
        """Go to the next or previous finding in time, from the chosen one or from the page."""
        state = self._state.value
        of_kind = tuple(f for f in state.scan_findings if state.scan_kind in (None, f.kind))
        found = next_in_time(of_kind, self._place(state), steps)
        if found is not None:
            self.choose(found)
            return
        kind = state.scan_kind
        wanted = tr("finding of the kind “{kind}”", kind=tr(str(kind))) if kind else tr("finding")
        sentence = _NONE_FOUND[steps > 0, state.scan_stage is Stage.WAITING]
        self.said.emit(tr(sentence, finding=wanted))

    def _place(self, state: ViewState) -> int:
        """Return the sample from which steps are taken."""
        start, stop = self._page
        chosen = state.scan_beat if state.scan_finding is None else state.scan_finding.start
        if chosen is not None and start <= chosen < stop:
            return chosen
        return (start + stop) // 2

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._running = None
            self._long.cancel(KIND)

    def _show_part(self, running: object, part: jobs.Scanned) -> None:
        if running is self._running:
            self._show(part, Stage.WAITING)

    def _show(self, part: jobs.Scanned, stage: Stage) -> None:
        self._state.replace(
            scan=part.scan,
            scan_stage=stage,
            scan_findings=part.findings,
            scan_by_kind=part.by_kind,
            scan_card=part.card,
        )

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, jobs.Scanned):
            self._running = None
            self._show(result, Stage.DONE)
            if result.scan.notes:
                self.said.emit(" ".join(result.scan.notes))

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._running = None
            self._state.replace(scan_stage=Stage.FAILED)
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == KIND:
            self._running = None
            self._state.replace(scan_stage=Stage.NONE)


def is_scanned_instead(state: ViewState) -> bool:
    """Whether every beat of the state's record is judged instead of the record as a whole."""
    record = state.record
    if record is None or not state.beat_models or record.duration_s <= UNASKED_FROM_S:
        return False
    few = are_of_a_recorder([lead.name for lead in record.leads if lead.is_ecg])
    return few and state.model in (None, *state.beat_models)


def scanning_model(state: ViewState) -> str:
    """Return the model that scans: the chosen one where it can, else the best that can."""
    chosen = state.model
    return chosen if chosen is not None and chosen in state.beat_models else state.beat_models[0]


def nearest_beat(scan: Scan, sample: int) -> int | None:
    """Return the sample of the scan's beat that is nearest to a place, None without beats."""
    if not len(scan.samples):
        return None
    return int(scan.samples[np.abs(scan.samples - sample).argmin()])


def start_to_see(finding: ScanFinding, rate_hz: float, page_s: float) -> float:
    """Return where a page should begin to show a finding in its middle, in seconds."""
    start_s, stop_s = finding.start / rate_hz, finding.stop / rate_hz
    if stop_s - start_s > _FITS * page_s:
        return start_s - _BEFORE * page_s
    return (start_s + stop_s) / 2 - page_s / 2
