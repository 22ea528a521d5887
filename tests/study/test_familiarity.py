from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import read_card_file, write_card_file
from ecgviewer.inference.familiar_file import read_familiarity
from ecgviewer.inference.input import prepare
from ecgviewer.inference.traits import Traits, traits_of
from ecgviewer.inference.unfamiliar import LIMIT, PACED, Familiarity
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.familiarity import CHILDREN_LIMIT, attach, fit_to_traits
from ecgviewer.study.familiarity_table import FAMILIAR, Seen, as_metrics, as_table, measure
from ecgviewer.study.outsiders import NON_ECG, SWAPS, WRONG_FORM, with_noise
from tests.made_models import card_of

RATE_HZ = 500.0
N_RECORDS = 90
NOT_PACED = np.zeros(N_RECORDS, dtype=bool)
GROUPS = np.arange(N_RECORDS) % 3


def _signals(seed: int, label: str = "SNR") -> np.ndarray:
    return synthesize(label, seed, rate_hz=RATE_HZ).signals_mv


def _traits(values: np.ndarray) -> Traits:
    spec = card_of().input
    prepared = prepare(values, STANDARD_LEADS, RATE_HZ, spec)
    return traits_of(prepared, prepared.array.std(axis=1), spec)


@cache
def _records() -> list[Traits]:
    return [_traits(_signals(seed)) for seed in range(N_RECORDS)]


@cache
def learned() -> Familiarity:
    """What 90 made records look like."""
    return fit_to_traits(_records(), GROUPS, NOT_PACED, _card())


def _card() -> ModelCard:
    return card_of(weights_sha256="made")


def _seen(values: list[np.ndarray]) -> list[Seen]:
    return [Seen(f"patient {i}", _traits(item)) for i, item in enumerate(values)]


def test_one_in_twenty_of_the_fitted_records_is_flagged_by_those_of_other_groups():
    # Held against themselves they look a little more familiar than that.
    scores = learned().scores(_records())
    assert (scores >= LIMIT).mean() <= 0.05
    assert learned().weights_sha256 == "made"


def test_paced_records_are_learned_where_there_are_enough_and_never_count_as_familiar():
    strange = [_traits(_signals(seed, "LBBB")) for seed in range(200, 215)]
    records = _records() + strange
    paced = np.arange(len(records)) >= N_RECORDS
    groups = np.arange(len(records)) % 3
    told = fit_to_traits(records, groups, paced, _card())
    others = [_traits(_signals(seed, "LBBB")) for seed in range(300, 310)]
    assert (told.probabilities(others)[PACED] < 0.05).mean() > 0.8
    few = fit_to_traits(records[:95], groups[:95], paced[:95], _card())
    assert PACED not in few.probabilities(others)


def test_too_few_records_or_one_group_are_refused():
    with pytest.raises(EcgError, match="20 records are too few"):
        fit_to_traits(_records()[:20], GROUPS[:20], NOT_PACED[:20], _card())
    with pytest.raises(EcgError, match="several groups"):
        fit_to_traits(_records(), np.zeros(N_RECORDS, dtype=int), NOT_PACED, _card())


def test_the_table_tells_each_kind_with_its_interval_and_the_share_flagged():
    usual = _seen([_signals(seed) for seed in range(500, 520)])
    rng = np.random.default_rng(1)
    noise = _seen(
        [NON_ECG["white noise"](_signals(seed), RATE_HZ, rng) for seed in range(500, 510)]
    )
    strange = {("no ECG", "white noise"): noise, ("more of", "the same"): usual}
    familiar, strangers, same = measure(learned(), usual, strange, STANDARD_LEADS)
    assert (familiar.kind, familiar.n_records) == (FAMILIAR, 20)
    assert (strangers.n_records, strangers.flagged) == (10, 1.0)
    assert strangers.auc.value > 0.95
    assert strangers.auc.low <= strangers.auc.value <= strangers.auc.high
    assert same.auc.value == pytest.approx(0.5)
    text = as_table([familiar, strangers])
    assert f"| no ECG: white noise | 10 | {strangers.auc.value:.3f} (" in text
    assert as_metrics([strangers])["no ECG: white noise"]["flagged"] == 1.0


@pytest.mark.parametrize("kind", [*SWAPS, *NON_ECG, *WRONG_FORM])
def test_every_made_stranger_has_the_records_form_and_comes_again_by_its_seed(kind: str):
    change = (SWAPS | NON_ECG | WRONG_FORM)[kind]
    values = _signals(7)
    one, again = (change(values, RATE_HZ, np.random.default_rng(4)) for _ in range(2))
    assert one.shape == values.shape
    assert np.isfinite(one).all()
    np.testing.assert_array_equal(one, again)
    assert not np.allclose(one, values, atol=0.05)


@pytest.mark.parametrize("kind", [*SWAPS, *NON_ECG])
def test_swapped_and_made_signals_keep_einthovens_law_so_that_it_gives_nothing_away(kind: str):
    one = (SWAPS | NON_ECG)[kind](_signals(7), RATE_HZ, np.random.default_rng(4))
    np.testing.assert_allclose(one[0] + one[2], one[1], atol=1e-4)


def test_a_rate_stated_twice_too_high_doubles_the_heart_rate():
    bpm = {
        kind: np.exp(
            _traits(WRONG_FORM[kind](_signals(7), RATE_HZ, np.random.default_rng(1))).measures[10]
        )
        for kind in ("rate stated twice too high", "rate stated twice too low")
    }
    usual = np.exp(_traits(_signals(7)).measures[10])
    assert bpm["rate stated twice too high"] == pytest.approx(2 * usual, rel=0.1)
    assert bpm["rate stated twice too low"] == pytest.approx(usual / 2, rel=0.1)


def test_noise_is_added_at_the_ratio_that_was_asked_for():
    noise = np.random.default_rng(2).normal(size=(2, 20_000)).astype(np.float32)
    values = _signals(7)
    sizes = {}
    for snr_db in (6, 0):
        noisy = with_noise(
            values,
            RATE_HZ,
            np.random.default_rng(3),
            noise=noise,
            noise_rate_hz=360.0,
            snr_db=snr_db,
        )
        sizes[snr_db] = (noisy - values)[6:].std()
    assert sizes[0] / sizes[6] == pytest.approx(10 ** (6 / 20), rel=0.01)


def test_attaching_puts_limit_figures_and_the_word_on_children_onto_the_card_once(tmp_path: Path):
    write_card_file(tmp_path, replace(_card(), limits=("Nine classes only.", "Research use only.")))
    for _ in range(2):
        card = attach(tmp_path, learned(), {"familiar": {"n": 3}})
    assert card == read_card_file(tmp_path)
    assert card.unfamiliar_limit == LIMIT
    assert card.metrics["unfamiliar"] == {"familiar": {"n": 3}}
    assert card.limits == ("Nine classes only.", CHILDREN_LIMIT, "Research use only.")
    assert read_familiarity(tmp_path, card) is not None
