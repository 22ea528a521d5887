from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.scan import Episode
from ecgviewer.paper.cells import Cell, Slot
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.heat_colors import rgb
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.scan_marks import LOWER_MM, WHOSE, mark_scan, scanned_cells
from ecgviewer.paper.theme import COLOURS, INK_OF_LABEL, Ink
from ecgviewer.paper.view import Layout, View
from tests.paper.made_record import flat, made_record, supply_of
from tests.paper.test_heat import contrast
from tests.scan_models import LABELS, scan_of_beats

CELL = Cell(Slot("II", 0), 0, 0, 8.0, 250.0, 20.0, 25.0, 34.0, 0.0, is_strip=True)
TEN_S = TimeScale(8.0, 0.0, 25.0, 500.0, 4.0)
TEN_MIN = TimeScale(8.0, 0.0, 250 / 600, 500.0, 4.0)
DAY_S = 86_400


def words(marked) -> list[str]:
    return [text.text for text in marked.texts if text.text != WHOSE]


def test_each_beat_has_its_class_below_its_place():
    marked = mark_scan(scan_of_beats("NVALR", 500.0), CELL, TEN_S)
    assert words(marked) == ["N", "PVC", "PAC", "LBBB", "RBBB"]
    places = [text.x_mm for text in marked.texts[1:]]
    assert places == pytest.approx([33.0, 58.0, 83.0, 108.0, 133.0])
    assert all(text.y_mm > CELL.baseline_mm for text in marked.texts)
    assert [text.ink for text in marked.texts[1:4]] == [Ink.QUIET, Ink.PVC, Ink.PAC]


def test_they_are_told_from_the_file_s_by_place_word_and_colour():
    marked = mark_scan(scan_of_beats("V", 500.0), CELL, TEN_S)
    assert marked.texts[0].text == WHOSE
    assert Ink.MARK not in {text.ink for text in marked.texts}
    assert all(text.y_mm > CELL.top_mm + CELL.height_mm / 2 for text in marked.texts)


def test_an_unusual_beat_that_the_model_doubts_has_a_question_mark():
    marked = mark_scan(scan_of_beats("NVV", 500.0, scores={0: 0.4, 1: 0.4}), CELL, TEN_S)
    assert words(marked) == ["N", "PVC?", "PVC"]


def test_where_words_would_touch_there_are_letters():
    near = scan_of_beats("NVVN", 500.0, times_s=[1, 1.1, 1.2, 2])
    assert words(mark_scan(near, CELL, TEN_S)) == ["N", "V", "V", "N"]


def test_crowded_pages_drop_usual_beats_first_and_then_all_words():
    few = scan_of_beats("N" * 300 + "V" + "N" * 299, 500.0)
    assert words(mark_scan(few, CELL, TEN_MIN)) == ["PVC"]
    many = scan_of_beats("NV" * 300, 500.0)
    marked = mark_scan(many, CELL, TEN_MIN)
    assert words(marked) == []
    (ticks,) = marked.lines
    assert ticks.ink is Ink.PVC
    assert 200 <= len(ticks.segments) <= 251


def test_on_crowded_pages_a_rhythm_s_beats_give_way_to_the_early_ones_among_them():
    scan = scan_of_beats("N" * 300 + "V" + "N" * 299, 500.0)
    scan.label[scan.label == LABELS.index("N")] = LABELS.index("AFIB")
    scan = replace(scan, episodes=(Episode(0, 300_000, "AFIB", 0.9),))
    assert words(mark_scan(scan, CELL, TEN_MIN)) == ["AFIB", "PVC"]


def test_of_a_day_only_the_page_is_drawn():
    day = scan_of_beats("NV" * (DAY_S // 2), 500.0)
    noon = TimeScale(8.0, DAY_S / 2, 25.0, 500.0, 4.0)
    marked = mark_scan(day, CELL, noon)
    assert len(words(marked)) == sum(len(line.segments) for line in marked.lines) == 10


def test_an_episode_is_a_named_bar_and_its_beats_are_ticks():
    scan = scan_of_beats("NNNNV", 500.0, episodes=(Episode(900, 2200, "AFIB", 0.9),))
    scan.label[1:4] = LABELS.index("AFIB")
    marked = mark_scan(scan, CELL, TEN_S)
    assert words(marked) == ["AFIB", "N", "PVC"]
    (bar,) = marked.boxes
    assert bar.x_mm == pytest.approx(53.0)
    assert bar.ink is Ink.AFIB
    by_ink = {line.ink: len(line.segments) for line in marked.lines}
    assert by_ink == {Ink.QUIET: 1, Ink.AFIB: 3, Ink.PVC: 1}


def test_an_episode_that_began_before_the_page_is_named_at_its_left_edge():
    scan = scan_of_beats("N" * 100, 500.0, episodes=(Episode(900, 45_000, "SVTA", 0.9),))
    later = TimeScale(8.0, 60.0, 25.0, 500.0, 4.0)
    marked = mark_scan(scan, CELL, later)
    (name,) = [text for text in marked.texts if text.text == "SVTA"]
    assert CELL.x_mm <= name.x_mm < CELL.x_mm + 1


def test_below_the_last_row_they_stand_lower():
    scan = scan_of_beats("V", 500.0)
    heights = [mark_scan(scan, CELL, TEN_S, room).texts[1].y_mm for room in (0.0, 3.0, 99.0)]
    assert np.diff(heights) == pytest.approx([3.0, LOWER_MM - 3.0])


def test_a_page_writes_them_below_the_lead_that_was_scanned():
    record = made_record(flat(n_leads=2), ("V1", "II"))
    sheet = Sheet(260.0, 180.0, 4.0)
    page = Page(View(layout=Layout.TWELVE_BY_ONE), sheet, {}, scan=scan_of_beats("NV", 500.0))
    scene = compose(page, supply_of(record))
    (below,) = [text for text in scene.texts if text.text == "PVC"]
    labels = {text.text: text.y_mm for text in scene.texts if text.text in ("V1", "II")}
    assert below.y_mm > labels["II"] > labels["V1"]
    without = compose(Page(page.view, sheet, {}), supply_of(record))
    assert not any(text.text in ("PVC", WHOSE) for text in without.texts)


def test_strips_come_before_the_same_lead_in_a_column_and_any_row_before_none():
    scan = scan_of_beats("NV", 500.0)
    column = Cell(Slot("II", 1), 1, 0, 8.0, 62.5, 20.0, 25.0, 34.0, 0.0, is_strip=False)
    strip = Cell(Slot("II", 1), 3, 0, 8.0, 250.0, 95.0, 25.0, 109.0, 0.0, is_strip=True)
    other = Cell(Slot("V5", 0), 0, 0, 8.0, 250.0, 20.0, 25.0, 34.0, 0.0, is_strip=True)
    names = ("V5", "II")
    assert scanned_cells([other, column, strip], scan, names, 0) == [strip]
    assert scanned_cells([other, column], scan, names, 0) == [column]
    assert scanned_cells([other], scan, names, 0) == [other]


@pytest.mark.parametrize("theme", list(COLOURS))
@pytest.mark.parametrize("ink", sorted(set(INK_OF_LABEL.values())))
def test_every_class_can_be_read_on_the_paper(theme, ink):
    colours = COLOURS[theme]
    assert contrast(rgb(colours.inks[ink]), rgb(colours.paper)) >= 4.5
