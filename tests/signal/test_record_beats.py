from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import Cancelled
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.signal import record_beats
from ecgviewer.signal.rate_track import LINES_BPM, rate_track, scale_over
from ecgviewer.signal.record_beats import RecordBeats, file_beats, joined, nothing_known, read_on
from tests.paper.made_record import made_record

RATE_HZ = 250.0
NO_GAPS = np.empty((0, 2), dtype=np.int64)


def beating(
    seconds: float, bpm: float = 75.0, first_s: float = 0.5
) -> tuple[np.ndarray, list[int]]:
    """A lead of narrow complexes with a T wave, and where they are."""
    n = round(seconds * RATE_HZ)
    values = np.random.default_rng(3).normal(0, 0.004, n)
    places = np.round(np.arange(first_s, seconds - 0.5, 60 / bpm) * RATE_HZ).astype(int)
    at = np.arange(n)
    for place in places.tolist():
        near = slice(max(0, place - 100), place + 130)
        values[near] += np.exp(-0.5 * ((at[near] - place) / 3) ** 2)
        values[near] += 0.2 * np.exp(-0.5 * ((at[near] - place - 65) / 12) ** 2)
    return values.astype(np.float32)[np.newaxis], places.tolist()


def read_whole(record: Record, known: RecordBeats | None = None) -> RecordBeats:
    known = known or nothing_known(record)
    while not known.is_done:
        known = read_on(known, Task())
    return known


def test_beats_are_found_once_each_however_many_stretches_the_record_has(monkeypatch):
    values, places = beating(180.0)
    record = made_record(values, ("II",), rate_hz=RATE_HZ)
    whole = read_whole(record)
    monkeypatch.setattr(record_beats, "STRETCH_S", 37.0)
    by_parts = read_whole(record)
    assert whole.samples.size == by_parts.samples.size == len(places)
    assert np.abs(by_parts.samples - np.array(places)).max() <= 2
    assert not by_parts.poor.size
    assert not by_parts.from_file


def test_noise_is_poor_and_has_no_rate(monkeypatch):
    values, _ = beating(120.0)
    noisy = values.copy()
    begin, end = round(40 * RATE_HZ), round(70 * RATE_HZ)
    noise = np.random.default_rng(1).normal(0, 0.8, end - begin)
    noisy[:, begin:end] += noise.astype(np.float32)
    found = read_whole(made_record(noisy, ("II",), rate_hz=RATE_HZ))
    assert found.poor.tolist() == [[begin, end]]
    assert found.track is not None
    assert found.track.at(55 * RATE_HZ) is None
    assert found.track.at(20 * RATE_HZ) == pytest.approx(75, abs=1)
    assert found.track.at(100 * RATE_HZ) == pytest.approx(75, abs=1)


def test_where_the_first_lead_is_off_the_second_tells():
    values, places = beating(60.0)
    both = np.concatenate([np.zeros_like(values), values])
    found = read_whole(made_record(both, ("II", "V5"), rate_hz=RATE_HZ))
    assert found.samples.size == len(places)
    assert not found.poor.size


def test_the_file_s_own_beats_are_taken_as_they_are():
    values, places = beating(60.0)
    marks = [Annotation(place + 5, place + 5, "N", source="atr") for place in places]
    others = [Annotation(place, place, "N", source="qrs") for place in [*places, 7, 8, 9]]
    record = made_record(values, ("II",), rate_hz=RATE_HZ, annotations=[*marks, *others])
    found = read_whole(record)
    assert found.from_file
    assert found.samples.tolist() == [place + 5 for place in places]


@pytest.mark.parametrize("kept", [slice(None, None, 10), slice(0, 20)])
def test_marks_that_are_not_all_of_the_beats_give_way_to_the_detector(kept):
    values, places = beating(60.0)
    marks = [Annotation(place, place, "N", source="atr") for place in places[kept]]
    found = read_whole(made_record(values, ("II",), rate_hz=RATE_HZ, annotations=marks))
    assert not found.from_file
    assert found.track is not None
    assert found.track.at(45 * RATE_HZ) == pytest.approx(75, abs=1)


def test_a_slow_heart_s_marks_are_all_of_its_beats():
    values, places = beating(120.0, bpm=28.0)
    marks = [Annotation(place, place, "N", source="atr") for place in places]
    found = read_whole(made_record(values, ("II",), rate_hz=RATE_HZ, annotations=marks))
    assert found.from_file
    assert found.track is not None
    assert found.track.at(60 * RATE_HZ) == pytest.approx(28, abs=1)


def test_spans_rhythms_and_a_mere_few_marks_are_no_beats_of_the_file():
    waves = [Annotation(at, at + 20, "N", lead="II") for at in range(0, 500, 100)]
    rhythms = [Annotation(at, at, "+", text="(AFIB") for at in range(0, 500, 100)]
    few = [Annotation(at, at, "V", source="atr") for at in (10, 20, 30)]
    assert not file_beats([*waves, *rhythms, *few]).size


def test_a_cancelled_reading_ends():
    values, _ = beating(60.0)
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        read_on(nothing_known(made_record(values, ("II",), rate_hz=RATE_HZ)), task)


def test_spans_that_touch_become_one():
    spans = np.array([[0, 10], [10, 20], [30, 40]])
    assert joined(spans).tolist() == [[0, 20], [30, 40]]


def test_an_early_beat_and_its_pause_leave_the_rate_as_it_was():
    intervals_s = np.full(40, 0.8)
    intervals_s[20:22] = 0.5, 1.1
    samples = np.round(np.cumsum(intervals_s) * 1000).astype(np.int64)
    track = rate_track(samples, 1000.0, NO_GAPS, 40_000)
    assert track.rates_bpm[10] == pytest.approx(75)
    assert np.abs(track.rates_bpm[12:30] - 75).max() < 4.5


def test_a_rate_that_doubles_is_told_on_both_sides():
    samples = np.concatenate([np.arange(0, 60_000, 1000), np.arange(60_000, 90_000, 500)])
    track = rate_track(samples, 1000.0, NO_GAPS, 90_000)
    assert track.at(30_500) == pytest.approx(60)
    assert track.at(80_100) == pytest.approx(120)
    assert track.at(89_900) is None
    shares, means = track.points(200)
    assert np.nanmax(means[shares < 0.6]) == pytest.approx(60)
    assert np.nanmin(means[shares > 0.72]) == pytest.approx(120)


@pytest.mark.parametrize("gap", [(20_100, 20_200), (20_100, 35_000), (10_000, 10_001)])
def test_no_rate_is_told_where_a_gap_is_and_no_mean_crosses_it(gap):
    samples = np.concatenate([np.arange(0, 20_000, 1000), np.arange(20_000, 60_000, 500)])
    track = rate_track(samples, 1000.0, np.array([gap]), 60_000)
    assert track.at(sum(gap) / 2) is None
    assert track.at(5_000) == pytest.approx(60)
    assert track.at(50_000) == pytest.approx(120)


@pytest.mark.parametrize("n_beats", [0, 1, 2, 3])
def test_too_few_beats_have_no_rate(n_beats):
    samples = np.arange(n_beats, dtype=np.int64) * 800
    track = rate_track(samples, 1000.0, NO_GAPS, 5000)
    assert track.at(400) is None
    assert track.scale is None
    assert np.isnan(track.points(50)[1]).all()


@pytest.mark.parametrize(("low", "high"), [(58, 98), (30, 41), (61, 79), (150, 290), (3, 9)])
def test_a_scale_shows_two_lines_within_it(low, high):
    scale = scale_over(low, high)
    first, last = scale.lines_bpm
    assert {first, last} <= set(LINES_BPM)
    assert scale.low_bpm <= first < last <= scale.high_bpm
    assert scale.low_bpm <= low
    assert high <= scale.high_bpm


def test_a_few_odd_rates_do_not_flatten_the_rest():
    beats = np.arange(0, 4_000_000, 800)
    odd = np.sort(np.concatenate([beats, 200_000 + np.arange(50, 700, 100)]))
    scale = rate_track(odd, 1000.0, NO_GAPS, 4_000_000).scale
    assert scale is not None
    assert scale.high_bpm < 130


def test_beats_of_the_file_keep_their_rate_where_the_signal_is_poor():
    values, places = beating(60.0)
    record = made_record(values, ("II",), rate_hz=RATE_HZ)
    poor = np.array([[1000, 9000]])
    known = RecordBeats(record, np.array(places), poor, record.n_samples, from_file=True)
    assert not known.gaps.size
    assert replace(known, from_file=False).gaps.tolist() == poor.tolist()
