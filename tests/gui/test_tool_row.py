"""A narrow window keeps all tools: buttons lose their words, then a menu has what is left out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from ecgviewer.paper.view import Layout, Theme
from ecgviewer.ui.tool_overflow import Fit, fit_for

Key = Qt.Key
# The offscreen platform says these of menus.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)
WIDTHS = [(100, 40), (80, 80), (90, 40), (60, 60)]
RANKS = [3, 0, 2, 1]


def narrow(desk, width_px):
    desk.window.resize(width_px, 700)
    QApplication.processEvents()
    return desk.window.tools


def on_show(tools):
    """Return the buttons of the row that a reader sees, from the left."""
    row = tools.rect()
    shown = [one for one in tools.findChildren(QToolButton) if one.isVisible()]
    assert all(row.contains(one.geometry()) for one in shown)
    return {one.accessibleName() for one in shown}


def entries(menu):
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_words_go_first_and_then_tools_by_their_rank():
    assert fit_for(WIDTHS, RANKS, 330, 30) == Fit()
    assert fit_for(WIDTHS, RANKS, 329, 30) == Fit(worded=False)
    assert fit_for(WIDTHS, RANKS, 220, 30) == Fit(worded=False)
    assert fit_for(WIDTHS, RANKS, 219, 30) == Fit(worded=False, hidden=frozenset({1}))
    assert fit_for(WIDTHS, RANKS, 169, 30) == Fit(worded=False, hidden=frozenset({1, 3}))
    assert fit_for(WIDTHS, RANKS, 0, 30) == Fit(worded=False, hidden=frozenset({0, 1, 2, 3}))


def test_every_tool_is_in_the_row_or_in_its_menu_at_every_width(desk, demo_af):
    desk.open(demo_af)
    tools = narrow(desk, 1280)
    all_tools = on_show(tools) | {"More tools"}
    assert tools.more is None
    assert "Layout of the leads (L)" in all_tools
    for width_px in range(1240, 640, -40):
        tools = narrow(desk, width_px)
        missing = all_tools - on_show(tools)
        if tools.more is None:
            assert missing == {"More tools"}
        else:
            assert "Menu" not in missing
            assert missing <= {entry.rstrip("…") for entry in entries(tools.more)}
    assert on_show(narrow(desk, 1280)) | {"More tools"} == all_tools


def test_what_has_no_room_is_reached_by_keys_alone(desk, demo_af):
    desk.open(demo_af)
    tools = narrow(desk, 760)
    assert "Light or dark" not in on_show(tools)
    desk.press(Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "More tools"
    desk.bot.keyClick(menu, Key.Key_Down)
    desk.bot.keyClick(menu, Key.Key_Return)
    desk.until(tools.more.isVisible)
    while tools.more.activeAction() is None or tools.more.activeAction().text() != "Light or dark":
        desk.bot.keyClick(tools.more, Key.Key_Down)
    desk.bot.keyClick(tools.more, Key.Key_Return)
    assert desk.state.view.theme is Theme.DARK
    assert QApplication.activePopupWidget() is None


def test_a_choice_that_has_no_room_is_a_menu_of_the_menu(desk, demo_af):
    desk.open(demo_af)
    tools = narrow(desk, 660)
    tools.more.aboutToShow.emit()
    offered = next(a for a in tools.more.actions() if a.text().startswith("Filter"))
    offered.menu().aboutToShow.emit()
    notch = next(a for a in offered.menu().actions() if a.text() == "Notch 50 Hz")
    notch.trigger()
    assert desk.state.view.display_filter.notch_hz == 50


def test_tools_that_come_back_are_of_as_much_use_as_before(desk, demo_af):
    tools = narrow(desk, 760)
    assert entries(tools.more)
    assert not any(action.isEnabled() for action in tools.more.actions() if action.menu())
    tools = narrow(desk, 1280)
    assert not tools._pace.isEnabled()
    assert not tools._play.isEnabled()
    narrow(desk, 760)
    desk.open(demo_af)
    tools = narrow(desk, 1280)
    assert tools._pace.isEnabled()
    assert tools._play.isEnabled()
    assert tools.more is None


def test_words_come_back_with_the_room(desk, demo_af):
    desk.open(demo_af)
    wide = on_show(narrow(desk, 1280))
    narrow(desk, 700)
    desk.press(Key.Key_L)
    assert desk.state.view.layout is not Layout.THREE_BY_FOUR
    assert on_show(narrow(desk, 1280)) == wide
    styles = {one.toolButtonStyle() for one in desk.window.tools.findChildren(QToolButton)}
    assert Qt.ToolButtonStyle.ToolButtonTextBesideIcon in styles
