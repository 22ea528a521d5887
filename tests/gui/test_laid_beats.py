"""Superposed beats, the magnified beat and the ST levels in the panel of beats."""

import shutil
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Lead
from ecgviewer.core.task import Task
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.paper.beat_layout import fit_beats
from ecgviewer.paper.laid_layout import compose_laid
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Theme
from ecgviewer.signal.laid_beats import Kind, lay_span
from ecgviewer.ui.laid_sheet import LaidSheet
from ecgviewer.ui.laid_words import _DASHES_MM, laid_page, signed_mv
from ecgviewer.ui.state import MINUTE, BeatMode, Stage, ViewState
from tests.paper.made_record import made_record
from tests.scan_models import scan_of_beats
from tests.signal.test_record_beats import RATE_HZ, beating

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def until_laid(desk) -> None:
    window = desk.window
    desk.until(
        lambda: (
            not window.superposing.settling
            and not window.measuring.settling
            and desk.state.laid_stage in (Stage.DONE, Stage.FAILED)
        )
    )
    desk.until_idle()


def until_measured(desk) -> None:
    desk.until(lambda: not desk.window.measuring.settling)
    desk.until(lambda: desk.state.measured_stage in (Stage.DONE, Stage.FAILED))
    desk.until_idle()


def look(desk, name: str, modifier: Qt.KeyboardModifier, until: Callable[[object], None]):
    """Open a demo record and bring one of the modes to the front."""
    desk.open(demo_folder() / f"{name}.hea")
    desk.press(Key.Key_I, modifier=modifier)
    until(desk)
    return desk


@pytest.fixture
def superposed(desk):
    """A record with ventricular beats is open, without any model, and its beats are laid."""
    return look(desk, "demo_pvc", SHIFT, until_laid)


@pytest.fixture
def magnified(desk):
    return look(desk, "demo_ste", CONTROL, until_measured)


def test_a_key_lays_the_page_s_beats_of_the_active_lead_over_one_another(superposed):
    panel = superposed.window.panels.laid
    assert superposed.state.beat_mode is BeatMode.SUPERPOSED
    assert superposed.window.docks["beat"].seen
    assert panel.sheet.page.lead == "II"
    assert panel.text == "II: 12 beats: 8 usual, 4 ventricular (by the file)"


def test_arrows_take_the_next_lead_as_on_the_paper(superposed):
    panel = superposed.window.panels.laid
    superposed.press(Key.Key_Down)
    assert panel.sheet.page.lead == "III"
    superposed.press(Key.Key_Up, Key.Key_Up)
    assert panel.sheet.page.lead == "I"
    superposed.bot.keyClick(superposed.window.panels.beats, Key.Key_Down)
    assert panel.sheet.page.lead == "II"


def test_kinds_are_of_different_ink_and_dash(superposed):
    usual, ventricular = superposed.window.panels.laid.sheet.page.groups
    assert (usual.ink, usual.dash_mm) == (Ink.TRACE, None)
    assert ventricular.ink is Ink.PVC
    assert ventricular.dash_mm is not None
    assert (len(usual.beats_mv), len(ventricular.beats_mv)) == (8, 4)


def test_the_mouse_reads_time_from_r_and_the_median_s_level(superposed):
    sheet = superposed.window.panels.laid.sheet
    readings = [sheet.reading_at(float(x)) for x in range(sheet.width())]
    at_top = next(text for text in readings if "+0 ms from R" in text)
    assert at_top.startswith("II  ·  ")
    assert "mV from PQ" in at_top
    assert readings[1] == ""
    superposed.bot.mouseMove(sheet, QPoint(sheet.width() // 2, sheet.height() // 2))
    line = superposed.window.message_line._text
    superposed.until(lambda: "ms from R" in line.whole_text)


def test_turning_the_page_lays_its_beats_and_a_wider_span_more(desk, demo_long):
    desk.open(demo_long)
    desk.press(Key.Key_I, modifier=SHIFT)
    until_laid(desk)
    first = desk.state.laid
    desk.press(Key.Key_PageDown)
    desk.until(lambda: desk.state.laid is not first)
    until_laid(desk)
    page = desk.state.laid
    desk.window.panels.laid._extent.chosen.emit(MINUTE)
    until_laid(desk)
    assert len(desk.state.laid.kinds) > 2 * len(page.kinds)


def test_all_beats_of_a_class_of_the_scan_can_be_laid(desk, demo_long):
    desk.open(demo_long)
    record = desk.state.record
    marks = [mark for mark in record.annotations if mark.label in ("N", "V")]
    word = "".join(mark.label for mark in marks)
    times_s = [mark.start / record.rate_hz for mark in marks]
    made = scan_of_beats(word, record.rate_hz, times_s=times_s, n_samples=record.n_samples)
    desk.window.state.replace(scan=made, scan_stage=Stage.DONE)
    desk.press(Key.Key_I, modifier=SHIFT)
    until_laid(desk)
    panel = desk.window.panels.laid
    n_pvcs = word.count("V")
    texts = [action.text() for action in panel._extent.menu().actions()]
    assert f"All PVC ({n_pvcs})" in texts
    panel._extent.chosen.emit("PVC")
    until_laid(desk)
    (only,) = panel.sheet.page.groups
    assert (only.ink, len(only.beats_mv)) == (Ink.PVC, n_pvcs)
    before = desk.state.laid
    desk.press(Key.Key_PageDown)
    until_laid(desk)
    assert desk.state.laid is before


def test_behind_another_tab_or_in_another_mode_nothing_is_laid(desk, demo_af):
    desk.open(demo_af)
    assert desk.state.laid is None
    desk.press(Key.Key_7, modifier=ALT)
    desk.until(lambda: desk.window.docks["beat"].seen)
    desk.until(lambda: not desk.window.superposing.settling)
    desk.until_idle()
    assert desk.state.laid is None
    assert desk.state.beat_mode is BeatMode.MEDIAN


def test_a_page_without_beats_says_so_in_the_panel(desk, tmp_path):
    write_record(tmp_path / "flat", np.zeros((1, 5000), dtype=np.float32), 500.0, ("II",))
    desk.open(tmp_path / "flat.hea")
    desk.press(Key.Key_I, modifier=SHIFT)
    until_laid(desk)
    assert desk.window.panels.laid.text == "No beat was found in that part of flat."
    assert not desk.window.message_line.is_error
    desk.press(Key.Key_I, modifier=CONTROL)
    until_measured(desk)
    assert desk.window.panels.laid.text == "No usual beat can be measured here."


def test_a_key_magnifies_the_usual_beat_with_its_points_and_all_st_levels(magnified):
    panel = magnified.window.panels.laid
    assert [name for name, _ in panel.sheet.page.points_ms][-4:] == ["J", "J+60", "T", "T end"]
    rows = {lead: (at_j, at_60) for lead, at_j, at_60 in panel.table.rows}
    assert list(rows) == list(magnified.state.record.lead_names)
    assert rows["V3"][0].startswith("↑+0.")
    assert rows["III"][0].startswith("↓−0.")
    assert rows["aVR"][0][0] not in "↑↓"
    assert "V3: J ↑" in panel.table.accessibleDescription()
    assert "V2, V3 +0.20" in panel.table.toolTip()


def test_a_click_on_a_row_of_the_table_shows_that_lead(magnified):
    panel = magnified.window.panels.laid
    place = panel.table._cell(8).center()
    magnified.bot.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=place)
    assert magnified.state.view.rhythm_lead == "V3"
    assert panel.sheet.page.lead == "V3"


def test_without_age_or_sex_nothing_is_marked(desk, tmp_path):
    for suffix in (".hea", ".dat"):
        shutil.copy(demo_folder() / f"demo_ste{suffix}", tmp_path)
    header = tmp_path / "demo_ste.hea"
    kept = [line for line in header.read_text().splitlines() if "age" not in line.lower()]
    header.write_text("\n".join(kept) + "\n")
    desk.open(header)
    desk.press(Key.Key_I, modifier=CONTROL)
    until_measured(desk)
    table = desk.window.panels.laid.table
    assert len(table.rows) == 12
    assert not any(words[0] in "↑↓" for _, *both in table.rows for words in both)
    assert "no limits" in table.toolTip()


def test_the_panel_leaves_the_finding_s_name_to_the_median_beat(magnified):
    window = magnified.window
    assert window.docks["beat"]._heading.whole_text == "Usual beat and ST levels"
    magnified.press(Key.Key_7, modifier=ALT)
    assert window.docks["beat"]._heading.whole_text == "No finding selected"


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_both_sheets_are_painted_in_every_theme(superposed, theme):
    window = superposed.window
    window.change_view(theme=theme)
    sheet = window.panels.laid.sheet
    laid = sheet.grab().toImage()
    superposed.press(Key.Key_I, modifier=CONTROL)
    until_measured(superposed)
    assert sheet.page.points_ms
    assert sheet.grab().toImage() != laid


def test_no_two_kinds_have_the_same_dash():
    assert len(set(_DASHES_MM.values())) == len(Kind)


@pytest.mark.parametrize(
    ("level_mv", "words"), [(0.123, "+0.12"), (-0.05, "−0.05"), (0.004, "0.00"), (-0.004, "0.00")]
)
def test_levels_are_written_with_their_sign(level_mv, words):
    assert signed_mv(level_mv) == words


def test_of_an_uncalibrated_lead_no_millivolts_are_told(qtbot):
    values, _ = beating(20.0)
    record = made_record(values, (Lead("II", 0, calibrated=False),), rate_hz=RATE_HZ)
    laid = lay_span(record, 0, record.n_samples, None, Task())
    page = laid_page(ViewState(record=record), laid)
    assert page is not None
    sheet = LaidSheet()
    qtbot.addWidget(sheet)
    sheet.resize(320, 240)
    sheet.show_page(page)
    assert sheet.reading_at(160.0).endswith("ms from R")
    scene = compose_laid(page, fit_beats(page, 320, 240, 1.0))
    assert any("amplitude uncalibrated" in text.text for text in scene.texts)
