import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import uniform_filter1d

from ecgviewer.io.open import open_record
from ecgviewer.signal.lead_measures import LeadMeasures, measure_leads
from ecgviewer.signal.lead_quality import LeadQuality, Limit, judge_lead, lead_qualities, stretches
from ecgviewer.signal.lead_reversal import LIMB_SWAPS, swapped
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.limb_reversal import likely_reversal
from ecgviewer.signal.resample import resample
from ecgviewer.signal.synthesis import synthesize

RATE_HZ = 500.0
MADE = synthesize("SNR", 3).signals_mv
N_SAMPLES = MADE.shape[1]
TIME_S = np.arange(N_SAMPLES) / RATE_HZ
ROW = STANDARD_LEADS.index("V4")
RNG = np.random.default_rng(4)
WHITE = RNG.normal(0.0, 1.0, N_SAMPLES)
# An electrode that slides: no faster than QRS complexes, no slower than beats.
MOTION = 2.0 * uniform_filter1d(WHITE, 60)


def _judged(values_mv: np.ndarray, rate_hz: float = RATE_HZ) -> tuple[LeadQuality, ...]:
    return lead_qualities(values_mv.astype(np.float32), rate_hz, STANDARD_LEADS)


def _spoilt(spoil: Callable[[np.ndarray], np.ndarray]) -> tuple[LeadQuality, ...]:
    values_mv = MADE.copy()
    values_mv[ROW] = spoil(values_mv[ROW])
    return _judged(values_mv)


def _late(values: np.ndarray, filling: float, start_s: float) -> np.ndarray:
    return np.where(start_s <= TIME_S, filling, values)


@pytest.mark.parametrize("labels", ["SNR", "AF", "PVC", "LBBB", "RBBB", "STE"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_lead_of_a_clean_made_record_is_good(labels: str, seed: int):
    found = _judged(synthesize(labels, seed).signals_mv)
    assert {(lead.grade, lead.reasons) for lead in found} == {("good", ())}


@pytest.mark.parametrize(
    ("words", "spoil"),
    [
        ("no signal", lambda lead: np.full_like(lead, np.nan)),
        ("no signal for 70 %", lambda lead: _late(lead, np.nan, 3.0)),
        ("flat line", lambda lead: np.full_like(lead, 0.2)),
        ("flat for 60 %", lambda lead: _late(lead, 0.2, 4.0)),
        ("cut off at its limit for 20 %", lambda lead: _late(lead, 5.0, 8.0)),
        ("muscle noise", lambda lead: lead + 0.15 * WHITE),
        ("mains hum of 0.30 mV", lambda lead: lead + 0.25 * np.sin(2 * np.pi * 50 * TIME_S)),
        ("bursts of noise", lambda lead: lead + 0.5 * WHITE * (TIME_S < 2)),
        ("the baseline wanders", lambda lead: lead + 2.0 * np.sin(2 * np.pi * 0.2 * TIME_S)),
        ("artefacts of 40 mV", lambda lead: lead + 40.0 * (np.abs(TIME_S - 5) < 0.02)),
        ("hardly any signal", lambda lead: 0.01 * lead),
        ("its beats differ", lambda lead: 0.02 * lead + MOTION),
    ],
)
def test_each_fault_makes_its_lead_poor_by_its_own_name_and_no_other_lead(
    words: str, spoil: Callable[[np.ndarray], np.ndarray]
):
    found = _spoilt(spoil)
    assert found[ROW].grade == "poor"
    assert found[ROW].reasons[0].startswith(words)
    assert {lead.grade for lead in found if lead.lead != "V4"} == {"good"}


@pytest.mark.parametrize(
    ("words", "spoil"),
    [
        ("flat for 20 %", lambda lead: _late(lead, 0.2, 8.0)),
        ("no signal for 20 %", lambda lead: _late(lead, np.nan, 8.0)),
        ("cut off at its limit", lambda lead: np.clip(2 * lead, -0.8, 0.8)),
        ("muscle noise", lambda lead: lead + 0.05 * WHITE),
        ("the baseline wanders", lambda lead: lead + 0.5 * np.sin(2 * np.pi * 0.2 * TIME_S)),
    ],
)
def test_half_a_fault_leaves_a_lead_usable_and_says_why(
    words: str, spoil: Callable[[np.ndarray], np.ndarray]
):
    found = _spoilt(spoil)[ROW]
    assert found.grade == "usable"
    assert found.words.startswith(words)


def test_measures_have_the_size_of_what_was_added():
    plain = measure_leads(MADE, RATE_HZ)[ROW]
    hum = _spoilt(lambda lead: lead + 0.2 * np.sin(2 * np.pi * 60 * TIME_S))[ROW].measures
    assert hum.mains_mv == pytest.approx(0.2, rel=0.3)
    assert hum.mains_share > 0.9 > plain.mains_share
    wander = _spoilt(lambda lead: lead + np.sin(2 * np.pi * 0.2 * TIME_S))[ROW].measures
    assert wander.wander_mv == pytest.approx(2.0, rel=0.25)
    noisy = _spoilt(lambda lead: lead + 0.1 * WHITE)[ROW].measures
    assert noisy.noise_mv == pytest.approx(0.1, rel=0.2)
    assert noisy.noise_mv <= noisy.burst_mv < 1.3 * noisy.noise_mv


def test_a_burst_is_larger_than_the_steady_noise_around_it():
    measures = _spoilt(lambda lead: lead + 0.3 * WHITE * (TIME_S < 2))[ROW].measures
    assert measures.burst_mv == pytest.approx(0.3, rel=0.25)
    assert measures.noise_mv < 0.02


def test_gaps_are_neither_flat_nor_noise_and_change_nothing_else():
    values_mv = MADE.copy()
    values_mv[ROW, 1000:1500] = np.nan
    gap, whole = (measure_leads(values, RATE_HZ)[ROW] for values in (values_mv, MADE))
    assert gap.missing == pytest.approx(0.1)
    assert gap.flat == 0
    assert gap.dead == pytest.approx(0.1)
    assert gap.noise_mv == pytest.approx(whole.noise_mv, rel=0.2)
    assert gap.height_mv == pytest.approx(whole.height_mv, rel=0.1)
    assert gap.likeness > 0.95


def test_where_nothing_is_everything_but_missing_is_unknown():
    values_mv = MADE.copy()
    values_mv[ROW] = np.nan
    measures = measure_leads(values_mv, RATE_HZ)[ROW]
    assert (measures.missing, measures.silent, measures.dead) == (1.0, True, 1.0)
    assert math.isnan(measures.noise_mv)
    assert measures.mains_share == 0


def test_what_has_a_hearts_shape_is_as_alike_in_any_unit_and_sizes_grow_with_it():
    small, large = (measure_leads(MADE * np.float32(gain), RATE_HZ)[ROW] for gain in (1, 3))
    assert large.likeness == pytest.approx(small.likeness, abs=1e-3)
    for name in ("height_mv", "range_mv", "noise_mv", "wander_mv"):
        assert getattr(large, name) == pytest.approx(3 * getattr(small, name), rel=1e-3)


@pytest.mark.parametrize("rate_hz", [250.0, 360.0, 1000.0])
def test_the_sampling_rate_hardly_changes_a_measure(rate_hz: float):
    noisy = MADE + 0.4 * np.sin(2 * np.pi * 0.25 * TIME_S) + 0.05 * np.sin(2 * np.pi * 50 * TIME_S)
    at_home = measure_leads(noisy.astype(np.float32), RATE_HZ)
    elsewhere = measure_leads(resample(noisy.astype(np.float32), RATE_HZ, rate_hz), rate_hz)
    for one, other in zip(at_home, elsewhere, strict=True):
        assert other.height_mv == pytest.approx(one.height_mv, rel=0.1)
        assert other.mains_mv == pytest.approx(one.mains_mv, rel=0.35)
        assert other.wander_mv == pytest.approx(one.wander_mv, rel=0.1)
        assert other.likeness == pytest.approx(one.likeness, abs=0.05)


def test_one_leads_artefact_of_fifty_millivolts_does_not_hide_the_beats_of_the_others():
    artefact = 50.0 * np.sin(2 * np.pi * 9.0 * TIME_S)
    found = _spoilt(lambda lead: lead + artefact)
    assert min(lead.measures.likeness for lead in found if lead.lead != "V4") > 0.9


def test_a_heart_whose_beats_differ_is_not_a_leads_fault():
    differing = [LeadMeasures(0, 0, 0, 1, 2, 0.01, 0.01, 0, 0.1, likeness=0.1)] * 12
    assert judge_lead(differing[0], differing[1:])[0] == "good"
    alike = [LeadMeasures(0, 0, 0, 1, 2, 0.01, 0.01, 0, 0.1, likeness=0.98)] * 11
    assert judge_lead(differing[0], alike)[0] == "poor"


def test_reasons_stand_with_the_worst_first():
    def spoil(lead: np.ndarray) -> np.ndarray:
        return _late(lead + 3.0 * np.sin(2 * np.pi * 0.2 * TIME_S), np.nan, 8.0)

    reasons = _spoilt(spoil)[ROW].reasons
    assert reasons[0].startswith("the baseline wanders")
    assert "no signal for 20 % of the time" in reasons[1:]


@pytest.mark.parametrize(
    ("duration_s", "expected_s"),
    [
        (10, [(0, 10)]),
        (3, [(0, 3)]),
        (14, [(0, 14)]),
        (15, [(0, 10), (10, 15)]),
        (34, [(0, 10), (10, 20), (20, 34)]),
        (0, []),
    ],
)
def test_stretches_are_ten_seconds_and_the_last_takes_a_short_rest_along(
    duration_s: int, expected_s: list[tuple[int, int]]
):
    found = list(stretches(duration_s * 250, 250.0))
    assert found == [(start * 250, stop * 250) for start, stop in expected_s]


def test_a_long_record_is_judged_stretch_by_stretch_where_the_fault_is():
    values_mv = np.concatenate([MADE, MADE, MADE], axis=1)
    values_mv[ROW, N_SAMPLES : 2 * N_SAMPLES] = 0.0
    found = _judged(values_mv)
    poor = [(lead.lead, lead.start, lead.stop) for lead in found if lead.grade == "poor"]
    assert poor == [("V4", N_SAMPLES, 2 * N_SAMPLES)]
    assert [lead.lead for lead in found] == list(STANDARD_LEADS) * 3


def test_less_than_a_second_says_only_what_is_missing():
    found = _judged(MADE[:, :300])
    assert all(lead.measures.silent for lead in found)
    assert {lead.grade for lead in found} == {"poor"}


def test_names_that_do_not_fit_the_leads_are_a_mistake():
    with pytest.raises(ValueError, match="2 names for 12 leads"):
        lead_qualities(MADE, RATE_HZ, ["I", "II"])


def test_a_limit_grades_its_own_value_as_beyond_and_what_is_unknown_as_good():
    limit = Limit(1.0, 2.0)
    assert [limit.grade(value) for value in (0.9, 1.0, 2.0, math.nan)] == [0, 1, 2, 0]


@pytest.mark.parametrize("swap", ["RA/LA", "RA/LL", "RA/RL"])
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_made_swap_of_limb_cables_is_told_by_its_name(swap: str, seed: int):
    right = synthesize("SNR", seed).signals_mv
    assert likely_reversal(right, RATE_HZ, STANDARD_LEADS) is None
    found = likely_reversal(swapped(right, LIMB_SWAPS[swap]), RATE_HZ, STANDARD_LEADS)
    assert found is not None
    assert found.swap == swap
    assert "swapped" in found.words


def test_no_swap_is_told_without_a_chest_lead_without_beats_or_where_lead_ii_alone_is_dead():
    wrong = swapped(MADE, LIMB_SWAPS["RA/LA"])
    names = list(STANDARD_LEADS)
    assert likely_reversal(wrong, RATE_HZ, names) is not None
    assert likely_reversal(wrong[:-1], RATE_HZ, names[:-1]) is None
    assert likely_reversal(np.zeros_like(wrong), RATE_HZ, names) is None
    dead = MADE.copy()
    dead[1] = 0.0
    assert likely_reversal(dead, RATE_HZ, names) is None


def test_leads_in_another_order_tell_the_same_swap():
    wrong = swapped(MADE, LIMB_SWAPS["RA/LL"])
    there = likely_reversal(wrong, RATE_HZ, STANDARD_LEADS)
    back = likely_reversal(wrong[::-1], RATE_HZ, STANDARD_LEADS[::-1])
    assert there == back
    assert there is not None


def test_real_records_are_as_people_noted_them(data_folder: Path):
    # 1028102: unacceptable, V6 rests at -80 mV; 1066648: acceptable.
    folder = data_folder / "cinc2011-quality"
    graded = {}
    for name in ("1028102", "1066648"):
        record = open_record(folder / f"{name}.hea")
        leads = lead_qualities(record.read(0, record.n_samples), record.rate_hz, record.lead_names)
        graded[name] = {lead.lead: lead for lead in leads}
    assert graded["1028102"]["V6"].grade == "poor"
    assert all(lead.grade != "poor" for lead in graded["1066648"].values())
