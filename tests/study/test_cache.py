"""The cache: what it gives back, what a kill or a change leaves of it, copies found."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.resample import resample
from ecgviewer.study.cache import Cache, open_cache, shared_recordings, without_copies
from ecgviewer.study.dataset import Case, load_cases
from ecgviewer.study.fingerprint import (
    N_WORDS,
    alike,
    as_text,
    fingerprint,
    from_texts,
    same_by_bits,
)
from tests.study.made_sets import DX, made_mv, write_challenge, write_cpsc_2018

N_RECORDS = 6


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    for number in range(N_RECORDS):
        label = "AF" if number % 2 else "SNR"
        header = tmp_path / "hospital" / f"E{number:05}.hea"
        write_challenge(header, made_mv(label, number), DX[label])
    return load_cases(tmp_path / "hospital")


def _open(cases: list[Case], folder: Path, rate_hz: float = 500.0) -> Cache:
    return open_cache(cases, folder, rate_hz, Task())


def test_the_cache_gives_back_what_the_reader_reads(cases, tmp_path):
    cache = _open(cases, tmp_path / "cache")
    direct = open_record(cases[5].path)
    assert np.abs(cache.read_mv(5) - direct.read(0, direct.n_samples)).max() <= 0.0005
    assert cache.rate_hz == 500.0
    assert cache.cases == tuple(cases)
    assert cache.cells.shape == (N_RECORDS, 9)


def test_another_rate_is_another_cache_and_resampled(cases, tmp_path):
    _open(cases, tmp_path / "cache")
    assert _open(cases, tmp_path / "cache", 100.0).read_mv(0).shape == (12, 400)


def test_limb_leads_follow_from_two_of_them_and_absent_leads_are_zero(tmp_path):
    signals = made_mv("SNR", 1)
    few = ["I", "II", "V1"]
    rows = [STANDARD_LEADS.index(lead) for lead in few]
    (tmp_path / "few").mkdir()
    write_record(tmp_path / "few" / "E1", signals[rows], 500.0, few, comments=["Dx: 164889003"])
    read = _open(load_cases(tmp_path / "few"), tmp_path / "cache").read_mv(0)
    avf = STANDARD_LEADS.index("aVF")
    np.testing.assert_allclose(read[avf], signals[1] - signals[0] / 2, atol=0.002)
    assert not read[STANDARD_LEADS.index("V6")].any()


def test_a_gap_is_bridged_with_its_lead_s_median(tmp_path):
    signals = made_mv("SNR", 1)
    signals[0] += 1.0
    signals[0, 100:200] = np.nan
    write_challenge(tmp_path / "gap" / "E1.hea", signals, DX["AF"])
    read = _open(load_cases(tmp_path / "gap"), tmp_path / "cache").read_mv(0)
    assert read[0, 100:200] == pytest.approx(np.nanmedian(signals[0]), abs=0.002)


def test_only_records_that_changed_or_are_new_are_read_again(cases, tmp_path):
    folder = tmp_path / "cache"
    first = _open(cases[:3], folder)
    cases[0].path.with_suffix(".dat").touch()
    again = _open(cases, folder)
    assert again.places[1:3] == first.places[1:3]
    assert again.places[0].chunk != first.places[0].chunk
    assert {place.chunk for place in again.places[3:]} == {again.places[0].chunk}


def test_labels_may_change_without_reading_anything_again(cases, tmp_path):
    before = _open(cases, tmp_path / "cache")
    after = _open(load_cases(cases[0].path.parent, "paper"), tmp_path / "cache")
    assert after.places == before.places


def test_a_run_that_was_stopped_goes_on_where_it_was(cases, tmp_path):
    with pytest.raises(Cancelled):
        open_cache(cases, tmp_path / "cache", 500.0, _StoppedAtTheThird())
    cache = _open(cases, tmp_path / "cache")
    assert len({place.chunk for place in cache.places}) == 2
    assert np.abs(cache.read_mv(0)).max() > 0.1


class _StoppedAtTheThird(Task):
    def step(self, done: int, total: int) -> None:
        if done == 3:
            self.cancel()
        super().step(done, total)


def _cut_index(folder: Path) -> None:
    index = next(folder.rglob("*.jsonl"))
    index.write_bytes(index.read_bytes()[:-10])


def _cut_samples(folder: Path) -> None:
    samples = next(folder.rglob("*.i16"))
    samples.write_bytes(samples.read_bytes()[:-10])


@pytest.mark.parametrize("damage", [_cut_index, _cut_samples])
def test_what_a_killed_run_left_half_written_is_not_believed(
    cases, tmp_path, damage: Callable[[Path], None]
):
    folder = tmp_path / "cache"
    whole = _open(cases, folder)
    expected = [whole.read_mv(i) for i in range(N_RECORDS)]
    del whole  # some systems refuse to change a file that is mapped
    damage(folder)
    mended = _open(cases, folder)
    for i, values in enumerate(expected):
        np.testing.assert_array_equal(mended.read_mv(i), values)
    assert len({place.chunk for place in mended.places}) == 2


def test_a_record_that_cannot_be_read_is_left_out_and_named(cases, tmp_path):
    cases[2].path.with_suffix(".dat").write_bytes(b"")
    flat = np.zeros((12, 2000), dtype=np.float32)
    write_challenge(cases[4].path, flat, DX["AF"])
    cache = _open(cases, tmp_path / "cache")
    assert [skipped.case.name for skipped in cache.skipped] == ["E00002", "E00004"]
    assert "E00002" in cache.skipped[0].reason
    assert "no signal" in cache.skipped[1].reason
    assert [case.name for case in cache.cases] == ["E00000", "E00001", "E00003", "E00005"]
    np.testing.assert_allclose(cache.read_mv(2), made_mv("AF", 3), atol=0.002)


def test_a_disk_without_room_is_told_before_anything_is_written(cases, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10_000))
    with pytest.raises(EcgError, match=r"6 records need about .* GB .* make room"):
        _open(cases, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_a_holter_recording_is_no_training_record(tmp_path):
    signals = np.tile(made_mv("SNR", 1)[:, ::50], (1, 1000))
    write_challenge(tmp_path / "long" / "E1.hea", signals, DX["AF"], rate_hz=10.0)
    with pytest.raises(EcgError, match=r"E1 lasts 1\.1 h"):
        _open(load_cases(tmp_path / "long"), tmp_path / "cache")


def test_copies_are_found_under_other_names_formats_rates_gains_and_lengths(tmp_path):
    made = [made_mv("AF" if seed % 2 else "SNR", seed, 12.0) for seed in range(8)]
    for seed, signals in enumerate(made):
        write_challenge(tmp_path / "a" / f"E{seed}.hea", signals, DX["SNR"])
    hundred_hz = resample(made[1], 500.0, 100.0)
    write_challenge(tmp_path / "b" / "JS1.hea", hundred_hz, DX["SNR"], rate_hz=100.0)
    write_challenge(tmp_path / "b" / "JS2.hea", made[2][:, :5000] * 1.7 + 0.3, DX["SNR"])
    write_challenge(tmp_path / "b" / "JS3.hea", made_mv("SNR", 77, 12.0), DX["SNR"])
    write_cpsc_2018(tmp_path / "c", {"A0001": made[4].astype(np.float64)}, {"A0001": ["1"]})
    sets = [load_cases(tmp_path / name) for name in "abc"]
    cache = _open([case for cases in sets for case in cases], tmp_path / "cache")
    left, right = range(8), range(8, 12)
    assert shared_recordings(cache, left, right) == [(1, 8), (2, 9), (4, 11)]
    assert shared_recordings(cache, left, left) == []
    # Without the signals the bits alone say the same.
    bits = cache.fingerprints
    assert same_by_bits(bits[8:], bits[:8]) == {0: 1, 1: 2, 3: 4}


def test_bits_of_few_leads_or_little_time_are_no_proof(tmp_path):
    strangers = np.stack([fingerprint(made_mv("SNR", seed), 500.0) for seed in range(60)])
    # Four seconds agree by chance in more bits than copies of ten seconds may differ in.
    assert alike(strangers[:30], strangers[30:])
    assert same_by_bits(strangers[:30], strangers[30:]) == {}
    one_lead = made_mv("SNR", 3)
    one_lead[np.arange(12) != 1] = 0
    bits = fingerprint(one_lead, 500.0)[np.newaxis]
    assert same_by_bits(bits, bits) == {}


def test_fingerprints_come_back_from_their_texts():
    bits = np.stack([fingerprint(made_mv("AF", seed), 500.0) for seed in range(3)])
    assert np.array_equal(from_texts([as_text(one) for one in bits]), bits)
    assert from_texts([]).shape == (0, N_WORDS)
    with pytest.raises(ValueError, match="reshape"):
        from_texts(["00"] * 8 + [as_text(bits[0])])


def test_of_a_recording_that_is_there_twice_the_first_stays(cases, tmp_path):
    again = tmp_path / "again"
    for name, case in {"JS1": cases[1], "JS2": cases[1], "JS4": cases[4]}.items():
        record = open_record(case.path)
        write_challenge(again / f"{name}.hea", record.read(0, record.n_samples), DX["AF"])
    cache = without_copies(_open([*cases, *load_cases(again)], tmp_path / "cache"))
    assert list(cache.cases) == cases
    assert len(cache.cells) == len(cache.fingerprints) == N_RECORDS
    assert [gone.reason for gone in cache.skipped] == [
        "JS1 of again is the same recording as E00001 of hospital.",
        "JS2 of again is the same recording as E00001 of hospital.",
        "JS4 of again is the same recording as E00004 of hospital.",
    ]
    assert [gone.same_as for gone in cache.skipped] == [cases[1], cases[1], cases[4]]


def test_no_two_records_of_the_sets_are_taken_for_one(data_folder, tmp_path):
    cases = load_cases(data_folder / "cpsc2018-challenge") + load_cases(data_folder / "ludb")
    cache = _open(cases[::4], tmp_path)
    assert without_copies(cache).skipped == ()
    half = len(cache.cases) // 2
    assert same_by_bits(cache.fingerprints[:half], cache.fingerprints[half:]) == {}
