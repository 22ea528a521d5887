"""A record as strangers may see it: a pseudonym for its name, no date, no free text."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from ecgviewer.core.annotation_table import AnnotationTable, Coded
from ecgviewer.core.record import Lead, Notice, Patient, Record
from ecgviewer.core.review import Region
from ecgviewer.io.annotations import ANNOTATORS, SYMBOLS
from ecgviewer.io.header_facts import is_in_tables
from ecgviewer.review.class_words import words_of
from ecgviewer.review.free_text import REMOVED, cleaned
from ecgviewer.review.telling_words import is_lead_name, is_unit, telling_words

__all__ = [
    "Pseudonyms",
    "cleaned",
    "cleaned_label",
    "deidentified",
    "names_of",
    "pseudonym_of",
    "unnamed_region",
]

# Over 89 a person may be the only one of that age in their town.
OLDEST_YEARS: Final = 90.0
_N_DIGITS = 10
# WFDB's word for a signal without one.
_UNNAMED_UNIT: Final = "NU"
_RHYTHMS: Final = frozenset(
    f"({name}"
    for name in (
        *("AB", "AFIB", "AFL", "AT", "B", "BI", "BII", "HGEA", "IVR", "J", "N", "NOD", "NOISE"),
        *("P", "PM", "PREX", "SAB", "SBR", "SVTA", "T", "VER", "VF", "VFL", "VT"),
    )
)


def pseudonym_of(record_id: str, secret: bytes = b"", n_digits: int = _N_DIGITS) -> str:
    """Return "ECG-" and hexadecimal digits that hang on a record's content alone.

    Whoever has the recording too can work it out again; with a secret, only who has that.
    """
    key = record_id.encode()
    digest = hmac.digest(secret, key, "sha256") if secret else hashlib.sha256(key).digest()
    return f"ECG-{digest.hex()[:n_digits].upper()}"


class Pseudonyms:
    """The pseudonyms of one export: the same for the same record, no two alike."""

    def __init__(self, record_ids: Iterable[str] = (), secret: bytes = b"") -> None:
        self._secret = secret
        self._by_id: dict[str, str] = {}
        self._taken: set[str] = set()
        # In order of the ids, so that it does not matter in which order records come.
        for record_id in sorted(set(record_ids)):
            self.of(record_id)

    def of(self, record_id: str) -> str:
        """Return a record's pseudonym; where two would be alike, the second one is longer."""
        known = self._by_id.get(record_id)
        if known is not None:
            return known
        n_digits = _N_DIGITS
        while (name := pseudonym_of(record_id, self._secret, n_digits)) in self._taken:
            n_digits += 1
        self._by_id[record_id] = name
        self._taken.add(name)
        return name


def deidentified(record: Record, pseudonym: str | None = None) -> Record:
    """Return a record that names nobody; its samples and its record_id stay.

    Name and path become the pseudonym (``pseudonym_of`` without one). The start is gone, the
    time of day with the date: beside a ward's diary it would tell who it was. Gone are also
    comments, the texts beside annotations and the file's own spelling of leads. Warnings are
    cleaned; names and units of leads stay where they are words of the field. Ages over 89
    become 90. Statements stay where the program's tables know their code or words.
    """
    name = pseudonym or pseudonym_of(record.record_id)
    named = names_of(record)
    leads = tuple(_unnamed(lead, named) for lead in record.leads)
    name_of = dict(zip(record.lead_names, (lead.name for lead in leads), strict=True))
    return replace(
        record,
        name=name,
        path=Path(name),
        files=(),
        leads=leads,
        started_at=None,
        annotations=_without_texts(AnnotationTable.of(record.annotations), name_of),
        patient=_of_no_rare_age(record.patient),
        diagnoses=tuple(one for one in record.diagnoses if is_in_tables(one)),
        comments=(),
        personal=(),
        warnings=tuple(Notice(cleaned(warning, named)) for warning in record.warnings),
    )


def names_of(record: Record) -> tuple[str, ...]:
    """Return what free text may call a record by: its name, its files, their folder."""
    return names_from(record.name, (record.path, *record.files))


def names_from(name: str, paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the names that a record's name and paths give it, and the words in them.

    Of Doe_Jane_1950 a note may say "Jane Doe". Words of the field's tables stay, and so do
    short ones.
    """
    found = {name}
    for path in paths:
        found |= {path.name, path.stem, path.parent.name}
    found |= {word for whole in found for word in telling_words(whole)}
    return tuple(sorted(found - {""}))


def cleaned_label(label: str, names: Iterable[str]) -> str:
    """Return a label without identifiers; codes, and labels that tables know, stay."""
    return label if label.isdecimal() or words_of(label) else cleaned(label, names)


def unnamed_region(region: Region, names: tuple[str, ...]) -> Region:
    """Return a marked region of which the reader's own words name nobody."""
    comment, label = cleaned(region.comment, names), cleaned_label(region.label, names)
    return replace(region, comment=comment, label=label)


def _unnamed(lead: Lead, names: tuple[str, ...]) -> Lead:
    name = cleaned(lead.name, names)
    if not is_lead_name(name):
        # Whoever wired the recorder may have written anything there.
        name = f"Lead {lead.file_index + 1}"
    unit = lead.unit if is_unit(lead.unit) else _UNNAMED_UNIT
    return replace(lead, name=name, unit=unit, file_name="")


def _of_no_rare_age(patient: Patient) -> Patient:
    if patient.age_years is None or patient.age_years < OLDEST_YEARS:
        return patient
    return replace(patient, age_years=OLDEST_YEARS)


def _without_texts(table: AnnotationTable, name_of: Mapping[str, str]) -> AnnotationTable:
    """Keep what annotations mean: known symbols, rhythms and annotators, no free text.

    name_of: what leads are called now, by what they were called.
    """
    known = _RHYTHMS | set(SYMBOLS.values())
    return replace(
        table,
        label=Coded(
            tuple(name if name in known else REMOVED for name in table.label.values),
            table.label.codes,
        ),
        lead=Coded(
            tuple(None if name is None else name_of.get(name) for name in table.lead.values),
            table.lead.codes,
        ),
        source=Coded(
            tuple(name if f".{name}" in ANNOTATORS else "" for name in table.source.values),
            table.source.codes,
        ),
        texts={},
    )
