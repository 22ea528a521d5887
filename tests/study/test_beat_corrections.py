"""Beats that readers corrected are learnt from as they have them."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.annotation import Annotation
from ecgviewer.core.review import Change, Step, Topic
from ecgviewer.inference.library import read_card
from ecgviewer.io.open import open_record
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.study.beat_corrections import beat_corrections, with_corrected_beats
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_windows import load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.reviews import ReviewedRecord, Reviews
from ecgviewer.study.sequences import read_orders
from tests.study.made_beats import write_arrhythmia_set, write_beats

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def header(tmp_path: Path) -> Path:
    return write_beats(tmp_path / "set", "101", "NNVNLNNVNNNN")


def beats_of(header: Path) -> list[Annotation]:
    return [mark for mark in open_record(header).annotations if mark.source == "atr"]


def test_the_nearest_mark_gets_the_reader_s_label(header):
    beats = beats_of(header)
    record = with_corrected_beats(open_record(header), {beats[2].start + 9: "N"})
    assert [mark.label for mark in record.annotations] == list("NNNNLNNVNNNN")
    assert [mark.start for mark in record.annotations] == [mark.start for mark in beats]


def test_a_correction_means_the_mark_of_the_beat_that_it_means_on_screen(header):
    beats = beats_of(header)
    rate_hz = open_record(header).rate_hz
    at = beats[2].start + round(0.14 * rate_hz)
    record = with_corrected_beats(open_record(header), {at: "N"})
    assert [mark.label for mark in record.annotations] == list("NNNNLNNVNNNN")
    assert len(record.annotations) == len(beats)


def test_a_beat_that_nobody_marked_is_added_and_one_that_is_none_taken_out(header):
    beats = beats_of(header)
    between = (beats[4].start + beats[5].start) // 2
    changes = {between: "PVC", beats[7].start: "|", 3: "|"}
    record = with_corrected_beats(open_record(header), changes)
    assert [mark.label for mark in record.annotations] == list("NNVNLVNNNNNN")
    assert between in [mark.start for mark in record.annotations]


def test_windows_and_beats_in_turn_have_the_corrected_classes(header):
    beats = beats_of(header)
    record_id = open_record(header).record_id
    sets = [DataSet("mine", header.parent)]
    before = load_beat_windows(sets)
    after = load_beat_windows(sets, corrections={record_id: {beats[5].start: "PVC"}})
    changed = before.labels != after.labels
    assert before.samples_at[changed].tolist() == [beats[5].start]
    assert after.labels[changed].tolist() == [BEAT_LABELS.index("PVC")]
    ventricular = BEAT_LABELS.index("PVC")
    marked = []
    for windows in (before, after):
        own = read_orders(windows.recordings[0], "N", 64)[0]
        at = int(np.argmin(np.abs(own.beats - beats[5].start)))
        marked.append(bool(own.cells[at, ventricular] == 1))
    assert marked == [False, True]


def test_labels_that_no_recipe_knows_are_passed_over_and_counted():
    beats = {10: "AFIB", 20: "PVC", 30: "something", 40: "|"}
    record = ReviewedRecord("a" * 64, "", "", 360.0, {}, beats)
    made = beat_corrections(Reviews((record,), 1, ()))
    assert made.by_record == {"a" * 64: {10: "AFIB", 20: "PVC", 40: "|"}}
    assert made.passed_over == 1


def test_a_recipe_of_one_lead_learns_from_a_review_file(tmp_path, capsys):
    folder = write_arrhythmia_set(tmp_path / "mitdb")
    record = open_record(folder / "101.hea")
    at = next(mark.start for mark in record.annotations if mark.label == "N" and mark.start > 1000)
    store = ReviewStore(tmp_path / "said.ecgreview")
    store.keep_record(KnownRecord.of(record))
    changes = (Change(Topic.BEAT, str(at), "PVC"), Change(Topic.BEAT, "5000", "something"))
    store.keep(Step(record.record_id, "Ann", NOW, changes))
    store.close()
    words = ["train", "mask_lstm", "--data", f"mitdb={folder}", "--out", str(tmp_path / "mine")]
    options = ["--epochs", "1", "--device", "cpu", "--reviews", str(tmp_path / "said.ecgreview")]
    assert main([*words, *options]) == 0
    said = capsys.readouterr().err
    assert "Reviews of beats in 1 record: 1 found in the data sets, with 1 beat; 0 not" in said
    card = read_card(tmp_path / "mine")
    facts = card.training["reviews"]
    assert (facts["records"], facts["beats"], facts["beats_passed_over"]) == (1, 1, 1)
    assert "Labels of 1 beat are as 1 reader stated them in reviews." in card.limits
