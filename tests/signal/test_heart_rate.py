"""Intervals between beats and heart rates, worked out by hand."""

import numpy as np

from ecgviewer.signal.heart_rate import mean_rates_bpm, rr_intervals_s

NO_GAPS = np.empty((0, 2), dtype=np.int64)


def test_intervals_are_seconds_between_neighbours():
    samples = np.array([100, 300, 400])
    assert rr_intervals_s(samples, 200.0, NO_GAPS).tolist() == [1.0, 0.5]
    assert rr_intervals_s(samples[:1], 200.0, NO_GAPS).size == 0
    assert rr_intervals_s(samples[:0], 200.0, NO_GAPS).size == 0


def test_no_interval_crosses_a_gap():
    samples = np.array([100, 300, 400, 500])
    gaps = np.array([[0, 100], [300, 400], [500, 900]])
    intervals_s = rr_intervals_s(samples, 100.0, gaps)
    assert intervals_s[[0, 2]].tolist() == [2.0, 1.0]
    assert np.isnan(intervals_s[1])


def test_a_rate_is_of_the_eight_intervals_before_a_beat():
    rates = mean_rates_bpm(np.array([1.0] * 8 + [2.0]))
    assert np.isnan(rates[:8]).all()
    assert rates[8:].tolist() == [60.0, 60 / (9 / 8)]


def test_a_rate_needs_eight_intervals_without_a_gap():
    assert np.isnan(mean_rates_bpm(np.ones(7))).all()
    after_gap = np.array([1.0] * 8 + [np.nan] + [0.5] * 8)
    assert np.flatnonzero(~np.isnan(mean_rates_bpm(after_gap))).tolist() == [8, 17]
