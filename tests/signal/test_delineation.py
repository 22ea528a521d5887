"""Begins and ends of waves: known ones of made beats, and what must not change them."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.delineation import Delineation, WaveMarks, delineate, together
from ecgviewer.signal.p_presence import NOT_ALIKE, p_presence
from ecgviewer.signal.resample import resample
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize
from ecgviewer.signal.usual_beats import is_irregular, off_beat
from ecgviewer.signal.wave_edges import falls_below, trapezium_end
from tests.signal.known_beats import ONSETS_S, P_WAVE, QRS_WAVES, T_WAVE, known_beats

RATE_HZ = 500.0
MARKS = [field.name for field in fields(WaveMarks)]


def _delineated(values_mv: Samples, rate_hz: float = RATE_HZ) -> Delineation:
    return delineate(values_mv, rate_hz, r_peaks(values_mv, rate_hz))


def _away_ms(found: Delineation, mark: str, after_onset_s: float) -> NDArray[np.float64]:
    """Return how far a mark of all leads lies from its known places."""
    places = getattr(found.together, mark) / found.rate_hz
    known = ONSETS_S + after_onset_s
    near = [places[np.nanargmin(np.abs(places - at_s))] for at_s in known]
    return (np.array(near) - known) * 1000


def _difference_ms(one: WaveMarks, other: WaveMarks, rate_hz: float, scale: float = 1.0) -> float:
    """Return the largest difference of the marks; infinite where one of them lacks a mark."""
    worst = 0.0
    for mark in MARKS:
        first, second = getattr(one, mark), getattr(other, mark) * scale
        assert np.array_equal(np.isnan(first), np.isnan(second)), mark
        if not np.isnan(first).all():
            worst = max(worst, float(np.nanmax(np.abs(first - second))) / rate_hz * 1000)
    return worst


@pytest.mark.parametrize("rate_hz", [250.0, 500.0, 1000.0])
@pytest.mark.parametrize(
    ("mark", "known_s", "within_ms"),
    [
        ("p_onset", P_WAVE[0], 20),
        ("p_peak", -0.12, 6),
        ("p_offset", P_WAVE[1], 20),
        ("qrs_onset", 0.0, 10),
        ("qrs_offset", QRS_WAVES[-1][1], 10),
        ("t_peak", 0.31, 6),
        ("t_offset", T_WAVE[1], 30),
    ],
)
def test_known_edges_are_found(mark: str, known_s: float, within_ms: float, rate_hz: float):
    found = _delineated(known_beats(rate_hz), rate_hz)
    assert found.peaks.size == ONSETS_S.size
    assert np.abs(_away_ms(found, mark, known_s)).max() <= within_ms


@pytest.mark.parametrize("label", ["SNR", "IAVB", "LBBB", "RBBB"])
def test_edges_of_made_hearts_are_found_in_noise(label: str):
    for seed in range(3):
        made = synthesize(label, seed)
        found = _delineated(made.signals_mv)
        for mark, attribute, within_ms in (
            ("p_onset", "p_onset", 15),
            ("p_offset", "p_end", 15),
            ("qrs_onset", "qrs_onset", 20),
            ("qrs_offset", "j_point", 25),
            ("t_offset", "t_end", 25),
        ):
            away_ms = _away_of_made(found, made, mark, attribute)
            assert abs(np.median(away_ms)) <= within_ms, (label, seed, mark)
            assert away_ms.size >= len(made.beats) - 3


def _away_of_made(
    found: Delineation, made: SyntheticEcg, mark: str, attribute: str
) -> NDArray[np.float64]:
    places = getattr(found.together, mark)
    places = places[~np.isnan(places)]
    known = np.array([getattr(beat, attribute) for beat in made.beats])
    away = places[:, np.newaxis] - known
    nearest = away[np.arange(len(places)), np.abs(away).argmin(axis=1)]
    return nearest / made.rate_hz * 1000


@pytest.mark.parametrize("change", ["larger", "offset", "upside down"])
def test_size_offset_and_polarity_do_not_matter(change: str):
    values = known_beats()
    expected = _delineated(values)
    factor, offset_mv = {"larger": (2.0, 0.0), "offset": (1.0, 3.0), "upside down": (-1.0, 0.0)}[
        change
    ]
    changed = delineate((factor * values + offset_mv).astype(np.float32), RATE_HZ, expected.peaks)
    assert _difference_ms(changed.leads, expected.leads, RATE_HZ) <= 2.0


def test_the_rate_does_not_matter():
    values = synthesize("SNR", 3).signals_mv
    expected = _delineated(values)
    finer = resample(values, RATE_HZ, 1000.0)
    found = delineate(finer, 1000.0, 2 * expected.peaks)
    inner = slice(1, -1)
    marks = [
        WaveMarks(*(getattr(x.together, mark)[inner] for mark in MARKS)) for x in (found, expected)
    ]
    assert _difference_ms(marks[0], marks[1], 1000.0, scale=2.0) <= 10.0


def test_noise_is_not_measurable():
    for seed in range(5):
        noise = np.random.default_rng(seed).normal(0, 0.3, (12, 5000)).astype(np.float32)
        # Whatever a detector finds there.
        found = delineate(noise, RATE_HZ, np.arange(300, 4800, 400))
        assert not found.usable.any()
        assert all(np.isnan(getattr(found.leads, mark)).all() for mark in MARKS)


@pytest.mark.parametrize(
    "values",
    [np.zeros((2, 5000)), np.full((2, 5000), np.nan), np.zeros((2, 100)), np.zeros((0, 5000))],
    ids=["flat", "nothing", "short", "no lead"],
)
def test_where_there_is_no_signal_nothing_is_measurable(values: NDArray[np.float64]):
    found = delineate(values.astype(np.float32), RATE_HZ, np.array([30, 60]))
    assert all(np.isnan(getattr(found.together, mark)).all() for mark in MARKS)


def test_without_beats_and_at_a_rate_that_cannot_carry_them_there_are_no_marks():
    values = known_beats()
    assert delineate(values, RATE_HZ, np.empty(0, dtype=np.int64)).together.t_offset.size == 0
    assert delineate(values, 60.0, np.array([500])).together.t_offset.size == 0


@pytest.mark.parametrize("seed", range(6))
def test_fibrillating_atria_have_no_p_wave_and_the_ventricles_their_edges(seed: int):
    found = _delineated(synthesize("AF", seed).signals_mv)
    assert np.isnan(found.leads.p_onset).all()
    assert found.without_p == NOT_ALIKE
    assert np.mean(~np.isnan(found.together.qrs_onset)) > 0.9


def test_beats_without_p_waves_have_none_and_the_others_theirs():
    with_p, without_p = (_delineated(known_beats(p_wave=p_wave)) for p_wave in (True, False))
    assert not np.isnan(with_p.together.p_onset).any()
    assert with_p.without_p == ""
    assert np.isnan(without_p.together.p_onset).all()
    assert without_p.without_p != ""


def test_ventricular_beats_are_of_another_shape_and_without_p_wave():
    made = synthesize("PVC", 1)
    found = _delineated(made.signals_mv)
    early = np.array([beat.sample for beat in made.beats if beat.symbol == "V"])
    is_early = np.abs(found.peaks[:, np.newaxis] - early).min(axis=1) < 0.1 * RATE_HZ
    assert np.array_equal(~found.usual_shape[1:-1], is_early[1:-1])
    assert np.isnan(found.together.p_onset[is_early]).all()
    assert np.count_nonzero(is_early) == early.size > 0


def test_a_bad_lead_does_not_move_the_common_marks():
    values = synthesize("SNR", 5).signals_mv
    expected = _delineated(values)
    noise = np.random.default_rng(0).normal(0, 1.0, values.shape[1])
    for bad in (noise, np.cumsum(noise) / 10, np.full(values.shape[1], np.nan)):
        spoilt = values.copy()
        spoilt[7] = bad
        found = delineate(spoilt, RATE_HZ, expected.peaks)
        for mark in MARKS:
            moved = np.abs(getattr(found.together, mark) - getattr(expected.together, mark))
            assert np.nanmedian(moved) <= 3, mark
            assert np.nanpercentile(moved, 80) <= 10, mark


def test_nothing_is_measured_in_a_gap():
    values = synthesize("SNR", 6).signals_mv.copy()
    expected = _delineated(values)
    values[1, 2000:3000] = np.nan
    found = delineate(values, RATE_HZ, expected.peaks)
    for mark in MARKS:
        places = getattr(found.leads, mark)[1]
        assert not ((places >= 2000) & (places < 3000)).any(), mark
        assert (places < 2000).any(), mark
    inside = (expected.together.qrs_onset > 2000) & (expected.together.qrs_onset < 3000)
    assert not np.isnan(found.together.qrs_onset[inside]).any()


def test_no_mark_lies_at_the_rim_of_a_gap():
    values = known_beats()
    expected = _delineated(values)
    for place in expected.leads.t_offset[0]:
        values[0, int(place) - 5 : int(place) + 100] = np.nan
    found = delineate(values, RATE_HZ, expected.peaks)
    assert np.isnan(found.leads.t_offset[0]).all()
    assert np.array_equal(found.leads.t_offset[1:], expected.leads.t_offset[1:])


def test_common_marks_are_the_second_most_extreme_of_twelve_by_hand():
    places = np.arange(100.0, 112.0)[:, np.newaxis]
    found = together(WaveMarks(*[places] * 7), np.ones(12, dtype=np.bool_))
    assert found.qrs_onset.tolist() == [101.0]
    assert found.qrs_offset.tolist() == [110.0]
    assert found.t_peak.tolist() == [106.0]


def test_a_wave_that_few_leads_show_has_no_common_mark():
    places = np.full((12, 1), np.nan)
    places[:2] = 100.0
    usable = np.ones(12, dtype=np.bool_)
    assert np.isnan(together(WaveMarks(*[places] * 7), usable).p_onset).all()
    places[2] = 100.0
    assert together(WaveMarks(*[places] * 7), usable).p_onset.tolist() == [100.0]


def test_the_largest_trapezium_ends_where_a_slope_becomes_level():
    assert trapezium_end(np.array([0.0, 1, 2, 3, 3, 3, 3, 3, 3, 3])) == 3
    assert trapezium_end(np.zeros(5)) == 0


def test_a_wave_ends_where_it_stays_low():
    moved = np.array([9.0, 1, 9, 1, 1, 1])
    assert falls_below(moved, 2.0, hold=2) == 3
    assert falls_below(moved, 2.0, hold=4) is None


def test_early_beats_do_not_make_a_rhythm_irregular_but_chance_does():
    regular = np.full(11, 1.0)
    assert not is_irregular(regular)
    assert not off_beat(regular).any()
    # Two early beats and their pauses: most intervals change, but most are the usual one.
    early = np.array([1.0, 1.0, 1.0, 0.6, 1.4, 1.0, 1.0, 0.6, 1.4, 1.0, 1.0])
    assert not is_irregular(early)
    assert np.flatnonzero(off_beat(early)).tolist() == [4, 5, 8, 9]
    by_chance = np.random.default_rng(1).uniform(0.5, 1.2, 20)
    assert is_irregular(by_chance)
    assert not off_beat(by_chance).any()
    assert not off_beat(np.array([1.0, np.nan, 1.0, np.nan, 1.0])).any()


def test_waves_are_p_waves_where_they_are_alike():
    at = np.arange(300, 4700, 400)
    bump = 0.1 * np.exp(-0.5 * (np.arange(-60, 60) / 12) ** 2)
    alike, opposed = np.zeros((1, 5000)), np.zeros((1, 5000))
    for beat, top in enumerate(at):
        alike[0, top - 60 : top + 60] = bump
        opposed[0, top - 60 : top + 60] = bump if beat % 2 else -bump
    onsets, usual = (at + 80).astype(np.float64), np.ones(at.size, dtype=np.bool_)
    assert p_presence(alike, RATE_HZ, onsets, at, usual).seen.all()
    assert p_presence(opposed, RATE_HZ, onsets, at, usual).reason == NOT_ALIKE
    # One that is missing and one upside down are told from the others.
    alike[0, at[3] - 60 : at[3] + 60] *= 0.1
    alike[0, at[7] - 60 : at[7] + 60] *= -1
    seen = p_presence(alike, RATE_HZ, onsets, at, usual).seen
    assert np.flatnonzero(~seen).tolist() == [3, 7]


def test_a_t_wave_that_never_becomes_level_has_no_end():
    values = known_beats(p_wave=False, t_wave=False)
    time_s = np.arange(values.shape[1]) / RATE_HZ
    ramp = np.zeros_like(time_s)
    for onset_s in ONSETS_S:
        after_s = time_s - onset_s
        ramp += np.interp(after_s, [0.1, 0.22, 0.30, 0.88], [0, 0, 0.6, 0], left=0, right=0)
    found = _delineated((values + np.outer((1.0, 1, 1, 1), ramp)).astype(np.float32))
    assert np.mean(~np.isnan(found.together.t_peak)) > 0.8
    assert np.isnan(found.together.t_offset).all()


def test_marks_lie_near_those_of_cardiologists(data_folder: Path):
    away: dict[str, list[float]] = {
        "p_onset": [],
        "qrs_onset": [],
        "qrs_offset": [],
        "t_offset": [],
    }
    paths = sorted((data_folder / "ludb" / "data").glob("*.hea"), key=lambda path: int(path.stem))
    # Even numbers: settings were chosen on the odd ones.
    for path in [path for path in paths if int(path.stem) % 2 == 0][::8]:
        record = open_record(path)
        found = _delineated(record.read(0, record.n_samples), record.rate_hz)
        for row, lead in enumerate(record.leads):
            for mark, label, side in (
                ("p_onset", "p", "start"),
                ("qrs_onset", "N", "start"),
                ("qrs_offset", "N", "stop"),
                ("t_offset", "t", "stop"),
            ):
                manual = [
                    getattr(x, side)
                    for x in record.annotations
                    if x.lead == lead.name and x.label == label and x.peak is not None
                ]
                places = getattr(found.leads, mark)[row]
                places = places[~np.isnan(places)]
                if places.size:
                    near = [float(np.abs(places - place).min()) for place in manual]
                    away[mark] += [x / record.rate_hz * 1000 for x in near]
    limits_ms = {"p_onset": 8, "qrs_onset": 8, "qrs_offset": 8, "t_offset": 12}
    for mark, limit_ms in limits_ms.items():
        assert len(away[mark]) > 300
        assert np.median(away[mark]) <= limit_ms, mark
