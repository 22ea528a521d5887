import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from ecgviewer.core.errors import Cancelled
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.signal import pyramid as pyramid_module
from ecgviewer.signal.pyramid import FACTOR, build, column_extremes
from tests.paper.made_record import made_record

values = hnp.arrays(
    np.float32,
    st.tuples(st.just(2), st.integers(1, 1500)),
    elements=st.floats(-5, 5, width=32) | st.just(float("nan")),
)


def extremes(samples: Samples, start: int, stop: int) -> tuple[float, float]:
    """What a bin must hold, worked out the slow way."""
    known = samples[start:stop][~np.isnan(samples[start:stop])]
    return (float(known.min()), float(known.max())) if known.size else (np.nan, np.nan)


@given(values)
def test_every_bin_of_every_level_holds_the_extremes_of_its_samples(samples):
    pyramid = build(made_record(samples, ("I", "II")), Task())
    for size, low, high in zip(pyramid.bins, pyramid.lows, pyramid.highs, strict=True):
        for lead in range(2):
            for place in range(low.shape[1]):
                wanted = extremes(samples[lead], place * size, (place + 1) * size)
                np.testing.assert_array_equal((low[lead, place], high[lead, place]), wanted)


def test_levels_grow_by_a_factor_until_few_bins_are_left():
    pyramid = build(made_record(np.zeros((1, 100_000), np.float32), ("I",)), Task())
    assert pyramid.bins == (16, 256, 4096, 65536)
    assert [low.shape[1] for low in pyramid.lows] == [6250, 391, 25, 2]
    assert pyramid.lows[-1].shape[1] <= FACTOR


def test_chunks_meet_without_a_seam(monkeypatch):
    samples = np.random.default_rng(1).normal(size=(2, 5000)).astype(np.float32)
    whole = build(made_record(samples, ("I", "II")), Task())
    monkeypatch.setattr(pyramid_module, "CHUNK_VALUES", 600)
    pieces = build(made_record(samples, ("I", "II")), Task())
    for one, other in zip(whole.lows, pieces.lows, strict=True):
        np.testing.assert_array_equal(one, other)


def test_memory_stays_bounded_by_wider_bins(monkeypatch):
    monkeypatch.setattr(pyramid_module, "MAX_BYTES", 4096)
    pyramid = build(made_record(np.zeros((1, 20_000), np.float32), ("I",)), Task())
    assert pyramid.bins[0] == 64
    assert pyramid.lows[0].nbytes + pyramid.highs[0].nbytes <= 4096


def test_level_for_a_column_holds_two_bins_or_more():
    pyramid = build(made_record(np.zeros((1, 100_000), np.float32), ("I",)), Task())
    assert pyramid.level_for(31) is None
    assert pyramid.level_for(32) == 0
    assert pyramid.level_for(511) == 0
    assert pyramid.level_for(512) == 1
    assert pyramid.level_for(1e9) == 3


def test_building_reports_its_progress_and_can_be_cancelled():
    told: list[tuple[int, int]] = []
    record = made_record(np.zeros((1, 1000), np.float32), ("I",))
    build(record, Task(lambda done, total: told.append((done, total))))
    assert told[-1] == (1000, 1000)
    cancelled = Task()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        build(record, cancelled)


def test_a_record_without_samples_has_an_empty_pyramid():
    pyramid = build(made_record(np.zeros((1, 0), np.float32), ("I",)), Task())
    assert pyramid.lows[0].shape == (1, 0)


def test_columns_without_signal_stay_nan():
    samples = np.array([1, 2, np.nan, np.nan, 5, np.nan], np.float32)
    low, high = column_extremes(samples, samples, np.array([0, 2, 4, 6]))
    np.testing.assert_array_equal(low, [1, np.nan, 5])
    np.testing.assert_array_equal(high, [2, np.nan, 5])


def test_a_growing_pyramid_holds_what_is_known_and_does_not_change_any_more(monkeypatch):
    monkeypatch.setattr(pyramid_module, "CHUNK_VALUES", 600)
    monkeypatch.setattr(pyramid_module, "GROWTH_S", -1.0)
    samples = np.random.default_rng(2).normal(size=(2, 5001)).astype(np.float32)
    record = made_record(samples, ("I", "II"))
    parts = list(pyramid_module.grow(record, Task()))
    assert [part.n_known for part in parts] == sorted({part.n_known for part in parts})
    assert parts[-1].n_known == 5001
    assert len(parts) > 5
    whole = build(record, Task())
    for part in parts:
        for size, low, high in zip(part.bins, part.lows, part.highs, strict=True):
            # The last bin of a level may still be filling.
            n_full = part.n_known // size
            at = whole.bins.index(size)
            np.testing.assert_array_equal(low[:, :n_full], whole.lows[at][:, :n_full])
            np.testing.assert_array_equal(high[:, :n_full], whole.highs[at][:, :n_full])
