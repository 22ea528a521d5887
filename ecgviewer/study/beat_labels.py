"""Eight classes of one lead: which window of a long recording is what.

Source: Murugesan and others' single-lead system. Its paper cut windows of rhythms around
the marks where these begin, so that half of each shows the rhythm before
("paper-like"). Here a window lies wholly inside the rhythm that it stands for
("default").
"""

from bisect import bisect_right
from collections.abc import Iterator

from ecgviewer.signal.strip import STRIP_HZ, STRIP_SAMPLES
from ecgviewer.study.beat_marks import FIBRILLATION, BeatMarks

BEAT_LABELS = ("N", "PVC", "PAC", "AFIB", "SVTA", "SBR", "LBBB", "RBBB")
STYLES = PAPER_LIKE, DEFAULT = ("paper-like", "default")

HALF_S = STRIP_SAMPLES / 2 / STRIP_HZ
# A rhythm is itself from so long after its mark.
SETTLED_S = 2.0
_NORMAL, _TACHYCARDIA = "(N", "(SVTA"
RHYTHMS = {FIBRILLATION: "AFIB", _TACHYCARDIA: "SVTA", "(SBR": "SBR"}
_SYMBOLS = {"N": "N", "V": "PVC", "A": "PAC", "L": "LBBB", "R": "RBBB"}
# The Supraventricular Arrhythmia Database does not say where above the ventricles.
BEATS = _SYMBOLS | {"S": "PAC"}
# Beats without a class of their own that a rhythm consists of.
_OF_A_RHYTHM = frozenset("NejnaJS")

Labelled = tuple[float, str]


def labelled_places(
    marks: BeatMarks, rate_hz: float, n_samples: int, style: str
) -> Iterator[Labelled]:
    """Yield the centres of a recording's windows and their classes, in no order.

    marks: at rate_hz. style: "paper-like" or "default".
    """
    if style == PAPER_LIKE:
        return _as_in_the_paper(marks, HALF_S * rate_hz)
    return _wholly_inside(marks, rate_hz, n_samples)


def _as_in_the_paper(marks: BeatMarks, half: float) -> Iterator[Labelled]:
    """Yield every beat by its symbol and every rhythm once; windows may end too late."""
    for at, symbol in zip(marks.beat_at, marks.beat, strict=True):
        if at >= half and symbol in _SYMBOLS:
            yield at, _SYMBOLS[symbol]
    for at, rhythm in zip(marks.rhythm_at, marks.rhythm, strict=True):
        if at >= half and rhythm in RHYTHMS:
            yield at, RHYTHMS[rhythm]


def _wholly_inside(marks: BeatMarks, rate_hz: float, n_samples: int) -> Iterator[Labelled]:
    half, settled = HALF_S * rate_hz, SETTLED_S * rate_hz
    episodes = marks.episodes(n_samples)
    starts = [episode.start for episode in episodes]
    for at, symbol in zip(marks.beat_at, marks.beat, strict=True):
        if half <= at <= n_samples - half:
            episode = episodes[bisect_right(starts, at) - 1]
            inside = episode.start + settled <= at <= episode.stop - half
            label = _label(symbol, episode.rhythm, inside=inside)
            if label:
                yield at, label


def _label(symbol: str, rhythm: str, *, inside: bool) -> str:
    """Return the class of a beat, "" where it has none.

    rhythm: that it beats in, "" where none is marked. inside: whether its window lies in
    that rhythm.
    """
    # The beats of a supraventricular tachycardia are its own, not premature ones.
    if rhythm == _TACHYCARDIA and symbol in _OF_A_RHYTHM | {"A"}:
        return "SVTA" if inside else ""
    if symbol != "N" and symbol in BEATS:
        return BEATS[symbol]
    if rhythm in RHYTHMS:
        return RHYTHMS[rhythm] if inside and symbol in _OF_A_RHYTHM else ""
    # Databases without marks of rhythm hold their patients' usual one.
    return "N" if symbol == "N" and rhythm in ("", _NORMAL) else ""
