"""Published folder layouts: which records are found, under which patient, with what said."""

import math

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.open import open_record
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.dataset import Case, load_cases, read_entries
from ecgviewer.study.entry import own_name, split_group
from ecgviewer.study.labels import LABELS
from tests.study.made_sets import DX, write_challenge, write_cpsc_2018, write_ptb_xl

QUIET = np.zeros((12, 50), dtype=np.float32)


def _positive(case: Case) -> list[str]:
    return [label for label, cell in zip(LABELS, case.cells, strict=True) if cell == 1.0]


def _not_judged(case: Case) -> list[str]:
    return [label for label, cell in zip(LABELS, case.cells, strict=True) if math.isnan(cell)]


def test_ptb_xl_is_read_at_500_hz_and_at_100_hz_where_there_is_nothing_else(tmp_path):
    rows = [{"ecg_id": "1"}, {"ecg_id": "21837"}]
    both = load_cases(write_ptb_xl(tmp_path / "both", rows, with_500_hz=True))
    assert [case.name for case in both] == ["00001_hr", "21837_hr"]
    slow = load_cases(write_ptb_xl(tmp_path / "slow", rows, with_500_hz=False))
    assert [case.name for case in slow] == ["00001_lr", "21837_lr"]
    assert open_record(slow[1].path).rate_hz == 100.0


def test_ptb_xl_knows_patients_folds_and_people_over_89(tmp_path):
    rows = [
        {"ecg_id": "1", "patient_id": "15709.0", "strat_fold": "9", "age": "300.0", "sex": "0"},
        {"ecg_id": "2", "patient_id": "15709.0", "strat_fold": "10", "age": "", "sex": ""},
    ]
    old, unknown = load_cases(write_ptb_xl(tmp_path / "set", rows, with_500_hz=True))
    assert old.patient == unknown.patient == "ptb-xl/15709"
    assert (old.group, unknown.group) == (4, 4)
    assert (old.age_years, old.sex) == (90.0, "M")
    assert (unknown.age_years, unknown.sex) == (None, None)


def test_rows_of_ptb_xl_whose_files_were_not_downloaded_are_known_and_not_used(tmp_path):
    rows = [{"ecg_id": "1"}, {"ecg_id": "2"}]
    folder = write_ptb_xl(tmp_path / "set", rows, with_500_hz=True)
    for path in folder.rglob("00002_*"):
        path.unlink()
    assert [case.name for case in load_cases(folder)] == ["00001_hr"]
    _, entries = read_entries(folder)
    assert "00002_hr is in the database but its files are not" in entries[1].problem


def test_a_damaged_database_of_ptb_xl_is_named_with_its_line(tmp_path):
    rows = [{"ecg_id": "1"}, {"ecg_id": "2", "scp_codes": "{'NORM': "}]
    folder = write_ptb_xl(tmp_path / "set", rows, with_500_hz=True)
    with pytest.raises(EcgError, match=r"ptbxl_database\.csv, line 3, cannot be read"):
        load_cases(folder)


def test_the_original_cpsc_2018_is_found_in_its_training_sets_and_flat(tmp_path):
    made = {"A0001": QUIET, "A0002": QUIET}
    labels = {"A0001": ["5", "8"], "A0002": ["1"], "A6877": ["2"]}
    folder = write_cpsc_2018(tmp_path / "cpsc", made, labels)
    (folder / "TrainingSet1" / "A0002.mat").rename(folder / "A0002.mat")
    cases = load_cases(folder)
    assert [_positive(case) for case in cases] == [["RBBB", "STD"], ["SNR"]]
    assert not any(_not_judged(case) for case in cases)
    assert cases[0].patient == "cpsc2018/A0001"
    _, entries = read_entries(folder)
    assert entries[2].problem == "A6877.mat is in REFERENCE.csv but not in the folder."


def test_the_original_cpsc_2018_without_its_reference_is_refused(tmp_path):
    folder = write_cpsc_2018(tmp_path / "cpsc", {"A0001": QUIET}, {})
    (folder / "REFERENCE.csv").unlink()
    with pytest.raises(EcgError, match=r"cpsc has no REFERENCE\.csv"):
        load_cases(folder)


@pytest.mark.parametrize("dx", ["59118001,429622005", "RBBB,STD"])
def test_cpsc_2018_s_challenge_headers_repeat_the_reference_in_codes_or_words(tmp_path, dx):
    write_challenge(tmp_path / "cpsc_2018" / "g1" / "A0001.hea", QUIET, dx)
    case = load_cases(tmp_path / "cpsc_2018")[0]
    assert _positive(case) == ["RBBB", "STD"]
    assert _not_judged(case) == []
    assert case.patient == "cpsc2018/A0001"
    assert (case.age_years, case.sex) == (60.0, "M")


def test_cpsc_2018_s_reference_wins_over_its_challenge_headers(tmp_path):
    header = write_challenge(tmp_path / "set" / "A0001.hea", QUIET, "59118001")
    lines = "Recording,First_label,Second_label,Third_label\nA0001,4,,\n"
    header.with_name("REFERENCE.csv").write_text(lines)
    assert [_positive(case) for case in load_cases(tmp_path / "set")] == [["LBBB"]]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("chapman_shaoxing/g1", "JS00001"),
        ("ningbo/g36", "JS45551"),
        ("georgia/g11", "E10344"),
        ("ecg-arrhythmia/1.0.0/WFDBRecords/01/010", "JS00001"),
    ],
)
def test_challenge_records_are_found_in_nested_folders(tmp_path, folder, name):
    write_challenge(tmp_path / folder / f"{name}.hea", QUIET, "164889003,59118001")
    root = tmp_path / folder.split("/")[0]
    (case,) = load_cases(root)
    assert _positive(case) == ["AF", "RBBB"]
    assert _not_judged(case) == ["IAVB"]
    assert (case.source, case.name, case.patient) == (root.name, name, f"{root.name}/{name}")


def test_a_challenge_record_without_a_statement_or_without_its_signal_is_left_out(tmp_path):
    write_challenge(tmp_path / "E1.hea", QUIET, "Unknown")
    write_challenge(tmp_path / "E2.hea", QUIET, DX["AF"]).with_suffix(".dat").unlink()
    write_challenge(tmp_path / "E3.hea", QUIET, DX["AF"])
    (tmp_path / "E4.hea").write_bytes(b"\xff\xfe\x00")
    assert [case.name for case in load_cases(tmp_path)] == ["E3"]
    _, entries = read_entries(tmp_path)
    assert entries[1].problem == "E2.hea names E2.dat, which is not beside it."
    assert "E4.hea is no WFDB header" in entries[3].problem


def test_a_second_record_of_one_name_is_left_out_since_splits_go_by_names(tmp_path):
    for part in ("g1", "g2"):
        write_challenge(tmp_path / part / "E1.hea", QUIET, DX["AF"])
    assert [case.path.parent.name for case in load_cases(tmp_path)] == ["g1"]
    _, entries = read_entries(tmp_path)
    assert entries[1].problem == "E1 is also in g1, which was taken."


def test_a_folder_around_a_data_set_is_refused_with_the_right_one(tmp_path):
    write_ptb_xl(tmp_path / "files" / "ptb-xl" / "1.0.3", [{"ecg_id": "1"}], with_500_hz=False)
    with pytest.raises(EcgError, match=r"files holds data sets in ptb-xl.1\.0\.3: name these"):
        load_cases(tmp_path / "files")


def test_other_tables_called_reference_are_passed_over(tmp_path):
    write_challenge(tmp_path / "E1.hea", QUIET, DX["AF"])
    (tmp_path / "REFERENCE.csv").write_text("record,label\nE1,N\n")
    assert [_positive(case) for case in load_cases(tmp_path)] == [["AF"]]


def test_a_set_goes_by_the_name_that_it_was_given_but_patients_keep_theirs(tmp_path):
    write_challenge(tmp_path / "georgia" / "E1.hea", QUIET, DX["AF"])
    (case,) = load_data_sets([DataSet("Atlanta", tmp_path / "georgia")])
    assert (case.source, case.patient) == ("Atlanta", "georgia/E1")


def test_two_records_may_not_go_by_one_name(tmp_path):
    for hospital in ("a", "b"):
        write_challenge(tmp_path / hospital / "E1.hea", QUIET, DX["AF"])
    with pytest.raises(EcgError, match=r'Record E1 of "x" .* different names'):
        load_data_sets([DataSet("x", tmp_path / "a"), DataSet("x", tmp_path / "b")])


def test_sets_without_a_label_between_them_are_refused(tmp_path):
    write_challenge(tmp_path / "set" / "E1.hea", QUIET, "")
    with pytest.raises(EcgError, match="None of the data sets holds a labelled record"):
        load_data_sets([DataSet("set", tmp_path / "set")])


def test_versions_and_parts_say_nothing_of_a_set(tmp_path):
    assert own_name(tmp_path / "ptb-xl" / "1.0.3") == "ptb-xl"
    assert own_name(tmp_path / "ningbo" / "g1") == "ningbo"


def test_the_part_of_a_record_never_changes():
    # Models were trained on these parts: another draw would test them on what they learnt.
    assert [split_group(f"cpsc2018/A000{i}") for i in range(1, 9)] == [0, 0, 0, 1, 2, 2, 4, 0]
