"""What exported files hold: a page for people, and a JSON Schema for programs."""

from collections.abc import Sequence
from typing import Any, Final

from ecgviewer.core.review import Topic
from ecgviewer.review.columns import (
    BEAT,
    INTEGER,
    MEANINGS,
    NUMBER,
    PERSON,
    RECORD,
    REGION,
    REVIEW,
    SIGNAL,
    STATEMENT,
    TABLES,
    TEXTS,
    TIME,
    YES_NO,
    Column,
)
from ecgviewer.review.export_csv import BETWEEN, STEM
from ecgviewer.review.export_json import FORMAT, FORMAT_VERSION

_TYPES: Final = {NUMBER: "number", INTEGER: "integer", YES_NO: "boolean", TEXTS: "array"}
_TEXT: Final = {"type": "string"}
_TIME: Final = {"type": "string", "format": "date-time"}
_PERHAPS_TEXT: Final = {"type": ["string", "null"]}
_SCORES: Final = {"type": "object", "additionalProperties": {"type": "number"}}


def schema_page() -> str:
    """Return the columns of all CSV tables, in words."""
    lines = ["Tables of `ecgviewer export --to csv` (UTF-8, comma, one header line)."]
    for ending, columns in TABLES.items():
        lines += ["", f"{STEM}{ending}.csv: {MEANINGS[ending]}"]
        width = max(len(column.name) for column in columns)
        lines += [f"  {column.name:<{width}}  {_in_words(column)}" for column in columns]
    return "\n".join(lines)


def _in_words(column: Column) -> str:
    kinds = {TIME: "ISO 8601, UTC", YES_NO: "yes or no", TEXTS: f'joined by "{BETWEEN}"'}
    told = [kinds[column.kind]] if column.kind in kinds else []
    told += [" | ".join(column.among)] if column.among else []
    told += ["may be empty"] if column.may_be_empty else []
    return f"{column.words} ({'; '.join(told)})" if told else column.words


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``ecgviewer export --to json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reviews of ECG records, as ecgviewer exports them",
        **_object(
            {
                "format": {"const": FORMAT},
                "format_version": {"const": FORMAT_VERSION},
                "program": _TEXT,
                "exported_at_utc": _TIME,
                "identifiers": {"type": "boolean"},
                "readers": _list(_TEXT),
                "records": _list(_record()),
            }
        ),
    }


def _record() -> dict[str, Any]:
    return _object(
        {
            **_of_columns((*RECORD, *SIGNAL)),
            "answers": _list(_answer()),
            "reviews": _list(_review()),
        }
    )


def _answer() -> dict[str, Any]:
    return _object(
        {
            "model": _TEXT,
            "weights_sha256": _TEXT,
            "at_utc": _TIME,
            "scores": _SCORES,
            "thresholds": _SCORES,
            "found": _list(_TEXT),
            "unfamiliar": {"type": "boolean"},
            "missing_leads": _list(_TEXT),
        }
    )


def _review() -> dict[str, Any]:
    return _object(
        {
            **_of_columns((*PERSON, *REVIEW)),
            "statements": _list(_object(_of_columns(STATEMENT))),
            "regions": _list(_object(_of_columns(REGION))),
            "beats": _list(_object(_of_columns(BEAT))),
            "history": _list(_step()),
        }
    )


def _step() -> dict[str, Any]:
    change = {
        "topic": {"type": "string", "enum": [str(topic) for topic in Topic]},
        "about": _TEXT,
        "value": {"description": "as the topic has it; null takes back what was said"},
    }
    return _object(
        {
            "step_id": _TEXT,
            "at_utc": _TIME,
            "model": _PERHAPS_TEXT,
            "weights_sha256": _PERHAPS_TEXT,
            "hidden": {"type": "boolean", "description": "the model's answer was hidden"},
            "undoes": {**_PERHAPS_TEXT, "description": "the step that this one takes back"},
            "changes": _list(_object(change)),
        }
    )


def _of_columns(columns: Sequence[Column]) -> dict[str, Any]:
    return {column.name: _property(column) for column in columns}


def _property(column: Column) -> dict[str, Any]:
    kind = _TYPES.get(column.kind, "string")
    among = [*column.among, None] if column.may_be_empty else list(column.among)
    found: dict[str, Any] = {"description": column.words}
    found["type"] = [kind, "null"] if column.may_be_empty else kind
    if column.kind == TIME:
        found["format"] = "date-time"
    if kind == "array":
        found["items"] = {**_TEXT, **({"enum": list(column.among)} if column.among else {})}
    elif column.among:
        found["enum"] = among
    return found


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
