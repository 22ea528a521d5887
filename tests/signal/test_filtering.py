import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.record import Lead, Samples
from ecgviewer.core.task import Task
from ecgviewer.signal.display_filter import OFF, DisplayFilter, fitting
from ecgviewer.signal.filtering import read_filtered
from ecgviewer.signal.synthesis import synthesize
from tests.paper.made_record import made_record
from tests.signal.test_display_filter import EVERY

RATE_HZ = 500.0
ONE_UV = 0.001


def through(
    values_mv: Samples,
    chosen: DisplayFilter,
    rate_hz: float = RATE_HZ,
    span: tuple[int, int] | None = None,
) -> Samples:
    leads = [f"lead {index}" for index in range(len(values_mv))]
    record = made_record(values_mv.astype(np.float32), leads, rate_hz)
    start, stop = span or (0, record.n_samples)
    return read_filtered(record, start, stop, chosen, Task())[1]


def sine(hz: float, seconds: float = 20.0, rate_hz: float = RATE_HZ, phase: float = 0.3) -> Samples:
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return np.sin(2 * np.pi * hz * time_s + phase).astype(np.float32)[np.newaxis]


def gain_db(hz: float, chosen: DisplayFilter, rate_hz: float = RATE_HZ) -> float:
    """How a sine comes through, far from the ends."""
    seconds = 400.0 if hz < 1 else 20.0
    given_mv = sine(hz, seconds, rate_hz)
    middle = slice(given_mv.shape[1] // 4, -given_mv.shape[1] // 4)
    passed = through(given_mv, chosen, rate_hz)[0, middle]
    return 20 * math.log10(float(np.abs(passed).max() / np.abs(given_mv[0, middle]).max()))


@pytest.mark.parametrize("rate_hz", [250.0, 257.0, 360.0, 500.0, 1000.0])
@pytest.mark.parametrize("mains_hz", [50.0, 60.0])
def test_a_notch_takes_mains_away_and_lets_the_heart_pass(rate_hz, mains_hz):
    chosen = DisplayFilter(notch_hz=mains_hz)
    assert gain_db(mains_hz, chosen, rate_hz) < -60
    assert gain_db(mains_hz + 0.1, chosen, rate_hz) < -30
    assert gain_db(mains_hz - 10, chosen, rate_hz) == pytest.approx(0, abs=0.5)
    assert gain_db(10, chosen, rate_hz) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("rate_hz", [250.0, 360.0, 500.0])
def test_mains_leave_no_trace_where_a_record_begins_and_ends(rate_hz):
    for phase in np.linspace(0, 2 * np.pi, 7):
        given_mv = sine(50.0, 10.0, rate_hz, phase)
        left = through(given_mv, DisplayFilter(notch_hz=50.0), rate_hz)
        assert np.abs(left).max() < 0.03


@pytest.mark.parametrize("rate_hz", [360.0, 500.0, 1000.0])
@pytest.mark.parametrize(
    ("chosen", "corner_hz", "octave"),
    [
        (DisplayFilter(0.5), 0.5, 0.5),
        (DisplayFilter(0.05), 0.05, 0.5),
        (DisplayFilter(low_pass_hz=40), 40, 2),
        (DisplayFilter(low_pass_hz=100), 100, 1.5),
        (DisplayFilter(low_pass_hz=150), 150, 1.1),
    ],
)
def test_a_corner_takes_three_decibels_and_far_more_beyond(chosen, corner_hz, octave, rate_hz):
    assert gain_db(corner_hz, chosen, rate_hz) == pytest.approx(-3, abs=0.1)
    assert gain_db(corner_hz * octave, chosen, rate_hz) < (-15 if octave in (0.5, 2) else -3.5)


def test_ten_hertz_pass_every_filter_unharmed_and_unmoved():
    given_mv = sine(10.0)
    for chosen in EVERY:
        passed = through(given_mv, chosen)
        assert gain_db(10.0, chosen) == pytest.approx(0, abs=0.5), chosen
        inner = slice(2000, -2000)
        lags = [
            float(np.dot(given_mv[0, inner], passed[0, 2000 + lag : 8000 + lag]))
            for lag in (-1, 0, 1)
        ]
        assert lags[1] == max(lags)
        assert lags[0] == pytest.approx(lags[2], rel=1e-4)


def test_a_made_st_shift_stays_through_the_diagnostic_high_pass():
    time_s = np.arange(round(10 * RATE_HZ)) / RATE_HZ
    beat_s = time_s % 0.8
    qrs = 1.2 * np.exp(-0.5 * ((beat_s - 0.2) / 0.012) ** 2)
    t_wave = 0.3 * np.exp(-0.5 * ((beat_s - 0.5) / 0.04) ** 2)
    plain = (qrs + t_wave)[np.newaxis].astype(np.float32)
    segment = (beat_s > 0.24) & (beat_s < 0.40)
    shifted = (plain + 0.2 * segment).astype(np.float32)
    # An ST level is measured against the PQ level of its own beat.
    j60, pq = np.flatnonzero(np.isclose(beat_s, 0.30)), np.flatnonzero(np.isclose(beat_s, 0.12))
    n_beats = min(j60.size, pq.size)
    for low_hz in (None, 40.0, 150.0):
        chosen = DisplayFilter(0.05, low_hz)
        levels = [
            passed[0, j60[:n_beats]] - passed[0, pq[:n_beats]]
            for passed in (through(plain, chosen), through(shifted, chosen))
        ]
        assert np.abs(levels[1] - levels[0] - 0.2).max() < 0.02, low_hz


def test_the_baseline_of_breathing_is_flattened():
    wander = sine(0.2, 60.0)
    assert np.abs(through(wander, DisplayFilter(0.5))[0, 5000:-5000]).max() < 0.1
    assert np.abs(through(wander, DisplayFilter(0.05))[0, 5000:-5000]).max() > 0.9


def heart(seconds: float = 20.0) -> Samples:
    made = synthesize({"SNR"}, duration_s=seconds, rate_hz=RATE_HZ, seed=5)
    return made.signals_mv


def test_a_record_that_begins_within_a_complex_gets_no_wave_from_that():
    values = heart()
    whole = through(values, DisplayFilter(0.5))
    peak = int(np.argmax(np.abs(values[1, 2000:2500]))) + 2000
    from_peak = through(values[:, peak:], DisplayFilter(0.5))
    assert np.abs(from_peak[1] - whole[1, peak:]).max() < 0.1


@st.composite
def signals(draw):
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    rate_hz = draw(st.sampled_from([100.0, 128.0, 257.0, 360.0, 500.0]))
    n = draw(st.integers(1, round(300 * rate_hz)))
    values = rng.normal(0, 0.1, (2, n)) + rng.normal(0, 0.05, (2, n)).cumsum(axis=1) / 5
    values += np.sin(np.arange(n) / rate_hz * 2 * np.pi * 50) + draw(st.floats(-5, 5))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, n))
        values[draw(st.integers(0, 1)), at : at + draw(st.integers(1, round(4 * rate_hz)))] = np.nan
    start = draw(st.integers(0, n - 1))
    stop = draw(st.integers(start, min(n, start + 4096)))
    return values.astype(np.float32), rate_hz, (start, stop)


@settings(max_examples=60, deadline=None)
@given(signals(), st.sampled_from(EVERY))
def test_a_stretch_is_what_filtering_the_whole_record_gives(signal, chosen):
    values, rate_hz, span = signal
    chosen = fitting(chosen, rate_hz)
    whole = through(values, chosen, rate_hz)
    part = through(values, chosen, rate_hz, span)
    np.testing.assert_allclose(part, whole[:, slice(*span)], rtol=0, atol=ONE_UV)
    assert (np.isnan(whole) == np.isnan(values)).all()


@pytest.mark.parametrize("chosen", [chosen for chosen in EVERY if chosen.on])
def test_a_gap_stays_one_and_what_lies_behind_it_does_not_ring(chosen):
    values = np.zeros((1, 10_000), dtype=np.float32)
    values[0, 6000:] = 4.0
    values[0, 4500:6000] = np.nan
    passed = through(values, chosen)
    assert np.isnan(passed[0, 4500:6000]).all()
    assert np.abs(passed[0, :4500]).max() < ONE_UV
    level = 0.0 if chosen.high_pass_hz else 4.0
    assert np.abs(passed[0, 6000:] - level).max() < ONE_UV


def test_a_gap_within_a_complex_makes_no_wave():
    values = heart()
    whole = through(values, DisplayFilter(0.5, 40))
    peak = int(np.argmax(np.abs(values[1, 2000:2500]))) + 2000
    holed = values.copy()
    holed[1, peak + 1 : peak + 200] = np.nan
    passed = through(holed, DisplayFilter(0.5, 40))
    near = np.r_[peak - 500 : peak - 10, peak + 230 : peak + 700]
    assert np.abs(passed[1, near] - whole[1, near]).max() < 0.15
    assert (passed[0] == whole[0]).all()


@pytest.mark.parametrize("n", [1, 2, 3, 10, 60])
@pytest.mark.parametrize("chosen", [DisplayFilter(0.05, 40, 50), DisplayFilter(notch_hz=50)])
def test_short_records_are_filtered_too(n, chosen):
    passed = through(np.full((2, n), 0.7, dtype=np.float32), chosen)
    assert passed.shape == (2, n)
    assert np.abs(passed - (0.0 if chosen.high_pass_hz else 0.7)).max() < ONE_UV


def test_a_lead_without_any_signal_stays_without():
    values = np.full((2, 500), np.nan, dtype=np.float32)
    values[0] = 1.0
    assert np.isnan(through(values, DisplayFilter(0.5))[1]).all()


def test_pressures_are_not_filtered_and_the_raw_samples_come_too():
    values = np.concatenate([sine(0.3), 80 + sine(0.3)])
    leads = [Lead("II", 0), Lead("ABP", 1, "mmHg", is_ecg=False)]
    record = made_record(values, leads)
    raw, seen = read_filtered(record, 100, 900, DisplayFilter(0.5), Task())
    assert (raw == values[:, 100:900]).all()
    assert (seen[1] == raw[1]).all()
    assert not np.allclose(seen[0], raw[0], atol=0.1)


def test_without_a_filter_the_samples_are_the_recorded_ones():
    values = np.concatenate([sine(1.0), sine(50.0)])
    assert (through(values, OFF) == values).all()


def test_filtering_can_be_cancelled():
    task = Task()
    task.cancel()
    record = replace(made_record(sine(1.0), ["II"]))
    with pytest.raises(Cancelled):
        read_filtered(record, 0, 100, DisplayFilter(0.5), task)


class TornSource:
    """A file whose second half cannot be read."""

    def read(self, start: int, stop: int) -> Samples:
        if stop > 5000:
            raise EcgError("torn")
        return np.ones((1, stop - start), dtype=np.float32)


def test_a_page_beside_a_damaged_one_is_filtered_by_itself():
    record = replace(made_record(sine(1.0), ["II"]), source=TornSource())
    raw, seen = read_filtered(record, 4000, 4900, DisplayFilter(0.5), Task())
    assert (raw == 1).all()
    assert np.abs(seen).max() < ONE_UV
    with pytest.raises(EcgError):
        read_filtered(record, 4000, 5500, DisplayFilter(0.5), Task())


@pytest.mark.parametrize("length", [1, 7, 120, 800])
def test_mains_leave_no_trace_beside_a_gap(length):
    given_mv = sine(50.0, 10.0)
    given_mv[0, 2000 : 2000 + length] = np.nan
    left = through(given_mv, DisplayFilter(0.5, 150, 50))
    assert np.nanmax(np.abs(left)) < 0.03
