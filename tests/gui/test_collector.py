import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from ecgviewer.ui.collector import Collector


class Knot(QObject):
    """Garbage that only the collector can find."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collector(qapp):
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()


def test_python_collects_nothing_by_itself(collector):
    assert not gc.isenabled()


def test_a_worker_that_allocates_destroys_nothing_and_the_window_does(collector, qtbot):
    gone_in = []
    knot = Knot()
    weakref.finalize(knot, lambda: gone_in.append(threading.get_ident()))
    del knot
    worker = threading.Thread(target=lambda: [[] for _ in range(50_000)])
    worker.start()
    worker.join()
    assert gone_in == []
    kept: list[list[None]] = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: gone_in == [threading.get_ident()], timeout=10_000)
    assert len(kept) == 5_000
