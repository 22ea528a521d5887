"""Reviews as one JSON document, with their whole histories."""

import json
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.review import Review, Step
from ecgviewer.review.export_rows import (
    beat_rows,
    person_row,
    record_row,
    region_rows,
    review_row,
    signal_row,
    statement_rows,
)
from ecgviewer.review.handed_on import HandedOn, HandedRecord

FORMAT: Final = "ecgviewer reviews"
FORMAT_VERSION: Final = 1
STEM = "reviews"


def json_files(handed: HandedOn, out: Path) -> dict[Path, bytes]:
    """Return the content of the document by its path; out: a folder, or that path."""
    path = out if out.suffix.lower() == ".json" else out / f"{STEM}.json"
    text = json.dumps(document(handed), ensure_ascii=False, indent=1)
    return {path: f"{text}\n".encode()}


def document(handed: HandedOn) -> dict[str, Any]:
    """Return what the schema in resources/schema/review_export.json describes."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "program": f"ecgviewer {version('ecgviewer')}",
        "exported_at_utc": datetime.now(UTC).isoformat(timespec="seconds"),
        "identifiers": handed.identifiers,
        "readers": list(handed.readers),
        "records": [_record(record) for record in handed.records],
    }


def _record(record: HandedRecord) -> dict[str, Any]:
    return {
        **record_row(record),
        **signal_row(record),
        "answers": [_answer(answer) for answer in record.answers],
        "reviews": [_review(record, review) for review in record.reviews],
    }


def _answer(answer: KeptAnswer) -> dict[str, Any]:
    return {
        "model": answer.model.name,
        "weights_sha256": answer.model.weights_sha256,
        "at_utc": answer.at_utc.isoformat(),
        "scores": dict(answer.scores),
        "thresholds": dict(answer.thresholds),
        "found": list(answer.found),
        "unfamiliar": answer.unfamiliar,
        "missing_leads": list(answer.missing_leads),
    }


def _review(record: HandedRecord, review: Review) -> dict[str, Any]:
    return {
        **person_row(review),
        **review_row(review),
        "statements": statement_rows(record, review),
        "regions": region_rows(record, review),
        "beats": beat_rows(record, review),
        "history": [_step(step) for step in review.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "step_id": step.step_id,
        "at_utc": step.at_utc.isoformat(),
        "model": step.model and step.model.name,
        "weights_sha256": step.model and step.model.weights_sha256,
        "hidden": step.hidden,
        "undoes": step.undoes,
        "changes": [
            {"topic": str(change.topic), "about": change.about, "value": change.value}
            for change in step.changes
        ],
    }
