"""Whatever happens to a run over an archive, every record is answered once."""

import json
import os
import random
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.study import archive_run
from ecgviewer.study.archive_order import Chunk
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_parts import FOLDERS, UNFINISHED
from ecgviewer.study.archive_run import ArchiveRun, Tally, distinct_roots
from tests.archives import (
    answers_in,
    assert_every_record_once,
    failures_in,
    order_for,
    small_model_folder,
    write_archive,
)
from tests.cli.made_records import write_record
from tests.made_models import noise
from tests.study.inline_crew import InlineCrew

N_RECORDS, N_BROKEN = 40, 3


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return write_archive(tmp_path_factory.mktemp("made") / "archive", N_RECORDS, N_BROKEN)


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    """An archive that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "archive"))


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch) -> None:
    monkeypatch.setattr(archive_run, "_SMALLEST_CHUNK", 7)


def run(archive: Path, out: Path, dies=lambda _chunk: False, retry=False, **changes) -> Tally:
    order = order_for(out, **changes)
    with closing(Output(order)) as output:
        crew = InlineCrew(order, dies)
        return ArchiveRun(output, crew, [archive], lambda _tally: None, retry=retry).work()


def test_every_record_is_answered_once_and_a_second_run_finds_nothing_to_do(archive, tmp_path):
    tally = run(archive, tmp_path / "out")
    assert (tally.n_done, tally.n_failed, tally.n_known) == (N_RECORDS, N_BROKEN, 0)
    assert_every_record_once(tmp_path / "out", archive, N_BROKEN)
    told = set(failures_in(tmp_path / "out").values())
    assert told == {f"broken{n}.hea announces 12 signals but describes 1." for n in range(N_BROKEN)}
    again = run(archive, tmp_path / "out")
    assert (again.n_done, again.n_failed, again.n_known) == (0, 0, N_RECORDS + N_BROKEN)
    assert_every_record_once(tmp_path / "out", archive, N_BROKEN)


def test_what_came_or_changed_since_is_found_and_stands_once(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out, parquet=True)
    write_record(archive / "000", "r00003", noise(12, 1500, seed=99), rate_hz=125.0)
    write_record(archive / "new", "n", noise(12, 1500, seed=98), rate_hz=125.0)
    # Of another one nothing is left that could be read.
    (archive / "000" / "r00004.dat").write_bytes(b"")
    tally = run(archive, out, parquet=True)
    assert (tally.n_done, tally.n_failed) == (2, 1)
    assert_every_record_once(out, archive, N_BROKEN + 1)
    (changed,) = (x for x in answers_in(out) if x["record"].endswith("r00003.hea"))
    assert changed["seconds"] == 12.0
    from pyarrow import parquet

    rows = parquet.read_table(out / "parquet").to_pylist()
    assert sorted(row["record"] for row in rows) == sorted(x["record"] for x in answers_in(out))


def test_all_answers_of_a_part_may_be_superseded(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out)
    first = next((out / "jsonl").rglob("*.jsonl"))
    for line in first.read_text().splitlines():
        header = Path(json.loads(line)["record"])
        header.write_text(header.read_text() + "# seen again\n")
    run(archive, out)
    assert not first.exists()
    assert_every_record_once(out, archive, N_BROKEN)


def test_failures_are_tried_again_when_it_is_wished_or_the_file_came(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out)
    assert run(archive, out, retry=True).n_failed == N_BROKEN
    assert_every_record_once(out, archive, N_BROKEN)
    write_record(archive, "broken0", noise(12, 1500, seed=97), rate_hz=125.0)
    tally = run(archive, out)
    assert (tally.n_done, tally.n_failed) == (1, 0)
    assert_every_record_once(out, archive, N_BROKEN - 1)


def test_processes_that_die_at_random_lose_and_repeat_nothing(archive, tmp_path):
    chance = random.Random(7)
    n_deaths = 0

    def dies(chunk: Chunk) -> bool:
        nonlocal n_deaths
        # A record that three processes die over is given up, so that luck must not go on.
        dead = chance.random() < 0.6 and not (len(chunk.paths) == 1 and chunk.deaths == 2)
        n_deaths += dead
        return dead

    run(archive, tmp_path / "out", dies)
    assert n_deaths > 10
    assert_every_record_once(tmp_path / "out", archive, N_BROKEN)


def test_a_record_that_ends_every_process_is_given_up_alone(archive, tmp_path):
    run(archive, tmp_path / "out", lambda chunk: any("r00011" in path for path in chunk.paths))
    assert_every_record_once(tmp_path / "out", archive, N_BROKEN + 1)
    (told,) = (x for path, x in failures_in(tmp_path / "out").items() if "r00011" in path)
    assert told == ("r00011.hea cannot be analysed: each process that tried ended by signal 9.")


def test_the_parent_may_end_between_any_two_steps(archive, tmp_path, monkeypatch):
    """Each step that changes the folder is the last one of some run."""
    out, n_ends = tmp_path / "out", 0
    for n_steps in range(0, 60, 3):
        with monkeypatch.context() as patch:
            end_after(patch, n_steps)
            try:
                run(archive, out, parquet=bool(n_steps % 2))
            except Ended:
                n_ends += 1
    run(archive, out)
    assert n_ends > 5
    assert_every_record_once(out, archive, N_BROKEN)


class Ended(BaseException):
    """The process ends here."""


def end_after(patch: pytest.MonkeyPatch, n_steps: int) -> None:
    """Let the next run end before its next step, after so many."""
    steps = iter(range(n_steps))

    def counted(target: object, name: str) -> None:
        step = getattr(target, name)

        def counting(*args, **kwargs):
            if next(steps, None) is None:
                raise Ended
            return step(*args, **kwargs)

        patch.setattr(target, name, counting)

    from ecgviewer.study import archive_parts
    from ecgviewer.study.archive_ledger import Ledger

    for name in ("publish", "remove", "write_lines"):
        counted(archive_parts, name)
    for name in ("keep", "keep_rewritten", "forget"):
        counted(Ledger, name)


def test_parts_that_somebody_removed_are_made_again(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out)
    next((out / "jsonl").rglob("*.jsonl")).unlink()
    assert run(archive, out).n_done > 0
    assert_every_record_once(out, archive, N_BROKEN)


def test_parquet_can_be_wished_later(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out)
    assert list(out.rglob("*.parquet")) == []
    run(archive, out, parquet=True)
    assert len(list(out.rglob("*.parquet"))) == len(list(out.rglob("*.jsonl"))) - 1


def test_answers_of_another_model_are_never_mixed_in(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out)
    with pytest.raises(EcgError, match="asked for with another --model"):
        run(archive, out, model="best12")
    other = tmp_path / "model"
    shutil.copytree(small_model_folder(), other)
    run(archive, tmp_path / "other", model=str(other))
    for file in small_model_folder(seed=2).iterdir():
        shutil.copy(file, other)
    with pytest.raises(EcgError, match="the model small with other weights than it has now"):
        run(archive, tmp_path / "other", model=str(other))


def test_a_folder_with_other_files_and_one_in_use_are_refused(archive, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(EcgError, match="holds other files"):
        run(archive, tmp_path / "mine")
    out = tmp_path / "out"
    with closing(Output(order_for(out))), pytest.raises(EcgError, match="Another run is writing"):
        run(archive, out)


def test_roots_that_lie_within_others_count_once(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    roots = [tmp_path / "a" / "b", tmp_path / "a", tmp_path / "a" / ".", tmp_path / "ab"]
    assert distinct_roots(roots) == (tmp_path / "a", tmp_path / "ab")


def test_a_record_that_is_named_in_several_ways_is_one(archive):
    header = archive / "000" / "r00001.hea"
    names = (header, header.with_suffix(""), header.with_suffix(".dat"))
    assert distinct_roots(names) == (header,)
    assert distinct_roots([archive / "none.dat"]) == (archive / "none.dat",)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_names_that_are_no_text_are_told_and_stop_nothing(archive, tmp_path):
    shutil.copy(archive / "000" / "r00001.hea", archive / "000" / os.fsdecode(b"M\xfcller.hea"))
    shutil.copytree(archive / "000", archive / os.fsdecode(b"gr\xfcn"))
    tally = run(archive, tmp_path / "out")
    assert tally.n_done == N_RECORDS
    assert len(tally.sentences) == 2
    assert all("is not in UTF-8" in sentence for sentence in tally.sentences)


def test_columns_of_a_table_that_are_asked_for_otherwise_are_another_archive(archive, tmp_path):
    out = tmp_path / "out"
    run(archive, out, hints=ImportHints(fs_hz=125.0, columns=("2",)))
    run(archive, out, hints=ImportHints(fs_hz=125.0, columns=("2",)))
    with pytest.raises(EcgError, match="were asked for with another"):
        run(archive, out, hints=ImportHints(fs_hz=125.0, columns=("3",)))


def test_what_a_killed_process_left_unfinished_is_gone_at_the_end(archive, tmp_path):
    out = tmp_path / "out"
    order = order_for(out, parquet=True)
    with closing(Output(order)) as output:
        for form in FOLDERS.values():
            (out / form / "0000").mkdir(parents=True)
            (out / form / "0000" / f".part-00000000.{form}.f00{UNFINISHED}").write_text("{}")
        ArchiveRun(output, InlineCrew(order), [archive], lambda _tally: None).work()
    assert not [path for path in out.rglob("*") if UNFINISHED in path.name]
    assert_every_record_once(out, archive, N_BROKEN)
