"""Asks what a file with bare numbers does not say: rate, leads, unit, columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import later, tr
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.table_trial import Trial
from ecgviewer.paper.trial_layout import TrialPage
from ecgviewer.paper.view import Theme
from ecgviewer.signal.leads import STANDARD_LEADS, normalise_lead
from ecgviewer.ui.table_answers import TableAnswers
from ecgviewer.ui.trial_sheet import TrialSheet
from ecgviewer.ui.widgets import label
from ecgviewer.ui.words import length

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_WIDTH_PX, _TABLE_WIDTH_PX = 440, 680
# Units, and how many of each are in 1 mV; the last is for numbers of a converter.
_UNITS: tuple[tuple[str, float | None], ...] = (
    (later("mV"), 1.0),
    (later("µV"), 1000.0),
    (later("V"), 0.001),
    (later("other"), None),
)


class ImportDialog(QDialog):
    """Rate, leads and unit of one file; accepted only with answers that fit it.

    Of a table its first rows are shown too, and how they look on paper with these answers.
    """

    def __init__(
        self, asked: NeedsHints, parent: QWidget | None = None, theme: Theme = Theme.LIGHT
    ) -> None:
        super().__init__(parent)
        self._asked, self._theme = asked, theme
        self.setWindowTitle(tr("How to read {file}", file=asked.path.name))
        self.table = TableAnswers(asked.lines, asked.suggested) if asked.lines else None
        self.sheet = TrialSheet()
        self.rate = QLineEdit(_number(asked.suggested.fs_hz))
        self.leads = QLineEdit(" ".join(_suggested_leads(asked)))
        self.unit = QComboBox()
        self.gain = QLineEdit(_number(asked.suggested.gain))
        # The rate that a table's times give, as it was put into its field.
        self._timed = ""
        self._problem = label(kind="secondary", wrapped=True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()
        self._connect()
        self._show_unit()
        self._take_times()
        self._check()
        (self.gain if self.rate.text() and not self.gain.text() else self.rate).setFocus()

    def _arrange(self) -> None:
        asked = self._asked
        self.setMinimumWidth(_WIDTH_PX if self.table is None else _TABLE_WIDTH_PX)
        self.rate.setPlaceholderText(tr("samples a second, such as 500"))
        self.leads.setPlaceholderText(tr("names in the file's order, such as I II V1"))
        self.gain.setPlaceholderText(tr("file units in 1 mV, such as 1000 for µV"))
        self.unit.setAccessibleName(tr("Unit"))
        for words, per_mv in _UNITS:
            self.unit.addItem(tr(words), per_mv)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(_found(asked), wrapped=True))
        if self.table is not None:
            column.addWidget(self.table)
        column.addLayout(self._form())
        if self.table is not None:
            column.addWidget(self.sheet)
        column.addWidget(self._problem)
        column.addWidget(label(_remembered(asked), kind="secondary"))
        column.addWidget(self._buttons)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(tr("Rate (Hz)"), self.rate)
        form.addRow(tr("Leads"), self.leads)
        scale = QHBoxLayout()
        scale.setSpacing(16)
        scale.addWidget(self.unit)
        scale.addWidget(label(tr("Units per mV")))
        scale.addWidget(self.gain, 1)
        self.gain.setAccessibleName(tr("Units per mV"))
        form.addRow(tr("Unit"), scale)
        return form

    def _connect(self) -> None:
        for field in (self.rate, self.leads, self.gain):
            field.textChanged.connect(self._check)
        self.gain.textChanged.connect(self._show_unit)
        self.unit.activated.connect(self._take_unit)
        if self.table is not None:
            self.table.changed.connect(self._take_table)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # What is answered

    @property
    def hints(self) -> ImportHints | None:
        """The answers, None while they do not fit the file."""
        rate, gain = _positive(self.rate.text()), _positive(self.gain.text())
        leads = self._leads()
        fits = 0 < len(leads) == self._n_leads and len(set(leads)) == len(leads)
        if not (rate and gain and fits):
            return None
        if self.table is None:
            return ImportHints(rate, leads, gain)
        told = self.table.hints
        # Each file of this kind has times of its own, so a rate that follows from them is not
        # kept, unless the times are uneven further down.
        follows = self.rate.text() == self._timed and told.time_column != self._asked.untimed
        return replace(told, fs_hz=None if follows else rate, leads=leads, gain=gain)

    @property
    def _n_leads(self) -> int:
        return self._asked.n_leads if self.table is None else self.table.n_leads

    def _leads(self) -> tuple[str, ...]:
        words = self.leads.text().replace(",", " ").split()
        return tuple(normalise_lead(name) for name in words)

    def _take_unit(self) -> None:
        per_mv = self.unit.currentData()
        if per_mv is None:
            self.gain.setFocus()
            self.gain.selectAll()
        else:
            self.gain.setText(_number(per_mv))

    def _show_unit(self) -> None:
        """Show the unit that a gain stands for."""
        gain = _positive(self.gain.text())
        known = [place for place, (_, per_mv) in enumerate(_UNITS) if per_mv == gain]
        with QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(known[0] if known else len(_UNITS) - 1)

    def _take_table(self) -> None:
        """Follow the columns that were chosen: with their names, and the rate of their times."""
        trial = self._trial(leads=None)
        names = trial.names if trial is not None else ()
        self.leads.setText(" ".join(_in_one_word(name) for name in names))
        self._take_times()
        self._check()

    def _take_times(self) -> None:
        trial = self._trial(leads=None)
        rate_hz = trial.timing.rate_hz if trial is not None else None
        was, self._timed = self._timed, _number(rate_hz)
        if self._timed or self.rate.text() == was:
            self.rate.setText(self._timed or ("" if was else self.rate.text()))

    # What it looks like

    def _trial(self, leads: tuple[str, ...] | None) -> Trial | None:
        return None if self.table is None else self.table.trial(leads, _positive(self.gain.text()))

    def _check(self) -> None:
        hints = self.hints
        rate = _positive(self.rate.text())
        open_button = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        open_button.setEnabled(hints is not None)
        trial = self._trial(leads=self._leads())
        told = _wanted(self._n_leads)
        if hints is not None and rate:
            duration = length(self._asked.n_samples / rate)
            told = tr("The record is then {duration} long.", duration=duration)
        swing = "" if trial is None else _swing(trial)
        self._problem.setText(f"{told} {swing}".strip())
        shown = None
        if trial is not None and rate:
            shown = TrialPage(trial.names, trial.values_mv, rate, self._theme)
        self.sheet.show_page(shown)


def _found(asked: NeedsHints) -> str:
    template = (
        later("It holds 1 lead of {samples} samples, but not how to read them.")
        if asked.n_leads == 1
        else later("It holds {n} leads of {samples} samples, but not how to read them.")
    )
    return tr(template, n=asked.n_leads, samples=f"{asked.n_samples:,}")


def _remembered(asked: NeedsHints) -> str:
    if asked.lines:
        return tr("Remembered for tables with these columns.")
    return tr("Remembered for files like this in its folder.")


def _wanted(n_leads: int) -> str:
    if n_leads == 0:
        return tr("Wanted: at least one column that is a lead.")
    if n_leads == 1:
        return tr("Wanted: a rate and a gain above 0, and one lead name.")
    return tr("Wanted: a rate and a gain above 0, and {n} different lead names.", n=n_leads)


def _swing(trial: Trial) -> str:
    """Say how far the first lead swings, which tells a wrong unit."""
    known = trial.values_mv[0][np.isfinite(trial.values_mv[0])]
    if known.size < 2:
        return tr("There is no number in the first rows of the first lead.")
    low, high = np.percentile(known, [1, 99]).tolist()
    return tr("{lead} swings by {size} mV here.", lead=trial.names[0], size=f"{high - low:.3g}")


def _suggested_leads(asked: NeedsHints) -> tuple[str, ...]:
    if asked.suggested.leads:
        return tuple(map(_in_one_word, asked.suggested.leads))
    return STANDARD_LEADS if asked.n_leads == len(STANDARD_LEADS) else ()


def _in_one_word(name: str) -> str:
    """Return a name as the field can hold it: names are parted by blanks there."""
    return "_".join(normalise_lead(name).replace(",", " ").split())


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _positive(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 < value < float("inf") else None


def ask_hints(window: MainWindow, asked: object) -> None:
    """Ask what a file does not say, and open it with the answer."""
    if not isinstance(asked, NeedsHints):
        return
    dialog = ImportDialog(asked, window, window.state.value.view.theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answer() -> None:
        if dialog.hints is not None:
            window.preferences.keep_hints(asked.kind, dialog.hints)
            window.opening.open_path(asked.path, dialog.hints)

    dialog.accepted.connect(answer)
    dialog.open()
