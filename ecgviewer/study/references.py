"""Reference labels of single records, wherever they lie in a data set's folder.

A record's own folder and the two above it are looked through for the table of its data
set; without one, the record's own header and annotations are asked. The classes follow
the clinical mapping of ``labels``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ecgviewer.core.annotation import REFERENCE as ANNOTATOR
from ecgviewer.core.annotation_table import AnnotationTable
from ecgviewer.core.classes import class_text
from ecgviewer.core.record import Record
from ecgviewer.io.header_facts import diagnosis, scp_name
from ecgviewer.review.listing_store import FileSaid
from ecgviewer.review.worklist import Reference
from ecgviewer.study import layout_cinc2017, layout_cpsc2018, layout_ludb, layout_ptb_xl
from ecgviewer.study.beat_labels import BEATS, RHYTHMS
from ecgviewer.study.labels import (
    CPSC_2018,
    LABELS,
    LUDB,
    SCP,
    SNOMED,
    judge,
    ludb_statement,
    vocabulary,
)

_FOLDERS_UP = 3
# CinC 2017's letters: what is there, what is not, and the words.
_LETTERS = {
    layout_cinc2017.NORMAL: Reference(("SNR",), ("AF",), "normal rhythm"),
    layout_cinc2017.FIBRILLATION: Reference(("AF",), ("SNR",), "atrial fibrillation"),
    layout_cinc2017.OTHER: Reference((), ("SNR", "AF"), "other rhythm"),
    layout_cinc2017.NOISY: Reference((), (), "too noisy"),
}


@dataclass(frozen=True, eq=False)
class _Table:
    """A data set's table: references by record, or the vocabulary of its headers."""

    references: Mapping[str, Reference]
    headers_are: str = SNOMED


class ReferenceTables:
    """The tables beside records, each read once; for one thread."""

    def __init__(self) -> None:
        self._tables: dict[Path, _Table | None] = {}

    def reference(self, path: Path, said: FileSaid) -> Reference:
        """Return what is stated of a record; said: what its own files say.

        Raises EcgError where a data set's table is damaged.
        """
        table = self._above(path.parent)
        if table is None:
            return of_header(path.stem, said)
        return table.references.get(path.stem) or of_header(path.stem, said, table.headers_are)

    def _above(self, folder: Path) -> _Table | None:
        if folder not in self._tables:
            places = (folder, *folder.parents)[:_FOLDERS_UP]
            found = (_read_table(place) for place in places)
            self._tables[folder] = next((table for table in found if table is not None), None)
        return self._tables[folder]


def _read_table(folder: Path) -> _Table | None:
    if layout_ptb_xl.is_here(folder):
        stated = layout_ptb_xl.read_statements(folder)
        return _Table({name: _judged(said, SCP, _scp_words(said)) for name, said in stated.items()})
    if layout_ludb.is_here(folder):
        return _Table({}, headers_are=LUDB)
    if layout_cinc2017.is_here(folder):
        letters = layout_cinc2017.read_letters(folder)
        return _Table({name: _LETTERS[x] for name, x in letters.items() if x in _LETTERS})
    table = folder / layout_cpsc2018.REFERENCE
    stated = layout_cpsc2018.read_reference(table) if table.is_file() else {}
    return _Table({name: _of_cpsc(said) for name, said in stated.items()}) if stated else None


def _scp_words(said: Mapping[str, float]) -> str:
    return "; ".join(map(scp_name, said))


def _of_cpsc(said: Collection[str]) -> Reference:
    found = _judged(said, CPSC_2018, "")
    words = "; ".join(class_text(label).name for label in found.present)
    return Reference(found.present, found.absent, words)


def of_header(name: str, said: FileSaid, statements: str = SNOMED) -> Reference:
    """Return what a record's own files state.

    statements: the vocabulary of its header. Words that no vocabulary knows are told and
    not judged: they may mean any of the classes.
    """
    if not said.statements:
        words = "; ".join(class_text(label).name for label in said.marks)
        return Reference(said.marks, (), words)
    if statements == LUDB:
        return _judged([ludb_statement(x) for x in said.statements], LUDB, said.words)
    if not any(x.isdecimal() for x in said.statements):
        return Reference(words=said.words)
    known = vocabulary("clinical", CPSC_2018).asked
    is_cpsc = layout_cpsc2018.NAME.fullmatch(name) and known.issuperset(said.statements)
    return _judged(said.statements, CPSC_2018 if is_cpsc else SNOMED, said.words)


def of_labels(labels: Iterable[str]) -> Reference:
    """Return what a reader's own table states.

    labels: of our classes, by code or name, SNOMED CT codes, or other words. Classes that
    are not among them are taken as absent where any of them is one of ours.
    """
    told = tuple(labels)
    classes = {key: x for x in LABELS for key in (x.lower(), class_text(x).name.lower())}
    named = {classes[label.lower()] for label in told if label.lower() in classes}
    coded = [label for label in told if label.isdecimal()]
    judged = _judged(coded, SNOMED, "")
    present = tuple(label for label in LABELS if label in named or label in judged.present)
    absent = set(LABELS) - set(present) if named else set(judged.absent)
    words = "; ".join(map(_words_of_label, told))
    return Reference(present, tuple(x for x in LABELS if x in absent), words)


def _words_of_label(label: str) -> str:
    return diagnosis(label).text if label.isdecimal() else class_text(label).name


def said_by(record: Record) -> FileSaid:
    """Return what a record's own files say of it."""
    statements = tuple(found.code or found.text for found in record.diagnoses)
    words = "; ".join(found.text for found in record.diagnoses)
    return FileSaid(statements, words, _marked(record) if not statements else ())


def _marked(record: Record) -> tuple[str, ...]:
    """Return the classes of annotated rhythms and beats, the usual beats only by themselves."""
    table = AnnotationTable.of(record.annotations)
    by_hand = table.taken(np.flatnonzero(table.source.among([ANNOTATOR])))
    used = {by_hand.label.values[code] or "" for code in np.unique(by_hand.label.codes)}
    # Rhythms first, then beats, each as their tables list them.
    known = {**RHYTHMS, **BEATS}
    found = tuple(dict.fromkeys(label for mark, label in known.items() if mark in used))
    return tuple(label for label in found if label != "N") or found


def _judged(said: Mapping[str, float] | Collection[str], statements: str, words: str) -> Reference:
    cells = judge(said, vocabulary("clinical", statements))
    present = tuple(label for label, cell in cells.items() if cell == 1)
    absent = tuple(label for label, cell in cells.items() if cell == 0)
    return Reference(present, absent, words)
