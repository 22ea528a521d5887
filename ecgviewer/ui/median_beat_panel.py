"""Where in the beat the model looks: the median beat of each lead, coloured by the map."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ecgviewer.core.evidence import is_silent, peak
from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.core.text import tr
from ecgviewer.paper.beat_layout import PLAIN_BELOW, BeatPage, beat_levels
from ecgviewer.signal.leads import find_lead
from ecgviewer.ui.beat_sheet import BeatSheet
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.widgets import Choice, label
from ecgviewer.ui.words import beats

_LARGE_SPEED_MM_PER_S, _LARGE_GAINS_MM_PER_MV = 50.0, (20.0, 10.0, 5.0)
_SMALL_COLUMNS, _COLUMNS, _FEW_LEADS = 6, 4, 2
# Beats of another shape are shown first where they are so many times as hot.
_HOTTER = 2.0


class MedianBeatPanel(QWidget):
    """The median beats under the state's map; wishes for a lead that shall stand out."""

    lead_wished = Signal(object)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Median beat"))
        self._state = ViewState()
        self._wants_others: bool | None = None
        self._caption = label(kind="secondary")
        self._group = Choice(tr("Which beats"), framed=True)
        self._note = label(kind="secondary", wrapped=True)
        self._words = label(wrapped=True)
        self.sheet = BeatSheet()
        self._stack = QStackedWidget()
        self._arrange()
        self._group.chosen.connect(self._choose_group)
        self.sheet.lead_clicked.connect(self._choose_lead)
        self.sheet.hovered.connect(self.hovered)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._caption)
        row.addWidget(self._group)
        row.addStretch(1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._words)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._note)
        self._stack.addWidget(shown)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 4, 12, 8)
        around.addWidget(self._stack)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every state."""
        return QSize(320, 360)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the sheet has its own."""
        self._group.set_color(chrome.muted)

    @property
    def text(self) -> str:
        """What the panel says in words."""
        if self._stack.currentIndex() == 0:
            return self._note.text()
        return f"{self._caption.text() or self._group.text()}. {self._words.text()}"

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the median beat of the new state."""
        self._state = new
        if old.beat is not new.beat:
            self._wants_others = None
        fields = (
            "beat",
            "beat_heat",
            "beat_note",
            "heat",
            "heat_stage",
            "label",
            "lead",
            "overlay",
        )
        view = (new.view.theme, new.view.grid) != (old.view.theme, old.view.grid)
        if view or any(getattr(old, name) is not getattr(new, name) for name in fields):
            self._show()

    def _show(self) -> None:
        state = self._state
        beat = shown_beat(state)
        self._note.setText("" if beat else _why_none(state))
        self._stack.setCurrentIndex(1 if beat else 0)
        if beat is None:
            self.sheet.show_pages(())
            return
        average, top = scale_of(state)
        shown = self._chosen_of(beat)
        self._offer_groups(beat, shown)
        levels = beat_levels(shown, average, top) * strength_of(state)
        self.sheet.show_pages(self._pages(shown, levels))
        self._caption.setText("" if beat.others else beats(beat.n_beats))
        self._caption.setVisible(not beat.others)
        self._words.setText(strongest_words(shown, average))

    def _pages(self, beat: MedianBeat, levels: np.ndarray) -> tuple[BeatPage, ...]:
        state = self._state
        view = replace(state.view, speed_mm_per_s=25.0)
        opacity = state.overlay.opacity if state.overlay.visible else 0.0
        columns = _COLUMNS if len(beat.leads) > _COLUMNS else len(beat.leads)
        page = BeatPage(beat, levels, beat.leads, columns, view, opacity)
        lead = find_lead(state.lead, beat.leads) if state.lead else None
        wide = replace(view, speed_mm_per_s=_LARGE_SPEED_MM_PER_S)
        large = replace(page, view=wide, gains_mm_per_mv=_LARGE_GAINS_MM_PER_MV)
        if len(beat.leads) <= _FEW_LEADS:
            return (large,)
        if lead is None:
            return (page,)
        large = replace(large, leads=(beat.leads[lead],), columns=1)
        columns = min(_SMALL_COLUMNS, len(beat.leads))
        return large, replace(page, columns=columns, lit=beat.leads[lead])

    def _chosen_of(self, beat: MedianBeat) -> MedianBeat:
        others = beat.others
        if others is None:
            return beat
        wants = self._wants_others
        if wants is None:
            wants = _hottest(others) > _HOTTER * _hottest(beat)
        return others if wants else beat

    def _offer_groups(self, beat: MedianBeat, shown: MedianBeat) -> None:
        self._group.setVisible(beat.others is not None)
        if beat.others is not None:
            options: list[tuple[object, str]] = [
                (False, _usual(beat.n_beats)),
                (True, _of_another_shape(beat.others.n_beats)),
            ]
            self._group.set_options(options, shown is beat.others)

    def _choose_group(self, others: object) -> None:
        self._wants_others = bool(others)
        self._show()

    def _choose_lead(self, name: str) -> None:
        state, beat = self._state, shown_beat(self._state)
        chosen = find_lead(state.lead, beat.leads) if beat and state.lead else None
        same = beat is not None and chosen is not None and beat.leads[chosen] == name
        self.lead_wished.emit(None if same else name)


def shown_beat(state: ViewState) -> MedianBeat | None:
    """Return the median beat under the state's map, None while there is none."""
    if state.heat is None or state.beat_heat is not state.heat or is_silent(state.heat):
        return None
    return state.beat


def strength_of(state: ViewState) -> float:
    """Return how strong the map is beside the record's strongest window: 0 to 1."""
    if state.heat is None or state.heat.reference is None or is_silent(state.heat.reference):
        return 1.0
    return min(1.0, peak(state.heat) / peak(state.heat.reference))


def scale_of(state: ViewState) -> tuple[float, float]:
    """Return the map's average over its span and its largest mean in any beat."""
    beat, heat = state.beat, state.heat
    if beat is None or heat is None:
        return 0.0, 0.0
    groups = (beat,) if beat.others is None else (beat, beat.others)
    return float(np.nanmean(heat.heat)), max(_hottest(group) for group in groups)


def strongest_words(beat: MedianBeat, average: float) -> str:
    """Return where in the beat the map speaks loudest, and how loud beside its average."""
    values = np.nan_to_num(beat.heat, nan=0.0)
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    times = float(values[row, column]) / average if average > 0 else 0.0
    if times < PLAIN_BELOW:
        return tr(
            "Little stands out: no part of the beat says more than {times} × the average.",
            times=f"{times:.1f}",
        )
    told = {"place": _place(round(float(beat.time_ms[column]))), "times": f"{times:.1f}"}
    if len(values) == 1:
        return tr("Strongest {place}: {times} × the average of the span.", **told)
    lead = beat.leads[row]
    return tr("Strongest {place} in {lead}: {times} × the average of the span.", lead=lead, **told)


def _place(at_ms: int) -> str:
    """Return where in the beat a time from R lies."""
    if abs(at_ms) < 10:
        return tr("at R")
    if at_ms > 0:
        return tr("{time_ms} ms after R", time_ms=at_ms)
    return tr("{time_ms} ms before R", time_ms=-at_ms)


def _why_none(state: ViewState) -> str:
    if state.label is None:
        return tr("Choose a finding to see where in the beat the model looks.")
    if state.heat_stage is Stage.WAITING:
        return tr("Explaining…")
    if state.heat is None:
        return tr("Not explained, so no beat is coloured.")
    if is_silent(state.heat):
        label = state.heat.label
        return tr("No part of this page speaks for {label}, so no beat is coloured.", label=label)
    if state.beat_heat is not state.heat:
        return tr("Laying the beats over one another…")
    return state.beat_note


def _usual(n_beats: int) -> str:
    one = n_beats == 1
    return tr("1 beat of the usual shape") if one else tr("{n} beats of the usual shape", n=n_beats)


def _of_another_shape(n_beats: int) -> str:
    one = n_beats == 1
    return tr("1 beat of another shape") if one else tr("{n} beats of another shape", n=n_beats)


def _hottest(beat: MedianBeat) -> float:
    return float(np.nan_to_num(beat.heat, nan=0.0).max(initial=0.0))
