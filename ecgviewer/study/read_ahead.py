"""Items that another thread makes while this one works with those before."""

import queue
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

_LOOK_S = 0.5

T = TypeVar("T")


def read_ahead(items: Iterable[T], n_ahead: int) -> Iterator[T]:
    """Yield items that another thread makes, so many ahead; what it raises is raised here."""
    maker = _Maker(items, n_ahead)
    maker.start()
    try:
        while not isinstance(item := maker.made.get(), _End):
            yield item
        if item.problem is not None:
            raise item.problem
    finally:
        maker.stopped.set()


@dataclass(frozen=True, slots=True)
class _End:
    problem: BaseException | None


class _Maker(threading.Thread):
    def __init__(self, items: Iterable[Any], n_ahead: int) -> None:
        super().__init__(daemon=True)
        self._items = items
        self.made: queue.Queue[Any] = queue.Queue(n_ahead)
        self.stopped = threading.Event()

    def run(self) -> None:
        problem: BaseException | None = None
        try:
            for item in self._items:
                self._put(item)
                if self.stopped.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 (it is raised where it is waited for)
            problem = error
        self._put(_End(problem))

    def _put(self, item: object) -> None:
        while not self.stopped.is_set():
            try:
                self.made.put(item, timeout=_LOOK_S)
            except queue.Full:
                continue
            return
