"""The rows of the tables of columns, as plain values by column."""

from collections.abc import Iterator, Mapping
from typing import Any

from ecgviewer.core.review import Region, Review
from ecgviewer.review.class_words import snomed_of, symbol_of, words_of
from ecgviewer.review.handed_on import HandedOn, HandedRecord
from ecgviewer.review.statements import Statement, statements

Row = Mapping[str, Any]


def rows_of(handed: HandedOn) -> dict[str, Iterator[Row]]:
    """Return the rows of every table by the table's key in columns.TABLES."""
    return {
        "": _each(handed, statement_rows),
        "_regions": _each(handed, region_rows),
        "_beats": _each(handed, beat_rows),
        "_records": _each(handed, lambda r, x: [{**review_row(x), **signal_row(r)}]),
    }


def _each(handed: HandedOn, rows: Any) -> Iterator[Row]:
    for record in handed.records:
        for review in record.reviews:
            for row in rows(record, review):
                yield {**record_row(record), **person_row(review), **row}


def record_row(record: HandedRecord) -> Row:
    """Return whose rows these are."""
    return {
        "record_id": record.known.record_id,
        "pseudonym": record.pseudonym,
        "name": record.known.name,
        "path": record.path or None,
    }


def signal_row(record: HandedRecord) -> Row:
    """Return what is known of a record's signals."""
    known = record.known
    return {
        "rate_hz": known.rate_hz,
        "n_samples": known.n_samples,
        "leads": list(known.leads),
    }


def person_row(review: Review) -> Row:
    """Return who speaks."""
    return {"reader": review.reader, "role": str(review.role)}


def statement_rows(record: HandedRecord, review: Review) -> list[Row]:
    """Return one row a class."""
    return [_statement_row(said) for said in statements(review, record.answers)]


def _statement_row(said: Statement) -> Row:
    return {
        "class": said.name,
        "class_name": words_of(said.name) or None,
        "snomed": snomed_of(said.name) or None,
        "stated": _text(said.stated),
        "stated_before": _text(said.before),
        "reasons": [str(reason) for reason in said.reasons],
        "pointing": [f"{method}: {placed}" for method, placed in said.placed.items()],
        "at_utc": said.at_utc.isoformat(),
        "model": said.model and said.model.name,
        "weights_sha256": said.model and said.model.weights_sha256,
        "score": said.score,
        "threshold": said.threshold,
        "found": said.found,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def region_rows(record: HandedRecord, review: Review) -> list[Row]:
    """Return one row a region."""
    return [_region_row(region, record.known.rate_hz) for region in review.regions]


def _region_row(region: Region, rate_hz: float) -> Row:
    return {
        "region": region.region_id,
        "start": region.start,
        "stop": region.stop,
        "start_s": region.start / rate_hz,
        "stop_s": region.stop / rate_hz,
        "leads": list(region.leads),
        "label": region.label or None,
        "comment": region.comment or None,
    }


def beat_rows(record: HandedRecord, review: Review) -> list[Row]:
    """Return one row a beat, in order of time."""
    return [
        {
            "sample": sample,
            "time_s": sample / record.known.rate_hz,
            "label": label,
            "symbol": symbol_of(label),
            "model_label": review.beats_seen.get(sample),
        }
        for sample, label in sorted(review.beats.items())
    ]


def review_row(review: Review) -> Row:
    """Return how a review stands."""
    return {
        "note": review.note or None,
        "flagged": review.flagged,
        "done": review.done,
        "committed": review.committed,
        "n_steps": len(review.steps),
        "first_at_utc": review.steps[0].at_utc.isoformat(),
        "last_at_utc": review.steps[-1].at_utc.isoformat(),
    }
