"""Recipes are tables of settings; options change them and nothing else."""

import dataclasses

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.combine import COMBINE
from ecgviewer.nets.build import NETS
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import augment
from ecgviewer.study.cards import reduced_settings
from ecgviewer.study.losses import LOSSES
from ecgviewer.study.recipe import RECIPES, Phase, cropped, find_recipe, with_epochs, with_one_cycle
from ecgviewer.study.thresholds import RULES

PUBLISHED = ("original", "ours_1", "ours_2")


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_names_what_exists(name: str):
    recipe = RECIPES[name]
    assert recipe.net in NETS
    assert recipe.thresholds in RULES
    assert recipe.combine in COMBINE
    assert {phase.loss for phase in recipe.phases} <= LOSSES.keys()
    assert len({phase.name for phase in recipe.phases}) == len(recipe.phases)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_recipes_have_the_published_settings(name: str):
    recipe = RECIPES[name]
    (phase,) = recipe.phases
    assert (phase.epochs, phase.learning_rate, phase.schedule) == (30, 1e-4, "constant")
    assert (phase.keep, phase.loss, recipe.pos_weight_power) == ("best", "cross-entropy", 0)
    assert recipe.batch_size == 32
    assert recipe.optimiser.weight_decay == recipe.optimiser.average_decay == 0
    assert recipe.input.leads == STANDARD_LEADS
    assert (recipe.input.rate_hz, recipe.input.n_samples) == (500, 15000)
    assert (recipe.input.pad, recipe.input.filters, recipe.crop) == ("left", (), "last")


def test_only_ours_1_goes_on_from_other_weights():
    assert [RECIPES[name].init for name in PUBLISHED] == ["scratch", "original", "scratch"]


def test_the_published_augmentation_scales_and_shifts_whole_leads_in_three_of_ten():
    settings = RECIPES["original"].augmentation
    flat = np.ones((12, 50), np.float32)
    rng = np.random.default_rng(1)
    changed = np.stack([augment(flat, 500.0, settings, rng) for _ in range(2000)])
    assert np.ptp(changed, axis=2).max() == 0
    factors = changed[:, :, 0]
    untouched = (factors == 1).all(axis=1).mean()
    assert untouched == pytest.approx((1 - 0.3085) ** 2, abs=0.03)
    assert factors.std() == pytest.approx(0.1 * np.sqrt(0.3085), rel=0.1)


def test_shorter_windows_change_the_input_and_how_windows_are_taken():
    recipe = cropped(RECIPES["original"], 10)
    assert recipe.input.n_samples == 5000
    assert (recipe.crop, recipe.combine) == ("random", "mean")
    assert (
        dataclasses.replace(recipe, input=RECIPES["original"].input, crop="last", combine="last")
        == (RECIPES["original"])
    )


def test_fewer_epochs_keep_the_phases_in_proportion():
    phases = tuple(Phase(name, n, 1e-3) for name, n in (("made", 2), ("all", 12), ("last", 3)))
    recipe = dataclasses.replace(RECIPES["original"], phases=phases)
    assert [phase.epochs for phase in with_epochs(recipe, 4).phases] == [1, 4, 1]
    assert [phase.epochs for phase in with_epochs(RECIPES["original"], 5).phases] == [5]


def test_another_rate_is_told():
    recipe = with_one_cycle(find_recipe("ecgnet"), 0.03)
    assert {(phase.learning_rate, phase.schedule) for phase in recipe.phases} == {
        (0.03, "one-cycle")
    }
    assert reduced_settings(recipe, find_recipe("ecgnet")) == (
        "a learning rate of 0.03, one-cycle instead of 0.005, constant",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda r: cropped(r, 0),
        lambda r: cropped(r, -3),
        lambda r: with_epochs(r, 0),
        lambda r: with_one_cycle(r, 0.0),
        lambda r: with_one_cycle(r, float("nan")),
    ],
)
def test_settings_that_teach_nothing_are_refused(change):
    with pytest.raises(EcgError, match="choose"):
        change(RECIPES["original"])


def test_an_unknown_recipe_is_answered_with_the_known_ones():
    with pytest.raises(EcgError, match=r'"theirs"; known: .*original, ours_1, ours_2'):
        find_recipe("theirs")
