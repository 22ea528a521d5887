"""The two tables beside a model: what it was fitted on, what it said of the rest."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.study.split import (
    Member,
    OutOfFold,
    read_out_of_fold,
    read_split,
    write_out_of_fold,
    write_split,
)

MEMBERS = (
    Member("ptb-xl", "00001_hr", "ptb-xl/15709", "fold-1", recording="0f" * 64),
    Member('a, "set"', "E00001", "E00001", "fold-0"),
)


def test_a_split_comes_back_as_it_was_written(tmp_path: Path):
    members = [Member("ptb-xl", f"{n:05}_hr", f"ptb-xl/{n}", "fit") for n in range(2, 5)]
    write_split(tmp_path, [*members, *MEMBERS])
    split = read_split(tmp_path)
    assert split is not None
    assert list(split.values()) == [*members, *MEMBERS]
    assert split["ptb-xl", "00001_hr"] == MEMBERS[0]


def test_a_split_from_before_recordings_were_kept_is_read(tmp_path: Path):
    (tmp_path / "split.csv").write_text("source,record,patient,part\na,b,c,fit\n")
    assert read_split(tmp_path) == {("a", "b"): Member("a", "b", "c", "fit")}


def test_a_model_without_tables_has_none(tmp_path: Path):
    assert read_split(tmp_path) is None
    assert read_out_of_fold(tmp_path) is None


def test_out_of_fold_scores_come_back_to_a_millionth(tmp_path: Path):
    scores = np.random.default_rng(3).random((2, 2))
    write_out_of_fold(tmp_path, OutOfFold(("AF", "SNR"), MEMBERS, scores))
    found = read_out_of_fold(tmp_path)
    assert found is not None
    assert found.labels == ("AF", "SNR")
    # A table of scores keeps no recordings: the split does.
    assert found.members == (replace(MEMBERS[0], recording=""), MEMBERS[1])
    assert found.rows[MEMBERS[1].key] == 1
    assert np.abs(found.scores - scores).max() <= 5e-7


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("source,record,part\n", "lacks the column patient"),
        ("source,record,patient,part\na,b,c,held\n", "parts that do not exist: held"),
        ("source,record,patient,part,recording\na,b,c,fit,0fx\n", "is no fingerprint"),
        ("source,record,patient,part,recording\na,b,c,fit,0f0f\n", "is no fingerprint"),
    ],
)
def test_a_table_that_is_no_split_is_refused(tmp_path: Path, text: str, complaint: str):
    (tmp_path / "split.csv").write_text(text)
    with pytest.raises(EcgError, match=complaint):
        read_split(tmp_path)


def test_a_score_that_is_no_number_is_refused(tmp_path: Path):
    table = "source,record,patient,fold,AF\na,b,c,0,high\n"
    (tmp_path / "cross_validation.csv").write_text(table)
    with pytest.raises(EcgError, match="no number"):
        read_out_of_fold(tmp_path)


def test_scores_that_fit_no_records_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        OutOfFold(("AF",), MEMBERS, np.zeros((3, 1)))
