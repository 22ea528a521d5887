import io
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from scipy.io import savemat

from ecgviewer.io.open import open_record
from ecgviewer.ui.import_dialog import ImportDialog
from ecgviewer.ui.words import RESEARCH_ONLY


def test_an_opened_record_is_on_the_paper_with_its_facts(desk, demo_af):
    desk.open(demo_af)
    window = desk.window
    assert window.windowTitle() == f"ecgviewer — demo_af (synthetic) · {RESEARCH_ONLY}"
    assert window.paper.isVisible()
    assert window.paper.visible_span() == (0, desk.state.record.n_samples)
    assert desk.state.pyramid is not None
    facts = window.facts.accessible_text()
    assert "demo_af" in facts
    assert "10 s at 500 Hz" in facts
    assert "Atrial fibrillation" in facts


def test_the_folder_of_a_record_is_listed_and_walked_through(desk, demo_af):
    desk.open(demo_af)
    assert demo_af in desk.state.files
    place = desk.state.files.index(demo_af)
    desk.press(Qt.Key.Key_N)
    desk.until(lambda: desk.state.record.path == desk.state.files[place + 1])
    desk.press(Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: desk.state.record.path == demo_af)


def test_stepping_goes_on_behind_a_record_that_cannot_be_read(desk, records):
    broken = records["b_slow"]
    broken.write_text("no header at all\n")
    desk.open(records["a_minute"])
    desk.until(lambda: len(desk.state.files) == len(records))
    desk.press(Qt.Key.Key_N)
    desk.until(lambda: desk.window.message_line.is_error)
    assert "b_slow" in desk.window.message_line.text
    desk.press(Qt.Key.Key_N)
    desk.until(lambda: desk.state.record.path == records["c_short"])


def test_a_folder_whose_first_record_cannot_be_read_is_walked_through(desk, records):
    records["a_minute"].write_text("no header at all\n")
    desk.window.opening.open_folder(records["a_minute"].parent)
    desk.until(lambda: desk.window.message_line.is_error)
    desk.bot.keyClick(desk.window, Qt.Key.Key_N)
    desk.until(lambda: desk.state.record is not None)
    assert desk.state.record.path == records["b_slow"]


def test_an_empty_folder_is_named_and_keys_of_reviewing_say_that_nothing_is_open(desk, tmp_path):
    (tmp_path / "ward").mkdir()
    desk.window.opening.open_folder(tmp_path / "ward")
    desk.until(lambda: desk.window.message_line.is_error)
    assert desk.window.message_line.text == "ward holds no record that can be opened."
    for key in (Qt.Key.Key_N, Qt.Key.Key_V, Qt.Key.Key_1):
        desk.bot.keyClick(desk.window, key)
    assert desk.window.message_line.text == "No record is open to be reviewed."


def test_the_folder_is_listed_before_the_record_is_read_and_not_called_empty(desk, demo_af):
    begun: list[str] = []
    long = desk.window.long
    long.busy_changed.connect(lambda: begun.extend(set(long.busy_kinds) - set(begun)))
    desk.window.opening.show(open_record(demo_af))
    words = [text.text() for text in desk.window.files.findChildren(QLabel)]
    assert "This folder is not listed yet." in words
    assert "No record in this folder." not in words
    desk.until_idle()
    assert begun.index("folder") < begun.index("pyramid")


def test_a_record_of_another_folder_has_its_own_list_though_the_first_was_not_there(
    desk, demo_af, tall_record
):
    desk.window.opening.show(open_record(demo_af))
    desk.window.opening.show(open_record(tall_record))
    desk.until_idle()
    assert desk.state.folder == tall_record.parent
    assert desk.state.files == (tall_record,)


def test_a_folder_opens_at_its_first_record_with_all_below_it(desk, tmp_path, demo_af):
    for name in ("b/one", "a/two"):
        (tmp_path / name).mkdir(parents=True)
        for ending in (".hea", ".dat", ".atr"):
            shutil.copy(demo_af.with_suffix(ending), tmp_path / name)
    desk.window.opening.open_path(tmp_path)
    desk.until(lambda: desk.state.record is not None)
    assert desk.state.record.path == tmp_path / "a/two/demo_af.hea"
    assert len(desk.state.files) == 2


def test_a_folder_without_records_says_so(desk, tmp_path):
    (tmp_path / "void").mkdir()
    desk.window.opening.open_path(tmp_path / "void")
    desk.until(lambda: desk.window.message_line.is_error)
    assert desk.window.message_line.text.startswith("void holds no record")


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff" * 40, b"broken 12 500 5000\n"],
    ids=["empty", "binary", "cut short"],
)
def test_a_broken_file_keeps_the_open_record_and_says_one_sentence(
    desk, demo_af, tmp_path, content
):
    desk.open(demo_af)
    record = desk.state.record
    broken = tmp_path / "broken.hea"
    broken.write_bytes(content)
    desk.window.opening.open_path(broken)
    desk.until(lambda: desk.window.message_line.is_error)
    assert "broken" in desk.window.message_line.text
    assert "Internal error" not in desk.window.message_line.text
    assert "\n" not in desk.window.message_line.text
    assert desk.state.record is record


def test_samples_that_cannot_be_read_are_said_to_be_so_on_the_paper(desk, tmp_path):
    (tmp_path / "broken.hea").write_text("broken 1 500 5000\nbroken.dat 516 200 16 0 0 0 0 II\n")
    samples, compressed = np.random.default_rng(3).integers(-200, 200, 5000), io.BytesIO()
    soundfile.write(compressed, samples.astype(np.int16), 500, format="FLAC")
    (tmp_path / "broken.dat").write_bytes(compressed.getvalue()[:2000])
    desk.window.opening.open_path(tmp_path / "broken.hea")
    desk.until(lambda: desk.window.message_line.is_error)
    desk.until_idle()
    paper = desk.window.paper
    told = [text.text for text in paper.page.scene(paper.sheet()).texts]
    assert "cannot be read" in told
    assert "reading…" not in told


def test_details_and_copy_bring_the_whole_story_of_an_error(desk, tmp_path):
    desk.window.opening.open_path(tmp_path / "absent.hea")
    line = desk.window.message_line
    desk.until(lambda: line.is_error)
    line.copy()
    copied = QApplication.clipboard().text()
    assert copied.startswith(line.text)
    assert "Traceback" in copied


def test_a_good_record_takes_the_error_away(desk, demo_af, tmp_path):
    desk.window.opening.open_path(tmp_path / "absent.hea")
    desk.until(lambda: desk.window.message_line.is_error)
    desk.open(demo_af)
    assert not desk.window.message_line.is_error


def test_a_dropped_file_opens(desk, demo_af):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(demo_af))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 300), copy, mime, buttons, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(300, 300), copy, mime, buttons, none)
    QApplication.sendEvent(desk.window, drop)
    desk.until(lambda: desk.state.record is not None)
    assert desk.state.record.path == demo_af


def test_dropped_text_is_refused(desk):
    mime = QMimeData()
    mime.setText("no file")
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, buttons, none)
    enter.ignore()
    QApplication.sendEvent(desk.window, enter)
    assert not enter.isAccepted()


def test_recent_records_are_remembered_newest_first(desk, tmp_path, demo_af):
    paths = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for ending in (".hea", ".dat", ".atr"):
            shutil.copy(demo_af.with_suffix(ending), tmp_path / name)
        paths.append(tmp_path / name / demo_af.name)
        desk.open(paths[-1])
    assert desk.window.preferences.recent == (paths[1], paths[0])
    assert desk.window.preferences.folder == str(tmp_path / "two")


@pytest.fixture
def bare_mat(tmp_path) -> Path:
    path = tmp_path / "bare.mat"
    savemat(path, {"val": np.sin(np.arange(2 * 900).reshape(2, 900) / 9) * 1000})
    return path


def _dialog(desk) -> ImportDialog:
    desk.until(lambda: bool(desk.window.findChildren(ImportDialog)))
    return desk.window.findChildren(ImportDialog)[-1]


def test_a_file_that_says_too_little_is_asked_for_and_the_answer_is_kept(desk, bare_mat):
    desk.window.opening.open_path(bare_mat)
    dialog = _dialog(desk)
    dialog.rate.setText("300")
    dialog.leads.setText("I, II")
    dialog.gain.setText("1000")
    dialog.accept()
    desk.until(lambda: desk.state.record is not None)
    assert (desk.state.record.rate_hz, desk.state.record.lead_names) == (300, ("I", "II"))

    other = bare_mat.with_name("other.mat")
    shutil.copy(bare_mat, other)
    desk.window.opening.open_path(other)
    desk.until(lambda: desk.state.record.path == other)
    assert desk.state.record.rate_hz == 300


def test_the_import_dialog_takes_only_answers_that_fit(desk, bare_mat):
    desk.window.opening.open_path(bare_mat)
    dialog = _dialog(desk)
    for rate, leads, gain in (
        ("", "I II", "1000"),
        ("300", "I", "1000"),
        ("300", "I I", "1000"),
        ("300", "I II", "-1"),
        ("nan", "I II", "1000"),
    ):
        dialog.rate.setText(rate)
        dialog.leads.setText(leads)
        dialog.gain.setText(gain)
        assert dialog.hints is None
    dialog.gain.setText("1000")
    dialog.rate.setText("300")
    assert dialog.hints is not None
    dialog.reject()
    assert desk.state.record is None
