"""Steps and models' answers as the rows of a review file's tables, and back."""

import json
import sqlite3
from datetime import datetime
from typing import Any

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import Change, ModelRef, Role, Step, Topic

_CHANGES = "SELECT changes.step, topic, about, value FROM changes{} ORDER BY changes.step, place"
_STEPS = (
    "SELECT step, step_id, record_id, readers.name, role, at_utc, models.name, weights_sha256,"
    " hidden, undoes FROM steps JOIN readers USING (reader_id) LEFT JOIN models USING (model_id)"
    " {} ORDER BY step"
)


def read_steps(file: sqlite3.Connection, record_id: str | None) -> tuple[Step, ...]:
    """Return all steps, or those of one record, in the order of their time.

    Of the same time, they come as they were kept. Files that were merged tell the same story,
    whichever was merged into which.
    """
    of_one = (" JOIN steps USING (step) WHERE record_id = ?", "WHERE record_id = ?")
    (join, where), values = (("", ""), ()) if record_id is None else (of_one, (record_id,))
    changes: dict[int, list[Change]] = {}
    for step, topic, about, value in file.execute(_CHANGES.format(join), values):
        changes.setdefault(step, []).append(Change(Topic(topic), about, json_value(value)))
    rows = file.execute(_STEPS.format(where), values)
    steps = [_step(row, changes.get(row[0], [])) for row in rows]
    return tuple(sorted(steps, key=lambda step: step.at_utc))


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


def json_text(value: Any) -> str | None:
    """Return what a change says as it stands in the table; NULL takes back."""
    return None if value is None else json.dumps(value, ensure_ascii=False)


def json_value(text: str | None) -> Any:
    """Return what a change of the table says."""
    return None if text is None else json.loads(text)


def answer_text(answer: KeptAnswer) -> str:
    """Return what a model said as it stands in the table."""
    return json.dumps(
        {
            "scores": dict(answer.scores),
            "thresholds": dict(answer.thresholds),
            "found": list(answer.found),
            "unfamiliar": answer.unfamiliar,
            "missing_leads": list(answer.missing_leads),
            "excluded_by": dict(answer.excluded_by),
        }
    )


def answer_of(record_id: str, model: ModelRef, at_utc: str, text: str) -> KeptAnswer:
    """Return what a model said by its row."""
    content = json.loads(text)
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
