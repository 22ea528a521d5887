import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.paper.view import Theme, View
from ecgviewer.signal.pyramid import build
from ecgviewer.ui.ribbon import Ribbon, overview
from tests.paper.made_record import flat, made_record


@pytest.fixture
def ribbon(qtbot: QtBot) -> Ribbon:
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.resize(1000, ribbon.height())
    return ribbon


def long_record(**more: object) -> Record:
    """1000 s: a second is a pixel of a ribbon of 1000."""
    return made_record(flat(1000.0, n_leads=1), ("II",), annotations=more.get("marks", ()))  # type: ignore[arg-type]  # the one key


def show(ribbon: Ribbon, record: Record, start_s: float = 100.0) -> None:
    ribbon.show_record(record)
    start = round(start_s * record.rate_hz)
    ribbon.set_view(View(start_s=start_s), (start, start + 5000))


def test_a_click_centres_the_page_there(ribbon, qtbot):
    show(ribbon, long_record())
    with qtbot.waitSignal(ribbon.moved) as moved:
        qtbot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(500, 20))
    assert moved.args == [pytest.approx(495.0)]


def test_the_handle_moves_by_what_it_is_dragged(ribbon, qtbot):
    show(ribbon, long_record())
    told: list[float] = []
    ribbon.moved.connect(told.append)
    qtbot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(102, 20))
    assert not told
    qtbot.mouseMove(ribbon, QPoint(202, 20))
    assert told[-1] == pytest.approx(200.0)
    qtbot.mouseRelease(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(202, 20))
    qtbot.mouseMove(ribbon, QPoint(300, 20))
    assert told[-1] == pytest.approx(200.0)


@pytest.mark.parametrize(("x", "start_s"), [(0, 0.0), (999, 990.0)])
def test_the_page_never_leaves_the_record(ribbon, qtbot, x, start_s):
    show(ribbon, long_record(), 500.0)
    with qtbot.waitSignal(ribbon.moved) as moved:
        qtbot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    assert moved.args == [start_s]


def test_an_empty_ribbon_moves_nothing(ribbon, qtbot):
    ribbon.show_record(None)
    with qtbot.assertNotEmitted(ribbon.moved):
        qtbot.mousePress(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(500, 20))
    assert not ribbon.grab().isNull()


@pytest.mark.parametrize("width", [50, 313, 1000, 5000])
def test_the_overview_holds_the_records_extremes_whatever_its_width(width):
    samples = flat(20.0, n_leads=1)
    samples[0, 7777], samples[0, 3333] = 2.0, -1.0
    low, high = overview(build(made_record(samples, ("II",)), Task()), 0, width)
    assert (low.size, low.min(), high.max()) == (width, -1.0, 2.0)
    assert high.argmax() / width == pytest.approx(0.7777, abs=0.02 + 1 / width)


def test_unusual_beats_and_rhythms_leave_ink_and_normal_ones_none(ribbon):
    def picture(*marks: Annotation) -> object:
        show(ribbon, long_record(marks=marks))
        return ribbon.grab().toImage()

    empty = picture()
    assert picture(Annotation(200_000, 200_000, "N"), Annotation(0, 0, "(N")) == empty
    assert picture(Annotation(200_000, 200_000, "V")) != empty
    assert picture(Annotation(200_000, 200_000, "(AFIB")) != empty


@pytest.mark.parametrize("theme", list(Theme))
def test_signals_with_gaps_or_nothing_else_are_painted(ribbon, theme):
    samples = np.full((1, 50_000), np.nan, dtype=np.float32)
    for fill in (np.nan, 0.5):
        samples[:, :1000] = fill
        record = made_record(samples, ("II",))
        show(ribbon, record, 0.0)
        ribbon.put_pyramid(build(record, Task()))
        ribbon.set_view(View(theme=theme), (0, 5000))
        assert not ribbon.grab().isNull()
