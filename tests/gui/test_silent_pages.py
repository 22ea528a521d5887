import pytest
from PySide6.QtCore import Qt

from ecgviewer.core.evidence import peak
from tests.gui.leads_net import write_tall_record

Key = Qt.Key
# Tall from 40 to 50 s alone, where every class has its evidence.
QUIET = ((0, 40), (50, 100))


@pytest.fixture
def long_desk(speaking_desk, tmp_path):
    """A record of 100 s on the page where its first finding is strongest."""
    speaking_desk.open(write_tall_record(tmp_path, "long", 100, QUIET))
    # As scores of long records are means, none may be over its threshold.
    if speaking_desk.state.label is None:
        speaking_desk.press(Key.Key_J)
    speaking_desk.until_idle()
    return speaking_desk


def _coloured(desk) -> bool:
    paper = desk.window.paper
    return bool(paper.page.scene(paper.sheet()).heat_strips)


def _scale(desk) -> str:
    return desk.window.why.color_scale.accessibleDescription()


def test_colours_of_a_long_record_keep_their_scale_from_page_to_page(long_desk):
    assert _coloured(long_desk)
    assert "of this page" in long_desk.window.why.text
    scale = _scale(long_desk)
    assert scale.endswith("per record")
    long_desk.press(Key.Key_Home)
    long_desk.until_idle()
    assert long_desk.state.heat.start == 0
    assert peak(long_desk.state.heat) < peak(long_desk.state.heat.reference) / 100
    assert _scale(long_desk) == scale


def test_a_page_on_which_nothing_speaks_stays_plain_and_says_so(long_desk):
    label, reference = long_desk.state.label, long_desk.state.heat.reference
    long_desk.press(Key.Key_Home)
    long_desk.until_idle()
    assert not _coloured(long_desk)
    assert f"No part of this page speaks for {label}: " in long_desk.window.why.text
    assert "Without the strongest" not in long_desk.window.why.text
    assert any("nothing on this page is coloured" in text for text in _texts(long_desk))
    # The strongest window was explained once, for all pages.
    assert long_desk.state.heat.reference is reference


def _texts(desk) -> list[str]:
    paper = desk.window.paper
    return [text.text for text in paper.page.scene(paper.sheet()).texts]


def test_no_beat_is_coloured_for_what_is_not_there(long_desk):
    long_desk.window.docks["beat"].show()
    long_desk.window.docks["beat"].raise_()
    long_desk.press(Key.Key_Home)
    long_desk.until_idle()
    words = f"No part of this page speaks for {long_desk.state.label}, so no beat is coloured."
    assert long_desk.window.beat.text == words


def test_back_at_the_strongest_place_the_colours_are_as_before(long_desk):
    paper = long_desk.window.paper
    start_s = long_desk.state.view.start_s
    before = paper.page.scene(paper.sheet()).heat_strips
    long_desk.press(Key.Key_End)
    long_desk.until_idle()
    assert not _coloured(long_desk)
    long_desk.window.go_to(start_s)
    long_desk.until_idle()
    after = paper.page.scene(paper.sheet()).heat_strips
    assert [strip.levels.tolist() for strip in after] == [s.levels.tolist() for s in before]
