"""Beats of a lead laid over one another, or the usual one magnified with its ST levels."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ecgviewer.core.text import tr
from ecgviewer.paper.laid_layout import LaidPage
from ecgviewer.ui.laid_sheet import LaidSheet
from ecgviewer.ui.laid_words import (
    extents,
    laid_caption,
    laid_page,
    magnified_caption,
    magnified_page,
    shown_laid,
    shown_lead,
    st_note,
    why_nothing,
)
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.measuring import shown_measures
from ecgviewer.ui.st_table import StTable
from ecgviewer.ui.state import PAGE, BeatMode, ViewState
from ecgviewer.ui.widgets import Choice, ElidedLabel, label

_FIELDS = (
    "record",
    "beat_mode",
    "laid",
    "laid_stage",
    "laid_extent",
    "scan",
    "measured",
    "measured_stage",
)


class LaidBeatsPanel(QWidget):
    """Shows the state's active lead; ↑ and ↓ take the next one, as on the paper.

    lead_wished(name), extent_wished(what to lay together), hovered(text).
    """

    lead_wished = Signal(object)
    extent_wished = Signal(object)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Superposed or magnified beats"))
        # They stand beside the choice of what is shown.
        self.choices = QWidget()
        self._lead = Choice(tr("Lead"), framed=True)
        self._extent = Choice(tr("Which beats"), framed=True)
        self._caption = ElidedLabel()
        self._caption.setProperty("secondary", "true")
        self._note = label(kind="secondary", wrapped=True)
        self.sheet = LaidSheet()
        self.table = StTable()
        self._stack = QStackedWidget()
        self._arrange()
        self._lead.chosen.connect(self.lead_wished)
        self._extent.chosen.connect(self.extent_wished)
        self.table.lead_clicked.connect(self.lead_wished)
        self.sheet.hovered.connect(self.hovered)
        self._show(ViewState())

    def _arrange(self) -> None:
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._lead)
        row.addWidget(self._extent)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._stack, 1)
        column.addWidget(self.table)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every state."""
        return QSize(320, 360)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the sheet has its own."""
        self._lead.set_color(chrome.muted)
        self._extent.set_color(chrome.muted)
        self.table.set_chrome(chrome)

    @property
    def text(self) -> str:
        """What the panel says in words."""
        if self._stack.currentIndex() == 0:
            return self._note.text()
        return f"{self._lead.text()}: {self._caption.whole_text}"

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the beats of the new state."""
        views = [(s.view.theme, s.view.grid, s.view.rhythm_lead) for s in (old, new)]
        changed = any(getattr(old, name) is not getattr(new, name) for name in _FIELDS)
        if changed or views[0] != views[1]:
            self._show(new)

    def _show(self, state: ViewState) -> None:
        self.choices.setVisible(state.beat_mode is not BeatMode.MEDIAN)
        if state.beat_mode is BeatMode.MEDIAN:
            return
        page, leads, caption = self._contents(state)
        self.sheet.show_page(page)
        self._note.setText("" if page else why_nothing(state))
        self._stack.setCurrentIndex(1 if page else 0)
        self._caption.set_text(caption)
        self._caption.setVisible(bool(caption))
        lead = shown_lead(state, leads)
        names = [state.record.leads[index].name for index in leads] if state.record else []
        name = state.record.leads[lead].name if state.record and lead is not None else ""
        self._lead.set_options([(one, one) for one in names], name)
        self._lead.setVisible(len(names) > 1)
        superposed = state.beat_mode is BeatMode.SUPERPOSED
        offered = extents(state)
        known = [value for value, _ in offered]
        self._extent.set_options(offered, state.laid_extent if state.laid_extent in known else PAGE)
        self._extent.setVisible(superposed and state.record is not None)
        self._show_levels(state, name, shown=bool(page) and not superposed)

    def _contents(self, state: ViewState) -> tuple[LaidPage | None, tuple[int, ...], str]:
        """Return the page, the leads to choose from, and the caption."""
        if state.beat_mode is BeatMode.SUPERPOSED:
            laid = shown_laid(state)
            if laid is None:
                return None, (), ""
            return laid_page(state, laid), laid.leads, laid_caption(laid)
        measured = shown_measures(state)
        if measured is None:
            return None, (), ""
        page = magnified_page(state, measured)
        return page, measured.lead_indices, magnified_caption(measured)

    def _show_levels(self, state: ViewState, lead: str, *, shown: bool) -> None:
        measured = shown_measures(state) if shown else None
        self.table.show_levels(measured, lead)
        self.table.setVisible(measured is not None)
        self.table.setToolTip(st_note(measured.record.patient) if measured is not None else "")
