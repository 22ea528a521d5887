import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QMenu

from ecgviewer.paper.geometry import Sheet
from ecgviewer.paper.scene import GridLines, Scene
from ecgviewer.paper.theme import COLOURS
from ecgviewer.paper.view import Grid, Layout, Theme
from ecgviewer.ui.menus import fill_menu
from ecgviewer.ui.paint import grid_width_px

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_desk(desk, demo_af):
    desk.open(demo_af)
    return desk


def footer(desk) -> str:
    paper = desk.window.paper
    texts = [text.text for text in paper.page.scene(paper.sheet()).texts]
    return next(text for text in texts if "mm/mV" in text)


def entry(desk, menu_title: str, text: str) -> QAction:
    menu = QMenu(desk.window)
    fill_menu(menu, desk.window)
    inside = next(one for one in menu.findChildren(QMenu) if one.title() == menu_title)
    return next(action for action in inside.actions() if action.text() == text)


def test_ctrl_and_the_keys_of_scales_take_fine_steps(open_desk):
    desk = open_desk
    desk.press(Key.Key_BracketRight, modifier=CTRL)
    desk.press(Key.Key_Plus, modifier=CTRL)
    view = desk.state.view
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (27.5, 11)
    assert footer(desk).startswith("27.5 mm/s  11 mm/mV")
    desk.press(Key.Key_Comma, modifier=CTRL)
    desk.press(Key.Key_Minus, modifier=CTRL)
    desk.press(Key.Key_BracketLeft, modifier=CTRL)
    desk.press(Key.Key_Equal, modifier=CTRL)
    view = desk.state.view
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (22.7, 11)
    desk.press(Key.Key_0, modifier=CTRL)
    view = desk.state.view
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (25, 10)


@pytest.mark.parametrize(
    ("choice", "typed", "field", "value"),
    [("_speed", "33 mm/s", "speed_mm_per_s", 33), ("_gain", "8", "gain_mm_per_mv", 8)],
)
def test_a_typed_scale_is_taken_and_told(open_desk, choice, typed, field, value):
    desk = open_desk
    button = getattr(desk.window.tools, choice)
    other = button.menu().actions()[-1]
    assert other.text() == "Other…"
    other.trigger()
    asked = QApplication.focusWidget()
    assert not button.menu().actions()[-1].isChecked()
    desk.bot.keyClicks(asked, typed)
    desk.bot.keyClick(asked, Key.Key_Return)
    assert getattr(desk.state.view, field) == value
    desk.until(lambda: button.text().startswith(str(value)))
    assert f"{value} mm/" in footer(desk)
    assert desk.window.paper.hasFocus()


def test_nonsense_is_refused_in_the_message_line_and_nothing_changes(open_desk):
    desk = open_desk
    desk.window.tools._speed.menu().actions()[-1].trigger()
    desk.bot.keyClicks(QApplication.focusWidget(), "1000")
    desk.bot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert desk.window.message_line.is_error
    assert desk.window.message_line.text == "The paper speed goes from 1 to 250; 1000 is beyond."
    assert desk.state.view.speed_mm_per_s == 25


def test_a_layout_chosen_with_the_mouse_is_one_and_is_remembered(open_desk):
    desk = open_desk
    desk.window.tools._layout.menu().actions()[1].trigger()
    assert desk.state.view.layout is Layout.SIX_BY_TWO
    assert desk.window.tools._layout.text() == "6×2"
    desk.until(lambda: desk.window.preferences.layout is Layout.SIX_BY_TWO)


def test_esc_leaves_the_question_and_gives_the_keys_back_to_the_paper(open_desk):
    desk = open_desk
    desk.window.tools._gain.menu().actions()[-1].trigger()
    asked = QApplication.focusWidget()
    assert asked is not None
    desk.bot.keyClick(asked, Key.Key_Escape)
    assert not asked.isVisible()
    assert desk.window.paper.hasFocus()
    assert desk.state.view.gain_mm_per_mv == 10


def test_the_pen_is_chosen_in_the_menu_drawn_and_remembered(open_desk):
    desk = open_desk
    paper = desk.window.paper
    thin = ink(paper)
    entry(desk, "Pen", "0.5 mm").trigger()
    assert desk.state.view.trace_mm == 0.5
    assert paper.page.scene(paper.sheet()).trace_mm == 0.5
    assert ink(paper) > 1.2 * thin
    assert entry(desk, "Pen", "0.5 mm").isChecked()
    desk.until(lambda: desk.window.preferences.view(Theme.LIGHT).trace_mm == 0.5)


def ink(paper) -> int:
    """How many pixels of the page, drawn twice as sharp, are dark."""
    picture = paper.picture(paper.size(), 2.0)
    width, height = picture.width(), picture.height()
    dark = 0
    for y in range(0, height, 3):
        dark += sum(QColor(picture.pixel(x, y)).lightness() < 60 for x in range(0, width, 3))
    return dark


def test_the_menu_offers_three_papers_and_t_goes_between_light_and_dark(open_desk):
    desk = open_desk
    entry(desk, "Paper", "As printed").trigger()
    assert desk.state.view.theme is Theme.PRINT
    picture = desk.window.paper.picture(desk.window.paper.size())
    assert picture.pixelColor(1, 1) in (
        QColor(COLOURS[Theme.PRINT].paper),
        QColor(COLOURS[Theme.PRINT].minor),
        QColor(COLOURS[Theme.PRINT].major),
    )
    for wanted in (Theme.DARK, Theme.LIGHT, Theme.DARK, Theme.LIGHT):
        desk.press(Key.Key_T)
        assert desk.state.view.theme == wanted
    assert entry(desk, "Paper", "Light").isChecked()


@pytest.mark.parametrize(
    ("theme", "px_per_mm", "widths"),
    [
        (Theme.LIGHT, 16.0, (1, 1)),
        (Theme.DARK, 16.0, (1, 1)),
        (Theme.PRINT, 3.78, (1, 1)),
        (Theme.PRINT, 16.0, (2, 3)),
    ],
)
def test_the_printed_paper_has_lines_as_wide_as_on_paper(theme, px_per_mm, widths):
    sheet = Sheet(265.0, 190.0, px_per_mm)
    scene = Scene(sheet, theme, GridLines(Grid.SMALL, 0.0, 0.0))
    assert (grid_width_px(scene, 1), grid_width_px(scene, 5)) == widths
