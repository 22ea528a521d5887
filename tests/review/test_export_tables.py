"""CSV and JSON hold what was said, in the columns that are written down."""

import csv
import json
from copy import deepcopy

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import resources_folder
from ecgviewer.core.task import Task
from ecgviewer.review.columns import TABLES
from ecgviewer.review.export import existing, write_files
from ecgviewer.review.export_csv import csv_files
from ecgviewer.review.export_json import document, json_files
from ecgviewer.review.export_schema import json_schema, schema_page
from ecgviewer.review.export_training import training_document
from tests.review.said_reviews import ANN, BEN, FIRST, MODEL, NOTE, SECOND
from tests.review.small_schema import problems


def tables(handed, folder):
    files = csv_files(handed, folder)
    write_files(files, Task())
    found = {}
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem.removeprefix("reviews")] = list(csv.DictReader(file))
    return found


def test_every_table_has_the_columns_that_are_written_down(named, tmp_path):
    for ending, rows in tables(named, tmp_path / "out").items():
        assert list(rows[0]) == [column.name for column in TABLES[ending]]


def test_a_statement_holds_the_model_and_what_was_said_before_it_was_shown(named, tmp_path):
    rows = tables(named, tmp_path / "out")[""]
    flutter, fibrillation, bens, decided = rows
    assert fibrillation["reader"] == ANN
    assert fibrillation["record_id"] == FIRST.record_id
    said = {name: fibrillation[name] for name in ("class", "stated", "stated_before", "pointing")}
    assert said == {
        "class": "AF",
        "stated": "present",
        "stated_before": "absent",
        "pointing": "gradcam: partly",
    }
    assert fibrillation["reasons"] == "noise; look-alike rhythm"
    assert fibrillation["weights_sha256"] == MODEL.weights_sha256
    assert [fibrillation[x] for x in ("score", "threshold", "found")] == ["0.91", "0.4", "yes"]
    assert fibrillation["at_utc"] == "2026-03-01T12:02:00+00:00"
    assert (flutter["class_name"], flutter["snomed"]) == ("Atrial flutter", "164890007")
    assert (flutter["score"], flutter["found"]) == ("", "")
    assert (bens["reader"], bens["stated"], bens["stated_before"]) == (BEN, "absent", "")
    assert (decided["role"], decided["stated"]) == ("adjudicator", "present")


def test_regions_beats_and_records_have_tables_of_their_own(named, tmp_path):
    found = tables(named, tmp_path / "out")
    (region,) = found["_regions"]
    assert [region[x] for x in ("start", "stop", "start_s", "leads", "label")] == [
        "100", "900", "0.2", "V1", "PVC",
    ]  # fmt: skip
    assert [(row["sample"], row["symbol"]) for row in found["_beats"]] == [
        ("77", "|"), ("1200", "V"), ("9000", "Q"), ("400000", "N"),
    ]  # fmt: skip
    assert [row["model_label"] for row in found["_beats"]] == ["PAC", "N", "", ""]
    assert found["_beats"][0]["record_id"] == SECOND.record_id
    first = found["_records"][0]
    assert (first["done"], first["committed"], first["note"]) == ("yes", "yes", NOTE)


def test_what_is_learnt_from_tells_the_model_s_label_beside_the_reader_s(named):
    of_beats = next(row for row in training_document(named)["records"] if row["beats"])
    assert of_beats["record_id"] == SECOND.record_id
    assert of_beats["beats"][:3] == [
        {"sample": 77, "label": "|", "model_label": "PAC"},
        {"sample": 1200, "label": "PVC", "model_label": "N"},
        {"sample": 9000, "label": "something else", "model_label": None},
    ]


def test_the_shared_name_of_the_tables_is_the_one_that_was_given(named, tmp_path):
    names = [path.name for path in csv_files(named, tmp_path / "mine.csv")]
    assert names == ["mine.csv", "mine_regions.csv", "mine_beats.csv", "mine_records.csv"]
    assert list(json_files(named, tmp_path / "all.json")) == [tmp_path / "all.json"]


def test_the_schema_that_ships_is_the_one_of_the_columns():
    shipped = resources_folder() / "schema" / "review_export.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json_schema()


def test_the_document_is_as_its_schema_says(named, handed):
    for one in (named, handed):
        written = json.loads(json.dumps(document(one)))
        assert problems(written, json_schema()) == []


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda x: x["records"][0].pop("rate_hz"), "rate_hz is missing"),
        (lambda x: x["records"][0]["reviews"][0].update(done=1), "is no"),
        (lambda x: x["records"][0]["reviews"][0].update(role="boss"), "not among"),
        (lambda x: x.update(extra=1), "extra is not known"),
    ],
)
def test_the_schema_refuses_what_is_no_export(named, spoil, complaint):
    written = deepcopy(json.loads(json.dumps(document(named))))
    spoil(written)
    assert any(complaint in problem for problem in problems(written, json_schema()))


def test_the_document_holds_the_whole_history(named):
    history = document(named)["records"][0]["reviews"][0]["history"]
    assert [step["hidden"] for step in history] == [True, True, False, False, False, False]
    assert history[0]["changes"] == [{"topic": "class", "about": "AF", "value": "absent"}]


def test_the_page_names_every_column():
    page = schema_page()
    assert all(f"  {column.name}" in page for table in TABLES.values() for column in table)


def test_what_is_there_is_not_overwritten_unasked(named, tmp_path):
    files = csv_files(named, tmp_path / "out")
    write_files(files, Task())
    before = {path: path.read_bytes() for path in files}
    with pytest.raises(EcgError, match=r"reviews.csv and 3 more exists already"):
        write_files(dict.fromkeys(files, b""), Task())
    assert {path: path.read_bytes() for path in files} == before
    assert len(existing(files)) == 4
    write_files(files, Task(), overwrite=True)
    assert not list((tmp_path / "out").glob("*.new"))


def test_a_place_that_cannot_be_written_is_named(named, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EcgError, match="cannot be written"):
        write_files(csv_files(named, tmp_path / "file" / "out"), Task())
