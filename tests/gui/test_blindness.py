"""Until the reader has answered, the window tells neither of the model nor of the file's word."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ecgviewer.paper.view import Theme
from ecgviewer.ui.state import BeatMode, Stage
from tests.beat_models import beats_record
from tests.cli import made_records
from tests.gui.twins import open_twin, telling, texts

Key = Qt.Key


def picture(desk) -> QImage:
    # A scroll bar comes once the text beside it has been laid out.
    desk.bot.wait(100)
    return desk.window.grab().toImage()


def pictures(desk) -> list[QImage]:
    """Return the window with its findings, and with the facts of the record in front."""
    taken = []
    for name in ("findings", "facts"):
        desk.window.docks[name].raise_()
        desk.until_idle()
        taken.append(picture(desk))
    return taken


def differing_share(first: QImage, second: QImage) -> float:
    """Return the share of pixels that differ at all."""
    assert first.size() == second.size()
    arrays = [
        np.frombuffer(one.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
        for one in (first, second)
    ]
    return float((arrays[0] != arrays[1]).reshape(-1, 4).any(axis=1).mean())


# Nothing is told


def test_no_text_tells_of_the_model_the_dx_or_the_annotations(blind_desk, twins):
    open_twin(blind_desk, twins.told)
    for dock in blind_desk.window.docks.values():
        dock.show()
    for mode in BeatMode:
        blind_desk.window.state.replace(beat_mode=mode)
        blind_desk.until_idle()
        assert telling(blind_desk.window) == []
    assert "Age" not in blind_desk.window.windowTitle()
    # The same walk finds all of it once it is shown.
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    blind_desk.window.state.replace(beat_mode=BeatMode.MEDIAN)
    blind_desk.until_idle()
    told = "\n".join(telling(blind_desk.window))
    for word in ("164889003", "in atr", "Palpitations", "suggests"):
        assert word in told


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_window_looks_as_if_the_file_said_nothing(blind_desk, twins, theme):
    """Pixel by pixel: one record with Dx, comment and annotations, and one without."""
    blind_desk.window.change_view(theme=theme)
    open_twin(blind_desk, twins.bare)
    bare = pictures(blind_desk)
    open_twin(blind_desk, twins.told)
    told = pictures(blind_desk)
    assert [differing_share(*pair) for pair in zip(bare, told, strict=True)] == [0] * len(bare)
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    shown = pictures(blind_desk)
    assert min(differing_share(*pair) for pair in zip(bare, shown, strict=True)) > 0.005


@pytest.mark.parametrize(
    "pattern", ["cpsc2018-extra/**/*.hea", "ptb-xl/**/*.hea", "ludb/**/*.hea", "mitdb/**/*.hea"]
)
def test_of_real_records_no_word_of_the_file_is_told(desk, data_folder, pattern):
    path = next(iter(sorted(data_folder.glob(pattern))), None)
    if path is None:
        pytest.skip(f"no {pattern} in the data folder")
    desk.window.actions_by_name["blind"].trigger()
    desk.open(path)
    record = desk.state.record
    told = {word for dx in record.diagnoses for word in (dx.code, dx.text)} | {*record.comments}
    shown = "\n".join(texts(desk.window))
    assert record.name in shown
    assert [word for word in sorted(told) if word and word in shown] == []
    assert "hidden until you have answered" in shown
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    shown = "\n".join(texts(desk.window))
    assert [word for word in sorted(told) if word and word not in shown] == []


def test_two_pages_look_as_if_the_file_said_nothing(blind_desk, twins):
    pages = []
    for path in (twins.bare, twins.told):
        open_twin(blind_desk, path)
        blind_desk.press(Key.Key_F2)
        blind_desk.until_idle()
        blind_desk.window.message_line.clear()
        pages.append(picture(blind_desk))
        blind_desk.press(Key.Key_F2)
        blind_desk.until_idle()
    assert differing_share(*pages) == 0


def test_the_overview_tells_no_rhythm_under_the_mouse(blind_desk, twins):
    open_twin(blind_desk, twins.told)
    ribbon = blind_desk.window.ribbon
    assert "AFIB" not in ribbon.reading_at(ribbon.width() / 2)
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    assert "AFIB" in ribbon.reading_at(ribbon.width() / 2)


def test_superposed_beats_are_not_named_by_the_file(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.window.docks["beat"].show()
    desk.window.docks["beat"].raise_()
    desk.press(Key.Key_I, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.until_idle()
    by_shape = desk.state.laid.told_by
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    assert "file" in desk.state.laid.told_by
    assert "file" not in by_shape


@pytest.mark.parametrize(
    "key",
    [Key.Key_F5, Key.Key_S, Key.Key_J, Key.Key_K, Key.Key_O, Key.Key_E, Key.Key_W],
)
def test_keys_that_would_ask_or_tell_say_that_the_model_is_hidden(blind_desk, twins, key):
    open_twin(blind_desk, twins.told)
    before = picture(blind_desk)
    blind_desk.press(key)
    blind_desk.until_idle()
    state = blind_desk.state
    assert (
        blind_desk.window.message_line.text
        == "The model is hidden until you have answered: R shows it."
    )
    assert (state.analysis, state.scan, state.heat) == (None, None, None)
    assert state.analysis_stage is Stage.NONE
    assert blind_desk.window.actions_by_name["annotations"].isChecked()
    blind_desk.window.message_line.clear()
    assert differing_share(before, picture(blind_desk)) == 0


def test_the_model_is_not_even_asked(blind_desk, twins, monkeypatch):
    asked = []
    for worker in (blind_desk.window.quick, blind_desk.window.long, blind_desk.window.io):
        submit = worker.submit

        def note(kind, *arguments, submit=submit):
            asked.append(kind)
            return submit(kind, *arguments)

        monkeypatch.setattr(worker, "submit", note)
    open_twin(blind_desk, twins.told)
    assert "open" in asked
    assert {"card", "analyse", "explain", "scan", "leads"}.isdisjoint(asked)
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    assert {"card", "analyse"} <= set(asked)


# Records of which every beat is judged


@pytest.fixture
def holter(tmp_path) -> Path:
    """Two minutes of one lead, whose beats point up but for some."""
    record = beats_record(tuple(second % 9 != 0 for second in range(1, 121)), 360.0, marked=False)
    folder = tmp_path / "records"
    made_records.write_record(
        folder, "holter", record.read(0, record.n_samples), ("MLII",), record.rate_hz
    )
    return folder / "holter.hea"


def test_a_long_record_is_scanned_only_once_the_reader_has_answered(beat_desk, holter):
    desk = beat_desk
    desk.window.actions_by_name["blind"].trigger()
    desk.open(holter)
    assert (desk.state.scan, desk.state.scan_stage) == (None, Stage.NONE)
    assert not desk.window.docks["holter"].seen
    assert telling(desk.window) == []
    desk.press(Key.Key_R, Key.Key_R)
    desk.until(lambda: desk.state.scan_stage is Stage.DONE)
    desk.until_idle()
    assert desk.window.docks["holter"].seen
    assert "PVCs" in desk.window.panels.holter.accessible_text()
    desk.window.reviewing.name_reader("Bob")
    desk.until_idle()
    assert (desk.state.scan, desk.state.scan_findings) == (None, ())
    assert not desk.window.docks["holter"].seen
    assert "PVCs" not in desk.window.panels.holter.accessible_text()


def test_a_scan_that_runs_when_another_reader_sits_down_tells_them_nothing(beat_desk, holter):
    desk = beat_desk
    desk.open(holter)
    desk.until(lambda: desk.state.scan is not None)
    desk.window.state.replace(blind=True)
    desk.until_idle()
    assert (desk.state.scan, desk.state.scan_stage) == (None, Stage.NONE)
