"""What is said of a single beat and of the nets that were asked about it."""

from dataclasses import dataclass

import numpy as np

from ecgviewer.core.beat_looks import BeatLooks, Look
from ecgviewer.core.method_names import method_name
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_words import clock_words
from ecgviewer.core.text import tr
from ecgviewer.ui.correcting import label_words
from ecgviewer.ui.state import Stage, ViewState

AGREES, DIFFERS = "✓", "✗"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scan says of one beat: its label, how sure, and who says so."""

    label: str
    score: float
    model: str


def judged(scan: Scan, beat: int) -> Judged | None:
    """Return what a scan says of a beat, None where it has none at that sample."""
    place = int(np.searchsorted(scan.samples, beat))
    if place == len(scan.samples) or scan.samples[place] != beat:
        return None
    return Judged(scan.labels[scan.label[place]], float(scan.score[place]), scan.model)


def beat_words(state: ViewState) -> str:
    """Return where the chosen beat stands and what the scan says of it, "" without one."""
    if state.scan is None or state.scan_beat is None:
        return ""
    said = judged(state.scan, state.scan_beat)
    at = clock_words(state.scan_beat, state.scan.rate_hz)
    if said is None:
        return at
    own = f"{at} · {said.label} {said.score:.2f} ({said.model})"
    now = state.corrected.label_at(state.scan_beat) if state.corrected is not None else said.label
    return own if now == said.label else f"{own} → {label_words(now)}"


def asked_words(looks: BeatLooks) -> str:
    """Return which nets were asked about a beat, and what of it they see."""
    named = tr(" and ").join(look.model for look in looks.looks)
    if not named:
        return tr("Two other nets see 2 s of {lead} alone", lead=looks.lead)
    return tr("{nets} see 2 s of {lead} alone", nets=named, lead=looks.lead)


def method_words(look: Look) -> str:
    """Return by which method a net is explained."""
    return tr("{method} of {model}", method=method_name(look.method), model=look.model)


def look_words(look: Look) -> str:
    """Return a net's own answer and what deleting did to it, or why there is none."""
    if look.window is None:
        return look.reason
    return look.window.sentence or f"{look.window.label} {look.window.score:.2f}."


def agreement(look: Look, said: Judged | None) -> str:
    """Return whether a net's answer is the scan's, "" where they cannot be compared."""
    if look.window is None or said is None or said.model == look.model:
        return ""
    if said.label == look.window.label:
        return f"{AGREES} " + tr("agrees with {model}", model=said.model)
    return f"{DIFFERS} " + tr("{model} says {label}", model=said.model, label=said.label)


def why_no_beat(state: ViewState) -> str:
    """Return why no beat is shown, "" where one is."""
    if state.record is None:
        return tr("No record open.")
    if state.scan is None:
        if state.scan_stage is Stage.WAITING:
            return tr("Scanning…")
        return tr("Not scanned. S judges every beat of the record.")
    if state.scan_beat is None:
        return tr(
            "Choose a beat: click on the trace, or step through the findings with J and K, "
            "through all beats with Shift+J and Shift+K."
        )
    if state.looks is not None and state.looks.beat == state.scan_beat:
        return ""
    if state.looks_stage is Stage.FAILED:
        return state.looks_note
    if state.looks_stage is Stage.NONE and state.looks is None:
        return tr("Not explained. Choose the beat again, or another one.")
    return tr("Explaining the beat…")
