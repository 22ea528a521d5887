"""Corrected labels teach: what was learnt wrongly from a wrong label is learnt rightly."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.review import Change, Stated, Step, Topic
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model, read_card
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from ecgviewer.review.store import KnownRecord, ReviewStore
from ecgviewer.study.recipe import RECIPES, UNCHANGED, Phase
from tests.study.conftest import small
from tests.study.made_sets import DX, made_mv, write_challenge

__all__ = ["small"]

N_RECORDS, MISLABELLED = 24, 5
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def by_heart(small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recipe whose net learns a few records by heart, wrong labels and all."""
    phase = Phase("fit", epochs=30, learning_rate=1e-2, keep="last")
    spec = replace(RECIPES["small"].input, rate_hz=125.0, n_samples=500)
    recipe = replace(
        RECIPES["small"], phases=(phase,), input=spec, augmentation=UNCHANGED, batch_size=8
    )
    monkeypatch.setitem(RECIPES, "by_heart", recipe)


def write_hospital(folder: Path) -> Path:
    """Write records of sinus rhythm and of AF in turn; one of AF is labelled as sinus rhythm."""
    for number in range(N_RECORDS):
        truth = "AF" if number % 2 else "SNR"
        stated = "SNR" if number == MISLABELLED else truth
        write_challenge(folder / f"E{number:05}.hea", made_mv(truth, number), DX[stated])
    return folder / f"E{MISLABELLED:05}.hea"


def review(path: Path, file: Path, said: Mapping[str, Stated], reader: str = "Ann") -> None:
    record = open_record(path)
    store = ReviewStore(file)
    store.keep_record(KnownRecord.of(record))
    changes = tuple(Change(Topic.CLASS, label, stated) for label, stated in said.items())
    store.keep(Step(record.record_id, reader, NOW, changes))
    store.close()


def train(tmp_path: Path, name: str, *options: str) -> Path:
    words = ["train", "by_heart", "--data", f"Infirmary={tmp_path / 'infirmary'}"]
    words += ["--cache", str(tmp_path / "cache"), "--out", str(tmp_path / name), "--device", "cpu"]
    assert main([*words, *options]) == 0
    return tmp_path / name


def found(model: Path, path: Path) -> dict[str, bool]:
    answer = analyze(load_model(model, "cpu"), open_record(path), Task())
    return {label: answer.scores[label] >= answer.thresholds[label] for label in ("SNR", "AF")}


@pytest.mark.timeout(180)
@pytest.mark.usefixtures("by_heart")
def test_retraining_on_a_correction_puts_a_mislabelled_case_right(tmp_path, capsys):
    path = write_hospital(tmp_path / "infirmary")
    assert found(train(tmp_path, "before"), path) == {"SNR": True, "AF": False}

    reviews, export = tmp_path / "reviews.ecgreview", tmp_path / "training.json"
    review(path, reviews, {"AF": Stated.PRESENT})
    assert main(["export", str(reviews), "--to", "training", "--out", str(export)]) == 0
    assert path.stem not in export.read_text(encoding="utf-8")

    after = train(tmp_path, "after", "--reviews", str(export))
    assert found(after, path) == {"SNR": False, "AF": True}
    said = (
        "Reviews of 1 record: 1 found in the data sets, 1 of them with other labels now (2 cells)"
    )
    assert said in capsys.readouterr().err
    card = read_card(after)
    told = dict(card.training["reviews"])
    assert len(told.pop("sha256")[0]) == 64
    assert told == {
        "records": 1,
        "readers": 1,
        "cells_overridden": 2,
        "records_added": 0,
        "records_not_found": 0,
    }
    assert "Labels of 1 recording are as 1 reader stated them in reviews." in card.limits
    assert "Ann" not in (after / "card.json").read_text(encoding="utf-8")


@pytest.mark.usefixtures("by_heart")
def test_a_review_file_itself_is_learnt_from_too(tmp_path, capsys):
    path = write_hospital(tmp_path / "infirmary")
    reviews = tmp_path / "reviews.ecgreview"
    review(path, reviews, {"AF": Stated.PRESENT})
    model = train(tmp_path, "mine", "--reviews", str(reviews), "--epochs", "1")
    assert "1 found in the data sets" in capsys.readouterr().err
    learnt = read_card(model).training
    counts = [learnt[part]["positive"]["AF"] for part in ("fit", "validation", "test")]
    assert sum(counts) == N_RECORDS // 2


@pytest.mark.usefixtures("by_heart")
def test_a_folder_of_any_format_is_learnt_from_by_its_reviews_alone(tmp_path, capsys):
    write_hospital(tmp_path / "wfdb")
    words = ["--to", "edf", "--out", str(tmp_path / "infirmary"), "--jobs", "1"]
    assert main(["convert", str(tmp_path / "wfdb"), *words]) == 0
    reviews = tmp_path / "reviews.ecgreview"
    for number, path in enumerate(sorted((tmp_path / "infirmary").glob("*.edf"))):
        said = "AF" if number % 2 else "SNR"
        review(path, reviews, {said: Stated.PRESENT})
    model = train(tmp_path, "mine", "--reviews", str(reviews), "--epochs", "1")
    assert f"{N_RECORDS} added" in capsys.readouterr().err
    learnt = read_card(model).training
    counts = [learnt[part]["positive"]["AF"] for part in ("fit", "validation", "test")]
    assert sum(counts) == N_RECORDS // 2


@pytest.mark.usefixtures("by_heart")
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("no JSON", "holds no reviews to learn from"),
        ('{"format": "other"}', "holds no reviews to learn from"),
        ('{"format": "ecgviewer training reviews", "format_version": 9}', "has version 9"),
        (None, "cannot be read"),
    ],
)
def test_a_file_without_reviews_is_answered_with_one_sentence(tmp_path, capsys, content, complaint):
    write_hospital(tmp_path / "infirmary")
    file = tmp_path / "reviews.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    words = ["train", "by_heart", "--data", str(tmp_path / "infirmary"), "--out", str(tmp_path)]
    assert main([*words, "--reviews", str(file), "--cache", str(tmp_path / "cache")]) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1
