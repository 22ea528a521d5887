"""Asks what is to be handed on of the reviews, writes it, and says what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import later, tr
from ecgviewer.ui.exporting import (
    AreThere,
    ExportAsked,
    ListedNow,
    Written,
    are_there_words,
    write_export,
    written_words,
)
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.widgets import label
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_KIND = "export"
_WIDTH_PX, _GAP_PX, _BUTTON_PX = 480, 20, 112
# What was written, and what to look over: so that nothing jumps when it is told.
_TOLD_LINES = 3
_FOLDER = "reviews"
_FORMS = {
    "csv": (
        later("Tables (CSV)"),
        later("Statements, regions, beats and records, for a spreadsheet or R."),
    ),
    "json": (later("One document (JSON)"), later("Everything, with the history of every review.")),
    "wfdb": (
        later("WFDB annotations"),
        later("One annotation file for each record and reader, without any model's answer."),
    ),
    "training": (
        later("Labels to train with (JSON)"),
        later("What readers corrected, for ecgviewer train --reviews."),
    ),
}
_AS_SEARCHED = later("Those in the file list, as it is searched ({n})")
_AS_FILTERED = later("Those in the worklist, as it is filtered ({n})")
_LOOK_OVER = later(
    "Notes were cleaned of what looks like names, dates and numbers of people: look them over "
    "before you hand them on."
)
_PRIVATE = later(
    "Without them records go by pseudonyms, readers by numbers, and paths and dates of "
    "recording are left out."
)


class ExportDialog(QDialog):
    """What, of which records, where to; it stays open, and reviewing goes on beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._worker = Worker("export", self, gives_way=True)
        self._asked: ExportAsked | None = None
        self.setWindowTitle(tr("Export reviews"))
        self.forms = {name: QRadioButton(tr(words)) for name, (words, _) in _FORMS.items()}
        self.form_hint = label(kind="secondary", wrapped=True)
        self.all_records = QRadioButton(tr("All that were reviewed"))
        self.this_record = QRadioButton()
        self.listed = QRadioButton()
        self.only_done = QCheckBox(tr("Finished reviews only"))
        self.folder = QLineEdit(_proposed(window))
        self.choose = QPushButton(tr("Choose…"))
        self.identifiers = QCheckBox(tr("Include identifiers: names, paths, notes as they are"))
        self.told = label(wrapped=True)
        self.progress = QProgressBar()
        self.stop = QPushButton(tr("Stop"))
        self.write = QPushButton(tr("Export"))
        self._arrange()
        self._dress()
        self._connect()
        self.forms["csv"].setChecked(True)
        self.all_records.setChecked(True)
        self._show_work(running=False)
        self.offer()

    # Looks

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        self._add_group(column, tr("As"), [*self.forms.values()])
        column.addWidget(self.form_hint)
        column.addSpacing(_GAP_PX - 8)
        records = [self.all_records, self.listed, self.this_record]
        self._add_group(column, tr("Which records"), records)
        column.addWidget(self.only_done)
        column.addSpacing(_GAP_PX - 8)
        column.addWidget(label(tr("Into the folder"), kind="heading"))
        column.addLayout(_row(self.folder, self.choose))
        column.addSpacing(_GAP_PX - 8)
        column.addWidget(self.identifiers)
        column.addWidget(label(tr(_PRIVATE), kind="secondary", wrapped=True))
        column.addSpacing(_GAP_PX - 8)
        column.addWidget(self.told)
        column.addWidget(self.progress)
        column.addLayout(_row(None, self.stop, self.write))
        self.setMinimumWidth(_WIDTH_PX)

    def _dress(self) -> None:
        self.folder.setAccessibleName(tr("Folder for the export"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self.progress.setTextVisible(False)
        self.choose.setAutoDefault(False)
        self.stop.setAutoDefault(False)
        line_px = self.told.fontMetrics().lineSpacing()
        self.told.setMinimumHeight(_TOLD_LINES * line_px + line_px // 2)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button in (self.stop, self.write):
            # Bold words are wider than Qt takes the default button's to be.
            button.setMinimumWidth(_BUTTON_PX)

    def _add_group(self, column: QVBoxLayout, title: str, buttons: list[QRadioButton]) -> None:
        column.addWidget(label(title, kind="heading"))
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
            column.addWidget(button)
        group.buttonClicked.connect(self._forget_question)

    def _connect(self) -> None:
        for button in self.forms.values():
            button.toggled.connect(self._show_hint)
        self.choose.clicked.connect(self._ask_folder)
        self.folder.textChanged.connect(self._forget_question)
        for box in (self.only_done, self.identifiers):
            box.toggled.connect(self._forget_question)
        self.write.clicked.connect(self._start)
        self.stop.clicked.connect(lambda: self._worker.cancel(_KIND))
        self._worker.done.connect(lambda _kind, result: self._done(result))
        self._worker.failed.connect(lambda _kind, error, _details: self._failed(error))
        self._worker.cancelled.connect(lambda _kind: self._stopped())
        self._worker.progressed.connect(lambda _kind, done, total: self._step(done, total))
        self._window.state.changed.connect(self._follow)
        self._window.installEventFilter(self)

    def offer(self) -> None:
        """Say which records can be chosen now."""
        record = self._window.state.value.record
        self.this_record.setEnabled(record is not None)
        self.this_record.setText(
            tr("The open record") if record is None else tr("{record} alone", record=record.name)
        )
        n_listed, words = self._offered_list()
        self.listed.setEnabled(n_listed > 0)
        self.listed.setText(tr(words, n=f"{n_listed:,}"))
        for button in (self.this_record, self.listed):
            if button.isChecked() and not button.isEnabled():
                self.all_records.setChecked(True)

    def _offered_list(self) -> tuple[int, str]:
        """Return how many records the list shows, and how it is called."""
        shown = self._window.state.value.listed
        if shown is None:
            return len(self._window.files.listed), _AS_SEARCHED
        return len(shown.rows), _AS_FILTERED

    def _listed(self) -> ListedNow:
        return ListedNow.of(self._window.state.value.listed, self._window.files.listed)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        """Offer what can be chosen now: reviewing goes on beside the dialog."""
        if (old.listed, old.record, old.files) != (new.listed, new.record, new.files):
            self.offer()

    @property
    def form(self) -> str:
        """The chosen form, a key of review.export.FORMS."""
        return next(name for name, button in self.forms.items() if button.isChecked())

    def _show_hint(self) -> None:
        chosen = [name for name, button in self.forms.items() if button.isChecked()]
        if chosen:
            self.form_hint.setText(tr(_FORMS[chosen[0]][1]))

    def _show_work(self, *, running: bool) -> None:
        self.progress.setVisible(running)
        self.progress.setValue(0)
        self.stop.setVisible(running)
        self.write.setEnabled(not running)

    # What is done

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Folder for the export"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)

    def _start(self) -> None:
        if self._asked is not None:
            # It was asked whether files may be replaced.
            self._submit(self._asked.replacing())
        elif not self.folder.text().strip():
            self.told.setText(tr("Choose a folder first."))
        else:
            self._submit(self._wanted())

    def _wanted(self) -> ExportAsked:
        record = self._window.state.value.record
        one = self.this_record.isChecked() and record is not None
        some = self.listed.isChecked()
        return ExportAsked(
            self.form,
            Path(self.folder.text().strip()).expanduser(),
            record_id=record.record_id if one and record is not None else None,
            listed=self._listed() if some else None,
            only_done=self.only_done.isChecked(),
            identifiers=self.identifiers.isChecked(),
            unkept=self._window.reviewing.unkept.every,
        )

    def _submit(self, asked: ExportAsked) -> None:
        self._asked = asked
        self.told.setText(tr("Writing …"))
        self._show_work(running=True)
        self._worker.submit(_KIND, write_export, self._window.reviewing.file, asked)

    def _done(self, result: object) -> None:
        self._show_work(running=False)
        if isinstance(result, AreThere):
            self.told.setText(f"{are_there_words(result)} {tr('Replace them?')}")
            self.write.setText(tr("Replace"))
            return
        self._forget_question()
        if isinstance(result, Written):
            words = written_words(result.exported)
            more = f"\n{tr(_LOOK_OVER)}" if result.look_over else ""
            self._window.message_line.say(f"{words} ✓")
            # Whoever wants names the next time says so again.
            self.identifiers.setChecked(False)
            self.told.setText(f"{words} ✓{more}")

    def _failed(self, error: EcgError) -> None:
        self._show_work(running=False)
        self._forget_question()
        self.told.setText(error_words(error))

    def _stopped(self) -> None:
        self._show_work(running=False)
        self._forget_question()
        self.told.setText(tr("Stopped; files that were written until then are complete."))

    def _step(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _forget_question(self) -> None:
        if self._worker.busy_kinds:
            return
        self._asked = None
        self.write.setText(tr("Export"))
        self.told.setText("")

    # Its end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with the window."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """End the thread, however the dialog is left."""
        self._window.state.changed.disconnect(self._follow)
        self._window.removeEventFilter(self)
        self._worker.close()
        super().done(result)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Put widgets beside each other; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _proposed(window: MainWindow) -> str:
    folder = window.preferences.folder
    return str((Path(folder) if folder else Path.home()) / _FOLDER)


def show_export(window: MainWindow) -> None:
    """Show the dialog, or bring the one that is open to the front."""
    for dialog in window.findChildren(ExportDialog):
        if dialog.isVisible():
            dialog.offer()
            dialog.activateWindow()
            return
    dialog = ExportDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
