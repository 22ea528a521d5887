"""What leaves the house names nobody, and still says what the ECG shows."""

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.record import Diagnosis, Lead, Patient, Record
from ecgviewer.core.review import Region
from ecgviewer.io.folder import records_in
from ecgviewer.io.header_facts import is_in_tables
from ecgviewer.io.open import open_record
from ecgviewer.review import deidentify
from ecgviewer.review.deidentify import (
    Pseudonyms,
    deidentified,
    names_from,
    pseudonym_of,
    unnamed_region,
)
from ecgviewer.review.free_text import REMOVED, cleaned
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.array_source import ArraySource

MARKS = (
    Annotation(10, 10, "N", source="atr"),
    Annotation(20, 20, "(AFIB", text="seen by Dr. Grey", source="smith"),
    Annotation(30, 30, "(J. Doe", source="atr"),
)


def named_record(**given: Any) -> Record:
    facts: dict[str, Any] = {
        "record_id": "ab" * 32,
        "name": "doe_jane",
        "path": Path("/wards/doe/doe_jane.hea"),
        "format": "wfdb 16",
        "rate_hz": 500.0,
        "n_samples": 100,
        "leads": (Lead("V1", 0, file_name="V1 of Jane Doe"),),
        "source": ArraySource(np.zeros((1, 100), np.float32)),
        "started_at": datetime(2019, 3, 1, 7, 30),
        "annotations": MARKS,
        "patient": Patient(94, "F"),
        "diagnoses": (Diagnosis("164889003", "Atrial fibrillation"), Diagnosis("", "as Jane's")),
        "comments": ("Jane came by bus",),
        "warnings": ("doe_jane.dat is short: doe_jane ends early.",),
        "files": (Path("/wards/doe/doe_jane.dat"),),
    }
    return Record(**(facts | given))


def test_nothing_of_a_name_or_date_is_left_of_a_record():
    plain = deidentified(named_record())
    told = repr((plain.name, plain.path, plain.leads, plain.comments, plain.warnings, plain.files))
    told += repr((tuple(plain.annotations), plain.diagnoses, plain.started_at))
    assert not [word for word in ("doe", "jane", "smith", "grey", "2019") if word in told.lower()]
    assert plain.started_at is None
    assert plain.warnings == (f"{REMOVED} is short: {REMOVED} ends early.",)


def test_what_the_record_shows_stays():
    record = named_record()
    plain = deidentified(record)
    assert plain.record_id == record.record_id
    assert plain.source is record.source
    assert plain.lead_names == ("V1",)
    assert plain.diagnoses == record.diagnoses[:1]
    assert [mark.label for mark in plain.annotations][:2] == ["N", "(AFIB"]
    assert plain.patient == Patient(90, "F")
    assert deidentified(named_record(patient=Patient(89, "M"))).patient == Patient(89, "M")


@pytest.mark.parametrize("name", ["Hildegunde", "ECG Müller", "1931", "Zimmer 4"])
def test_a_lead_called_by_anybody_s_words_is_called_by_its_place(name):
    marks = (Annotation(10, 10, "N", lead=name), Annotation(20, 20, "N", lead="V1"))
    leads = (Lead("V1", 0), Lead(name, 1, unit="Hildeg"))
    plain = deidentified(named_record(leads=leads, annotations=marks))
    assert plain.lead_names == ("V1", "Lead 2")
    assert plain.leads[1].unit == "NU"
    assert [mark.lead for mark in plain.annotations] == ["Lead 2", "V1"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        *((name, "mV") for name in STANDARD_LEADS),
        ("MLII", "uV"),
        ("ECG 1", "mV"),
        ("Resp_nasal", "NU"),
        ("PLETH", "NU"),
        ("ABP", "mmHg"),
        ("SpO2", "%"),
        ("Nehb D", "mV"),
        ("sig 2, fmt 524", "mV"),
        ("chan 3", "bpm"),
    ],
)
def test_what_leads_are_usually_called_stays(name, unit):
    leads = (Lead(name, 0, unit=unit),)
    plain = deidentified(named_record(leads=leads))
    assert (plain.lead_names, plain.leads[0].unit) == ((name,), unit)


def test_words_of_a_table_stay_and_codes_that_none_knows_go():
    kept = (Diagnosis("", "Left ventricular hypertrophy"), Diagnosis("", "Normal ECG"))
    odd = (Diagnosis("123456789", "SNOMED CT 123456789"),)
    statements = deidentified(named_record(diagnoses=(*kept, *odd))).diagnoses
    assert not set(odd) & set(statements)
    assert set(statements) <= set(kept)
    assert statements


def test_a_pseudonym_hangs_on_the_content_and_on_the_secret_alone():
    name = pseudonym_of("ab" * 32)
    assert name == pseudonym_of("ab" * 32)
    assert name.startswith("ECG-")
    assert len(name) == len("ECG-") + 10
    assert name != pseudonym_of("cd" * 32)
    assert name != pseudonym_of("ab" * 32, b"secret")
    assert deidentified(named_record()).name == name
    assert deidentified(named_record(), "ECG-1").path == Path("ECG-1")


def test_no_two_records_of_an_export_share_a_pseudonym(monkeypatch):
    monkeypatch.setattr(deidentify, "_N_DIGITS", 1)
    ids = [f"{number:064x}" for number in range(60)]
    pseudonyms, turned = Pseudonyms(ids), Pseudonyms(reversed(ids))
    names = [pseudonyms.of(one) for one in ids]
    assert len(set(names)) == len(ids)
    assert names == [turned.of(one) for one in ids]


@pytest.mark.parametrize(
    "text",
    [
        "seen by Dr. Anna von Grey",
        "Mrs Jane Doe fell",
        "Patient: Doe, J.",
        "MRN: 8812345",
        "patient no 4711a",
        "name: Jane Doe",
        "born 1 March 1931",
        "since March 2, 2019",
        "on 2019-03-01 at home",
        "01.03.2019 and 3/1/19",
        "call +49 (30) 1234-567",
        "tel. 030 1234 5678",
        "jane@example.org",
        "see https://example.org/jane",
        "as in /wards/jane/ecg/a1.hea",
        "C:\\ecg\\jane\\a1",
        "compare A0001.mat",
        "compare doe_jane",
        "case A00012",
        "nr 1234567",
    ],
)
def test_free_text_loses_what_looks_like_an_identifier(text):
    plain = cleaned(text, ["doe_jane"])
    assert REMOVED in plain
    secrets = ("jane", "grey", "8812345", "4711", "1931", "2019", "1234", "a0001", "example", "19 ")
    assert not [word for word in secrets if word in plain.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "QTc 480 ms, PR 0.24 s, 146/min at 12:03:15",
        "ST elevation V1-V3, V3-4-5, 2:1 block, 1.5 mV",
        "3.2 s pause; 10/10 beats; II, III, aVF; S1Q3T3",
        "Patient moved; may be AFIB or AFL, 25 mm/s 10 mm/mV",
        "aged 64, noise from 1200 to 3400 samples",
        "no P waves, no. 3 of 5 is a PVC",
    ],
)
def test_free_text_keeps_what_is_said_of_the_ecg(text):
    assert cleaned(text, ["a0", ""]) == text


def test_a_record_that_is_called_by_a_short_number_leaves_measurements_alone():
    assert cleaned("PR 100 ms, see 4711 and ab", ["100", "4711", "ab"]) == (
        f"PR 100 ms, see {REMOVED} and ab"
    )


def test_ages_over_89_become_90_in_free_text():
    assert (
        cleaned("a 93-year-old, aged 101, 94 yo, 95 ms") == "a 90-year-old, aged 90, 90 yo, 95 ms"
    )


def test_real_records_keep_what_tables_know_and_lose_their_names(data_folder):
    paths = [next(iter(records_in(folder)), None) for folder in sorted(data_folder.iterdir())]
    records = [open_record(path) for path in paths if path is not None]
    assert records
    for record in records:
        plain = deidentified(record)
        coded = [one for one in record.diagnoses if is_in_tables(one)]
        assert list(plain.diagnoses) == coded
        told = repr((plain.name, plain.path, plain.comments, plain.warnings, plain.files))
        assert record.path.name not in told
        assert plain.name == pseudonym_of(record.record_id)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jane had it before, says Doe", f"{REMOVED} had it before, says {REMOVED}"),
        ("see DOE and jane", f"see {REMOVED} and {REMOVED}"),
        ("a janitor was there", "a janitor was there"),
        ("Atrial fibrillation of the ward, AF in a normal lead", None),
    ],
)
def test_names_within_a_file_s_name_are_taken_out_and_words_of_the_field_stay(text, left):
    names = names_from("Doe_Jane_1950", [Path("/data/Normal ward AF fibrillation/Doe_Jane.hea")])
    assert cleaned(text, names) == (text if left is None else left)


@pytest.mark.parametrize("number", ["0171 5551234", "(030) 1234567", "0171/5551234", "01715551"])
def test_a_telephone_number_is_taken_out_with_its_area_code(number):
    assert cleaned(f"tel {number}, PR 0.16 s at 10:05") == f"tel {REMOVED}, PR 0.16 s at 10:05"


def test_a_region_s_own_label_names_nobody_and_known_labels_stay():
    names = names_from("Doe_Jane_1950", [])
    told = unnamed_region(Region(1, 9, ("II",), "as Doe", "Jane"), names)
    assert (told.label, told.comment) == (f"as {REMOVED}", REMOVED)
    for known in ("AF", "164890007", "PVC"):
        assert unnamed_region(Region(1, 9, (), known), (known,)).label == known
