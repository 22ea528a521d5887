"""What keys do with the calipers, and what is said and copied of them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ecgviewer.core.erased import Erased
from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.paper.caliper import Calipers, copied_line, values
from ecgviewer.ui.compared import Compared
from ecgviewer.ui.state import StateHolder, ViewState

_HINT = later(
    "Caliper: drag over the trace, Alt snaps to a peak. Arrows and Tab move its legs, Ctrl+M pins, "
    "Shift+M marches out, Ctrl+C copies."
)
_MARCH_HINT = later("March out: drag over one interval, it is repeated over the whole page.")


def held_calipers(state: ViewState) -> Calipers:
    """Return the calipers that keys are about: on another record below where the keyboard is."""
    below = _another_below(state)
    return state.calipers if below is None else below.calipers_beside(state.calipers)


def held_record(state: ViewState) -> Record | None:
    """Return the record that those calipers stand on."""
    below = _another_below(state)
    return state.record if below is None else below.record


def _another_below(state: ViewState) -> Compared | None:
    compared = state.compared
    if compared is None or compared.is_same_record or not compared.below_active:
        return None
    return compared


class CaliperKeys(QObject):
    """Keeps the state's calipers as keys and mouse wish them.

    said: sentences for the message line. measured: what the active one spans, "" where
    none is in hand.
    """

    said = Signal(str)
    measured = Signal(str)

    def __init__(self, state: StateHolder) -> None:
        super().__init__(state)
        self._state = state
        state.changed.connect(self._tell)

    def show(self, calipers: Calipers) -> None:
        """Put these calipers on the record."""
        self._state.replace(calipers=calipers)

    def toggle(self) -> None:
        """Take the caliper, or put it down."""
        if not self.leave():
            self.show(replace(self._calipers, out=True))
            self.said.emit(tr(_HINT))

    def leave(self) -> bool:
        """Put the caliper down, the pinned ones stay; says whether it was in hand."""
        if not self._calipers.out:
            return False
        self.show(self._calipers.put_away())
        self.said.emit("")
        return True

    def march(self) -> None:
        """Repeat the active interval over the page, or stop that."""
        marching = not (self._calipers.marching and self._calipers.out)
        self.show(replace(self._calipers, out=True, marching=marching))
        if marching and self._calipers.active is None:
            self.said.emit(tr(_MARCH_HINT))

    def pin(self) -> None:
        """Let the active caliper stay and the next drag draw another; or take the last up."""
        calipers = self._held
        if not calipers.every:
            self.said.emit(tr("No caliper is out that could be pinned: M takes one."))
            return
        self._hold(calipers.with_active_pinned())
        if calipers.active is not None:
            self.said.emit(_pinned_words(len(self._held.pinned)))

    def delete(self) -> None:
        """Remove the active caliper, else the one that was pinned last."""
        if self._held.every:
            self._hold(self._held.without_last())

    def nudge(self, samples: int) -> bool:
        """Move the active leg; says whether there is one, else the key is another's."""
        record = held_record(self._state.value)
        if record is None or not self._calipers.out or self._held.active is None:
            return False
        self._hold(self._held.nudged(samples, record.n_samples))
        return True

    def or_nudge(self, samples: int, otherwise: Callable[[], object]) -> Callable[[], None]:
        """Return what an arrow key does: move a leg, or ``otherwise``."""

        def act() -> None:
            if not self.nudge(samples):
                otherwise()

        return act

    def copy(self) -> None:
        """Put the values of all calipers on the clipboard, one line each."""
        record = held_record(self._state.value)
        lines = [copied_line(one, record) for one in self._held.every] if record else []
        if not lines:
            return
        QGuiApplication.clipboard().setText("\n".join(lines))
        if len(lines) == 1:
            told = tr("Copied: {measured}", measured=lines[0])
        else:
            told = tr("Copied: {count} calipers", count=len(lines))
        # A measure stands before a sentence, so it is said in its place.
        self.measured.emit(told if self._held.active else "")
        self.said.emit(told)

    def span(self) -> Erased | None:
        """Return what the active caliper spans, else the last one, in all leads."""
        for caliper in self._calipers.every[-1:]:
            if caliper.stop > caliper.start:
                return Erased(caliper.start, caliper.stop)
        return None

    @property
    def _calipers(self) -> Calipers:
        return self._state.value.calipers

    @property
    def _held(self) -> Calipers:
        return held_calipers(self._state.value)

    def _hold(self, calipers: Calipers) -> None:
        below = _another_below(self._state.value)
        if below is None:
            self.show(calipers)
            return
        self._state.replace(compared=replace(below, calipers=calipers))
        active = calipers.active
        self.measured.emit("  ·  ".join(values(active, below.record)) if active else "")

    def _tell(self, old: ViewState, new: ViewState) -> None:
        if old.calipers is new.calipers:
            return
        active = new.calipers.active
        words = ""
        if active is not None and new.record is not None:
            words = "  ·  ".join(values(active, new.record))
        self.measured.emit(words)


def _pinned_words(count: int) -> str:
    if count == 1:
        return tr("1 caliper is pinned: a drag draws another beside, Del removes.")
    return tr("{count} calipers are pinned: a drag draws another beside, Del removes.", count=count)
