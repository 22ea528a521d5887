"""Damaged tables of text give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings

from ecgviewer.io.hints import ImportHints
from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_tables import WATCH, clock, made_waves, write_table

HINTS = ImportHints(fs_hz=500)


@pytest.fixture(scope="module")
def made_files(tmp_path_factory) -> dict[str, bytes]:
    """Small tables: plain, of a watch, with times of a day, with decimal commas."""
    path = tmp_path_factory.mktemp("seeds") / "made.csv"
    waves = made_waves(2, 30).tolist()
    times = [f"'{clock(number, 360)}'" for number in range(30)]
    header = "'Elapsed time','MLII','V5'\n'hh:mm:ss.mmm','mV','mV'\n"
    seconds = [f"{number / 500:.3f}" for number in range(30)]
    return {
        "plain": write_table(path, waves).read_bytes(),
        "watch": write_table(path, waves[:1], WATCH).read_bytes(),
        "clock": write_table(path, [times, *waves], header).read_bytes(),
        "commas": write_table(
            path, [seconds, *waves], "t;I;II\n", delimiter=";", decimal_comma=True
        ).read_bytes(),
    }


@pytest.mark.parametrize("kind", ["plain", "watch", "clock", "commas"])
@pytest.mark.parametrize("hints", [None, HINTS], ids=["bare", "with a rate"])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(
    kind, hints, changes, kept, made_files, tmp_path
):
    check_changed(tmp_path / "changed.csv", made_files[kind], changes, kept, hints)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(made_files, tmp_path):
    check_many(tmp_path / "changed.csv", made_files, 100_000, HINTS)
