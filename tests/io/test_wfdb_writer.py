from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import SignalFormat, write_annotations, write_record
from tests.io.oracle import wfdb

LEADS = ("I", "II", "V1")
# wfdb 4.3 uses what pandas 3 means to drop.
of_wfdb = pytest.mark.filterwarnings("ignore:The inplace keyword:Warning")


def signals(n_leads: int = 3, n_samples: int = 500) -> np.ndarray:
    rng = np.random.default_rng(7)
    return rng.uniform(-2.0, 2.0, size=(n_leads, n_samples)).astype(np.float32)


@pytest.mark.parametrize(
    ("signal_format", "units_per_mv"), [(16, 1000.0), (16, 200.0), (212, 200.0), (212, 512.5)]
)
@pytest.mark.parametrize(("n_leads", "n_samples"), [(3, 500), (1, 1), (3, 333)])
def test_wfdb_reads_what_was_written(
    tmp_path: Path, signal_format: SignalFormat, units_per_mv: float, n_leads: int, n_samples: int
) -> None:
    written = signals(n_leads, n_samples)
    write_record(
        tmp_path / "made",
        written,
        360.0,
        LEADS[:n_leads],
        comments=["Age: 63", "Truth: AF"],
        units_per_mv=units_per_mv,
        signal_format=signal_format,
    )
    record = wfdb.rdrecord(str(tmp_path / "made"))
    assert record.sig_name == list(LEADS[:n_leads])
    assert record.fs == 360
    assert record.fmt == [str(signal_format)] * n_leads
    assert record.comments == ["Age: 63", "Truth: AF"]
    assert np.allclose(record.p_signal.T, written, atol=0.5001 / units_per_mv)


def test_checksums_and_first_values_are_those_that_wfdb_computes(tmp_path: Path) -> None:
    write_record(tmp_path / "made", 5 * signals(), 500.0, LEADS)
    record = wfdb.rdrecord(str(tmp_path / "made"), physical=False)
    assert [value % 65536 for value in record.checksum] == list(record.calc_checksum())
    assert record.init_value == list(record.d_signal[0])


@pytest.mark.parametrize("signal_format", [16, 212])
def test_missing_samples_stay_missing(tmp_path: Path, signal_format: SignalFormat) -> None:
    written = signals()
    written[1, 10:20] = np.nan
    write_record(
        tmp_path / "made", written, 250.0, LEADS, units_per_mv=200.0, signal_format=signal_format
    )
    read = open_record(tmp_path / "made.hea").read(0, 500)
    assert np.array_equal(np.isnan(read), np.isnan(written))


def test_our_reader_reads_it_too(tmp_path: Path) -> None:
    written = signals()
    write_record(tmp_path / "made", written, 500.0, LEADS, comments=["Synthetic: yes"])
    write_annotations(tmp_path / "made.atr", [Annotation(120, 120, "V")])
    record = open_record(tmp_path / "made.hea")
    assert np.allclose(record.read(0, 500), written, atol=0.00051)
    assert [(mark.start, mark.label) for mark in record.annotations] == [(120, "V")]
    assert record.synthetic


@pytest.mark.parametrize(("signal_format", "units_per_mv"), [(16, 20_000.0), (212, 1200.0)])
def test_a_sample_that_does_not_fit_is_refused(
    tmp_path: Path, signal_format: SignalFormat, units_per_mv: float
) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        write_record(
            tmp_path / "made",
            signals(),
            500.0,
            LEADS,
            units_per_mv=units_per_mv,
            signal_format=signal_format,
        )
    assert not list(tmp_path.iterdir())


def test_every_signal_needs_its_lead(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 leads for 3"):
        write_record(tmp_path / "made", signals(), 500.0, ("I", "II"))


@of_wfdb
@settings(max_examples=50, deadline=None)
@given(
    marks=st.lists(
        st.tuples(
            st.integers(min_value=0, max_value=2_000_000),
            st.sampled_from("NLRAVFQ/"),
            st.text("abc (", max_size=9).map(str.strip),
        ),
        min_size=1,
        max_size=20,
        unique_by=lambda mark: mark[0],
    )
)
def test_wfdb_reads_any_annotations_that_were_written(
    tmp_path_factory: pytest.TempPathFactory, marks: list[tuple[int, str, str]]
) -> None:
    stem = tmp_path_factory.mktemp("marks") / "made"
    write_annotations(
        stem.with_suffix(".atr"),
        [Annotation(sample, sample, symbol, text=text) for sample, symbol, text in marks],
    )
    read = wfdb.rdann(str(stem), "atr")
    texts = [text.rstrip("\0") for text in read.aux_note]
    assert list(zip(read.sample, read.symbol, texts, strict=True)) == sorted(marks)


@of_wfdb
def test_a_rhythm_is_written_as_its_change(tmp_path: Path) -> None:
    write_annotations(tmp_path / "made.atr", [Annotation(5000, 5000, "(AFIB")])
    read = wfdb.rdann(str(tmp_path / "made"), "atr")
    assert (read.sample[0], read.symbol[0], read.aux_note[0]) == (5000, "+", "(AFIB")


def test_an_unknown_symbol_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no annotation symbol"):
        write_annotations(tmp_path / "made.atr", [Annotation(1, 1, "beat")])
