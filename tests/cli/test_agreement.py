"""``ecgviewer agreement`` tells of one review file."""

import json

import pytest

from ecgviewer.cli.main import main
from ecgviewer.review.store import ReviewStore
from tests.review import three_readers


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "study.ecgreview"
    store = ReviewStore(path)
    store.keep_records(three_readers.known_records())
    store.keep_all(three_readers.all_three())
    store.keep_answers(three_readers.answers())
    store.close()
    return path


def test_it_prints_tables(file, capsys):
    assert main(["agreement", str(file)]) == 0
    told = capsys.readouterr().out
    assert "Ann, Bob finished 6 records." in told
    assert "The model best12 by the settled truth" in told


def test_json_has_all_figures(file, capsys):
    assert main(["agreement", str(file), "--json", "--model", "best12"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["n_records"] == 6
    assert told["model"] == {"name": "best12", "weights_sha256": "ab" * 32}


def test_a_model_without_answers_and_a_file_that_is_not_there_get_a_sentence(
    file, tmp_path, capsys
):
    assert main(["agreement", str(file), "--model", "other"]) == 2
    assert "holds no answer of the model other; it has best12." in capsys.readouterr().err
    missing = tmp_path / "none.ecgreview"
    assert main(["agreement", str(missing)]) == 2
    assert "does not exist" in capsys.readouterr().err
    assert not missing.exists()
