"""Reads a table of reference labels that a reader has: one record a row."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ecgviewer.core.errors import EcgError

_RECORD = ("record", "name", "file", "filename", "recording")
_LABELS = ("label", "labels", "reference", "dx", "diagnosis", "class", "classes")
_MOST_BYTES = 200_000_000
# Within a field several labels are set apart by one of these.
_APART = re.compile(r"[;|/+]")


def read_reference_csv(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the labels of each record, by its name without ending: {"a/17": ("AF", "PVC")}.

    The first row names the columns: one of the record's names, and one or more of labels
    ("label", "label_2"); several labels of one field are separated by ";", "|", "/" or "+".
    Records of several rows have the labels of all. Raises EcgError with the file's name.
    """
    rows = csv.reader(io.StringIO(_text(path)), _dialect(path))
    try:
        heading = [name.strip().lower() for name in next(rows, [])]
        record, labels = _columns(path, heading)
        found: dict[str, tuple[str, ...]] = {}
        for row in rows:
            name = _bare(row[record]) if record < len(row) else ""
            if name:
                said = _labels(row[at] for at in labels if at < len(row))
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), *said)))
    except csv.Error as error:
        raise EcgError(f"{path.name} is no table: {error} in line {rows.line_num}.") from error
    if not found:
        raise EcgError(f"{path.name} has a heading but no record below it.")
    return found


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise EcgError(f"{path.name} cannot be opened: {error.strerror or error}.") from error
    if len(content) > _MOST_BYTES:
        raise EcgError(f"{path.name} is larger than any table of labels.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EcgError(f"{path.name} is no text in UTF-8: save the table as CSV.") from error


def _dialect(path: Path) -> type[csv.Dialect]:
    """Return how fields are set apart: by tabs in a .tsv, else by what the heading shows."""
    if path.suffix.lower() in (".tsv", ".tab"):
        return csv.excel_tab
    heading = _text(path).split("\n", 1)[0]

    class Apart(csv.excel):
        delimiter = ";" if ";" in heading and "," not in heading else ","

    return Apart


def _columns(path: Path, heading: list[str]) -> tuple[int, list[int]]:
    record = next((heading.index(name) for name in _RECORD if name in heading), None)
    labels = [at for at, name in enumerate(heading) if re.sub(r"[ _-]?\d+$", "", name) in _LABELS]
    if record is None or not labels:
        missing = "record" if record is None else "label"
        raise EcgError(
            f"{path.name} has no column “{missing}”: its first row must name the columns "
            "record and label."
        )
    return record, labels


def _bare(name: str) -> str:
    """Return a record's name with forward slashes and without a known ending."""
    plain = name.strip().replace("\\", "/").removeprefix("./")
    return re.sub(r"\.(hea|dat|mat)$", "", plain, flags=re.IGNORECASE)


def _labels(fields: Iterable[str]) -> list[str]:
    parts = (part.strip() for field in fields for part in _APART.split(field))
    return [part for part in parts if part]
