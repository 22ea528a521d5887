import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ecgviewer.paper.caliper import copied_line, values
from ecgviewer.paper.view import Layout
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.leads_dialog import LeadsDialog
from tests.io.made_muse import FS_HZ, LEADS, made_counts, named, waveform, write_muse

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(desk) -> LeadsDialog:
    # A window manager does so once a dialog is closed; here there is none.
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    desk.press(Key.Key_L, modifier=CTRL)
    return desk.window.findChildren(LeadsDialog)[-1]


def rows(dialog: LeadsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def labels(desk) -> list[str]:
    table = desk.window.paper.page.table
    return [slot.label for row in (*table.grid, table.strips) for slot in row]


def press(desk, dialog: LeadsDialog, name: str) -> None:
    button = dialog._buttons.button(QDialogButtonBox.StandardButton[name])
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def few(tmp_path):
    """Two limb leads, a chest lead and a respiration, a minute long."""
    return write_few(tmp_path)


def write_few(folder, name: str = "few"):
    rng = np.random.default_rng(5)
    values = np.cumsum(rng.normal(0, 8, (4, 60 * 250)), axis=1) * 0.3
    lines = [f"{name} 4 250 {values.shape[1]}"]
    for lead, unit in (("I", "mV"), ("II", "mV"), ("V5", "mV"), ("Resp", "Ohm")):
        lines.append(f"{name}.dat 16 200/{unit} 16 0 0 0 0 {lead}")
    (folder / f"{name}.hea").write_text("\n".join(lines) + "\n")
    values.T.astype("<i2").tofile(folder / f"{name}.dat")
    return folder / f"{name}.hea"


def test_unticking_a_lead_takes_it_off_the_paper_at_once(desk, demo_af):
    desk.open(demo_af)
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE)
    dialog = dialog_of(desk)
    assert dialog.isVisible()
    desk.bot.keyClick(dialog.list, Key.Key_Down)
    desk.bot.keyClick(dialog.list, Key.Key_Space)
    assert desk.state.view.leads == ("I", "III", *dialog.choice[2:])
    assert labels(desk)[:2] == ["I", "III"]
    press(desk, dialog, "Ok")
    assert "II" not in labels(desk)


def test_the_layout_choice_says_how_many_stand_in_rows(desk, demo_af):
    desk.open(demo_af)
    desk.window.change_view(leads=("V1", "V2", "V3"))
    assert desk.window.tools._layout.text() == "3 leads"
    desk.press(Key.Key_L, Key.Key_L, Key.Key_L)
    assert desk.window.tools._layout.text() == "One lead"
    desk.window.change_view(leads=(), layout=Layout.SIX_BY_TWO)
    assert desk.window.tools._layout.text() == "6×2"


def test_ctrl_and_arrows_move_a_lead(desk, demo_af):
    desk.open(demo_af)
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE)
    dialog = dialog_of(desk)
    desk.bot.keyClick(dialog.list, Key.Key_Down, CTRL)
    assert labels(desk)[:3] == ["II", "I", "III"]
    desk.bot.keyClick(dialog.list, Key.Key_Down, CTRL)
    desk.bot.keyClick(dialog.list, Key.Key_Up, CTRL)
    assert labels(desk)[:3] == ["II", "I", "III"]
    press(desk, dialog, "Ok")


def test_a_dropped_row_is_moved_on_the_paper(desk, demo_af):
    desk.open(demo_af)
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE)
    dialog = dialog_of(desk)
    model = dialog.list.model()
    parent = dialog.list.rootIndex()
    assert model.moveRow(parent, 11, parent, 0)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
    )  # fmt: skip
    dialog.list.dropEvent(event)
    assert labels(desk)[:2] == ["V6", "I"]
    press(desk, dialog, "Cancel")


def test_presets_are_one_click(desk, demo_af):
    desk.open(demo_af)
    dialog = dialog_of(desk)
    for name, first in (("Limb leads", "I"), ("Chest leads", "V1"), ("Cabrera", "aVL")):
        desk.bot.mouseClick(dialog.presets[name], Qt.MouseButton.LeftButton)
        assert labels(desk)[0] == first
    assert (desk.state.view.leads, desk.state.view.cabrera) == ((), True)
    desk.bot.mouseClick(dialog.presets["Standard"], Qt.MouseButton.LeftButton)
    assert (desk.state.view.leads, desk.state.view.cabrera) == ((), False)
    press(desk, dialog, "Ok")


def test_cancel_and_esc_bring_back_what_was(desk, demo_af):
    desk.open(demo_af)
    before = desk.state.view
    for leave in (
        lambda dialog: press(desk, dialog, "Cancel"),
        lambda dialog: desk.bot.keyClick(dialog, Key.Key_Escape),
    ):
        dialog = dialog_of(desk)
        desk.bot.mouseClick(dialog.presets["Chest leads"], Qt.MouseButton.LeftButton)
        assert desk.state.view != before
        leave(dialog)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert desk.state.view == before


def test_without_any_tick_nothing_changes_and_ok_is_off(desk, few):
    desk.open(few)
    dialog = dialog_of(desk)
    for row in range(4):
        dialog.list.setCurrentRow(row)
        desk.bot.keyClick(dialog.list, Key.Key_Space)
    assert dialog.choice == ()
    assert not dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert labels(desk) == ["Resp"]
    press(desk, dialog, "Cancel")


def test_other_signals_and_derived_leads_are_offered_below_unticked(desk, few):
    desk.open(few)
    assert labels(desk) == ["I", "II", "V5", "Resp"]
    dialog = dialog_of(desk)
    assert rows(dialog) == [
        "I", "II", "V5", "Resp (Ohm)",
        "III (derived)", "aVR (derived)", "aVL (derived)", "aVF (derived)",
    ]  # fmt: skip
    assert dialog.choice == ("I", "II", "V5", "Resp")
    press(desk, dialog, "Cancel")


def test_a_derived_lead_is_drawn_from_what_was_recorded(desk, few):
    desk.open(few)
    dialog = dialog_of(desk)
    dialog.list.setCurrentRow(4)
    desk.bot.keyClick(dialog.list, Key.Key_Space)
    press(desk, dialog, "Ok")
    desk.until_idle()
    paper = desk.window.paper
    assert labels(desk)[-1] == "III (derived)"
    traces = paper.page.scene(paper.sheet()).traces
    assert "III" in [trace.lead for trace in traces]
    values = paper.page.supply(paper.sheet()).tiles.read(0, 500)
    recorded = desk.state.record.read(0, 500)
    np.testing.assert_allclose(values[4], recorded[1] - recorded[0], atol=1e-5)
    # The record itself, which models read, has what was recorded alone.
    assert desk.state.record.lead_names == ("I", "II", "V5", "Resp")


def test_a_derived_lead_of_a_long_page_is_drawn_from_extremes_of_its_own(desk, few):
    desk.open(few)
    desk.window.change_view(leads=("III",), layout=Layout.TWELVE_BY_ONE, speed_mm_per_s=1.0)
    desk.until_idle()
    assert desk.state.pyramid.lows[0].shape[0] == 8
    low = desk.state.pyramid.lows[0][4]
    recorded = desk.state.record.read(0, 16)
    assert low[0] == pytest.approx((recorded[1] - recorded[0]).min(), abs=1e-5)


def test_eight_stored_leads_are_twelve_on_the_paper_and_eight_in_the_record(desk, tmp_path):
    counts = made_counts(n_samples=60 * FS_HZ)
    desk.open(write_muse(tmp_path / "eight.xml", waveform("Rhythm", named(counts))))
    assert labels(desk)[:6] == ["I", "aVR (derived)", "V1", "V4", "II", "aVL (derived)"]
    assert desk.state.record.lead_names == LEADS
    desk.window.change_view(layout=Layout.TWELVE_BY_ONE, speed_mm_per_s=1.0)
    desk.until_idle()
    assert desk.state.pyramid.lows[0].shape[0] == 12
    dialog = dialog_of(desk)
    assert dialog.choice == STANDARD_LEADS
    desk.bot.mouseClick(dialog.presets["Chest leads"], Qt.MouseButton.LeftButton)
    assert len(rows(dialog)) == len(set(rows(dialog))) == 12
    press(desk, dialog, "Cancel")


def test_a_caliper_on_a_derived_lead_tells_its_amplitude(desk, few):
    desk.open(few)
    desk.window.change_view(leads=("III",), layout=Layout.TWELVE_BY_ONE)
    desk.until_idle()
    desk.press(Key.Key_M)
    paper, left = desk.window.paper, Qt.MouseButton.LeftButton
    for act, x in ((desk.bot.mousePress, 200), (desk.bot.mouseMove, 250)):
        act(paper, *((left,) if x == 200 else ()), pos=QPointF(x, paper.height() / 2).toPoint())
    desk.bot.mouseMove(paper, QPointF(320, paper.height() / 2 + 30).toPoint())
    desk.bot.mouseRelease(paper, left, pos=QPointF(320, paper.height() / 2 + 30).toPoint())
    active = desk.state.calipers.active
    assert active is not None
    assert active.lead == 4
    assert copied_line(active, desk.state.record).startswith("III ")
    assert values(active, desk.state.record)[2].endswith(" mV")


def test_a_choice_is_remembered_for_records_with_the_same_leads(desk, few, tmp_path, demo_af):
    desk.open(few)
    dialog = dialog_of(desk)
    desk.bot.keyClick(dialog.list, Key.Key_Space)
    press(desk, dialog, "Ok")
    assert labels(desk) == ["II", "V5", "Resp"]
    desk.open(demo_af)
    assert "V1" in labels(desk)
    desk.open(write_few(tmp_path, "other"))
    assert labels(desk) == ["II", "V5", "Resp"]
    dialog = dialog_of(desk)
    desk.bot.mouseClick(dialog.presets["Standard"], Qt.MouseButton.LeftButton)
    press(desk, dialog, "Ok")
    desk.open(few)
    assert labels(desk) == ["I", "II", "V5", "Resp"]


def test_cabrera_reorders_a_choice_and_the_label_of_a_derived_lead_is_no_rhythm_lead(desk, few):
    desk.open(few)
    desk.window.change_view(leads=("I", "aVR", "aVL"), layout=Layout.TWELVE_BY_ONE)
    desk.press(Key.Key_L, modifier=SHIFT)
    assert labels(desk) == ["aVL (derived)", "I", "−aVR (derived)"]
    desk.until_idle()
    paper = desk.window.paper
    sheet = paper.sheet()
    cell = paper.page.cells(sheet)[0]
    px = sheet.px_per_mm / paper.devicePixelRatioF()
    at = QPointF((cell.x_mm + 2) * px, (cell.top_mm + 3) * px).toPoint()
    desk.bot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)
    assert desk.state.view.rhythm_lead == "II"


def test_the_layout_choice_leads_to_the_same_dialog(desk, demo_af):
    desk.open(demo_af)
    entry = desk.window.tools._layout.menu().actions()[-1]
    assert entry.text() == "Choose leads…"
    entry.trigger()
    (dialog,) = desk.window.findChildren(LeadsDialog)
    assert dialog.isVisible()
    press(desk, dialog, "Cancel")
