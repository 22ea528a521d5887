"""Damaged ISHNE recordings give a record or a sentence, never another error."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many
from tests.io.made_ishne import MadeHeader, annotation_file, made_levels, recording

SEEDS = {
    "recording": recording(made_levels(3, 100)),
    "with a comment": recording(made_levels(3, 100), MadeHeader(comment=b"made\r\nfor tests")),
}
MARKS = annotation_file(20, [("N", 0), ("V", 30), ("!", 65_535), ("C", 2)])


@pytest.fixture
def changed(tmp_path):
    (tmp_path / "changed.ann").write_bytes(MARKS)
    return tmp_path / "changed.ecg"


@pytest.mark.parametrize("kind", SEEDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, changed):
    check_changed(changed, SEEDS[kind], changes, kept)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_annotations_give_a_record_or_a_sentence(changes, kept, tmp_path):
    (tmp_path / "changed.ecg").write_bytes(SEEDS["recording"])
    check_changed(tmp_path / "changed.ann", MARKS, changes, kept)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(changed):
    check_many(changed, SEEDS, 100_000)
