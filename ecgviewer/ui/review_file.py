"""The review file of a window, opened by the first worker that needs it."""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import Step
from ecgviewer.core.text import tr

if TYPE_CHECKING:
    from ecgviewer.review.listing_store import ListedFile
    from ecgviewer.review.store import ReviewStore
    from ecgviewer.review.unsaved import Unsaved

# A step, and the record that it speaks of.
Unkept = tuple[Record, Step]


class ReviewFile:
    """One review file that several workers use in turn.

    own: the reader's own one, which several windows may write; any other is this window's
    alone. unsaved: the folder for what the file does not take. reader: who has it, for others
    to read. read_only: nothing can be said in it.
    """

    def __init__(self, path: Path, own: Path | None = None, unsaved: Path | None = None) -> None:
        self.path, self._own = path, own or path
        self._unsaved_folder = unsaved or self._own.parent / "unsaved"
        self.reader = ""
        self.read_only = False
        self._lock = threading.RLock()
        self._store: ReviewStore | None = None
        self._put_aside: Unsaved | None = None
        self._was_open = False
        # Workers add to them and the window takes them out: neither waits for the other.
        self._notes: deque[str] = deque()
        self._troubles: deque[str] = deque()

    @contextmanager
    def store(self) -> Iterator["ReviewStore"]:
        """Give the open store to one thread; raises EcgError where it cannot be opened."""
        # SQLite is loaded with the first review, not with the window.
        from ecgviewer.review.sentences import Damaged, InUse, Unreachable

        with self._lock:
            if self._store is None:
                self._store = self._opened_first()
            try:
                yield self._store
            except (Damaged, InUse, Unreachable):
                # Opened anew it may be salvaged, or be there again.
                self._drop()
                raise

    def take_notes(self) -> tuple[str, str]:
        """Return what the reader should know, and what went wrong; each is told once.

        Waits for nobody who has the file: the window's thread may ask.
        """
        return " ".join(_emptied(self._notes)), " ".join(_emptied(self._troubles))

    def keep(self, unkept: Sequence[Unkept]) -> None:
        """Keep steps together with their records; what is refused is written down elsewhere.

        Raises EcgError where it is refused.
        """
        from ecgviewer.review.store import KnownRecord

        records = [KnownRecord.of(record) for record, _ in unkept]
        steps = [step for _, step in unkept]
        with self._lock:
            try:
                with self.store() as store:
                    store.keep_all(steps, records)
            except EcgError:
                with contextlib.suppress(EcgError):
                    self._unsaved.write(self.path, records, steps)
                raise
            self._unsaved.forget(self.path)

    def put_aside(self, unkept: Sequence[Unkept]) -> None:
        """Put steps into the reader's own folder, for the next time; raises EcgError."""
        from ecgviewer.review.store import KnownRecord

        records = [KnownRecord.of(record) for record, _ in unkept]
        with self._lock:
            self._unsaved.put_aside(self.path, records, [step for _, step in unkept])
            self._troubles.append(_waiting_words(len(unkept), self.path.name))

    def change(self, path: Path, *, read_only: bool = False, new: bool = False) -> None:
        """Use another file from now on; where it cannot be opened, the old one stays."""
        with self._lock:
            if new and path.exists():
                told = tr("{file} is there already. Open it, or choose another name.", file=path)
                raise EcgError(told)
            if self._store is not None and (path, read_only) == (self.path, self.read_only):
                return
            if path == self.path and not self.read_only:
                self._drop()
            store = self._opened(path, read_only=read_only, new=new)
            self._drop()
            self._store, self.path, self.read_only = store, path, read_only

    def merge(self, path: Path) -> int:
        """Add all that another file holds; returns how many steps came."""
        from ecgviewer.review.store import Access, ReviewStore

        with self.store() as store:
            if path.exists() and self.path.exists() and path.samefile(self.path):
                raise EcgError(tr("{file} is the review file in use.", file=path.name))
            other = ReviewStore(path, Access.READ_ONLY)
            try:
                return store.merge(other)
            finally:
                other.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._drop()

    @property
    def _unsaved(self) -> "Unsaved":
        from ecgviewer.review.unsaved import Unsaved

        if self._put_aside is None:
            self._put_aside = Unsaved(self._unsaved_folder)
        return self._put_aside

    def _drop(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            # All that was kept is on disk; a drive that is gone need not hear of it.
            with contextlib.suppress(EcgError):
                store.close()

    def _opened_first(self) -> "ReviewStore":
        try:
            return self._opened(self.path, read_only=self.read_only)
        except EcgError as error:
            if self._was_open or self.path == self._own:
                raise
            note = tr("{error} Your own review file is used for now.", error=error_words(error))
            self._troubles.append(note)
            self.path, self.read_only = self._own, False
            return self._opened(self.path, read_only=False)

    def _opened(self, path: Path, *, read_only: bool, new: bool = False) -> "ReviewStore":
        from ecgviewer.review.store import Access, ReviewStore

        own = path == self._own
        access = Access.SHARED if own else Access.EXCLUSIVE
        access = Access.READ_ONLY if read_only else access
        store = ReviewStore(path, access, reader=self.reader, must_exist=not (own or new))
        self._was_open = True
        self._notes += store.notes
        if store.rescued:
            self._troubles.append(store.rescued)
        if not read_only:
            try:
                taken, unreadable = self._unsaved.take_in(store)
            except EcgError as error:
                self._troubles.append(error_words(error))
            else:
                self._notes += taken
                self._troubles += unreadable
        return store


def keep_listed(file: ReviewFile, new: "list[ListedFile]") -> None:
    """Keep what was found out about files, and empty the list of it.

    It can be found out again, so that a file that is only read is no reason to fail.
    """
    if new and not file.read_only:
        with file.store() as store:
            store.listing.keep(new)
    new.clear()


def _emptied(told: "deque[str]") -> Iterator[str]:
    while told:
        yield told.popleft()


def _waiting_words(n_steps: int, name: str) -> str:
    if n_steps == 1:
        return tr("1 step waits in your own folder until {file} is opened again.", file=name)
    return tr(
        "{n} steps wait in your own folder until {file} is opened again.", n=n_steps, file=name
    )
