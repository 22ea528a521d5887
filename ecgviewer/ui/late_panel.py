"""A panel that is made when somebody first needs it: the window is there sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgviewer.ui.look import LIGHT, Chrome
from ecgviewer.ui.state import ViewState

if TYPE_CHECKING:
    from ecgviewer.ui.panels import Part


class LatePanel(QWidget):
    """Stands for a panel in its dock until the reader sees it, or a command asks for it.

    make: makes the panel, which is a widget, too. size: the room that it wants. made: it is
    there, and shows the state.
    """

    made = Signal()

    def __init__(self, name: str, size: QSize, make: Callable[[], Part]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._size, self._make = size, make
        self._panel: Part | None = None
        self._state, self._chrome = ViewState(), LIGHT
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def panel(self) -> Part:
        """Return the panel; the first to ask has it made."""
        if self._panel is None:
            self._panel = self._make()
            assert isinstance(self._panel, QWidget)
            self._panel.setProperty("panel", "true")
            self._panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._column.addWidget(self._panel)
            self.setFocusProxy(self._panel)
            self._panel.set_chrome(self._chrome)
            self._panel.redraw(ViewState(), self._state)
            self.made.emit()
        return self._panel

    def redraw(self, old: ViewState, new: ViewState) -> None:
        """Show what has changed, or keep it for the panel that is to come."""
        self._state = new
        if self._panel is not None:
            self._panel.redraw(old, new)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._chrome = chrome
        if self._panel is not None:
            self._panel.set_chrome(chrome)

    def sizeHint(self) -> QSize:
        """Return the room that the panel wants."""
        return self._size

    def showEvent(self, event: QShowEvent) -> None:
        """Have the panel made when it is to be seen."""
        self.panel()
        super().showEvent(event)
