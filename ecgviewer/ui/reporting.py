"""Reports and pictures of the open record: asked for by keys, made in the workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.ui.beat_colouring import colours_beats
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.state import Stage, ViewState

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ecgviewer.core.lead_weights import LeadWeights
    from ecgviewer.core.task import Task
    from ecgviewer.review.report import Report
    from ecgviewer.ui.main_window import MainWindow
    from ecgviewer.ui.picture import Sight
    from ecgviewer.ui.report_dialog import Choices
    from ecgviewer.ui.report_making import Wish

_REPORT, _PICTURE, _COPY = "report", "picture", "copy picture"


def reporting_of(window: MainWindow) -> Reporting:
    """Return who makes the reports of a window; made with the first one."""
    made = window.findChild(Reporting)
    return made if isinstance(made, Reporting) else Reporting(window)


class Reporting(QObject):
    """Makes reports and pictures in the workers and tells the window when they are there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # Leads are weighed for long: of the record that was reported last they are kept.
        self._weighed: tuple[str, LeadWeights] | None = None
        for worker in (window.quick, window.io):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)

    # The report

    def ask_printer(self) -> None:
        """Let the reader choose what to print, and a printer."""
        self._ask(tr("Print the report"), tr("Print…"), self._choose_printer)

    def ask_file(self) -> None:
        """Let the reader choose what to save, and a file."""
        self._ask(tr("Save the report as PDF"), tr("Save…"), self._choose_file)

    def _ask(self, title: str, word: str, answer: Callable[[Choices], None]) -> None:
        from ecgviewer.ui.report_dialog import ReportDialog

        record = self._window.state.value.record
        if record is not None:
            dialog = ReportDialog(record, title, word, self._window)
            dialog.answered.connect(answer)
            dialog.open()

    def _choose_file(self, chosen: Choices) -> None:
        from PySide6.QtWidgets import QFileDialog

        state = self._window.state.value
        if state.record is None:
            return
        proposed = self._proposed(shown_name(state, identified=chosen.identified), ".pdf")
        title = tr("Save the report as PDF")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposed, "PDF (*.pdf)")
        if name:
            self.save(Path(name), chosen)

    def save(self, path: Path, chosen: Choices) -> None:
        """Write the report of the open record as a PDF."""
        if not path.suffix:
            path = path.with_suffix(".pdf")
        wish = self._wish(chosen)
        if wish is not None:
            self._window.quick.submit(_REPORT, write_report, wish, chosen.paper, path)

    def _choose_printer(self, chosen: Choices) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ecgviewer.ui.report_pdf import page_layout

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(chosen.paper))
        printer.setDocName(tr("ECG report"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print the report"))
        dialog.accepted.connect(lambda: self.print(printer, chosen))
        dialog.setModal(True)
        dialog.show()

    def print(self, printer: QPrinter, chosen: Choices) -> None:
        """Print the report of the open record."""
        wish = self._wish(chosen)
        if wish is not None:
            self._window.quick.submit(_REPORT, print_report, wish, printer)

    def _wish(self, chosen: Choices) -> Wish | None:
        wish = wish_of(self._window.state.value, identified=chosen.identified)
        if wish is None or wish.weights is not None or self._weighed is None:
            return wish
        record_id, weights = self._weighed
        return replace(wish, weights=weights) if record_id == wish.record.record_id else wish

    # Pictures

    def ask_picture(self) -> None:
        """Let the reader choose a file for a picture of the paper."""
        from PySide6.QtWidgets import QFileDialog

        state = self._window.state.value
        if state.record is None:
            return
        proposed = self._proposed(shown_name(state, identified=False), ".png")
        kinds = "PNG (*.png);;SVG (*.svg)"
        title = tr("Save the picture")
        name, kind = QFileDialog.getSaveFileName(self._window, title, proposed, kinds)
        if name:
            path = Path(name)
            # A name without an ending gets that of the kind that was chosen.
            self.save_picture(path if path.suffix else path.with_suffix(f".{kind[:3].lower()}"))

    def save_picture(self, path: Path) -> None:
        """Write the paper as it is seen as PNG or SVG, by the name's ending."""
        from ecgviewer.ui.picture import suffix_of

        try:
            suffix = suffix_of(path.name)
        except EcgError as error:
            self._window.message_line.say_error(str(error), "")
            return
        sights, name = self._sights(suffix)
        if sights:
            self._window.io.submit(_PICTURE, write_picture, sights, name, suffix, path)

    def copy_picture(self) -> None:
        """Put the paper as it is seen on the clipboard."""
        sights, name = self._sights(".png")
        if sights:
            self._window.io.submit(_COPY, draw_picture, sights, name)

    def _sights(self, suffix: str) -> tuple[tuple[Sight, ...], str]:
        """Return what the papers show, and what a picture of it is called."""
        from ecgviewer.ui.picture import see

        papers, state = self._window.centre.papers, self._window.state.value
        shown = [(papers.above, state.calipers)]
        if papers.below is not None and state.compared is not None:
            shown.append((papers.below, state.compared.calipers_beside(state.calipers)))
        sights = tuple(
            see(paper.page, paper.sheet(), suffix, calipers)
            for paper, calipers in shown
            if paper.page is not None
        )
        return sights, shown_name(state, identified=False)

    # What became of it

    def _proposed(self, name: str, suffix: str) -> str:
        return str(Path(self._window.preferences.folder) / f"{name}{suffix}")

    def _done(self, kind: str, result: object) -> None:
        line = self._window.message_line
        if kind == _REPORT and isinstance(result, Made):
            self._keep(result.report)
            printed = tr("The report is printed.")
            line.say(tr("Saved as {file} ✓", file=result.path.name) if result.path else printed)
        elif kind == _PICTURE and isinstance(result, Path):
            line.say(tr("Saved as {file} ✓", file=result.name))
        elif kind == _COPY and isinstance(result, QImage):
            QGuiApplication.clipboard().setImage(result)
            line.say(tr("The picture is copied."))

    def _keep(self, report: Report) -> None:
        if report.weights is not None:
            self._weighed = report.record.record_id, report.weights

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind in (_REPORT, _PICTURE, _COPY):
            self._window.message_line.say_error(str(error), details)


def shown_name(state: ViewState, *, identified: bool) -> str:
    """Return what the open record is called outside of the window."""
    from ecgviewer.review.deidentify import pseudonym_of

    if state.record is None:
        return ""
    return state.record.name if identified else pseudonym_of(state.record.record_id)


def wish_of(state: ViewState, *, identified: bool) -> Wish | None:
    """Return what a report of the open record shows, with all that is known of it already."""
    from ecgviewer.ui.report_making import Wish

    if state.record is None:
        return None
    wish = Wish(
        state.record,
        state.view,
        state.overlay,
        identified,
        state.model,
        state.wanted_device,
        annotated=state.annotations_visible,
        reviews=(state.review,) if state.review is not None and state.review.begun else (),
        judged=state.judged,
    )
    if state.model_hidden:
        # Nor what the file states of it, in whatever words.
        blind = replace(state.record, diagnoses=(), annotations=(), comments=())
        told = tr("the model's answer is hidden until the reader has answered.")
        return replace(wish, record=blind, asks=False, why_not=told)
    return replace(wish, **_known(state))


def _known(state: ViewState) -> dict[str, Any]:
    """Return what a model has said already, or why it is not asked."""
    if state.scan is not None and state.scan.is_done:
        heat = state.heat if colours_beats(state) else None
        found = state.scan, state.scan_findings, state.scan_card
        return dict(zip(("scan", "places", "card"), found, strict=True)) | {"heat": heat}
    if not state.models:
        return {"asks": False, "why_not": tr("no model is installed.")}
    if is_scanned_instead(state):
        return {"asks": False, "why_not": tr("its beats are judged one by one, not all yet.")}
    known: dict[str, Any] = {"label": state.label, "method": state.method}
    if state.analysis is None or state.card is None:
        return known
    explained = state.heat is not None and state.heat_stage is Stage.DONE
    return known | {
        "analysis": state.analysis,
        "card": state.card,
        "blind_spots": state.blind_spots,
        "heat": state.heat if explained else None,
        "trial": state.heat_trial if explained else None,
        "weights": state.lead_weights,
    }


# In the workers


@dataclass(frozen=True, eq=False)
class Made:
    """A report that was made, and its file; None where it was printed."""

    report: Report
    path: Path | None = None


def write_report(wish: Wish, paper: str, path: Path, task: Task) -> Made:
    """Make a report and write it as a PDF."""
    from ecgviewer.ui.report_making import make_report
    from ecgviewer.ui.report_pdf import pdf_of, write_file

    report = make_report(wish, task)
    write_file(path, pdf_of(report, paper, task))
    return Made(report, path)


def print_report(wish: Wish, printer: QPrinter, task: Task) -> Made:
    """Make a report and print it."""
    from ecgviewer.ui.report_making import make_report
    from ecgviewer.ui.report_pdf import draw_report

    report = make_report(wish, task)
    draw_report(printer, report, task)
    return Made(report)


def write_picture(
    sights: tuple[Sight, ...], name: str, suffix: str, path: Path, _task: Task
) -> Path:
    """Draw a picture and write it."""
    from ecgviewer.ui.picture import encode, picture_of
    from ecgviewer.ui.report_pdf import write_file

    write_file(path, encode(picture_of(sights, name), suffix))
    return path


def draw_picture(sights: tuple[Sight, ...], name: str, _task: Task) -> QImage:
    """Draw a picture."""
    from ecgviewer.ui.picture import image_of, picture_of

    return image_of(picture_of(sights, name))
