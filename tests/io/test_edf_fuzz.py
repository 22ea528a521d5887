"""Damaged EDF and BDF files give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_edf import MadeEdf, MadeSignal, continuous, made_levels, tal, two_leads


def _seeds() -> dict[str, MadeEdf]:
    """Return small files: plain, with annotations, with gaps, of several rates, BDF."""
    short = [MadeSignal(x, made_levels(40, i)) for i, x in enumerate(("ECG I", "II"))]
    texts = [tal(f"+{2 * i}") + tal(f"+{2 * i}.5", "N", duration="0.2") for i in range(4)]
    rates = [MadeSignal("ECG", made_levels(40)), MadeSignal("Resp", made_levels(8), unit="")]
    return {
        "plain": two_leads(signals=short, n_records=2),
        "with texts": continuous(signals=short, n_records=4, texts=texts),
        "with gaps": continuous(signals=short, n_records=4, texts=texts, kind="EDF+D"),
        "several rates": MadeEdf(rates, 4),
        "bdf": MadeEdf(short, 4, is_bdf=True, texts=texts, kind="BDF+C"),
    }


@pytest.fixture(scope="module")
def made_files(tmp_path_factory) -> dict[str, bytes]:
    path = tmp_path_factory.mktemp("seeds") / "made.edf"
    return {kind: made.write(path).read_bytes() for kind, made in _seeds().items()}


@pytest.mark.parametrize("kind", ["plain", "with texts", "with gaps", "several rates", "bdf"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, made_files, tmp_path):
    check_changed(tmp_path / "changed.edf", made_files[kind], changes, kept)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(made_files, tmp_path):
    check_many(tmp_path / "changed.edf", made_files, 100_000)
