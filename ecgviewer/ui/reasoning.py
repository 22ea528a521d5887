"""Asks the model about the open record and explains what it found."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import is_silent
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.ui import jobs
from ecgviewer.ui.model_jobs import Installed, list_models
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.quality_words import told_words
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.state import Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

# A record up to this length is explained whole; of a longer one only what is in view.
WHOLE_RECORD_S = 60.0
_SETTLE_MS = 250
_PAPER_FIRST_MS = 60
_KINDS = ("analyse", "explain", "try")


class Reasoning(QObject):
    """Findings and saliency for the state's record, model, label and method.

    said, failed: sentences for the message line. scan_wished: the record is one of which
    every beat is to be judged instead.
    """

    said = Signal(str)
    failed = Signal(str, str)
    scan_wished = Signal()

    def __init__(
        self,
        state: StateHolder,
        io: Worker,
        quick: Worker,
        long: Worker,
        preferences: Preferences,
    ) -> None:
        super().__init__(state)
        self._state, self._io, self._quick, self._long = state, io, quick, long
        self._preferences = preferences
        self._span = (0, 0)
        self._wanted_label: str | None = None
        self._wanted_method: str | None = None
        self._started = False
        self._settle = rest_timer(self, _SETTLE_MS, self._explain_what_is_in_view)
        io.done.connect(self._done)
        self._start_soon = rest_timer(self, _PAPER_FIRST_MS, self.analyse)
        for worker in (quick, long):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)
            worker.cancelled.connect(self._cancelled)

    def prefer(self, label: str | None, method: str | None) -> None:
        """Explain this class by this method once findings are there, not the first one."""
        self._wanted_label, self._wanted_method = label, method

    def start(self) -> None:
        """Find the models; torch is loaded if there is one. Called after the first paint."""
        if not self._started:
            self._started = True
            self._quick.submit("models", list_models)

    def analyse_soon(self) -> None:
        """Analyse once the new record is on the paper: painting shares the processor badly."""
        self._start_soon.start()

    def analyse(self) -> None:
        """Ask the model about the whole record; the newest request wins."""
        state = self._state.value
        if state.record is None or not state.models:
            return
        # What is still to come would ask the same again.
        self._start_soon.stop()
        self._stop_work()
        if state.model_hidden:
            return
        scanned = is_scanned_instead(state)
        self._state.replace(
            analysis=None,
            analysis_stage=Stage.NONE if scanned else Stage.WAITING,
            label=None,
            heat=None,
            heat_stage=Stage.NONE,
            erasures=(),
            without=None,
        )
        if scanned:
            self.scan_wished.emit()
            return
        # The card tells, long before the answer, which classes will be listed.
        self._io.submit("card", jobs.read_card, state.record, _question(state))
        worker = self._quick if state.record.duration_s <= WHOLE_RECORD_S else self._long
        worker.submit("analyse", jobs.analyse, state.record, _question(state))

    def choose_model(self, model: str | None) -> None:
        """Ask another model; None for the one that fits the record."""
        self._state.replace(model=model, card=None)
        self.analyse()

    def choose_device(self, device: str) -> None:
        """Compute on "auto", "cpu" or "cuda" from now on."""
        self._preferences.device = device
        self._state.replace(wanted_device=device)
        self.analyse()

    def choose_label(self, label: str) -> None:
        """Explain this class; a long record goes to where it is strongest."""
        state = self._state.value
        if state.analysis is None or label == state.label or label not in state.analysis.labels:
            return
        self._state.replace(
            label=label,
            stated_label=None,
            heat=None,
            view=replace(state.view, start_s=self._best_start_s(label)),
        )
        self.explain()

    def step_label(self, steps: int) -> None:
        """Go to the next or previous finding in the panel's order."""
        state = self._state.value
        if state.analysis is None:
            return
        labels = [finding.label for finding in state.analysis.findings]
        place = labels.index(state.label) + steps if state.label in labels else 0
        self.choose_label(labels[min(max(place, 0), len(labels) - 1)])

    def choose_method(self, method: str) -> None:
        """Explain by another method."""
        state = self._state.value
        if state.card is not None and method in state.card.methods and method != state.method:
            self._state.replace(method=method, heat=None)
            self.explain()

    def step_method(self) -> None:
        """Explain by the next method of the model's card."""
        state = self._state.value
        if state.card is not None and state.card.methods:
            methods = state.card.methods
            place = methods.index(state.method) + 1 if state.method in methods else 0
            self.choose_method(methods[place % len(methods)])

    def explain(self) -> None:
        """Explain the chosen class over the record or, where it is long, over the page."""
        state = self._state.value
        if state.record is None or state.analysis is None or not (state.label and state.method):
            return
        span = span_to_explain(state.analysis, state.record, self._span)
        self._state.replace(heat_stage=Stage.WAITING)
        self._quick.cancel("try")
        strongest = scale_of_colours(state)
        wish = jobs.Wish(state.label, state.method, span, strongest)
        self._quick.submit("explain", jobs.explain, state.record, _question(state), wish)

    def try_again(self) -> None:
        """Try the map whose trial was put off."""
        state = self._state.value
        tried = state.heat_trial is not None or "try" in self._quick.busy_kinds
        if state.heat is not None and not tried:
            self._try(state.heat)

    def _try(self, heat: Heat) -> None:
        state = self._state.value
        if state.record is not None and not is_silent(heat):
            self._quick.submit("try", jobs.try_map, state.record, _question(state), heat)

    def see(self, span: tuple[int, int]) -> None:
        """Take note of the samples on the page; they are explained when the page rests."""
        self._span = span
        self._settle.start()

    @property
    def settling(self) -> bool:
        """Whether an analysis or a look at the page is still to come."""
        return self._start_soon.isActive() or self._settle.isActive()

    def stop(self) -> bool:
        """Stop analysing and explaining; says whether there was anything to stop."""
        self._start_soon.stop()
        stopped = [worker.cancel(kind) for worker in (self._quick, self._long) for kind in _KINDS]
        return any(stopped)

    def _stop_work(self) -> None:
        for worker in (self._quick, self._long):
            for kind in _KINDS:
                worker.cancel(kind)

    def _explain_what_is_in_view(self) -> None:
        state = self._state.value
        if state.record is None or state.analysis is None or state.label is None:
            return
        start, stop = span_to_explain(state.analysis, state.record, self._span)
        heat = state.heat
        covered = heat is not None and heat.start <= start and stop <= heat.stop
        waiting = "explain" in self._quick.busy_kinds and state.heat is None
        if not covered and not waiting and state.heat_stage is not Stage.FAILED:
            self.explain()

    def _best_start_s(self, label: str) -> float:
        state = self._state.value
        if state.analysis is None or state.record is None:
            return state.view.start_s
        return best_start_s(state.analysis, state.record, self._span, label, state.view.start_s)

    def _done(self, kind: str, result: object) -> None:
        if kind == "models" and isinstance(result, Installed):
            self._state.replace(models=result.models, beat_models=result.for_beats)
            for broken in result.broken:
                self.failed.emit(broken.sentence, broken.details)
            if result.models:
                self._quick.submit("networks", jobs.load_networks, _question(self._state.value))
                self.analyse()
        elif self._state.value.model_hidden:
            return  # what was asked before it was hidden
        elif kind == "card" and isinstance(result, ModelCard):
            if self._state.value.analysis_stage is Stage.WAITING:
                self._state.replace(card=result)
        elif kind == "analyse" and isinstance(result, jobs.Answer):
            self._show(result)
        elif kind == "explain" and isinstance(result, Heat):
            self._state.replace(heat=result, heat_stage=Stage.DONE, heat_trial=None)
            self._try(result)
        elif isinstance(result, jobs.Trial) and result.heat is self._state.value.heat:
            self._state.replace(heat_trial=result.outcome)

    def _show(self, answer: jobs.Answer) -> None:
        methods = answer.card.methods
        wishes = (self._wanted_method, self._state.value.method, *methods)
        method = next((name for name in wishes if name in methods), None)
        self._wanted_method = None
        self._state.replace(
            card=answer.card,
            blind_spots=answer.blind_spots,
            analysis=answer.analysis,
            analysis_stage=Stage.DONE,
            method=method,
        )
        sentence = told_words(self._state.value)
        if sentence:
            self.said.emit(sentence)
        findings = answer.analysis.findings
        first = findings[0].label if findings and findings[0].present else None
        label, self._wanted_label = self._wanted_label or first, None
        if label is not None:
            self.choose_label(label)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == "analyse":
            self._state.replace(analysis_stage=Stage.FAILED)
        elif kind == "explain":
            self._state.replace(heat_stage=Stage.FAILED)
        if kind in (*_KINDS, "models", "networks"):
            self.failed.emit(str(error), details)

    def _cancelled(self, kind: str) -> None:
        if kind == "analyse":
            self._state.replace(analysis_stage=Stage.NONE)
        elif kind == "explain":
            stage = Stage.DONE if self._state.value.heat is not None else Stage.NONE
            self._state.replace(heat_stage=stage)


def span_to_explain(analysis: Analysis, record: Record, page: tuple[int, int]) -> tuple[int, int]:
    """Return the samples to explain: the whole of a short record, else the windows in view."""
    if record.duration_s <= WHOLE_RECORD_S or not analysis.windows:
        return 0, record.n_samples
    start, stop = page
    seen = [w for w in analysis.windows if w.start < stop and w.stop > start]
    if not seen:
        seen = [analysis.windows[-1]]
    return min(window.start for window in seen), max(window.stop for window in seen)


def strongest_window(analysis: Analysis, label: str) -> tuple[int, int]:
    """Return the window with the class's highest score, in samples, the earliest of equals."""
    best = max(analysis.windows, key=lambda window: window.scores.get(label, 0.0))
    return best.start, best.stop


def scale_of_colours(state: ViewState) -> tuple[int, int] | Heat | None:
    """Return by what a new map's colours are scaled: one scale for the whole record.

    The map of its strongest window where that is known already, else the window; None
    where the record has but one.
    """
    analysis, heat = state.analysis, state.heat
    if analysis is None or state.label is None or len(analysis.windows) < 2:
        return None
    asked = (state.label, state.method, analysis.model)
    if heat is not None and (heat.label, heat.method, heat.model) == asked and heat.reference:
        return heat.reference
    return strongest_window(analysis, state.label)


def best_start_s(
    analysis: Analysis, record: Record, page: tuple[int, int], label: str, present_s: float
) -> float:
    """Return where the page should begin to have the class's strongest window in its middle."""
    page_s = (page[1] - page[0]) / record.rate_hz
    if len(analysis.windows) < 2 or record.duration_s <= page_s:
        return present_s
    start, stop = strongest_window(analysis, label)
    middle_s = (start + stop) / 2 / record.rate_hz
    return min(max(0.0, middle_s - page_s / 2), record.duration_s - page_s)


def _question(state: ViewState) -> jobs.Question:
    return jobs.Question(state.model, state.wanted_device)
