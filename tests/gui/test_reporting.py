"""Reports and pictures from the window, asked for by their keys."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from ecgviewer.paper.caliper import Caliper, Calipers, Leg
from ecgviewer.review.deidentify import pseudonym_of
from ecgviewer.ui import page_turning
from ecgviewer.ui.report_dialog import Choices, ReportDialog
from ecgviewer.ui.report_pdf import page_layout
from ecgviewer.ui.reporting import reporting_of, wish_of
from tests.gui.made_reports import NAME, traces, uprights_mm, write_steps
from tests.pdf_reader import read_pdf

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def on_paper(desk, tmp_path):
    """A window without a model, with a record of known heights."""
    desk.open(write_steps(tmp_path / "ward"))
    return desk


@pytest.fixture
def answers(monkeypatch):
    """What the system's own dialog for files would have answered; what it was told."""
    told: dict[str, str] = {}

    def ask(_parent, title, proposed, kinds):
        told.update(title=title, proposed=proposed, kinds=kinds)
        return told["answer"], told.get("kind", kinds.split(";;")[0])

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return told


def accept(desk, *, identified: bool = False) -> None:
    dialog = desk.window.findChild(ReportDialog)
    assert dialog is not None
    assert not dialog.identifiers.isChecked()
    if identified:
        desk.bot.keyClick(dialog.identifiers, Qt.Key.Key_Space)
    button = next(
        one
        for one in dialog.buttons.buttons()
        if dialog.buttons.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def save(desk, answers, out: Path, *, identified: bool = False) -> str:
    answers["answer"] = str(out)
    # Without a window manager nobody gives the keyboard back when a dialog has closed.
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    desk.press(Qt.Key.Key_P, modifier=CTRL_SHIFT)
    accept(desk, identified=identified)
    desk.until(lambda: f"Saved as {out.name}" in desk.window.message_line.text)
    return "".join(page.text for page in read_pdf(out.read_bytes()))


def test_ctrl_shift_p_saves_a_report_that_names_nobody(on_paper, answers, tmp_path):
    text = save(on_paper, answers, tmp_path / "r.pdf")
    name = pseudonym_of(on_paper.state.record.record_id)
    assert Path(answers["proposed"]).name == f"{name}.pdf"
    assert name in text
    assert NAME not in text


def test_identifiers_are_asked_for_anew_each_time(on_paper, answers, tmp_path):
    assert NAME in save(on_paper, answers, tmp_path / "named.pdf", identified=True)
    assert Path(answers["proposed"]).name == f"{NAME}.pdf"
    assert NAME not in save(on_paper, answers, tmp_path / "r.pdf")


def test_a_file_that_cannot_be_written_gives_one_sentence(on_paper, answers, tmp_path):
    answers["answer"] = str(tmp_path / "nowhere" / "r.pdf")
    on_paper.press(Qt.Key.Key_P, modifier=CTRL_SHIFT)
    accept(on_paper)
    line = on_paper.window.message_line
    on_paper.until(lambda: line.is_error)
    assert "cannot be written: its folder does not exist." in line.text


def test_ctrl_p_asks_for_a_printer(on_paper):
    on_paper.press(Qt.Key.Key_P, modifier=CTRL)
    accept(on_paper)
    on_paper.until(lambda: on_paper.window.findChild(QPrintDialog) is not None)
    dialog = on_paper.window.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert on_paper.window.message_line.text != "The report is printed."


def test_what_is_printed_is_true_to_scale(on_paper, tmp_path):
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout("a4"))
    printer.setOutputFileName(str(out))
    reporting_of(on_paper.window).print(printer, Choices())
    on_paper.until(lambda: on_paper.window.message_line.text == "The report is printed.")
    page = read_pdf(out.read_bytes())[0]
    assert np.diff(uprights_mm(page, 0.2)) == pytest.approx(5.0, abs=0.05)
    assert traces(page)


def test_the_holter_summary_stays_in_the_menu_without_a_key(on_paper):
    actions = on_paper.window.actions_by_name
    assert actions["print_summary"].shortcuts() == []
    assert actions["print"].shortcuts() == [QKeySequence("Ctrl+P")]


def test_a_report_says_nothing_of_a_model_that_is_hidden(speaking_desk, answers, tmp_path):
    desk = speaking_desk
    desk.open(write_steps(tmp_path / "ward"))
    desk.until(lambda: desk.state.analysis is not None)
    seen = save(desk, answers, tmp_path / "seen.pdf")
    assert "weights" in seen
    desk.window.state.replace(blind=True)
    hidden = save(desk, answers, tmp_path / "hidden.pdf")
    assert "weights" not in hidden
    assert "hidden until the reader has answered" in hidden


def test_a_report_with_names_tells_a_blind_reader_no_word_of_the_file(blind_desk, twins):
    blind_desk.open(twins.told)
    wish = wish_of(blind_desk.state, identified=True)
    assert wish is not None
    told = wish.record
    assert (told.diagnoses, tuple(told.annotations), told.comments) == ((), (), ())
    blind_desk.press(Qt.Key.Key_2, Qt.Key.Key_R)
    blind_desk.until_idle()
    shown = wish_of(blind_desk.state, identified=True)
    assert shown is not None
    assert shown.record.comments == ("Palpitations for weeks",)


def test_a_report_has_what_the_reader_said(on_paper, answers, tmp_path):
    on_paper.press(Qt.Key.Key_2)
    text = save(on_paper, answers, tmp_path / "r.pdf")
    assert "Verdict: Ann Reader" in text
    assert "✓" in text


# Pictures


def picture(desk, answers, out: Path) -> bytes:
    answers["answer"] = str(out)
    desk.press(Qt.Key.Key_E, modifier=CTRL_SHIFT)
    desk.until(lambda: f"Saved as {out.name}" in desk.window.message_line.text)
    return out.read_bytes()


def test_an_svg_is_true_to_scale_has_words_as_words_and_names_nobody(on_paper, answers, tmp_path):
    svg = picture(on_paper, answers, tmp_path / "p.svg").decode()
    size = re.search(
        r'<svg width="([\d.]+)mm" height="([\d.]+)mm"\s+viewBox="0 0 (\d+) (\d+)"', svg
    )
    assert size is not None
    width_mm, height_mm, width, _ = map(float, size.groups())
    assert width / width_mm == pytest.approx(600 / 25.4, rel=1e-4)
    sheet = on_paper.window.paper.sheet()
    assert width_mm == pytest.approx(sheet.width_mm, abs=0.05)
    assert height_mm == pytest.approx(sheet.height_mm + 6.5, abs=0.05)
    words = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert any("Research use only. Not a medical device." in word for word in words)
    assert {"aVR", "V6"} <= {word.strip() for word in words}
    assert "<image" not in svg
    assert NAME not in svg
    assert not any("1998" in word for word in words)


def test_a_png_is_true_to_scale_by_its_own_account(on_paper, answers, tmp_path):
    picture(on_paper, answers, tmp_path / "p.png")
    image = QImage(str(tmp_path / "p.png"))
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    sheet = on_paper.window.paper.sheet()
    assert image.width() == pytest.approx(sheet.width_mm * 300 / 25.4, abs=1)


def test_a_picture_has_the_calipers_that_are_seen(on_paper, answers, tmp_path):
    bare = picture(on_paper, answers, tmp_path / "bare.svg").decode()
    caliper = Caliper(1, (Leg(500, 0.0), Leg(706, 1.0)))
    on_paper.window.state.replace(calipers=Calipers(active=caliper))
    held = picture(on_paper, answers, tmp_path / "held.svg").decode()
    assert "412 ms" in held
    assert "412 ms" not in bare


@pytest.mark.parametrize("ending", ["jpg", "pdf"])
def test_a_picture_of_another_kind_is_refused(on_paper, answers, tmp_path, ending):
    answers["answer"] = str(tmp_path / f"p.{ending}")
    on_paper.press(Qt.Key.Key_E, modifier=CTRL_SHIFT)
    line = on_paper.window.message_line
    assert line.is_error
    assert f"p.{ending} is no picture" in line.text


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(on_paper, answers, tmp_path):
    answers["kind"] = "SVG (*.svg)"
    answers["answer"] = str(tmp_path / "p")
    on_paper.press(Qt.Key.Key_E, modifier=CTRL_SHIFT)
    on_paper.until(lambda: "Saved as p.svg" in on_paper.window.message_line.text)
    assert (tmp_path / "p.svg").read_bytes().startswith(b"<?xml")


def test_a_dark_page_stays_dark_in_its_picture(on_paper, answers, tmp_path):
    window = on_paper.window
    window.show_view(page_turning.other_theme(window.state.value.view))
    picture(on_paper, answers, tmp_path / "p.png")
    image = QImage(str(tmp_path / "p.png"))
    assert image.pixelColor(3, 3).lightness() < 60


def test_two_pages_are_one_picture(two, answers, tmp_path):
    picture(two, answers, tmp_path / "p.png")
    image = QImage(str(tmp_path / "p.png"))
    papers = two.window.centre.papers
    high_mm = papers.above.sheet().height_mm + papers.below.sheet().height_mm
    assert image.height() > high_mm * 300 / 25.4


def test_a_copied_picture_lies_on_the_clipboard(on_paper):
    on_paper.window.actions_by_name["copy_picture"].trigger()
    on_paper.until(lambda: on_paper.window.message_line.text == "The picture is copied.")
    assert QGuiApplication.clipboard().image().width() > 1000


def test_without_a_record_there_is_nothing_to_report(desk):
    actions = desk.window.actions_by_name
    names = ("print", "save_report", "save_picture", "copy_picture")
    assert not any(actions[name].isEnabled() for name in names)
