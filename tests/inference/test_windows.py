"""Windows around beats: where they lie, how they are read, what a model says of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.beat_places import beats_in
from ecgviewer.inference.loaded import ready
from ecgviewer.inference.predict import analyze, windows_of
from ecgviewer.inference.windows import read_windows
from ecgviewer.io.open import open_record
from ecgviewer.nets.build import build_net
from ecgviewer.signal.strip import prepare_strips
from ecgviewer.signal.synthesis import synthesize
from tests.beat_models import SPEC, beat_card, beats_record, hand_model
from tests.made_models import record_of


@pytest.mark.parametrize("rate_hz", [128.0, 250.0, 360.0, 500.0])
def test_a_window_of_two_seconds_lies_around_each_marked_beat(rate_hz: float):
    record = beats_record((True,) * 5, rate_hz)
    expected = [(round(x * rate_hz), round((x + 2) * rate_hz)) for x in range(5)]
    assert list(windows_of(record, hand_model())) == expected


def test_only_the_beats_of_a_span_count_where_one_is_asked_for():
    record = beats_record((True,) * 8)
    places = windows_of(record, hand_model(), 3 * 360, 5 * 360)
    assert [start for start, _ in places] == [2 * 360, 3 * 360]


def test_marks_that_are_no_beats_and_detections_are_passed_over():
    record = beats_record((True,) * 3)
    others = (
        Annotation(500, 500, "(AFIB", source="atr"),
        Annotation(510, 510, "~", source="atr"),
        Annotation(520, 520, "N", source="qrs"),
        Annotation(530, 560, "N", source="atr"),
    )
    more = replace(record, annotations=(*record.annotations, *others))
    assert beats_in(more, 0, more.n_samples).tolist() == [360, 720, 1080]


@pytest.mark.parametrize("rate_hz", [128.0, 500.0])
def test_beats_that_nobody_marked_are_detected(rate_hz: float):
    made = synthesize("SNR", 5, 20.0, rate_hz)
    record = record_of(made.signals_mv[1:2], ("II",), rate_hz)
    found = beats_in(record, 0, record.n_samples)
    truth = np.array([beat.sample for beat in made.beats])
    assert len(found) == len(truth)
    assert np.abs(found - truth).max() <= 0.05 * rate_hz
    part = beats_in(record, round(8 * rate_hz), round(12 * rate_hz))
    assert np.abs(part - found[(found >= 8 * rate_hz) & (found < 12 * rate_hz)]).max() <= 2


def test_windows_are_those_that_training_reads():
    record = beats_record((True, False, True, True), 250.0, ("V5", "MLII"))
    read = read_windows(record, windows_of(record, hand_model()), SPEC)
    centres = np.array([250, 500, 750, 1000])
    expected = prepare_strips(record.read(0, record.n_samples)[1], 250.0, centres)
    np.testing.assert_allclose(np.stack([x.array[0] for x in read]), expected, atol=1e-3)
    assert [(x.pad, x.missing) for x in read] == [(0, ())] * 4


def test_a_window_that_reaches_beyond_the_record_is_read_where_there_is_signal():
    record = beats_record((True, True))
    early = replace(record, annotations=(Annotation(100, 100, "N", source="atr"),))
    places = windows_of(early, hand_model())
    assert places == ((-260, 460),)
    array = read_windows(early, places, SPEC)[0].array
    assert not array[0, :260].any()
    assert array[0, 260:].any()


def test_a_window_without_signal_is_silent():
    record = record_of(np.full((1, 3600), np.nan, dtype=np.float32), ("II",), 360.0)
    marked = replace(record, annotations=(Annotation(1800, 1800, "N", source="atr"),))
    (prepared,) = read_windows(marked, windows_of(marked, hand_model()), SPEC)
    assert prepared.silent
    with pytest.raises(EcgError, match="holds no signal"):
        analyze(hand_model(), marked, Task())


def test_a_record_without_beats_is_told_in_a_sentence():
    record = record_of(np.zeros((1, 3600), dtype=np.float32), ("II",), 360.0)
    with pytest.raises(EcgError, match="No beat was found in made"):
        analyze(hand_model(), record, Task())


def test_every_beat_gets_probabilities_that_add_up_to_one():
    ups = (True, True, False, True, False, True)
    analysis = analyze(hand_model(), beats_record(ups), Task())
    assert len(analysis.windows) == len(ups)
    for window, up in zip(analysis.windows, ups, strict=True):
        assert sum(window.scores.values()) == pytest.approx(1)
        assert max(window.scores, key=lambda label: window.scores[label]) == (
            "UP" if up else "DOWN"
        )
    assert sum(analysis.scores.values()) == pytest.approx(1)


def test_the_nets_of_the_single_lead_paper_read_such_windows():
    record = beats_record((True, False, True))
    torch.manual_seed(2)
    labels = ("N", "PVC", "PAC", "AFIB", "SVTA", "SBR", "LBBB", "RBBB")
    card = beat_card(net="mask_lstm", labels=labels, thresholds=(0.5,) * 8)
    model = ready(card, build_net("mask_lstm", {}), torch.device("cpu"))
    assert len(analyze(model, record, Task()).windows) == 3


def test_of_two_leads_that_are_neither_ii_nor_mlii_the_first_is_read_and_that_is_said():
    record = beats_record((True, False), 360.0, ("V5", "V2"))
    analysis = analyze(hand_model(), record, Task())
    assert [max(w.scores, key=lambda x: w.scores[x]) for w in analysis.windows] == ["UP", "DOWN"]
    assert any("V5 was read as lead II" in note for note in analysis.notes)


def test_a_real_records_marks_give_a_window_a_beat(data_folder: Path):
    record = open_record(data_folder / "mitdb" / "100.hea")
    places = windows_of(record, hand_model())
    # 2,274 annotations, of which the first is a rhythm's.
    assert len(places) == 2273
    read = read_windows(record, places[5:9], SPEC)
    for prepared in read:
        middle = prepared.array[0, 340:380]
        assert middle.max() == pytest.approx(prepared.array[0, 200:520].max())
