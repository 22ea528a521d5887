import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from ecgviewer.paper.view import Grid, Layout, Theme
from ecgviewer.ui.manual_window import Manual
from ecgviewer.ui.menus import fill_menu
from ecgviewer.ui.shortcut_sheet import ShortcutSheet

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def long_desk(desk, demo_long):
    desk.open(demo_long)
    return desk


def test_keys_move_in_time(long_desk):
    desk, page_s = long_desk, long_desk.window.paper.page_s()
    duration_s = desk.state.record.duration_s
    for key, modifier, start_s in (
        (Key.Key_Right, None, 1.0),
        (Key.Key_Right, SHIFT, 1.2),
        (Key.Key_Left, SHIFT, 1.0),
        (Key.Key_Left, None, 0.0),
        (Key.Key_Left, None, 0.0),
        (Key.Key_PageDown, None, page_s - 1),
        (Key.Key_PageUp, None, 0.0),
        (Key.Key_End, None, duration_s - page_s),
        (Key.Key_Home, None, 0.0),
    ):
        desk.press(key, modifier=modifier)
        assert desk.state.view.start_s == pytest.approx(start_s), key


def test_moving_reads_what_comes_into_view(long_desk):
    desk = long_desk
    desk.press(Key.Key_End)
    desk.until_idle()
    assert desk.window.paper.page.missing_span(desk.window.paper.sheet()) is None


def test_keys_change_scales(long_desk):
    desk = long_desk
    desk.press(Key.Key_Plus)
    assert desk.state.view.gain_mm_per_mv == 20
    desk.press(Key.Key_Equal)
    assert desk.state.view.gain_mm_per_mv == 40
    desk.press(Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
    assert desk.state.view.gain_mm_per_mv == 5
    desk.press(Key.Key_BracketRight)
    assert desk.state.view.speed_mm_per_s == 50
    desk.press(Key.Key_Comma, Key.Key_BracketLeft)
    assert desk.state.view.speed_mm_per_s == 12.5
    desk.press(Key.Key_0, modifier=CTRL)
    view = desk.state.view
    assert (view.speed_mm_per_s, view.gain_mm_per_mv) == (25, 10)


def test_keys_change_layout_grid_theme_and_overlay(desk, demo_af):
    desk.open(demo_af)
    desk.press(Key.Key_L)
    assert desk.state.view.layout is Layout.SIX_BY_TWO
    desk.press(Key.Key_L, modifier=SHIFT)
    assert desk.state.view.cabrera
    desk.press(Key.Key_G)
    assert desk.state.view.grid is Grid.LARGE
    desk.press(Key.Key_T)
    assert desk.state.view.theme is Theme.DARK
    desk.press(Key.Key_O)
    assert not desk.state.overlay.visible
    desk.press(Key.Key_W)
    assert not desk.state.annotations_visible
    desk.press(Key.Key_Down)
    assert desk.state.view.rhythm_lead == "III"
    desk.press(Key.Key_Up)
    assert desk.state.view.rhythm_lead == "II"


def test_the_look_is_remembered(desk, demo_af):
    desk.open(demo_af)
    desk.press(Key.Key_L, Key.Key_T, Key.Key_Plus)
    desk.until(lambda: not desk.window._view_rests.isActive())
    kept = desk.window.preferences.view(Theme.LIGHT)
    assert (kept.layout, kept.theme, kept.gain_mm_per_mv) == (
        Layout.SIX_BY_TWO,
        Theme.DARK,
        20,
    )


def test_space_plays_and_pauses(long_desk):
    desk = long_desk
    desk.press(Key.Key_Space)
    assert desk.state.playing
    desk.until(lambda: desk.state.view.start_s > 0.2)
    desk.press(Key.Key_Space)
    stopped_s = desk.state.view.start_s
    assert not desk.state.playing
    desk.press(Key.Key_Right)
    assert desk.state.view.start_s == pytest.approx(stopped_s + 1)


def test_playing_stops_at_the_end(long_desk):
    desk = long_desk
    desk.press(Key.Key_End, Key.Key_Space)
    desk.until(lambda: not desk.state.playing)
    assert desk.window.paper.visible_span()[1] == desk.state.record.n_samples


def test_a_typed_time_is_gone_to(long_desk):
    desk = long_desk
    desk.press(Key.Key_G, modifier=CTRL)
    field = QApplication.focusWidget()
    desk.bot.keyClicks(field, "2:05.5")
    desk.bot.keyClick(field, Key.Key_Return)
    assert desk.state.view.start_s == pytest.approx(125.5)


def test_letters_go_into_a_text_field_that_has_the_keyboard(desk, demo_af):
    desk.open(demo_af)
    desk.window.docks["files"].show()
    desk.press(Key.Key_F)
    search = desk.window.files.search
    assert search.hasFocus()
    desk.bot.keyClicks(search, "lot")
    assert search.text() == "lot"
    assert desk.state.view.layout is Layout.THREE_BY_FOUR


@pytest.mark.parametrize(("typed", "key"), [("soon", Key.Key_Return), ("1:15", Key.Key_Escape)])
def test_after_a_wrong_time_or_none_the_keyboard_is_back_at_the_paper(desk, demo_long, typed, key):
    desk.open(demo_long)
    desk.press(Key.Key_G, modifier=CTRL)
    field = QApplication.focusWidget()
    desk.bot.keyClicks(field, typed)
    desk.bot.keyClick(field, key)
    assert desk.window.paper.hasFocus()
    assert desk.state.view.start_s == 0


def test_esc_ends_a_search_and_gives_all_records_and_the_paper_back(desk, demo_af):
    desk.open(demo_af)
    rows = desk.window.files.list.model().rowCount
    n_files = rows()
    desk.press(Key.Key_F)
    search = desk.window.files.search
    desk.bot.keyClicks(search, "lbbb ")
    assert rows() == 1
    desk.bot.keyClick(search, Key.Key_Escape)
    assert rows() == n_files
    assert desk.window.paper.hasFocus()


def test_space_presses_no_button_of_the_tool_row(desk):
    for action in desk.window.tools.actions():
        widget = desk.window.tools.widgetForAction(action)
        assert widget.focusPolicy() in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.TabFocus)
        assert not widget.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_alt_and_a_digit_put_the_keyboard_into_a_panel(desk, demo_af):
    desk.open(demo_af)
    window = desk.window
    for key, widget in (
        (Key.Key_1, window.files.list),
        (Key.Key_3, window.findings.list),
        (Key.Key_5, window.facts),
        (Key.Key_2, window.paper),
    ):
        desk.bot.keyClick(window.focusWidget() or window, key, ALT)
        assert widget.hasFocus(), key


def test_f9_closes_all_panels_and_brings_them_back(desk):
    window = desk.window
    before = {name for name, dock in window.docks.items() if dock.isVisible()}
    desk.press(Key.Key_F9)
    assert not any(dock.isVisible() for dock in window.docks.values())
    desk.press(Key.Key_F9)
    assert {name for name, dock in window.docks.items() if dock.isVisible()} == before


def test_f11_leaves_paper_ribbon_and_a_strip_of_findings(desk, demo_af):
    desk.open(demo_af)
    window = desk.window
    desk.press(Key.Key_F11)
    assert window.isFullScreen()
    assert window.centre.strip.isVisible()
    assert not window.tools.isVisible()
    desk.press(Key.Key_F11)
    assert not window.isFullScreen()
    assert window.tools.isVisible()


@pytest.mark.parametrize(("key", "kind"), [(Key.Key_Question, ShortcutSheet), (Key.Key_F1, Manual)])
def test_help_opens_beside_the_window(desk, key, kind):
    desk.press(key)
    (dialog,) = desk.window.findChildren(kind)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.close()


def test_the_sheet_of_keys_and_the_menu_have_room_on_a_small_screen(desk, demo_af):
    desk.open(demo_af)
    sheet = ShortcutSheet(desk.window)
    assert sheet.sizeHint().width() <= 1280
    assert sheet.sizeHint().height() <= 760
    menu = QMenu(desk.window)
    fill_menu(menu, desk.window)
    # Where the screen is too low for it, a menu gets a second column.
    assert menu.sizeHint().height() <= 760
    assert {menu.actionGeometry(action).left() for action in menu.actions()} == {
        menu.actionGeometry(menu.actions()[0]).left()
    }


def test_z_fits_the_page_to_the_window_and_brings_true_scale_back(desk, demo_af):
    desk.open(demo_af)
    desk.window.resize(1600, 1000)
    desk.until(lambda: desk.window.paper.sheet().magnification > 1)
    desk.press(Key.Key_Z)
    assert desk.window.paper.sheet().magnification == 1
    desk.press(Key.Key_Z)
    assert desk.window.paper.sheet().magnification > 1


def test_escape_puts_an_error_away_then_leaves_full_screen(desk, demo_af, tmp_path):
    desk.open(demo_af)
    desk.press(Key.Key_F11)
    desk.until(desk.window.isFullScreen)
    desk.window.opening.open_path(tmp_path / "none.hea")
    desk.until(lambda: desk.window.message_line.is_error)
    desk.until_idle()
    desk.press(Key.Key_Escape)
    assert not desk.window.message_line.is_error
    assert desk.window.isFullScreen()
    desk.press(Key.Key_Escape)
    desk.until(lambda: not desk.window.isFullScreen())
    assert not desk.window.actions_by_name["full_screen"].isChecked()
