"""A beat of a scan as a CNN and an LSTM see it, and the page that their maps colour."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from ecgviewer.core.scan_findings import FindingKind
from ecgviewer.inference.library import save
from ecgviewer.nets.build import NETS
from ecgviewer.ui import beat_jobs
from ecgviewer.ui.state import Stage
from tests.beat_models import beats_record
from tests.cli.made_records import write_record
from tests.scan_models import UpOrDownNet, scan_card

Key = Qt.Key
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
RATE_HZ = 360.0
DOWN_S = (20, 50, 51, 70, 71, 72, 100)
UPS = tuple(second not in DOWN_S for second in range(1, 121))


def save_net(folder, name, **changes):
    save(folder / name, UpOrDownNet(), scan_card(name=name, net="updown", **changes))


@pytest.fixture
def models(no_models, monkeypatch):
    """A model that scans, and two others that are explained in its place."""
    monkeypatch.setitem(NETS, "updown", UpOrDownNet)
    beat_jobs._kept.cache_clear()
    named = {"cam": "v_cnn", "mask": "v_lstm"}
    save_net(no_models, "scans", methods=("cam", "mask"), explained_by=named)
    save_net(no_models, "v_cnn", methods=("cam",))
    save_net(no_models, "v_lstm", methods=("mask",))
    return no_models


def write_holter(tmp_path, names):
    record = beats_record(UPS, RATE_HZ, names, marked=False)
    values = record.read(0, record.n_samples)
    return write_record(tmp_path / "records", "holter", values, names, RATE_HZ)


@pytest.fixture
def holter(tmp_path):
    """Two minutes of two leads; the header's path."""
    return write_holter(tmp_path, ("MLII", "V1"))


@pytest.fixture
def open_scanned(make_desk, holter):
    """Return a function that shows the record in a window, scanned."""

    def show():
        desk = make_desk()
        desk.open(holter)
        desk.until(lambda: desk.state.scan_stage is Stage.DONE)
        idle(desk)
        return desk

    return show


@pytest.fixture
def scanned(models, open_scanned):
    return open_scanned()


def idle(desk):
    desk.until_idle()
    for _ in range(2):  # what was put off may itself ask for more
        desk.until(lambda: not (desk.window.colouring.settling or desk.window.looking.settling))
        desk.until_idle()


def beat_s(desk):
    return desk.state.scan_beat / RATE_HZ


def kind_of(desk):
    return desk.state.scan_finding.kind


def names(heat):
    return [window.label for window in heat.windows]


def test_j_chooses_a_finding_s_first_beat_and_shows_it_twice(scanned):
    panel = scanned.window.panels.strips
    assert "J and K" in panel.text
    assert not scanned.window.docks["strips"].seen
    scanned.press(Key.Key_J)
    idle(scanned)
    assert scanned.window.docks["strips"].seen
    assert beat_s(scanned) == pytest.approx(20, abs=0.02)
    first, second = scanned.state.looks.looks
    assert (first.net, second.net) == ("CNN", "LSTM")
    assert (first.window.label, second.window.label) == ("PVC", "PVC")
    assert "v_cnn and v_lstm see 2 s of MLII alone" in panel.text
    assert "✓ agrees with scans" in panel.text
    assert "deleted; flipped." in panel.text
    assert "25 mm/s" in panel.text
    upper, lower = panel.sheets
    assert upper.page.window is first.window
    assert lower.page.window is second.window
    assert upper.page.view.gain_mm_per_mv == lower.page.view.gain_mm_per_mv
    marked = {mark.sample: mark.label for mark in upper.page.marks}
    assert marked[scanned.state.scan_beat] == "PVC"


def test_shift_j_and_shift_k_go_from_beat_to_beat(scanned):
    scanned.press(Key.Key_J)
    scanned.press(Key.Key_J, modifier=SHIFT)
    assert beat_s(scanned) == pytest.approx(21, abs=0.02)
    assert scanned.state.scan_finding is None
    idle(scanned)
    assert scanned.state.looks.looks[0].window.label == "N"
    scanned.press(Key.Key_K, modifier=SHIFT)
    assert kind_of(scanned) == FindingKind.PVC
    for _ in range(8):
        scanned.press(Key.Key_K, modifier=SHIFT)
    assert beat_s(scanned) == pytest.approx(12, abs=0.02)
    start, stop = scanned.window.paper.visible_span()
    assert start <= scanned.state.scan_beat < stop


def test_a_click_on_the_trace_chooses_the_nearest_beat_and_marks_it(scanned):
    paper = scanned.window.paper
    cell = paper.page.cells(paper.sheet())[0]
    px = paper.sheet().px_per_mm / paper.devicePixelRatioF()
    at = QPoint(round((cell.x_mm + 3.2 * 25) * px), round(cell.baseline_mm * px))
    scanned.bot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)
    assert beat_s(scanned) == pytest.approx(3, abs=0.02)
    assert paper.page.scan_beat == scanned.state.scan_beat


def test_steps_go_on_from_the_beat_that_was_clicked(scanned):
    scanned.window.go_to(45.0)
    scanned.window.scanning.choose_beat(round(50 * RATE_HZ))
    assert kind_of(scanned) == FindingKind.PVC_COUPLET
    scanned.press(Key.Key_J)
    assert kind_of(scanned) == FindingKind.PVC_RUN


def test_only_the_beat_where_the_reader_stopped_is_explained(scanned, monkeypatch):
    explained: list[tuple[int, ...]] = []
    look = beat_jobs.look_at_beat

    def slow_at_first(record, device, beats, publish, task):
        if not explained:
            explained.append(beats.samples)
            while True:
                task.step(1, 3)
        explained.append(beats.samples)
        return look(record, device, beats, publish, task)

    monkeypatch.setattr(beat_jobs, "look_at_beat", slow_at_first)
    scanned.press(Key.Key_J)
    scanned.until(lambda: len(explained) == 1)
    assert "Explaining the beat" in scanned.window.panels.strips.text
    scanned.press(Key.Key_J)
    idle(scanned)
    assert scanned.state.looks.beat == scanned.state.scan_beat == explained[-1][0]
    assert len(explained) == 2


def test_one_beat_is_explained_before_a_page_of_them(scanned, monkeypatch):
    begun, color = [], beat_jobs.color_beats

    def endless_at_first(record, device, beats, task):
        begun.append(beats)
        while len(begun) == 1:
            task.step(1, 3)
        return color(record, device, beats, task)

    monkeypatch.setattr(beat_jobs, "color_beats", endless_at_first)
    scanned.press(Key.Key_O, modifier=SHIFT)
    scanned.until(lambda: len(begun) == 1)
    scanned.press(Key.Key_J, modifier=SHIFT)
    idle(scanned)
    assert len(scanned.state.looks.looks) == 2
    assert scanned.state.heat.method == "mask"


def test_esc_stops_and_the_same_beat_chosen_once_more_is_explained(scanned, monkeypatch):
    look = beat_jobs.look_at_beat

    def endless(_record, _device, _beats, _publish, task):
        while True:
            task.step(1, 3)

    monkeypatch.setattr(beat_jobs, "look_at_beat", endless)
    scanned.press(Key.Key_J)
    scanned.until(lambda: "look" in scanned.window.quick.busy_kinds)
    scanned.press(Key.Key_Escape)
    assert "Not explained" in scanned.window.panels.strips.text
    monkeypatch.setattr(beat_jobs, "look_at_beat", look)
    scanned.window.scanning.choose_beat(scanned.state.scan_beat + 5)
    idle(scanned)
    assert len(scanned.state.looks.looks) == 2


def test_a_model_that_is_not_installed_is_said_and_its_method_not_offered(models, open_scanned):
    for path in (models / "v_cnn").iterdir():
        path.unlink()
    (models / "v_cnn").rmdir()
    desk = open_scanned()
    assert desk.state.scan_card.methods == ("mask",)
    assert desk.state.scan_method == "mask"
    desk.press(Key.Key_O, modifier=SHIFT)
    assert desk.state.scan_method == "mask"
    desk.press(Key.Key_J)
    idle(desk)
    assert "CNN: The model v_cnn is not installed" in desk.window.panels.strips.text
    assert "LSTM: PVC" in desk.window.panels.strips.text


def test_the_page_is_coloured_by_the_beats_in_view_and_the_next_page_by_its_own(scanned):
    heat = scanned.state.heat
    start, stop = scanned.window.paper.visible_span()
    seen = [x for x in scanned.state.scan.samples.tolist() if start - 360 <= x < stop + 360]
    assert [window.centre for window in heat.windows] == seen
    assert set(names(heat)) == {"N"}
    assert (heat.model, heat.method) == ("v_cnn", "cam")
    assert "v_cnn, not scans, which scanned" in scanned.window.why.text
    assert scanned.state.heat_trial.label == "N"
    assert "The surest beat: Without the strongest" in scanned.window.why.text
    layer = scanned.window.paper.page.heat
    assert layer.row("MLII").any()
    assert layer.row("V1") is None
    scanned.press(Key.Key_J)
    idle(scanned)
    # Beside others normal beats stay plain.
    assert set(names(scanned.state.heat)) == {"PVC"}
    assert "The normal beats beside them stay plain" in scanned.window.why.text
    assert scanned.state.heat is not heat


def test_shift_o_colours_by_the_next_method_and_o_takes_the_colours_away(scanned):
    scanned.press(Key.Key_O, modifier=SHIFT)
    idle(scanned)
    assert (scanned.state.heat.model, scanned.state.heat.method) == ("v_lstm", "mask")
    assert "flips" in scanned.window.why.text
    heat = scanned.state.heat
    scanned.press(Key.Key_O)
    idle(scanned)
    assert scanned.window.paper.page.heat is None
    assert "O brings them back" in scanned.window.why.text
    scanned.press(Key.Key_O)
    idle(scanned)
    assert scanned.state.heat is heat


def test_a_page_of_too_many_beats_stays_plain_and_says_so(scanned, monkeypatch):
    monkeypatch.setattr("ecgviewer.ui.beat_colouring.MOST_BEATS", 3)
    monkeypatch.setattr("ecgviewer.ui.page_words.MOST_BEATS", 3)
    scanned.press(Key.Key_PageDown)
    idle(scanned)
    assert scanned.state.heat is None
    assert "too many to be coloured" in scanned.window.why.text


def test_another_lead_is_scanned_and_its_beats_explained(scanned):
    panel = scanned.window.panels.scan
    assert panel.offered_leads == ("MLII", "V1")
    panel.lead_wished.emit("V1")
    scanned.until(lambda: scanned.state.scan is not None and scanned.state.scan.lead == "V1")
    idle(scanned)
    assert scanned.state.view.rhythm_lead == "V1"
    assert scanned.state.scan_beat is None
    # The second lead holds noise alone: no beat is to be explained.
    assert scanned.state.heat is None or scanned.state.heat.leads == ("V1",)


def test_alt_0_goes_to_the_beat(scanned):
    scanned.bot.keyClick(scanned.window.paper, Key.Key_0, ALT)
    assert scanned.window.docks["strips"].seen
    assert scanned.window.panels.strips.hasFocus()


def test_the_strips_are_drawn_in_both_themes_at_one_scale(scanned):
    scanned.press(Key.Key_J)
    idle(scanned)
    pictures = []
    for _ in range(2):
        upper, lower = (sheet.grab().toImage() for sheet in scanned.window.panels.strips.sheets)
        assert abs(upper.height() - lower.height()) <= 1
        pictures.append(upper)
        scanned.press(Key.Key_T)
        idle(scanned)
    colours = [len({p.pixel(x, y) for x in range(0, p.width(), 2) for y in range(p.height())})
               for p in pictures]  # fmt: skip
    assert min(colours) > 20
    light, dark = (np.mean([p.pixelColor(x, 2).lightness() for x in range(9)]) for p in pictures)
    assert light > dark
