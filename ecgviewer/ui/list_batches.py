"""What is found out about many records, told and kept in batches."""

import time
from collections.abc import Callable, Mapping

from ecgviewer.review.worklist import Facts

# So often what was found is told; so often it is kept, which waits for the disk.
_TELL_S, _KEEP_S = 0.25, 2.0
# A window takes in so many rows at once without a stutter.
_MOST_ROWS = 1_000

Publish = Callable[[Mapping[int, Facts], int, int], None]


class Batches:
    """Gathers what is found, and tells and keeps it from time to time."""

    def __init__(self, publish: Publish, keep: Callable[[], None], n_all: int) -> None:
        self._publish, self._keep, self._n_all = publish, keep, n_all
        self._facts: dict[int, Facts] = {}
        self._told_s = self._kept_s = time.monotonic()

    def add(self, row: int, facts: Facts, done: int) -> None:
        """Take what was found out about a row."""
        self._facts[row] = facts
        now_s = time.monotonic()
        if now_s - self._kept_s >= _KEEP_S:
            self._keep()
            self._kept_s = time.monotonic()
        if now_s - self._told_s >= _TELL_S or len(self._facts) >= _MOST_ROWS:
            self.tell(done)

    def tell(self, done: int) -> None:
        """Tell what is not told yet."""
        self._publish(self._facts, done, self._n_all)
        self._facts = {}
        self._told_s = time.monotonic()
