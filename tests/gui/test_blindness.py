"""Until the reader has answered, the window tells neither of the model nor of the file's word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.review import Stated, Topic
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.paper.view import Theme
from ecgviewer.review.store import ReviewStore
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.state import BeatMode, Stage
from tests.beat_models import beats_record
from tests.cli import made_records
from tests.gui.test_translated import said_by

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
RATE_HZ, SECONDS = 250, 40
# What only the file or the model says, and nobody else in this window does.
DX = "164889003,427172004"
TELLING = re.compile(
    r"Atrial fibrillation\s+\d|164889003|427172004|\bDx\b|in atr|AFIB|Palpitations"
    r"|suggests|above its threshold|\d\.\d\d\b(?! mV)|Analysing",
)


def write_twin(folder: Path, name: str, *, told: bool, seconds: int = SECONDS) -> Path:
    """Write twelve leads of regular beats; told: with Dx, comment and annotated beats."""
    folder.mkdir(exist_ok=True)
    time_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    beat = np.exp(-0.5 * (((time_s % 0.8) - 0.4) / 0.012) ** 2)
    noise = np.random.default_rng(2).normal(scale=0.02, size=(12, len(time_s)))
    signals_mv = (np.linspace(0.5, 1.2, 12)[:, np.newaxis] * beat + noise).astype(np.float32)
    comments = ["Age: 61", "Sex: Female", *([f"Dx: {DX}", "Palpitations for weeks"] * told)]
    write_record(folder / name, signals_mv, RATE_HZ, STANDARD_LEADS, comments=comments)
    if told:
        places = np.round(np.arange(0.4, seconds - 0.4, 0.8) * RATE_HZ).astype(int).tolist()
        beats = [
            Annotation(at, at, "V" if place % 7 == 3 else "N") for place, at in enumerate(places)
        ]
        write_annotations(folder / f"{name}.atr", [Annotation(5, 5, "(AFIB"), *beats])
    return folder / f"{name}.hea"


@dataclass(frozen=True)
class Twins:
    """One signal twice under one name: with all that a file can say of it, and bare."""

    told: Path
    bare: Path


@pytest.fixture
def twins(tmp_path) -> Twins:
    return Twins(
        write_twin(tmp_path / "told", "r", told=True),
        write_twin(tmp_path / "bare", "r", told=False),
    )


@pytest.fixture
def blind_desk(make_desk, a_model, preferences, unjudged):
    """A window with one model that begins with the model hidden."""
    preferences.blind = True
    return make_desk()


def texts(window: MainWindow) -> Iterator[str]:
    """Yield all that the window says by eye, tip or screen reader, but for what its keys do."""
    for where, text in said_by(window):
        if where != "action":
            yield text
    yield from (dialog.windowTitle() for dialog in window.findChildren(QDialog))
    yield window.panels.holter.accessible_text()
    yield window.facts.accessible_text()


def telling(window: MainWindow) -> list[str]:
    return sorted({text for text in texts(window) if TELLING.search(text)})


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


def open_twin(desk, path: Path) -> None:
    """Open one of the twins, in a folder that holds it alone."""
    desk.open(path)
    desk.window.message_line.clear()
    desk.window.docks["files"].hide()
    desk.until_idle()


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


# Answering


def test_r_keeps_the_answer_and_shows_the_models(blind_desk, twins, preferences):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    assert desk.state.review.committed
    assert desk.state.analysis is not None
    desk.press(Key.Key_2, Key.Key_7)
    assert dict(desk.state.review.classes) == {"PVC": Stated.PRESENT}
    desk.until_idle()
    desk.window.close()
    store = ReviewStore(preferences.review_path)
    steps = store.steps()
    store.close()
    assert [step.hidden for step in steps] == [True, True, False, False]
    assert [step.model is None for step in steps] == [True, True, False, False]
    assert steps[1].changes[0].topic is Topic.COMMITTED


def test_undo_cannot_go_behind_what_was_said_before_the_model_was_seen(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R, Key.Key_7)
    desk.press(*[Key.Key_Z] * 4, modifier=CONTROL)
    assert desk.state.review.committed
    assert dict(desk.state.review.classes) == {"AF": Stated.PRESENT}
    assert desk.window.message_line.text == "There is nothing to undo."
    assert not desk.state.model_hidden


@pytest.mark.parametrize(("key", "name"), [(Key.Key_R, "R"), (Key.Key_V, "V")])
def test_with_nothing_stated_it_asks_once(blind_desk, twins, key, name):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(key)
    assert (
        desk.window.message_line.text
        == f"State what you see first: 1–9, or {name} again if nothing."
    )
    assert desk.state.model_hidden
    desk.press(key)
    assert desk.state.review.committed
    assert not desk.state.review.classes


def test_v_keeps_the_blind_answer_before_it_ends_the_record(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_V)
    steps = desk.state.review.steps
    assert [step.changes[0].topic for step in steps] == [Topic.CLASS, Topic.COMMITTED, Topic.DONE]
    assert [step.hidden for step in steps] == [True, True, False]
    desk.until_idle()


def test_without_a_name_r_asks_for_it_and_then_keeps_the_answer(blind_desk, twins):
    desk = blind_desk
    desk.window.state.replace(reader="")
    open_twin(desk, twins.told)
    desk.press(Key.Key_R, Key.Key_R)
    assert desk.state.model_hidden
    field = desk.window.focusWidget()
    field.clear()
    desk.bot.keyClicks(field, "Bo")
    desk.bot.keyClick(field, Key.Key_Return)
    assert desk.state.review.committed
    assert desk.state.review.steps[-1].hidden
    desk.until_idle()


# From record to record, and from day to day


def test_the_next_record_is_hidden_again_and_an_answered_one_is_not(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    other = write_twin(twins.told.parent, "s", told=True, seconds=30)
    open_twin(desk, other)
    assert desk.state.model_hidden
    assert telling(desk.window) == []
    open_twin(desk, twins.told)
    assert desk.state.analysis is not None


def test_the_mode_is_remembered_and_an_answered_record_is_shown(
    blind_desk, make_desk, twins, preferences
):
    open_twin(blind_desk, twins.told)
    blind_desk.press(Key.Key_2, Key.Key_R)
    blind_desk.until_idle()
    blind_desk.window.close()
    again = make_desk()
    assert again.state.blind
    assert again.window.actions_by_name["blind"].isChecked()
    open_twin(again, twins.told)
    assert again.state.analysis is not None


def test_another_reader_starts_blind_again(blind_desk, twins):
    desk = blind_desk
    open_twin(desk, twins.told)
    desk.press(Key.Key_2, Key.Key_R)
    desk.until_idle()
    desk.window.reviewing.name_reader("Bob")
    desk.until_idle()
    assert desk.state.model_hidden
    assert desk.state.analysis is None
    assert telling(desk.window) == []
    desk.window.reviewing.name_reader("Ann Reader")
    desk.until_idle()
    assert desk.state.analysis is not None


def test_what_was_seen_before_the_mode_began_is_no_blind_answer(model_desk, twins, unjudged):
    desk = model_desk
    open_twin(desk, twins.told)
    assert desk.state.analysis is not None
    desk.window.actions_by_name["blind"].trigger()
    desk.until_idle()
    assert desk.state.analysis is not None
    assert not desk.state.review.steps[-1].hidden
    other = write_twin(twins.told.parent, "s", told=True, seconds=30)
    open_twin(desk, other)
    assert desk.state.model_hidden
    desk.window.actions_by_name["blind"].trigger()
    desk.until_idle()
    assert desk.state.analysis is not None


def test_whoever_has_seen_an_answer_gives_their_name_before_it_can_be_hidden(
    model_desk, twins, unjudged
):
    desk = model_desk
    desk.window.state.replace(reader="")
    open_twin(desk, twins.told)
    desk.window.actions_by_name["blind"].trigger()
    assert not desk.state.blind
    assert not desk.window.actions_by_name["blind"].isChecked()
    desk.bot.keyClicks(desk.window.focusWidget(), "o")
    desk.bot.keyClick(desk.window.focusWidget(), Key.Key_Return)
    assert desk.state.reader
    desk.window.actions_by_name["blind"].trigger()
    assert desk.state.review.committed
    assert not desk.state.review.steps[-1].hidden


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
