import numpy as np
import pytest

from ecgviewer.core.bookmark import Bookmark
from ecgviewer.paper.bookmark_flags import FLAG_MM, mark_bookmarks
from ecgviewer.paper.cells import place, plan
from ecgviewer.paper.geometry import Sheet, TimeScale
from ecgviewer.paper.layout import Page, compose
from ecgviewer.paper.theme import Ink
from ecgviewer.paper.view import Layout, View
from tests.paper.made_record import flat, made_record, supply_of

SHEET = Sheet(265.0, 190.0, 4.0)
RECORD = made_record(flat(30))


def row_of(view: View):
    cells = place(plan(RECORD.leads, view), SHEET, view)
    first = [cell for cell in cells if cell.row == 0]
    return [
        (cell, TimeScale(cell.x_mm, cell.start_s, view.speed_mm_per_s, 500.0, SHEET.px_per_mm))
        for cell in first
    ]


@pytest.mark.parametrize("time_s", [0.0, 2.4, 2.5, 9.9])
def test_in_sequential_columns_a_bookmark_flies_once_where_its_time_is(time_s):
    row = row_of(View())
    marked = mark_bookmarks([Bookmark(round(time_s * 500))], row)
    (flag,) = marked.boxes
    assert flag.x_mm == pytest.approx(row[0][0].x_mm + 25 * time_s, abs=0.3)
    assert flag.y_mm + FLAG_MM[1] < row[0][0].top_mm


def test_in_simultaneous_columns_it_flies_over_every_column():
    row = row_of(View(sequential=False))
    assert len(mark_bookmarks([Bookmark(500)], row).boxes) == 4


def test_a_bookmark_before_or_after_the_page_is_not_drawn():
    view = View(start_s=10.0)
    marked = mark_bookmarks([Bookmark(4999), Bookmark(10_001)], row_of(view))
    assert marked.boxes == ()


def test_words_are_shortened_to_the_next_flag_and_left_out_where_none_fit():
    marks = [Bookmark(500, "a run of wide beats"), Bookmark(700, "no room"), Bookmark(720, "end")]
    texts = [text.text for text in mark_bookmarks(marks, row_of(View())).texts]
    assert len(texts) == 2
    assert texts[0].endswith("…")
    assert "a run of wide beats".startswith(texts[0][:-1])
    assert texts[1] == "end"


def test_nothing_of_a_flag_crosses_into_the_second_row():
    view = View(layout=Layout.TWELVE_BY_ONE)
    cell = row_of(view)[0][0]
    marked = mark_bookmarks([Bookmark(2000, "words")], row_of(view))
    lowest = max(float(np.max(lines.segments[:, [1, 3]])) for lines in marked.lines)
    assert lowest <= cell.top_mm + cell.height_mm


def test_the_composed_page_has_them():
    page = Page(View(), SHEET, {}, bookmarks=(Bookmark(500, "here"),))
    scene = compose(page, supply_of(RECORD))
    assert [(text.text, text.ink) for text in scene.texts if text.text == "here"] == [
        ("here", Ink.MARK)
    ]
