"""Sensitivity and predictive value of ectopic beats, by hand-made numbers."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.task import Task
from ecgviewer.study.beat_labels import DEFAULT
from ecgviewer.study.beat_records import labelled_recordings
from ecgviewer.study.beat_split import recording_parts
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.ectopic import GROUP_OF, Ectopic, judge_ectopic, published_ectopic
from ecgviewer.study.split import TEST


def judged(beats: Sequence[tuple[str, str]], patients: Sequence[str] = ()) -> Ectopic:
    symbols = np.array([symbol for symbol, _ in beats])
    whom = np.array(patients or ["one"] * len(beats))
    return judge_ectopic("made", symbols, [answer for _, answer in beats], whom, n_draws=200)


def test_beats_are_grouped_as_the_standard_does():
    found = judged([(symbol, "N") for symbol in "NLRejAaJSVEF/fQx"])
    assert found.counts == {"N": 5, "S": 4, "V": 2, "F": 1, "Q": 3}


def test_sensitivity_and_predictive_value_by_hand():
    beats = [
        *[("V", "PVC")] * 6, *[("V", "N")] * 2, *[("N", "PVC")] * 2,
        *[("A", "PAC")] * 3, *[("A", "SVTA")], *[("A", "LBBB")] * 4, *[("N", "PAC")] * 4,
        *[("N", "AFIB")] * 30,
    ]  # fmt: skip
    found = judged(beats)
    assert found.recall["V"].value == pytest.approx(6 / 8)
    assert found.precision["V"].value == pytest.approx(6 / 8)
    assert found.recall["S"].value == pytest.approx(4 / 8)
    assert found.precision["S"].value == pytest.approx(4 / 8)


def test_paced_and_fused_beats_are_nobody_s_mistake_where_the_standard_says_so():
    right = [("V", "PVC"), ("A", "PAC"), ("N", "N")]
    found = judged([*right, *[("/", "PVC")] * 9, *[("/", "PAC")] * 9, *[("F", "PVC")] * 9])
    assert found.precision["V"].value == 1
    assert found.precision["S"].value == 1
    # A fusion beat is none from above the ventricles.
    assert judged([*right, ("F", "PAC")]).precision["S"].value == 0.5
    # A ventricular beat that is taken for one from above counts against both.
    confused = judged([*right, ("V", "PAC")])
    assert (confused.precision["S"].value, confused.recall["V"].value) == (0.5, 0.5)


def test_intervals_come_from_patients_not_from_beats():
    beats = [("V", "PVC")] * 50 + [("V", "N")] * 50
    by_patient = judged(beats, ["a"] * 50 + ["b"] * 50).recall["V"]
    by_beat = judged(beats, [str(place) for place in range(100)]).recall["V"]
    assert (by_patient.low, by_patient.high) == (0, 1)
    assert by_beat.high - by_beat.low < 0.3


def test_published_figures_are_those_that_the_papers_print():
    first = published_ectopic()["de Chazal et al., 2004"]
    assert first == {
        "s_recall": 0.759,
        "s_precision": 0.385,
        "v_recall": 0.777,
        "v_precision": 0.819,
    }


def test_ds2_holds_the_beats_that_de_chazal_counts(data_folder: Path):
    found = labelled_recordings(DataSet("mitdb", data_folder / "mitdb"), DEFAULT, Task())
    recordings = [one.recording for one in found]
    parts = recording_parts(recordings)
    beats = [
        symbol
        for one, part in zip(recordings, parts, strict=True)
        if part == TEST
        for symbol in one.beats.tolist()
    ]
    groups = [GROUP_OF.get(symbol, "") for symbol in beats]
    counts = {group: groups.count(group) for group in "NSVFQ"}
    assert counts == {"N": 44259, "S": 1837, "V": 3221, "F": 388, "Q": 7}
