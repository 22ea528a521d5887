"""What a person reads of a scan."""

from dataclasses import replace

import numpy as np

from ecgviewer.core.scan import Ectopy, Episode, Scan, ScanSummary
from ecgviewer.core.scan_words import MOST_EPISODES, in_words
from tests.scan_models import LABELS

RATE_HZ = 100.0
NONE = Ectopy(0, 0.0, 0.0, 0, 0, None, None)
SUMMARY = ScanSummary(
    n_beats=3600,
    read_s=3600.0,
    counts=dict.fromkeys(LABELS, 0) | {"N": 3580, "RBBB": 20},
    pvc=NONE,
    pac=NONE,
    af_minutes=0.0,
    af_burden_percent=0.0,
    pauses=0,
    longest_pause_s=None,
    min_bpm=48.2,
    mean_bpm=60.0,
    max_bpm=121.7,
    af_score=0.02,
)


def scan_of(*episodes: Episode, **changes: object) -> Scan:
    """An hour's scan with some of its summary changed."""
    return Scan(
        record_id="id",
        record_name="made",
        lead="MLII",
        model="best1",
        rate_hz=RATE_HZ,
        n_samples=360_000,
        labels=LABELS,
        samples=np.arange(3600) * 100,
        label=np.zeros(3600, dtype=np.int8),
        scores=np.zeros((3600, 8), dtype=np.float32),
        gaps=np.empty((0, 2), dtype=np.int64),
        episodes=episodes,
        summary=replace(SUMMARY, **changes),  # type: ignore[arg-type]  # fields by name
        done_until=360_000,
    )


def test_a_quiet_hour_says_what_is_not_there():
    assert in_words("a.hea", scan_of()).splitlines() == [
        "a.hea: lead MLII, 100 Hz, 1:00:00; 3,600 beats, judged by best1",
        "  Heart rate    mean 60 per minute, over eight intervals 48 to 122",
        "  PVCs          none",
        "  PACs          none",
        "  RBBB          20 beats (0.6 %)",
        "  Pauses        none of 2 s or longer",
        "  AF score      0.02 (0: none, 1: certain)",
    ]


def test_ectopic_beats_pauses_and_unread_time_are_told():
    pvc = Ectopy(1234, 1371.1, 34.3, 1, 2, 5, 152.4)
    words = in_words("a", scan_of(pvc=pvc, pauses=3, longest_pause_s=2.64, read_s=3240.0))
    assert (
        "PVCs          1,234 (34.3 % of the beats, 1,371.1 an hour), 1 couplet, "
        "2 runs (longest 5 beats, fastest 152 per minute)"
    ) in words
    assert "Pauses        3 of 2 s or longer, the longest 2.6 s" in words
    assert "Not readable  6.0 min" in words


def test_rhythms_are_summed_up_and_the_first_of_many_episodes_listed():
    many = [
        Episode(place * 10_000, place * 10_000 + 1_500, "AFIB", 0.9)
        for place in range(MOST_EPISODES + 2)
    ]
    lines = in_words("a", scan_of(*many)).splitlines()
    assert "  AFIB          3.5 min (5.8 % of the time) in 14 episodes, the longest 15 s" in lines
    assert "    0:01:40 to 0:01:55  Atrial fibrillation (0.90)" in lines
    assert lines[-1] == "    and 2 more episodes"


def test_what_was_not_measured_is_said_so():
    words = in_words("a", scan_of(mean_bpm=None, pauses=None, af_score=None))
    assert "Heart rate    not measurable" in words
    assert "Pauses        not measurable" in words
    assert "AF score" not in words
