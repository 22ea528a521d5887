"""The window that tells how far readers agree, computed beside it and ready to copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import ModelRef
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.review.agreement_forms import as_csv, as_text
from ecgviewer.review.agreement_tables import WordTable, summary_of, tables_of
from ecgviewer.review.report_file import models_of, said_in
from ecgviewer.review.report_of_agreement import AgreementReport, report_of
from ecgviewer.ui.look import BODY_PX, SECONDARY_PX, Chrome, chrome_of
from ecgviewer.ui.review_file import ReviewFile
from ecgviewer.ui.widgets import Choice, label

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

KIND = "agreement"
_SIZE_PX, _MARGIN_PX = (1040, 720), 16
_HASH_SHOWN = 8


@dataclass(frozen=True, eq=False)
class _Told:
    """A report, and the models that it could be made for."""

    report: AgreementReport
    models: tuple[ModelRef, ...]


def show_agreement(window: MainWindow) -> None:
    """Open the window, or bring it to the front."""
    for dialog in window.findChildren(AgreementWindow):
        dialog.compute()
        dialog.activateWindow()
        return
    AgreementWindow(window).show()


def compute(file: ReviewFile, model: ModelRef | None, _task: Task) -> _Told:
    """Return the report of a review file; model: None for the one with most answers."""
    with file.store() as store:
        models = models_of(store)
        chosen = model if model in models else next(iter(models), None)
        steps, answers = said_in(store, chosen)
    # Nobody who wants to keep a step waits for the figures.
    return _Told(report_of(steps, answers), models)


class AgreementWindow(QDialog):
    """Sentences and tables; stays open beside the window that it belongs to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Agreement"))
        self.resize(*_SIZE_PX)
        self._window, self._worker = window, window.quick
        self._report: AgreementReport | None = None
        self._model: ModelRef | None = None
        self._file_name = label(kind="secondary")
        self._choice = Choice(tr("The model to compare with"), framed=True)
        self.text = QTextBrowser()
        self.buttons = {
            "text": QPushButton(tr("Copy as text")),
            "csv": QPushButton(tr("Copy as CSV")),
            "again": QPushButton(tr("Compare again")),
            "close": QPushButton(tr("Close")),
        }
        self._arrange()
        self._connect()
        self.compute()

    def _arrange(self) -> None:
        self.text.setAccessibleName(tr("How far readers agree"))
        self.text.setProperty("manual", "true")
        self.text.document().setDocumentMargin(_MARGIN_PX)
        self._choice.hide()
        head = QHBoxLayout()
        head.addWidget(self._file_name, 1)
        head.addWidget(self._choice)
        row = QHBoxLayout()
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            if name == "close":
                row.addStretch(1)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._choose)
        self.buttons["text"].clicked.connect(lambda: self._copy(as_csv_text=False))
        self.buttons["csv"].clicked.connect(lambda: self._copy(as_csv_text=True))
        self.buttons["again"].clicked.connect(self.compute)
        self.buttons["close"].clicked.connect(self.close)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)

    def compute(self) -> None:
        """Compare anew what is in the review file now."""
        file = self._window.reviewing.file
        self._file_name.setText(file.path.name)
        self._file_name.setToolTip(str(file.path))
        self._enable(shown=self._report is not None)
        if self._report is None:
            self.text.setPlainText(tr("Comparing the readers…"))
        self._worker.submit(KIND, compute, file, self._model)

    def _choose(self, model: object) -> None:
        if isinstance(model, ModelRef):
            self._model = model
            self.compute()

    def _done(self, kind: str, result: object) -> None:
        if kind == KIND and isinstance(result, _Told):
            self._report = result.report
            self._offer(result)
            chrome = chrome_of(self._window.state.value.view.theme)
            place = self.text.verticalScrollBar().value()
            self.text.setHtml(html_of(result.report, chrome))
            self.text.verticalScrollBar().setValue(place)
            self._enable(shown=True)

    def _failed(self, kind: str, error: EcgError, _details: str) -> None:
        if kind == KIND:
            self._report = None
            self.text.setPlainText(error_words(error))
            self._enable(shown=False)

    def _offer(self, told: _Told) -> None:
        options = [(model, _model_words(model, told.models)) for model in told.models]
        self._choice.set_options(options, told.report.model)
        self._choice.setVisible(len(told.models) > 1)

    def _enable(self, *, shown: bool) -> None:
        for name in ("text", "csv"):
            self.buttons[name].setEnabled(shown)

    def _copy(self, *, as_csv_text: bool) -> None:
        if self._report is not None:
            text = as_csv(self._report) if as_csv_text else as_text(self._report)
            QGuiApplication.clipboard().setText(text)
            self._window.message_line.say(tr("The agreement is copied."))


def html_of(report: AgreementReport, chrome: Chrome) -> str:
    """Return the report as a page in the colours of a theme."""
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in summary_of(report))
    tables = "".join(_table_html(table) for table in tables_of(report))
    style = (
        f"body {{ color: {chrome.text}; font-size: {BODY_PX}px; }}"
        f"p {{ margin: 0 0 4px 0; }} .title {{ font-weight: 600; margin: 20px 0 4px 0; }}"
        f"th, .note {{ color: {chrome.muted}; font-size: {SECONDARY_PX}px; }}"
        f"th {{ text-align: left; font-weight: 400; }}"
    )
    return f"<html><head><style>{style}</style></head><body>{said}{tables}</body></html>"


def _table_html(table: WordTable) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in table.columns)
    rows = "".join(
        _row_html(row, strong=table.has_total and not place) for place, row in enumerate(table.rows)
    )
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f'<p class="title">{escape(table.title)}</p>'
        f'<table cellspacing="0" cellpadding="3" width="99%"><tr>{head}</tr>{rows}</table>{note}'
    )


def _row_html(cells: Iterable[str], *, strong: bool) -> str:
    weight = ' style="font-weight: 600"' if strong else ""
    return "<tr>" + "".join(f"<td{weight}>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _model_words(model: ModelRef, models: Iterable[ModelRef]) -> str:
    """Return a model's name, with its weights where the name is not enough."""
    alike = sum(other.name == model.name for other in models)
    if alike == 1:
        return model.name
    return tr("{model}, weights {hash}", model=model.name, hash=model.weights_sha256[:_HASH_SHOWN])
