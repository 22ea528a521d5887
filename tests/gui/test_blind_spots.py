import pytest
from PySide6.QtCore import Qt

from ecgviewer.explain.blind_spots import BEAT_MEASURES
from ecgviewer.nets.build import NETS
from ecgviewer.ui.state import Stage
from tests.gui import leads_net

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def measuring(make_desk, no_models, monkeypatch, tall_record):
    """A record is open whose model measures something that gradients miss."""
    monkeypatch.setitem(NETS, leads_net.MEASURING, leads_net.MeasuringNet)
    leads_net.save_speaking_model(no_models, leads_net.MeasuringNet)
    desk = make_desk()
    desk.open(tall_record)
    return desk


def _choose_in_menu(button, start: str) -> None:
    (action,) = [a for a in button.menu().actions() if a.text().startswith(start)]
    assert action.text().endswith("(partly blind)")
    action.trigger()


def test_a_map_by_gradients_says_that_it_is_partly_blind(measuring):
    assert measuring.state.heat.method == "hirescam"
    assert "blind" not in measuring.window.why.text
    measuring.press(Key.Key_O, modifier=SHIFT)
    measuring.until_idle()
    assert measuring.state.heat.method == "gradient"
    assert BEAT_MEASURES in measuring.window.why.text
    measuring.press(Key.Key_O, modifier=SHIFT)
    measuring.until_idle()
    assert "blind" not in measuring.window.why.text


def test_leads_weighed_by_gradients_say_how_much_they_miss(measuring):
    leads = measuring.window.leads
    measuring.press(Key.Key_6, modifier=ALT)
    measuring.until(lambda: measuring.state.leads_stage is Stage.DONE)
    assert "Together they move the model's answer from" in leads.words
    assert "adds up within 0.00" in leads.settling_words
    assert "blind" not in leads.settling_words
    _choose_in_menu(leads.method_choice, "SHAP by lead (gradient)")
    measuring.until(
        lambda: (
            measuring.state.leads_stage is Stage.DONE
            and measuring.state.lead_weights.method == "shap-gradient"
        )
    )
    assert "Together they add only" in leads.words
    assert "adds up" not in leads.settling_words
    assert BEAT_MEASURES in leads.settling_words


def test_a_model_that_reads_the_leads_alone_is_explained_without_a_caveat(
    speaking_desk, tall_record
):
    speaking_desk.open(tall_record)
    speaking_desk.press(Key.Key_O, modifier=SHIFT)
    speaking_desk.until_idle()
    assert speaking_desk.state.heat.method == "gradient"
    assert "blind" not in speaking_desk.window.why.text
    assert not any(
        "blind" in action.text()
        for action in speaking_desk.window.leads.method_choice.menu().actions()
    )
