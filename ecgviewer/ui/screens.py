"""Brings a window back whose screen is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

# So much of a window's upper edge must be on a screen for a person to take hold of it.
_GRIP = QSize(120, 24)


def bring_back(window: QWidget) -> None:
    """Move a window onto the first screen where none shows enough of it to be grasped."""
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    frame = window.frameGeometry()
    wanted = on_a_screen(frame, screens)
    if wanted != frame:
        window.resize(wanted.size())
        window.move(wanted.topLeft())


def on_a_screen(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Return the frame, or one of its size in the middle of the first screen, none beyond it."""
    top = QRect(frame.topLeft(), QSize(frame.width(), _GRIP.height()))
    for screen in screens:
        held = top.intersected(screen)
        if held.width() >= _GRIP.width() and held.height() >= _GRIP.height() // 2:
            return frame
    if not screens:
        return frame
    first = screens[0]
    size = frame.size().boundedTo(first.size())
    spare = first.size() - size
    return QRect(first.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)
