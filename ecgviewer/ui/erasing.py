"""Erase a part and ask again: takes spans away and shows what the model says without them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.classes import class_name
from ecgviewer.core.erased import Erased
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.text import later, tr
from ecgviewer.paper.erased_layer import erased_words
from ecgviewer.paper.heat_layer import layer_of
from ecgviewer.paper.runs import runs
from ecgviewer.paper.view import Overlay
from ecgviewer.ui import jobs
from ecgviewer.ui.state import StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "erase"
_HINT = later(
    "Erase: drag over the trace; with Shift in one lead alone. Shift+E erases the coloured "
    "part, Backspace brings the last part back, Esc all."
)


class Erasing(QObject):
    """Keeps what is erased of the state's record, and the answer without it.

    said, failed: sentences for the message line. answered: the quick worker is free again.
    """

    said = Signal(str)
    failed = Signal(str, str)
    answered = Signal()

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)

    def toggle(self) -> None:
        """Take the eraser, or put it down and bring the whole record back."""
        if not self.end() and self._can_ask():
            self._state.replace(erasing=True)
            self.said.emit(tr(_HINT))

    def end(self) -> bool:
        """Bring the whole record back and put the eraser down; says whether it was in use."""
        state = self._state.value
        if not (state.erasing or state.erasures):
            return False
        self._quick.cancel(KIND)
        self._state.replace(erasing=False, erasures=(), without=None)
        self.said.emit(tr("The whole record is back.") if state.erasures else "")
        return True

    def erase(self, spans: Sequence[Erased]) -> None:
        """Take these spans away too, as one act, and ask again."""
        if spans and self._can_ask():
            self._state.replace(erasing=True)
            self._ask((*self._state.value.erasures, tuple(spans)))

    def erase_marked(self, measured: Erased | None) -> None:
        """Take away what the caliper spans, else what is coloured."""
        state = self._state.value
        spans = [measured] if measured is not None else coloured_spans(state.heat, state.overlay)
        if spans:
            self.erase(spans)
        elif self._can_ask():
            told = tr("Nothing is coloured and no caliper is out, so nothing is erased.")
            self.said.emit(told)

    def restore_last(self) -> None:
        """Bring back what the last act took away."""
        acts = self._state.value.erasures
        if len(acts) > 1:
            self._ask(acts[:-1])
        elif acts:
            self._quick.cancel(KIND)
            self._state.replace(erasures=(), without=None)
            self.said.emit(tr("The whole record is back."))

    def _can_ask(self) -> bool:
        state = self._state.value
        if state.record is not None and state.analysis is None:
            self.said.emit(tr("The model has not answered yet, so it cannot be asked again."))
        return state.record is not None and state.analysis is not None

    def _ask(self, acts: tuple[tuple[Erased, ...], ...]) -> None:
        self._state.replace(erasures=acts)
        state = self._state.value
        if state.record is None or state.analysis is None:
            return
        # The reader watches the answer; the trial of the map can wait.
        self._quick.cancel("try")
        question = jobs.Question(state.analysis.model, state.wanted_device)
        self._quick.submit(
            KIND, jobs.ask_without, state.record, question, state.erased, state.analysis
        )

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, jobs.Without):
            return
        if not result.erased or result.erased != self._state.value.erased:
            return  # of another record, or of what is whole again
        self._state.replace(without=result.analysis)
        self.said.emit(answer_words(self._state.value))
        self.answered.emit()

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == KIND:
            self._state.replace(without=None)
            self.failed.emit(str(error), details)


def coloured_spans(heat: Heat | None, overlay: Overlay) -> list[Erased]:
    """Return what the paper colours: in all leads, or lead by lead where the heat knows them."""
    if heat is None:
        return []
    rows = layer_of(heat, overlay).levels > 0
    leads = heat.leads if len(rows) > 1 else (None,)
    return [
        Erased(heat.start + first, heat.start + stop, lead)
        for lead, row in zip(leads, rows, strict=True)
        for first, stop in runs(row)
    ]


def answer_words(state: ViewState) -> str:
    """Return "0.8 s erased in all leads: atrial fibrillation 0.97 → 0.41, below its threshold."."""
    if state.record is None or state.analysis is None or state.without is None:
        return ""
    before, after = state.analysis, state.without
    label = state.label or _most_changed(before, after)
    erased = erased_words(state.erased, state.record.lead_names, state.record.rate_hz)
    finding, threshold = _inside_sentence(label), before.thresholds[label]
    change = _change(before.scores[label], after.scores[label], threshold)
    if len(before.windows) > 1:
        # One window of many hardly moves the score of a long record.
        there = _change(*_of_windows(before, after, label), threshold)
        return tr(
            "{erased}: {finding} {there} there, {change} in the record.",
            erased=erased,
            finding=finding,
            there=there,
            change=change,
        )
    return tr("{erased}: {finding} {change}.", erased=erased, finding=finding, change=change)


def _change(before: float, after: float, threshold: float) -> str:
    change = f"{before:.2f} → {after:.2f}"
    if before >= threshold > after:
        return tr("{change}, below its threshold", change=change)
    if before < threshold <= after:
        return tr("{change}, above its threshold", change=change)
    return change


def _of_windows(before: Analysis, after: Analysis, label: str) -> tuple[float, float]:
    """Return the mean score before and after of the windows that were asked again."""
    now = {window.start: window.scores[label] for window in after.windows}
    pairs = [
        (window.scores[label], now[window.start])
        for window in before.windows
        if now.get(window.start, window.scores[label]) != window.scores[label]
    ]
    if not pairs:
        return before.scores[label], after.scores[label]
    was, still = zip(*pairs, strict=True)
    return sum(was) / len(pairs), sum(still) / len(pairs)


def _most_changed(before: Analysis, after: Analysis) -> str:
    return max(before.labels, key=lambda label: abs(after.scores[label] - before.scores[label]))


def _inside_sentence(label: str) -> str:
    """Return a class's name without its capital, but for abbreviations such as ST."""
    name = class_name(label)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
