from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.explain.background import make_background
from ecgviewer.explain.lead_mixing import lead_mixing
from ecgviewer.inference.input import condition
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from tests.explain.bent_net import SPEC
from tests.made_models import noise

ORDINARY = make_background(SPEC)


@pytest.fixture
def window() -> np.ndarray:
    """A window whose limb leads follow from I and II but for rounding, as in files."""
    values = noise(12, SPEC.n_samples) + 0.3
    limb = derive_limb_leads(values[0], values[1])
    for row, lead in enumerate(STANDARD_LEADS):
        values[row] = np.round(limb.get(lead, values[row]), 3)
    return values


def _mixed(window: np.ndarray, *own: str, ordinary: int = 0, spec=SPEC) -> dict[str, np.ndarray]:
    mixing = lead_mixing(window, ORDINARY, spec)
    members = np.array([[player in own for player in mixing.players]])
    mixed = mixing.mix(np.array([ordinary]), members)[0]
    return dict(zip(spec.leads, mixed, strict=True))


def test_the_players_are_the_leads_that_follow_from_no_others(window):
    mixing = lead_mixing(window, ORDINARY, SPEC)
    assert mixing.players == INDEPENDENT_LEADS
    assert mixing.derived == ("III", "aVR", "aVL", "aVF")
    assert mixing.absent == ()


def test_everybody_together_is_what_the_net_reads_to_the_last_bit(window):
    mixed = np.stack(list(_mixed(window, *INDEPENDENT_LEADS).values()))
    assert (mixed == condition(window, SPEC).array).all()


def test_nobody_is_the_ordinary_record(window):
    mixed = np.stack(list(_mixed(window, ordinary=2).values()))
    assert (mixed == condition(ORDINARY[2], SPEC).array).all()


def test_derived_leads_are_mixed_in_mv_before_the_median_is_removed(window):
    mixed = _mixed(window, "I", "V3", ordinary=1)
    lead_iii = ORDINARY[1, 1] - window[0]
    assert mixed["III"] == pytest.approx(lead_iii - np.median(lead_iii), abs=1e-6)
    lead_avr = -(ORDINARY[1, 1] + window[0]) / 2
    assert mixed["aVR"] == pytest.approx(lead_avr - np.median(lead_avr), abs=1e-6)
    lead_ii = ORDINARY[1, 1]
    # The order matters: a difference of conditioned leads is another signal.
    assert np.abs(mixed["III"] - (mixed["II"] - mixed["I"])).max() > 1e-4
    assert mixed["II"] == pytest.approx(lead_ii - np.median(lead_ii))
    assert mixed["V3"] == pytest.approx(window[8] - np.median(window[8]))


def test_chest_leads_do_not_touch_limb_leads(window):
    mixed = _mixed(window, "V1", "V6", ordinary=2)
    own = condition(ORDINARY[2], SPEC).array
    for row, lead in enumerate(STANDARD_LEADS[:6]):
        assert (mixed[lead] == own[row]).all()


def test_a_lead_that_the_window_lacks_is_no_player_and_absent_everywhere(window):
    window[STANDARD_LEADS.index("V2")] = np.nan
    mixing = lead_mixing(window, ORDINARY, SPEC)
    assert mixing.absent == ("V2",)
    assert "V2" not in mixing.players
    assert not _mixed(window, "I")["V2"].any()


def test_limb_leads_without_lead_i_are_players_of_their_own(window):
    window[0] = np.nan
    mixing = lead_mixing(window, ORDINARY, SPEC)
    assert mixing.derived == ()
    assert mixing.players == tuple(lead for lead in STANDARD_LEADS if lead != "I")


@pytest.mark.parametrize("side", ["left", "right"])
def test_ordinary_records_are_as_short_and_padded_as_the_window(window, side: str):
    spec = replace(SPEC, pad=side)
    mixing = lead_mixing(window[:, :150], ORDINARY, spec)
    padding = slice(0, 50) if side == "left" else slice(150, 200)
    assert not mixing.own[:, padding].any()
    assert not mixing.ordinary[:, :, padding].any()
    assert not mixing.with_own_i[:, :, padding].any()
    assert np.abs(mixing.ordinary).max() > 0.1


def test_gaps_of_a_lead_are_gaps_of_what_follows_from_it(window):
    window[0, 20:40] = np.nan
    mixed = _mixed(window, "I")
    assert not mixed["III"][20:40].any()
    assert not mixed["I"][20:40].any()
    assert mixed["III"][:20].any()
