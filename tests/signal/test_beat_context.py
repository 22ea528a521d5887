import numpy as np
import pytest

from ecgviewer.core.beat_row import N_COLUMNS, N_PICTURE, PICTURES, PRESENT, USUAL_MV, VALUES
from ecgviewer.signal.beat_context import BLOCK, N_AROUND, N_BEFORE, cut_beats, describe_beats

RATE_HZ = 360.0
EARLY = 30


def made_lead(beats, n_samples):
    at = np.arange(n_samples)
    return sum(np.exp(-(((at - beat) / 8) ** 2)) for beat in beats).astype(np.float32)


@pytest.fixture
def beats():
    intervals = np.full(60, 300)
    intervals[EARLY] = 180
    intervals[EARLY + 1] = 420
    return 400 + np.cumsum(intervals)


@pytest.fixture
def cut(beats):
    return cut_beats(made_lead(beats, beats[-1] + 400), beats, RATE_HZ)


def test_a_picture_has_its_beat_where_the_layout_says(cut):
    assert cut.waves_mv.shape == (60, N_PICTURE)
    assert (cut.waves_mv.argmax(axis=1) == N_BEFORE).all()
    assert cut.size_mv == pytest.approx(np.ones(60), abs=0.02)


def test_an_interval_is_in_seconds_and_unknown_before_the_first_beat(cut):
    assert np.isnan(cut.interval_s[0])
    assert cut.interval_s[1] == pytest.approx(300 / 360)


def test_an_early_beat_is_told_by_its_intervals(cut):
    rows = describe_beats(cut)
    assert rows.shape == (60, N_COLUMNS)
    assert (rows[:, PRESENT] == 1).all()
    before, after = rows[:, VALUES.start], rows[:, VALUES.start + 1]
    assert before[EARLY] == pytest.approx(3 * np.log(180 / 300), abs=1e-3)
    assert after[EARLY] == pytest.approx(3 * np.log(420 / 300), abs=1e-3)
    assert np.abs(before[5:EARLY]).max() < 1e-6


def test_gain_changes_nothing_that_nets_read(cut):
    louder = cut._replace(waves_mv=3 * cut.waves_mv, size_mv=3 * cut.size_mv)
    loud, plain = describe_beats(louder), describe_beats(cut)
    np.testing.assert_allclose(loud[:, :USUAL_MV], plain[:, :USUAL_MV], atol=1e-5)
    np.testing.assert_allclose(loud[:, USUAL_MV], 3 * plain[:, USUAL_MV], rtol=1e-5)


def test_the_late_beats_are_the_usual_ones_where_early_beats_are_more():
    """Two of three beats are early and upside down, as in a sick sinus."""
    intervals = np.tile([250, 250, 600], 30)
    beats = 400 + np.cumsum(intervals)
    lead = made_lead(beats[2::3], beats[-1] + 400)
    lead -= made_lead(np.concatenate([beats[0::3], beats[1::3]]), beats[-1] + 400)
    rows = describe_beats(cut_beats(lead, beats, RATE_HZ))
    own, usual, late = rows[45, PICTURES].reshape(3, N_PICTURE)
    assert usual[N_BEFORE] < 0 < late[N_BEFORE]
    assert own[N_BEFORE] < 0


def test_a_part_is_described_as_in_the_whole(beats):
    more = np.concatenate([beats, beats[-1] + 300 * np.arange(1, 141)])
    cut = cut_beats(made_lead(more, more[-1] + 400), more, RATE_HZ)
    whole = describe_beats(cut)
    first, last = 12 * BLOCK, 14 * BLOCK
    part = slice(first - N_AROUND // BLOCK * BLOCK - BLOCK, last + N_AROUND + BLOCK)
    own = describe_beats(cut.at(np.arange(part.start, part.stop)))
    np.testing.assert_allclose(own[first - part.start :][: last - first], whole[first:last])


def test_no_beat_has_no_row_and_a_single_one_is_described():
    lead = made_lead([500], 1000)
    nothing = np.zeros(0, dtype=np.int64)
    assert describe_beats(cut_beats(lead, nothing, RATE_HZ)).shape == (0, N_COLUMNS)
    assert np.isfinite(describe_beats(cut_beats(lead, np.array([500]), RATE_HZ))).all()
