"""The nine classes: the rules against hand-made statements and the table of all records."""

import csv
import math
from pathlib import Path

import pytest

from ecgviewer.core.paths import resources_folder
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.labels import LABELS, judge, ludb_statement, vocabulary

PTB_XL = vocabulary("clinical", "scp")
SNOMED = vocabulary("clinical", "snomed")
LUDB = vocabulary("clinical", "ludb")
SOURCES = {
    "ptb-xl": "ptb-xl",
    "ludb": "ludb",
    "cpsc2018-challenge": "cpsc2018",
    "cpsc2018-extra": "cpsc2018-extra",
}
# Labelled in the published set although this copy of the header has an empty Dx.
EMPTY_DX = {"Q0001", "Q0010"}


def test_a_normal_record_of_ptb_xl_is_sinus_rhythm_and_nothing_else():
    cells = judge({"NORM", "SR"}, PTB_XL)
    assert cells["SNR"] == 1
    assert [cells[label] for label in LABELS if label != "SNR"] == [0] * 8


def test_flutter_leaves_fibrillation_and_av_block_open_but_is_not_sinus_rhythm():
    cells = judge({"AFLT"}, PTB_XL)
    assert cells["SNR"] == 0
    assert math.isnan(cells["AF"])
    assert math.isnan(cells["IAVB"])


def test_st_elevation_is_judged_in_ptb_xl_only_beside_norm_or_its_own_statement():
    assert math.isnan(judge({"LVH"}, PTB_XL)["STE"])
    assert judge({"NORM"}, PTB_XL)["STE"] == 0
    assert judge({"STE_", "IMI"}, PTB_XL)["STE"] == 1


def test_an_incomplete_block_is_not_judged_and_a_complete_one_wins_over_it():
    assert math.isnan(judge({"IRBBB", "NORM"}, PTB_XL)["RBBB"])
    assert judge({"IRBBB", "CRBBB"}, PTB_XL)["RBBB"] == 1
    assert math.isnan(judge({"713426002"}, SNOMED)["RBBB"])


def test_snomed_sinus_rhythm_must_stand_alone():
    assert judge({"426783006"}, SNOMED)["SNR"] == 1
    assert math.isnan(judge({"426783006", "446358003"}, SNOMED)["SNR"])
    assert judge({"426783006", "164889003"}, SNOMED)["SNR"] == 0


def test_ludb_sentences_lose_their_place_and_prefix():
    assert ludb_statement("STEMI: anterior wall.") == "stemi"
    assert ludb_statement("Rhythm: Atrial flutter, typical.") == "atrial flutter"
    said = [
        ludb_statement("Rhythm: Sinus rhythm."),
        ludb_statement("Electric axis of the heart: normal."),
    ]
    assert judge(said, LUDB)["SNR"] == 1


def _oracle(data_folder: Path, source: str) -> dict[str, list[str]]:
    table = data_folder.parent / "tables" / "A_labels.csv"
    if not table.exists():
        pytest.skip("the table of labels is not beside the recordings")
    with table.open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] == source]
    return {row["record"]: [row[label] for label in LABELS] for row in rows}


def _written(case: Case) -> list[str]:
    return ["" if math.isnan(cell) else str(int(cell)) for cell in case.cells]


@pytest.mark.parametrize("folder", sorted(SOURCES))
def test_every_labelled_record_is_judged_as_in_the_table(data_folder, folder):
    wanted = _oracle(data_folder, folder)
    found = {case.name: case for case in load_cases(data_folder / folder)}
    assert {case.source for case in found.values()} == {SOURCES[folder]}
    labelled = {name for name, cells in wanted.items() if any(cells)} - EMPTY_DX
    assert set(found) == labelled
    assert {name: _written(found[name]) for name in labelled} == {
        name: wanted[name] for name in labelled
    }


def test_a_person_is_never_in_two_parts_of_the_split(data_folder):
    cases = [case for folder in SOURCES for case in load_cases(data_folder / folder)]
    groups: dict[str, set[int]] = {}
    for case in cases:
        groups.setdefault(case.patient, set()).add(case.group)
    assert all(len(parts) == 1 for parts in groups.values())
    assert len({case.group for case in cases}) == 5


def test_both_forms_of_cpsc_2018_put_a_record_in_the_same_part(data_folder):
    original = load_cases(data_folder / "cpsc2018")
    assert [case.name for case in original] == ["A1980", "A1982", "A1984", "A1986"]
    assert all(case.patient == f"cpsc2018/{case.name}" for case in original)
    assert [sum(case.cells) for case in original] == [1, 1, 1, 1]


def test_under_the_paper_s_mapping_statements_of_likelihood_0_do_not_count():
    paper = vocabulary("paper", "scp")
    assert judge({"AFIB": 0.0, "IMI": 35.0}, paper)["AF"] == 0
    assert judge({"AFIB": 15.0}, paper)["AF"] == 1
    assert judge({"AFIB": 0.0}, vocabulary("clinical", "scp"))["AF"] == 1


def test_the_paper_judges_every_class_and_lets_sinus_rhythm_stand_beside_others():
    cells = judge({"LVH": 100.0, "PACE": 100.0}, vocabulary("paper", "scp"))
    assert [label for label in LABELS if cells[label] == 1] == ["SNR", "PAC"]
    assert not any(math.isnan(cell) for cell in cells.values())


def test_the_paper_drops_records_that_say_nothing_of_its_classes():
    for statements in ({"DIG": 100.0}, {"ANEUR": 100.0}, {"QWAVE": 50.0}, {"AFIB": 0.0}, {}):
        assert all(math.isnan(x) for x in judge(statements, vocabulary("paper", "scp")).values())


def test_the_paper_s_mapping_is_the_recovered_table(data_folder):
    table = data_folder.parent / "tables" / "A_mapping_paper.csv"
    if not table.exists():
        pytest.skip("the recovered mapping is not beside the recordings")
    paper = vocabulary("paper", "scp")
    with table.open(newline="") as file:
        rows = {row["class"]: row["codes (likelihood > 0 only)"] for row in csv.DictReader(file)}
    for label in set(LABELS) - {"STE"}:
        assert paper.rules[label].positive == set(rows[label].split(";"))
    listed = rows["STE"].partition("(")[2].strip(")")
    assert paper.rules["STE"].positive == set(listed.split(";"))
    dropped = {code for code, how in paper.set_aside.items() if how == "dropped"}
    assert dropped == set(rows["dropped"].split(";"))
    assert paper.set_aside["ANEUR"] == "unknown"


def test_the_paper_s_st_elevation_is_every_infarction_that_ptb_xl_knows(data_folder):
    with (data_folder / "ptb-xl" / "scp_statements.csv").open(newline="") as file:
        infarctions = {row[""] for row in csv.DictReader(file) if row["diagnostic_class"] == "MI"}
    assert vocabulary("paper", "scp").rules["STE"].positive == infarctions


def test_the_table_of_labels_names_every_snomed_code_as_the_table_of_codes_does():
    resources = resources_folder()
    with (resources / "snomed.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["abbreviation"] for row in csv.DictReader(file)}
    with (resources / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    fields = [row[column] for row in rows for column in ("positive", "not_judged", "negative")]
    coded = [part.split() for field in fields for part in field.split(";")]
    pairs = [(words[0], words[1]) for words in coded if len(words) == 2 and words[1].isdecimal()]
    assert len(pairs) > 100
    assert [(name, code) for name, code in pairs if names[code] != name] == []


def test_every_mapping_has_a_row_for_each_class_in_every_vocabulary():
    for mapping in ("clinical", "paper"):
        for statements in ("scp", "snomed", "ludb", "cpsc2018"):
            assert tuple(vocabulary(mapping, statements).rules) == LABELS


def test_complete_left_bundle_branch_block_by_its_own_code_is_one():
    assert judge({"733534002"}, SNOMED)["LBBB"] == 1
    assert math.isnan(judge({"733534002"}, SNOMED)["STD"])
