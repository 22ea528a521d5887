"""A crew in the tests' own process, which dies when it is told to."""

from collections.abc import Callable

from ecgviewer.study.archive_order import Chunk, ChunkDone, Lost, Order
from ecgviewer.study.archive_work import Analyst


class InlineCrew:
    """Analyses one chunk after the other; dies: asked of each chunk whether its process ends."""

    n_workers = 1

    def __init__(self, order: Order, dies: Callable[[Chunk], bool] = lambda _chunk: False) -> None:
        self.analyst, self._dies = Analyst(order), dies
        self._chunk: Chunk | None = None
        self.asked: list[Chunk] = []

    @property
    def has_room(self) -> bool:
        return self._chunk is None

    @property
    def is_busy(self) -> bool:
        return self._chunk is not None

    def start(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self.asked.append(chunk)

    def wait(self, timeout_s: float) -> list[ChunkDone | Lost]:
        assert timeout_s > 0
        chunk, self._chunk = self._chunk, None
        assert chunk is not None
        if self._dies(chunk):
            return [Lost(chunk, "by signal 9")]
        return [self.analyst.work(chunk)]

    def close(self) -> None:
        self._chunk = None
