"""A window with settings, models and records of its own."""

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from pytestqt.qtbot import QtBot

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.inference import library, predict
from ecgviewer.nets.build import NETS
from ecgviewer.signal.judged import Judged
from ecgviewer.ui import jobs, quality_judging
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
from tests.gui import leads_net
from tests.gui.pages_below import write
from tests.gui.twins import Twins, write_twin
from tests.gui.worklists import write_ward
from tests.made_models import random_model_folder
from tests.scan_models import UpOrDownNet, scan_card

WAIT_MS = 60_000


@pytest.fixture(autouse=True)
def garbage_is_collected_in_this_thread_alone() -> Iterator[None]:
    """As in the program: a worker must never destroy what belongs to the window."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def no_models(tmp_path, monkeypatch) -> Path:
    """An empty folder as the only place where models are looked for."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr(library, "model_folders", lambda: (folder,))
    # Models of other tests bear the same names.
    monkeypatch.setattr(jobs, "_MODELS", jobs._Models())
    return folder


@pytest.fixture
def a_model(no_models) -> str:
    """The name of the only model: random weights, saved as any model is."""
    shutil.copytree(random_model_folder(), no_models / "random")
    return "random"


@pytest.fixture
def preferences(tmp_path) -> Preferences:
    made = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.reader = "Ann Reader"
    return made


@dataclass
class Desk:
    """A window on show and short ways to wait for it."""

    window: MainWindow
    bot: QtBot
    said: list[str] = field(default_factory=list)

    @property
    def state(self):
        return self.window.state.value

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=WAIT_MS)

    def open(self, path: Path) -> None:
        """Open a record and wait until it is on the paper."""
        self.window.opening.open_path(path)
        self.until(lambda: self.state.record is not None and self.state.record.path == path)
        self.until_idle()

    def until_idle(self) -> None:
        window = self.window
        self.until(
            lambda: (
                self.state.models is not None
                and not window.reasoning.settling
                and not window.weighing.settling
                and not window.judging.settling
                and not window.counting.settling
                and not window.fade.running
                and not any(worker.busy_kinds for worker in window.workers)
            )
        )

    def press(self, *keys, modifier=None) -> None:
        for key in keys:
            self.bot.keyClick(self.window.paper, key, modifier or Qt.KeyboardModifier.NoModifier)


def show_window(qtbot: QtBot, preferences: Preferences) -> Desk:
    """Show a window and wait until the keyboard is in it."""
    window = MainWindow(preferences)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Desk(window, qtbot)


def destroy(window: MainWindow) -> None:
    """Close a window and destroy it now, not when the next one runs."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_desk(qtbot, preferences) -> Iterator[Callable[[], Desk]]:
    """Return a function that shows a window; all are closed at the end."""
    make_application()
    windows: list[MainWindow] = []

    def make() -> Desk:
        desk = show_window(qtbot, preferences)
        windows.append(desk.window)
        return desk

    yield make
    for window in windows:
        destroy(window)


@pytest.fixture
def desk(make_desk, no_models) -> Desk:
    """A window without any model."""
    return make_desk()


@pytest.fixture
def model_desk(make_desk, a_model) -> Desk:
    """A window with one model."""
    return make_desk()


@pytest.fixture
def speaking_model(no_models, monkeypatch) -> None:
    """The only model: a small one whose leads are known to speak for and against."""
    monkeypatch.setitem(NETS, leads_net.NAME, leads_net.SpeakingNet)
    leads_net.save_speaking_model(no_models)


@pytest.fixture
def speaking_desk(make_desk, speaking_model) -> Desk:
    """A window with that model."""
    return make_desk()


@pytest.fixture
def beat_desk(make_desk, no_models, monkeypatch) -> Desk:
    """A window whose only model tells beats that point up from those that point down."""
    monkeypatch.setitem(NETS, "updown", UpOrDownNet)
    library.save(no_models / "updown", UpOrDownNet(), scan_card(name="updown", net="updown"))
    return make_desk()


@pytest.fixture
def unjudged(monkeypatch) -> None:
    """No signal is judged: records of mere noise, as tests make them, are no poor ones."""

    def judge(record: Record, start: int, stop: int, _task: object) -> Judged:
        return Judged(start, stop, record.rate_hz, whole=True, reason="made of noise")

    monkeypatch.setattr(quality_judging, "judge", judge)


@pytest.fixture
def twins(tmp_path) -> Twins:
    """One record with all that a file can say of it, and bare."""
    return Twins(
        write_twin(tmp_path / "told", "r", told=True),
        write_twin(tmp_path / "bare", "r", told=False),
    )


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The names of records that a model is asked about, as it is asked."""
    names: list[str] = []
    analyze = predict.analyze

    def noted(model, record, task):
        names.append(record.name)
        return analyze(model, record, task)

    monkeypatch.setattr(predict, "analyze", noted)
    return names


@pytest.fixture
def blind_desk(make_desk, a_model, preferences, unjudged) -> Desk:
    """A window with one model that begins with the model hidden."""
    preferences.blind = True
    return make_desk()


@pytest.fixture
def tall_record(tmp_path) -> Path:
    """A record of 10 s that is taller than ordinary ones in every lead."""
    return leads_net.write_tall_record(tmp_path, "tall")


@pytest.fixture
def demo_af() -> Path:
    return demo_folder() / "demo_af.hea"


@pytest.fixture
def demo_long() -> Path:
    return demo_folder() / "demo_long.hea"


@pytest.fixture
def records(tmp_path) -> dict[str, Path]:
    """A minute of 12 leads at 500 Hz, half of one of 3 leads at 250 Hz, and 10 s."""
    return {
        "a_minute": write(tmp_path, "a_minute", 60),
        "b_slow": write(tmp_path, "b_slow", 30, 250.0, ("I", "II", "V1")),
        "c_short": write(tmp_path, "c_short", 10),
    }


@pytest.fixture
def folder(tmp_path) -> Path:
    """Five records of which headers say AF, SNR, AF and PVC, PVC, and the last one nothing."""
    return write_ward(tmp_path)


@pytest.fixture
def minute(desk, records, unjudged):
    desk.open(records["a_minute"])
    return desk


@pytest.fixture
def two(minute):
    """Two pages of a minute, the one below a page later."""
    minute.press(Qt.Key.Key_F2)
    minute.until_idle()
    return minute


@pytest.fixture
def reviewing(desk, records):
    """A window without a model, with a minute of noise open and the review in front."""
    desk.open(records["a_minute"])
    desk.press(Qt.Key.Key_Q)
    desk.window.paper.setFocus()
    return desk


@pytest.fixture
def answered(model_desk, demo_af):
    """A window in which a model has answered and coloured, the review in front."""
    model_desk.open(demo_af)
    model_desk.press(Qt.Key.Key_Q)
    if model_desk.state.label is None:
        model_desk.press(Qt.Key.Key_J)
    model_desk.until_idle()
    model_desk.window.paper.setFocus()
    return model_desk
