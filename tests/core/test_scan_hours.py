import numpy as np
import pytest

from ecgviewer.core.scan import Episode
from ecgviewer.core.scan_hours import hours_of
from tests.scan_models import scan_of_beats

HOUR = 3600


def test_each_hour_has_its_own_beats_and_its_share_of_an_episode():
    word = "N" * (HOUR - 1) + "V" * 10 + "N" * 500 + "A"
    episodes = (Episode(100 * (HOUR - 120), 100 * (HOUR + 60), "AFIB", 0.9),)
    first, second = hours_of(scan_of_beats(word, 100.0, episodes=episodes))
    assert (first.n_beats, second.n_beats) == (HOUR - 1, 511)
    assert (first.n_pvc, second.n_pvc, second.n_pac) == (0, 10, 1)
    assert (first.af_minutes, second.af_minutes) == (2.0, 1.0)
    assert first.mean_bpm == pytest.approx(60.0)
    assert second.start == 100 * HOUR


def test_a_gap_is_no_slow_heart():
    scan = scan_of_beats("NNNN", times_s=[1, 2, 90, 91], gaps=np.array([[200, 9000]]))
    (hour,) = hours_of(scan)
    assert hour.mean_bpm == pytest.approx(60.0)


def test_hours_end_where_the_scan_has_come_to():
    assert hours_of(scan_of_beats("N", done_until=0)) == ()
    assert hours_of(scan_of_beats("N"))[0].mean_bpm is None
