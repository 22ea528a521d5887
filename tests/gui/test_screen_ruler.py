import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox

from ecgviewer.paper.geometry import ScreenScale
from ecgviewer.paper.theme import COLOURS
from ecgviewer.paper.view import Layout, Theme
from ecgviewer.ui.footer_link import scale_words_area
from ecgviewer.ui.screen_ruler import CARD_HEIGHT_MM, CARD_WIDTH_MM, ScreenRuler, ask_ruler
from ecgviewer.ui.screen_scale import screen_key
from tests.gui.pointer import Pointer

ROOT = Path(__file__).resolve().parents[2]
Key = Qt.Key
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def ruler(desk, demo_af):
    """A window with a record, and the dialog over it."""
    desk.open(demo_af)
    dialog = ask_ruler(desk.window)
    with desk.bot.waitExposed(dialog):
        dialog.show()
    return desk, dialog


def footer(desk) -> str:
    paper = desk.window.paper
    return next(t.text for t in paper.page.scene(paper.sheet()).texts if "mm/mV" in t.text)


def kept(desk) -> float | None:
    return desk.window.preferences.screen_px_per_mm(screen_key(desk.window.screen()))


def test_arrow_keys_change_the_line_by_a_tenth_of_a_millimetre(ruler):
    desk, dialog = ruler
    assert dialog.length.value() == 100.0
    before = dialog.picture.line().length()
    desk.bot.keyClick(dialog.slider, Key.Key_Right)
    assert dialog.length.value() == pytest.approx(100.1)
    assert dialog.picture.line().length() == pytest.approx(1.001 * before)
    desk.bot.keyClick(dialog.slider, Key.Key_Left)
    desk.bot.keyClick(dialog.slider, Key.Key_Left)
    assert dialog.length.value() == pytest.approx(99.9)
    desk.bot.keyClick(dialog.slider, Key.Key_PageUp)
    assert dialog.length.value() == pytest.approx(100.9)
    desk.bot.keyClick(dialog.length, Key.Key_Up)
    assert dialog.slider.value() == 1010


def test_the_line_is_100_mm_where_the_card_has_its_size_and_both_begin_at_one_place(ruler):
    _, dialog = ruler
    for length_mm in (80.0, 100.0, 130.0):
        dialog.length.setValue(length_mm)
        line, card, px = dialog.picture.line(), dialog.picture.card(), dialog.px_per_mm
        assert line.length() == pytest.approx(100 * px)
        assert card.width() == pytest.approx(CARD_WIDTH_MM * px)
        assert card.height() == pytest.approx(CARD_HEIGHT_MM * px)
        assert line.x1() == card.left() == 12
        assert dialog.picture.width() >= line.x2()
        assert dialog.picture.height() >= card.bottom()


def test_ok_keeps_the_scale_and_the_footer_says_so(ruler):
    desk, dialog = ruler
    assert "✓" not in footer(desk)
    dialog.length.setValue(104.2)
    px_per_mm = dialog.px_per_mm
    desk.bot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    paper = desk.window.paper
    assert paper.sheet().px_per_mm == pytest.approx(px_per_mm)
    assert paper.sheet().true_scale
    assert "true scale ✓" in footer(desk)
    assert "true scale ✓" in desk.window.message_line.text
    assert kept(desk) == pytest.approx(px_per_mm)
    desk.window.resize(1500, 900)
    assert paper.sheet().px_per_mm == pytest.approx(px_per_mm)


def test_a_page_that_was_fitted_to_the_window_becomes_true(desk, demo_af):
    desk.open(demo_af)
    desk.window.change_view(fit=True)
    ask_ruler(desk.window).accept()
    assert desk.window.paper.sheet().true_scale


def test_esc_changes_nothing(ruler):
    desk, dialog = ruler
    sheet = desk.window.paper.sheet()
    dialog.length.setValue(120.0)
    desk.bot.keyClick(dialog, Key.Key_Escape)
    assert desk.window.paper.sheet() == sheet
    assert kept(desk) is None


def test_the_screens_own_report_can_be_used_again(ruler):
    desk, dialog = ruler
    dialog.accept()
    again = ask_ruler(desk.window)
    (report,) = [b for b in again.buttons.buttons() if "own report" in b.text()]
    assert report.isEnabled()
    report.click()
    assert kept(desk) is None
    assert "✓" not in footer(desk)
    assert "own report" in desk.window.message_line.text


@pytest.mark.parametrize("length_mm", [40.0, 400.0])
def test_a_screen_beyond_belief_is_refused_in_a_sentence(qtbot, length_mm):
    dialog = ScreenRuler(8.0 if length_mm > 100 else 4.0, None)
    qtbot.addWidget(dialog)
    dialog.length.setValue(length_mm)
    assert not dialog.buttons.button(OK).isEnabled()
    assert "between 50 and 600" in dialog.told.text()
    dialog.length.setValue(100.0)
    assert dialog.buttons.button(OK).isEnabled()
    assert "pixels an inch" in dialog.told.text()


def test_the_line_begins_with_what_was_kept_and_is_told_by_the_screens_own_report(qtbot):
    dialog = ScreenRuler(4.0, 4.2)
    qtbot.addWidget(dialog)
    assert dialog.length.value() == pytest.approx(105.0)
    assert dialog.px_per_mm == pytest.approx(4.2)


def test_the_next_start_remembers_each_screen_and_no_nonsense(desk, make_desk):
    preferences = desk.window.preferences
    key = screen_key(desk.window.screen())
    preferences.keep_screen("another|screen||1x1", 9.0)
    preferences.keep_screen(key, 4.4)
    assert make_desk().window.screen_scale.scale == ScreenScale(4.4, by_ruler=True)
    assert preferences.screen_px_per_mm("another|screen||1x1") == 9.0
    for nonsense in (0.0, 1.0, 99.0):
        preferences.keep_screen(key, nonsense)
        assert make_desk().window.screen_scale.scale == ScreenScale()
    preferences._settings.setValue("screens", "[broken")
    assert preferences.screen_px_per_mm(key) is None
    preferences.keep_screen(key, 4.0)
    assert preferences.screen_px_per_mm(key) == 4.0


def test_a_click_on_the_footers_scale_opens_the_ruler(desk, demo_af):
    desk.open(demo_af)
    paper = desk.window.paper
    area = scale_words_area(paper.page, paper.sheet())
    px = paper.sheet().px_per_mm / paper.devicePixelRatioF()
    pointer = Pointer(paper)
    pointer.hover(area.center() * px)
    assert paper.cursor().shape() is Qt.CursorShape.PointingHandCursor
    pointer.hover(QPointF(area.left() - 10, area.center().y()) * px)
    assert paper.cursor().shape() is Qt.CursorShape.ArrowCursor
    pointer.click(QPointF(area.left() - 10, area.center().y()) * px)
    assert not desk.window.findChildren(ScreenRuler)
    pointer.click(area.center() * px)
    (dialog,) = desk.window.findChildren(ScreenRuler)
    assert dialog.isVisible()
    dialog.reject()


def test_the_menu_has_it(desk):
    desk.window._menu.aboutToShow.emit()
    texts = [action.text() for action in desk.window._menu.actions()]
    assert "Calibrate the screen…" in texts


def large_lines_px(desk, ratio: float) -> np.ndarray:
    """Columns of the 5 mm lines in a picture of the page."""
    paper = desk.window.paper
    picture = paper.picture(QSize(1044, 760), ratio)
    wanted = QColor(COLOURS[Theme.LIGHT].major)
    row = picture.height() - 2
    return np.array([x for x in range(picture.width()) if picture.pixelColor(x, row) == wanted])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("px_per_mm", [3.7795, 4.13])
def test_100_mm_on_paper_are_100_mm_on_the_screen_within_half_a_pixel(
    desk, demo_af, ratio, px_per_mm
):
    desk.open(demo_af)
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE)
    desk.window.paper.set_screen_scale(ScreenScale(px_per_mm, by_ruler=True))
    lines = large_lines_px(desk, ratio)
    assert len(lines) > 21
    # Every line stands within half a pixel of where a ruler has it.
    away = lines - np.arange(len(lines)) * 5 * px_per_mm * ratio
    assert (away.max() - away.min()) / 2 <= 0.5
    between = (lines[20:] - lines[:-20]).mean()
    assert between == pytest.approx(100 * px_per_mm * ratio, abs=0.5)


_TWO_SCREENS = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.screen_scale import screen_key
application = make_application()
preferences = Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat))
for screen, px_per_mm in zip(QGuiApplication.screens(), (4.0, 5.5)):
    preferences.keep_screen(screen_key(screen), px_per_mm)
window = MainWindow(preferences)
window.resize(900, 600)
window.show()
for x in (50, 1800, 60):
    window.move(x, 50)
    application.processEvents()
    print(window.paper.sheet().px_per_mm, window.paper.sheet().true_scale)
window.close()
"""


def test_another_screen_has_its_own_scale(tmp_path, monkeypatch):
    size = {"width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": "one", "x": 0, "y": 0, **size}, {"name": "two", "x": 1600, "y": 0, **size}]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={config}")
    command = [sys.executable, "-c", _TWO_SCREENS, str(tmp_path / "settings.ini")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.stdout.split() == ["4.0", "True", "5.5", "True", "4.0", "True"], done.stderr
