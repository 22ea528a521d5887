"""A reader goes through ten real records with keys and mouse alone, and finds all of it again."""

import hashlib
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.review import Placed, Reason, Role, Stated, review_of
from ecgviewer.review.store import ReviewStore
from ecgviewer.ui.class_chooser import ClassChooser
from tests.gui.pointer import Pointer
from tests.gui.review_desk import SHIFT, panel
from tests.gui.test_regions import answer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
FLUTTER = "164890007"
# How many records of each set, as the set's folder has them in order.
SETS = {
    "ptb-xl/records500": 3,
    "cpsc2018-challenge": 3,
    "cpsc2018-extra": 2,
    "svdb": 1,
    "mitdb": 1,
}


@pytest.fixture
def ten(data_folder, tmp_path) -> list[Path]:
    """Ten records in a folder of their own, in the order in which the window lists them."""
    folder = tmp_path / "ward"
    folder.mkdir()
    for place, (name, n_records) in enumerate(SETS.items()):
        for header in sorted((data_folder / name).rglob("*.hea"))[:n_records]:
            into = folder / f"{place}"
            into.mkdir(exist_ok=True)
            for part in header.parent.glob(f"{header.stem}*"):
                if part.stem.split("_")[0] == header.stem.split("_")[0]:
                    shutil.copy(part, into)
    return sorted(folder.rglob("*.hea"))


def fingerprint(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class Reader:
    """What a cardiologist does at the desk."""

    def __init__(self, desk) -> None:
        self.desk = desk

    def at(self, path: Path) -> None:
        """Wait until the window has gone on to a record, and its model has answered."""
        desk = self.desk
        desk.until(lambda: desk.state.record is not None and desk.state.record.path == path)
        desk.until_idle()
        desk.window.paper.setFocus()

    def write_note(self, text: str) -> None:
        note = panel(self.desk).note
        self.desk.bot.mouseClick(note.viewport(), LEFT)
        self.desk.bot.keyClicks(note, text)
        self.desk.bot.keyClick(note, Key.Key_Return, CONTROL)

    def choose_class(self, typed: str) -> None:
        desk = self.desk
        desk.press(Key.Key_A, modifier=SHIFT)
        (chooser,) = desk.window.findChildren(ClassChooser)
        desk.until(chooser.field.hasFocus)
        desk.bot.keyClicks(chooser.field, typed)
        desk.bot.keyClick(chooser.field, Key.Key_Return)
        desk.window.activateWindow()
        desk.until(desk.window.isActiveWindow)

    def mark(self, lead: str, start_s: float, stop_s: float, comment: str) -> None:
        desk, mouse = self.desk, Pointer(self.desk.window.paper)
        desk.press(Key.Key_A)
        mouse.drag(mouse.at(lead, start_s), mouse.at(lead, stop_s))
        desk.bot.keyClick(desk.window.focusWidget(), Key.Key_Tab)
        desk.bot.keyClicks(desk.window.focusWidget(), comment)
        answer(desk)
        desk.press(Key.Key_Escape)

    def click_beat(self, lead: str, time_s: float) -> int:
        mouse = Pointer(self.desk.window.paper)
        mouse.click(mouse.at(lead, time_s))
        assert self.desk.state.scan_beat is not None
        return self.desk.state.scan_beat


def chosen(desk) -> str:
    """Step to the finding that the model is surest of; return its label."""
    if desk.state.label is None:
        desk.press(Key.Key_J)
        desk.until_idle()
    assert desk.state.label is not None
    return desk.state.label


@pytest.mark.timeout(600)
def test_ten_records_are_reviewed_with_keys_and_mouse_and_all_of_it_is_there_again(
    make_desk, ten, preferences
):
    folder = ten[0].parents[1]
    before = fingerprint(folder)
    desk = make_desk()
    desk.window.resize(1600, 1000)
    reader = Reader(desk)
    desk.window.opening.open_path(folder)
    first = [said_of_one_in_turn(desk, reader, path, place) for place, path in enumerate(ten)]
    desk.until_idle()
    assert desk.window.message_line.text == "All 10 shown are reviewed."
    desk.window.close()
    assert fingerprint(folder) == before

    again = make_desk()
    again.window.resize(1600, 1000)
    again.window.opening.open_path(folder)
    for path, expected in zip(ten, first, strict=True):
        again.open(path)
        review = again.state.review
        assert review.done
        held = {name: getattr(review, name) for name in expected}
        assert held == expected, path.name
    again.window.close()

    store = ReviewStore(preferences.review_path)
    steps = store.steps()
    assert len({step.record_id for step in steps}) == len(ten)
    for step in steps:
        assert step.reader == "Ann Reader"
        assert step.model is not None
        assert len(step.model.weights_sha256) == 64
    known = {known.record_id: known.path for known in store.records()}
    done = [key for key in known if review_of(key, "Ann Reader", steps, Role.READER).done]
    assert sorted(known[key] for key in done) == ten
    store.close()


def said_of_one_in_turn(desk, reader, path, place) -> dict[str, object]:
    """Say something else of each record, go on with V; return what is expected to be kept."""
    reader.at(path)
    expected = SAYINGS[place](desk, reader)
    desk.press(Key.Key_V)
    return expected


def confirm(desk, _reader):
    label = chosen(desk)
    desk.press(Key.Key_C)
    return {"classes": {label: Stated.PRESENT}, "regions": (), "note": ""}


def dismiss_with_reasons(desk, _reader):
    label = chosen(desk)
    suggested = desk.state.analysis.findings[0].present
    desk.press(Key.Key_D if suggested else Key.Key_C)
    why = panel(desk).reasons
    desk.bot.mouseClick(why.reasons.buttons["borderline"], LEFT)
    desk.bot.mouseClick(why.placed.buttons["no"], LEFT)
    return {
        "classes": {label: Stated.ABSENT if suggested else Stated.PRESENT},
        "reasons": {label: (Reason.BORDERLINE,)},
        "pointing": {label: {desk.state.method: Placed.NO}},
    }


def numbers(desk, _reader):
    desk.press(Key.Key_2, Key.Key_7, Key.Key_4, Key.Key_4)
    return {"classes": {"AF": Stated.PRESENT, "PVC": Stated.PRESENT}}


def another_class(desk, reader):
    reader.choose_class("flutter")
    assert desk.state.review.classes == {FLUTTER: Stated.PRESENT}
    return {"classes": {FLUTTER: Stated.PRESENT}}


def region(desk, reader):
    reader.mark("II", 1.0, 1.8, "wide and early")
    (made,) = desk.state.review.regions
    assert made.leads == ("II",)
    assert made.comment == "wide and early"
    rate_hz = desk.state.record.rate_hz
    assert (made.start / rate_hz, made.stop / rate_hz) == pytest.approx((1.0, 1.8), abs=0.03)
    return {"regions": (made,), "classes": {}}


def note(desk, reader):
    reader.write_note("Signal of V1 is poor; look again: 1-9, c, d.")
    desk.press(Key.Key_1)
    return {
        "note": "Signal of V1 is poor; look again: 1-9, c, d.",
        "classes": {"SNR": Stated.PRESENT},
    }


def unsure_and_flagged(desk, _reader):
    label = chosen(desk)
    desk.press(Key.Key_U)
    desk.press(Key.Key_F, modifier=SHIFT)
    return {"classes": {label: Stated.UNSURE}, "flagged": True}


def undone(desk, _reader):
    desk.press(Key.Key_5, Key.Key_6)
    desk.press(Key.Key_Z, Key.Key_Z, modifier=CONTROL)
    desk.press(Key.Key_Z, modifier=CONTROL | SHIFT)
    desk.press(Key.Key_8)
    return {"classes": {"RBBB": Stated.PRESENT, "STD": Stated.PRESENT}}


def beat(desk, reader):
    """Correct one beat of a scan, and another one in an undone way."""
    lead = desk.state.scan.lead
    first = reader.click_beat(lead, 2.0)
    scan = desk.state.scan
    was = scan.labels[scan.label[list(scan.samples).index(first)]]
    desk.press(Key.Key_2 if was == "N" else Key.Key_1)
    other = reader.click_beat(lead, 5.0)
    assert other != first
    desk.press(Key.Key_3)
    desk.press(Key.Key_Z, modifier=CONTROL)
    return {"beats": {first: "PVC" if was == "N" else "N"}}


SAYINGS = (
    confirm, dismiss_with_reasons, numbers, another_class, region,
    note, unsure_and_flagged, undone, beat, beat,
)  # fmt: skip
