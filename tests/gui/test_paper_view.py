import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.view import Layout, Overlay, Theme, View
from ecgviewer.signal.pyramid import build
from ecgviewer.ui.paper_view import PaperView
from tests.paper.made_record import flat, made_record

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Window:
    """Answers the paper's wishes the way the main window does."""

    def __init__(self, paper: PaperView) -> None:
        self.paper = paper
        self.views: list[View] = []
        self.spans: list[tuple[int, int]] = []
        self.record: Record | None = None
        self.answers = True
        paper.view_wished.connect(self._view)
        paper.samples_wished.connect(self._samples)

    def open(self, record: Record) -> None:
        self.record = record
        self.paper.show_record(record)

    def _view(self, view: View) -> None:
        self.views.append(view)
        self.paper.set_view(view)

    def _samples(self, start: int, stop: int) -> None:
        self.spans.append((start, stop))
        if self.answers and self.record is not None:
            self.paper.put_samples(start, self.record.read(start, stop))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    paper = PaperView()
    qtbot.addWidget(paper)
    paper.resize(1044, 760)
    paper.show()
    qtbot.waitExposed(paper)
    return Window(paper)


def wavy(seconds: float = 60.0, n_leads: int = 12) -> Samples:
    time_s = np.arange(round(seconds * 500)) / 500
    wave = np.sin(2 * np.pi * time_s).astype(np.float32)
    return np.tile(wave, (n_leads, 1))


def wheel(paper: PaperView, notches: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(paper.width() / 2, paper.height() / 2)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(paper, event)


def mouse(
    paper: PaperView, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton = LEFT
) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    at = QPointF(x, y)
    QApplication.sendEvent(paper, QMouseEvent(kind, at, at, button, held, NONE))


def drag(
    paper: PaperView, start: tuple[float, float], stop: tuple[float, float],
    button: Qt.MouseButton = LEFT,
) -> None:  # fmt: skip
    mouse(paper, QEvent.Type.MouseButtonPress, *start, button)
    mouse(paper, QEvent.Type.MouseMove, (start[0] + stop[0]) / 2, start[1], button)
    mouse(paper, QEvent.Type.MouseMove, *stop, button)
    mouse(paper, QEvent.Type.MouseButtonRelease, *stop, button)


def test_opening_asks_for_the_first_page_once_and_never_reads_itself(window):
    window.answers = False
    window.open(made_record(wavy()))
    assert len(window.spans) == 1
    start, stop = window.spans[0]
    assert start == 0
    assert 5000 <= stop < 30_000
    window.paper.set_view(View())
    assert len(window.spans) == 1


def test_scrolling_asks_only_for_what_is_not_at_hand(window):
    window.open(made_record(wavy(600)))
    window.spans.clear()
    window.paper.set_view(View(start_s=1.0))
    assert not window.spans
    window.paper.set_view(View(start_s=300.0))
    assert len(window.spans) == 1
    assert window.spans[0][0] <= 150_000
    assert window.spans[0][1] >= 155_000


def test_the_wheel_moves_one_second_a_notch_and_stops_at_the_ends(window):
    window.open(made_record(wavy()))
    wheel(window.paper, -1)
    wheel(window.paper, -2)
    assert [view.start_s for view in window.views] == [1.0, 3.0]
    wheel(window.paper, 10)
    assert window.views[-1].start_s == 0.0
    wheel(window.paper, 1)
    assert len(window.views) == 3
    wheel(window.paper, -1000)
    assert window.views[-1].start_s == 50.0


def test_ctrl_wheel_zooms_about_the_pointer(window):
    window.open(made_record(wavy(600)))
    window.paper.set_view(View(start_s=100.0, layout=Layout.TWELVE_BY_ONE))
    wheel(window.paper, 3, CTRL)
    view = window.views[-1]
    assert view.speed_mm_per_s == 50.0
    assert view.start_s == pytest.approx(102.5, abs=0.2)


def test_shift_wheel_steps_the_gain(window):
    window.open(made_record(wavy()))
    wheel(window.paper, 1, SHIFT)
    wheel(window.paper, -2, SHIFT)
    assert [view.gain_mm_per_mv for view in window.views] == [20.0, 5.0]


@pytest.mark.parametrize("button", [LEFT, MIDDLE])
def test_dragging_left_takes_the_paper_along(window, button):
    window.open(made_record(wavy()))
    px_per_s = 25 * window.paper.sheet().px_per_mm
    drag(window.paper, (600, 300), (600 - 2 * px_per_s, 300), button)
    assert window.views[-1].start_s == pytest.approx(2.0)


def test_the_view_changes_only_through_set_view(window):
    window.paper.view_wished.disconnect(window._view)
    window.open(made_record(wavy()))
    wheel(window.paper, -1)
    assert window.paper.view == View()


def test_a_click_on_a_label_names_its_lead(window, qtbot):
    window.open(made_record(wavy()))
    sheet = window.paper.sheet()
    scene = window.paper.page.scene(sheet)
    label = next(text for text in scene.texts if text.text == "V5")
    at = ((label.x_mm + 1) * sheet.px_per_mm, (label.y_mm - 1) * sheet.px_per_mm)
    with qtbot.waitSignal(window.paper.lead_clicked) as clicked:
        mouse(window.paper, QEvent.Type.MouseButtonPress, *at)
        mouse(window.paper, QEvent.Type.MouseButtonRelease, *at)
    assert clicked.args == ["V5"]


def test_the_message_line_learns_time_lead_and_amplitude(window, qtbot):
    samples = flat()
    samples[1, 2500:] = 0.75
    window.open(made_record(samples))
    window.paper.set_view(View(layout=Layout.RHYTHM))
    sheet = window.paper.sheet()
    scene = window.paper.page.scene(sheet)
    x = (scene.grid.x_mm + 200.0) * sheet.px_per_mm
    with qtbot.waitSignal(window.paper.hovered) as told:
        mouse(
            window.paper, QEvent.Type.MouseMove, x, scene.grid.y_mm * sheet.px_per_mm,
            Qt.MouseButton.NoButton,
        )  # fmt: skip
    assert told.args == ["8.000 s  ·  II  ·  0.75 mV"]


def test_with_a_caliper_in_hand_a_drag_wishes_for_one_and_does_not_pan(window, qtbot):
    window.open(made_record(wavy()))
    window.paper.set_calipers(Calipers(out=True))
    wished: list[Calipers] = []
    window.paper.calipers_wished.connect(wished.append)
    px = window.paper.sheet().px_per_mm
    drag(window.paper, (200, 300), (200 + 10.3 * px, 300 - 12.4 * px))
    assert not window.views
    measured = wished[-1].active
    assert measured is not None
    assert measured.stop - measured.start == pytest.approx(206, abs=1)
    assert measured.legs[1].height - measured.legs[0].height == pytest.approx(1.24)
    assert window.paper._input._tool.calipers == Calipers(out=True)


def test_baselines_stay_where_they_are_while_the_record_scrolls(window):
    samples = wavy(600)
    samples[:, 150_000:] += 3.0
    window.open(made_record(samples))
    first = window.paper.page.scene(window.paper.sheet()).traces[0].segments[:, 1].mean()
    window.paper.set_view(View(start_s=400.0))
    later = window.paper.page.scene(window.paper.sheet()).traces[0].segments[:, 1].mean()
    assert first - later == pytest.approx(30.0, abs=1.5)


def test_extremes_that_come_before_the_samples_give_the_same_baseline(window):
    samples = flat(60.0)
    samples[:, ::400] = -2.0  # deep S waves: the middle between extremes is far from 0 mV
    record = made_record(samples)
    window.answers = False
    window.open(record)
    window.paper.put_pyramid(build(record, Task()))
    level = window.paper.page.page(window.paper.sheet()).levels[0]
    assert level.baseline == pytest.approx(float(np.median(samples[0])), abs=0.01)


def test_a_long_page_is_drawn_from_the_extremes_without_asking_for_samples(window):
    record = made_record(wavy(3600, n_leads=2), ("I", "II"))
    window.answers = False
    window.open(record)
    window.paper.put_pyramid(build(record, Task()))
    window.spans.clear()
    window.paper.set_view(View(speed_mm_per_s=250 / 3600))
    assert not window.spans
    scene = window.paper.page.scene(window.paper.sheet())
    assert len(scene.traces) == 2
    assert all(trace.bars for trace in scene.traces)
    assert window.paper.visible_span() == (0, record.n_samples)


def test_the_whole_of_a_long_record_is_never_asked_for(window):
    window.answers = False
    window.open(made_record(flat(3600.0)))
    window.spans.clear()
    window.paper.set_view(View(speed_mm_per_s=250 / 3600))
    assert not window.spans


def test_extremes_of_another_record_are_refused(window):
    window.open(made_record(wavy()))
    window.paper.put_pyramid(build(made_record(wavy(10)), Task()))
    assert window.paper.page.pyramid is None


def test_visible_span_is_the_page_inside_the_record(window):
    window.open(made_record(wavy()))
    window.paper.set_view(View(start_s=20.0))
    assert window.paper.visible_span() == (10_000, 15_000)
    window.open(made_record(wavy(4)))
    window.paper.set_view(View())
    assert window.paper.visible_span() == (0, 2000)


def test_a_picture_is_as_sharp_as_asked_and_shows_the_same_page(window):
    window.open(made_record(wavy()))
    one = window.paper.picture(QSize(1044, 760), 1.0)
    two = window.paper.picture(QSize(1044, 760), 2.0)
    assert (one.width(), two.width(), two.height()) == (1044, 2088, 1520)
    grabbed = window.paper.grab().toImage().convertToFormat(one.format())
    assert grabbed == one


def test_heat_and_marks_show_and_hide(window):
    record = made_record(wavy(), annotations=[Annotation(500, 500, "V")])
    window.open(record)
    plain = window.paper.picture(QSize(1044, 760))
    window.paper.set_annotations_visible(False)
    unmarked = window.paper.picture(QSize(1044, 760))
    assert plain != unmarked
    values = np.ones((1, 5000), dtype=np.float32)
    heat = Heat("AF", "gradcam", "m", 0, 5000, ("II",), values, values, 1.0)
    window.paper.set_heat(heat, Overlay())
    assert window.paper.picture(QSize(1044, 760)) != unmarked
    window.paper.set_heat(heat, Overlay(visible=False))
    assert window.paper.picture(QSize(1044, 760)) == unmarked


def test_another_record_comes_without_the_last_ones_heat(window):
    window.open(made_record(wavy()))
    values = np.ones((1, 5000), dtype=np.float32)
    window.paper.set_heat(Heat("AF", "g", "m", 0, 5000, ("II",), values, values, 1.0), Overlay())
    window.open(made_record(wavy()))
    assert window.paper.page.heat is None


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_paints_in_every_theme(window, layout, theme):
    window.open(made_record(wavy()))
    window.paper.set_view(View(layout=layout, theme=theme, cabrera=True))
    assert not window.paper.picture(QSize(1044, 760)).isNull()


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (300, 2000), (3840, 300)])
def test_no_size_is_too_odd_to_paint(window, size):
    window.open(made_record(wavy()))
    window.paper.resize(*size)
    assert not window.paper.grab().isNull()


def test_an_empty_paper_takes_every_event_calmly(window):
    window.paper.show_record(None)
    wheel(window.paper, 1)
    wheel(window.paper, 1, CTRL)
    drag(window.paper, (10, 10), (200, 10))
    window.paper.put_samples(0, flat())
    assert window.paper.visible_span() == (0, 0)
    assert not window.views


def test_drawing_five_hundred_pages_drops_no_reference_to_none(window):
    # PySide6 6.12.0 loses one reference to None a call and dies of it on Python 3.11.
    window.open(made_record(flat(1.0)))
    before = sys.getrefcount(None)
    for turn in range(500):
        window.paper.set_view(replace(View(), start_s=turn / 1000))
        window.paper.picture(QSize(80, 60))
    assert sys.getrefcount(None) > before - 500
