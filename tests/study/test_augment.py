"""Augmentation changes a window without changing what it shows."""

import dataclasses

import numpy as np

from ecgviewer.signal.synthesis import synthesize
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


EVERYTHING = Augmentation(
    chance=1,
    size_sd=0.1,
    rate_share=0.07,
    axis_sd_rad=0.1,
    placement=0.25,
    muscle_mv=0.1,
    lowest_hz=0.5,
    highest_hz=25,
    drop_leads_chance=0,
    only_rhythm_chance=0,
)


def test_an_absent_lead_stays_absent_under_every_change():
    values = window()
    values[[3, 8]] = 0
    changed = augment(values, 125.0, EVERYTHING, np.random.default_rng(1))
    assert not changed[[3, 8]].any()
    assert changed[[0, 1, 2, 4, 5, 6, 7, 9, 10, 11]].any(axis=1).all()


def test_a_turned_axis_keeps_the_limb_leads_consistent():
    made = synthesize("SNR", 3, 10.0, 125.0).signals_mv
    settings = dataclasses.replace(NEVER, chance=1, axis_sd_rad=0.3, **NOTHING)
    changed = augment(made, 125.0, settings, np.random.default_rng(2))
    lead_i, lead_ii, lead_iii = changed[:3]
    assert np.abs(changed[:6] - made[:6]).max() > 0.05
    np.testing.assert_allclose(lead_ii, lead_i + lead_iii, atol=1e-5)
    # Turning keeps the heart vector's length in the frontal plane.
    before, after = (v[0] ** 2 + (4 / 3) * (v[1] - v[0] / 2) ** 2 for v in (made, changed))
    np.testing.assert_allclose(after, before, atol=1e-4)


def test_devices_cut_what_lies_outside_their_band():
    seconds = np.arange(1250) / 125.0
    slow, fast = np.sin(2 * np.pi * 0.1 * seconds), np.sin(2 * np.pi * 50 * seconds)
    values = np.tile(slow + fast, (12, 1)).astype(np.float32)
    settings = dataclasses.replace(NEVER, chance=1, lowest_hz=1.0, highest_hz=15.0, **NOTHING)
    changed = augment(values, 125.0, settings, np.random.default_rng(4))
    spectra = [np.abs(np.fft.rfft(v[0])) for v in (values, changed)]
    for bin_ in (1, 500):  # 0.1 Hz and 50 Hz
        assert spectra[1][bin_] < 0.8 * spectra[0][bin_]


NOTHING = {"gain_sd": 0, "offset_mv": 0, "wander_mv": 0, "noise_mv": 0, "shift_s": 0}
