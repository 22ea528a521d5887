from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.record import Lead
from ecgviewer.core.task import Task
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.measured_span import (
    Quantity,
    leads_to_measure,
    measure_span,
    span_around,
    why_not_measured,
)
from ecgviewer.signal.synthesis import synthesize
from tests.paper.made_record import flat, made_record

PRESSURE = Lead("ABP", 1, "mmHg", is_ecg=False)
UNKNOWN_GAIN = Lead("II", 1, calibrated=False)


def test_marks_lie_where_the_synthetic_beats_are_and_bear_the_value():
    made = synthesize("SNR", 1)
    record = made_record(made.signals_mv, rate_hz=made.rate_hz)
    measured = measure_span(record, 0, record.n_samples, Task())
    spans = measured.spans(Quantity.QRS)
    rests_on = measured.measure(Quantity.QRS).beats
    assert len(spans) == len(rests_on) > 5
    assert ((spans[:, 0] < rests_on) & (spans[:, 1] > rests_on)).all()
    lengths_ms = (spans[:, 1] - spans[:, 0]) / made.rate_hz * 1000
    assert measured.intervals.qrs.value_ms == pytest.approx(np.median(lengths_ms))
    peaks = measured.spans(Quantity.RATE)
    assert (peaks[:, 0] == peaks[:, 1]).all()
    assert np.isin(peaks[:, 0], measured.measure(Quantity.RATE).beats).all()


def test_in_the_middle_of_a_record_marks_are_samples_of_the_record():
    made = synthesize("SNR", 2)
    record = made_record(np.tile(made.signals_mv, 3), rate_hz=made.rate_hz)
    n_samples = made.signals_mv.shape[1]
    early, late = (
        measure_span(record, start, start + n_samples, Task()) for start in (0, n_samples)
    )
    assert late.spans(Quantity.QT).min() >= n_samples
    assert late.intervals.qt.value_ms == pytest.approx(early.intervals.qt.value_ms, abs=8)


def test_what_is_no_ecg_or_has_no_gain_is_left_out():
    made = synthesize("SNR", 1)
    noise_mv = 80 + np.random.default_rng(1).normal(0, 40, made.signals_mv.shape[1])
    leads = [Lead("I", 0), PRESSURE, replace(UNKNOWN_GAIN, file_index=2)]
    values = np.stack([made.signals_mv[0], noise_mv, noise_mv]).astype(np.float32)
    record = made_record(values, leads, rate_hz=made.rate_hz)
    measured = measure_span(record, 0, record.n_samples, Task())
    assert leads_to_measure(record) == measured.lead_indices == (0,)
    assert measured.intervals.qrs.value_ms is not None


def test_one_lead_of_artefact_does_not_take_the_beats_from_the_others():
    made = synthesize("SNR", 1)
    values = made.signals_mv.copy()
    values[11] = np.random.default_rng(1).normal(0, 20, values.shape[1])
    good, bad = (made_record(x, rate_hz=made.rate_hz) for x in (made.signals_mv, values))
    clean, rest = (measure_span(x, 0, x.n_samples, Task()) for x in (good, bad))
    assert 11 not in rest.usable_leads
    assert np.abs(rest.marks.peaks - clean.marks.peaks).max() <= 10


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (made_record(flat(n_leads=1), [PRESSURE]), "no ECG lead"),
        (made_record(flat(n_leads=1), [UNKNOWN_GAIN]), "calibrated"),
        (made_record(flat(rate_hz=50.0), rate_hz=50.0), "50 Hz"),
        (made_record(flat()), ""),
    ],
)
def test_why_a_record_is_not_measured_is_told(record, words):
    told = why_not_measured(record)
    assert words in told
    assert bool(told) is bool(words)


@pytest.mark.parametrize(
    ("page", "span"),
    [
        ((0, 1000), (0, 1000)),
        ((0, 500), (0, 1000)),
        ((3000, 9000), (5500, 6500)),
        ((9800, 10000), (9000, 10000)),
    ],
)
def test_ten_seconds_around_the_middle_of_the_page_are_measured(page, span):
    record = made_record(flat(100.0, 2, 100.0), STANDARD_LEADS[:2], rate_hz=100.0)
    assert span_around(record, page) == span


def test_a_shorter_record_is_measured_whole():
    record = made_record(flat(4.0, 2, 100.0), STANDARD_LEADS[:2], rate_hz=100.0)
    assert span_around(record, (0, 1000)) == (0, 400)


def test_a_cancelled_task_ends_the_work():
    record = made_record(flat())
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        measure_span(record, 0, record.n_samples, task)
