"""Beats that readers put into a rhythm, or take out of one, are learnt from as they have them."""

from pathlib import Path

import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations
from ecgviewer.study.beat_corrections import with_corrected_beats
from ecgviewer.study.beat_labels import BEAT_LABELS, DEFAULT, PAPER_LIKE
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.sequences import read_orders
from tests.study.made_beats import write_beats

N_BEATS = 20


def beats_of(header: Path) -> list[int]:
    return [mark.start for mark in open_record(header).annotations if len(mark.label) == 1]


def with_rhythms(header: Path, rhythms: dict[int, str]) -> Path:
    """Mark rhythms a little before some beats."""
    marks = [mark for mark in open_record(header).annotations if mark.source == "atr"]
    at = [mark.start - 9 for mark in marks]
    new = [Annotation(at[place], at[place], rhythm) for place, rhythm in rhythms.items()]
    ordered = sorted((*marks, *new), key=lambda mark: mark.start)
    write_annotations(header.with_suffix(".atr"), ordered)
    return header


@pytest.fixture
def header(tmp_path: Path) -> Path:
    return write_beats(tmp_path / "set", "101", "N" * N_BEATS)


@pytest.fixture
def fibrillating(tmp_path: Path) -> Path:
    return with_rhythms(write_beats(tmp_path / "set", "101", "N" * N_BEATS), {0: "(AFIB"})


def rhythms(header: Path, said: dict[int, str]) -> list[tuple[int, str]]:
    """Which beat is the first one of each rhythm that is marked now."""
    beats = beats_of(header)
    record = with_corrected_beats(open_record(header), {beats[at]: x for at, x in said.items()})
    changes = [mark for mark in record.annotations if len(mark.label) > 1]
    return [(sum(beat < mark.start for beat in beats), mark.label) for mark in changes]


def learnt(header: Path, said: dict[int, str], style: str = DEFAULT) -> list[tuple[int, str]]:
    """All windows: the beat that each is about, or begins before, and its class."""
    beats = beats_of(header)
    windows = windows_of(header, said, style)
    told = zip(windows.samples_at.tolist(), windows.labels.tolist(), strict=True)
    return [(sum(beat < at for beat in beats), BEAT_LABELS[label]) for at, label in told]


def windows_of(header: Path, said: dict[int, str], style: str = DEFAULT) -> BeatWindows:
    beats = beats_of(header)
    corrections = {open_record(header).record_id: {beats[at]: x for at, x in said.items()}}
    return load_beat_windows([DataSet("mine", header.parent)], style, corrections=corrections)


def allowed(header: Path, said: dict[int, str]) -> list[set[str]]:
    """Which classes the net of beats in turn is told that each beat may be of."""
    own = read_orders(windows_of(header, said).recordings[0], "N", 64)[0]
    assert len(own.beats) == N_BEATS
    return [{x for x, cell in zip(BEAT_LABELS, row, strict=True) if cell == 1} for row in own.cells]


@pytest.mark.parametrize("label", ["AFIB", "SVTA", "SBR"])
def test_beats_of_a_rhythm_teach_it_from_two_seconds_after_its_first_one(header, label):
    stretch = range(5, 14)
    told = dict(learnt(header, dict.fromkeys(stretch, label)))
    # 0.9 s from beat to beat, and a window ends a second after its beat.
    assert {at: x for at, x in told.items() if at in stretch} == dict.fromkeys(range(8, 13), label)
    others = set(told) - set(stretch)
    assert others == set(range(N_BEATS)) - set(stretch)
    assert {told[at] for at in others} == {"N"}


def test_a_net_of_beats_in_turn_learns_each_beat_that_is_stated(header):
    stretch = range(5, 9)
    told = allowed(header, dict.fromkeys(stretch, "AFIB"))
    assert [at for at in range(N_BEATS) if "AFIB" in told[at]] == list(stretch)
    assert all("N" in told[at] for at in range(N_BEATS) if at not in stretch)


def test_a_beat_of_another_shape_that_is_stated_to_be_of_a_rhythm_is_no_early_one(tmp_path):
    header = write_beats(tmp_path / "set", "101", "NNNNNVNNNNNNNNNNNNNN")
    assert allowed(header, {})[5] == {"PVC"}
    assert allowed(header, {5: "AFIB"})[5] == {"AFIB"}


def test_usual_beats_are_taken_out_of_the_rhythm_that_the_file_marks(fibrillating):
    usual = range(4, 12)
    before, after = (dict(learnt(fibrillating, x)) for x in ({}, dict.fromkeys(usual, "N")))
    assert {before[at] for at in usual} == {"AFIB"}
    assert {after[at] for at in usual} == {"N"}
    told = allowed(fibrillating, dict.fromkeys(usual, "N"))
    assert ["AFIB" in told[at] for at in range(N_BEATS)] == [x not in usual for x in range(N_BEATS)]


def test_rhythms_begin_with_the_first_beat_and_what_was_marked_goes_on_behind_the_last(header):
    said = {3: "AFIB", 4: "AFIB", 5: "SVTA", 6: "SVTA", 9: "SBR"}
    expected = [(3, "(AFIB"), (5, "(SVTA"), (7, "(N"), (9, "(SBR"), (10, "(N")]
    assert rhythms(header, said) == expected


def test_a_rhythm_that_begins_earlier_or_ends_later_than_marked_is_still_one(tmp_path):
    header = write_beats(tmp_path / "set", "101", "N" * N_BEATS)
    with_rhythms(header, {0: "(N", 6: "(AFIB", 12: "(B"})
    unchanged = [(0, "(N"), (6, "(AFIB"), (12, "(B")]
    assert rhythms(header, {7: "AFIB", 1: "N", 13: "N", 2: "PVC"}) == unchanged
    longer = rhythms(header, {4: "AFIB", 5: "AFIB", 12: "AFIB"})
    assert longer == [(0, "(N"), (4, "(AFIB"), (13, "(B")]
    assert rhythms(header, {6: "N"}) == [(0, "(N"), (7, "(AFIB"), (12, "(B")]


def test_windows_as_the_paper_cut_them_stand_where_the_corrected_rhythm_begins(fibrillating):
    told = learnt(fibrillating, {8: "N"}, PAPER_LIKE)
    assert [at for at, label in told if label == "AFIB"] == [0, 9]
