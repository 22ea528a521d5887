"""The whole numbers that samples are written as."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.record import Lead, Resolution
from ecgviewer.io.resolution import fitted, what_is_lost
from tests.io.made_records import made_record


def lead(name: str = "II", resolution: Resolution | None = None, unit: str = "mV") -> Lead:
    return Lead(name, 0, unit=unit, resolution=resolution)


def fit_of(values: np.ndarray, own: Lead, widths: tuple[int, ...] = (16, 24, 32)):
    (fit,) = fitted(made_record(values[None, :], leads=[own]), widths)
    return fit


@settings(max_examples=60, deadline=None)
@given(
    per_mv=st.floats(20, 30_000).map(lambda x: float(f"{x:.5g}")),
    span=st.integers(50, 30_000),
    seed=st.integers(0, 2**32 - 1),
)
def test_the_levels_are_found_in_the_samples_alone(per_mv, span, seed):
    rng = np.random.default_rng(seed)
    levels = np.concatenate([rng.integers(-span, span, size=3000), np.arange(40)])
    values = (levels / per_mv).astype(np.float32)
    fit = fit_of(values, lead())
    assert fit.largest_error == 0
    again = (fit.levels(values) - fit.resolution.baseline) / fit.resolution.levels_per_unit
    np.testing.assert_allclose(again, values, rtol=2**-22)
    assert fit.fits(16)


def test_a_file_s_own_levels_are_kept_where_they_give_the_samples_back():
    levels = np.arange(-300, 300)
    own = Resolution(200.0, 1024)
    values = ((levels - 1024) / 200).astype(np.float32)
    fit = fit_of(values, lead(resolution=own))
    assert fit.resolution == own
    assert np.array_equal(fit.levels(values), levels)


def test_a_resolution_that_the_samples_do_not_keep_is_not_believed():
    values = (np.arange(-300, 300) / 1000).astype(np.float32)
    fit = fit_of(values, lead(resolution=Resolution(200.0)))
    assert fit.resolution.levels_per_unit == 1000
    assert fit.largest_error == 0


def test_a_step_that_only_the_end_breaks_is_not_believed_either():
    values = np.zeros(400_000, dtype=np.float32)
    values[-3:] = (0.1, 0.123, 0.2)
    fit = fit_of(values, lead())
    assert fit.largest_error == 0
    assert fit.resolution.levels_per_unit == 1000


def test_levels_beyond_the_bits_move_to_another_middle():
    levels = np.arange(40_000, 100_000, 7)
    fit = fit_of((levels / 1000).astype(np.float32), lead(), (16,))
    assert fit.largest_error == 0
    assert fit.fits(16)


@pytest.mark.parametrize(("widths", "bits"), [((16,), 16), ((16, 24, 32), 32)])
def test_true_floats_are_rounded_as_finely_as_the_bits_allow_and_that_is_said(widths, bits):
    values = np.random.default_rng(5).normal(0, 0.5, 5000).astype(np.float32)
    fit = fit_of(values, lead(), widths)
    assert fit.fits(bits)
    again = (fit.levels(values) - fit.resolution.baseline) / fit.resolution.levels_per_unit
    error = np.abs(again - values.astype(np.float64)).max()
    assert 0 < error <= fit.largest_error < 4 * np.abs(values).max() / 2**bits
    (said,) = what_is_lost([lead()], [fit])
    assert said == f"II: rounded by at most {fit.largest_error * 1000:.2g} µV"


def test_missing_samples_are_noticed_and_no_signal_at_all_is_no_trouble():
    values = np.full(100, np.nan, dtype=np.float32)
    fit = fit_of(values, lead())
    assert (fit.has_gaps, fit.lowest, fit.highest, fit.largest_error) == (True, 0, 0, 0.0)
    assert not fit.levels(values).any()


def test_leads_of_one_unit_share_a_sentence():
    rng = np.random.default_rng(1)
    values = rng.normal(size=(3, 500)).astype(np.float32)
    leads = [lead("I"), lead("II"), lead("Resp", unit="l")]
    said = what_is_lost(leads, fitted(made_record(values, leads=leads), (16,)))
    assert [text.split(":")[0] for text in said] == ["I, II", "Resp"]
    assert said[1].endswith(" l")
