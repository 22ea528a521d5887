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
        self.setWindowTitle(f"How to read {asked.path.name}")
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
        leads = "1 lead" if asked.n_leads == 1 else f"{asked.n_leads} leads"
        self.setMinimumWidth(440)
        self.rate.setPlaceholderText("samples a second, such as 500")
        self.leads.setPlaceholderText("names in the file's order, such as I II V1")
        self.gain.setPlaceholderText("file units in 1 mV, such as 1000 for µV")
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("Rate (Hz)", self.rate)
        form.addRow("Leads", self.leads)
        form.addRow("Units per mV", self.gain)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        found = f"It holds {leads} of {asked.n_samples:,} samples, but not how to read them."
        column.addWidget(label(found, wrapped=True))
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(label("Remembered for files like this in its folder.", kind="secondary"))
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
            self._problem.setText(f"The record is then {duration} long.")
        else:
            n_leads = self._asked.n_leads
            names = "one lead name" if n_leads == 1 else f"{n_leads} different lead names"
            self._problem.setText(f"Wanted: a rate and a gain above 0, and {names}.")


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
