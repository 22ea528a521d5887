"""Says who has a review file on a shared drive: a small file beside it, renewed while it is held.

SQLite's own lock keeps the file whole; on drives where locks mean nothing, this one is all
there is, and it alone can say a name.
"""

import contextlib
import json
import os
import platform
import sys
import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from ecgviewer.review.sentences import InUse

RENEWED_EVERY_S = 30.0
# Whoever has not renewed the lock for so long is gone, unless SQLite's lock says otherwise.
STALE_AFTER = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open. since, renewed: ISO 8601, in UTC."""

    reader: str
    machine: str
    process: int
    since: str
    renewed: str
    token: str

    @property
    def is_gone(self) -> bool:
        """Whether it was a process of this machine that has ended."""
        return self.machine == platform.node() and not _is_running(self.process)

    @property
    def is_this_program(self) -> bool:
        """Whether it is the running program itself."""
        return (self.machine, self.process) == (platform.node(), os.getpid())

    @property
    def is_silent(self) -> bool:
        """Whether it has not been heard of for some minutes."""
        return datetime.now(UTC) - datetime.fromisoformat(self.renewed) > STALE_AFTER

    def told(self, path: Path) -> InUse:
        """Return the sentence that says so."""
        since = datetime.fromisoformat(self.since).astimezone()
        now = datetime.now(UTC).astimezone()
        time = since.strftime("%H:%M" if since.date() == now.date() else "%Y-%m-%d %H:%M")
        who = f"{self.reader or 'another reader'} on {self.machine} since {time}"
        return InUse(f"{path.name} is open by {who}; ask them to close it, or read it only.")


class Lock:
    """The sidecar of one review file that this program holds."""

    def __init__(self, path: Path, reader: str) -> None:
        self._path, self._of = lock_path(path), path
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._holder = Holder(reader, platform.node(), os.getpid(), now, now, uuid4().hex)
        self._ended = threading.Event()
        self._heart: threading.Thread | None = None

    def claim(self) -> None:
        """Write the sidecar where there is none; raises InUse where a living one stands."""
        try:
            with self._path.open("x", encoding="utf-8") as file:
                file.write(self._as_text())
        except FileExistsError:
            holder = holder_of(self._of)
            if holder is not None and not (holder.is_gone or holder.is_silent):
                raise holder.told(self._of) from None

    def hold(self) -> None:
        """Take the sidecar over for good, once SQLite's own lock is had, and renew it."""
        self._write()
        self._heart = threading.Thread(target=self._beat, name="review lock", daemon=True)
        self._heart.start()

    def release(self) -> None:
        """Take the sidecar away, if it is still this program's."""
        self._ended.set()
        if self._heart is not None:
            self._heart.join()
        with contextlib.suppress(OSError):
            if self.is_own:
                self._path.unlink()

    @property
    def is_own(self) -> bool:
        """Whether nobody else has taken the sidecar over."""
        holder = holder_of(self._of)
        return holder is not None and holder.token == self._holder.token

    @property
    def lost_to(self) -> InUse | None:
        """The sentence about who has taken the file over, None while it is this program's."""
        holder = holder_of(self._of)
        lost = holder is not None and holder.token != self._holder.token
        return holder.told(self._of) if lost and holder is not None else None

    def _beat(self) -> None:
        while not self._ended.wait(RENEWED_EVERY_S):
            # The drive may be gone for a while.
            with contextlib.suppress(OSError):
                if self.lost_to is None:
                    self._write()

    def _write(self) -> None:
        fresh = self._path.with_name(f"{self._path.name}.{self._holder.token[:8]}.part")
        try:
            fresh.write_text(self._as_text(), encoding="utf-8")
            fresh.replace(self._path)
        finally:
            fresh.unlink(missing_ok=True)

    def _as_text(self) -> str:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return json.dumps(asdict(self._holder) | {"renewed": now}, ensure_ascii=False, indent=1)


def lock_path(path: Path) -> Path:
    """Return where the sidecar of a review file is."""
    return path.with_name(f"{path.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Return who has a review file open by its sidecar; None without one that can be read."""
    try:
        content = json.loads(lock_path(path).read_text(encoding="utf-8"))
        holder = Holder(**content)
        datetime.fromisoformat(holder.since), datetime.fromisoformat(holder.renewed)
    except (OSError, ValueError, TypeError):
        return None
    return holder


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, 0, process)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
