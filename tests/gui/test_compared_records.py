"""F2: which record stands below, and what is read and kept of it."""

import gc
import threading
import weakref
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from scipy.io import savemat

from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.compare_bar import MOST_LISTED, options
from tests.gui.pages_below import compare, papers, places, traces
from tests.gui.test_paper_view import drag, wheel

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def demo_samples(path: Path):
    record = open_record(path)
    return record.read(0, record.n_samples)


def test_a_record_of_another_rate_and_other_leads_stands_below_with_its_own(minute, records):
    compare(minute, records["b_slow"])
    below = papers(minute).below
    assert below.page.record.rate_hz == 250
    assert below.page.record.lead_names[:3] == ("I", "II", "V1")
    assert traces(below) == 3
    assert places(minute) == (0, 0)
    minute.press(Key.Key_Right)
    assert places(minute) == (1, 1)
    assert papers(minute).bar.text == "a_minute above  ·  same time"
    # Seconds are as long below as above, though the rates differ.
    assert papers(minute).above.sheet() == below.sheet()
    minute.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert places(minute) == (28, 20)
    minute.press(Key.Key_PageUp)
    assert places(minute) == (19, 19)


def test_a_long_record_scrolls_on_below_a_short_one(desk, records):
    desk.open(records["c_short"])
    compare(desk, records["a_minute"])
    desk.press(Key.Key_PageDown)
    assert places(desk) == (0, 9)
    desk.press(Key.Key_End)
    assert places(desk) == (0, 50)
    desk.press(Key.Key_Home)
    assert places(desk) == (0, 0)
    wheel(papers(desk).above, -2)
    assert places(desk) == (0, 2)
    desk.press(Key.Key_F2, modifier=CTRL)
    wheel(papers(desk).above, -2)
    assert places(desk) == (0, 2)


def test_the_next_record_takes_the_place_above_and_the_one_below_stays(two, records):
    below = two.state.compared.record
    two.press(Key.Key_Right, Key.Key_N)
    two.until(lambda: two.state.record.path == records["b_slow"])
    two.until_idle()
    assert two.state.compared.record is below
    assert places(two) == (0, 11)
    assert traces(papers(two).below) == 13
    two.press(Key.Key_Right)
    assert places(two) == (1, 12)


def test_shift_f2_swaps_two_records_and_their_places(minute, records):
    minute.press(Key.Key_PageDown)
    compare(minute, records["b_slow"])
    minute.press(Key.Key_F2, modifier=SHIFT)
    minute.until_idle()
    assert minute.state.record.path == records["b_slow"]
    assert minute.state.compared.record.path == records["a_minute"]
    assert places(minute) == (0, 9)
    assert minute.state.pyramid.n_samples == minute.state.record.n_samples
    assert (traces(papers(minute).above), traces(papers(minute).below)) == (3, 13)


def test_shift_enter_and_a_click_with_alt_in_the_list_compare(minute, records):
    window = minute.window
    window.docks["files"].show()
    minute.bot.keyClick(window.focusWidget(), Key.Key_1, ALT)
    minute.bot.keyClick(window.files.list, Key.Key_Down)
    minute.bot.keyClick(window.files.list, Key.Key_Return, SHIFT)
    minute.until(lambda: minute.state.compared is not None)
    assert minute.state.compared.record.path == records["b_slow"]
    assert minute.state.record.path == records["a_minute"]
    files = window.files.list
    third = files.visualRect(files.model().index(2, 0)).center()
    minute.bot.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, ALT, third)
    minute.until(lambda: minute.state.compared.record.path == records["c_short"])
    assert minute.state.record.path == records["a_minute"]


def test_the_bar_offers_the_folders_records_and_the_record_itself(two, records):
    choice = papers(two).bar._choice
    actions = {action.text(): action for action in choice.menu().actions()}
    assert list(actions) == ["This record, another time", "b_slow", "c_short", "From a file…"]
    assert choice.text() == "This record, another time"
    actions["b_slow"].trigger()
    two.until(lambda: two.state.compared.record.path == records["b_slow"])
    assert choice.text() == "b_slow"
    actions = {action.text(): action for action in choice.menu().actions()}
    actions["This record, another time"].trigger()
    assert places(two) == (0, two.window.page_s)


def test_of_a_large_folder_the_bar_offers_the_nearest_records(two):
    files = tuple(Path(f"{number:05}.hea") for number in range(10_000))
    two.window.state.replace(files=files, folder=Path())
    offered = [text for _, text in options(two.state.compared, two.state)]
    assert len(offered) == MOST_LISTED + 3
    assert "All 10,000 records: Shift+Enter in Files" in offered


def test_a_file_dropped_on_the_page_below_takes_its_place(two, records):
    window, below = two.window, papers(two).below
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(records["b_slow"]))])
    at = QPointF(below.mapTo(window, below.rect().center()))
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), copy, mime, buttons, none))
    QApplication.sendEvent(window, QDropEvent(at, copy, mime, buttons, none))
    two.until(lambda: two.state.compared.record.path == records["b_slow"])
    assert two.state.record.path == records["a_minute"]


def test_a_broken_record_leaves_the_one_below_and_says_one_sentence(two, tmp_path):
    (tmp_path / "broken.hea").write_bytes(b"\x00\xff" * 40)
    two.window.files.compare_wished.emit(tmp_path / "broken.hea")
    two.until(lambda: two.window.message_line.is_error)
    assert "broken" in two.window.message_line.text
    assert two.state.compared.record is two.state.record


def test_another_record_below_has_no_handle_in_the_ribbon(two, records):
    assert two.window.ribbon._second is not None
    compare(two, records["b_slow"])
    assert two.window.ribbon._second is None


def test_nothing_is_read_in_the_windows_thread(two, records, monkeypatch):
    threads = set()
    read = Record.read

    def noted(record, start, stop):
        threads.add(threading.current_thread())
        return read(record, start, stop)

    monkeypatch.setattr(Record, "read", noted)
    compare(two, records["b_slow"])
    two.press(Key.Key_End)
    two.until_idle()
    assert papers(two).below.page.missing_span(papers(two).below.sheet()) is None
    assert threads
    assert threading.main_thread() not in threads


def test_the_end_of_a_comparison_frees_its_record_and_paper(minute, records):
    compare(minute, records["b_slow"])
    gone = [weakref.ref(thing) for thing in (papers(minute).below.page, minute.state.compared)]
    gone.append(weakref.ref(minute.state.compared.record))
    minute.press(Key.Key_F2)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # The last job's results may still be held by the thread that made them.
    for worker in (minute.window.io, minute.window.quick, minute.window.long):
        worker.submit("nothing", lambda _task: None)
    minute.until_idle()
    gc.collect()
    assert [ref() for ref in gone] == [None] * 3


def test_what_the_model_says_stays_with_the_record_above(model_desk, demo_af):
    model_desk.open(demo_af)
    model_desk.until(lambda: model_desk.state.heat is not None)
    analysis = model_desk.state.analysis
    compare(model_desk, demo_af.with_stem("demo_snr"))
    assert model_desk.state.analysis is analysis
    assert papers(model_desk).above.page.heat is not None
    assert papers(model_desk).below.page.heat is None
    model_desk.press(Key.Key_F2, modifier=SHIFT)
    model_desk.until(lambda: model_desk.state.analysis not in (None, analysis))
    assert model_desk.state.record.name == "demo_snr"
    assert papers(model_desk).below.page.heat is None


def test_poor_leads_are_marked_below_too(desk, demo_af, tmp_path):
    samples = np.array(demo_samples(demo_af))
    samples[STANDARD_LEADS.index("V3")] = 0.0
    write_record(tmp_path / "flat", samples, 500.0, STANDARD_LEADS)
    desk.open(demo_af)
    compare(desk, tmp_path / "flat.hea")
    desk.until(lambda: desk.state.compared.judged is not None)
    assert "V3" in papers(desk).below.accessibleDescription()
    assert "V3" not in papers(desk).above.accessibleDescription()


def test_a_file_that_says_too_little_is_compared_with_what_was_answered_for_its_folder(
    minute, tmp_path
):
    bare = tmp_path / "bare.mat"
    savemat(bare, {"val": np.sin(np.arange(2 * 900).reshape(2, 900) / 9) * 1000})
    minute.window.files.compare_wished.emit(bare)
    minute.until(lambda: minute.window.message_line.is_error)
    assert minute.window.message_line.text == (
        "bare.mat says too little of itself: open it alone once, then compare it."
    )
    hints = ImportHints(300.0, ("I", "II"), 1000.0)
    minute.window.preferences.keep_hints(f"{tmp_path}|2", hints)
    compare(minute, bare)
    assert minute.state.compared.record.rate_hz == 300


def test_the_menu_of_a_row_in_the_list_offers_to_compare(minute, records):
    files = minute.window.files.list
    menu = files.row_menu(files.model().index(1, 0))
    words = {action.text().split("\t")[0]: action for action in menu.actions()}
    words["Compare, below"].trigger()
    minute.until(lambda: minute.state.compared is not None)
    assert minute.state.compared.record.path == records["b_slow"]
    assert minute.state.record.path == records["a_minute"]


def test_a_caliper_on_another_record_is_its_own(minute, records):
    compare(minute, records["b_slow"])
    minute.press(Key.Key_M)
    drag(papers(minute).below, (300, 150), (400, 150))
    measured = minute.window.message_line._measure
    caliper = minute.state.compared.calipers.active
    seconds = (caliper.stop - caliper.start) / 250
    assert measured.startswith(f"{1000 * seconds:.0f} ms")
    assert minute.state.calipers.active is None
    minute.press(Key.Key_M)
    assert papers(minute).below._input._tool.calipers.every == ()


def test_keys_move_copy_pin_and_remove_the_caliper_on_another_record_below(minute, records):
    compare(minute, records["b_slow"])
    minute.press(Key.Key_M)
    below = papers(minute).below
    drag(below, (300, 150), (400, 150))
    below.setFocus()
    start_s, before = minute.state.compared.start_s, minute.state.compared.calipers.active
    minute.bot.keyClick(below, Key.Key_Right)
    after = minute.state.compared.calipers.active
    assert after.legs[1].sample == before.legs[1].sample + 1
    assert minute.state.compared.start_s == start_s
    minute.bot.keyClick(below, Key.Key_C, CTRL)
    assert f"{1000 * (after.stop - after.start) / 250:.0f} ms" in QGuiApplication.clipboard().text()
    minute.bot.keyClick(below, Key.Key_M, CTRL)
    assert minute.state.compared.calipers.pinned == (after,)
    minute.bot.keyClick(below, Key.Key_Delete)
    assert minute.state.compared.calipers.every == ()
    assert minute.state.calipers.every == ()
