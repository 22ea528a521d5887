"""How much each sign of fibrillation counts is fitted to windows that nobody has learnt from."""

import numpy as np
import pytest

from ecgviewer.study.beat_irregularity import fit_irregularity
from ecgviewer.study.beat_labels import BEAT_LABELS

N, PVC, AFIB = (BEAT_LABELS.index(label) for label in ("N", "PVC", "AFIB"))


def signs(n: int = 4000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Odds and entropies of windows whose truth is drawn by 1 * odds + 2 * entropy - 3."""
    rng = np.random.default_rng(7)
    odds, entropy = rng.normal(0, 2, n), rng.uniform(0, 3, n)
    likely = 1 / (1 + np.exp(-(odds + 2 * entropy - 3)))
    return odds, entropy, np.where(rng.random(n) < likely, AFIB, N)


def test_the_rule_is_the_one_by_which_truth_was_drawn():
    odds, entropy, labels = signs()
    rule = fit_irregularity(odds, entropy, labels, np.arange(len(labels)))
    assert rule is not None
    assert rule.net == pytest.approx(1, abs=0.15)
    assert rule.entropy == pytest.approx(2, abs=0.3)
    assert rule.offset == pytest.approx(-3, abs=0.4)


def test_beats_that_tell_of_themselves_and_windows_without_signs_do_not_count():
    odds, entropy, labels = signs()
    recording = np.zeros(len(labels), dtype=np.int64)
    expected = fit_irregularity(odds, entropy, labels, recording)
    more = (
        np.append(odds, [9.0] * 900),
        np.append(entropy, [np.nan] * 300 + [3.0] * 600),
        np.append(labels, [N] * 300 + [PVC] * 600),
        np.append(recording, [0] * 900),
    )
    assert fit_irregularity(*more) == expected


def test_many_windows_of_one_recording_do_not_drown_the_others():
    """One long recording, whose steady heart is called fibrillation, beside 400 short ones."""
    odds, entropy, labels = signs(2000)
    every = (
        np.append(odds, np.full(900, -1.0)),
        np.append(entropy, np.full(900, 0.5)),
        np.append(labels, np.full(900, AFIB)),
    )
    short = np.arange(2000) // 5
    alone = fit_irregularity(odds, entropy, labels, short)
    by_recording = fit_irregularity(*every, np.append(short, np.full(900, 400)))
    by_window = fit_irregularity(*every, np.append(short, np.arange(400, 1300)))
    assert alone is not None
    assert by_recording is not None
    assert by_recording.entropy > 0.5 * alone.entropy
    assert by_window is None


def test_without_fibrillation_or_where_a_sign_misleads_there_is_no_rule():
    odds, entropy, labels = signs()
    places = np.arange(len(labels))
    assert fit_irregularity(odds, entropy, np.full(len(labels), N), places) is None
    assert fit_irregularity(odds, -entropy, labels, places) is None
