"""Reviews as something to learn from: one JSON document that ``ecgviewer train`` takes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Review
from ecgviewer.review.agreed import agreed
from ecgviewer.review.export_rows import record_row, signal_row
from ecgviewer.review.handed_on import HandedOn, HandedRecord
from ecgviewer.review.statements import answer_of, model_seen

FORMAT: Final = "ecgviewer training reviews"
FORMAT_VERSION: Final = 1
STEM = "training"


def training_files(handed: HandedOn, out: Path) -> dict[Path, bytes]:
    """Return the content of the document by its path; out: a folder, or that path.

    Raises EcgError where no class and no beat is spoken of.
    """
    path = out if out.suffix.lower() == ".json" else out / f"{STEM}.json"
    text = json.dumps(training_document(handed), ensure_ascii=False, indent=1)
    return {path: f"{text}\n".encode()}


def training_document(handed: HandedOn) -> dict[str, Any]:
    """Return all records of which a class or a beat is spoken of.

    Each has: record_id, pseudonym, name, path (null where it is not told), start and stop
    (samples; reviews speak of the whole record), rate_hz, n_samples, leads; model (name,
    weights_sha256, scores, thresholds, found, or null); labels (1, 0 or null by class),
    truth (whose word each rests on), beats (sample, label, and the model's or null), readers.
    """
    records = [row for record in handed.records if (row := _record(record)) is not None]
    if not records:
        raise EcgError(
            "No class and no beat is spoken of in these reviews, so there is nothing to learn from."
        )
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "identifiers": handed.identifiers,
        "readers": list(handed.readers),
        "records": records,
    }


def _record(record: HandedRecord) -> Mapping[str, Any] | None:
    said = agreed(record.reviews)
    if not said.labels and not said.beats:
        return None
    seen = {at: label for review in record.reviews for at, label in review.beats_seen.items()}
    return {
        **record_row(record),
        "start": 0,
        "stop": record.known.n_samples,
        **signal_row(record),
        "model": _model(record, record.reviews[-1]),
        "labels": said.labels,
        "truth": said.basis,
        "beats": [
            {"sample": sample, "label": label, "model_label": seen.get(sample)}
            for sample, label in said.beats.items()
        ],
        "readers": list(said.readers),
    }


def _model(record: HandedRecord, review: Review) -> Mapping[str, Any] | None:
    model = model_seen(review, record.answers)
    if model is None:
        return None
    answer = answer_of(model, record.answers)
    return {
        "name": model.name,
        "weights_sha256": model.weights_sha256,
        "scores": dict(answer.scores) if answer else {},
        "thresholds": dict(answer.thresholds) if answer else {},
        "found": list(answer.found) if answer else [],
    }
