from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.io.open import open_record
from ecgviewer.signal.lead_quality import lead_qualities
from ecgviewer.signal.lead_reversal import LIMB_SWAPS, swapped
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS
from ecgviewer.signal.record_quality import (
    ACCEPTABLE,
    CONSTANT,
    WEIGHTS,
    RecordQuality,
    acceptable,
    evidence,
    record_quality,
)
from ecgviewer.signal.synthesis import synthesize

RATE_HZ = 500.0
MADE = synthesize("SNR", 3).signals_mv
TIME_S = np.arange(MADE.shape[1]) / RATE_HZ
WHITE = np.random.default_rng(6).normal(0.0, 1.0, MADE.shape)
HUM = np.sin(2 * np.pi * 50 * TIME_S)
WANDER = np.sin(2 * np.pi * 0.25 * TIME_S)


def _quality(values_mv: np.ndarray) -> RecordQuality:
    found = record_quality(values_mv.astype(np.float32), RATE_HZ, STANDARD_LEADS)
    assert found is not None
    return found


@pytest.mark.parametrize("labels", ["SNR", "AF", "PVC", "LBBB", "STE"])
def test_a_clean_made_record_is_acceptable_and_nothing_is_said(labels: str):
    quality = _quality(synthesize(labels, 5).signals_mv)
    assert quality.acceptable > 0.7
    assert quality.words == ""
    assert quality.reversal is None


@pytest.mark.parametrize(
    ("added", "sizes_mv"),
    [(WHITE, (0.02, 0.1, 0.3, 1.0)), (HUM, (0.05, 0.3, 1.0)), (WANDER, (0.3, 1.5, 6.0))],
    ids=["muscle", "hum", "wander"],
)
def test_the_more_noise_the_less_acceptable(added: np.ndarray, sizes_mv: tuple[float, ...]):
    scores = [_quality(MADE + size_mv * added).acceptable for size_mv in (0.0, *sizes_mv)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.9
    assert scores[-1] < ACCEPTABLE


def test_the_more_leads_are_dead_the_less_acceptable():
    scores = []
    for n_dead in (0, 1, 3, 8):
        values_mv = MADE.copy()
        values_mv[:n_dead] = 0.0
        scores.append(_quality(values_mv).acceptable)
    assert scores == sorted(set(scores), reverse=True)
    assert scores[1] < ACCEPTABLE


def test_a_lead_without_samples_counts_as_one_without_movement():
    gone, flat = MADE.copy(), MADE.copy()
    gone[-1], flat[-1] = np.nan, 0.0
    assert _quality(gone).acceptable == pytest.approx(_quality(flat).acceptable, abs=1e-6)


def test_derived_leads_need_not_be_there_but_independent_ones_must():
    rows = [STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]
    derived = record_quality(MADE[rows], RATE_HZ, INDEPENDENT_LEADS)
    assert derived is not None
    assert derived.acceptable == pytest.approx(_quality(MADE).acceptable, abs=1e-3)
    assert [lead.lead for lead in derived.leads] == list(STANDARD_LEADS)
    assert record_quality(MADE[rows][:-1], RATE_HZ, INDEPENDENT_LEADS[:-1]) is None


def test_what_is_too_short_to_compare_beats_is_not_judged():
    assert record_quality(MADE[:, :2400], RATE_HZ, STANDARD_LEADS) is None
    assert record_quality(MADE[:, :2600], RATE_HZ, STANDARD_LEADS) is not None


def test_a_long_records_score_is_the_median_of_its_stretches():
    spoilt = MADE + 1.5 * WHITE.astype(np.float32)
    quality = _quality(np.concatenate([MADE, spoilt, MADE], axis=1))
    assert len(quality.by_stretch) == 3
    assert quality.by_stretch[1] < ACCEPTABLE < quality.by_stretch[0]
    assert quality.acceptable == pytest.approx(np.median(quality.by_stretch))


def test_words_name_the_leads_of_the_worst_fault_first_and_once():
    values_mv = np.concatenate([MADE, MADE], axis=1)
    values_mv[[6, 8]] = 0.1
    values_mv[10] += 0.5 * np.concatenate([WANDER, WANDER]).astype(np.float32)
    words = _quality(values_mv).words
    assert words.startswith("V1, V3: flat line; V5: the baseline wanders")


def test_swapped_cables_are_said_and_leave_the_score_alone():
    quality = _quality(swapped(MADE, LIMB_SWAPS["RA/LA"]))
    assert quality.words == "the cables of the right and left arm look swapped"
    assert quality.acceptable == pytest.approx(_quality(MADE).acceptable, abs=0.05)


@pytest.mark.parametrize(
    ("off", "told"),
    [(["V1", "V2"], True), (["I"], False), (["III"], False), (["V1", "V2", "V3"], False)],
)
def test_no_cables_are_called_swapped_where_electrodes_are_off(off: list[str], told: bool):
    values_mv = swapped(MADE, LIMB_SWAPS["RA/RL"])
    assert _quality(values_mv).reversal is not None
    values_mv[[STANDARD_LEADS.index(lead) for lead in off]] = 0.0
    assert (_quality(values_mv).reversal is not None) == told


def test_the_score_is_the_logistic_of_what_it_reads():
    leads = lead_qualities(MADE, RATE_HZ, STANDARD_LEADS)
    found = evidence(leads)
    assert found.keys() == WEIGHTS.keys()
    logit = CONSTANT + sum(WEIGHTS[name] * value for name, value in found.items())
    assert acceptable(leads) == pytest.approx(1 / (1 + np.exp(logit)))


def test_a_poor_lead_is_lost_and_another_only_for_the_time_it_shows_nothing():
    leads = lead_qualities(MADE, RATE_HZ, STANDARD_LEADS)
    assert evidence(leads)["lost leads"] == 0
    half = replace(leads[0], measures=replace(leads[0].measures, flat=0.25))
    poor = replace(leads[1], grade="poor")
    assert evidence([half, poor, *leads[2:]])["lost leads"] == pytest.approx(1.25)


def test_people_s_grades_of_real_records_are_mostly_met(data_folder: Path):
    # They were fitted to these; the benchmark `quality` tries others.
    folder = data_folder / "cinc2011-quality"
    rows = (folder / "quality.csv").read_text(encoding="utf-8").splitlines()[1:]
    scores: dict[str, list[float]] = {"acceptable": [], "unacceptable": []}
    for row in rows:
        name, grade = row.split(",")
        record = open_record(folder / f"{name}.hea")
        values_mv = record.read(0, record.n_samples)
        found = record_quality(values_mv, record.rate_hz, record.lead_names)
        assert found is not None
        scores[grade].append(found.acceptable)
    accepted = np.mean(np.array(scores["acceptable"]) >= ACCEPTABLE)
    refused = np.mean(np.array(scores["unacceptable"]) < ACCEPTABLE)
    assert accepted >= 0.9
    assert refused >= 0.8
