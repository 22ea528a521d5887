"""Splits: by patient, by published folds, the same every time."""

import csv
from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.dataset import Case
from ecgviewer.study.parts import (
    Parts,
    fold_members,
    fold_parts,
    groups_of,
    published_parts,
    refuse_shared_patients,
)

CELLS = (0.0,) * 9


def case(name: str, patient: str = "", group: int = 0, source: str = "set") -> Case:
    return Case(source, name, Path(name), patient or f"{source}/{name}", group, CELLS)


def ptb_xl(folder: Path) -> DataSet:
    """The database alone, a record a fold: nothing else of a set is read for its folds."""
    folder.mkdir()
    with (folder / "ptbxl_database.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["strat_fold", "filename_lr", "filename_hr"])
        for fold in range(1, 11):
            stem = f"{fold:05}"
            table.writerow([fold, f"records100/00000/{stem}_lr", f"records500/00000/{stem}_hr"])
    return DataSet("ptb", folder)


@pytest.mark.parametrize("rate", ["lr", "hr"])
def test_ptb_xl_is_split_by_its_own_folds(tmp_path: Path, rate: str):
    data_set = ptb_xl(tmp_path / "ptb-xl")
    cases = [case(f"{fold:05}_{rate}", source="ptb") for fold in range(1, 11)]
    parts = published_parts(cases, [data_set])
    assert parts == Parts(fit=tuple(range(7)), validation=(7,), test=(8, 9))


def test_other_sets_are_split_in_tenths_that_no_other_record_moves(tmp_path: Path):
    cases = [case(f"A{number:04}") for number in range(2000)]
    parts = published_parts(cases, [DataSet("set", tmp_path)])
    assert [len(part) / 2000 for part in (parts.fit, parts.validation, parts.test)] == [
        pytest.approx(share, abs=0.03) for share in (0.8, 0.1, 0.1)
    ]
    fewer = published_parts(cases[:500], [DataSet("set", tmp_path)])
    assert fewer.test == tuple(index for index in parts.test if index < 500)


def test_a_patient_s_records_stay_together(tmp_path: Path):
    cases = [case(f"r{number}", f"patient {number // 5}") for number in range(1000)]
    parts = published_parts(cases, [DataSet("set", tmp_path)])
    patients = [
        {cases[index].patient for index in part}
        for part in (parts.fit, parts.validation, parts.test)
    ]
    assert not patients[0] & patients[1] | patients[0] & patients[2] | patients[1] & patients[2]


def test_a_fold_examines_and_some_of_the_other_patients_choose():
    cases = [case(f"r{number}", f"p{number // 2}", number // 2 % 5) for number in range(4000)]
    parts = fold_parts(cases, groups_of(cases), "3", with_validation=True)
    assert {cases[index].group for index in parts.test} == {3}
    assert {cases[index].group for index in (*parts.fit, *parts.validation)} == {0, 1, 2, 4}
    assert len(parts.validation) / 3200 == pytest.approx(1 / 8, abs=0.04)
    assert not fold_parts(cases, groups_of(cases), "3", with_validation=False).validation
    members = fold_members(cases, groups_of(cases))
    assert [member.part for member in members[:4]] == ["fold-0"] * 2 + ["fold-1"] * 2


def test_one_patient_in_two_parts_is_refused():
    cases = [case("a", "one"), case("b", "one", source="other")]
    with pytest.raises(EcgError, match="Patient one would be in fit and in test"):
        refuse_shared_patients(cases, Parts(fit=(0,), test=(1,)))


@pytest.mark.parametrize("n_records", [1, 2])
def test_too_few_records_to_split_are_refused(tmp_path: Path, n_records: int):
    cases = [case(f"A{number:04}") for number in range(n_records)]
    with pytest.raises(EcgError, match="add a data set"):
        published_parts(cases, [DataSet("set", tmp_path)])


def test_the_published_split_of_the_real_sets_is_by_patient(data_folder: Path):
    sets = [
        DataSet(name, data_folder / folder)
        for name, folder in (("ptb", "ptb-xl"), ("cpsc", "cpsc2018-challenge"))
    ]
    cases = load_data_sets(sets)
    parts = published_parts(cases, sets)
    assert len(parts.fit) + len(parts.validation) + len(parts.test) == len(cases)
    tested = [cases[index] for index in parts.test]
    assert {item.group for item in tested if item.source == "ptb"} == {4}
    assert min(len(parts.validation), len(parts.test)) > 50
