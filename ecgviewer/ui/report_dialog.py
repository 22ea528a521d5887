"""What a report shall hold; asked anew each time, so that nobody is named by habit."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.ui.widgets import label

_PAPERS = (("a4", later("A4")), ("letter", later("Letter")))
_OF_LETTER = (QLocale.MeasurementSystem.ImperialUSSystem,)


@dataclass(frozen=True, slots=True)
class Choices:
    """identified: with what names the patient. paper: "a4" or "letter"."""

    identified: bool = False
    paper: str = "a4"


class ReportDialog(QDialog):
    """Whether the patient is named, and the paper; answered(Choices)."""

    answered = Signal(object)

    def __init__(self, record: Record, title: str, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.identifiers = QCheckBox(tr("Include identifiers"))
        self.paper = QComboBox()
        for name, words in _PAPERS:
            self.paper.addItem(tr(words), name)
        if QLocale.system().measurementSystem() in _OF_LETTER:
            self.paper.setCurrentIndex(1)
        self.paper.setAccessibleName(tr("Paper"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.addButton(word, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.answered.emit(self.choices))
        self._arrange(record)

    def _arrange(self, record: Record) -> None:
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.identifiers)
        told = tr(
            "The record's name ({record}), its file, the date of recording and the file's "
            "comments. Without them it has a pseudonym. Asked for each report anew.",
            record=record.name,
        )
        column.addWidget(label(told, kind="secondary", wrapped=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("Paper"), self.paper)
        column.addLayout(form)
        column.addWidget(label(tr("Print at 100 %: a millimetre is one."), kind="secondary"))
        column.addWidget(self.buttons)

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        return Choices(self.identifiers.isChecked(), str(self.paper.currentData()))
