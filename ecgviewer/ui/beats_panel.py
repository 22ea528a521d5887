"""The panel of beats: the median one under a map, superposed ones, or one magnified."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ecgviewer.core.text import later, tr
from ecgviewer.ui.laid_panel import LaidBeatsPanel
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.state import BeatMode, ViewState
from ecgviewer.ui.widgets import Choice

HEADINGS = {
    BeatMode.SUPERPOSED: later("Beats of a lead, superposed"),
    BeatMode.MAGNIFIED: later("Usual beat and ST levels"),
}


class BeatsPanel(QWidget):
    """Shows one of its panels, by the state's mode. mode_wished(BeatMode)."""

    mode_wished = Signal(object)

    def __init__(self, median: QWidget, laid: LaidBeatsPanel) -> None:
        super().__init__()
        self.setAccessibleName(tr("Beats"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._mode = Choice(tr("What is shown of the beats"), framed=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(median)
        self._stack.addWidget(laid)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._mode)
        row.addWidget(laid.choices)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._mode.chosen.connect(self.mode_wished)
        self._show(BeatMode.MEDIAN)

    def sizeHint(self) -> QSize:
        """Return the room of the panel, the same in every mode."""
        return QSize(320, 392)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the panels are told themselves."""
        self._mode.set_color(chrome.muted)

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the panel of the new mode."""
        if old.beat_mode is not new.beat_mode:
            self._show(new.beat_mode)

    def _show(self, mode: BeatMode) -> None:
        self._mode.set_options([(one, tr(one.value)) for one in BeatMode], mode)
        self._stack.setCurrentIndex(0 if mode is BeatMode.MEDIAN else 1)
