"""What the workers do to fill a worklist and to have its records judged."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import ModelRef, Role
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.review.listed_records import ListedRecords
from ecgviewer.review.stand import NOTHING_SAID, Stand
from ecgviewer.review.worklist import Facts, Grade, Reference, Said
from ecgviewer.ui import jobs
from ecgviewer.ui.list_batches import Batches, Publish
from ecgviewer.ui.list_gate import Gate, GatedTask
from ecgviewer.ui.review_file import ReviewFile, keep_listed

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel
    from ecgviewer.review.listing_store import ListedFile
    from ecgviewer.study.references import ReferenceTables

# A model that judges whole records judges nothing of one that is to be scanned.
_SCANNED_INSTEAD = Said((), (), math.nan, math.nan)


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose reviews and which model's answers a list shows."""

    file: ReviewFile
    reader: str
    role: Role
    question: jobs.Question


@dataclass(frozen=True, eq=False)
class Known:
    """What the review file tells of records, by record_id; model: whose answers these are."""

    model: ModelRef | None
    stands: Mapping[str, Stand]
    said: Mapping[str, Said]

    def facts(self, record_id: str) -> Facts:
        """Return it for one record."""
        stand = self.stands.get(record_id, NOTHING_SAID)
        return Facts(record_id, said=self.said.get(record_id), stand=stand)


# Filling


def list_names(folder: Path, paths: tuple[Path, ...], _task: Task) -> ListedRecords:
    """Return the records of a folder with their names; what is kept of them needs all of it."""
    return ListedRecords.of(folder.absolute(), tuple(path.absolute() for path in paths))


def model_of_lists(question: jobs.Question) -> ModelRef | None:
    """Return the model that judges the records of a list, None where there is none.

    The chosen one, or that for most records. Raises EcgError where it judges single beats.
    """
    from ecgviewer.core.card import OF_BEATS
    from ecgviewer.inference import library

    name = question.model or library.usual_model()
    if name is None:
        return None
    card = library.read_card(name)
    if card.input.windows in OF_BEATS:
        raise EcgError(
            tr(
                "The model {model} judges single beats: choose another one to analyse a list.",
                model=name,
            )
        )
    return ModelRef(card.name, card.weights_sha256)


def _model_if_any(question: jobs.Question) -> ModelRef | None:
    try:
        return model_of_lists(question)
    except EcgError:
        # Whoever has the list analysed is told what is wrong with the model.
        return None


def read_known(reading: Reading, _task: Task) -> Known:
    """Return all that the review file tells of records for a reader."""
    model = _model_if_any(reading.question)
    with reading.file.store() as store:
        summaries = store.summaries(reading.reader, reading.role) if reading.reader else ()
        answers = store.answers(model) if model is not None else iter(())
        return Known(
            model,
            {one.record_id: Stand.of_summary(one) for one in summaries},
            {one.record_id: Said.of(one) for one in answers},
        )


def fill(
    records: ListedRecords, file: ReviewFile, known: Known, gate: Gate, publish: Publish,
    task: Task,
) -> str:  # fmt: skip
    """Find out what each record is and what is said of it; known files are not opened.

    Returns what is wrong with the reader's own table of labels, "" where nothing is.
    """
    from ecgviewer.study.references import ReferenceTables

    with file.store() as store:
        listed = dict(store.listing.below(records.folder))
    labels = _Labels(records, file, ReferenceTables())
    new: list[ListedFile] = []
    batches = Batches(publish, lambda: keep_listed(file, new), len(records.paths))
    for row, path in enumerate(records.paths):
        gate.pass_through(task)
        task.step(row, len(records.paths))
        found = listed.get(str(path))
        if found is None or not found.is_current:
            found = _look_at(path)
            new.append(found)
        batches.add(row, _facts(found, labels.reference(row, found), known), row + 1)
    keep_listed(file, new)
    batches.tell(len(records.paths))
    return labels.problem


def _facts(found: "ListedFile", reference: Reference, known: Known) -> Facts:
    told = known.facts(found.record_id) if found.record_id is not None else Facts()
    return replace(
        told,
        reference=reference,
        grade=Grade(found.grade) if found.grade is not None else None,
        grade_words=found.grade_words,
        problem=found.problem,
    )


def _look_at(path: Path) -> "ListedFile":
    """Open a record and note what it is; no sample is read."""
    from ecgviewer.io.open import open_record
    from ecgviewer.review.listing_store import ListedFile, files_beside, stamp_of
    from ecgviewer.study.references import said_by

    try:
        record = open_record(path)
    except EcgError as error:
        return ListedFile(path, stamp_of(path, ()), problem=str(error))
    files = files_beside(record)
    return ListedFile(path, stamp_of(path, files), files, record.record_id, said_by(record))


class _Labels:
    """The reference labels of a list: those of the reader's own table first."""

    def __init__(self, records: ListedRecords, file: ReviewFile, tables: "ReferenceTables") -> None:
        self._records, self._tables = records, tables
        self._own, self.problem = _own_labels(records.folder, file)

    def reference(self, row: int, found: "ListedFile") -> Reference:
        """Return what is stated of a row."""
        from ecgviewer.study.references import of_labels

        name = self._records.names[row]
        own = self._own.get(name.replace("\\", "/")) or self._own.get(Path(name).name)
        if own is not None:
            return of_labels(own)
        try:
            return self._tables.reference(found.path, found.said)
        except EcgError as error:
            return Reference(words=str(error))


def _own_labels(folder: Path, file: ReviewFile) -> tuple[Mapping[str, tuple[str, ...]], str]:
    """Return the labels of the table that a reader chose for a folder, or what is wrong with it."""
    from ecgviewer.review.reference_csv import read_reference_csv

    with file.store() as store:
        path = store.listing.label_file(folder)
    if path is None:
        return {}, ""
    try:
        return read_reference_csv(path), ""
    except EcgError as error:
        return {}, tr("{problem} The records' own labels are shown.", problem=error_words(error))


@dataclass(frozen=True, slots=True)
class ChosenLabels:
    """A table of labels that was taken: how many of its records are in the list."""

    path: Path
    n_found: int
    n_named: int


def choose_labels(
    records: ListedRecords, file: ReviewFile, path: Path, _task: Task
) -> ChosenLabels:
    """Take a table as the reference of a list from now on.

    Raises EcgError where it is no such table, or names no record of the list.
    """
    from ecgviewer.review.reference_csv import read_reference_csv

    labels = read_reference_csv(path)
    names = {key for name in records.names for key in (name.replace("\\", "/"), Path(name).name)}
    n_found = len(names & labels.keys())
    if not n_found:
        raise EcgError(
            tr(
                "{file} names no record of {folder}: its column record must hold their names.",
                file=path.name,
                folder=records.folder.name,
            )
        )
    with file.store() as store:
        store.listing.keep_label_file(records.folder, path)
    return ChosenLabels(path, n_found, len(labels))


def forget_labels(records: ListedRecords, file: ReviewFile, _task: Task) -> None:
    """Take the records' own labels as the reference of a list again."""
    with file.store() as store:
        store.listing.keep_label_file(records.folder, None)


# Answers


@dataclass(frozen=True, eq=False)
class ArchiveList:
    """Records of an archive whose answers were taken into the review file.

    model: whose answers these are where lists would ask another one, else None.
    """

    folder: Path
    paths: tuple[Path, ...]
    model: str | None


def take_archive(
    outs: Sequence[Path], found: frozenset[str], file: ReviewFile, task: Task
) -> ArchiveList:
    """Keep the answers that `ecgviewer analyze --out` has written; return their records."""
    from ecgviewer.inference import library
    from ecgviewer.study.archive_worklist import take_answers

    with file.store() as store:
        taken = take_answers(outs, found, store, task)
    usual, known = library.usual_model(), library.available_models()
    others = [name for name in taken.models if name != usual and name in known]
    model = others[0] if others and usual not in taken.models else None
    return ArchiveList(taken.folder, taken.paths, model)


def keep_answer(
    file: ReviewFile, pending: Sequence[tuple[Record, KeptAnswer]], _task: Task
) -> tuple[tuple[str, ModelRef], ...]:
    """Keep what models said of records; return whose answers, by record_id and model."""
    from ecgviewer.review.store import KnownRecord

    with file.store() as store:
        store.keep_records([KnownRecord.of(record) for record, _ in pending])
        store.keep_answers([answer for _, answer in pending])
    return tuple((answer.record_id, answer.model) for _, answer in pending)


def analyse_all(
    records: ListedRecords, rows: Sequence[int], question: jobs.Question, file: ReviewFile,
    gate: Gate, publish: Publish, task: Task,
) -> int:  # fmt: skip
    """Have a model judge some records, those that it has judged already left out.

    Every few seconds the answers are kept, so that stopping loses next to nothing. Records
    of one or two leads are for scanning and left out. Returns how many cannot be judged.
    """
    reference = model_of_lists(question)
    if reference is None:
        raise EcgError(tr("No model is installed: nothing can be analysed."))
    gate.pass_through(task)
    model = jobs.loaded(reference.name, question.device)
    with file.store() as store:
        answered = {one.record_id: Said.of(one) for one in store.answers(reference)}
    pending: list[tuple[Record, KeptAnswer]] = []
    n_failed = 0

    def keep() -> None:
        if pending:
            keep_answer(file, pending, task)
            pending.clear()

    batches = Batches(publish, keep, len(rows))
    try:
        for done, (row, path) in enumerate((row, records.paths[row]) for row in rows):
            gate.pass_through(task)
            task.step(done, len(rows))
            facts, kept = _ask(path, model, reference, answered, GatedTask(gate, task))
            pending.extend(kept)
            n_failed += facts.problem is not None
            batches.add(row, facts, done + 1)
    finally:
        # Also where the reader stops: what is known stays known.
        keep()
    batches.tell(len(rows))
    return n_failed


def _ask(
    path: Path,
    model: "LoadedModel",
    reference: ModelRef,
    answered: Mapping[str, Said],
    task: Task,
) -> tuple[Facts, Iterator[tuple[Record, KeptAnswer]]]:
    """Return what a model says of a record, and what of it is new; a problem where it fails."""
    from ecgviewer.inference.predict import analyze
    from ecgviewer.io.open import open_record

    try:
        record = open_record(path)
        if record.record_id in answered:
            return Facts(record.record_id, said=answered[record.record_id]), iter(())
        if is_for_scanning(record):
            return Facts(record.record_id, said=_SCANNED_INSTEAD), iter(())
        analysis = analyze(model, record, task)
    except EcgError as error:
        return Facts(problem=str(error)), iter(())
    answer = KeptAnswer.of(record.record_id, reference, analysis, datetime.now(UTC))
    return Facts(record.record_id, said=Said.of(answer)), iter([(record, answer)])


def is_for_scanning(record: Record) -> bool:
    """Whether a record has so few leads that its beats are judged instead."""
    from ecgviewer.inference.lead_choice import ecg_lead_names
    from ecgviewer.signal.leads import are_of_a_recorder

    return are_of_a_recorder(ecg_lead_names(record))
