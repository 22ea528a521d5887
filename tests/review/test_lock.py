"""A project file is one reader's at a time, and says whose; the others may read it."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ecgviewer.review import lock, opening
from ecgviewer.review.lock import holder_of, lock_path
from ecgviewer.review.sentences import InUse
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import RECORD, a_step, kept_in, steps_in

ROOT = Path(__file__).resolve().parents[2]
# Holds a file until its standard input ends.
HOLDING = """
import sys
from pathlib import Path
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import RECORD, a_step
store = ReviewStore(Path(sys.argv[1]), Access[sys.argv[2]], reader="Ann Reader")
store.keep_all([a_step("STE")], [RECORD])
print("held", flush=True)
sys.stdin.read()
"""

# Makes files at the moment at which others make them too, and writes into them.
SHARING = """
import sys
from pathlib import Path
from ecgviewer.review.store import ReviewStore
from tests.review.made_reviews import RECORD, a_step
folder = Path(sys.argv[1])
for turn in range(int(sys.argv[2])):
    print("ready", flush=True)
    while not (folder / f"go{turn}").exists():
        pass
    store = ReviewStore(folder / f"study{turn}.ecgreview")
    for _ in range(5):
        step = a_step()
        store.keep_all([step], [RECORD])
        print(step.step_id, flush=True)
    store.close()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.ecgreview"


@pytest.fixture
def hold(path):
    """Return a function that lets another process hold the file."""
    started: list[subprocess.Popen[str]] = []

    def start(access: Access) -> subprocess.Popen[str]:
        words = [sys.executable, "-c", HOLDING, str(path), access.name]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in started:
        process.communicate()


def held_by(path):
    holder = holder_of(path)
    assert holder is not None
    return holder


def write_lock(path, **given):
    now = datetime.now(UTC)
    held = {
        "reader": "Bob Reader",
        "machine": "ward-3",
        "process": os.getpid(),
        "since": now.isoformat(),
        "renewed": now.isoformat(),
        "token": "another",
    }
    lock_path(path).write_text(json.dumps(held | given), encoding="utf-8")


def test_a_second_reader_is_told_who_has_the_file(path, hold):
    hold(Access.EXCLUSIVE)
    holder = held_by(path)
    assert (holder.reader, holder.machine) == ("Ann Reader", platform.node())
    since = datetime.fromisoformat(holder.since).astimezone().strftime("%H:%M")
    told = f"study.ecgreview is open by Ann Reader on {platform.node()} since {since}; "
    with pytest.raises(InUse, match=f"^{told}ask them to close it, or read it only.$"):
        ReviewStore(path, Access.EXCLUSIVE)


def test_what_another_has_open_can_be_read_with_all_that_was_said(path, hold):
    hold(Access.EXCLUSIVE)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    store = ReviewStore(path, Access.READ_ONLY)
    assert [step.changes[0].about for step in store.steps()] == ["STE"]
    with pytest.raises(Exception, match="open to be read only: nothing can be said in it"):
        store.keep_all([a_step()], [RECORD])
    store.close()


def test_what_this_program_holds_it_does_not_read_past_its_own_lock(path):
    store = ReviewStore(path, Access.EXCLUSIVE)
    with pytest.raises(InUse, match="is open in this program already"):
        ReviewStore(path, Access.READ_ONLY)
    store.close()


def test_a_lock_is_gone_with_its_holder(path, hold):
    held = hold(Access.EXCLUSIVE)
    held.kill()
    held.wait()
    assert lock_path(path).exists()
    store = ReviewStore(path, Access.EXCLUSIVE, reader="Bob")
    assert held_by(path).reader == "Bob"
    assert len(store.steps()) == 1
    store.close()
    assert not lock_path(path).exists()


def test_a_machine_that_fell_silent_loses_the_file_after_minutes(path):
    kept_in(path, a_step())
    write_lock(path)
    with pytest.raises(InUse, match="by Bob Reader on ward-3"):
        ReviewStore(path, Access.EXCLUSIVE)
    long_ago = datetime.now(UTC) - lock.STALE_AFTER - timedelta(seconds=5)
    write_lock(path, renewed=long_ago.isoformat())
    store = ReviewStore(path, Access.EXCLUSIVE, reader="Ann")
    assert held_by(path).reader == "Ann"
    store.close()


def test_a_silent_one_keeps_the_file_while_sqlite_says_that_it_is_held(path, hold):
    hold(Access.EXCLUSIVE)
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    write_lock(path, renewed=long_ago.isoformat(), since=long_ago.isoformat())
    with pytest.raises(InUse, match="by Bob Reader on ward-3"):
        ReviewStore(path, Access.EXCLUSIVE)
    assert held_by(path).token == "another"


def test_without_a_lock_file_a_held_file_is_refused_too(path, hold):
    hold(Access.SHARED)
    with pytest.raises(InUse, match="is open in another program"):
        ReviewStore(path, Access.EXCLUSIVE)
    assert not lock_path(path).exists()


def test_a_program_that_would_share_a_held_file_is_told_who_has_it(path, hold, monkeypatch):
    monkeypatch.setattr(opening, "_PATIENCE_S", 0.05)
    hold(Access.EXCLUSIVE)
    with pytest.raises(InUse, match="by Ann Reader on"):
        ReviewStore(path)


def test_many_programs_that_make_one_file_at_once_all_write_into_it(tmp_path):
    n_files, n_programs = 12, 5
    words = [sys.executable, "-c", SHARING, str(tmp_path), str(n_files)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen(words, stdout=subprocess.PIPE, env=environment, text=True)
        for _ in range(n_programs)
    ]
    said: list[set[str]] = [set() for _ in range(n_files)]
    for turn in range(n_files + 1):
        for process in started:
            assert process.stdout is not None
            for line in process.stdout:
                if line == "ready\n":
                    break
                said[turn - 1].add(line.strip())
        (tmp_path / f"go{turn}").touch()
    assert [process.communicate()[0] for process in started] == [""] * n_programs
    assert [process.returncode for process in started] == [0] * n_programs
    for turn, told in enumerate(said):
        kept = steps_in(tmp_path / f"study{turn}.ecgreview")
        assert told == {step.step_id for step in kept}
        assert len(told) == n_programs * 5


def test_whoever_lost_the_file_to_another_writes_no_more(path):
    store = ReviewStore(path, Access.EXCLUSIVE, reader="Ann")
    write_lock(path)
    with pytest.raises(InUse, match="by Bob Reader on ward-3"):
        store.keep_all([a_step()], [RECORD])
    store.close()
    assert held_by(path).reader == "Bob Reader"
    lock_path(path).unlink()
    assert steps_in(path) == ()


def test_a_held_lock_is_renewed(path, monkeypatch):
    monkeypatch.setattr(lock, "RENEWED_EVERY_S", 0.02)
    store = ReviewStore(path, Access.EXCLUSIVE, reader="Ann")
    content = json.loads(lock_path(path).read_text(encoding="utf-8"))
    lock_path(path).write_text(json.dumps(content | {"renewed": content["since"][:11] + "00:00"}))
    before = lock_path(path).stat().st_mtime_ns
    deadline = datetime.now(UTC) + timedelta(seconds=20)
    while lock_path(path).stat().st_mtime_ns == before:
        assert datetime.now(UTC) < deadline
    store.close()
    assert not lock_path(path).exists()


def test_a_lock_file_of_nonsense_stops_nobody(path):
    lock_path(path).write_text("not a lock")
    store = ReviewStore(path, Access.EXCLUSIVE, reader="Ann")
    assert held_by(path).reader == "Ann"
    store.close()
