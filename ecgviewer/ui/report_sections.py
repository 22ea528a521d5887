"""A report's sections of words: findings, leads, intervals, verdict, recording, model."""

from collections.abc import Iterator

from ecgviewer.core.classes import class_name
from ecgviewer.core.error_words import error_words
from ecgviewer.core.evidence import FULL_LOGITS
from ecgviewer.core.finding import Finding
from ecgviewer.core.record import annotation_counts
from ecgviewer.core.review import Review
from ecgviewer.core.text import grouped, tr
from ecgviewer.review.report import (
    UNKNOWN,
    Report,
    Said,
    read_by_words,
    region_words,
    said_of_classes,
    short_hash,
    training_words,
)
from ecgviewer.signal.measured_span import Quantity, why_not_measured
from ecgviewer.ui.corrected_words import corrected_words, rows_beside
from ecgviewer.ui.holter_panel import extent_words
from ecgviewer.ui.lead_words import in_paper_order, rows_of, sentence, signed
from ecgviewer.ui.measured_words import NOT_MEASURABLE, MeasuredRow, measured_rows, notes
from ecgviewer.ui.quality_words import quality_row, record_doubts
from ecgviewer.ui.report_blocks import (
    Blank,
    Block,
    Cell,
    FindingBar,
    Heading,
    LeadBar,
    Paragraph,
    Row,
    paragraphs,
    small,
)
from ecgviewer.ui.report_canvas import INK, QUIET, SMALL_MM
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.words import classes_only, score_kind

Section = list[Block]


def sections_of(report: Report) -> Iterator[Section]:
    """Yield the sections in the order in which they are read."""
    yield _findings(report)
    if report.weights is not None or report.why_not_weighed:
        yield _leads(report)
    yield _measured(report)
    if report.scan is not None:
        yield _scanned(report)
    if not report.reviews:
        yield _by_hand()
    for review in report.reviews:
        yield _verdict(report, review)
    yield _recording(report)
    if report.card is not None:
        yield _model(report)


def doubts_of(report: Report) -> str:
    """Return why the findings are not to be leaned on, "" where nothing says so."""
    return record_doubts(
        ViewState(record=report.record, analysis=report.analysis, judged=report.judged)
    )


def findings_line(report: Report) -> str:
    """Return in one line what the model suggests."""
    if report.analysis is None:
        if report.scan is not None:
            return tr("Every beat was judged: see the scan's figures and strips.")
        return tr("Not analysed: {reason}", reason=report.why_not)
    found = [finding for finding in report.analysis.findings if finding.present]
    if not found:
        return tr("The model suggests none of its classes.")
    told = ", ".join(f"{class_name(finding.label)} {finding.probability:.2f}" for finding in found)
    return tr("The model suggests: {findings}", findings=told)


def verdict_lines(report: Report) -> Iterator[str]:
    """Yield in one line what each reader states."""
    for review in report.reviews:
        said = said_of_classes(review, None)
        words = ", ".join(f"{one.glyph} {one.name}" for one in said if one.glyph != UNKNOWN)
        yield f"{review.reader}: {words or tr('no class stated')}"


# Findings


def _findings(report: Report) -> Section:
    blocks: Section = [Heading(tr("Findings of the model"))]
    analysis, card = report.analysis, report.card
    if analysis is None:
        return [*blocks, Paragraph(findings_line(report))]
    doubts = doubts_of(report)
    if doubts:
        blocks.append(Paragraph(doubts, bold=True))
    blocks += [_bar(finding, doubted=bool(doubts)) for finding in analysis.findings]
    told = tr("Figures: {kind}; ticks and second figures: thresholds.", kind=score_kind(card))
    blocks.append(small(f"{told} {classes_only(len(analysis.labels))}"))
    if analysis.missing_leads:
        leads = ", ".join(analysis.missing_leads)
        blocks.append(small(tr("Leads read as absent: {leads}.", leads=leads)))
    blocks += [small(note) for note in analysis.notes]
    return blocks


def _bar(finding: Finding, *, doubted: bool) -> FindingBar:
    sure = finding.present and not finding.borderline and not doubted
    return FindingBar(
        class_name(finding.label),
        finding.label,
        finding.probability,
        finding.threshold,
        _state(finding),
        finding.present,
        sure,
    )


def _state(finding: Finding) -> str:
    if finding.excluded_by:
        return tr("not judged beside {label}", label=finding.excluded_by)
    reached = "≥" if finding.probability >= finding.threshold else "<"
    said = tr("suggested") if finding.present else ""
    borderline = tr("borderline") if finding.borderline else ""
    words = ", ".join(filter(None, (said, borderline)))
    return f"{reached} {finding.threshold:.2f}  {words}".rstrip()


def _leads(report: Report) -> Section:
    weights, card, label = report.weights, report.card, report.label
    name = class_name(label) if label else ""
    blocks: Section = [Heading(tr("Leads, for {finding}", finding=name))]
    if weights is None or card is None or label is None:
        return [*blocks, Paragraph(report.why_not_weighed)]
    rows = rows_of(weights, label, in_paper_order(weights.leads))
    largest = max([*(abs(row.value) for row in rows if row.value is not None), FULL_LOGITS])
    blocks += [
        LeadBar(row.lead, row.value, row.note if row.value is None else signed(row.value), largest)
        for row in rows
    ]
    whole = weights.start <= 0 and weights.stop >= report.record.n_samples
    blocks.append(small(sentence(weights, card, label, is_part=not whole)))
    unit = tr("Logits by lead (SHAP, exact over all sets of leads).")
    if not whole:
        rate_hz = report.record.rate_hz
        start, stop = (f"{at / rate_hz:.1f}" for at in (weights.start, weights.stop))
        unit += f" {tr('Of {start} to {stop} s.', start=start, stop=stop)}"
    return [*blocks, small(unit)]


# Intervals


def _measured(report: Report) -> Section:
    blocks: Section = [Heading(tr("Intervals and axis"))]
    measured = report.measured
    if measured is None:
        reason = why_not_measured(report.record) or tr("The samples cannot be read.")
        return [*blocks, Paragraph(reason)]
    rate_hz = measured.record.rate_hz
    seconds = f"{measured.start / rate_hz:.1f}–{measured.stop / rate_hz:.1f} s"
    leads = ", ".join(measured.record.leads[index].name for index in measured.usable_leads)
    blocks.append(small(f"{seconds} · {leads or UNKNOWN}"))
    blocks += [_measured_row(row) for row in measured_rows(measured)]
    told = " ".join(notes(measured))
    return [*blocks, small(told)] if told else blocks


def _measured_row(row: MeasuredRow) -> Row:
    name = f"QTc {row.name}" if row.is_minor else row.name
    if not row.value:
        words = tr(NOT_MEASURABLE)
        if row.as_before:
            words = tr("not measurable, as {name}", name=row.as_before)
        elif row.reason:
            words = f"{words}: {row.reason}"
        return Row((Cell(name, 0.0, 0.3, colour=QUIET), Cell(words, 0.31, 0.69, colour=QUIET)))
    spread = f"± {row.spread} · n {row.n_beats}"
    strong = not row.is_minor
    return Row((
        Cell(name, 0.0, 0.3, colour=QUIET if row.is_minor else INK),
        Cell(row.value, 0.28, 0.12, bold=strong and row.quantity is not Quantity.P, right=True),
        Cell(row.unit, 0.41, 0.12, colour=QUIET),
        Cell(spread, 0.54, 0.26, colour=QUIET, size_mm=SMALL_MM),
        Cell(row.reference, 0.8, 0.2, colour=QUIET, size_mm=SMALL_MM, right=True),
    ))  # fmt: skip


# Scan


def _scanned(report: Report) -> Section:
    assert report.scan is not None
    blocks: Section = [Heading(tr("Scan, beat by beat")), small(extent_words(report.scan))]
    corrected = None
    if report.corrected is not None:
        reader, corrected = report.corrected
        blocks.append(small(f"{reader}: {corrected_words(corrected)}"))
    for name, words, kind in rows_beside(report.scan, corrected):
        blocks.append(_named(name, words, QUIET if kind else INK))
    return blocks + [small(note) for note in report.scan.notes]


# Verdict


def _by_hand() -> Section:
    return [
        Heading(tr("Verdict of the reader")),
        Paragraph(tr("Nobody has stated anything of this record."), colour=QUIET),
        Blank(room_mm=8.0, words=tr("Verdict")),
        Blank(room_mm=8.0, words=tr("Name, date, signature")),
    ]


def _verdict(report: Report, review: Review) -> Section:
    blocks: Section = [Heading(tr("Verdict: {reader}", reader=read_by_words(review)))]
    said = said_of_classes(review, report.analysis)
    blocks += [block for one in said for block in _said(one)]
    if not said:
        blocks.append(Paragraph(tr("No class is stated."), colour=QUIET))
    if review.regions:
        sign = report.sign_of(review)
        told = tr("Marked regions, {sign} on the paper", sign=sign) if sign else ""
        blocks.append(Paragraph(told or tr("Marked regions"), bold=True))
        for region in review.regions:
            blocks += paragraphs(region_words(region, report.record.rate_hz), indent_mm=4.0)
    if review.beats:
        n_beats = f"{len(review.beats):,}"
        blocks.append(Paragraph(tr("Beats that the reader labelled: {n}", n=n_beats)))
    if review.note:
        blocks += [Paragraph(tr("Note"), bold=True), *paragraphs(review.note, indent_mm=4.0)]
    state = tr("Reviewed.") if review.done else tr("Not marked as reviewed.")
    blocks.append(small(f"{state} {tr('Flagged.')}" if review.flagged else state))
    return [*blocks, Blank(words=tr("Signature"))]


def _said(said: Said) -> Iterator[Block]:
    yield Row((
        Cell(said.glyph, 0.0, 0.05, bold=True),
        Cell(said.name, 0.04, 0.5, bold=True),
        Cell(said.words, 0.54, 0.18),
        Cell(said.model, 0.7, 0.3, colour=QUIET, size_mm=SMALL_MM, right=True),
    ))  # fmt: skip
    notes = ". ".join((said.code, *said.notes))
    yield small(notes, indent_mm=5.0)


# Recording and model


def _recording(report: Report) -> Section:
    record = report.record
    counted = ", ".join(
        f"{name} {grouped(n)}" for name, n in annotation_counts(record.annotations).items()
    )
    stated = "; ".join(
        f"{one.text} ({one.code})" if one.code else one.text for one in record.diagnoses
    )
    rows = [
        (tr("Format"), record.format),
        (tr("Leads"), ", ".join(record.lead_names)),
        (tr("Signal quality"), quality_row(report.judged) if report.judged else UNKNOWN),
        (tr("Stated in the file"), stated),
        (tr("Annotations"), counted),
    ]
    if report.identified:
        rows.append((tr("File"), str(record.path)))
        named = (tr("Comments"), *[""] * (len(record.comments) - 1))
        rows += zip(named, record.comments, strict=False)
    blocks: Section = [Heading(tr("Recording"))]
    blocks += [_named(name, words) for name, words in rows if words]
    return blocks + [small(error_words(warning)) for warning in record.warnings]


def _named(name: str, words: str, colour: str = INK) -> Row:
    return Row((Cell(name, 0.0, 0.24, colour=QUIET), Cell(words, 0.25, 0.75, colour=colour)))


def _model(report: Report) -> Section:
    card = report.card
    assert card is not None
    head = f"{card.name}: {card.title}"
    weights = tr("Weights SHA-256 {digest}", digest=short_hash(card))
    blocks: Section = [Heading(tr("Model")), Paragraph(head), small(weights)]
    trained = training_words(card)
    if trained:
        blocks.append(small(trained))
    return blocks + [small(limit) for limit in card.limits]
