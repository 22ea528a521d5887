"""What readers corrected, as something to learn from: read from exports and review files."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.review.export import read_reviews_file
from ecgviewer.review.export_training import FORMAT, FORMAT_VERSION, training_document
from ecgviewer.review.handed_on import Wish, hand_on, held_in

REVIEW_FILE: Final = ".ecgreview"


@dataclass(frozen=True, slots=True)
class ReviewedRecord:
    """One record as readers see it.

    labels: 1, 0 or None (nobody is sure, or readers differ) by class. beats: the labels of
    beats by their samples. name, path: "" where they were not told.
    """

    record_id: str
    name: str
    path: str
    rate_hz: float
    labels: Mapping[str, int | None]
    beats: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Reviews:
    """All that is learnt from reviews. sha256: of each file that they came from."""

    records: tuple[ReviewedRecord, ...]
    n_readers: int
    sha256: tuple[str, ...]


def read_reviews(paths: Sequence[Path]) -> Reviews:
    """Read training exports and review files; of a record in several, the last one counts.

    Raises EcgError where a file is neither, or holds nothing to learn from.
    """
    records: dict[str, ReviewedRecord] = {}
    n_readers, hashes = 0, []
    for path in paths:
        document = _document(path)
        for fields in document["records"]:
            record = _record(fields, path)
            records[record.record_id] = record
        n_readers += len(document["readers"])
        hashes.append(_hash(document["records"]))
    return Reviews(tuple(records.values()), n_readers, tuple(hashes))


def _hash(records: Sequence[Mapping[str, Any]]) -> str:
    """Return the hash of what is said; a file's own bytes also tell when it was opened."""
    told = json.dumps(records, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _document(path: Path) -> Mapping[str, Any]:
    if path.suffix.lower() == REVIEW_FILE:
        with closing(read_reviews_file(path)) as store:
            held = held_in(store)
        return training_document(hand_on(held, Wish(identifiers=True), Task()))
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EcgError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise _no_export(path) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _no_export(path)
    if document.get("format_version") != FORMAT_VERSION:
        raise EcgError(
            f"{path.name} has version {document.get('format_version')} of the format, known is "
            f"{FORMAT_VERSION}: export it again with this program."
        )
    if not isinstance(document.get("records"), list) or not isinstance(
        document.get("readers"), list
    ):
        raise _no_export(path)
    return document


def _no_export(path: Path) -> EcgError:
    return EcgError(
        f"{path.name} holds no reviews to learn from: give a review file ({REVIEW_FILE}) or what "
        "`ecgviewer export --to training` wrote."
    )


def _record(fields: Any, path: Path) -> ReviewedRecord:
    try:
        record = ReviewedRecord(
            record_id=str(fields["record_id"]),
            name=fields["name"] or "",
            path=fields["path"] or "",
            rate_hz=float(fields["rate_hz"]),
            labels={label: _cell(value) for label, value in fields["labels"].items()},
            beats={int(beat["sample"]): str(beat["label"]) for beat in fields["beats"]},
        )
        whole = (fields["start"], fields["stop"]) == (0, fields["n_samples"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _no_export(path) from error
    if not whole:
        raise EcgError(
            f"{path.name} holds labels of a part of a record ({record.record_id[:10]}…), and only "
            "whole records can be learnt from."
        )
    return record


def _cell(value: Any) -> int | None:
    if value is None:
        return None
    if value in (0, 1):
        return int(value)
    raise ValueError(f"{value!r} is no label")
