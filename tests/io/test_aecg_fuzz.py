"""Damaged annotated ECGs give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_aecg import (
    AGE,
    absolute,
    amount,
    annotation,
    annotations,
    between,
    between_ms,
    coded,
    derived,
    document,
    lead,
    made_digits,
    relative,
    sequence_set,
    series,
)

KINDS = ("utf-8", "utf-16", "in turn")


def seed(kind: str) -> bytes:
    """Return a small file with rhythm, a representative beat, marks and values."""
    digits = made_digits(3, 30)
    first = sequence_set(absolute(), lead("I", digits[0]), lead("II", digits[1]))
    later = sequence_set(absolute("20200101103000.120"), lead("V1", digits[2]))
    beat = annotation(
        "MDC_ECG_BEAT",
        coded("MDC_ECG_BEAT_NORMAL"),
        annotation(
            "MDC_ECG_WAVC",
            coded("MDC_ECG_WAVC_PWAVE"),
            times=between("20200101103000.010", "20200101103000.050"),
        ),
        annotation("MDC_ECG_TIME_PD_QT", amount(400, "ms")),
    )
    told = annotations(beat, annotation("MDC_ECG_RHY", coded("MDC_ECG_RHY_ATR_FIB"),
                                        times=between_ms(10, 90)))  # fmt: skip
    beats = derived(sequence_set(relative(), lead("II", digits[2][:10])))
    sets = [first, later] if kind == "in turn" else [first]
    encoding = "utf-16" if kind == "utf-16" else "utf-8"
    return document(
        series(*sets, told, beats), facts=AGE.format(value="46", unit="a"), encoding=encoding
    )


@pytest.fixture(scope="module")
def seeds() -> dict[str, bytes]:
    return {kind: seed(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, seeds, tmp_path):
    check_changed(tmp_path / "changed.xml", seeds[kind], changes, kept)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(seeds, tmp_path):
    check_many(tmp_path / "changed.xml", seeds, 100_000)
