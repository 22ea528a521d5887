"""Which leads the model leans on: a signed bar a lead for the chosen class."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.method_names import method_name
from ecgviewer.core.text import tr
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.icons import icon
from ecgviewer.ui.lead_bars import BarsHeader, LeadBars
from ecgviewer.ui.lead_map import LeadMap
from ecgviewer.ui.lead_words import MAP_SENTENCE, rows_of, sentence, state_words
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.state import LEAD_METHODS, Stage, ViewState
from ecgviewer.ui.widgets import Choice, OwnKeys, label
from ecgviewer.ui.words import PARTLY_BLIND

_FIELDS = (
    "record", "card", "analysis", "analysis_stage", "label", "lead", "lead_method",
    "lead_weights", "leads_stage", "blind_spots",
)  # fmt: skip

# Of three lines; kept free, so that another class moves nothing.
_SENTENCE_PX = 52
# In a lower panel the bars have the sentence's room: it is told by their tip.
_LEAST_WITH_SENTENCE_PX = 280


class LeadsPanel(QWidget):
    """What each lead adds to the class's score; wishes for a lead, a class, another method.

    settle_wished: the reader wants the estimate settled after all; stop_wished: not.
    """

    lead_wished = Signal(object)
    label_wished = Signal(str)
    method_wished = Signal(object)
    settle_wished = Signal()
    stop_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Leads"))
        self._lit: str | None = None
        self._stage = Stage.NONE
        self._chrome = LIGHT
        self._sentences = "", ""
        self.bars, self.map, self._header = LeadBars(), LeadMap(), BarsHeader()
        self._words = label(wrapped=True)
        self._settling = label(kind="secondary", wrapped=True)
        self._stop = QToolButton()
        self.method_choice = Choice(tr("How the leads are weighed"), framed=True)
        self._all = QToolButton()
        self._arrange()
        self._connect()
        self._show(ViewState())

    def _arrange(self) -> None:
        keys = OwnKeys(self)
        self._stop.setProperty("small", "true")
        self._all.setText(tr("All classes"))
        self._all.setToolTip(tr("All leads and classes as a map"))
        self._all.setCheckable(True)
        self._all.setProperty("framed", "true")
        for widget in (self.method_choice, self._all, self._stop):
            widget.installEventFilter(keys)
        self._pages = QStackedWidget()
        self._pages.addWidget(_below(self._header, self.bars))
        self._pages.addWidget(self.map)
        state, choices = QHBoxLayout(), QHBoxLayout()
        for row in (state, choices):
            row.setContentsMargins(12, 0, 12, 0)
            row.setSpacing(8)
        state.addWidget(self._settling, 1)
        state.addWidget(self._stop)
        choices.addWidget(self.method_choice)
        choices.addStretch(1)
        choices.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(6)
        self._words.setContentsMargins(12, 0, 12, 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(_SENTENCE_PX)
        column.addWidget(self._words)
        column.addWidget(self._pages, 1)
        column.addLayout(state)
        column.addLayout(choices)

    def _connect(self) -> None:
        self.bars.toggled.connect(self._toggle)
        self.map.toggled.connect(self._toggle)
        self.map.label_wished.connect(self.label_wished)
        self.method_choice.chosen.connect(self.method_wished)
        self._all.toggled.connect(self._turn)
        self._stop.clicked.connect(self._stop_or_settle)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every state."""
        return QSize(320, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the sentence to the bars where the panel is low."""
        super().resizeEvent(event)
        self._words.setVisible(event.size().height() >= _LEAST_WITH_SENTENCE_PX)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        self.method_choice.set_color(chrome.muted)
        self._header.chrome = chrome
        self._header.update()
        self.bars.set_chrome(chrome)
        self.map.set_chrome(chrome)
        self._draw_stop()

    def focus_leads(self) -> None:
        """Put the keyboard into the bars or the map."""
        shown = self.map if self._all.isChecked() else self.bars
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def words(self) -> str:
        """The sentence above the bars."""
        return self._words.text()

    @property
    def settling_words(self) -> str:
        """What is said of the span and of how far the estimate has come."""
        return self._settling.text()

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the weights of the new state."""
        if any(getattr(old, name) is not getattr(new, name) for name in _FIELDS):
            self._show(new)

    def _show(self, state: ViewState) -> None:
        self._lit, self._stage = state.lead, state.leads_stage
        weights = state.lead_weights
        settled = weights is None or weights.settled >= 1
        leads = state.card.input.leads if state.card else STANDARD_LEADS
        rows = rows_of(weights, state.label, leads)
        self.bars.show_rows(rows, settled=settled, lit=state.lead)
        self.map.show_weights(weights, rows, state.label, lit=state.lead)
        of_bars = _sentence(state, weights)
        self._sentences = of_bars, tr(MAP_SENTENCE) if weights is not None else of_bars
        self._write_sentence()
        self._settling.setText(state_words(state))
        options = [(name, method_name(name)) for name in LEAD_METHODS]
        self.method_choice.set_options(
            options, state.lead_method, state.blind_spots, tr(PARTLY_BLIND)
        )
        self.method_choice.setEnabled(state.analysis is not None)
        self._all.setEnabled(weights is not None or self._all.isChecked())
        open_ended = self._stage in (Stage.WAITING, Stage.FAILED)
        self._stop.setVisible(open_ended or not settled)
        self._draw_stop()

    def _turn(self, shows_map: bool) -> None:
        self._pages.setCurrentIndex(int(shows_map))
        self._write_sentence()

    def _write_sentence(self) -> None:
        told = self._sentences[self._all.isChecked()]
        self._words.setText(told)
        self._header.setToolTip(told)
        self.bars.setAccessibleDescription(told)

    def _draw_stop(self) -> None:
        waiting = self._stage is Stage.WAITING
        self._stop.setIcon(icon("stop" if waiting else "play", self._chrome.text))
        words = tr("Stop here; the estimate stays") if waiting else tr("Go on settling")
        self._stop.setToolTip(words)
        self._stop.setAccessibleName(words)

    def _stop_or_settle(self) -> None:
        if self._stage is Stage.WAITING:
            self.stop_wished.emit()
        else:
            self.settle_wished.emit()

    def _toggle(self, lead: str) -> None:
        self.lead_wished.emit(None if lead == self._lit else lead)


def _below(header: QWidget, bars: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addWidget(bars, 1)
    return page


def _sentence(state: ViewState, weights: LeadWeights | None) -> str:
    if state.label is None:
        return tr("Choose a finding to see which leads spoke for it.")
    if weights is None or state.card is None or state.label not in weights.labels:
        return ""
    is_part = state.analysis is not None and len(state.analysis.windows) > 1
    return sentence(weights, state.card, state.label, is_part=is_part)
