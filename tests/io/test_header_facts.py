"""Age, sex, diagnoses and free text in the comments of headers."""

import csv

import pytest

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.record import Diagnosis, Patient
from ecgviewer.io.header_facts import AGE_OVER_89, diagnosis, personal_lines, read_facts
from ecgviewer.io.wfdb_reader import open_record

AF = Diagnosis("164889003", "Atrial fibrillation")


@pytest.mark.parametrize(
    ("lines", "age_years", "sex"),
    [
        (["Age: 74", "Sex: Female"], 74, "F"),
        (["age: 81", "sex: male"], 81, "M"),
        (["<age>: 51", "<sex>: F"], 51, "F"),
        (["<age>: 25  <sex>: M  <diagnoses>: (none)  <medications>: (none)"], 25, "M"),
        (["69 M 1085 1629 x1"], 69, "M"),
        (["23 F 2546 N/A x1"], 23, "F"),
        (["-1 M 978 654 x1"], None, "M"),
        (["Age: NaN", "Sex: Unknown"], None, None),
        (["Age: ", "Sex:"], None, None),
        (["Age: 6 months", "Gender: f"], 0.5, "F"),
        (["Age: 34 years"], 34, None),
        (["Age: 63 male"], 63, None),
        (["Age: 21 days"], 21 / 365.25, None),
        (["Age: 300"], None, None),
        (["Age: 0"], 0, None),
    ],
)
def test_age_and_sex_are_found_in_every_spelling(lines, age_years, sex):
    facts = read_facts(lines)
    assert facts.patient == Patient(age_years, sex)
    assert facts.comments == ()


def test_300_years_mean_over_89_in_ptb_xl():
    facts = read_facts(["PTB-XL ecg_id 7 scp_codes {'NORM': 100.0}", "Age: 300"])
    assert facts.patient.age_years == 90
    assert facts.comments == ("Age: over 89",)


@pytest.mark.parametrize(
    ("line", "diagnoses"),
    [
        ("Dx: 164889003", [AF]),
        ("Dx: 164889003,59118001", [AF, Diagnosis("59118001", "Right bundle branch block")]),
        ("Dx: AF", [AF]),
        ("Dx: I-AVB", [Diagnosis("270492004", "First-degree AV block")]),
        ("Dx: Normal", [Diagnosis("426783006", "Sinus rhythm")]),
        ("Dx: 123456", [Diagnosis("123456", "SNOMED CT 123456")]),
        ("Dx: ", []),
        ("Dx: Unknown", []),
        ("Diagnosis: Long words, AF", [Diagnosis("", "Long words"), AF]),
        ("Reason for admission: Myocarditis", [Diagnosis("", "Myocarditis")]),
        ("<diagnoses>: AF  <sex>: M", [AF]),
        ("<diagnoses>: (none)", []),
    ],
)
def test_diagnoses_come_with_code_and_words(line, diagnoses):
    assert list(read_facts([line]).diagnoses) == diagnoses


def test_lines_after_ludbs_diagnoses_are_diagnoses():
    lines = [
        "<age>: 51",
        "<diagnoses>:",
        "Rhythm: Sinus rhythm.",
        "Early repolarization syndrome. ",
    ]
    facts = read_facts(lines)
    assert [x.text for x in facts.diagnoses] == [
        "Rhythm: Sinus rhythm",
        "Early repolarization syndrome",
    ]
    assert facts.comments == ()


def test_statements_of_ptb_xl_are_put_into_words():
    facts = read_facts(["PTB-XL ecg_id 9 scp_codes {'LAFB': 80.0, 'LAO/LAE': 0.0, 'NEW': 1.0}"])
    assert [x.text for x in facts.diagnoses] == [
        "Left anterior fascicular block",
        "Left atrial overload/enlargement",
        "NEW",
    ]


def test_free_text_stays_and_what_says_nothing_goes():
    lines = ["Aldomet, Inderal", "", "Rx: Unknown", "Hx: Unknown", "Sx: chest pain", "Therapy:"]
    assert read_facts(lines).comments == ("Aldomet, Inderal", "Sx: chest pain")


@pytest.mark.parametrize(
    "line",
    [
        "Name: Jane Roe",
        "name = Roe",
        "Patient: Jane Roe",
        "Patient name: Jane Roe",
        "Patient_ID: 4711",
        "PatientID: 4711",
        "Subject ID: s4711",
        "ID: 4711",
        "MRN: 4711",
        "Date of birth: 1.2.1934",
        "DOB: 01/02/1934",
        "Birth date: 1934",
        "born 1 February 1934",
        "Dr. Doe asked for this",
        "Mrs Roe",
        "Referring physician: Doe",
        "Address: 1 Main Street",
        "e-mail: jane@example.org",
        "write to jane@example.org",
        "<name>: Jane Roe",
        "Case no: 12",
        "Accession number: 12",
    ],
)
def test_names_birth_dates_and_numbers_are_left_out(line):
    facts = read_facts([line, "Digoxin"])
    assert facts.comments == ("Digoxin",)


@pytest.mark.parametrize(
    "line",
    [
        "The PVCs are multiform.",
        "Source: record 105",
        "Height: 170",
        "Patient had chest pain",
        "Drug: digoxin",
        "Produced by xform from record 12726_orig, beginning at 0:0",
    ],
)
def test_harmless_lines_stay(line):
    assert read_facts([line]).comments == (line,)


@pytest.mark.parametrize(
    ("line", "synthetic"), [("Synthetic: yes", True), ("Synthetic: no", False)]
)
def test_a_synthetic_record_says_so(line, synthetic):
    assert read_facts([line]).synthetic is synthetic


def test_the_table_of_codes_is_whole():
    with (resources_folder() / "snomed.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 133
    assert all(row["code"].isdecimal() and row["name"] and row["abbreviation"] for row in rows)
    assert len({row["code"] for row in rows}) == len(rows)
    assert len({row["abbreviation"].lower() for row in rows}) == len(rows)
    assert diagnosis("vpb") == Diagnosis("17338001", "Ventricular premature beats")


@pytest.mark.parametrize(
    ("name", "patient", "first"),
    [
        ("mitdb/100", Patient(69, "M"), None),
        ("ludb/data/1", Patient(51, "F"), "Rhythm: Sinus bradycardia"),
        ("cpsc2018-challenge/A0003", Patient(81, "F"), None),
        ("formats/wfdb/test01_00s", Patient(25, "M"), None),
        ("formats/mat/challenge/HR06000", Patient(59, "F"), "Abnormal T wave"),
        ("ptb-xl/records500/02000/02000_hr", Patient(), "Left anterior fascicular block"),
    ],
)
def test_facts_of_real_headers(name, patient, first, data_folder):
    record = open_record(data_folder / name)
    assert record.patient == patient
    assert (record.diagnoses[0].text if record.diagnoses else None) == first


def test_what_names_a_person_is_kept_apart_and_never_among_the_comments():
    lines = ["Name: Jane Doe", "MRN: 4711", "Hospital: St. Elsewhere", "Mr Smith, by the door"]
    facts = read_facts([*lines, "Recorder: on the wall"])
    assert facts.comments == ("Recorder: on the wall",)
    assert facts.personal == (
        ("name", "Jane Doe"),
        ("mrn", "4711"),
        ("hospital", "St. Elsewhere"),
        ("note", "Mr Smith, by the door"),
    )


def test_personal_facts_written_as_lines_come_back_as_the_same_facts():
    told = (("name", "Jane Doe"), ("remark", "sits\nby the door"), ("note", "Dr Who was here"))
    again = read_facts(personal_lines(told))
    assert again.comments == ()
    assert again.personal == (told[0], ("remark", "sits by the door"), told[2])


def test_an_age_that_was_made_coarse_stays_so_when_it_is_written_again():
    first = read_facts(["Age: 300", "PTB-XL ecg_id 3 scp_codes {'NORM': 100.0}"])
    again = read_facts(first.comments)
    assert again.patient.age_years == first.patient.age_years == 90
    assert again.comments == first.comments == (AGE_OVER_89,)
