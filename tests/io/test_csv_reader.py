from datetime import datetime

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Diagnosis
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.open import open_record
from tests.io.made_tables import RATE_HZ, WATCH, clock, made_waves, write_mv, write_table
from tests.io.reader_rules import check_reader

TWO = made_waves()
N = TWO.shape[1]


def check(path, tmp_path, expected_mv=TWO, hints=None):
    return check_reader(path, tmp_path, expected_mv=expected_mv, hints=hints, in_folders=False)


def test_a_table_that_says_everything_keeps_the_rules(tmp_path):
    record = check(write_mv(tmp_path / "a.csv"), tmp_path)
    assert (record.rate_hz, record.lead_names, record.n_samples) == (500.0, ("I", "II"), N)
    assert record.format == "csv with commas"
    assert record.warnings == ()


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"delimiter": ";"}, "semicolons"),
        ({"delimiter": ";", "decimal_comma": True}, "semicolons"),
        ({"delimiter": "\t", "decimal_comma": True}, "tabs"),
        ({"delimiter": "|"}, "bars"),
        ({"delimiter": "  "}, "blanks"),
        ({"delimiter": ", "}, "commas"),
        ({"end": "\r\n"}, "commas"),
        ({"end": "\r"}, "commas"),
        ({"end": "\n\n"}, "commas"),
        ({"encoding": "utf-8-sig"}, "commas"),
    ],
)
def test_every_way_of_parting_cells_gives_the_same_samples(form, words, tmp_path):
    delimiter = form.get("delimiter", ",")
    header = delimiter.join(["time_s", "I_mV", "II_mV"]) + "\n"
    record = check(write_mv(tmp_path / "a.csv", header, **form), tmp_path)
    assert record.format == f"csv with {words}"
    assert record.lead_names == ("I", "II")


def test_quoted_cells_may_hold_decimal_commas(tmp_path):
    quoted = [[f'"{value}"'.replace(".", ",") for value in lead] for lead in TWO.tolist()]
    path = write_table(tmp_path / "a.csv", quoted, '"I (mV)","II (mV)"\n')
    check(path, tmp_path, hints=ImportHints(fs_hz=500))


def test_one_column_with_decimal_commas_is_one_lead(tmp_path):
    path = write_table(tmp_path / "a.csv", TWO[:1].tolist(), "ECG (mV)\n", decimal_comma=True)
    check(path, tmp_path, TWO[:1], ImportHints(fs_hz=500))


def test_the_export_of_a_watch_is_read_with_its_facts(tmp_path):
    path = write_table(tmp_path / "ecg.csv", (TWO[:1] * 1000).tolist(), WATCH)
    record = check(path, tmp_path, TWO[:1])
    assert (record.rate_hz, record.lead_names) == (512.0, ("I",))
    assert record.started_at == datetime(2019, 3, 1, 10, 11, 12)
    assert record.diagnoses == (Diagnosis("", "Sinus Rhythm"),)
    assert record.comments == ("Software Version: 1.90", "Device: Watch4,3")
    assert record.personal == (("name", "Jane Doe"), ("date of birth", "1 Jan 1970"))


def test_what_rdsamp_writes_has_a_line_of_units(tmp_path):
    times = [f"'{clock(number, 360)}'" for number in range(N)]
    header = "'Elapsed time','MLII','V5'\n'hh:mm:ss.mmm','mV','mV'\n"
    record = check(write_table(tmp_path / "100.csv", [times, *TWO.tolist()], header), tmp_path)
    assert (record.rate_hz, record.lead_names) == (360.0, ("MLII", "V5"))


@pytest.mark.parametrize(
    ("name", "times", "rate_hz"),
    [
        ("time (ms)", [f"{4 * k}" for k in range(N)], 250.0),
        ("t", [f"{k / 360:.3f}" for k in range(N)], 360.0),
        ("time_us", [f"{k * 1e6 / 128:.1f}" for k in range(N)], 128.0),
        ("timestamp", [str(1_700_000_000_000 + 4 * k) for k in range(N)], 250.0),
        ("unix time", [f"{1_700_000_000 + k / 250:.3f}" for k in range(N)], 250.0),
        ("time", [repr(k / 300) for k in range(N)], 300.0),
        ("", [f"{k / 500:.3f}" for k in range(N)], 500.0),
        ("clock", [f"23:59:{59 + k / 1000:06.3f}" for k in range(1000)], 1000.0),
    ],
)
def test_a_column_of_even_times_gives_the_rate(name, times, rate_hz, tmp_path):
    leads = TWO[:, : len(times)].tolist()
    path = write_table(tmp_path / "a.csv", [times, *leads], f"{name},I (mV),II (mV)\n")
    assert open_record(path).rate_hz == rate_hz


def test_a_clock_may_pass_midnight(tmp_path):
    seconds = [(86_398 + k / 250) % 86_400 for k in range(N)]
    times = [f"{int(s) // 3600}:{int(s) // 60 % 60:02}:{s % 60:06.3f}" for s in seconds]
    path = write_table(tmp_path / "a.csv", [times, *TWO.tolist()], "time,I (mV),II (mV)\n")
    assert open_record(path).rate_hz == 250.0


def test_dates_give_rate_and_start(tmp_path):
    times = [f"2024-01-31T23:59:{30 + k / 100:06.3f}" for k in range(N)]
    path = write_table(tmp_path / "a.csv", [times, *TWO.tolist()], "time,I (mV),II (mV)\n")
    record = open_record(path)
    assert (record.rate_hz, record.started_at) == (100.0, datetime(2024, 1, 31, 23, 59, 30))


@pytest.mark.parametrize(
    ("times", "why", "likely_hz"),
    [
        ([str(2 * k) for k in range(N)], "its times have no unit", 500.0),
        ([f"{(k + 5 * (k > 2000)) / 500}" for k in range(N)], "its times are uneven", None),
        (["7"] * N, "its times do not rise", None),
        ([f"{k / 250 / 3600:.9f}" for k in range(N)], "its times have no unit", None),
        ([f"12:00:{int(k / 250):02}" for k in range(N)], "its times have too few digits", None),
    ],
)
def test_times_that_give_no_rate_are_asked_for(times, why, likely_hz, tmp_path):
    path = write_table(tmp_path / "a.csv", [times, *TWO.tolist()], "time,I (mV),II (mV)\n")
    with pytest.raises(NeedsHints, match=why) as asked:
        open_record(path)
    if likely_hz is not None:
        assert asked.value.suggested.fs_hz == likely_hz
    assert (asked.value.n_leads, asked.value.n_samples) == (2, N)
    assert open_record(path, ImportHints(fs_hz=100)).rate_hz == 100.0


def test_an_unevenness_far_into_a_long_table_is_found(tmp_path):
    lost = 150_000
    times = [f"{(k + (k > lost)) / 250:.3f}" for k in range(200_000)]
    path = write_table(tmp_path / "a.csv", [times, ["1"] * len(times)], "time,I (mV)\n")
    with pytest.raises(NeedsHints, match="uneven"):
        open_record(path)


def test_numbers_of_rows_are_neither_leads_nor_times(tmp_path):
    for header in (",I (mV),II (mV)\n", "sample #,I (mV),II (mV)\n"):
        path = write_table(tmp_path / "a.csv", [range(N), *TWO.tolist()], header)
        with pytest.raises(NeedsHints, match="2 leads of 3000 samples but no sampling rate: give"):
            open_record(path)


def test_amplitudes_without_a_unit_are_asked_for_and_never_guessed(tmp_path):
    path = write_mv(tmp_path / "a.csv", "time (s),I,II\n")
    with pytest.raises(NeedsHints, match="no unit of voltage: give it with --unit") as asked:
        open_record(path)
    assert asked.value.suggested.gain == 1.0
    # Who was asked and does not know it is warned.
    record = open_record(path, ImportHints(fs_hz=500))
    assert not any(lead.calibrated for lead in record.leads)
    assert "No unit is given" in record.warnings[0]
    check(path, tmp_path, TWO / 1000, ImportHints(fs_hz=500, gain=1000.0))


def test_microvolts_are_suggested_where_numbers_are_too_large_for_mv(tmp_path):
    path = write_table(tmp_path / "a.txt", (TWO * 1000).tolist())
    with pytest.raises(NeedsHints) as asked:
        open_record(path)
    assert asked.value.suggested.gain == 1000.0
    assert asked.value.suggested.leads == ("Lead 1", "Lead 2")


def test_columns_are_chosen_by_name_or_number_in_any_order(tmp_path):
    header = "time (s),I (mV),II (mV),SpO2 (%),beat\n"
    extra = [["97"] * N, ["N"] * N]
    times = [f"{k / RATE_HZ:.3f}" for k in range(N)]
    path = write_table(tmp_path / "a.csv", [times, *TWO.tolist(), *extra], header)
    whole = open_record(path)
    assert whole.lead_names == ("I", "II", "SpO2")
    assert [lead.is_ecg for lead in whole.leads] == [True, True, False]
    assert whole.leads[2].unit == "%"
    assert "Columns without numbers are left out: beat." in whole.warnings
    swapped = check(path, tmp_path, TWO[::-1], ImportHints(columns=("ii", "2")))
    assert (swapped.lead_names, swapped.rate_hz) == (("II", "I"), 500.0)
    with pytest.raises(EcgError, match=r"a\.csv has no column aVR"):
        open_record(path, ImportHints(columns=("aVR",)))
    with pytest.raises(EcgError, match="holds 3 leads, but 1 names"):
        open_record(path, ImportHints(leads=("I",)))
    timeless = ImportHints(fs_hz=250, time_column="", columns=("I",))
    assert open_record(path, timeless).rate_hz == 250.0


def test_lines_above_the_table_are_skipped_on_request(tmp_path):
    header = "1,2,3\n4,5,6\ntime (s),I (mV),II (mV)\n"
    path = write_mv(tmp_path / "a.csv", header)
    record = check(path, tmp_path, hints=ImportHints(skip_lines=2))
    assert record.lead_names == ("I", "II")


def test_cells_without_a_number_and_lines_that_do_not_fit_have_no_signal(tmp_path):
    lead = [f"{value}" for value in TWO[0]]
    lead[10], lead[11], lead[12], lead[13] = "", "NaN", "lead off", "1,2,3"
    path = write_table(tmp_path / "a.csv", [lead, TWO[1].tolist()], "I (mV),II (mV)\n")
    expected = TWO.copy()
    expected[0, 10:14] = np.nan
    expected[1, 13] = np.nan
    check(path, tmp_path, expected, ImportHints(fs_hz=500))


def test_twelve_columns_without_names_are_the_standard_leads(tmp_path):
    waves = made_waves(12, 900)
    path = write_table(tmp_path / "a.txt", waves.tolist(), delimiter=" ")
    hints = ImportHints(fs_hz=500, gain=1.0)
    record = check(path, tmp_path, waves, hints)
    assert record.lead_names[3] == "aVR"
    assert "taken in standard order" in record.warnings[0]


def test_long_tables_are_read_in_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr("ecgviewer.io.table_source._PIECE_BLOCKS", 1)
    monkeypatch.setattr("ecgviewer.io.table_lines._CHUNK_BYTES", 1_000)
    for end in ("\n", "\r\n", "\n\n", "\r\n\r\n"):
        folder = tmp_path / str(len(end.replace("\n", "ab")))
        folder.mkdir()
        check(write_mv(folder / "a.csv", end=end), folder)


def test_a_table_that_changes_while_it_is_open_says_so(tmp_path):
    path = write_mv(tmp_path / "a.csv")
    record = open_record(path)
    path.write_text("\n" * path.stat().st_size)
    with pytest.raises(EcgError, match=r"a\.csv has changed since it was opened"):
        record.read(0, 10)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xff\xfea\0", "in UTF-16"),
        (b"\0\1\2" * 40, "is no text"),
        (b"Dear reader,\nthese are words.\n", "holds no table of numbers"),
        (b"1" * 300_000, "too long a first line"),
        (b"1,2\n", "has 2 columns and 1 rows"),
        (b"1.5," * 99 + b"2\n" + b"1.5," * 99 + b"2\n", "has 100 columns and 2 rows"),
        (b"n\n1\n2\n3\n", "but no signal"),
    ],
)
def test_what_is_no_table_of_samples_is_refused_with_a_sentence(content, sentence, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(EcgError, match=rf"^a\.csv.*{sentence}"):
        open_record(path)


def test_real_tables_of_labels_are_no_recordings(data_folder):
    for name in ("ptb-xl/ptbxl_database.csv", "ludb/ludb.csv", "cpsc2018/REFERENCE.csv"):
        with pytest.raises(EcgError, match=(data_folder / name).name):
            open_record(data_folder / name)


def test_a_real_recording_written_as_a_table_comes_back(data_folder, tmp_path):
    known = open_record(data_folder / "mitdb/100.hea")
    values = known.read(0, 20_000)
    times = [clock(number, known.rate_hz) for number in range(20_000)]
    leads = [[f"{value:.4f}" for value in lead] for lead in values]
    header = "'Elapsed time','MLII','V5'\n'mm:ss.mmm','mV','mV'\n"
    record = open_record(write_table(tmp_path / "100.csv", [times, *leads], header))
    assert (record.rate_hz, record.lead_names) == (known.rate_hz, known.lead_names)
    np.testing.assert_allclose(record.read(0, 20_000), values, atol=5.1e-5)
