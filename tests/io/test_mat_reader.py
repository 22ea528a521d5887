"""MAT files: layouts, rates, names, units, and what is asked where nothing is known."""

import pickle
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.mat_reader import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from tests.io.made_mat import FS_HZ, made_signal, write_v4, write_v5, write_v73


def write_v5_packed(path: Path, **variables):
    return write_v5(path, packed=True, **variables)


ALL_VERSIONS = pytest.mark.parametrize("write", [write_v5, write_v5_packed, write_v73])


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "made.mat"


def whole(record):
    return record.read(0, record.n_samples)


@ALL_VERSIONS
@pytest.mark.parametrize("turned", [False, True], ids=["leads in rows", "leads in columns"])
def test_a_matrix_reads_the_same_whichever_way_its_leads_run(write, turned, path):
    signal = made_signal(3)
    write(path, ecg=signal.T if turned else signal, fs=FS_HZ)
    record = open_record(path)
    np.testing.assert_allclose(whole(record), signal, atol=1e-6)
    np.testing.assert_allclose(record.read(40, 47), signal[:, 40:47], atol=1e-6)
    assert record.rate_hz == FS_HZ


def test_version_4_integers_read_as_they_stand(path):
    signal = (made_signal(2) * 1000).astype(np.int16)
    write_v4(path, val=signal, fs=FS_HZ, gain=1000.0)
    record = open_record(path)
    assert record.format == "mat v4"
    np.testing.assert_allclose(whole(record), signal / 1000, atol=1e-6)
    np.testing.assert_allclose(record.read(7, 9), signal[:, 7:9] / 1000, atol=1e-6)


def test_big_endian_files_read_like_others(path):
    signal = (made_signal(2) * 1000).astype(">i2")
    header = np.array([1030, 2, signal.shape[1], 0, 4], dtype=">i4").tobytes()
    rate = np.array([1000, 1, 1, 0, 3], dtype=">i4").tobytes() + b"fs\0"
    path.write_bytes(
        header + b"val\0" + signal.tobytes("F") + rate + np.array(FS_HZ, ">f8").tobytes()
    )
    record = open_record(path, ImportHints(gain=1000.0))
    assert record.rate_hz == FS_HZ
    np.testing.assert_allclose(whole(record), signal / 1000, atol=1e-6)


@ALL_VERSIONS
def test_a_struct_gives_signal_rate_and_patient(write, path):
    signal = made_signal(12)
    ecg = {"sex": "Female", "age": 61.0, "data": signal, "fs": FS_HZ}
    write(path, ECG=ecg)
    record = open_record(path)
    assert (record.patient.sex, record.patient.age_years) == ("F", 61)
    # What the file says wins over what CPSC 2018 publishes of its own.
    assert record.rate_hz == FS_HZ
    assert not any("500 Hz" in warning for warning in record.warnings)
    np.testing.assert_allclose(whole(record), signal, atol=1e-6)


@ALL_VERSIONS
def test_the_layout_of_cpsc_2018_is_known_and_said_to_be_assumed(write, path):
    write(path, ECG={"sex": "Male", "age": 52.0, "data": made_signal(12)})
    record = open_record(path)
    assert record.rate_hz == 500
    assert record.lead_names == STANDARD_LEADS
    assert all(lead.calibrated and lead.file_name == "" for lead in record.leads)
    assert record.warnings == (
        "Laid out like CPSC 2018, so read as published: "
        "500 Hz, amplitudes in mV, leads in standard order.",
    )
    told = open_record(path, ImportHints(fs_hz=250.0, gain=1.0))
    assert told.warnings == (
        "Laid out like CPSC 2018, so read as published: leads in standard order.",
    )


@ALL_VERSIONS
def test_lead_names_in_cells_are_taken_in_their_order(write, path):
    names = ["avr", "V2", "MLII"]
    cells = names if write is write_v73 else np.array(names, dtype=object)
    write(path, ecg=made_signal(3), fs=FS_HZ, labels=cells)
    record = open_record(path)
    assert record.lead_names == ("aVR", "V2", "MLII")
    assert record.leads[0].file_name == "avr"


def test_lead_names_in_one_text_or_padded_rows_are_taken(path):
    for names in ("I, II, V1", np.array(["I ", "II", "V1"])):
        write_v5(path, ecg=made_signal(3), fs=FS_HZ, leads=names)
        assert open_record(path).lead_names == ("I", "II", "V1")


def test_names_that_do_not_fit_the_matrix_are_not_taken(path):
    write_v5(path, ecg=made_signal(2), fs=FS_HZ, leads="I, II, V1")
    assert open_record(path).lead_names == ("Lead 1", "Lead 2")


def test_a_vector_a_lead_makes_one_record(path):
    signal = made_signal(3)
    write_v5(path, fs=FS_HZ, avr=signal[0], II=signal[1], V5=signal[2])
    record = open_record(path)
    assert record.lead_names == ("aVR", "II", "V5")
    np.testing.assert_allclose(record.read(10, 30), signal[:, 10:30], atol=1e-6)


@pytest.mark.parametrize("name", ["fs", "Fs", "FS", "sampling_rate", "SampleRate", "sfreq", "freq"])
def test_a_rate_is_found_under_its_usual_names(name, path):
    write_v5_packed(path, ecg=made_signal(1), **{name: FS_HZ})
    assert open_record(path).rate_hz == FS_HZ


def test_a_vector_of_seconds_gives_the_rate(path):
    write_v5(path, ecg=made_signal(2), t=np.arange(500) / FS_HZ)
    assert open_record(path).rate_hz == pytest.approx(FS_HZ)


def test_a_sampling_interval_gives_the_rate(path):
    write_v5(path, ecg=made_signal(2), dt=1 / FS_HZ)
    assert open_record(path).rate_hz == pytest.approx(FS_HZ)


@pytest.mark.parametrize("rate", [0.0, -1.0, np.nan, np.inf, 1e12])
def test_a_nonsense_rate_is_no_rate(rate, path):
    write_v5(path, ecg=made_signal(2), fs=rate)
    with pytest.raises(NeedsHints):
        open_record(path)


@ALL_VERSIONS
def test_without_a_rate_the_shape_is_told_and_a_person_is_asked(write, path):
    write(path, val=(made_signal(12, 700) * 1000).astype(np.int16))
    with pytest.raises(NeedsHints) as raised:
        open_record(path)
    assert (raised.value.path, raised.value.n_leads, raised.value.n_samples) == (path, 12, 700)
    assert raised.value.suggested == ImportHints(500.0, STANDARD_LEADS, 1000.0)
    assert "made.mat" in str(raised.value)


def test_with_hints_the_same_file_opens(path):
    signal = (made_signal(2) * 400).astype(np.int16)
    write_v4(path, val=signal)
    record = open_record(path, ImportHints(fs_hz=360.0, leads=("MLII", "V5"), gain=400.0))
    assert (record.rate_hz, record.lead_names) == (360.0, ("MLII", "V5"))
    assert all(lead.calibrated for lead in record.leads)
    np.testing.assert_allclose(whole(record), signal / 400, atol=1e-6)


def test_hints_given_so_far_stay_in_the_suggestion(path):
    write_v4(path, val=(made_signal(2) * 400).astype(np.int16))
    with pytest.raises(NeedsHints) as raised:
        open_record(path, ImportHints(leads=("I", "II"), gain=400.0))
    assert raised.value.suggested == ImportHints(None, ("I", "II"), 400.0)


def test_hints_win_over_the_file(path):
    write_v5(path, ecg=made_signal(2), fs=FS_HZ, leads="I, II", units="mV")
    record = open_record(path, ImportHints(500.0, ("V1", "V2"), 2.0))
    assert (record.rate_hz, record.lead_names) == (500.0, ("V1", "V2"))
    np.testing.assert_allclose(whole(record), made_signal(2) / 2, atol=1e-6)


def test_named_leads_settle_which_way_a_short_matrix_runs(path):
    write_v5(path, ecg=made_signal(12, 10), fs=FS_HZ)
    assert open_record(path, ImportHints(leads=STANDARD_LEADS)).n_samples == 10


def test_too_few_names_are_refused_with_both_numbers(path):
    write_v5(path, ecg=made_signal(3), fs=FS_HZ)
    with pytest.raises(EcgError, match=r"made\.mat holds 3 leads, but 2 names"):
        open_record(path, ImportHints(leads=("I", "II")))


@pytest.mark.parametrize("hints", [ImportHints(fs_hz=-1.0), ImportHints(gain=float("nan"))])
def test_impossible_hints_are_refused(hints, path):
    write_v5(path, ecg=made_signal(2), fs=FS_HZ)
    with pytest.raises(EcgError, match=r"made\.mat: .* impossible"):
        open_record(path, hints)


@pytest.mark.parametrize(("unit", "factor"), [("mV", 1), ("uV", 1000), ("µV", 1000), ("V", 0.001)])
def test_units_become_mv(unit, factor, path):
    signal = made_signal(2)
    write_v5(path, ecg=signal * factor, fs=FS_HZ, units=unit)
    record = open_record(path)
    np.testing.assert_allclose(whole(record), signal, rtol=1e-5, atol=1e-6)
    assert all(lead.calibrated and lead.unit == "mV" for lead in record.leads)


def test_gain_and_baseline_of_each_lead_are_used(path):
    signal, gain, base = made_signal(2), np.array([200.0, 1000.0]), np.array([1024.0, -5.0])
    raw = np.round(signal * gain[:, None] + base[:, None]).astype(np.int16)
    write_v5(path, val=raw, fs=FS_HZ, gain=gain, baseline=base)
    np.testing.assert_allclose(whole(open_record(path)), signal, atol=0.003)


def test_a_pressure_is_shown_but_is_no_ecg(path):
    units = np.array(["mV", "mmHg"], dtype=object)
    write_v5(path, ecg=made_signal(2), fs=FS_HZ, leads="II, ABP", units=units)
    record = open_record(path)
    assert [(lead.unit, lead.is_ecg) for lead in record.leads] == [("mV", True), ("mmHg", False)]


@pytest.mark.parametrize(("factor", "gain"), [(1.0, 1), (1000.0, 1000)])
def test_without_a_unit_the_amplitude_is_marked_as_uncertain(factor, gain, path):
    signal = made_signal(2)
    signal[0, ::50] += 1.0
    write_v5(path, ecg=signal * factor, fs=FS_HZ)
    record = open_record(path)
    assert not any(lead.calibrated for lead in record.leads)
    assert "uncertain" in record.warnings[0]
    np.testing.assert_allclose(whole(record), signal * factor / gain, atol=1e-5)


def test_missing_samples_of_an_export_are_no_signal(path):
    signal = (made_signal(2) * 1000).astype(np.int16)
    signal[1, 5] = -32_768
    write_v4(path, val=signal, fs=FS_HZ)
    values = whole(open_record(path))
    assert np.argwhere(np.isnan(values)).tolist() == [[1, 5]]


def test_infinite_samples_are_no_signal(path):
    signal = made_signal(2)
    signal[0, 3], signal[1, 4] = np.inf, np.nan
    write_v5(path, ecg=signal, fs=FS_HZ, units="mV")
    assert np.argwhere(np.isnan(whole(open_record(path)))).tolist() == [[0, 3], [1, 4]]


def test_r_peaks_become_beats_counted_from_zero(path):
    write_v5(path, ecg=made_signal(1), fs=FS_HZ, R_peak=np.array([1, 100, 500, 501, 0]))
    assert [mark.start for mark in open_record(path).annotations] == [0, 99, 499]


def test_an_info_file_beside_an_export_says_what_it_holds(path):
    raw = (made_signal(2) * 200 + 1024).astype(np.int16)
    write_v4(path, val=raw)
    path.with_suffix(".info").write_text(
        "Source: record mitdb/105\nval has 2 rows (signals) and 500 columns\n"
        "Sampling frequency: 360 Hz  Sampling interval: 0.00277 sec\n"
        "Row\tSignal\tGain\tBase\tUnits\n1\tMLII\t200\t1024\tmV\n2\tV1\t200\t1024\tmV\n"
    )
    record = open_record(path)
    assert (record.rate_hz, record.lead_names) == (360.0, ("MLII", "V1"))
    assert record.warnings == ()
    np.testing.assert_allclose(whole(record), (raw - 1024) / 200.0, atol=1e-6)


def test_diagnoses_and_short_texts_are_read_but_no_names_of_persons(path):
    ecg = {"data": made_signal(2), "fs": FS_HZ, "Dx": "164889003", "patient_name": "A. Person"}
    write_v5(path, ECG=ecg | {"device": "AliveCor"})
    record = open_record(path)
    assert record.diagnoses[0].code == "164889003"
    assert record.comments == ("device: AliveCor",)


def test_of_several_signals_the_other_ones_are_named(path):
    write_v5(path, ecg=made_signal(2), signal=made_signal(2), fs=FS_HZ)
    assert open_record(path).warnings[-1] == "Shown is ecg; also there: signal."


def test_a_moved_file_keeps_its_identity_and_hints_change_it(path):
    write_v5(path, ecg=made_signal(2), fs=FS_HZ)
    before = open_record(path).record_id
    moved = path.rename(path.with_name("other.mat"))
    assert open_record(moved).record_id == before
    assert open_record(moved, ImportHints(fs_hz=500.0)).record_id != before


def test_threads_may_read_one_packed_record_at_once(path):
    signal = made_signal(3, 20_000)
    write_v5(path, packed=True, ecg=signal, fs=FS_HZ, units="mV")
    record = open_record(path)
    starts = range(0, 20_000, 500)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda start: record.read(start, start + 500), starts))
    np.testing.assert_allclose(np.hstack(parts), signal, atol=1e-6)


@pytest.mark.parametrize("write", [write_v4, write_v5, write_v5_packed, write_v73])
def test_a_record_can_be_handed_to_another_process(write, path):
    write(path, ecg=made_signal(2), fs=FS_HZ)
    record = open_record(path)
    values = whole(record)
    again = pickle.loads(pickle.dumps(record))  # noqa: S301
    np.testing.assert_array_equal(whole(again), values)


@pytest.mark.parametrize("write", [write_v4, write_v5, write_v5_packed, write_v73])
def test_a_file_that_vanishes_or_shrinks_while_open_gives_a_sentence(write, path):
    # Noise, which cannot be packed: most of it is still on disk after opening.
    write(path, ecg=np.random.default_rng(1).normal(size=(2, 90_000)), fs=FS_HZ, units="mV")
    record = open_record(path)
    path.write_bytes(path.read_bytes()[:700])
    with pytest.raises(EcgError, match=r"made\.mat"):
        record.read(80_000, 90_000)
    path.unlink()
    with pytest.raises(EcgError, match=r"made\.mat"):
        record.read(80_000, 90_000)


@pytest.mark.parametrize("turned", [False, True], ids=["leads in rows", "leads in columns"])
def test_of_a_day_of_twelve_leads_only_what_is_shown_is_read(turned, path):
    n_samples = 24 * 3_600 * 500
    sides = (n_samples, 12) if turned else (12, n_samples)
    # A file with a hole: a day of zeros takes no room on most disks.
    with path.open("wb") as file:
        file.write(np.array([30, *sides, 0, 4], dtype="<i4").tobytes() + b"val\0")
        file.truncate(24 + 2 * 12 * n_samples)
    tracemalloc.start()
    started_s = time.perf_counter()
    record = open_record(path, ImportHints(500.0, STANDARD_LEADS, 1000.0))
    page = record.read(n_samples - 5_000, n_samples)
    took_s = time.perf_counter() - started_s
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert page.shape == (12, 5_000)
    assert took_s < 1
    assert peak < 10_000_000
