"""Augmentation changes a window without changing what it shows."""

import dataclasses

import numpy as np

from ecgviewer.study.augment import Augmentation, augment

NEVER = Augmentation(chance=0, drop_leads_chance=0, only_rhythm_chance=0)


def window() -> np.ndarray:
    return np.random.default_rng(5).standard_normal((12, 1000)).astype(np.float32)


def test_without_any_chance_nothing_changes_and_nothing_is_shared():
    values = window()
    changed = augment(values, 500.0, NEVER, np.random.default_rng(0))
    assert np.array_equal(changed, values)
    assert not np.shares_memory(changed, values)


def test_the_rhythm_strip_alone_keeps_lead_ii_as_it_was():
    settings = dataclasses.replace(NEVER, only_rhythm_chance=1)
    changed = augment(window(), 500.0, settings, np.random.default_rng(0))
    assert np.array_equal(changed[1], window()[1])
    assert not changed[[0, *range(2, 12)]].any()


def test_every_change_keeps_the_shape_and_stays_near_the_signal():
    settings = dataclasses.replace(NEVER, chance=1)
    for seed in range(20):
        changed = augment(window(), 500.0, settings, np.random.default_rng(seed))
        assert changed.shape == (12, 1000)
        assert changed.dtype == np.float32
        assert np.abs(changed).max() < 8
