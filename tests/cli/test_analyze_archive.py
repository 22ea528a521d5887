"""`ecgviewer analyze --out` as a user starts it."""

import json
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ecgviewer.cli.analyze_archive import progress_words
from ecgviewer.cli.main import main
from ecgviewer.study.archive_run import Tally
from tests.archives import (
    answers_in,
    assert_every_record_once,
    small_model_folder,
    write_archive,
)
from tests.cli.archive_kills import KilledRuns, wait_until_gone, workers_of

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def _analyze(*args: object) -> int:
    model = small_model_folder()
    return main(["analyze", "--model", str(model), "--device", "cpu", *map(str, args)])


def test_answers_are_those_of_analyze_json_and_say_whose_they_are(tmp_path, capsys):
    archive = write_archive(tmp_path / "archive", 6, n_broken=1)
    out = ["--out", tmp_path / "out", "--workers", 1, "--parquet", "--backend", "torch"]
    assert _analyze(archive, *out) == 2
    said = capsys.readouterr().out
    assert "6 records analysed in" in said
    assert f"1 record cannot be analysed: see {tmp_path / 'out' / 'failed.jsonl'}" in said
    assert _analyze(archive, "--json") == 2
    plain = {x["record"]: x for x in map(json.loads, capsys.readouterr().out.splitlines())}
    found = {answer["record"]: answer for answer in answers_in(tmp_path / "out")}
    assert len(found) == 6
    for path, answer in found.items():
        expected = plain[path]
        assert list(answer)[: len(expected)] == list(expected)
        assert answer["scores"] == pytest.approx(expected["scores"], abs=1e-3)
        same = expected.keys() - {"scores", "windows"}
        assert {key: answer[key] for key in same} == {key: expected[key] for key in same}
        card = json.loads((small_model_folder() / "card.json").read_text())
        assert (answer["model"], answer["weights_sha256"]) == ("small", card["weights_sha256"])
        assert len(answer["record_id"]) == 64
    _assert_parquet_says_the_same(tmp_path / "out", found)


def _assert_parquet_says_the_same(out: Path, found: dict[str, dict[str, Any]]) -> None:
    from pyarrow import parquet

    for row in parquet.read_table(out / "parquet").to_pylist():
        answer = found[row["record"]]
        assert dict(row.pop("scores")) == answer["scores"]
        assert dict(row.pop("thresholds")) == answer["thresholds"]
        assert row.pop("analysed_at").isoformat() == answer["analysed_at"]
        assert dict(row.pop("excluded_by")) == answer["excluded_by"]
        windows = row.pop("windows")
        assert [dict(window["scores"]) for window in windows] == [
            window["scores"] for window in answer["windows"]
        ]
        assert row == {key: answer[key] for key in row}


def test_a_script_gets_numbers_and_an_empty_folder_is_no_error(tmp_path, capsys):
    (tmp_path / "archive").mkdir()
    assert _analyze(tmp_path / "archive", "--out", tmp_path / "out", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["analysed"], told["impossible"], told["all_analysed"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--retry"], "--retry is for archives"),
        (["--backend", "torch"], "--backend is for archives"),
        (["--out", "/dev/null"], "cannot be used as a folder for answers"),
    ],
)
def test_what_cannot_be_gets_one_sentence(words, sentence, tmp_path, capsys):
    assert _analyze(tmp_path, *words) == 2
    assert sentence in capsys.readouterr().err


def test_a_root_that_is_not_there_and_a_model_that_is_not_end_the_run(tmp_path, capsys):
    out = ["--out", str(tmp_path / "out")]
    assert _analyze(tmp_path / "gone", *out) == 2
    assert "gone does not exist" in capsys.readouterr().err
    archive = write_archive(tmp_path / "archive", 1)
    assert main(["analyze", str(archive), *out, "--model", "nothing", "--workers", "1"]) == 2
    assert 'No model is called "nothing"' in capsys.readouterr().err


def test_progress_tells_the_rate_and_the_time_that_is_left():
    tally = Tally(n_known=100, n_done=890, n_failed=10, n_all=2000, pace_per_s=90.0)
    assert progress_words(tally) == (
        "1,000 of about 2,000 records · 10 impossible · 90 records/s · 11 s left"
    )
    assert progress_words(Tally()) == "0 records"


@on_linux
def test_a_killed_run_goes_on_where_it_was_and_its_workers_end(tmp_path):
    archive = write_archive(tmp_path / "archive", 120, n_broken=2)
    runs = KilledRuns(archive, tmp_path / "out", random.Random(5), words=("--workers", "1"))
    run = runs.start()
    while runs.n_lines() == 0:
        time.sleep(0.01)
    workers = workers_of(run.pid)
    assert len(workers) == 1
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert 0 < runs.n_lines() < 120
    wait_until_gone(workers)
    runs.finish()
    assert_every_record_once(tmp_path / "out", archive, n_broken=2)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@on_linux
def test_killed_many_times_a_run_repeats_and_loses_nothing(tmp_path):
    n_records = 6000
    archive = write_archive(tmp_path / "archive", n_records, n_broken=5)
    runs = KilledRuns(archive, tmp_path / "out", random.Random(11))
    for turn in range(30):
        if turn % 3 == 2:
            # It changes while nobody looks.
            header = archive / f"{turn:03}" / f"r{turn * 20:05}.hea"
            header.write_text(header.read_text() + "# seen again\n")
        runs.kill_parent(most_records=200)
    runs.kill_workers(12, most_records=60)
    assert runs.n_kills > 20
    assert len({n for n in runs.moments if 0 < n < n_records}) > 5
    assert_every_record_once(tmp_path / "out", archive, n_broken=5)
