import numpy as np
import pytest

from ecgviewer.paper.geometry import LEFT_MM, Sheet
from ecgviewer.paper.trial_layout import MM_PER_MV, MM_PER_S, TrialPage, compose_trial
from ecgviewer.paper.view import Theme

SHEET = Sheet(158.0, 50.0, 4.0)
RATE_HZ = 250.0


def page(scale: float = 1.0, rate_hz: float = RATE_HZ) -> TrialPage:
    """A lead with a spike of 1 mV after a second, and two that lie flat."""
    values = np.zeros((3, 5_000), dtype=np.float32)
    values[0, 250] = scale
    values[1, :100] = np.nan
    return TrialPage(("I", "II", "III"), values, rate_hz, Theme.LIGHT)


def test_a_second_is_25_mm_and_a_millivolt_10_mm_as_in_its_pulse():
    scene = compose_trial(page(), SHEET)
    segments = scene.traces[0].segments
    top = segments[segments[:, 1].argmin()]
    assert top[0] == pytest.approx(LEFT_MM + MM_PER_S, abs=0.2)
    flat = np.median(segments[:, 1])
    assert flat - top[1] == pytest.approx(MM_PER_MV, abs=0.01)
    pulse = scene.lines[0].segments
    assert np.ptp(pulse[:, 1]) == pytest.approx(MM_PER_MV)


def test_two_leads_at_most_are_drawn_and_gaps_stay_gaps():
    scene = compose_trial(page(), SHEET)
    assert [trace.lead for trace in scene.traces] == ["I", "II"]
    assert scene.traces[1].segments[:, 0].min() > LEFT_MM + 100 / RATE_HZ * MM_PER_S - 0.2


def test_a_wrong_unit_leaves_the_paper_and_is_said_to():
    told = [text.text for text in compose_trial(page(scale=1_000.0), SHEET).texts]
    assert "▲ off scale" in told
    assert "▲ off scale" not in [text.text for text in compose_trial(page(), SHEET).texts]


def test_a_wrong_rate_moves_what_is_drawn():
    slower = compose_trial(page(rate_hz=125.0), SHEET).traces[0].segments
    assert slower[slower[:, 1].argmin(), 0] == pytest.approx(LEFT_MM + 2 * MM_PER_S, abs=0.3)


def test_a_lead_without_a_number_has_no_trace():
    empty = TrialPage(("I",), np.full((1, 100), np.nan, dtype=np.float32), 250.0, Theme.DARK)
    assert len(compose_trial(empty, SHEET).traces[0].segments) == 0
