"""What tests of the review share: short ways to say something and to see what is shown."""

from PySide6.QtCore import Qt

from ecgviewer.ui.class_ink import button_box
from ecgviewer.ui.review_state import suggested

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def panel(desk):
    return desk.window.panels.review


def row(desk, label):
    return next(row for row in panel(desk).list.rows if row.label == label)


def said(desk):
    return dict(desk.state.review.classes)


def click_statement(desk, label, stated):
    """Click one of the three buttons of a class."""
    shown = panel(desk).list
    place = [row.label for row in shown.rows].index(label)
    index = shown.model().index(place, 0)
    shown.scrollTo(index)
    at = button_box(shown.visualRect(index), stated).center().toPoint()
    desk.bot.mouseClick(shown.viewport(), LEFT, pos=at)


def disagree(desk):
    """Say the opposite of what the model says of the chosen class; return its label."""
    label = desk.state.label
    desk.press(Key.Key_D if suggested(desk.state, label) else Key.Key_C)
    return label


def steps(desk):
    return len(desk.state.review.steps)
