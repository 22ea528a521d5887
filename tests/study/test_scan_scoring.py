"""A model of beats in turn is judged by what its scan says, which is kept."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.card import BEATS_IN_TURN
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.inference.scan import scan
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.io.open import open_record
from ecgviewer.nets.beat_sequence import BeatSequence
from ecgviewer.study import scan_scoring
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.fibrillation import judge_fibrillation
from ecgviewer.study.scan_scoring import ScanScores
from tests.scan_models import scan_card
from tests.study.made_beats import write_beats


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> BeatWindows:
    folder = tmp_path_factory.mktemp("beats") / "mitdb"
    write_beats(folder, "100", "NNVLNNVNNVNNLLNVNNNN")
    return load_beat_windows([DataSet("mitdb", folder)])


@pytest.fixture(scope="module")
def model() -> LoadedModel:
    torch.manual_seed(4)
    card = scan_card(net="beat_sequence", input=replace(STRIP_LEAD, windows=BEATS_IN_TURN))
    return ready(card, BeatSequence(width=32), torch.device("cpu"))


def test_labels_and_scores_are_those_of_a_scan(
    model: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    (recording,) = windows.recordings
    found = scan(model, open_record(recording.path), Task())
    asked = ScanScores(model, tmp_path)
    at = found.samples[[3, 0, 7]] + 5
    assert asked.labels(recording, at).tolist() == found.label[[3, 0, 7]].tolist()
    np.testing.assert_allclose(asked.around(recording, at), found.scores[[3, 0, 7]])
    assert asked.af_score(recording) == pytest.approx(found.summary.af_score)


def test_a_beat_that_the_scan_did_not_find_counts_as_normal(
    model: LoadedModel, windows: BeatWindows, tmp_path: Path
):
    (recording,) = windows.recordings
    between = recording.beats_at[4:6].mean(keepdims=True).astype(np.int64)
    asked = ScanScores(model, tmp_path)
    assert BEAT_LABELS[asked.labels(recording, between)[0]] == "N"
    assert asked.around(recording, between).argmax() == BEAT_LABELS.index("N")


def test_what_was_scanned_is_not_scanned_again(
    model: LoadedModel, windows: BeatWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (recording,) = windows.recordings
    first = ScanScores(model, tmp_path).around(recording, recording.beats_at)

    def refuse(*_: object) -> None:
        raise AssertionError("scanned again")

    monkeypatch.setattr(scan_scoring, "scan", refuse)
    np.testing.assert_array_equal(
        ScanScores(model, tmp_path).around(recording, recording.beats_at), first
    )


def test_recordings_with_fibrillation_are_held_against_those_without_by_source():
    sources = ["a"] * 5 + ["b"] * 3 + ["c"] * 2
    has_af = np.array([True, True, False, False, False, True, False, True, True, True])
    scores = np.array([0.9, 0.4, 0.5, 0.1, np.nan, 0.2, 0.8, 0.9, 0.5, 0.6])
    patients = [f"p{place}" for place in range(10)]
    first, second = judge_fibrillation(sources, patients, has_af, scores, n_draws=50)
    assert (first.source, first.n_with, first.n_without, first.n_patients) == ("a", 2, 2, 4)
    assert first.auc.value == 0.75
    assert (second.source, second.auc.value) == ("b", 0.5)
    assert second.auc.low <= 0.5 <= second.auc.high
