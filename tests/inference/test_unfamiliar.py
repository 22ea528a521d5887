from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Patient
from ecgviewer.core.task import Task
from ecgviewer.inference.familiar_file import read_familiarity, write_familiarity
from ecgviewer.inference.input import prepare
from ecgviewer.inference.loaded import ready
from ecgviewer.inference.predict import analyze
from ecgviewer.inference.traits import Traits, traits_of
from ecgviewer.inference.unfamiliar import (
    FLAGGED_SHARE,
    LIMIT,
    Familiarity,
    Portrait,
    as_scores,
    combined_surprise,
    judge,
    tail_of,
)
from ecgviewer.signal.lead_reversal import CHEST_SWAPS, LIMB_SWAPS, swapped
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.familiarity import fit_to_traits
from tests.made_models import SumNet, card_of, record_of

RATE_HZ = 125.0
CARD = card_of(
    input=replace(card_of().input, rate_hz=RATE_HZ, n_samples=1250), weights_sha256="made"
)
NOBODY = Patient()
N_FITTED = 150
LABELS = ("SNR", "SNR", "AF", "RBBB", "LBBB", "STD")


def _signals(seed: int) -> np.ndarray:
    return synthesize(LABELS[seed % len(LABELS)], seed, rate_hz=RATE_HZ).signals_mv


def _traits(values: np.ndarray) -> Traits:
    prepared = prepare(values, STANDARD_LEADS, RATE_HZ, CARD.input)
    # In the place of a net: the spread of each lead, which it would see too.
    return traits_of(prepared, prepared.array.std(axis=1), CARD.input)


@cache
def familiar() -> Familiarity:
    """Fitted to made hearts, none of which the tests ask about."""
    records = [_traits(_signals(seed)) for seed in range(N_FITTED)]
    return fit_to_traits(records, np.arange(N_FITTED) % 5, np.zeros(N_FITTED, dtype=bool), CARD)


def _judge(values: np.ndarray, patient: Patient = NOBODY) -> tuple[float, str]:
    return judge(familiar(), [_traits(values)], STANDARD_LEADS, patient)


def _scores(values: list[np.ndarray]) -> np.ndarray:
    return np.array([_judge(item)[0] for item in values])


UNSEEN = [_signals(seed) for seed in range(1000, 1040)]


def test_familiar_records_score_low_and_about_one_in_twenty_reaches_the_limit():
    scores = _scores(UNSEEN)
    assert np.median(scores) < 0.2
    assert (scores >= LIMIT).mean() <= 0.15


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("RA/LA", "right and left arm"),
        ("RA/LL", "right arm and the left leg"),
        ("V1/V3", "chest leads look out of order"),
        ("V2/V4", "chest leads look out of order"),
    ],
)
def test_swapped_cables_are_told_and_named(name: str, words: str):
    matrix = (LIMB_SWAPS | CHEST_SWAPS)[name]
    answers = [_judge(swapped(values, matrix)) for values in UNSEEN]
    assert np.mean([score >= LIMIT for score, _ in answers]) > 0.8
    assert np.mean([words in reason for _, reason in answers]) > 0.6


def test_noise_wrong_units_and_upside_down_leads_are_told_and_named():
    rng = np.random.default_rng(3)
    noise = _judge(rng.normal(0, 0.5, (12, 1250)).astype(np.float32))
    large = _judge(UNSEEN[0] * np.float32(1000))
    inverted = _judge(-UNSEEN[0])
    assert min(noise[0], large[0], inverted[0]) > 0.9
    assert "are the units right?" in large[1]
    assert "upside down" in inverted[1]


def test_a_missing_lead_is_always_unfamiliar_and_named_the_more_the_stranger():
    one = UNSEEN[0].copy()
    one[8] = np.nan
    three = UNSEEN[0].copy()
    three[6:9] = np.nan
    few = UNSEEN[0].copy()
    few[3:] = np.nan
    single = np.full_like(UNSEEN[0], np.nan)
    single[1] = UNSEEN[0][1]
    answers = [_judge(values) for values in (one, three, few, single)]
    assert [reason for _, reason in answers] == [
        "no signal in V3",
        "no signal in V1, V2 and V3",
        # aVR, aVL and aVF are absent in the array, though they follow from I and II.
        "only 3 of 12 leads",
        "only one lead (II)",
    ]
    scores = [score for score, _ in answers]
    assert LIMIT < scores[0] < scores[1] < scores[2] < scores[3]


def test_a_child_is_unfamiliar_by_age_and_an_adult_is_not():
    usual = min(UNSEEN, key=lambda values: _judge(values)[0])
    score, reason = _judge(usual, Patient(age_years=6.0))
    assert (score, reason) == (
        LIMIT,
        "the patient is 6 years old, and the model learned from adults",
    )
    assert _judge(usual, Patient(age_years=61.0)) == _judge(usual)


def test_below_the_limit_no_reason_is_given():
    for values in UNSEEN:
        score, reason = _judge(values)
        assert bool(reason) == (score >= LIMIT)


def test_a_score_is_the_limit_where_the_flagged_share_of_familiar_records_is_as_strange():
    assert as_scores(np.array([FLAGGED_SHARE])) == pytest.approx([LIMIT])
    assert as_scores(np.array([1.0]))[0] < 0.05 < as_scores(np.array([0.5]))[0] < 0.1
    assert as_scores(np.array([0.0])) == pytest.approx([1.0])


def test_a_tail_gives_back_its_samples_shares_and_falls_beyond_them():
    values = np.random.default_rng(1).exponential(size=20_000)
    tail = tail_of(values)
    for share in (0.5, 0.1, 0.01):
        assert tail.probability(np.quantile(values, [1 - share]))[0] == pytest.approx(
            share, rel=0.1
        )
    far = tail.probability(np.array([20.0, 40.0]))
    assert far[0] > far[1] > 0
    assert tail.probability(np.array([np.nan])) == 1.0


def test_the_strangest_evidence_decides_and_many_usual_ones_hide_it_little():
    usual = np.array([0.5])
    one = combined_surprise({"a": np.array([1e-6]), "b": usual, "c": usual})
    assert one[0] == pytest.approx(-np.log(3e-6), rel=0.01)
    assert combined_surprise({"a": usual, "b": usual})[0] == pytest.approx(np.log(2))


def test_distance_is_mahalanobis_and_less_than_usual_counts_only_where_it_may():
    portrait = Portrait(
        mean=np.zeros(2),
        scale=np.array([1.0, 2.0]),
        directions=np.eye(2),
        variances=np.ones(2),
        rest=1.0,
        upper=np.array([False, True]),
    )
    found = portrait.distance(np.array([[3.0, 0.0], [0.0, 4.0], [0.0, -4.0]]))
    assert found[:2] == pytest.approx(np.log([9.0, 4.0]))
    assert found[2] < -20


def test_what_was_learned_comes_back_from_its_file_and_answers_alike(tmp_path: Path):
    write_familiarity(tmp_path, familiar())
    assert (tmp_path / "familiar.npz").stat().st_size < 500_000
    card = replace(CARD, unfamiliar_limit=LIMIT)
    back = read_familiarity(tmp_path, card)
    assert back is not None
    traits = [_traits(values) for values in UNSEEN]
    np.testing.assert_allclose(back.scores(traits), familiar().scores(traits), atol=0.02)


def test_a_file_for_other_weights_a_broken_and_a_missing_one_are_refused(tmp_path: Path):
    card = replace(CARD, unfamiliar_limit=LIMIT)
    with pytest.raises(EcgError, match="cannot be read"):
        read_familiarity(tmp_path, card)
    write_familiarity(tmp_path, familiar())
    with pytest.raises(EcgError, match="was made for other weights"):
        read_familiarity(tmp_path, replace(card, weights_sha256="others"))
    (tmp_path / "familiar.npz").write_bytes(b"PK no archive")
    with pytest.raises(EcgError, match="cannot be read"):
        read_familiarity(tmp_path, card)
    assert read_familiarity(tmp_path, CARD) is None


def test_an_answer_carries_the_score_its_limit_and_the_reason():
    net = SumNet(torch.ones(9, 12), torch.zeros(9, 12), torch.zeros(9))
    model = ready(replace(CARD, unfamiliar_limit=LIMIT), net, torch.device("cpu"))
    assert analyze(model, record_of(UNSEEN[0], rate_hz=RATE_HZ), Task()).unfamiliar is None

    def seen(seed: int) -> Traits:
        prepared = prepare(_signals(seed), STANDARD_LEADS, RATE_HZ, CARD.input)
        return traits_of(prepared, model.logits_and_features([prepared])[1][0], CARD.input)

    learned = fit_to_traits(
        [seen(seed) for seed in range(60)], np.arange(60) % 3, np.zeros(60, dtype=bool), CARD
    )
    knowing = replace(model, familiarity=learned)
    answer = analyze(knowing, record_of(UNSEEN[0][1:2], ("II",), RATE_HZ), Task())
    assert answer.is_unfamiliar
    assert (answer.unfamiliar_limit, answer.unfamiliar_reason) == (LIMIT, "only one lead (II)")
    assert answer.unfamiliar == pytest.approx(LIMIT + (1 - LIMIT) * 7 / 8, abs=0.1)


@pytest.mark.parametrize("side", ["left", "right"])
def test_features_are_averaged_over_signal_and_not_over_padding(side: str):
    card = replace(CARD, input=replace(CARD.input, pad=side, filters=()))
    net = SumNet(torch.ones(9, 12), torch.zeros(9, 12), torch.zeros(9))
    model = ready(card, net, torch.device("cpu"))
    prepared = prepare(UNSEEN[0][:, :640] + np.float32(5), STANDARD_LEADS, RATE_HZ, card.input)
    assert prepared.pad == 610
    logits, features = model.logits_and_features([prepared])
    assert features.min() > 2.5  # zeros of the padding would have halved it
    np.testing.assert_allclose(logits, model.logits(prepared.array[np.newaxis]))
