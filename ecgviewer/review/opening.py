"""Opens a review file: whose it is, whether it is sound, and who else has it."""

import sqlite3
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.review.lock import Lock, holder_of
from ecgviewer.review.migrating import bring_up_to_date, synced, version_of
from ecgviewer.review.salvage import rescue
from ecgviewer.review.sentences import Damaged, InUse, primary_code
from ecgviewer.review.snapshot import copy_of

# So long a second window waits for the first one's write to end.
_PATIENCE_S = 5.0
# Whoever opens a file for itself alone keeps it: there is nothing to wait for.
_SHORT_PATIENCE_S = 0.5
# So long passes between two tries to be the one that begins a file.
_TURN_S = 0.01
# A larger file is looked at where it is likely to break, not as a whole.
_CHECKED_WHOLE_BYTES = 64 << 20


class Access(Enum):
    """How a file is opened.

    SHARED: windows of one machine write in turns. EXCLUSIVE: this program alone, so that the
    file may lie on a shared drive. READ_ONLY: as it stands now, whoever has it.
    """

    SHARED = auto()
    EXCLUSIVE = auto()
    READ_ONLY = auto()


@dataclass
class Opened:
    """An open file and all that has to be let go of with it.

    notes: sentences about what happened at opening; rescued: one about damage, "" without.
    lock: who has it, for others to read.
    """

    file: sqlite3.Connection
    closing: ExitStack
    notes: tuple[str, ...] = ()
    rescued: str = ""
    lock: Lock | None = None


def open_file(path: Path, access: Access, reader: str = "", *, must_exist: bool = False) -> Opened:
    """Open a review file; without must_exist one is made where there is none.

    Raises EcgError, or what ``in_words`` makes one of.
    """
    if (must_exist or access is Access.READ_ONLY) and not path.exists():
        told = f"{path.name} is not in {path.parent}, or its drive is not connected"
        raise EcgError(f"{told}. Connect the drive, or choose another review file.")
    if access is Access.READ_ONLY:
        return _open_copy(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        lock = None
        if access is Access.EXCLUSIVE:
            lock = Lock(path, reader)
            stack.callback(lock.release)
            lock.claim()
        opened = _open_sound(path, access, stack)
        if lock is not None:
            lock.hold()
            opened.lock = lock
        opened.closing = stack.pop_all()
        return opened


def _open_sound(path: Path, access: Access, stack: ExitStack) -> Opened:
    rescued = ""
    try:
        file, backup = _open_once(path, access)
    except (Damaged, sqlite3.DatabaseError) as error:
        if not is_damage(error):
            raise
        # What was chosen and holds nothing that can be read may be no review file at all.
        rescued = rescue(path, must_hold_something=access is Access.EXCLUSIVE)
        file, backup = _open_once(path, access)
    stack.callback(file.close)
    notes: tuple[str, ...] = ()
    if backup is not None:
        notes = (f"{path.name} is of an older version; it is kept as {backup.name}.",)
    return Opened(file, stack, notes, rescued)


def _open_once(path: Path, access: Access) -> tuple[sqlite3.Connection, Path | None]:
    is_new = not path.exists()
    file = connect(path, _SHORT_PATIENCE_S if access is Access.EXCLUSIVE else _PATIENCE_S)
    try:
        if access is Access.EXCLUSIVE:
            _lock_out_others(file)
        # Nothing is written into a file that turns out to be another program's.
        version_of(file, path)
        _check(file, path)
        _set_up(file)
        backup = bring_up_to_date(file, path)
        file.execute("PRAGMA foreign_keys = ON")
        if is_new:
            synced(path.parent)
    except BaseException as error:
        file.close()
        told = _told_in_use(error, path, access) if isinstance(error, sqlite3.Error) else None
        if told is not None:
            raise told from error
        raise
    return file, backup


def connect(path: Path, patience_s: float) -> sqlite3.Connection:
    """Return a connection without transactions of its own, for one thread at a time."""
    return sqlite3.connect(path, timeout=patience_s, isolation_level=None, check_same_thread=False)


def _lock_out_others(file: sqlite3.Connection) -> None:
    # Before the first look into a write-ahead file this needs no shared memory, which a
    # network drive has not got (SQLite: "Use of WAL Without Shared-Memory").
    file.execute("PRAGMA locking_mode = EXCLUSIVE")
    file.execute("BEGIN IMMEDIATE")
    file.execute("COMMIT")


def _told_in_use(error: sqlite3.Error, path: Path, access: Access) -> InUse | None:
    """Return the sentence about who else has the file, None where that is not the matter."""
    if primary_code(error) != sqlite3.SQLITE_BUSY:
        return None
    holder = holder_of(path)
    if access is Access.SHARED:
        return holder.told(path) if holder is not None else None
    # Its own claim is there already.
    if holder is not None and not holder.is_this_program:
        return holder.told(path)
    return InUse(f"{path.name} is open in another program; close it there, or read it only.")


def _set_up(file: sqlite3.Connection) -> None:
    _write_ahead(file)
    file.execute("PRAGMA synchronous = FULL")
    # macOS: what fsync gives to a drive may still wait in the drive's own memory.
    file.execute("PRAGMA fullfsync = ON")
    file.execute("PRAGMA checkpoint_fullfsync = ON")


def _write_ahead(file: sqlite3.Connection) -> None:
    """Let the file be written ahead, also where several programs begin it at once.

    SQLite does not wait for its turn here: of two that read the file and want this, it turns
    one away at once, so that neither waits for the other for ever.
    """
    if file.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    (patience_ms,) = file.execute("PRAGMA busy_timeout").fetchone()
    deadline_s = time.monotonic() + patience_ms / 1000
    while True:
        try:
            # Where it cannot be, as in memory, SQLite goes on in its own way.
            file.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline_s:
                raise
        time.sleep(_TURN_S)


def _check(file: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged for a file that is not sound."""
    size = path.stat().st_size if path.exists() else 0
    if size <= _CHECKED_WHOLE_BYTES:
        (told,) = file.execute("PRAGMA quick_check(1)").fetchone()
    else:
        (told,) = file.execute("PRAGMA quick_check(readers)").fetchone()
        file.execute("SELECT * FROM steps ORDER BY step DESC LIMIT 1").fetchone()
        file.execute("SELECT * FROM changes ORDER BY step DESC LIMIT 1").fetchone()
    if told != "ok":
        raise Damaged(f"{path.name} in {path.parent} is damaged.")


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file itself is broken."""
    codes = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    of_sqlite = isinstance(error, sqlite3.Error) and primary_code(error) in codes
    return isinstance(error, Damaged) or of_sqlite


def _open_copy(path: Path) -> Opened:
    holder = holder_of(path)
    if holder is not None and holder.is_this_program:
        # Reading it past SQLite would undo this program's own lock, as POSIX has it.
        raise InUse(f"{path.name} is open in this program already.")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ecgviewer-"))
        file = connect(copy_of(path, Path(folder)), _SHORT_PATIENCE_S)
        stack.callback(file.close)
        if version_of(file, path) == 0:
            raise EcgError(f"{path.name} is no review file, or an empty one.")
        _check(file, path)
        # Of an older version too: the copy is brought up to date, the file stays as it is.
        bring_up_to_date(file, Path(folder) / path.name)
        file.execute("PRAGMA query_only = ON")
        return Opened(file, stack.pop_all())
