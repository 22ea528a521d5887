"""Reports for tests: of a record with known heights, with all that a report can say."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from ecgviewer.core.record import Record
from ecgviewer.core.review import Change, Placed, Reason, Region, Review, Step, Topic, review_of
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.pdf_reader import PdfPage, Stroke

NAME, COMMENT, DAY = "SmithJohn1957", "Admitted from Ward Nine", "1998-03-17"
TRACE_MM, LARGE_MM = 0.3, 0.2


def write_steps(folder: Path, name: str = NAME) -> Path:
    """Write ten seconds of twelve leads: each second 1 mV for 200 ms, else 0 mV."""
    time_s = np.arange(5000) / 500
    high = ((time_s % 1) < 0.2).astype(np.float32)
    folder.mkdir(exist_ok=True)
    write_record(
        folder / name,
        np.tile(high, (12, 1)),
        500.0,
        STANDARD_LEADS,
        comments=(COMMENT, "<age>: 41"),
    )
    header = folder / f"{name}.hea"
    first, rest = header.read_text().split("\n", 1)
    header.write_text(f"{first} 10:20:30 17/03/1998\n{rest}")
    return header


def said(record_id: str) -> Review:
    """What a reader said: classes, a reason, where the map lay, regions, a note."""
    region = Region(500, 1500, ("II", "V1"), "AF", f"see {NAME}, no P waves")
    changes = (
        Change(Topic.CLASS, "AF", "present"),
        Change(Topic.CLASS, "PVC", "absent"),
        Change(Topic.CLASS, "STD", "unsure"),
        Change(Topic.REASON, "PVC", [Reason.NOISE]),
        Change(Topic.POINTING, "AF", {"gradcam": Placed.PARTLY}),
        Change(Topic.REGION, "r1", region.as_value()),
        Change(Topic.NOTE, "", f"Tracing of {NAME} of {DAY}: irregular."),
        Change(Topic.DONE, "", value=True),
    )
    step = Step(record_id, "Ann Reader", datetime(2026, 5, 4, 12, tzinfo=UTC), changes)
    return review_of(record_id, "Ann Reader", (step,))


def opened(path: Path) -> Record:
    record = open_record(path)
    assert record.started_at is not None
    return record


def uprights_mm(page: PdfPage, pen_mm: float) -> np.ndarray:
    """Where upright lines of a pen stand that are higher than a large square."""
    places = [
        float(path[0, 0])
        for stroke in page.strokes
        if abs(stroke.width_mm - pen_mm) < 0.03
        for path in stroke.paths
        if len(path) == 2 and path[0, 0] == path[1, 0] and abs(path[0, 1] - path[1, 1]) > 20
    ]
    return np.unique(np.round(places, 4))


def traces(page: PdfPage, n_least: int = 300) -> list[Stroke]:
    """The strokes of so many points: nothing but signals has as many."""
    return [
        stroke
        for stroke in page.strokes
        if abs(stroke.width_mm - TRACE_MM) < 0.02
        and sum(len(path) for path in stroke.paths) >= n_least
    ]
