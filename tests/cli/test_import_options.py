"""What a table does not say of itself can be said on the command line."""

import json
from argparse import ArgumentParser

import pytest

from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.main import main
from tests.io.made_tables import made_waves, write_table


@pytest.fixture
def table(tmp_path):
    """Numbers of rows, two leads in µV, and how sure something was; decimal commas."""
    waves = made_waves(2, 1_000) * 1000
    columns = [range(1_000), *waves.tolist(), [0.5] * 1_000]
    header = "Export\nrow;left;right;quality\n"
    return write_table(tmp_path / "a.csv", columns, header, delimiter=";", decimal_comma=True)


def facts(capsys, *arguments):
    status = main(["info", "--json", *map(str, arguments)])
    return status, json.loads(capsys.readouterr().out)


def test_without_them_the_sentence_names_them(capsys, table):
    status, told = facts(capsys, table)
    assert status == 2
    assert "a.csv holds 3 leads of 1000 samples but no sampling rate" in told["error"]
    assert "--fs-hz" in told["error"]


def test_columns_names_rate_and_unit_are_said(capsys, table):
    said = ["--columns", "right,2", "--leads", "V5,II", "--fs-hz", "500", "--unit", "uV"]
    status, told = facts(capsys, table, *said)
    assert status == 0
    assert (told["leads"], told["fs_hz"], told["seconds"]) == (["V5", "II"], 500.0, 2.0)
    assert told["units"] == ["mV", "mV"]


@pytest.mark.parametrize(("unit", "gain"), [("uV", "1000"), ("mV", "1"), ("V", "0.001")])
def test_a_unit_stands_for_how_many_are_in_a_millivolt(unit, gain):
    parser = ArgumentParser()
    add_import_options(parser)
    by_unit = hints_from(parser.parse_args(["--unit", unit]))
    assert by_unit == hints_from(parser.parse_args(["--gain", gain]))
    assert hints_from(parser.parse_args([])) is None


@pytest.mark.parametrize(
    "options",
    [
        ["--unit", "mmHg"],
        ["--unit", "uV", "--gain", "1000"],
        ["--skip-lines", "-1"],
        ["--columns", "1,,2"],
    ],
)
def test_nonsense_is_refused(capsys, table, options):
    with pytest.raises(SystemExit) as ended:
        main(["info", str(table), *options])
    assert ended.value.code == 2
    assert options[-2].lstrip("-") in capsys.readouterr().err


def test_a_column_that_is_not_there_is_named(capsys, table):
    status, told = facts(capsys, table, "--columns", "aVR", "--fs-hz", "500")
    assert (status, told["error"]) == (2, "a.csv has no column aVR: columns have numbers from 1.")


def test_times_lines_and_decimals_are_said(capsys, tmp_path):
    times = [f"{k / 250:.3f}" for k in range(900)]
    leads = made_waves(1, 900).tolist()
    path = write_table(tmp_path / "b.csv", [times, *leads], "1,2\n3,4\nwhen,ECG (mV)\n")
    status, told = facts(capsys, path, "--skip-lines", "2", "--time-column", "when")
    assert (status, told["fs_hz"], told["leads"]) == (0, 250.0, ["ECG"])
    status, told = facts(capsys, path, "--time-column", "none", "--fs-hz", "100", "--columns", "2")
    assert (status, told["fs_hz"]) == (0, 100.0)
    comma = write_table(tmp_path / "c.csv", leads, decimal_comma=True)
    said = ["--decimal-comma", "--fs-hz", "250", "--unit", "mV"]
    status, told = facts(capsys, comma, *said)
    assert (status, told["leads"], told["samples"]) == (0, ["ECG"], 900)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--fs-hz", "abc"], "abc is not a positive number"),
        (["--skip-lines", "two"], "two is no number of lines"),
    ],
)
def test_what_is_no_number_is_told_in_words(capsys, table, options, told):
    with pytest.raises(SystemExit):
        main(["info", str(table), *options])
    assert told in capsys.readouterr().err
