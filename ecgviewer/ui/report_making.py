"""Gathers what a report says: what the window knows already, and the rest computed anew.

Runs in a worker or on the command line; touches no widget.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ecgviewer.core.card import ModelCard
from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import is_silent
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.map_trial import MapTrial
from ecgviewer.core.record import Record
from ecgviewer.core.review import Review
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import ScanFinding
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.paper.view import Overlay, View
from ecgviewer.review.report import Report
from ecgviewer.signal.judged import Judged, judge, span_to_judge
from ecgviewer.signal.measured_span import (
    MeasuredSpan,
    measure_span,
    span_around,
    why_not_measured,
)
from ecgviewer.ui import jobs
from ecgviewer.ui.lead_weighing import window_to_weigh
from ecgviewer.ui.model_jobs import list_models
from ecgviewer.ui.reasoning import span_to_explain, strongest_window
from ecgviewer.ui.report_paper import ReportPaper
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.state import LEAD_METHODS, ViewState

# In mm: the width of paper that the page in view is taken from.
_WIDTH_MM = 260.0
# Fewer leads than these have no say that could be compared.
_LEAST_LEADS = 2


@dataclass(frozen=True, eq=False)
class Wish:
    """What a report shall show, and what is known already; None is worked out.

    identified: with the record's name, date and free text. model, device: who is asked.
    label: the class that is explained, None for the first that is suggested. asks: a model
    is asked at all; why_not: why else not. scanned: every beat is judged instead of the
    record as a whole.
    """

    record: Record
    view: View = field(default_factory=View)
    overlay: Overlay = field(default_factory=Overlay)
    identified: bool = False
    model: str | None = None
    device: str = "auto"
    label: str | None = None
    method: str | None = None
    asks: bool = True
    why_not: str = ""
    scanned: bool = False
    reviews: tuple[Review, ...] = ()
    annotated: bool = True
    analysis: Analysis | None = None
    card: ModelCard | None = None
    blind_spots: Mapping[str, str] = field(default_factory=dict)
    heat: Heat | None = None
    trial: MapTrial | None = None
    weights: LeadWeights | None = None
    judged: Judged | None = None
    measured: MeasuredSpan | None = None
    scan: Scan | None = None
    places: tuple[ScanFinding, ...] = ()

    @property
    def question(self) -> jobs.Question:
        """Who is asked."""
        return jobs.Question(self.model, self.device)


def is_scanned_unasked(record: Record, model: str | None) -> bool:
    """Whether every beat of a record is judged, as the window does unless told otherwise."""
    installed = list_models(Task())
    return is_scanned_instead(
        ViewState(record=record, model=model, beat_models=installed.for_beats)
    )


def make_report(wish: Wish, task: Task) -> Report:
    """Return a report with all that the wish leaves open.

    Where no model can answer, it says why. Raises EcgError where the record cannot be read
    or a class or method is unknown, Cancelled where nobody waits any more.
    """
    wish = _answered(wish, task)
    report = Report(
        wish.record,
        datetime.now().astimezone(),
        wish.view,
        wish.identified,
        wish.overlay,
        wish.analysis,
        wish.card,
        wish.why_not,
        reviews=wish.reviews,
        scan=wish.scan,
        places=wish.places,
        annotated=wish.annotated,
    )
    page = ReportPaper(report, 10.0).span(_WIDTH_MM)
    report = replace(
        report,
        judged=wish.judged or judge(wish.record, *_judged_span(wish.record, page), task),
        measured=wish.measured or _measured(wish.record, page, task),
    )
    report = _explained(report, wish, page, task)
    return named(report)


def named(report: Report) -> Report:
    """Return a report that names nobody, unless it is to tell."""
    from ecgviewer.review.deidentify import cleaned, deidentified, names_of

    if report.identified:
        return report
    record, names = deidentified(report.record), names_of(report.record)
    return replace(
        report,
        record=record,
        measured=report.measured and replace(report.measured, record=record),
        reviews=tuple(_cleaned(review, names) for review in report.reviews),
        # Sentences of errors call a record by its name and its files.
        why_not=cleaned(report.why_not, names),
        why_not_weighed=cleaned(report.why_not_weighed, names),
    )


def _cleaned(review: Review, names: tuple[str, ...]) -> Review:
    from ecgviewer.review.deidentify import cleaned, unnamed_region

    regions = tuple(unnamed_region(one, names) for one in review.regions)
    return replace(review, note=cleaned(review.note, names), regions=regions)


# What a model says


def _answered(wish: Wish, task: Task) -> Wish:
    """Return the wish with a model's answer, or why there is none."""
    if not wish.asks or wish.analysis is not None or wish.scan is not None:
        return wish
    try:
        if wish.scanned:
            scanned = jobs.scan_record(wish.record, wish.question, None, lambda _part: None, task)
            return replace(wish, scan=scanned.scan, places=scanned.findings, card=scanned.card)
        answer = jobs.analyse(wish.record, wish.question, task)
    except EcgError as error:
        if wish.model is not None or wish.label is not None:
            # Who was asked for by name must answer.
            raise
        return replace(wish, why_not=error_words(error))
    return replace(wish, analysis=answer.analysis, card=answer.card, blind_spots=answer.blind_spots)


def _explained(report: Report, wish: Wish, page: tuple[int, int], task: Task) -> Report:
    """Return the report with a map and the leads' weights of the class in question."""
    analysis, card = report.analysis, report.card
    if analysis is None or card is None:
        return replace(report, heat=wish.heat)
    label = wish.label or _first_suggested(analysis)
    if label is None:
        return report
    if label not in analysis.labels:
        known = ", ".join(analysis.labels)
        raise EcgError(
            tr(
                "{model} knows no class {label}; it has {known}.",
                model=card.name,
                label=label,
                known=known,
            )
        )
    report = _weighed(replace(report, label=label), wish, page, task)
    method = _method(wish, card)
    if method is None:
        return report
    heat, trial = _heat(wish, report, method, page, task)
    blind = wish.blind_spots.get(heat.method, "")
    return replace(report, heat=heat, trial=trial, blind=blind)


def _first_suggested(analysis: Analysis) -> str | None:
    found = analysis.findings
    return found[0].label if found and found[0].present else None


def _method(wish: Wish, card: ModelCard) -> str | None:
    if wish.method is None:
        return next(iter(card.methods), None)
    if wish.method not in card.methods:
        known = ", ".join(card.methods)
        raise EcgError(
            tr(
                "{model} has no method {method}; it has {known}.",
                model=card.name,
                method=wish.method,
                known=known,
            )
        )
    return wish.method


def _heat(
    wish: Wish, report: Report, method: str, page: tuple[int, int], task: Task
) -> tuple[Heat, MapTrial | None]:
    assert report.analysis is not None
    assert report.label is not None
    heat, trial = wish.heat, wish.trial
    start, stop = span_to_explain(report.analysis, wish.record, page)
    fits = heat is not None and (heat.label, heat.method) == (report.label, method)
    if heat is None or not fits or heat.start > page[0] or heat.stop < page[1]:
        several = len(report.analysis.windows) > 1
        strongest = strongest_window(report.analysis, report.label) if several else None
        asked = jobs.Wish(report.label, method, (start, stop), strongest)
        heat, trial = jobs.explain(wish.record, wish.question, asked, task), None
    if trial is None and not is_silent(heat):
        trial = jobs.try_map(wish.record, wish.question, heat, task).outcome
    return heat, trial


def _weighed(report: Report, wish: Wish, page: tuple[int, int], task: Task) -> Report:
    assert report.analysis is not None
    assert report.card is not None
    if len(report.card.input.leads) < _LEAST_LEADS:
        return report
    span = window_to_weigh(report.analysis, page)
    if wish.weights is not None and _fits(wish.weights, report.analysis.model, span):
        return replace(report, weights=wish.weights)
    try:
        weights = jobs.weigh_leads(
            wish.record, wish.question, LEAD_METHODS[0], span, lambda _part: None, task
        )
    except EcgError as error:
        return replace(report, why_not_weighed=error_words(error))
    return replace(report, weights=weights)


def _fits(weights: LeadWeights, model: str, span: tuple[int, int]) -> bool:
    asked = weights.model, weights.method, (weights.start, weights.stop)
    return weights.settled >= 1 and asked == (model, LEAD_METHODS[0], span)


# What is measured


def _judged_span(record: Record, page: tuple[int, int]) -> tuple[int, int]:
    return span_to_judge(page, record.n_samples, record.rate_hz)


def _measured(record: Record, page: tuple[int, int], task: Task) -> MeasuredSpan | None:
    if why_not_measured(record):
        return None
    start, stop = span_around(record, page)
    return measure_span(record, start, stop, task) if start < stop else None
