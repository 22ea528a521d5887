import numpy as np
import pytest

from ecgviewer.signal.synthesis import Episode, SyntheticEcg, synthesize_long

SINUS, AF, PVC = frozenset({"SNR"}), frozenset({"AF"}), frozenset({"PVC"})


@pytest.fixture(scope="module")
def ecg() -> SyntheticEcg:
    episodes = [
        Episode(0.0, 60.0, SINUS),
        Episode(60.0, 120.0, AF),
        Episode(120.0, 200.0, PVC, extra_beats=9),
    ]
    return synthesize_long(episodes, seed=4)


def test_a_long_record_lasts_as_long_as_its_episodes(ecg: SyntheticEcg) -> None:
    assert ecg.signals_mv.shape == (12, 50_000)
    assert ecg.labels == {"AF", "PVC"}


def test_beats_follow_each_other_across_the_borders(ecg: SyntheticEcg) -> None:
    gaps_s = np.diff([beat.sample for beat in ecg.beats]) / ecg.rate_hz
    assert gaps_s.min() > 0.3
    assert gaps_s.max() < 2.2


def test_each_rhythm_keeps_to_its_episode(ecg: SyntheticEcg) -> None:
    for beat in ecg.beats:
        at_s = beat.sample / ecg.rate_hz
        assert (beat.symbol == "V") <= (at_s > 120)
        assert (beat.p_onset is None) == (60 <= at_s < 120 or beat.symbol == "V")
    inside = np.flatnonzero(ecg.truth["AF"]) / ecg.rate_hz
    assert inside.min() >= 60
    assert inside.max() <= 120


def test_all_extra_beats_are_there(ecg: SyntheticEcg) -> None:
    assert sum(beat.symbol == "V" for beat in ecg.beats) == 9


def test_fibrillation_is_faster_and_irregular(ecg: SyntheticEcg) -> None:
    at_s = np.array([beat.sample for beat in ecg.beats]) / ecg.rate_hz
    calm, irregular = np.diff(at_s[at_s < 60]), np.diff(at_s[(at_s > 60) & (at_s < 120)])
    assert irregular.mean() < calm.mean()
    assert irregular.std() / irregular.mean() > 2 * calm.std() / calm.mean()


@pytest.mark.parametrize(
    "episodes",
    [
        [Episode(1.0, 9.0, SINUS)],
        [Episode(0.0, 9.0, SINUS), Episode(10.0, 19.0, AF)],
        [Episode(0.0, 9.0, frozenset({"LBBB"}))],
    ],
)
def test_gaps_and_findings_that_are_no_rhythm_are_refused(episodes: list[Episode]) -> None:
    with pytest.raises(ValueError, match=r"gap|rhythm"):
        synthesize_long(episodes, seed=1)
