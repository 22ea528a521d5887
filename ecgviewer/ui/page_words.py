"""What is said of a page whose beats are coloured one by one."""

from collections import Counter

import numpy as np

from ecgviewer.core.heat import Heat
from ecgviewer.core.text import tr
from ecgviewer.ui.beat_colouring import MOST_BEATS, beats_near
from ecgviewer.ui.state import Stage, ViewState


def page_words(state: ViewState, page: tuple[int, int]) -> str:
    """Return what colours the page, or why nothing does."""
    assert state.scan is not None
    assert state.scan_card is not None
    if not state.scan_card.methods:
        return tr("No model that explains single beats is installed.")
    if not state.overlay.visible:
        return tr("The colours are off. O brings them back.")
    n_beats = len(beats_near(state.scan, page))
    if n_beats > MOST_BEATS:
        return tr("{n} beats are too many to be coloured: show a shorter page.", n=n_beats)
    if state.heat_stage is Stage.WAITING:
        return tr("Explaining…")
    if state.heat_stage is Stage.FAILED:
        return tr("Not explained. Turn the page, or choose another method, to retry.")
    if not n_beats:
        return tr("No beat was found on this page.")
    if state.heat is None or not state.heat.windows:
        return tr("Not explained.")
    words = heat_words(state.heat, state.scan.model)
    n_seen = len(beats_near(state.scan, page, every=True))
    plain = tr("The normal beats beside them stay plain.")
    return f"{words} {plain}" if n_seen > n_beats else words


def heat_words(heat: Heat, scanned_by: str) -> str:
    """Return by whom the beats are explained, which classes it names, and what deleting did."""
    counts = Counter(window.label for window in heat.windows)
    named = ", ".join(f"{count} {label}" for label, count in counts.most_common())
    words = _by_whom(heat.model, scanned_by, named)
    deleted = [window.deleted for window in heat.windows if window.deleted is not None]
    if not deleted:
        return words
    share = 100 * float(np.median([one.share for one in deleted]))
    flipped = sum(one.flipped for one in deleted)
    return f"{words} {_deleted(f'{share:.2g}', flipped, len(deleted))}"


def _by_whom(model: str, scanned_by: str, named: str) -> str:
    if model == scanned_by:
        return tr(
            "{model} names {named}; each beat is coloured by its own scale.",
            model=model,
            named=named,
        )
    return tr(
        "{model}, not {other}, which scanned, names {named}; "
        "each beat is coloured by its own scale.",
        model=model,
        other=scanned_by,
        named=named,
    )


def _deleted(percent: str, flipped: int, n: int) -> str:
    told = {"percent": percent, "flipped": flipped, "n": n}
    if flipped == n:
        return tr("Deleting {percent} % (median) flips {flipped} of {n}.", **told)
    return tr(
        "Deleting {percent} % (median) flips {flipped} of {n}; {unmoved} did not flip.",
        unmoved=n - flipped,
        **told,
    )
