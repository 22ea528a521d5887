"""Models examined on records that they were not fitted on."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.card import Calibration
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.calibrate import logits_of
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from ecgviewer.signal.resample import resample
from ecgviewer.study import scoring
from ecgviewer.study.cache import open_cache
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.dataset import Case
from ecgviewer.study.evaluate import compare_thresholds, evaluate
from ecgviewer.study.held_out import FITTED_ELSEWHERE, REPEATED
from ecgviewer.study.labels import LABELS
from ecgviewer.study.record_order import identified
from ecgviewer.study.split import Member, OutOfFold, write_out_of_fold, write_split
from tests.made_models import card_of
from tests.study.made_sets import DX, write_challenge
from tests.study.small_net import PUBLISHED, SmallNet

pytestmark = pytest.mark.usefixtures("small")


@pytest.fixture
def folder(tmp_path: Path, small: None) -> Path:
    """A model with random weights that says nothing of its training."""
    torch.manual_seed(4)
    card = card_of(name="made", net="small", net_options={"n_classes": 9}, input=PUBLISHED.input)
    save(tmp_path / "made", SmallNet(9), card)
    return tmp_path / "made"


@pytest.fixture
def cases(hospital: Path) -> list[Case]:
    return load_data_sets([DataSet("infirmary", hospital)])


def _examine(folder: Path, cases: Sequence[Case], **options: bool):
    store = folder.parent / "scores"
    return evaluate(load_model(folder, "cpu"), cases, store, Task(), n_draws=100, **options)


def _members(cases: Sequence[Case], part: str = "") -> list[Member]:
    return [
        Member(c.source, c.name, c.patient, part or f"fold-{i % 4}") for i, c in enumerate(cases)
    ]


def _out_of_fold(cases: Sequence[Case], seed: int = 0, skill: float = 2.0) -> OutOfFold:
    truth = np.nan_to_num(np.array([case.cells for case in cases]))
    logits = np.random.default_rng(seed).normal(-1, 1, truth.shape) + skill * truth
    return OutOfFold(LABELS, tuple(_members(cases)), np.round(1 / (1 + np.exp(-logits)), 6))


def test_a_model_that_does_not_say_what_it_was_fitted_on_is_judged_only_when_asked_to(
    folder: Path, cases: list[Case]
):
    with pytest.raises(EcgError, match=r"made does not say which records.*--all"):
        _examine(folder, cases)
    found = _examine(folder, cases, fitted_too=True)
    assert found.union.n_records == 32
    assert "flatter" in found.notes[0]


def test_the_model_scores_what_it_was_not_fitted_on_as_analyze_does(
    folder: Path, cases: list[Case]
):
    write_split(folder, [*_members(cases[:24], "fit"), *_members(cases[24:30], "test")])
    found = _examine(folder, cases)
    assert [case.name for case in found.answers.cases] == [case.name for case in cases[24:]]
    assert found.left_out == {"that the model was fitted on": 24}
    analysis = analyze(load_model(folder, "cpu"), open_record(cases[31].path), Task())
    assert found.answers.scores[-1].tolist() == pytest.approx(list(analysis.scores.values()))


def test_a_model_fitted_on_everything_is_judged_by_its_out_of_fold_scores(
    folder: Path, cases: list[Case]
):
    table = _out_of_fold(cases)
    write_split(folder, _members(cases))
    write_out_of_fold(folder, table)
    found = _examine(folder, cases)
    assert (found.n_by_fold, found.union.n_records) == (32, 32)
    assert np.array_equal(found.answers.scores, table.scores)
    assert "from the other folds" in found.notes[-1]


def test_a_fold_s_own_records_choose_none_of_its_thresholds(folder: Path, cases: list[Case]):
    table = _out_of_fold(cases)
    write_out_of_fold(folder, table)
    before = _examine(folder, cases).answers.thresholds
    scores = table.scores.copy()
    # Fold 1 alone says something else now.
    scores[1::4] = 1 - scores[1::4]
    write_out_of_fold(folder, replace(table, scores=scores))
    after = _examine(folder, cases).answers.thresholds
    assert np.array_equal(before[1::4], after[1::4])
    assert not np.array_equal(before, after)


def test_without_most_of_the_cross_validated_records_the_cards_thresholds_hold(
    folder: Path, cases: list[Case]
):
    write_out_of_fold(folder, _out_of_fold(cases))
    found = _examine(folder, cases[:12])
    assert (found.answers.thresholds == 0.5).all()
    assert "Only a part" in found.notes[-1]


def test_a_net_of_one_round_is_held_to_its_own_card_s_thresholds(folder: Path, cases: list[Case]):
    table = _out_of_fold(cases)
    members = [replace(member, part="fold-north") for member in table.members]
    write_out_of_fold(folder, replace(table, members=tuple(members)))
    found = _examine(folder, cases)
    assert (found.answers.thresholds == 0.5).all()
    assert found.notes == ("The thresholds are the card's, which these records did not choose.",)


def test_out_of_fold_scores_are_calibrated_where_the_card_is(folder: Path, cases: list[Case]):
    table = _out_of_fold(cases)
    write_out_of_fold(folder, table)
    model = load_model(folder, "cpu")
    calibration = Calibration((0.5,) * 9, (1.0,) * 9)
    calibrated = replace(model, card=replace(model.card, calibration=calibration))
    part = evaluate(calibrated, cases[:12], folder.parent, Task(), n_draws=100)
    wanted = 1 / (1 + np.exp(-0.5 * logits_of(table.scores[:12]) - 1))
    assert part.answers.scores == pytest.approx(wanted)
    # All of them at hand, each fold is calibrated by the others instead.
    whole = evaluate(calibrated, cases, folder.parent, Task(), n_draws=100)
    assert not np.allclose(whole.answers.scores[:12], wanted)


def test_scores_are_kept_until_a_file_changes_and_half_a_line_is_not_trusted(
    folder: Path, cases: list[Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    own = [_copied(case, tmp_path / "own") for case in cases[:4]]
    asked: list[str] = []

    def counted(model: LoadedModel, record: Record, task: Task) -> Analysis:
        asked.append(record.name)
        return analyze(model, record, task)

    monkeypatch.setattr(scoring, "analyze", counted)
    first = _examine(folder, own, fitted_too=True)
    assert asked == [case.name for case in own]
    again = _examine(folder, own, fitted_too=True)
    assert len(asked) == 4
    assert np.array_equal(first.answers.scores, again.answers.scores)
    os.utime(own[2].path, ns=(1, 1))
    _examine(folder, own, fitted_too=True)
    assert asked[4:] == [own[2].name]
    (store,) = (folder.parent / "scores").glob("*.csv")
    text = store.read_text()
    # A command that was killed while it wrote leaves half a line.
    store.write_text(text[: text.rindex(",")])
    _examine(folder, own, fitted_too=True)
    assert asked[5:] == [own[2].name]


def _copied(case: Case, folder: Path) -> Case:
    folder.mkdir(exist_ok=True)
    for path in case.path.parent.glob(f"{case.name}.*"):
        shutil.copy(path, folder)
    return replace(case, path=folder / case.path.name)


def test_a_record_that_cannot_be_read_is_named_and_the_others_are_judged(
    folder: Path, cases: list[Case], tmp_path: Path
):
    broken = tmp_path / "E99999.hea"
    broken.write_text("E99999 0 500 10\n")
    found = _examine(folder, [*cases[:3], replace(cases[3], path=broken)], fitted_too=True)
    assert found.union.n_records == 3
    assert "E99999" in found.refused[0]
    with pytest.raises(EcgError, match="None of the records can be judged"):
        _examine(folder, [replace(cases[3], path=broken)], fitted_too=True)


def test_where_every_record_was_fitted_on_nothing_can_judge_the_model(
    folder: Path, cases: list[Case]
):
    write_split(folder, _members(cases, "fit"))
    with pytest.raises(EcgError, match="fitted on all of these records"):
        _examine(folder, cases)


@pytest.fixture
def republished(cases: list[Case], tmp_path: Path) -> list[Case]:
    """Twelve of the records, quieter, at another rate and under names of a set of its own."""
    for number, case in enumerate(cases[:12]):
        record = open_record(case.path)
        signals_mv = resample(record.read(0, record.n_samples), 500.0, 250.0) * 0.8
        place = tmp_path / "challenge" / f"JS{number:05}.hea"
        write_challenge(place, signals_mv, DX["SNR"], rate_hz=250.0)
    return load_data_sets([DataSet("challenge", tmp_path / "challenge")])


def _with_recordings(cases: Sequence[Case], part: str, folder: Path) -> tuple[Member, ...]:
    return identified(_members(cases, part), open_cache(cases, folder, 500.0, Task()))


def test_recordings_that_were_fitted_on_are_left_out_under_whatever_name(
    folder: Path, cases: list[Case], republished: list[Case], tmp_path: Path
):
    fit = _with_recordings(cases[:8], "fit", tmp_path / "cache")
    write_split(folder, [*fit, *_with_recordings(cases[8:10], "test", tmp_path / "cache")])
    for _ in range(2):  # the second time from what was kept
        found = _examine(folder, republished)
        assert found.left_out == {FITTED_ELSEWHERE: 8}
        assert [case.name[-2:] for case in found.answers.cases] == ["08", "09", "10", "11"]
        assert found.notes[0].startswith("10 records go by other names")
    assert len((folder.parent / "scores" / "fingerprints.csv").read_text().splitlines()) == 12
    # Without fingerprints nothing is known of them.
    write_split(folder, [replace(member, recording="") for member in fit])
    assert _examine(folder, republished).union.n_records == 12


def test_recordings_with_an_out_of_fold_score_are_judged_by_it_under_whatever_name_and_once(
    folder: Path, cases: list[Case], republished: list[Case], tmp_path: Path
):
    table = _out_of_fold(cases)
    write_split(folder, _with_recordings(cases, "", tmp_path / "cache"))
    write_out_of_fold(folder, table)
    found = _examine(folder, republished)
    assert np.array_equal(found.answers.scores, table.scores[:12])
    both = _examine(folder, [*cases, *republished])
    assert both.union.n_records == 32
    assert both.left_out == {REPEATED: 12}


def test_ways_to_choose_thresholds_are_compared_by_folds_and_by_sources(
    folder: Path, hospital: Path
):
    cases = load_data_sets([DataSet("here", hospital), DataSet("there", hospital)])
    model = load_model(folder, "cpu")
    write_split(folder, _members(cases, "test"))
    with pytest.raises(EcgError, match="no cross_validation"):
        compare_thresholds(model, cases, n_draws=100)
    write_out_of_fold(folder, _out_of_fold(cases))
    found = compare_thresholds(model, cases, n_draws=100)
    assert list(found) == ["folds", "sources"]
    assert found["folds"][0].rule.thresholds == "steady"
    assert all(result.f1.value > 0.5 for result in found["folds"])
