"""Whatever can be clicked or focused has a name that a screen reader can say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)


def speaks(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return bool(widget.accessibleName() or text.strip())


def is_for_the_reader(widget: QWidget) -> bool:
    """Leave out what Qt makes for itself: scroll bars, the tabs of docks, a field's cross."""
    of_qt = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit)
    if of_qt or isinstance(widget, QScrollBar | QTabBar):
        return False
    focused = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return focused or isinstance(widget, QAbstractButton)


def nameless(window: QWidget) -> list[str]:
    widgets = [one for one in window.findChildren(QWidget) if is_for_the_reader(one)]
    assert len(widgets) > 30
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in widgets
        if not speaks(one)
    ]


def test_every_widget_that_takes_clicks_or_keys_has_a_name(desk):
    assert nameless(desk.window) == []


def test_with_a_record_open_too_and_so_have_the_panels(desk, demo_af):
    desk.open(demo_af)
    assert nameless(desk.window) == []
    panels = [dock.widget() for dock in desk.window.findChildren(QDockWidget)]
    assert [type(panel).__name__ for panel in panels if not panel.accessibleName()] == []
