"""Marking and correcting on real recordings, with real drags and keys."""

import pytest
from PySide6.QtCore import Qt

from ecgviewer.paper.view import Layout
from ecgviewer.ui.region_editor import RegionEditor
from tests.gui.pointer import Pointer

Key = Qt.Key


def marked(desk, lead, start_s, stop_s, *, held=Qt.KeyboardModifier.NoModifier):
    mouse = Pointer(desk.window.paper)
    mouse.drag(mouse.at(lead, start_s), mouse.at(lead, stop_s), held)
    assert desk.window.findChild(RegionEditor).isVisible()
    desk.bot.keyClick(desk.window.focusWidget(), Key.Key_Return)
    return desk.state.review.regions[-1]


@pytest.mark.parametrize("name", ["mitdb/208", "mitdb/119", "svdb/802"])
def test_a_region_of_a_long_recording_is_where_it_was_drawn(desk, data_folder, name):
    desk.open(data_folder / f"{name}.hea")
    desk.window.change_view(layout=Layout.RHYTHM)
    desk.window.go_to(600.0)
    desk.until_idle()
    lead = desk.window.paper.page.cells(desk.window.paper.sheet())[0].slot.label
    desk.press(Key.Key_A)
    region = marked(desk, lead, 603.0, 604.5)
    rate_hz = desk.state.record.rate_hz
    assert region.start / rate_hz == pytest.approx(603.0, abs=0.02)
    assert region.stop / rate_hz == pytest.approx(604.5, abs=0.02)
    # The only lead of a recording is all of them.
    assert region.leads == ((lead,) if len(desk.state.record.leads) > 1 else ())
    desk.window.change_view(speed_mm_per_s=12.5)
    place = desk.window.paper.place_of(region)
    mouse = Pointer(desk.window.paper)
    assert place.left() == pytest.approx(mouse.at(lead, 603.0).x(), abs=1.5)
    assert place.right() == pytest.approx(mouse.at(lead, 604.5).x(), abs=1.5)


def test_twelve_leads_of_a_recording_are_marked_in_one_and_in_all(desk, data_folder):
    paths = sorted((data_folder / "cpsc2018-challenge").rglob("*.hea"))
    if not paths:
        pytest.skip("no CPSC recording in the data folder")
    desk.open(paths[0])
    desk.press(Key.Key_A)
    assert marked(desk, "aVL", 3.0, 3.4).leads == ("aVL",)
    every = marked(desk, "V1", 6.0, 6.4, held=Qt.KeyboardModifier.ShiftModifier)
    assert every.leads == ()
