from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from ecgviewer.core.heat import Heat
from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.task import Task
from ecgviewer.paper.beat_layout import beat_cells, fit_beats
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.ui import jobs
from ecgviewer.ui.median_beat_panel import MedianBeatPanel, shown_beat, strongest_words
from ecgviewer.ui.state import Stage, ViewState
from tests.made_models import record_of

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def heat_of(values: np.ndarray, label: str = "PVC") -> Heat:
    rows = np.atleast_2d(values).astype(np.float32)
    return Heat(label, "gradcam", "m", 0, rows.shape[1], STANDARD_LEADS, rows, rows, step=32.0)


def state_of(kind: str, seed: int, values: np.ndarray | None = None) -> ViewState:
    made = synthesize(kind, seed)
    heat = heat_of(np.asarray(made.truth[kind]) if values is None else values, kind)
    record = record_of(made.signals_mv)
    beats = jobs.lay_beats(record, heat, Task())
    return ViewState(
        record=record,
        label=kind,
        heat=heat,
        heat_stage=Stage.DONE,
        beat=beats.beat,
        beat_heat=heat,
        beat_note=beats.reason,
    )


@pytest.fixture
def show(qtbot):
    """Show a state in a panel of its own and return the panel."""

    def make(state: ViewState) -> MedianBeatPanel:
        panel = MedianBeatPanel()
        qtbot.addWidget(panel)
        panel.resize(320, 380)
        panel.show()
        panel.redraw(ViewState(), state)
        return panel

    return make


@pytest.fixture
def looking(speaking_desk, demo_af):
    """A record is explained and its median beat is in front."""
    speaking_desk.open(demo_af)
    speaking_desk.press(Key.Key_7, modifier=ALT)
    speaking_desk.until_idle()
    return speaking_desk


def pixels(panel: MedianBeatPanel) -> bytes:
    return bytes(panel.sheet.grab().toImage().constBits())


def test_behind_another_tab_no_beats_are_laid_together(speaking_desk, demo_af):
    speaking_desk.open(demo_af)
    assert speaking_desk.state.heat is not None
    assert speaking_desk.state.beat is None


def test_alt_7_brings_the_median_beat_of_the_shown_map(looking):
    state = looking.state
    assert isinstance(shown_beat(state), MedianBeat)
    assert state.beat.leads == STANDARD_LEADS
    assert 10 < state.beat.n_beats + (state.beat.others.n_beats if state.beat.others else 0) < 20
    assert "beats" in looking.window.beat.text


def test_the_median_beat_follows_class_and_method(looking):
    first = looking.state.beat
    looking.press(Key.Key_J)
    looking.until_idle()
    second = looking.state.beat
    assert second is not first
    assert looking.state.beat_heat is looking.state.heat
    looking.press(Key.Key_O, modifier=SHIFT)
    looking.until_idle()
    assert looking.state.beat is not second
    assert looking.state.beat_heat.method == looking.state.method


def test_the_median_beat_follows_the_page_of_a_long_record(speaking_desk, demo_long):
    desk = speaking_desk
    desk.press(Key.Key_7, modifier=ALT)
    desk.open(demo_long)
    first = desk.state.beat_heat
    desk.press(Key.Key_End)
    desk.until_idle()
    assert desk.state.beat_heat.start > first.start
    assert desk.state.beat_heat is desk.state.heat


def test_another_record_does_not_wear_the_last_ones_beat(looking):
    looking.window.opening.open_path(demo_folder() / "demo_lbbb.hea")
    looking.until(lambda: looking.state.record.path.stem == "demo_lbbb")
    assert shown_beat(looking.state) is None
    looking.until_idle()
    assert looking.state.beat_heat is looking.state.heat


def test_a_click_on_a_lead_makes_it_large_and_lets_it_stand_out_on_the_paper(looking):
    sheet_widget = looking.window.beat.sheet
    ((page, area),) = sheet_widget._placed()
    sheet = fit_beats(page, area.width(), area.height(), 1.0)
    cell = next(c for c in beat_cells(page, sheet) if c.slot.label == "V2")
    at = QPointF(cell.x_mm + cell.width_mm / 2, cell.top_mm + cell.height_mm / 2)
    point = (at * sheet.px_per_mm).toPoint()
    looking.bot.mouseClick(sheet_widget, Qt.MouseButton.LeftButton, pos=point)
    assert looking.state.lead == "V2"
    large, small = (shown for shown, _ in sheet_widget._placed())
    assert large.leads == ("V2",)
    assert small.leads == STANDARD_LEADS
    looking.bot.mouseClick(sheet_widget, Qt.MouseButton.LeftButton, pos=area.center() / 2)
    assert looking.state.lead is None
    assert len(sheet_widget._placed()) == 1


def test_the_message_line_tells_what_is_under_the_mouse(looking):
    sheet_widget = looking.window.beat.sheet
    told: list[str] = []
    looking.window.beat.hovered.connect(told.append)
    for x in range(0, sheet_widget.width(), 10):
        looking.bot.mouseMove(sheet_widget, QPoint(x, sheet_widget.height() // 2))
    assert any(text.startswith("median beat  ·  ") and "mV" in text for text in told)
    assert any("ms" in text for text in told)


def test_beats_of_another_shape_are_shown_first_where_the_heat_lies_on_them(show):
    state = state_of("PVC", 3)
    panel = show(state)
    assert state.beat is not None
    assert state.beat.others is not None
    assert f"{state.beat.others.n_beats} beats of another shape" in panel.text
    other = pixels(panel)
    panel._group._group.actions()[0].trigger()
    assert f"{state.beat.n_beats} beats of the usual shape" in panel.text
    assert pixels(panel) != other


def test_heat_moved_along_the_beat_moves_the_colour(show):
    made = synthesize("SNR", 1)
    on_qrs, later = np.zeros((2, 5000), dtype=np.float32)
    for beat in made.beats:
        on_qrs[beat.qrs_onset : beat.j_point] = 1
        later[beat.j_point + 60 : beat.j_point + 120] = 1
    early, late = (show(state_of("SNR", 1, values)) for values in (on_qrs, later))
    assert pixels(early) != pixels(late)
    assert "R" in early.text
    assert "ms after R" in late.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"label": None, "heat": None}, "Choose a finding"),
        ({"heat": None, "heat_stage": Stage.WAITING}, "Explaining"),
        ({"heat": None, "heat_stage": Stage.FAILED}, "Not explained"),
        ({"heat": heat_of(np.zeros(5000))}, "No part of this page speaks for PVC"),
        ({"heat": heat_of(np.ones(5000))}, "Laying the beats"),
    ],
)
def test_without_a_coloured_beat_one_sentence_says_why(show, changes, words):
    panel = show(replace(state_of("SNR", 1, np.ones(5000)), **changes))
    assert panel.text.startswith(words)


@pytest.mark.parametrize(
    ("seconds", "words"), [(1.2, "Only 1 whole beat lies"), (2.0, "Only 2 whole beats lie")]
)
def test_fewer_than_three_beats_make_no_median(seconds, words):
    made = synthesize("SNR", 1)
    n_samples = round(seconds * 500)
    record = record_of(made.signals_mv[:, :n_samples])
    beats = jobs.lay_beats(record, heat_of(np.ones(n_samples)), Task())
    assert beats.beat is None
    assert beats.reason.startswith(words)


def test_a_record_without_beats_is_told_in_words_and_no_error():
    record = record_of(np.zeros((12, 5000), dtype=np.float32))
    beats = jobs.lay_beats(record, heat_of(np.ones(5000)), Task())
    assert beats.beat is None
    assert "No beat was found" in beats.reason


@pytest.mark.parametrize(
    ("heat", "average", "words"),
    [
        ([[0, 0, 0.9, 0]], 0.3, "Strongest 40 ms after R: 3.0 × the average of the span."),
        ([[0.9, 0, 0, 0]], 0.3, "Strongest 40 ms before R: 3.0 × the average of the span."),
        ([[0, 0.9, 0, 0]], 0.3, "Strongest at R: 3.0 × the average of the span."),
        ([[0] * 4, [0, 0, 0, 0.6]], 0.1, "Strongest 80 ms after R in V1: 6.0 × the average"),
        (
            [[0.3, 0.3, 0.36, 0.3]],
            0.3,
            "Little stands out: no part of the beat says more than 1.2 ×",
        ),
    ],
)
def test_where_the_map_speaks_loudest_is_told_in_words(heat, average, words):
    curves = np.zeros((2, 4), dtype=np.float32)
    times_ms = np.array([-40.0, 0.0, 40.0, 80.0])
    beat = MedianBeat(("I", "V1"), times_ms, curves, np.array(heat, dtype=np.float32), 9, 25.0)
    assert strongest_words(beat, average).startswith(words)


@pytest.mark.parametrize("size", [(40, 30), (120, 600), (900, 200)])
def test_no_size_is_too_odd_to_paint(show, size):
    panel = show(state_of("PVC", 3))
    panel.sheet.resize(*size)
    assert not panel.sheet.grab().isNull()
