"""Where the panels stand: at first, hidden, in full screen, and as they were left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QWidget

from ecgviewer.ui.docks import Dock
from ecgviewer.ui.preferences import Preferences

_WIDE_PX = 1440  # from here on the file list has room beside the paper
_WHY_PX = 268
_LEAST_FACTS_PX, _MOST_FACTS_PX = 112, 224
_LEAST_SIZE_PX, _FIRST_SIZE_PX = (960, 600), (1600, 1000)


class PanelPlaces:
    """Moves the docks of one window; ``strip`` is shown in full screen alone."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock], strip: QWidget) -> None:
        self._window, self._docks, self._strip = window, docks, strip
        self._hidden: tuple[Dock, ...] = ()
        self._placed = False

    def restore(self, preferences: Preferences) -> None:
        """Bring back size and panels as they were left."""
        geometry, docks = preferences.window()
        if not self._window.restoreGeometry(geometry):
            self._window.resize(*_first_size())
        self._placed = self._window.restoreState(docks)

    def keep(self, preferences: Preferences) -> None:
        """Remember size and panels."""
        preferences.keep_window(self._window.saveGeometry(), self._window.saveState())

    def place_first(self, height: int) -> None:
        """Give the panels their first places; without effect once they have some."""
        if self._placed:
            return
        self._placed = True
        self._docks["files"].setVisible(self._window.width() >= _WIDE_PX)
        right = [self._docks[name] for name in ("findings", "why", "facts")]
        facts_px = max(_LEAST_FACTS_PX, min(_MOST_FACTS_PX, height // 5))
        heights = [height - _WHY_PX - facts_px, _WHY_PX, facts_px]
        self._window.resizeDocks(right, heights, Qt.Orientation.Vertical)

    @property
    def _shown(self) -> tuple[Dock, ...]:
        return tuple(dock for dock in self._docks.values() if not dock.isHidden())

    def toggle_panels(self) -> None:
        """Close all panels, or bring back those that were open."""
        shown = self._shown
        if shown:
            self._hidden = shown
            for dock in shown:
                dock.hide()
        else:
            for dock in self._hidden or tuple(self._docks.values()):
                dock.show()

    def toggle_full_screen(self) -> None:
        """Paper, ribbon and a slim strip of findings alone, or the whole window again."""
        entering = not self._window.isFullScreen()
        self._strip.setVisible(entering)
        for tools in self._window.findChildren(QToolBar):
            tools.setVisible(not entering)
        if entering == bool(self._shown):
            self.toggle_panels()
        if entering:
            self._window.showFullScreen()
        else:
            self._window.showNormal()


def _first_size() -> tuple[int, int]:
    screen = QApplication.primaryScreen().availableSize()
    width = max(_LEAST_SIZE_PX[0], min(_FIRST_SIZE_PX[0], screen.width()))
    return width, max(_LEAST_SIZE_PX[1], min(_FIRST_SIZE_PX[1], screen.height()))
