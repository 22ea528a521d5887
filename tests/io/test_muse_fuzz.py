"""Damaged bytes of a GE MUSE file give a record or a sentence, never another error."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many, read_through
from tests.io.made_muse import made_counts, named, waveform, write_muse
from tests.io.xml_fuzzing import ODD_VALUES, with_odd_values

KINDS = ("rhythm", "both", "utf-16")


def seeds(folder: Path) -> dict[str, bytes]:
    """Return small files: few leads of few samples, so that facts and numbers are hit."""
    path = folder / "made.xml"
    rhythm = waveform("Rhythm", named(made_counts(2, 30), ("I", "II")))
    median = waveform("Median", named(made_counts(1, 12), ("V1",)))
    return {
        "rhythm": write_muse(path, rhythm).read_bytes(),
        "both": write_muse(path, median, rhythm, written_as="utf-8").read_bytes(),
        "utf-16": write_muse(path, rhythm, written_as="utf-16").read_bytes(),
    }


N_EACH = [1, pytest.param(len(ODD_VALUES), marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def made_files(tmp_path_factory) -> dict[str, bytes]:
    return seeds(tmp_path_factory.mktemp("seeds"))


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, made_files, tmp_path):
    check_changed(tmp_path / "changed.xml", made_files[kind], changes, kept)


@pytest.mark.parametrize("n_each", N_EACH)
def test_an_odd_value_in_any_place_gives_a_record_or_a_sentence(n_each, tmp_path):
    path = tmp_path / "changed.xml"
    rhythm = waveform("Rhythm", named(made_counts(2, 12), ("I", "II")))
    write_muse(path, rhythm, waveform("Median", named(made_counts(1, 6), ("V1",))))
    for document in with_odd_values(path.read_text("iso-8859-1"), n_each):
        path.write_text(document.replace("iso-8859-1", "utf-8"), "utf-8")
        read_through(path)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(made_files, tmp_path):
    check_many(tmp_path / "changed.xml", made_files, 100_000)
