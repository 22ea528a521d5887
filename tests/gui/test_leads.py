from collections.abc import Iterator
from threading import Semaphore

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis, WindowScores
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui import jobs
from ecgviewer.ui.lead_weighing import window_to_weigh
from ecgviewer.ui.state import Stage
from tests.gui.leads_net import WEIGHTS, SpeakingNet, write_tall_record

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
DERIVED = ("III", "aVR", "aVL", "aVF")


@pytest.fixture
def open_desk(speaking_desk, tall_record):
    """The record is analysed, its first finding chosen, the panel still behind another."""
    speaking_desk.open(tall_record)
    return speaking_desk


@pytest.fixture
def weighed(open_desk):
    """The panel is in front and its weights have settled."""
    _show_leads(open_desk)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)
    open_desk.until_idle()
    return open_desk


@pytest.fixture
def permits(open_desk, monkeypatch) -> Iterator[Semaphore]:
    """The net gives so many more answers as are released; all at the end."""
    semaphore = Semaphore(0)
    monkeypatch.setattr(SpeakingNet, "permits", semaphore)
    yield semaphore
    monkeypatch.setattr(SpeakingNet, "permits", None)
    semaphore.release(10_000)


def _show_leads(desk) -> None:
    desk.press(Key.Key_6, modifier=ALT)


def _shown(desk) -> dict[str, float | None]:
    return {row.lead: row.value for row in desk.window.leads.bars.rows}


def _click(desk, lead: str) -> None:
    bars = desk.window.leads.bars
    row = [bar.lead for bar in bars.rows].index(lead)
    at = bars.visualRect(bars.model().index(row, 0)).center()
    desk.bot.mouseClick(bars.viewport(), LEFT, pos=at)


def _dimmed(desk) -> dict[str, bool]:
    paper = desk.window.paper
    return {trace.lead: trace.dimmed for trace in paper.page.scene(paper.sheet()).traces}


def test_behind_another_tab_nothing_is_weighed(open_desk):
    assert open_desk.state.label is not None
    assert open_desk.state.lead_weights is None
    assert open_desk.state.leads_stage is Stage.NONE


def test_each_lead_speaks_as_the_model_made_it(weighed):
    shown, label = _shown(weighed), weighed.state.label
    assert tuple(shown) == STANDARD_LEADS
    assert [lead for lead in shown if shown[lead] is None] == list(DERIVED)
    known = [value for value in shown.values() if value is not None]
    assert np.sign(known).tolist() == np.sign(WEIGHTS[label]).tolist()
    assert np.argmax(np.abs(known)) == np.argmax(np.abs(WEIGHTS[label]))


def test_the_derived_leads_say_that_they_follow(weighed):
    notes = {row.lead: row.note for row in weighed.window.leads.bars.rows}
    assert all(notes[lead] == "follows from I and II" for lead in DERIVED)


def test_the_sentence_goes_from_the_average_answer_to_the_shown_one(weighed):
    state = weighed.state
    assert f"to {state.analysis.scores[state.label]:.2f}." in weighed.window.leads.words
    assert "0.0 s to 10.0 s" in weighed.window.leads.settling_words


def test_estimates_come_first_and_settle(open_desk):
    seen = []
    open_desk.window.state.changed.connect(
        lambda old, new: (
            seen.append(new.lead_weights) if new.lead_weights is not old.lead_weights else None
        )
    )
    _show_leads(open_desk)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)
    shares = [weights.settled for weights in seen if weights is not None]
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_another_class_needs_no_new_work(weighed):
    before, rows = weighed.state.lead_weights, _shown(weighed)
    weighed.press(Key.Key_J)
    assert _shown(weighed) != rows
    weighed.until_idle()
    assert weighed.state.lead_weights is before


def test_a_settling_estimate_can_be_stopped_and_taken_up_again(open_desk, permits):
    _show_leads(open_desk)

    def estimated() -> bool:
        permits.release()
        return open_desk.state.lead_weights is not None

    open_desk.until(estimated)
    assert "settling" in open_desk.window.leads.settling_words
    _click_stop(open_desk)
    assert open_desk.state.leads_stage == Stage.NONE
    assert "stopped at" in open_desk.window.leads.settling_words
    permits.release(10_000)
    _click_stop(open_desk)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)
    assert open_desk.state.lead_weights.settled == 1


def _click_stop(desk) -> None:
    buttons = desk.window.leads.findChildren(QToolButton)
    (stop,) = [b for b in buttons if b.accessibleName().startswith(("Stop", "Go on"))]
    desk.bot.mouseClick(stop, LEFT)


def test_another_record_stops_the_weighing_of_the_one_before(open_desk, permits, tmp_path):
    _show_leads(open_desk)
    open_desk.until(lambda: "leads" in open_desk.window.long.busy_kinds)
    before = open_desk.state.record
    open_desk.window.opening.open_path(write_tall_record(tmp_path, "taller", seconds=8))
    open_desk.until(lambda: open_desk.state.record is not before)
    open_desk.until(lambda: "leads" not in open_desk.window.long.busy_kinds)
    permits.release(10_000)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)
    assert open_desk.state.lead_weights.stop == 800


def test_a_panel_that_is_left_stops_weighing(open_desk, permits):
    _show_leads(open_desk)
    open_desk.until(lambda: "leads" in open_desk.window.long.busy_kinds)
    open_desk.press(Key.Key_4, modifier=ALT)
    open_desk.until(lambda: "leads" not in open_desk.window.long.busy_kinds)


def test_weighing_gives_way_to_other_work_and_begins_anew(open_desk, permits):
    _show_leads(open_desk)
    long = open_desk.window.long
    open_desk.until(lambda: "leads" in long.busy_kinds)
    busy: list[tuple[str, ...]] = []
    long.busy_changed.connect(lambda: busy.append(long.busy_kinds))
    long.submit("folder", jobs.list_beside, open_desk.state.record.path)
    # Told as it happens: the folder may be listed before anybody could look.
    open_desk.until(lambda: ("folder",) in busy)
    permits.release(10_000)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)


def test_weights_are_kept_for_a_record_that_comes_back(weighed, tall_record, tmp_path):
    before = weighed.state.lead_weights
    weighed.open(write_tall_record(tmp_path, "taller"))
    weighed.until(lambda: weighed.state.leads_stage is Stage.DONE)
    assert weighed.state.lead_weights is not before
    weighed.open(tall_record)
    weighed.until(lambda: weighed.state.leads_stage is Stage.DONE)
    assert weighed.state.lead_weights is before


def test_the_gradient_method_weighs_all_twelve_leads(weighed):
    weighed.window.leads.method_wished.emit("shap-gradient")
    weighed.until(lambda: weighed.state.leads_stage is Stage.DONE)
    weighed.until_idle()
    assert weighed.state.lead_weights.method == "shap-gradient"
    assert all(value is not None for value in _shown(weighed).values())


def test_a_click_on_a_bar_dims_the_other_leads_and_a_second_one_brings_them_back(weighed):
    before = weighed.window.paper.grab().toImage()
    _click(weighed, "V1")
    assert weighed.state.lead == "V1"
    dimmed = _dimmed(weighed)
    assert not dimmed.pop("V1")
    assert all(dimmed.values())
    assert weighed.window.paper.grab().toImage() != before
    _click(weighed, "V1")
    assert weighed.state.lead is None
    assert not any(_dimmed(weighed).values())
    assert weighed.window.paper.grab().toImage() == before


def test_escape_brings_the_other_leads_back(weighed):
    _click(weighed, "II")
    weighed.press(Key.Key_Escape)
    assert weighed.state.lead is None
    assert not any(_dimmed(weighed).values())


def test_arrows_move_through_the_leads_and_enter_picks_one(weighed):
    bars = weighed.window.leads.bars
    _show_leads(weighed)
    assert bars.hasFocus()
    for _ in range(7):
        weighed.bot.keyClick(bars, Key.Key_Down)
    weighed.bot.keyClick(bars, Key.Key_Return)
    lead = bars.rows[bars.currentIndex().row()].lead
    assert weighed.state.lead == lead != "I"
    assert weighed.state.view.rhythm_lead == "II"
    weighed.bot.keyClick(bars, Key.Key_Return)
    assert weighed.state.lead is None


def test_a_lead_that_is_not_on_the_page_dims_nothing_and_says_so(weighed):
    for _ in range(3):
        weighed.press(Key.Key_L)
    assert weighed.state.view.layout.value == "II"
    _click(weighed, "V1")
    assert not any(_dimmed(weighed).values())
    assert "V1 is not on this page" in weighed.window.message_line.text


def test_another_record_shows_all_leads_alike(weighed, tmp_path):
    _click(weighed, "V1")
    weighed.open(write_tall_record(tmp_path, "taller"))
    assert weighed.state.lead is None
    assert not any(_dimmed(weighed).values())


@pytest.fixture
def mapped(weighed):
    """The map of all leads and classes instead of the bars."""
    (button,) = [
        b for b in weighed.window.leads.findChildren(QToolButton) if b.text() == "All classes"
    ]
    weighed.bot.mouseClick(button, LEFT)
    return weighed


def test_the_map_chooses_classes_and_leads(mapped):
    table = mapped.window.leads.map
    assert table.isVisible()
    labels = mapped.state.lead_weights.labels
    other = next(place for place, label in enumerate(labels) if label != mapped.state.label)
    table.setFocus()
    for _ in labels:
        mapped.bot.keyClick(table, Key.Key_Left)
    for _ in range(other):
        mapped.bot.keyClick(table, Key.Key_Right)
    assert mapped.state.label == labels[other]
    mapped.bot.keyClick(table, Key.Key_Return)
    assert mapped.state.lead == "I"
    assert table.accessibleDescription().startswith("I, ")


def test_the_map_tells_a_cell_s_figure(mapped):
    table, weights = mapped.window.leads.map, mapped.state.lead_weights
    value = weights.values[weights.leads.index("V1"), -1]
    right = QPoint(table.width() - 16, table.cell_middle("V1").y())
    assert f"{abs(value):.2f} logits" in table.words_at(right)
    assert table.words_at(right).startswith("V1, ST depression")


def test_bars_and_map_read_themselves_aloud(weighed):
    bars = weighed.window.leads.bars
    row = STANDARD_LEADS.index("V1")
    told = bars.model().data(bars.model().index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    side = "for" if (_shown(weighed)["V1"] or 0) > 0 else "against"
    assert told.startswith("V1: ")
    assert told.endswith(f"logits, {side}")


def _analysis(spans: list[tuple[int, int]]) -> Analysis:
    windows = tuple(WindowScores(start, stop, {"AF": 0.5}) for start, stop in spans)
    return Analysis("made", ("AF",), {"AF": 0.9}, {"AF": 0.5}, windows, (), 9000, "CPU", 0.1)


def test_of_a_long_record_the_window_is_weighed_that_has_most_of_the_page():
    analysis = _analysis([(0, 3000), (3000, 6000), (6000, 9000)])
    assert window_to_weigh(analysis, (2800, 5800)) == (3000, 6000)
    assert window_to_weigh(analysis, (1500, 4500)) == (0, 3000)
    assert window_to_weigh(_analysis([]), (0, 5)) == (0, 9000)


def test_what_cannot_be_weighed_is_told_and_may_be_tried_again(open_desk, monkeypatch):
    def refuse(*_arguments):
        raise EcgError("The window cannot be weighed.")

    with monkeypatch.context() as refusing:
        refusing.setattr(jobs, "weigh_leads", refuse)
        _show_leads(open_desk)
        open_desk.until(lambda: open_desk.state.leads_stage is Stage.FAILED)
        open_desk.until_idle()
    assert open_desk.window.message_line.text == "The window cannot be weighed."
    assert "could not be weighed" in open_desk.window.leads.settling_words
    _click_stop(open_desk)
    open_desk.until(lambda: open_desk.state.leads_stage is Stage.DONE)
