"""A worklist of 20,000 records: a frame of scrolling, a filter, a sort, a batch of news.

Everything is done as in the window, up to the painted table. The peer of filtering and
sorting is Qt's own QSortFilterProxyModel over the same model, in the same table. Frames are
told by the clock and by the processor's time, which a busy machine leaves as it is.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from ecgviewer.review.worklist import Facts
from ecgviewer.review.worklist_order import Column, Shown, Wanted
from ecgviewer.ui.app import make_application
from ecgviewer.ui.state import ViewState
from ecgviewer.ui.worklist_model import COLUMNS
from ecgviewer.ui.worklist_panel import WorklistPanel
from tests.bench.harness import Figure, interleaved, timed
from tests.review.made_lists import made_list, said

N_ROWS = 20_000
FRAME_LIMIT_MS, WAIT_LIMIT_MS = 16, 100
N_FRAMES, N_ROUNDS, N_NEWS = 400, 5, 1_000
_WIDE_PX, _HIGH_PX = 1_200, 1_000
_WANTED = Wanted("fibrillation", disagrees=True, unreviewed=True)


class _Desk:
    """The panel on show, and what the state would tell it."""

    def __init__(self) -> None:
        make_application()
        self.panel = WorklistPanel()
        self.panel.resize(_WIDE_PX, _HIGH_PX)
        self.panel.shown_wished.connect(self.show)
        self.state = ViewState()
        self.panel.show()
        self.show(Shown.of(made_list(N_ROWS)))
        QApplication.processEvents()

    @property
    def shown(self) -> Shown:
        """The list as it is shown."""
        assert self.state.listed is not None
        return self.state.listed

    def show(self, shown: Shown) -> None:
        """Show a list as the window would, and paint it."""
        old, self.state = self.state, replace(self.state, listed=shown)
        self.panel.redraw(old, self.state)
        self.panel.table.viewport().repaint()

    def want(self, wanted: Wanted) -> None:
        """Filter."""
        self.show(self.shown.want(wanted))

    def sort(self, *, descending: bool) -> None:
        """Sort by the model's findings."""
        self.show(self.shown.sort(Column.MODEL, descending=descending))

    def scroll(self, value: int) -> None:
        """Scroll to a place in pixels and paint."""
        self.panel.table.verticalScrollBar().setValue(value)
        self.panel.table.viewport().repaint()

    def tell_news(self, first: int) -> None:
        """Show what was found out about a batch of records."""
        rows = range(first, first + N_NEWS)
        facts = {row: Facts(said=said("AF", "STE")) for row in rows}
        worklist = self.shown.worklist.with_facts(facts)
        self.show(self.shown.with_worklist(worklist, sort=True))


class _Peer:
    """The same model behind Qt's proxy, in a table of its own."""

    def __init__(self, desk: _Desk) -> None:
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(desk.panel.model)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.proxy.setFilterKeyColumn(COLUMNS.index(Column.MODEL))
        self.table = QTableView()
        self.table.setModel(self.proxy)
        self.table.resize(_WIDE_PX, _HIGH_PX)
        self.table.show()

    def filter(self) -> None:
        """Filter by one column's words, and by none."""
        self.proxy.setFilterFixedString("AF")
        self.table.viewport().repaint()

    def clear(self) -> None:
        """Show all again."""
        self.proxy.setFilterFixedString("")

    def sort(self) -> None:
        """Sort by the model's findings."""
        order = self.proxy.sortOrder()
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self.proxy.sort(COLUMNS.index(Column.MODEL), up if order is down else down)
        self.table.viewport().repaint()


def measure() -> Iterator[Figure]:
    """Yield the figures of a list of 20,000 rows."""
    desk = _Desk()
    for name, moves in (("wheel", _wheel(desk)), ("jump", _jumps(desk))):
        frames = np.array([_frame_ms(desk, value) for value in moves])
        for kind, times in (("", frames[:, 0]), ("_processor", frames[:, 1])):
            median, p99 = float(np.median(times)), float(np.percentile(times, 99))
            yield Figure(f"worklist_{name}{kind}_median", median, "ms", FRAME_LIMIT_MS)
            yield Figure(f"worklist_{name}{kind}_p99", p99, "ms", FRAME_LIMIT_MS)
    yield Figure("worklist_news", _worst_news(desk), "ms", FRAME_LIMIT_MS * 2)
    peer = _Peer(desk)
    yield _filtering(desk, peer)
    yield _sorting(desk, peer)


def _frame_ms(desk: _Desk, value: int) -> tuple[float, float]:
    """Return how long a frame took, and how much of that the processor worked for it."""
    began_s = time.thread_time()
    took_ms = timed(partial(desk.scroll, value))()
    return took_ms, 1000 * (time.thread_time() - began_s)


def _wheel(desk: _Desk) -> list[int]:
    """Return places three rows apart, as a wheel turns."""
    step = 3 * desk.panel.table.verticalHeader().defaultSectionSize()
    return [step * turn for turn in range(1, N_FRAMES)]


def _jumps(desk: _Desk) -> list[int]:
    """Return places anywhere, as a dragged scroll bar has them."""
    random = np.random.default_rng(5)
    last = desk.panel.table.verticalScrollBar().maximum()
    return [int(value) for value in random.integers(0, last, N_FRAMES)]


def _worst_news(desk: _Desk) -> float:
    firsts = range(0, N_ROWS, N_ROWS // 10)
    return max(timed(partial(desk.tell_news, first))() for first in firsts)


def _filtering(desk: _Desk, peer: _Peer) -> Figure:
    def ours() -> float:
        took_ms = timed(lambda: desk.want(_WANTED))()
        desk.want(Wanted())
        return took_ms

    def theirs() -> float:
        took_ms = timed(peer.filter)()
        peer.clear()
        return took_ms

    value, other = interleaved(N_ROUNDS, _alone(peer, ours), theirs)
    return Figure("worklist_filter", value, "ms", WAIT_LIMIT_MS, other)


def _sorting(desk: _Desk, peer: _Peer) -> Figure:
    turns = iter(range(N_ROUNDS * 2))

    def ours() -> float:
        return timed(lambda: desk.sort(descending=bool(next(turns) % 2)))()

    value, other = interleaved(N_ROUNDS, _alone(peer, ours), timed(peer.sort))
    return Figure("worklist_sort", value, "ms", WAIT_LIMIT_MS, other)


def _alone(peer: _Peer, ours: Callable[[], float]) -> Callable[[], float]:
    """Return our measure without the peer's proxy following every change of the model."""

    def took_ms() -> float:
        model = peer.proxy.sourceModel()
        peer.proxy.setSourceModel(QStandardItemModel())
        try:
            return ours()
        finally:
            peer.proxy.setSourceModel(model)

    return took_ms
