"""A Holter report's figures, worked out by hand."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.scan import Episode, ScanSummary
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.io.open import open_record
from ecgviewer.signal.scan_summary import summarize
from tests.scan_models import LABELS

RATE_HZ = 100.0
NO_GAPS = np.empty((0, 2), dtype=np.int64)
LETTERS = {"N": 0, "V": 1, "A": 2, "F": 3}


def summary_of(
    letters: str,
    rr_s: float | list[float] = 1.0,
    gaps: np.ndarray = NO_GAPS,
    episodes: tuple[Episode, ...] = (),
) -> ScanSummary:
    """The figures of beats named by letters; the first lies at 1 s, the scan ends 1 s later."""
    intervals = np.full(max(len(letters) - 1, 0), rr_s)
    samples = np.round(np.cumsum([1.0, *intervals])[: len(letters)] * RATE_HZ).astype(np.int64)
    label = np.array([LETTERS[letter] for letter in letters], dtype=np.int8)
    until = int(samples[-1]) + 100 if len(samples) else 1000
    return summarize(
        *(samples, label, LABELS, episodes, gaps), rate_hz=RATE_HZ, until=until, af_score=0.5
    )


def test_couplets_are_two_in_a_row_and_runs_three_or_more():
    pvc = summary_of("NVNVVNVVVNVVVVVNAN").pvc
    assert (pvc.n, pvc.couplets, pvc.runs, pvc.longest_run) == (11, 1, 2, 5)
    assert pvc.burden_percent == pytest.approx(100 * 11 / 18)


def test_rows_at_the_ends_count():
    pvc = summary_of("VVNNVVV").pvc
    assert (pvc.couplets, pvc.runs) == (1, 1)


def test_premature_beats_of_the_other_kind_part_a_row():
    summary = summary_of("NVVAVVNAAAN")
    assert (summary.pvc.couplets, summary.pvc.runs) == (2, 0)
    assert (summary.pac.n, summary.pac.runs) == (4, 1)


def test_the_fastest_run_is_named_by_its_mean_rate():
    rr_s = [1.0] * 4 + [0.4, 0.6] + [1.0] * 4 + [0.3, 0.3] + [1.0]
    pvc = summary_of("NNNNVVVNNNVVVN", rr_s).pvc
    assert pvc.fastest_run_bpm == pytest.approx(200.0)


def test_a_row_does_not_go_on_over_a_gap():
    gaps = np.array([[300, 400]])
    assert summary_of("NVVVVN").pvc.runs == 1
    assert summary_of("NVVVVN", gaps=gaps).pvc.couplets == 2


def test_an_hour_s_share_is_told_of_what_could_be_read():
    letters = "N" * 350 + "V" + "N" * 9
    assert summary_of(letters).pvc.per_hour == pytest.approx(3600 / 361)
    gaps = np.array([[1000, 2000], [5000, 5100]])
    summary = summary_of(letters, gaps=gaps)
    assert summary.read_s == 350
    assert summary.pvc.per_hour == pytest.approx(3600 / 350)


def test_minutes_tell_nothing_of_an_hour():
    pvc = summary_of("NNVNNNNNNNNN").pvc
    assert pvc.n == 1
    assert pvc.per_hour is None


def test_pauses_are_two_seconds_or_longer_and_none_is_in_a_gap():
    rr_s = [1.0] * 3 + [2.0, 1.99, 3.5, 9.0] + [1.0] * 3
    gaps = np.array([[1249, 2149]])
    summary = summary_of("N" * 11, rr_s, gaps)
    assert (summary.pauses, summary.longest_pause_s) == (2, 3.5)
    none = summary_of("N" * 11)
    assert (none.pauses, none.longest_pause_s) == (0, None)


def test_rates_are_of_eight_intervals_and_the_mean_of_all():
    summary = summary_of("N" * 25, [1.0] * 8 + [0.5] * 16)
    assert (summary.min_bpm, summary.max_bpm) == (60.0, 120.0)
    assert summary.mean_bpm == pytest.approx(60 * 24 / 16)


def test_fibrillation_is_told_in_minutes_and_share():
    episodes = (Episode(100, 3100, "AFIB", 0.9), Episode(4000, 5000, "SVTA", 0.9))
    summary = summary_of("N" * 59, episodes=episodes)
    assert summary.af_minutes == 0.5
    assert summary.af_burden_percent == pytest.approx(50.0)


def test_what_cannot_be_measured_is_none():
    none = summary_of("")
    assert (none.n_beats, none.counts["N"], none.pvc.n) == (0, 0, 0)
    assert none.pvc.burden_percent is none.pvc.per_hour is none.pvc.longest_run is None
    assert none.af_minutes is none.af_burden_percent is none.pauses is None
    assert none.min_bpm is none.mean_bpm is none.max_bpm is None
    few = summary_of("NNN")
    assert few.min_bpm is few.max_bpm is None
    assert few.mean_bpm == 60.0


def test_counts_name_every_label():
    counts = summary_of("NVVAFN").counts
    assert dict(counts) == dict(zip(LABELS, [2, 2, 1, 1, 0, 0, 0, 0], strict=True))


def test_a_real_record_with_labels_of_its_own_sums_up(data_folder: Path):
    record = open_record(data_folder / "mitdb" / "100.hea")
    samples = detect_beats(record)
    label = np.zeros(len(samples), dtype=np.int8)
    label[100:103] = LETTERS["V"]
    label[500] = LETTERS["A"]
    summary = summarize(
        *(samples, label, LABELS, (), NO_GAPS),
        rate_hz=record.rate_hz,
        until=record.n_samples,
        af_score=0.1,
    )
    assert abs(summary.n_beats - 2273) <= 2
    assert summary.mean_bpm == pytest.approx(75.6, abs=0.3)
    rates_bpm = np.array([summary.min_bpm, summary.max_bpm], dtype=np.float64)
    assert rates_bpm.tolist() == pytest.approx([71, 86], abs=3)
    assert (summary.pvc.runs, summary.pvc.longest_run, summary.pauses) == (1, 3, 0)
    assert summary.pac.per_hour == pytest.approx(3600 / record.duration_s)
