"""`ecgviewer data`: what a person reads, and what a program reads."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.annotation import Annotation
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from tests.study.made_sets import DX, made_mv, write_challenge, write_ptb_xl


def _hospital(folder):
    for number in range(4):
        label = "AF" if number else "SNR"
        write_challenge(folder / f"E{number}.hea", made_mv(label, number), DX[label])
    write_challenge(folder / "E8.hea", made_mv("AF", 1), "59931005")
    write_challenge(folder / "E9.hea", made_mv("AF", 1), "")
    return folder


def test_table_1_and_what_is_left_out_are_printed(tmp_path, capsys):
    folder = _hospital(tmp_path / "hospital")
    assert main(["data", f"Here={folder}"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "Here: PhysioNet challenge records, mapping clinical, 5 labelled of 6"
    )
    assert "  AF          3       5    60.0   100.0  60.0 (0.0)" in printed
    assert "Left out: 1 with no statement" in printed
    assert "One recording under two names: Here/E1 and Here/E8" in printed


def test_json_and_csv_hold_the_same_table(tmp_path, capsys):
    folder = _hospital(tmp_path / "hospital")
    assert main(["data", str(folder), "--json", "--csv", str(tmp_path / "table.csv")]) == 0
    told = json.loads(capsys.readouterr().out)
    with (tmp_path / "table.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert told["classes"][1] == {
        "class": "AF",
        "count": 3,
        "judged": 5,
        "percent": 60.0,
        "male": 3,
        "male_percent": 100.0,
        "age_mean": 60.0,
        "age_sd": 0.0,
    }
    assert rows[1]["set"] == "hospital"
    assert {key: rows[1][key] for key in ("class", "count", "percent")} == {
        "class": "AF",
        "count": "3",
        "percent": "60.0",
    }
    assert told["same_recording"] == [["hospital/E1", "hospital/E8"]]
    assert told["left_out"][0]["name"] == "E9"


def test_a_part_of_ptb_xl_under_the_paper_s_mapping_says_that_it_is_one(tmp_path, capsys):
    rows = [{"ecg_id": "1"}, {"ecg_id": "2", "scp_codes": "{'PACE': 100.0}"}]
    folder = write_ptb_xl(tmp_path / "ptb-xl", rows, with_500_hz=False)
    assert main(["data", str(folder), "--mapping", "paper", "--quick"]) == 0
    printed = capsys.readouterr().out
    assert "2 of 21,799 records here, so the counts cannot be compared" in printed
    assert "  PAC         1       2    50.0" in printed
    assert "Headers only" in printed


def test_an_unlabelled_set_gets_a_sentence_instead_of_a_table(tmp_path, capsys):
    write_challenge(tmp_path / "set" / "E1.hea", made_mv("AF", 1), "")
    assert main(["data", str(tmp_path / "set")]) == 0
    assert "None of its records is labelled" in capsys.readouterr().out


def test_a_folder_that_is_no_data_set_is_refused(tmp_path, capsys):
    assert main(["data", str(tmp_path)]) == 2
    assert "is no data set" in capsys.readouterr().err


def write_marked(folder: Path, name: str, symbols: str) -> Path:
    """Write a record of MITDB's kind with a beat a second."""
    folder.mkdir(exist_ok=True)
    values = 0.1 * np.random.default_rng(1).standard_normal((1, 360 * len(symbols)))
    write_record(folder / name, values.astype(np.float32), 360.0, ("MLII",))
    beats = [Annotation(360 * i + 180, 360 * i + 180, x) for i, x in enumerate(symbols)]
    write_annotations(folder / f"{name}.atr", beats)
    return folder


def test_windows_are_counted_both_ways_beside_the_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_marked(tmp_path / "beats", "100", "NNNVNNAN")
    assert main(["data", f"mine={folder}", "--windows"]) == 0
    said = capsys.readouterr().out
    assert said.index("paper-like") < said.index("default")
    assert ["PVC", "1", "(7,121)", "1"] in [line.split() for line in said.splitlines()]
    assert "PVC of mine 1 instead of 7,121" in said


def test_windows_as_json_and_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_marked(tmp_path / "beats", "100", "NNNVNNAN")
    table = tmp_path / "table.csv"
    command = ["data", f"mine={folder}", "--windows", "--style", "default", "--json"]
    assert main([*command, "--csv", str(table)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    said = json.loads(line)
    assert said["sets"][0]["windows"] == [4, 1, 1, 0, 0, 0, 0, 0]
    assert said["sets"][0]["published_as"] == "mitdb"
    with table.open(newline="") as file:
        rows = {row["class"]: row for row in csv.DictReader(file)}
    assert (rows["PVC"]["windows"], rows["PVC"]["paper"]) == ("1", "7121")


def test_windows_of_a_folder_without_labels_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_marked(tmp_path / "beats", "100", "QQQ")
    assert main(["data", str(folder), "--windows"]) == 2
    assert "no record here has labelled beats" in capsys.readouterr().err
