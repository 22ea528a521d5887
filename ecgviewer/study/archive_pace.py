"""How fast a run is: by its latest answers, without the time in which its processes started."""

from collections import deque

# So many chunks of each worker are looked back at.
_CHUNKS_BACK = 8


class Pace:
    """Measures records a second between chunks that were done.

    The first chunk of each worker waited for its process and its nets, and tells nothing.
    """

    def __init__(self, n_workers: int) -> None:
        self._n_workers, self._n_first = n_workers, 0
        self._marks: deque[tuple[float, int]] = deque(maxlen=_CHUNKS_BACK * n_workers + 1)

    def add(self, now_s: float, n_records: int) -> None:
        """Note that a chunk was done; n_records: that are done by now, in all chunks."""
        self._n_first += 1
        if self._n_first >= self._n_workers:
            self._marks.append((now_s, n_records))

    @property
    def records_per_s(self) -> float | None:
        """The speed of the latest chunks, None until each worker has done another one."""
        if len(self._marks) <= self._n_workers:
            return None
        (begin_s, begin), (end_s, end) = self._marks[0], self._marks[-1]
        return (end - begin) / (end_s - begin_s) if end_s > begin_s else None
