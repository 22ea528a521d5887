"""Answer before the model: it is not asked, nor the file's own word shown, until then."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.record import Record
from ecgviewer.core.review import Change, Review, Topic
from ecgviewer.core.text import later, tr
from ecgviewer.ui.reviewing import seen_model
from ecgviewer.ui.state import Stage, ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

HIDDEN = later("The model is hidden until you have answered: R shows it.")
_STATE_FIRST = later("State what you see first: 1–9, or {key} again if nothing.")
# What would ask the model, go through what it found, or show what the file says.
_OF_MODEL = (
    *("next_finding", "previous_finding", "next_beat", "previous_beat"),
    *("overlay", "next_method", "analyse", "scan", "print_summary"),
    *("erase", "erase_marked", "restore_last", "annotations", "scan_marks"),
)
# All that a model has said of the open record.
_UNANSWERED: Final[Mapping[str, Any]] = {
    "analysis": None,
    "analysis_stage": Stage.NONE,
    "label": None,
    "heat": None,
    "heat_stage": Stage.NONE,
    "heat_trial": None,
    "lead_weights": None,
    "leads_stage": Stage.NONE,
    "beat": None,
    "beat_heat": None,
    "beat_note": "",
    "erasing": False,
    "erasures": (),
    "without": None,
    "scan": None,
    "scan_stage": Stage.NONE,
    "scan_findings": (),
    "scan_by_kind": {},
    "scan_finding": None,
    "scan_kind": None,
    "scan_beat": None,
    "looks": None,
    "looks_stage": Stage.NONE,
    "looks_note": "",
}


class Blindness(QObject):
    """Hides the model and the file's word while the state says so, and shows them then.

    said: sentences for the message line. changed: all of that was hidden or shown. refused:
    something was not done because of it. Both with the state.
    """

    said = Signal(str)
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._state, self._reviewing = window.state, window.reviewing
        self._reasoning, self._scanning = window.reasoning, window.scanning
        self._preferences = window.preferences
        self._state.replace(blind=self._preferences.blind)
        self._hidden = self._state.value.model_hidden
        # The record of which the reader was told that nothing is stated yet.
        self._warned: Record | None = None
        self._state.changed.connect(self._follow)

    def toggle(self) -> None:
        """Answer before the model from now on, or with it in sight."""
        state = self._state.value
        blind = not state.blind
        if blind and seen_model(state) is not None and not state.reader:
            # Who has seen the answer of this record must be known before it can be hidden.
            self.refused.emit(state)
            self._reviewing.name_wished.emit()
            return
        self._preferences.blind = blind
        if blind and seen_model(state) is not None:
            # What was seen cannot be unseen: of this record the answer is no blind one.
            self._reviewing.say(Change(Topic.COMMITTED, "", value=True))
        self._state.replace(blind=blind)
        if not blind:
            self.said.emit(tr("The model's answer is shown at once."))
        elif self._state.value.model_hidden:
            self.said.emit(tr(HIDDEN))
        else:
            told = tr(
                "You have seen the model's answer here: from the next record on it is hidden."
            )
            self.said.emit(told)

    def reveal(self) -> None:
        """Commit the reader's answer and show the model's."""
        state = self._state.value
        if state.record is None:
            self.said.emit(tr("No record is open to be reviewed."))
        elif not state.model_hidden:
            self.said.emit(tr("Nothing is hidden: the model's answer is shown."))
        elif self.commit("R"):
            self.said.emit(tr("Your own answer is kept; what you change now is kept beside it."))

    def commit(self, key: str) -> bool:
        """Commit the reader's answer where it is due; says whether nothing stands against.

        key: the one that was pressed; pressed again it commits that nothing is seen.
        """
        state = self._state.value
        if not state.model_hidden or state.record is None:
            return True
        if not has_answer(state.review) and self._warned is not state.record:
            self._warned = state.record
            self.said.emit(tr(_STATE_FIRST, key=key))
            return False
        self._warned = None
        return self._reviewing.say(Change(Topic.COMMITTED, "", value=True))

    def guarded(self, commands: Mapping[str, Callable[[], object]]) -> dict[str, Any]:
        """Return the commands; those that would tell of the model say that it is hidden."""
        return {
            name: self._unless_hidden(command) if name in _OF_MODEL else command
            for name, command in commands.items()
        }

    def _unless_hidden(self, command: Callable[[], object]) -> Callable[[], None]:
        def act() -> None:
            state = self._state.value
            if state.model_hidden and state.record is not None:
                self.refused.emit(state)
                self.said.emit(tr(HIDDEN))
            else:
                command()

        return act

    def _follow(self, _old: ViewState, _new: ViewState) -> None:
        # Others change the state meanwhile, so that only its present value counts.
        state = self._state.value
        if state.model_hidden is self._hidden:
            return
        self._hidden = state.model_hidden
        if self._hidden:
            self._forget()
        self.changed.emit(self._state.value)
        if not self._hidden and state.record is not None:
            self._reasoning.analyse_soon()

    def _forget(self) -> None:
        """Stop asking, and take away what was answered."""
        self._reasoning.stop()
        self._scanning.stop()
        self._state.replace(**_UNANSWERED)


def has_answer(review: Review | None) -> bool:
    """Whether the reader has said what they see: a class, a place, a beat, or in words."""
    if review is None:
        return False
    return bool(review.classes or review.regions or review.beats or review.note)
