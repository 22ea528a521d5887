"""The heart rate of the whole record, and what the overview tells and keeps."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.paper.view import Theme, View
from ecgviewer.signal.rate_track import rate_track
from ecgviewer.signal.record_beats import RecordBeats
from ecgviewer.ui.ribbon import Ribbon
from ecgviewer.ui.ribbon_rate import RATE_ROW_PX
from tests.gui.test_ribbon import long_record, show
from tests.scan_models import scan_of_beats

Key = Qt.Key
NONE = np.empty((0, 2), dtype=np.int64)
DARK = 150  # of 255


def beats_of(
    record: Record, times_s: np.ndarray, poor: np.ndarray = NONE, until: float = 1.0
) -> RecordBeats:
    samples = np.round(times_s * record.rate_hz).astype(np.int64)
    track = rate_track(samples, record.rate_hz, poor, record.n_samples)
    done = round(until * record.n_samples)
    return RecordBeats(record, samples, poor, done, from_file=False, track=track)


@pytest.fixture
def ribbon(qtbot) -> Ribbon:
    ribbon = Ribbon()
    qtbot.addWidget(ribbon)
    ribbon.resize(1000, ribbon.height())
    ribbon.show()
    return ribbon


def curve_of(ribbon: Ribbon) -> dict[int, list[int]]:
    """The rows of the rate's curve, by column: on light paper nothing else is as dark."""
    picture = ribbon.grab().toImage()
    found: dict[int, list[int]] = {}
    for x in range(60, 960):
        for y in range(RATE_ROW_PX - 1):
            if QColor(picture.pixel(x, y)).lightness() < DARK:
                found.setdefault(x, []).append(y)
    return found


def test_a_faster_heart_is_drawn_higher_and_a_gap_stays_empty(ribbon):
    record = long_record()
    show(ribbon, record)
    times_s = np.concatenate(
        [np.arange(0, 300, 1.0), np.arange(300, 500, 0.5), np.arange(700, 1000, 1.0)]
    )
    poor = np.array([[500 * 500, 700 * 500]])
    ribbon.show_beats(beats_of(record, times_s, poor))
    rows = curve_of(ribbon)
    assert min(rows[400]) < min(rows[200]) - 10
    assert not any(x in rows for x in range(510, 690))
    assert 850 in rows


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_what_is_not_known_yet_and_what_is_poor_look_different(ribbon, theme):
    record = long_record()
    show(ribbon, record)
    times_s = np.arange(0, 500, 0.8)

    def picture(*, poor: np.ndarray = NONE, until: float = 1.0):
        ribbon.show_beats(beats_of(record, times_s, poor, until))
        ribbon.set_view(View(theme=theme), (0, 500))
        return ribbon.grab().toImage()

    whole, half = picture(), picture(until=0.5)
    shaded = picture(poor=np.array([[300_000, 400_000]]))
    spots = [(x, y) for x in range(620, 780) for y in range(6, 70, 3)]
    assert any(whole.pixel(*spot) != half.pixel(*spot) for spot in spots)
    assert sum(whole.pixel(*spot) != shaded.pixel(*spot) for spot in spots) > 0.9 * len(spots)


def test_scrolling_paints_no_more_than_the_handle(ribbon, monkeypatch):
    record = long_record()
    show(ribbon, record)
    ribbon.grab()
    painted = []
    real = Ribbon._paint_record

    def noted(self: Ribbon, painter: QPainter, shown: Record) -> None:
        painted.append(shown)
        real(self, painter, shown)

    monkeypatch.setattr(Ribbon, "_paint_record", noted)
    before = ribbon.grab().toImage()
    for start_s in range(110, 200, 10):
        ribbon.set_view(View(start_s=start_s), (start_s * 500, start_s * 500 + 5000))
        ribbon.grab()
    assert not painted
    assert ribbon.grab().toImage() != before
    ribbon.set_view(View(theme=Theme.DARK), (0, 5000))
    ribbon.grab()
    assert len(painted) == 1


def test_the_mouse_reads_time_rate_and_rhythm(ribbon, qtbot):
    record = long_record(marks=[Annotation(250_000, 250_000, "+", text="(AFIB")])
    show(ribbon, record)
    ribbon.show_beats(beats_of(record, np.arange(0, 1000, 0.75), np.array([[400_000, 450_000]])))
    with qtbot.waitSignal(ribbon.hovered) as told:
        qtbot.mouseMove(ribbon, QPoint(300, 20))
    assert told.args == ["00:05:00 · 80/min"]
    assert ribbon.reading_at(600) == "00:10:00 · 80/min · AFIB"
    assert ribbon.reading_at(850) == "00:14:10 · AFIB · poor signal"
    assert ribbon.reading_at(1200) == ""


def test_a_scan_s_beats_replace_the_ones_that_were_found(ribbon):
    record = long_record()
    show(ribbon, record)
    ribbon.show_beats(beats_of(record, np.arange(0, 1000, 0.75)))
    scan = scan_of_beats("N" * 998, record.rate_hz, n_samples=record.n_samples)
    ribbon.show_scan(scan, expected=False)
    assert "· 60/min" in ribbon.reading_at(500)
    ribbon.show_scan(None, expected=False)
    assert "· 80/min" in ribbon.reading_at(500)


def test_a_record_s_beats_are_never_shown_on_another(ribbon):
    old, new = long_record(), long_record()
    show(ribbon, new)
    ribbon.show_beats(beats_of(old, np.arange(0, 1000, 0.75)))
    assert ribbon.reading_at(500) == "00:08:20"


def test_the_rate_of_a_long_record_comes_by_itself_and_the_line_says_it(desk, demo_long):
    desk.open(demo_long)
    desk.until(lambda: desk.state.counted is not None and desk.state.counted.is_done)
    ribbon = desk.window.ribbon
    desk.bot.mouseMove(ribbon, QPoint(ribbon.width() // 2, 20))
    line = desk.window.message_line
    desk.until(lambda: "/min" in line._text.whole_text)
    assert line._text.whole_text.startswith(("00:10:0", "00:09:59"))


def test_counting_waits_while_the_page_moves_and_goes_on_when_it_rests(desk, demo_long):
    desk.window.opening.open_path(demo_long)
    desk.until(lambda: desk.state.counted is not None)

    def waits_after_a_move() -> bool:
        desk.press(Qt.Key.Key_Right)
        return bool(desk.window.counting.settling)

    desk.until(waits_after_a_move)
    assert "rate" not in desk.window.long.busy_kinds
    desk.until(lambda: desk.state.counted.is_done)


def test_another_record_ends_the_counting_and_a_short_one_has_none(desk, demo_long, demo_af):
    desk.open(demo_long)
    desk.open(demo_af)
    assert desk.state.counted is None
    assert "rate" not in desk.window.long.busy_kinds


def test_without_beats_in_the_file_they_are_found(desk, tmp_path):
    seconds, rate_hz = 90.0, 250.0
    at = np.arange(round(seconds * rate_hz)) / rate_hz
    beats_s = np.arange(0.5, seconds - 0.5, 1.0)
    lead = np.exp(-0.5 * ((at[:, np.newaxis] - beats_s) / 0.012) ** 2).sum(axis=1)
    write_record(tmp_path / "plain", lead[np.newaxis].astype(np.float32), rate_hz, ("II",))
    desk.open(tmp_path / "plain.hea")
    desk.until(lambda: desk.state.counted is not None and desk.state.counted.is_done)
    assert not desk.state.counted.from_file
    assert desk.state.counted.samples.size == len(beats_s)
    assert "60/min" in desk.window.ribbon.reading_at(desk.window.ribbon.width() / 2)


def test_escape_ends_the_counting(desk, demo_long, monkeypatch):
    desk.open(demo_long)
    window = desk.window
    window.long.submit("rate", _until_cancelled)
    desk.press(Key.Key_Escape)
    assert "rate" not in window.long.busy_kinds


def _until_cancelled(task) -> None:
    while True:
        task.step(0, 1)
