"""Splits of windows: at random as in the paper, or so that nobody stands in two parts."""

import csv
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import resources_folder
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_split import split_windows
from ecgviewer.study.beat_windows import BeatWindows, Recording

NAMES = ("100", "101", "102", "109", "201", "202", "207", "208")


def made_windows(per_class: int, names: tuple[str, ...] = NAMES) -> BeatWindows:
    """Return windows of every class in every record, without signals."""
    persons = {"202": "201"}
    recordings = tuple(
        Recording(
            source="m",
            origin="mitdb",
            name=name,
            patient=f"mitdb/{persons.get(name, name)}",
            path=Path(name),
            rate_hz=360.0,
            beats_at=np.empty(0, dtype=np.int64),
            beats=np.empty(0, dtype=np.str_),
        )
        for name in names
    )
    n_classes = len(BEAT_LABELS)
    return BeatWindows(
        recordings,
        np.repeat(np.arange(len(names), dtype=np.int32), per_class * n_classes),
        np.arange(len(names) * per_class * n_classes),
        np.tile(np.repeat(np.arange(n_classes), per_class), len(names)),
    )


def test_at_random_a_class_teaches_3200_windows_and_the_rest_examines() -> None:
    windows = made_windows(600)
    parts = split_windows(windows, "random", seed=1)
    learnt = np.bincount(windows.labels[[*parts.fit, *parts.validation]])
    assert set(learnt) == {3200}
    assert set(np.bincount(windows.labels[list(parts.test)])) == {8 * 600 - 3200}
    assert sorted([*parts.fit, *parts.validation, *parts.test]) == list(range(len(windows)))


def test_at_random_a_small_class_keeps_a_fifth_to_examine() -> None:
    windows = made_windows(5)
    parts = split_windows(windows, "random", seed=1)
    assert set(np.bincount(windows.labels[list(parts.test)])) == {8}


def test_at_random_the_seed_decides() -> None:
    windows = made_windows(50)
    assert split_windows(windows, "random", 1) == split_windows(windows, "random", 1)
    assert split_windows(windows, "random", 1) != split_windows(windows, "random", 2)


def test_by_patient_ds2_examines_and_nobody_stands_in_two_parts() -> None:
    windows = made_windows(3)
    parts = split_windows(windows, "patient", seed=4)
    records = [set(windows.records[list(rows)]) for rows in (parts.fit, parts.validation)]
    assert set(windows.records[list(parts.test)]) == {"100", "202"}
    # 102 has a pacemaker, and 201 is the man of 202, who examines.
    assert records[0] | records[1] == {"101", "109", "207", "208"}
    assert not records[0] & records[1]
    assert all(records)


def test_by_patient_who_examines_does_not_depend_on_the_seed() -> None:
    windows = made_windows(3)
    tests = {split_windows(windows, "patient", seed).test for seed in range(5)}
    assert len(tests) == 1


def test_without_examinees_the_sentence_says_so() -> None:
    with pytest.raises(EcgError, match="too few"):
        split_windows(made_windows(3, ("101", "109")), "patient")


def test_every_record_of_mitdb_has_its_published_part(data_folder: Path) -> None:
    table = data_folder.parent / "tables" / "B_inter_patient_split.csv"
    with (resources_folder() / "mitdb_split.csv").open(newline="") as file:
        ours = {row["record"]: row["part"] for row in csv.DictReader(file)}
    if not table.is_file():
        pytest.skip(f"no recordings at {table}")
    with table.open(newline="") as file:
        published = {
            record: row["set"].removeprefix("excluded_")
            for row in csv.DictReader(file)
            for record in row["records"].split()
        }
    assert ours == published
    assert set(ours) == {path.stem for path in (data_folder / "mitdb").glob("*.hea")}
