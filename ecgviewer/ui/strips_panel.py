"""One beat of a scan twice: where a CNN looked, and where an LSTM did."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.beat_looks import BeatLooks, Look
from ecgviewer.core.scan import Scan
from ecgviewer.core.text import tr
from ecgviewer.paper.strip_layout import SPEED_MM_PER_S, MarkedBeat, StripPage, at_fitting_gain
from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.state import Stage, ViewState
from ecgviewer.ui.strip_sheet import ImportanceScale, StripSheet
from ecgviewer.ui.strip_words import (
    DIFFERS,
    agreement,
    asked_words,
    judged,
    look_words,
    method_words,
    why_no_beat,
)
from ecgviewer.ui.widgets import ElidedLabel, label

_NETS = ("CNN", "LSTM")
_WORDS_PX = 12
_FIELDS = ("scan", "scan_beat", "looks", "looks_stage", "looks_note", "record", "scan_stage")


@dataclass(frozen=True, eq=False, slots=True)
class _Strip:
    """The widgets of one net."""

    net: str
    verdict: QLabel
    words: QLabel
    sheet: StripSheet


class StripsPanel(QScrollArea):
    """The chosen beat as a CNN and as an LSTM see it, one above the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Beat"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._state, self._chrome = ViewState(), LIGHT
        self._note = label(kind="secondary", wrapped=True)
        self._caption, self._scale_words = _small(), _small()
        self._scale = ImportanceScale()
        self._strips = tuple(
            _Strip(
                net,
                label(kind="secondary"),
                _words(),
                StripSheet(tr("Where the {net} looked", net=net)),
            )
            for net in _NETS
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._caption)
        for strip in self._strips:
            column.addSpacing(2)
            row = QHBoxLayout()
            row.addWidget(label(tr("Where the {net} looked", net=strip.net), kind="heading"))
            row.addStretch(1)
            row.addWidget(strip.verdict)
            column.addLayout(row)
            column.addWidget(strip.words)
            column.addWidget(strip.sheet, 1)
            strip.sheet.resized.connect(self._share_room)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._scale)
        foot.addWidget(self._scale_words, 1)
        column.addLayout(foot)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._note)
        self._stack.addWidget(shown)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(12, 0, 12, 8)
        around.addWidget(self._stack)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return the least that is worth showing; the rest scrolls."""
        return QSize(240, 56)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the sheets have their own."""
        self._chrome = chrome
        self._show()

    @property
    def text(self) -> str:
        """All that the panel says in words."""
        if self._stack.currentIndex() == 0:
            return self._note.text()
        told = [f"{strip.net}: {strip.sheet.accessibleDescription()}" for strip in self._strips]
        return "\n".join([self._caption.whole_text, *told, self._scale_words.whole_text])

    @property
    def sheets(self) -> tuple[StripSheet, ...]:
        """The strips, the CNN's first."""
        return tuple(strip.sheet for strip in self._strips)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the beat of the new state."""
        self._state = new
        view = (new.view.theme, new.view.grid) != (old.view.theme, old.view.grid)
        if view or any(getattr(old, name) is not getattr(new, name) for name in _FIELDS):
            self._show()

    def _show(self) -> None:
        state = self._state
        why = why_no_beat(state)
        self._note.setText(why)
        self._stack.setCurrentIndex(0 if why else 1)
        self._scale.set_theme(state.view.theme)
        if why or state.scan is None or state.looks is None:
            return
        self._caption.set_text(asked_words(state.looks))
        said = judged(state.scan, state.looks.beat)
        waits = state.looks_stage is Stage.WAITING
        awaited = tr("Explaining…") if waits else tr("Not explained.")
        for strip in self._strips:
            look = _of(strip.net, state.looks)
            words = look_words(look) if look else awaited
            verdict = agreement(look, said) if look else ""
            strip.verdict.setText(verdict)
            colour = self._chrome.error if verdict.startswith(DIFFERS) else self._chrome.done
            strip.verdict.setStyleSheet(f"color: {colour}")
            strip.words.setText(words)
            strip.words.setToolTip(method_words(look) if look else "")
            strip.sheet.setAccessibleDescription(f"{words} {verdict}".strip())
        self._share_room()

    def _share_room(self) -> None:
        """Draw both strips at the one scale for which both have room."""
        state, sheets = self._state, self.sheets
        if state.looks is None or state.scan is None:
            return
        room = sheets[0].size()
        for sheet in sheets:
            room = room.boundedTo(sheet.size())
        marks = marks_of(state.scan, state.looks)
        gain = 0.0
        for strip in self._strips:
            look = _of(strip.net, state.looks)
            page = StripPage(state.looks, look.window if look else None, marks, state.view)
            page = at_fitting_gain(page, room.width(), room.height())
            gain = page.view.gain_mm_per_mv
            strip.sheet.show_page(page, room)
        scale = f"{SPEED_MM_PER_S:g} mm/s, {gain:g} mm/mV"
        self._scale_words.set_text(tr("least to most · {scale}", scale=scale))


def marks_of(scan: Scan, looks: BeatLooks) -> tuple[MarkedBeat, ...]:
    """Return the scan's beats within the window around one of them."""
    ends = looks.start, looks.start + looks.values_mv.size
    first, last = np.searchsorted(scan.samples, ends)
    return tuple(
        MarkedBeat(sample, scan.labels[place])
        for sample, place in zip(
            scan.samples[first:last].tolist(), scan.label[first:last].tolist(), strict=True
        )
    )


def _small() -> ElidedLabel:
    made = ElidedLabel()
    made.setProperty("secondary", "true")
    return made


def _words() -> QLabel:
    made = label(wrapped=True)
    # A mask's sentence stays in one line, so that nothing moves from beat to beat.
    made.setStyleSheet(f"font-size: {_WORDS_PX}px")
    return made


def _of(net: str, looks: BeatLooks) -> Look | None:
    return next((look for look in looks.looks if look.net == net), None)
