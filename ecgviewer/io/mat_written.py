"""What the program's own MAT files hold beside the signal: annotations and the start.

Their writer says how these are laid out.
"""

from dataclasses import replace
from datetime import datetime

import numpy as np

from ecgviewer.core.annotation_table import NO_PEAK, AnnotationTable, Coded
from ecgviewer.io.mat_facts import numbers_in
from ecgviewer.io.mat_layouts import Layout
from ecgviewer.io.mat_tree import Struct

_MOST = 2_000_000


def annotations_in(layout: Layout) -> AnnotationTable | None:
    """Return the annotations of the field of that name, None where it holds none that fit.

    Those that lie outside the record are left out.
    """
    fields = layout.fields.get("annotations")
    if not isinstance(fields, dict):
        return None
    start, stop, peak = (numbers_in(fields.get(name), _MOST) for name in ("start", "stop", "peak"))
    label, lead, source, text = (
        _column(fields, name, start.size) for name in ("label", "lead", "annotator", "text")
    )
    if not start.size or not start.size == stop.size == peak.size:
        return None
    if label is None or lead is None or source is None or text is None:
        return None
    # MATLAB counts from one; 0 stands for no peak, and NaN for nothing at all.
    start, stop, peak = (np.nan_to_num(np.clip(x, 0, 2**53), nan=0.0) for x in (start, stop, peak))
    table = AnnotationTable(
        start.astype(np.int64) - 1,
        stop.astype(np.int64) - 1,
        np.where(peak >= 1, peak.astype(np.int64) - 1, NO_PEAK),
        label,
        replace(lead, values=tuple(value or None for value in lead.values)),
        source,
        {row: told for row in range(start.size) if (told := text.at(row))},
    )
    fits = (table.start >= 0) & (table.start <= table.stop) & (table.stop <= layout.n_samples)
    return table.taken(np.flatnonzero(fits))


def _column(fields: Struct, name: str, n_rows: int) -> Coded | None:
    """Return a column of texts: its different values, and for each row which it is."""
    names, codes = fields.get(f"{name}_names"), numbers_in(fields.get(name), _MOST)
    if not isinstance(names, tuple) or codes.size != n_rows:
        return None
    values = tuple(text.strip() if isinstance(text, str) else "" for text in names)
    if not np.all((codes >= 1) & (codes <= len(values))):
        return None
    return Coded(values, codes.astype(np.int64) - 1)


def start_in(layout: Layout) -> datetime | None:
    """Return when the recording began, None where no field says it as ISO 8601 does."""
    text = layout.fields.get("starttime")
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None
