"""Damaged SCP-ECG records give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_scp import (
    TWO_TABLES,
    MadeBeats,
    device_tag,
    global_section,
    lead_measurement_section,
    made_levels,
    plain_record,
    statement_section,
    tags,
    text,
)


def seeds() -> dict[str, bytes]:
    """Return small records, one of each way to store a signal."""
    levels = made_levels(2, 60)
    facts = {
        1: tags((0, text("Made")), (14, device_tag()), (25, b"\xe4\x07\x05\x11")),
        7: global_section([[100, 210, 260, 350, 660, 45, -30, 60]], spikes=[(20, 900)]),
        8: statement_section([text("Sinus rhythm")]),
        10: lead_measurement_section({1: [100, 150, 90, 400]}),
        11: statement_section([b"\x01NORM\x00"]),
    }
    return {
        "plain": plain_record(levels, tables=None, extra=facts),
        "coded": plain_record(levels, extra=facts),
        "two tables": plain_record(levels, tables=TWO_TABLES),
        "beats": MadeBeats(n_leads=1, n_samples=400).record(),
    }


SEEDS = seeds()


@pytest.mark.parametrize("kind", SEEDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, tmp_path):
    check_changed(tmp_path / "changed.scp", SEEDS[kind], changes, kept)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(tmp_path):
    check_many(tmp_path / "changed.scp", SEEDS, 100_000)
