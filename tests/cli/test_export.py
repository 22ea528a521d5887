"""``ecgviewer export``: what a person types, what is written, what is said of mistakes."""

import json

import pytest

from ecgviewer.cli.main import main
from ecgviewer.review.store import ReviewStore
from tests.review.said_reviews import ANN, FIRST, all_steps, make_reviews


@pytest.fixture
def reviews(tmp_path):
    return make_reviews(tmp_path / "said.ecgreview")


def typed(reviews, out, *options: str) -> list[str]:
    return ["export", str(reviews), "--out", str(out), *options]


@pytest.mark.parametrize(
    ("form", "n_files"), [("wfdb", 4), ("csv", 4), ("json", 1), ("training", 1)]
)
def test_every_form_is_written_and_counted(reviews, tmp_path, capsys, form, n_files):
    assert main(typed(reviews, tmp_path / "out", "--to", form)) == 0
    said = capsys.readouterr()
    assert len(list((tmp_path / "out").iterdir())) == n_files
    assert said.out.startswith("2 records, 4 statements, 1 region, 4 beats → ")
    assert "look them over" in said.err


def test_names_are_told_when_they_are_asked_for_and_only_then(reviews, tmp_path, capsys):
    named = typed(reviews, tmp_path / "named.json", "--to", "json", "--identifiers")
    assert main(named) == 0
    assert ANN in (tmp_path / "named.json").read_text(encoding="utf-8")
    assert "look them over" not in capsys.readouterr().err
    assert main(typed(reviews, tmp_path / "plain.json", "--to", "json")) == 0
    assert ANN not in (tmp_path / "plain.json").read_text(encoding="utf-8")


def test_a_reader_and_finished_reviews_are_chosen(reviews, tmp_path):
    options = ["--to", "json", "--reader", ANN, "--only-done"]
    assert main(typed(reviews, tmp_path / "one.json", *options)) == 0
    written = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert [len(record["reviews"]) for record in written["records"]] == [1]


def test_files_are_replaced_only_when_that_is_said(reviews, tmp_path, capsys):
    words = typed(reviews, tmp_path / "out", "--to", "csv")
    assert main(words) == 0
    assert main(words) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert main([*words, "--overwrite"]) == 0


def test_the_annotator_is_the_one_that_was_chosen(reviews, tmp_path):
    options = ["--to", "wfdb", "--annotator", "grey", "--reader", ANN]
    assert main(typed(reviews, tmp_path / "out", *options)) == 0
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".grey"]


def test_unlinkable_records_have_other_pseudonyms_each_time_and_no_hash(reviews, tmp_path):
    names = []
    for form in ("one", "two"):
        out = tmp_path / f"{form}.json"
        assert main(typed(reviews, out, "--to", "json", "--unlinkable")) == 0
        told = out.read_text(encoding="utf-8")
        assert FIRST.record_id not in told
        names.append({record["name"] for record in json.loads(told)["records"]})
    assert [len(one) for one in names] == [2, 2]
    assert not names[0] & names[1]


def test_the_review_file_says_what_it_said(reviews, tmp_path):
    assert main(typed(reviews, tmp_path / "out", "--to", "json")) == 0
    store = ReviewStore(reviews)
    assert [step.changes for step in store.steps()] == [step.changes for step in all_steps()]
    store.close()


def test_the_schema_is_printed(capsys):
    assert main(["export", "--schema"]) == 0
    assert "stated_before" in capsys.readouterr().out
    assert main(["export", "--schema", "--to", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (["nowhere.ecgreview", "--to", "csv", "--out", "x"], "nowhere.ecgreview does not exist"),
        (["{reviews}", "--to", "csv"], "--out is missing"),
        (["{reviews}", "--out", "x"], "--to is missing"),
        (["{reviews}", "--out", "x", "--to", "csv", "--annotator", "a"], "writes none: omit it"),
        (["{reviews}", "--out", "x", "--to", "csv", "--reader", "Eve"], 'Nobody called "Eve"'),
        (
            ["{reviews}", "--out", "x", "--to", "training", "--unlinkable"],
            "--to training needs them",
        ),
        (
            ["{reviews}", "--out", "x", "--to", "csv", "--unlinkable", "--identifiers"],
            "--identifiers needs them",
        ),
        (["{text}", "--out", "x", "--to", "csv"], "text.txt is no review file"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(reviews, tmp_path, capsys, changes, complaint):
    (tmp_path / "text.txt").write_text("no SQLite file at all")
    places = {"reviews": str(reviews), "text": str(tmp_path / "text.txt")}
    assert main(["export", *(word.format(**places) for word in changes)]) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1
