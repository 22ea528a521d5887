"""``--data``: what a person may write and which data sets that means."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.core.errors import EcgError
from ecgviewer.study.data_sets import DataSet


def _read(*words: str) -> list[DataSet]:
    parser = ArgumentParser()
    add_data_argument(parser)
    return read_data_sets(parser.parse_args(["--data", *words]))


def test_a_set_goes_by_its_given_name_or_by_its_folder_s(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert _read(f"Ningbo={tmp_path / 'a'}", str(tmp_path / "b")) == [
        DataSet("Ningbo", tmp_path / "a"),
        DataSet("b", tmp_path / "b"),
    ]


def test_the_folder_that_one_stands_in_has_a_name_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert _read(".") == [DataSet(tmp_path.name, Path())]


def test_a_folder_with_an_equals_sign_in_its_name_is_found(tmp_path):
    odd = tmp_path / "fs=500"
    odd.mkdir()
    assert _read(str(odd)) == [DataSet("fs=500", odd)]


def test_an_absent_folder_is_named_in_one_sentence(tmp_path):
    with pytest.raises(EcgError, match="absent is no folder"):
        _read(f"set={tmp_path / 'absent'}")
