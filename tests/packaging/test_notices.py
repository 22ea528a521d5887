"""What readers found odd in a file is told in German, with what differs from file to file."""

import pytest

import collect_texts
from ecgviewer.core.error_words import error_words
from ecgviewer.core.text import set_translator
from ecgviewer.io import open_record
from tests.io.fuzz_seeds import FORMATS
from tests.io.made_muse import made_counts, named, waveform, write_muse
from tests.io.made_scp import made_levels, plain_record
from text_files import translated


@pytest.fixture(autouse=True)
def german():
    known = translated(collect_texts.ts_of("de"))
    set_translator(lambda english: known.get(english, english))
    yield
    set_translator(None)


def told(path):
    return [error_words(notice) for notice in open_record(path).warnings]


def test_a_file_of_two_recordings(tmp_path):
    path = tmp_path / "made.xml"
    rhythm, median = (waveform(kind, named(made_counts())) for kind in ("Rhythm", "Median"))
    assert told(write_muse(path, rhythm, median)) == [
        "Die Datei enthält 2 Aufzeichnungen; außerdem vorhanden: #2 (Medianschläge). "
        "Die Nummer hinter dem Dateinamen öffnet eine davon."
    ]
    off = rhythm.replace("<LeadOff>FALSE<", "<LeadOff>TRUE<", 2)
    assert told(write_muse(path, off)) == [
        "Ableitungen, die nicht angeschlossen waren: I, II.",
    ]


def test_a_part_with_its_length(tmp_path):
    path = tmp_path / "made.dcm"
    path.write_bytes(FORMATS["dicom"].kinds["explicit"](path))
    (said,) = told(path)
    assert "#2 (Medianschlag, " in said


def test_a_section_that_is_damaged_and_why(tmp_path):
    path = tmp_path / "made.scp"
    path.write_bytes(plain_record(made_levels(2), extra={8: b"\xff"}))
    assert told(path) == ["Abschnitt 8 ist beschädigt und wurde weggelassen: das Ende fehlt."]


def test_a_lead_s_name_is_left_as_it_is(tmp_path):
    path = tmp_path / "made.csv"
    rows = "\n".join(f"{n / 500:.3f},{n % 7},x" for n in range(200))
    path.write_text(f"time (s),I (mV),Rhythm\n{rows}\n")
    assert told(path) == ["Spalten ohne Zahlen sind weggelassen: Rhythm."]
