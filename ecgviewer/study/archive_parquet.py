"""Answers as Parquet: the fields of the JSON lines under the same names."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    import pyarrow as pa

ABSENT = (
    "Parquet needs pyarrow, which is not installed: `pip install ecgviewer[archive]` adds it; "
    "JSON lines need nothing."
)


def refuse_without_pyarrow() -> None:
    """Raise EcgError where Parquet cannot be written."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise EcgError(ABSENT)


def write_parquet(answers: Sequence[dict[str, Any]], path: Path) -> None:
    """Write the answers of a part, compressed; raises EcgError without pyarrow."""
    refuse_without_pyarrow()
    import pyarrow as pa
    from pyarrow import parquet

    rows = [{**answer, "analysed_at": _time(answer["analysed_at"])} for answer in answers]
    table = pa.Table.from_pylist(rows, schema=answer_schema())
    parquet.write_table(table, path, compression="zstd")


def answer_schema() -> "pa.Schema":
    """Return the columns; scores and thresholds are maps, for models differ in their labels."""
    import pyarrow as pa

    by_label = pa.map_(pa.string(), pa.float64())
    words = pa.list_(pa.string())
    window = pa.struct([("start_s", pa.float64()), ("stop_s", pa.float64()), ("scores", by_label)])
    return pa.schema(
        [
            ("record", pa.string()),
            ("fs_hz", pa.float64()),
            ("leads", words),
            ("missing_leads", words),
            ("seconds", pa.float64()),
            ("model", pa.string()),
            ("labels", words),
            ("scores", by_label),
            ("thresholds", by_label),
            ("findings", words),
            ("unfamiliar", pa.float64()),
            ("unfamiliar_reason", pa.string()),
            ("windows", pa.list_(window)),
            ("error", pa.string()),
            ("record_id", pa.string()),
            ("weights_sha256", pa.string()),
            ("analysed_at", pa.timestamp("us", tz="UTC")),
            ("excluded_by", pa.map_(pa.string(), pa.string())),
            ("is_unfamiliar", pa.bool_()),
        ]
    )


def _time(text: str) -> Any:
    from datetime import datetime

    return datetime.fromisoformat(text)
