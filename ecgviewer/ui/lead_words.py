"""What the leads panel says: rows in the order of the paper, figures and sentences."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ecgviewer.core.card import ModelCard
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.signal.leads import STANDARD_LEADS, find_lead
from ecgviewer.ui.state import LEAD_METHODS, Stage, ViewState
from ecgviewer.ui.words import clock

DERIVED = later("follows from I and II")
ABSENT = later("not recorded")
MAP_SENTENCE = later(
    "Orange +: the lead spoke for the class; blue −: against it. "
    "The stronger the colour, the more; one scale for all."
)
_MOVED = later("Together they move the model's answer from its average {before} to {after}.")
_MOVED_HERE = later(
    "Together they move the model's answer from its average {before} to {after} here."
)
_FALLS_SHORT = later(
    "Together they add only {added} of the {wanted} logits that move the model's answer "
    "from its average {before} to {after}."
)
_FALLS_SHORT_HERE = later(
    "Together they add only {added} of the {wanted} logits that move the model's answer "
    "from its average {before} to {after} here."
)


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead: its weight for the class in logits, None where it has none; why not."""

    lead: str
    value: float | None
    note: str = ""

    @property
    def words(self) -> str:
        """The row as read aloud."""
        if self.value is None:
            return f"{self.lead}: {self.note or tr('not known yet')}"
        template = (
            later("{lead}: {weight} logits, for")
            if self.value > 0
            else later("{lead}: {weight} logits, against")
        )
        return tr(template, lead=self.lead, weight=signed(self.value))


def rows_of(weights: LeadWeights | None, label: str | None, leads: Iterable[str]) -> list[LeadRow]:
    """Return a row for every lead of the model, in the order of the paper.

    leads: those that the model reads, for while nothing is known yet.
    """
    if weights is None or label not in weights.labels:
        return [LeadRow(lead, None) for lead in in_paper_order(leads)]
    known = dict(zip(weights.leads, weights.of(label).tolist(), strict=True))
    return [
        _row(weights, lead, known) for lead in in_paper_order((*weights.leads, *weights.derived))
    ]


def _row(weights: LeadWeights, lead: str, known: dict[str, float]) -> LeadRow:
    if lead in weights.absent:
        return LeadRow(lead, None, tr(ABSENT))
    if lead not in known:
        return LeadRow(lead, None, tr(DERIVED))
    return LeadRow(lead, known[lead])


def in_paper_order(leads: Iterable[str]) -> list[str]:
    """Sort leads as the paper shows them; others come last, in their own order."""
    given = list(leads)
    standard = [lead for lead in STANDARD_LEADS if lead in given]
    return standard + [lead for lead in given if lead not in STANDARD_LEADS]


def signed(value: float) -> str:
    """Return a weight in logits with its sign."""
    return f"{value:+.2f}".replace("-", "−")


def probability(card: ModelCard, label: str, logit: float) -> float:
    """Return what the model would report for a logit."""
    if card.calibration is not None:
        place = card.labels.index(label)
        logit = logit * card.calibration.scale[place] + card.calibration.offset[place]
    return 0.5 * (1 + math.tanh(0.5 * logit))


def sentence(weights: LeadWeights, card: ModelCard, label: str, *, is_part: bool) -> str:
    """Return what the bars mean, from the model's average answer to this one.

    is_part: the weights are those of a part of the record, whose answer may be another.
    """
    place = weights.labels.index(label)
    before = probability(card, label, float(weights.base[place]))
    after = probability(card, label, float(weights.logits[place]))
    answer = {"before": f"{before:.2f}", "after": f"{after:.2f}"}
    head = tr("Bars right: this lead spoke for {label}.", label=label)
    if not weights.falls_short(label):
        return f"{head} {tr(_MOVED_HERE if is_part else _MOVED, **answer)}"
    added, wanted = map(signed, weights.added(label))
    short = _FALLS_SHORT_HERE if is_part else _FALLS_SHORT
    return f"{head} {tr(short, added=added, wanted=wanted, **answer)}"


def why_not_shown(lead: str, record: Record) -> str:
    """Return why a lead cannot stand out on the page."""
    if find_lead(lead, record.lead_names) is None:
        return tr("{lead} was not recorded.", lead=lead)
    return tr("{lead} is not on this page; L changes the layout.", lead=lead)


def span_words(weights: LeadWeights, rate_hz: float) -> str:
    """Return which stretch of the record the weights speak of."""
    start, stop = clock(weights.start / rate_hz), clock(weights.stop / rate_hz)
    return tr("{start} to {stop}", start=start, stop=stop)


def state_words(state: ViewState) -> str:
    """Return which stretch is weighed, how far it has settled, and how well it adds up."""
    weights = state.lead_weights
    if weights is None or state.record is None:
        return _without_weights(state)
    parts = [span_words(weights, state.record.rate_hz)]
    if weights.settled < 1:
        template = (
            later("settling, {percent} %")
            if state.leads_stage is Stage.WAITING
            else later("a rough estimate, stopped at {percent} %")
        )
        parts.append(tr(template, percent=f"{100 * weights.settled:.0f}"))
    elif weights.method == LEAD_METHODS[0]:
        error = float(abs(weights.values.sum(axis=0) + weights.base - weights.logits).max())
        parts.append(tr("adds up within {error}", error=f"{max(error, 0.001):.3f}"))
    unseen = state.blind_spots.get(weights.method)
    return "\n".join([" · ".join(parts), *([unseen] if unseen else [])])


def _without_weights(state: ViewState) -> str:
    if state.leads_stage is Stage.WAITING:
        return tr("Weighing the leads…")
    if state.leads_stage is Stage.FAILED:
        return tr("The leads could not be weighed; see the line below.")
    if state.analysis is None or state.label is None:
        return ""
    return tr("Weighed as soon as the model is free.")
