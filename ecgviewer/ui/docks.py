"""Panels at the sides: docks with a quiet title."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ecgviewer.core.text import tr
from ecgviewer.ui.icons import icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.widgets import ElidedLabel


class Dock(QDockWidget):
    """One panel that may be closed, moved, floated and shown as a tab among others.

    seen_changed: whether the reader can see the panel, which a tab behind another cannot.
    """

    seen_changed = Signal(bool)

    def __init__(self, name: str, title: str, panel: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.panel = panel
        self._subject = ""
        self._seen = False
        self._heading = ElidedLabel(title)
        self._heading.setProperty("heading", "true")
        self._close = QToolButton()
        self._close.setProperty("small", "true")
        self._close.setToolTip(tr("Close {panel} (F9 brings all panels back)", panel=title))
        self._close.setAccessibleName(tr("Close {panel}", panel=title))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.close)
        self.setTitleBarWidget(self._title_bar())
        panel.setProperty("panel", "true")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(panel)
        self.visibilityChanged.connect(self._note_seen)
        self.dockLocationChanged.connect(self._write_heading)
        self.topLevelChanged.connect(self._write_heading)

    def _title_bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("panel", "true")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 8, 4)
        row.addWidget(self._heading, 1)
        row.addWidget(self._close)
        return bar

    @property
    def seen(self) -> bool:
        """Whether the reader can see the panel."""
        return self._seen

    def set_subject(self, subject: str) -> None:
        """Say what the panel speaks of: beside its title, or below a tab that bears it."""
        self._subject = subject
        self._write_heading()

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._close.setIcon(icon("close", chrome.muted))

    def _note_seen(self, seen: bool) -> None:
        self._write_heading()
        if seen != self._seen:
            self._seen = seen
            self.seen_changed.emit(seen)

    def _write_heading(self) -> None:
        title, window = self.windowTitle(), self.parentWidget()
        tabbed = isinstance(window, QMainWindow) and bool(window.tabifiedDockWidgets(self))
        both = f"{title}: {self._subject}" if self._subject else title
        self._heading.set_text(self._subject if tabbed and self._subject else both)


def scrolled(panel: QWidget) -> QScrollArea:
    """Return a panel that scrolls where its dock is too low for all of it."""
    area = QScrollArea()
    area.setAccessibleName(panel.accessibleName())
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    return area
