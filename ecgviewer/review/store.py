"""Keeps reviews in one SQLite file: what is kept stays, whatever happens afterwards."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.record import Record
from ecgviewer.core.review import Change, ModelRef, Role, Step, Topic
from ecgviewer.review.listing_store import ListingStore
from ecgviewer.review.schema import APPLICATION_ID, MIGRATIONS, VERSION
from ecgviewer.review.summaries import Summary, summaries

# So long a second window waits for the first one's write to end.
_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record that is spoken of: by its content, and where it was seen last."""

    record_id: str
    name: str
    path: Path
    rate_hz: float
    n_samples: int
    leads: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> "KnownRecord":
        """Return what a review file knows of an open record."""
        return cls(
            record.record_id,
            record.name,
            record.path,
            record.rate_hz,
            record.n_samples,
            record.lead_names,
        )


class ReviewStore:
    """One review file, used by one thread at a time.

    Every ``keep`` returns once the disk has it; a raised EcgError means that nothing of it
    is kept. Steps are added and never changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(
            path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
        )
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.execute("PRAGMA foreign_keys = ON")
        self._bring_up_to_date()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    # Records, steps

    def keep_record(self, known: KnownRecord) -> None:
        """Note a record, or where it lies now."""
        with self._writing():
            self._put_record(known)

    def keep_records(self, known: Iterable[KnownRecord]) -> None:
        """Note many records at once."""
        with self._writing():
            for record in known:
                self._put_record(record)

    def records(self) -> tuple[KnownRecord, ...]:
        """Return all records that are known."""
        rows = self._file.execute(
            "SELECT record_id, name, path, rate_hz, n_samples, leads FROM records"
        )
        return tuple(
            KnownRecord(key, name, Path(path), rate_hz, n_samples, tuple(json.loads(leads)))
            for key, name, path, rate_hz, n_samples, leads in rows
        )

    def keep(self, step: Step) -> None:
        """Add a step; its record must be known."""
        self.keep_all([step])

    def keep_all(self, steps: Iterable[Step]) -> None:
        """Add steps, all or none; those that the file has already are passed over."""
        with self._writing():
            for step in steps:
                self._put_step(step)

    def steps(self, record_id: str | None = None) -> tuple[Step, ...]:
        """Return all steps, or those of one record, in the order in which they were kept."""
        where, values = ("", ()) if record_id is None else ("WHERE record_id = ?", (record_id,))
        changes: dict[int, list[Change]] = {}
        rows = self._file.execute(
            f"SELECT changes.step, topic, about, value FROM changes JOIN steps USING (step) {where}"
            " ORDER BY changes.step, place",
            values,
        )
        for step, topic, about, value in rows:
            said = None if value is None else json.loads(value)
            changes.setdefault(step, []).append(Change(Topic(topic), about, said))
        rows = self._file.execute(
            "SELECT step, step_id, record_id, readers.name, role, at_utc, models.name,"
            " weights_sha256, hidden, undoes FROM steps JOIN readers USING (reader_id)"
            f" LEFT JOIN models USING (model_id) {where} ORDER BY step",
            values,
        )
        return tuple(_step(row, changes.get(row[0], [])) for row in rows)

    def readers(self) -> tuple[str, ...]:
        """Return the names of all who have said something."""
        rows = self._file.execute("SELECT name FROM readers ORDER BY reader_id")
        return tuple(name for (name,) in rows)

    def summaries(self, reader: str, role: Role = Role.READER) -> tuple[Summary, ...]:
        """Return how far one person's reviews have come, of all records they spoke of."""
        return summaries(self._file, reader, role)

    @property
    def listing(self) -> ListingStore:
        """What is known of files that were listed before."""
        return ListingStore(self._file, self._writing)

    # Models' answers

    def keep_answers(self, answers: Iterable[KeptAnswer]) -> None:
        """Keep what a model said of records, in place of what it said before."""
        with self._writing():
            for answer in answers:
                self._file.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                    (
                        answer.record_id,
                        self._model_id(answer.model),
                        answer.at_utc.isoformat(),
                        json.dumps(_answer_content(answer)),
                    ),
                )

    def answers(self, model: ModelRef | None = None) -> Iterator[KeptAnswer]:
        """Yield all kept answers, or those of one model."""
        where = "" if model is None else "WHERE name = ? AND weights_sha256 = ?"
        rows = self._file.execute(
            "SELECT record_id, name, weights_sha256, at_utc, content FROM answers"
            f" JOIN models USING (model_id) {where}",
            () if model is None else (model.name, model.weights_sha256),
        )
        for record_id, name, weights, at_utc, content in rows:
            yield _answer(record_id, ModelRef(name, weights), at_utc, json.loads(content))

    # Writing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise

    def _bring_up_to_date(self) -> None:
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        for migration in MIGRATIONS[version:]:
            self._file.executescript(f"BEGIN IMMEDIATE; {migration} COMMIT;")
        self._file.execute(f"PRAGMA user_version = {VERSION}")
        self._file.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _put_record(self, known: KnownRecord) -> None:
        self._file.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record_id)"
            " DO UPDATE SET name = excluded.name, path = excluded.path",
            (
                known.record_id,
                known.name,
                str(known.path),
                known.rate_hz,
                known.n_samples,
                json.dumps(known.leads),
            ),
        )

    def _put_step(self, step: Step) -> None:
        row = self._file.execute(
            "INSERT INTO steps (step_id, record_id, reader_id, role, at_utc, model_id, hidden,"
            " undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (step_id) DO NOTHING",
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
        if row.rowcount == 0:
            return
        self._file.executemany(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?)",
            [
                (row.lastrowid, place, change.topic, change.about, _text(change.value))
                for place, change in enumerate(step.changes)
            ],
        )

    def _reader_id(self, name: str) -> int:
        self._file.execute(
            "INSERT INTO readers (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,)
        )
        query = "SELECT reader_id FROM readers WHERE name = ?"
        return int(self._file.execute(query, (name,)).fetchone()[0])

    def _model_id(self, model: ModelRef) -> int:
        key = (model.name, model.weights_sha256)
        self._file.execute(
            "INSERT INTO models (name, weights_sha256) VALUES (?, ?)"
            " ON CONFLICT (name, weights_sha256) DO NOTHING",
            key,
        )
        query = "SELECT model_id FROM models WHERE name = ? AND weights_sha256 = ?"
        return int(self._file.execute(query, key).fetchone()[0])


def _text(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _step(row: tuple[Any, ...], changes: list[Change]) -> Step:
    _, step_id, record_id, reader, role, at_utc, model, weights, hidden, undoes = row
    return Step(
        record_id,
        reader,
        datetime.fromisoformat(at_utc),
        tuple(changes),
        Role(role),
        None if model is None else ModelRef(model, weights),
        bool(hidden),
        undoes,
        step_id,
    )


def _answer_content(answer: KeptAnswer) -> dict[str, Any]:
    return {
        "scores": dict(answer.scores),
        "thresholds": dict(answer.thresholds),
        "found": list(answer.found),
        "unfamiliar": answer.unfamiliar,
        "missing_leads": list(answer.missing_leads),
        "excluded_by": dict(answer.excluded_by),
    }


def _answer(record_id: str, model: ModelRef, at_utc: str, content: dict[str, Any]) -> KeptAnswer:
    return KeptAnswer(
        record_id,
        model,
        datetime.fromisoformat(at_utc),
        content["scores"],
        content["thresholds"],
        tuple(content["found"]),
        content["unfamiliar"],
        tuple(content["missing_leads"]),
        content["excluded_by"],
    )
