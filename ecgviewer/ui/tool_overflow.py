"""What a narrow tool row gives up: first the words of its buttons, then tools, to a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from ecgviewer.core.text import tr

Fill = Callable[[QMenu], object]
_WORDED, _WORDLESS = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
)


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool of the row: the widget that stands there, and what puts it into a menu.

    placed: what shows and hides the widget. rank: the lowest gives way first. widths_px:
    returns its width with a word and without one.
    """

    widget: QWidget
    placed: QAction
    widths_px: Callable[[], tuple[int, int]]
    fill: Fill
    rank: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How a row is shown: with the words of its buttons or without; places put away."""

    worded: bool = True
    hidden: frozenset[int] = frozenset()


def fit_for(
    widths_px: Sequence[tuple[int, int]], ranks: Sequence[int], room_px: int, more_px: int
) -> Fit:
    """Return how tools fit: first their words go, then they do, the lowest rank first.

    widths_px: of each with its word and without. more_px: of the button that opens the menu
    of those that are put away.
    """
    if sum(full for full, _ in widths_px) <= room_px:
        return Fit()
    need = sum(short for _, short in widths_px)
    hidden: set[int] = set()
    for place in sorted(range(len(ranks)), key=lambda place: ranks[place]):
        if need <= room_px - (more_px if hidden else 0):
            break
        hidden.add(place)
        need -= widths_px[place][1]
    return Fit(worded=False, hidden=frozenset(hidden))


class Overflow:
    """Keeps a row within its width; ``menu`` holds what has no place in it."""

    def __init__(self, row: QToolBar, button: QToolButton) -> None:
        self._row, self.button = row, button
        self._placed: QAction | None = None
        self._tools: list[Tool] = []
        self._fit = Fit()
        self.menu = QMenu(tr("More tools"), row)
        self.menu.aboutToShow.connect(self._fill)
        button.setMenu(self.menu)

    def add(self, tool: Tool) -> None:
        """Let a tool give way where the row is narrow."""
        self._tools.append(tool)

    def stand(self, placed: QAction) -> None:
        """Take note of the place of the button, which is seen only when it is of use."""
        self._placed = placed
        placed.setVisible(False)

    @property
    def in_use(self) -> bool:
        """Whether tools are put away."""
        return bool(self._fit.hidden)

    def fit(self) -> None:
        """Show as much as the row has room for."""
        layout = self._row.layout()
        assert layout is not None
        gap = layout.spacing()
        widths = [(full + gap, short + gap) for full, short in self._widths()]
        more = self.button.sizeHint().width() + gap
        ranks = [tool.rank for tool in self._tools]
        room = self._row.width() - self._others_px(gap)
        wanted = fit_for(widths, ranks, room, more)
        if wanted != self._fit:
            self._show(wanted)

    def _widths(self) -> list[tuple[int, int]]:
        return [tool.widths_px() for tool in self._tools]

    def _others_px(self, gap: int) -> int:
        """Return the width of all that always stands there, whatever is put away now."""
        shown = [tool.widget for tool in self._tools if tool.placed.isVisible()]
        if self._placed is not None and self._placed.isVisible():
            shown.append(self.button)
        return self._row.sizeHint().width() - sum(one.sizeHint().width() + gap for one in shown)

    def _show(self, wanted: Fit) -> None:
        self._fit = wanted
        for place, tool in enumerate(self._tools):
            tool.placed.setVisible(place not in wanted.hidden)
            if isinstance(tool.widget, QToolButton) and tool.widths_px()[0] > tool.widths_px()[1]:
                tool.widget.setToolButtonStyle(_WORDED if wanted.worded else _WORDLESS)
        if self._placed is not None:
            self._placed.setVisible(bool(wanted.hidden))

    def _fill(self) -> None:
        self.menu.clear()
        for place in sorted(self._fit.hidden):
            self._tools[place].fill(self.menu)
