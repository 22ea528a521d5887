"""Rhythms from the probabilities of beats that are made by hand."""

import numpy as np
import pytest

from ecgviewer.core.scan import Episode
from ecgviewer.inference.rhythm import AF_BEATS, af_score, rhythm_episodes, settled_labels
from tests.scan_models import LABELS

RATE_HZ = 100.0
NO_GAPS = np.empty((0, 2), dtype=np.int64)


def scores_of(*labels: str, sure: float = 0.9) -> np.ndarray:
    """Probabilities of beats that each are one label, as a net would be sure of it."""
    scores = np.full((len(labels), len(LABELS)), (1 - sure) / (len(LABELS) - 1))
    scores[np.arange(len(labels)), [LABELS.index(label) for label in labels]] = sure
    return scores.astype(np.float32)


def every(seconds: float, n_beats: int) -> np.ndarray:
    return (np.arange(1, n_beats + 1) * seconds * RATE_HZ).astype(np.int64)


def episodes_of(scores: np.ndarray, samples: np.ndarray, gaps: np.ndarray = NO_GAPS):
    until = int(samples[-1]) + round(RATE_HZ)
    return rhythm_episodes(scores, LABELS, samples, gaps, RATE_HZ, until)


def test_a_rhythm_lasts_from_its_first_beat_to_the_next_beat_of_another():
    scores = scores_of(*["N"] * 40, *["AFIB"] * 30, *["N"] * 40)
    (episode,) = episodes_of(scores, every(0.8, 110))
    assert (episode.start, episode.stop, episode.label) == (41 * 80, 71 * 80, "AFIB")
    assert episode.score == pytest.approx(0.9)


@pytest.mark.parametrize("n_beats", [1, 3, 6])
def test_a_few_beats_are_no_rhythm(n_beats: int):
    scores = scores_of(*["N"] * 40, *["AFIB"] * n_beats, *["N"] * 40)
    assert episodes_of(scores, every(0.8, 80 + n_beats)) == ()


@pytest.mark.parametrize("stray", ["N", "PVC", "PAC", "SVTA"])
def test_single_beats_of_another_kind_do_not_end_a_rhythm(stray: str):
    labels = ["AFIB"] * 40
    labels[10] = labels[20] = labels[30] = stray
    (episode,) = episodes_of(scores_of(*labels), every(0.7, 40))
    assert (episode.start, episode.stop) == (70, 40 * 70 + 100)


def test_a_short_tachycardia_counts_and_as_short_a_fibrillation_does_not():
    for label, n in (("SVTA", 1), ("AFIB", 0)):
        scores = scores_of(*["N"] * 40, *[label] * 12, *["N"] * 40, sure=0.99)
        assert len(episodes_of(scores, every(0.4, 92))) == n


def test_a_record_of_nine_seconds_may_fibrillate_throughout():
    (episode,) = episodes_of(scores_of(*["AFIB"] * 12), every(0.7, 12))
    assert episode.label == "AFIB"


def test_ectopic_and_blocked_beats_alone_tell_no_rhythm():
    for label in ("PVC", "PAC", "LBBB", "RBBB"):
        assert episodes_of(scores_of(*[label] * 200), every(0.8, 200)) == ()


def test_a_rhythm_ends_where_only_blocked_beats_follow():
    scores = scores_of(*["AFIB"] * 40, *["RBBB"] * 400)
    (episode,) = episodes_of(scores, every(0.8, 440))
    assert episode.stop < 150 * 80


def test_nothing_lasts_over_a_gap():
    samples = every(0.8, 60)
    samples[30:] += 60_000
    gaps = samples[np.newaxis, 29:31]
    first, second = episodes_of(scores_of(*["AFIB"] * 60), samples, gaps)
    assert (first.start, first.stop) == (samples[0], samples[29])
    assert (second.start, second.stop) == (samples[30], samples[59] + 100)


def test_one_rhythm_may_follow_another():
    scores = scores_of(*["SBR"] * 30, *["SVTA"] * 30, *["AFIB"] * 30)
    found = episodes_of(scores, every(0.8, 90))
    assert [episode.label for episode in found] == ["SBR", "SVTA", "AFIB"]
    assert found[0].stop == found[1].start
    assert found[1].stop == found[2].start


def test_without_beats_there_is_no_rhythm_and_no_score():
    none = np.empty((0, 8), dtype=np.float32)
    assert rhythm_episodes(none, LABELS, every(1.0, 0), NO_GAPS, RATE_HZ, 1000) == ()
    assert settled_labels(none, LABELS, every(1.0, 0), ()).size == 0
    assert af_score(none, LABELS) is None


def test_beats_from_above_the_ventricles_take_the_name_of_fibrillation_and_others_keep_theirs():
    scores = scores_of("N", "AFIB", "PVC", "N", "LBBB", "PAC", "N")
    samples = every(1.0, 7)
    episode = Episode(int(samples[1]), int(samples[6]), "AFIB", 0.9)
    label = settled_labels(scores, LABELS, samples, [episode])
    assert [LABELS[x] for x in label] == ["N", "AFIB", "PVC", "AFIB", "LBBB", "AFIB", "N"]


def test_premature_beats_in_a_bradycardia_stay_premature():
    scores, samples = scores_of("SBR", "PAC", "PVC", "SBR"), every(1.3, 4)
    label = settled_labels(scores, LABELS, samples, [Episode(0, 5000, "SBR", 0.9)])
    assert [LABELS[x] for x in label] == ["SBR", "PAC", "PVC", "SBR"]


def test_a_rhythm_s_beats_outside_its_episodes_are_told_by_their_shape():
    scores = scores_of("AFIB", "SBR", "SVTA")
    label = settled_labels(scores, LABELS, every(1.0, 3), ())
    assert [LABELS[x] for x in label] == ["N", "N", "PAC"]


def test_premature_beats_in_a_tachycardia_are_its_own():
    scores, samples = scores_of("PAC", "SVTA", "N", "PVC"), every(0.4, 4)
    label = settled_labels(scores, LABELS, samples, [Episode(0, 1000, "SVTA", 0.9)])
    assert [LABELS[x] for x in label] == ["SVTA", "SVTA", "SVTA", "PVC"]


def test_labels_may_stand_in_any_order():
    order = [3, 7, 0, 5, 1, 2, 6, 4]
    labels = tuple(LABELS[x] for x in order)
    scores = scores_of(*["N"] * 30, *["AFIB"] * 30, "PVC")
    samples = every(0.8, 61)
    expected = episodes_of(scores, samples)
    found = rhythm_episodes(scores[:, order], labels, samples, NO_GAPS, RATE_HZ, 4980)
    assert found == expected
    assert af_score(scores[:, order], labels) == af_score(scores, LABELS)
    before = settled_labels(scores, LABELS, samples, expected)
    after = settled_labels(scores[:, order], labels, samples, expected)
    assert [labels[x] for x in after] == [LABELS[x] for x in before]


def test_the_af_score_is_of_the_stretch_most_like_fibrillation():
    calm, short = scores_of(*["N"] * 500), scores_of(*["AFIB"] * AF_BEATS)
    assert af_score(np.concatenate([calm, short, calm]), LABELS) == pytest.approx(0.9)
    assert af_score(calm, LABELS) == pytest.approx(0.1 / 7, abs=1e-5)
    few = scores_of(*["AFIB"] * 4, *["N"] * 4)
    assert af_score(few, LABELS) == pytest.approx((0.9 + 0.1 / 7) / 2, abs=1e-5)
