"""The part of JSON Schema that the program's own schema uses."""

from datetime import datetime
from typing import Any

_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_KNOWN = {
    "$schema", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "format",
}  # fmt: skip


def problems(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Return what is wrong with a value, each with its place."""
    assert set(schema) <= _KNOWN, f"{place}: {set(schema) - _KNOWN} is not checked here"
    found = []
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, one) for one in types):
        return [f"{place}: {value!r} is no {types}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: {value!r} is not among {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{place}: {value!r} is not {schema['const']!r}")
    if schema.get("format") == "date-time":
        assert datetime.fromisoformat(value).tzinfo is not None
    if isinstance(value, dict):
        found += _in_object(value, schema, place)
    if isinstance(value, list) and "items" in schema:
        for at, one in enumerate(value):
            found += problems(one, schema["items"], f"{place}[{at}]")
    return found


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool) and name in ("integer", "number"):
        return False
    return isinstance(value, _TYPES[name])


def _in_object(value: dict[str, Any], schema: dict[str, Any], place: str) -> list[str]:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    found = [
        f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value
    ]
    for name, one in value.items():
        if name in known:
            found += problems(one, known[name], f"{place}.{name}")
        elif rest is False:
            found.append(f"{place}: {name} is not known")
        elif isinstance(rest, dict):
            found += problems(one, rest, f"{place}.{name}")
    return found
