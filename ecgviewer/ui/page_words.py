"""What is said of a page whose beats are coloured one by one."""

from collections import Counter

import numpy as np

from ecgviewer.core.heat import Heat
from ecgviewer.ui.beat_colouring import MOST_BEATS, beats_near
from ecgviewer.ui.state import Stage, ViewState


def page_words(state: ViewState, page: tuple[int, int]) -> str:
    """Return what colours the page, or why nothing does."""
    assert state.scan is not None
    assert state.scan_card is not None
    if not state.scan_card.methods:
        return "No model that explains single beats is installed."
    if not state.overlay.visible:
        return "The colours are off. O brings them back."
    n_beats = len(beats_near(state.scan, page))
    if n_beats > MOST_BEATS:
        return f"{n_beats} beats are too many to be coloured: show a shorter page."
    if state.heat_stage is Stage.WAITING:
        return "Explaining…"
    if state.heat_stage is Stage.FAILED:
        return "Not explained. Turn the page, or choose another method, to retry."
    if not n_beats:
        return "No beat was found on this page."
    if state.heat is None or not state.heat.windows:
        return "Not explained."
    words = heat_words(state.heat, state.scan.model)
    n_seen = len(beats_near(state.scan, page, every=True))
    return f"{words} The normal beats beside them stay plain." if n_seen > n_beats else words


def heat_words(heat: Heat, scanned_by: str) -> str:
    """Return by whom the beats are explained, which classes it names, and what deleting did."""
    counts = Counter(window.label for window in heat.windows)
    named = ", ".join(f"{count} {label}" for label, count in counts.most_common())
    other = f", not {scanned_by}, which scanned," if heat.model != scanned_by else ""
    words = f"{heat.model}{other} names {named}; each beat is coloured by its own scale."
    deleted = [window.deleted for window in heat.windows if window.deleted is not None]
    if not deleted:
        return words
    share = 100 * float(np.median([one.share for one in deleted]))
    flipped = sum(one.flipped for one in deleted)
    unmoved = len(deleted) - flipped
    did_not = f"; {unmoved} did not flip" if unmoved else ""
    return f"{words} Deleting {share:.2g} % (median) flips {flipped} of {len(deleted)}{did_not}."
