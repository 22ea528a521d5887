"""What the model suggests: every class, how sure, and where its threshold lies."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgviewer.core.finding import Analysis, Finding
from ecgviewer.core.text import later, tr
from ecgviewer.ui.blindness import HIDDEN
from ecgviewer.ui.finding_rows import FindingList
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.quality_words import doubt_words, record_doubts
from ecgviewer.ui.review_state import marks
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import label
from ecgviewer.ui.words import classes_only, score_kind, took

_NO_MODEL = later(
    "No model is installed, so nothing is suggested. Viewing still works. "
    "A model is a folder in “models” with its card and weights."
)
_OF_ANALYSIS = ("analysis", "analysis_stage", "card", "models", "label", "record", "without")
_FIELDS = (*_OF_ANALYSIS, "judged", "scan_stage", "review", "blind")


class FindingsPanel(QWidget):
    """All classes of the model, the suggested ones first; one may be selected.

    stated(label, stated): what the reader says of a class by mouse.
    """

    label_wished = Signal(str)
    stated = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Findings"))
        self._unfamiliar = label(wrapped=True)
        self._caption = label(kind="secondary", wrapped=True)
        self._missing = label(kind="secondary", wrapped=True)
        self._source = label(kind="secondary", wrapped=True)
        self._scope = label(kind="secondary", wrapped=True)
        self.list = FindingList()
        self.list.chosen.connect(self.label_wished)
        self.list.stated.connect(self.stated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for widget in (self._unfamiliar, self._caption, self._missing, self._source, self._scope):
            widget.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._unfamiliar)
        column.addWidget(self._caption)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        for widget in (self._missing, self._source, self._scope):
            column.addWidget(widget)
        self._show(ViewState())

    def sizeHint(self) -> QSize:
        """Return the room for all classes of the nine-class models."""
        return QSize(320, 464)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self.list.set_chrome(chrome)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the findings of the new state."""
        if all(getattr(old, name) is getattr(new, name) for name in _FIELDS):
            return
        self._show(new)

    def _show(self, new: ViewState) -> None:
        analysis = new.analysis
        findings = analysis.findings if analysis else ()
        waiting = new.analysis_stage is Stage.WAITING
        labels = new.card.judged if new.card else ()
        doubts = doubt_words(new)
        self.list.show_findings(
            findings, labels if waiting else (), waiting=waiting, doubted=bool(record_doubts(new))
        )
        self.list.setAccessibleDescription(doubts)
        self._unfamiliar.setText(doubts)
        self._unfamiliar.setVisible(bool(doubts))
        self.list.show_without(new.without.findings if new.without else ())
        self.list.show_marks(marks(new))
        self.list.select(new.label)
        self._caption.setText(_caption(new, findings))
        self._missing.setText(_missing(analysis))
        self._missing.setVisible(bool(self._missing.text()))
        self._source.setText(_source(new))
        self._scope.setText(classes_only(len(analysis.labels)) if analysis else "")
        for widget in (self._source, self._scope):
            widget.setVisible(bool(widget.text()))

    def show_hidden(self, state: ViewState) -> None:
        """Say that the model is hidden, or that it is asked now."""
        self._show(state)

    @property
    def doubts(self) -> str:
        """Why suggestions are not to be leaned on, "" where nothing speaks against them."""
        return self._unfamiliar.text()

    @property
    def caption(self) -> str:
        """What stands above the list."""
        return self._caption.text()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _caption(state: ViewState, findings: tuple[Finding, ...]) -> str:
    if state.models == ():
        return tr(_NO_MODEL)
    if state.record is None:
        return tr("No record open.")
    if state.model_hidden:
        return tr(HIDDEN)
    if state.analysis_stage is Stage.WAITING:
        return tr("Analysing…")
    if state.analysis_stage is Stage.FAILED:
        return tr("Not analysed. F5 tries again.")
    if state.analysis is None and is_scanned_instead(state):
        return tr("Every beat of this record is judged by itself: see the tab Scan.")
    if state.analysis is None:
        return tr("Not analysed yet. F5 analyses.")
    if state.without is not None:
        return tr("Without what is erased; pale bars: the whole record")
    scores = score_kind(state.card)
    if not any(finding.present for finding in findings):
        return tr("No class reached its threshold ({scores}).", scores=scores)
    return tr("The model suggests ({scores})", scores=scores)


def _missing(analysis: Analysis | None) -> str:
    if analysis is None:
        return ""
    sentences = list(analysis.notes)
    if analysis.missing_leads:
        sentences.insert(0, _absent_words(analysis.missing_leads))
    return " ".join(sentences)


def _absent_words(leads: Sequence[str]) -> str:
    names = ", ".join(leads)
    if len(leads) == 1:
        return tr("{leads} has no signal; the model took it as absent.", leads=names)
    return tr("{leads} have no signal; the model took them as absent.", leads=names)


def _source(state: ViewState) -> str:
    analysis = state.analysis
    if analysis is None:
        return ""
    parts = [analysis.model, analysis.device, took(analysis.took_s)]
    if len(analysis.windows) > 1:
        parts.append(tr("{count} windows", count=len(analysis.windows)))
    return " · ".join(parts)
