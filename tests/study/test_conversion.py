"""Folders are converted side by side; stops, copies, strangers' files and names are minded."""

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.io.writer import Written
from ecgviewer.study import conversion, conversion_run
from ecgviewer.study.conversion import PART_PREFIX, Item, Outcome, Wish
from ecgviewer.study.conversion_index import INDEX_NAME, index_bytes
from ecgviewer.study.conversion_run import convert_all, plan

NAMES = ("Doe_Jane_1950", "b", "c")


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Three records in two folders."""
    folder = tmp_path / "ward Müller"
    (folder / "night shift").mkdir(parents=True)
    for seed, name in enumerate(NAMES):
        place = folder / "night shift" if name == "c" else folder
        values = np.random.default_rng(seed).uniform(-1, 1, size=(2, 900)).astype(np.float32)
        comments = ["Age: 93", "Sex: F", "Name: Jane Doe", "Dx: 164889003", "Seen by the door"]
        write_record(place / name, values, 250.0, ("I", "II"), comments=comments)
    write_annotations(folder / "b.atr", [])
    return folder


def converted(
    folder: Path, out: Path, target: str = "wfdb", jobs: int = 1, **wish: object
) -> list[Outcome]:
    wished = Wish(target, out, **wish)  # type: ignore[arg-type]
    return list(convert_all(plan([folder], out), wished, Task(), jobs))


def stamps(out: Path) -> dict[str, int]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != INDEX_NAME)
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in files}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_keeps_its_structure(recordings, tmp_path, jobs):
    done = converted(recordings, tmp_path / "out", jobs=jobs)
    assert {outcome.state for outcome in done} == {"written"}
    found = {x.relative_to(tmp_path / "out").as_posix() for x in (tmp_path / "out").rglob("*.hea")}
    assert found == {"Doe_Jane_1950.hea", "b.hea", "night_shift/c.hea"}
    for outcome in done:
        before, after = open_record(outcome.path), open_record(tmp_path / "out" / _last(outcome))
        assert np.array_equal(before.read(0, 900), after.read(0, 900))
        assert after.personal == before.personal == (("name", "Jane Doe"),)
    assert not list((tmp_path / "out").rglob(f"{PART_PREFIX}*"))


def _last(outcome: Outcome) -> str:
    assert outcome.entry is not None
    return list(outcome.entry.files)[-1]


def test_what_is_there_already_is_not_made_again(recordings, tmp_path):
    out = tmp_path / "out"
    first = converted(recordings, out)
    before = stamps(out)
    again = converted(recordings, out)
    assert {outcome.state for outcome in again} == {"there"}
    assert [x.entry for x in again] == [x.entry for x in first]
    assert stamps(out) == before
    assert {x.state for x in converted(recordings, out, overwrite=True)} == {"written"}
    assert stamps(out) != before


@pytest.mark.parametrize("harm", ["shorten", "remove"])
def test_a_file_that_is_no_longer_whole_is_made_again(recordings, tmp_path, harm):
    out = tmp_path / "out"
    converted(recordings, out)
    whole = (out / "b.dat").read_bytes()
    if harm == "remove":
        (out / "b.dat").unlink()
    else:
        (out / "b.dat").write_bytes(whole[:-1])
    states = {x.path.stem: x.state for x in converted(recordings, out)}
    assert states == {NAMES[0]: "there", "b": "written", "c": "there"}
    assert (out / "b.dat").read_bytes() == whole


def test_another_recording_or_another_way_is_not_written_over(recordings, tmp_path):
    out = tmp_path / "out"
    converted(recordings, out)
    write_record(recordings / "b", np.zeros((2, 900), dtype=np.float32), 250.0, ("I", "II"))
    (failed,) = [x for x in converted(recordings, out) if x.state == "failed"]
    assert "b in" in failed.error
    assert "--overwrite" in failed.error
    others = converted(recordings, out, hints=ImportHints(fs_hz=100.0))
    assert all(x.state == "failed" for x in others)


@pytest.mark.parametrize("target", ["wfdb", "edf", "csv", "mat", "dicom"])
def test_files_of_others_are_not_written_over_but_own_ones_without_entry_are(
    recordings, tmp_path, target
):
    out = tmp_path / "out"
    (done, *_) = converted(recordings, out, target=target)
    # As if the program had been killed right before it noted what it had written.
    (out / INDEX_NAME).unlink()
    assert {x.state for x in converted(recordings, out, target=target)} == {"written"}
    (out / INDEX_NAME).unlink()
    (out / _last(done)).write_text("somebody's own")
    failed = [x for x in converted(recordings, out, target=target) if x.state == "failed"]
    assert len(failed) == 1
    assert "was not written by this conversion" in failed[0].error
    assert (out / _last(done)).read_text() == "somebody's own"


def test_a_broken_index_costs_no_more_than_its_broken_lines(recordings, tmp_path):
    out = tmp_path / "out"
    converted(recordings, out)
    lines = (out / INDEX_NAME).read_text().splitlines()
    (out / INDEX_NAME).write_text("\n".join([*lines[:-1], "[3]", '{"name": 1}', lines[-1][:40]]))
    states = sorted(x.state for x in converted(recordings, out))
    assert states == ["there", "there", "written"]
    assert {x.state for x in converted(recordings, out)} == {"there"}


def test_de_identified_records_name_nobody(recordings, tmp_path):
    out = tmp_path / "out"
    for target in ("wfdb", "edf", "csv", "mat", "dicom"):
        done = converted(recordings, out / target, target=target, unnamed=True)
        assert {x.state for x in done} == {"written"}
        files = [path for path in (out / target).rglob("*") if path.is_file()]
        for path in files:
            content = path.read_bytes().lower()
            told = [b"doe", b"jane", b"1950", b"ller", b"night", b"seen by", b"door"]
            assert not [word for word in told if word in path.name.lower().encode() + content], path
    again = open_record(next((out / "wfdb").glob("*.hea")))
    assert again.name.startswith("ECG-")
    assert (again.patient.age_years, again.patient.sex) == (90.0, "F")
    assert [dx.code for dx in again.diagnoses] == ["164889003"]
    assert (again.personal, again.comments, again.started_at) == ((), (), None)


def test_one_recording_under_two_names_gets_one_code(recordings, tmp_path):
    for ending in (".hea", ".dat"):
        content = (recordings / f"b{ending}").read_bytes().replace(b"b.dat", b"B2.dat")
        (recordings / f"B2{ending}").write_bytes(content)
    done = converted(recordings, tmp_path / "out", unnamed=True, jobs=2)
    assert {x.state for x in done} == {"written"}
    assert len({x.entry.name for x in done if x.entry}) == 3


def test_names_become_legal_and_stay_apart(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.b", "a b", "A_B", "ü"):
        (folder / f"{name}.hea").write_text("x")
    items = plan([folder, folder / "a b.hea", Path("study.xml#2")], out)
    assert [x.stem for x in items] == ["A_B", "a_b_2", "a_b_3", "_", "a_b_4", "study_2"]
    assert {x.folder for x in items} == {""}


def test_what_was_converted_is_not_converted_again_with_its_folder(recordings):
    out = recordings / "out"
    assert len(converted(recordings, out)) == 3
    assert len(converted(recordings, out)) == 3


def test_a_folder_without_records_is_told(tmp_path):
    with pytest.raises(EcgError, match="no record under this folder"):
        plan([tmp_path], tmp_path / "out")


def test_a_bad_record_stops_no_other(recordings, tmp_path):
    (recordings / "b.dat").write_bytes(b"")
    states = {x.path.stem: x for x in converted(recordings, tmp_path / "out", jobs=2)}
    assert states["b"].state == "failed"
    assert "b.dat" in states["b"].error
    assert [states[name].state for name in (NAMES[0], "c")] == ["written"] * 2


def test_a_folder_that_another_run_fills_is_left_alone(recordings, tmp_path):
    out = tmp_path / "out"
    running = convert_all(plan([recordings], out), Wish("wfdb", out), Task())
    next(running)
    with pytest.raises(EcgError, match="is being filled by another conversion"):
        list(convert_all(plan([recordings], out), Wish("wfdb", out), Task()))
    del running
    assert {x.state for x in converted(recordings, out)} == {"there", "written"}


def test_a_folder_that_cannot_be_written_is_told(recordings, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(EcgError, match=r"out is a file"):
        list(convert_all([Item(recordings / "b.hea", "", "b")], Wish("wfdb", tmp_path / "out"),
                         Task()))  # fmt: skip


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_ends_the_run_with_one_sentence(recordings, tmp_path, monkeypatch, jobs):
    if jobs == 1:
        monkeypatch.setattr(conversion, "writer_of", lambda _target: FullDisk())
    else:
        monkeypatch.setattr(conversion_run, "convert", convert_to_full_disk)
    with pytest.raises(EcgError, match=r"out cannot be written any more: No space left on device"):
        converted(recordings, tmp_path / "out", jobs=jobs)
    assert not list((tmp_path / "out").rglob(f"{PART_PREFIX}*"))
    monkeypatch.undo()
    assert {x.state for x in converted(recordings, tmp_path / "out")} == {"written"}


class FullDisk:
    """A writer whose disk is full."""

    def write(self, *_args: object, **_options: object) -> Written:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def convert_to_full_disk(item: Item, wish: Wish) -> Outcome:
    """Convert with a writer whose disk is full, in a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "writer_of", lambda _target: FullDisk())
        return conversion.convert(item, wish)


def test_an_index_that_cannot_be_written_ends_the_run_with_one_sentence(
    recordings, tmp_path, monkeypatch
):
    def full(_file: object, _entry: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(conversion_run, "append", full)
    with pytest.raises(EcgError, match=r"out cannot be written any more: No space left on device"):
        converted(recordings, tmp_path / "out")
    monkeypatch.undo()
    assert {x.state for x in converted(recordings, tmp_path / "out")} == {"written"}


def test_killed_programs_leave_whole_files_and_are_gone_on_with(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    n_records = 120
    for number in range(n_records):
        values = np.random.default_rng(number).normal(size=(12, 4000)).astype(np.float32)
        write_record(folder / f"r{number}", values, 500.0, [f"L{i}" for i in range(12)],
                     units_per_mv=500)  # fmt: skip
    words = [sys.executable, "-m", "ecgviewer", "convert", str(folder), "--to", "csv"]
    words += ["--out", str(out), "--jobs", "1"]
    for _ in range(2):
        already = index_bytes(out)
        program = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while index_bytes(out) <= already and program.poll() is None:
            time.sleep(0.01)
        program.kill()
        program.communicate()
        _assert_whole(out)
    n_before = len(_entries(out))
    assert 2 <= n_before < n_records
    done = converted(folder, out, target="csv")
    states = [x.state for x in done]
    assert states.count("there") >= n_before
    assert states.count("failed") == 0
    assert len(_entries(out)) == n_records
    _assert_whole(out)
    assert not list(out.glob(f"{PART_PREFIX}*"))


def _entries(out: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for line in (out / INDEX_NAME).read_text(encoding="utf-8").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        found[told["name"]] = told["files"]
    return found


def _assert_whole(out: Path) -> None:
    """Every table that stands under its name has all its lines."""
    for path in out.glob("*.csv"):
        assert path.read_bytes().count(b"\n") == 4001
    for files in _entries(out).values():
        assert all((out / name).stat().st_size == size for name, size in files.items())
