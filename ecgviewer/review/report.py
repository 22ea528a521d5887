"""What a report of one record says: all that is known of it, and a reader's verdict in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from ecgviewer.core.card import ModelCard
from ecgviewer.core.class_names import full_name
from ecgviewer.core.classes import RECORD_CLASSES, class_text
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.map_trial import MapTrial
from ecgviewer.core.method_names import method_name
from ecgviewer.core.record import Record
from ecgviewer.core.review import (
    PLACED_WORDS,
    REASON_WORDS,
    STATED_GLYPHS,
    Region,
    Review,
    Role,
    Stated,
)
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding, in_order_of_confidence
from ecgviewer.core.text import grouped, later, tr
from ecgviewer.paper.region_layer import RegionMarks, reader_sign
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.measured_span import MeasuredSpan
from ecgviewer.signal.scan_corrections import CorrectedScan, with_corrections

STATED_WORDS = {
    Stated.PRESENT: later("present"),
    Stated.ABSENT: later("not present"),
    Stated.UNSURE: later("unsure"),
}
UNKNOWN = "–"
# Of a scan, so many strips of each kind and in all.
STRIPS_OF_A_KIND, MOST_STRIPS = 3, 16
_SHORT_HASH = 12


@dataclass(frozen=True, eq=False)
class Report:
    """All that a report of one record is made of; None is what is not known.

    record: as it is named in the report. identified: its name, its date and what its file
    says of it in free text are told. made_at: aware. view: the page. why_not: why no model
    answered, "" where one did. heat: of the label; blind: what its method misses of the
    model; trial: what became of the score without its strongest part. reviews: of those who
    read the record. scan, places: every beat's class, and the places in time. annotated: the
    file's annotations are shown.
    """

    record: Record
    made_at: datetime
    view: View
    identified: bool = False
    overlay: Overlay = field(default_factory=Overlay)
    analysis: Analysis | None = None
    card: ModelCard | None = None
    why_not: str = ""
    label: str | None = None
    heat: Heat | None = None
    blind: str = ""
    trial: MapTrial | None = None
    weights: LeadWeights | None = None
    why_not_weighed: str = ""
    judged: Judged | None = None
    measured: MeasuredSpan | None = None
    reviews: tuple[Review, ...] = ()
    scan: Scan | None = None
    places: tuple[ScanFinding, ...] = ()
    annotated: bool = True

    @property
    def marks(self) -> RegionMarks:
        """What the readers marked, in order, and where there are several, who marked which."""
        marking = self._marking
        pairs = sorted(
            (region, place) for place, review in enumerate(marking) for region in review.regions
        )
        readers = tuple(place for _, place in pairs) if len(marking) > 1 else ()
        return RegionMarks(tuple(region for region, _ in pairs), readers=readers)

    def sign_of(self, review: Review) -> str:
        """Return the letter of a reader on the paper, "" where only one marked anything."""
        marking = self._marking
        if len(marking) < 2 or review not in marking:
            return ""
        return reader_sign(marking.index(review))

    @property
    def _marking(self) -> tuple[Review, ...]:
        return tuple(review for review in self.reviews if review.regions)

    @cached_property
    def corrected(self) -> tuple[str, CorrectedScan] | None:
        """Who last gave beats of the scan other labels, and what became of it."""
        if self.scan is None:
            return None
        said = [review for review in self.reviews if review.beats]
        if not said:
            return None
        return said[-1].reader, with_corrections(self.scan, said[-1].beats)

    @property
    def strips(self) -> tuple[ScanFinding, ...]:
        """The places of the scan that are shown: the gravest kinds and the surest first."""
        by_kind: Mapping[FindingKind, tuple[ScanFinding, ...]]
        by_kind = in_order_of_confidence(self.places)
        chosen = [place for found in by_kind.values() for place in found[:STRIPS_OF_A_KIND]]
        return tuple(chosen[:MOST_STRIPS])


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says of one class: a glyph and words for it, what is wrong, and where.

    model: what the model says of the class, "" where it was not asked.
    """

    name: str
    code: str
    glyph: str
    words: str
    model: str
    notes: tuple[str, ...] = ()


def said_of_classes(review: Review, analysis: Analysis | None) -> tuple[Said, ...]:
    """Return what a reader says of classes, those of the keys first."""
    about = {*review.classes, *review.reasons, *review.pointing}
    order = [label for label in RECORD_CLASSES if label in about]
    order += sorted(about.difference(order))
    return tuple(_said(label, review, analysis) for label in order)


def _said(label: str, review: Review, analysis: Analysis | None) -> Said:
    stated = review.classes.get(label)
    return Said(
        name=full_name(label),
        code=f"SNOMED CT {class_text(label).snomed or label}",
        glyph=STATED_GLYPHS[stated] if stated else UNKNOWN,
        words=tr(STATED_WORDS[stated]) if stated else tr("nothing stated"),
        model=_model_words(label, analysis),
        notes=tuple(_notes(label, review)),
    )


def _notes(label: str, review: Review) -> Iterator[str]:
    reasons = review.reasons.get(label, ())
    if reasons:
        told = ", ".join(tr(REASON_WORDS[reason]) for reason in reasons)
        yield tr("The model is wrong because of: {reasons}", reasons=told)
    for method, placed in review.pointing.get(label, {}).items():
        yield tr(
            "Saliency in the right place ({method}): {answer}",
            method=method_name(method),
            answer=tr(PLACED_WORDS[placed]),
        )


def _model_words(label: str, analysis: Analysis | None) -> str:
    if analysis is None or label not in analysis.scores:
        return ""
    (finding,) = (found for found in analysis.findings if found.label == label)
    said = tr("suggested") if finding.present else tr("not suggested")
    return tr("model: {said}, {score}", said=said, score=f"{finding.probability:.2f}")


def region_words(region: Region, rate_hz: float) -> str:
    """Return where a marked region lies, what it is called, and the comment beside it."""
    start, stop = (f"{at / rate_hz:.2f}" for at in (region.start, region.stop))
    leads = ", ".join(region.leads) or tr("all leads")
    named = f" · {full_name(region.label)}" if region.label else ""
    comment = f": {region.comment}" if region.comment else ""
    return f"{start}–{stop} s · {leads}{named}{comment}"


def read_by_words(review: Review) -> str:
    """Return who read the record, as what, and on which day last."""
    day = f"{review.steps[-1].at_utc:%Y-%m-%d}" if review.steps else UNKNOWN
    if review.role is Role.ADJUDICATOR:
        return tr("{reader}, adjudicator, {day}", reader=review.reader, day=day)
    return tr("{reader}, {day}", reader=review.reader, day=day)


def short_hash(card: ModelCard) -> str:
    """Return so much of the hash of a model's weights as tells models apart."""
    return card.weights_sha256[:_SHORT_HASH] or UNKNOWN


def training_words(card: ModelCard) -> str:
    """Return how many records of which collections a model learnt from, "" where not told."""
    fit = card.training.get("fit")
    records = fit.get("records") if isinstance(fit, dict) else None
    if not isinstance(records, dict) or not records:
        return ""
    total = sum(records.values())
    each = ", ".join(f"{name} {grouped(n)}" for name, n in records.items())
    return tr("Trained on {n} recordings: {collections}.", n=f"{total:,}", collections=each)
