"""What is read in German is whole: no long word is cut, and letters are those of German."""

import pytest
from PySide6.QtGui import QFontMetrics

from ecgviewer.core.classes import RECORD_CLASSES, class_name
from ecgviewer.core.finding import Finding
from ecgviewer.ui import finding_ink
from ecgviewer.ui.class_ink import ClassRow, second_line
from ecgviewer.ui.look import SECONDARY_PX, TOP_FINDING_PX, font
from tests.gui.test_language import german, german_desk

__all__ = ["german", "german_desk"]
pytestmark = pytest.mark.usefixtures("unjudged")


@pytest.mark.parametrize("label", RECORD_CLASSES)
@pytest.mark.parametrize("width_px", [150, 165, 200])
def test_the_top_finding_s_longest_word_is_never_cut(german, qapp, label, width_px):
    name = class_name(label)
    made = finding_ink._fitting_font(name, width_px, strong=True)
    longest = max(QFontMetrics(made).horizontalAdvance(word) for word in name.split())
    assert longest <= width_px
    assert made.pixelSize() <= TOP_FINDING_PX


def test_a_short_name_keeps_its_size(german, qapp):
    assert finding_ink._fitting_font("ST-Senkung", 165, strong=True).pixelSize() == TOP_FINDING_PX


def test_a_row_keeps_room_for_every_line_of_its_name(german, qapp):
    from PySide6.QtCore import QRect

    finding = Finding("PVC", 0.99, 0.4, 0, 5_000, "m")
    box = finding_ink._name_box(QRect(0, 0, 270, 0), finding, top=True)
    made = finding_ink._fitting_font(class_name("PVC"), box.width(), strong=True)
    needed = QFontMetrics(made).boundingRect(
        QRect(0, 0, box.width(), 200), int(finding_ink._WRAPPED), class_name("PVC")
    )
    assert box.height() >= needed.height()


def test_where_the_room_is_scarce_the_model_s_word_is_whole_and_the_code_gives_way(qapp):
    metrics = QFontMetrics(font(SECONDARY_PX))
    row = ClassRow("AF", "Vorhofflimmern", "164889003", "2", "nicht vorgeschlagen 0.03")
    assert second_line(row, metrics, 400) == "164889003 · nicht vorgeschlagen 0.03"
    assert second_line(row, metrics, 170) == "nicht vorgeschlagen 0.03"
    assert second_line(ClassRow("AF", "", "164889003"), metrics, 10) == "164889003"


def test_a_woman_s_letter_is_the_german_one(german_desk, demo_af):
    from ecgviewer.paper.furniture import header_text

    german_desk.open(demo_af)
    assert "81 J., W" in header_text(german_desk.state.record, 0.0, 10.0)
