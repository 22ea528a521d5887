"""``ecgviewer convert``: what a person types, what is written, what is said."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.training_line import CLEAR
from ecgviewer.io.open import open_record
from tests.cli.made_records import write_record

ENDINGS = {"wfdb": "hea", "edf": "edf", "csv": "csv", "mat": "mat", "dicom": "dcm"}


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for name, seed in (("one", 1), ("two", 2)):
        values = np.random.default_rng(seed).uniform(-1, 1, size=(12, 1000)).astype(np.float32)
        write_record(folder, name, values)
    return folder


def typed(folder: Path, out: Path, *options: str) -> list[str]:
    return ["convert", str(folder), "--out", str(out), "--jobs", "1", *options]


@pytest.mark.parametrize("target", list(ENDINGS))
def test_every_format_is_written_and_told(recordings, tmp_path, capsys, target):
    assert main(typed(recordings, tmp_path / "out", "--to", target)) == 0
    said = capsys.readouterr()
    assert f"{recordings / 'one.hea'} → one.{ENDINGS[target]}" in said.out
    assert said.out.splitlines()[-1] == f"2 written → {tmp_path / 'out'}"
    assert said.err == ""
    assert len(list((tmp_path / "out").glob(f"*.{ENDINGS[target]}"))) == 2


def test_what_is_lost_is_said_with_the_record(recordings, tmp_path, capsys):
    values = np.random.default_rng(3).normal(size=(2, 1000)).astype(np.float32)
    write_record(recordings, "slow", values, ("I", "II"), rate_hz=360.0)
    assert main(typed(recordings / "slow.hea", tmp_path / "out", "--to", "edf")) == 0
    assert "behind the end fill the last data record" in capsys.readouterr().out


def test_a_second_call_only_counts(recordings, tmp_path, capsys):
    words = typed(recordings, tmp_path / "out", "--to", "edf")
    assert main(words) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert capsys.readouterr().out == f"0 written, 2 there already → {tmp_path / 'out'}\n"


def test_bad_files_are_listed_at_the_end_and_in_a_file(recordings, tmp_path, capsys):
    (recordings / "two.dat").unlink()
    words = typed(recordings, tmp_path / "out", "--to", "mat")
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == f"1 written, 1 failed → {tmp_path / 'out'}"
    assert "two.hea: two.hea needs its signal file two.dat" in said.err
    with (tmp_path / "out.failed.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["path"] == str(recordings / "two.hea")
    assert row["error"] in said.err
    write_record(recordings, "two", np.zeros((1, 100), dtype=np.float32), ("I",))
    assert main(words) == 0
    assert not (tmp_path / "out.failed.csv").exists()


def test_hints_serve_files_that_say_too_little(tmp_path, capsys):
    from scipy.io import savemat

    savemat(tmp_path / "bare.mat", {"val": np.arange(300, dtype=np.int16)[None, :]})
    words = ["convert", str(tmp_path / "bare.mat"), "--to", "wfdb", "--out", str(tmp_path / "out")]
    assert main(words) == 2
    assert "give it with --fs-hz" in capsys.readouterr().err
    assert main([*words, "--fs-hz", "300", "--leads", "II", "--gain", "100"]) == 0
    record = open_record(tmp_path / "out" / "bare.hea")
    assert (record.rate_hz, record.lead_names) == (300.0, ("II",))
    assert record.read(0, 300)[0, 250] == pytest.approx(2.5)


def test_codes_are_written_where_that_is_asked_and_only_then(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(typed(recordings, out, "--to", "edf", "--deidentify")) == 0
    assert "one" not in " ".join(path.name for path in out.iterdir())
    assert "one.hea" not in capsys.readouterr().out
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".csv"]
    keys = tmp_path / "keys.csv"
    words = typed(recordings, out, "--to", "edf", "--deidentify", "--keys", str(keys))
    assert main(words) == 0
    with keys.open(encoding="utf-8", newline="") as file:
        told = {row["code"]: row["path"] for row in csv.DictReader(file)}
    assert set(told) == {path.stem for path in out.glob("*.edf")}
    assert set(told.values()) == {str(recordings / "one.hea"), str(recordings / "two.hea")}
    capsys.readouterr()
    assert main(typed(recordings, out, "--to", "edf", "--keys", str(keys))) == 2
    assert "--keys writes the codes of --deidentify" in capsys.readouterr().err


def test_a_copy_is_told_from_what_it_is_a_copy_of(recordings, tmp_path, capsys):
    for ending in (".hea", ".dat"):
        content = (recordings / f"one{ending}").read_bytes().replace(b"one.dat", b"zwo.dat")
        (recordings / f"zwo{ending}").write_bytes(content)
    assert main(typed(recordings, tmp_path / "out", "--to", "edf", "--deidentify")) == 0
    assert capsys.readouterr().out.count("another file holds the same recording") == 1
    assert len(list((tmp_path / "out").glob("*.edf"))) == 2


def test_the_index_tells_what_was_written(recordings, tmp_path):
    main(typed(recordings, tmp_path / "out", "--to", "wfdb"))
    lines = (tmp_path / "out" / "converted.jsonl").read_text(encoding="utf-8").splitlines()
    told = json.loads(lines[0])
    assert (told["name"], told["settings"], told["notes"]) == ("one", "wfdb 1", [])
    assert told["files"]["one.dat"] == (tmp_path / "out" / "one.dat").stat().st_size
    assert told["record"] == open_record(recordings / "one.hea").record_id


def test_progress_tells_the_pace(monkeypatch, capsys):
    clock_s = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: clock_s[0])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    task = progress_task("converting", "records")
    task.step(0, 100)
    clock_s[0] = 10.0
    task.step(20, 100)
    assert capsys.readouterr().err.endswith(f"{CLEAR}converting 20% · 2 records/s · 40 s left")


@pytest.mark.parametrize("options", [["--jobs", "0"], ["--to", "gif"]])
def test_senseless_options_are_refused(recordings, tmp_path, options):
    with pytest.raises(SystemExit):
        main(typed(recordings, tmp_path / "out", "--to", "edf", *options))


def test_keys_lie_where_nobody_gives_them_away_and_can_be_written(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    for keys in (out / "keys.csv", tmp_path / "gone" / "keys.csv"):
        words = ["--to", "csv", "--out", str(out), "--deidentify", "--keys", str(keys)]
        assert main(["convert", str(recordings), *words]) == 2
        assert str(keys) in capsys.readouterr().err
    assert not out.exists()


def test_the_end_is_told_where_failures_cannot_be_listed(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    (tmp_path / "out.failed.csv").mkdir()
    words = [str(recordings), "--to", "csv", "--out", str(out)]
    assert main(["convert", *words]) == 0
    assert main(["convert", str(tmp_path / "gone.hea"), *words]) == 2
    said = capsys.readouterr()
    assert "1 failed" in said.out
    assert "gone.hea does not exist" in said.err
    assert "out.failed.csv cannot be written" in said.err
