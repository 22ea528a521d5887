"""The manual in the window: every page, links, search by keys."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage

from ecgviewer.core.paths import resources_folder
from ecgviewer.ui.manual_pages import read_pages, search
from ecgviewer.ui.manual_window import Manual

FOLDER = resources_folder() / "manual"


@pytest.fixture(scope="module")
def pages():
    return read_pages(FOLDER)


@pytest.fixture
def manual(qtbot):
    window = Manual()
    qtbot.addWidget(window)
    window.show()
    return window


def test_every_page_is_in_the_contents_once(pages):
    assert [page.name for page in pages][:3] == ["index", "five_minutes", "paper"]
    names = [page.name for page in pages]
    assert sorted(names) == sorted(path.stem for path in FOLDER.glob("*.md"))
    assert all(page.title and page.sections[0].level == 1 for page in pages)


def test_every_link_leads_to_a_page(pages):
    names = {page.name for page in pages}
    for page in pages:
        text = (FOLDER / f"{page.name}.md").read_text(encoding="utf-8")
        for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text):
            assert target.removesuffix(".md") in names, (page.name, target)


def test_what_has_all_words_is_found_titles_first(pages):
    hits = search(pages, "deletion MASK")
    assert hits
    assert all("mask" in (hit.section.title + hit.section.words).lower() for hit in hits)
    first = search(pages, "worklist")[0]
    assert (first.page.name, first.section.title) == ("reviewing", "The worklist")
    assert "worklist" in first.around.lower() or first.section.title == "The worklist"
    assert search(pages, "  ") == search(pages, "quuxquux") == ()


def test_words_about_a_hit_are_whole_and_without_marks_of_tables(pages):
    text = " ".join(section.words for page in pages for section in page.sections)
    whole = set(text.split())
    for hit in search(pages, "caliper"):
        assert "|" not in hit.around
        assert set(hit.around.split()) - {"…"} <= whole


def test_lines_of_a_command_stand_together_and_are_not_wider_than_the_page(manual):
    page = next(page for page in manual.pages if page.name == "plugins")
    manual.resize(700, 500)
    manual.show_page(page)
    assert manual.text.horizontalScrollBar().maximum() == 0
    block = manual.text.document().begin()
    while not block.text().startswith(".venv/bin/python -m pip install"):
        block = block.next()
    assert block.blockFormat().bottomMargin() == 0
    assert block.blockFormat().leftMargin() > 0


def test_keys_search_open_and_go_back(manual, qtbot):
    qtbot.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(manual.wanted.hasFocus)
    qtbot.keyClicks(manual.wanted, "kappa")
    assert manual.contents.topLevelItemCount() >= 1
    qtbot.keyClick(manual.wanted, Qt.Key.Key_Return)
    assert "Kappa" in manual.text.toPlainText()
    assert manual.text.extraSelections()
    qtbot.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.text.toPlainText().startswith("ecgviewer")
    qtbot.keyClick(manual.wanted, Qt.Key.Key_Escape)
    assert manual.wanted.text() == ""
    assert manual.isVisible()
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_a_link_opens_its_page(manual):
    manual.text.anchorClicked.emit(QUrl("coloured_trace.md"))
    assert manual.text.toPlainText().startswith("How to read a coloured trace")


def test_a_section_begins_at_its_heading(manual):
    page = next(page for page in manual.pages if page.name == "reviewing")
    section = next(one for one in page.sections if one.title == "Several readers")
    manual.show_page(page, section)
    assert manual.text.textCursor().block().text() == "Several readers"
    assert manual.text.verticalScrollBar().value() > 0


def test_pictures_stand_there_where_they_are_made_and_their_words_where_not(tmp_path, qtbot):
    (tmp_path / "pictures").mkdir()
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.save(str(tmp_path / "pictures" / "there.png"))
    (tmp_path / "index.md").write_text(
        "# A\n\n![Seen](pictures/there.png)\n\n![Told](pictures/absent.png)\n"
    )
    window = Manual(folder=tmp_path)
    qtbot.addWidget(window)
    assert "Told" in window.text.toPlainText()
    assert "Seen" not in window.text.toPlainText()
    assert "￼" in window.text.toPlainText()
