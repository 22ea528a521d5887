"""The review file of a window, opened by the first worker that needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecgviewer.review.listing_store import ListedFile
    from ecgviewer.review.store import ReviewStore


class ReviewFile:
    """One review file that several workers use in turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._store: ReviewStore | None = None

    @contextmanager
    def store(self) -> Iterator["ReviewStore"]:
        """Give the open store to one thread; raises EcgError where it cannot be opened."""
        # SQLite is loaded with the first review, not with the window.
        from ecgviewer.review.store import ReviewStore

        with self._lock:
            if self._store is None:
                self._store = ReviewStore(self.path)
            yield self._store

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None


def keep_listed(file: ReviewFile, new: "list[ListedFile]") -> None:
    """Keep what was found out about files, and empty the list of it."""
    if new:
        with file.store() as store:
            store.listing.keep(new)
        new.clear()
