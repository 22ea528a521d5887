"""Asks what a file with bare numbers does not say: rate, leads, gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.text import later, tr
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.signal.leads import STANDARD_LEADS, normalise_lead
from ecgviewer.ui.widgets import label
from ecgviewer.ui.words import length

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


class ImportDialog(QDialog):
    """Rate, lead names and gain of one file; accepted only with answers that fit it."""

    def __init__(self, asked: NeedsHints, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self.setWindowTitle(tr("How to read {file}", file=asked.path.name))
        self.rate = QLineEdit(_number(asked.suggested.fs_hz))
        self.leads = QLineEdit(" ".join(_suggested_leads(asked)))
        self.gain = QLineEdit(_number(asked.suggested.gain))
        self._problem = label(kind="secondary", wrapped=True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()
        for field in (self.rate, self.leads, self.gain):
            field.textChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._check()

    def _arrange(self) -> None:
        asked = self._asked
        self.setMinimumWidth(440)
        self.rate.setPlaceholderText(tr("samples a second, such as 500"))
        self.leads.setPlaceholderText(tr("names in the file's order, such as I II V1"))
        self.gain.setPlaceholderText(tr("file units in 1 mV, such as 1000 for µV"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(tr("Rate (Hz)"), self.rate)
        form.addRow(tr("Leads"), self.leads)
        form.addRow(tr("Units per mV"), self.gain)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(_found(asked), wrapped=True))
        column.addLayout(form)
        column.addWidget(self._problem)
        remembered = tr("Remembered for files like this in its folder.")
        column.addWidget(label(remembered, kind="secondary"))
        column.addWidget(self._buttons)

    @property
    def hints(self) -> ImportHints | None:
        """The answers, None while they do not fit the file."""
        rate, gain = _positive(self.rate.text()), _positive(self.gain.text())
        leads = tuple(normalise_lead(name) for name in self.leads.text().replace(",", " ").split())
        fits = len(leads) == self._asked.n_leads and len(set(leads)) == len(leads)
        return ImportHints(rate, leads, gain) if rate and gain and fits else None

    def _check(self) -> None:
        hints = self.hints
        open_button = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        open_button.setEnabled(hints is not None)
        if hints is not None and hints.fs_hz:
            duration = length(self._asked.n_samples / hints.fs_hz)
            self._problem.setText(tr("The record is then {duration} long.", duration=duration))
        else:
            self._problem.setText(_wanted(self._asked.n_leads))


def _found(asked: NeedsHints) -> str:
    template = (
        later("It holds 1 lead of {samples} samples, but not how to read them.")
        if asked.n_leads == 1
        else later("It holds {n} leads of {samples} samples, but not how to read them.")
    )
    return tr(template, n=asked.n_leads, samples=f"{asked.n_samples:,}")


def _wanted(n_leads: int) -> str:
    if n_leads == 1:
        return tr("Wanted: a rate and a gain above 0, and one lead name.")
    return tr("Wanted: a rate and a gain above 0, and {n} different lead names.", n=n_leads)


def _suggested_leads(asked: NeedsHints) -> tuple[str, ...]:
    if asked.suggested.leads:
        return asked.suggested.leads
    return STANDARD_LEADS if asked.n_leads == len(STANDARD_LEADS) else ()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _positive(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 < value < float("inf") else None


def ask_hints(window: MainWindow, asked: object) -> None:
    """Ask what a file does not say, and open it with the answer."""
    if not isinstance(asked, NeedsHints):
        return
    dialog = ImportDialog(asked, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answer() -> None:
        if dialog.hints is not None:
            window.preferences.keep_hints(asked.path.parent, asked.n_leads, dialog.hints)
            window.opening.open_path(asked.path, dialog.hints)

    dialog.accepted.connect(answer)
    dialog.open()
