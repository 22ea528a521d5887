"""The figures of a scan as a Holter report has them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import tr
from ecgviewer.signal.scan_corrections import CorrectedScan
from ecgviewer.ui.corrected_words import corrected_words, rows_beside
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import label, selectable

_TOP = Qt.AlignmentFlag.AlignTop


class HolterPanel(QScrollArea):
    """Counts, burdens, rates and pauses of the scan; they may be printed."""

    print_wished = Signal()
    export_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Holter summary"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show(None)

    def minimumSizeHint(self) -> QSize:
        """Return the least that is worth showing; the rest scrolls."""
        return QSize(240, 56)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme; the style sheet has them all."""

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show the figures of the new state's scan."""
        if old.scan is not new.scan or old.corrected is not new.corrected:
            self._show(new.scan, new.corrected)

    def accessible_text(self) -> str:
        """Return all that is shown, line by line."""
        return "\n".join(text.text() for text in self.findChildren(QLabel))

    def _show(self, scan: Scan | None, corrected: CorrectedScan | None = None) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(8)
        if scan is None:
            column.addWidget(label(tr("Not scanned."), kind="secondary"))
        else:
            self._fill(column, scan, corrected)
        column.addStretch(1)
        self.setWidget(content)

    def _fill(self, column: QVBoxLayout, scan: Scan, corrected: CorrectedScan | None) -> None:
        column.addWidget(label(extent_words(scan), kind="secondary", wrapped=True))
        if corrected is not None:
            column.addWidget(label(corrected_words(corrected), wrapped=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, text, kind) in enumerate(rows_beside(scan, corrected)):
            grid.addWidget(label(name, kind="secondary"), row, 0, _TOP)
            grid.addWidget(selectable(label(text, kind=kind, wrapped=True)), row, 1, _TOP)
        column.addLayout(grid)
        for note in scan.notes:
            column.addWidget(label(note, kind="secondary", wrapped=True))
        buttons = QHBoxLayout()
        for words, wish in (
            (tr("Print…"), self.print_wished),
            (tr("Save as PDF…"), self.export_wished),
        ):
            button = QPushButton(words)
            button.clicked.connect(wish)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)


def extent_words(scan: Scan) -> str:
    """Return how much of which lead was judged by whom."""
    whole = clock_words(scan.n_samples, scan.rate_hz)
    done = clock_words(scan.done_until, scan.rate_hz)
    return tr(
        "{n} beats in {time}, {lead}, judged by {model}",
        n=f"{scan.summary.n_beats:,}",
        time=whole if scan.is_done else tr("{done} of {whole}", done=done, whole=whole),
        lead=scan.lead_words,
        model=scan.model,
    )
