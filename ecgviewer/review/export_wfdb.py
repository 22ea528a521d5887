"""Reviews as WFDB annotation files: what people asserted, and nothing that a model did.

One file for each record and person. All marks that are no beats are notes at the sample
that they are about; their subtype tells them apart:

    1  who reviewed           4  a region's end, at the sample behind it
    2  a class of the record  5  a comment on the record
    3  a region's start       6  the text of the note before goes on

What is about the whole record stands at sample 1: notes at sample 0 are definitions to WFDB
and its library for Python, which both keep them to themselves. A rhythm that is stated alone
is a change of rhythm there, too. Source: WFDB Applications Guide, annot(5).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Region, Review
from ecgviewer.io.annotation_marks import NOTE_SYMBOL, RHYTHM_SYMBOL, Mark, encoded_marks
from ecgviewer.io.annotations import OTHER_FILES
from ecgviewer.review.class_words import rhythm_of, says_less, symbol_of, words_of
from ecgviewer.review.handed_on import HandedOn, HandedRecord
from ecgviewer.review.statements import Statement, statements
from ecgviewer.review.wfdb_text import in_pieces

ANNOTATOR: Final = "rev"
WHOLE_RECORD_AT: Final = 1
_LEGAL = re.compile(r"[a-z][a-z0-9_]{0,15}")
_SIGNALS_AND_REFERENCE: Final = frozenset({".hea", ".dat", ".mat", ".atr", ".xws"})
# Marks at one sample and channel are told apart by their numbers, which go so far.
_LARGEST_NUMBER = 127

_Person = tuple[str, str]


class Kind(IntEnum):
    """What a note is, as its subtype."""

    WHO = 1
    CLASS = 2
    REGION_START = 3
    REGION_END = 4
    COMMENT = 5
    GOES_ON = 6


def wfdb_files(handed: HandedOn, out: Path, annotator: str | None = None) -> dict[Path, bytes]:
    """Return the contents of all files by their paths, which lie in the folder ``out``.

    annotator: how the files end; without it by the reader's initials where names may be
    told, else "rev". Raises EcgError where no annotation file may end so.
    """
    endings = annotators(handed, annotator)
    names = _file_names(handed.records)
    return {
        out / f"{names[record.known.record_id]}.{endings[review.reader, review.role]}": (
            encoded_marks(marks_of(record, review), record.known.rate_hz)
        )
        for record in handed.records
        for review in record.reviews
    }


def annotators(handed: HandedOn, chosen: str | None = None) -> dict[_Person, str]:
    """Return each person's annotator name; they all differ."""
    people = sorted({(review.reader, review.role) for review in handed.reviews})
    if chosen is not None and not _may_end_so(chosen):
        raise EcgError(
            f'No annotation file may end in ".{chosen}": choose small letters, such as "rev".'
        )
    endings: dict[_Person, str] = {}
    for reader, role in people:
        own = chosen or (_initials(reader) if handed.identifiers else ANNOTATOR)
        endings[reader, role] = own
    shared = Counter(endings.values())
    counts = Counter[str]()
    for person, own in endings.items():
        if shared[own] > 1:
            counts[own] += 1
            endings[person] = f"{own}{counts[own]}"
    return endings


def _initials(reader: str) -> str:
    plain = unicodedata.normalize("NFKD", reader).encode("ascii", "ignore").decode().lower()
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", plain))
    return initials if _may_end_so(initials) else ANNOTATOR


def _may_end_so(ending: str) -> bool:
    taken = OTHER_FILES | _SIGNALS_AND_REFERENCE
    return _LEGAL.fullmatch(ending) is not None and f".{ending}" not in taken


def _file_names(records: Sequence[HandedRecord]) -> dict[str, str]:
    """Return how each record's files are called; where two share a name, by pseudonym too."""
    counts = Counter(record.known.name for record in records)
    return {
        record.known.record_id: record.known.name
        if counts[record.known.name] == 1
        else f"{record.known.name}_{record.pseudonym}"
        for record in records
    }


def marks_of(record: HandedRecord, review: Review) -> list[Mark]:
    """Return all marks of one review, in the order of the format."""
    marks = [
        *_notes(Kind.WHO, WHOLE_RECORD_AT, _who(review)),
        *_rhythm(review),
        *(
            x
            for said in statements(review)
            for x in _notes(Kind.CLASS, WHOLE_RECORD_AT, _said(said))
        ),
    ]
    if review.note:
        marks += _notes(Kind.COMMENT, WHOLE_RECORD_AT, f"comment: {review.note}")
    for number, region in enumerate(review.regions, 1):
        marks += _region(number, region, record.known.leads)
    marks += [
        Mark(sample, symbol_of(label), label if says_less(label) else "")
        for sample, label in review.beats.items()
    ]
    return _numbered(marks)


def _who(review: Review) -> str:
    state = "finished" if review.done else "not finished"
    flagged = ", flagged" if review.flagged else ""
    return f"reviewed by {review.reader} ({review.role}), {state}{flagged}"


def _rhythm(review: Review) -> list[Mark]:
    """Return the record's rhythm where one alone is stated."""
    found = [rhythm for name in review.present if (rhythm := rhythm_of(name))]
    return [Mark(WHOLE_RECORD_AT, RHYTHM_SYMBOL, found[0])] if len(found) == 1 else []


def _said(said: Statement) -> str:
    name = f"{said.name} ({words})" if (words := words_of(said.name)) else said.name
    parts = [f"{name}: {said.stated}" if said.stated is not None else name]
    if said.before is not None and said.before is not said.stated:
        parts.append(f"before the model was shown: {said.before}")
    if said.reasons:
        parts.append("the model was wrong because of: " + ", ".join(said.reasons))
    for method, placed in said.placed.items():
        parts.append(f"saliency of {method} in the right place: {placed}")
    return "; ".join(parts)


def _region(number: int, region: Region, leads: Sequence[str]) -> list[Mark]:
    known = [leads.index(lead) for lead in region.leads if lead in leads]
    told = [f"region {number}"]
    told += [f"label {region.label}"] if region.label else []
    told += [f"leads {' '.join(region.leads) or 'all'}"]
    told += [f"comment: {region.comment}"] if region.comment else []
    channel = known[0] if known else 0
    start = _notes(Kind.REGION_START, region.start, "; ".join(told), channel)
    return [*start, *_notes(Kind.REGION_END, region.stop, f"region {number} ends", channel)]


def _notes(kind: Kind, sample: int, text: str, channel: int = 0) -> list[Mark]:
    return [
        Mark(sample, NOTE_SYMBOL, piece, channel, Kind.GOES_ON if place else kind)
        for place, piece in enumerate(in_pieces(text))
    ]


def _numbered(marks: Iterable[Mark]) -> list[Mark]:
    """Give marks at one sample and channel numbers, so that they stay in their order."""
    numbered: list[Mark] = []
    ordered = sorted(marks, key=lambda mark: (mark.sample, mark.channel))
    for _, together in groupby(ordered, key=lambda mark: (mark.sample, mark.channel)):
        for number, mark in enumerate(together):
            numbered.append(replace(mark, number=min(number, _LARGEST_NUMBER)))
    return sorted(numbered, key=lambda mark: mark.place)
