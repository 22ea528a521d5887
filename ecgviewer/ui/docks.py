"""Panels at the sides: docks with a quiet title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from ecgviewer.ui.icons import icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.widgets import label


class Dock(QDockWidget):
    """One panel that may be closed, moved and floated."""

    def __init__(self, name: str, title: str, panel: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.panel = panel
        self._close = QToolButton()
        self._close.setProperty("small", "true")
        self._close.setToolTip(f"Close {title} (F9 brings all panels back)")
        self._close.setAccessibleName(f"Close {title}")
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.close)
        self.setTitleBarWidget(self._title_bar(title))
        panel.setProperty("panel", "true")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(panel)

    def _title_bar(self, title: str) -> QWidget:
        bar = QWidget()
        bar.setProperty("panel", "true")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 8, 4)
        row.addWidget(label(title, kind="heading"), 1)
        row.addWidget(self._close)
        return bar

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._close.setIcon(icon("close", chrome.muted))
