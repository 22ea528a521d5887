"""What is laid over one another, as pages of paper and in words."""

from dataclasses import replace

import numpy as np

from ecgviewer.core.record import Patient
from ecgviewer.core.scan import BEAT_CLASSES
from ecgviewer.core.text import later, tr
from ecgviewer.paper.laid_layout import LaidGroup, LaidPage
from ecgviewer.paper.theme import Ink
from ecgviewer.signal.beat_cutting import present
from ecgviewer.signal.laid_beats import LONGEST_S, Kind, LaidBeats
from ecgviewer.signal.leads import find_lead
from ecgviewer.signal.magnified_beat import SHOWN_SHARE
from ecgviewer.signal.measured_span import MeasuredSpan, why_not_measured
from ecgviewer.signal.st_levels import StLevel, elevated_from_mv, is_remarkable
from ecgviewer.ui.measuring import shown_measures
from ecgviewer.ui.state import MINUTE, PAGE, BeatMode, Stage, ViewState
from ecgviewer.ui.words import beats

SPEED_MM_PER_S = 50.0
MAGNIFIED_GAINS_MM_PER_MV = (40.0, 20.0, 10.0, 5.0, 2.5)
_INKS = {
    Kind.USUAL: Ink.TRACE,
    Kind.VENTRICULAR: Ink.PVC,
    Kind.ATRIAL: Ink.PAC,
    Kind.OTHER: Ink.MARK,
}
# No two kinds differ by colour alone.
_DASHES_MM = {
    Kind.USUAL: None,
    Kind.VENTRICULAR: (1.4, 0.9),
    Kind.ATRIAL: (0.5, 0.5),
    Kind.OTHER: (2.8, 0.8),
}
NOT_MEASURABLE = "–"
_KIND_COUNTED = {
    Kind.USUAL: later("{n} usual"),
    Kind.VENTRICULAR: later("{n} ventricular"),
    Kind.ATRIAL: later("{n} supraventricular"),
    Kind.OTHER: later("{n} other"),
}
_ALL_OF_KIND = {
    Kind.USUAL: later("all usual"),
    Kind.VENTRICULAR: later("all ventricular"),
    Kind.ATRIAL: later("all supraventricular"),
    Kind.OTHER: later("all other"),
}


def shown_laid(state: ViewState) -> LaidBeats | None:
    """Return the beats of the state's own record that are laid together, None before that."""
    laid = state.laid
    return laid if laid is not None and laid.record is state.record else None


def shown_lead(state: ViewState, leads: tuple[int, ...]) -> int | None:
    """Return which of some of the record's leads is shown: the active one, else the first."""
    if state.record is None or not leads:
        return None
    active = find_lead(state.view.rhythm_lead, state.record.lead_names)
    return active if active in leads else leads[0]


def laid_page(state: ViewState, laid: LaidBeats) -> LaidPage | None:
    """Return the active lead's beats by kind, the usual ones first; None where there are none."""
    lead = shown_lead(state, laid.leads)
    if lead is None:
        return None
    groups = []
    for kind in Kind:
        beats_mv = laid.of_kind(kind, lead)
        if len(beats_mv) and not np.isnan(beats_mv).all():
            median_mv = present(np.nanmedian, beats_mv, axis=0)
            reached = ~np.isnan(beats_mv)
            median_mv[reached.mean(axis=0) < SHOWN_SHARE] = np.nan
            words = tr(_KIND_COUNTED[kind], n=len(beats_mv))
            groups.append(LaidGroup(beats_mv, median_mv, _INKS[kind], _DASHES_MM[kind], words))
    if not groups:
        return None
    view = replace(state.view, speed_mm_per_s=SPEED_MM_PER_S)
    shown = laid.record.leads[lead]
    page = LaidPage(shown.name, laid.time_ms, tuple(groups), (), view)
    return replace(page, calibrated=shown.calibrated)


def magnified_page(state: ViewState, measured: MeasuredSpan) -> LaidPage | None:
    """Return the usual beat of the active lead with its measured points, None without one."""
    magnified, lead = measured.magnified, shown_lead(state, measured.lead_indices)
    if magnified is None or lead is None:
        return None
    row = measured.lead_indices.index(lead)
    median_mv = magnified.median_mv[row]
    if np.isnan(median_mv).all():
        return None
    points = [(name, float(at_ms[row])) for name, at_ms in magnified.points_ms.items()]
    known = tuple((name, at_ms) for name, at_ms in points if np.isfinite(at_ms))
    # In a fast rhythm the neighbours take most of the time: what is left is drawn larger.
    own = np.flatnonzero(~np.isnan(median_mv))
    shown = slice(own[0], own[-1] + 1)
    median_mv, time_ms = median_mv[shown], magnified.time_ms[shown]
    group = LaidGroup(median_mv[:0].reshape(0, 0), median_mv, Ink.TRACE)
    view = replace(state.view, speed_mm_per_s=SPEED_MM_PER_S)
    name = measured.record.leads[lead].name
    gains = MAGNIFIED_GAINS_MM_PER_MV
    return LaidPage(name, time_ms, (group,), known, view, gains)


def extents(state: ViewState) -> list[tuple[object, str]]:
    """Return what can be laid together, with its words."""
    offered: list[tuple[object, str]] = [(PAGE, tr("Page")), (MINUTE, "± 30 s")]
    scan = state.scan
    if scan is not None:
        for label in BEAT_CLASSES:
            n_beats = scan.summary.counts.get(label, 0)
            if n_beats:
                words = tr("All {label} ({n})", label=label, n=f"{n_beats:,}")
                offered.append((label, words))
    return offered


def laid_caption(laid: LaidBeats) -> str:
    """Return how many beats of which kind, and who told them apart."""
    counts = {kind: int((laid.kinds == place).sum()) for place, kind in enumerate(Kind)}
    found = [kind for kind, n in counts.items() if n]
    words = _beats(len(laid.kinds), laid.n_found)
    if laid.middle_only:
        words = tr("The middle {seconds} s: {beats}", seconds=f"{LONGEST_S:g}", beats=words)
    if len(found) == 1:
        return f"{words}, {tr(_ALL_OF_KIND[found[0]])} ({laid.told_by})"
    told = ", ".join(tr(_KIND_COUNTED[kind], n=counts[kind]) for kind in found)
    return f"{words}: {told} ({laid.told_by})"


def _beats(n_shown: int, n_found: int) -> str:
    if n_shown != 1 and n_found > n_shown:
        return tr("{n} of {found} beats", n=n_shown, found=f"{n_found:,}")
    return beats(n_shown)


def why_nothing(state: ViewState) -> str:
    """Return what stands in place of the sheet."""
    record = state.record
    if record is None:
        return tr("No record open.")
    if state.beat_mode is BeatMode.SUPERPOSED:
        if state.laid_stage is Stage.FAILED:
            return state.laid_note
        missing = tr("This lead has no signal here.")
        return missing if shown_laid(state) else tr("Laying the beats…")
    if why_not_measured(record):
        return why_not_measured(record)
    if state.measured_stage is Stage.FAILED:
        return tr("Could not be measured: the samples cannot be read.")
    if shown_measures(state) is None:
        return tr("Measuring…")
    return tr("No usual beat can be measured here.")


def magnified_caption(measured: MeasuredSpan) -> str:
    """Return which beats the magnified one stands for."""
    n_beats = measured.magnified.n_beats if measured.magnified else 0
    begin_s, end_s = (at / measured.record.rate_hz for at in (measured.start, measured.stop))
    template = (
        later("median of {n} usual beat") if n_beats == 1 else later("median of {n} usual beats")
    )
    return f"{begin_s:.1f}–{end_s:.1f} s · {tr(template, n=f'{n_beats:,}')}"


def st_words(level: StLevel, lead: str, patient: Patient) -> tuple[str, str]:
    """Return a lead's two levels, with an arrow at one beyond what is usual in adults."""
    values = level.j_mv, level.j60_mv
    shown = []
    for value_mv in values:
        if value_mv is None:
            shown.append(NOT_MEASURABLE)
            continue
        arrow = ("↑" if value_mv > 0 else "↓") if is_remarkable(value_mv, lead, patient) else ""
        shown.append(f"{arrow}{signed_mv(value_mv)}")
    return shown[0], shown[1]


def st_text(measured: MeasuredSpan) -> str:
    """Return the levels with tabs between their columns, for notes and spreadsheets."""
    lines = ["\t".join((tr("ST, mV from PQ"), "J", "J+60", tr("spread"), tr("beats")))]
    for level in measured.st:
        if level.j_mv is None or level.spread_mv is None:
            told = [tr("not measurable")]
        else:
            at_60 = "" if level.j60_mv is None else f"{level.j60_mv:.2f}"
            told = [f"{level.j_mv:.2f}", at_60, f"{level.spread_mv:.2f}", f"{level.n_beats}"]
        lines.append("\t".join([measured.record.leads[level.lead].name, *told]))
    return "\n".join(lines) + "\n"


def signed_mv(value_mv: float) -> str:
    """Return a level to a hundredth of a mV, "+0.12"; what rounds to nothing has no sign."""
    rounded = round(value_mv, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"


def st_note(patient: Patient) -> str:
    """Return what the arrows of the table mean."""
    if elevated_from_mv("I", patient) is None:
        return tr("ST in mV from PQ; no limits without an adult's age and sex.")
    high_mv = elevated_from_mv("V2", patient)
    return tr(
        "ST in mV from PQ; ↑ from +0.10 (V2, V3 +{high_mv}), ↓ from −0.05.",
        high_mv=f"{high_mv:.2f}",
    )
