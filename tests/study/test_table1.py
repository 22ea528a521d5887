"""Table 1 and the census: counts, ages, what is left out, copies, the paper's figures."""

import csv
import math
from pathlib import Path

import pytest

from ecgviewer.core.task import Task
from ecgviewer.study.census import (
    SET_ASIDE,
    SILENT,
    UNASKED,
    UNLIKELY,
    UNUSABLE,
    Census,
    same_recordings,
    take_census,
)
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.layout_ptb_xl import N_RECORDS
from ecgviewer.study.table1 import beside_the_paper, table1, verdict
from tests.study.made_sets import DX, made_mv, write_challenge, write_cpsc_2018, write_ptb_xl


def _case(number: int, label: str, age_years: float | None = None, sex: str | None = None) -> Case:
    cells = tuple(float(label == other) for other in LABELS)
    return Case("x", str(number), Path(str(number)), str(number), 0, cells, age_years, sex)


def _census(folder: Path, mapping: str = "clinical", *, read_signals: bool = True) -> Census:
    return take_census(DataSet(folder.name, folder), mapping, Task(), read_signals=read_signals)


def test_a_class_is_counted_with_its_men_and_ages_and_the_unknown_left_out_of_both():
    cases = [
        _case(1, "AF", 60.0, "M"),
        _case(2, "AF", 70.0, "F"),
        _case(3, "AF"),
        _case(4, "SNR", 30.0, "F"),
    ]
    row = next(row for row in table1(cases) if row.label == "AF")
    assert (row.count, row.judged, row.percent) == (3, 4, 75.0)
    assert (row.male, row.of_known_sex, row.male_percent) == (1, 2, 50.0)
    assert row.age_mean == 65.0
    assert row.age_sd == pytest.approx(50**0.5)


def test_a_class_that_nobody_has_or_judged_has_no_figures():
    case = _case(1, "AF")
    unjudged = Case(case.source, "2", case.path, "2", 0, (math.nan,) * 9)
    row = table1([unjudged])[0]
    assert (row.count, row.judged) == (0, 0)
    assert math.isnan(row.percent)
    assert math.isnan(row.age_mean)


def test_the_paper_s_ages_count_anybody_over_89_as_300():
    cases = [_case(1, "AF", 60.0, "M"), _case(2, "AF", 90.0, "F")]
    row = next(row for row in beside_the_paper(cases) if row.label == "AF")
    assert (row.age_mean, row.paper_age_mean) == (180.0, 61.02)
    assert (row.count, row.paper_count, row.male, row.paper_male) == (2, 207, 1, 123)


def test_a_part_of_ptb_xl_is_not_compared_with_the_paper():
    said = verdict(beside_the_paper([_case(1, "AF")]), 1309)
    assert said.startswith("1,309 of 21,799 records here, so the counts cannot be compared")


def test_the_whole_of_ptb_xl_is_compared_class_by_class():
    counts = {row.label: row.paper_count for row in beside_the_paper([])}
    cases = [_case(0, label) for label, count in counts.items() for _ in range(count)]
    assert "all nine to the record" in verdict(beside_the_paper(cases), N_RECORDS)
    fewer = verdict(beside_the_paper([x for x in cases if not x.cells[1]]), N_RECORDS)
    assert fewer == ("8 of the paper's nine counts are met to the record; AF 0 instead of 207.")


def test_the_paper_s_counts_are_those_of_its_table(data_folder):
    table = data_folder.parent / "tables" / "A_table1_ptbxl_counts.csv"
    if not table.exists():
        pytest.skip("the paper's tables are not beside the recordings")
    with table.open(newline="") as file:
        published = {row["class"]: row for row in csv.DictReader(file)}
    for row in beside_the_paper([]):
        paper = published[row.label]
        assert row.paper_count == int(paper["count"])
        assert row.paper_male == int(paper["male"])
        assert row.paper_age_sd == float(paper["age_sd"])


def test_records_are_left_out_for_a_reason_each(tmp_path):
    rows = [
        {"ecg_id": "1"},
        {"ecg_id": "2", "scp_codes": "{'AFIB': 0.0, 'SR': 0.0}"},
        {"ecg_id": "3", "scp_codes": "{'DIG': 100.0, 'AFIB': 0.0}"},
        {"ecg_id": "4", "scp_codes": "{'QWAVE': 100.0}"},
        {"ecg_id": "5", "scp_codes": "{}"},
        {"ecg_id": "6"},
    ]
    folder = write_ptb_xl(tmp_path / "ptb-xl", rows, with_500_hz=True)
    (folder / "records500/00000/00006_hr.dat").unlink()
    census = _census(folder, "paper")
    assert {gone.name: gone.reason for gone in census.left_out} == {
        "00002_hr": UNLIKELY,
        "00003_hr": SET_ASIDE,
        "00004_hr": UNASKED,
        "00005_hr": SILENT,
        "00006_hr": UNUSABLE,
    }
    assert "00006_hr.dat" in census.left_out[-1].sentence
    assert [case.name for case in census.cases] == ["00001_hr"]
    assert (census.n_records, census.n_here) == (6, 5)
    assert census.said.set_aside == {"dropped": {"DIG": 1}}
    assert census.said.unlikely == {"AFIB": 2, "SR": 1}
    assert census.said.unasked == {"QWAVE": 1}


def test_a_signal_that_cannot_be_read_is_found_unless_only_headers_are_asked_for(tmp_path):
    for name in ("E1", "E2"):
        write_challenge(tmp_path / "set" / f"{name}.hea", made_mv("AF", 1), DX["AF"])
    (tmp_path / "set" / "E2.dat").write_bytes(b"short")
    assert len(_census(tmp_path / "set", read_signals=False).cases) == 2
    read = _census(tmp_path / "set")
    assert [(gone.name, gone.reason) for gone in read.left_out] == [("E2", UNUSABLE)]
    assert "E2" in read.left_out[0].sentence


def test_one_recording_in_two_forms_is_found_and_a_file_is_no_copy_of_itself(tmp_path):
    made = {"A0001": made_mv("AF", 1, 10.0), "A0002": made_mv("SNR", 2, 10.0)}
    write_cpsc_2018(tmp_path / "original", made, {"A0001": ["2"], "A0002": ["1"]})
    write_challenge(tmp_path / "set" / "JS7.hea", made["A0002"], DX["SNR"])
    sets = [_census(tmp_path / name) for name in ("original", "set")]
    found = [(a.name, b.name) for a, b in same_recordings([*sets, sets[1]])]
    assert found == [("A0002", "JS7"), ("A0002", "JS7")]


def test_age_and_sex_of_cpsc_2018_s_original_form_stand_in_its_files(tmp_path):
    write_cpsc_2018(tmp_path / "set", {"A0001": made_mv("AF", 1)}, {"A0001": ["2"]})
    case = _census(tmp_path / "set").cases[0]
    assert (case.age_years, case.sex) == (61.0, "F")
