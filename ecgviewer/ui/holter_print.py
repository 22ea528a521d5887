"""The Holter summary on paper: printed, or written as a PDF."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog

from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding, in_order_of_confidence
from ecgviewer.core.scan_hours import hours_of
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import grouped, tr
from ecgviewer.paper.theme import COLOURS
from ecgviewer.paper.view import Theme
from ecgviewer.signal.scan_corrections import CorrectedScan
from ecgviewer.signal.scan_findings import scan_findings
from ecgviewer.ui.corrected_words import corrected_words, rows_beside
from ecgviewer.ui.holter_panel import extent_words
from ecgviewer.ui.ribbon_scan import SCAN_PX, RibbonScan, paint_scan
from ecgviewer.ui.ribbon_times import TIME_PX, paint_times
from ecgviewer.ui.scan_rows import sure
from ecgviewer.ui.words import RESEARCH_ONLY, age, length, sex

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

_RIBBON = "scan.png"
_WIDTH_PX, _SHARPER = 660, 4
_MARGIN_MM = 18.0
_RESOLUTION_DPI = 300
# Of each kind, so many places are listed.
_MOST_PLACES = 6
_SINGLE = (FindingKind.PVC, FindingKind.PAC)

_STYLE = """
body { font-family: sans-serif; font-size: 9.5pt; color: #1B2126; }
h1 { font-size: 15pt; margin: 0; } h2 { font-size: 11pt; margin: 12px 0 3px 0; }
p { margin: 2px 0; } td, th { padding: 1px 12px 1px 0; vertical-align: top; text-align: left; }
.quiet { color: #4A4A4A; } .figure { text-align: right; }
"""


def ask_printer(window: MainWindow) -> None:
    """Let the reader choose a printer, and print the summary."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    document = _document_of(window)
    if document is None:
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page_layout())
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(tr("Print the Holter summary"))
    dialog.accepted.connect(lambda: print_on(printer, document))
    dialog.accepted.connect(lambda: window.message_line.say(tr("The Holter summary is printed.")))
    dialog.setModal(True)
    dialog.show()


def ask_file(window: MainWindow) -> None:
    """Let the reader choose a file, and write the summary as a PDF."""
    document, record = _document_of(window), window.state.value.record
    if document is None or record is None:
        return
    proposed = str(Path(window.preferences.folder) / f"{record.name}-holter.pdf")
    name, _ = QFileDialog.getSaveFileName(window, tr("Save the summary"), proposed, "PDF (*.pdf)")
    if not name:
        return
    if write_pdf(Path(name), document):
        window.message_line.say(tr("Saved as {file} ✓", file=Path(name).name))
    else:
        failed = tr("{file} cannot be written: choose another folder.", file=name)
        window.message_line.say_error(failed, "")


def write_pdf(path: Path, document: QTextDocument) -> bool:
    """Write a document as a PDF of A4 pages; says whether it could be written."""
    try:
        path.open("ab").close()
    except OSError:
        return False
    writer = QPdfWriter(str(path))
    writer.setPageLayout(_page_layout())
    writer.setResolution(_RESOLUTION_DPI)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    print_on(writer, document)
    return True


def print_on(device: QPagedPaintDevice, document: QTextDocument) -> None:
    """Print a document on a printer or into a PDF."""
    document.print_(device)


def summary_document(
    record: Record,
    scan: Scan,
    findings: tuple[ScanFinding, ...],
    corrected: CorrectedScan | None = None,
) -> QTextDocument:
    """Return the report: who, how much, the figures, the hours, the surest places.

    corrected: what the reader made of the scan; figures, hours and places then follow it.
    """
    seen = scan
    if corrected is not None:
        seen, findings = corrected.scan, scan_findings(corrected.scan)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_STYLE)
    title = tr("Holter summary of {record}", record=record.name)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    document.addResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(_RIBBON), _ribbon_picture(seen)
    )
    caution = f"{tr(RESEARCH_ONLY)} {tr('What a model suggests is no diagnosis.')}"
    document.setHtml("".join((
        *_head(record, scan), _figures(scan, corrected), *_hours(seen), *_places(seen, findings),
        f'<p class="quiet">{escape(caution)}</p>',
    )))  # fmt: skip
    return document


def _document_of(window: MainWindow) -> QTextDocument | None:
    state = window.state.value
    if state.record is None or state.scan is None:
        return None
    return summary_document(state.record, state.scan, state.scan_findings, state.corrected)


def _page_layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter)


def _ribbon_picture(scan: Scan) -> QImage:
    """Return the scan over time as a picture, sharp enough for paper."""
    size = (_WIDTH_PX * _SHARPER, (SCAN_PX + TIME_PX + 1) * _SHARPER)
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor(COLOURS[Theme.PRINT].paper))
    with QPainter(picture) as painter:
        painter.scale(_SHARPER, _SHARPER)
        paint_scan(painter, RibbonScan(scan), Theme.PRINT, _WIDTH_PX, growing=False)
        painter.translate(0, SCAN_PX + 1)
        paint_times(painter, Theme.PRINT, scan.n_samples / scan.rate_hz, _WIDTH_PX)
    return picture


def _head(record: Record, scan: Scan) -> tuple[str, ...]:
    person = f"{age(record.patient.age_years)}, {sex(record.patient.sex)}"
    told = length(record.duration_s)
    if record.started_at:
        told = tr("{length}, begun {time}", length=told, time=f"{record.started_at:%H:%M:%S}")
    made = f" {tr('SYNTHETIC: made by a program.')}" if record.synthetic else ""
    return (
        f"<h1>{escape(tr('Holter summary: {record}', record=record.name))}</h1>",
        f"<p>{escape(f'{person}. {told}.{made}')}</p>",
        f'<p class="quiet">{escape(extent_words(scan))}.</p>',
        *(f'<p class="quiet">{escape(note)}</p>' for note in scan.notes),
        f'<p><img src="{_RIBBON}" width="{_WIDTH_PX}"/></p>',
    )


def _figures(scan: Scan, corrected: CorrectedScan | None) -> str:
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="{"quiet" if kind else ""}">{escape(text)}</td></tr>'
        for name, text, kind in rows_beside(scan, corrected)
    )
    told = f"<p>{escape(corrected_words(corrected))}</p>" if corrected is not None else ""
    return f"<h2>{escape(tr('Figures'))}</h2>{told}<table>{rows}</table>"


def _hours(scan: Scan) -> tuple[str, ...]:
    """Return a table by the hour of the recording; a short one has none."""
    hours = hours_of(scan)
    if len(hours) < 2:
        return ()
    names = (tr("From"), tr("Beats"), tr("Mean rate"), tr("PVCs"), tr("PACs"), "AF")
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = "".join(
        f"<tr><td>{clock_words(hour.start, scan.rate_hz)}</td>"
        f'<td class="figure">{grouped(hour.n_beats)}</td>'
        f'<td class="figure">{"–" if hour.mean_bpm is None else f"{hour.mean_bpm:.0f}"}</td>'
        f'<td class="figure">{grouped(hour.n_pvc)}</td>'
        f'<td class="figure">{grouped(hour.n_pac)}</td>'
        f'<td class="figure">{hour.af_minutes:.0f} min</td></tr>'
        for hour in hours
    )
    return f"<h2>{escape(tr('By the hour'))}</h2>", f"<table><tr>{head}</tr>{rows}</table>"


def _places(scan: Scan, findings: tuple[ScanFinding, ...]) -> tuple[str, ...]:
    rows = []
    for kind, places in in_order_of_confidence(findings).items():
        if kind in _SINGLE:
            continue
        told = "; ".join(
            f"{clock_words(place.start, scan.rate_hz)} ({sure(place)})"
            for place in places[:_MOST_PLACES]
        )
        more = len(places) - _MOST_PLACES
        if more > 0:
            told = tr("{places}; and {n} more", places=told, n=f"{more:,}")
        rows.append(f"<tr><td>{escape(tr(str(kind)))}</td><td>{escape(told)}</td></tr>")
    if not rows:
        return ()
    return f"<h2>{escape(tr('Where, the surest first'))}</h2>", f"<table>{''.join(rows)}</table>"
