from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from ecgviewer.ui import jobs
from ecgviewer.ui.centre import strip_words
from ecgviewer.ui.look import LIGHT

WORDS = "Unlike the records this model learnt from (0.93): only one lead. Do not lean on these."


@pytest.fixture
def answered(speaking_desk, tall_record, unjudged):
    speaking_desk.open(tall_record)
    assert any(f.present and not f.borderline for f in speaking_desk.state.analysis.findings)
    return speaking_desk


def _doubt(desk, unfamiliar: float = 0.93, reason: str = "only one lead") -> None:
    """The same answer again, of a record that the model does not know the like of."""
    doubted = replace(
        desk.state.analysis,
        unfamiliar=unfamiliar,
        unfamiliar_limit=0.9,
        unfamiliar_reason=reason,
    )
    desk.window.quick.done.emit("analyse", jobs.Answer(desk.state.card, doubted, {}))
    desk.until_idle()


def n_accented(desk) -> int:
    picture = desk.window.findings.list.grab().toImage()
    accent = QColor(LIGHT.accent).rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == accent for x, y in places)


def test_an_unfamiliar_record_greys_every_prediction_and_says_why(answered):
    assert n_accented(answered) > 0
    _doubt(answered)
    assert n_accented(answered) == 0
    assert answered.window.findings.doubts == WORDS
    assert answered.window.findings.list.accessibleDescription() == WORDS


def test_the_message_line_and_the_strip_say_it_too(answered):
    _doubt(answered)
    assert answered.window.message_line.text.startswith(WORDS)
    assert strip_words(answered.state) == WORDS


def test_below_the_card_s_limit_nothing_is_doubted(answered):
    _doubt(answered, unfamiliar=0.89)
    assert n_accented(answered) > 0
    assert answered.window.findings.doubts == ""
    assert WORDS not in answered.window.message_line.text


def test_the_next_record_is_not_doubted_for_the_one_before(answered, demo_long):
    _doubt(answered)
    answered.open(demo_long)
    assert answered.window.findings.doubts == ""


def test_a_reason_that_asks_ends_with_its_question_mark(answered):
    _doubt(answered, reason="hardly two beats are alike: is it an ECG?")
    assert "is it an ECG? Do not lean" in answered.window.message_line.text
