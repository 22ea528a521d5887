"""What is said of the signal's quality: in the record's facts, and where it casts doubt."""

from collections.abc import Iterable

from ecgviewer.core.scan import leads_in_words
from ecgviewer.core.text import later, tr
from ecgviewer.paper.quality_marks import GLYPHS, grade_word
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.lead_quality import Grade, LeadQuality
from ecgviewer.signal.record_quality import ACCEPTABLE
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.words import unfamiliar_words

ROW = later("Signal quality")
# With the limit ACCEPTABLE.
SCORE_TIP = later(
    "In brackets how likely a person would accept the recording, from 0 to 1; "
    "below 0.5 it is called not acceptable."
)
# By whether one lead alone is poor, and whether all of the record was judged.
_SCAN_DOUBTS = {
    (True, True): later(
        "The scan reads {leads}, which is poor: {faults}. Do not lean on its beats."
    ),
    (True, False): later(
        "The scan reads {leads}, which is poor on this page: {faults}. "
        "Do not lean on its beats here."
    ),
    (False, True): later(
        "The scan reads {leads}, which are poor: {faults}. Do not lean on its beats."
    ),
    (False, False): later(
        "The scan reads {leads}, which are poor on this page: {faults}. "
        "Do not lean on its beats here."
    ),
}
_WAITING = "…"
_BAD: tuple[Grade, ...] = ("poor", "usable")


def quality_row(judged: Judged | None) -> str:
    """Return the quality line by line; "…" while it is not known."""
    if judged is None:
        return _WAITING
    if judged.reason:
        return tr("not judged: {reason}", reason=judged.reason)
    found = _worst(judged)
    lines = [
        f"{GLYPHS[grade]} {grade_word(grade)}: {_by_fault(of_grade, len(found))}"
        for grade in _BAD
        if (of_grade := [quality for quality in found if quality.grade == grade])
    ]
    head = _head("" if lines and judged.twelve is None else _verdict(judged), judged)
    lines = [head, *lines, reversal_words(judged)]
    return "\n".join(filter(None, lines))


def quality_tip(judged: Judged | None) -> str:
    """Return what the row's figure means and what was measured in leads that are not good."""
    if judged is None or judged.reason:
        return ""
    told = [f"{quality.lead}: {quality.words}" for quality in _worst(judged) if quality.reasons]
    return "\n".join([*([tr(SCORE_TIP)] if judged.twelve else []), *told])


def reversal_words(judged: Judged | None) -> str:
    """Return which limb cables may be swapped, "" where none look so."""
    if judged is None or judged.twelve is None or judged.twelve.reversal is None:
        return ""
    return tr("Possible limb-lead reversal: {swap}", swap=judged.twelve.reversal.words)


def record_doubts(state: ViewState) -> str:
    """Return why the findings are not to be leaned on: a strange record, a poor signal, both."""
    analysis = state.analysis
    if analysis is None:
        return ""
    poor, why = _poor_signal(state.judged)
    if analysis.is_unfamiliar:
        # Of an unfamiliar record the reason often is the signal: it is not told twice.
        return unfamiliar_words(analysis, f"{poor}." if poor else "")
    if not poor:
        return ""
    return tr("{poor}: {why}. Do not lean on these.", poor=poor, why=why)


def scan_doubts(state: ViewState) -> str:
    """Return that the lead which a scan reads is poor on the page, "" where it is not."""
    scan, judged = state.scan, state.judged
    if scan is None or judged is None:
        return ""
    read = (scan.lead, *scan.beside)
    poor = [q for q in _worst(judged) if q.grade == "poor" and q.lead in read]
    if not poor:
        return ""
    names = leads_in_words([quality.lead for quality in poor])
    faults = ", ".join(dict.fromkeys(quality.short_words for quality in poor))
    return tr(_SCAN_DOUBTS[len(poor) == 1, judged.whole], leads=names, faults=faults)


def doubt_words(state: ViewState) -> str:
    """Return in one line why suggestions are not to be leaned on, "" where nothing says so."""
    return " ".join(filter(None, (record_doubts(state), scan_doubts(state))))


def told_words(state: ViewState) -> str:
    """Return what the message line says of a record and its answer."""
    doubts, swap = record_doubts(state), reversal_words(state.judged)
    twelve = state.judged.twelve if state.judged else None
    if twelve is not None and twelve.reversal is not None and twelve.reversal.words in doubts:
        swap = ""
    notes = state.analysis.notes if state.analysis else ()
    return " ".join(filter(None, (doubts, f"{swap}." if swap else "", *notes)))


def _poor_signal(judged: Judged | None) -> tuple[str, str]:
    """Return that the whole record's signal is poor, and in what; "" where it is not."""
    if judged is None or not judged.whole:
        return "", ""
    found = _worst(judged)
    poor = [quality for quality in found if quality.grade == "poor"]
    if judged.twelve is not None and judged.twelve.acceptable < ACCEPTABLE:
        named = poor or [quality for quality in found if quality.grade == "usable"]
        why = _by_fault(named, len(found)) or tr("beats that hardly resemble each other")
        score = f"{judged.twelve.acceptable:.2f}"
        return tr("The signal quality is not acceptable ({score})", score=score), why
    if poor and judged.twelve is None and len(poor) == len(found):
        return tr("The signal quality is poor"), _by_fault(poor, len(found))
    return "", ""


def _worst(judged: Judged) -> list[LeadQuality]:
    """Return the worst quality of each lead, in the record's order."""
    found = judged.worst(judged.start, judged.stop)
    return [found[index] for index in sorted(found)]


def _head(verdict: str, judged: Judged) -> str:
    """Return a verdict, "" where there is none, and which part it holds for."""
    if judged.whole:
        return verdict
    return tr("{verdict} on this page", verdict=verdict) if verdict else tr("on this page")


def _verdict(judged: Judged) -> str:
    if judged.twelve is None:
        return grade_word("good")
    score = f"{judged.twelve.acceptable:.2f}"
    if judged.twelve.acceptable >= ACCEPTABLE:
        return tr("acceptable ({score})", score=score)
    return tr("not acceptable ({score})", score=score)


def _by_fault(qualities: Iterable[LeadQuality], n_judged: int) -> str:
    """Return "flat line in V1, V2; muscle noise in V3"."""
    named: dict[str, list[str]] = {}
    for quality in qualities:
        named.setdefault(quality.short_words, []).append(quality.lead)
    return "; ".join(
        tr("{fault} in {leads}", fault=fault, leads=_leads(leads, n_judged))
        for fault, leads in named.items()
    )


def _leads(leads: list[str], n_judged: int) -> str:
    return tr("all leads") if len(leads) == n_judged > 2 else ", ".join(leads)
