"""What leaves a review file: who said what of which records, under which names.

Every form of export is made from this, and only here names are taken out: what is not
handed on here cannot be in any file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Change, Review, Role, Step, Topic, review_of
from ecgviewer.core.task import Task
from ecgviewer.review.deidentify import Pseudonyms, cleaned_label, names_from
from ecgviewer.review.free_text import cleaned
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.review.telling_words import telling_words

READER: Final = "Reader {}"
_WORD: Final = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to hand on.

    identifiers: names, paths and free text as they are. reader: whose reviews, None for
    everybody's. only_done: those alone that were finished. record_ids: None for all. secret:
    what pseudonyms hang on besides a record's content, whose hash is left out then.
    """

    identifiers: bool = False
    reader: str | None = None
    only_done: bool = False
    record_ids: frozenset[str] | None = None
    secret: bytes = b""


@dataclass(frozen=True, eq=False)
class HandedRecord:
    """One record, what people said of it and what models did.

    known: without identifiers its name is the pseudonym and its path is empty.
    """

    known: KnownRecord
    pseudonym: str
    reviews: tuple[Review, ...]
    answers: tuple[KeptAnswer, ...] = ()

    @property
    def path(self) -> str:
        """Where the record lies, "" where that is not told."""
        return "" if self.known.path == Path() else str(self.known.path)


@dataclass(frozen=True, eq=False)
class HandedOn:
    """All that is handed on, in the order in which records were first spoken of."""

    records: tuple[HandedRecord, ...]
    identifiers: bool = False

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All reviews of all records."""
        return tuple(review for record in self.records for review in record.reviews)

    @property
    def readers(self) -> tuple[str, ...]:
        """Everybody whose words are in it, by name."""
        return tuple(sorted({review.reader for review in self.reviews}))

    @property
    def has_free_text(self) -> bool:
        """Whether anything that somebody typed is in it."""
        return any(x.note or any(y.comment for y in x.regions) for x in self.reviews)


@dataclass(frozen=True, eq=False)
class Held:
    """All that a review file holds, read at once; name: the file's."""

    name: str
    readers: tuple[str, ...]
    steps: tuple[Step, ...]
    records: tuple[KnownRecord, ...]
    answers: tuple[KeptAnswer, ...]


def held_in(store: ReviewStore) -> Held:
    """Return what a file holds, so that it is free again while names are taken out."""
    return Held(
        store.path.name, store.readers(), store.steps(), store.records(), tuple(store.answers())
    )


def hand_on(held: Held, wish: Wish, task: Task) -> HandedOn:
    """Return what fits a wish.

    Raises EcgError where the reader is not known or no review fits, Cancelled where the
    task is cancelled.
    """
    if wish.reader is not None and wish.reader not in held.readers:
        known = ", ".join(held.readers) or "nobody"
        raise EcgError(
            f'Nobody called "{wish.reader}" has reviewed in {held.name}; known: {known}.'
        )
    reviews = _reviews(held.steps, wish)
    if not reviews:
        raise EcgError(f"{held.name} holds no review that was asked for: nothing is written.")
    naming = _Naming(held.records, held.readers, wish)
    known_by_id = {record.record_id: record for record in held.records}
    answers = _answers(held.answers, reviews)
    records = []
    for done, (key, found) in enumerate(reviews.items()):
        task.step(done, len(reviews))
        records.append(naming.record(known_by_id[key], found, answers.get(key, ())))
    return HandedOn(tuple(records), wish.identifiers)


def _reviews(steps: Iterable[Step], wish: Wish) -> dict[str, list[Review]]:
    """Return what stands of each record, by everybody who is asked for."""
    by_person: dict[tuple[str, str, Role], list[Step]] = {}
    for step in steps:
        if wish.record_ids is None or step.record_id in wish.record_ids:
            by_person.setdefault((step.record_id, step.reader, step.role), []).append(step)
    found: dict[str, list[Review]] = {}
    for (record_id, reader, role), own in by_person.items():
        review = review_of(record_id, reader, own, role)
        asked = wish.reader in (None, reader) and (review.done or not wish.only_done)
        if asked and review.begun:
            found.setdefault(record_id, []).append(review)
    return found


def _answers(
    answers: Iterable[KeptAnswer], reviews: Mapping[str, object]
) -> dict[str, tuple[KeptAnswer, ...]]:
    found: dict[str, tuple[KeptAnswer, ...]] = {}
    for answer in answers:
        if answer.record_id in reviews:
            found[answer.record_id] = (*found.get(answer.record_id, ()), answer)
    return found


class _Naming:
    """Gives records and readers the names under which they leave."""

    def __init__(self, known: Sequence[KnownRecord], readers: Iterable[str], wish: Wish) -> None:
        self._wish = wish
        self._pseudonyms = Pseudonyms((record.record_id for record in known), wish.secret)
        # By their order in the file: the same in every export of it.
        self._readers = {name: READER.format(n) for n, name in enumerate(readers, 1)}
        self._people = {*self._readers, *(x for name in self._readers for x in telling_words(name))}
        # A number alone may be anything, above all a measurement.
        self._names = {x.name.lower() for x in known if not x.name.isdecimal()}

    def record(
        self, known: KnownRecord, reviews: Iterable[Review], answers: tuple[KeptAnswer, ...]
    ) -> HandedRecord:
        """Return a record and its reviews as they are handed on."""
        pseudonym = self._pseudonyms.of(known.record_id)
        if self._wish.identifiers:
            return HandedRecord(known, pseudonym, tuple(reviews), answers)
        names = (*names_from(known.name, [known.path]), *self._people)
        return HandedRecord(
            replace(
                known,
                record_id=pseudonym if self._wish.secret else known.record_id,
                name=pseudonym,
                path=Path(),
                leads=tuple(cleaned(lead, names) for lead in known.leads),
            ),
            pseudonym,
            tuple(self._unnamed(review, names) for review in reviews),
            answers,
        )

    def _unnamed(self, review: Review, names: tuple[str, ...]) -> Review:
        reader = self._readers[review.reader]
        steps = tuple(
            replace(
                step,
                reader=reader,
                changes=tuple(self._without_names(change, names) for change in step.changes),
            )
            for step in review.steps
        )
        return review_of(review.record_id, reader, steps, review.role)

    def _without_names(self, change: Change, names: tuple[str, ...]) -> Change:
        """Clean what a reader typed: notes, comments, and labels that no table knows."""
        value: Any = change.value
        if change.topic is Topic.NOTE and isinstance(value, str):
            return replace(change, value=self._cleaned(value, names))
        if change.topic is Topic.REGION and isinstance(value, Mapping):
            comment = self._cleaned(value["comment"], names)
            label = self._label(value["label"], names)
            return replace(change, value={**value, "comment": comment, "label": label})
        if change.topic in (Topic.BEAT, Topic.BEAT_SEEN) and isinstance(value, str):
            return replace(change, value=self._label(value, names))
        if change.topic in (Topic.CLASS, Topic.REASON, Topic.POINTING):
            return replace(change, about=self._label(change.about, names))
        return change

    def _label(self, label: str, names: tuple[str, ...]) -> str:
        return cleaned_label(label, self._with_others(label, names))

    def _cleaned(self, text: str, names: tuple[str, ...]) -> str:
        return cleaned(text, self._with_others(text, names))

    def _with_others(self, text: str, names: tuple[str, ...]) -> tuple[str, ...]:
        # Readers compare with other records, too.
        return (*names, *(self._names & set(_WORD.findall(text.lower()))))
