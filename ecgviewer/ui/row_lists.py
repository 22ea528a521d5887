"""What lists of the window share: rows that Delete takes away, the menu of a record's row."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from ecgviewer.core.text import tr
from ecgviewer.ui.widgets import asks_for

_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DeletingList(QListView):
    """A list that leaves letters to the window's keys, and takes Delete for its rows."""

    delete_wished = Signal()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window's keys."""
        if asks_for(event, _DELETING):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the row that the keyboard is on."""
        if event.key() in _DELETING:
            self.delete_wished.emit()
        else:
            super().keyPressEvent(event)


def record_menu(
    parent: QWidget,
    index: Callable[[], QModelIndex],
    opens: SignalInstance,
    compares: SignalInstance,
) -> QMenu:
    """Return a menu of what can be done with a record; it is gone once it is closed.

    index: where the record's row stands by then.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, key, wished in (
        (tr("Open"), "Enter", opens),
        (tr("Compare, below"), "Shift+Enter", compares),
    ):
        action = menu.addAction(f"{words}\t{key}")
        action.triggered.connect(lambda _=False, w=wished: w.emit(index()))
    return menu
