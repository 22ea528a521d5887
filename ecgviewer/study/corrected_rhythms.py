"""Rhythms of a recording once readers said of single beats that they are, or are not, of one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from ecgviewer.core.annotation import BEAT_CODES, REFERENCE, Annotation
from ecgviewer.study.beat_labels import RHYTHMS

USUAL: Final = "N"
MARK_OF_RHYTHM: Final = {label: mark for mark, label in RHYTHMS.items()}
_USUAL_MARK: Final = "(N"


def is_beat(mark: Annotation) -> bool:
    """Whether a mark of the reference is a beat's."""
    return mark.source == REFERENCE and mark.label in BEAT_CODES


def with_corrected_rhythms(
    marks: Iterable[Annotation], said: Mapping[int, str]
) -> list[Annotation]:
    """Return marks whose changes of rhythm are as readers have the beats, in order of time.

    said: readers' labels by the sample of the beat's own mark. As on screen, a rhythm lasts
    over the beats that bear its name, a usual beat is of none, and an ectopic one tells
    nothing of it. Where a stated stretch ends, the rhythm that was marked there goes on.
    """
    ordered = sorted(marks, key=lambda mark: mark.start)
    beats = [mark.start for mark in ordered if is_beat(mark)]
    changes = [mark for mark in ordered if _is_rhythm(mark)]
    # A rhythm is marked at its first beat or somewhat before.
    firsts = np.searchsorted(beats, [mark.start for mark in changes]).tolist()
    was = _rhythms(len(beats), changes, firsts)
    wished = [_wished(said.get(at, ""), rhythm) for at, rhythm in zip(beats, was, strict=True)]
    touched = _touched(was, wished)
    gone = {id(mark) for mark, first in zip(changes, firsts, strict=True) if first in touched}
    begins = (p for p in sorted(touched) if p == 0 or wished[p] != wished[p - 1])
    new = (_change(beats[place], wished[place]) for place in begins)
    kept = (mark for mark in ordered if id(mark) not in gone)
    return sorted((*kept, *new), key=lambda mark: mark.start)


def _is_rhythm(mark: Annotation) -> bool:
    # A bare "(" is the onset of a wave.
    return mark.source == REFERENCE and mark.label.startswith("(") and len(mark.label) > 1


def _rhythms(n_beats: int, changes: Sequence[Annotation], firsts: Sequence[int]) -> list[str]:
    """Return the rhythm that each beat is marked to be in, "" before the first mark."""
    rhythms = [""] * n_beats
    for mark, first in zip(changes, firsts, strict=True):
        rhythms[first:] = [mark.label] * (n_beats - first)
    return rhythms


def _wished(label: str, rhythm: str) -> str:
    if label == USUAL and rhythm in RHYTHMS:
        return _USUAL_MARK
    return MARK_OF_RHYTHM.get(label, rhythm)


def _touched(was: Sequence[str], wished: Sequence[str]) -> set[int]:
    """Return the beats whose rhythm is another now, and those that follow one."""
    differing = [place for place, rhythm in enumerate(was) if wished[place] != rhythm]
    return {*differing, *(place + 1 for place in differing if place + 1 < len(was))}


def _change(at: int, rhythm: str) -> Annotation:
    return Annotation(at, at, rhythm or _USUAL_MARK, source=REFERENCE)
