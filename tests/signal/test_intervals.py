"""Intervals, worked out by hand, of beats that are known, and why there is none."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.beat_search import Positions
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.delineation import delineate
from ecgviewer.signal.frontal_axis import CANCELS, DIFFERS, NO_LEADS
from ecgviewer.signal.intervals import (
    FEW_IRREGULAR,
    NO_BEATS,
    NO_RATE,
    NOISE,
    ONE_LEAD_LIMIT,
    SPIKE,
    MeasuredIntervals,
    intervals_of,
)
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.measured import TOO_FEW, Duration, FrontalAxis, HeartRate, median_duration
from ecgviewer.signal.p_presence import NOT_ALIKE
from ecgviewer.signal.qt_correction import (
    BAZETT_LIMIT,
    WIDE_QRS_LIMIT,
    bazett_ms,
    framingham_ms,
    fridericia_ms,
    hodges_ms,
)
from ecgviewer.signal.synthesis import synthesize
from tests.bench.manual_waves import common_waves, manual_intervals, manual_waves
from tests.signal.known_beats import RR_S, known_beats

RATE_HZ = 500.0
FOUR_LEADS = ("I", "II", "V1", "V5")
QTC = ("qtc_bazett", "qtc_fridericia", "qtc_framingham", "qtc_hodges")


def _of_peaks(values_mv: Samples, leads: tuple[str, ...], peaks: Positions) -> MeasuredIntervals:
    return intervals_of(delineate(values_mv, RATE_HZ, peaks), values_mv, leads)


def _measured(
    values_mv: Samples, leads: tuple[str, ...] = STANDARD_LEADS, rate_hz: float = RATE_HZ
) -> MeasuredIntervals:
    marks = delineate(values_mv, rate_hz, r_peaks(values_mv, rate_hz))
    return intervals_of(marks, values_mv, leads)


def _value(duration: Duration) -> float:
    assert duration.value_ms is not None, duration.reason
    return duration.value_ms


def _all(found: MeasuredIntervals) -> dict[str, Duration | HeartRate | FrontalAxis]:
    return {x.name: getattr(found, x.name) for x in fields(found) if x.name != "irregular"}


def test_formulas_by_hand():
    # 0.64 s is 93.75 beats a minute; its roots are 0.8 and 0.8617739.
    assert bazett_ms(400, 0.64) == pytest.approx(500.0)
    assert fridericia_ms(400, 0.64) == pytest.approx(464.1588)
    assert framingham_ms(400, 0.64) == pytest.approx(455.44)
    assert hodges_ms(400, 0.64) == pytest.approx(459.0625)


@pytest.mark.parametrize("formula", [bazett_ms, fridericia_ms, framingham_ms, hodges_ms])
def test_at_sixty_a_minute_nothing_is_corrected(formula):
    assert formula(412.0, 1.0) == pytest.approx(412.0)


def test_a_median_and_its_spread_by_hand():
    lengths_ms = np.array([100.0, 104.0, np.nan, 98.0, 300.0])
    found = median_duration(lengths_ms, np.array([10, 20, 30, 40, 50]))
    assert found.value_ms == 102.0
    # Away from it by 2, 2, 4 and 198.
    assert found.spread_ms == pytest.approx(1.4826 * 3.0)
    assert found.beats == (10, 20, 40, 50)
    lengths_ms[:4] = np.nan
    assert median_duration(lengths_ms, np.arange(5)).reason == TOO_FEW


def test_known_intervals_are_measured():
    values = known_beats()
    found = _measured(values, FOUR_LEADS)
    assert found.heart_rate.value_per_min == pytest.approx(60 / RR_S, abs=0.3)
    for duration, known_ms, within_ms in (
        (found.p, 100, 30),
        (found.pr, 170, 20),
        (found.qrs, 90, 15),
        (found.qt, 400, 30),
    ):
        assert _value(duration) == pytest.approx(known_ms, abs=within_ms)
        assert duration.spread_ms is not None
        assert duration.spread_ms <= 8
        assert len(duration.beats) >= 9
        assert set(duration.beats) <= set(r_peaks(values, RATE_HZ).tolist())
    assert _value(found.qtc_fridericia) == pytest.approx(
        _value(found.qt) / np.cbrt(60 / (found.heart_rate.value_per_min or 1)), abs=0.01
    )
    assert not found.irregular


@pytest.mark.parametrize("label", ["SNR", "IAVB", "LBBB", "RBBB", "PVC"])
def test_intervals_of_made_hearts_are_measured(label: str):
    for seed in range(3):
        made = synthesize(label, seed)
        found = _measured(made.signals_mv)
        assert made.intervals.pr_ms is not None
        assert _value(found.pr) == pytest.approx(made.intervals.pr_ms, abs=15)
        # A Gaussian goes on behind what the table calls its end.
        assert _value(found.qrs) == pytest.approx(made.intervals.qrs_ms + 20, abs=15)
        assert _value(found.qt) == pytest.approx(made.intervals.qt_ms + 15, abs=20)
        wide = _value(found.qrs) >= 120
        assert wide or label not in ("LBBB", "RBBB")
        for name in QTC:
            assert (WIDE_QRS_LIMIT in getattr(found, name).limits) == wide


@pytest.mark.parametrize(
    ("rr_s", "outside"), [(0.9, False), (0.62, False), (0.55, True), (1.15, True)]
)
def test_bazett_is_warned_of_at_slow_and_fast_rates(rr_s: float, outside: bool):
    found = _measured(known_beats(rr_s=rr_s), FOUR_LEADS)
    assert _value(found.qtc_bazett) > 0
    assert (BAZETT_LIMIT in found.qtc_bazett.limits) == outside
    assert BAZETT_LIMIT not in found.qtc_fridericia.limits


@pytest.mark.parametrize("degrees", [-150, -60, -30, 0, 45, 90, 120, 180])
@pytest.mark.parametrize("other", ["aVF", "II", "III"])
def test_the_axis_by_hand(degrees: float, other: str):
    at = np.radians(degrees)
    # What a dipole at this angle gives in each lead; aVF is shorter by sqrt(3) / 2.
    seen = {
        "aVF": np.sqrt(3) / 2 * np.sin(at),
        "II": np.cos(at - np.pi / 3),
        "III": np.cos(at - 2 * np.pi / 3),
    }
    values = known_beats(gains=(float(np.cos(at)), float(seen[other]), 1.0))
    found = _measured(values, ("I", other, "V1")).axis
    assert found.value_deg is not None
    assert abs((found.value_deg - degrees + 180) % 360 - 180) < 3
    assert len(found.beats) >= 9


def test_the_axis_needs_its_leads_and_a_direction():
    values = known_beats()
    assert _measured(values, ("V1", "II", "V2", "V3")).axis.reason == NO_LEADS
    assert _measured(values, ("I", "V1", "V2", "V3")).axis.reason == NO_LEADS
    flat = values.copy()
    flat[1] = 0
    assert _measured(flat, ("I", "aVF", "V1", "V2")).axis.reason == NO_LEADS
    by_turns = known_beats(gains=(0.3, 0.4, 1.0, 1.3))
    by_turns[1] *= np.repeat(np.where(np.arange(10) % 2, 1, -1), 500)
    assert _measured(by_turns, ("I", "aVF", "V1", "V2")).axis.reason == DIFFERS
    up_and_down = np.diff(values, prepend=0, axis=1) * 10
    assert _measured(up_and_down, ("I", "aVF", "V1", "V2")).axis.reason == CANCELS


@pytest.mark.parametrize("seed", range(4))
def test_in_fibrillation_there_is_no_pr_and_the_rate_is_a_mean(seed: int):
    made = synthesize("AF", seed)
    found = _measured(made.signals_mv)
    assert (found.pr.value_ms, found.p.value_ms) == (None, None)
    assert found.pr.reason == NOT_ALIKE
    beats = np.array(found.heart_rate.beats)
    mean_s = (beats[-1] - beats[0]) / RATE_HZ / (beats.size - 1)
    assert found.irregular
    assert found.heart_rate.value_per_min == pytest.approx(60 / mean_s)


def test_an_irregular_rhythm_of_few_beats_has_no_corrected_qt():
    values = synthesize("AF", 0, rate_per_min=65, noise=0.5).signals_mv[:, :3500]
    found = _measured(values)
    assert found.irregular
    assert found.qt.value_ms is not None
    assert {getattr(found, name).reason for name in QTC} == {FEW_IRREGULAR}


@pytest.mark.parametrize("label", ["PVC", "PAC"])
def test_premature_beats_do_not_count(label: str):
    for seed in range(4):
        made = synthesize(label, seed)
        found = _measured(made.signals_mv)
        early = np.array([beat.sample for beat in made.beats if beat.symbol in "AV"])
        assert early.size
        if found.irregular:
            continue
        for duration in (found.qrs, found.qt, found.pr):
            near = np.abs(np.array(duration.beats)[:, np.newaxis] - early).min(axis=1)
            assert near.min() > 0.1 * RATE_HZ
            assert near.size >= 4


def test_noise_has_no_intervals_and_says_why():
    noise = np.random.default_rng(1).normal(0, 0.3, (12, 5000)).astype(np.float32)
    found = _of_peaks(noise, STANDARD_LEADS, np.arange(300, 4800, 400))
    assert {found.qrs.reason, found.qt.reason, found.pr.reason, found.heart_rate.reason} == {NOISE}
    assert found.axis.reason == TOO_FEW


def test_a_spike_is_not_measured_as_a_complex():
    time = np.arange(5000)
    spikes = sum(2 * np.exp(-0.5 * ((time - at) / 2.5) ** 2) for at in range(350, 4800, 450))
    noise = np.random.default_rng(0).normal(0, 0.004, (4, time.size))
    found = _measured((spikes + noise).astype(np.float32), FOUR_LEADS)
    assert {found.qrs.reason, found.qt.reason, found.axis.reason} == {SPIKE}
    assert found.heart_rate.value_per_min == pytest.approx(60 / 0.9, abs=0.3)


def test_without_beats_there_are_no_intervals():
    found = _of_peaks(known_beats(), FOUR_LEADS, np.empty(0, dtype=np.int64))
    assert {found.qrs.reason, found.qt.reason, found.pr.reason, found.heart_rate.reason} == {
        NO_BEATS
    }


def test_a_single_beat_has_no_rate():
    values = known_beats()
    found = _of_peaks(values, FOUR_LEADS, r_peaks(values, RATE_HZ)[3:4])
    assert found.heart_rate.reason == NO_RATE
    assert found.qrs.reason == TOO_FEW


@pytest.mark.parametrize("label", ["SNR", "AF", "LBBB", "PAC", "PVC", "STE"])
def test_every_value_is_there_or_says_why(label: str):
    for seed in range(3):
        for name, x in _all(_measured(synthesize(label, seed).signals_mv)).items():
            value = getattr(x, fields(x)[0].name)
            spread = getattr(x, fields(x)[1].name)
            assert (value is None) == (spread is None) == (x.reason != "") == (not x.beats), name


def test_one_lead_says_so():
    found = _measured(known_beats(gains=(1.0,)), ("II",))
    assert ONE_LEAD_LIMIT in found.qt.limits
    assert ONE_LEAD_LIMIT in found.qtc_hodges.limits
    assert ONE_LEAD_LIMIT not in _measured(known_beats(), FOUR_LEADS).qt.limits


def test_no_interval_crosses_a_gap():
    values = known_beats()
    peaks = r_peaks(values, RATE_HZ)
    for lost in peaks[2::3]:
        values[:, lost - 150 : lost + 250] = np.nan
    found = _of_peaks(values, FOUR_LEADS, np.delete(peaks, slice(2, None, 3)))
    assert found.heart_rate.value_per_min == pytest.approx(60 / RR_S, abs=0.3)
    assert found.heart_rate.spread_per_min == pytest.approx(0, abs=0.5)
    assert not found.irregular
    assert len(found.qrs.beats) == peaks.size - 3


def test_intervals_lie_near_those_of_cardiologists(data_folder: Path):
    away_ms: dict[str, list[float]] = {"pr": [], "qrs": [], "qt": []}
    paths = sorted((data_folder / "ludb" / "data").glob("*.hea"), key=lambda path: int(path.stem))
    # Even numbers: settings were chosen on the odd ones.
    for path in [path for path in paths if int(path.stem) % 2 == 0][::4]:
        record = open_record(path)
        names = tuple(lead.name for lead in record.leads)
        found = _measured(record.read(0, record.n_samples), names, record.rate_hz)
        common = common_waves(manual_waves(record), record.rate_hz)
        for name, manual_ms in manual_intervals(common, record.rate_hz).items():
            value_ms = getattr(found, name).value_ms
            if value_ms is not None:
                away_ms[name].append(value_ms - manual_ms)
    for name, within_ms in (("pr", 10), ("qrs", 20), ("qt", 20)):
        assert len(away_ms[name]) >= 12
        assert np.median(np.abs(away_ms[name])) <= within_ms, name
