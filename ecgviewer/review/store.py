"""Keeps reviews in one SQLite file: what is kept stays, whatever happens afterwards."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import ModelRef, Role, Step
from ecgviewer.review.known import KnownRecord, places, read_path, written_path
from ecgviewer.review.listing_store import ListingStore
from ecgviewer.review.opening import Access, open_file
from ecgviewer.review.rows import answer_of, answer_text, json_text, read_steps
from ecgviewer.review.sentences import in_words
from ecgviewer.review.summaries import Summary, summaries
from ecgviewer.review.transaction import transaction

__all__ = ["Access", "KnownRecord", "ReviewStore"]


class ReviewStore:
    """One review file, used by one thread at a time.

    Every ``keep`` returns once the disk has it; a raised EcgError means that nothing of it
    is kept. Steps are added and never changed. notes: sentences about what happened at
    opening, for the reader; rescued: one about damage, "" without. reader: who has the file,
    for others to read. must_exist: a file that is not there is an error, not a new one.
    """

    def __init__(
        self,
        path: Path,
        access: Access = Access.SHARED,
        *,
        reader: str = "",
        must_exist: bool = False,
    ) -> None:
        self.path, self.access = path, access
        with in_words(path):
            self._opened = open_file(path, access, reader, must_exist=must_exist)
        self._file = self._opened.file
        self.notes, self.rescued = self._opened.notes, self._opened.rescued

    def close(self) -> None:
        """Let go of the file: what was written ahead is in it then, and it can be copied."""
        with in_words(self.path):
            self._opened.closing.close()

    # Records, steps

    def keep_record(self, known: KnownRecord) -> None:
        """Note a record, or where it lies now."""
        self.keep_records([known])

    def keep_records(self, known: Iterable[KnownRecord]) -> None:
        """Note many records at once."""
        with self._writing():
            for record in known:
                self._put_record(record)

    def records(self) -> tuple[KnownRecord, ...]:
        """Return all records that are known."""
        folder = self.path.parent
        with in_words(self.path):
            rows = self._file.execute(
                "SELECT record_id, name, path, rate_hz, n_samples, leads FROM records"
            ).fetchall()
        return tuple(
            KnownRecord(
                key, name, read_path(path, folder), rate_hz, n_samples, tuple(json.loads(leads))
            )
            for key, name, path, rate_hz, n_samples, leads in rows
        )

    def find(self, record_id: str) -> Path | None:
        """Return where a record lies, as far as its name tells; None where it is not found.

        A drive that has another name on this machine is seen through. Whoever opens it
        compares its record_id.
        """
        with in_words(self.path):
            query = "SELECT path FROM records WHERE record_id = ?"
            row = self._file.execute(query, (record_id,)).fetchone()
        if row is None:
            return None
        return next((path for path in places(row[0], self.path.parent) if path.is_file()), None)

    def keep(self, step: Step) -> None:
        """Add a step; its record must be known."""
        self.keep_all([step])

    def keep_all(self, steps: Iterable[Step], records: Iterable[KnownRecord] = ()) -> None:
        """Add steps and note records, all or none; steps that are there are passed over."""
        with self._writing():
            for record in records:
                self._put_record(record)
            for step in steps:
                self._put_step(step)

    def steps(self, record_id: str | None = None) -> tuple[Step, ...]:
        """Return all steps, or those of one record, in the order of their time."""
        with in_words(self.path):
            return read_steps(self._file, record_id)

    def readers(self) -> tuple[str, ...]:
        """Return the names of all who have said something."""
        with in_words(self.path):
            rows = self._file.execute("SELECT name FROM readers ORDER BY reader_id").fetchall()
        return tuple(name for (name,) in rows)

    def summaries(self, reader: str, role: Role = Role.READER) -> tuple[Summary, ...]:
        """Return how far one person's reviews have come, of all records they spoke of."""
        with in_words(self.path):
            return summaries(self._file, reader, role)

    @property
    def listing(self) -> ListingStore:
        """What is known of files that were listed before."""
        return ListingStore(self.path, self._file, self._writing)

    # Models' answers

    def keep_answers(self, answers: Iterable[KeptAnswer]) -> None:
        """Keep what a model said of records, in place of what it said before."""
        with self._writing():
            for answer in answers:
                self._put_answer(answer, "TRUE")

    def answers(self, model: ModelRef | None = None) -> Iterator[KeptAnswer]:
        """Yield all kept answers, or those of one model."""
        where = "" if model is None else "WHERE name = ? AND weights_sha256 = ?"
        with in_words(self.path):
            rows = self._file.execute(
                "SELECT record_id, name, weights_sha256, at_utc, content FROM answers"
                f" JOIN models USING (model_id) {where}",
                () if model is None else (model.name, model.weights_sha256),
            )
            for record_id, name, weights, at_utc, content in rows:
                yield answer_of(record_id, ModelRef(name, weights), at_utc, content)

    # Merging

    def merge(self, other: "ReviewStore") -> int:
        """Add all that another file holds and this one lacks; returns how many steps came.

        Merging twice, or both ways, ends in the same. Of answers of one model the newest stays.
        """
        known = {record.record_id for record in self.records()}
        with self._writing():
            before = self._n_steps()
            for record in other.records():
                if record.record_id not in known:
                    self._put_record(record)
            for step in other.steps():
                self._put_step(step)
            for answer in other.answers():
                self._put_answer(answer, "excluded.at_utc > at_utc")
            return self._n_steps() - before

    # Writing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._check_writable()
        with in_words(self.path), transaction(self._file):
            yield

    def _check_writable(self) -> None:
        if self.access is Access.READ_ONLY:
            told = f"{self.path.name} is open to be read only: nothing can be said in it"
            raise EcgError(f"{told}. Open it for writing, or another review file.")
        lock = self._opened.lock
        if lock is not None and (lost := lock.lost_to) is not None:
            raise lost

    def _n_steps(self) -> int:
        return int(self._file.execute("SELECT COUNT(*) FROM steps").fetchone()[0])

    def _put_record(self, known: KnownRecord) -> None:
        self._file.execute(
            "INSERT INTO records (record_id, name, path, rate_hz, n_samples, leads)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record_id)"
            " DO UPDATE SET name = excluded.name, path = excluded.path"
            " WHERE (name, path) <> (excluded.name, excluded.path)",
            (
                known.record_id,
                known.name,
                written_path(known.path, self.path.parent),
                known.rate_hz,
                known.n_samples,
                json.dumps(known.leads),
            ),
        )

    def _put_step(self, step: Step) -> None:
        query = "SELECT 1 FROM steps WHERE step_id = ?"
        if self._file.execute(query, (step.step_id,)).fetchone() is not None:
            return
        # The step that this one takes back may be one that a damaged file has lost.
        row = self._file.execute(
            "INSERT INTO steps (step_id, record_id, reader_id, role, at_utc, model_id, hidden,"
            " undoes) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT step_id FROM steps WHERE step_id = ?))",
            (
                step.step_id,
                step.record_id,
                self._reader_id(step.reader),
                step.role,
                step.at_utc.isoformat(),
                None if step.model is None else self._model_id(step.model),
                int(step.hidden),
                step.undoes,
            ),
        )
        self._file.executemany(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?)",
            [
                (row.lastrowid, place, change.topic, change.about, json_text(change.value))
                for place, change in enumerate(step.changes)
            ],
        )

    def _put_answer(self, answer: KeptAnswer, when: str) -> None:
        self._file.execute(
            "INSERT INTO answers VALUES (?, ?, ?, ?) ON CONFLICT (record_id, model_id)"
            " DO UPDATE SET at_utc = excluded.at_utc, content = excluded.content"
            f" WHERE {when}",
            (
                answer.record_id,
                self._model_id(answer.model),
                answer.at_utc.isoformat(),
                answer_text(answer),
            ),
        )

    def _reader_id(self, name: str) -> int:
        return self._id_of("readers", "reader_id", {"name": name})

    def _model_id(self, model: ModelRef) -> int:
        key = {"name": model.name, "weights_sha256": model.weights_sha256}
        return self._id_of("models", "model_id", key)

    def _id_of(self, table: str, number: str, key: dict[str, str]) -> int:
        """Return the number of a reader or a model, who gets one at first."""
        where = " AND ".join(f"{column} = ?" for column in key)
        values = tuple(key.values())
        query = f"SELECT {number} FROM {table} WHERE {where}"
        row = self._file.execute(query, values).fetchone()
        if row is None:
            insert = f"INSERT INTO {table} ({', '.join(key)}) VALUES ({', '.join('?' * len(key))})"
            return int(self._file.execute(insert, values).lastrowid or 0)
        return int(row[0])
