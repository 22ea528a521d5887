"""The field that a list is searched with."""

from PySide6.QtGui import QIcon

from ecgviewer.ui.icons import icon
from ecgviewer.ui.look import Chrome
from ecgviewer.ui.message_line import GivenUpField


class SearchField(GivenUpField):
    """A field with a magnifying glass; shows ``hint`` while it is empty."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._glass = self.addAction(QIcon(), self.ActionPosition.LeadingPosition)

    def set_chrome(self, chrome: Chrome) -> None:
        """Take the colours of the theme."""
        self._glass.setIcon(icon("search", chrome.muted))
