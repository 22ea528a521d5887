from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.explain.median_beat import median_beat
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize
from tests.made_models import record_of


def _heat(values: NDArray[Any], leads: tuple[str, ...] = STANDARD_LEADS) -> Heat:
    rows = np.atleast_2d(values).astype(np.float32)
    return Heat("AF", "gradcam", "made", 0, rows.shape[1], leads, rows, rows, step=32.0)


def _on_qrs(made: SyntheticEcg) -> Samples:
    mask = np.zeros(made.n_samples, dtype=np.float32)
    for beat in made.beats:
        mask[beat.qrs_onset : beat.j_point] = 1
    return mask


def test_beats_of_one_shape_give_their_own_shape_without_the_noise():
    made = synthesize("SNR", 1)
    beat = median_beat(record_of(made.signals_mv), _heat(_on_qrs(made)), 0, 5000, Task())
    clean = median_beat(record_of(made.clean_mv), _heat(_on_qrs(made)), 0, 5000, Task())
    assert beat.median_mv.shape == (12, len(beat.time_ms))
    assert beat.heat.shape == (1, len(beat.time_ms))
    assert (beat.leads, beat.rate_hz) == (STANDARD_LEADS, 500.0)
    assert beat.others is None
    assert beat.n_beats == sum(100 < mark.sample < 4900 for mark in made.beats)
    shared = min(len(beat.time_ms), len(clean.time_ms))
    error_mv = np.abs(beat.median_mv[:, :shared] - clean.median_mv[:, :shared])
    assert np.median(error_mv) < 0.02


def test_heat_on_every_qrs_is_heat_on_the_qrs_of_the_median_beat():
    made = synthesize("LBBB", 1)
    beat = median_beat(record_of(made.signals_mv), _heat(_on_qrs(made)), 0, 5000, Task())
    assert beat.heat[0, np.abs(beat.time_ms) < 20].min() > 0.95
    assert beat.heat[0, beat.time_ms > 250].max() == 0
    assert beat.heat[0, beat.time_ms < -150].max() == 0


def test_each_lead_keeps_its_own_heat_and_zero_is_the_level_before_the_qrs():
    made = synthesize("SNR", 4)
    values = np.zeros((12, 5000), dtype=np.float32)
    values[7] = 1
    beat = median_beat(record_of(made.signals_mv), _heat(values), 0, 5000, Task())
    assert beat.heat.shape == beat.median_mv.shape
    assert beat.heat[7].min() == 1
    assert beat.heat[[0, 6, 8]].max() == 0
    before_qrs = (beat.time_ms >= -100) & (beat.time_ms < -70)
    assert np.abs(beat.median_mv[:, before_qrs].mean(axis=1)).max() < 1e-5


def test_ventricular_beats_make_a_median_beat_of_their_own_with_their_own_heat():
    made = synthesize("PVC", 3)
    beat = median_beat(record_of(made.signals_mv), _heat(made.truth["PVC"]), 0, 5000, Task())
    assert beat.others is not None
    assert beat.others.n_beats == sum(mark.symbol == "V" for mark in made.beats)
    inner = sum(100 < mark.sample < 4900 for mark in made.beats)
    assert beat.n_beats + beat.others.n_beats == inner
    assert beat.heat.max() == 0
    assert beat.others.heat[0, np.abs(beat.others.time_ms - 100) < 50].min() > 0.9


def test_no_sample_belongs_to_two_beats():
    made = synthesize("SNR", 7)
    # One sample in the middle between two beats is hot, so one beat alone can hold it.
    peaks = [beat.sample for beat in made.beats]
    values = np.zeros(5000, dtype=np.float32)
    values[(peaks[3] + peaks[4]) // 2] = 1
    beat = median_beat(record_of(made.signals_mv), _heat(values), 0, 5000, Task())
    assert beat.heat.sum() <= 1 / beat.n_beats * 1.3


def test_a_span_takes_only_its_own_beats_and_they_are_whole():
    made = synthesize("SNR", 1)
    peaks = [beat.sample for beat in made.beats]
    start, stop = peaks[2] - 10, peaks[4] + 10
    beat = median_beat(record_of(made.signals_mv), _heat(_on_qrs(made)), start, stop, Task())
    assert beat.n_beats == 3
    assert beat.time_ms[-1] > 300
    assert np.isfinite(beat.median_mv).all()


def test_a_lead_that_is_lost_in_the_span_is_absent_and_no_warning():
    made = synthesize("SNR", 1)
    values = made.signals_mv.copy()
    values[11, :] = np.nan
    beat = median_beat(record_of(values), _heat(_on_qrs(made)), 0, 5000, Task())
    assert np.isnan(beat.median_mv[11]).all()
    assert np.isfinite(beat.median_mv[:11]).all()


def test_without_beats_there_is_a_sentence():
    record = record_of(np.zeros((12, 5000), dtype=np.float32))
    with pytest.raises(EcgError, match="No beat was found in that part of made"):
        median_beat(record, _heat(np.ones(5000)), 0, 5000, Task())


def test_it_can_be_cancelled():
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        median_beat(record_of(synthesize("SNR", 1).signals_mv), _heat(np.ones(5000)), 0, 5000, task)
