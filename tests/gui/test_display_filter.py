"""The filter from its key to the paper."""

import threading

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QLabel, QMenu

from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.paper.filtered import FilteredPart
from ecgviewer.paper.view import Layout, Theme, View
from ecgviewer.signal import filtering
from ecgviewer.signal.display_filter import OFF, USUAL, DisplayFilter
from ecgviewer.ui.menus import fill_menu
from ecgviewer.ui.paper_page import OpenPage, PageImages, sheet_for
from ecgviewer.ui.paper_view import PaperView
from ecgviewer.ui.shortcut_sheet import ShortcutSheet
from tests.gui.leads_net import write_tall_record
from tests.paper.made_record import made_record

CHOSEN = DisplayFilter(0.5, 40, 50)
NONE_DRAWN = "Filter: none  "
USUAL_DRAWN = "Filter: 0.5–40 Hz, display only, measured as drawn  "
SIZE = QSize(1044, 760)


def footer(paper: PaperView) -> str:
    assert paper.page is not None
    texts = [text.text for text in paper.page.scene(paper.sheet()).texts]
    return next(text for text in texts if "mm/s" in text)


def ink(paper: PaperView) -> QImage:
    """The traces alone: the footer tells of the filter too."""
    return paper.picture(SIZE).copy(0, 60, SIZE.width(), SIZE.height() - 120)


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def test_y_puts_the_usual_filter_on_and_takes_it_away(desk, demo_af):
    desk.open(demo_af)
    window, paper = desk.window, desk.window.paper
    plain = ink(paper)
    assert NONE_DRAWN in footer(paper)
    assert window.tools.filter.text() == "Filter off"
    desk.press(Qt.Key.Key_Y)
    assert desk.state.view.display_filter == USUAL
    desk.until(lambda: USUAL_DRAWN in footer(paper))
    assert window.tools.filter.text() == "0.5–40 Hz"
    assert window.actions_by_name["filter"].isChecked()
    assert ink(paper) != plain
    desk.press(Qt.Key.Key_Y)
    assert NONE_DRAWN in footer(paper)
    assert not window.actions_by_name["filter"].isChecked()
    assert ink(paper) == plain


def test_until_the_filtered_samples_are_there_the_paper_says_that_none_is_on(desk, demo_af):
    desk.open(demo_af)
    plain = ink(desk.window.paper)
    desk.press(Qt.Key.Key_Y)
    assert "Filter: none yet  " in footer(desk.window.paper)
    assert ink(desk.window.paper) == plain


def test_the_row_of_tools_offers_the_corners_and_the_last_setting_is_remembered(desk, demo_af):
    desk.open(demo_af)
    choice = desk.window.tools.filter
    for words in ("High-pass 0.05 Hz", "Low-pass 150 Hz", "Notch 50 Hz"):
        choice.fill()
        entries(choice.menu())[words].trigger()
    assert desk.state.view.display_filter == DisplayFilter(0.05, 150, 50)
    assert choice.text() == "0.05–150 Hz, notch 50"
    assert "0.05–150 Hz, notch 50 Hz" in choice.toolTip()
    choice.fill()
    shown = entries(choice.menu())
    assert [text for text, action in shown.items() if action.isChecked()] == [
        "High-pass 0.05 Hz", "Low-pass 150 Hz", "Notch 50 Hz",
    ]  # fmt: skip
    shown["Notch 50 Hz"].trigger()
    assert desk.state.view.display_filter == DisplayFilter(0.05, 150)
    choice.fill()
    entries(choice.menu())["Filter off"].trigger()
    assert desk.state.view.display_filter == OFF
    assert desk.window.preferences.view(Theme.LIGHT).display_filter == OFF
    desk.press(Qt.Key.Key_Y)
    assert desk.state.view.display_filter == DisplayFilter(0.05, 150)
    assert desk.window.preferences.view(Theme.LIGHT).display_filter == DisplayFilter(0.05, 150)


def test_the_menu_and_the_sheet_of_keys_have_the_filter_too(desk, demo_af):
    desk.open(demo_af)
    menu = QMenu(desk.window)
    fill_menu(menu, desk.window)
    assert entries(menu)["Display filter on or off"].shortcut().toString() == "Y"
    (sub,) = [one for one in menu.findChildren(QMenu) if one.title() == "Filter"]
    entries(sub)["Notch 60 Hz"].trigger()
    assert desk.state.view.display_filter == DisplayFilter(notch_hz=60)
    assert desk.window.tools.filter.text() == "Notch 60 Hz"
    sheet = ShortcutSheet(desk.window)
    assert "Display filter on or off" in [label.text() for label in sheet.findChildren(QLabel)]


def test_corners_that_the_rate_cannot_hold_are_grey_and_say_why(desk, tmp_path):
    desk.open(write_tall_record(tmp_path, "slow"))  # at 100 Hz
    choice = desk.window.tools.filter
    choice.fill()
    grey = {text for text, action in entries(choice.menu()).items() if not action.isEnabled()}
    why = "    recorded at 100 Hz, it ends at 50 Hz"
    assert grey == {
        f"{name} Hz{why}" for name in ("Low-pass 100", "Low-pass 150", "Notch 50", "Notch 60")
    }
    desk.window.change_view(display_filter=DisplayFilter(0.5, 150))
    assert choice.text() == "≥ 0.5 Hz"
    desk.until(lambda: "Filter: high-pass 0.5 Hz, display only" in footer(desk.window.paper))
    assert "Low-pass 150 Hz does not fit" in choice.toolTip()
    desk.press(Qt.Key.Key_Y, Qt.Key.Key_Y)
    assert desk.window.message_line.text == (
        "Low-pass 150 Hz does not fit: recorded at 100 Hz, it ends at 50 Hz."
    )


def test_the_io_worker_filters_and_only_what_is_near_the_page(desk, demo_long, monkeypatch):
    threads, spans = set(), []

    def note(record, start, stop, chosen, task):
        threads.add(threading.current_thread())
        spans.append((start, stop))
        return true_filter(record, start, stop, chosen, task)

    true_filter = filtering.read_filtered
    monkeypatch.setattr(filtering, "read_filtered", note)
    desk.open(demo_long)
    desk.press(Qt.Key.Key_End)
    desk.until_idle()
    desk.press(Qt.Key.Key_Y)
    desk.until(lambda: USUAL_DRAWN in footer(desk.window.paper))
    assert threading.main_thread() not in threads
    page = desk.window.paper.visible_span()
    assert spans
    assert all(stop - start < 4 * (page[1] - page[0]) + 9000 for start, stop in spans)
    desk.press(Qt.Key.Key_Home)
    desk.until(lambda: USUAL_DRAWN in footer(desk.window.paper))


def test_a_long_page_is_not_filtered_and_says_so(desk, demo_long):
    desk.open(demo_long)
    desk.press(Qt.Key.Key_Y)
    desk.until(lambda: USUAL_DRAWN in footer(desk.window.paper))
    desk.window.change_view(speed_mm_per_s=2.0)
    desk.until_idle()
    assert "Filter: none on pages over 60 s" in footer(desk.window.paper)
    filtered = ink(desk.window.paper)
    desk.press(Qt.Key.Key_Y)
    assert ink(desk.window.paper) == filtered


def test_the_filter_stays_on_in_the_next_record_whose_first_page_waits_for_none(
    desk, demo_af, demo_long, monkeypatch
):
    desk.open(demo_af)
    desk.press(Qt.Key.Key_Y)
    asked = []
    desk.window.paper.samples_wished.connect(lambda *wish: asked.append(wish[2]))
    desk.open(demo_long)
    assert asked[:2] == [OFF, USUAL]
    desk.until(lambda: USUAL_DRAWN in footer(desk.window.paper))


def test_the_reading_under_the_mouse_is_of_what_is_drawn(desk, tmp_path):
    desk.open(write_tall_record(tmp_path, "restless"))
    paper = desk.window.paper
    desk.window.change_view(layout=Layout.RHYTHM)
    sheet = paper.sheet()
    at = (sheet.width_mm / 2, paper.page.cells(sheet)[0].baseline_mm)
    plain = paper.page.reading_at(sheet, *at)
    desk.window.change_view(display_filter=DisplayFilter(0.5))
    desk.until(lambda: paper.page.is_filtered(sheet))
    assert paper.page.reading_at(sheet, *at) != plain
    assert paper.page.reading_at(sheet, *at).split(" mV")[0] != plain.split(" mV")[0]


def test_a_model_answers_the_same_whether_a_filter_is_on(model_desk, demo_af):
    desk = model_desk
    desk.open(demo_af)
    desk.until(lambda: desk.state.analysis is not None)
    before = desk.state.analysis
    desk.press(Qt.Key.Key_Y)
    desk.until_idle()
    assert desk.state.analysis is before
    desk.press(Qt.Key.Key_F5)
    desk.until(lambda: desk.state.analysis not in (None, before))
    after = desk.state.analysis
    assert [f.probability for f in after.findings] == [f.probability for f in before.findings]


def wandering() -> Samples:
    rng = np.random.default_rng(3)
    samples = rng.normal(0, 0.3, (12, 30_000)).cumsum(axis=1) / 20
    samples += 0.2 * np.sin(np.arange(30_000) / 500 * 2 * np.pi * 50)
    samples[3, 700:900] = np.nan
    return np.clip(samples, -2, 2).astype(np.float32)


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_page_looks_the_same_wherever_it_was_scrolled_to_from(qapp, layout, theme):
    """One page reads all at once, the other in the pieces that scrolling asks for."""
    record = made_record(wandering())
    pages, images = [], [PageImages(), PageImages()]
    for _ in range(2):
        page = OpenPage(record)
        page.view = View(layout=layout, theme=theme, display_filter=CHOSEN)
        sheet = sheet_for(page, SIZE, 1.0, None, None)
        page.wanted_filter(sheet)
        give(page, (0, 8192))
        pages.append(page)
    give(pages[0], (0, record.n_samples))
    for start_s in (0.0, 0.3, 4.0, 12.0, 40.0, 8.3):
        pictures = []
        for page, image in zip(pages, images, strict=True):
            page.view = View(start_s=start_s, layout=layout, theme=theme, display_filter=CHOSEN)
            span = page.missing_span(sheet)
            if span is not None:
                give(page, span)
            assert page.is_filtered(sheet)
            pictures.append(pixels(image.draw(page.scene(sheet), SIZE, page.content)))
        # Of 255: a nanovolt may turn the last bits of a pixel, or make of two strokes within
        # one pixel a single one.
        assert np.abs(pictures[0] - pictures[1]).max() <= 32, f"at {start_s} s"


def pixels(image: QImage) -> NDArray[np.int64]:
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int64)


def give(page: OpenPage, span: tuple[int, int]) -> None:
    raw, seen = filtering.read_filtered(page.record, *span, CHOSEN, Task())
    page.put_samples(span[0], raw, FilteredPart(CHOSEN, seen))


def test_a_picture_of_the_paper_shows_what_the_screen_does(desk, demo_af):
    desk.open(demo_af)
    paper = desk.window.paper
    plain = paper.picture(SIZE, 2.0)
    desk.press(Qt.Key.Key_Y)
    desk.until(lambda: USUAL_DRAWN in footer(paper))
    sharp = paper.picture(SIZE, 2.0)
    assert sharp.size() == SIZE * 2
    assert sharp != plain
