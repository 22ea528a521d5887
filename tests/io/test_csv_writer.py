"""Tables of samples: read back by the standard library alone."""

import csv
import json
from pathlib import Path

import numpy as np
from hypothesis import given, settings

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Lead, Record
from ecgviewer.io.csv_writer import write
from ecgviewer.io.open import open_record
from tests.io.made_records import full_record, made_record, records


def table_of(path: Path) -> tuple[list[str], np.ndarray]:
    with path.open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    return heads, np.array([[float(x or "nan") for x in row] for row in rows])


@settings(max_examples=30, deadline=None)
@given(record=records())
def test_every_float32_comes_back_as_it_is(record, tmp_path_factory):
    done = write(record, tmp_path_factory.mktemp("csv"), "made", unnamed=False)
    heads, values = table_of(done.files[-1])
    assert done.notes == ()
    assert heads == ["time_s", *(f"{name} (mV)" for name in record.lead_names)]
    before = record.read(0, record.n_samples)
    assert np.array_equal(values[:, 1:].T.astype(np.float32), before, equal_nan=True)
    times = np.arange(record.n_samples) / record.rate_hz
    assert np.array_equal(values[:, 0], times)


def test_facts_and_annotations_lie_beside_it(tmp_path):
    record = full_record()
    done = write(record, tmp_path, "made", unnamed=False)
    assert [path.name for path in done.files] == [
        "made.annotations.csv", "made.facts.json", "made.csv"
    ]  # fmt: skip
    facts = json.loads((tmp_path / "made.facts.json").read_text(encoding="utf-8"))
    assert facts["start"] == "2019-03-01T22:04:05.678000"
    assert (facts["age_years"], facts["sex"], facts["fs_hz"]) == (63.0, "F", 500.0)
    assert [dx["code"] for dx in facts["dx"]] == ["164889003", "59118001"]
    assert facts["personal"][0] == ["name", "Jane Doe"]
    with (tmp_path / "made.annotations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    marks = [
        Annotation(int(row["start_sample"]), int(row["stop_sample"]), row["label"],
                   row["lead"] or None, row["text"], row["annotator"],
                   peak=int(row["peak_sample"]) if row["peak_sample"] else None)
        for row in rows
    ]  # fmt: skip
    assert marks == list(record.annotations)
    assert float(rows[1]["start_s"]) == 0.2


def test_names_and_units_with_commas_stay_in_their_cell(tmp_path):
    lead = Lead("flow, nasal", 0, unit="l/min", is_ecg=False)
    done = write(made_record(np.ones((1, 5)), leads=[lead]), tmp_path, "made", unnamed=False)
    assert table_of(done.files[-1])[0] == ["time_s", "flow, nasal (l/min)"]


def test_long_records_are_written_in_pieces_without_a_seam(tmp_path):
    values = np.arange(70_000, dtype=np.float32)[None, :]
    done = write(made_record(values, rate_hz=360.0), tmp_path, "made", unnamed=False)
    assert np.array_equal(table_of(done.files[-1])[1][:, 1], values[0])


def test_our_own_reader_reads_it_back(tmp_path):
    record: Record = full_record()
    again = open_record(write(record, tmp_path, "made", unnamed=False).files[-1])
    assert (again.lead_names, again.n_samples) == (record.lead_names, record.n_samples)
    assert abs(again.rate_hz - record.rate_hz) < 1e-6
    assert np.array_equal(again.read(0, 5000), record.read(0, 5000))
