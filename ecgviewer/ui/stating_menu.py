"""The menu of what a reader can say of one class."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ecgviewer.core.review import Stated
from ecgviewer.core.text import later, tr
from ecgviewer.ui.review_state import Mark

# What is said, in words, with the key that says it too.
STATEMENTS: Final = (
    (Stated.PRESENT, later("It is there"), "C"),
    (Stated.ABSENT, later("It is not there"), "D"),
    (Stated.UNSURE, later("Unsure"), "U"),
)
_SAID_BY: Final = {
    Mark.CONFIRMED: Stated.PRESENT,
    Mark.ADDED: Stated.PRESENT,
    Mark.DISMISSED: Stated.ABSENT,
    Mark.ABSENT: Stated.ABSENT,
    Mark.UNSURE: Stated.UNSURE,
}


def stating_menu(
    parent: QWidget, mark: Mark | None, say: Callable[[Stated | None], object]
) -> QMenu:
    """Return a menu that calls ``say`` with what is chosen, None to take back what is said."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    present = _SAID_BY[mark] if mark is not None else None
    for stated, words, key in STATEMENTS:
        action = menu.addAction(f"{tr(words)}\t{key}")
        action.setCheckable(True)
        action.setChecked(stated is present)
        action.triggered.connect(lambda _=False, stated=stated: say(stated))
    menu.addSeparator()
    withdraw = menu.addAction(f"{tr('Take back')}\tX")
    withdraw.setEnabled(present is not None)
    withdraw.triggered.connect(lambda: say(None))
    return menu
