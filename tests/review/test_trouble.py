"""Whatever a disk or another program does, the reader gets one sentence and loses nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Step
from ecgviewer.review import opening
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import RECORD, a_step, kept_in, steps_in

ROOT = Path(__file__).resolve().parents[2]
FULL = r"^The disk that holds study.ecgreview is full"
# Says what is refused after the disk takes no more than so many bytes of a file.
FILLING = """
import resource, signal, sys
from pathlib import Path
from ecgviewer.core.errors import EcgError
from ecgviewer.review.store import ReviewStore
from tests.review.made_reviews import RECORD, a_step
store = ReviewStore(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY))
try:
    for _ in range(10_000):
        step = a_step()
        store.keep_all([step], [RECORD])
        print(step.step_id, flush=True)
except EcgError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.keep(step)
print(step.step_id, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.ecgreview"


def fill(store, kept):
    """Keep steps until there is no room for another."""
    for _ in range(10_000):
        step = a_step()
        store.keep_all([step], [RECORD])
        kept.append(step)


def python(program, *words, **given):
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        **given,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_disk_that_takes_no_more_is_told_and_once_there_is_room_all_goes_on(path):
    *kept, told, last = python(FILLING, path)
    assert len(kept) > 10
    assert told.startswith("study.ecgreview can no longer be read or written: its disk")
    assert [step.step_id for step in steps_in(path)] == [*kept, last]


def test_a_full_disk_is_told_by_its_name_and_what_was_kept_stays(tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(drive)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small drive can be mounted here")
    try:
        store = ReviewStore(drive / "study.ecgreview")
        kept: list[Step] = []
        with pytest.raises(EcgError, match=FULL):
            fill(store, kept)
        assert store.steps() == tuple(kept)
        store.close()
        assert steps_in(drive / "study.ecgreview") == tuple(kept)
    finally:
        subprocess.run(["umount", str(drive)], check=True)


def test_a_file_that_may_not_grow_is_told_as_full(path):
    store = ReviewStore(path)
    store._file.execute("PRAGMA max_page_count = 40")
    kept: list[Step] = []
    with pytest.raises(EcgError, match=FULL):
        fill(store, kept)
    assert store.steps() == tuple(kept)
    store.close()


def test_a_file_that_another_program_writes_is_told_and_waited_for(path, monkeypatch):
    monkeypatch.setattr(opening, "_PATIENCE_S", 0.05)
    store = ReviewStore(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        step = a_step()
        with pytest.raises(EcgError, match=r"study.ecgreview is being written by another program"):
            store.keep_all([step], [RECORD])
        other.execute("ROLLBACK")
    store.keep_all([step], [RECORD])
    assert store.steps() == (step,)
    store.close()


OPENING = """
import os, sys
from pathlib import Path
from ecgviewer.core.errors import EcgError
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import RECORD, a_step
if os.geteuid() == 0:
    os.setuid(65534)
for access in (Access.SHARED, Access.EXCLUSIVE):
    try:
        ReviewStore(Path(sys.argv[1]), access).keep_all([a_step()], [RECORD])
    except EcgError as error:
        print(error)
store = ReviewStore(Path(sys.argv[1]), Access.READ_ONLY)
print(len(store.steps()))
store.close()
"""


@pytest.fixture
def open_folder():
    """A folder that every user may enter, as those of tests are not."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o644), (0o777, 0o444)])
def test_what_may_not_be_written_is_told_and_can_still_be_read(open_folder, folder_mode, file_mode):
    path = open_folder / "study.ecgreview"
    kept_in(path, a_step())
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    try:
        *told, n_steps = python(OPENING, path)
    finally:
        open_folder.chmod(0o755)
    assert n_steps == "1"
    assert len(told) == 2
    for sentence in told:
        assert sentence.startswith("study.ecgreview ")
        assert str(open_folder) in sentence
        assert "permissions" in sentence or "may be written" in sentence
    assert len(steps_in(path)) == 1


def test_a_file_that_is_not_there_is_told_and_not_made(path):
    for access in Access:
        with pytest.raises(EcgError, match=r"study.ecgreview is not in .*Connect the drive"):
            ReviewStore(path, access, must_exist=True)
    assert not path.exists()


def test_a_folder_in_place_of_a_file_is_told(path):
    path.mkdir()
    for access in Access:
        with pytest.raises(EcgError, match=r"study.ecgreview .*cannot be opened"):
            ReviewStore(path, access)
