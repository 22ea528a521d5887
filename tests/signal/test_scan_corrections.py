"""A scan as its reader has it: labels, beats that are none or were missed, figures, rhythms."""

import time

import numpy as np
import pytest

from ecgviewer.core.scan import Episode
from ecgviewer.signal.scan_corrections import NOT_A_BEAT, label_in, with_corrections
from tests.scan_models import scan_of_beats

RATE_HZ = 100.0


def labels(scan):
    return [scan.labels[place] for place in scan.label]


def episodes(scan):
    return [(x.label, x.start, x.stop) for x in scan.episodes]


def test_without_a_word_the_scan_stays_the_same_object():
    scan = scan_of_beats("NNVN")
    corrected = with_corrections(scan, {})
    assert corrected.scan is scan
    assert (corrected.n_corrected, corrected.n_confirmed) == (0, 0)


def test_a_label_changes_the_counts_and_the_burden_and_the_model_s_answer_stays():
    scan = scan_of_beats("NNVVVNNNNN")
    corrected = with_corrections(scan, {400: "N", 100: "PVC", 200: "N"})
    assert labels(corrected.scan) == ["PVC", "N", "PVC", "N", "PVC", "N", "N", "N", "N", "N"]
    assert corrected.scan.summary.pvc.n == 3
    assert corrected.scan.summary.pvc.burden_percent == pytest.approx(30)
    assert corrected.scan.summary.pvc.runs == 0
    assert scan.summary.pvc.runs == 1
    assert corrected.was.tolist() == ["N", "N", "PVC"]
    assert corrected.now.tolist() == ["PVC", "N", "N"]
    assert (corrected.n_corrected, corrected.n_confirmed) == (2, 1)
    assert corrected.label_at(400) == "N"
    assert label_in(scan, 400) == "PVC"


def test_the_reader_is_sure_of_what_the_reader_says():
    corrected = with_corrections(scan_of_beats("NNNN", scores={1: 0.3}), {200: "PVC"})
    assert corrected.scan.score.tolist() == pytest.approx([0.9, 1.0, 0.9, 0.9])


def test_what_is_no_beat_leaves_the_figures_but_can_still_be_found():
    corrected = with_corrections(scan_of_beats("NNVN"), {300: NOT_A_BEAT})
    assert corrected.scan.samples.tolist() == [100, 200, 400]
    assert corrected.scan.summary.n_beats == 3
    assert corrected.scan.summary.pauses == 1
    assert 300 in corrected.places
    assert corrected.label_at(300) == NOT_A_BEAT


def test_a_label_away_from_all_beats_is_a_beat_that_the_model_missed():
    corrected = with_corrections(scan_of_beats("NNN", times_s=(1, 2, 4)), {300: "PVC", 307: "PAC"})
    assert corrected.scan.samples.tolist() == [100, 200, 307, 400]
    assert labels(corrected.scan) == ["N", "N", "PAC", "N"]
    assert corrected.was.tolist() == [""]
    assert corrected.n_corrected == 1
    assert corrected.scan.summary.pauses is not None
    assert corrected.scan.summary.pauses == 0


def test_a_place_near_a_beat_means_that_beat_and_the_last_word_counts():
    corrected = with_corrections(scan_of_beats("NNN"), {203: "PVC", 198: "PAC"})
    assert corrected.scan.samples.tolist() == [100, 200, 300]
    assert labels(corrected.scan) == ["N", "PAC", "N"]


def test_usual_beats_end_a_rhythm_and_named_beats_make_one():
    scan = scan_of_beats("N" * 20, episodes=(Episode(500, 1500, "AFIB", 0.8),))
    ended = with_corrections(scan, dict.fromkeys(range(1000, 1500, 100), "N"))
    assert episodes(ended.scan) == [("AFIB", 500, 1000)]
    assert ended.scan.summary.af_minutes == pytest.approx(5 / 60)
    lasting = with_corrections(scan, {1500: "AFIB", 700: "PVC"})
    assert episodes(lasting.scan) == [("AFIB", 500, 1600)]


def test_a_label_that_the_model_does_not_know_changes_no_figure():
    scan = scan_of_beats("NNVN")
    corrected = with_corrections(scan, {300: "fusion"})
    assert corrected.label_at(300) == "fusion"
    assert corrected.scan.summary.counts == scan.summary.counts


def test_a_day_with_thousands_of_corrections_is_summed_up_in_a_moment():
    rng = np.random.default_rng(1)
    word = "".join(rng.choice(list("NNNNNNNV"), 100_000))
    scan = scan_of_beats(word, 360.0, times_s=np.cumsum(rng.uniform(0.6, 1.0, 100_000)).tolist())
    said = {int(sample): "N" for sample in rng.choice(scan.samples, 5000, replace=False)}
    begun = time.thread_time()
    corrected = with_corrections(scan, said)
    took_s = time.thread_time() - begun
    assert corrected.n_corrected + corrected.n_confirmed == 5000
    assert corrected.scan.summary.pvc.n == scan.summary.pvc.n - corrected.n_corrected
    assert took_s < 0.5
