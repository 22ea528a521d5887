"""Recordings whose marked beats are as readers corrected them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ecgviewer.core.annotation import REFERENCE, Annotation
from ecgviewer.core.annotation_table import AnnotationTable
from ecgviewer.core.record import Record
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, SAME_BEAT_S
from ecgviewer.study.corrected_rhythms import (
    MARK_OF_RHYTHM,
    USUAL,
    is_beat,
    with_corrected_rhythms,
)

if TYPE_CHECKING:
    from ecgviewer.study.reviews import Reviews

# What a reader may call a beat, and what people write for it in annotation files, where those
# of a rhythm are usual ones and the rhythm is marked beside them.
_OF_A_RHYTHM: Final = dict.fromkeys(MARK_OF_RHYTHM, USUAL)
SYMBOLS: Final = {USUAL: "N", "PVC": "V", "PAC": "A", "LBBB": "L", "RBBB": "R", **_OF_A_RHYTHM}

Beats = Mapping[int, str]


@dataclass(frozen=True, eq=False)
class BeatCorrections:
    """Corrected beats of records by their record_id, and what became of them.

    passed_over: beats that readers gave a label that no recipe knows.
    """

    by_record: Mapping[str, Beats]
    reviews: "Reviews"
    passed_over: int

    def used(self, found: Iterable[Beats]) -> "UsedCorrections":
        """Return what of it was found among recordings."""
        return UsedCorrections(self, tuple(beats for beats in found if beats))


@dataclass(frozen=True, eq=False)
class UsedCorrections:
    """Which corrections are learnt from: those of each recording that has some."""

    made: BeatCorrections
    beats: tuple[Beats, ...]

    def facts(self) -> dict[str, Any]:
        """Return what a card tells: numbers and hashes, no names."""
        return {
            "records": len(self.beats),
            "readers": self.made.reviews.n_readers,
            "beats": sum(map(len, self.beats)),
            "beats_passed_over": self.made.passed_over,
            # One that lies in two data sets was found twice.
            "records_not_found": max(0, len(self.made.by_record) - len(self.beats)),
            "sha256": list(self.made.reviews.sha256),
        }

    def for_a_card(self) -> str:
        """Return in a sentence whose word some labels rest on."""
        # Cards know of nets, and describing data sets waits for no torch.
        from ecgviewer.study.cards import numbered

        readers = numbered(self.made.reviews.n_readers, "reader")
        beats = numbered(sum(map(len, self.beats)), "beat")
        return f"Labels of {beats} are as {readers} stated them in reviews."

    def in_words(self) -> str:
        """Return the same for the person who trains."""
        from ecgviewer.study.cards import numbered

        facts = self.facts()
        return (
            f"Reviews of beats in {numbered(len(self.made.by_record), 'record')}: "
            f"{facts['records']} found in the data sets, with {numbered(facts['beats'], 'beat')}; "
            f"{facts['records_not_found']} not found; "
            f"{numbered(facts['beats_passed_over'], 'beat')} passed over, for recipes know no such "
            "label."
        )


def beat_corrections(reviews: "Reviews") -> BeatCorrections:
    """Return what reviews say of single beats."""
    every = {record.record_id: record.beats for record in reviews.records if record.beats}
    usable = {key: _usable(beats) for key, beats in every.items()}
    n_usable = sum(map(len, usable.values()))
    return BeatCorrections(
        {key: beats for key, beats in usable.items() if beats},
        reviews,
        sum(map(len, every.values())) - n_usable,
    )


def _usable(beats: Beats) -> dict[int, str]:
    return {at: label for at, label in beats.items() if label in SYMBOLS or label == NOT_A_BEAT}


def with_corrected_beats(record: Record, beats: Beats) -> Record:
    """Return a record whose reference annotations are as readers corrected them.

    beats: labels by sample. The nearest mark within SAME_BEAT_S gets the new label, as on
    screen; a beat that nobody had marked is added, one that is none is taken out. Rhythms
    begin and end with the beats that are stated to be of one.
    """
    if not beats:
        return record
    marks = list(record.annotations)
    rows = [row for row, mark in enumerate(marks) if is_beat(mark)]
    at = np.array([marks[row].start for row in rows], dtype=np.int64)
    gone: set[int] = set()
    said: dict[int, str] = {}
    for sample, label in beats.items():
        row = _nearest(at, sample, SAME_BEAT_S * record.rate_hz)
        if label == NOT_A_BEAT:
            gone |= set() if row is None else {rows[row]}
        elif row is None:
            marks.append(Annotation(sample, sample, SYMBOLS[label], source=REFERENCE))
            said[sample] = label
        else:
            mark = marks[rows[row]]
            marks[rows[row]] = replace(mark, label=SYMBOLS[label])
            said[mark.start] = label
    kept = (mark for row, mark in enumerate(marks) if row not in gone)
    return replace(record, annotations=AnnotationTable.of(with_corrected_rhythms(kept, said)))


def _nearest(at: np.ndarray, sample: int, tolerance: float) -> int | None:
    if not at.size:
        return None
    place = int(np.argmin(np.abs(at - sample)))
    return place if abs(int(at[place]) - sample) <= tolerance else None
