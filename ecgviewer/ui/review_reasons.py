"""What a reader says of the model's answer about the chosen class: why wrong, where it looked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecgviewer.core.classes import class_name
from ecgviewer.core.evidence import is_silent
from ecgviewer.core.method_names import method_name
from ecgviewer.core.review import PLACED_WORDS, REASON_WORDS, Change, Placed, Reason, Topic
from ecgviewer.core.text import tr
from ecgviewer.ui.chips import Chips
from ecgviewer.ui.review_commands import chosen_class
from ecgviewer.ui.review_state import disagrees
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import ElidedLabel, label


class ReviewReasons(QWidget):
    """Two questions about the chosen class, each only where it can be answered.

    said(change): an answer.
    """

    said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ViewState()
        self._label: str | None = None
        self._method = ""
        self._why = ElidedLabel()
        self._why.setProperty("secondary", "true")
        self.reasons = Chips(
            tr("The model is wrong because…"),
            [(reason.value, tr(words)) for reason, words in REASON_WORDS.items()],
        )
        self._where = label(tr("Saliency in the right place?"), kind="secondary")
        self.placed = Chips(
            tr("Saliency in the right place?"),
            [(placed.value, tr(words)) for placed, words in PLACED_WORDS.items()],
            exclusive=True,
        )
        self._arrange()
        self.reasons.ticked.connect(self._say_reasons)
        self.placed.ticked.connect(self._say_placed)
        self.show_state(ViewState())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(self._why)
        column.addWidget(self.reasons)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._where)
        row.addWidget(self.placed, 1)
        column.addLayout(row)

    def show_state(self, state: ViewState) -> None:
        """Show what is answered of the chosen class, and only what can be asked."""
        self._state, self._label = state, chosen_class(state)
        is_wrong = self._label is not None and disagrees(state, self._label)
        self._method = _shown_method(state, self._label)
        self._why.setVisible(is_wrong)
        self.reasons.setVisible(is_wrong)
        self._where.setVisible(bool(self._method))
        self.placed.setVisible(bool(self._method))
        self.setVisible(is_wrong or bool(self._method))
        if self._label is not None:
            self._write(self._label)

    def _write(self, about: str) -> None:
        name = class_name(about)
        self._why.set_text(tr("{name}: wrong because…", name=name))
        self._where.setToolTip(
            tr(
                "Where {method} coloured the trace for this finding",
                method=method_name(self._method),
            )
        )
        review = self._state.review
        self.reasons.show_ticked(review.reasons.get(about, ()) if review is not None else ())
        placed = _placed(self._state, about).get(self._method)
        self.placed.show_ticked((placed,) if placed is not None else ())

    def _say_reasons(self, values: tuple[str, ...]) -> None:
        if self._label is not None:
            reasons = [Reason(value) for value in values]
            self.said.emit(Change(Topic.REASON, self._label, reasons or None))
            self.show_state(self._state)

    def _say_placed(self, values: tuple[str, ...]) -> None:
        if self._label is None or not self._method:
            return
        answers = dict(_placed(self._state, self._label))
        answers.pop(self._method, None)
        if values:
            answers[self._method] = Placed(values[0])
        self.said.emit(Change(Topic.POINTING, self._label, answers or None))
        self.show_state(self._state)


def _placed(state: ViewState, about: str) -> dict[str, Placed]:
    """Return what is said of the maps of a class, by method."""
    review = state.review
    return dict(review.pointing.get(about, {})) if review is not None else {}


def _shown_method(state: ViewState, about: str | None) -> str:
    """Return by which method the trace is coloured for a class, "" where it is not."""
    heat = state.heat
    if heat is None or state.model_hidden or not state.overlay.visible or heat.label != about:
        return ""
    if is_silent(heat):
        return ""
    return heat.method
