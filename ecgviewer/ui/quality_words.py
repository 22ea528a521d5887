"""What is said of the signal's quality: in the record's facts, and where it casts doubt."""

from collections.abc import Iterable

from ecgviewer.core.scan import leads_in_words
from ecgviewer.paper.quality_marks import GLYPHS
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.lead_quality import Grade, LeadQuality
from ecgviewer.signal.record_quality import ACCEPTABLE
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.words import unfamiliar_words

ROW = "Signal quality"
SCORE_TIP = (
    "In brackets how likely a person would accept the recording, from 0 to 1; "
    f"below {ACCEPTABLE:g} it is called not acceptable."
)
_WAITING = "…"
_BAD: tuple[Grade, ...] = ("poor", "usable")


def quality_row(judged: Judged | None) -> str:
    """Return the quality line by line; "…" while it is not known."""
    if judged is None:
        return _WAITING
    if judged.reason:
        return f"not judged: {judged.reason}"
    found = _worst(judged)
    lines = [
        f"{GLYPHS[grade]} {grade}: {_by_fault(of_grade, len(found))}"
        for grade in _BAD
        if (of_grade := [quality for quality in found if quality.grade == grade])
    ]
    where = "" if judged.whole else "on this page"
    head = "" if lines and judged.twelve is None else _verdict(judged)
    lines = [" ".join(filter(None, (head, where))), *lines, reversal_words(judged)]
    return "\n".join(filter(None, lines))


def quality_tip(judged: Judged | None) -> str:
    """Return what the row's figure means and what was measured in leads that are not good."""
    if judged is None or judged.reason:
        return ""
    told = [f"{quality.lead}: {quality.words}" for quality in _worst(judged) if quality.reasons]
    return "\n".join([*([SCORE_TIP] if judged.twelve else []), *told])


def reversal_words(judged: Judged | None) -> str:
    """Return which limb cables may be swapped, "" where none look so."""
    if judged is None or judged.twelve is None or judged.twelve.reversal is None:
        return ""
    return f"Possible limb-lead reversal: {judged.twelve.reversal.words}"


def record_doubts(state: ViewState) -> str:
    """Return why the findings are not to be leaned on: a strange record, a poor signal, both."""
    analysis = state.analysis
    if analysis is None:
        return ""
    poor, why = _poor_signal(state.judged)
    if analysis.is_unfamiliar:
        # Of an unfamiliar record the reason often is the signal: it is not told twice.
        return unfamiliar_words(analysis, f"{poor}." if poor else "")
    return f"{poor}: {why}. Do not lean on these." if poor else ""


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
    verb = "is" if len(poor) == 1 else "are"
    faults = ", ".join(dict.fromkeys(quality.short_words for quality in poor))
    where, there = ("", "") if judged.whole else (" on this page", " here")
    return (
        f"The scan reads {names}, which {verb} poor{where}: {faults}. "
        f"Do not lean on its beats{there}."
    )


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
        why = _by_fault(named, len(found)) if named else "beats that hardly resemble each other"
        return f"The signal quality is not acceptable ({judged.twelve.acceptable:.2f})", why
    if poor and judged.twelve is None and len(poor) == len(found):
        return "The signal quality is poor", _by_fault(poor, len(found))
    return "", ""


def _worst(judged: Judged) -> list[LeadQuality]:
    """Return the worst quality of each lead, in the record's order."""
    found = judged.worst(judged.start, judged.stop)
    return [found[index] for index in sorted(found)]


def _verdict(judged: Judged) -> str:
    if judged.twelve is None:
        return "good"
    score = judged.twelve.acceptable
    return f"{'acceptable' if score >= ACCEPTABLE else 'not acceptable'} ({score:.2f})"


def _by_fault(qualities: Iterable[LeadQuality], n_judged: int) -> str:
    """Return "flat line in V1, V2; muscle noise in V3"."""
    named: dict[str, list[str]] = {}
    for quality in qualities:
        named.setdefault(quality.short_words, []).append(quality.lead)
    return "; ".join(f"{fault} in {_leads(leads, n_judged)}" for fault, leads in named.items())


def _leads(leads: list[str], n_judged: int) -> str:
    return "all leads" if len(leads) == n_judged > 2 else ", ".join(leads)
