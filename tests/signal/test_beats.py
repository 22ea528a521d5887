from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize
from ecgviewer.study.beat_scores import n_matches

MATCH_S = 0.15
EDGE_S = 0.2


def _matched(found: NDArray[np.int64], reference: NDArray[np.int64], rate_hz: float) -> int:
    return n_matches(found, reference, round(MATCH_S * rate_hz))


def _check_made(made: SyntheticEcg, values: Samples) -> None:
    """Every beat is found once; of those cut by the record's ends nobody knows."""
    found = r_peaks(values, made.rate_hz)
    beats = np.array([beat.sample for beat in made.beats])
    sure, sure_beats = _inside(found, made), _inside(beats, made)
    assert _matched(sure, beats, made.rate_hz) == len(sure)
    assert _matched(found, sure_beats, made.rate_hz) == len(sure_beats)


def _inside(places: NDArray[np.int64], made: SyntheticEcg) -> NDArray[np.int64]:
    edge = round(EDGE_S * made.rate_hz)
    return places[(places > edge) & (places < made.n_samples - edge)]


@pytest.mark.parametrize("label", ["SNR", "AF", "LBBB", "RBBB", "PAC", "PVC", "STE"])
def test_every_made_beat_is_found_once(label: str):
    for seed in range(5):
        made = synthesize(label, seed)
        _check_made(made, made.signals_mv)


@pytest.mark.parametrize("rate_per_min", [25, 30, 40, 60, 120, 180])
def test_waves_between_the_beats_of_slow_and_fast_hearts_are_no_beats(rate_per_min: float):
    for seed in range(5):
        made = synthesize("SNR", seed, rate_per_min=rate_per_min)
        _check_made(made, made.signals_mv)
        _check_made(made, made.signals_mv[1:2])


@pytest.mark.parametrize("rate_hz", [128.0, 250.0, 1000.0])
def test_one_lead_at_any_rate_is_enough(rate_hz: float):
    made = synthesize("SNR", 1, rate_hz=rate_hz)
    _check_made(made, made.signals_mv[:1])


def test_gaps_absent_leads_and_a_drifting_baseline_do_not_matter():
    values = synthesize("SNR", 2).signals_mv.copy()
    expected = r_peaks(values, 500.0)
    values += np.linspace(0, 5, values.shape[1], dtype=np.float32)
    values[3] = np.nan
    values[0, 1000:1400] = np.nan
    assert np.abs(r_peaks(values, 500.0) - expected).max() <= 5


def test_a_giant_artefact_does_not_make_it_deaf():
    made = synthesize("SNR", 3, duration_s=20.0)
    values = made.signals_mv.copy()
    values[:, 5000] += 20
    beats = np.array([beat.sample for beat in made.beats])
    later = beats[(beats > 5500) & (beats < 9900)]
    assert _matched(r_peaks(values, 500.0), later, 500.0) == len(later)


@pytest.mark.parametrize(("start_s", "stop_s"), [(0, 25), (20, 45)])
@pytest.mark.parametrize("left", [0.0, 0.005])
def test_it_hears_again_after_noise_and_a_silence(start_s: int, stop_s: int, left: float):
    made = synthesize("SNR", 4, duration_s=60.0, rate_hz=250.0)
    values = made.signals_mv[1:2].copy()
    noisy, quiet = (np.arange(round(x * 250), round((x + 10) * 250)) for x in (start_s, stop_s))
    values[:, noisy] += np.random.default_rng(0).normal(0, 10, (1, len(noisy)))
    values[:, noisy[-1] : quiet[0]] *= left
    beats = np.array([beat.sample for beat in made.beats])
    later = beats[(beats > stop_s * 250 + 50) & (beats < 59.8 * 250)]
    found = r_peaks(values, 250.0)
    assert _matched(found, later, 250.0) == len(later)
    assert np.count_nonzero(found > stop_s * 250 + 50) <= len(later) + 1


def test_where_the_heart_pauses_small_waves_are_no_beats():
    made = synthesize("SNR", 5, duration_s=60.0, rate_hz=250.0)
    values = made.signals_mv[1:2].copy()
    values[:, 5000:8000] *= 0.1
    found = r_peaks(values, 250.0)
    assert not np.count_nonzero((found > 5050) & (found < 7950))
    beats = np.array([beat.sample for beat in made.beats])
    before = beats[(beats > 50) & (beats < 4950)]
    assert _matched(found[found < 5000], before, 250.0) == len(before)


@pytest.mark.parametrize(
    "values",
    [np.zeros((2, 5000)), np.full((2, 5000), np.nan), np.zeros((12, 100)), np.zeros((0, 5000))],
    ids=["flat", "nothing", "short", "no lead"],
)
def test_where_there_is_no_beat_none_is_found(values: NDArray[np.float64]):
    assert r_peaks(values.astype(np.float32), 500.0).size == 0


def test_the_p_and_t_waves_of_a_record_of_twelve_leads_are_no_beats(data_folder: Path):
    for path in sorted((data_folder / "ludb" / "data").glob("*.hea"))[::10]:
        record = open_record(path)
        # Its annotators left the first and the last beats unmarked.
        marks = [x for x in record.annotations if x.source == "ii" and x.label == "N"]
        beats = np.array(sorted(x.peak or x.start for x in marks), dtype=np.int64)
        found = r_peaks(record.read(0, record.n_samples), record.rate_hz)
        edge = round(MATCH_S * record.rate_hz)
        within = found[(found > beats[0] - edge) & (found < beats[-1] + edge)]
        assert _matched(within, beats, record.rate_hz) == len(beats) == len(within), path.stem
