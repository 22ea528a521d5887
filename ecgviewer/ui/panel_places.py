"""Where the panels stand: at first, hidden, in full screen, and as they were left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QWidget

from ecgviewer.core.review import Role
from ecgviewer.ui.docks import Dock
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.scanning import is_scanned_instead
from ecgviewer.ui.screens import bring_back
from ecgviewer.ui.state import Stage, ViewState

_WIDE_PX = 1440  # from here on the file list has room beside the paper
_HIGH_PX = 1488  # from here on the facts have room below all others
_ROOMY_PX = 840  # from here on the review has room below the explanations
_EXPLAINING_PX, _FACTS_PX = 400, 176
# Where the review stands below them, the explanations scroll.
_EXPLAINING_LEAST_PX, _REVIEW_PX, _REVIEW_HIGH_PX = 296, 344, 432
_LEAST_FINDINGS_PX, _ENOUGH_FINDINGS_PX, _ALL_FINDINGS_PX = 208, 480, 560
_MORE_REVIEW_PX = 208  # with it, nine classes and the reasons are seen at once
# Only dock states of the same set of panels fit together.
_STATE_VERSION = 6
# They share one place as tabs: each speaks of the chosen finding.
EXPLAINING = ("why", "leads", "beat")
# The scan's panels stand behind the tabs of others until a record is scanned.
_SCANNED = {"strips": "why", "holter": "why", "scan": "findings"}
# They come when they are asked for, beside the files.
_ON_WISH = ("bookmarks", "worklist", "regions")
# They explain an answer about a record as a whole, which there is not where beats are judged.
_ABOUT_THE_WHOLE = ("leads", "beat")
_LEAST_SIZE_PX, _FIRST_SIZE_PX = (960, 600), (1600, 1000)


class PanelPlaces:
    """Moves the docks of one window; ``strip`` is shown in full screen alone."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock], strip: QWidget) -> None:
        self._window, self._docks, self._strip = window, docks, strip
        self._hidden: tuple[Dock, ...] = ()
        # What has nothing to show while beats are judged.
        self._put_away: tuple[Dock, ...] = ()
        self._placed = self._parted = False

    def restore(self, preferences: Preferences) -> None:
        """Bring back size and panels as they were left."""
        geometry, docks = preferences.window()
        if self._window.restoreGeometry(geometry):
            bring_back(self._window)
        else:
            self._window.resize(*_first_size())
        self._tabify()
        self._placed = self._window.restoreState(docks, _STATE_VERSION)
        # Nobody begins as an adjudicator.
        self._docks["readers"].hide()

    def keep(self, preferences: Preferences) -> None:
        """Remember size and panels."""
        self._make_room(scanned=False, instead=False)
        preferences.keep_window(self._window.saveGeometry(), self._window.saveState(_STATE_VERSION))

    def place_first(self, height: int) -> None:
        """Give the panels their first places; without effect once they have some."""
        if self._placed:
            return
        self._placed = True
        self._docks["files"].setVisible(self._window.width() >= _WIDE_PX)
        why, facts, review = self._docks["why"], self._docks["facts"], self._docks["review"]
        for dock, from_px in ((review, _ROOMY_PX), (facts, _HIGH_PX)):
            if height >= from_px:
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._docks["findings"].raise_()
        why.raise_()
        heights = _first_heights(height)
        right = [self._docks[name] for name in heights]
        self._window.resizeDocks(right, list(heights.values()), Qt.Orientation.Vertical)

    @property
    def _explaining(self) -> list[Dock]:
        return [self._docks[name] for name in EXPLAINING if name in self._docks]

    def _tabify(self) -> None:
        first, *others = self._explaining
        for before, dock in zip((first, *others), others, strict=False):
            self._window.tabifyDockWidget(before, dock)
        first.raise_()
        # What is measured stands behind what the model says.
        self._window.tabifyDockWidget(self._docks["findings"], self._docks["measured"])
        self._docks["findings"].raise_()
        for name, beside in _SCANNED.items():
            self._window.tabifyDockWidget(self._docks[beside], self._docks[name])
            self._docks[beside].raise_()
        # What readers say is shown to the adjudicator alone.
        self._window.tabifyDockWidget(self._docks["findings"], self._docks["readers"])
        # Where there is room they get places of their own; below, the tabs of a scan beside
        # those of a finding take all the width.
        self._window.tabifyDockWidget(self._docks["findings"], self._docks["facts"])
        self._window.tabifyDockWidget(self._explaining[-1], self._docks["review"])
        self._docks["findings"].raise_()
        self._docks["why"].raise_()
        for name in _ON_WISH:
            self._window.tabifyDockWidget(self._docks["files"], self._docks[name])
        self._docks["files"].raise_()
        # Until then the window is as high as the panels one below the other.
        layout = self._window.layout()
        if layout is not None:
            layout.activate()
        for name in (*_SCANNED, *_ON_WISH):
            self._docks[name].hide()

    def follow_scan(self, old: ViewState, new: ViewState) -> None:
        """Bring the scan's panels to the front when one begins; put them away without one.

        The first beat that is chosen brings its strips to the front, the next ones do not.
        """
        scanned, instead = _is_scanned(new), is_scanned_instead(new)
        if (_is_scanned(old), is_scanned_instead(old)) != (scanned, instead):
            self._make_room(scanned=scanned, instead=instead)
        strips = self._docks["strips"]
        if old.scan_beat is None and new.scan_beat is not None and not strips.isHidden():
            strips.raise_()

    def _make_room(self, *, scanned: bool, instead: bool) -> None:
        """Show the scan's panels where one is, and hide those that it leaves empty."""
        if not scanned or instead:
            self._join_tabs()
        for name, beside in _SCANNED.items():
            dock, other = self._docks[name], self._docks[beside]
            # Panels that the reader closed stay closed.
            shown = scanned and not other.isHidden()
            dock.setVisible(shown)
            (dock if shown else other).raise_()
        if instead:
            away = [self._docks[name] for name in _ABOUT_THE_WHOLE]
            self._put_away += tuple(dock for dock in away if not dock.isHidden())
            for dock in away:
                dock.hide()
            return
        if scanned:
            self._part_tabs()
        returned, self._put_away = self._put_away, ()
        if self._docks["why"].isHidden():
            self._hidden += returned
        else:
            for dock in returned:
                dock.show()

    def _part_tabs(self) -> None:
        """Six tabs in one row are too narrow to be read: one of them stands beside the scan."""
        scan, holter, why = (self._docks[name] for name in ("scan", "holter", "why"))
        in_one_row = self._window.tabifiedDockWidgets(why)
        if holter in in_one_row and self._docks["review"] in in_one_row:
            self._window.tabifyDockWidget(scan, holter)
            self._parted = True
            for front in (scan, why):
                front.raise_()

    def _join_tabs(self) -> None:
        """Put what stood beside the scan back."""
        if self._parted:
            self._window.tabifyDockWidget(self._docks["why"], self._docks["holter"])
            self._parted = False

    @property
    def _shown(self) -> tuple[Dock, ...]:
        return tuple(dock for dock in self._docks.values() if not dock.isHidden())

    def follow_role(self, old: ViewState, new: ViewState) -> None:
        """Bring what all readers say to the front for an adjudicator, and away for others."""
        if old.role is not new.role:
            readers = self._docks["readers"]
            readers.setVisible(new.role is Role.ADJUDICATOR)
            (readers if new.role is Role.ADJUDICATOR else self._docks["findings"]).raise_()

    def toggle_panels(self) -> None:
        """Close all panels, or bring back those that were open."""
        shown = self._shown
        if shown:
            self._hidden = shown
            for dock in shown:
                dock.hide()
        else:
            others = [dock for name, dock in self._docks.items() if name != "readers"]
            for dock in self._hidden or others:
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


def _first_heights(height: int) -> dict[str, int]:
    """Return the first heights of the panels at the right that stand below each other."""
    if height < _ROOMY_PX:
        below = {"why": max(_EXPLAINING_PX, height - _ENOUGH_FINDINGS_PX)}
    elif height < _HIGH_PX:
        # Findings come first; what they leave makes the explanations higher, then the review.
        spare = max(0, height - _ENOUGH_FINDINGS_PX - _EXPLAINING_LEAST_PX - _REVIEW_PX)
        for_why = min(spare, _EXPLAINING_PX - _EXPLAINING_LEAST_PX)
        for_review = min(spare - for_why, _REVIEW_HIGH_PX - _REVIEW_PX)
        below = {"why": _EXPLAINING_LEAST_PX + for_why, "review": _REVIEW_PX + for_review}
    else:
        least = _EXPLAINING_PX + _REVIEW_HIGH_PX + _FACTS_PX
        # Where all findings are seen, the others have the rest.
        spare = max(0, height - least - _ALL_FINDINGS_PX)
        for_review = min(spare, _MORE_REVIEW_PX)
        below = {
            "why": _EXPLAINING_PX,
            "review": _REVIEW_HIGH_PX + for_review,
            "facts": _FACTS_PX + spare - for_review,
        }
    return {"findings": max(_LEAST_FINDINGS_PX, height - sum(below.values())), **below}


def _is_scanned(state: ViewState) -> bool:
    return state.scan is not None or state.scan_stage is Stage.WAITING


def _first_size() -> tuple[int, int]:
    screen = QApplication.primaryScreen().availableSize()
    width = max(_LEAST_SIZE_PX[0], min(_FIRST_SIZE_PX[0], screen.width()))
    return width, max(_LEAST_SIZE_PX[1], min(_FIRST_SIZE_PX[1], screen.height()))
